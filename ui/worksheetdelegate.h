// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QStyledItemDelegate>

namespace clearway::ui {

class WorksheetModel;

/// Wraps what a worksheet says to the width of its columns, and edits its values in place: a number with its unit in
/// a line, one of several answers in a list, anything else with the editor that a question card has.
class WorksheetDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// `model` is what the view's proxy stands on; both must outlive the delegate.
    WorksheetDelegate(const language::RuleBook &rules, WorksheetModel &model, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// What is typed cannot be read; the editor stays open.
    void refused(const QString &message);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QModelIndex source(const QModelIndex &index) const;
    QWidget *listOfAnswers(QWidget *parent, const language::FactDefinition &fact) const;
    const language::RuleBook &m_rules;
    WorksheetModel &m_model;
};

} // namespace clearway::ui
