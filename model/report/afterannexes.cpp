// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/matrix.h"
#include "model/assessment/nextsteps.h"
#include "model/report/annexes.h"
#include "model/report/nextstepwords.h"
#include "model/report/supplystub.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;
using assessment::NextStep;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Annexes)
};

using Emphasis = Paragraph::Emphasis;

// So many provisions stand side by side on a page that their cells can still be read.
constexpr qsizetype provisionsAbreast = 5;

QString cellInWords(const assessment::MatrixCell &cell)
{
    QString text = assessment::cellMark(cell) + u' ' + assessment::cellTitle(cell);
    if (!cell.exceptionCite.isEmpty())
        text += u" ("_s + cell.exceptionCite + u')';
    if (!cell.requirement.isEmpty())
        text += u": "_s + cell.requirement;
    return text;
}

Table matrixTable(const assessment::Matrix &matrix, const QString &activity, qsizetype from, const Wording &wording)
{
    const qsizetype count = std::min(provisionsAbreast, matrix.columns.size() - from);
    Table table;
    table.caption = Words::tr("Activity: %1").arg(wording.activity(activity));
    table.header = {Words::tr("Item"), Words::tr("Recipient")};
    table.widths = {18, 17};
    for (qsizetype column = from; column < from + count; ++column) {
        table.header.append(matrix.columns.at(column).cite);
        table.widths.append(static_cast<int>(65 / count));
    }
    for (const assessment::MatrixRow &row : matrix.rows) {
        if (row.combination.activity != activity)
            continue;
        const QString item = wording.item(row.combination.item);
        const QString recipient = wording.recipient(row.combination.recipient);
        QStringList cells = {item.isEmpty() ? Words::tr("nothing in particular") : item,
                             recipient.isEmpty() ? Words::tr("nobody in particular") : recipient};
        for (qsizetype column = from; column < from + count; ++column)
            cells.append(cellInWords(row.cells.at(column)));
        table.rows.append(cells);
    }
    return table;
}

QString periodInWords(const assessment::SupplyEntry &entry)
{
    const QString from = entry.from.toString(Qt::ISODate);
    if (!entry.until.isValid())
        return Words::tr("from %1, goes on").arg(from);
    return entry.until == entry.from ? from : Words::tr("%1 to %2").arg(from, entry.until.toString(Qt::ISODate));
}

Table logTable(const QList<assessment::LoggedSupply> &log)
{
    Table table;
    table.caption = Words::tr("Supply log of this case, as it stood when this record was printed");
    table.header = {Words::tr("Number"),        Words::tr("Technology, software, goods or services"),
                    Words::tr("Permit"),        Words::tr("Recipient"),
                    Words::tr("Day or period"), Words::tr("How, note"),
                    Words::tr("Written")};
    table.widths = {8, 24, 13, 16, 14, 14, 11};
    for (const assessment::LoggedSupply &logged : log) {
        const assessment::SupplyEntry &entry = logged.entry;
        QString number = QString::number(logged.number);
        if (logged.struck)
            number = Words::tr("%1: strikes %2").arg(number, QString::number(logged.replaces));
        else if (logged.replaces > 0)
            number = Words::tr("%1: replaces %2").arg(number, QString::number(logged.replaces));
        if (assessment::isReplaced(logged, log))
            number += Words::tr(" (replaced)");
        table.rows.append({number, entry.goods, entry.permit.isEmpty() ? Words::tr("none") : entry.permit,
                           entry.recipient, periodInWords(entry), joined({entry.how, entry.note}, u"; "_s),
                           joined({momentInWords(logged.when), logged.who}, u", "_s)});
    }
    return table;
}

// A place for the pen, with what the answers tell.
Table stubTable(const Wording &wording, const ReportOptions &options, bool named)
{
    Table table;
    table.caption = Words::tr("Entry for the supply log");
    table.header = {Words::tr("Number"), Words::tr("Technology, software or goods"),
                    Words::tr("Permit"), Words::tr("Recipient"),
                    Words::tr("From"),   Words::tr("To")};
    table.widths = {11, 28, 15, 22, 12, 12};
    const QList<assessment::SupplyEntry> entries = supplyStub(wording, named);
    for (const assessment::SupplyEntry &entry : entries)
        table.rows.append({options.supplyLogNumber, entry.goods, entry.permit, entry.recipient,
                           entry.from.toString(Qt::ISODate), entry.until.toString(Qt::ISODate)});
    return table;
}

} // namespace

Section stepsAnnex(const Wording &wording)
{
    Section section{u"next-steps"_s, Words::tr("What to do next"), {}};
    const QList<NextStep> steps = assessment::nextSteps(wording.rules(), wording.assessment());
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const NextStep &step = steps.at(i);
        section.blocks.append(
            Paragraph{Words::tr("Step %1: %2").arg(QString::number(i + 1), step.title), Emphasis::Strong});
        KeyValues rows;
        const QString concerns = concernsInWords(step, wording);
        for (const auto &[key, value] :
             {std::pair(Words::tr("For"), concerns), std::pair(Words::tr("Who does it"), step.acts),
              std::pair(deciderLabel(step.kind), step.decides), std::pair(Words::tr("Usual time"), step.usualTime),
              std::pair(Words::tr("Provision"), step.cite)}) {
            if (!value.isEmpty())
                rows.rows.append({key, value});
        }
        section.blocks.append(rows);
        if (!step.details.isEmpty())
            section.blocks.append(Bullets{step.details, false});
    }
    return section;
}

Section matrixAnnex(const Wording &wording)
{
    Section section{u"matrix"_s, Words::tr("Every combination under every provision"), {}};
    const assessment::Matrix matrix = assessment::matrixOf(wording.assessment().conclusion);
    if (matrix.isEmpty())
        return section;
    QStringList activities;
    for (const assessment::MatrixRow &row : matrix.rows) {
        if (!activities.contains(row.combination.activity))
            activities.append(row.combination.activity);
    }
    for (const QString &activity : std::as_const(activities)) {
        for (qsizetype from = 0; from < matrix.columns.size(); from += provisionsAbreast)
            section.blocks.append(matrixTable(matrix, activity, from, wording));
    }
    KeyValues provisions;
    for (const assessment::MatrixColumn &column : matrix.columns)
        provisions.rows.append({column.cite, column.title});
    if (!provisions.rows.isEmpty())
        section.blocks.append(provisions);
    QStringList silent;
    for (const assessment::MatrixColumn &column : matrix.silent)
        silent.append(joined({column.cite, column.title}, u" "_s));
    if (!silent.isEmpty()) {
        section.blocks.append(Paragraph{
            Words::tr("Put to every combination, and apply to none: %1.").arg(silent.join(u"; "_s)), Emphasis::Quiet});
    }
    return section;
}

Section recordsAnnex(const Wording &wording, const ReportOptions &options, bool named)
{
    Section section{u"records"_s, Words::tr("Records and supply log"), {}};
    const QList<assessment::Retention> periods = assessment::retentions(wording.assessment());
    for (const reasoning::DutyFinding &finding : wording.assessment().conclusion.duties) {
        section.blocks.append(Paragraph{joined({finding.duty.title, finding.duty.cite}, u", "_s), Emphasis::Strong});
        QString until =
            finding.duty.keepUntil.isEmpty() ? QString() : Words::tr("Keep until: %1.").arg(finding.duty.keepUntil);
        const auto period = std::ranges::find(periods, finding.duty.title, &assessment::Retention::duty);
        if (period != periods.end() && period->until.isValid()) {
            until = joined(
                {until,
                 Words::tr("Not before %1, worked out from the day of the conduct.").arg(dayInWords(period->until)),
                 period->countsFrom.isEmpty() ? QString() : Words::tr("It counts from %1.").arg(period->countsFrom),
                 period->verified ? QString() : Words::tr("The period was not verified.")},
                u" "_s);
        }
        section.blocks.append(Paragraph{joined({finding.duty.text, until}, u" "_s)});
    }
    const QDate latest = assessment::keepUntil(wording.assessment());
    section.blocks.append(Paragraph{
        latest.isValid()
            ? Words::tr("Keep this record with its attachment and the evidence; do not delete it before %1, the "
                        "latest of these days, and later where the supply goes on longer.")
                  .arg(dayInWords(latest))
            : Words::tr("Keep this record with its attachment and the evidence; do not delete it before the "
                        "longest of these periods is over.")});
    if (options.supplyLog.isEmpty())
        section.blocks.append(stubTable(wording, options, named));
    else
        section.blocks.append(logTable(options.supplyLog));
    return section;
}

} // namespace clearway::report
