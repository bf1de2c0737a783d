// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/worksheetwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::classification {

using namespace Qt::StringLiterals;
using language::Comparison;
using reasoning::Truth;
using Kind = WorksheetRow::Kind;
using State = WorksheetRow::State;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Worksheet)
};

constexpr qsizetype mostReasons = 3;

bool isUnsure(const WorksheetRow &row)
{
    return row.answer && std::holds_alternative<language::Unsure>(row.answer->value);
}

/// One failing criterion as a sentence.
QString failing(const WorksheetRow &row)
{
    if (!row.sign.isEmpty()) {
        const QString name = row.key.fact.isEmpty() ? row.title : parameterName(row.key.fact);
        const QString limit = row.computedLimit.isEmpty()
                                  ? row.required
                                  : Words::tr("%1 = %2", "a formula, its value").arg(row.required, row.computedLimit);
        return Words::tr("%1 %2 is not %3", "parameter, value, limit").arg(name, valueInWords(row), limit);
    }
    if (!row.code.isEmpty())
        return row.negated ? Words::tr("%1 is met", "another position").arg(row.code)
                           : Words::tr("%1 is not met", "another position").arg(row.code);
    if (row.value.isEmpty())
        return row.title;
    return Words::tr("“%1” is answered %2, and asked for is %3").arg(row.title, row.value, row.required);
}

void collectFailing(const WorksheetRow &row, QStringList &reasons)
{
    QString text;
    if (row.kind == Kind::Note) {
        if (row.truth == Truth::True)
            text = Words::tr("a note takes it out: %1").arg(row.title);
    } else if (row.truth != Truth::False || !row.matters) {
        return;
    } else if (row.kind == Kind::Criterion) {
        text = failing(row);
    } else {
        for (const WorksheetRow &child : row.children)
            collectFailing(child, reasons);
        return;
    }
    if (!text.isEmpty() && !reasons.contains(text))
        reasons.append(text);
}

} // namespace

QString stateInWords(const WorksheetRow &row)
{
    if (row.kind == Kind::Note) {
        switch (row.state) {
        case State::Met: return Words::tr("takes it out");
        case State::Missed: return Words::tr("does not take it out");
        case State::Open: return Words::tr("not known");
        case State::Idle: break;
        }
        return Words::tr("does not matter any more");
    }
    if (row.kind == Kind::Input) {
        return row.value.isEmpty() || isUnsure(row)
                   ? (row.state == State::Idle ? Words::tr("does not matter any more") : Words::tr("not known"))
                   : Words::tr("given");
    }
    switch (row.state) {
    case State::Met: return Words::tr("met");
    case State::Missed: return Words::tr("missed");
    case State::Open: return Words::tr("not known");
    case State::Idle: break;
    }
    return Words::tr("does not matter any more");
}

QString stateMark(const WorksheetRow &row)
{
    if (row.kind == Kind::Input && row.state != State::Idle)
        return row.value.isEmpty() || isUnsure(row) ? u"?"_s : u"·"_s;
    switch (row.state) {
    case State::Met: return u"✓"_s;
    case State::Missed: return u"✗"_s;
    case State::Open: return u"?"_s;
    case State::Idle: break;
    }
    return u"–"_s;
}

QString titleInWords(const WorksheetRow &row)
{
    QString text = row.title;
    switch (row.kind) {
    case Kind::Position:
        text = row.code + u"  "_s + row.title;
        if (row.above)
            text = Words::tr("%1 (asked of all below it)").arg(text);
        break;
    case Kind::Note: text = Words::tr("Decontrol note: %1").arg(row.title); break;
    case Kind::Rule:
        if (row.negated)
            text = Words::tr("Not: %1").arg(row.title);
        break;
    default: break;
    }
    return row.verified ? text : text + u' ' + Words::tr("(not verified)");
}

QString requiredInWords(const WorksheetRow &row)
{
    if (row.kind == Kind::Position && !row.above) {
        const bool hasOwn =
            std::ranges::any_of(row.children, [](const WorksheetRow &child) { return child.kind != Kind::Position; });
        switch (row.combination) {
        case language::Combination::Any:
            return hasOwn ? Words::tr("these, and any of the positions below") : Words::tr("any of these positions");
        case language::Combination::All:
            return hasOwn ? Words::tr("these, and all of the positions below") : Words::tr("all of these positions");
        case language::Combination::Examples:
            return hasOwn ? Words::tr("all of these; the positions below are examples")
                          : Words::tr("the positions below are examples");
        case language::Combination::None: break;
        }
        return row.children.size() > 1 ? Words::tr("all of these") : QString();
    }
    if (row.kind == Kind::Position || row.kind == Kind::Rule || row.kind == Kind::Point)
        return row.children.size() > 1 ? Words::tr("all of these") : QString();
    if (row.kind == Kind::SomePoint || row.kind == Kind::EveryPoint)
        return row.children.size() > 1 && row.children.first().kind != Kind::Point ? Words::tr("all of these together")
                                                                                   : QString();
    if (row.kind == Kind::Note)
        return Words::tr("takes the item out where this holds");
    return row.computedLimit.isEmpty()
               ? row.required
               : Words::tr("%1 = %2", "a formula, its value").arg(row.required, row.computedLimit);
}

QString valueInWords(const WorksheetRow &row)
{
    return row.computed.isEmpty() ? row.value : row.computed;
}

QString marginInWords(const WorksheetRow &row)
{
    return row.margin ? inWords(*row.margin) : QString();
}

QString sourceInWords(const WorksheetRow &row)
{
    if (!row.answer)
        return {};
    QStringList parts;
    for (const QString &part : {row.answer->source, row.answer->note, row.answer->saidBy})
        if (!part.isEmpty())
            parts << part;
    return parts.join(u"; "_s);
}

QString reasonToReject(const Worksheet &worksheet)
{
    QStringList reasons;
    for (const WorksheetRow &row : worksheet.rows)
        collectFailing(row, reasons);
    const qsizetype more = reasons.size() - mostReasons;
    if (more > 0) {
        reasons.resize(mostReasons);
        reasons << Words::tr("and %1 more").arg(more);
    }
    return reasons.join(u"; "_s);
}

QString comparedInWords(Comparison comparison, const QString &limit)
{
    switch (comparison) {
    case Comparison::Less: return Words::tr("below %1", "a limit").arg(limit);
    case Comparison::LessOrEqual: return Words::tr("at most %1", "a limit").arg(limit);
    case Comparison::Equal: return Words::tr("exactly %1", "a limit").arg(limit);
    case Comparison::NotEqual: return Words::tr("other than %1", "a limit").arg(limit);
    case Comparison::GreaterOrEqual: return Words::tr("at least %1", "a limit").arg(limit);
    case Comparison::Greater: break;
    }
    return Words::tr("above %1", "a limit").arg(limit);
}

QString formulaInWords(const language::Arithmetic &formula)
{
    QString text = language::toText(formula);
    const QStringList facts = language::factsOf(formula);
    for (const QString &fact : facts)
        text.replace(fact, parameterName(fact));
    return text.replace(u" * "_s, u" × "_s);
}

QString parameterName(const QString &fact)
{
    return fact.section(u'.', -1).replace(u'_', u' ');
}

} // namespace clearway::classification
