// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/worksheetwords.h"
#include "model/report/annexes.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;
using classification::Worksheet;
using classification::WorksheetRow;
using Kind = WorksheetRow::Kind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Annexes)
};

using Emphasis = Paragraph::Emphasis;

/// How deep a row lies is told by dots: a table's cells have no levels.
QString indented(const QString &text, int depth)
{
    return depth == 0 ? text : u"· "_s.repeated(depth) + text;
}

void addRow(Table &table, const WorksheetRow &row, int depth)
{
    QString state = classification::stateMark(row) + u' ' + classification::stateInWords(row);
    if (row.unanswered > 0)
        state += u"; "_s + Words::tr("criteria not answered: %1").arg(row.unanswered);
    const QString value = joined({classification::valueInWords(row), classification::sourceInWords(row)}, u" – "_s);
    table.rows.append({indented(classification::titleInWords(row), depth), classification::requiredInWords(row), value,
                       state, classification::marginInWords(row)});
    for (const WorksheetRow &child : row.children)
        addRow(table, child, depth + 1);
}

QString occasion(const Worksheet &worksheet, const reasoning::Answers &answers, const QString &listFinding)
{
    const reasoning::Answer *stated = answers.find({listFinding, worksheet.item, -1});
    const auto *codes = stated ? std::get_if<language::EntryCodes>(&stated->value) : nullptr;
    const reasoning::ItemScope *item = answers.item(worksheet.item);
    const auto isRejected = [&] {
        return item && std::ranges::any_of(item->looked.rejected, [&](const reasoning::Looked::Rejection &rejection) {
                   return rejection.code == worksheet.code;
               });
    };
    if (codes && codes->codes.contains(worksheet.code))
        return Words::tr("Accepted by the assessor");
    if (isRejected())
        return Words::tr("Rejected by the assessor");
    return worksheet.truth == reasoning::Truth::True ? Words::tr("Met by the values given") : Words::tr("Considered");
}

} // namespace

Section worksheetsAnnex(const Wording &wording)
{
    Section section{u"worksheets"_s, Words::tr("Worksheets"), {}};
    const assessment::Assessment &assessment = wording.assessment();
    const language::RuleBook &rules = wording.rules();
    for (const Worksheet &worksheet : assessment.worksheets) {
        const QString title = rules.entries.value(worksheet.code).title;
        const QString heading = assessment.answers.items.size() > 1
                                    ? Words::tr("%1 %2, for %3", "code, title, item")
                                          .arg(worksheet.code, title, wording.item(worksheet.item))
                                    : Words::tr("%1 %2", "code, title").arg(worksheet.code, title);
        section.blocks.append(Paragraph{heading, Emphasis::Strong});
        const QString truth = worksheet.truth == reasoning::Truth::True    ? Words::tr("The answers meet it.")
                              : worksheet.truth == reasoning::Truth::False ? Words::tr("The answers do not meet it.")
                                                                           : Words::tr("The answers leave it open.");
        const QString because = classification::reasonToReject(worksheet);
        section.blocks.append(Paragraph{Words::tr("%1. %2", "accepted or rejected, what the answers say")
                                                .arg(occasion(worksheet, assessment.answers, rules.listFinding), truth)
                                            + (worksheet.truth != reasoning::Truth::False || because.isEmpty()
                                                   ? QString()
                                                   : u' ' + Words::tr("What fails: %1.").arg(because)),
                                        Emphasis::Plain});
        Table table;
        table.header = {Words::tr("Position, criterion"), Words::tr("Asked for"), Words::tr("Value, source"),
                        Words::tr("State"), Words::tr("Margin")};
        table.widths = {32, 19, 18, 14, 17};
        for (const WorksheetRow &row : worksheet.rows)
            addRow(table, row, 0);
        if (!table.rows.isEmpty())
            section.blocks.append(table);
    }
    if (!section.blocks.isEmpty())
        section.blocks.prepend(
            Paragraph{Words::tr("The criteria that were answered or decide, each with its limit. A criterion that is "
                                "met speaks for the position; where a decontrol note holds, it takes the item out. "
                                "What was not answered and does not matter any more is left out."),
                      Emphasis::Quiet});
    return section;
}

} // namespace clearway::report
