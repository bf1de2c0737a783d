// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/supplylog.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SupplyLog)
};

QString cell(const QString &text)
{
    QString written = text;
    if (!written.isEmpty() && u"=+-@\t\r"_s.contains(written.front()))
        written.prepend(u'\'');
    if (!written.contains(u'"') && !written.contains(u',') && !written.contains(u'\n') && !written.contains(u'\r'))
        return written;
    return u'"' + written.replace(u'"', u"\"\""_s) + u'"';
}

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

} // namespace

QStringList problemsIn(const SupplyEntry &entry)
{
    QStringList problems;
    if (entry.goods.trimmed().isEmpty())
        problems.append(Words::tr("Say what was supplied."));
    if (entry.recipient.trimmed().isEmpty())
        problems.append(Words::tr("Say who got it."));
    if (!entry.from.isValid())
        problems.append(Words::tr("Say on which day the supply was made or began."));
    else if (entry.until.isValid() && entry.until < entry.from)
        problems.append(Words::tr("The last day lies before the first."));
    return problems;
}

bool isReplaced(const LoggedSupply &logged, const QList<LoggedSupply> &log)
{
    return std::ranges::any_of(
        log, [&](const LoggedSupply &other) { return other.replaces > 0 && other.replaces == logged.number; });
}

QList<LoggedSupply> standing(const QList<LoggedSupply> &log)
{
    QList<LoggedSupply> kept;
    for (const LoggedSupply &logged : log) {
        if (!logged.struck && !isReplaced(logged, log))
            kept.append(logged);
    }
    return kept;
}

QByteArray supplyLogToCsv(const QList<LoggedSupply> &log)
{
    QString text =
        u"number,description,permit,recipient,from,until,how,note,status,replaces,recorded,recorded_by\r\n"_s;
    for (const LoggedSupply &logged : log) {
        const SupplyEntry &entry = logged.entry;
        const QString status = logged.struck ? u"struck"_s : isReplaced(logged, log) ? u"replaced"_s : u"standing"_s;
        const QStringList cells = {logged.number > 0 ? QString::number(logged.number) : QString(),
                                   entry.goods,
                                   entry.permit,
                                   entry.recipient,
                                   day(entry.from),
                                   day(entry.until),
                                   entry.how,
                                   entry.note,
                                   status,
                                   logged.replaces > 0 ? QString::number(logged.replaces) : QString(),
                                   logged.when.isValid() ? logged.when.toUTC().toString(Qt::ISODate) : QString(),
                                   logged.who};
        QStringList written;
        for (const QString &one : cells)
            written.append(cell(one));
        text += written.join(u',') + "\r\n"_L1;
    }
    return text.toUtf8();
}

} // namespace clearway::assessment
