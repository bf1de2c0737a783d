// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/rulebook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

namespace {

LawState stateNamed(const QString &id, QDate from, QDate until)
{
    LawState state;
    state.id = id;
    state.operatesFrom = from;
    state.operatesUntil = until;
    return state;
}

RuleBook sampleBook()
{
    RuleBook book;
    book.states = {stateNamed(u"2012"_s, {}, {}), stateNamed(u"2015"_s, QDate(2016, 4, 2), QDate(2024, 8, 31)),
                   stateNamed(u"2024"_s, QDate(2024, 9, 1), {})};
    Rule shared;
    shared.id = u"public_domain"_s;
    shared.title = u"shared"_s;
    book.rules.insert(shared.id, shared);
    Rule own = shared;
    own.title = u"of 2015"_s;
    book.states[1].rules.append(own);
    Category category;
    category.id = u"5P1"_s;
    book.categories.append(category);
    return book;
}

} // namespace

class RuleBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stateOnADay_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("state");
        QTest::addRow("before the first") << QDate(2016, 4, 1) << QString();
        QTest::addRow("first day") << QDate(2016, 4, 2) << u"2015"_s;
        QTest::addRow("last day") << QDate(2024, 8, 31) << u"2015"_s;
        QTest::addRow("next day") << QDate(2024, 9, 1) << u"2024"_s;
        QTest::addRow("later") << QDate(2030, 1, 1) << u"2024"_s;
        QTest::addRow("no day") << QDate() << QString();
    }
    void stateOnADay()
    {
        QFETCH(QDate, day);
        QFETCH(QString, state);
        const RuleBook book = sampleBook();
        const LawState *found = book.stateOn(day);
        QCOMPARE(found ? found->id : QString(), state);
    }

    void statesById()
    {
        const RuleBook book = sampleBook();
        QVERIFY(book.state(u"2012"_s));
        QVERIFY(!book.state(u"2013"_s));
    }

    void aStatesRuleHidesTheSharedOne()
    {
        const RuleBook book = sampleBook();
        QCOMPARE(book.rule(u"public_domain"_s, book.state(u"2015"_s))->title, u"of 2015"_s);
        QCOMPARE(book.rule(u"public_domain"_s, book.state(u"2024"_s))->title, u"shared"_s);
        QCOMPARE(book.rule(u"public_domain"_s, nullptr)->title, u"shared"_s);
        QVERIFY(!book.rule(u"none"_s, nullptr));
    }

    void categories()
    {
        const RuleBook book = sampleBook();
        QVERIFY(book.category(u"5P1"_s));
        QVERIFY(!book.category(u"5"_s));
    }

    void within_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("of");
        QTest::addColumn<bool>("expected");
        QTest::addRow("itself") << u"5A001.b"_s << u"5A001.b"_s << true;
        QTest::addRow("below") << u"5A001.b.3.a"_s << u"5A001.b"_s << true;
        QTest::addRow("above") << u"5A001"_s << u"5A001.b"_s << false;
        QTest::addRow("longer label") << u"5A001.b.10"_s << u"5A001.b.1"_s << false;
        QTest::addRow("longer number") << u"ML10"_s << u"ML1"_s << false;
        QTest::addRow("nothing") << u"5A001"_s << QString() << false;
    }
    void within()
    {
        QFETCH(QString, code);
        QFETCH(QString, of);
        QTEST(RuleBook::within(code, of), "expected");
    }

    void factNames()
    {
        for (const Scope scope : {Scope::Case, Scope::Activity, Scope::Item, Scope::Point, Scope::Recipient})
            QCOMPARE(scopeFromName(scopeName(scope)), std::optional(scope));
        for (const FactKind kind : {FactKind::YesNo, FactKind::Choice, FactKind::Choices, FactKind::Quantity,
                                    FactKind::Country, FactKind::Date, FactKind::Entries, FactKind::Judgement})
            QCOMPARE(factKindFromName(factKindName(kind)), std::optional(kind));
        QCOMPARE(factKindName(FactKind::YesNo), u"yes_no"_s);
        QCOMPARE(scopeName(Scope::Point), u"point"_s);
        QVERIFY(!factKindFromName(u"yesno"));
        QVERIFY(!scopeFromName(u""));
    }
};

QTEST_GUILESS_MAIN(RuleBookTest)
#include "rulebook_test.moc"
