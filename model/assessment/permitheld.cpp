// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/permitheld.h"

#include "model/reasoning/conclusion.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using Kind = PermitHeld::Kind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PermitHeld)
};

constexpr std::array<std::pair<Kind, QLatin1StringView>, 4> kindNames = {{{Kind::Permit, "permit"_L1},
                                                                          {Kind::Approval, "approval"_L1},
                                                                          {Kind::Permission, "permission"_L1},
                                                                          {Kind::Registration, "registration"_L1}}};

QString kindInWords(Kind kind)
{
    switch (kind) {
    case Kind::Permit: return Words::tr("Permit");
    case Kind::Approval: return Words::tr("Approval");
    case Kind::Permission: return Words::tr("Permission for goods");
    case Kind::Registration: return Words::tr("Registration as a broker");
    }
    Q_UNREACHABLE_RETURN({});
}

QString dayInWords(QDate day)
{
    return QLocale().toString(day, u"d MMMM yyyy"_s);
}

} // namespace

QString permitKindName(Kind kind)
{
    return std::ranges::find(kindNames, kind, &std::pair<Kind, QLatin1StringView>::first)->second;
}

std::optional<Kind> permitKindFromName(QStringView name)
{
    const auto found = std::ranges::find_if(kindNames, [name](const auto &one) { return one.second == name; });
    return found == kindNames.end() ? std::nullopt : std::optional(found->first);
}

QString inWords(const PermitHeld &permit)
{
    QString text = kindInWords(permit.kind) + u' ' + permit.number;
    if (!permit.holder.isEmpty())
        text = Words::tr("%1 of %2", "a permit, its holder").arg(text, permit.holder);
    if (permit.from.isValid() && permit.until.isValid())
        text = Words::tr("%1, from %2 to %3").arg(text, dayInWords(permit.from), dayInWords(permit.until));
    else if (permit.until.isValid())
        text = Words::tr("%1, until %2").arg(text, dayInWords(permit.until));
    else if (permit.from.isValid())
        text = Words::tr("%1, from %2, no end named").arg(text, dayInWords(permit.from));
    return permit.covers.isEmpty() ? text : Words::tr("%1, for: %2").arg(text, permit.covers);
}

bool runsOn(const PermitHeld &permit, QDate day)
{
    return (!permit.from.isValid() || permit.from <= day) && (!permit.until.isValid() || day <= permit.until);
}

QStringList problemsIn(const PermitHeld &permit)
{
    QStringList problems;
    if (permit.number.trimmed().isEmpty())
        problems << Words::tr("Say its number, as it is printed on it.");
    if (permit.covers.trimmed().isEmpty())
        problems << Words::tr("Say what it covers, and for whom.");
    if (permit.from.isValid() && permit.until.isValid() && permit.until < permit.from)
        problems << Words::tr("Its last day comes before its first.");
    return problems;
}

bool restsOnPermit(const reasoning::Conclusion &conclusion)
{
    return std::ranges::any_of(conclusion.findings, [](const reasoning::Finding &finding) {
        return finding.status == reasoning::ProvisionStatus::Covered && finding.operates;
    });
}

QList<PermitHeld> running(const QList<PermitHeld> &permits, QDate day)
{
    QList<PermitHeld> found;
    for (const PermitHeld &permit : permits)
        if (!day.isValid() || runsOn(permit, day))
            found.append(permit);
    return found;
}

QJsonArray permitsToJson(const QList<PermitHeld> &permits)
{
    QJsonArray json;
    for (const PermitHeld &permit : permits) {
        QJsonObject object{{u"kind"_s, permitKindName(permit.kind)}, {u"number"_s, permit.number}};
        for (const auto &[name, text] :
             {std::pair("holder"_L1, permit.holder), std::pair("covers"_L1, permit.covers),
              std::pair("from"_L1, permit.from.toString(Qt::ISODate)),
              std::pair("until"_L1, permit.until.toString(Qt::ISODate)), std::pair("conditions"_L1, permit.conditions)})
            if (!text.isEmpty())
                object.insert(name, text);
        json.append(object);
    }
    return json;
}

QList<PermitHeld> permitsFromJson(const QJsonArray &json)
{
    QList<PermitHeld> permits;
    for (const QJsonValue &value : json) {
        const QJsonObject object = value.toObject();
        const auto day = [&object](QLatin1StringView name) {
            return QDate::fromString(object[name].toString(), Qt::ISODate);
        };
        if (const auto kind = permitKindFromName(object["kind"_L1].toString()))
            permits.append({*kind, object["number"_L1].toString(), object["holder"_L1].toString(),
                            object["covers"_L1].toString(), day("from"_L1), day("until"_L1),
                            object["conditions"_L1].toString()});
    }
    return permits;
}

} // namespace clearway::assessment
