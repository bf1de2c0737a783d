// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "model/reasoning/answers.h"

#include <QTreeView>

namespace clearway::ui {

/// A tree of proofs: rows wrap to its width, and stay open over updates of the model.
class ProofTree final : public QTreeView {
    Q_OBJECT
public:
    explicit ProofTree(QWidget *parent = nullptr);
    /// Call around a reset of the model.
    QStringList openRows() const;
    void openRows(const QStringList &paths);

Q_SIGNALS:
    /// Return was pressed on a row.
    void chosen(const QModelIndex &index);
    /// The rule of a row of ProofModel is wanted: a double click, Return, or "Show the rule" of its menu. The address
    /// has no state.
    void ruleChosen(const clearway::language::RuleAddress &address,
                    const clearway::reasoning::Combination &combination);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void choose(const QModelIndex &index);
};

} // namespace clearway::ui
