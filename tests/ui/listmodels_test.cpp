// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list page's models: the tree that is made as it is opened, filters, bookmarks, where one has been.
#include "ui/models/bookmarkmodel.h"
#include "ui/models/entryfilter.h"
#include "ui/models/entrytreemodel.h"
#include "ui/models/visitedcodes.h"

#include "reasoningtesting.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::ui;

class ListModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsMadeBeforeItIsAskedFor();
    void everyCodeHasItsRow();
    void onlyWhatIsAskedForIsShown();
    void filters_data();
    void filters();
    void regimes();
    void citation();
    void bookmarksAreKept();
    void bookmarksThatAreNoLongerHeld();
    void bookmarksFromABadFile();
    void bookmarksThatCannotBeWritten();
    void visited();
    void passing();
    void visitedForgetsTheOldest();

private:
    const language::RuleBook &rules() { return testing::catalogue(); }
};

static int madeRows(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    int count = 0;
    for (int row = 0; row < model.rowCount(parent); ++row)
        count += 1 + madeRows(model, model.index(row, 0, parent));
    return count;
}

void ListModelsTest::nothingIsMadeBeforeItIsAskedFor()
{
    EntryTreeModel model(rules());
    const int categories = static_cast<int>(rules().categories.size());
    QCOMPARE(madeRows(model), categories);
    const QModelIndex last = model.index(categories - 1, 0);
    QVERIFY(model.hasChildren(last));
    QVERIFY(model.canFetchMore(last));
    model.fetchMore(last);
    QVERIFY(!model.canFetchMore(last));
    QCOMPARE(madeRows(model), categories + model.rowCount(last));
    // A position deep in the list makes what is above it, and its neighbours.
    const QModelIndex deep = model.indexOf(u"3A001.a.5.a.1"_s);
    QCOMPARE(deep.data(EntryTreeModel::CodeRole).toString(), u"3A001.a.5.a.1"_s);
    QCOMPARE(deep.parent().data(EntryTreeModel::CodeRole).toString(), u"3A001.a.5.a"_s);
    QVERIFY(madeRows(model) < 200);
}

void ListModelsTest::everyCodeHasItsRow()
{
    EntryTreeModel model(rules());
    for (const QString &code : rules().entryOrder)
        QVERIFY2(model.indexOf(code).data(EntryTreeModel::CodeRole) == code, qPrintable(code));
    QVERIFY(madeRows(model) > static_cast<int>(rules().entryOrder.size()));
    QAbstractItemModelTester tester(&model);
    QVERIFY(!model.indexOf(u"3A999"_s).isValid());
}

void ListModelsTest::onlyWhatIsAskedForIsShown()
{
    EntryTreeModel model(rules());
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would ask for rows while it still takes the reset for going on
    const QSet<QString> wanted = withHeadings({u"3A001.a.5.a.1"_s, u"ML10.c"_s}, rules());
    QCOMPARE(wanted.size(), 7);
    model.setShown(wanted);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.indexOf(u"3A001.a.5.a.1"_s).isValid());
    QVERIFY(!model.indexOf(u"3A001.a.5.b"_s).isValid());
    QVERIFY(!model.indexOf(u"3A002"_s).isValid());
    QVERIFY(!model.hasChildren(model.indexOf(u"ML10.c"_s)));
    model.setShown(QSet<QString>());
    QCOMPARE(model.rowCount(), 0);
    model.setShown(std::nullopt);
    QCOMPARE(model.rowCount(), static_cast<int>(rules().categories.size()));
}

void ListModelsTest::filters_data()
{
    using enum EntryFilter::Sensitivity;
    QTest::addColumn<EntryFilter>("filter");
    QTest::addColumn<QStringList>("with");
    QTest::addColumn<QStringList>("without");
    QTest::newRow("part 1") << EntryFilter{.part = 1} << QStringList{u"ML1"_s, u"ML22.b.1"_s}
                            << QStringList{u"3A001"_s};
    QTest::newRow("part 2") << EntryFilter{.part = 2} << QStringList{u"0A001"_s} << QStringList{u"ML1"_s};
    QTest::newRow("category") << EntryFilter{.category = u"5P2"_s} << QStringList{u"5A002.a"_s}
                              << QStringList{u"5A001"_s};
    QTest::newRow("regime, also of what lies below")
        << EntryFilter{.regime = u"nsg"_s} << QStringList{u"3A201"_s, u"3A201.a.1"_s} << QStringList{u"3A001.a"_s};
    QTest::newRow("national") << EntryFilter{.regime = u"australia"_s} << QStringList{u"4A901"_s}
                              << QStringList{u"4A001"_s};
    QTest::newRow("sensitive") << EntryFilter{.sensitivity = Sensitive} << QStringList{u"5A001.b.3"_s, u"5A001.b.3.a"_s}
                               << QStringList{u"5A001.a"_s, u"5A001"_s};
    QTest::newRow("very sensitive") << EntryFilter{.sensitivity = VerySensitive} << QStringList{u"5A001.h"_s}
                                    << QStringList{u"5A001.b.3"_s};
    QTest::newRow("bookmarked") << EntryFilter{.bookmarkedOnly = true} << QStringList{u"6A005.a"_s, u"6A005.a.1"_s}
                                << QStringList{u"6A005"_s};
    QTest::newRow("several") << EntryFilter{.part = 2, .category = u"5P1"_s, .sensitivity = VerySensitive}
                             << QStringList{u"5A001.h"_s} << QStringList{u"6A203"_s};
}

void ListModelsTest::filters()
{
    QFETCH(EntryFilter, filter);
    QFETCH(QStringList, with);
    QFETCH(QStringList, without);
    const QSet<QString> found = matching(filter, rules(), {u"6A005.a"_s, u"3A999"_s});
    for (const QString &code : with)
        QVERIFY2(found.contains(code), qPrintable(code));
    for (const QString &code : without)
        QVERIFY2(rules().entries.contains(code) && !found.contains(code), qPrintable(code));
    QVERIFY(found.size() < rules().entryOrder.size());
    QCOMPARE(matching({}, rules(), {}).size(), rules().entryOrder.size());
}

void ListModelsTest::regimes()
{
    const QStringList all = regimesOf(rules());
    QCOMPARE(all.size(), 6);
    for (const QString &regime : all)
        QVERIFY2(regimeTitle(regime) != regime, qPrintable(regime));
    QCOMPARE(regimeTitle(u"another"_s), u"another"_s);
    QCOMPARE(regimeOf(u"3A201.a.1"_s, rules()), u"nsg"_s);
    QCOMPARE(regimeOf(u"3A999"_s, rules()), QString());
}

void ListModelsTest::citation()
{
    const QString text = citationOf(*rules().entries.constFind(u"3A001.a.5"_s), rules());
    QVERIFY2(text.startsWith(rules().listName + u" ("_s + rules().listId + u"), 3A001.a.5: "_s), qPrintable(text));
    QVERIFY(text.contains(rules().entries[u"3A001"_s].title));
    QVERIFY(text.contains(rules().entries[u"3A001.a.5"_s].title));
    QVERIFY(text.contains(rules().version));
    QVERIFY(!text.contains(u'\n'));
}

void ListModelsTest::bookmarksAreKept()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"new/settings.ini"_s);
    {
        BookmarkModel model(rules(), file);
        QAbstractItemModelTester tester(&model);
        QSignalSpy changed(&model, &BookmarkModel::changed);
        model.setMarked(u"5A001"_s, true);
        model.setMarked(u"3A001.a.5"_s, true);
        model.setMarked(u"ML1"_s, true);
        model.setMarked(u"ML1"_s, true);
        model.setMarked(u"3A999"_s, true); // not held: nothing to mark
        model.setMarked(u"5A001"_s, false);
        QCOMPARE(changed.size(), 4);
        QCOMPARE(model.codes(), QStringList({u"3A001.a.5"_s, u"ML1"_s}));
    }
    BookmarkModel again(rules(), file);
    QCOMPARE(again.codes(), QStringList({u"3A001.a.5"_s, u"ML1"_s}));
    QVERIFY(again.contains(u"ML1"_s));
    QVERIFY(again.index(0).data().toString().startsWith(u"3A001.a.5  "_s));
    QVERIFY(again.index(0).data(BookmarkModel::HeldRole).toBool());
}

void ListModelsTest::bookmarksThatAreNoLongerHeld()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    BookmarkModel(rules(), file).setMarked(u"5A001"_s, true);
    const language::RuleBook none;
    BookmarkModel model(none, file);
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.codes(), QStringList{u"5A001"_s});
    QVERIFY(!model.index(0).data(BookmarkModel::HeldRole).toBool());
    QVERIFY(model.index(0).data().toString().contains(rules().entries[u"5A001"_s].title));
    QVERIFY(model.index(0).data().toString().contains(u"no longer"_s));
    model.setMarked(u"5A001"_s, false);
    QCOMPARE(model.rowCount(), 0);
}

void ListModelsTest::bookmarksFromABadFile()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
        QSettings settings(file, QSettings::IniFormat);
        settings.beginWriteArray(u"bookmarks"_s);
        const QStringList codes{u"5A001"_s, {}, u"5A001"_s, u"x\ny"_s, QString(5000, u'z')};
        for (int i = 0; i < codes.size(); ++i) {
            settings.setArrayIndex(i);
            settings.setValue("code", codes[i]);
            settings.setValue("title", QString(5000, u't'));
        }
        settings.endArray();
        settings.setValue("bookmarks/size", 2'000'000'000);
    }
    BookmarkModel model(rules(), file);
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.codes().first(3), QStringList({u"5A001"_s, u"x y"_s, QString(60, u'z')}));
    QCOMPARE(model.rowCount(), 3);
    QFile other(file);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(QByteArray("\0\1[[[bookmarks\\\nsize=x", 22));
    other.close();
    QCOMPARE(BookmarkModel(rules(), file).rowCount(), 0);
}

void ListModelsTest::bookmarksThatCannotBeWritten()
{
    QTemporaryDir folder;
    QVERIFY(QFile(folder.filePath(u"file"_s)).open(QIODevice::WriteOnly));
    BookmarkModel model(rules(), folder.filePath(u"file/settings.ini"_s));
    QSignalSpy lost(&model, &BookmarkModel::notKept);
    model.setMarked(u"5A001"_s, true);
    QCOMPARE(lost.size(), 1);
    QVERIFY(model.contains(u"5A001"_s));
}

void ListModelsTest::visited()
{
    VisitedCodes visited;
    QVERIFY(!visited.canGoBack() && !visited.canGoForward());
    QCOMPARE(visited.back(), QString());
    visited.visit(u"a"_s);
    visited.visit({});
    visited.visit(u"b"_s);
    visited.visit(u"b"_s);
    visited.visit(u"c"_s);
    QCOMPARE(visited.back(), u"b"_s);
    QCOMPARE(visited.back(), u"a"_s);
    QVERIFY(!visited.canGoBack());
    QCOMPARE(visited.back(), QString());
    QCOMPARE(visited.current(), u"a"_s);
    QCOMPARE(visited.forward(), u"b"_s);
    visited.visit(u"d"_s); // c is forgotten
    QVERIFY(!visited.canGoForward());
    QCOMPARE(visited.forward(), QString());
    QCOMPARE(visited.back(), u"b"_s);
}

void ListModelsTest::passing()
{
    VisitedCodes visited;
    visited.visit(u"a"_s);
    visited.pass(u"b"_s);
    visited.pass(u"c"_s);
    visited.pass(u"d"_s);
    QCOMPARE(visited.current(), u"d"_s);
    QCOMPARE(visited.back(), u"a"_s); // b and c were only come by
    QCOMPARE(visited.forward(), u"d"_s);
    visited.pass(u"e"_s);
    visited.visit(u"e"_s); // something is done there
    visited.pass(u"f"_s);
    QCOMPARE(visited.back(), u"e"_s);
    QCOMPARE(visited.back(), u"d"_s);
}

void ListModelsTest::visitedForgetsTheOldest()
{
    VisitedCodes visited;
    for (int i = 0; i < VisitedCodes::most + 100; ++i)
        visited.visit(QString::number(i));
    qsizetype steps = 0;
    while (!visited.back().isEmpty())
        ++steps;
    QCOMPARE(steps, VisitedCodes::most);
    QCOMPARE(visited.current(), u"99"_s);
}

QTEST_GUILESS_MAIN(ListModelsTest)
#include "listmodels_test.moc"
