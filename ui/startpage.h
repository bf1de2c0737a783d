// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/casesmodel.h"
#include "ui/session.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QScrollArea;
class QVBoxLayout;

namespace clearway::ui {

class AnswerEditor;
class Folded;
class OptionRow;
class Panel;
class StartingPoints;
class Text;

/// "What are you about to do?": what is offered comes from the catalogue's start page.
class StartPage final : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(const language::RuleBook &rules, QWidget *parent = nullptr);

    /// Drafts to continue with, the newest first.
    void setDrafts(const QList<cases::CaseSummary> &drafts);
    /// An empty page for a new assessment.
    void clear();
    /// Shows what an open draft began with, to change it.
    void edit(const Beginning &beginning);
    Beginning beginning() const;
    /// The day that counts as today.
    void setToday(QDate today);

Q_SIGNALS:
    void begun(const clearway::ui::Beginning &beginning);
    void editDone(const clearway::ui::Beginning &beginning);
    void editCancelled();
    void continueWith(const QString &caseId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct ItemRow {
        OptionRow *option;
        QLineEdit *name;
    };
    struct OtherFact {
        const language::FactDefinition *fact;
        AnswerEditor *editor;
    };
    QWidget *makeActivities();
    QWidget *makeItems();
    QWidget *makeTime();
    void rebuildMatrix();
    void startFrom(const language::StartingPoint &point);
    void go();
    void showHint(const QString &hint, QWidget *at);

    const language::RuleBook &m_rules;
    StartFacts m_facts;
    QDate m_today;
    bool m_editing = false;
    QScrollArea *m_scroll;
    Text *m_title;
    Panel *m_drafts;
    QVBoxLayout *m_draftRows;
    StartingPoints *m_points;
    QLineEdit *m_name;
    QList<OptionRow *> m_activities;
    QList<ItemRow> m_items;
    QList<Beginning::Item> m_furtherItems; // of a kind that has a row already: kept while the kind is ticked
    QList<OtherFact> m_others;
    QWidget *m_matrixBox = nullptr;
    QGridLayout *m_matrix = nullptr;
    QMap<QString, QStringList> m_without; // activity -> kinds of items that do not go with it
    QRadioButton *m_isToday = nullptr;
    QRadioButton *m_isDay = nullptr;
    QDateEdit *m_day = nullptr;
    QRadioButton *m_isLaw = nullptr;
    QComboBox *m_law = nullptr;
    Folded *m_more = nullptr;
    Text *m_hint;
    QPushButton *m_cancel;
    QPushButton *m_go;
};

} // namespace clearway::ui
