// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"
#include "catalogue/store/catalogue.h"

#include "../compiler/sample_catalogue.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::store;

class TestSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void keepsToTheLimit();
    void takesAnyCharacters();

private:
    QStringList codes(const QString &typed, int limit = 50) const
    {
        const auto hits = m_catalogue->search(typed, limit);
        QStringList found;
        if (!hits)
            return {hits.error().detail};
        for (const SearchHit &hit : *hits)
            found.append(hit.code);
        return found;
    }
    QTemporaryDir m_folder;
    std::optional<Catalogue> m_catalogue;
};

void TestSearch::initTestCase()
{
    const QString path = m_folder.filePath(u"c.sqlite"_s);
    const auto rules = compiler::compile(sampleSources());
    QVERIFY(rules);
    QVERIFY(compiler::write(*rules, sampleSources(), path));
    auto opened = Catalogue::open(path);
    QVERIFY(opened);
    m_catalogue.emplace(std::move(*opened));
}

void TestSearch::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const QString &typed, const QStringList &found) {
        QTest::addRow("%s", qPrintable(u'<' + typed + u'>')) << typed << found;
    };
    const QString b = u"5A001.b"_s;
    const QStringList below{b, b + u".1"_s, b + u".2"_s, b + u".3"_s};
    row({}, {});
    row(u"  \t "_s, {});
    row(u"*"_s, {});
    row(u"\"\""_s, {});
    row(u"5A001.b.3."_s, {b + u".3"_s});
    row(u"5a1b3"_s, {b + u".3"_s});
    row(u"5 a 1 b"_s, below);
    row(u"5a101"_s, {u"5A101"_s});
    row(u"a 5a1b1 radio"_s, {b + u".1"_s}); // a code among words stands first and alone
    row(u"wireless"_s, {u"5A001"_s});
    row(u"Transceivers"_s, {u"5A001"_s});        // the stem
    row(u"transc"_s, {u"5A001"_s});              // a beginning
    row(u"equipement special"_s, {b + u".3"_s}); // without its accents
    row(u"ÜBERWACHUNG"_s, {b + u".3"_s});
    row(u"radio telemetry"_s, {u"5A101"_s, u"5A001"_s}); // no entry has both: those that have one
    row(u"no such word"_s, {});
    row(u"radio OR telemetry"_s, {u"5A101"_s, u"5A001"_s}); // "or" is a word like others
    row(u"title:wireless"_s, {u"5A001"_s});                 // no column of that name
    row(u"'; DROP TABLE entry; --"_s, {});
}

void TestSearch::finds()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, found);
    const QStringList got = codes(typed);
    if (found.isEmpty() || got.isEmpty())
        QCOMPARE(got, found);
    QCOMPARE(got.first(qMin(got.size(), found.size())), found);
    const auto hits = m_catalogue->search(typed);
    QVERIFY(hits);
    for (const SearchHit &hit : *hits) {
        QCOMPARE(hit.title, m_catalogue->rules().entries.value(hit.code).title);
        QCOMPARE(hits->count(hit), 1);
    }
    for (qsizetype place = 1; place < hits->size(); ++place)
        QVERIFY(hits->at(place - 1).score >= hits->at(place).score);
}

void TestSearch::keepsToTheLimit()
{
    QCOMPARE(codes(u"5a1"_s, 3), (QStringList{u"5A001"_s, u"5A001.a"_s, u"5A001.b"_s}));
    QCOMPARE(codes(u"radio"_s, 1), QStringList{u"5A001"_s});
    QCOMPARE(codes(u"radio"_s, 0), QStringList());
    QCOMPARE(codes(u"radio"_s, -1), QStringList());
}

void TestSearch::takesAnyCharacters()
{
    QRandomGenerator random(20240904);
    const QString pieces = u"\"'*():^+-{}[]\\;%_~|&<>=!?.,/ \taé5٥µ\u0301\u200f\U0001F600字NEAR AND OR NOT radio"_s;
    for (int round = 0; round < 2000; ++round) {
        QString typed;
        for (int count = random.bounded(30); count > 0; --count)
            typed += round % 3 ? pieces[random.bounded(pieces.size())] : QChar(char16_t(random.bounded(0x10000)));
        const auto hits = m_catalogue->search(typed);
        QVERIFY2(hits, qPrintable(typed));
    }
    QVERIFY(m_catalogue->search(u"radio "_s.repeated(100'000)));
    QVERIFY(m_catalogue->search(u"x"_s.repeated(1'000'000)));
    QVERIFY(m_catalogue->verifyIntegrity());
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
