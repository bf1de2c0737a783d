// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/preparedrules.h"

#include <map>
#include <mutex>

namespace clearway::reasoning {

struct PreparedRules::Shared {
    std::shared_ptr<const language::RuleBook> owned; ///< null where the caller keeps the rules
    const language::RuleBook *rules = nullptr;
    std::mutex mutex;
    std::map<const language::LawState *, std::unique_ptr<const FactClasses>> classes;
};

PreparedRules::PreparedRules(const language::RuleBook &rules)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->rules = &rules;
}

PreparedRules::PreparedRules(std::shared_ptr<const language::RuleBook> rules)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->owned = std::move(rules);
    m_shared->rules = m_shared->owned.get();
}

const language::RuleBook &PreparedRules::rules() const
{
    return *m_shared->rules;
}

const FactClasses &PreparedRules::classesOf(const language::LawState &state) const
{
    const std::scoped_lock lock(m_shared->mutex);
    std::unique_ptr<const FactClasses> &classes = m_shared->classes[&state];
    if (!classes)
        classes = std::make_unique<const FactClasses>(*m_shared->rules, state);
    return *classes;
}

} // namespace clearway::reasoning
