// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/memberreader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace clearway::assessment {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssessmentFile)
};

} // namespace

MemberReader::MemberReader(QJsonObject object, QString path, std::optional<DocumentProblem> &problem)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problem(&problem)
{}

void MemberReader::fail(QLatin1StringView name, const QString &expected)
{
    if (m_problem->has_value())
        return;
    const QString message =
        has(name) ? Words::tr("the content is not what it should be") : Words::tr("this is missing");
    *m_problem = DocumentProblem{DocumentProblem::Kind::WrongContent, 0, m_path + u'/' + name, message, expected};
}

QString MemberReader::text(QLatin1StringView name)
{
    const QJsonValue json = value(name);
    if (!json.isString())
        fail(name, Words::tr("text"));
    return json.toString();
}

QString MemberReader::optionalText(QLatin1StringView name)
{
    return has(name) ? text(name) : QString();
}

int MemberReader::number(QLatin1StringView name, int least, int most)
{
    const double read = value(name).toDouble(std::nan(""));
    if (!(read >= least && read <= most) || read != std::floor(read)) {
        fail(name, Words::tr("a whole number from %1 to %2").arg(least).arg(most));
        return least;
    }
    return static_cast<int>(read);
}

bool MemberReader::flag(QLatin1StringView name)
{
    if (!value(name).isBool())
        fail(name, Words::tr("true or false"));
    return value(name).toBool();
}

QDate MemberReader::optionalDate(QLatin1StringView name)
{
    if (!has(name))
        return {};
    const QString written = value(name).toString();
    const QDate date = QDate::fromString(written, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        fail(name, Words::tr("a date such as 2025-03-01"));
    return date;
}

QDateTime MemberReader::optionalMoment(QLatin1StringView name)
{
    if (!has(name))
        return {};
    const QDateTime moment = QDateTime::fromString(value(name).toString(), Qt::ISODate);
    if (!moment.isValid() || moment.timeSpec() != Qt::UTC)
        fail(name, Words::tr("a moment in UTC such as 2025-03-01T09:30:00Z"));
    return moment;
}

QStringList MemberReader::texts(QLatin1StringView name)
{
    if (!value(name).isArray())
        fail(name, Words::tr("an array of texts"));
    QStringList read;
    const QJsonArray array = value(name).toArray();
    for (const QJsonValue &element : array) {
        if (!element.isString())
            fail(name, Words::tr("an array of texts"));
        read.append(element.toString());
    }
    return read;
}

MemberReader MemberReader::object(QLatin1StringView name)
{
    if (!value(name).isObject())
        fail(name, Words::tr("an object"));
    return {value(name).toObject(), m_path + u'/' + name, *m_problem};
}

QList<MemberReader> MemberReader::objects(QLatin1StringView name)
{
    if (!value(name).isArray())
        fail(name, Words::tr("an array of objects"));
    QList<MemberReader> read;
    const QJsonArray array = value(name).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isObject())
            fail(name, Words::tr("an array of objects"));
        read.append({array.at(i).toObject(), m_path + u'/' + name + u'/' + QString::number(i), *m_problem});
    }
    return read;
}

} // namespace clearway::assessment
