// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/filed.h"

using namespace Qt::StringLiterals;

namespace clearway::cases {

QString dayToText(QDate day)
{
    return day.toString(Qt::ISODate);
}

QDate dayFromText(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QJsonObject reviewToJson(const FiledReview &filed)
{
    return {{u"number"_s, QString::number(filed.number)},
            {u"revision"_s, QString::number(filed.revision)},
            {u"fingerprint"_s, filed.fingerprint},
            {u"finding"_s, assessment::reviewFindingName(filed.review.finding)},
            {u"name"_s, filed.review.name},
            {u"role"_s, filed.review.role},
            {u"reviewed"_s, dayToText(filed.review.on)},
            {u"note"_s, filed.review.note}};
}

QJsonObject supplyToJson(const assessment::LoggedSupply &logged)
{
    return {{u"number"_s, QString::number(logged.number)},
            {u"replaces"_s, logged.replaces > 0 ? QJsonValue(QString::number(logged.replaces)) : QJsonValue()},
            {u"struck"_s, logged.struck ? u"1"_s : u"0"_s},
            {u"goods"_s, logged.entry.goods},
            {u"permit"_s, logged.entry.permit},
            {u"recipient"_s, logged.entry.recipient},
            {u"from_day"_s, dayToText(logged.entry.from)},
            {u"until_day"_s, dayToText(logged.entry.until)},
            {u"how"_s, logged.entry.how},
            {u"note"_s, logged.entry.note}};
}

} // namespace clearway::cases
