// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"

#include "sample_catalogue.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;

// No bytes whatever may crash or hang the compiler, or be refused without a place that exists in the file.
class TestBrokenSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void randomBytes();
    void randomYaml();
    void changedSample();
    void cutSample();

private:
    void check(const store::Sources &sources)
    {
        const auto rules = compiler::compile(sources);
        if (rules) {
            ++m_good;
            return;
        }
        QVERIFY(!rules.error().isEmpty());
        for (const auto &error : rules.error()) {
            const auto file = std::ranges::find(sources, error.at.file, &store::SourceFile::path);
            QVERIFY2(file != sources.end(), qPrintable(error.toText()));
            const qsizetype lines = file->bytes.count('\n') + 1;
            QVERIFY2(error.at.line >= 1 && error.at.line <= lines + 1 && error.at.column >= 1,
                     qPrintable(error.toText()));
            QVERIFY2(!error.message.isEmpty(), qPrintable(error.toText()));
        }
    }
    int m_good = 0;
};

void TestBrokenSources::randomBytes()
{
    QRandomGenerator random(20240901);
    for (int round = 0; round < 1000; ++round) {
        QByteArray bytes(random.bounded(200), '\0');
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        check({{u"f.yaml"_s, bytes}});
    }
    QCOMPARE(m_good, 0);
}

void TestBrokenSources::randomYaml()
{
    const QByteArrayList pieces{
        "\n",        "\n  ",        "\n    ",   "- ",      ": ",    "? ",     "|",         ">",        "'",
        "\"",        "#",           "[",        "]",       "{",     "}",      "&a ",       "*a",       "!t ",
        "~",         "---\n",       "...",      "%",       "\t",    "facts:", "entries:",  "state:",   "catalogue:",
        "units:",    "kinds:",      "rules:",   "tables:", "id: a", "when: ", "\"5A001\"", "any:",     "all:",
        "requires:", "categories:", "\xc3\xa9", "1",       "true",  "see:",   "rows:",     "choices:", "members:"};
    QRandomGenerator random(20240902);
    for (int round = 0; round < 4000; ++round) {
        QByteArray bytes;
        for (int count = random.bounded(40); count > 0; --count)
            bytes += pieces[random.bounded(pieces.size())];
        check({{u"f.yaml"_s, bytes}});
    }
}

void TestBrokenSources::changedSample()
{
    const store::Sources sample = sampleSources();
    QRandomGenerator random(20240903);
    int refused = 0;
    for (int round = 0; round < 1000; ++round) {
        store::Sources sources = sample;
        QByteArray &bytes = sources[random.bounded(sources.size())].bytes;
        const QByteArray &other = sample[random.bounded(sample.size())].bytes;
        const qsizetype at = random.bounded(bytes.size());
        const qsizetype length = 1 + random.bounded(12);
        switch (random.bounded(5)) {
        case 0: bytes.remove(at, length); break;
        case 1: bytes.insert(at, other.mid(random.bounded(other.size()), length * 4)); break;
        case 2: bytes[at] = char(random.bounded(256)); break;
        case 3: bytes.replace(at, length, other.mid(random.bounded(other.size()), length)); break;
        default: { // a line twice
            const qsizetype begin = bytes.lastIndexOf('\n', at) + 1;
            const qsizetype end = bytes.indexOf('\n', at) + 1;
            bytes.insert(begin, bytes.mid(begin, end - begin));
        }
        }
        const int before = m_good;
        check(sources);
        refused += m_good == before;
    }
    QVERIFY(refused > 300); // else the changes were none
}

void TestBrokenSources::cutSample()
{
    const store::Sources sample = sampleSources();
    for (qsizetype file = 0; file < sample.size(); ++file) {
        for (qsizetype length = 0; length < sample[file].bytes.size(); length += 37) {
            store::Sources sources = sample;
            sources[file].bytes.truncate(length);
            check(sources);
        }
    }
}

QTEST_GUILESS_MAIN(TestBrokenSources)
#include "tst_broken_sources.moc"
