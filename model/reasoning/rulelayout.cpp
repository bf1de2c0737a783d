// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reasoning/rulegraph.h"

#include <algorithm>

namespace clearway::reasoning {

namespace {

/// From where to where a part of the tree reaches in each column, from that of its first node on.
struct Outline {
    QList<double> top;
    QList<double> bottom;

    void move(double by)
    {
        for (double &value : top)
            value += by;
        for (double &value : bottom)
            value += by;
    }
};

class Tidy {
public:
    Tidy(const RuleGraph &graph, const QList<QSizeF> &sizes, double gap)
        : m_graph(graph)
        , m_sizes(sizes)
        , m_gap(gap)
        , m_offset(graph.nodes.size(), 0.0)
    {}

    /// Places what hangs on the node; the node's own middle is at 0.
    Outline place(int at)
    {
        Outline joined;
        const QList<int> &children = m_graph.nodes[at].children;
        for (const int child : children) {
            Outline below = place(child);
            double down = 0;
            const qsizetype common = std::min(joined.bottom.size(), below.top.size());
            for (qsizetype column = 0; column < common; ++column)
                down = column == 0 ? joined.bottom[0] + m_gap - below.top[0]
                                   : std::max(down, joined.bottom[column] + m_gap - below.top[column]);
            below.move(down);
            m_offset[child] = down;
            for (qsizetype column = 0; column < below.top.size(); ++column) {
                if (column < joined.top.size()) {
                    joined.bottom[column] = below.bottom[column];
                } else {
                    joined.top.append(below.top[column]);
                    joined.bottom.append(below.bottom[column]);
                }
            }
        }
        if (!children.isEmpty()) {
            const double middle = (m_offset[children.first()] + m_offset[children.last()]) / 2;
            joined.move(-middle);
            for (const int child : children)
                m_offset[child] -= middle;
        }
        const double half = m_sizes[at].height() / 2;
        joined.top.prepend(-half);
        joined.bottom.prepend(half);
        return joined;
    }

    double offset(int at) const { return m_offset[at]; }

private:
    const RuleGraph &m_graph;
    const QList<QSizeF> &m_sizes;
    const double m_gap;
    QList<double> m_offset; // of a node's middle from that of its parent
};

} // namespace

RuleLayout layOut(const RuleGraph &graph, const QList<QSizeF> &sizes, const QSizeF &gap)
{
    RuleLayout layout;
    if (graph.nodes.isEmpty() || sizes.size() != graph.nodes.size())
        return layout;
    Tidy tidy(graph, sizes, gap.height());
    const Outline outline = tidy.place(0);

    QList<int> columns;
    QList<double> middles;
    QList<double> widths;
    for (int at = 0; at < graph.nodes.size(); ++at) {
        const int parent = graph.nodes[at].parent;
        columns << (parent < 0 ? 0 : columns[parent] + 1);
        middles << (parent < 0 ? 0 : middles[parent] + tidy.offset(at));
        while (widths.size() <= columns[at])
            widths << 0;
        widths[columns[at]] = std::max(widths[columns[at]], sizes[at].width());
    }
    QList<double> lefts{0};
    for (const double width : std::as_const(widths))
        lefts << lefts.last() + width + gap.width();
    const double top = *std::ranges::min_element(outline.top);
    for (int at = 0; at < graph.nodes.size(); ++at)
        layout.boxes << QRectF(QPointF(lefts[columns[at]], middles[at] - sizes[at].height() / 2 - top), sizes[at]);
    layout.size = QSizeF(lefts.last() - gap.width(), *std::ranges::max_element(outline.bottom) - top);
    return layout;
}

} // namespace clearway::reasoning
