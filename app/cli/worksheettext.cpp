// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/worksheettext.h"

#include "app/cli/command.h"
#include "model/classification/worksheetwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using classification::WorksheetRow;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void printRow(const WorksheetRow &row, int depth)
{
    const bool isGroup = row.kind != WorksheetRow::Kind::Criterion && row.kind != WorksheetRow::Kind::Input;
    QStringList parts{classification::titleInWords(row)};
    if (const QString required = classification::requiredInWords(row); !required.isEmpty())
        parts << (isGroup ? required : Text::tr("asked for: %1").arg(required));
    if (!isGroup) {
        const QString value = classification::valueInWords(row);
        parts << (value.isEmpty() ? Text::tr("not answered") : Text::tr("answered: %1").arg(value));
    }
    parts << (row.unanswered > 0 ? Text::tr("not known, criteria not answered: %1").arg(row.unanswered)
                                 : classification::stateInWords(row));
    for (const QString &part : {classification::marginInWords(row), classification::sourceInWords(row)})
        if (!part.isEmpty())
            parts << part;
    say(QString(depth * 2, u' ') + classification::stateMark(row) + u' ' + parts.join(u" | "_s));
    for (const WorksheetRow &child : row.children)
        printRow(child, depth + 1);
}

} // namespace

void printWorksheet(const classification::Worksheet &worksheet)
{
    for (const WorksheetRow &row : worksheet.rows)
        printRow(row, 0);
}

} // namespace clearway::cli
