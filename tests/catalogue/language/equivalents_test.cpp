// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/equivalents.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

class EquivalentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fits_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("fits");
        const auto row = [](const QString &pattern, const QString &code, bool fits) {
            QTest::addRow("%s of %s", qPrintable(pattern), qPrintable(code)) << pattern << code << fits;
        };
        row(u"5A001"_s, u"5A001"_s, true);
        row(u"5A001"_s, u"5A001.b.3"_s, true);
        row(u"5A001"_s, u"5A0011"_s, false);
        row(u"5A001.b"_s, u"5A001.b.3"_s, true);
        row(u"5A001.b"_s, u"5A001"_s, false);
        row(u"??0??"_s, u"5A001.b.3"_s, true);
        row(u"??0??"_s, u"5A101"_s, false);
        row(u"??0??"_s, u"ML1"_s, false);
        row(u"?A0??"_s, u"6A003"_s, true);
        row(u"?A0??"_s, u"6D003"_s, false);
        row(u"ML?"_s, u"ML8.a"_s, true);
        row(u"ML?"_s, u"ML10"_s, false);
        row(u"ML1?"_s, u"ML10"_s, true);
        row(u"ML9??"_s, u"ML904"_s, true);
        row(u"ML9??"_s, u"ML9"_s, false);
    }
    void fits()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, code);
        QFETCH(bool, fits);
        QCOMPARE(codeFits(pattern, code), fits);
    }

    void wider_data()
    {
        QTest::addColumn<QString>("wide");
        QTest::addColumn<QString>("narrow");
        QTest::addColumn<bool>("covers");
        QTest::newRow("itself") << u"??0??"_s << u"??0??"_s << true;
        QTest::newRow("narrower") << u"??0??"_s << u"5?0??"_s << true;
        QTest::newRow("wider") << u"5?0??"_s << u"??0??"_s << false;
        QTest::newRow("a position") << u"??0??"_s << u"5A001.b"_s << true;
        QTest::newRow("its parent") << u"5A001.b"_s << u"5A001"_s << false;
        QTest::newRow("another family") << u"??0??"_s << u"??1??"_s << false;
    }
    void wider()
    {
        QFETCH(QString, wide);
        QFETCH(QString, narrow);
        QFETCH(bool, covers);
        QCOMPARE(clearway::language::covers(wide, narrow), covers);
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("number"); // null: none
        QTest::newRow("none") << QString() << u"5A001"_s << u""_s;
        QTest::newRow("as it is") << u"{code}"_s << u"5A001"_s << u"5A001"_s;
        QTest::newRow("in parts") << u"{category}.{group}.{number}"_s << u"5A001"_s << u"5.A.1"_s;
        QTest::newRow("longer number") << u"{category}.{group}.{number}"_s << u"6A012"_s << u"6.A.12"_s;
        QTest::newRow("munitions") << u"ML{number}"_s << u"ML10"_s << u"ML10"_s;
        QTest::newRow("another") << u"3B903"_s << u"3B902"_s << u"3B903"_s;
        QTest::newRow("unknown name") << u"{letter}"_s << u"5A001"_s << QString();
        QTest::newRow("not closed") << u"{code"_s << u"5A001"_s << QString();
        QTest::newRow("munitions have no group") << u"{group}"_s << u"ML10"_s << QString();
    }
    void numbers()
    {
        QFETCH(QString, form);
        QFETCH(QString, code);
        QFETCH(QString, number);
        const std::optional<QString> found = numberFor(form, code);
        QCOMPARE(found.has_value(), !number.isNull());
        QCOMPARE(found.value_or(QString()), number.isNull() ? QString() : number);
    }

    void theFirstRuleDecides_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("of"); // empty: no rule fits
        QTest::addColumn<QString>("number");
        QTest::newRow("by the pattern") << u"5A001"_s << u"5A001"_s << u"5.A.1"_s;
        QTest::newRow("below") << u"5A001.a.2"_s << u"5A001"_s << u"5.A.1"_s;
        QTest::newRow("an exception below") << u"5A001.b.3"_s << u"5A001.b"_s << u"X"_s;
        QTest::newRow("none by rule") << u"5A002"_s << u"5A002"_s << QString();
        QTest::newRow("not spoken of") << u"ML1"_s << QString() << QString();
    }
    void theFirstRuleDecides()
    {
        QFETCH(QString, code);
        QFETCH(QString, of);
        QFETCH(QString, number);
        RuleBook rules;
        rules.equivalents = {{u"a"_s,
                              u"A"_s,
                              u"1"_s,
                              {},
                              {{{u"5A002"_s}, {}, u"none"_s, false},
                               {{u"5A003"_s, u"5A001.b"_s}, u"X"_s, u"other"_s, true},
                               {{u"??0??"_s}, u"{category}.{group}.{number}"_s, u"family"_s, true}}}};
        const QList<Equivalent> found = equivalentsOf(code, rules);
        QCOMPARE(found.isEmpty(), of.isEmpty());
        if (found.isEmpty())
            return;
        QCOMPARE(found.first().list, &rules.equivalents.first());
        QCOMPARE(found.first().of, of);
        QCOMPARE(found.first().number, number);
        QCOMPARE(found.first().verified, !number.isEmpty());
        QVERIFY(!found.first().note.isEmpty());
    }
};

QTEST_GUILESS_MAIN(EquivalentsTest)
#include "equivalents_test.moc"
