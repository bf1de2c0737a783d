// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a citation names: each form by itself, and all that the catalogue writes.
#include "model/official/citation.h"

#include "model/official/knowninstruments.h"

#include "reasoningtesting.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::official;

class CitationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void allOfTheCatalogue();
    void instruments();
    void known();
};

/// "Act 1900 s9-13(1)(b)+(2)“term”": one text for each place.
static QString asText(const Citation &citation)
{
    QString text = citation.instrument.isEmpty() ? QString() : QString(u'<' + citation.instrument + u"> "_s);
    switch (citation.kind) {
    case Citation::Kind::Section: text += u's'; break;
    case Citation::Kind::Regulation: text += u'r'; break;
    case Citation::Kind::ListPlace: text += u'L'; break;
    case Citation::Kind::Instrument: text += u'*'; break;
    }
    text += citation.number;
    if (!citation.upTo.isEmpty())
        text += u".."_s + citation.upTo;
    text += citation.places.join(u'+');
    for (const QString &term : citation.terms)
        text += u'"' + term + u'"';
    return text;
}

void CitationTest::forms_data()
{
    QTest::addColumn<QStringList>("places");
    const auto row = [](const char *text, const QStringList &places) { QTest::newRow(text) << places; };
    row("s 10", {u"s10"_s});
    row("s 10(1)(b)(ii)", {u"s10(1)(b)(ii)"_s});
    row("s 10(1)(b)(ii), (1B)", {u"s10(1)(b)(ii)+(1B)"_s});
    row("ss 5A, 15(1)", {u"s5A"_s, u"s15(1)"_s});
    row("ss 10(1)(c), 13, 14A", {u"s10(1)(c)"_s, u"s13"_s, u"s14A"_s});
    row("ss 16, 19 to 21", {u"s16"_s, u"s19..21"_s});
    row("ss 5B and 5C", {u"s5B"_s, u"s5C"_s});
    row("s 58(3A) to (3C)", {u"s58(3A)-(3C)"_s});
    row("s 15(1), (1A) and the next subsection", {u"s15(1)+(1A)"_s});
    row("reg 13EA(1)", {u"r13EA(1)"_s});
    row("reg 13EA(1) as it stood then", {u"r13EA(1)"_s});
    row("reg 13EA, from 1 September 2024", {u"r13EA"_s});
    row("s 10(1)(a) until 31 August 2024", {u"s10(1)(a)"_s});
    row("s 14A, subsection not seen", {u"s14A"_s});
    row("s 10A, subsections not seen", {u"s10A"_s});
    row("s 10(2) to the end; Regulation regs 5A to 7E", {u"s10(2)"_s, u"<Regulation> r5A..7E"_s});
    row("s 10C(2A), (2B); Regulation regs 7C and 7D",
        {u"s10C(2A)+(2B)"_s, u"<Regulation> r7C"_s, u"<Regulation> r7D"_s});
    row("s 10; reg 13E", {u"s10"_s, u"r13E"_s});
    row("s 4(1) \"fundamental research\" (a)", {u"s4(1)\"fundamental research\""_s});
    row("s 4(1) \"DSGL goods\", \"DSGL technology\"", {u"s4(1)\"DSGL goods\"\"DSGL technology\""_s});
    row("s 14; Customs Act 1901 s 112BA", {u"s14"_s, u"<Customs Act 1901> s112BA"_s});
    row("s 14A; Criminal Code s 15.2", {u"s14A"_s, u"<Criminal Code> s15.2"_s});
    row("Weapons of Mass Destruction (Prevention of Proliferation) Act 1995 ss 9 to 13",
        {u"<Weapons of Mass Destruction (Prevention of Proliferation) Act 1995> s9..13"_s});
    row("Defence Trade Controls Act 2012 s 5C and Regulation reg 5B, from 1 September 2024",
        {u"<Defence Trade Controls Act 2012> s5C"_s, u"<Regulation> r5B"_s});
    row("Charter of the United Nations Act 1945; Autonomous Sanctions Act 2011",
        {u"<Charter of the United Nations Act 1945> *"_s, u"<Autonomous Sanctions Act 2011> *"_s});
    row("F2024L01100", {u"<F2024L01100> *"_s});
    row("s 10B; Foreign Country List", {u"s10B"_s, u"<Foreign Country List> *"_s});
    row("DSGL", {u"L"_s});
    row("DSGL 3.9.4 and ML22 Note 2.b", {u"L3.9.4"_s, u"LML22"_s});
    row("DSGL, groups D and E; 5B001, 5B002", {u"L"_s, u"L5B001"_s, u"L5B002"_s});
    row("DSGL 2024, 6A001.a.1.a.3.b", {u"L6A001.a.1.a.3.b"_s});
    row("General Technology Note and ML22 of the list of that time", {u"LML22"_s});
    row("commencement of the Acts of 2012, 2015 and 2024", {});
    row("", {});
    row("s", {});
    row("s (1)", {});
    row("it is 10 s long, 5 to 7", {});
    row("s 10(", {u"s10"_s});
    row("s 10(1)(((", {u"s10(1)"_s});
    row("s 99999999999999999999A to", {u"s99999999999999999999A"_s});
}

void CitationTest::forms()
{
    QFETCH(QStringList, places);
    QStringList found;
    for (const Citation &citation : citationsIn(QString::fromUtf8(QTest::currentDataTag())))
        found.append(asText(citation));
    QCOMPARE(found, places);
}

/// Every citation of a rule, with where it stands.
static QMap<QString, QString> citesOf(const language::RuleBook &rules)
{
    QMap<QString, QString> cites;
    const auto take = [&](const QString &cite, const QString &where) {
        if (!cite.isEmpty())
            cites.insert(cite, where);
    };
    for (const language::LawState &state : rules.states) {
        for (const language::Provision &provision : state.provisions) {
            take(provision.cite, provision.id);
            take(provision.requirement.cite, provision.id);
            for (const language::Element &element : provision.elements)
                take(element.cite, provision.id + u'/' + element.id);
            for (const language::Exception &exception : provision.exceptions)
                take(exception.condition.cite, provision.id + u'/' + exception.condition.id);
        }
        for (const language::Duty &duty : state.duties)
            take(duty.cite, duty.id);
        for (const language::Warning &warning : state.warnings)
            take(warning.cite, warning.id);
        for (const language::Rule &rule : state.rules)
            take(rule.cite, rule.id);
    }
    for (const language::Rule &rule : rules.rules)
        take(rule.cite, rule.id);
    for (const language::FactDefinition &fact : rules.facts)
        take(fact.cite, fact.id);
    for (const language::CountryGroup &group : rules.countryGroups)
        take(group.instrument, group.id);
    return cites;
}

void CitationTest::allOfTheCatalogue()
{
    const QMap<QString, QString> cites = citesOf(testing::catalogue());
    QVERIFY(cites.size() > 80);
    // What names no place: only words about the time before, or about commencement.
    static const QRegularExpression placeless(u"of that time|^commencement|^Contracts?\\b"_s);
    static const QRegularExpression numbers(u"(?<![\\p{L}\\d])(?:ss?|regs?) +\\d"_s);
    for (auto cite = cites.cbegin(); cite != cites.cend(); ++cite) {
        const QList<Citation> found = citationsIn(cite.key());
        const QString message = cite.value() + u": "_s + cite.key();
        QVERIFY2(!found.isEmpty() || placeless.match(cite.key()).hasMatch(), qPrintable(message));
        // Each "s" or "reg" with a number gives a place at least, and none is without its number.
        qsizetype keywords = 0;
        for (auto at = numbers.globalMatch(cite.key()); at.hasNext(); at.next())
            ++keywords;
        qsizetype sections = 0;
        for (const Citation &citation : found) {
            const bool section =
                citation.kind == Citation::Kind::Section || citation.kind == Citation::Kind::Regulation;
            sections += section;
            QVERIFY2(!section || !citation.number.isEmpty(), qPrintable(message));
        }
        QVERIFY2(sections >= keywords, qPrintable(message));
    }
}

void CitationTest::instruments()
{
    QCOMPARE(titlesIn(u"Defence Trade Controls Act 2012 as amended by the Defence Trade Controls Amendment Act 2015"_s),
             (QStringList{u"Defence Trade Controls Act 2012"_s, u"Defence Trade Controls Amendment Act 2015"_s}));
    QCOMPARE(titlesIn(u"Customs (Prohibited Exports) Regulations 1958 reg 1"_s),
             QStringList{u"Customs (Prohibited Exports) Regulations 1958"_s});
    QCOMPARE(titlesIn(u"as first made"_s), QStringList());
    QCOMPARE(registerIdsIn(u"the excluded items (F2024L01100) of it"_s), QStringList{u"F2024L01100"_s});
}

void CitationTest::known()
{
    const KnownInstruments known = knownInstruments(testing::catalogue());
    for (const QString &title : {u"Defence Trade Controls Act 2012"_s, u"Defence Trade Controls Regulation 2013"_s,
                                 u"Customs (Prohibited Exports) Regulations 1958"_s})
        QVERIFY2(known.titles.contains(title), qPrintable(known.titles.join(u"; "_s)));
    Instrument instrument;
    QVERIFY(!known.knows(instrument));
    instrument.title = u"Defence trade controls act 2012"_s;
    QVERIFY(known.knows(instrument));
    instrument.title = u"Lawn Mowing Act 1999"_s;
    QVERIFY(!known.knows(instrument));
    instrument.title = u"Toys (Foreign Country List) Instrument 2024"_s;
    QVERIFY(known.knows(instrument));
    instrument.title = u"Something"_s;
    instrument.registerId = u"F2024L01100"_s;
    QVERIFY(known.knows(instrument));
    // The list of codes is another kind of text, under its name of any year.
    instrument = {};
    instrument.title = u"Defence and Strategic Goods List 2021"_s;
    QVERIFY(!known.knows(instrument));
    instrument.registerId = testing::catalogue().listId;
    instrument.title = testing::catalogue().listName;
    QVERIFY(!known.knows(instrument));
}

QTEST_GUILESS_MAIN(CitationTest)
#include "citation_test.moc"
