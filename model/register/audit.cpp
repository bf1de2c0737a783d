// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/audit.h"

#include "model/assessment/canonicaljson.h"
#include "model/register/casejson.h"

using namespace Qt::StringLiterals;

namespace clearway::cases {

// The members' names stand in the hashed bytes: they are part of the format and the same for every engine.

QString hashOf(const AuditRow &row)
{
    return assessment::sha256Hex(assessment::canonicalJson(QJsonObject{
        {u"case"_s, row.id.value},
        {u"sequence"_s, QString::number(row.sequence)},
        {u"when"_s, timeToText(row.when)},
        {u"who"_s, row.who},
        {u"what"_s, row.what},
        {u"before"_s, row.before},
        {u"after"_s, row.after},
        {u"previous"_s, row.previous},
    }));
}

QString hashOf(const HeadRow &row)
{
    return assessment::sha256Hex(assessment::canonicalJson(QJsonObject{
        {u"sequence"_s, QString::number(row.sequence)},
        {u"case"_s, row.id.value},
        {u"case_sequence"_s, QString::number(row.caseSequence)},
        {u"case_head"_s, row.caseHead},
        {u"previous"_s, row.previous},
    }));
}

QString noPrevious()
{
    return QString(64, u'0');
}

QString genesis(const QString &registerId, const QString &created)
{
    return assessment::sha256Hex(assessment::canonicalJson(QJsonObject{
        {u"register"_s, registerId},
        {u"created"_s, created},
    }));
}

} // namespace clearway::cases
