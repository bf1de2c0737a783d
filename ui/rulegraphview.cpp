// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulegraphview.h"

#include "ui/models/rulewords.h"
#include "ui/ruledrawing.h"

#include <QAbstractButton>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::RuleGraph;
using reasoning::RuleNode;

static constexpr double smallestZoom = 0.5;
static constexpr double largestZoom = 3;

namespace {

class NodeControl;

/// What a node asks of what it stands on.
class Ground {
public:
    virtual ~Ground() = default;
    virtual const RuleNode &nodeAt(int node) const = 0;
    virtual const RuleDrawing &drawing() const = 0;
    virtual int currentNode() const = 0;
    virtual void goTo(int node) = 0;
    virtual void activate(int node) = 0;
    virtual bool handleKey(int node, QKeyEvent &event) = 0;
};

class NodeControl final : public QAbstractButton {
public:
    NodeControl(Ground &ground, int node, QWidget *parent)
        : QAbstractButton(parent)
        , m_ground(ground)
        , m_node(node)
    {
        const RuleNode &shown = ground.nodeAt(node);
        setObjectName(u"ruleNode"_s);
        setAccessibleName(nodeName(shown));
        QStringList lines = nodeLines(shown);
        setToolTip(lines.join(u'\n'));
        setAccessibleDescription(lines.sliced(1).join(u'\n'));
        if (!shown.refersTo.isNull() && shown.parent >= 0)
            setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::ClickFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_ground.drawing().drawNode(painter, QRectF(rect()), m_ground.nodeAt(m_node), m_ground.currentNode() == m_node);
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QAbstractButton::focusInEvent(event);
        if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
            m_ground.goTo(m_node);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (!m_ground.handleKey(m_node, *event))
            QAbstractButton::keyPressEvent(event);
    }
    void mouseDoubleClickEvent(QMouseEvent *event) override
    {
        event->accept();
        m_ground.activate(m_node);
    }

private:
    Ground &m_ground;
    const int m_node;
};

} // namespace

class RuleGraphView::Canvas final
    : public QWidget
    , public Ground {
public:
    explicit Canvas(RuleGraphView *view)
        : QWidget(view)
        , m_view(view)
        , m_drawing(font(), palette(), this)
    {
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::Window);
    }

    void setGraph(const RuleGraph &graph)
    {
        const bool hadFocus = m_current >= 0 && m_current < m_controls.size() && m_controls[m_current]->hasFocus();
        for (NodeControl *control : std::as_const(m_controls)) {
            control->hide();
            control->deleteLater();
        }
        m_controls.clear();
        m_graph = graph;
        m_current = graph.nodes.isEmpty() ? -1 : 0;
        for (int node = 0; node < m_graph.nodes.size(); ++node) {
            m_controls << new NodeControl(*this, node, this);
            m_controls.last()->show();
        }
        arrange();
        refocus();
        if (hadFocus && m_current >= 0)
            m_controls[m_current]->setFocus();
    }

    void setZoom(double zoom)
    {
        m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
        arrange();
        if (m_current >= 0)
            m_view->ensureWidgetVisible(m_controls[m_current], 20, 20);
    }
    double zoom() const { return m_zoom; }

    void setCurrent(int node)
    {
        if (node < 0 || node >= m_controls.size())
            return;
        const int before = m_current;
        m_current = node;
        refocus();
        if (before >= 0 && before < m_controls.size())
            m_controls[before]->update();
        m_controls[node]->update();
        m_view->ensureWidgetVisible(m_controls[node], 24, 24);
    }

    NodeControl *control(int node) const { return m_controls.value(node); }

    const RuleNode &nodeAt(int node) const override { return m_graph.nodes[node]; }
    const RuleDrawing &drawing() const override { return m_drawing; }
    int currentNode() const override { return m_current; }
    void goTo(int node) override
    {
        if (node == m_current) {
            m_view->ensureWidgetVisible(m_controls[node], 24, 24);
            return;
        }
        setCurrent(node);
        Q_EMIT m_view->currentChanged(node);
    }
    void activate(int node) override { Q_EMIT m_view->activated(node); }

    bool handleKey(int node, QKeyEvent &event) override
    {
        const bool control = event.modifiers().testFlag(Qt::ControlModifier);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        switch (event.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: activate(node); return true;
        case Qt::Key_Left: focusOn(mirrored ? childOf(node) : nodeAt(node).parent); return true;
        case Qt::Key_Right: focusOn(mirrored ? nodeAt(node).parent : childOf(node)); return true;
        case Qt::Key_Up: focusOn(neighbour(node, false)); return true;
        case Qt::Key_Down: focusOn(neighbour(node, true)); return true;
        case Qt::Key_Home: focusOn(0); return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            if (control)
                m_view->zoomBy(1.2);
            return control;
        case Qt::Key_Minus:
            if (control)
                m_view->zoomBy(1 / 1.2);
            return control;
        case Qt::Key_0:
            if (control)
                m_view->resetZoom();
            return control;
        default: return false;
        }
    }

    void arrange()
    {
        QFont scaled = m_view->font();
        scaled.setPointSizeF(scaled.pointSizeF() * m_zoom);
        m_drawing = RuleDrawing(scaled, palette(), this);
        const reasoning::RuleLayout layout = m_drawing.layOut(m_graph);
        const double margin = 12;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        m_boxes.clear();
        for (const QRectF &box : layout.boxes) {
            const double left = mirrored ? layout.size.width() - box.right() : box.left();
            // Whole pixels, so that the control and the end of the edge are at one place.
            m_boxes << QRectF(QRectF(QPointF(left + margin, box.top() + margin), box.size()).toAlignedRect());
        }
        for (int node = 0; node < m_controls.size(); ++node)
            m_controls[node]->setGeometry(m_boxes[node].toRect());
        setFixedSize((layout.size + QSizeF(2 * margin, 2 * margin)).toSize());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_drawing.drawEdges(painter, m_graph, m_boxes);
    }

private:
    void focusOn(int node)
    {
        if (node >= 0 && node < m_controls.size())
            m_controls[node]->setFocus(Qt::OtherFocusReason);
    }

    /// The child on the path, else the one in the middle.
    int childOf(int node) const
    {
        const QList<int> &children = m_graph.nodes[node].children;
        if (children.isEmpty())
            return -1;
        for (const int child : children)
            if (m_graph.nodes[child].onPath)
                return child;
        return children[(children.size() - 1) / 2];
    }

    /// The next node of the same column.
    int neighbour(int node, bool below) const
    {
        int nearest = -1;
        double least = 0;
        const QRectF &box = m_boxes[node];
        for (int other = 0; other < m_boxes.size(); ++other) {
            const bool sameColumn = depthOf(other) == depthOf(node);
            const double distance = (m_boxes[other].center().y() - box.center().y()) * (below ? 1 : -1);
            if (other != node && sameColumn && distance > 0 && (nearest < 0 || distance < least)) {
                nearest = other;
                least = distance;
            }
        }
        return nearest;
    }

    int depthOf(int node) const
    {
        int depth = 0;
        for (int up = m_graph.nodes[node].parent; up >= 0; up = m_graph.nodes[up].parent)
            ++depth;
        return depth;
    }

    /// Tab reaches the graph once: at the current node.
    void refocus()
    {
        for (int node = 0; node < m_controls.size(); ++node)
            m_controls[node]->setFocusPolicy(node == m_current ? Qt::StrongFocus : Qt::ClickFocus);
    }

    RuleGraphView *m_view;
    RuleGraph m_graph;
    RuleDrawing m_drawing;
    QList<QRectF> m_boxes;
    QList<NodeControl *> m_controls;
    int m_current = -1;
    double m_zoom = 1;
};

RuleGraphView::RuleGraphView(QWidget *parent)
    : QScrollArea(parent)
    , m_canvas(new Canvas(this))
{
    setObjectName(u"ruleGraph"_s);
    setAccessibleName(tr("The rule as a graph"));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    setWidget(m_canvas);
}

RuleGraphView::~RuleGraphView() = default;

void RuleGraphView::setGraph(const RuleGraph &graph)
{
    m_canvas->setGraph(graph);
    if (QAbstractButton *root = nodeControl(0)) {
        // The root stands in the middle of what may be a long way down.
        horizontalScrollBar()->setValue(layoutDirection() == Qt::RightToLeft ? horizontalScrollBar()->maximum() : 0);
        verticalScrollBar()->setValue(root->geometry().center().y() - viewport()->height() / 2);
    }
}

void RuleGraphView::setCurrent(int node)
{
    m_canvas->setCurrent(node);
}

int RuleGraphView::current() const
{
    return m_canvas->currentNode();
}

void RuleGraphView::zoomBy(double factor)
{
    m_canvas->setZoom(m_canvas->zoom() * factor);
    Q_EMIT zoomChanged();
}

double RuleGraphView::zoom() const
{
    return m_canvas->zoom();
}

void RuleGraphView::resetZoom()
{
    m_canvas->setZoom(1);
    Q_EMIT zoomChanged();
}

QAbstractButton *RuleGraphView::nodeControl(int node) const
{
    return m_canvas->control(node);
}

void RuleGraphView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QScrollArea::wheelEvent(event);
        return;
    }
    zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0));
    event->accept();
}

void RuleGraphView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (m_canvas
        && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
            || event->type() == QEvent::LayoutDirectionChange))
        m_canvas->arrange();
}

} // namespace clearway::ui
