// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"
#include "catalogue/store/canonical.h"
#include "catalogue/store/catalogue.h"

#include "../compiler/sample_catalogue.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;

/// A list as long as the real one: about 4,000 positions, most of which ask something and have a limit, an
/// exclusion and a note. What it takes to compile, to open and to search it grows with its length and no
/// faster.
class ScaleBenchmark : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void compilesAndOpens();
};

static QByteArray positions(const QString &code, int children)
{
    QString text = u"  \"%1\":\n    title: Synthetic equipment with several properties that matter\n"
                   "    summary: Equipment, assemblies and components that do one thing or another.\n"
                   "    keywords:\n      - gadget\n      - apparatus of %1\n    any:\n"_s.arg(code);
    for (int i = 0; i < children; ++i) {
        const QString label = i < 26 ? QString(QChar(u'a' + i)) : u'a' + QString(QChar(u'a' + i - 26));
        text += u"      %1:\n"
                "        title: Devices above %2 GHz that are longer than %2 m\n"
                "        summary: In plain words what an engineer would call it, with the telling number.\n"
                "        keywords:\n          - device %2\n"
                "        asks: Is it specially designed for the synthetic purpose number %2?\n"
                "        judgement: true\n"
                "        when: side > %2 m and (side * side <= 5000 m² or item.entries within (\"5A001\"))\n"
                "        not_if:\n"
                "          - title: Small ones\n"
                "            text: Those below the limit are left out.\n"
                "            when: side < %2 µm\n"
                "        notes:\n          - technical: The length is measured over the whole device.\n"_s.arg(label)
                    .arg(i + 1);
    }
    return text.toUtf8();
}

static store::Sources longList(int entries, int children)
{
    store::Sources sources = sampleSources();
    QByteArray text = "category: 5P1\npart: 2\ngroup: B\nentries:\n";
    for (int i = 0; i < entries; ++i)
        text += positions(u"5B%1"_s.arg(i, 3, 10, '0'_L1), children);
    sources.append({u"long.yaml"_s, text});
    return sources;
}

void ScaleBenchmark::compilesAndOpens()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"long.sqlite"_s);
    const store::Sources sources = longList(100, 39);
    QElapsedTimer timer;
    timer.start();
    const auto rules = compiler::compile(sources);
    QVERIFY(rules);
    QVERIFY(rules->entryOrder.size() > 4000);
    const qint64 compiled = timer.restart();
    const auto done = compiler::write(*rules, sources, path);
    QVERIFY(done);
    const qint64 written = timer.restart();
    const auto catalogue = store::Catalogue::open(path);
    QVERIFY(catalogue);
    const qint64 opened = timer.restart();
    QVERIFY(catalogue->search(u"device 7"_s));
    QVERIFY(catalogue->search(u"5b12"_s));
    const qint64 searched = timer.restart();
    QVERIFY(catalogue->verifyIntegrity());
    const qint64 verified = timer.restart();
    const qint64 size = QFileInfo(path).size();
    qInfo("%lld positions: compiled in %lld ms, written in %lld ms, opened in %lld ms, two searches in %lld "
          "ms, verified in "
          "%lld ms; %lld kB",
          qlonglong(rules->entryOrder.size()), compiled, written, opened, searched, verified, size / 1024);
    QVERIFY(compiled + written < 20000);
    QVERIFY(opened < 1000); // 300 in a release; a development build is slower, and other programs run beside it
    QVERIFY(size < 25 * 1024 * 1024);
}

QTEST_GUILESS_MAIN(ScaleBenchmark)
#include "scale_benchmark.moc"
