// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a rule's citation leads in the imported texts.
#include "model/official/lawlibrary.h"
#include "model/official/lawstructure.h"

#include "officialtesting.h"
#include "reasoningtesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::official;
using namespace clearway::officialtest;
using testing::catalogue;

class LawLibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void theCompilationOfTheState_data();
    void theCompilationOfTheState();
    void nothingImported();
    void scheduleComesSecond();
};

/// Sections of these numbers, under that title.
static LawText law(const QString &title, const QStringList &numbers, const QString &compilation = {},
                   QDate compiled = {})
{
    LawText text;
    text.instrument.title = title;
    text.instrument.compilation = compilation;
    text.instrument.compiled = compiled;
    for (const QString &number : numbers)
        text.sections.append({number,
                              u"Heading of "_s + number,
                              {},
                              false,
                              {{u"(1)"_s, u"(1)"_s, u"First."_s}, {u"(2)"_s, u"(2)"_s, u"Second."_s}}});
    return text;
}

static LawLibrary library()
{
    return LawLibrary(
        {lawStructured(paragraphs(smallAct())),
         law(u"Defence Trade Controls Regulation 2013"_s, {u"5A"_s, u"5B"_s, u"6"_s, u"7"_s, u"7A"_s, u"7E"_s}),
         law(u"Customs (Prohibited Exports) Regulations 1958"_s, {u"6"_s, u"13E"_s, u"13EA"_s}),
         law(u"Customs Act 1901"_s, {u"112"_s, u"112BA"_s, u"10"_s}),
         law(u"Toys (Foreign Country List) Instrument 2024"_s, {u"1"_s})});
}

void LawLibraryTest::finds_data()
{
    QTest::addColumn<QStringList>("places");
    QTest::addColumn<int>("missing");
    const auto row = [](const char *text, const QStringList &places, int missing = 0) {
        QTest::newRow(text) << places << missing;
    };
    const QString act = u"Defence Trade Controls Act 2012 "_s;
    const QString regulation = u"Defence Trade Controls Regulation 2013 "_s;
    const QString customs = u"Customs (Prohibited Exports) Regulations 1958 "_s;
    row("s 10", {act + u"10:"_s});
    row("s 10(1)(b)(ii), (1A)", {act + u"10:0,2,4,5,6"_s});
    row("ss 10A, 11(2)", {act + u"10A:"_s, act + u"11:1"_s});
    row("ss 10 to 11", {act + u"10:"_s, act + u"10A:"_s, act + u"11:"_s});
    row("s 4(1) \"kite\"", {act + u"4:4"_s});
    row("s 4(1) \"hoop\", \"kite\"", {act + u"4:1,2,3,4"_s});
    row("s 4(2) \"drum\"", {act + u"4:5"_s});
    row("reg 7", {regulation + u"7:"_s});
    row("reg 6", {regulation + u"6:"_s}); // both have one: the state's own comes first
    row("reg 13E(1)", {customs + u"13E:0"_s});
    row("s 10; reg 13EA", {act + u"10:"_s, customs + u"13EA:"_s});
    row("Regulation regs 5A to 7E", {regulation + u"5A:"_s, regulation + u"5B:"_s, regulation + u"6:"_s,
                                     regulation + u"7:"_s, regulation + u"7A:"_s, regulation + u"7E:"_s});
    row("s 10; Customs Act 1901 s 112BA", {act + u"10:"_s, u"Customs Act 1901 112BA:"_s});
    row("s 10A; Foreign Country List", {act + u"10A:"_s, u"Toys (Foreign Country List) Instrument 2024 *"_s});
    row("s 99", {}, 1);
    row("Criminal Code s 15.2", {}, 1);
    row("Autonomous Sanctions Act 2011", {}, 1);
    row("s 10; Criminal Code s 15.2; s 99", {act + u"10:"_s}, 2);
    row("DSGL 3.9.4 and ML22", {});
}

void LawLibraryTest::finds()
{
    QFETCH(QStringList, places);
    QFETCH(int, missing);
    const language::LawState *state = catalogue().state(u"2024"_s);
    QVERIFY(state);
    const FoundPlaces found = library().find(QString::fromUtf8(QTest::currentDataTag()), catalogue(), state);
    QStringList all;
    for (const FoundSection &section : found.sections) {
        QStringList cited;
        for (const qsizetype line : section.cited)
            cited.append(QString::number(line));
        all.append(section.text->instrument.title + u' '
                   + (section.at() ? QString(section.at()->number + u':' + cited.join(u',')) : u"*"_s));
    }
    QCOMPARE(all, places);
    QCOMPARE(found.missing.size(), missing);
}

void LawLibraryTest::theCompilationOfTheState_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("compilation");
    QTest::newRow("2015") << u"2015"_s << u"4"_s;
    QTest::newRow("2024") << u"2024"_s << u"9"_s;
    QTest::newRow("of no state") << QString() << u"9"_s;
}

void LawLibraryTest::theCompilationOfTheState()
{
    QFETCH(QString, state);
    QFETCH(QString, compilation);
    const QString title = u"Defence Trade Controls Act 2012"_s;
    const LawLibrary library(
        {law(title, {u"10"_s}, u"3"_s, QDate(2016, 4, 2)), law(title, {u"10"_s}, u"4"_s, QDate(2020, 1, 1)),
         law(title, {u"10"_s}, u"9"_s, QDate(2024, 10, 14)), law(title, {u"10"_s}, u"8"_s, QDate(2024, 9, 1))});
    const FoundPlaces found = library.find(u"s 10"_s, catalogue(), catalogue().state(state));
    QCOMPARE(found.sections.size(), 1);
    QCOMPARE(found.sections.first().text->instrument.compilation, compilation);
}

void LawLibraryTest::nothingImported()
{
    const FoundPlaces found = LawLibrary().find(u"s 10; reg 13E"_s, catalogue(), catalogue().state(u"2024"_s));
    QVERIFY(found.sections.isEmpty());
    QCOMPARE(found.missing.size(), 2);
    QVERIFY2(found.missing[0].contains(u"Defence Trade Controls Act 2012"_s), qPrintable(found.missing[0]));
    QVERIFY2(found.missing[1].contains(u"Regulation"_s) && found.missing[1].contains(u"13E"_s),
             qPrintable(found.missing[1]));
}

void LawLibraryTest::scheduleComesSecond()
{
    // Section 1 and clause 1 of the schedule have one number.
    const FoundPlaces found = library().find(u"s 1"_s, catalogue(), catalogue().state(u"2024"_s));
    QCOMPARE(found.sections.size(), 1);
    QVERIFY(!found.sections.first().at()->inSchedule);
}

QTEST_GUILESS_MAIN(LawLibraryTest)
#include "law_library_test.moc"
