// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace clearway::ui {

/// Where a person has been in the list: back and forward, as in a browser.
class VisitedCodes {
public:
    /// Goes to a code; what was ahead is forgotten. The code that is shown already stays one place.
    void visit(const QString &code);
    /// Comes by a code, while going through a list with the arrow keys: unless something is done there, the next one
    /// takes its place.
    void pass(const QString &code);
    bool canGoBack() const { return !m_before.isEmpty(); }
    bool canGoForward() const { return !m_after.isEmpty(); }
    /// The code to show; empty where there is none, and nothing changes.
    QString back();
    QString forward();
    const QString &current() const { return m_current; }

    /// As many places are kept.
    static constexpr qsizetype most = 500;

private:
    void leave();
    QStringList m_before;
    QStringList m_after;
    QString m_current;
    bool m_passing = false;
};

} // namespace clearway::ui
