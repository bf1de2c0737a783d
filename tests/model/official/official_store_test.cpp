// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own database of official text.
#include "model/official/officialstore.h"
#include "model/official/structure.h"

#include "officialtesting.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::official;
using namespace clearway::officialtest;

class OfficialStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAll();
    void aNewerImportReplacesAll();
    void nothingImported();
    void cancelLeavesTheOldOne();
    void afterAnErrorTheOldOneIsWhole();
    void otherFiles_data();
    void otherFiles();
    void ofItsOwnerAlone();
};

using Kind = OfficialError::Kind;

static OfficialText sampleText(const QString &title)
{
    OfficialText text = structured(paragraphs(smallList()));
    text.instrument = {title,
                       u"F2030L00001"_s,
                       QDate(2030, 3, 3),
                       u"docx"_s,
                       u"list.docx"_s,
                       QString(64, u'a'),
                       QDateTime(QDate(2030, 4, 1), QTime(8, 30), QTimeZone::UTC)};
    return text;
}

static Result<void> keep(const QString &path, const OfficialText &text, const Control &control = {})
{
    auto store = OfficialStore::open(path, OfficialStore::Access::Write);
    if (!store)
        return std::unexpected(store.error());
    return store->replace(text, control);
}

void OfficialStoreTest::keepsAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deep/er/official.sqlite"_s);
    const OfficialText text = sampleText(u"One"_s);
    const auto kept = keep(path, text);
    QVERIFY2(kept.has_value(), kept ? "" : qPrintable(kept.error().toText()));
    const auto store = OfficialStore::open(path, OfficialStore::Access::Read);
    QVERIFY(store.has_value());
    QCOMPARE(*store->instrument(), text.instrument);
    const auto whole = store->whole();
    QVERIFY(whole.has_value());
    QCOMPARE(whole->entries, text.entries);
    QCOMPARE(whole->others, text.others);
    for (const OfficialEntry &entry : text.entries)
        QCOMPARE(store->entry(entry.code)->value(), entry);
    QVERIFY(!store->entry(u"7A999"_s)->has_value());
    QVERIFY(!store->entry(u"' OR 1 = 1 --"_s)->has_value());
}

void OfficialStoreTest::aNewerImportReplacesAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"official.sqlite"_s);
    QVERIFY(keep(path, sampleText(u"One"_s)).has_value());
    OfficialText second = sampleText(u"Two"_s);
    second.entries.resize(1);
    second.others.clear();
    QVERIFY(keep(path, second).has_value());
    const auto store = OfficialStore::open(path, OfficialStore::Access::Read);
    QVERIFY(store.has_value());
    const auto whole = store->whole();
    QVERIFY(whole.has_value());
    QCOMPARE(whole->instrument.title, u"Two"_s);
    QCOMPARE(whole->entries, second.entries);
    QVERIFY(whole->others.isEmpty());
}

void OfficialStoreTest::nothingImported()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"official.sqlite"_s);
    const auto missing = OfficialStore::open(path, OfficialStore::Access::Read);
    QVERIFY(!missing && missing.error().kind == Kind::NotImported);
    QVERIFY(!QFileInfo::exists(path));
    // Made, and the import did not come to its end.
    QVERIFY(OfficialStore::open(path, OfficialStore::Access::Write).has_value());
    const auto empty = OfficialStore::open(path, OfficialStore::Access::Read);
    QVERIFY(empty.has_value());
    QVERIFY(empty->instrument().error().kind == Kind::NotImported);
    QVERIFY(empty->entry(u"7A001"_s).error().kind == Kind::NotImported);
    QVERIFY(empty->whole().error().kind == Kind::NotImported);
}

void OfficialStoreTest::cancelLeavesTheOldOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"official.sqlite"_s);
    QVERIFY(keep(path, sampleText(u"One"_s)).has_value());
    std::stop_source source;
    const Control control{[&](int) { source.request_stop(); }, source.get_token()};
    const auto kept = keep(path, sampleText(u"Two"_s), control);
    QVERIFY(!kept && kept.error().kind == Kind::Cancelled);
    const auto store = OfficialStore::open(path, OfficialStore::Access::Read);
    QVERIFY(store.has_value());
    QCOMPARE(store->instrument()->title, u"One"_s);
    QCOMPARE(store->whole()->entries, sampleText(u"One"_s).entries);
}

void OfficialStoreTest::afterAnErrorTheOldOneIsWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"official.sqlite"_s);
    QVERIFY(keep(path, sampleText(u"One"_s)).has_value());
    OfficialText twice = sampleText(u"Two"_s);
    twice.entries.append(twice.entries.first()); // a code may stand there once
    const auto kept = keep(path, twice);
    QVERIFY(!kept && kept.error().kind == Kind::Storage);
    QVERIFY(kept.error().toText().contains(u"official.sqlite"_s));
    const auto store = OfficialStore::open(path, OfficialStore::Access::Read);
    QVERIFY(store.has_value());
    QCOMPARE(store->whole()->entries, sampleText(u"One"_s).entries);
}

void OfficialStoreTest::otherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("a letter, which somebody would miss").repeated(100);
    QTest::newRow("half a database") << QByteArray("SQLite format 3\0 and no more", 29);
}

void OfficialStoreTest::otherFiles()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mine.txt"_s);
    QVERIFY(writeFile(path, bytes));
    for (const auto access : {OfficialStore::Access::Read, OfficialStore::Access::Write}) {
        const auto store = OfficialStore::open(path, access);
        QVERIFY(!store.has_value());
        QVERIFY(store.error().kind == Kind::Storage);
        QVERIFY(store.error().toText().contains(u"mine.txt"_s));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    QVERIFY(!OfficialStore::open(folder.path(), OfficialStore::Access::Write).has_value());
}

void OfficialStoreTest::ofItsOwnerAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"official.sqlite"_s);
    QVERIFY(keep(path, sampleText(u"One"_s)).has_value());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));
    QCOMPARE(databaseBeside(folder.filePath(u"register.sqlite"_s)), path);
}

QTEST_GUILESS_MAIN(OfficialStoreTest)
#include "official_store_test.moc"
