// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/rulegraph.h"

#include <QScrollArea>

class QAbstractButton;

namespace clearway::ui {

/// A rule as a graph from left to right. Each node is a control of its own, so that it has a name for screen readers
/// and takes the focus: arrow keys go from node to node, Return follows a rule, Ctrl with + and - changes the size.
class RuleGraphView final : public QScrollArea {
    Q_OBJECT
public:
    explicit RuleGraphView(QWidget *parent = nullptr);
    ~RuleGraphView() override;

    void setGraph(const reasoning::RuleGraph &graph);
    /// Goes to a node, without saying so.
    void setCurrent(int node);
    int current() const;
    void zoomBy(double factor);
    double zoom() const;
    void resetZoom();
    /// The control of a node.
    QAbstractButton *nodeControl(int node) const;

Q_SIGNALS:
    /// The user went to a node.
    void currentChanged(int node);
    /// The user wants what the node stands for: Return, or a double click.
    void activated(int node);
    void zoomChanged();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Canvas;
    Canvas *m_canvas;
};

} // namespace clearway::ui
