// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entrywriter.h"

#include "catalogue/language/equivalents.h"
#include "model/reasoning/conditionwords.h"
#include "model/reasoning/sensitivity.h"
#include "ui/models/entryfilter.h"
#include "ui/models/entrytreemodel.h"
#include "ui/officialside.h"
#include "ui/officialtexts.h"
#include "ui/printedpages.h"

#include <QCoreApplication>
#include <QMap>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::Condition;
using language::Entry;
using Tone = ControlTextPen::Tone;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EntryWriter)
};

QString noteHeading(language::NoteKind kind)
{
    switch (kind) {
    case language::NoteKind::DecontrolNote: return Words::tr("Decontrol note:");
    case language::NoteKind::TechnicalNote: return Words::tr("Technical note:");
    case language::NoteKind::SeeAlso: return Words::tr("See also:");
    case language::NoteKind::Note: break;
    }
    return Words::tr("Note:");
}

// As the newest state of the law has it.
QString ruleTitle(const QString &id, const language::RuleBook &rules)
{
    const language::Rule *rule = rules.rule(id, rules.states.isEmpty() ? nullptr : &rules.states.last());
    return rule ? rule->title : id;
}

} // namespace

EntryWriter::EntryWriter(const language::RuleBook &rules, const language::DefinedTerms &terms,
                         const RuleColours &colours)
    : m_rules(rules)
    , m_terms(terms)
    , m_colours(colours)
    , m_relations(rules)
{}

void EntryWriter::writeOurs(QTextDocument &document, const Entry &entry, const TextDress &dress) const
{
    ControlTextPen pen(document, dress, m_rules, m_terms, m_colours, {entry.category, entry.code});
    writeAbove(pen, entry);
    pen.heading(entry.code + u"  "_s + entry.title, 1);
    if (entry.reserved) {
        pen.begin();
        pen.say(Words::tr("This position is not used."));
        return;
    }
    if (const QString regime = regimeTitle(regimeOf(entry.code, m_rules)); !regime.isEmpty()) {
        pen.begin();
        pen.say(Words::tr("Comes from: %1", "regime").arg(regime), Tone::Muted);
    }
    if (!entry.summary.isEmpty())
        pen.paragraph(entry.summary);
    writeLists(pen, entry);
    if (entry.when) {
        pen.heading(Words::tr("Criteria"), 2);
        writeCriteria(pen, *entry.when, 0);
    }
    writeBelow(pen, entry);
    writeNotes(pen, entry);
    writeRelations(pen, entry);
}

void EntryWriter::writeAbove(ControlTextPen &pen, const Entry &entry) const
{
    pen.begin();
    const language::Category *category = m_rules.category(entry.category);
    pen.say(category ? category->title : entry.category, Tone::Muted);
    if (!entry.group.isEmpty())
        pen.say(u"  ›  "_s + Words::tr("Group %1: %2").arg(entry.group, EntryTreeModel::groupTitle(entry.group)),
                Tone::Muted);
    QList<const Entry *> above;
    for (auto at = m_rules.entries.constFind(entry.parent); at != m_rules.entries.constEnd();
         at = m_rules.entries.constFind(at->parent))
        above.prepend(&*at);
    for (const Entry *one : std::as_const(above)) {
        pen.say(u"  ›  "_s, Tone::Muted);
        pen.code(one->code);
        pen.say(u' ' + one->title, Tone::Muted);
    }
}

void EntryWriter::writeLists(ControlTextPen &pen, const Entry &entry) const
{
    QStringList explained;
    for (const auto list : {reasoning::SensitiveList::Sensitive, reasoning::SensitiveList::VerySensitive}) {
        const bool very = list == reasoning::SensitiveList::VerySensitive;
        for (const reasoning::SensitiveRow &row : reasoning::rowsOver(entry.code, list, m_rules)) {
            const QString where = very ? Words::tr("On the Very Sensitive List") : Words::tr("On the Sensitive List");
            pen.begin();
            pen.say(row.when ? Words::tr("%1, in part").arg(where) : where, Tone::Strong);
            if (row.code != entry.code) {
                pen.say(Words::tr(", by its row ", "code of a row follows"), Tone::Strong);
                pen.code(row.code);
            }
            pen.say(u"."_s, Tone::Strong);
            const QString note = m_rules.entries.value(row.code).sensitiveNote;
            if (!note.isEmpty() && !explained.contains(note)) {
                explained << note;
                pen.write(u' ' + note);
            }
        }
    }
}

// A condition that stands on one line; empty: it joins several.
QString EntryWriter::plainText(const Condition &condition) const
{
    if (std::holds_alternative<Condition::All>(condition.node) || std::holds_alternative<Condition::Any>(condition.node)
        || std::holds_alternative<Condition::Not>(condition.node)
        || std::holds_alternative<Condition::AtSomePoint>(condition.node))
        return {};
    if (const auto *rule = std::get_if<Condition::RuleReference>(&condition.node))
        return ruleTitle(rule->rule, m_rules);
    if (const auto *other = std::get_if<Condition::EntryReference>(&condition.node))
        return Words::tr("it meets %1 %2", "code, title").arg(other->code, m_rules.entries.value(other->code).title);
    return reasoning::inWords(condition, m_rules);
}

void EntryWriter::writeCriteria(ControlTextPen &pen, const Condition &condition, int depth) const
{
    const auto line = [&](const QString &text) {
        pen.begin(depth, 2);
        pen.say(u"•  "_s, Tone::Muted);
        pen.write(text);
    };
    const auto nested = [&](const QString &heading, const std::vector<language::ConditionPtr> &parts) {
        line(heading);
        for (const language::ConditionPtr &part : parts)
            writeCriteria(pen, *part, depth + 1);
    };
    if (const auto *all = std::get_if<Condition::All>(&condition.node)) {
        if (depth > 0)
            return nested(Words::tr("all of these:"), all->of);
        for (const language::ConditionPtr &part : all->of) {
            // What stands in brackets of the same sort is read on one level.
            writeCriteria(pen, *part, std::holds_alternative<Condition::All>(part->node) ? 0 : depth);
        }
        return;
    }
    if (const auto *any = std::get_if<Condition::Any>(&condition.node))
        return nested(Words::tr("any of these:"), any->of);
    if (const auto *inner = std::get_if<Condition::Not>(&condition.node)) {
        const QString text = plainText(*inner->of);
        return text.isEmpty() ? nested(Words::tr("not:"), {inner->of}) : line(Words::tr("not: %1").arg(text));
    }
    if (const auto *point = std::get_if<Condition::AtSomePoint>(&condition.node)) {
        const auto *together = std::get_if<Condition::All>(&point->of->node);
        return nested(Words::tr("at one operating point, all of these together:"),
                      together ? together->of : std::vector{point->of});
    }
    line(plainText(condition));
}

void EntryWriter::writeBelow(ControlTextPen &pen, const Entry &entry) const
{
    if (entry.children.isEmpty())
        return;
    pen.heading(entry.combination == language::Combination::All        ? Words::tr("All of these must be met")
                : entry.combination == language::Combination::Examples ? Words::tr("Examples of it, beside others")
                                                                       : Words::tr("Any of these is enough"),
                2);
    for (const QString &child : entry.children) {
        const Entry &below = *m_rules.entries.constFind(child);
        if (below.reserved)
            continue;
        pen.begin(0, 2);
        pen.code(child);
        pen.say(u"  "_s);
        pen.write(below.title);
    }
}

void EntryWriter::writeNotes(ControlTextPen &pen, const Entry &entry) const
{
    if (entry.notes.isEmpty())
        return;
    pen.heading(Words::tr("Notes"), 2);
    for (const language::Note &note : entry.notes) {
        QString text = noteHeading(note.kind) + u' ';
        if (!note.title.isEmpty())
            text += note.title + u". "_s;
        text += note.text;
        if (!note.verified)
            text += u' ' + Words::tr("(not verified)");
        pen.paragraph(text);
    }
}

void EntryWriter::writeCodes(ControlTextPen &pen, const QString &heading, const QStringList &codes) const
{
    if (codes.isEmpty())
        return;
    pen.heading(heading, 2);
    for (const QString &code : codes) {
        pen.begin(0, 2);
        pen.code(code);
        if (const auto entry = m_rules.entries.constFind(code); entry != m_rules.entries.constEnd()) {
            pen.say(u"  "_s);
            pen.write(entry->title);
        }
    }
}

// Software and know-how have groups of their own; Part 1 has none.
void EntryWriter::writeCompanions(ControlTextPen &pen, const Entry &entry) const
{
    const auto companions = m_relations.companionsOf(entry.code);
    QMap<QString, QList<reasoning::EntryRelations::Companion>> byGroup;
    for (const auto &companion : companions) {
        const QString group = m_rules.entries.value(companion.code).group;
        byGroup[group == "D"_L1 || group == "E"_L1 ? group : QString()].append(companion);
    }
    const auto write = [&](const QString &group, const QString &heading) {
        if (!byGroup.contains(group))
            return;
        pen.heading(heading, 2);
        for (const auto &companion : byGroup[group]) {
            pen.begin(0, 2);
            pen.code(companion.code);
            pen.say(u"  "_s);
            pen.write(m_rules.entries.value(companion.code).title);
            if (!companion.whole)
                pen.say(u' ' + Words::tr("(for some of it)"), Tone::Muted);
        }
    };
    write(u"D"_s, Words::tr("Its software"));
    write(u"E"_s, Words::tr("Its technology"));
    write({}, entry.part == 1 ? Words::tr("Its software, technology and equipment")
                              : Words::tr("Other entries that are for it"));
}

void EntryWriter::writeRelations(ControlTextPen &pen, const Entry &entry) const
{
    writeCompanions(pen, entry);
    // Codes that such an entry is for can be dozens: they run on, without their titles.
    const QStringList goods = m_relations.goodsOf(entry.code);
    if (!goods.isEmpty()) {
        pen.heading(Words::tr("What it is for"), 2);
        pen.begin(0, 2);
        for (qsizetype i = 0; i < goods.size(); ++i) {
            if (i > 0)
                pen.say(u", "_s);
            pen.code(goods[i]);
        }
    }
    writeCodes(pen, Words::tr("See also"), entry.references);
    QStringList referring = m_relations.referringTo(entry.code);
    referring.removeIf([&](const QString &code) { return entry.references.contains(code) || goods.contains(code); });
    writeCodes(pen, Words::tr("Entries that refer to it"), referring);

    const QList<language::Equivalent> abroad = language::equivalentsOf(entry.code, m_rules);
    if (!abroad.isEmpty()) {
        pen.heading(Words::tr("Abroad"), 2);
        pen.begin(0, 2);
        pen.say(Words::tr("Cross-references; the texts differ."), Tone::Muted);
        for (const language::Equivalent &equivalent : abroad) {
            pen.begin(0, 2);
            pen.say(equivalent.list->title + u": "_s);
            pen.say(equivalent.number.isEmpty() ? Words::tr("nothing by rule") : equivalent.number, Tone::Strong);
            QStringList more;
            if (equivalent.of != entry.code)
                more << Words::tr("for %1", "code").arg(equivalent.of);
            if (!equivalent.list->edition.isEmpty())
                more << equivalent.list->edition;
            if (!equivalent.verified)
                more << Words::tr("not verified");
            if (!more.isEmpty())
                pen.say(u" ("_s + more.join(u"; "_s) + u')', Tone::Muted);
            if (!equivalent.note.isEmpty())
                pen.say(u' ' + equivalent.note, Tone::Muted);
        }
    }
    QStringList names;
    for (const language::Definition *definition : language::termsOf(entry, m_rules, m_terms))
        names << definition->term;
    if (!names.isEmpty()) {
        pen.heading(Words::tr("Defined terms"), 2);
        pen.begin(0, 2);
        pen.write(names.join(u"; "_s));
    }
}

void EntryWriter::writeOfficial(QTextDocument &document, const Entry &entry, const OfficialTexts &texts,
                                const TextDress &dress) const
{
    ControlTextPen pen(document, dress, m_rules, m_terms, m_colours, {entry.category, entry.code});
    pen.heading(Words::tr("Official wording"), 1);
    const official::OfficialEntry *wording = texts.entry(entry.code);
    if (!wording) {
        pen.begin();
        pen.say(Words::tr("The imported text has no such position."), Tone::Muted);
    } else {
        pen.begin();
        if (wording->wording.isEmpty())
            pen.say(Words::tr("(only what stands below it is printed)"), Tone::Muted);
        else
            pen.writeOfficial(wording->wording);
        for (const official::OfficialNote &note : wording->notes) {
            pen.begin();
            pen.writeOfficial(note.text);
        }
    }
    const QList<official::NumberFlag> flags = texts.flags(entry.code);
    for (const official::NumberFlag &flag : flags) {
        pen.begin();
        pen.say(OfficialSide::warningOf(flag), Tone::Strong);
    }
    if (const official::Instrument *instrument = texts.instrument()) {
        pen.begin(0, 14);
        pen.say(OfficialSide::sourceOf(*instrument), Tone::Muted);
    }
}

void EntryWriter::writeDefinition(QTextDocument &document, qsizetype definition, const Entry &entry,
                                  const TextDress &dress) const
{
    const language::Definition &meant = m_rules.definitions[definition];
    ControlTextPen pen(document, dress, m_rules, m_terms, m_colours, {entry.category, entry.code, definition});
    pen.heading(meant.term, 2);
    pen.paragraph(meant.text);
    pen.begin();
    pen.say(meant.verified ? meant.cite : meant.cite + u' ' + Words::tr("(not verified)"), Tone::Muted);
}

bool EntryWriter::print(const Entry &entry, const OfficialTexts *texts, QPagedPaintDevice &device) const
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    PrintedPages pages(device, painter,
                       Words::tr("%1, %2. Clearway catalogue %3", "list, code, version")
                           .arg(m_rules.listName, entry.code, m_rules.version));
    QTextDocument document;
    document.setDocumentMargin(0);
    writeOurs(document, entry, TextDress::ofPaper());
    if (texts && texts->instrument())
        writeOfficial(document, entry, *texts, TextDress::ofPaper());
    pages.print(document);
    return painter.end() && pages.ok();
}

} // namespace clearway::ui
