// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startingpoints.h"
#include "ui/startpage.h"

#include "windowfixture.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;

/// The ready starting points of the start page, with real clicks and keys.
class StartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fillsInThePage();
    void aNewChoiceReplacesTheOldOne();
    void allOfThemStartAnInterview();
    void whatGoesWithWhat();
    void withTheKeyboardAlone();
    void asManyInARowAsFit();
    void notWhereADraftIsChanged();

private:
    static QStringList ticked(WindowFixture &at, const QString &prefix);
};

void StartsTest::initTestCase()
{
    QAccessible::setActive(true);
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
}

QStringList StartsTest::ticked(WindowFixture &at, const QString &prefix)
{
    QStringList names;
    for (const auto *button : at.window().findChildren<QAbstractButton *>())
        if (button->objectName().startsWith(prefix) && button->isVisible() && button->isChecked())
            names.append(button->objectName().mid(prefix.size()));
    names.sort();
    return names;
}

void StartsTest::fillsInThePage()
{
    WindowFixture at;
    QVERIFY(!at.find<QLabel>(u"startingHint"_s));
    QVERIFY(at.click(u"startFrom.journal"_s));
    const language::StartingPoint *journal = at.rules().startingPoint(u"journal"_s);
    QVERIFY(journal);
    QCOMPARE(ticked(at, u"activity."_s), (QStringList{u"publish"_s, u"send_draft"_s}));
    QCOMPARE(ticked(at, u"item."_s), QStringList{u"know_how"_s});
    QCOMPARE(at.find<QLineEdit>(u"itemName.know_how"_s)->text(), journal->items.first().title);
    QVERIFY(at.find<QRadioButton>(u"australia"_s)->isChecked());
    // The trap of this undertaking stands on the page.
    QVERIFY(at.find<QLabel>(u"startingHint"_s));
    QCOMPARE(at.find<QLabel>(u"startingHint"_s)->text(), journal->hint);

    // All of it can be changed before it begins.
    QVERIFY(at.click(u"activity.publish"_s));
    QVERIFY(at.click(u"item.code"_s));
    QVERIFY(at.click(u"start"_s));
    QCOMPARE(at.currentPage(), u"interviewPage"_s);
    const reasoning::Answers &answers = at.window().session()->answers();
    QCOMPARE(answers.activities.size(), 1);
    QCOMPARE(answers.items.size(), 2);
    QCOMPARE(answers.items.first().title, journal->items.first().title);
}

void StartsTest::aNewChoiceReplacesTheOldOne()
{
    WindowFixture at;
    QVERIFY(at.click(u"startFrom.journal"_s));
    QVERIFY(at.click(u"startFrom.send-sample"_s));
    QCOMPARE(ticked(at, u"activity."_s), QStringList{u"send_thing"_s});
    QCOMPARE(ticked(at, u"item."_s), QStringList{u"thing"_s});
    QVERIFY(!at.find<QLineEdit>(u"itemName.know_how"_s));
    QCOMPARE(at.find<QLabel>(u"startingHint"_s)->text(), at.rules().startingPoint(u"send-sample"_s)->hint);
}

void StartsTest::allOfThemStartAnInterview()
{
    WindowFixture at;
    QVERIFY(!at.rules().startingPoints.isEmpty());
    for (const language::StartingPoint &point : at.rules().startingPoints) {
        at.window().showStart();
        QVERIFY2(at.click(u"startFrom."_s + point.id), qPrintable(point.id));
        QVERIFY2(at.click(u"start"_s), qPrintable(point.id));
        QVERIFY2(at.currentPage() == "interviewPage"_L1, qPrintable(point.id));
        QVERIFY2(at.window().session()->current(), qPrintable(point.id));
        const reasoning::Answers &answers = at.window().session()->answers();
        QCOMPARE(answers.activities.size(), point.activities.size());
        QCOMPARE(answers.items.size(), point.items.size());
    }
}

void StartsTest::whatGoesWithWhat()
{
    // Of our own, since no starting point of the catalogue needs it.
    language::RuleBook rules = WindowFixture().rules();
    language::StartingPoint both;
    both.id = u"both"_s;
    both.activities = {u"publish"_s, u"send_thing"_s};
    both.items = {{u"know_how"_s, u"The paper"_s, {u"publish"_s}}, {u"thing"_s, u"The sample"_s, {u"send_thing"_s}}};
    rules.startingPoints = {both};
    ui::StartPage page(rules);
    page.setToday(QDate(2025, 6, 2));
    page.clear();
    page.findChild<QPushButton *>(u"startFrom.both"_s)->click();
    const ui::Beginning beginning = page.beginning();
    QCOMPARE(beginning.activities, (QStringList{u"publish"_s, u"send_thing"_s}));
    QCOMPARE(beginning.itemsOf.value(u"publish"_s), QList<qsizetype>{0});
    QCOMPARE(beginning.itemsOf.value(u"send_thing"_s), QList<qsizetype>{1});
    QVERIFY(!beginning.facts.contains(u"activity.place"_s)); // it says nothing of that
}

void StartsTest::withTheKeyboardAlone()
{
    WindowFixture at;
    const auto isStartingPoint = [](QWidget *widget) { return widget->objectName().startsWith(u"startFrom."_s); };
    QVERIFY(at.tabTo(isStartingPoint));
    const auto focused = [] { return QApplication::focusWidget()->objectName(); };
    const QList<language::StartingPoint> &points = at.rules().startingPoints;
    QCOMPARE(focused(), u"startFrom."_s + points.first().id);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(focused(), u"startFrom."_s + points[1].id);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left); // there is none before the first
    QCOMPARE(focused(), u"startFrom."_s + points.first().id);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
    QCOMPARE(focused(), u"startFrom."_s + points.last().id);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(ticked(at, u"activity."_s), points.last().activities);
    // All of them are one stop.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!isStartingPoint(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(focused(), u"startFrom."_s + points.last().id);

    QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
    QVERIFY(seen->text(QAccessible::Name).contains(points.last().title));
    QCOMPARE(seen->text(QAccessible::Description), points.last().summary);
}

void StartsTest::asManyInARowAsFit()
{
    WindowFixture at;
    QWidget host; // a window's layout would hold its width
    host.resize(2100, 950);
    ui::StartingPoints points(at.rules().startingPoints, &host);
    const auto columns = [&points] {
        QSet<int> lefts;
        for (const auto *button : points.findChildren<QPushButton *>())
            lefts.insert(button->x());
        return lefts.size();
    };
    points.resize(points.minimumSizeHint().width(), 900);
    host.show();
    QVERIFY(QTest::qWaitForWindowExposed(&host));
    QTRY_COMPARE(columns(), 1);
    points.resize(2000, 900);
    QTRY_COMPARE(columns(), 4);
    points.resize(points.minimumSizeHint().width() * 2 + 30, 900);
    QTRY_COMPARE(columns(), 2);
}

void StartsTest::notWhereADraftIsChanged()
{
    WindowFixture at;
    ui::StartPage page(at.rules());
    page.clear();
    page.show();
    QVERIFY(page.findChild<ui::StartingPoints *>()->isVisible());
    page.edit({});
    QVERIFY(!page.findChild<ui::StartingPoints *>()->isVisible());
    page.clear();
    QVERIFY(page.findChild<ui::StartingPoints *>()->isVisible());
}

QTEST_MAIN(StartsTest)
#include "starts_test.moc"
