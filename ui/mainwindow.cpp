// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/casespage.h"
#include "ui/importbar.h"
#include "ui/interviewpage.h"
#include "ui/listpage.h"
#include "ui/look.h"
#include "ui/messagepage.h"
#include "ui/officereadings.h"
#include "ui/officialtexts.h"
#include "ui/resultdesk.h"
#include "ui/rulepage.h"
#include "ui/sharedsuggester.h"
#include "ui/startpage.h"
#include "ui/suggestionpanel.h"
#include "ui/verificationpanel.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

static const QString geometrySetting = u"window.geometry"_s;
static const QString splitterSetting = u"interview.splitter"_s;

MainWindow::MainWindow(const QString &title, const QString &what, const QStringList &whatToDo)
{
    setWindowTitle(u"Clearway"_s);
    setCentralWidget(new MessagePage(title, what, whatToDo, this));
    resize(860, 520);
}

MainWindow::MainWindow(const Surroundings &surroundings, QWidget *parent)
    : QMainWindow(parent)
    , m_with(surroundings)
{
    m_readings = new OfficeReadings(m_with.catalogue->sharedRules(), *m_with.cases, this);
    QString unread;
    connect(m_readings, &OfficeReadings::failed, this, [&unread](const QString &message) { unread = message; });
    m_readings->reload();
    m_readings->disconnect(this);
    m_session = new Session(m_readings->office().rules, *m_with.cases, this);
    m_official = new OfficialTexts(m_with.catalogue->sharedRules(), m_with.officialDatabase, m_with.readerPath, this);
    setWindowTitle(u"Clearway"_s);
    setAcceptDrops(true);
    build();
    resize(1180, 780);
    showStart();
    m_official->load();
    if (!unread.isEmpty())
        problem(unread);
    connect(m_readings, &OfficeReadings::changed, this, [this] {
        m_session->setRules(m_readings->office().rules);
        m_rules->setRules(m_readings->office().rules);
    });
}

void MainWindow::build()
{
    // The session's rules may be replaced by others that the office has read further; what these pages say stays.
    const language::RuleBook &rules = m_with.catalogue->rules();
    m_start = new StartPage(rules, this);
    const auto search = [this](const QString &typed) {
        QList<HitModel::Hit> hits;
        if (const auto found = m_with.catalogue->search(typed))
            for (const store::SearchHit &hit : *found)
                hits.append({hit.code, hit.title, hit.snippet});
        return hits;
    };
    m_interview = new InterviewPage(*m_session, search, this);
    m_interview->setOfficial(*m_official);
    m_suggester = std::make_shared<SharedSuggester>(
        m_with.catalogue->sharedRules(), [this]() -> std::expected<language::Thesaurus, QString> {
            return m_with.catalogue->thesaurus().transform_error(
                [](const store::StoreError &error) { return error.detail; });
        });
    m_interview->setSuggestions([suggester = m_suggester] { return suggester->suggest(); });
    m_result = new ResultPage(rules, this);
    m_desk = new ResultDesk(m_with, *m_session, *m_readings, *m_result, this);
    m_cases = new CasesPage([this](const cases::CaseQuery &query) { return m_with.cases->list(query); }, this);
    m_rules =
        new RulePage(m_session->sharedRules(), [this] { return m_with.catalogue->sources(); }, *m_with.prompts, this);
    m_rules->setSide(makeRuleSide());
    m_list =
        new ListPage(m_with.catalogue->sharedRules(), search, *m_official, *m_with.prompts, m_with.settingsFile, this);
    auto *describe = new SuggestionPanel(m_with.catalogue->sharedRules(),
                                         [suggester = m_suggester] { return suggester->suggest(); });
    connect(describe, &SuggestionPanel::openEntry, m_list, &ListPage::showEntry);
    m_list->addFinder(describe, tr("Describe it"));
    m_pages = new QStackedWidget(this);
    for (QWidget *page :
         {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_interview), static_cast<QWidget *>(m_result),
          static_cast<QWidget *>(m_cases), static_cast<QWidget *>(m_rules), static_cast<QWidget *>(m_list)})
        m_pages->addWidget(page);

    m_noticePanel = new Panel(this);
    m_noticePanel->setObjectName(u"windowNotice"_s);
    m_noticePanel->setBar(outcomeColor(reasoning::Outcome::PermitLikelyRequired, palette()));
    auto *noticeLine = new QHBoxLayout(m_noticePanel);
    noticeLine->setContentsMargins(18, 8, 12, 8);
    m_notice = new Text(m_with.notice, Text::Strong, m_noticePanel);
    m_notice->setObjectName(u"windowNoticeText"_s);
    m_retry = new QToolButton(m_noticePanel);
    m_retry->setText(tr("Try again"));
    m_retry->setObjectName(u"saveAgain"_s);
    m_retry->setAccessibleName(tr("Try to save again"));
    m_retry->setFocusPolicy(Qt::StrongFocus);
    m_retry->hide();
    noticeLine->addWidget(m_notice, 1);
    noticeLine->addWidget(m_retry, 0, Qt::AlignTop);
    m_noticePanel->setVisible(!m_with.notice.isEmpty());

    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(0);
    auto *noticeInset = new QHBoxLayout;
    noticeInset->setContentsMargins(12, 8, 12, 0);
    noticeInset->addWidget(m_noticePanel);
    rightLayout->addLayout(noticeInset);
    auto *importInset = new QHBoxLayout;
    importInset->setContentsMargins(12, 0, 12, 0);
    importInset->addWidget(new ImportBar(*m_official, this));
    rightLayout->addLayout(importInset);
    rightLayout->addWidget(m_pages, 1);
    auto *central = new QWidget(this);
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeRail());
    auto *line = new QFrame(central);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Sunken);
    layout->addWidget(line);
    layout->addWidget(right, 1);
    setCentralWidget(central);

    connect(m_start, &StartPage::begun, this, [this](const Beginning &beginning) {
        if (const auto done = m_session->begin(beginning); !done) {
            problem(done.error().toText());
            return;
        }
        showInterview();
    });
    connect(m_start, &StartPage::editDone, this, [this](const Beginning &beginning) {
        m_editing = false;
        m_session->restructure(beginning);
        showInterview();
    });
    connect(m_start, &StartPage::editCancelled, this, [this] {
        m_editing = false;
        showInterview();
    });
    connect(m_start, &StartPage::continueWith, this, [this](const QString &id) { openCase({id}); });
    connect(m_interview, &InterviewPage::finished, this, &MainWindow::showResult);
    connect(m_interview, &InterviewPage::editBeginning, this, [this] {
        m_editing = true;
        m_start->edit(m_session->beginning());
        goTo(m_start);
    });
    connect(m_result, &ResultPage::backToQuestions, this, &MainWindow::showInterview);
    connect(m_result, &ResultPage::changeAnswer, this, [this](const reasoning::FactKey &key) {
        goTo(m_interview);
        if (m_session->answers().find(key))
            m_interview->change(key);
        else
            m_interview->showCurrent();
    });
    connect(m_result, &ResultPage::checkList, this, &MainWindow::showListOnOffer);
    connect(m_desk, &ResultDesk::ready, this, &MainWindow::resultReady);
    connect(m_desk, &ResultDesk::failed, this, &MainWindow::problem);
    connect(m_desk, &ResultDesk::revisionBegun, this, &MainWindow::showInterview);
    connect(m_desk, &ResultDesk::fileOpened, this,
            [this](const QString &title) { setWindowTitle(tr("%1 – Clearway").arg(title)); });
    connect(m_desk, &ResultDesk::fileRefused, this, [this](const QString &message) {
        showCases();
        m_cases->say(message, true);
    });
    connect(m_interview, &InterviewPage::ruleChosen, this,
            [this](const language::RuleAddress &address, const reasoning::Combination &combination) {
                showRule(address, m_session->answers(), m_session->title(), combination);
            });
    connect(m_result, &ResultPage::ruleChosen, this,
            [this](const language::RuleAddress &address, const reasoning::Combination &combination) {
                if (const auto &shown = m_desk->shown())
                    showRule(address, shown->answers, shown->title, combination);
            });
    connect(m_list, &ListPage::useWanted, this, [this](const QString &code) {
        showListOnOffer();
        if (m_interview->isWalking()) // other questions may come first
            searchList(code);
    });
    connect(m_rules, &RulePage::left, this, &MainWindow::goToAssessment);
    connect(m_cases, &CasesPage::open, this, [this](const QString &id) { openCase({id}); });
    connect(m_cases, &CasesPage::removeDraft, this, [this](const QString &id) {
        if (m_session->id().value == id)
            m_session->close();
        const auto done = m_with.cases->removeDraft({id});
        m_cases->reload();
        m_cases->say(done ? tr("The draft was deleted.") : done.error().toText(), !done);
        m_lastAssess = m_start;
    });
    connect(m_cases, &CasesPage::openFile, this, [this] {
        const QString path = m_with.prompts->openPath(this, tr("Open a record"),
                                                      tr("Records of Clearway (*.pdf *.json);;All files (*)"));
        if (!path.isEmpty())
            openFile(path);
    });
    connect(m_session, &Session::savingFailed, this, [this](const QString &message) {
        m_notice->setText(tr("Not saved: %1 Your answers are kept in this window; do not close it.").arg(message));
        m_retry->show();
        m_noticePanel->show();
        announce(m_notice, m_notice->text());
    });
    connect(m_session, &Session::savingWorksAgain, this, [this] {
        m_retry->hide();
        m_notice->setText(m_with.notice);
        m_noticePanel->setVisible(!m_with.notice.isEmpty());
    });
    connect(m_retry, &QToolButton::clicked, this, [this] { m_session->saveAgain(); });
    connect(new QShortcut(QKeySequence::Open, this), &QShortcut::activated, this,
            [this] { Q_EMIT m_cases->openFile(); });
    connect(new QShortcut(QKeySequence::Quit, this), &QShortcut::activated, this, &QWidget::close);
}

// Beside a rule: the text that it must be read in, and what the office found there.
QWidget *MainWindow::makeRuleSide()
{
    auto *panel = new VerificationPanel(*m_readings, *m_official);
    panel->setToday(m_with.clock->nowUtc().toLocalTime().date());
    connect(panel, &VerificationPanel::importWanted, this, &MainWindow::importOfficial);
    auto *side = new QScrollArea(this);
    side->setObjectName(u"ruleSide"_s);
    side->setAccessibleName(tr("The rule beside the text of the law"));
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setWidget(panel);
    connect(m_rules, &RulePage::ruleShown, side, [side, panel](const language::RuleAddress &address) {
        side->setVisible(panel->showStatement(address));
        side->verticalScrollBar()->setValue(0);
    });
    return side;
}

QWidget *MainWindow::makeRail()
{
    auto *rail = new QWidget(this);
    rail->setObjectName(u"rail"_s);
    auto *layout = new QVBoxLayout(rail);
    layout->setContentsMargins(6, 12, 6, 12);
    layout->setSpacing(4);
    auto *group = new QButtonGroup(this);
    const auto place = [&](const QString &title, const QString &name, const QString &image, const QString &tip,
                           const QKeySequence &shortcut) {
        auto *button = new QToolButton(rail);
        button->setText(title);
        button->setObjectName(name);
        button->setAccessibleName(tip);
        button->setToolTip(tr("%1 (%2)").arg(tip, shortcut.toString(QKeySequence::NativeText)));
        button->setShortcut(shortcut);
        button->setIcon(icon(image, palette().color(QPalette::WindowText)));
        button->setIconSize(QSize(26, 26));
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumSize(76, 62);
        group->addButton(button);
        layout->addWidget(button);
        return button;
    };
    m_assessPlace = place(tr("Assess"), u"placeAssess"_s, u"assess"_s, tr("The assessment that is open"),
                          QKeySequence(tr("Ctrl+1")));
    m_listPlace =
        place(tr("List"), u"placeList"_s, u"list"_s, tr("The list, to look things up"), QKeySequence(tr("Ctrl+2")));
    m_casesPlace =
        place(tr("Cases"), u"placeCases"_s, u"cases"_s, tr("Cases on this computer"), QKeySequence(tr("Ctrl+3")));
    m_rulesPlace =
        place(tr("Rules"), u"placeRules"_s, u"rules"_s, tr("The rules, as they stand"), QKeySequence(tr("Ctrl+4")));
    m_newPlace = place(tr("New"), u"placeNew"_s, u"new"_s, tr("Begin a new assessment; the open one is kept"),
                       QKeySequence::New);
    m_newPlace->setCheckable(false);
    layout->addStretch(1);
    if (m_official->canImport()) {
        auto *import = place(tr("Official"), u"importOfficial"_s, u"official"_s, tr("Import the official text…"),
                             QKeySequence(tr("Ctrl+I")));
        import->setCheckable(false);
        connect(import, &QToolButton::clicked, this, &MainWindow::importOfficial);
    }
    connect(m_assessPlace, &QToolButton::clicked, this, [this] { goToAssessment(); });
    connect(m_listPlace, &QToolButton::clicked, this, [this] { showList(); });
    connect(m_casesPlace, &QToolButton::clicked, this, &MainWindow::showCases);
    connect(m_rulesPlace, &QToolButton::clicked, this, &MainWindow::showRules);
    connect(m_newPlace, &QToolButton::clicked, this, &MainWindow::showStart);
    return rail;
}

void MainWindow::goTo(QWidget *page)
{
    settle();
    m_pages->setCurrentWidget(page);
    if (page != m_list && page != m_cases && page != m_rules)
        m_lastAssess = page;
    (page == m_list    ? m_listPlace
     : page == m_cases ? m_casesPlace
     : page == m_rules ? m_rulesPlace
                       : m_assessPlace)
        ->setChecked(true);
    const QString what = m_session->isOpen() && page != m_start ? m_session->title() : QString();
    setWindowTitle(what.isEmpty() ? u"Clearway"_s : tr("%1 – Clearway").arg(what));
}

// Back to where the assessment was left. A result that was made under other rules than those of now is made anew.
void MainWindow::goToAssessment()
{
    const bool left = m_lastAssess && (m_session->isOpen() || m_lastAssess == m_result);
    if (left && m_lastAssess == m_result && m_desk->isStale() && m_session->isOpen())
        showResult();
    else
        goTo(left ? m_lastAssess : m_start);
}

// What is still being typed becomes an answer before anything else happens.
void MainWindow::settle()
{
    if (m_session->isOpen() && m_pages->currentWidget() == m_interview)
        m_interview->flush();
}

void MainWindow::fillStart()
{
    m_start->setToday(m_with.clock->nowUtc().toLocalTime().date());
    cases::CaseQuery query;
    query.state = assessment::State::Draft;
    query.limit = 3;
    const auto drafts = m_with.cases->list(query);
    m_start->setDrafts(drafts ? drafts->cases : QList<cases::CaseSummary>());
    if (!drafts)
        problem(drafts.error().toText());
}

void MainWindow::showStart()
{
    settle();
    m_editing = false;
    m_session->close();
    m_desk->clear();
    m_start->clear();
    fillStart();
    goTo(m_start);
}

void MainWindow::showInterview()
{
    goTo(m_interview);
    m_interview->showCurrent();
}

void MainWindow::showListOnOffer()
{
    goTo(m_interview);
    m_interview->walkOffered();
}

void MainWindow::searchList(const QString &typed)
{
    m_interview->searchList(typed);
}

void MainWindow::showCases()
{
    m_cases->say({}, false);
    m_cases->reload();
    goTo(m_cases);
}

void MainWindow::showList(const QString &code)
{
    m_list->setAssessmentOpen(m_session->isOpen() && !m_session->isFinished());
    goTo(m_list);
    if (!code.isEmpty())
        (void)m_list->showEntry(code);
    m_list->focusFirst();
}

void MainWindow::showRules()
{
    settle();
    m_rules->openAlone();
    goTo(m_rules);
}

void MainWindow::showRule(const language::RuleAddress &address, const reasoning::Answers &answers, const QString &title,
                          const reasoning::Combination &combination)
{
    settle();
    m_rules->openFor({answers, title, combination}, address);
    goTo(m_rules);
}

void MainWindow::problem(const QString &message)
{
    m_notice->setText(message);
    m_retry->hide();
    m_noticePanel->show();
    announce(m_notice, message);
}

void MainWindow::showResult()
{
    settle();
    goTo(m_result);
    m_result->showBusy();
    m_desk->workOut();
}

void MainWindow::importOfficial()
{
    if (m_official->isImporting())
        return;
    const QString path =
        m_with.prompts->openPath(this, tr("Import the official text"),
                                 tr("Files of the Federal Register (*.docx *.epub *.html *.htm *.pdf);;All files (*)"));
    if (!path.isEmpty())
        m_official->import(path);
}

void MainWindow::openCase(const cases::CaseId &id)
{
    if (id.isNull())
        return;
    settle();
    if (m_session->id() != id || m_session->isFinished()) {
        if (const auto done = m_session->open(id); !done) {
            problem(done.error().toText());
            return;
        }
    }
    if (m_session->isFinished() || (!m_session->current() && m_session->resultShown()))
        showResult();
    else
        showInterview();
}

void MainWindow::openFile(const QString &path)
{
    settle();
    goTo(m_result);
    m_desk->openFile(path);
}

void MainWindow::restorePlace()
{
    if (!m_with.cases)
        return;
    if (const auto saved = m_with.cases->setting(geometrySetting); saved && *saved)
        restoreGeometry(QByteArray::fromBase64((*saved)->toLatin1()));
    if (const auto saved = m_with.cases->setting(splitterSetting); saved && *saved)
        m_interview->restoreLayoutState(QByteArray::fromBase64((*saved)->toLatin1()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_session) {
        event->accept();
        return;
    }
    settle();
    if (!m_session->saveAgain()) {
        // Closing now would lose answers: once more the person decides, in the window, not in a dialog.
        if (m_notice->property("closing").toBool()) {
            event->accept();
            return;
        }
        m_notice->setProperty("closing", true);
        m_notice->setText(m_notice->text() + u' ' + tr("Close again to leave without them."));
        event->ignore();
        return;
    }
    if (!m_with.cases->isReadOnly()) {
        // The place of the window is a convenience: where it cannot be kept nothing needs to be said.
        (void)m_with.cases->setSetting(geometrySetting, QString::fromLatin1(saveGeometry().toBase64()));
        (void)m_with.cases->setSetting(splitterSetting, QString::fromLatin1(m_interview->layoutState().toBase64()));
    }
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_session && urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(event->mimeData()->urls().front().toLocalFile());
}

} // namespace clearway::ui
