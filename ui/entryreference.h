// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/definedterms.h"

#include <QWidget>

namespace clearway::ui {

/// What an entry leads to: the defined terms of all its texts and questions, related entries, and the numbers that
/// lists abroad have in its place.
class EntryReference final : public QWidget {
    Q_OBJECT
public:
    EntryReference(const language::Entry &entry, const language::RuleBook &rules, const language::DefinedTerms &terms,
                   QWidget *parent = nullptr);
    /// Whether there is anything to show.
    bool isEmpty() const { return m_empty; }

Q_SIGNALS:
    void openOther(const QString &code);

private:
    bool m_empty = true;
};

} // namespace clearway::ui
