// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/statement.h"

#include "registertesting.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace clearway::cases;
using namespace clearway::cases::testing;

/// What verify() finds.
class TestRegisterVerify : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    TickingClock m_clock;
    QString m_path;
    QByteArray m_bytes;

    QString copy() const
    {
        static int copies = 0;
        const QString path = m_folder.filePath(u"copy%1.sqlite"_s.arg(++copies));
        QFile::copy(m_path, path);
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(u"cases.sqlite"_s);
        {
            auto cases = openRegister(m_path, m_clock, {.who = u"tester"_s});
            QVERIFY_RESULT(cases);
            for (int i = 0; i < 3; ++i)
                QVERIFY_RESULT(i == 0 ? fill(**cases)
                                      : (*cases)->createCase(sampleCase(u"More"_s)).transform([](auto c) {
                                            return c.summary.id;
                                        }));
            const auto verification = (*cases)->verify();
            QVERIFY_RESULT(verification);
            QVERIFY2(verification->isClean(), qPrintable(problemsOf(*verification)));
            QCOMPARE(verification->cases, 5);
            QCOMPARE(verification->documents, 2);
            QCOMPARE(verification->head, (*cases)->head().value());
        }
        // Closed: everything stands in the one file.
        QVERIFY(!QFile::exists(m_path + "-wal"_L1));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_bytes = file.readAll();
    }

    void cleanupTestCase() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void cancelled()
    {
        auto cases = openRegister(m_path, m_clock);
        QVERIFY_ERROR((*cases)->verify([](qint64, qint64) { return false; }), Cancelled);
        qint64 last = -1;
        const auto verification = (*cases)->verify([&](qint64 done, qint64 total) {
            last = done;
            return done <= total;
        });
        QVERIFY_RESULT(verification);
        QCOMPARE(last, verification->auditRows);
    }

    void tampering_data()
    {
        QTest::addColumn<QString>("trigger"); // taken away and put back
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("table"); // where it must be reported
        const auto row = [](const char *name, const char *trigger, const char *sql, const char *table) {
            QTest::newRow(name) << QString::fromLatin1(trigger) << QString::fromLatin1(sql)
                                << QString::fromLatin1(table);
        };
        row("an answer changed", "",
            "UPDATE answers SET value = '\"X\"' WHERE revision = 2 AND fact = 'recipient.place'", "answers");
        row("an answer's note", "", "UPDATE answers SET note = 'x' WHERE revision = 2 AND fact = 'item.kind'",
            "answers");
        row("an answer added", "",
            "INSERT INTO answers SELECT id, 2, 'new', '', -1, '1', '', '', '', 0 FROM cases WHERE revision = 2 AND "
            "imported = 0",
            "answers");
        row("an answer gone", "", "DELETE FROM answers WHERE revision = 2 AND fact = 'recipient.place'", "answers");
        row("a finished answer", "finished_keeps_its_answers", "UPDATE answers SET value = '\"X\"' WHERE revision = 1",
            "answers");
        row("a title", "", "UPDATE cases SET title = 'x'", "cases");
        row("the search text", "", "UPDATE cases SET search = 'x'", "cases");
        row("a state", "", "UPDATE cases SET state = 'finished' WHERE state = 'draft'", "cases");
        row("a time", "", "UPDATE cases SET changed = '2030-01-01T00:00:00.000Z'", "cases");
        row("a removed case back", "", "UPDATE cases SET removed = 0 WHERE removed = 1", "cases");
        row("a structure", "", "UPDATE revisions SET structure = '{}' WHERE state = 'draft'", "revisions");
        row("a finished outcome", "finished_is_not_changed",
            "UPDATE revisions SET outcome = 'not-controlled' WHERE state = 'finished'", "revisions");
        row("a document", "finished_is_not_changed", "UPDATE revisions SET document = x'7b7d' WHERE state = 'finished'",
            "revisions");
        row("white space in a document", "finished_is_not_changed",
            "UPDATE revisions SET document = CAST(CAST(document AS TEXT) || ' ' AS BLOB) WHERE state = 'finished'",
            "revisions");
        row("a late change's reason", "finished_keeps_its_late_changes", "UPDATE late_changes SET reason = 'x'",
            "late_changes");
        row("a late change gone", "finished_loses_no_late_change", "DELETE FROM late_changes WHERE number = 2",
            "late_changes");
        row("who", "audit_is_not_changed", "UPDATE audit SET who = 'x' WHERE sequence = 2", "audit");
        row("when", "audit_is_not_changed", "UPDATE audit SET at = replace(at, '2025', '2024') WHERE sequence = 2",
            "audit");
        row("before", "audit_is_not_changed", "UPDATE audit SET before = '{}' WHERE sequence = 3", "audit");
        row("after", "audit_is_not_changed", "UPDATE audit SET after = replace(after, 'no', 'ok') WHERE sequence = 2",
            "audit");
        row("blank in after", "audit_is_not_changed", "UPDATE audit SET after = after || ' ' WHERE sequence = 2",
            "audit");
        row("a hash", "audit_is_not_changed", "UPDATE audit SET hash = replace(hash, 'a', 'b') WHERE sequence = 2",
            "audit");
        row("last change gone", "audit_is_not_deleted", "DELETE FROM audit WHERE sequence = 18", "audit");
        row("first change gone", "audit_is_not_deleted", "DELETE FROM audit WHERE sequence = 1", "audit");
        row("a head", "heads_are_not_changed", "UPDATE heads SET case_head = 'x' WHERE sequence = 3", "heads");
        row("last head gone", "heads_are_not_deleted",
            "DELETE FROM heads WHERE sequence = (SELECT max(sequence) FROM heads)", "audit");
        row("a head in between gone", "heads_are_not_deleted", "DELETE FROM heads WHERE sequence = 3", "heads");
        row("the register's id", "", "UPDATE register SET id = 'x'", "heads");
        row("the register's id gone", "", "DELETE FROM register", "register");
        row("a catalogue", "catalogues_are_not_changed", "UPDATE catalogues SET version = 'x'", "catalogues");
        row("a catalogue's sources", "catalogues_are_not_changed", "UPDATE catalogues SET sources = x'00000001ff'",
            "catalogues");
        row("a finding", "reviews_are_not_changed", "UPDATE reviews SET finding = 'differs'", "reviews");
        row("a reviewer", "reviews_are_not_changed", "UPDATE reviews SET name = 'x'", "reviews");
        row("a review of another document", "reviews_are_not_changed", "UPDATE reviews SET fingerprint = 'x'",
            "reviews");
        row("a review gone", "reviews_are_not_deleted", "DELETE FROM reviews", "reviews");
        row("a recipient of a supply", "supply_log_is_not_changed",
            "UPDATE supply_log SET recipient = 'x' WHERE number = 1", "supply_log");
        row("what an entry replaces", "supply_log_is_not_changed",
            "UPDATE supply_log SET replaces = NULL WHERE number = 2", "supply_log");
        row("an entry gone", "supply_log_is_not_deleted", "DELETE FROM supply_log WHERE number = 3", "supply_log");
        row("an entry added", "",
            "INSERT INTO supply_log SELECT case_id, 4, at, who, NULL, 0, goods, permit, recipient, from_day, "
            "until_day, how, note FROM supply_log WHERE number = 1",
            "supply_log");
        row("a table too many", "", "CREATE TABLE more (a)", "schema");
        row("an index gone", "", "DROP INDEX cases_newest", "schema");
        row("a trigger gone", "", "DROP TRIGGER audit_is_in_order", "schema");
    }
    void tampering()
    {
        QFETCH(QString, trigger);
        QFETCH(QString, sql);
        QFETCH(QString, table);
        const QString path = copy();
        {
            sqlite::Connection connection;
            QVERIFY_RESULT(connection.open(path, sqlite::Connection::Access::ReadWrite, 0));
            QString again;
            if (!trigger.isEmpty()) {
                sqlite::Statement statement(connection, u"SELECT sql FROM sqlite_schema WHERE name = ?"_s);
                statement.bind(trigger);
                QVERIFY(statement.next().value());
                again = statement.text(0);
                QVERIFY(statement.next().has_value());
                QVERIFY_RESULT(sqlite::runOnce(connection, u"DROP TRIGGER "_s + trigger));
            }
            QVERIFY_RESULT(sqlite::runOnce(connection, sql));
            if (!again.isEmpty())
                QVERIFY_RESULT(sqlite::runOnce(connection, again));
        }
        QVERIFY2(dump(path) != dump(m_path) || table == "schema"_L1, "the change changed nothing");
        auto cases = openRegister(path, m_clock);
        QVERIFY_RESULT(cases);
        const auto verification = (*cases)->verify();
        QVERIFY_RESULT(verification);
        bool reported = false;
        for (const Problem &problem : verification->problems)
            reported = reported || problem.table == table;
        QVERIFY2(reported, qPrintable(problemsOf(*verification)));
    }

    /// Whatever single byte of the file is changed: nothing crashes, and what changes content is reported.
    void singleBytes()
    {
        const QStringList original = dump(m_path);
        QVERIFY(!original.join(u'\n').contains("unreadable"_L1));
        QRandomGenerator random(7);
        int touching = 0;
        int refused = 0;
        for (int change = 0; change < 300; ++change) {
            QByteArray bytes = m_bytes;
            const qsizetype at = random.bounded(int(bytes.size()));
            bytes[at] = char(bytes[at] ^ (1 + random.bounded(255)));
            const QString path = m_folder.filePath(u"damaged.sqlite"_s);
            {
                QFile file(path);
                QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
                QCOMPARE(file.write(bytes), bytes.size());
            }
            const bool touches = dump(path) != original;
            touching += touches;
            auto cases = openRegister(path, m_clock, {.readOnly = true});
            if (!cases) {
                ++refused;
                continue; // said when it was opened
            }
            // Whatever is asked of it, there is an answer or an error.
            const auto page = (*cases)->list();
            for (const CaseSummary &summary : page ? page->cases : QList<CaseSummary>()) {
                (void)(*cases)->load(summary.id);
                (void)(*cases)->revisions(summary.id);
                (void)(*cases)->document(summary.id);
                (void)(*cases)->audit(summary.id);
            }
            (void)(*cases)->archivedCatalogue(u"c0ffee"_s);
            const auto verification = (*cases)->verify();
            if (touches)
                QVERIFY2(!verification || !verification->isClean(),
                         qPrintable(u"byte %1 was changed, and verify() found nothing"_s.arg(at)));
        }
        QVERIFY2(touching > 30, qPrintable(u"only %1 changes touched content"_s.arg(touching)));
        qInfo("%d of 300 changes touched content, %d were refused at opening", touching, refused);
    }
};

QTEST_GUILESS_MAIN(TestRegisterVerify)
#include "test_register_verify.moc"
