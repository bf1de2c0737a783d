// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/conclusion.h"
#include "model/reasoning/preparedrules.h"

#include <QList>

#include <optional>

namespace clearway::reasoning {

struct Question {
    FactKey key;
    const language::FactDefinition *definition = nullptr; ///< owned by the rules
};

/// What is asked at once.
struct Page {
    QString id;                ///< the facts' page id, or the first fact's id
    QList<Question> questions; ///< in the order of the catalogue
    bool walksTheList = false; ///< the question is which entries the item meets
};

/// Chooses what to ask: the cheapest open fact that can still change what must be done. Stateless: the same answers
/// give the same question, so going back is nothing but changing an answer.
class Interview {
public:
    explicit Interview(const PreparedRules &rules);
    const PreparedRules &rules() const { return m_rules; }

    /// The next page; nullopt where nothing open can change what must be done (facts answered "not sure" are not asked
    /// again). Facts on one page are shown together: those not yet answered, and only where they can still matter.
    std::optional<Page> next(const Answers &answers) const;

    /// Facts that could still matter though what must be done is settled: walking the list may spare a record. Offered,
    /// never asked.
    QList<Question> optional(const Answers &answers) const;

    /// How many pages are likely left after the next one; an estimate for the progress line.
    int pagesLeft(const Answers &answers) const;

    /// Changes one answer. Later answers are kept; those that still matter are marked as needing another look.
    Answers change(const Answers &answers, const FactKey &key, const Answer &answer) const;

    /// Whether that fact can change what must be done, were it unanswered.
    bool matters(const Answers &answers, const FactKey &key) const;

private:
    PreparedRules m_rules;
};

} // namespace clearway::reasoning
