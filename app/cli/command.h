// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/store/catalogue.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <expected>

namespace clearway::cli {

/// Exit statuses; what was found is in the output, not in the status.
enum Exit { Done = 0, Usage = 2, BadInput = 3, Storage = 4 };

/// What every command gets.
struct Command {
    QStringList arguments; ///< after the command's own name
    QString cataloguePath;
};

/// Ends a command with a status; its message has been written.
using Failure = std::unexpected<int>;

void say(const QString &line);          ///< to standard output
void complain(const QString &message);  ///< to standard error
void printJson(const QJsonValue &json); ///< one value on standard output

/// Standard input for "-", else the file; at most `limit` bytes.
std::expected<QByteArray, int> readInput(const QString &path, qint64 limit);
/// Writes the whole file or leaves what was there; "-" is standard output.
std::expected<void, int> writeOutput(const QString &path, const QByteArray &bytes);

/// Takes the places of closed standard streams, so that no file of ours is mistaken for one of them. Called first.
void holdStandardStreams();
/// Sends out what is still held back; the status, or Storage where standard output took not all of it.
int endOutput(int status);

/// Opens the catalogue, or says why not.
std::expected<store::Catalogue, int> openCatalogue(const Command &command);

/// Splits arguments into flags, options with a value, and the rest; refuses unknown ones.
struct Parsed {
    QStringList rest;
    QHash<QString, QString> options;
    bool has(const QString &name) const { return options.contains(name); }
    QString value(const QString &name) const { return options.value(name); }
};
std::expected<Parsed, int> parse(const Command &command, const QStringList &flags, const QStringList &valued,
                                 const QString &usage);

/// A code as the catalogue spells it, from one that a person typed.
QString normalCode(QString code);

/// Usage, with a message, where there is anything beside options; else Done.
int refuseOperands(const Parsed &parsed, const QString &usage);

int entries(const Command &command);
int entry(const Command &command);
int search(const Command &command);
int term(const Command &command);
int terms(const Command &command);
int facts(const Command &command);
int starts(const Command &command);
int assess(const Command &command);
int check(const Command &command);
int suggest(const Command &command);
int catalogue(const Command &command);
int importOfficial(const Command &command);       ///< catalogue import-official
int showOfficial(const Command &command);         ///< catalogue official
int catalogueOverlay(const Command &command);     ///< catalogue overlay
int checkOfficialNumbers(const Command &command); ///< catalogue numbers
int about(const Command &command);

} // namespace clearway::cli
