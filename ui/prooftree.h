// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace clearway::ui
