// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/casejson.h"
#include "model/register/sqlite/archive.h"
#include "model/register/sqlite/migration.h"
#include "model/register/sqlite/sqlscript.h"
#include "model/register/sqlite/statement.h"
#include "model/register/sqlite/transaction.h"

#include "registertesting.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::cases;
using namespace clearway::cases::sqlite;

/// What the register is made of: scripts, steps of the schema, transactions, texts of times and values.
class TestRegisterParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void statements_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("empty") << u""_s << QStringList{};
        QTest::newRow("only comments") << u"-- a; b\n/* c; d */ ;;\n"_s << QStringList{};
        QTest::newRow("two") << u"SELECT 1; SELECT 2;"_s << QStringList{u"SELECT 1"_s, u"SELECT 2"_s};
        QTest::newRow("no last semicolon") << u"SELECT 1;\nSELECT 2"_s << QStringList{u"SELECT 1"_s, u"SELECT 2"_s};
        QTest::newRow("semicolon in text")
            << u"SELECT ';''; --';SELECT 2;"_s << QStringList{u"SELECT ';''; --'"_s, u"SELECT 2"_s};
        QTest::newRow("semicolon in names")
            << u"SELECT \"a;b\", [c;d], `e;f`;"_s << QStringList{u"SELECT \"a;b\", [c;d], `e;f`"_s};
        QTest::newRow("comment at the end of a line")
            << u"SELECT 1 -- one; two\n+ 1;"_s << QStringList{u"SELECT 1 \n+ 1"_s};
        const QString trigger = u"CREATE TEMP TRIGGER t BEFORE INSERT ON a WHEN CASE 1 WHEN 1 THEN 0 END BEGIN "
                                "SELECT CASE 1 WHEN 2 THEN 3 END; SELECT ';'; END"_s;
        QTest::newRow("trigger") << QString(trigger + u"; SELECT 2;"_s) << QStringList{trigger, u"SELECT 2"_s};
        QTest::newRow("trigger as a name")
            << u"CREATE TABLE begin_end (a); CREATE INDEX x ON trigger_ (a);"_s
            << QStringList{u"CREATE TABLE begin_end (a)"_s, u"CREATE INDEX x ON trigger_ (a)"_s};
        QTest::newRow("minus") << u"SELECT 1-1; SELECT 4/2;"_s << QStringList{u"SELECT 1-1"_s, u"SELECT 4/2"_s};
        QTest::newRow("open text") << u"SELECT 'x; y"_s << QStringList{u"SELECT 'x; y"_s};
    }
    void statements()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, statements);
        QCOMPARE(statementsOf(script), statements);
    }

    void stepsOfTheSchema()
    {
        QVERIFY(currentVersion() >= 1);
        Connection connection;
        QVERIFY_RESULT(connection.open(u":memory:"_s, Connection::Access::ReadWrite, 0));
        QVERIFY(fileState(connection)->isEmpty());
        QVERIFY_RESULT(migrate(connection, QDateTime::currentDateTimeUtc()));
        QCOMPARE(fileState(connection)->version, currentVersion());
        QCOMPARE(fileState(connection)->applicationId, applicationId);
        QVERIFY_RESULT(migrate(connection, QDateTime::currentDateTimeUtc())); // nothing left to do
        // A step that fails in its middle leaves nothing of itself.
        const qint64 objects = fileState(connection)->objects;
        QStringList steps = schemaSteps();
        steps << u"CREATE TABLE later (a TEXT) STRICT; CREATE TABLE later (a TEXT) STRICT;"_s;
        QVERIFY(!migrate(connection, QDateTime::currentDateTimeUtc(), steps));
        QCOMPARE(fileState(connection)->objects, objects);
        QCOMPARE(fileState(connection)->version, currentVersion());
        // The same one mended is taken, by a register that has content.
        steps.last() = u"CREATE TABLE later (a TEXT) STRICT;"_s;
        QVERIFY_RESULT(migrate(connection, QDateTime::currentDateTimeUtc(), steps));
        QCOMPARE(fileState(connection)->version, currentVersion() + 1);
        QCOMPARE(fileState(connection)->objects, objects + 1);
    }

    void hardened()
    {
        Connection connection;
        QVERIFY_RESULT(connection.open(u":memory:"_s, Connection::Access::ReadWrite, 0));
        QVERIFY(!runOnce(connection, u"SELECT \"no such column\""_s));
        QVERIFY_RESULT(runOnce(connection, u"SELECT 'a text'"_s));
    }

    void transactionsAreUndone()
    {
        Connection connection;
        QVERIFY_RESULT(connection.open(u":memory:"_s, Connection::Access::ReadWrite, 0));
        QVERIFY_RESULT(runOnce(connection, u"CREATE TABLE t (a TEXT NOT NULL) STRICT"_s));
        const auto count = [&] {
            Statement statement(connection, u"SELECT count(*) FROM t"_s);
            return statement.next() ? statement.number(0) : -1;
        };
        {
            Transaction work(connection);
            QVERIFY_RESULT(work.begin(Transaction::Purpose::Write));
            QVERIFY_RESULT(Statement(connection, u"INSERT INTO t VALUES (?)"_s).bind(QString()).run());
            QCOMPARE(count(), 1);
        }
        QCOMPARE(count(), 0);
        Transaction work(connection);
        QVERIFY_RESULT(work.begin(Transaction::Purpose::Write));
        QVERIFY_RESULT(Statement(connection, u"INSERT INTO t VALUES (?)"_s).bind(u"x"_s).run());
        QVERIFY_RESULT(work.commit());
        QCOMPARE(count(), 1);
    }

    void appendOnly_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char *sql :
             {"UPDATE audit SET who = 'x'",
              "DELETE FROM audit",
              "INSERT OR REPLACE INTO audit SELECT case_id, sequence, at, 'x', what, before, after, "
              "previous, hash FROM audit",
              "UPDATE heads SET head = 'x'",
              "DELETE FROM heads",
              "INSERT OR REPLACE INTO heads SELECT sequence, case_id, case_sequence, 'x', previous, head "
              "FROM heads",
              "UPDATE revisions SET title = 'x' WHERE state = 'finished'",
              "UPDATE revisions SET state = 'draft', finished = NULL, fingerprint = NULL, document = NULL",
              "DELETE FROM revisions WHERE state = 'finished'",
              "INSERT OR REPLACE INTO revisions SELECT * FROM revisions WHERE state = 'finished'",
              "DELETE FROM answers WHERE revision = 1",
              "UPDATE answers SET value = '1' WHERE revision = 1",
              "UPDATE answers SET revision = 1 WHERE revision = 2 AND fact = 'recipient.place'",
              "INSERT INTO answers SELECT case_id, revision, 'new', '', -1, '1', '', '', '', 0 FROM "
              "revisions WHERE state = 'finished'",
              "DELETE FROM late_changes",
              "UPDATE late_changes SET reason = 'x'",
              "INSERT INTO late_changes SELECT case_id, revision, 99, at, fact, holder, point, before, "
              "after, reason FROM late_changes",
              "DELETE FROM cases",
              "UPDATE cases SET reference = 'x' || id",
              "UPDATE cases SET id = 'x' || id",
              "UPDATE catalogues SET version = 'x'",
              "DELETE FROM catalogues",
              "UPDATE reviews SET finding = 'differs'",
              "DELETE FROM reviews",
              "INSERT OR REPLACE INTO reviews SELECT case_id, number, revision, at, who, fingerprint, "
              "'differs', name, role, reviewed, note FROM reviews",
              "INSERT INTO reviews SELECT case_id, 2, 2, at, who, fingerprint, finding, name, role, "
              "reviewed, note FROM reviews",
              "UPDATE supply_log SET recipient = 'x'",
              "DELETE FROM supply_log",
              "INSERT OR REPLACE INTO supply_log SELECT case_id, number, at, 'x', replaces, struck, goods, "
              "permit, recipient, from_day, until_day, how, note FROM supply_log",
              "UPDATE cases SET state = 'lost'",
              "UPDATE cases SET removed = 'yes'",
              "UPDATE sqlite_schema SET sql = ''",
              "DROP TABLE sqlite_schema"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }
    void appendOnly()
    {
        QFETCH(QString, sql);
        static QTemporaryDir folder;
        static const QString path = folder.filePath(u"r.sqlite"_s);
        static const SystemClock clock;
        if (!QFile::exists(path)) {
            auto cases = openRegister(path, clock).value();
            QVERIFY_RESULT(cases::testing::fill(*cases));
        }
        const QStringList before = cases::testing::dump(path);
        {
            Connection connection;
            QVERIFY_RESULT(connection.open(path, Connection::Access::ReadWrite, 0));
            QVERIFY_RESULT(runOnce(connection, u"PRAGMA recursive_triggers = ON"_s));
            const auto done = runOnce(connection, sql);
            QVERIFY(!done);
        }
        QCOMPARE(cases::testing::dump(path), before);
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("good") << u"2025-06-01T00:00:01.234Z"_s << true;
        QTest::newRow("no milliseconds") << u"2025-06-01T00:00:01Z"_s << false;
        QTest::newRow("no zone") << u"2025-06-01T00:00:01.234"_s << false;
        QTest::newRow("blank") << u"2025-06-01 00:00:01.234Z"_s << false;
        QTest::newRow("no such day") << u"2025-02-30T00:00:01.234Z"_s << false;
        QTest::newRow("one digit") << u"2025-6-01T00:00:01.234Z"_s << false;
        QTest::newRow("empty") << u""_s << false;
    }
    void times()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        const QDateTime time = timeFromText(text);
        QCOMPARE(time.isValid(), valid);
        if (valid)
            QCOMPARE(timeToText(time), text);
        const QDateTime abroad(QDate(2025, 6, 1), QTime(10, 0), QTimeZone(10 * 3600));
        QCOMPARE(timeToText(abroad), u"2025-06-01T00:00:00.000Z"_s);
    }

    void values()
    {
        for (const QJsonValue &value : {QJsonValue(true), QJsonValue(u"ü\n"_s), QJsonValue(QJsonArray{1, u"a"_s}),
                                        QJsonValue(QJsonObject{{u"b"_s, 1}}), QJsonValue()})
            QCOMPARE(valueFromText(canonicalText(value)), value);
        for (const QString &text : {u""_s, u"1,2"_s, u"{"_s, u"]["_s, u"nul"_s})
            QVERIFY(!valueFromText(text));
    }

    void hashesAreOfOneForm()
    {
        // The format of the chain: a change here would break every register that exists.
        AuditRow row{{u"c1"_s},   1,  timeFromText(u"2025-06-01T00:00:00.000Z"_s), u"me"_s,
                     u"rename"_s, {}, QJsonObject{{u"title"_s, u"x"_s}},           noPrevious(),
                     {}};
        const QByteArray canonical =
            "{\"after\":{\"title\":\"x\"},\"before\":null,\"case\":\"c1\",\"previous\":\"" + QByteArray(64, '0')
            + "\",\"sequence\":\"1\",\"what\":\"rename\",\"when\":\"2025-06-01T00:00:00.000Z\",\"who\":\"me\"}";
        QCOMPARE(hashOf(row),
                 QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex()));
        HeadRow head{1, {u"c1"_s}, 2, u"aa"_s, u"bb"_s, {}};
        const QByteArray link = R"({"case":"c1","case_head":"aa","case_sequence":"2","previous":"bb","sequence":"1"})";
        QCOMPARE(hashOf(head), QString::fromLatin1(QCryptographicHash::hash(link, QCryptographicHash::Sha256).toHex()));
    }

    void archives()
    {
        QCOMPARE(uncompressed(qCompress(QByteArray("abc"))).value(), QByteArray("abc"));
        QVERIFY(!uncompressed({}));
        QVERIFY(!uncompressed("abc"));
        QVERIFY(!uncompressed(QByteArray("\xff\xff\xff\xff") + qCompress(QByteArray("abc")).sliced(4)));
    }

    void everyErrorSaysSomething()
    {
        QSet<QString> texts;
        for (int kind = 0; kind <= int(RegisterError::Kind::Internal); ++kind) {
            const QString text = RegisterError{RegisterError::Kind(kind), {}, u"/x/cases.sqlite"_s}.toText();
            QVERIFY(!text.isEmpty());
            QVERIFY(!text.contains("%1"_L1));
            texts.insert(text);
        }
        QCOMPARE(texts.size(), int(RegisterError::Kind::Internal) + 1);
    }
};

QTEST_GUILESS_MAIN(TestRegisterParts)
#include "test_register_parts.moc"
