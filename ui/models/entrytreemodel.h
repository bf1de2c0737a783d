// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace clearway::ui {

/// The list as a tree: category, group, entry, position. What lies below a row is made when it is asked for.
class EntryTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Level { CategoryLevel, GroupLevel, EntryLevel };
    /// What the person decided of a position.
    enum Mark { NoMark, MetMark, RejectedMark, ContestedMark };
    enum Role {
        LevelRole = Qt::UserRole, ///< int of Level
        CodeRole,                 ///< code of an entry, else empty
        CategoryRole,             ///< id of the category
        HeldRole,                 ///< bool: the catalogue holds the whole category
        ReservedRole,             ///< bool: a position that is not used
        MarkRole,                 ///< int of Mark
        TitleRole,                ///< without the code
    };

    /// `rules` must outlive the model.
    explicit EntryTreeModel(const language::RuleBook &rules, QObject *parent = nullptr);
    ~EntryTreeModel() override;

    void setMarks(const QHash<QString, Mark> &marks);
    /// Shows these codes alone, whose headings are among them; without a value, all of the list.
    void setShown(std::optional<QSet<QString>> shown);
    /// The row of a code, made with all above it; invalid where the catalogue does not hold it, or it is not shown.
    QModelIndex indexOf(const QString &code);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// "Systems, equipment and components" for A, and so on for the five groups.
    static QString groupTitle(const QString &group);

private:
    struct Node;
    Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    bool isShown(const QString &code) const { return !m_shown || m_shown->contains(code); }
    void makeCategories();
    QStringList below(const Node &node) const;
    QModelIndex childIndex(const QModelIndex &parent, const QString &id);

    const language::RuleBook *m_rules;
    QHash<QString, QStringList> m_firstLevel; // by category
    std::optional<QSet<QString>> m_shown;
    std::vector<std::unique_ptr<Node>> m_categories;
    QHash<QString, Node *> m_byCode; // those that were made
    QHash<QString, Mark> m_marks;
};

} // namespace clearway::ui
