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
    bool made = false; // what lies below it
    std::vector<std::unique_ptr<Node>> children;
};

EntryTreeModel::EntryTreeModel(const language::RuleBook &rules, QObject *parent)
    : QAbstractItemModel(parent)
    , m_rules(&rules)
{
    for (const QString &code : rules.entryOrder) {
        const auto found = rules.entries.constFind(code);
        if (found != rules.entries.constEnd() && found->parent.isEmpty())
            m_firstLevel[found->category].append(code);
    }
    makeCategories();
}

EntryTreeModel::~EntryTreeModel() = default;

// A category that the catalogue does not hold is there to be seen as such; one of which nothing is asked for is not.
void EntryTreeModel::makeCategories()
{
    m_categories.clear();
    m_byCode.clear();
    for (const language::Category &category : m_rules->categories) {
        auto node = std::make_unique<Node>();
        node->id = category.id;
        node->category = category.id;
        node->row = static_cast<int>(m_categories.size());
        if (!m_shown || !below(*node).isEmpty())
            m_categories.push_back(std::move(node));
    }
}

// The ids of what lies below a row: letters of groups where the category has them, else codes.
QStringList EntryTreeModel::below(const Node &node) const
{
    QStringList ids;
    if (node.level == EntryLevel) {
        ids = m_rules->entries.value(node.id).children;
        ids.removeIf([this](const QString &code) { return !isShown(code); });
        return ids;
    }
    const QStringList codes = m_firstLevel.value(node.category);
    for (const QString &code : codes) {
        if (!isShown(code))
            continue;
        const QString &group = m_rules->entries.constFind(code)->group;
        if (node.level == GroupLevel ? group == node.id : group.isEmpty())
            ids << code;
        else if (node.level == CategoryLevel && !ids.contains(group))
            ids << group;
    }
    return ids;
}

void EntryTreeModel::setShown(std::optional<QSet<QString>> shown)
{
    beginResetModel();
    m_shown = std::move(shown);
    makeCategories();
    endResetModel();
}

EntryTreeModel::Node *EntryTreeModel::nodeAt(const QModelIndex &index) const
{
    return static_cast<Node *>(index.internalPointer());
}

QModelIndex EntryTreeModel::indexOf(const Node *node) const
{
    return node ? createIndex(node->row, 0, node) : QModelIndex();
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
        const QModelIndex at = indexOf(m_byCode.value(code));
        if (at.isValid())
            Q_EMIT dataChanged(at, at, {MarkRole, Qt::DisplayRole, Qt::AccessibleTextRole});
    }
}

QModelIndex EntryTreeModel::childIndex(const QModelIndex &parent, const QString &id)
{
    if (canFetchMore(parent))
        fetchMore(parent);
    for (int row = 0; row < rowCount(parent); ++row)
        if (const QModelIndex child = index(row, 0, parent); nodeAt(child)->id == id)
            return child;
    return {};
}

QModelIndex EntryTreeModel::indexOf(const QString &code)
{
    if (const Node *made = m_byCode.value(code))
        return indexOf(made);
    const auto entry = m_rules->entries.constFind(code);
    if (entry == m_rules->entries.constEnd() || !isShown(code))
        return {};
    if (!entry->parent.isEmpty()) {
        const QModelIndex above = indexOf(entry->parent);
        return above.isValid() ? childIndex(above, code) : QModelIndex();
    }
    QModelIndex above = childIndex({}, entry->category);
    if (above.isValid() && !entry->group.isEmpty())
        above = childIndex(above, entry->group);
    return above.isValid() ? childIndex(above, code) : QModelIndex();
}

bool EntryTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_categories.empty();
    const Node *node = nodeAt(parent);
    return node->made ? !node->children.empty() : !below(*node).isEmpty();
}

bool EntryTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && !nodeAt(parent)->made && !below(*nodeAt(parent)).isEmpty();
}

void EntryTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Node *node = nodeAt(parent);
    const QStringList ids = below(*node);
    const Level level =
        node->level == CategoryLevel && !m_rules->entries.contains(ids.front()) ? GroupLevel : EntryLevel;
    beginInsertRows(parent, 0, static_cast<int>(ids.size()) - 1);
    node->made = true;
    for (const QString &id : ids) {
        auto child = std::make_unique<Node>();
        child->level = level;
        child->id = id;
        child->category = node->category;
        child->parent = node;
        child->row = static_cast<int>(node->children.size());
        if (level == EntryLevel)
            m_byCode.insert(id, child.get());
        node->children.push_back(std::move(child));
    }
    endInsertRows();
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
    if (!hasChildren(index))
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

} // namespace clearway::ui
