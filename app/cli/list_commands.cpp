// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/reference.h"
#include "catalogue/language/condition.h"
#include "model/reasoning/sensitivity.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using language::Condition;
using language::Entry;
using language::RuleBook;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// "5" for both parts of Category 5, as in the instrument; none for Part 1.
QJsonValue categoryNumber(const Entry &entry)
{
    if (entry.part == 1)
        return QJsonValue::Null;
    return entry.category.left(1);
}

QJsonObject brief(const Entry &entry)
{
    return {{u"code"_s, entry.code},
            {u"parent"_s, entry.parent.isEmpty() ? QJsonValue(entry.part == 2 ? entry.code.left(2) : u"P1"_s)
                                                 : QJsonValue(entry.parent)},
            {u"part"_s, entry.part},
            {u"category"_s, categoryNumber(entry)},
            {u"title"_s, entry.title},
            {u"reserved"_s, entry.reserved}};
}

QString symbol(language::Comparison comparison)
{
    using enum language::Comparison;
    switch (comparison) {
    case Less: return u"<"_s;
    case LessOrEqual: return u"<="_s;
    case Equal: return u"="_s;
    case NotEqual: return u"!="_s;
    case GreaterOrEqual: return u">="_s;
    case Greater: return u">"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

language::Comparison opposite(language::Comparison comparison)
{
    using enum language::Comparison;
    switch (comparison) {
    case Less: return GreaterOrEqual;
    case LessOrEqual: return Greater;
    case Equal: return NotEqual;
    case NotEqual: return Equal;
    case GreaterOrEqual: return Less;
    case Greater: return LessOrEqual;
    }
    Q_UNREACHABLE_RETURN(comparison);
}

/// Gathers the numbers in a condition, as {parameter, op, value, unit}; a formula is given as text.
class CriteriaCollector {
public:
    explicit CriteriaCollector(const RuleBook &rules)
        : m_rules(rules)
    {}
    /// `negated`: the condition stands under an odd number of "not", so that its comparisons count the other way round.
    void add(const Condition &condition, bool negated = false)
    {
        if (const auto *compared = std::get_if<Condition::Compared>(&condition.node))
            addComparison(*compared, condition, negated);
        else if (const auto *all = std::get_if<Condition::All>(&condition.node))
            addEach(all->of, negated);
        else if (const auto *any = std::get_if<Condition::Any>(&condition.node))
            addEach(any->of, negated);
        else if (const auto *inner = std::get_if<Condition::Not>(&condition.node))
            add(*inner->of, !negated);
        else if (const auto *point = std::get_if<Condition::AtSomePoint>(&condition.node))
            add(*point->of, negated);
    }
    QJsonArray criteria;

private:
    void addEach(const std::vector<language::ConditionPtr> &parts, bool negated)
    {
        for (const auto &part : parts)
            add(*part, negated);
    }
    void addComparison(const Condition::Compared &node, const Condition &whole, bool negated)
    {
        const auto *fact = std::get_if<language::Arithmetic::FactValue>(&node.left->node);
        const auto *limit = std::get_if<language::Arithmetic::Literal>(&node.right->node);
        if (!fact || !limit) {
            const QString text = language::toText(whole);
            criteria.append(QJsonObject{{u"formula"_s, negated ? u"not (%1)"_s.arg(text) : text}});
            return;
        }
        // As the source writes it: the number exactly, then the unit.
        const language::Quantity &quantity = limit->quantity;
        const QString text = quantity.written.isEmpty() ? m_rules.units.format(quantity) : quantity.written;
        criteria.append(QJsonObject{{u"parameter"_s, fact->fact},
                                    {u"op"_s, symbol(negated ? opposite(node.comparison) : node.comparison)},
                                    {u"value"_s, text.section(u' ', 0, 0)},
                                    {u"unit"_s, text.section(u' ', 1)}});
    }

    const RuleBook &m_rules;
};

QString noteKindName(language::NoteKind kind)
{
    switch (kind) {
    case language::NoteKind::Note: return u"note"_s;
    case language::NoteKind::DecontrolNote: return u"decontrol"_s;
    case language::NoteKind::TechnicalNote: return u"technical"_s;
    case language::NoteKind::SeeAlso: return u"see"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// What the two lists take of an entry: with its own position or one above it.
QJsonArray rowsJson(const Entry &entry, const RuleBook &rules)
{
    QJsonArray rows;
    for (const auto list : {reasoning::SensitiveList::Sensitive, reasoning::SensitiveList::VerySensitive}) {
        for (const reasoning::SensitiveRow &row : reasoning::rowsOver(entry.code, list, rules))
            rows.append(QJsonObject{
                {u"list"_s, list == reasoning::SensitiveList::Sensitive ? u"sensitive"_s : u"very_sensitive"_s},
                {u"code"_s, row.code},
                {u"condition"_s, row.when ? QJsonValue(language::toText(*row.when)) : QJsonValue()}});
    }
    return rows;
}

void sayRows(const Entry &entry, const RuleBook &rules)
{
    for (const auto list : {reasoning::SensitiveList::Sensitive, reasoning::SensitiveList::VerySensitive}) {
        const QString name =
            list == reasoning::SensitiveList::Sensitive ? Text::tr("Sensitive List") : Text::tr("Very Sensitive List");
        for (const reasoning::SensitiveRow &row : reasoning::rowsOver(entry.code, list, rules)) {
            const QString where =
                row.when ? Text::tr("%1, row %2, where %3").arg(name, row.code, language::toText(*row.when))
                         : Text::tr("%1, row %2").arg(name, row.code);
            say(Text::tr("On the %1").arg(where));
        }
    }
    if (!entry.sensitiveNote.isEmpty())
        say(u"  "_s + QString(entry.sensitiveNote).replace(u'\n', u"\n  "_s));
}

QJsonObject full(const Entry &entry, const RuleBook &rules)
{
    QJsonObject object = brief(entry);
    object["summary"_L1] = entry.summary;
    object["regime"_L1] = entry.regime;
    object["sensitive"_L1] = entry.sensitive;
    object["very_sensitive"_L1] = entry.verySensitive;
    if (!entry.sensitiveNote.isEmpty())
        object["sensitive_note"_L1] = entry.sensitiveNote;
    object["sensitive_rows"_L1] = rowsJson(entry, rules);
    object["keywords"_L1] = QJsonArray::fromStringList(entry.keywords);
    object["references"_L1] = QJsonArray::fromStringList(entry.references);
    object["children"_L1] = QJsonArray::fromStringList(entry.children);
    object["combination"_L1] = entry.combination == language::Combination::Any        ? QJsonValue(u"any"_s)
                               : entry.combination == language::Combination::All      ? QJsonValue(u"all"_s)
                               : entry.combination == language::Combination::Examples ? QJsonValue(u"examples"_s)
                                                                                      : QJsonValue();
    object["condition"_L1] = entry.when ? QJsonValue(language::toText(*entry.when)) : QJsonValue();
    CriteriaCollector collector(rules);
    if (entry.when)
        collector.add(*entry.when);
    object["criteria"_L1] = collector.criteria;
    QJsonArray notes;
    for (const language::Note &note : entry.notes) {
        QJsonObject one{{u"kind"_s, noteKindName(note.kind)}, {u"text"_s, note.text}};
        if (!note.title.isEmpty())
            one["title"_L1] = note.title;
        if (note.when) {
            one["condition"_L1] = language::toText(*note.when);
            one["verified"_L1] = note.verified;
        }
        notes.append(one);
    }
    object["notes"_L1] = notes;
    object["terms"_L1] = termsJson(entry, rules);
    object["equivalents"_L1] = equivalentsJson(entry, rules);
    return object;
}

} // namespace

int entries(const Command &command)
{
    const auto parsed =
        parse(command, {u"json"_s}, {u"part"_s, u"category"_s}, u"entries [--part 1|2] [--category N] [--json]"_s);
    if (!parsed)
        return parsed.error();
    const QString part = parsed->value(u"part"_s);
    const QString category = parsed->value(u"category"_s);
    static const QStringList categories{u"0"_s, u"1"_s, u"2"_s, u"3"_s,  u"4"_s,   u"5"_s,  u"6"_s,
                                        u"7"_s, u"8"_s, u"9"_s, u"ML"_s, u"5P1"_s, u"5P2"_s};
    if (!parsed->rest.isEmpty() || (parsed->has(u"part"_s) && part != "1"_L1 && part != "2"_L1)
        || (parsed->has(u"category"_s) && !categories.contains(category))) {
        complain(
            Text::tr("usage: clearway-cli %1").arg(u"entries [--part 1|2] [--category 0-9|5P1|5P2|ML] [--json]"_s));
        return Usage;
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const RuleBook &rules = opened->rules();
    QJsonArray array;
    for (const QString &code : rules.entryOrder) {
        const Entry &entry = *rules.entries.constFind(code);
        if ((!part.isEmpty() && QString::number(entry.part) != part)
            || (!category.isEmpty() && entry.category != category && entry.category.section(u'P', 0, 0) != category))
            continue;
        if (parsed->has(u"json"_s))
            array.append(brief(entry));
        else
            say(QString(entry.code.count(u'.') * 2, u' ') + entry.code + u"  "_s + entry.title);
    }
    if (parsed->has(u"json"_s))
        printJson(array);
    return Done;
}

int entry(const Command &command)
{
    const auto parsed = parse(command, {u"json"_s}, {}, u"entry CODE [--json]"_s);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 1) {
        complain(Text::tr("usage: clearway-cli %1").arg(u"entry CODE [--json]"_s));
        return Usage;
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const RuleBook &rules = opened->rules();
    const QString code = normalCode(parsed->rest.first());
    const auto found = rules.entries.constFind(code);
    if (found == rules.entries.cend()) {
        complain(Text::tr("%1: the catalogue holds no such code; \"clearway-cli entries\" lists those that it holds")
                     .arg(parsed->rest.first()));
        return BadInput;
    }
    const QJsonObject object = full(*found, rules);
    if (parsed->has(u"json"_s)) {
        printJson(object);
        return Done;
    }
    say(found->code + u"  "_s + found->title);
    if (!found->summary.isEmpty())
        say(found->summary);
    sayRows(*found, rules);
    if (found->when) {
        say(Text::tr("Condition: %1").arg(language::toText(*found->when)));
        for (const QString &fact : language::factsOf(*found->when))
            say(u"  %1: %2"_s.arg(fact, rules.facts.value(fact).prompt));
    }
    for (const language::Note &note : found->notes) {
        const QString text = note.title.isEmpty() ? note.text : note.title + u": "_s + note.text;
        say(u"- "_s + (note.kind == language::NoteKind::DecontrolNote ? Text::tr("Left out: %1").arg(text) : text));
    }
    if (!found->children.isEmpty())
        say(found->combination == language::Combination::All        ? Text::tr("All of:")
            : found->combination == language::Combination::Examples ? Text::tr("Examples of it:")
                                                                    : Text::tr("Any of:"));
    for (const QString &child : found->children)
        say(u"  "_s + child + u"  "_s + rules.entries.value(child).title);
    if (!found->references.isEmpty())
        say(Text::tr("See also: %1").arg(found->references.join(u", "_s)));
    sayTerms(*found, rules);
    sayEquivalents(*found, rules);
    return Done;
}

int search(const Command &command)
{
    const QString form = u"search WORDS [--limit N] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {u"limit"_s}, form);
    if (!parsed)
        return parsed.error();
    bool isNumber = true;
    const int limit = parsed->has(u"limit"_s) ? parsed->value(u"limit"_s).toInt(&isNumber) : 20;
    if (parsed->rest.isEmpty() || !isNumber || limit < 1) {
        complain(Text::tr("usage: clearway-cli %1").arg(form));
        return Usage;
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const auto hits = opened->search(parsed->rest.join(u' '), limit);
    if (!hits) {
        complain(hits.error().detail);
        return Storage;
    }
    if (hits->isEmpty())
        complain(Text::tr("nothing in the catalogue has these words; that is no sign that an item is not listed"));
    QJsonArray array;
    for (const store::SearchHit &hit : *hits) {
        if (parsed->has(u"json"_s))
            array.append(QJsonObject{
                {u"code"_s, hit.code}, {u"title"_s, hit.title}, {u"snippet"_s, hit.snippet}, {u"score"_s, hit.score}});
        else
            say(hit.code + u"  "_s + hit.title);
    }
    if (parsed->has(u"json"_s))
        printJson(array);
    return Done;
}

} // namespace clearway::cli
