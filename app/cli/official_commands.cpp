// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "model/official/import.h"
#include "model/official/lawlibrary.h"
#include "model/official/numbercheck.h"
#include "model/official/officialstore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryFile>

#include <unistd.h>

#include <algorithm>
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
    {}
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

official::Result<official::ImportedText> readFile(const QString &path, const language::RuleBook &rules,
                                                  const official::Control &control, int &status)
{
    const documents::ReaderProcess reader(documents::readerPathBeside(QCoreApplication::applicationDirPath()));
    if (path != "-"_L1)
        return official::readInstrument(path, rules, reader, control);
    const auto bytes = readInput(path, largestFile);
    if (!bytes) {
        status = bytes.error();
        return std::unexpected(OfficialError{OfficialError::Kind::CannotRead, path, {}});
    }
    QTemporaryFile file;
    if (!file.open() || file.write(*bytes) != bytes->size() || !file.flush())
        return std::unexpected(OfficialError{OfficialError::Kind::Storage, file.fileName(), file.errorString()});
    auto text = official::readInstrument(file.fileName(), rules, reader, control);
    if (!text)
        text.error().path = Text::tr("standard input");
    else
        std::visit([](auto &read) { read.instrument.fileName.clear(); }, *text);
    return text;
}

QString databaseOf(const Parsed &parsed)
{
    return parsed.has(u"database"_s) ? parsed.value(u"database"_s) : official::defaultDatabase();
}

QString sourceLine(const official::Instrument &instrument)
{
    const QDate day = instrument.compiled.isValid() ? instrument.compiled : instrument.made;
    return Text::tr("Based on content from the Federal Register of Legislation (%1, file of %2). For the latest "
                    "information on "
                    "Australian Government legislation please go to https://www.legislation.gov.au.")
        .arg(instrument.title.isEmpty() ? instrument.fileName : instrument.title,
             day.isNull() ? Text::tr("unknown date") : day.toString(Qt::ISODate));
}

QJsonObject toJson(const official::Instrument &instrument)
{
    return {{u"title"_s, instrument.title},
            {u"register_id"_s, instrument.registerId},
            {u"made"_s, instrument.made.toString(Qt::ISODate)},
            {u"compilation"_s, instrument.compilation},
            {u"compiled"_s, instrument.compiled.toString(Qt::ISODate)},
            {u"format"_s, instrument.format},
            {u"file"_s, instrument.fileName},
            {u"sha256"_s, instrument.sha256},
            {u"imported"_s, instrument.imported.toString(Qt::ISODate)}};
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
        differences.append(
            QJsonObject{{u"code"_s, difference.code}, {u"here"_s, difference.ours}, {u"there"_s, difference.theirs}});
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
    say(Text::tr("Codes of ours without text (%1): %2")
            .arg(coverage.withoutText.size())
            .arg(someCodes(coverage.withoutText)));
    say(Text::tr("Codes of the file that the catalogue lacks (%1): %2")
            .arg(coverage.notInCatalogue.size())
            .arg(someCodes(coverage.notInCatalogue)));
    say(Text::tr("Paragraphs of the list that matched nothing: %1").arg(coverage.unmatched.size()));
    for (const official::OtherParagraph &paragraph : coverage.unmatched)
        say(u"  ¶%1 %2"_s.arg(paragraph.paragraph).arg(paragraph.text.left(100)));
}

} // namespace

/// Keeps an Act or instrument and says what it holds.
static int importLaw(const official::LawText &text, const QString &path, const Parsed &parsed,
                     const official::Control &control)
{
    if (parsed.has(u"compare"_s)) {
        complain(Text::tr("--compare is for two files of the list of codes"));
        return Usage;
    }
    auto store = official::OfficialStore::open(path, official::OfficialStore::Access::Write);
    if (!store)
        return refuse(store.error());
    if (const auto kept = store->keep(text, control); !kept)
        return refuse(kept.error());
    qsizetype lines = 0;
    for (const official::LawSection &section : text.sections)
        lines += section.lines.size();
    if (parsed.has(u"json"_s)) {
        printJson(QJsonObject{{u"instrument"_s, toJson(text.instrument)},
                              {u"sections"_s, text.sections.size()},
                              {u"paragraphs"_s, lines},
                              {u"database"_s, path}});
        return Done;
    }
    const QString compilation = official::compilationInWords(text.instrument);
    say(Text::tr("Imported: %1%2, %3", "title, compilation, file")
            .arg(text.instrument.title, compilation.isEmpty() ? QString() : QString(u", "_s + compilation),
                 text.instrument.fileName));
    say(Text::tr("Kept in: %1").arg(path));
    say(Text::tr("%1 sections with %2 paragraphs, from %3 to %4")
            .arg(text.sections.size())
            .arg(lines)
            .arg(text.sections.first().number, text.sections.last().number));
    return Done;
}

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
    auto imported = readFile(parsed->rest.first(), opened->rules(), progress.control(), status);
    if (!imported)
        return status == Done ? refuse(imported.error()) : status;
    std::visit([](auto &read) { read.instrument.imported = QDateTime::currentDateTimeUtc(); }, *imported);
    if (const auto *law = std::get_if<official::LawText>(&*imported))
        return importLaw(*law, path, *parsed, progress.control());
    auto *text = std::get_if<official::OfficialText>(&*imported);

    // With the file that is named, or with what this import replaces where that is the same instrument.
    std::optional<official::OfficialText> other;
    if (parsed->has(u"compare"_s)) {
        auto read = readFile(parsed->value(u"compare"_s), opened->rules(), {}, status);
        if (!read)
            return status == Done ? refuse(read.error()) : status;
        if (!std::holds_alternative<official::OfficialText>(*read)) {
            complain(Text::tr("--compare is for two files of the list of codes"));
            return Usage;
        }
        other = std::get<official::OfficialText>(std::move(*read));
    } else if (const auto before = official::OfficialStore::open(path, official::OfficialStore::Access::Read)) {
        auto whole = before->whole();
        if (whole && whole->instrument.title == text->instrument.title
            && whole->instrument.sha256 != text->instrument.sha256)
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
    say(Text::tr("Imported: %1, %2, %3")
            .arg(text->instrument.title, text->instrument.registerId, text->instrument.fileName));
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

/// The sections that a citation names.
static int showSections(const Command &command, const Parsed &parsed, const official::OfficialStore &store)
{
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const language::LawState *state = nullptr;
    if (parsed.has(u"law"_s)) {
        state = opened->rules().state(parsed.value(u"law"_s));
        if (!state) {
            complain(Text::tr("--law: unknown state of the law \"%1\"").arg(parsed.value(u"law"_s)));
            return Usage;
        }
    }
    const auto laws = store.laws();
    if (!laws)
        return refuse(laws.error());
    const official::FoundPlaces found = official::LawLibrary(*laws).find(parsed.rest.first(), opened->rules(), state);
    for (const QString &missing : found.missing)
        complain(missing);
    QJsonArray sections;
    for (const official::FoundSection &place : found.sections) {
        const official::Instrument &instrument = place.text->instrument;
        const official::LawSection *section = place.at();
        QJsonObject json{{u"instrument"_s, toJson(instrument)}};
        QString heading = instrument.title;
        if (const QString compilation = official::compilationInWords(instrument); !compilation.isEmpty())
            heading += u", "_s + compilation;
        QStringList lines{heading};
        if (section) {
            QJsonArray paragraphs;
            if (!section->path.isEmpty())
                lines.append(official::pathInWords(*section));
            lines.append(section->number + u"  "_s + section->heading);
            for (qsizetype i = 0; i < section->lines.size(); ++i) {
                const official::LawLine &line = section->lines[i];
                const bool cited = place.cited.contains(i);
                paragraphs.append(QJsonObject{
                    {u"label"_s, line.label}, {u"place"_s, line.place}, {u"text"_s, line.text}, {u"cited"_s, cited}});
                lines.append((cited ? u"> "_s : u"  "_s)
                             + (line.label.isEmpty() ? QString() : QString(line.label + u' ')) + line.text);
            }
            json["number"_L1] = section->number;
            json["heading"_L1] = section->heading;
            json["path"_L1] = QJsonArray::fromStringList(section->path);
            json["paragraphs"_L1] = paragraphs;
        }
        sections.append(json);
        if (!parsed.has(u"json"_s)) {
            say(lines.join(u'\n'));
            say(sourceLine(instrument));
        }
    }
    if (parsed.has(u"json"_s))
        printJson(QJsonObject{{u"sections"_s, sections},
                              {u"list_places"_s, QJsonArray::fromStringList(found.listPlaces)},
                              {u"missing"_s, QJsonArray::fromStringList(found.missing)}});
    return found.sections.isEmpty() && !found.missing.isEmpty() ? int(BadInput) : int(Done);
}

/// Whether what was typed names a place of an Act or regulation, and not a code.
static bool namesALaw(const QString &typed)
{
    const QList<official::Citation> citations = official::citationsIn(typed);
    return std::ranges::any_of(citations, [](const official::Citation &citation) {
        return citation.kind != official::Citation::Kind::ListPlace;
    });
}

int showOfficial(const Command &command)
{
    const QString form = u"catalogue official CODE|CITATION [--law ID] [--database PATH] [--json]"_s;
    const auto parsed = parse(command, {u"json"_s}, {u"database"_s, u"law"_s}, form);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 1) {
        complain(Text::tr("usage: clearway-cli %1").arg(form));
        return Usage;
    }
    const auto store = official::OfficialStore::open(databaseOf(*parsed), official::OfficialStore::Access::Read);
    if (!store)
        return refuse(store.error());
    if (namesALaw(parsed->rest.first()))
        return showSections(command, *parsed, *store);
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
        say(Text::tr("Without official text (%1): %2")
                .arg(report.withoutText.size())
                .arg(someCodes(report.withoutText)));
    say(Text::tr("%1 numbers looked for: %2 flagged, %3 looked at before")
            .arg(report.numbers)
            .arg(report.flags.size())
            .arg(report.allowed.size()));
    return Done;
}

} // namespace clearway::cli
