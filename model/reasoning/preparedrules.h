// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/reasoning/factclasses.h"

#include <memory>

namespace clearway::reasoning {

/// Rules together with what follows from them alone, whatever is answered: how each state's conditions tell values
/// apart. Worked out when a state is first asked for, then shared by all copies; may be used from any thread.
class PreparedRules {
public:
    /// Implicit: a single conclusion needs no more than the rules. Who puts many answers to the same rules keeps one of
    /// these. The rules must outlive it and stay as they are.
    PreparedRules(const language::RuleBook &rules); // NOLINT(google-explicit-constructor)
    /// Keeps the rules alive.
    PreparedRules(std::shared_ptr<const language::RuleBook> rules); // NOLINT(google-explicit-constructor)

    const language::RuleBook &rules() const;
    /// `state`: one of the rules' own.
    const FactClasses &classesOf(const language::LawState &state) const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace clearway::reasoning
