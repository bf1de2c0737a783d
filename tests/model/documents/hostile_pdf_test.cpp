// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/assessment_file.h"
#include "model/documents/pdf_attachments.h"

#include "pdf_builder.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace clearway::documents;
using namespace clearway::testing;
using enum DocumentError::Kind;

/// PDFs made to exhaust or mislead whoever reads them.
class HostilePdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_reader.setTimeout(std::chrono::minutes(3)); } // on a busy machine, too
    void refusesBombs_data();
    void refusesBombs();
    void survivesBadStructure_data();
    void survivesBadStructure();
    void keepsNamesAsText();
    void shortensNames();
    void refusesTwoRecords();

private:
    ReaderProcess m_reader{QStringLiteral(CLEARWAY_READER)};
};

namespace {

const QByteArray record = "{\"a\":1}";

QByteArray packed(const QByteArray &bytes)
{
    return streamObject("/Type/EmbeddedFile/Filter/FlateDecode", deflated(bytes));
}

} // namespace

void HostilePdfTest::refusesBombs_data()
{
    QTest::addColumn<QByteArray>("pdf");
    const QByteArray zeros(100 * 1024 * 1024, '\0');
    QTest::newRow("100 MB of zeros") << pdfWithNames(fileEntry("assessment.json", 4), {packed(zeros)});
#ifndef __SANITIZE_ADDRESS__ // whose reader has no limit of memory and is merely slow
    // Run lengths within: 20 KB here, 20 MB in between, 1.3 GB in the end; more than the memory that the
    // reader has.
    QTest::newRow("two layers") << pdfWithNames(fileEntry("assessment.json", 4),
                                                {streamObject("/Type/EmbeddedFile/Filter[/FlateDecode/RunLengthDecode]",
                                                              deflated(QByteArray("\x81\0", 2).repeated(10'000'000)))});
#endif
    const QByteArray sixty = packed(zeros.first(60'000'000));
    QTest::newRow("each allowed, not all") << pdfWithNames(fileEntry("a", 4) + fileEntry("b", 5), {sixty, sixty});
    QTest::newRow("a vast size declared") << pdfWithNames(
        fileEntry("assessment.json", 4), {streamObject("/Type/EmbeddedFile/Params<</Size 2000000000>>", record)});
    QByteArray names;
    for (int i = 0; i < 10'000; ++i)
        names += fileEntry("f" + QByteArray::number(i), 4);
    QTest::newRow("10,000 attachments") << pdfWithNames(names, {streamObject("/Type/EmbeddedFile", record)});
}

void HostilePdfTest::refusesBombs()
{
    QFETCH(QByteArray, pdf);
    const auto attachments = attachmentsOf(pdf, m_reader);
    QVERIFY(!attachments);
    QCOMPARE(attachments.error().kind, TooLarge);
}

void HostilePdfTest::survivesBadStructure_data()
{
    QTest::addColumn<QByteArray>("pdf");
    const QByteArray entry = fileEntry("assessment.json", 4);
    QTest::newRow("a vast stream length")
        << pdfWithNames(entry, {"<</Type/EmbeddedFile/Length 99999999999999>>\nstream\n" + record + "\nendstream"});
    QTest::newRow("a negative stream length")
        << pdfWithNames(entry, {"<</Type/EmbeddedFile/Length -7>>\nstream\n" + record + "\nendstream"});
    QTest::newRow("a length that is itself")
        << pdfWithNames(entry, {"<</Type/EmbeddedFile/Length 4 0 R>>\nstream\n" + record + "\nendstream"});
    QTest::newRow("no end of the stream")
        << pdfWithNames(entry, {"<</Type/EmbeddedFile/Length 99999>>\nstream\n" + record});
    QTest::newRow("deep arrays") << pdfWithNames(entry, {QByteArray(200'000, '[') + QByteArray(200'000, ']')});
    QTest::newRow("deep dictionaries") << pdfWithNames(entry, {QByteArray("<</A").repeated(100'000)});
    QTest::newRow("deep arrays in the names") << pdfWithNames(QByteArray(200'000, '['), {});
    QTest::newRow("pages in a circle") << pdfOf(
        {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>"});
    QTest::newRow("names in a circle") << pdfOf({"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>",
                                                 "<</Type/Pages/Count 0/Kids[]>>", "<</Kids[3 0 R 3 0 R 4 0 R]>>",
                                                 "<</Kids[3 0 R 4 0 R]>>"});
    QTest::newRow("filters in a circle") << pdfWithNames(entry, {"[4 0 R]"});
    QTest::newRow("a thousand filters") << pdfWithNames(
        entry, {streamObject("/Filter[" + QByteArray("/FlateDecode ").repeated(1000) + "]", record)});
    QTest::newRow("an unknown filter") << pdfWithNames(entry, {streamObject("/Filter/Nonsense", record)});
    QTest::newRow("a file elsewhere") << pdfWithNames(entry, {streamObject("/F(/etc/passwd)/FFilter/FlateDecode", "")});
    QByteArray backwards = pdfWithNames(entry, {streamObject("", record)});
    QTest::newRow("a table that points at itself") << backwards.replace("/Root 1 0 R", "/Root 1 0 R/Prev 0");
    QTest::newRow("a vast object number")
        << pdfWithNames(fileEntry("assessment.json", std::numeric_limits<int>::max()), {});
}

void HostilePdfTest::survivesBadStructure()
{
    QFETCH(QByteArray, pdf);
    // Right is an error of a stated kind, or the record as it was; wrong is anything else.
    const auto json = assessmentJsonIn(pdf, m_reader);
    if (json) {
        QCOMPARE(*json, record);
        return;
    }
    QVERIFY2((QList{NoRecord, Damaged, TooLarge}.contains(json.error().kind)), qPrintable(json.error().toText()));
}

void HostilePdfTest::keepsNamesAsText()
{
    for (const QByteArray &name : {QByteArray("../../etc/passwd"), QByteArray("/etc/passwd"), QByteArray("C:\\\\x"),
                                   QByteArray("a/../assessment.json"), QByteArray("-rf")}) {
        const QByteArray pdf = pdfWithNames(fileEntry(name, 4), {streamObject("/Type/EmbeddedFile", record)});
        const auto attachments = attachmentsOf(pdf, m_reader);
        QVERIFY(attachments);
        QCOMPARE(attachments->size(), 1);
        QCOMPARE(attachments->constFirst().name, QString::fromLatin1(QByteArray(name).replace("\\\\", "\\")));
        QCOMPARE(attachments->constFirst().data, record);
        const auto json = assessmentJsonIn(pdf, m_reader); // none of them is our record
        QVERIFY(!json);
        QCOMPARE(json.error().kind, NoRecord);
    }
}

void HostilePdfTest::shortensNames()
{
    const QByteArray name(100'000, 'n');
    const auto attachments =
        attachmentsOf(pdfWithNames(fileEntry(name, 4), {streamObject("/Type/EmbeddedFile", record)}), m_reader);
    QVERIFY(attachments);
    QCOMPARE(attachments->constFirst().name, QString(1000, u'n'));
}

void HostilePdfTest::refusesTwoRecords()
{
    const QByteArray other = "{\"a\":2}";
    const QByteArray pdf =
        pdfWithNames(fileEntry("assessment.json", 4) + fileEntry("assessment.json", 5),
                     {streamObject("/Type/EmbeddedFile", record), streamObject("/Type/EmbeddedFile", other)});
    const auto json = assessmentJsonIn(pdf, m_reader);
    QVERIFY(!json);
    QCOMPARE(json.error().kind, SeveralRecords);
}

QTEST_GUILESS_MAIN(HostilePdfTest)
#include "hostile_pdf_test.moc"
