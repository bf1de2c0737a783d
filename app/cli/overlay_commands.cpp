// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// clearway-cli catalogue overlay: what the office has read beside the text of the law.

#include "app/cli/officeregister.h"
#include "model/assessment/json.h"
#include "model/assessment/overlayjson.h"
#include "model/overlay/applying.h"
#include "model/overlay/rulenames.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace clearway::cli {

using overlay::GroupReading;
using overlay::Overlay;
using overlay::Reading;
using overlay::RuleName;
using overlay::RuleReading;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

int usage(const QString &form)
{
    complain(Text::tr("usage: clearway-cli %1").arg(form));
    return Usage;
}

const QString listForm = u"catalogue overlay list [--history] [--overlay FILE | --register PATH] [--json]"_s;
const QString markForm =
    u"catalogue overlay mark STATE RULE --by WHO --compilation TEXT [--on DATE] [--note TEXT] [--otherwise] "
    "[--register PATH] [--json]"_s;
const QString countriesForm = u"catalogue overlay countries GROUP [CODE…] --by WHO --compilation TEXT [--on DATE] "
                              "[--note TEXT] [--register PATH] [--json]"_s;
const QString withdrawForm =
    u"catalogue overlay withdraw STATE RULE | group GROUP --by WHO [--note TEXT] [--register PATH] "
    "[--json]"_s;
const QString exportForm = u"catalogue overlay export FILE [--register PATH]"_s;
const QString importForm = u"catalogue overlay import FILE [--register PATH] [--json]"_s;

/// Who, when and from which text: what every reading has.
struct Signature {
    QString by;
    QDate on;
    QString compilation;
    QString note;
};

std::expected<Signature, int> signatureIn(const Parsed &parsed, const QString &form)
{
    Signature read{parsed.value(u"by"_s).trimmed(), QDate::currentDate(), parsed.value(u"compilation"_s).trimmed(),
                   parsed.value(u"note"_s).trimmed()};
    if (read.by.isEmpty() || read.compilation.isEmpty()) {
        complain(Text::tr("--by and --compilation are needed: who has read the text, and which text it was"));
        return Failure(usage(form));
    }
    if (parsed.has(u"on"_s)) {
        read.on = QDate::fromString(parsed.value(u"on"_s), u"yyyy-MM-dd"_s);
        if (!read.on.isValid()) {
            complain(Text::tr("--on: \"%1\" is no day of the calendar; expected a date such as 2025-06-01")
                         .arg(parsed.value(u"on"_s)));
            return Failure(Usage);
        }
    }
    return read;
}

void fill(auto &reading, const Signature &signature)
{
    reading.by = signature.by;
    reading.on = signature.on;
    reading.compilation = signature.compilation;
    reading.note = signature.note;
}

RuleName nameIn(const QString &state, const QString &rule)
{
    return {state == overlay::everyState ? QString() : state, rule};
}

QJsonObject toJson(const overlay::ToReadAgain &again)
{
    return {{u"subject"_s, overlay::subjectOf(again.reading)},
            {u"because"_s, overlay::becauseName(again.because)},
            {u"reading"_s, assessment::readingToJson(again.reading)},
            {u"now"_s, again.now}};
}

QString inWords(overlay::ToReadAgain::Because because)
{
    using enum overlay::ToReadAgain::Because;
    switch (because) {
    case Gone: return Text::tr("the catalogue does not have it any more");
    case Changed: return Text::tr("the catalogue says something else than what was read");
    case OtherCodes: return Text::tr("a country in it is none of the catalogue's");
    }
    Q_UNREACHABLE_RETURN({});
}

QString inWords(const Reading &reading)
{
    const QString subject = overlay::subjectOf(reading);
    return std::visit(
        [&](const auto &one) -> QString {
            QString what;
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, RuleReading>)
                what = one.verdict == overlay::Verdict::SaysIt ? Text::tr("verified")
                                                               : Text::tr("the text says otherwise");
            else
                what = one.countries.join(u' ');
            return Text::tr("%1: %2; by %3 on %4 against %5", "what was read: result")
                       .arg(subject, what, one.by, one.on.toString(Qt::ISODate), one.compilation)
                   + (one.note.isEmpty() ? QString() : u" — "_s + one.note);
        },
        reading);
}

/// The overlay as a whole: what stands, and what of it says nothing about this catalogue.
QJsonObject toJson(const Overlay &overlay, const language::RuleBook &rules)
{
    QJsonObject json = assessment::overlayToJson(overlay);
    json["hash"_L1] = assessment::overlayHash(overlay);
    QJsonArray again;
    const QList<overlay::ToReadAgain> stale = overlay::toReadAgain(rules, overlay);
    for (const overlay::ToReadAgain &one : stale)
        again.append(toJson(one));
    json["to_be_read_again"_L1] = again;
    return json;
}

void print(const Overlay &overlay, const language::RuleBook &rules)
{
    if (overlay.isEmpty())
        say(Text::tr("Nothing has been read beside the text yet."));
    const QList<Reading> all = overlay.all();
    for (const Reading &reading : all)
        say(inWords(reading));
    const QList<overlay::ToReadAgain> stale = overlay::toReadAgain(rules, overlay);
    for (const overlay::ToReadAgain &one : stale)
        say(Text::tr("To be read again: %1, because %2").arg(overlay::subjectOf(one.reading), inWords(one.because)));
    if (!overlay.isEmpty())
        say(Text::tr("Overlay %1").arg(assessment::overlayHash(overlay)));
}

int printHistory(const QString &path, bool json)
{
    const auto opened = openRegisterToRead(path);
    if (!opened)
        return opened.error();
    const auto events = *opened ? (*opened)->readings() : QList<cases::ReadingEvent>();
    if (!events) {
        complain(events.error().toText());
        return Storage;
    }
    QJsonArray array;
    for (const cases::ReadingEvent &event : *events) {
        if (json) {
            array.append(QJsonObject{
                {u"sequence"_s, event.sequence},
                {u"when"_s, event.when.toUTC().toString(Qt::ISODate)},
                {u"who"_s, event.who},
                {u"what"_s, cases::nameOf(event.what)},
                {u"subject"_s, event.subject},
                {u"reading"_s, event.reading ? QJsonValue(assessment::readingToJson(*event.reading)) : QJsonValue()},
                {u"note"_s, event.note},
                {u"hash"_s, event.hash}});
            continue;
        }
        say(Text::tr("%1 %2 (%3): %4")
                .arg(event.when.toUTC().toString(Qt::ISODate), event.who, cases::nameOf(event.what),
                     event.reading ? inWords(*event.reading) : event.subject + u' ' + event.note));
    }
    if (json)
        printJson(array);
    return Done;
}

int list(const Command &command)
{
    const auto parsed = parse(command, {u"json"_s, u"history"_s}, {u"overlay"_s, u"register"_s}, listForm);
    if (!parsed)
        return parsed.error();
    if (const int refused = refuseOperands(*parsed, listForm); refused != Done)
        return refused;
    if (parsed->has(u"history"_s))
        return printHistory(registerPath(*parsed), parsed->has(u"json"_s));
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const auto held = chosenOverlay(*parsed);
    if (!held)
        return held.error();
    if (parsed->has(u"json"_s))
        printJson(toJson(*held, opened->rules()));
    else
        print(*held, opened->rules());
    return Done;
}

/// Keeps one reading and says what stands now.
int keep(const Parsed &parsed, const Reading &reading)
{
    const auto opened = openRegisterToChange(registerPath(parsed));
    if (!opened)
        return opened.error();
    if (const auto saved = (*opened)->saveReading(reading); !saved) {
        complain(saved.error().toText());
        return Storage;
    }
    if (parsed.has(u"json"_s))
        printJson(assessment::readingToJson(reading));
    else
        say(inWords(reading));
    return Done;
}

int mark(const Command &command)
{
    const auto parsed = parse(command, {u"json"_s, u"otherwise"_s},
                              {u"by"_s, u"on"_s, u"compilation"_s, u"note"_s, u"register"_s}, markForm);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 2)
        return usage(markForm);
    const auto signature = signatureIn(*parsed, markForm);
    if (!signature)
        return signature.error();
    const bool otherwise = parsed->has(u"otherwise"_s);
    if (otherwise && signature->note.isEmpty()) {
        complain(Text::tr("--otherwise needs --note: what the text says"));
        return Usage;
    }
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    auto reading = overlay::readingOf(opened->rules(), nameIn(parsed->rest[0], parsed->rest[1]));
    if (!reading) {
        complain(
            Text::tr(
                "there is no rule \"%1\" in state \"%2\"; \"clearway-cli catalogue verify\" names those to be read")
                .arg(parsed->rest[1], parsed->rest[0]));
        return BadInput;
    }
    fill(*reading, *signature);
    reading->verdict = otherwise ? overlay::Verdict::SaysOtherwise : overlay::Verdict::SaysIt;
    return keep(*parsed, *reading);
}

int countries(const Command &command)
{
    const auto parsed =
        parse(command, {u"json"_s}, {u"by"_s, u"on"_s, u"compilation"_s, u"note"_s, u"register"_s}, countriesForm);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.isEmpty())
        return usage(countriesForm);
    const auto signature = signatureIn(*parsed, countriesForm);
    if (!signature)
        return signature.error();
    const auto opened = openCatalogue(command);
    if (!opened)
        return opened.error();
    const language::RuleBook &rules = opened->rules();
    auto reading = overlay::readingOfGroup(rules, parsed->rest.first());
    if (!reading) {
        complain(Text::tr("there is no group of countries \"%1\"; expected one of %2")
                     .arg(parsed->rest.first(), rules.countryGroups.keys().join(u", "_s)));
        return BadInput;
    }
    fill(*reading, *signature);
    // Without codes the list is confirmed as it is.
    if (parsed->rest.size() > 1) {
        static const QRegularExpression between(u"[,\\s]+"_s);
        reading->countries = parsed->rest.mid(1).join(u' ').toUpper().split(between, Qt::SkipEmptyParts);
    }
    for (const QString &code : std::as_const(reading->countries)) {
        if (!rules.countries.contains(code)) {
            complain(Text::tr("\"%1\" is no country of the catalogue; expected codes of two letters").arg(code));
            return BadInput;
        }
    }
    Overlay sorted;
    sorted.set(*reading);
    return keep(*parsed, sorted.groups().constFirst());
}

int withdraw(const Command &command)
{
    const auto parsed = parse(command, {u"json"_s}, {u"by"_s, u"note"_s, u"register"_s}, withdrawForm);
    if (!parsed)
        return parsed.error();
    const QString by = parsed->value(u"by"_s).trimmed();
    if (parsed->rest.size() != 2 || by.isEmpty())
        return usage(withdrawForm);
    const QString subject = parsed->rest[0] == "group"_L1
                                ? overlay::subjectOfGroup(parsed->rest[1])
                                : overlay::subjectOf(nameIn(parsed->rest[0], parsed->rest[1]));
    const auto opened = openRegisterToChange(registerPath(*parsed));
    if (!opened)
        return opened.error();
    const QString note = parsed->has(u"note"_s) ? by + u": "_s + parsed->value(u"note"_s) : by;
    if (const auto done = (*opened)->withdrawReading(subject, note); !done) {
        if (done.error().kind == cases::RegisterError::Kind::NotFound) {
            complain(Text::tr("nothing was read about \"%1\"; \"clearway-cli catalogue overlay list\" shows what was")
                         .arg(subject));
            return BadInput;
        }
        complain(done.error().toText());
        return Storage;
    }
    if (parsed->has(u"json"_s))
        printJson(QJsonObject{{u"withdrawn"_s, subject}});
    else
        say(Text::tr("Withdrawn: %1").arg(subject));
    return Done;
}

int exportTo(const Command &command)
{
    const auto parsed = parse(command, {}, {u"register"_s}, exportForm);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 1)
        return usage(exportForm);
    const auto held = overlayInRegister(registerPath(*parsed));
    if (!held)
        return held.error();
    const auto written = writeOutput(parsed->rest.first(), assessment::toBytes(assessment::overlayToJson(*held)));
    return written ? int(Done) : written.error();
}

int importFrom(const Command &command)
{
    const auto parsed = parse(command, {u"json"_s}, {u"register"_s}, importForm);
    if (!parsed)
        return parsed.error();
    if (parsed->rest.size() != 1)
        return usage(importForm);
    const auto catalogue = openCatalogue(command);
    if (!catalogue)
        return catalogue.error();
    const auto given = overlayInFile(parsed->rest.first());
    if (!given)
        return given.error();
    const auto opened = openRegisterToChange(registerPath(*parsed));
    if (!opened)
        return opened.error();
    const auto changed = (*opened)->importReadings(*given);
    const auto held = changed ? (*opened)->overlay() : std::unexpected(changed.error());
    if (!held) {
        complain(held.error().toText());
        return Storage;
    }
    if (parsed->has(u"json"_s)) {
        QJsonObject json = toJson(*held, catalogue->rules());
        json["imported"_L1] = qint64(*changed);
        printJson(json);
        return Done;
    }
    say(Text::tr("%n reading(s) taken over.", nullptr, int(*changed)));
    print(*held, catalogue->rules());
    return Done;
}

} // namespace

int catalogueOverlay(const Command &command)
{
    Command inner = command;
    const QString what = inner.arguments.isEmpty() ? QString() : inner.arguments.takeFirst();
    if (what == "list"_L1)
        return list(inner);
    if (what == "mark"_L1)
        return mark(inner);
    if (what == "countries"_L1)
        return countries(inner);
    if (what == "withdraw"_L1)
        return withdraw(inner);
    if (what == "export"_L1)
        return exportTo(inner);
    if (what == "import"_L1)
        return importFrom(inner);
    const QStringList forms{listForm, markForm, countriesForm, withdrawForm, exportForm, importForm};
    return usage(u"\n  "_s + forms.join(u"\n  "_s));
}

} // namespace clearway::cli
