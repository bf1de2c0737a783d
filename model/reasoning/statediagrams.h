// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/reasoning/completion.h"
#include "model/reasoning/conclusion.h"
#include "model/reasoning/preparedrules.h"

#include <memory>
#include <vector>

namespace clearway::reasoning {

/// One provision put to one combination, as decision diagrams over what is open.
struct ProvisionDiagram {
    const language::Provision *provision = nullptr;
    Combination combination;
    bool operates = true;
    Diagram::Node elements = Diagram::False; ///< all elements hold
    QList<Diagram::Node> exceptions;         ///< in the provision's order
    Diagram::Node freed = Diagram::False;    ///< elements hold, and an exception frees
    Diagram::Node covered = Diagram::False;  ///< … else a permit already held covers it
    Diagram::Node notified = Diagram::False; ///< … else an exception that wants a notification first
    Diagram::Node applies = Diagram::False;  ///< … else the requirement stands
};

/// Everything that one state of the law says to one set of answers, as functions of what is open.
class StateDiagrams {
public:
    /// `asWritten`: every provision counts as operating, whatever the day.
    /// The rules, the state and the answers must outlive it.
    StateDiagrams(const PreparedRules &rules, const language::LawState &state, const Answers &answers, bool asWritten);

    const FactClasses &classes;
    Completion completion;
    QList<ProvisionDiagram> provisions;
    struct Placed {
        qsizetype index;
        Combination combination;
        Diagram::Node node;
    };
    QList<Placed> duties;   ///< index into the state's duties
    QList<Placed> warnings; ///< index into the state's warnings

    Diagram::Node stop = Diagram::False;  ///< a warning that stops, or a provision that asks for it
    Diagram::Node refer = Diagram::False; ///< a provision that the catalogue does not hold whole would apply

    /// Whether some provision asks this of some combination, whatever is open: of all completions (True), of none
    /// (False) or of some (Unknown).
    Truth permitNeeded();
    Truth approvalNeeded();
    Truth notificationNeeded();
    Truth coveredByPermit();
    Truth someExcepted();

    /// The same as functions of what is open. Over many combinations they may be as large as the product of all.
    Diagram::Node permit();
    Diagram::Node approval();
    Diagram::Node notify();
    Diagram::Node covered();
    Diagram::Node excepted();

    /// The functions whose value is what must be done, apart from records.
    QList<Diagram::Node> whatMustBeDone() const;
    /// Whether some provision operates on the day.
    bool anythingOperates() const { return m_anythingOperates; }

private:
    /// `kind`: of requirement, of the provisions that count; empty: all.
    std::vector<Diagram::Node> partsOf(Diagram::Node ProvisionDiagram::*part, QLatin1StringView kind = {}) const;
    Diagram::Node some(const std::vector<Diagram::Node> &parts);
    Truth truthOfSome(const std::vector<Diagram::Node> &parts);

    bool m_anythingOperates = false;
};

/// The state that answers are put to: by `stateId`, else by their `law`, else by their day; before the first day of
/// operation the first state that ever operated. Null where the rules have no state.
const language::LawState *stateFor(const language::RuleBook &rules, const Answers &answers, const QString &stateId);

/// The facts that are always asked: those on a page with a fact that can stop (the warning questions).
QList<FactKey> warningFacts(const language::RuleBook &rules, const language::LawState &state);

/// Answers with the program's own facts filled in (the day of the conduct).
Answers withDerivedFacts(const language::RuleBook &rules, const Answers &answers);

} // namespace clearway::reasoning
