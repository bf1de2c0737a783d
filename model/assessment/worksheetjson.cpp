// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/worksheetjson.h"

#include "catalogue/language/names.h"
#include "model/assessment/conclusionjson.h"
#include "model/assessment/names.h"

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using classification::Margin;
using classification::Worksheet;
using classification::WorksheetRow;
using language::RuleBook;

namespace {

QString kindName(WorksheetRow::Kind kind)
{
    switch (kind) {
    case WorksheetRow::Kind::Position: return u"position"_s;
    case WorksheetRow::Kind::Note: return u"decontrol-note"_s;
    case WorksheetRow::Kind::Rule: return u"rule"_s;
    case WorksheetRow::Kind::All: return u"all"_s;
    case WorksheetRow::Kind::Any: return u"any"_s;
    case WorksheetRow::Kind::SomePoint: return u"some-point"_s;
    case WorksheetRow::Kind::EveryPoint: return u"every-point"_s;
    case WorksheetRow::Kind::Point: return u"point"_s;
    case WorksheetRow::Kind::Criterion: return u"criterion"_s;
    case WorksheetRow::Kind::Input: return u"input"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString stateName(WorksheetRow::State state)
{
    switch (state) {
    case WorksheetRow::State::Met: return u"met"_s;
    case WorksheetRow::State::Missed: return u"missed"_s;
    case WorksheetRow::State::Open: return u"open"_s;
    case WorksheetRow::State::Idle: return u"does-not-matter"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject marginToJson(const Margin &margin)
{
    QJsonObject object;
    object.insert("side"_L1, margin.side == Margin::Side::AtLimit ? u"at-limit"_s
                             : margin.side == Margin::Side::Above ? u"above"_s
                                                                  : u"below"_s);
    put(object, "distance"_L1, margin.distance);
    put(object, "ratio"_L1, margin.ratio);
    object.insert("text"_L1, classification::inWords(margin));
    return object;
}

QJsonObject rowToJson(const WorksheetRow &row, const RuleBook &rules)
{
    QJsonObject object;
    object.insert("kind"_L1, kindName(row.kind));
    object.insert("title"_L1, row.title);
    object.insert("value"_L1, truthName(row.truth));
    object.insert("state"_L1, stateName(row.state));
    put(object, "code"_L1, row.code);
    if (row.combination != language::Combination::None)
        object.insert("below"_L1, language::nameOf(row.combination));
    if (row.above)
        object.insert("above"_L1, true);
    if (row.negated)
        object.insert("negated"_L1, true);
    if (!row.verified)
        object.insert("verified"_L1, false);
    if (!row.matters)
        object.insert("matters"_L1, false);
    put(object, "condition"_L1, row.condition);
    put(object, "required"_L1, row.required);
    put(object, "op"_L1, row.sign);
    put(object, "limit"_L1, row.limit);
    put(object, "unit"_L1, row.unit);
    put(object, "computed"_L1, row.computed);
    put(object, "computed_limit"_L1, row.computedLimit);
    if (row.margin)
        object.insert("margin"_L1, marginToJson(*row.margin));
    if (!row.key.fact.isEmpty())
        object.insert("fact"_L1, keyToJson(row.key));
    if (row.answer) {
        object.insert("answer"_L1, anyValueToJson(row.answer->value, row.key.fact, rules));
        put(object, "answer_text"_L1, row.value);
        put(object, "source"_L1, row.answer->source);
        put(object, "note"_L1, row.answer->note);
        put(object, "said_by"_L1, row.answer->saidBy);
    }
    if (row.unanswered > 0)
        object.insert("unanswered"_L1, row.unanswered);
    if (row.children.isEmpty())
        return object;
    QJsonArray children;
    for (const WorksheetRow &child : row.children)
        children.append(rowToJson(child, rules));
    object.insert("rows"_L1, children);
    return object;
}

/// The code and truth of every position, as they follow each other.
void collectDecisions(const QJsonArray &rows, QStringList &decisions)
{
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        if (row.value("kind"_L1).toString() == kindName(WorksheetRow::Kind::Position))
            decisions << row.value("code"_L1).toString() + u' ' + row.value("value"_L1).toString();
        collectDecisions(row.value("rows"_L1).toArray(), decisions);
    }
}

QStringList decisionsOf(const QJsonArray &worksheets)
{
    QStringList decisions;
    for (const QJsonValue &value : worksheets) {
        const QJsonObject sheet = value.toObject();
        decisions << sheet.value("item"_L1).toString() + u' ' + sheet.value("code"_L1).toString() + u' '
                         + sheet.value("value"_L1).toString();
        collectDecisions(sheet.value("rows"_L1).toArray(), decisions);
    }
    return decisions;
}

} // namespace

QJsonObject worksheetToJson(const Worksheet &worksheet, const RuleBook &rules)
{
    QJsonArray rows;
    for (const WorksheetRow &row : worksheet.rows)
        rows.append(rowToJson(row, rules));
    return {{u"code"_s, worksheet.code},
            {u"item"_s, worksheet.item},
            {u"value"_s, truthName(worksheet.truth)},
            {u"rows"_s, rows}};
}

bool decideAlike(const QJsonValue &stored, const QList<Worksheet> &worksheets, const RuleBook &rules)
{
    QJsonArray derived;
    for (const Worksheet &worksheet : worksheets)
        derived.append(worksheetToJson(worksheet, rules));
    return decisionsOf(stored.toArray()) == decisionsOf(derived);
}

} // namespace clearway::assessment
