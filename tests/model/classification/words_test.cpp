// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/classification/words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::classification;

class WordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stems_data();
    void stems();
    void saysWhereTheyStand();
    void keepsAcronymsApart();
    void findsAmbiguousAcronyms();
    void plainWordsAreMarked();
    void readsTheBeginningOfALongText();
};

void WordsTest::stems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stems");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("words that tell nothing") << u"The use of it by their own"_s << QString();
    QTest::newRow("endings") << u"encrypted encryption; gyroscopes"_s << u"encrypt encrypt gyroscop"_s;
    QTest::newRow("marks") << u"Café Poincaré"_s << u"cafe poincar"_s;
    QTest::newRow("marks set apart") << u"Cafe\u0301"_s << u"cafe"_s;
    QTest::newRow("wide letters") << u"ＬＡＳＥＲ"_s << u"laser"_s;
    QTest::newRow("hyphens") << u"radiation-hardened"_s << u"radiat harden"_s;
    QTest::newRow("numbers") << u"CAS 7664-39-3"_s << u"cas 7664 39"_s;
    QTest::newRow("lone surrogate") << u"laser"_s + QChar(0xd800) + u"beam"_s << u"laser beam"_s;
    QTest::newRow("control characters") << u"laser\u0001beam\u0000mirror"_s << u"laser beam mirror"_s;
    QTest::newRow("right to left") << u"ليزر laser"_s << u"ليزر laser"_s;
    QTest::newRow("metacharacters") << u"\"laser\" AND NOT (beam*); DROP TABLE x--"_s << u"laser beam drop tabl"_s;
}

void WordsTest::stems()
{
    QFETCH(QString, text);
    QFETCH(QString, stems);
    QStringList found;
    for (const Word &word : WordReader().read(text))
        found << word.stem;
    QCOMPARE(found.join(u' '), stems);
}

void WordsTest::saysWhereTheyStand()
{
    const QString text = u"Two Cafe\u0301s with 𝐋asers, (gyros)"_s;
    QStringList found;
    for (const Word &word : WordReader().read(text))
        found << text.sliced(word.from, word.length);
    QCOMPARE(found, (QStringList{u"Cafe\u0301s"_s, u"𝐋asers"_s, u"gyros"_s}));
}

void WordsTest::keepsAcronymsApart()
{
    const WordReader reader({u"SEA"_s});
    const auto stem = [&](const QString &text) { return reader.read(text).value(0).stem; };
    QCOMPARE(stem(u"SEA"_s), u"SEA"_s);
    QCOMPARE(stem(u"SEAs"_s), u"SEA"_s);
    QCOMPARE(stem(u"sea"_s), u"sea"_s);
    QCOMPARE(stem(u"Seas"_s), u"sea"_s);
    QCOMPARE(stem(u"UAV"_s), u"uav"_s); // no word, so that its case says nothing
}

void WordsTest::findsAmbiguousAcronyms()
{
    AcronymFinder finder;
    finder.add(u"staphylococcal enterotoxin A, SEA; UAV; HF; COIL"_s);
    finder.add(u"a sea voyage with coils"_s);
    QCOMPARE(finder.ambiguous(), (QSet<QString>{u"SEA"_s, u"COIL"_s, u"HF"_s}));
}

void WordsTest::plainWordsAreMarked()
{
    const QList<Word> words = WordReader().read(u"compatible sizes of gyroscopes"_s);
    QCOMPARE(words.size(), 3);
    QVERIFY(words[0].plain);
    QVERIFY(words[1].plain);
    QVERIFY(!words[2].plain);
}

void WordsTest::readsTheBeginningOfALongText()
{
    const QString text = u"gyroscope "_s.repeated(1'000'000);
    QCOMPARE(WordReader().read(text).size(), WordReader::longestText / 10);
    QVERIFY(WordReader().read(QString(10'000'000, u'x')).isEmpty());
}

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
