// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An Act from its file: the same in all four formats, and what is said of files that are none.
#include "model/official/import.h"
#include "model/official/lawstructure.h"
#include "model/official/officialstore.h"
#include "model/official/structure.h"

#include "officialtesting.h"
#include "reasoningtesting.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::official;
using namespace clearway::officialtest;
using Kind = OfficialError::Kind;

class LawReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allFormats_data();
    void allFormats();
    void refusals_data();
    void refusals();
    void cutAnywhere_data();
    void cutAnywhere();
    void cancelled();
    void theListIsStillTheList();
    void keptSideBySide();
    void aDatabaseOfBefore();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    Result<ImportedText> read(const QString &name, const Control &control = {}) const
    {
        return readInstrument(file(name), testing::catalogue(), m_reader, control);
    }
    QTemporaryDir m_folder;
    documents::ReaderProcess m_reader{QStringLiteral(CLEARWAY_READER)};
};

static QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The act with one paragraph changed.
static QList<Line> actWith(const QString &piece, const QString &by)
{
    QList<Line> lines = smallAct();
    for (Line &line : lines)
        line.text.replace(piece, by);
    return lines;
}

void LawReadingTest::initTestCase()
{
    QVERIFY(writeZip(file(u"act.docx"_s), docx(smallAct())));
    QVERIFY(writeZip(file(u"act.epub"_s), epub(smallAct())));
    QVERIFY(writeFile(file(u"act.html"_s), html(smallAct())));
    QVERIFY(writeFile(file(u"act.pdf"_s), pdf(smallAct())));
}

void LawReadingTest::allFormats_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"docx", "epub", "html", "pdf"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void LawReadingTest::allFormats()
{
    QFETCH(QString, format);
    const auto imported = read(u"act."_s + format);
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().toText()));
    const auto *law = std::get_if<LawText>(&*imported);
    QVERIFY(law);
    QCOMPARE(law->instrument.format, format);
    QCOMPARE(law->instrument.title, u"Defence Trade Controls Act 2012"_s);
    QCOMPARE(law->instrument.compilation, u"9"_s);
    QCOMPARE(law->instrument.compiled, QDate(2024, 10, 14));
    QCOMPARE(law->instrument.fileName, u"act."_s + format);
    QCOMPARE(law->instrument.sha256.size(), 64);
    const QList<LawSection> expected = lawStructured(paragraphs(smallAct())).sections;
    QStringList numbers;
    QStringList expectedNumbers;
    for (const LawSection &section : law->sections)
        numbers.append(section.number + u' ' + section.heading);
    for (const LawSection &section : expected)
        expectedNumbers.append(section.number + u' ' + section.heading);
    QCOMPARE(numbers, expectedNumbers);
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QCOMPARE(law->sections[i].path, expected[i].path);
        QCOMPARE(law->sections[i].inSchedule, expected[i].inSchedule);
        for (qsizetype k = 0; k < std::min(expected[i].lines.size(), law->sections[i].lines.size()); ++k)
            QCOMPARE(law->sections[i].lines[k], expected[i].lines[k]);
        QCOMPARE(law->sections[i].lines.size(), expected[i].lines.size());
    }
}

void LawReadingTest::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind, const char *words) {
        QTest::newRow(name) << bytes << kind << QString::fromUtf8(words);
    };
    row("nothing", {}, Kind::NotAnArchive, "DOCX, EPUB, HTML or PDF");
    row("a letter", "Dear colleague, thank you.", Kind::NotAnArchive, "DOCX, EPUB, HTML or PDF");
    row("another law", html(actWith(u"Defence Trade Controls Act 2012"_s, u"Lawn Mowing Act 1999"_s)), Kind::NotKnown,
        "“Lawn Mowing Act 1999”; the catalogue names: ");
    row("a page without a title", "<html><body><p>Good morning</p></body></html>", Kind::NotKnown, "no title");
    row("an act without sections",
        "<html><body><p class='ShortT'>Defence Trade Controls Act 2012</p><p>Hello</p></body></html>", Kind::NoSections,
        "begins a section");
    row("a PDF of pictures", pdf({}).replace(" Tj", " zz"), Kind::NoText, "holds no text");
    row("a PDF that is none", "%PDF-1.7 and no more", Kind::Malformed, "damaged");
    row("a page without anything", "<html></html>", Kind::NoText, "holds no text");
    QByteArray deep = "<html><body>";
    for (int i = 0; i < 20000; ++i)
        deep += "<div>";
    row("a deep page", deep + "<p>Defence Trade Controls Act 2012</p>", Kind::Malformed, "damaged");
    QByteArray list =
        html(smallAct()).replace("Defence Trade Controls Act 2012", "Defence and Strategic Goods List 2024");
    row("the list as a page", list, Kind::NotTheList, "none of its");
}

void LawReadingTest::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Kind, kind);
    QFETCH(QString, words);
    QVERIFY(writeFile(file(u"wrong.bin"_s), bytes));
    const auto imported = read(u"wrong.bin"_s);
    QVERIFY(!imported);
    const QString text = imported.error().toText();
    QVERIFY2(imported.error().kind == kind, qPrintable(text));
    QVERIFY2(text.contains(words) && text.contains(u"wrong.bin"_s) && text.contains(u"Expected is"_s),
             qPrintable(text));
}

void LawReadingTest::cutAnywhere_data()
{
    allFormats_data();
}

void LawReadingTest::cutAnywhere()
{
    QFETCH(QString, format);
    const QByteArray whole = bytesOf(file(u"act."_s + format));
    for (int tenth = 0; tenth < 10; ++tenth) {
        QVERIFY(writeFile(file(u"cut.bin"_s), whole.first(whole.size() * tenth / 10)));
        const auto imported = read(u"cut.bin"_s);
        // Half a page is a page; of the others nothing may be taken for whole without being so.
        if (!imported)
            QVERIFY(!imported.error().toText().isEmpty());
        else
            QVERIFY2(format == "html"_L1 || format == "pdf"_L1, qPrintable(QString::number(tenth)));
    }
}

void LawReadingTest::cancelled()
{
    std::stop_source source;
    source.request_stop();
    for (const QString &name : {u"act.docx"_s, u"act.pdf"_s, u"act.html"_s}) {
        const auto imported = read(name, {{}, source.get_token()});
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, Kind::Cancelled);
    }
}

void LawReadingTest::theListIsStillTheList()
{
    QVERIFY(writeZip(file(u"list.docx"_s), docx(smallList())));
    const auto imported = read(u"list.docx"_s);
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().toText()));
    const auto *list = std::get_if<OfficialText>(&*imported);
    QVERIFY(list);
    QCOMPARE(list->entries, structured(paragraphs(smallList())).entries);
}

static LawText lawOf(Result<ImportedText> imported)
{
    LawText law = std::get<LawText>(std::move(*imported));
    law.instrument.imported = QDateTime::fromString(u"2026-03-01T08:00:00Z"_s, Qt::ISODate);
    return law;
}

void LawReadingTest::keptSideBySide()
{
    const QString path = file(u"deep/official.sqlite"_s);
    const LawText first = lawOf(read(u"act.docx"_s));
    QVERIFY(writeZip(file(u"older.docx"_s), docx(actWith(u"Compilation No. 9"_s, u"Compilation No. 8"_s))));
    const LawText older = lawOf(read(u"older.docx"_s));
    {
        auto store = OfficialStore::open(path, OfficialStore::Access::Write);
        QVERIFY(store);
        QVERIFY(store->laws()->isEmpty());
        QVERIFY(store->keep(first));
        QVERIFY(store->keep(older));
        QVERIFY(store->keep(lawOf(read(u"act.pdf"_s)))); // in place of the first
        OfficialText list = structured(paragraphs(smallList()));
        list.instrument = {
            u"A list"_s, {}, {}, u"docx"_s, u"list.docx"_s, QString(64, u'a'), first.instrument.imported};
        QVERIFY(store->replace(list));
    }
    const auto store = OfficialStore::open(path, OfficialStore::Access::Read);
    QVERIFY(store);
    QCOMPARE(store->instrument()->title, u"A list"_s);
    const auto laws = store->laws();
    QVERIFY(laws);
    QCOMPARE(laws->size(), 2);
    QCOMPARE(laws->at(0).instrument, older.instrument);
    QCOMPARE(laws->at(0).sections, older.sections);
    QCOMPARE(laws->at(1).instrument.format, u"pdf"_s);
    QCOMPARE(laws->at(1).sections.size(), first.sections.size());
    // A cancelled import leaves what was there.
    auto again = OfficialStore::open(path, OfficialStore::Access::Write);
    std::stop_source source;
    source.request_stop();
    QCOMPARE(again->keep(first, {{}, source.get_token()}).error().kind, Kind::Cancelled);
    QCOMPARE(again->laws()->at(1).instrument.format, u"pdf"_s);
}

void LawReadingTest::aDatabaseOfBefore()
{
    // As version 1 left it: the list alone.
    const QString path = file(u"before.sqlite"_s);
    OfficialText list = structured(paragraphs(smallList()));
    list.instrument = {
        u"A list"_s, {}, {}, u"docx"_s, u"list.docx"_s, QString(64, u'a'), QDateTime::currentDateTimeUtc()};
    QVERIFY(OfficialStore::open(path, OfficialStore::Access::Write)->replace(list));
    QByteArray bytes = bytesOf(path);
    bytes[63] = 1; // the number of the version, where SQLite keeps it
    QVERIFY(writeFile(path, bytes));
    auto store = OfficialStore::open(path, OfficialStore::Access::Write);
    QVERIFY(store);
    QCOMPARE(store->whole()->entries, list.entries);
    QVERIFY(store->laws()->isEmpty());
    QVERIFY(store->keep(lawOf(read(u"act.docx"_s))));
    QCOMPARE(store->laws()->size(), 1);
    QCOMPARE(store->whole()->entries, list.entries);
}

QTEST_GUILESS_MAIN(LawReadingTest)
#include "law_reading_test.moc"
