// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/sourceplaces.h"
#include "model/reasoning/rulegraph.h"

#include <QStringList>

class QPagedPaintDevice;

namespace clearway::ui {

class RuleColours;

/// What of a rule goes on paper.
struct RuleSheet {
    QString title;
    QStringList lines; ///< state, section, how well it is known, whose answers
    QString summary;
    reasoning::RuleGraph graph;
    QStringList source; ///< the whole file, line by line
    store::SourcePlace place;
    QString foot; ///< at the foot of every page
};

/// Prints the statement with its conditions as a tree, then as a graph, then its source. False where the device fails.
bool printRule(const RuleSheet &sheet, const RuleColours &colours, QPagedPaintDevice &device);

/// The same into a PDF file; the error is one sentence.
QString writeRulePdf(const RuleSheet &sheet, const RuleColours &colours, const QString &path);

} // namespace clearway::ui
