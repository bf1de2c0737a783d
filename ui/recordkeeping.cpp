// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping.h"

#include "model/assessment/json.h"
#include "model/assessment/nextsteps.h"
#include "model/report/application.h"
#include "model/report/statement.h"
#include "model/report/supplystub.h"
#include "ui/permitspanel.h"
#include "ui/reviewpanel.h"
#include "ui/supplylogpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QStandardPaths>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using assessment::Assessment;

RecordKeeping::RecordKeeping(std::shared_ptr<const language::RuleBook> rules, cases::Register &cases,
                             const cases::Clock &clock, Prompts &prompts, RecordsPanel &panel, QObject *parent)
    : QObject(parent)
    , m_rules(std::move(rules))
    , m_cases(cases)
    , m_clock(clock)
    , m_prompts(prompts)
    , m_panel(panel)
{
    connect(&panel.permits(), &PermitsPanel::changed, this, &RecordKeeping::permitsChanged);
    connect(&panel.supplyLog(), &SupplyLogPanel::add, this, &RecordKeeping::logSupply);
    connect(&panel.supplyLog(), &SupplyLogPanel::strike, this, &RecordKeeping::strikeSupply);
    connect(&panel.supplyLog(), &SupplyLogPanel::saveCsv, this, &RecordKeeping::saveCsv);
    connect(&panel.review(), &ReviewPanel::record, this, &RecordKeeping::recordReview);
    connect(&panel, &RecordsPanel::draftApplication, this, &RecordKeeping::draft);
    connect(&panel, &RecordsPanel::saveStatement, this, &RecordKeeping::saveStatement);
    connect(&panel, &RecordsPanel::copyStatement, this, [this] {
        QApplication::clipboard()->setText(m_statement);
        m_panel.say(tr("Copied."), false);
    });
}

void RecordKeeping::clear()
{
    m_shown.reset();
    m_id = {};
    m_log.clear();
    m_reviews.clear();
    ++m_generation;
}

void RecordKeeping::show(const Assessment &assessment, const cases::CaseId &id, bool canChange)
{
    ++m_generation;
    m_shown = assessment;
    m_id = id;
    m_canChange = canChange;
    m_fingerprint = assessment.state == assessment::State::Finished
                        ? assessment::toJson(assessment, *m_rules)["fingerprint"_L1].toString()
                        : QString();
    refresh();
}

// What the case has by now, and what follows from it.
void RecordKeeping::refresh()
{
    m_log.clear();
    m_reviews.clear();
    QString problem;
    RecordsPanel::View view;
    view.record = m_id.value + u'/' + m_shown->reference + u'/' + QString::number(m_shown->revision);
    view.today = m_clock.nowUtc().toLocalTime().date();
    view.assessor = m_shown->about.assessor;
    view.permits = m_shown->about.permits;
    view.canChangePermits = m_canChange;
    const bool finished = m_shown->state == assessment::State::Finished;
    if (!m_id.isNull()) {
        if (const auto log = m_cases.supplyLog(m_id))
            m_log = *log;
        else
            problem = log.error().toText();
        if (const auto reviews = m_cases.reviews(m_id, m_shown->revision); !reviews) {
            problem = reviews.error().toText();
        } else if (finished) {
            for (const cases::FiledReview &filed : *reviews) {
                // a review counts for the document that was looked at, and for no other
                if (filed.fingerprint == m_fingerprint)
                    m_reviews.append(filed.review);
            }
        }
    }
    // What is shown may be worked out anew with other rules than it was filed with.
    bool asFiled = false;
    if (const auto revisions = m_cases.revisions(m_id); !m_id.isNull() && revisions) {
        asFiled = std::ranges::any_of(*revisions, [&](const cases::RevisionSummary &one) {
            return one.revision == m_shown->revision && one.fingerprint == m_fingerprint;
        });
    }
    const QList<report::ApplicationDraft> drafts = report::applicationDrafts(*m_shown, *m_rules);
    for (const report::ApplicationDraft &one : drafts) {
        const auto filled =
            std::ranges::count_if(one.fields, [](const report::DraftField &f) { return !f.value.isEmpty(); });
        const QString line =
            tr("%1: %2 of %3 answers taken from this record", "an application, a number, a number")
                .arg(one.application.title, QString::number(filled), QString::number(one.fields.size()));
        view.applications << (one.possible ? tr("%1 (only if an open question goes that way)").arg(line) : line);
    }
    const report::Wording wording(*m_shown, *m_rules);
    if (const QDate until = assessment::keepUntil(*m_shown); until.isValid())
        view.keep = tr("Keep these records; do not delete them before %1, and later where a supply goes on "
                       "longer. From when "
                       "the period counts is said under “What to do next”.")
                        .arg(report::dayInWords(until));
    else if (!m_shown->conclusion.duties.isEmpty())
        view.keep = tr("How long records are kept is said under “What to do next”.");
    view.log = m_log;
    view.offered = report::supplyStub(wording, true);
    view.canLog = !m_id.isNull() && !m_cases.isReadOnly();
    view.reviews = m_reviews;
    if (m_id.isNull())
        view.reviewRefusal = tr("This record is only shown here; it is not one of your cases.");
    else if (!finished)
        view.reviewRefusal = tr("A draft is not reviewed: finish it first.");
    else if (m_cases.isReadOnly())
        view.reviewRefusal = tr("The register of cases can only be read.");
    else if (!asFiled)
        view.reviewRefusal =
            tr("What is shown is not what is filed under this revision: begin a new revision and have that "
               "reviewed.");
    const auto statement = report::readmeStatement(*m_shown, *m_rules, m_reviews, view.today);
    m_statement = statement ? *statement : QString();
    view.statement = m_statement;
    view.statementRefusal = statement ? QString() : statement.error();
    m_panel.show(view);
    if (!problem.isEmpty())
        m_panel.say(problem, true);
}

report::ReportOptions RecordKeeping::options() const
{
    report::ReportOptions options;
    options.reviews = report::reviewsInWords(m_reviews);
    options.supplyLog = m_log;
    return options;
}

bool RecordKeeping::acknowledged(const cases::Result<cases::Saved> &saved, bool inReview)
{
    if (saved) {
        refresh();
        return true;
    }
    QString why = saved.error().toText();
    if (saved.error().kind == cases::RegisterError::Kind::Invalid)
        why += u' ' + saved.error().detail;
    if (inReview)
        m_panel.review().say(why, true);
    else
        m_panel.supplyLog().say(why, true);
    return false;
}

void RecordKeeping::logSupply(const assessment::SupplyEntry &entry, int replaces)
{
    if (m_id.isNull() || !acknowledged(m_cases.logSupply(m_id, entry, replaces), false))
        return;
    m_panel.supplyLog().reset();
    m_panel.supplyLog().say(replaces > 0 ? tr("The correction is in the log.") : tr("It is in the log."), false);
}

void RecordKeeping::strikeSupply(int number, const QString &reason)
{
    if (m_id.isNull() || !acknowledged(m_cases.strikeSupply(m_id, number, reason), false))
        return;
    m_panel.supplyLog().struck(number);
    m_panel.supplyLog().say(tr("Number %1 is marked as made in error; it stays on record.").arg(number), false);
}

void RecordKeeping::recordReview(const assessment::Review &review)
{
    if (m_id.isNull() || !m_shown)
        return;
    if (!acknowledged(m_cases.recordReview(m_id, m_shown->revision, m_fingerprint, review), true))
        return;
    m_panel.review().reset();
    m_panel.review().say(tr("The review is recorded and stands on the record."), false);
}

QString RecordKeeping::askWhere(const QString &title, const QString &name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suffix = name.mid(name.lastIndexOf(u'.'));
    return m_prompts.savePath(m_panel.window(), title, QDir(folder).filePath(name), u'*' + suffix);
}

void RecordKeeping::saveCsv()
{
    const QString path = askWhere(tr("Save the supply log"), m_shown->reference + u"-supply-log.csv"_s);
    if (path.isEmpty())
        return;
    const auto done = writeFile(path, assessment::supplyLogToCsv(m_log));
    m_panel.supplyLog().say(done ? tr("Saved: %1").arg(QDir::toNativeSeparators(path)) : done.error(), !done);
}

void RecordKeeping::draft(RecordFormat format)
{
    if (!m_shown)
        return;
    const QString path = askWhere(tr("Save the draft"),
                                  m_shown->reference + u"-r%1-application"_s.arg(m_shown->revision) + suffixOf(format));
    if (path.isEmpty())
        return;
    m_panel.say(tr("Writing %1…").arg(QDir::toNativeSeparators(path)), false);
    QtConcurrent::run([rules = m_rules, shown = *m_shown, format] {
        return render(format, report::build(report::applicationDrafts(shown, *rules), shown, *rules));
    }).then(this, [this, path, generation = m_generation](const std::expected<QByteArray, QString> &bytes) {
        const auto say = [&](const QString &message, bool problem) {
            if (generation == m_generation)
                m_panel.say(message, problem);
        };
        if (!bytes) {
            say(bytes.error(), true);
            return;
        }
        const auto done = writeFile(path, *bytes);
        say(done ? tr("Saved: %1").arg(QDir::toNativeSeparators(path)) : done.error(), !done);
    });
}

void RecordKeeping::saveStatement()
{
    if (m_statement.isEmpty())
        return;
    const QString path = askWhere(tr("Save the statement"), m_shown->reference + u"-statement.md"_s);
    if (path.isEmpty())
        return;
    const auto done = writeFile(path, m_statement.toUtf8());
    m_panel.say(done ? tr("Saved: %1").arg(QDir::toNativeSeparators(path)) : done.error(), !done);
}

} // namespace clearway::ui
