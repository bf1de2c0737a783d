// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/hitmodel.h"
#include "ui/session.h"
#include "ui/suggestionpanel.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTreeView;
class QVBoxLayout;

namespace clearway::ui {

class EntryPanel;
class EntryTreeModel;
class MessageLine;
class OfficialTexts;
class Text;

/// Walking the list: find positions by code, by words, by browsing or by a description of the item; answer what their
/// criteria ask; accept or reject. What is searched, opened and rejected is kept with the item.
class ListWalker final : public QWidget {
    Q_OBJECT
public:
    /// Finds positions for what was typed.
    using Search = std::function<QList<HitModel::Hit>(const QString &typed)>;
    ListWalker(Session &session, Search search, QWidget *parent = nullptr);

    /// The official wording, to be shown beside ours.
    void setOfficial(const OfficialTexts &texts);
    /// Where on the list to look for what is described: a way to find positions beside the search.
    void setSuggestions(const SuggestSource &source);
    /// Walks for these findings, one for each item.
    void walk(const QList<reasoning::FactKey> &keys);
    void flush();
    void focusFirst();
    /// Searches as if it had been typed, and opens the first hit.
    void searchFor(const QString &typed);
    /// Why "none of it" cannot be concluded yet; empty: it can, or it was not said.
    QString whyOpen() const;

    /// The combination under which an item's facts are read.
    static reasoning::Combination combinationOf(const reasoning::Answers &answers, const QString &item);
    /// The state of the law that the answers are put to.
    static const language::LawState *stateOf(const language::RuleBook &rules, const reasoning::Answers &answers);

Q_SIGNALS:
    void answered();

private:
    QString item() const { return m_key.holder; }
    void chooseItem(const reasoning::FactKey &key);
    void search();
    void openCode(const QString &code);
    void openDescribed(const QString &code);
    void showDraft();
    void accept(const QString &code);
    void reject(const QString &code, const QString &because);
    void setFound(const QStringList &codes);
    void takeBack();
    QStringList found() const;
    void showFound();
    void change(const std::function<void(reasoning::Looked &)> &how);

    Session &m_session;
    Search m_search;
    reasoning::FactKey m_key;
    Text *m_heading;
    QComboBox *m_items;
    QTabWidget *m_ways;
    QLineEdit *m_typed;
    QStackedWidget *m_stack;
    EntryTreeModel *m_tree;
    QTreeView *m_treeView;
    HitModel *m_hits;
    QListView *m_hitView;
    QPushButton *m_own;
    EntryPanel *m_entry;
    QVBoxLayout *m_foundRows;
    QCheckBox *m_none;
    QCheckBox *m_unsure;
    MessageLine *m_message;
    SuggestionPanel *m_describe = nullptr;
    QHash<QString, SuggestionPanel::Draft> m_drafts; // what was described, by case and item
    QString m_draftOf;                               // whose draft the panel shows
};

} // namespace clearway::ui
