// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/pdf_attachments.h"

#include "pdf_builder.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::documents;
using namespace clearway::testing;
using enum DocumentError::Kind;

class PdfAttachmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_reader.setTimeout(std::chrono::minutes(3)); } // on a busy machine, too
    void bringsBackWhatWasAttached_data();
    void bringsBackWhatWasAttached();
    void fetchesOnlyWhatIsAskedFor();
    void readsFilesOfOtherPrograms_data();
    void readsFilesOfOtherPrograms();
    void refusesByKind_data();
    void refusesByKind();
    void readsUnderProtection();

private:
    ReaderProcess m_reader{QStringLiteral(CLEARWAY_READER)};
};

void PdfAttachmentsTest::bringsBackWhatWasAttached_data()
{
    QTest::addColumn<QList<ToAttach>>("attached");
    QByteArray noise(300'000, '\0'); // does not pack well, so the stream has many blocks
    QRandomGenerator random(1);
    for (char &byte : noise)
        byte = static_cast<char>(random.generate());
    QTest::newRow("none") << QList<ToAttach>{};
    QTest::newRow("one") << QList<ToAttach>{{u"assessment.json"_s, "{\"a\":\"\xC3\xA9\"}"}};
    QTest::newRow("two") << QList<ToAttach>{{u"assessment.json"_s, "{}"}, {u"drawing.bin"_s, noise}};
    QTest::newRow("empty") << QList<ToAttach>{{u"empty"_s, {}}};
    QTest::newRow("packs well") << QList<ToAttach>{{u"zeros"_s, QByteArray(5'000'000, '\0')}};
    QTest::newRow("another alphabet") << QList<ToAttach>{{u"評価.json"_s, "{}"}};
    QTest::newRow("64") << QList<ToAttach>(64, {u"same"_s, "x"});
}

void PdfAttachmentsTest::bringsBackWhatWasAttached()
{
    QFETCH(QList<ToAttach>, attached);
    const auto attachments = attachmentsOf(writtenPdf(attached), m_reader);
    QVERIFY2(attachments, attachments ? "" : qPrintable(attachments.error().toText()));
    QCOMPARE(attachments->size(), attached.size());
    for (qsizetype i = 0; i < attached.size(); ++i) {
        QCOMPARE(attachments->at(i).name, attached.at(i).name);
        QVERIFY(attachments->at(i).data == attached.at(i).data);
    }
}

void PdfAttachmentsTest::fetchesOnlyWhatIsAskedFor()
{
    // The attachment beside it is far beyond the limit; that is no reason not to open the record.
    const QByteArray zeros = deflated(QByteArray(100'000'000, '\0'));
    const QByteArray pdf =
        pdfWithNames(fileEntry("assessment.json", 4) + fileEntry("huge", 5) + fileEntry("Assessment.json", 4),
                     {streamObject("/Type/EmbeddedFile", "{\"a\":1}"),
                      streamObject("/Type/EmbeddedFile/Filter/FlateDecode", zeros)});
    const auto all = readAttachments(pdf, m_reader);
    QVERIFY(!all);
    QCOMPARE(all.error().kind, TooLarge);
    const auto one = readAttachments(pdf, m_reader, u"assessment.json"_s);
    QVERIFY(one);
    QCOMPARE(one->files.size(), 1);
    QCOMPARE(one->files.constFirst().data, "{\"a\":1}");
    QCOMPARE(one->attachedInAll, 3);
}

void PdfAttachmentsTest::readsFilesOfOtherPrograms_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("object streams") << u"object-streams.pdf"_s;
    QTest::newRow("encrypted against changes only") << u"owner-password-only.pdf"_s;
}

void PdfAttachmentsTest::readsFilesOfOtherPrograms()
{
    QFETCH(QString, file);
    QFile pdf(QStringLiteral(CLEARWAY_TEST_DATA) + u"/documents/"_s + file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const auto attachments = attachmentsOf(pdf.readAll(), m_reader);
    QVERIFY2(attachments, attachments ? "" : qPrintable(attachments.error().toText()));
    QCOMPARE(attachments->size(), 1);
    QCOMPARE(attachments->constFirst().name, u"assessment.json"_s);
    QCOMPARE(attachments->constFirst().data, "{\"a\":1}");
}

void PdfAttachmentsTest::refusesByKind_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<DocumentError::Kind>("kind");
    for (const char *name : {"password-aes256.pdf", "password-rc4.pdf"}) {
        QFile file(QStringLiteral(CLEARWAY_TEST_DATA) + u"/documents/"_s + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(name) << file.readAll() << Encrypted;
    }
    const QByteArray stream = streamObject("/Type/EmbeddedFile", "{\"a\":1}");
    QTest::newRow("nothing") << QByteArray() << Empty;
    QTest::newRow("text") << QByteArray("Dear colleague,") << NotPdfOrJson;
    QTest::newRow("zip") << QByteArray("PK\x03\x04 %PDX-") << NotPdfOrJson;
    QTest::newRow("magic too late") << QByteArray(QByteArray(1024, ' ') + writtenPdf({})) << NotPdfOrJson;
    QTest::newRow("only the magic") << QByteArray("%PDF-1.6\n") << Damaged;
    QTest::newRow("magic and noise") << QByteArray("%PDF-1.6\n" + QByteArray(10'000, '\xA5')) << Damaged;
    QTest::newRow("no catalogue") << pdfOf({}) << Damaged;
    QTest::newRow("shorter than declared")
        << pdfWithNames(fileEntry("a", 4), {streamObject("/Type/EmbeddedFile/Params<</Size 8>>", "{\"a\":1}")})
        << Damaged;
    QTest::newRow("another checksum") << pdfWithNames(fileEntry("a", 4),
                                                      {streamObject("/Type/EmbeddedFile/Params<</CheckSum"
                                                                    "<00112233445566778899aabbccddeeff>>>",
                                                                    "{\"a\":1}")})
                                      << Damaged;
    QByteArray names;
    for (int i = 0; i < 65; ++i)
        names += fileEntry("f" + QByteArray::number(i), 4);
    QTest::newRow("65 attachments") << pdfWithNames(names, {stream}) << TooLarge;
}

void PdfAttachmentsTest::refusesByKind()
{
    QFETCH(QByteArray, content);
    QFETCH(DocumentError::Kind, kind);
    const auto attachments = attachmentsOf(content, m_reader);
    QVERIFY(!attachments);
    QCOMPARE(attachments.error().kind, kind);
    QCOMPARE(attachments.error().message, documentError(kind).message);
}

void PdfAttachmentsTest::readsUnderProtection()
{
    const auto attachments = readAttachments(writtenPdf({}), m_reader);
    QVERIFY(attachments);
    // What is in force depends on the kernel, but each layer is accounted for.
    const QStringList said = attachments->protections.inForce + attachments->protections.missing;
    for (const QString &layer : {u"landlock"_s, u"seccomp"_s, u"limits"_s})
        QCOMPARE(said.filter(layer).size(), 1);
    QVERIFY(attachments->protections.inForce.contains(u"limits"_s));
}

QTEST_MAIN(PdfAttachmentsTest)
#include "pdf_attachments_test.moc"
