// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"

#include <QAbstractItemModel>

#include <memory>

namespace clearway::ui {

/// What one state of the Act says, as a tree: provisions with their elements and exceptions, duties, warnings, the
/// rules that they name, the rules that only the list names, and the lists of countries.
class RuleListModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        AddressRole = Qt::UserRole + 100, ///< language::RuleAddress; null of a heading
        SearchRole,                       ///< QString: all that may be typed to find the row
        UnverifiedRole,                   ///< int: how many unverified statements stand in the row and below it
    };

    explicit RuleListModel(QObject *parent = nullptr);
    ~RuleListModel() override;

    /// The rules must outlive what is shown of them.
    void show(const language::RuleBook &rules, const QString &state);
    /// Where the statement stands; invalid where it is not in the list.
    QModelIndex find(const language::RuleAddress &address) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row;
    const Row *rowAt(const QModelIndex &index) const;
    std::unique_ptr<Row> m_root;
};

} // namespace clearway::ui
