// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/jsonlines.h"

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

JsonLines::JsonLines(const QByteArray &json)
{
    struct Level {
        QString pointer;
        bool isObject = false;
        bool expectsKey = false;
        int index = 0;
        QString key;
    };
    QList<Level> levels;
    int line = 1;
    const auto place = [&]() -> QString {
        if (levels.isEmpty())
            return QString();
        const Level &level = levels.last();
        return level.pointer + u'/' + (level.isObject ? level.key : QString::number(level.index));
    };
    const auto note = [&] { m_lines.insert(place(), line); };

    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '\n') {
            ++line;
        } else if (c == '"') {
            qsizetype end = i + 1;
            while (end < json.size() && json[end] != '"')
                end += json[end] == '\\' ? 2 : 1;
            if (!levels.isEmpty() && levels.last().isObject && levels.last().expectsKey) {
                levels.last().key = QString::fromUtf8(json.mid(i + 1, end - i - 1));
                levels.last().expectsKey = false;
                if (m_lines.contains(place()))
                    m_duplicates.append(place());
                note();
            } else {
                note();
            }
            i = end;
        } else if (c == '{' || c == '[') {
            note();
            levels.append({place(), c == '{', c == '{', 0, {}});
        } else if (c == '}' || c == ']') {
            if (!levels.isEmpty())
                levels.removeLast();
        } else if (c == ',') {
            if (!levels.isEmpty()) {
                ++levels.last().index;
                levels.last().expectsKey = levels.last().isObject;
            }
        } else if ((c >= '0' && c <= '9') || c == '-' || c == 't' || c == 'f' || c == 'n') {
            note();
        }
    }
}

int JsonLines::lineOf(QString pointer) const
{
    while (!m_lines.contains(pointer) && !pointer.isEmpty())
        pointer.truncate(pointer.lastIndexOf(u'/'));
    return m_lines.value(pointer, 0);
}

} // namespace clearway::reasoning
