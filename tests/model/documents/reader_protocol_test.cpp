// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/reader_protocol.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::documents::protocol;

class ReaderProtocolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsAnswersBack();
    void bringsRefusalsBack();
    void noticesWhatIsGarbled_data();
    void noticesWhatIsGarbled();
    void noticesEveryCut();
};

namespace {

const Protections protections{{u"landlock abi 7"_s, u"seccomp"_s}, {u"limits: not"_s}};

AttachmentsAnswer sample()
{
    return {protections,
            {{u"assessment.json"_s, "{\"a\":1}\n"},
             {u"../../etc/passwd \u202e \n"_s, QByteArray("\0\n\xff{}", 6)},
             {u""_s, {}}},
            5};
}

QByteArray bytesOf(const AttachmentsAnswer &answer)
{
    QByteArray bytes = headerLine(answer);
    for (const Attachment &attachment : answer.attachments)
        bytes += attachment.data;
    return bytes;
}

} // namespace

void ReaderProtocolTest::bringsAnswersBack()
{
    const auto parsed = parseAnswer(bytesOf(sample()));
    QVERIFY(parsed);
    QVERIFY(std::holds_alternative<AttachmentsAnswer>(*parsed));
    QVERIFY(std::get<AttachmentsAnswer>(*parsed) == sample());
    QCOMPARE(headerLine(sample()).count('\n'), 1); // names cannot break the line
}

void ReaderProtocolTest::bringsRefusalsBack()
{
    const QStringList kinds = refusalKinds();
    for (const QString &kind : kinds) {
        const Refused refused{protections, {kind, u"why \"it\" is\nso"_s}};
        const auto parsed = parseAnswer(headerLine(refused));
        QVERIFY(parsed);
        QVERIFY(std::holds_alternative<Refused>(*parsed));
        QVERIFY(std::get<Refused>(*parsed) == refused);
    }
}

void ReaderProtocolTest::noticesWhatIsGarbled_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = bytesOf(sample());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no line") << QByteArray("{}");
    QTest::newRow("not JSON") << QByteArray("hello\n");
    QTest::newRow("an array") << QByteArray("[]\n");
    QTest::newRow("no format") << QByteArray("{\"attachments\":[]}\n");
    QTest::newRow("another format") << QByteArray(good).replace("clearway.reader/1", "clearway.reader/2");
    QTest::newRow("neither answer nor error") << QByteArray("{\"format\":\"clearway.reader/1\"}\n");
    QTest::newRow("unknown error") << QByteArray(
        "{\"format\":\"clearway.reader/1\",\"error\":{\"kind\":\"odd\",\"message\":\"\"}}\n");
    QTest::newRow("error and bytes") << QByteArray(headerLine(Refused{{}, {u"empty"_s, {}}}) + "x");
    QTest::newRow("one byte more") << good + 'x';
    QTest::newRow("one byte changed") << QByteArray(good).replace("{\"a\":1}\n", "{\"a\":2}\n");
    QTest::newRow("negative size") << QByteArray(good).replace("\"size\":8", "\"size\":-8");
    QTest::newRow("size as text") << QByteArray(good).replace("\"size\":8", "\"size\":\"8\"");
    QTest::newRow("vast size") << QByteArray(good).replace("\"size\":8", "\"size\":9000000000000000000");
    QTest::newRow("fewer in all than sent")
        << QByteArray(good).replace("\"attached_in_all\":5", "\"attached_in_all\":2");
    QTest::newRow("endless first line") << QByteArray(headerLimit + 1, ' ') + good;
    AttachmentsAnswer many;
    many.attachments.resize(attachmentCountLimit + 1);
    many.attachedInAll = many.attachments.size();
    QTest::newRow("too many") << headerLine(many);
}

void ReaderProtocolTest::noticesWhatIsGarbled()
{
    QFETCH(QByteArray, bytes);
    const auto parsed = parseAnswer(bytes);
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().reason.isEmpty());
}

void ReaderProtocolTest::noticesEveryCut()
{
    const QByteArray good = bytesOf(sample());
    for (qsizetype length = 0; length < good.size(); ++length)
        QVERIFY2(!parseAnswer(good.first(length)), qPrintable(QString::number(length)));
}

QTEST_GUILESS_MAIN(ReaderProtocolTest)
#include "reader_protocol_test.moc"
