// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordopening.h"

#include "model/assessment/json.h"
#include "model/documents/assessment_file.h"
#include "model/reasoning/answersjson.h"
#include "ui/models/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace clearway::ui {

struct Opening {
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

std::expected<OpenedRecord, QString> readRecord(const QString &path, const documents::ReaderProcess &reader,
                                                const overlay::OfficeRules &office, const std::stop_token &stop)
{
    const auto json = documents::assessmentJsonFrom(path, reader, stop);
    if (!json)
        return std::unexpected(json.error().message);
    auto read = assessment::read(*json, *office.rules, {.office = &office});
    if (!read)
        return std::unexpected(read.error().toText(path));
    OpenedRecord record{std::move(*read), *json, {}, {}};
    const assessment::ReadAssessment &what = record.read;
    if (what.tampered())
        record.notices << (what.fingerprintMatches
                               ? Opening::tr("This record does not hold: the same rules give another result to these "
                                             "answers than the one it states. Ask whoever sent it.")
                               : Opening::tr(
                                     "This record was changed after it was made: its fingerprint does not match its "
                                     "content. Ask whoever sent it for the original."));
    if (!what.sameCatalogue) {
        const QString made = what.assessment.catalogue.version;
        record.notices
            << (what.movedByCatalogue()
                    ? Opening::tr("Made with another catalogue (%1), under which the result was: %2. With the "
                                  "catalogue of this program the result is the one below.")
                          .arg(made, outcomeTitle(what.storedOutcome))
                    : Opening::tr("Made with another catalogue (%1); with the catalogue of this program the result "
                                  "is the same.")
                          .arg(made));
    }
    if (const QString notice = overlayNotice(what); !notice.isEmpty())
        record.notices << notice;
    if (!what.setAside.isEmpty()) {
        QStringList facts;
        for (const assessment::SetAside &aside : what.setAside)
            facts << aside.fact;
        record.notices << Opening::tr("Answers that this catalogue does not understand are kept aside: %1.")
                              .arg(facts.join(u", "_s));
    }
    return record;
}

QString overlayNotice(const assessment::ReadAssessment &read)
{
    if (read.sameOverlay || read.tampered() || !read.sameCatalogue)
        return {};
    if (!read.outcomeHere)
        return Opening::tr("Made under other readings of the law than this office has.");
    return read.movedByOverlay()
               ? Opening::tr(
                     "Made under other readings of the law than this office has, and shown as made. Under the readings "
                     "here the result is: %1.")
                     .arg(outcomeTitle(*read.outcomeHere))
               : Opening::tr("Made under other readings of the law than this office has; under the readings here the "
                             "result is the "
                             "same.");
}

QList<cases::SavedAnswer> savedAnswers(const reasoning::Answers &answers, const language::RuleBook &rules)
{
    QList<cases::SavedAnswer> saved;
    for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
        const auto fact = rules.facts.constFind(it.key().fact);
        if (fact != rules.facts.constEnd())
            saved.append({it.key(), reasoning::valueToJson(it->value, *fact), it->note, it->source, it->saidBy,
                          it->needsAnotherLook});
    }
    return saved;
}

void takeIn(OpenedRecord &record, cases::Register &cases, const language::RuleBook &rules)
{
    const assessment::Assessment &what = record.read.assessment;
    if (record.read.tampered()) {
        record.notices << Opening::tr("It is shown here, and not taken into your cases.");
        return;
    }
    const reasoning::Answers &answers = what.answers;
    const cases::Structure structure{answers.on, answers.law, answers.activities, answers.items, answers.recipients};
    const auto say = [&](const cases::RegisterError &error) {
        record.notices << Opening::tr("It is shown here, and was not taken into your cases: %1").arg(error.toText());
    };

    if (what.state == assessment::State::Draft) {
        const auto known = cases.findReference(what.reference);
        if (!known) {
            say(known.error());
            return;
        }
        if (*known) {
            record.id = **known;
            const auto here = cases.load(record.id);
            const bool same = here && here->structure == structure && here->revision == what.revision
                              && here->answers == savedAnswers(answers, rules);
            record.notices << (same ? Opening::tr("This draft is here already.")
                                    : Opening::tr(
                                          "A case with this reference is here already, and has other content. The "
                                          "file's is shown; your case was not changed."));
            if (!same)
                record.id = {};
            return;
        }
        cases::NewCase fresh;
        fresh.title = what.title;
        fresh.reference = what.reference;
        fresh.structure = structure;
        fresh.about = what.about;
        fresh.answers = savedAnswers(answers, rules);
        fresh.catalogueHash = rules.sourcesHash;
        fresh.catalogueVersion = rules.version;
        const auto made = cases.createCase(fresh);
        if (!made) {
            say(made.error());
            return;
        }
        record.id = made->summary.id;
        record.notices << Opening::tr("A draft from a file: it is among your cases now and can be continued.");
        return;
    }

    cases::FinishedDocument document;
    document.json = record.json;
    document.fingerprint = record.read.fingerprint;
    document.reference = what.reference;
    document.revision = what.revision;
    document.title = what.title;
    document.outcome = reasoning::outcomeName(record.read.storedOutcome);
    document.catalogueHash = what.catalogue.sourcesHash;
    document.catalogueVersion = what.catalogue.version;
    document.finished = what.finished;
    const auto taken = cases.importDocument(document, structure, what.about, savedAnswers(answers, rules));
    if (!taken) {
        say(taken.error());
        return;
    }
    using Kind = cases::Imported::Kind;
    switch (taken->kind) {
    case Kind::NewCase:
        record.id = taken->id;
        record.notices << Opening::tr("Opened from a file; it is among your cases now.");
        break;
    case Kind::NewRevision:
        record.id = taken->id;
        record.notices << Opening::tr("A newer revision (%1) of a case that is here; it was added to that case.")
                              .arg(taken->revision);
        break;
    case Kind::Duplicate:
        record.id = taken->held == taken->revision ? taken->id : cases::CaseId();
        record.notices << Opening::tr("This very record is here already.");
        break;
    case Kind::OlderRevision:
        record.notices << Opening::tr("An older revision (%1): the case is here with revision %2. The file's is shown.")
                              .arg(QString::number(taken->revision), QString::number(taken->held));
        break;
    case Kind::Conflicting:
        record.notices << Opening::tr(
            "A case with this reference and revision is here already, and has other content. The "
            "file's is shown; your case was not changed.");
        break;
    }
}

} // namespace clearway::ui
