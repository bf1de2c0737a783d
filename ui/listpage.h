// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/definedterms.h"
#include "ui/entryfinder.h"
#include "ui/models/visitedcodes.h"
#include "ui/rulecolours.h"

#include <QWidget>

#include <memory>

class QListView;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace clearway::ui {

class BookmarkModel;
class EntryView;
class EntryWriter;
class MessageLine;
class OfficialTexts;
class Panel;
class Prompts;

/// The list by itself, with or without an assessment: found on the left, read on the right, our words and the official
/// ones beside them.
class ListPage final : public QWidget {
    Q_OBJECT
public:
    /// `official` and `prompts` outlive the page. Bookmarks are kept in the file of settings; empty: not at all.
    ListPage(std::shared_ptr<const language::RuleBook> rules, EntryFinder::Search search, const OfficialTexts &official,
             Prompts &prompts, const QString &settingsFile, QWidget *parent = nullptr);
    ~ListPage() override;

    /// Shows a position; false, and a message, where the catalogue does not hold it.
    bool showEntry(const QString &code);
    const QString &code() const { return m_visited.current(); }
    /// Another way of finding a position, as a tab beside browsing and bookmarks; the page takes it over. It opens what
    /// it finds with showEntry().
    void addFinder(QWidget *finder, const QString &title);
    EntryFinder &finder() { return *m_finder; }
    void focusFirst();
    /// Whether there is an assessment in which a position can be used.
    void setAssessmentOpen(bool open);
    /// The entry on paper; the error is one sentence.
    QString writePdf(const QString &path) const;

Q_SIGNALS:
    void entryShown(const QString &code);
    /// The position is wanted in the assessment that is open.
    void useWanted(const QString &code);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeLeft(EntryFinder::Search search);
    QWidget *makeBookmarks();
    QWidget *makeRight();
    QWidget *makeBar();
    QWidget *makeDefinition();
    EntryView *makeView(const QString &name, const QString &what, QWidget *parent);
    void makeShortcuts();
    void present();
    void presentOfficial();
    void presentBar();
    void placeOfficial();
    void showDefinition(qsizetype index);
    void closeDefinition();
    void follow(const QString &link);
    QString explained(const QString &link) const;
    void back();
    void forward();
    void goTo(const QString &code);
    void toggleBookmark();
    void removeBookmark();
    void copyCitation();
    void print();
    const language::Entry *entry() const;

    std::shared_ptr<const language::RuleBook> m_rules;
    const OfficialTexts &m_official;
    Prompts &m_prompts;
    language::DefinedTerms m_terms;
    RuleColours m_colours;
    std::unique_ptr<EntryWriter> m_writer;
    BookmarkModel *m_bookmarks;
    VisitedCodes m_visited;
    qsizetype m_definition = -1;
    bool m_assessmentOpen = false;

    QSplitter *m_columns = nullptr;
    QTabWidget *m_finders = nullptr;
    EntryFinder *m_finder = nullptr;
    QListView *m_bookmarkView = nullptr;
    QStackedWidget *m_bookmarkStack = nullptr;
    QToolButton *m_remove = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    QToolButton *m_mark = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_print = nullptr;
    QToolButton *m_use = nullptr;
    QSplitter *m_texts = nullptr;
    EntryView *m_ours = nullptr;
    EntryView *m_theirs = nullptr;
    Panel *m_definitionPanel = nullptr;
    EntryView *m_definitionView = nullptr;
    MessageLine *m_message = nullptr;
};

} // namespace clearway::ui
