// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/visitedcodes.h"

namespace clearway::ui {

void VisitedCodes::leave()
{
    if (!m_current.isEmpty())
        m_before.append(m_current);
    if (m_before.size() > most)
        m_before.removeFirst();
    m_after.clear();
}

void VisitedCodes::visit(const QString &code)
{
    if (code.isEmpty())
        return;
    m_passing = false;
    if (code == m_current)
        return;
    leave();
    m_current = code;
}

void VisitedCodes::pass(const QString &code)
{
    if (code.isEmpty() || code == m_current)
        return;
    if (!m_passing)
        leave();
    m_passing = true;
    m_current = code;
}

QString VisitedCodes::back()
{
    if (m_before.isEmpty())
        return {};
    m_passing = false;
    m_after.append(m_current);
    m_current = m_before.takeLast();
    return m_current;
}

QString VisitedCodes::forward()
{
    if (m_after.isEmpty())
        return {};
    m_passing = false;
    m_before.append(m_current);
    m_current = m_after.takeLast();
    return m_current;
}

} // namespace clearway::ui
