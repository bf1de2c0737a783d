// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/overlayjson.h"

#include "model/assessment/canonicaljson.h"
#include "model/assessment/conclusionjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using overlay::GroupReading;
using overlay::Overlay;
using overlay::Reading;
using overlay::RuleReading;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssessmentFile)
};

constexpr qsizetype largestOverlay = 5 * 1024 * 1024;

QJsonObject toJson(const RuleReading &reading)
{
    QJsonObject object{{u"rule"_s, reading.rule.rule},
                       {u"verdict"_s, overlay::verdictName(reading.verdict)},
                       {u"by"_s, reading.by},
                       {u"on"_s, reading.on.toString(Qt::ISODate)},
                       {u"compilation"_s, reading.compilation},
                       {u"said"_s, reading.said}};
    put(object, "state"_L1, reading.rule.state);
    put(object, "note"_L1, reading.note);
    return object;
}

QJsonObject toJson(const GroupReading &reading)
{
    QJsonObject object{{u"group"_s, reading.group},
                       {u"countries"_s, QJsonArray::fromStringList(reading.countries)},
                       {u"by"_s, reading.by},
                       {u"on"_s, reading.on.toString(Qt::ISODate)},
                       {u"compilation"_s, reading.compilation},
                       {u"said"_s, QJsonArray::fromStringList(reading.said)}};
    put(object, "note"_L1, reading.note);
    return object;
}

QString filledText(MemberReader &member, QLatin1StringView name)
{
    const QString text = member.text(name);
    if (text.trimmed().isEmpty())
        member.fail(name, Words::tr("text that is not empty"));
    return text;
}

QDate day(MemberReader &member, QLatin1StringView name)
{
    const QDate date = member.optionalDate(name);
    if (!member.has(name))
        member.fail(name, Words::tr("a date such as 2025-03-01"));
    return date;
}

QStringList codes(MemberReader &member, QLatin1StringView name)
{
    static const QRegularExpression form(u"^[A-Z]{2}$"_s);
    const QStringList read = member.texts(name);
    for (const QString &code : read)
        if (!form.match(code).hasMatch())
            member.fail(name, Words::tr("country codes of two capital letters"));
    return read;
}

RuleReading ruleReading(MemberReader member)
{
    RuleReading reading;
    reading.rule = {member.optionalText("state"_L1), filledText(member, "rule"_L1)};
    if (const auto verdict = overlay::verdictFromName(member.text("verdict"_L1)))
        reading.verdict = *verdict;
    else
        member.fail("verdict"_L1, Words::tr("\"says-it\" or \"says-otherwise\""));
    reading.by = filledText(member, "by"_L1);
    reading.on = day(member, "on"_L1);
    reading.compilation = filledText(member, "compilation"_L1);
    reading.note = member.optionalText("note"_L1);
    reading.said = member.text("said"_L1);
    return reading;
}

GroupReading groupReading(MemberReader member)
{
    GroupReading reading;
    reading.group = filledText(member, "group"_L1);
    reading.countries = codes(member, "countries"_L1);
    reading.by = filledText(member, "by"_L1);
    reading.on = day(member, "on"_L1);
    reading.compilation = filledText(member, "compilation"_L1);
    reading.note = member.optionalText("note"_L1);
    reading.said = codes(member, "said"_L1);
    return reading;
}

} // namespace

QJsonObject readingToJson(const Reading &reading)
{
    return std::visit([](const auto &one) { return toJson(one); }, reading);
}

QJsonObject overlayToJson(const Overlay &overlay)
{
    QJsonArray rules;
    for (const RuleReading &reading : overlay.rules())
        rules.append(toJson(reading));
    QJsonArray groups;
    for (const GroupReading &reading : overlay.groups())
        groups.append(toJson(reading));
    return {{u"format"_s, QString(overlayFormat)}, {u"rules"_s, rules}, {u"groups"_s, groups}};
}

QString overlayHash(const Overlay &overlay)
{
    return overlay.isEmpty() ? QString() : sha256Hex(canonicalJson(overlayToJson(overlay)));
}

Overlay readOverlayMember(MemberReader member)
{
    Overlay overlay;
    if (member.text("format"_L1) != overlayFormat)
        member.fail("format"_L1, Words::tr("\"%1\"").arg(overlayFormat));
    QSet<QString> subjects;
    const auto take = [&](MemberReader &each, QLatin1StringView name, const Reading &reading) {
        const QString subject = overlay::subjectOf(reading);
        if (subjects.contains(subject))
            each.fail(name, Words::tr("each rule and each group once; \"%1\" is there twice").arg(subject));
        subjects.insert(subject);
        overlay.set(reading);
    };
    const QList<MemberReader> rules = member.objects("rules"_L1);
    for (MemberReader each : rules)
        take(each, "rule"_L1, ruleReading(each));
    const QList<MemberReader> groups = member.objects("groups"_L1);
    for (MemberReader each : groups)
        take(each, "group"_L1, groupReading(each));
    return overlay;
}

std::optional<Reading> readReading(const QJsonObject &object)
{
    std::optional<DocumentProblem> problem;
    MemberReader member(object, {}, problem);
    const Reading reading = object.contains("group"_L1) ? Reading(groupReading(member)) : Reading(ruleReading(member));
    return problem ? std::nullopt : std::optional(reading);
}

std::expected<Overlay, DocumentProblem> readOverlay(const QByteArray &json)
{
    using Kind = DocumentProblem::Kind;
    const QString expected = Words::tr("an overlay exported by Clearway");
    if (json.size() > largestOverlay)
        return std::unexpected(DocumentProblem{Kind::TooLarge,
                                               0,
                                               {},
                                               Words::tr("the file is too large: %1 MB").arg(json.size() / 1048576),
                                               Words::tr("an overlay of at most 5 MB")});
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype at = std::min<qsizetype>(error.offset, json.size());
        const int line = 1 + static_cast<int>(std::count(json.cbegin(), json.cbegin() + at, '\n'));
        return std::unexpected(
            DocumentProblem{error.error == QJsonParseError::DeepNesting ? Kind::TooDeep : Kind::NotJson,
                            line,
                            {},
                            Words::tr("this is not JSON: %1").arg(error.errorString()),
                            expected});
    }
    const QJsonObject object = parsed.object();
    const QString format = object.value("format"_L1).toString();
    if (!format.startsWith(overlayFormat.first(overlayFormat.indexOf(u'/') + 1)))
        return std::unexpected(DocumentProblem{Kind::OtherFormat, 0, u"/format"_s,
                                               Words::tr("this is no overlay made by Clearway"), expected});
    if (format != overlayFormat)
        return std::unexpected(
            DocumentProblem{Kind::NewerFormat, 0, u"/format"_s,
                            Words::tr("this overlay was written by a newer Clearway: \"%1\"").arg(format.left(80)),
                            Words::tr("\"%1\"").arg(overlayFormat)});
    std::optional<DocumentProblem> problem;
    const Overlay overlay = readOverlayMember(MemberReader(object, {}, problem));
    if (problem)
        return std::unexpected(*problem);
    return overlay;
}

} // namespace clearway::assessment
