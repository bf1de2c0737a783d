// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The text of PDF and HTML by way of the real clearway-reader.
#include "model/documents/document_text.h"

#include "pdf_builder.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::documents;
using namespace clearway::testing;
using Kind = DocumentError::Kind;

class DocumentTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesOfAPdf();
    void paragraphsOfAPage();
    void otherEncodings();
    void underAllProtections();
    void refusals_data();
    void refusals();
    void answersAreChecked_data();
    void answersAreChecked();
    void cancelled();

private:
    ReaderProcess m_reader{QStringLiteral(CLEARWAY_READER)};
};

/// One page with these drawing commands, in the standard font.
static QByteArray page(const QByteArray &content)
{
    return pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
                  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                  streamObject({}, content)});
}

static QByteArray text(int x, int y, const QByteArray &words)
{
    return "BT /F1 11 Tf " + QByteArray::number(x) + ' ' + QByteArray::number(y) + " Td (" + words + ") Tj ET\n";
}

void DocumentTextTest::linesOfAPdf()
{
    // Drawn from below, and the label apart from its text.
    const auto read = readText(page(text(72, 600, "Last line") + text(113, 700, "what it says")
                                    + text(85, 700, "\\(1\\)") + text(72, 740, "A heading \\227 with a dash")),
                               m_reader);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().toText()));
    QCOMPARE(read->format, u"pdf"_s);
    QCOMPARE(read->lines.size(), 3);
    QCOMPARE(read->lines[0].text, u"A heading — with a dash"_s);
    QCOMPARE(read->lines[1].text, u"(1)\twhat it says"_s);
    QCOMPARE(read->lines[2].text, u"Last line"_s);
    QCOMPARE(qRound(read->lines[1].left), 85);
    QVERIFY(read->lines[0].top < read->lines[1].top && read->lines[1].top < read->lines[2].top);
    QCOMPARE(read->lines[0].page, 1);
    QVERIFY(read->lines[0].height > 5);
}

void DocumentTextTest::paragraphsOfAPage()
{
    const auto read =
        readText("<!DOCTYPE html><html><head><title>No</title><style>p {}</style></head><body>Before"
                 "<p class='ActHead5 x'>10&#160;&#160;A &amp; B</p><script>var no;</script>"
                 "<p style='margin-left:2cm'>(1)<span style='display:inline-block'>&nbsp;</span>one<br>two <b>bold"
                 "</b></p><table><tr><td>in a cell</td></tr></table><ul><li>an item<p>within</p></li></ul>"
                 "<!-- no --></body></html>",
                 m_reader);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().toText()));
    QCOMPARE(read->format, u"html"_s);
    QStringList lines;
    for (const TextLine &line : read->lines)
        lines.append(line.style + u'|' + QString(line.text).simplified() + (line.inTable ? u"|cell"_s : QString()));
    QCOMPARE(lines, (QStringList{u"body|Before"_s, u"ActHead5|10 A & B"_s, u"p|(1) one two bold"_s,
                                 u"td|in a cell|cell"_s, u"li|an item"_s, u"p|within"_s}));
    QCOMPARE(qRound(read->lines[2].left), 57);
}

void DocumentTextTest::otherEncodings()
{
    const auto read =
        readText("<html><head><meta charset='iso-8859-1'></head><body><p>caf\xe9</p></body></html>", m_reader);
    QVERIFY(read && read->lines.size() == 1);
    QCOMPARE(read->lines[0].text, u"café"_s);
    const auto broken = readText("<html><body><p>caf\xe9 \xff</p></body></html>", m_reader);
    QVERIFY(broken && broken->lines[0].text.startsWith(u"caf"_s));
}

void DocumentTextTest::underAllProtections()
{
    ReaderProcess strict = m_reader;
    strict.setSandboxRequired(true);
    for (const QByteArray &document : {page(text(72, 600, "Words")), QByteArray("<html><p>Words</p></html>")}) {
        const auto read = readText(document, strict);
        if (!read && read.error().kind == Kind::Unprotected)
            QSKIP("this system lacks a protection");
        QVERIFY2(read, qPrintable(read ? QString() : read.error().toText()));
        QCOMPARE(read->lines.first().text, u"Words"_s);
        QVERIFY(read->protections.missing.isEmpty());
    }
}

void DocumentTextTest::refusals_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("nothing") << QByteArray() << Kind::Empty;
    QTest::newRow("a letter") << QByteArray("Dear colleague") << Kind::NotPdfOrJson;
    QTest::newRow("no structure") << QByteArray("%PDF-1.7\nno more") << Kind::Damaged;
    QByteArray deep = "<html>";
    for (int i = 0; i < 30000; ++i)
        deep += "<div>";
    QTest::newRow("deep") << deep << Kind::Damaged;
    QTest::newRow("password") << [] {
        QFile file(QStringLiteral(CLEARWAY_TEST_DATA "/documents/password-aes256.pdf"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }() << Kind::Encrypted;
}

void DocumentTextTest::refusals()
{
    QFETCH(QByteArray, document);
    QFETCH(Kind, kind);
    const auto read = readText(document, m_reader);
    QVERIFY(!read);
    QVERIFY2(read.error().kind == kind, qPrintable(read.error().toText()));
}

void DocumentTextTest::answersAreChecked_data()
{
    QTest::addColumn<QByteArray>("answer");
    protocol::TextAnswer answer{{}, u"html"_s, {{.page = 0, .style = u"p"_s, .text = u"x"_s}}};
    const QByteArray good = protocol::messageOf(answer);
    QVERIFY(protocol::parseAnswer(good));
    QVERIFY(std::get<protocol::TextAnswer>(*protocol::parseAnswer(good)) == answer);
    QTest::newRow("cut") << good.chopped(1);
    QTest::newRow("more") << good + ' ';
    QTest::newRow("changed") << QByteArray(good).replace("\"x\"", "\"y\"");
    QTest::newRow("another format") << QByteArray(good).replace("\"of\":\"html\"", "\"of\":\"docx\"");
    QTest::newRow("negative") << QByteArray(good).replace("\"size\":", "\"size\":-");
    QTest::newRow("no line") << QByteArray("{\"format\":\"clearway.reader/1\",\"text\":{}}\n[]");
}

void DocumentTextTest::answersAreChecked()
{
    QFETCH(QByteArray, answer);
    QVERIFY(!protocol::parseAnswer(answer));
}

void DocumentTextTest::cancelled()
{
    std::stop_source source;
    source.request_stop();
    const auto read = readText("<html><p>x</p></html>", m_reader, source.get_token());
    QVERIFY(!read && read.error().kind == Kind::Cancelled);
}

QTEST_GUILESS_MAIN(DocumentTextTest)
#include "document_text_test.moc"
