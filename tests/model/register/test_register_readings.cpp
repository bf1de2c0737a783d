// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/statement.h"

#include "registertesting.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::cases;
using namespace clearway::cases::testing;

/// What the office has read beside the text, kept in the register.
class TestRegisterReadings : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    TickingClock m_clock;
    QString m_path;

    std::unique_ptr<Register> open(bool readOnly = false)
    {
        auto opened = openRegister(m_path, m_clock, {.who = u"tester"_s, .readOnly = readOnly});
        return opened ? std::move(*opened) : nullptr;
    }

    static overlay::RuleReading rule(const QString &name, const QString &by = u"Rita"_s)
    {
        overlay::RuleReading reading;
        reading.rule = {u"2024"_s, name};
        reading.by = by;
        reading.on = QDate(2025, 6, 1);
        reading.compilation = u"compilation 9"_s;
        reading.said = u"a and b"_s;
        return reading;
    }
    static overlay::GroupReading group(const QStringList &countries)
    {
        overlay::GroupReading reading;
        reading.group = u"friends"_s;
        reading.countries = countries;
        reading.by = u"Rita"_s;
        reading.on = QDate(2025, 6, 1);
        reading.compilation = u"instrument"_s;
        reading.said = {u"GB"_s};
        return reading;
    }
    static QString clean(const Register &cases)
    {
        const auto verification = cases.verify();
        return verification ? problemsOf(*verification) : verification.error().toText();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"cases.sqlite"_s);
    }

    void nothingRead()
    {
        const auto cases = open();
        QVERIFY(cases);
        QVERIFY(cases->overlay()->isEmpty());
        QVERIFY(cases->readings()->isEmpty());
        QCOMPARE(clean(*cases), QString());
    }

    void everyStepIsKept()
    {
        {
            const auto cases = open();
            QVERIFY(cases);
            QVERIFY_RESULT(fill(*cases));
            const QString head = cases->head().value();
            QVERIFY_RESULT(cases->saveReading(rule(u"a/b"_s)));
            QVERIFY(cases->head().value() != head);             // the register's chain covers it
            QVERIFY_RESULT(cases->saveReading(rule(u"a/b"_s))); // the same: nothing is written
            QVERIFY_RESULT(cases->saveReading(rule(u"a/b"_s, u"Rolf"_s)));
            QVERIFY_RESULT(cases->saveReading(group({u"NZ"_s, u"GB"_s})));
            QVERIFY_RESULT(cases->withdrawReading(u"2024 a/b"_s, u"Rita: read the wrong compilation"_s));
            QVERIFY_ERROR(cases->withdrawReading(u"2024 a/b"_s, {}), NotFound);
        }
        const auto cases = open(true);
        QVERIFY(cases);
        const auto events = cases->readings();
        QVERIFY_RESULT(events);
        QStringList what;
        for (const ReadingEvent &event : *events) {
            what.append(nameOf(event.what) + u' ' + event.subject);
            QCOMPARE(event.who, u"tester"_s);
            QVERIFY(event.when.isValid());
            QCOMPARE(event.hash, hashOf(event));
        }
        QCOMPARE(what, (QStringList{u"read 2024 a/b"_s, u"read 2024 a/b"_s, u"read group friends"_s,
                                    u"withdraw 2024 a/b"_s}));
        QCOMPARE(events->last().note, u"Rita: read the wrong compilation"_s);
        const auto overlay = cases->overlay();
        QVERIFY_RESULT(overlay);
        QCOMPARE(overlay->size(), 1);
        QCOMPARE(overlay->groups().first().countries, (QStringList{u"GB"_s, u"NZ"_s}));
        QCOMPARE(clean(*cases), QString());
    }

    void taken()
    {
        const auto cases = open();
        QVERIFY(cases);
        QVERIFY_RESULT(cases->saveReading(rule(u"a/b"_s)));
        QVERIFY_RESULT(cases->saveReading(rule(u"a/c"_s)));
        overlay::Overlay other;
        other.set(rule(u"a/b"_s));           // as here
        other.set(rule(u"a/c"_s, u"Ole"_s)); // otherwise
        other.set(group({u"NZ"_s}));         // new
        QCOMPARE(cases->importReadings(other).value(), 2);
        QCOMPARE(cases->importReadings(other).value(), 0);
        QVERIFY(cases->overlay().value() == other);
        QCOMPARE(cases->readings()->last().what, ReadingEvent::What::Import);
        QCOMPARE(clean(*cases), QString());
    }

    void refused()
    {
        {
            const auto cases = open();
            QVERIFY(cases);
            overlay::RuleReading nobody = rule(u"a/b"_s, {});
            QVERIFY_ERROR(cases->saveReading(nobody), Invalid);
            overlay::Overlay half;
            half.set(rule(u"a/a"_s));
            half.set(nobody);
            QVERIFY_ERROR(cases->importReadings(half), Invalid);
            QVERIFY(cases->readings()->isEmpty()); // all of it or nothing
        }
        const auto cases = open(true);
        QVERIFY_ERROR(cases->saveReading(rule(u"a/b"_s)), ReadOnly);
        QVERIFY_ERROR(cases->importReadings({}), ReadOnly);
        QVERIFY_ERROR(cases->withdrawReading(u"x"_s, {}), ReadOnly);
    }

    void tampering_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const char *trigger, const char *sql) {
            QTest::newRow(name) << QString::fromLatin1(trigger) << QString::fromLatin1(sql);
        };
        row("who", "readings_are_not_changed", "UPDATE readings SET who = 'x' WHERE sequence = 1");
        row("the reading", "readings_are_not_changed",
            "UPDATE readings SET reading = replace(reading, 'Rita', 'Rolf')");
        row("its subject", "readings_are_not_changed", "UPDATE readings SET subject = '2024 a/z' WHERE sequence = 1");
        row("no JSON", "readings_are_not_changed", "UPDATE readings SET reading = '{' WHERE sequence = 1");
        row("a blank", "readings_are_not_changed", "UPDATE readings SET reading = reading || ' ' WHERE sequence = 1");
        row("a note", "readings_are_not_changed", "UPDATE readings SET note = 'x' WHERE sequence = 3");
        row("a hash", "readings_are_not_changed", "UPDATE readings SET hash = 'x' WHERE sequence = 2");
        row("the first gone", "readings_are_not_deleted", "DELETE FROM readings WHERE sequence = 1");
        row("the last gone", "readings_are_not_deleted", "DELETE FROM readings WHERE sequence = 3");
        row("its head gone", "heads_are_not_deleted",
            "DELETE FROM heads WHERE case_id = 'readings' AND case_sequence = 3");
        row("one put in front", "readings_are_in_order",
            "INSERT INTO readings SELECT 0 + 4, at, who, what, subject, reading, note, previous, hash FROM readings "
            "LIMIT 1");
    }

    void tampering()
    {
        QFETCH(QString, trigger);
        QFETCH(QString, sql);
        {
            const auto cases = open();
            QVERIFY_RESULT(cases->saveReading(rule(u"a/b"_s)));
            QVERIFY_RESULT(cases->saveReading(rule(u"a/c"_s)));
            QVERIFY_RESULT(cases->withdrawReading(u"2024 a/c"_s, u"Rita"_s));
            QCOMPARE(clean(*cases), QString());
        }
        {
            sqlite::Connection connection;
            QVERIFY_RESULT(connection.open(m_path, sqlite::Connection::Access::ReadWrite, 0));
            QVERIFY2(!sqlite::runOnce(connection, sql) || trigger == "readings_are_in_order"_L1,
                     "a trigger is missing");
            sqlite::Statement statement(connection, u"SELECT sql FROM sqlite_schema WHERE name = ?"_s);
            QVERIFY(statement.bind(trigger).next().value());
            const QString again = statement.text(0);
            QVERIFY(statement.next().has_value());
            QVERIFY_RESULT(sqlite::runOnce(connection, u"DROP TRIGGER "_s + trigger));
            QVERIFY(sqlite::runOnce(connection, sql) || trigger == "readings_are_in_order"_L1);
            QVERIFY_RESULT(sqlite::runOnce(connection, again));
        }
        const auto cases = open();
        QVERIFY(cases);
        QVERIFY(!clean(*cases).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRegisterReadings)
#include "test_register_readings.moc"
