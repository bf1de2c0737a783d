// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/entrytreemodel.h"

using namespace Qt::StringLiterals;

namespace clearway::ui {

struct EntryTreeModel::Node {
    Level level = CategoryLevel;
    QString id; // category id, group letter or code
    QString category;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    Node *add(Level childLevel, const QString &childId)
    {
        auto node = std::make_unique<Node>();
        node->level = childLevel;
        node->id = childId;
        node->category = category;
        node->parent = this;
        node->row = static_cast<int>(children.size());
        children.push_back(std::move(node));
        return children.back().get();
    }
};

EntryTreeModel::EntryTreeModel(const language::RuleBook &rules, QObject *parent)
    : QAbstractItemModel(parent)
    , m_rules(&rules)
{
    QHash<QString, Node *> categories;
    for (const language::Category &category : rules.categories) {
        auto node = std::make_unique<Node>();
        node->id = category.id;
        node->category = category.id;
        node->row = static_cast<int>(m_categories.size());
        categories.insert(category.id, node.get());
        m_categories.push_back(std::move(node));
    }
    QHash<QString, Node *> groups;
    for (const QString &code : rules.entryOrder) {
        const auto found = rules.entries.constFind(code);
        if (found == rules.entries.constEnd())
            continue;
        Node *above = nullptr;
        if (found->parent.isEmpty()) {
            above = categories.value(found->category);
            if (above && !found->group.isEmpty()) {
                const QString key = found->category + u'/' + found->group;
                Node *&group = groups[key];
                if (!group)
                    group = above->add(GroupLevel, found->group);
                above = group;
            }
        } else {
            above = m_byCode.value(found->parent);
        }
        if (above)
            m_byCode.insert(code, above->add(EntryLevel, code));
    }
}

EntryTreeModel::~EntryTreeModel() = default;

EntryTreeModel::Node *EntryTreeModel::nodeAt(const QModelIndex &index) const
{
    return static_cast<Node *>(index.internalPointer());
}

void EntryTreeModel::setMarks(const QHash<QString, Mark> &marks)
{
    QHash<QString, Mark> before = m_marks;
    m_marks = marks;
    QStringList touched = before.keys() + marks.keys();
    touched.removeDuplicates();
    for (const QString &code : std::as_const(touched)) {
        if (before.value(code, NoMark) == marks.value(code, NoMark))
            continue;
        const QModelIndex at = indexOf(code);
        if (at.isValid())
            Q_EMIT dataChanged(at, at, {MarkRole, Qt::DisplayRole, Qt::AccessibleTextRole});
    }
}

QModelIndex EntryTreeModel::indexOf(const QString &code) const
{
    Node *node = m_byCode.value(code);
    return node ? createIndex(node->row, 0, node) : QModelIndex();
}

QModelIndex EntryTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto &siblings = parent.isValid() ? nodeAt(parent)->children : m_categories;
    if (row < 0 || column != 0 || row >= static_cast<int>(siblings.size()))
        return {};
    return createIndex(row, column, siblings[static_cast<size_t>(row)].get());
}

QModelIndex EntryTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Node *up = nodeAt(child)->parent;
    return up ? createIndex(up->row, 0, up) : QModelIndex();
}

int EntryTreeModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(parent.isValid() ? nodeAt(parent)->children.size() : m_categories.size());
}

int EntryTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString EntryTreeModel::groupTitle(const QString &group)
{
    switch (group.isEmpty() ? 0 : group.front().unicode()) {
    case 'A': return tr("Systems, equipment and components");
    case 'B': return tr("Test, inspection and production equipment");
    case 'C': return tr("Materials");
    case 'D': return tr("Software");
    case 'E': return tr("Technology");
    default: return {};
    }
}

QVariant EntryTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeAt(index);
    const language::Category *category = m_rules->category(node->category);
    const bool held = category && category->complete;
    const auto entry = m_rules->entries.constFind(node->id);
    const bool isEntry = node->level == EntryLevel && entry != m_rules->entries.constEnd();
    const Mark mark = isEntry ? m_marks.value(node->id, NoMark) : NoMark;

    QString title;
    if (node->level == CategoryLevel)
        title = category ? category->title : node->id;
    else if (node->level == GroupLevel)
        title = groupTitle(node->id);
    else if (isEntry)
        title = entry->title;

    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QString text = title;
        if (node->level == CategoryLevel && !held)
            text = tr("%1 (not held here)").arg(title);
        else if (node->level == GroupLevel)
            text = tr("Group %1: %2").arg(node->id, title);
        else if (isEntry)
            text = node->id + u"  "_s + title;
        if (mark == MetMark)
            text = tr("%1 – it meets this").arg(text);
        else if (mark == RejectedMark)
            text = tr("%1 – rejected").arg(text);
        else if (mark == ContestedMark)
            text = tr("%1 – stated, but the answers speak against it").arg(text);
        return text;
    }
    case Qt::ToolTipRole: return node->level == CategoryLevel && category ? category->scope : title;
    case LevelRole: return node->level;
    case CodeRole: return isEntry ? node->id : QString();
    case CategoryRole: return node->category;
    case HeldRole: return held;
    case ReservedRole: return isEntry && entry->reserved;
    case MarkRole: return mark;
    case TitleRole: return title;
    default: return {};
    }
}

Qt::ItemFlags EntryTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (nodeAt(index)->children.empty())
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

} // namespace clearway::ui
