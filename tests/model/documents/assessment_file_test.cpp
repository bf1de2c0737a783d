// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/assessment_file.h"

#include "pdf_builder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace clearway::documents;
using namespace clearway::testing;
using enum DocumentError::Kind;

class AssessmentFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_reader.setTimeout(std::chrono::minutes(3)); } // on a busy machine, too
    void opensBothForms_data();
    void opensBothForms();
    void refusesByKind_data();
    void refusesByKind();
    void namesTheFile_data();
    void namesTheFile();
    void neverGivesHalfARecord();
    void needsNoReaderForJson();
    void saysThatTheReaderIsMissing();
    void stopsWhenAsked();

private:
    ReaderProcess m_reader{QStringLiteral(CLEARWAY_READER)};
    const ReaderProcess m_noReader{u"/nowhere/clearway-reader"_s};
};

namespace {

const QByteArray record = "{\"format\":\"clearway.assessment/1\",\"note\":\"\xE8\xA9\x95 %PDF-1.6\"}\n";

QByteArray recordOf(qsizetype size)
{
    const QByteArray frame = "{\"note\":\"\"}";
    return QByteArray(frame).insert(9, QByteArray(size - frame.size(), 'x'));
}

QByteArray pdfWith(const QByteArray &json)
{
    return writtenPdf({{u"assessment.json"_s, json}});
}

QString writeTo(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

} // namespace

void AssessmentFileTest::opensBothForms_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray largest = recordOf(assessmentJsonLimit);
    QTest::newRow("JSON") << u"a.json"_s << record << record;
    QTest::newRow("PDF") << u"a.pdf"_s << pdfWith(record) << record;
    QTest::newRow("PDF called JSON") << u"a.json"_s << pdfWith(record) << record;
    QTest::newRow("JSON called PDF") << u"a.pdf"_s << record << record;
    QTest::newRow("no ending") << u"a"_s << pdfWith(record) << record;
    QTest::newRow("space in the name") << u"my paper é.pdf"_s << pdfWith(record) << record;
    QTest::newRow("JSON with a byte order mark") << u"a.json"_s << QByteArray("\xEF\xBB\xBF" + record) << record;
    QTest::newRow("the same in a PDF") << u"a.pdf"_s << pdfWith("\xEF\xBB\xBF" + record) << record;
    QTest::newRow("JSON after blanks") << u"a.json"_s << QByteArray("\n\t " + record) << QByteArray("\n\t " + record);
    QTest::newRow("an array, for others to refuse") << u"a.json"_s << QByteArray("[]") << QByteArray("[]");
    QTest::newRow("a PDF after an e-mail's lines")
        << u"a.pdf"_s << QByteArray("From: x\r\n\r\n" + pdfWith(record)) << record;
    QTest::newRow("beside another attachment")
        << u"a.pdf"_s << writtenPdf({{u"drawing.bin"_s, QByteArray(1000, 'x')}, {u"assessment.json"_s, record}})
        << record;
    QTest::newRow("the largest JSON") << u"a.json"_s << largest << largest;
    QTest::newRow("the largest in a PDF") << u"a.pdf"_s << pdfWith(largest) << largest;
}

void AssessmentFileTest::opensBothForms()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, expected);
    const QTemporaryDir folder;
    const QString path = writeTo(folder, name, content);
    QVERIFY(!path.isEmpty());
    const auto json = assessmentJsonFrom(path, m_reader);
    QVERIFY2(json, json ? "" : qPrintable(json.error().toText()));
    QVERIFY(*json == expected);
}

void AssessmentFileTest::refusesByKind_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<DocumentError::Kind>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << Empty << u"empty"_s;
    QTest::newRow("blanks") << QByteArray(" \n\n") << Empty << u"empty"_s;
    QTest::newRow("text") << QByteArray("Dear colleague") << NotPdfOrJson << u"not a PDF or JSON"_s;
    QTest::newRow("UTF-16 JSON") << QByteArray("\xFF\xFE{\0}\0", 6) << NotPdfOrJson << u"not a PDF or JSON"_s;
    QTest::newRow("Latin-1 JSON") << QByteArray("{\"a\":\"\xE9\"}") << NotText << u"UTF-8"_s;
    QTest::newRow("20 MB and a byte") << recordOf(assessmentJsonLimit + 1) << TooLarge << u"too large"_s;
    QTest::newRow("100 MB of brackets") << QByteArray(100'000'000, '[') << TooLarge << u"too large"_s;
    QTest::newRow("PDF, no attachment") << writtenPdf({}) << NoRecord << u"No Clearway record is attached"_s;
    QTest::newRow("PDF, another attachment")
        << writtenPdf({{u"assessment.json.txt"_s, record}}) << NoRecord << u"No Clearway record is attached"_s;
    QTest::newRow("PDF, no JSON attached") << pdfWith("hello") << Damaged << u"damaged"_s;
    QTest::newRow("PDF, half a record") << pdfWith("{\"a\":{\"b\":1}") << Damaged << u"damaged"_s;
    QTest::newRow("PDF, an array attached") << pdfWith("[]") << Damaged << u"damaged"_s;
    QTest::newRow("PDF, nothing attached") << pdfWith("") << Damaged << u"damaged"_s;
    QTest::newRow("PDF, Latin-1 attached") << pdfWith("{\"a\":\"\xE9\"}") << NotText << u"UTF-8"_s;
    QTest::newRow("PDF, 20 MB and a byte") << pdfWith(recordOf(assessmentJsonLimit + 1)) << TooLarge << u"too large"_s;
    QTest::newRow("PDF, a name without a file")
        << pdfWithNames("(a)<</Type/Filespec/F(assessment.json)>>", {}) << Damaged << u"damaged"_s;
    QFile encrypted(QStringLiteral(CLEARWAY_TEST_DATA "/documents/password-aes256.pdf"));
    QVERIFY(encrypted.open(QIODevice::ReadOnly));
    QTest::newRow("PDF, encrypted") << encrypted.readAll() << Encrypted << u"encrypted"_s;
}

void AssessmentFileTest::refusesByKind()
{
    QFETCH(QByteArray, content);
    QFETCH(DocumentError::Kind, kind);
    QFETCH(QString, says);
    const auto json = assessmentJsonIn(content, m_reader);
    QVERIFY(!json);
    QCOMPARE(json.error().kind, kind);
    QVERIFY2(json.error().message.contains(says), qPrintable(json.error().message));
}

void AssessmentFileTest::namesTheFile_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<DocumentError::Kind>("kind");
    QTest::newRow("missing") << u"missing"_s << CannotRead;
    QTest::newRow("a folder") << u"folder"_s << CannotRead;
    QTest::newRow("a pipe") << u"pipe"_s << CannotRead; // opening it would wait for a writer
    QTest::newRow("a device") << u"/dev/zero"_s << CannotRead;
    QTest::newRow("a text") << u"text"_s << NotPdfOrJson;
}

void AssessmentFileTest::namesTheFile()
{
    QFETCH(QString, what);
    QFETCH(DocumentError::Kind, kind);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe"_s)).constData(), 0600), 0);
    QVERIFY(!writeTo(folder, u"text"_s, "Dear colleague").isEmpty());
    const QString path = QDir(folder.path()).absoluteFilePath(what);
    const auto json = assessmentJsonFrom(path, m_noReader);
    QVERIFY(!json);
    QCOMPARE(json.error().kind, kind);
    QVERIFY2(json.error().message.startsWith(path + u": "_s), qPrintable(json.error().message));
}

void AssessmentFileTest::neverGivesHalfARecord()
{
    // Much of this PDF can be cut away and Poppler still opens it, with what is left of the attachment.
    const QByteArray whole = recordOf(3000);
    const QByteArray pdf = pdfWith(whole);
    int opened = 0;
    for (int part = 0; part < 60; ++part) {
        const auto json = assessmentJsonIn(pdf.first(pdf.size() * part / 60), m_reader);
        if (json) {
            ++opened;
            QVERIFY(*json == whole);
        } else {
            QVERIFY2((QList{Empty, NotPdfOrJson, Damaged, NoRecord}.contains(json.error().kind)),
                     qPrintable(json.error().toText()));
        }
    }
    QVERIFY(opened < 60);
}

void AssessmentFileTest::needsNoReaderForJson()
{
    const auto json = assessmentJsonIn(record, m_noReader);
    QVERIFY(json);
    QCOMPARE(*json, record);
}

void AssessmentFileTest::saysThatTheReaderIsMissing()
{
    const auto json = assessmentJsonIn(pdfWith(record), m_noReader);
    QVERIFY(!json);
    QCOMPARE(json.error().kind, ReaderMissing);
    QVERIFY(json.error().toText().contains(m_noReader.program()));
}

void AssessmentFileTest::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    const auto json = assessmentJsonIn(pdfWith(record), m_reader, source.get_token());
    QVERIFY(!json);
    QCOMPARE(json.error().kind, Cancelled);
}

QTEST_MAIN(AssessmentFileTest)
#include "assessment_file_test.moc"
