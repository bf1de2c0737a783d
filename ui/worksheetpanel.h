// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/worksheet.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace clearway::ui {

class Text;
class WorksheetFilter;
class WorksheetModel;
class WorksheetView;

/// The criteria of a position and of those below it as a table in which values are typed.
class WorksheetPanel final : public QWidget {
    Q_OBJECT
public:
    /// The rules must outlive the panel.
    explicit WorksheetPanel(const language::RuleBook &rules, QWidget *parent = nullptr);
    void setWorksheet(const classification::Worksheet &worksheet);
    /// Takes what is still being typed.
    void flush();

Q_SIGNALS:
    void answered(const clearway::reasoning::FactKey &key, const clearway::reasoning::Answer &answer);
    void takenBack(const clearway::reasoning::FactKey &key);
    void addPoint();
    void openOther(const QString &code);

private:
    QModelIndex current() const;
    void showButtons();
    void say(const QString &message);
    WorksheetModel *m_model;
    WorksheetFilter *m_filter;
    WorksheetView *m_view;
    Text *m_summary;
    Text *m_message;
    QCheckBox *m_whole;
    QPushButton *m_edit;
    QPushButton *m_unsure;
    QPushButton *m_takeBack;
    QPushButton *m_addPoint;
};

} // namespace clearway::ui
