// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/language/helptext.h"

#include "catalogue/language/rulebook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

class HelpTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void members_data();
    void members();
    void namesGroups();
};

static RuleBook bookWith(bool verified)
{
    RuleBook rules;
    rules.countries = {{u"DE"_s, u"Germany"_s}, {u"AT"_s, u"Austria"_s}, {u"JP"_s, u"Japan"_s}};
    CountryGroup friends;
    friends.id = u"friends"_s;
    friends.instrument = u"Instrument 7 of 2024"_s;
    friends.verified = verified;
    friends.countries = {u"DE"_s, u"JP"_s, u"AT"_s};
    rules.countryGroups.insert(friends.id, friends);
    return rules;
}

void HelpTextTest::members_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("verified");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing named") << u"Tick one."_s << true << u"Tick one."_s;
    QTest::newRow("read in the instrument") << u"These are {countries of friends}."_s << true
                                            << u"These are Austria, Germany, Japan (Instrument 7 of 2024)."_s;
    QTest::newRow("from memory") << u"{countries of friends}"_s << false
                                 << u"Austria, Germany, Japan (from memory: check the instrument)"_s;
    QTest::newRow("named twice") << u"{countries of friends}; {countries of friends}"_s << true
                                 << u"Austria, Germany, Japan (Instrument 7 of 2024); "
                                    "Austria, Germany, Japan (Instrument 7 of 2024)"_s;
    QTest::newRow("unknown group") << u"{countries of others}"_s << true << u"{countries of others}"_s;
    QTest::newRow("other braces") << u"{friends} %1"_s << true << u"{friends} %1"_s;
}

void HelpTextTest::members()
{
    QFETCH(QString, text);
    QFETCH(bool, verified);
    QTEST(helpText(text, bookWith(verified)), "shown");
}

void HelpTextTest::namesGroups()
{
    QCOMPARE(groupsNamedIn(u"{countries of a_1} and {countries of b}, not {c}"_s), (QStringList{u"a_1"_s, u"b"_s}));
}

QTEST_GUILESS_MAIN(HelpTextTest)
#include "helptext_test.moc"
