// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/sources.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace clearway;

class TestSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsYamlBelowTheFolderInOrder();
    void followsLinksInside();
    void refusesWhatIsNoSource();
    void refusesUnreadableFiles();
    void refusesLargeFiles();
    void refusesFolders();

private:
    void put(const QString &path, const QByteArray &bytes) const
    {
        const QFileInfo info(m_folder->filePath(path));
        QVERIFY(QDir().mkpath(info.path()));
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QStringList refusals() const
    {
        const auto sources = compiler::readSources(m_folder->path());
        QStringList said;
        if (!sources) {
            for (const auto &error : sources.error())
                said.append(error.toText());
        }
        return said;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSources::readsYamlBelowTheFolderInOrder()
{
    put(u"z.yaml"_s, "z");
    put(u"law/a.yaml"_s, "a");
    put(u"a b/µ.yaml"_s, "m");
    put(u"README.md"_s, "no");
    put(u"x.yaml.orig"_s, "no");
    const auto sources = compiler::readSources(m_folder->path());
    QVERIFY(sources);
    QCOMPARE(*sources, (store::Sources{{u"a b/µ.yaml"_s, "m"}, {u"law/a.yaml"_s, "a"}, {u"z.yaml"_s, "z"}}));
}

void TestSources::followsLinksInside()
{
    put(u"a/one.yaml"_s, "1");
    QVERIFY(QFile::link(m_folder->filePath(u"a/one.yaml"_s), m_folder->filePath(u"two.yaml"_s)));
    const auto sources = compiler::readSources(m_folder->path());
    QVERIFY(sources);
    QCOMPARE(sources->size(), 2);
    QCOMPARE(sources->at(1), (store::SourceFile{u"two.yaml"_s, "1"}));
}

void TestSources::refusesWhatIsNoSource()
{
    QTemporaryDir outside;
    QFile other(outside.filePath(u"secret.yaml"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    put(u"good.yaml"_s, "a: 1");
    put(u"slip.yml"_s, "a: 1");
    QVERIFY(QFile::link(other.fileName(), m_folder->filePath(u"away.yaml"_s)));
    QVERIFY(QFile::link(u"nowhere"_s, m_folder->filePath(u"lost.yaml"_s)));
    QVERIFY(QDir(m_folder->path()).mkpath(u"real"_s));
    QVERIFY(QFile::link(m_folder->filePath(u"real"_s), m_folder->filePath(u"folder.yaml"_s)));
    QCOMPARE(refusals(), (QStringList{
                             u"away.yaml:1:1: the link leaves the folder of the sources; expected a file inside it"_s,
                             u"folder.yaml:1:1: this is not a plain file; expected a file"_s,
                             u"lost.yaml:1:1: the link leads nowhere; expected a file"_s,
                             u"slip.yml:1:1: the file's name ends in .yml, and would not be read; expected .yaml"_s,
                         }));
}

void TestSources::refusesUnreadableFiles()
{
    if (::geteuid() == 0)
        QSKIP("the superuser can read every file");
    put(u"closed.yaml"_s, "a: 1");
    QVERIFY(QFile::setPermissions(m_folder->filePath(u"closed.yaml"_s), {}));
    QCOMPARE(refusals().size(), 1);
    QVERIFY(refusals().first().startsWith("closed.yaml:1:1: the file cannot be read: "_L1));
}

void TestSources::refusesLargeFiles()
{
    QFile file(m_folder->filePath(u"large.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(compiler::largestSource + 1));
    QCOMPARE(refusals(), QStringList{u"large.yaml:1:1: the file has 20000001 bytes; expected at most 20000000"_s});
}

void TestSources::refusesFolders()
{
    const QString empty = m_folder->path();
    QCOMPARE(refusals(),
             QStringList{empty + u":1:1: the folder holds no sources; expected files whose names end in .yaml"_s});
    const auto missing = compiler::readSources(m_folder->filePath(u"none"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().size(), 1);
    QCOMPARE(missing.error().first().message, u"there is no such folder"_s);
    put(u"file.yaml"_s, "a: 1");
    QVERIFY(!compiler::readSources(m_folder->filePath(u"file.yaml"_s)));
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
