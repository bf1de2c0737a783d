// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sharedsuggester.h"

#include "model/classification/suggester.h"

#include <mutex>
#include <optional>

namespace clearway::ui {

struct SharedSuggester::Making {
    std::shared_ptr<const language::RuleBook> rules;
    language::Thesaurus thesaurus;
    std::once_flag once;
    std::optional<classification::Suggester> made;

    const classification::Suggester &suggester()
    {
        std::call_once(once, [this] {
            made.emplace(*rules, thesaurus);
            thesaurus = {};
        });
        return *made;
    }
};

SharedSuggester::SharedSuggester(std::shared_ptr<const language::RuleBook> rules, ReadThesaurus read)
    : m_rules(std::move(rules))
    , m_read(std::move(read))
{}

std::expected<Suggest, QString> SharedSuggester::suggest()
{
    if (!m_making) {
        auto thesaurus = m_read();
        if (!thesaurus)
            return std::unexpected(thesaurus.error());
        m_making = std::make_shared<Making>();
        m_making->rules = m_rules;
        m_making->thesaurus = std::move(*thesaurus);
    }
    return [making = m_making](const QString &text, int limit) { return making->suggester().suggest(text, limit); };
}

} // namespace clearway::ui
