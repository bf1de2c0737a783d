// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "model/assessment/assessment.h"
#include "ui/recordfiles.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QTabWidget;
class QVBoxLayout;

namespace clearway::ui {

class ComparePanel;
class MessageLine;
class Panel;
class RecordsPanel;
class Text;

/// The result: the outcome in a sentence, what to do and not to do, what is needed, why, what would change
/// it. Beside it the states of the Act, and what is filed and drafted afterwards.
class ResultPage final : public QWidget {
    Q_OBJECT
public:
    explicit ResultPage(const language::RuleBook &rules, QWidget *parent = nullptr);

    struct View {
        bool canChange = true;    ///< a draft: answers can be changed, it can be finished
        bool listOffered = false; ///< walking the list may spare the record
        QStringList notices;      ///< said above the result: tampered, another catalogue, older revision
    };
    void show(const assessment::Assessment &assessment, const View &view);
    /// While the result is worked out.
    void showBusy();
    /// What came of saving, finishing…: a line above the buttons.
    void say(const QString &message, bool problem);
    /// Whether the copy leaves out the technical annex.
    bool withoutTechnicalAnnex() const;
    /// Applications, supply log, reviews: filled by RecordKeeping.
    RecordsPanel &records() { return *m_records; }

Q_SIGNALS:
    void save(clearway::ui::RecordFormat format);
    void print();
    void changeAnswer(const clearway::reasoning::FactKey &key);
    void backToQuestions();
    void checkList();
    void finish();
    void newRevision();
    /// The rule of a line of the reasoning is wanted.
    void ruleChosen(const clearway::language::RuleAddress &address,
                    const clearway::reasoning::Combination &combination);
    void aboutChanged(const clearway::assessment::About &about);

private:
    void build(const assessment::Assessment &assessment, const View &view);
    void dropPage();
    QWidget *makeBanner(const assessment::Assessment &assessment);
    QWidget *makeAbout(const assessment::About &about, bool canChange);
    void addHeading(const QString &title);
    void addBullets(const QStringList &lines, bool numbered = false);
    void addRequirements(const assessment::Assessment &assessment);
    void addSteps(const assessment::Assessment &assessment, bool canChange);
    void addMatrix(const assessment::Assessment &assessment);
    void addWhy(const assessment::Assessment &assessment);
    void addChanges(const assessment::Assessment &assessment);
    void addLeanings(const assessment::Assessment &assessment);

    const language::RuleBook &m_rules;
    QTabWidget *m_tabs;
    QScrollArea *m_scroll;
    ComparePanel *m_compare;
    RecordsPanel *m_records;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    MessageLine *m_message;
    QCheckBox *m_summary;
    QList<QWidget *> m_needResult; // buttons that need a result
    QPushButton *m_change;
    QPushButton *m_finish;
    bool m_canChange = true;
};

} // namespace clearway::ui
