// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "model/official/import.h"
#include "model/official/numbercheck.h"
#include "model/official/officialstore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryFile>

#include <unistd.h>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using official::OfficialError;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr qint64 largestFile = 64LL << 20;
constexpr qint64 largestAllowances = 16LL << 20;
constexpr int shownCodes = 20;

int refuse(const OfficialError &error)
{
    complain(error.toText());
    const bool storage = error.kind == OfficialError::Kind::Storage || error.kind == OfficialError::Kind::NotImported;
    return storage ? Storage : BadInput;
}

/// Says how far it is: on a terminal on one line, else at every quarter.
class Progress {
public:
    Progress()
        : m_terminal(::isatty(STDERR_FILENO) == 1)
    {
    }
    ~Progress()
    {
        if (m_terminal && m_shown >= 0)
            std::fputs("\r\033[K", stderr);
    }
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;
    official::Control control()
    {
        return {[this](int percent) { show(percent); }, {}};
    }

private:
    void show(int percent)
    {
        const int step = m_terminal ? percent : percent / 25 * 25;
        if (step <= m_shown)
            return;
        m_shown = step;
        if (m_terminal)
            std::fputs(qPrintable(u'\r' + Text::tr("importing: %1 %").arg(step)), stderr);
        else
            complain(Text::tr("importing: %1 %").arg(step));
    }
    bool m_terminal;
    int m_shown = -1;
};

official::Result<official::OfficialText> readFile(const QString &path, const official::Control &control, int &status)
{
    if (path != "-"_L1)
        return official::readOfficial(path, control);
    const auto bytes = readInput(path, largestFile);
    if (!bytes) {
        status = bytes.error();
        return std::unexpected(OfficialError{OfficialError::Kind::CannotRead, path, {}});
    }
    QTemporaryFile file;
    if (!file.open() || file.write(*bytes) != bytes->size() || !file.flush())
        return std::unexpected(OfficialError{OfficialError::Kind::Storage, file.fileName(), file.errorString()});
    auto text = official::readOfficial(file.fileName(), control);
    if (!text)
        text.error().path = Text::tr("standard input");
    else
        text->instrument.fileName.clear();
    return text;
}

QString databaseOf(const Parsed &parsed)
{
    return parsed.has(u"database"_s) ? parsed.value(u"database"_s) : official::defaultDatabase();
}

QString sourceLine(const official::Instrument &instrument)
{
    return Text::tr("Based on content from the Federal Register of Legislation (%1, file of %2). For the latest information on "
                    "Australian Government legislation please go to https://www.legislation.gov.au.")
        .arg(instrument.title.isEmpty() ? instrument.fileName : instrument.title,
             instrument.made.isNull() ? Text::tr("unknown date") : instrument.made.toString(Qt::ISODate));
}

QJsonObject toJson(const official::Instrument &instrument)
{
    return {{u"title"_s, instrument.title},   {u"register_id"_s, instrument.registerId},
            {u"made"_s, instrument.made.toString(Qt::ISODate)},
            {u"format"_s, instrument.format}, {u"file"_s, instrument.fileName},
            {u"sha256"_s, instrument.sha256}, {u"imported"_s, instrument.imported.toString(Qt::ISODate)}};
}

QJsonObject toJson(const official::Coverage &coverage)
{
    QJsonArray unmatched;
    for (const official::OtherParagraph &paragraph : coverage.unmatched)
        unmatched.append(QJsonObject{{u"paragraph"_s, paragraph.paragraph}, {u"text"_s, paragraph.text}});
    return {{u"codes_in_file"_s, coverage.codesInFile},
            {u"codes_of_catalogue"_s, coverage.codesOfCatalogue},
            {u"attached"_s, coverage.attached},
            {u"share"_s, coverage.share()},
            {u"without_text"_s, QJsonArray::fromStringList(coverage.withoutText)},
            {u"not_in_catalogue"_s, QJsonArray::fromStringList(coverage.notInCatalogue)},
            {u"notes"_s, coverage.notes},
            {u"headings"_s, coverage.headings},
            {u"outside_the_list"_s, coverage.outsideTheList},
            {u"unmatched"_s, unmatched},
            {u"another_list"_s, coverage.anotherList}};
}

QJsonObject toJson(const official::Comparison &comparison, const QString &with)
{
    QJsonArray differences;
    for (const official::Difference &difference : comparison.differences)
        differences.append(QJsonObject{
            {u"code"_s, difference.code}, {u"here"_s, difference.ours}, {u"there"_s, difference.theirs}});
    return {{u"with"_s, with}, {u"paragraphs"_s, comparison.paragraphs}, {u"differences"_s, differences}};
}

QString someCodes(const QStringList &codes)
{
    if (codes.isEmpty())
        return Text::tr("none");
    const QString first = codes.first(qMin<qsizetype>(shownCodes, codes.size())).join(u", "_s);
    return codes.size() <= shownCodes ? first : Text::tr("%1 and %2 more").arg(first).arg(codes.size() - shownCodes);
}

void print(const official::Coverage &coverage)
{
    say(Text::tr("Attached: %1 of the catalogue's %2 codes (%3 %)")
            .arg(coverage.attached)
            .arg(coverage.codesOfCatalogue)
            .arg(coverage.share() * 100, 0, 'f', 2));
    say(Text::tr("In the file: %1 codes, %2 notes; %3 paragraphs of headings, %4 outside the list")
            .arg(coverage.codesInFile)
            .arg(coverage.notes)
            .arg(coverage.headings)
            .arg(coverage.outsideTheList));
    say(Text::tr("Codes of ours without text (%1): %2").arg(coverage.withoutText.size()).arg(someCodes(coverage.withoutText)));
    say(Text::tr("Codes of the file that the catalogue lacks (%1): %2")
            .arg(coverage.notInCatalogue.size())
            .arg(someCodes(coverage.notInCatalogue)));
    say(Text::tr("Paragraphs of the list that matched nothing: %1").arg(coverage.unmatched.size()));
    for (const official::OtherParagraph &paragraph : coverage.unmatched)
        say(u"  ¶%1 %2"_s.arg(paragraph.paragraph).arg(paragraph.text.left(100)));
}

} // namespace

int importOfficial(const Command &command)
{
    const QString form = u"catalogue import-official FILE [--compare FILE] [--database PATH] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {u"database"_s, u"compare"_s}, form);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 1) {
        complain(Text::tr("usage: clearway-cli %1").arg(form));
        return Usage;
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const QString path = databaseOf(*parsed);
    int status = Done;
    Progress progress;
    auto text = readFile(parsed->rest.first(), progress.control(), status);
    if (!text)
        return status == Done ? refuse(text.error()) : status;
    text->instrument.imported = QDateTime::currentDateTimeUtc();

    // With the file that is named, or with what this import replaces where that is the same instrument.
    std::optional<official::OfficialText> other;
    if (parsed->has(u"compare"_s)) {
        auto read = readFile(parsed->value(u"compare"_s), {}, status);
        if (!read)
            return status == Done ? refuse(read.error()) : status;
        other = std::move(*read);
    } else if (const auto before = official::OfficialStore::open(path, official::OfficialStore::Access::Read)) {
        auto whole = before->whole();
        if (whole && whole->instrument.title == text->instrument.title && whole->instrument.sha256 != text->instrument.sha256)
            other = std::move(*whole);
    }
    auto store = official::OfficialStore::open(path, official::OfficialStore::Access::Write);
    if (!store)
        return refuse(store.error());
    if (const auto kept = store->replace(*text, progress.control()); !kept)
        return refuse(kept.error());

    const official::Coverage coverage = official::coverageOf(*text, opened->rules());
    std::optional<official::Comparison> comparison;
    if (other)
        comparison = official::compared(*text, *other);
    if (parsed->has(u"json"_s)) {
        QJsonObject json = toJson(coverage);
        json["instrument"_L1] = toJson(text->instrument);
        json["database"_L1] = path;
        if (comparison)
            json["compared"_L1] = toJson(*comparison, other->instrument.fileName);
        printJson(json);
        return Done;
    }
    say(Text::tr("Imported: %1, %2, %3").arg(text->instrument.title, text->instrument.registerId, text->instrument.fileName));
    say(Text::tr("Kept in: %1").arg(path));
    if (coverage.anotherList)
        say(Text::tr("The catalogue is of another list: %1").arg(opened->rules().listName));
    print(coverage);
    if (comparison) {
        say(Text::tr("Compared with %1: %2 of %3 paragraphs differ")
                .arg(other->instrument.fileName)
                .arg(comparison->differences.size())
                .arg(comparison->paragraphs));
        for (const official::Difference &difference : comparison->differences)
            say(u"  %1: %2 | %3"_s.arg(difference.code, difference.ours.left(100), difference.theirs.left(100)));
    }
    return Done;
}

int showOfficial(const Command &command)
{
    const QString form = u"catalogue official CODE [--database PATH] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {u"database"_s}, form);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 1) {
        complain(Text::tr("usage: clearway-cli %1").arg(form));
        return Usage;
    }
    const auto store = official::OfficialStore::open(databaseOf(*parsed), official::OfficialStore::Access::Read);
    if (!store)
        return refuse(store.error());
    const auto instrument = store->instrument();
    if (!instrument)
        return refuse(instrument.error());
    const QString code = normalCode(parsed->rest.first());
    const auto found = store->entry(code);
    if (!found)
        return refuse(found.error());
    if (!*found) {
        complain(Text::tr("%1: the imported text has no such code").arg(parsed->rest.first()));
        return BadInput;
    }
    const official::OfficialEntry &entry = **found;
    if (parsed->has(u"json"_s)) {
        QJsonArray notes;
        for (const official::OfficialNote &note : entry.notes)
            notes.append(QJsonObject{{u"kind"_s, official::noteKindName(note.kind)},
                                     {u"paragraph"_s, note.paragraph},
                                     {u"text"_s, note.text}});
        printJson(QJsonObject{{u"code"_s, entry.code},
                              {u"paragraph"_s, entry.paragraph},
                              {u"wording"_s, entry.wording},
                              {u"notes"_s, notes},
                              {u"instrument"_s, toJson(*instrument)}});
        return Done;
    }
    say(entry.code + u"  "_s + entry.wording);
    for (const official::OfficialNote &note : entry.notes)
        say(u"  "_s + note.text);
    say(sourceLine(*instrument));
    return Done;
}

int checkOfficialNumbers(const Command &command)
{
    const QString form = u"catalogue numbers [--database PATH] [--allowances FILE] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {u"database"_s, u"allowances"_s}, form);
    if (!parsed)
        return parsed.error();
    if (const int refused = refuseOperands(*parsed, form); refused != Done)
        return refused;
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    QList<official::Allowance> allowances = official::builtInAllowances();
    if (parsed->has(u"allowances"_s)) {
        const QString path = parsed->value(u"allowances"_s);
        const auto bytes = readInput(path, largestAllowances);
        if (!bytes)
            return bytes.error();
        const auto read = official::readAllowances(*bytes);
        if (!read) {
            complain(u"%1: %2"_s.arg(path, read.error()));
            return BadInput;
        }
        allowances = *read;
    }
    const auto store = official::OfficialStore::open(databaseOf(*parsed), official::OfficialStore::Access::Read);
    if (!store)
        return refuse(store.error());
    const auto text = store->whole();
    if (!text)
        return refuse(text.error());
    const official::NumberReport report = official::checkNumbers(opened->rules(), *text, allowances);
    if (parsed->has(u"json"_s)) {
        const auto flags = [](const QList<official::NumberFlag> &of) {
            QJsonArray array;
            for (const official::NumberFlag &flag : of) {
                QJsonObject object{{u"code"_s, flag.code}, {u"where"_s, flag.where}, {u"number"_s, flag.number}};
                if (!flag.reason.isEmpty())
                    object["reason"_L1] = flag.reason;
                array.append(object);
            }
            return array;
        };
        QJsonArray unused;
        for (const official::Allowance &allowance : report.unused)
            unused.append(QJsonObject{{u"code"_s, allowance.code}, {u"number"_s, allowance.number}});
        printJson(QJsonObject{{u"numbers"_s, report.numbers},
                              {u"flags"_s, flags(report.flags)},
                              {u"allowed"_s, flags(report.allowed)},
                              {u"unused_allowances"_s, unused},
                              {u"without_text"_s, QJsonArray::fromStringList(report.withoutText)},
                              {u"instrument"_s, toJson(text->instrument)}});
        return Done;
    }
    for (const official::NumberFlag &flag : report.flags)
        say(Text::tr("%1  %2: %3 does not occur in the official wording").arg(flag.code, flag.where, flag.number));
    for (const official::Allowance &allowance : report.unused)
        say(Text::tr("%1  %2: the allowance is not needed any more").arg(allowance.code, allowance.number));
    if (!report.withoutText.isEmpty())
        say(Text::tr("Without official text (%1): %2").arg(report.withoutText.size()).arg(someCodes(report.withoutText)));
    say(Text::tr("%1 numbers looked for: %2 flagged, %3 looked at before")
            .arg(report.numbers)
            .arg(report.flags.size())
            .arg(report.allowed.size()));
    return Done;
}

} // namespace clearway::cli
