// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace clearway::ui {

/// The list of rules, narrowed to those that somebody looks for: by words, and to those that nobody has verified. What
/// is found is shown below the headings and provisions that it belongs to, and of a heading that is found all.
class RuleListFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RuleListFilter(QObject *parent = nullptr);

    void setWanted(const QString &words);
    void setOnlyUnverified(bool only);
    bool narrows() const { return m_onlyUnverified || !m_wanted.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool hasWords(const QModelIndex &index) const;

    QString m_wanted;
    bool m_onlyUnverified = false;
};

} // namespace clearway::ui
