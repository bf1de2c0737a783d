// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/casesmodel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTableView;

namespace clearway::ui {

class MessageLine;
class Text;

/// The cases on this computer: open, continue, delete a draft, open from a file.
class CasesPage final : public QWidget {
    Q_OBJECT
public:
    CasesPage(CasesModel::Source source, QWidget *parent = nullptr);
    void reload();
    void say(const QString &message, bool problem);

Q_SIGNALS:
    void open(const QString &caseId);
    void removeDraft(const QString &caseId);
    void openFile();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString chosen() const;
    void showButtons();
    void askRemove();
    CasesModel *m_model;
    QTableView *m_table;
    QLineEdit *m_filter;
    QPushButton *m_open;
    QPushButton *m_remove;
    QWidget *m_confirm;
    Text *m_question;
    MessageLine *m_message;
    Text *m_empty;
};

} // namespace clearway::ui
