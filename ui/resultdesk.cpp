// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resultdesk.h"

#include "catalogue/store/canonical.h"
#include "model/assessment/json.h"
#include "ui/models/words.h"
#include "ui/officereadings.h"
#include "ui/recordkeeping.h"
#include "ui/recordopening.h"
#include "ui/session.h"

#include <QDir>
#include <QPrinter>
#include <QStandardPaths>
#include <QtConcurrent/QtConcurrentRun>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using assessment::Assessment;

ResultDesk::ResultDesk(const Surroundings &with, Session &session, const OfficeReadings &readings, ResultPage &page,
                       QObject *parent)
    : QObject(parent)
    , m_with(with)
    , m_session(session)
    , m_readings(readings)
    , m_page(page)
    , m_keeping(new RecordKeeping(session.sharedRules(), *with.cases, *with.clock, *with.prompts, page.records(), this))
{
    connect(&page, &ResultPage::save, this, &ResultDesk::save);
    connect(&page, &ResultPage::print, this, &ResultDesk::print);
    connect(&page, &ResultPage::finish, this, &ResultDesk::finish);
    connect(&page, &ResultPage::newRevision, this, &ResultDesk::newRevision);
    connect(&page, &ResultPage::aboutChanged, this, &ResultDesk::keepAbout);
    connect(m_keeping, &RecordKeeping::permitsChanged, this, &ResultDesk::keepPermits);
    connect(&readings, &OfficeReadings::changed, this,
            [this] { m_isStale = m_session.isOpen() && !m_session.isFinished(); });
}

void ResultDesk::clear()
{
    ++m_generation;
    m_shown.reset();
    m_keeping->clear();
}

assessment::AssessOptions ResultDesk::assessOptions(bool finish) const
{
    assessment::AssessOptions options;
    options.now = m_with.clock->nowUtc();
    options.reference = m_session.reference();
    options.revision = m_session.revision();
    options.title = m_session.title();
    options.madeBy = m_with.madeBy;
    options.started = m_session.started();
    options.about = m_session.about();
    options.lateChanges = m_session.lateChanges();
    options.overlay = m_readings.office().overlay;
    options.finish = finish;
    return options;
}

void ResultDesk::workOut()
{
    const int generation = ++m_generation;
    if (m_session.isFinished()) {
        showFiled();
        return;
    }
    QtConcurrent::run([rules = m_session.sharedRules(), answers = m_session.answers(), options = assessOptions(false)] {
        return assessment::assess(*rules, answers, options);
    }).then(this, [this, generation](const Assessment &assessment) {
        if (generation != m_generation || !m_session.isOpen())
            return;
        ResultPage::View view;
        const QList<reasoning::Question> offered = m_session.offered();
        for (const reasoning::Question &question : offered)
            view.listOffered = view.listOffered || question.key.fact == m_session.rules().listFinding;
        if (m_session.current())
            view.notices << tr("There are questions left; the result may change with their answers.");
        if (assessment.conclusion.warningsAnswered)
            m_session.recordResultShown(assessment.conclusion.outcome);
        present(assessment, view);
    });
}

// The revision as it is filed, read anew with the rules of now.
void ResultDesk::showFiled()
{
    const auto document = m_with.cases->document(m_session.id(), m_session.revision());
    if (!document) {
        Q_EMIT failed(document.error().toText());
        return;
    }
    using Read = std::expected<assessment::ReadAssessment, assessment::DocumentProblem>;
    QtConcurrent::run([office = m_readings.office(), json = document->json] {
        return assessment::read(json, *office.rules, {.office = &office});
    }).then(this, [this, generation = m_generation](const Read &read) {
        if (generation != m_generation)
            return;
        if (!read) {
            Q_EMIT failed(read.error().toText(m_session.reference()));
            return;
        }
        ResultPage::View view;
        view.canChange = false;
        if (read->tampered())
            view.notices << tr(
                "This record does not match its fingerprint or its rules: it was changed in the register.");
        else if (read->movedByCatalogue())
            view.notices
                << tr("Filed with another catalogue (%1) as: %2. With the catalogue of this program the result "
                      "is the one below; begin a new revision to file it.")
                       .arg(read->assessment.catalogue.version, outcomeTitle(read->storedOutcome));
        else if (const QString notice = overlayNotice(*read); !notice.isEmpty())
            view.notices << notice;
        present(read->assessment, view);
    });
}

void ResultDesk::present(const Assessment &assessment, const ResultPage::View &view, bool own)
{
    m_shown = assessment;
    m_isOwn = own;
    m_isStale = false;
    m_page.show(assessment, view);
    m_keeping->show(assessment, m_session.isOpen() ? m_session.id() : cases::CaseId(), view.canChange);
    Q_EMIT ready();
}

void ResultDesk::openFile(const QString &path)
{
    m_page.showBusy();
    const int generation = ++m_generation;
    QtConcurrent::run([office = m_readings.office(), path, reader = documents::ReaderProcess(m_with.readerPath)] {
        return readRecord(path, reader, office);
    }).then(this, [this, generation](const std::expected<OpenedRecord, QString> &read) {
        if (generation != m_generation)
            return;
        if (!read) {
            Q_EMIT fileRefused(read.error());
            return;
        }
        OpenedRecord record = *read;
        takeIn(record, *m_with.cases, m_session.rules());
        m_session.close();
        ResultPage::View view;
        view.notices = record.notices;
        view.canChange = false;
        if (!record.id.isNull()) {
            if (const auto done = m_session.open(record.id); !done)
                view.notices << done.error().toText();
            else
                view.canChange = !m_session.isFinished();
        }
        present(record.read.assessment, view, m_session.isOpen());
        Q_EMIT fileOpened(record.read.assessment.title);
    });
}

void ResultDesk::keepAbout(const assessment::About &about)
{
    if (!m_shown || !m_isOwn)
        return;
    m_session.setAbout(about);
    m_shown->about = about;
}

void ResultDesk::keepPermits(const QList<assessment::PermitHeld> &permits)
{
    if (!m_shown || !m_isOwn || m_session.isFinished())
        return;
    assessment::About about = m_session.about();
    about.permits = permits;
    m_session.setAbout(about);
    workOut(); // until when it holds, and whether it may be finished
}

// With what was recorded beside the result by now.
report::ReportOptions ResultDesk::printOptions() const
{
    report::ReportOptions options = m_keeping->options();
    options.technicalAnnex = !m_page.withoutTechnicalAnnex();
    return options;
}

void ResultDesk::save(RecordFormat format)
{
    if (!m_shown)
        return;
    m_page.say({}, false);
    const report::ReportOptions options = printOptions();
    const bool whole = options.technicalAnnex;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = m_shown->reference + u"-r"_s + QString::number(m_shown->revision)
                         + (whole ? QString() : u"-summary"_s) + suffixOf(format);
    const QString path = m_with.prompts->savePath(m_page.window(), tr("Save the record"), QDir(folder).filePath(name),
                                                  u'*' + suffixOf(format));
    if (path.isEmpty())
        return;
    m_page.say(tr("Writing %1…").arg(QDir::toNativeSeparators(path)), false);
    QtConcurrent::run([rules = m_session.sharedRules(), shown = *m_shown, format, options] {
        return renderRecord(format, shown, *rules, options);
    }).then(this, [this, path](const std::expected<QByteArray, QString> &bytes) {
        if (!bytes) {
            m_page.say(bytes.error(), true);
            return;
        }
        const auto done = writeFile(path, *bytes);
        m_page.say(done ? tr("Saved: %1").arg(QDir::toNativeSeparators(path)) : done.error(), !done);
    });
}

void ResultDesk::print()
{
    if (!m_shown)
        return;
    m_page.say({}, false);
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    if (!m_with.prompts->choosePrinter(m_page.window(), *printer))
        return;
    QtConcurrent::run([rules = m_session.sharedRules(), shown = *m_shown, options = printOptions()] {
        return renderRecord(RecordFormat::Html, shown, *rules, options);
    }).then(this, [this, printer](const std::expected<QByteArray, QString> &bytes) {
        if (!bytes) {
            m_page.say(bytes.error(), true);
            return;
        }
        QTextDocument document;
        document.setHtml(QString::fromUtf8(*bytes));
        document.print(printer.get());
        const bool printed = printer->printerState() != QPrinter::Error;
        m_page.say(printed ? tr("Sent to the printer.") : tr("The printer reported an error."), !printed);
    });
}

void ResultDesk::finish()
{
    if (!m_session.isOpen() || m_session.isFinished())
        return;
    m_page.say(tr("Finishing…"), false);
    const int generation = ++m_generation;
    QtConcurrent::run([rules = m_session.sharedRules(), answers = m_session.answers(), options = assessOptions(true)] {
        return assessment::assess(*rules, answers, options);
    }).then(this, [this, generation](const Assessment &assessment) {
        if (generation != m_generation || !m_session.isOpen())
            return;
        if (assessment.state == assessment::State::Finished)
            file(assessment);
        else
            m_page.say(tr("It stays a draft. %1").arg(assessment.draftBecause.join(u' ')), true);
    });
}

// Into the register, with the rules it was made with; from then on it is shown as filed.
void ResultDesk::file(const Assessment &assessment)
{
    const language::RuleBook &rules = m_session.rules();
    const QJsonObject json = assessment::toJson(assessment, rules);
    cases::FinishedDocument document;
    document.json = assessment::toBytes(json);
    document.fingerprint = assessment::fingerprintOf(json);
    document.reference = assessment.reference;
    document.revision = assessment.revision;
    document.title = assessment.title;
    document.outcome = reasoning::outcomeName(assessment.conclusion.outcome);
    document.catalogueHash = rules.sourcesHash;
    document.catalogueVersion = rules.version;
    document.finished = assessment.finished;
    if (const auto kept = m_with.cases->archiveCatalogue(rules.sourcesHash, rules.version,
                                                         store::canonicalForm(m_with.catalogue->rules()));
        !kept) {
        m_page.say(kept.error().toText(), true);
        return;
    }
    const cases::CaseId id = m_session.id();
    if (const auto done = m_with.cases->finish(id, document); !done) {
        m_page.say(done.error().toText(), true);
        return;
    }
    if (const auto opened = m_session.open(id); !opened) {
        m_page.say(opened.error().toText(), true);
        return;
    }
    ResultPage::View view;
    view.canChange = false;
    present(assessment, view);
    m_page.say(
        tr("Finished and filed as %1, revision %2.").arg(assessment.reference, QString::number(assessment.revision)),
        false);
}

void ResultDesk::newRevision()
{
    if (!m_session.isOpen() || !m_session.isFinished()) {
        m_page.say(tr("This record is only shown here; it is not one of your cases."), true);
        return;
    }
    const cases::CaseId id = m_session.id();
    if (const auto done = m_with.cases->openRevision(id); !done) {
        m_page.say(done.error().toText(), true);
        return;
    }
    if (const auto opened = m_session.open(id); !opened) {
        m_page.say(opened.error().toText(), true);
        return;
    }
    Q_EMIT revisionBegun();
}

} // namespace clearway::ui
