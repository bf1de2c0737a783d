// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/aboutjson.h"

#include "model/assessment/conclusionjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace clearway::assessment {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssessmentFile)
};

constexpr std::array<std::pair<QLatin1StringView, QString About::*>, 9> texts = {{
    {"assessor"_L1, &About::assessor},
    {"role"_L1, &About::role},
    {"unit"_L1, &About::unit},
    {"contact"_L1, &About::contact},
    {"institution"_L1, &About::institution},
    {"project"_L1, &About::project},
    {"agreement"_L1, &About::agreement},
    {"sponsor"_L1, &About::sponsor},
    {"purpose"_L1, &About::purpose},
}};

PermitHeld readPermit(MemberReader &permit)
{
    const auto kind = permitKindFromName(permit.text("kind"_L1));
    if (!kind)
        permit.fail("kind"_L1, Words::tr("one of \"permit\", \"approval\", \"permission\", \"registration\""));
    return {kind.value_or(PermitHeld::Kind::Permit), permit.text("number"_L1),       permit.optionalText("holder"_L1),
            permit.optionalText("covers"_L1),        permit.optionalDate("from"_L1), permit.optionalDate("until"_L1),
            permit.optionalText("conditions"_L1)};
}

} // namespace

QJsonObject aboutToJson(const About &about)
{
    QJsonObject object;
    for (const auto &[name, member] : texts)
        put(object, name, about.*member);
    // Nothing at all where none is held, so that such a document stays as it always was.
    if (!about.permits.isEmpty())
        object.insert("permits"_L1, permitsToJson(about.permits));
    return object;
}

About readAbout(MemberReader about)
{
    About read;
    for (const auto &[name, member] : texts)
        read.*member = about.optionalText(name);
    if (about.has("permits"_L1)) {
        QList<MemberReader> permits = about.objects("permits"_L1);
        for (MemberReader &permit : permits)
            read.permits.append(readPermit(permit));
    }
    return read;
}

std::expected<About, DocumentProblem> readAbout(const QByteArray &json)
{
    const QString expected =
        Words::tr("an object with who made the assessment and for what, as under \"about\" in its JSON");
    const auto parsed = parseObject(json, expected);
    if (!parsed)
        return std::unexpected(parsed.error());
    std::optional<DocumentProblem> problem;
    const About about = readAbout(MemberReader(*parsed, {}, problem));
    const QStringList members = parsed->keys();
    for (const QString &member : members) {
        if (!problem && member != "permits"_L1
            && std::ranges::find(texts, member, [](const auto &t) { return QString(t.first); }) == texts.end())
            problem = DocumentProblem{DocumentProblem::Kind::WrongContent, 0, u'/' + member,
                                      Words::tr("unknown member"), expected};
    }
    if (problem)
        return std::unexpected(*problem);
    return about;
}

std::expected<QJsonObject, DocumentProblem> parseObject(const QByteArray &json, const QString &expected)
{
    using Kind = DocumentProblem::Kind;
    if (json.size() > largestDocument) {
        return std::unexpected(DocumentProblem{Kind::TooLarge,
                                               0,
                                               {},
                                               Words::tr("the file is too large: %1 MB").arg(json.size() / 1048576),
                                               Words::tr("an assessment of at most 20 MB")});
    }
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype at = std::min<qsizetype>(error.offset, json.size());
        const int line = 1 + static_cast<int>(std::count(json.cbegin(), json.cbegin() + at, '\n'));
        const bool deep = error.error == QJsonParseError::DeepNesting;
        return std::unexpected(DocumentProblem{deep ? Kind::TooDeep : Kind::NotJson,
                                               line,
                                               {},
                                               deep ? Words::tr("brackets are nested too deeply")
                                                    : Words::tr("this is not JSON: %1").arg(error.errorString()),
                                               expected});
    }
    if (!parsed.isObject()) {
        return std::unexpected(
            DocumentProblem{Kind::OtherFormat, 1, {}, Words::tr("this holds no JSON object"), expected});
    }
    return parsed.object();
}

} // namespace clearway::assessment
