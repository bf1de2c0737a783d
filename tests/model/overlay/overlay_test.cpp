// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an office has read beside the text, and what it makes of the rules: with the project's own catalogue.
#include "model/overlay/applying.h"
#include "model/overlay/rulenames.h"

#include "reasoningtesting.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::overlay;
using testing::catalogue;

class OverlayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneReadingForEachSubject();
    void orderDoesNotMatter();
    void everyRuleHasItsName();
    void everyUnverifiedRuleCanBeVerified();
    void nothingElseChanges();
    void otherwiseKeepsItOpen();
    void countriesAreCorrected();
    void toBeReadAgain_data();
    void toBeReadAgain();
    void anEmptyOverlayShares();
};

template<typename R>
static R sign(R reading)
{
    reading.by = u"A. Reader"_s;
    reading.on = QDate(2026, 3, 1);
    reading.compilation = u"compilation 9"_s;
    return reading;
}

/// Some rule that nobody has verified.
static NamedRule unverified()
{
    const QList<NamedRule> all = namedRules(catalogue());
    const auto found = std::ranges::find(all, false, &NamedRule::verified);
    return found == all.end() ? NamedRule() : *found;
}

static RuleReading reading(const RuleName &name)
{
    return sign(readingOf(catalogue(), name).value());
}

void OverlayTest::oneReadingForEachSubject()
{
    Overlay overlay;
    RuleReading first = reading(unverified().name);
    overlay.set(first);
    first.note = u"again"_s;
    overlay.set(first);
    QCOMPARE(overlay.size(), 1);
    QCOMPARE(overlay.find(first.rule)->note, u"again"_s);
    const QString subject = subjectOf(Reading(first));
    QVERIFY(overlay.find(subject) == Reading(first));
    QVERIFY(overlay.remove(subject));
    QVERIFY(!overlay.remove(subject));
    QVERIFY(overlay.isEmpty());
    QVERIFY(!overlay.find(first.rule));
}

void OverlayTest::orderDoesNotMatter()
{
    const QList<NamedRule> all = namedRules(catalogue());
    Overlay forwards;
    Overlay backwards;
    for (qsizetype i = 0; i < 20; ++i) {
        forwards.set(reading(all[i].name));
        backwards.set(reading(all[19 - i].name));
    }
    for (Overlay *overlay : {&forwards, &backwards})
        overlay->set(sign(readingOfGroup(catalogue(), catalogue().countryGroups.firstKey()).value()));
    QCOMPARE(forwards.size(), 21);
    QVERIFY(forwards == backwards);
    QVERIFY(forwards.all() == backwards.all());
}

void OverlayTest::everyRuleHasItsName()
{
    const QList<NamedRule> all = namedRules(catalogue());
    QStringList subjects;
    for (const NamedRule &rule : all) {
        subjects.append(subjectOf(rule.name));
        QVERIFY2(ruleNamed(catalogue(), rule.name)->says == rule.says, qPrintable(subjects.last()));
    }
    QVERIFY(subjects.size() > 150);
    QCOMPARE(subjects.removeDuplicates(), 0); // a name that two rules had would verify the wrong one
    QVERIFY(!ruleNamed(catalogue(), {u"1901"_s, all.first().name.rule}));
    QVERIFY(!ruleNamed(catalogue(), {all.first().name.state, u"no/such"_s}));
    QVERIFY(!readingOf(catalogue(), {{}, u"no_such"_s}));
    QVERIFY(!readingOfGroup(catalogue(), u"no_such"_s));
}

void OverlayTest::everyUnverifiedRuleCanBeVerified()
{
    Overlay overlay;
    qsizetype open = 0;
    for (const NamedRule &rule : namedRules(catalogue())) {
        if (rule.verified)
            continue;
        QVERIFY2(!rule.cite.isEmpty(), qPrintable(rule.name.rule)); // what else should be read?
        overlay.set(reading(rule.name));
        ++open;
    }
    QVERIFY(open > 30);
    const language::RuleBook rules = applied(catalogue(), overlay);
    QVERIFY(toReadAgain(catalogue(), overlay).isEmpty());
    for (const NamedRule &rule : namedRules(rules)) {
        QVERIFY2(rule.verified, qPrintable(rule.name.rule));
        QCOMPARE(rule.grade, ruleNamed(catalogue(), rule.name)->grade); // who has read it changes no grade
    }
    QCOMPARE(rules.sourcesHash, catalogue().sourcesHash);
}

void OverlayTest::nothingElseChanges()
{
    const NamedRule one = unverified();
    Overlay overlay;
    overlay.set(reading(one.name));
    const QList<NamedRule> before = namedRules(catalogue());
    const QList<NamedRule> after = namedRules(applied(catalogue(), overlay));
    QCOMPARE(before.size(), after.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        QCOMPARE(after[i].verified, before[i].verified || before[i].name == one.name);
}

void OverlayTest::otherwiseKeepsItOpen()
{
    RuleReading wrong = reading(unverified().name);
    wrong.verdict = Verdict::SaysOtherwise;
    wrong.note = u"It says something else."_s;
    Overlay overlay;
    overlay.set(wrong);
    QVERIFY(!ruleNamed(applied(catalogue(), overlay), wrong.rule)->verified);
    // and what the catalogue took for verified does not decide alone any more
    const QList<NamedRule> all = namedRules(catalogue());
    const auto verified = std::ranges::find(all, true, &NamedRule::verified);
    QVERIFY(verified != all.end());
    RuleReading other = reading(verified->name);
    other.verdict = Verdict::SaysOtherwise;
    overlay.set(other);
    QVERIFY(!ruleNamed(applied(catalogue(), overlay), verified->name)->verified);
}

void OverlayTest::countriesAreCorrected()
{
    GroupReading group = sign(readingOfGroup(catalogue(), u"foreign_country_list"_s).value());
    QVERIFY(group.countries.removeOne(u"AR"_s));
    group.countries.append(u"EE"_s);
    Overlay overlay;
    overlay.set(group);
    const language::CountryGroup corrected = applied(catalogue(), overlay).countryGroups[u"foreign_country_list"_s];
    QVERIFY(corrected.verified);
    QVERIFY(corrected.countries.contains(u"EE"_s) && !corrected.countries.contains(u"AR"_s));
    QVERIFY(std::ranges::is_sorted(overlay.groups().first().countries));
    QVERIFY(!catalogue().countryGroups[u"foreign_country_list"_s].verified);
}

void OverlayTest::toBeReadAgain_data()
{
    using enum ToReadAgain::Because;
    QTest::addColumn<Reading>("reading");
    QTest::addColumn<ToReadAgain::Because>("because");
    RuleReading gone = reading(unverified().name);
    gone.rule.rule = u"s_none/none"_s;
    QTest::newRow("the rule is gone") << Reading(gone) << Gone;
    RuleReading otherState = reading(unverified().name);
    otherState.rule.state = u"1999"_s;
    QTest::newRow("the state is gone") << Reading(otherState) << Gone;
    RuleReading changed = reading(unverified().name);
    changed.said += u" or true"_s;
    QTest::newRow("the condition is another") << Reading(changed) << Changed;
    const GroupReading group = sign(readingOfGroup(catalogue(), u"foreign_country_list"_s).value());
    GroupReading noGroup = group;
    noGroup.group = u"none"_s;
    QTest::newRow("the group is gone") << Reading(noGroup) << Gone;
    GroupReading otherList = group;
    otherList.said.removeLast();
    QTest::newRow("the list is another") << Reading(otherList) << Changed;
    GroupReading noCountry = group;
    noCountry.countries.append(u"QQ"_s);
    QTest::newRow("no such country") << Reading(noCountry) << OtherCodes;
}

void OverlayTest::toBeReadAgain()
{
    QFETCH(Reading, reading);
    QFETCH(ToReadAgain::Because, because);
    Overlay overlay;
    overlay.set(reading);
    const OfficeRules office = officeRules(std::make_shared<const language::RuleBook>(catalogue()), overlay);
    QCOMPARE(office.toReadAgain.size(), 1);
    QCOMPARE(office.toReadAgain.first().because, because);
    QVERIFY(office.toReadAgain.first().now.isEmpty() == (because == ToReadAgain::Because::Gone));
    // It changes nothing.
    const QList<NamedRule> before = namedRules(catalogue());
    const QList<NamedRule> after = namedRules(*office.rules);
    for (qsizetype i = 0; i < before.size(); ++i)
        QCOMPARE(after[i].verified, before[i].verified);
    for (const language::CountryGroup &group : office.rules->countryGroups)
        QCOMPARE(group.countries, catalogue().countryGroups[group.id].countries);
}

void OverlayTest::anEmptyOverlayShares()
{
    const auto plain = std::make_shared<const language::RuleBook>(catalogue());
    QVERIFY(officeRules(plain, {}).rules == plain);
}

QTEST_GUILESS_MAIN(OverlayTest)
#include "overlay_test.moc"
