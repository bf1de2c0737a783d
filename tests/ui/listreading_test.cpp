// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading on the page of the list: texts, links, definitions, colours, official wording, paper, and how it looks.
#include "ui/look.h"

#include "listfixture.h"

#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QToolTip>

using namespace clearway;
using namespace clearway::uitest;

static bool isTerm(const QString &link)
{
    return ui::TextLink::of(link).definition >= 0;
}

class ListReadingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_at.reset(); }
    void everyEntryIsShown();
    void linksAreFollowedByKeyboard();
    void linksAreFollowedByMouse();
    void mouseButtonsGoBack();
    void softwareAndTechnologyAndBack();
    void definitionsOnHover();
    void definitionsByKeyboard();
    void coloured();
    void printed();
    void officialTextBesideIt();
    void everyControlHasAName();
    void fitsSmallWindowsAndLargeLetters();
    void pictures_data();
    void pictures();

private:
    std::unique_ptr<ListFixture> m_at;
};

void ListReadingTest::init()
{
    m_at = std::make_unique<ListFixture>();
    QVERIFY2(m_at->ready(), qPrintable(m_at->problem()));
}

/// Each seventh entry, and each that is longest of something: its title is there, and every link leads somewhere.
void ListReadingTest::everyEntryIsShown()
{
    m_at->window().showList();
    int step = 0;
    int links = 0;
    for (const QString &code : m_at->rules().entryOrder) {
        const language::Entry &entry = *m_at->rules().entries.constFind(code);
        if (++step % 7 != 0 && entry.notes.size() < 8 && entry.children.size() < 20)
            continue;
        QVERIFY(m_at->page().showEntry(code));
        QCOMPARE(m_at->shownTitle(), code + u"  "_s + entry.title);
        const QString text = m_at->ours()->toPlainText();
        if (!entry.reserved)
            for (const language::Note &note : entry.notes)
                QVERIFY2(text.contains(note.text.section(u'\n', 0, 0)), qPrintable(code));
        for (QTextBlock block = m_at->ours()->document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (!format.isAnchor())
                    continue;
                ++links;
                const ui::TextLink to = ui::TextLink::of(format.anchorHref());
                QVERIFY2(m_at->rules().entries.contains(to.code)
                             || (to.definition >= 0 && to.definition < m_at->rules().definitions.size()),
                         qPrintable(code + u' ' + format.anchorHref()));
                QVERIFY(to.code != code);
            }
        }
    }
    QVERIFY(links > 2000);
}

void ListReadingTest::linksAreFollowedByKeyboard()
{
    m_at->window().showList(u"5A001"_s);
    QVERIFY(
        m_at->tabToLink(m_at->ours(), [](const QString &link) { return link == ui::TextLink::toEntry(u"5A001.b"_s); }));
    QTest::keyClick(m_at->ours(), Qt::Key_Return);
    QCOMPARE(m_at->page().code(), u"5A001.b"_s);
    QVERIFY(m_at->ours()->hasFocus());
    QCOMPARE(m_at->ours()->verticalScrollBar()->value(), 0);
    QTest::keyClick(m_at->ours(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_at->page().code(), u"5A001"_s);
    QVERIFY(!m_at->find<QToolButton>(u"entryBack"_s)->isEnabled());
    QTest::keyClick(m_at->ours(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_at->page().code(), u"5A001.b"_s);
    // Tab leaves the text after its last link.
    QVERIFY(!m_at->tabToLink(m_at->ours(), [](const QString &) { return false; }));
    QVERIFY(!m_at->ours()->hasFocus());
}

void ListReadingTest::linksAreFollowedByMouse()
{
    m_at->window().showList(u"5A001"_s);
    const QPoint at = m_at->placeOf(m_at->ours(), ui::TextLink::toEntry(u"5A001.b"_s));
    QVERIFY(!at.isNull());
    QTest::mouseClick(m_at->ours()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_at->page().code(), u"5A001.b"_s);
    QVERIFY(m_at->click(u"entryBack"_s));
    QCOMPARE(m_at->page().code(), u"5A001"_s);
    QVERIFY(m_at->click(u"entryForward"_s));
    QCOMPARE(m_at->page().code(), u"5A001.b"_s);
}

void ListReadingTest::mouseButtonsGoBack()
{
    m_at->window().showList(u"5A001"_s);
    (void)m_at->page().showEntry(u"5A001.b"_s);
    QTest::mouseClick(m_at->ours()->viewport(), Qt::BackButton);
    QCOMPARE(m_at->page().code(), u"5A001"_s);
    QTest::mouseClick(m_at->tree()->viewport(), Qt::ForwardButton);
    QCOMPARE(m_at->page().code(), u"5A001.b"_s);
}

void ListReadingTest::softwareAndTechnologyAndBack()
{
    m_at->window().showList(u"5A001"_s);
    QPoint at = m_at->placeOf(m_at->ours(), ui::TextLink::toEntry(u"5E001.a"_s));
    QVERIFY(!at.isNull());
    QTest::mouseClick(m_at->ours()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_at->page().code(), u"5E001.a"_s);
    at = m_at->placeOf(m_at->ours(), ui::TextLink::toEntry(u"5A001"_s));
    QVERIFY(!at.isNull());
    QTest::mouseClick(m_at->ours()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(m_at->page().code(), u"5A001"_s);
    QVERIFY(m_at->ours()->toPlainText().contains(u"Wassenaar Arrangement"_s));
}

void ListReadingTest::definitionsOnHover()
{
    m_at->window().showList(u"6A005"_s);
    const language::DefinedTerms terms(m_at->rules());
    const language::Entry &entry = m_at->rules().entries[u"6A005"_s];
    const auto uses = terms.in(entry.summary, entry.category, entry.code);
    QVERIFY(!uses.isEmpty());
    const QPoint at = m_at->placeOf(m_at->ours(), ui::TextLink::toDefinition(uses.first().definition));
    QVERIFY(!at.isNull());
    QHelpEvent help(QEvent::ToolTip, m_at->ours()->viewport()->mapTo(m_at->ours(), at),
                    m_at->ours()->viewport()->mapToGlobal(at));
    QApplication::sendEvent(m_at->ours(), &help);
    QVERIFY(QToolTip::text().contains(m_at->rules().definitions[uses.first().definition].text.toHtmlEscaped()));
    QToolTip::hideText();
}

void ListReadingTest::definitionsByKeyboard()
{
    m_at->window().showList(u"6A005"_s);
    for (const Qt::Key key : {Qt::Key_F1, Qt::Key_Return}) {
        QVERIFY(!m_at->find(u"definitionPanel"_s));
        QVERIFY(m_at->tabToLink(m_at->ours(), isTerm));
        const auto index = ui::TextLink::of(m_at->ours()->focusedLink()).definition;
        QTest::keyClick(m_at->ours(), key);
        auto *view = m_at->find<ui::EntryView>(u"definitionText"_s);
        QVERIFY(view);
        QVERIFY(view->toPlainText().contains(m_at->rules().definitions[index].text));
        QVERIFY(view->toPlainText().contains(m_at->rules().definitions[index].cite));
        QVERIFY(m_at->ours()->hasFocus()); // one goes on reading
        QTest::keyClick(m_at->ours(), Qt::Key_Escape);
    }
    QVERIFY(!m_at->find(u"definitionPanel"_s));
    // F1 anywhere else does nothing.
    m_at->ours()->moveCursor(QTextCursor::Start);
    QTest::keyClick(m_at->ours(), Qt::Key_F1);
    QVERIFY(!m_at->find(u"definitionPanel"_s));
    // Another entry closes it; the button does as well.
    Q_EMIT m_at->ours()->asked(ui::TextLink::toDefinition(0));
    QVERIFY(m_at->find(u"definitionPanel"_s));
    (void)m_at->page().showEntry(u"5A001"_s);
    QVERIFY(!m_at->find(u"definitionPanel"_s));
    Q_EMIT m_at->ours()->asked(ui::TextLink::toDefinition(0));
    QVERIFY(m_at->click(u"definitionClose"_s));
    QVERIFY(!m_at->find(u"definitionPanel"_s));
    Q_EMIT m_at->ours()->asked(ui::TextLink::toDefinition(1'000'000));
    QVERIFY(!m_at->find(u"definitionPanel"_s));
}

/// A quantity in a title below stands out, in other colours in a dark window.
void ListReadingTest::coloured()
{
    const auto lookOf = [this](const QString &what) {
        for (QTextBlock block = m_at->ours()->document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                if (it.fragment().text() == what)
                    return it.fragment().charFormat().foreground().color();
        return QColor();
    };
    auto &application = *static_cast<QApplication *>(QCoreApplication::instance());
    const QPalette before = QApplication::palette();
    QList<QColor> seen;
    for (const auto theme : {ui::Theme::Light, ui::Theme::Dark}) {
        ui::applyTheme(application, theme);
        QCoreApplication::processEvents();
        m_at->window().showList(u"3A001.a.5.a"_s);
        const QColor number = lookOf(u"1.3"_s);
        QVERIFY(number.isValid());
        QVERIFY(lookOf(u"GSPS"_s).isValid());
        QVERIFY(number != m_at->ours()->palette().color(QPalette::Text));
        QVERIFY(number != lookOf(u"GSPS"_s));
        seen << number;
    }
    QVERIFY(seen[0] != seen[1]);
    // What is shown follows the palette by itself.
    ui::applyTheme(application, ui::Theme::Light);
    QTRY_COMPARE(lookOf(u"1.3"_s), seen[0]);
    QApplication::setPalette(before);
}

void ListReadingTest::printed()
{
    const QString path = m_at->folder() + u"/entry.pdf"_s;
    QVERIFY(!m_at->page().writePdf(path).isEmpty()); // nothing is shown
    m_at->window().showList(u"5A001"_s);
    QCOMPARE(m_at->page().writePdf(path), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-1.6"));
    QVERIFY(m_at->page().writePdf(m_at->folder() + u"/none/entry.pdf"_s).contains(u"none"_s));
    QTest::keyClick(m_at->ours(), Qt::Key_P, Qt::ControlModifier); // the test's dialog is cancelled: nothing is said
    QVERIFY(!m_at->find(u"entryMessage"_s));
    if (const QString folder = qEnvironmentVariable("CLEARWAY_PICTURES"); !folder.isEmpty())
        for (const QString &code : {u"5A001.b.3"_s, u"3E001"_s})
            QVERIFY(m_at->page().showEntry(code) && m_at->page().writePdf(folder + u'/' + code + u".pdf"_s).isEmpty());
}

void ListReadingTest::officialTextBesideIt()
{
    m_at->window().resize(1400, 800);
    m_at->window().showList(u"5A001.a"_s);
    QVERIFY(!m_at->find(u"entryOfficial"_s));
    m_at->importSmallList();
    auto *theirs = m_at->find<ui::EntryView>(u"entryOfficial"_s);
    QVERIFY(theirs);
    const QString text = theirs->toPlainText();
    QVERIFY2(text.contains(u"10³ people"_s), qPrintable(text));
    QVERIFY(text.contains(u"Federal Register"_s));
    QVERIFY(!m_at->placeOf(theirs, ui::TextLink::toEntry(u"6A005"_s)).isNull());
    auto *texts = m_at->page().findChild<QSplitter *>(u"entryTexts"_s);
    QCOMPARE(texts->orientation(), Qt::Horizontal);
    m_at->window().resize(900, 700);
    QCoreApplication::processEvents();
    QCOMPARE(texts->orientation(), Qt::Vertical);
    (void)m_at->page().showEntry(u"5A001.b"_s);
    QVERIFY(theirs->toPlainText().contains(u"no such position"_s));
}

void ListReadingTest::everyControlHasAName()
{
    m_at->window().showList(u"6A005"_s);
    m_at->importSmallList();
    Q_EMIT m_at->ours()->asked(ui::TextLink::toDefinition(0));
    for (const int tab : {0, 1}) {
        m_at->page().findChild<QTabWidget *>(u"listFinders"_s)->setCurrentIndex(tab);
        for (QWidget *widget : m_at->page().findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(),
                     qPrintable(
                         u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
    }
}

void ListReadingTest::fitsSmallWindowsAndLargeLetters()
{
    m_at->importSmallList();
    m_at->window().showList(u"5A001.a"_s);
    m_at->window().resize(1024, 700);
    QCoreApplication::processEvents();
    QVERIFY2(m_at->page().minimumSizeHint().width() <= 900,
             qPrintable(QString::number(m_at->page().minimumSizeHint().width())));
    QVERIFY(m_at->page().minimumSizeHint().height() <= 600);
    QVERIFY(m_at->find<QToolButton>(u"entryUse"_s)->geometry().right() <= m_at->page().width());
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    QCoreApplication::processEvents();
    QVERIFY2(m_at->page().minimumSizeHint().width() <= 1300,
             qPrintable(QString::number(m_at->page().minimumSizeHint().width())));
    QApplication::setFont(before);
}

void ListReadingTest::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// The page in both themes: kept where CLEARWAY_PICTURES names a folder, and in any case not of one colour.
void ListReadingTest::pictures()
{
    QFETCH(bool, dark);
    auto &application = *static_cast<QApplication *>(QCoreApplication::instance());
    const QPalette before = QApplication::palette();
    ui::applyTheme(application, dark ? ui::Theme::Dark : ui::Theme::Light);
    const QString folder = qEnvironmentVariable("CLEARWAY_PICTURES");
    const auto take = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QImage image = m_at->window().grab().toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 7)
            for (int x = 0; x < image.width(); x += 7)
                colours.insert(image.pixel(x, y));
        QVERIFY(colours.size() > 12);
        if (!folder.isEmpty())
            QVERIFY(image.save(folder + u'/' + name + (dark ? u"-dark.png"_s : u"-light.png"_s)));
    };
    m_at->window().resize(1180, 780);
    m_at->window().showList();
    take(u"list-empty"_s);
    (void)m_at->page().showEntry(u"3A001.a.5.a"_s);
    take(u"list-entry"_s);
    QTest::keyClick(m_at->ours(), Qt::Key_D, Qt::ControlModifier);
    (void)m_at->page().showEntry(u"6A005"_s);
    QVERIFY(m_at->tabToLink(m_at->ours(), isTerm));
    QTest::keyClick(m_at->ours(), Qt::Key_F1);
    take(u"list-definition"_s);
    m_at->field()->setText(u"quantum computer"_s);
    take(u"list-search"_s);
    m_at->field()->clear();
    m_at->choose(u"filterRegime"_s, 1);
    m_at->choose(u"filterSensitivity"_s, 2);
    take(u"list-filter"_s);
    m_at->page().findChild<QTabWidget *>(u"listFinders"_s)->setCurrentIndex(1);
    take(u"list-bookmarks"_s);
    m_at->page().findChild<QTabWidget *>(u"listFinders"_s)->setCurrentIndex(0);
    m_at->importSmallList();
    m_at->window().resize(1440, 860);
    (void)m_at->page().showEntry(u"5A001.a"_s);
    take(u"list-official"_s);
    m_at->window().resize(1024, 700);
    take(u"list-official-narrow"_s);
    QApplication::setPalette(before);
}

QTEST_MAIN(ListReadingTest)
#include "listreading_test.moc"
