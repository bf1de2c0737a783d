// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DOCX and EPUB files: what is read from good ones, and how wrong and hostile ones are refused.
#include "model/official/documentreader.h"
#include "model/official/import.h"

#include "officialtesting.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::official;
using namespace clearway::officialtest;

class OfficialReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothFormats_data();
    void bothFormats();
    void automaticNumbers();
    void formatsAreCompared();
    void refused_data();
    void refused();
    void limits_data();
    void limits();
    void noFile();
    void cancelled();
    void progressRises();
};

using Kind = OfficialError::Kind;

void OfficialReadingTest::bothFormats_data()
{
    QTest::addColumn<bool>("isEpub");
    QTest::newRow("DOCX") << false;
    QTest::newRow("EPUB") << true;
}

void OfficialReadingTest::bothFormats()
{
    QFETCH(const bool, isEpub);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"F2030L00001 as made.bin"_s); // the content decides, not the name
    QVERIFY(writeZip(path, isEpub ? epub(smallList()) : docx(smallList())));
    const auto text = readOfficial(path);
    QVERIFY2(text.has_value(), text ? "" : qPrintable(text.error().toText()));
    QCOMPARE(text->instrument.format, isEpub ? u"epub"_s : u"docx"_s);
    QCOMPARE(text->instrument.registerId, u"F2030L00001"_s);
    QCOMPARE(text->instrument.title, u"List of Invented Goods 2030"_s);
    QCOMPARE(text->instrument.made, QDate(2030, 3, 3));
    QCOMPARE(text->instrument.sha256.size(), 64);
    QStringList codes;
    for (const OfficialEntry &entry : text->entries)
        codes.append(entry.code);
    QCOMPARE(codes.size(), 13);
    QCOMPARE(text->entries[3].wording, u"A length exceeding 5 x 10^2 m; and"_s);
}

void OfficialReadingTest::automaticNumbers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.docx"_s);
    const QByteArray numbering =
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
        "w:val=\"lowerLetter\"/>"
        "</w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";
    const auto paragraph = [](int level, const char *text) -> QByteArray {
        return QByteArray("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"") + QByteArray::number(level)
               + "\"/><w:numId w:val=\"9\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    };
    const QByteArray document =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
        + paragraph(0, "first") + paragraph(1, "third") + paragraph(1, "fourth") + paragraph(0, "second")
        + paragraph(1, "third again") + "</w:body></w:document>";
    QVERIFY(writeZip(path, {{u"word/numbering.xml"_s, numbering}, {u"word/document.xml"_s, document}}));
    const auto read = readDocument(path, {});
    QVERIFY(read.has_value());
    QStringList texts;
    for (const Paragraph &one : read->paragraphs)
        texts.append(cleaned(one.text));
    QCOMPARE(texts, (QStringList{u"a. first"_s, u"3. third"_s, u"4. fourth"_s, u"b. second"_s, u"3. third again"_s}));
}

void OfficialReadingTest::formatsAreCompared()
{
    const QTemporaryDir folder;
    const QString one = folder.filePath(u"one.docx"_s);
    const QString two = folder.filePath(u"two.epub"_s);
    QList<Line> changed = smallList();
    QVERIFY(writeZip(one, docx(changed)));
    QVERIFY(writeZip(two, epub(changed)));
    const auto first = readOfficial(one);
    const auto same = readOfficial(two);
    QVERIFY(first && same);
    QCOMPARE(compared(*first, *same).differences, QList<Difference>());
    changed[14].text = u"2.\tA strength of 21 N or more."_s;
    changed.insert(28, {u"DL0aNB"_s, 1134, u"N.B.:\tSEE ALSO TOPS."_s});
    QVERIFY(writeZip(two, epub(changed)));
    const auto other = readOfficial(two);
    QVERIFY(other.has_value());
    const Comparison comparison = compared(*first, *other);
    QCOMPARE(comparison.differences.size(), 2);
    QCOMPARE(comparison.differences[0].ours, u"A strength of 20 N or more."_s);
    QCOMPARE(comparison.differences[0].theirs, u"A strength of 21 N or more."_s);
    QCOMPARE(comparison.differences[1].ours, QString());
    QCOMPARE(comparison.differences[1].theirs, u"N.B.: SEE ALSO TOPS."_s);
}

void OfficialReadingTest::refused_data()
{
    QTest::addColumn<Parts>("parts"); // none: the bytes are written as they are
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const Parts &parts, const QByteArray &bytes, Kind kind, const char *says) {
        QTest::newRow(name) << parts << bytes << int(kind) << QString::fromUtf8(says);
    };
    const auto word = [](const QByteArray &document) { return Parts{{u"word/document.xml"_s, document}}; };
    const auto withPage = [](const QByteArray &page) {
        Parts parts = epub(smallList());
        parts.last().second = page;
        return parts;
    };
    const auto withPackage = [](const QByteArray &package) {
        Parts parts = epub(smallList());
        parts[2].second = package;
        return parts;
    };
    row("empty", {}, "", Kind::NotAnArchive, "does not begin as a ZIP file");
    row("text", {}, "Defence and Strategic Goods List", Kind::NotAnArchive, "does not begin as a ZIP file");
    row("PDF", {}, "%PDF-1.7\n%%EOF", Kind::NotAnArchive, "does not begin as a ZIP file");
    row("ZIP cut off", {}, "PK\003\004 and no more", Kind::NotAnArchive, "table of contents");
    row("another ZIP", {{u"readme.txt"_s, "hello"}}, {}, Kind::WrongFormat, "without a document");
    row("path that leads out", {{u"../../word/document.xml"_s, "<a/>"}, {u"x"_s, "y"}}, {}, Kind::WrongFormat,
        "without a document");
    row("no XML", word("nothing"), {}, Kind::Malformed, "word/document.xml");
    row("empty XML", word(""), {}, Kind::Malformed, "word/document.xml");
    row("XML cut off", word("<w:document xmlns:w=\"x\"><w:p>"), {}, Kind::Malformed, "word/document.xml");
    row("other XML", word("<a/>"), {}, Kind::NotTheList, "0 paragraphs");
    row("another document", docx({{u"Normal"_s, 0, u"Dear colleague, thank you for your letter."_s}}), {},
        Kind::NotTheList, "1 paragraphs");
    row("laughing entities",
        word("<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><a>&c;</a>"), {},
        Kind::Malformed, "document type");
    row("file entity", word("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"), {}, Kind::Malformed,
        "document type");
    row("document type in DOCX", word("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>"), {}, Kind::Malformed,
        "document type");
    row("parameter entity in EPUB",
        withPage("<!DOCTYPE html [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]><html><body/></html>"), {},
        Kind::Malformed, "one.html");
    row("entities in EPUB", withPage("<!DOCTYPE html [<!ENTITY a \"b\">]><html><body><p>&a;</p></body></html>"), {},
        Kind::Malformed, "document type");
    row("unknown entity in EPUB",
        withPage("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"x\"><html><body><p>&a;</p></body></html>"), {},
        Kind::Malformed, "one.html");
    row("very deep", word(QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300)), {}, Kind::Malformed,
        "deep");
    row("EPUB without its package", {{u"META-INF/container.xml"_s, "<container/>"}}, {}, Kind::WrongFormat, "no part");
    row("EPUB that leads out",
        withPackage("<package><manifest><item id=\"one\" href=\"../../../etc/passwd\"/></manifest>"
                    "<spine><itemref idref=\"one\"/></spine></package>"),
        {}, Kind::Malformed, "not in it");
    row("EPUB that leads to an address",
        withPackage("<package><manifest><item id=\"one\" href=\"file:///etc/passwd\"/></manifest>"
                    "<spine><itemref idref=\"one\"/></spine></package>"),
        {}, Kind::Malformed, "not in it");
    row("EPUB without pages", withPackage("<package/>"), {}, Kind::Malformed, "not in it");
    row("EPUB of a missing page",
        withPackage("<package><manifest><item id=\"one\" href=\"two.html\"/></manifest>"
                    "<spine><itemref idref=\"one\"/></spine></package>"),
        {}, Kind::WrongFormat, "two.html");
}

void OfficialReadingTest::refused()
{
    QFETCH(const Parts, parts);
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, kind);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"given.docx"_s);
    QVERIFY(parts.isEmpty() ? writeFile(path, bytes) : writeZip(path, parts));
    const auto text = readOfficial(path);
    QVERIFY(!text.has_value());
    QVERIFY2(int(text.error().kind) == kind, qPrintable(text.error().toText()));
    const QString message = text.error().toText();
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY2(message.contains(u"given.docx"_s), qPrintable(message));
    QVERIFY2(message.contains(u"Expected is"_s), qPrintable(message));
}

void OfficialReadingTest::limits_data()
{
    QTest::addColumn<qint64>("file");
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<int>("parts");
    QTest::newRow("the file") << 1000LL << (64LL << 20) << (64LL << 20) << 100;
    QTest::newRow("a part") << (64LL << 20) << (1LL << 20) << (64LL << 20) << 100;
    QTest::newRow("all parts") << (64LL << 20) << (64LL << 20) << (1LL << 20) << 100;
    QTest::newRow("their number") << (64LL << 20) << (64LL << 20) << (64LL << 20) << 1;
}

// Eight million spaces become some thousand bytes.
void OfficialReadingTest::limits()
{
    QFETCH(const qint64, file);
    QFETCH(const qint64, part);
    QFETCH(const qint64, total);
    QFETCH(const int, parts);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bomb.docx"_s);
    QVERIFY(writeZip(path, {{u"word/document.xml"_s, "<a>" + QByteArray(8 << 20, ' ') + "</a>"}, {u"b"_s, "b"}}));
    QVERIFY(QFileInfo(path).size() < (1 << 20));
    const auto read = readDocument(path, {}, {.file = file, .part = part, .total = total, .parts = parts, .depth = 16});
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().kind == Kind::TooLarge, qPrintable(read.error().toText()));
    QVERIFY(readDocument(path, {}).has_value());
}

void OfficialReadingTest::noFile()
{
    const QTemporaryDir folder;
    const auto missing = readOfficial(folder.filePath(u"not-there.docx"_s));
    QVERIFY(!missing && missing.error().kind == Kind::CannotRead);
    QVERIFY(missing.error().toText().contains(u"not-there.docx"_s));
    const auto isFolder = readOfficial(folder.path());
    QVERIFY(!isFolder && isFolder.error().kind == Kind::CannotRead);
}

void OfficialReadingTest::cancelled()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.docx"_s);
    QVERIFY(writeZip(path, docx(smallList())));
    // At once, and at each step that is reported.
    for (const int at : {-1, 5, 15, 60}) {
        std::stop_source source;
        if (at < 0)
            source.request_stop();
        const Control control{[&](int percent) {
                                  if (percent >= at)
                                      source.request_stop();
                              },
                              source.get_token()};
        const auto text = readOfficial(path, control);
        QVERIFY2(!text.has_value(), qPrintable(QString::number(at)));
        QVERIFY(text.error().kind == Kind::Cancelled);
    }
}

void OfficialReadingTest::progressRises()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"list.epub"_s);
    QVERIFY(writeZip(path, epub(smallList())));
    QList<int> seen;
    QVERIFY(readOfficial(path, {[&](int percent) { seen.append(percent); }, {}}).has_value());
    QVERIFY(seen.size() >= 4);
    QVERIFY(std::ranges::is_sorted(seen));
    QVERIFY(seen.first() >= 0 && seen.last() <= 100);
}

QTEST_GUILESS_MAIN(OfficialReadingTest)
#include "official_reading_test.moc"
