// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entryfinder.h"

#include "ui/look.h"
#include "ui/models/bookmarkmodel.h"
#include "ui/models/entrytreemodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace clearway::ui {

static QComboBox *makeBox(QWidget *parent, const QString &name, const QString &what)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(what);
    box->setToolTip(what);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

EntryFinder::EntryFinder(const language::RuleBook &rules, const BookmarkModel &bookmarks, Search search,
                         QWidget *parent)
    : QWidget(parent)
    , m_rules(rules)
    , m_bookmarks(bookmarks)
    , m_search(std::move(search))
    , m_tree(new EntryTreeModel(rules, this))
    , m_hits(new HitModel(this))
{
    setObjectName(u"entryFinder"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    m_typed = new QLineEdit(this);
    m_typed->setObjectName(u"entrySearch"_s);
    m_typed->setPlaceholderText(tr("Code or words"));
    m_typed->setAccessibleName(tr("Search the list by code or words"));
    m_typed->setToolTip(tr("Search the list by code or words (Ctrl+F)"));
    m_typed->setClearButtonEnabled(true);
    m_typed->setMaxLength(10'000);
    m_typed->installEventFilter(this);
    layout->addWidget(m_typed);
    layout->addWidget(makeFilters());
    m_count = new Text({}, Text::Muted, this);
    m_count->setObjectName(u"entryCount"_s);
    layout->addWidget(m_count);

    m_treeView = new QTreeView(this);
    m_treeView->setModel(m_tree);
    m_treeView->setHeaderHidden(true);
    m_treeView->setObjectName(u"entryTree"_s);
    m_treeView->setAccessibleName(tr("The list: categories, groups, entries, positions"));
    m_hitView = new QListView(this);
    m_hitView->setModel(m_hits);
    m_hitView->setUniformItemSizes(true);
    m_hitView->setObjectName(u"entryHits"_s);
    m_hitView->setAccessibleName(tr("What the search found"));
    auto *empty = new QWidget(this);
    auto *emptyLayout = new QVBoxLayout(empty);
    emptyLayout->setContentsMargins(4, 8, 4, 8);
    m_nothing = new Text({}, Text::Body, empty);
    m_nothing->setObjectName(u"entryNothing"_s);
    emptyLayout->addWidget(m_nothing);
    emptyLayout->addStretch(1);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_treeView);
    m_stack->addWidget(m_hitView);
    m_stack->addWidget(empty);
    layout->addWidget(m_stack, 1);

    connect(m_typed, &QLineEdit::textChanged, this, &EntryFinder::search);
    connect(m_typed, &QLineEdit::returnPressed, this, [this] {
        if (m_hits->rowCount() == 0 || m_stack->currentWidget() != m_hitView)
            return;
        if (!m_hitView->currentIndex().isValid())
            m_hitView->setCurrentIndex(m_hits->index(0));
        m_hitView->setFocus(Qt::OtherFocusReason);
        Q_EMIT chosen(m_hitView->currentIndex().data(HitModel::CodeRole).toString());
    });
    const auto follow = [this](QAbstractItemView *view, int role) {
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this, role](const QModelIndex &at) {
                    const QString code = at.data(role).toString();
                    if (!m_selecting && !code.isEmpty())
                        Q_EMIT passed(m_selected = code);
                });
        const auto choose = [this, role](const QModelIndex &at) {
            if (const QString code = at.data(role).toString(); !code.isEmpty())
                Q_EMIT chosen(m_selected = code);
        };
        connect(view, &QAbstractItemView::clicked, this, choose);
        connect(view, &QAbstractItemView::activated, this, choose);
    };
    follow(m_treeView, EntryTreeModel::CodeRole);
    follow(m_hitView, HitModel::CodeRole);
    connect(&bookmarks, &BookmarkModel::changed, this, [this] {
        if (m_filter.bookmarkedOnly)
            applyFilter();
    });
    showCount();
}

QWidget *EntryFinder::makeFilters()
{
    auto *filters = new QWidget(this);
    auto *grid = new QGridLayout(filters);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    m_part = makeBox(filters, u"filterPart"_s, tr("Part of the list"));
    m_part->addItem(tr("Both parts"), 0);
    m_part->addItem(tr("Part 1"), 1);
    m_part->addItem(tr("Part 2"), 2);
    m_category = makeBox(filters, u"filterCategory"_s, tr("Category"));
    fillCategories();
    m_regime = makeBox(filters, u"filterRegime"_s, tr("Regime that the entry comes from"));
    m_regime->addItem(tr("Any regime"), QString());
    for (const QString &regime : regimesOf(m_rules))
        m_regime->addItem(regimeTitle(regime), regime);
    m_sensitivity = makeBox(filters, u"filterSensitivity"_s, tr("Sensitive and Very Sensitive List"));
    m_sensitivity->addItem(tr("Sensitive or not"), static_cast<int>(EntryFilter::Sensitivity::Any));
    m_sensitivity->addItem(tr("Sensitive List"), static_cast<int>(EntryFilter::Sensitivity::Sensitive));
    m_sensitivity->addItem(tr("Very Sensitive List"), static_cast<int>(EntryFilter::Sensitivity::VerySensitive));
    m_bookmarkedOnly = new QCheckBox(tr("Bookmarked only"), filters);
    m_bookmarkedOnly->setObjectName(u"filterBookmarked"_s);
    m_all = new QToolButton(filters);
    m_all->setObjectName(u"filterNone"_s);
    m_all->setText(tr("Show all"));
    m_all->setAccessibleName(tr("Show all of the list, without a filter"));
    m_all->setToolTip(m_all->accessibleName());
    m_all->setAutoRaise(true);
    m_all->setFocusPolicy(Qt::StrongFocus);
    m_all->setEnabled(false);
    grid->addWidget(m_part, 0, 0);
    grid->addWidget(m_category, 0, 1);
    grid->addWidget(m_regime, 1, 0);
    grid->addWidget(m_sensitivity, 1, 1);
    grid->addWidget(m_bookmarkedOnly, 2, 0);
    grid->addWidget(m_all, 2, 1, Qt::AlignTrailing);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_part, &QComboBox::activated, this, [this] {
        fillCategories();
        takeFilter();
    });
    for (QComboBox *box : {m_category, m_regime, m_sensitivity})
        connect(box, &QComboBox::activated, this, &EntryFinder::takeFilter);
    connect(m_bookmarkedOnly, &QCheckBox::clicked, this, &EntryFinder::takeFilter);
    connect(m_all, &QToolButton::clicked, this, [this] {
        for (QComboBox *box : {m_part, m_regime, m_sensitivity})
            box->setCurrentIndex(0);
        m_bookmarkedOnly->setChecked(false);
        fillCategories();
        m_category->setCurrentIndex(0);
        takeFilter();
    });
    return filters;
}

// The categories of the part that is chosen.
void EntryFinder::fillCategories()
{
    const QString before = m_category->currentData().toString();
    const int part = m_part->currentData().toInt();
    m_category->clear();
    m_category->addItem(tr("Any category"), QString());
    for (const language::Category &category : m_rules.categories)
        if (part == 0 || category.part == part)
            m_category->addItem(category.part == 1
                                    ? category.title
                                    : tr("%1: %2", "id and title of a category").arg(category.id, category.title),
                                category.id);
    m_category->setCurrentIndex(qMax(0, m_category->findData(before)));
}

void EntryFinder::takeFilter()
{
    m_filter.part = m_part->currentData().toInt();
    m_filter.category = m_category->currentData().toString();
    m_filter.regime = m_regime->currentData().toString();
    m_filter.sensitivity = static_cast<EntryFilter::Sensitivity>(m_sensitivity->currentData().toInt());
    m_filter.bookmarkedOnly = m_bookmarkedOnly->isChecked();
    applyFilter();
    announce(m_count, m_count->text());
}

void EntryFinder::applyFilter()
{
    m_all->setEnabled(!m_filter.isEmpty());
    m_selecting = true; // what is emptied emits no choice
    if (m_filter.isEmpty()) {
        m_matching.reset();
        m_tree->setShown(std::nullopt);
    } else {
        m_matching = matching(m_filter, m_rules, m_bookmarks.codes());
        m_tree->setShown(withHeadings(*m_matching, m_rules));
    }
    // Few are laid open at once: there is nothing left to choose from.
    constexpr qsizetype few = 60;
    if (m_matching && m_matching->size() <= few) {
        for (const QString &code : std::as_const(*m_matching))
            for (QModelIndex above = m_tree->indexOf(code).parent(); above.isValid(); above = above.parent())
                m_treeView->expand(above);
    } else if (m_tree->rowCount() == 1) {
        m_treeView->expand(m_tree->index(0, 0));
    }
    m_selecting = false;
    search();
    if (!m_selected.isEmpty())
        selectInTree(m_selected);
}

void EntryFinder::search()
{
    const QString typed = m_typed->text().trimmed();
    QList<HitModel::Hit> hits;
    if (!typed.isEmpty()) {
        hits = m_search(typed);
        if (m_matching)
            hits.removeIf([this](const HitModel::Hit &hit) { return !m_matching->contains(hit.code); });
    }
    const bool found = !hits.isEmpty();
    m_selecting = true;
    m_hits->setHits(std::move(hits));
    m_selecting = false;
    if (typed.isEmpty() && m_tree->rowCount() > 0) {
        m_stack->setCurrentWidget(m_treeView);
    } else if (found) {
        m_stack->setCurrentWidget(m_hitView);
    } else {
        QString text = typed.isEmpty() ? tr("Nothing of the list passes this filter.")
                                       : tr("Nothing is found for “%1”.").arg(typed.left(80));
        if (typed.isEmpty() && m_filter.bookmarkedOnly && m_bookmarks.rowCount() == 0)
            text = tr("Nothing is bookmarked yet. Ctrl+D marks the position that is shown.");
        else if (!typed.isEmpty())
            text +=
                u' '
                + (m_filter.isEmpty() ? tr("Try fewer or other words, or browse the list. That nothing is found does "
                                           "not mean that nothing is listed.")
                                      : tr("The filter above leaves out part of the list."));
        m_nothing->setText(text);
        m_stack->setCurrentIndex(2);
        announce(m_nothing, text);
    }
    showCount();
}

void EntryFinder::showCount()
{
    if (m_stack->currentWidget() == m_hitView)
        m_count->setText(tr("%n found, the best first", nullptr, m_hits->rowCount()));
    else if (m_matching)
        m_count->setText(tr("%n positions pass the filter", nullptr, static_cast<int>(m_matching->size())));
    else
        m_count->setText(m_rules.listName);
}

void EntryFinder::selectInTree(const QString &code)
{
    const QModelIndex at = m_tree->indexOf(code);
    m_selecting = true;
    if (at.isValid()) {
        m_treeView->setCurrentIndex(at);
        m_treeView->scrollTo(at);
    } else {
        m_treeView->setCurrentIndex({});
    }
    m_selecting = false;
}

void EntryFinder::select(const QString &code)
{
    m_selected = code;
    if (m_treeView->currentIndex().data(EntryTreeModel::CodeRole).toString() != code)
        selectInTree(code);
    if (m_hitView->currentIndex().data(HitModel::CodeRole).toString() == code)
        return;
    QModelIndex hit;
    for (int row = 0; row < m_hits->rowCount() && !hit.isValid(); ++row)
        if (m_hits->index(row).data(HitModel::CodeRole).toString() == code)
            hit = m_hits->index(row);
    m_selecting = true;
    m_hitView->setCurrentIndex(hit);
    m_selecting = false;
}

void EntryFinder::focusSearch()
{
    m_typed->setFocus(Qt::ShortcutFocusReason);
    m_typed->selectAll();
}

void EntryFinder::searchFor(const QString &typed)
{
    m_typed->setText(typed);
}

// Down goes from what is typed to what is found.
bool EntryFinder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_stack->currentIndex() != 2) {
        auto *view = static_cast<QAbstractItemView *>(m_stack->currentWidget());
        view->setFocus(Qt::OtherFocusReason);
        if (!view->currentIndex().isValid())
            view->setCurrentIndex(view->model()->index(0, 0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace clearway::ui
