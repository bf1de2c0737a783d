// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/entryfilter.h"
#include "ui/models/hitmodel.h"

#include <QWidget>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace clearway::ui {

class BookmarkModel;
class EntryTreeModel;
class Text;

/// Finding a position of the list: by browsing, by a search, both narrowed by a filter.
class EntryFinder final : public QWidget {
    Q_OBJECT
public:
    using Search = std::function<QList<HitModel::Hit>(const QString &typed)>;
    /// `rules` and `bookmarks` must outlive it.
    EntryFinder(const language::RuleBook &rules, const BookmarkModel &bookmarks, Search search,
                QWidget *parent = nullptr);

    /// Marks what is shown, wherever it stands; nothing is emitted.
    void select(const QString &code);
    void focusSearch();
    void searchFor(const QString &typed);
    const EntryFilter &filter() const { return m_filter; }

Q_SIGNALS:
    /// Come by with the arrow keys.
    void passed(const QString &code);
    /// Chosen: clicked, or Return.
    void chosen(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilters();
    void fillCategories();
    void takeFilter();
    void applyFilter();
    void search();
    void showCount();
    void selectInTree(const QString &code);

    const language::RuleBook &m_rules;
    const BookmarkModel &m_bookmarks;
    Search m_search;
    EntryFilter m_filter;
    std::optional<QSet<QString>> m_matching; // nothing: all of it
    QString m_selected;
    bool m_selecting = false;
    EntryTreeModel *m_tree;
    HitModel *m_hits;
    QLineEdit *m_typed = nullptr;
    QComboBox *m_part = nullptr;
    QComboBox *m_category = nullptr;
    QComboBox *m_regime = nullptr;
    QComboBox *m_sensitivity = nullptr;
    QCheckBox *m_bookmarkedOnly = nullptr;
    QToolButton *m_all = nullptr;
    Text *m_count = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_treeView = nullptr;
    QListView *m_hitView = nullptr;
    Text *m_nothing = nullptr;
};

} // namespace clearway::ui
