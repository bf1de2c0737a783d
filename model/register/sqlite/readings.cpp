// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/readings.h"

#include "model/assessment/overlayjson.h"
#include "model/register/casejson.h"
#include "model/register/sqlite/sqliteregister.h"
#include "model/register/sqlite/transaction.h"

using namespace Qt::StringLiterals;

namespace clearway::cases::sqlite {

QString readingsQuery()
{
    return u"SELECT sequence, at, who, what, subject, reading, note, previous, hash FROM readings ORDER BY sequence"_s;
}

std::expected<ReadingEvent, QString> readingIn(const Statement &row)
{
    const auto what = readingEventFromName(row.text(3));
    if (!what)
        return std::unexpected(u"is of an unknown kind"_s);
    ReadingEvent event{
        row.number(0), timeFromText(row.text(1)), row.text(2), *what, row.text(4), {}, row.text(6), row.text(7),
        row.text(8)};
    if (!event.when.isValid())
        return std::unexpected(u"its time is not one that the register writes"_s);
    if (row.isNull(5))
        return event;
    const auto json = valueFromText(row.text(5));
    event.reading = json ? assessment::readReading(json->toObject()) : std::nullopt;
    if (!event.reading || canonicalText(*json) != row.text(5))
        return std::unexpected(u"what it read is not canonical JSON of a reading"_s);
    if (overlay::subjectOf(*event.reading) != event.subject)
        return std::unexpected(u"what it read is about something else than it says"_s);
    return event;
}

Result<QList<ReadingEvent>> SqliteRegister::readings() const
{
    QList<ReadingEvent> events;
    Statement select(m_connection, readingsQuery());
    for (;;) {
        const Result<bool> row = select.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return events;
        const auto event = readingIn(select);
        if (!event)
            return fail(RegisterError::Kind::Damaged,
                        u"reading %1 %2"_s.arg(QString::number(select.number(0)), event.error()));
        events.append(*event);
    }
}

Result<overlay::Overlay> SqliteRegister::overlay() const
{
    return readings().transform(overlayOf);
}

Result<void> SqliteRegister::appendReading(ReadingEvent event)
{
    Statement last(m_connection, u"SELECT sequence, hash FROM readings ORDER BY sequence DESC LIMIT 1"_s);
    const Result<bool> row = last.next();
    if (!row)
        return std::unexpected(row.error());
    event.sequence = (*row ? last.number(0) : 0) + 1;
    event.previous = *row ? last.text(1) : noPrevious();
    event.when = timeFromText(nowText());
    event.who = m_who;
    event.hash = hashOf(event);
    Statement insert(m_connection,
                     u"INSERT INTO readings (sequence, at, who, what, subject, reading, note, previous, hash) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(event.sequence)
        .bind(timeToText(event.when))
        .bind(event.who)
        .bind(nameOf(event.what))
        .bind(event.subject);
    insert.bindOrNull(event.reading ? canonicalText(assessment::readingToJson(*event.reading)) : QString());
    if (const Result<qint64> inserted = insert.bind(event.note).bind(event.previous).bind(event.hash).run(); !inserted)
        return std::unexpected(inserted.error());
    return linkHead({QString(readingsInChain)}, event.sequence, event.hash);
}

Result<qsizetype> SqliteRegister::saveReadings(const QList<overlay::Reading> &given, ReadingEvent::What what)
{
    if (m_readOnly)
        return fail(RegisterError::Kind::ReadOnly);
    Transaction transaction(m_connection);
    if (Result<void> begun = transaction.begin(Transaction::Purpose::Write); !begun)
        return std::unexpected(begun.error());
    const Result<overlay::Overlay> held = overlay();
    if (!held)
        return std::unexpected(held.error());
    qsizetype saved = 0;
    for (const overlay::Reading &reading : given) {
        // What is not well-formed would be written and never be read again.
        if (!assessment::readReading(assessment::readingToJson(reading)))
            return fail(RegisterError::Kind::Invalid,
                        u"a reading of \"%1\" without who read it, when or what"_s.arg(overlay::subjectOf(reading)));
        overlay::Overlay one;
        one.set(reading);
        const overlay::Reading sorted = one.all().constFirst();
        const QString subject = overlay::subjectOf(sorted);
        if (held->find(subject) == sorted)
            continue;
        ReadingEvent event;
        event.what = what;
        event.subject = subject;
        event.reading = sorted;
        if (Result<void> appended = appendReading(event); !appended)
            return std::unexpected(appended.error());
        ++saved;
    }
    if (Result<void> committed = transaction.commit(); !committed)
        return std::unexpected(committed.error());
    return saved;
}

Result<void> SqliteRegister::saveReading(const overlay::Reading &reading)
{
    return saveReadings({reading}, ReadingEvent::What::Read).transform([](qsizetype) {});
}

Result<qsizetype> SqliteRegister::importReadings(const overlay::Overlay &given)
{
    return saveReadings(given.all(), ReadingEvent::What::Import);
}

Result<void> SqliteRegister::withdrawReading(const QString &subject, const QString &note)
{
    if (m_readOnly)
        return fail(RegisterError::Kind::ReadOnly);
    Transaction transaction(m_connection);
    if (Result<void> begun = transaction.begin(Transaction::Purpose::Write); !begun)
        return begun;
    const Result<overlay::Overlay> held = overlay();
    if (!held)
        return std::unexpected(held.error());
    if (!held->find(subject))
        return fail(RegisterError::Kind::NotFound, u"nothing was read about \"%1\""_s.arg(subject));
    ReadingEvent event;
    event.what = ReadingEvent::What::Withdraw;
    event.subject = subject;
    event.note = note;
    if (Result<void> appended = appendReading(event); !appended)
        return appended;
    return transaction.commit();
}

} // namespace clearway::cases::sqlite
