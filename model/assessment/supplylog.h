// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace clearway::assessment {

/// One supply, with what the regulation on records asks for (what, under which permit, to whom, when), and
/// how it went.
struct SupplyEntry {
    QString goods;     ///< description of the technology, software or goods, or of the services
    QString permit;    ///< identifier of the permit; empty: supplied without one
    QString recipient; ///< by name
    QDate from;
    QDate until; ///< the last day; as `from` where it was one day; null: it goes on
    QString how; ///< by mail, by access to a folder, in a talk
    QString note;
    friend bool operator==(const SupplyEntry &, const SupplyEntry &) = default;
};

/// An entry as it stands in a log that only grows: a mistake is mended by an entry that replaces the mistaken
/// one.
struct LoggedSupply {
    int number = 0;      ///< 1, 2, … within the case
    QDateTime when;      ///< UTC, when it was written
    QString who;         ///< who wrote it
    int replaces = 0;    ///< number of the entry that it corrects; 0: none
    bool struck = false; ///< the entry that it replaces was made in error and nothing takes its place
    SupplyEntry entry;
    friend bool operator==(const LoggedSupply &, const LoggedSupply &) = default;
};

/// Why it cannot be logged, one sentence each: no description, no recipient, no first day, days in the wrong
/// order.
QStringList problemsIn(const SupplyEntry &entry);

/// Whether another entry corrects it, or it was struck.
bool isReplaced(const LoggedSupply &logged, const QList<LoggedSupply> &log);
/// Those that count: neither corrected nor struck.
QList<LoggedSupply> standing(const QList<LoggedSupply> &log);

/// Every entry as RFC 4180 in UTF-8 with a line of column names, the corrected ones as well. The names of the
/// columns are stable and not translated. A cell that a spreadsheet would take for a formula begins with an
/// apostrophe.
QByteArray supplyLogToCsv(const QList<LoggedSupply> &log);

} // namespace clearway::assessment
