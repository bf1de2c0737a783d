// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/definedterms.h"
#include "ui/look.h"

namespace clearway::ui {

/// A text of an entry in which the list's defined terms are links: pointing at one or choosing it, also by keyboard,
/// shows what it means.
class TermText final : public Text {
    Q_OBJECT
public:
    TermText(const QString &text, Kind kind, const language::Entry &entry, const language::DefinedTerms &terms,
             const language::RuleBook &rules, QWidget *parent = nullptr);

    /// The text as rich text, with a link "term:N" at each use of definition N.
    static QString linked(const QString &text, const QList<language::TermUse> &uses);
    /// What is shown of a definition.
    static QString explained(const language::Definition &definition);

private:
    void show(const QString &link, const QPoint &at);

    const language::RuleBook &m_rules;
};

} // namespace clearway::ui
