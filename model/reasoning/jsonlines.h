// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace clearway::reasoning {

/// Where each value of a JSON text stands, by JSON pointer ("/items/0/facts"); and the keys given twice, which
/// QJsonDocument silently drops. The text must be valid JSON.
class JsonLines {
public:
    explicit JsonLines(const QByteArray &json);
    /// 1-based; of the nearest enclosing value where the pointer itself is not in the text; 0 for none.
    int lineOf(QString pointer) const;
    /// Pointers of keys that occur twice in one object.
    const QStringList &duplicates() const { return m_duplicates; }

private:
    QHash<QString, int> m_lines;
    QStringList m_duplicates;
};

} // namespace clearway::reasoning
