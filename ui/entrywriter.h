// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/entryrelations.h"
#include "ui/controltextpen.h"

class QPagedPaintDevice;

namespace clearway::ui {

class OfficialTexts;

/// Writes what the catalogue and the official text say of an entry into documents, for the window and for paper. What
/// it is made of must outlive it.
class EntryWriter {
public:
    EntryWriter(const language::RuleBook &rules, const language::DefinedTerms &terms, const RuleColours &colours);

    /// Our words: the headings above, title, summary, criteria, what lies below, notes, and what it leads to.
    void writeOurs(QTextDocument &document, const language::Entry &entry, const TextDress &dress) const;
    /// The official wording, with where it is from.
    void writeOfficial(QTextDocument &document, const language::Entry &entry, const OfficialTexts &texts,
                       const TextDress &dress) const;
    void writeDefinition(QTextDocument &document, qsizetype definition, const language::Entry &entry,
                         const TextDress &dress) const;
    /// Both texts on paper. False where the device fails.
    bool print(const language::Entry &entry, const OfficialTexts *texts, QPagedPaintDevice &device) const;

private:
    void writeAbove(ControlTextPen &pen, const language::Entry &entry) const;
    void writeLists(ControlTextPen &pen, const language::Entry &entry) const;
    QString plainText(const language::Condition &condition) const;
    void writeCriteria(ControlTextPen &pen, const language::Condition &condition, int depth) const;
    void writeBelow(ControlTextPen &pen, const language::Entry &entry) const;
    void writeNotes(ControlTextPen &pen, const language::Entry &entry) const;
    void writeCompanions(ControlTextPen &pen, const language::Entry &entry) const;
    void writeRelations(ControlTextPen &pen, const language::Entry &entry) const;
    void writeCodes(ControlTextPen &pen, const QString &heading, const QStringList &codes) const;

    const language::RuleBook &m_rules;
    const language::DefinedTerms &m_terms;
    const RuleColours &m_colours;
    reasoning::EntryRelations m_relations;
};

} // namespace clearway::ui
