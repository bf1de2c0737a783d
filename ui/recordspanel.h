// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/permitheld.h"
#include "model/assessment/review.h"
#include "model/assessment/supplylog.h"
#include "ui/recordfiles.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace clearway::ui {

class MessageLine;
class PermitsPanel;
class ReviewPanel;
class SupplyLogPanel;
class Text;

/// What comes after the result: permits that are held, drafts of applications, the supply log, reviews, a statement for
/// a README.
class RecordsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit RecordsPanel(QWidget *parent = nullptr);

    struct View {
        QString record; ///< which one it is: what is being typed stays as long as this is the same
        QList<assessment::PermitHeld> permits;
        bool canChangePermits = true;
        QStringList applications; ///< what there is to be applied for, and how much of it the record fills in
        QString keep;             ///< until when records are kept, in a sentence; empty: nothing is prescribed
        QList<assessment::LoggedSupply> log;
        QList<assessment::SupplyEntry> offered;
        bool canLog = true;
        QList<assessment::Review> reviews; ///< of the revision that is shown
        QString assessor;
        QDate today;
        QString reviewRefusal;    ///< why no review can be recorded; empty: it can
        QString statement;        ///< Markdown; empty where there is none
        QString statementRefusal; ///< why not
    };
    void show(const View &view);
    PermitsPanel &permits() { return *m_permits; }
    SupplyLogPanel &supplyLog() { return *m_log; }
    ReviewPanel &review() { return *m_review; }
    /// What came of drafting or copying.
    void say(const QString &message, bool problem);

Q_SIGNALS:
    void draftApplication(clearway::ui::RecordFormat format);
    void copyStatement();
    void saveStatement();

private:
    QPushButton *makeButton(const QString &title, const QString &name, const QString &accessible);
    void addHeading(QVBoxLayout *column, const QString &title, const QString &below = {});

    PermitsPanel *m_permits;
    Text *m_applications;
    QPushButton *m_draft;
    Text *m_keep;
    SupplyLogPanel *m_log;
    ReviewPanel *m_review;
    Text *m_statementRefusal;
    QPlainTextEdit *m_statement;
    QPushButton *m_copy;
    QPushButton *m_save;
    MessageLine *m_message;
    QString m_record;
};

} // namespace clearway::ui
