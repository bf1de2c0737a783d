// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Finding on the page of the list: browsing, searching, filters, bookmarks, and what leads into an assessment.
#include "ui/descriptionedit.h"
#include "ui/models/entrytreemodel.h"
#include "ui/suggestionpanel.h"
#include "ui/suggestionview.h"

#include "listfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace clearway;
using namespace clearway::uitest;

class ListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_at.reset(); }
    void thePlaceOpensThePage();
    void browsedByMouse();
    void browsedByKeyboard();
    void searchedAsOneTypes();
    void searchedWithAnything_data();
    void searchedWithAnything();
    void filtered();
    void filteredThroughThePopup();
    void bookmarks();
    void bookmarkOfAnotherCatalogue();
    void citationIsCopied();
    void usedInTheAssessment();
    void described();

private:
    std::unique_ptr<ListFixture> m_at;
};

void ListTest::init()
{
    m_at = std::make_unique<ListFixture>();
    QVERIFY2(m_at->ready(), qPrintable(m_at->problem()));
}

void ListTest::thePlaceOpensThePage()
{
    QVERIFY(m_at->click(u"placeList"_s));
    QCOMPARE(m_at->currentPage(), u"listPage"_s);
    QVERIFY(m_at->find<QToolButton>(u"placeList"_s)->isChecked());
    QVERIFY(m_at->field()->hasFocus());
    // Nothing is chosen yet, and the page says what to do.
    QVERIFY(m_at->ours()->toPlainText().contains(u"Choose a position"_s));
    for (const QString &name :
         {u"entryBack"_s, u"entryForward"_s, u"entryMark"_s, u"entryCopy"_s, u"entryPrint"_s, u"entryUse"_s})
        QVERIFY2(!m_at->find<QToolButton>(name)->isEnabled(), qPrintable(name));
    QCOMPARE(m_at->textOf(u"entryCount"_s), m_at->rules().listName);
    QVERIFY(m_at->click(u"placeAssess"_s));
    QCOMPARE(m_at->currentPage(), u"startPage"_s);
    QTest::keyClick(&m_at->window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(m_at->currentPage(), u"listPage"_s);
    // A code that is not held is said, and nothing else happens.
    QVERIFY(!m_at->page().showEntry(u"3A999"_s));
    QVERIFY(m_at->textOf(u"entryMessage"_s).contains(u"3A999"_s));
}

void ListTest::browsedByMouse()
{
    m_at->window().showList();
    QCoreApplication::processEvents();
    QTreeView &view = *m_at->tree();
    const QModelIndex category = view.model()->index(3, 0);
    QCOMPARE(view.model()->rowCount(category), 0);
    QVERIFY(view.visualRect(category).height() > 10);
    const QRect row = view.visualRect(category);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      QPoint(row.left() - view.indentation() / 2, row.center().y()));
    QVERIFY(view.isExpanded(category));
    QVERIFY(view.model()->rowCount(category) > 0);
    const QModelIndex group = view.model()->index(0, 0, category);
    view.expand(group);
    const QModelIndex entry = view.model()->index(0, 0, group);
    view.scrollTo(entry);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(entry).center());
    const QString code = entry.data(ui::EntryTreeModel::CodeRole).toString();
    QVERIFY(!code.isEmpty());
    QCOMPARE(m_at->page().code(), code);
    QCOMPARE(m_at->shownTitle(), code + u"  "_s + m_at->rules().entries[code].title);
}

void ListTest::browsedByKeyboard()
{
    m_at->window().showList(u"5A001"_s);
    QCoreApplication::processEvents();
    QVERIFY(m_at->tree()->viewport()->rect().intersects(m_at->tree()->visualRect(m_at->tree()->currentIndex())));
    m_at->tree()->setFocus();
    QCOMPARE(m_at->tree()->currentIndex().data(ui::EntryTreeModel::CodeRole).toString(), u"5A001"_s);
    QTest::keyClick(m_at->tree(), Qt::Key_Right);
    QTest::keyClick(m_at->tree(), Qt::Key_Down);
    QCOMPARE(m_at->page().code(), u"5A001.a"_s); // seen while going by
    QTest::keyClick(m_at->tree(), Qt::Key_Down);
    QTest::keyClick(m_at->tree(), Qt::Key_Down);
    const QString last = m_at->page().code();
    QVERIFY(last != u"5A001.a"_s);
    QTest::keyClick(&m_at->page(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_at->page().code(), u"5A001"_s); // what was only passed is no place to go back to
    QTest::keyClick(&m_at->page(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_at->page().code(), last);
    QCOMPARE(m_at->tree()->currentIndex().data(ui::EntryTreeModel::CodeRole).toString(), last);
}

void ListTest::searchedAsOneTypes()
{
    m_at->window().showList();
    QTest::keyClicks(m_at->field(), u"3a1a5"_s);
    QVERIFY(m_at->hits()->isVisible());
    QVERIFY(m_at->hits()->model()->index(0, 0).data().toString().startsWith(u"3A001.a.5  "_s));
    QVERIFY(m_at->textOf(u"entryCount"_s).contains(QString::number(m_at->hits()->model()->rowCount())));
    QVERIFY(m_at->page().code().isEmpty());
    QTest::keyClick(m_at->field(), Qt::Key_Return);
    QCOMPARE(m_at->page().code(), u"3A001.a.5"_s);
    QVERIFY(m_at->hits()->hasFocus());
    QTest::keyClick(m_at->hits(), Qt::Key_Down);
    QVERIFY(m_at->page().code().startsWith(u"3A001.a.5."_s));
    // Ctrl+F goes back to the field; what is typed next replaces it.
    QTest::keyClick(m_at->hits(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_at->field()->hasFocus());
    QTest::keyClicks(m_at->field(), u"atomic clock"_s);
    QVERIFY(m_at->hits()->model()->rowCount() > 0);
    QTest::keyClick(m_at->field(), Qt::Key_Down);
    QVERIFY(m_at->hits()->hasFocus());
    QVERIFY(!m_at->page().code().startsWith(u"3A001.a.5"_s));
    const QString found = m_at->page().code();
    m_at->field()->clear();
    QVERIFY(m_at->tree()->isVisible());
    QCOMPARE(m_at->tree()->currentIndex().data(ui::EntryTreeModel::CodeRole).toString(), found);
}

void ListTest::searchedWithAnything_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nonsense") << u"qwrtzpsdf xxyyzz"_s;
    QTest::newRow("quotes") << u"\" OR ' ; -- NEAR( * ^ :"_s;
    QTest::newRow("control characters") << QString(u"a\u0001\u0007\u200f\u202e b"_s);
    QTest::newRow("right to left") << u"ليزر"_s;
    QTest::newRow("long") << QString(1'000'000, u'x');
    QTest::newRow("huge number") << u"1e999 GHz"_s;
}

void ListTest::searchedWithAnything()
{
    QFETCH(QString, typed);
    m_at->window().showList(u"5A001"_s);
    QApplication::clipboard()->setText(typed);
    m_at->field()->paste();
    QCoreApplication::processEvents();
    const bool found = m_at->hits()->isVisible();
    if (!found)
        QVERIFY(m_at->textOf(u"entryNothing"_s).contains(u"does not mean"_s));
    QVERIFY(m_at->textOf(u"entryNothing"_s).size() < 400);
    QTest::keyClick(m_at->field(), Qt::Key_Return);
    QTest::keyClick(m_at->field(), Qt::Key_Down);
    if (!found)
        QCOMPARE(m_at->page().code(), u"5A001"_s);
}

void ListTest::filtered()
{
    m_at->window().showList(u"5A001"_s);
    const auto count = [this] { return m_at->tree()->model()->rowCount(); };
    const int all = count();
    m_at->choose(u"filterPart"_s, 1);
    QCOMPARE(count(), 1);
    QCOMPARE(m_at->page().findChild<QComboBox *>(u"filterCategory"_s)->count(), 2); // those of that part
    QCOMPARE(m_at->page().code(), u"5A001"_s);                                      // what is read stays
    m_at->choose(u"filterPart"_s, 1);
    QCOMPARE(count(), all - 1);
    m_at->choose(u"filterRegime"_s, 2);
    QVERIFY(count() < all - 1);
    const QString before = m_at->textOf(u"entryCount"_s);
    m_at->choose(u"filterSensitivity"_s, 2);
    QVERIFY(m_at->textOf(u"entryCount"_s) != before);
    // A search is narrowed as well, and one that finds nothing says why it may.
    m_at->field()->setText(u"apples"_s);
    QVERIFY(m_at->textOf(u"entryNothing"_s).contains(u"filter"_s));
    QVERIFY(m_at->click(u"filterNone"_s));
    m_at->field()->clear();
    QCOMPARE(count(), all);
    QCOMPARE(m_at->textOf(u"entryCount"_s), m_at->rules().listName);
    QVERIFY(!m_at->find<QToolButton>(u"filterNone"_s)->isEnabled());
    // Nothing bookmarked: said in words.
    QVERIFY(m_at->clickOn(m_at->page().findChild<QCheckBox *>(u"filterBookmarked"_s)));
    QVERIFY(!m_at->tree()->isVisible());
    QVERIFY(m_at->textOf(u"entryNothing"_s).contains(u"Ctrl+D"_s));
}

void ListTest::filteredThroughThePopup()
{
    m_at->window().showList();
    auto *box = m_at->page().findChild<QComboBox *>(u"filterSensitivity"_s);
    QVERIFY(m_at->clickOn(box));
    QTRY_VERIFY(box->view()->isVisible());
    QTest::keyClick(box->view(), Qt::Key_End);
    QTest::keyClick(box->view(), Qt::Key_Return);
    QTRY_COMPARE(m_at->page().finder().filter().sensitivity, ui::EntryFilter::Sensitivity::VerySensitive);
    QVERIFY(m_at->tree()->model()->rowCount() < static_cast<int>(m_at->rules().categories.size()));
    m_at->field()->setText(u"5A001"_s);
    for (int row = 0; row < m_at->hits()->model()->rowCount(); ++row) {
        const QString code = m_at->hits()->model()->index(row, 0).data(ui::HitModel::CodeRole).toString();
        QVERIFY2(!code.startsWith(u"5A001.a"_s), qPrintable(code)); // on neither list
    }
}

void ListTest::bookmarks()
{
    m_at->window().showList(u"5A001.b.3"_s);
    QTest::keyClick(m_at->ours(), Qt::Key_D, Qt::ControlModifier);
    auto *mark = m_at->find<QToolButton>(u"entryMark"_s);
    QVERIFY(mark->isChecked());
    QVERIFY(mark->accessibleName().contains(u"take"_s));
    (void)m_at->page().showEntry(u"ML1"_s);
    QVERIFY(!mark->isChecked());
    QVERIFY(m_at->clickOn(mark));
    QVERIFY(mark->isChecked());
    m_at->restart();
    m_at->window().showList();
    m_at->page().findChild<QTabWidget *>(u"listFinders"_s)->setCurrentIndex(1);
    auto *list = m_at->page().findChild<QListView *>(u"bookmarkList"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(m_at->page().code(), u"5A001.b.3"_s);
    QVERIFY(m_at->find<QToolButton>(u"entryMark"_s)->isChecked());
    // Only those, in the tree.
    m_at->page().findChild<QTabWidget *>(u"listFinders"_s)->setCurrentIndex(0);
    QVERIFY(m_at->clickOn(m_at->page().findChild<QCheckBox *>(u"filterBookmarked"_s)));
    QCOMPARE(m_at->tree()->model()->rowCount(), 2);
    QTest::keyClick(m_at->ours(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_at->tree()->model()->rowCount(), 1);
    m_at->page().findChild<QTabWidget *>(u"listFinders"_s)->setCurrentIndex(1);
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(!list->isVisible()); // but words that say how to make one
}

void ListTest::bookmarkOfAnotherCatalogue()
{
    {
        QSettings settings(m_at->folder() + u"/settings.ini"_s, QSettings::IniFormat);
        settings.beginWriteArray(u"bookmarks"_s);
        settings.setArrayIndex(0);
        settings.setValue("code", u"3A999.a"_s);
        settings.setValue("title", u"Time machines"_s);
        settings.endArray();
    }
    m_at->restart();
    m_at->window().showList(u"5A001"_s);
    m_at->page().findChild<QTabWidget *>(u"listFinders"_s)->setCurrentIndex(1);
    auto *list = m_at->page().findChild<QListView *>(u"bookmarkList"_s);
    QVERIFY(list->model()->index(0, 0).data().toString().contains(u"Time machines"_s));
    QVERIFY(list->model()->index(0, 0).data().toString().contains(u"no longer"_s));
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(m_at->page().code(), u"5A001"_s);
    QVERIFY(m_at->textOf(u"entryMessage"_s).contains(u"3A999.a"_s));
    QVERIFY(m_at->click(u"bookmarkRemove"_s));
    QCOMPARE(list->model()->rowCount(), 0);
}

void ListTest::citationIsCopied()
{
    m_at->window().showList(u"3A001.a.5.a"_s);
    QTest::keyClick(m_at->ours(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.startsWith(m_at->rules().listName) && text.contains(u"3A001.a.5.a"_s), qPrintable(text));
    QVERIFY(m_at->textOf(u"entryMessage"_s).contains(u"3A001.a.5.a"_s));
    (void)m_at->page().showEntry(u"5A001"_s);
    QVERIFY(!m_at->find(u"entryMessage"_s));
    QVERIFY(m_at->click(u"entryCopy"_s));
    QVERIFY(QApplication::clipboard()->text().contains(u"5A001"_s));
}

void ListTest::usedInTheAssessment()
{
    m_at->window().showList(u"5A001.b.3"_s);
    QVERIFY(!m_at->find<QToolButton>(u"entryUse"_s)->isEnabled());
    ui::Beginning beginning;
    beginning.title = u"Radio"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"share_partners"_s};
    beginning.items = {{u"thing"_s, u"Radio"_s}};
    beginning.facts.insert(u"activity.place"_s, language::Picked{{u"australia"_s}});
    QVERIFY(m_at->window().session()->begin(beginning));
    m_at->window().showListOnOffer();
    QVERIFY(m_at->click(u"placeList"_s));
    QCOMPARE(m_at->page().code(), u"5A001.b.3"_s); // where it was left
    QVERIFY(m_at->click(u"entryUse"_s));
    QCOMPARE(m_at->currentPage(), u"interviewPage"_s);
    QCoreApplication::processEvents();
    auto *title = m_at->find<QLabel>(u"entryTitle"_s);
    QVERIFY(title && title->text().startsWith(u"5A001.b.3  "_s));
    // It is looked at, not answered.
    QVERIFY(m_at->window().session()->answers().items.first().looked.opened.contains(u"5A001.b.3"_s));
    QVERIFY(!m_at->window().session()->answers().find({m_at->rules().listFinding, u"i1"_s, -1}));
    QVERIFY(m_at->click(u"placeList"_s));
    QVERIFY(m_at->click(u"placeAssess"_s));
    QCOMPARE(m_at->currentPage(), u"interviewPage"_s);
}

// Described in one's own words, the thing is found and its entry opened beside it.
void ListTest::described()
{
    m_at->window().showList();
    auto *tabs = m_at->page().findChild<QTabWidget *>(u"listFinders"_s);
    QVERIFY(tabs);
    auto *describe = m_at->page().findChild<ui::SuggestionPanel *>();
    QVERIFY(describe);
    const int tab = tabs->indexOf(describe);
    QVERIFY(tab > 0);
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
    auto *field = describe->findChild<ui::DescriptionEdit *>();
    QVERIFY(field->isVisible());
    QSignalSpy looked(describe, &ui::SuggestionPanel::looked);
    QTest::keyClicks(field, u"rotor of a gas centrifuge"_s);
    QVERIFY(looked.wait(20000));
    auto *view = describe->findChild<ui::SuggestionView *>();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_at->page().code(), u"0B001"_s);
    QVERIFY(m_at->shownTitle().startsWith(u"0B001"_s));
    // The keys of searching lead back.
    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_at->field()->hasFocus());
}

QTEST_MAIN(ListTest)
#include "list_test.moc"
