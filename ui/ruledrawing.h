// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/rulegraph.h"

#include <QFont>
#include <QPalette>

class QPaintDevice;
class QPainter;

namespace clearway::ui {

/// Draws the nodes and edges of a rule, on the screen and on paper. What a node is shows in its outline, whether it
/// holds in a sign and a word, what was not verified in a broken outline and words, the path in a strong outline and
/// edges: colour only adds to it.
class RuleDrawing {
public:
    /// The device gives the font its size; it must outlive this.
    RuleDrawing(const QFont &font, const QPalette &palette, const QPaintDevice *device);

    /// Sizes for the nodes, and where they stand.
    reasoning::RuleLayout layOut(const reasoning::RuleGraph &graph) const;
    QSizeF sizeOf(const reasoning::RuleNode &node) const;

    void drawNode(QPainter &painter, const QRectF &box, const reasoning::RuleNode &node, bool current = false) const;
    /// All edges; `boxes` are where the nodes stand.
    void drawEdges(QPainter &painter, const reasoning::RuleGraph &graph, const QList<QRectF> &boxes) const;

private:
    struct Block {
        QString text;
        QFont font;
        bool muted = false;
        QRectF rect; // within the node, from its inner corner
    };
    QList<Block> blocksOf(const reasoning::RuleNode &node, double width) const;
    double innerWidth(const reasoning::RuleNode &node) const;
    double unit() const { return m_unit; }

    QFont m_font;
    QPalette m_palette;
    const QPaintDevice *m_device;
    double m_unit; // a twelfth of a line's height: thickness of lines and margins follow the font
};

/// "✓ yes", "✗ no" or "? open".
QString truthSign(reasoning::Truth truth);

} // namespace clearway::ui
