// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listpage.h"

#include "ui/entryview.h"
#include "ui/entrywriter.h"
#include "ui/look.h"
#include "ui/messageline.h"
#include "ui/models/bookmarkmodel.h"
#include "ui/officialtexts.h"
#include "ui/printedpages.h"
#include "ui/prompts.h"
#include "ui/termtext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QListView>
#include <QMouseEvent>
#include <QPrinter>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

ListPage::ListPage(std::shared_ptr<const language::RuleBook> rules, EntryFinder::Search search,
                   const OfficialTexts &official, Prompts &prompts, const QString &settingsFile, QWidget *parent)
    : QWidget(parent)
    , m_rules(std::move(rules))
    , m_official(official)
    , m_prompts(prompts)
    , m_terms(*m_rules)
    , m_bookmarks(new BookmarkModel(*m_rules, settingsFile, this))
{
    setObjectName(u"listPage"_s);
    m_writer = std::make_unique<EntryWriter>(*m_rules, m_terms, m_colours);
    m_columns = new QSplitter(this);
    m_columns->setObjectName(u"listColumns"_s);
    m_columns->addWidget(makeLeft(std::move(search)));
    m_columns->addWidget(makeRight());
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 5);
    m_columns->setSizes({310, 720});
    m_columns->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(m_columns);
    makeShortcuts();
    connect(&m_official, &OfficialTexts::changed, this, &ListPage::presentOfficial);
    connect(m_bookmarks, &BookmarkModel::changed, this, &ListPage::presentBar);
    connect(m_bookmarks, &BookmarkModel::notKept, this, [this](const QString &file) {
        m_message->say(tr("The bookmark lasts only as long as this window: %1 cannot be written.").arg(file));
    });
    present();
}

ListPage::~ListPage()
{
    // What is shown uses the colours, terms and rules, which go before the children would.
    delete m_columns;
}

QWidget *ListPage::makeLeft(EntryFinder::Search search)
{
    m_finders = new QTabWidget(this);
    m_finders->setObjectName(u"listFinders"_s);
    m_finders->setAccessibleName(tr("Ways to find a position"));
    m_finders->setDocumentMode(true);
    m_finder = new EntryFinder(*m_rules, *m_bookmarks, std::move(search), m_finders);
    connect(m_finder, &EntryFinder::passed, this, [this](const QString &code) {
        m_visited.pass(code);
        present();
    });
    connect(m_finder, &EntryFinder::chosen, this, [this](const QString &code) { (void)showEntry(code); });
    m_finders->addTab(m_finder, tr("The list"));
    m_finders->addTab(makeBookmarks(), tr("Bookmarks"));
    m_finders->setMinimumWidth(190);
    for (QWidget *view : m_finder->findChildren<QAbstractScrollArea *>())
        static_cast<QAbstractScrollArea *>(view)->viewport()->installEventFilter(this);
    return m_finders;
}

QWidget *ListPage::makeBookmarks()
{
    auto *page = new QWidget(m_finders);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 8);
    m_bookmarkView = new QListView(page);
    m_bookmarkView->setObjectName(u"bookmarkList"_s);
    m_bookmarkView->setAccessibleName(tr("Bookmarked positions"));
    m_bookmarkView->setModel(m_bookmarks);
    auto *none = new QWidget(page);
    auto *noneLayout = new QVBoxLayout(none);
    noneLayout->setContentsMargins(4, 4, 4, 4);
    noneLayout->addWidget(new Text(tr("Nothing is bookmarked yet. Ctrl+D, or the star above a position, marks the "
                                      "position that is shown; it stays marked when the program is started again."),
                                   Text::Muted, none));
    noneLayout->addStretch(1);
    m_bookmarkStack = new QStackedWidget(page);
    m_bookmarkStack->addWidget(m_bookmarkView);
    m_bookmarkStack->addWidget(none);
    m_remove = new QToolButton(page);
    m_remove->setObjectName(u"bookmarkRemove"_s);
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the bookmark that is chosen"));
    m_remove->setToolTip(tr("Remove the bookmark that is chosen (Delete)"));
    m_remove->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(m_bookmarkStack, 1);
    layout->addWidget(m_remove, 0, Qt::AlignTrailing);
    const auto choose = [this](const QModelIndex &at) { (void)showEntry(at.data(BookmarkModel::CodeRole).toString()); };
    connect(m_bookmarkView, &QListView::clicked, this, choose);
    connect(m_bookmarkView, &QListView::activated, this, choose);
    connect(m_remove, &QToolButton::clicked, this, &ListPage::removeBookmark);
    auto *deletes = new QShortcut(QKeySequence::Delete, m_bookmarkView);
    deletes->setContext(Qt::WidgetShortcut);
    connect(deletes, &QShortcut::activated, this, &ListPage::removeBookmark);
    connect(m_bookmarkView->selectionModel(), &QItemSelectionModel::currentChanged, this, &ListPage::presentBar);
    return page;
}

EntryView *ListPage::makeView(const QString &name, const QString &what, QWidget *parent)
{
    auto *view = new EntryView(parent);
    view->setObjectName(name);
    view->setAccessibleName(what);
    view->setAccessibleDescription(tr("Tab goes from link to link, Return follows, F1 explains a defined term"));
    view->setExplain([this](const QString &link) { return explained(link); });
    view->viewport()->installEventFilter(this);
    connect(view, &EntryView::followed, this, &ListPage::follow);
    connect(view, &EntryView::asked, this, [this](const QString &link) {
        if (const TextLink to = TextLink::of(link); to.definition >= 0)
            showDefinition(to.definition);
    });
    return view;
}

QWidget *ListPage::makeRight()
{
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(6, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(makeBar());
    m_texts = new QSplitter(right);
    m_texts->setObjectName(u"entryTexts"_s);
    m_texts->setChildrenCollapsible(false);
    m_texts->installEventFilter(this);
    m_ours = makeView(u"entryOurs"_s, tr("The position in our words"), m_texts);
    m_theirs = makeView(u"entryOfficial"_s, tr("The official wording"), m_texts);
    m_texts->addWidget(m_ours);
    m_texts->addWidget(m_theirs);
    column->addWidget(m_texts, 1);
    column->addWidget(makeDefinition());
    m_message = new MessageLine(u"entryMessage"_s, right);
    column->addWidget(m_message);
    right->setMinimumWidth(280);
    return right;
}

QWidget *ListPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    const auto button = [&](const QString &text, const QString &name, const QString &tip, auto &&then) {
        auto *made = new QToolButton(bar);
        made->setText(text);
        made->setObjectName(name);
        made->setAccessibleName(tip);
        made->setToolTip(tip);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        line->addWidget(made);
        connect(made, &QToolButton::clicked, this, then);
        return made;
    };
    m_back = button(tr("Back"), u"entryBack"_s, tr("Back to the position before (Alt+Left)"), [this] { back(); });
    m_forward = button(tr("Forward"), u"entryForward"_s, tr("Forward again (Alt+Right)"), [this] { forward(); });
    line->addStretch(1);
    m_mark = button({}, u"entryMark"_s, {}, [this] { toggleBookmark(); });
    m_mark->setCheckable(true);
    m_copy =
        button(tr("Copy citation"), u"entryCopy"_s, tr("Copy as citation (Ctrl+Shift+C)"), [this] { copyCitation(); });
    m_print = button(tr("Print…"), u"entryPrint"_s, tr("Print the position (Ctrl+P)"), [this] { print(); });
    m_use = button(tr("Use in assessment"), u"entryUse"_s, {}, [this] { Q_EMIT useWanted(code()); });
    return bar;
}

QWidget *ListPage::makeDefinition()
{
    m_definitionPanel = new Panel(this);
    m_definitionPanel->setObjectName(u"definitionPanel"_s);
    m_definitionPanel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *line = new QHBoxLayout(m_definitionPanel);
    line->setContentsMargins(4, 4, 4, 4);
    m_definitionView = makeView(u"definitionText"_s, tr("Definition"), m_definitionPanel);
    m_definitionView->setFrameShape(QFrame::NoFrame);
    m_definitionView->viewport()->setAutoFillBackground(false);
    auto *close = new QToolButton(m_definitionPanel);
    close->setObjectName(u"definitionClose"_s);
    close->setText(tr("Close"));
    close->setAccessibleName(tr("Close the definition"));
    close->setToolTip(tr("Close the definition (Esc)"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &ListPage::closeDefinition);
    line->addWidget(m_definitionView, 1);
    line->addWidget(close, 0, Qt::AlignTop);
    m_definitionPanel->hide();
    return m_definitionPanel;
}

void ListPage::makeShortcuts()
{
    const auto shortcut = [this](const QKeySequence &keys, auto &&then) {
        auto *made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, then);
    };
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { back(); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { forward(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_D), [this] { toggleBookmark(); });
    shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { copyCitation(); });
    shortcut(QKeySequence::Print, [this] { print(); });
    shortcut(QKeySequence::Find, [this] {
        m_finders->setCurrentWidget(m_finder);
        m_finder->focusSearch();
    });
    shortcut(QKeySequence(Qt::Key_Escape), [this] { closeDefinition(); });
}

void ListPage::addFinder(QWidget *finder, const QString &title)
{
    m_finders->addTab(finder, title);
}

void ListPage::focusFirst()
{
    if (m_finders->currentWidget() == m_finder)
        m_finder->focusSearch();
}

const language::Entry *ListPage::entry() const
{
    const auto found = m_rules->entries.constFind(code());
    return found == m_rules->entries.constEnd() ? nullptr : &*found;
}

bool ListPage::showEntry(const QString &code)
{
    if (!m_rules->entries.contains(code)) {
        m_message->say(tr("This catalogue does not hold %1.").arg(code));
        return false;
    }
    m_visited.visit(code);
    present();
    return true;
}

void ListPage::goTo(const QString &code)
{
    if (!code.isEmpty())
        present();
}

void ListPage::back()
{
    goTo(m_visited.back());
}

void ListPage::forward()
{
    goTo(m_visited.forward());
}

void ListPage::present()
{
    m_message->say({});
    closeDefinition();
    m_ours->clearText();
    if (const language::Entry *shown = entry()) {
        m_writer->writeOurs(*m_ours->document(), *shown, TextDress::of(*this));
        m_finder->select(shown->code);
    } else {
        m_ours->document()->setPlainText(
            tr("Choose a position on the left, or type a code or a few words: what it covers, its criteria, its notes "
               "and what goes with it are shown here."));
    }
    m_ours->moveCursor(QTextCursor::Start);
    m_ours->verticalScrollBar()->setValue(0);
    presentOfficial();
    presentBar();
    if (const language::Entry *shown = entry()) {
        announce(m_ours, shown->code + u' ' + shown->title);
        Q_EMIT entryShown(shown->code);
    }
}

void ListPage::presentOfficial()
{
    const language::Entry *shown = entry();
    m_theirs->setVisible(shown && m_official.instrument());
    if (!m_theirs->isVisibleTo(this))
        return;
    m_theirs->clearText();
    m_writer->writeOfficial(*m_theirs->document(), *shown, m_official, TextDress::of(*this));
    m_theirs->moveCursor(QTextCursor::Start);
    placeOfficial();
}

// Beside our words where there is room for two columns, else below them.
void ListPage::placeOfficial()
{
    const int column = fontMetrics().averageCharWidth() * 52;
    m_texts->setOrientation(m_texts->width() >= 2 * column ? Qt::Horizontal : Qt::Vertical);
}

void ListPage::presentBar()
{
    const language::Entry *shown = entry();
    m_back->setEnabled(m_visited.canGoBack());
    m_forward->setEnabled(m_visited.canGoForward());
    const bool marked = shown && m_bookmarks->contains(shown->code);
    for (QToolButton *button : {m_mark, m_copy, m_print})
        button->setEnabled(shown);
    m_mark->setChecked(marked);
    m_mark->setText(marked ? tr("★ Bookmarked") : tr("☆ Bookmark"));
    m_mark->setAccessibleName(marked ? tr("Bookmarked: take the bookmark away (Ctrl+D)")
                                     : tr("Bookmark this position (Ctrl+D)"));
    m_mark->setToolTip(m_mark->accessibleName());
    const bool usable = shown && !shown->reserved;
    m_use->setEnabled(usable && m_assessmentOpen);
    m_use->setAccessibleName(m_assessmentOpen ? tr("Look at this position in the assessment that is open")
                                              : tr("Look at this position in an assessment: none is open"));
    m_use->setToolTip(m_use->accessibleName());
    const bool any = m_bookmarks->rowCount() > 0;
    m_bookmarkStack->setCurrentIndex(any ? 0 : 1);
    m_remove->setVisible(any);
    m_remove->setEnabled(m_bookmarkView->currentIndex().isValid());
}

void ListPage::setAssessmentOpen(bool open)
{
    m_assessmentOpen = open;
    presentBar();
}

void ListPage::follow(const QString &link)
{
    const TextLink to = TextLink::of(link);
    if (!to.code.isEmpty()) {
        (void)showEntry(to.code);
        m_ours->setFocus(Qt::OtherFocusReason);
    } else if (to.definition >= 0) {
        showDefinition(to.definition);
    }
}

QString ListPage::explained(const QString &link) const
{
    const TextLink to = TextLink::of(link);
    if (to.definition >= 0 && to.definition < m_rules->definitions.size())
        return TermText::explained(m_rules->definitions[to.definition]);
    const auto entry = m_rules->entries.constFind(to.code);
    return entry == m_rules->entries.constEnd()
               ? QString()
               : u"<p><b>%1</b> %2</p>"_s.arg(entry->code.toHtmlEscaped(), entry->title.toHtmlEscaped());
}

void ListPage::showDefinition(qsizetype index)
{
    const language::Entry *shown = entry();
    if (!shown || index < 0 || index >= m_rules->definitions.size())
        return;
    m_definition = index;
    m_definitionView->clearText();
    m_definitionView->document()->setDocumentMargin(6);
    m_writer->writeDefinition(*m_definitionView->document(), index, *shown, TextDress::of(*this));
    m_definitionView->moveCursor(QTextCursor::Start);
    // As high as the definition, within reason.
    m_definitionView->document()->setTextWidth(m_ours->viewport()->width() - 60);
    const int wanted = qRound(m_definitionView->document()->size().height()) + 6;
    m_definitionView->setFixedHeight(qBound(fontMetrics().height() * 3, wanted, qMax(80, height() / 3)));
    m_definitionPanel->show();
    const language::Definition &meant = m_rules->definitions[index];
    announce(m_definitionView, meant.term + u": "_s + meant.text);
}

void ListPage::closeDefinition()
{
    m_definition = -1;
    // The focus goes back to the text; it would be lost with what is hidden.
    if (m_definitionPanel->isAncestorOf(focusWidget()) && m_definitionPanel->isVisible())
        m_ours->setFocus(Qt::OtherFocusReason);
    m_definitionPanel->hide();
}

void ListPage::toggleBookmark()
{
    const language::Entry *shown = entry();
    if (!shown)
        return;
    const bool mark = !m_bookmarks->contains(shown->code);
    if (mark && m_bookmarks->rowCount() >= BookmarkModel::most)
        m_message->say(tr("There are %n bookmarks already: remove some first.", nullptr, BookmarkModel::most));
    m_bookmarks->setMarked(shown->code, mark);
    presentBar();
    announce(m_mark,
             mark ? tr("%1 is bookmarked.").arg(shown->code) : tr("%1 is no longer bookmarked.").arg(shown->code));
}

void ListPage::removeBookmark()
{
    const QModelIndex at = m_bookmarkView->currentIndex();
    if (at.isValid())
        m_bookmarks->setMarked(at.data(BookmarkModel::CodeRole).toString(), false);
}

void ListPage::copyCitation()
{
    const language::Entry *shown = entry();
    if (!shown)
        return;
    QGuiApplication::clipboard()->setText(citationOf(*shown, *m_rules));
    m_message->say(tr("The citation of %1 is copied.").arg(shown->code));
}

void ListPage::print()
{
    const language::Entry *shown = entry();
    if (!shown)
        return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(shown->code + u' ' + shown->title);
    if (!m_prompts.choosePrinter(this, printer))
        return;
    m_message->say(m_writer->print(*shown, &m_official, printer) && printer.printerState() != QPrinter::Error
                       ? tr("Sent to the printer.")
                       : tr("The printer reported an error."));
}

QString ListPage::writePdf(const QString &path) const
{
    const language::Entry *shown = entry();
    if (!shown)
        return tr("No position is shown.");
    return ui::writePdf(path, shown->code + u' ' + shown->title,
                        [&](QPagedPaintDevice &device) { return m_writer->print(*shown, &m_official, device); });
}

void ListPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_message
        || (event->type() != QEvent::PaletteChange && event->type() != QEvent::ApplicationPaletteChange
            && event->type() != QEvent::ApplicationFontChange))
        return;
    // The colours of the texts follow; where one is reading stays.
    const int at = m_ours->verticalScrollBar()->value();
    const qsizetype definition = m_definition;
    present();
    m_ours->verticalScrollBar()->setValue(at);
    if (definition >= 0)
        showDefinition(definition);
}

bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_texts && event->type() == QEvent::Resize)
        placeOfficial();
    if (event->type() == QEvent::MouseButtonPress) {
        const auto button = static_cast<QMouseEvent *>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            button == Qt::BackButton ? back() : forward();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace clearway::ui
