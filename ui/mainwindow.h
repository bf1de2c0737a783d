// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/catalogue.h"
#include "ui/prompts.h"
#include "ui/recordopening.h"
#include "ui/resultpage.h"
#include "ui/session.h"

#include <QMainWindow>

class QStackedWidget;
class QToolButton;

namespace clearway::ui {

class CasesPage;
class InterviewPage;
class OfficeReadings;
class OfficialTexts;
class Panel;
class RecordKeeping;
class RulePage;
class StartPage;
class Text;
class VerificationPanel;

/// What the window works with; everything outlives it.
struct Surroundings {
    const store::Catalogue *catalogue = nullptr;
    cases::Register *cases = nullptr;
    const cases::Clock *clock = nullptr;
    Prompts *prompts = nullptr;
    QString readerPath;       ///< of clearway-reader
    QString madeBy;           ///< "Clearway 0.1.0"
    QString officialDatabase; ///< of the official text; empty: none can be imported
    QString notice;           ///< said above everything as long as the window is open: nothing will be kept
};

/// The window: places on the left, the page beside them. Nothing modal but saving and printing.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Surroundings &surroundings, QWidget *parent = nullptr);
    /// A window that only says what is wrong.
    MainWindow(const QString &title, const QString &what, const QStringList &whatToDo);

    Session *session() { return m_session; }
    void showStart();
    void showInterview();
    void showListOnOffer();
    /// Searches the list that is being walked, and opens the first hit.
    void searchList(const QString &typed);
    void showResult();
    void showCases();
    /// The rules by themselves, where they were left.
    void showRules();
    RulePage &rulePage() { return *m_rules; }
    /// Opens a record from a PDF or JSON file.
    void openFile(const QString &path);
    /// Asks for a file of the Federal Register and imports it; the window can be used meanwhile.
    void importOfficial();
    OfficialTexts &official() { return *m_official; }
    /// What the office has read beside the text of the law; the session follows it.
    OfficeReadings &readings() { return *m_readings; }
    /// Restores place and size of the last time.
    void restorePlace();

Q_SIGNALS:
    /// A result is on the screen.
    void resultReady();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *makeRail();
    QWidget *makeRuleSide();
    void goTo(QWidget *page);
    void goToAssessment();
    void fillStart();
    void openCase(const cases::CaseId &id);
    void showRule(const language::RuleAddress &address, const reasoning::Answers &answers, const QString &title,
                  const reasoning::Combination &combination);
    report::ReportOptions printOptions() const;
    void workOutResult();
    void presentResult(const assessment::Assessment &assessment, const ResultPage::View &view);
    void save(RecordFormat format);
    void print();
    void finish();
    void newRevision();
    void problem(const QString &message);
    void settle();

    Surroundings m_with;
    Session *m_session = nullptr;
    OfficialTexts *m_official = nullptr;
    OfficeReadings *m_readings = nullptr;
    RecordKeeping *m_keeping = nullptr;
    QStackedWidget *m_pages = nullptr;
    StartPage *m_start = nullptr;
    InterviewPage *m_interview = nullptr;
    ResultPage *m_result = nullptr;
    CasesPage *m_cases = nullptr;
    RulePage *m_rules = nullptr;
    Panel *m_noticePanel = nullptr;
    Text *m_notice = nullptr;
    QToolButton *m_retry = nullptr;
    QToolButton *m_assessPlace = nullptr;
    QToolButton *m_casesPlace = nullptr;
    QToolButton *m_rulesPlace = nullptr;
    QToolButton *m_newPlace = nullptr;
    QWidget *m_lastAssess = nullptr;
    bool m_editing = false;
    int m_resultGeneration = 0;
    std::optional<assessment::Assessment> m_shown; // what the result page shows
    bool m_resultIsStale = false;                  // other rules apply since it was made
    bool m_shownIsOwn = true;                      // it is the session's, not only a file's
};

} // namespace clearway::ui
