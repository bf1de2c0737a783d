// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/readassessment.h"

#include "model/assessment/aboutjson.h"
#include "model/assessment/assess.h"
#include "model/assessment/json.h"
#include "model/assessment/names.h"
#include "model/assessment/overlayjson.h"
#include "model/assessment/setaside.h"
#include "model/assessment/worksheetjson.h"
#include "model/reasoning/answersjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using language::RuleBook;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssessmentFile)
};

std::optional<DocumentProblem> checkFormat(const QJsonObject &document)
{
    const QString format = document.value("format"_L1).toString();
    const auto slash = format.indexOf(u'/');
    if (slash < 0 || format.left(slash) != formatName.first(formatName.indexOf(u'/'))) {
        return DocumentProblem{DocumentProblem::Kind::OtherFormat, 0, u"/format"_s,
                               Words::tr("this is not an assessment made by Clearway"),
                               Words::tr("\"format\": \"%1\"").arg(formatName)};
    }
    bool isNumber = false;
    const int number = QStringView(format).mid(slash + 1).toInt(&isNumber);
    if (!isNumber || number < 1) {
        return DocumentProblem{DocumentProblem::Kind::OtherFormat, 0, u"/format"_s,
                               Words::tr("the format has no number that could be read: \"%1\"").arg(format.left(80)),
                               Words::tr("\"format\": \"%1\"").arg(formatName)};
    }
    if (number > 1) {
        return DocumentProblem{DocumentProblem::Kind::NewerFormat, 0, u"/format"_s,
                               Words::tr("this assessment was written by a newer Clearway, in format %1").arg(number),
                               Words::tr("format 1; open it with the newer program")};
    }
    return std::nullopt;
}

CatalogueIdentity readCatalogue(MemberReader catalogue)
{
    CatalogueIdentity identity;
    identity.version = catalogue.text("version"_L1);
    identity.sourcesHash = catalogue.text("sources_hash"_L1);
    identity.lawChecked = catalogue.optionalDate("law_checked"_L1);
    identity.lawCheckedAgainst = catalogue.optionalText("law_checked_against"_L1);
    identity.listId = catalogue.optionalText("list_id"_L1);
    identity.listName = catalogue.optionalText("list_name"_L1);
    if (catalogue.has("overlay"_L1)) {
        MemberReader overlay = catalogue.object("overlay"_L1);
        identity.overlayHash = overlay.text("hash"_L1);
        identity.overlayEntries = overlay.number("entries"_L1, 1, 1000000);
    }
    return identity;
}

LateChange readLateChange(MemberReader member, const RuleBook &rules, QList<SetAside> &setAside)
{
    LateChange change;
    change.when = member.optionalMoment("when"_L1);
    change.reason = member.optionalText("reason"_L1);
    if (member.has("fact"_L1)) {
        MemberReader key = member.object("fact"_L1);
        change.key.fact = key.text("fact"_L1);
        change.key.holder = key.optionalText("holder"_L1);
        change.key.point = key.has("point"_L1) ? key.number("point"_L1, 0, 100000) : -1;
    }
    const auto fact = rules.facts.constFind(change.key.fact);
    const auto value = [&](QLatin1StringView name) -> language::Value {
        const QJsonValue json = member.value(name);
        if (fact != rules.facts.cend()) {
            if (auto understood = reasoning::valueFromJson(json, *fact, rules))
                return *understood;
        }
        if (!change.key.fact.isEmpty())
            setAside.append({member.path() + u'/' + name, change.key.fact, json,
                             Words::tr("this catalogue does not know that answer")});
        return language::Unsure{};
    };
    change.before = value("before"_L1);
    change.after = value("after"_L1);
    return change;
}

} // namespace

QString DocumentProblem::toText(const QString &file) const
{
    QString text = file;
    if (line > 0)
        text += u':' + QString::number(line);
    text += u": "_s;
    if (!path.isEmpty())
        text += path + u": "_s;
    text += message;
    if (!expected.isEmpty())
        text += u"; "_s + Words::tr("expected %1").arg(expected);
    return text;
}

bool ReadAssessment::tampered() const
{
    if (!fingerprintMatches || !overlayMatches)
        return true;
    return sameCatalogue && assessment.technicalAnnex && setAside.isEmpty()
           && (assessment.conclusion.outcome != storedOutcome || !worksheetsMatch);
}

bool ReadAssessment::movedByCatalogue() const
{
    return !sameCatalogue && assessment.technicalAnnex && assessment.conclusion.outcome != storedOutcome;
}

bool ReadAssessment::movedByOverlay() const
{
    return outcomeHere && assessment.technicalAnnex && *outcomeHere != storedOutcome;
}

namespace {

/// Concludes under what was read where the document was made; `outcomeHere` is what follows from what was read here.
void concludeAgain(ReadAssessment &read, const RuleBook &rules, const ReadOptions &options)
{
    Assessment &assessment = read.assessment;
    if (read.sameCatalogue && !read.sameOverlay && read.overlayMatches && assessment.technicalAnnex) {
        read.outcomeHere = reasoning::conclude(rules, assessment.answers).outcome;
        const RuleBook &plain = options.office ? *options.office->plain : rules;
        conclude(overlay::applied(plain, assessment.overlay), assessment, options.changesLimit);
        return;
    }
    const overlay::Overlay stored =
        std::exchange(assessment.overlay, options.office ? options.office->overlay : overlay::Overlay());
    conclude(rules, assessment, options.changesLimit);
    assessment.overlay = stored;
}

} // namespace

std::expected<ReadAssessment, DocumentProblem> read(const QByteArray &json, const RuleBook &rules,
                                                    const ReadOptions &options)
{
    using Kind = DocumentProblem::Kind;
    const auto parsed = parseObject(json, Words::tr("an assessment document"));
    if (!parsed)
        return std::unexpected(parsed.error());

    ReadAssessment read;
    read.document = *parsed;
    if (auto problem = checkFormat(read.document))
        return std::unexpected(*problem);

    std::optional<DocumentProblem> problem;
    MemberReader member(read.document, {}, problem);
    Assessment &assessment = read.assessment;
    assessment.reference = member.text("reference"_L1);
    assessment.revision = member.number("revision"_L1, 1, 1000000);
    const QString state = member.text("state"_L1);
    if (const auto known = stateFromName(state))
        assessment.state = *known;
    else
        member.fail("state"_L1, Words::tr("\"draft\" or \"finished\""));
    assessment.title = member.text("title"_L1);
    assessment.madeBy = member.text("made_by"_L1);
    assessment.started = member.optionalMoment("started"_L1);
    assessment.finished = member.optionalMoment("finished"_L1);
    assessment.catalogue = readCatalogue(member.object("catalogue"_L1));
    if (member.has("overlay"_L1))
        assessment.overlay = readOverlayMember(member.object("overlay"_L1));
    assessment.about = readAbout(member.object("about"_L1));
    assessment.draftBecause = member.texts("draft_because"_L1);
    assessment.holdsUntil = member.optionalDate("holds_until"_L1);
    assessment.technicalAnnex = member.flag("technical_annex"_L1);
    read.storedBecause = member.text("because"_L1);
    read.fingerprint = member.text("fingerprint"_L1);
    const QString outcome = member.text("outcome"_L1);
    if (const auto known = reasoning::outcomeFromName(outcome))
        read.storedOutcome = *known;
    else
        member.fail("outcome"_L1, Words::tr("one of the eight outcomes"));
    const QList<MemberReader> lateChanges = member.objects("late_changes"_L1);
    for (const MemberReader &change : lateChanges)
        assessment.lateChanges.append(readLateChange(change, rules, read.setAside));
    const MemberReader answers = member.object("answers"_L1);
    if (problem)
        return std::unexpected(*problem);

    const QJsonObject known = keepKnownAnswers(answers.json(), rules, read.setAside);
    auto understood = reasoning::readAnswers(QJsonDocument(known).toJson(QJsonDocument::Compact), rules);
    if (!understood) {
        const reasoning::InputError first = understood.error().value(0);
        return std::unexpected(
            DocumentProblem{Kind::Answers, 0, u"/answers"_s + first.path, first.message, first.expected});
    }
    assessment.answers = *understood;
    read.fingerprintMatches = !read.fingerprint.isEmpty() && fingerprintOf(read.document) == read.fingerprint;
    read.sameCatalogue = assessment.catalogue.sourcesHash == rules.sourcesHash;
    const QString overlayHere = options.office ? overlayHash(options.office->overlay) : QString();
    read.sameOverlay = assessment.catalogue.overlayHash == overlayHere;
    // A copy names its overlay, but leaves out who read what.
    if (assessment.technicalAnnex || !assessment.overlay.isEmpty())
        read.overlayMatches = overlayHash(assessment.overlay) == assessment.catalogue.overlayHash;
    if (options.concludeAgain) {
        concludeAgain(read, rules, options);
        if (!assessment.technicalAnnex)
            assessment.worksheets.clear();
        // Concluded under the readings that the document was made under. Older documents have no worksheets.
        else if (read.sameCatalogue && read.overlayMatches && read.document.contains("worksheets"_L1))
            read.worksheetsMatch = decideAlike(read.document.value("worksheets"_L1), assessment.worksheets, rules);
    } else {
        assessment.conclusion.outcome = read.storedOutcome;
        assessment.conclusion.because = read.storedBecause;
    }
    return read;
}

} // namespace clearway::assessment
