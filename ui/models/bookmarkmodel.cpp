// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/bookmarkmodel.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

static QString arrayKey()
{
    return u"bookmarks"_s;
}

BookmarkModel::BookmarkModel(const language::RuleBook &rules, const QString &file, QObject *parent)
    : QAbstractListModel(parent)
    , m_rules(rules)
    , m_file(file)
{
    read();
}

// The file is the person's: whatever stands in it, what is shown is short and stands on one line.
void BookmarkModel::read()
{
    if (m_file.isEmpty())
        return;
    QSettings settings(m_file, QSettings::IniFormat);
    const int size = qMin(settings.beginReadArray(arrayKey()), most);
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        const QString code = settings.value("code").toString().simplified().left(60);
        const QString title = settings.value("title").toString().simplified().left(300);
        if (!code.isEmpty() && !contains(code))
            m_bookmarks.append({code, title});
    }
    settings.endArray();
}

void BookmarkModel::write()
{
    if (m_file.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSettings settings(m_file, QSettings::IniFormat);
    settings.remove(arrayKey());
    settings.beginWriteArray(arrayKey(), static_cast<int>(m_bookmarks.size()));
    for (int i = 0; i < static_cast<int>(m_bookmarks.size()); ++i) {
        settings.setArrayIndex(i);
        settings.setValue("code", m_bookmarks[i].code);
        settings.setValue("title", m_bookmarks[i].title);
    }
    settings.endArray();
    settings.sync();
    if (settings.status() != QSettings::NoError)
        Q_EMIT notKept(QDir::toNativeSeparators(m_file));
}

bool BookmarkModel::contains(const QString &code) const
{
    return std::ranges::contains(m_bookmarks, code, &Bookmark::code);
}

QStringList BookmarkModel::codes() const
{
    QStringList result;
    for (const Bookmark &bookmark : m_bookmarks)
        result << bookmark.code;
    return result;
}

void BookmarkModel::setMarked(const QString &code, bool marked)
{
    if (marked == contains(code))
        return;
    if (marked) {
        const auto entry = m_rules.entries.constFind(code);
        if (entry == m_rules.entries.constEnd() || m_bookmarks.size() >= most)
            return;
        const int row = static_cast<int>(m_bookmarks.size());
        beginInsertRows({}, row, row);
        m_bookmarks.append({code, entry->title});
        endInsertRows();
    } else {
        const auto found = std::ranges::find(m_bookmarks, code, &Bookmark::code);
        const int row = static_cast<int>(found - m_bookmarks.begin());
        beginRemoveRows({}, row, row);
        m_bookmarks.removeAt(row);
        endRemoveRows();
    }
    write();
    Q_EMIT changed();
}

int BookmarkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_bookmarks.size());
}

QVariant BookmarkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Bookmark &bookmark = m_bookmarks[index.row()];
    const auto entry = m_rules.entries.constFind(bookmark.code);
    const bool held = entry != m_rules.entries.constEnd();
    const QString title = held ? entry->title : bookmark.title;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        const QString text = bookmark.code + u"  "_s + title;
        return held ? text : tr("%1 – no longer in this catalogue").arg(text);
    }
    case Qt::ToolTipRole: return title;
    case CodeRole: return bookmark.code;
    case TitleRole: return title;
    case HeldRole: return held;
    default: return {};
    }
}

} // namespace clearway::ui
