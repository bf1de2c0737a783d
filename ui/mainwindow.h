// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "ui/session.h"
#include "ui/surroundings.h"

#include <QMainWindow>

class QStackedWidget;
class QToolButton;

namespace clearway::ui {

class CasesPage;
class InterviewPage;
class ListPage;
class OfficeReadings;
class OfficialTexts;
class Panel;
class ResultDesk;
class ResultPage;
class RulePage;
class SharedSuggester;
class StartPage;
class Text;
class VerificationPanel;

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
    /// The list by itself, where it was left, or at a position of it.
    void showList(const QString &code = {});
    ListPage &listPage() { return *m_list; }
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
    void problem(const QString &message);
    void settle();

    Surroundings m_with;
    Session *m_session = nullptr;
    OfficialTexts *m_official = nullptr;
    OfficeReadings *m_readings = nullptr;
    ResultDesk *m_desk = nullptr;
    std::shared_ptr<SharedSuggester> m_suggester; // of all panels that suggest
    QStackedWidget *m_pages = nullptr;
    StartPage *m_start = nullptr;
    InterviewPage *m_interview = nullptr;
    ResultPage *m_result = nullptr;
    CasesPage *m_cases = nullptr;
    RulePage *m_rules = nullptr;
    ListPage *m_list = nullptr;
    Panel *m_noticePanel = nullptr;
    Text *m_notice = nullptr;
    QToolButton *m_retry = nullptr;
    QToolButton *m_assessPlace = nullptr;
    QToolButton *m_listPlace = nullptr;
    QToolButton *m_casesPlace = nullptr;
    QToolButton *m_rulesPlace = nullptr;
    QToolButton *m_newPlace = nullptr;
    QWidget *m_lastAssess = nullptr;
    bool m_editing = false;
};

} // namespace clearway::ui
