// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/writer.h"

#include "catalogue/language/names.h"
#include "catalogue/store/canonical.h"
#include "catalogue/store/connection.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <filesystem>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace clearway::store {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

// Statements of schema.sql, which says of itself that a semicolon only ends one.
QStringList schemaStatements()
{
    QFile file(u":/clearway/catalogue/schema.sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.trimmed().startsWith("--"_L1))
            text += line + u'\n';
    }
    QStringList statements;
    for (const QString &statement : text.split(u';')) {
        if (!statement.trimmed().isEmpty())
            statements.append(statement.trimmed());
    }
    return statements;
}

QVariant field(const QString &text)
{
    // A null QString would become NULL, and the columns tell the two apart.
    return text.isNull() ? QString(u""_s) : text;
}

QVariant field(bool value)
{
    return value ? 1 : 0;
}

QVariant field(int value)
{
    return value;
}

QVariant field(qsizetype value)
{
    return qlonglong(value);
}

QVariant field(const QByteArray &bytes)
{
    return bytes;
}

QVariant field(const QDate &date)
{
    return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant(QMetaType::fromType<QString>());
}

QVariant field(const ConditionPtr &condition)
{
    return condition ? QVariant(toText(*condition)) : QVariant(QMetaType::fromType<QString>());
}

// Text that refers to another row where there is one.
struct Reference {
    QString to;
};

QVariant field(const Reference &reference)
{
    return reference.to.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(reference.to);
}

// Remembers the first failure, so that the writing below reads as a list.
class Rows {
public:
    explicit Rows(Connection &connection)
        : m_connection(connection)
    {}

    void into(const QString &table, int columns)
    {
        if (!m_error.isEmpty())
            return;
        m_query.emplace(m_connection.query());
        const QStringList marks(columns, u"?"_s);
        m_table = table;
        if (!m_query->prepare(u"INSERT INTO "_s + table + u" VALUES ("_s + marks.join(u", "_s) + u")"_s))
            m_error = u"table "_s + table + u": "_s + m_query->lastError().text();
    }

    template<typename... Fields>
    void add(const Fields &...fields)
    {
        if (!m_error.isEmpty())
            return;
        int column = 0;
        (m_query->bindValue(column++, field(fields)), ...);
        if (!m_query->exec())
            m_error = u"table "_s + m_table + u": "_s + m_query->lastError().text();
    }

    void end() { m_query.reset(); }
    const QString &error() const { return m_error; }

private:
    Connection &m_connection;
    std::optional<QSqlQuery> m_query;
    QString m_table;
    QString m_error;
};

void writeMeta(Rows &rows, const RuleBook &book)
{
    rows.into(u"meta"_s, 2);
    rows.add(u"version"_s, book.version);
    rows.add(u"sources_hash"_s, canonicalHash(book));
    rows.add(u"law_checked"_s, book.lawChecked.toString(Qt::ISODate));
    rows.add(u"law_checked_against"_s, book.lawCheckedAgainst);
    rows.add(u"list_name"_s, book.listName);
    rows.add(u"list_id"_s, book.listId);
    rows.add(u"list_from"_s, book.listFrom.toString(Qt::ISODate));
    rows.add(u"list_finding"_s, book.listFinding);
    rows.add(u"date_fact"_s, book.dateFact);
}

void writeSources(Rows &rows, Sources sources)
{
    std::ranges::sort(sources, {}, &SourceFile::path);
    rows.into(u"source"_s, 3);
    for (const SourceFile &file : std::as_const(sources)) {
        const QByteArray hash = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex();
        // A null QByteArray would become NULL.
        rows.add(file.path, file.bytes.isNull() ? QByteArray("") : file.bytes, QString::fromLatin1(hash));
    }
}

void writeUnits(Rows &rows, const Units &units)
{
    rows.into(u"kind"_s, 4);
    int position = 0;
    for (const UnitKind &kind : units.kinds())
        rows.add(position++, kind.id, kind.title, kind.baseUnit);
    rows.into(u"kind_dimension"_s, 3);
    for (const UnitKind &kind : units.kinds()) {
        for (const auto &[base, exponent] : kind.dimension.asKeyValueRange())
            rows.add(kind.id, base, exponent);
    }
    rows.into(u"unit"_s, 7);
    position = 0;
    for (const Unit &unit : units.units()) {
        rows.add(position++, unit.name, unit.kind, unit.scale == UnitScale::Logarithmic, toText(unit.factor),
                 toText(unit.offset), toText(unit.divisor));
    }
    rows.into(u"unit_alias"_s, 3);
    position = 0;
    for (const Unit &unit : units.units()) {
        for (qsizetype alias = 0; alias < unit.aliases.size(); ++alias)
            rows.add(position, alias, unit.aliases[alias]);
        ++position;
    }
}

void writeFacts(Rows &rows, const RuleBook &book)
{
    rows.into(u"fact"_s, 17);
    int position = 0;
    for (const QString &id : book.factOrder) {
        const FactDefinition fact = book.facts.value(id);
        rows.add(position++, fact.id, scopeName(fact.scope), factKindName(fact.kind), fact.prompt, fact.help, fact.why,
                 fact.cite, fact.cost, fact.page, Reference{fact.unitKind}, fact.defaultUnit, fact.measure,
                 fact.assumed, fact.settledBy, fact.derived, fact.conduct);
    }
    rows.into(u"choice"_s, 6);
    for (const QString &id : book.factOrder) {
        position = 0;
        for (const Choice &choice : book.facts.value(id).choices)
            rows.add(id, position++, choice.id, choice.text, choice.help, choice.exclusive);
    }
}

void writeShared(Rows &rows, const RuleBook &book)
{
    rows.into(u"lookup"_s, 4);
    for (const Table &table : book.tables)
        rows.add(table.id, table.title, table.keyKind, table.valueKind);
    rows.into(u"lookup_row"_s, 5);
    for (const Table &table : book.tables) {
        int position = 0;
        for (const TableRow &row : table.rows)
            rows.add(table.id, position++, row.upTo.written, row.inclusive, row.value.written);
    }
    rows.into(u"country"_s, 2);
    for (const auto &[code, name] : book.countries.asKeyValueRange())
        rows.add(code, name);
    rows.into(u"country_group"_s, 5);
    for (const CountryGroup &group : book.countryGroups)
        rows.add(group.id, group.title, group.instrument, group.asAt, group.verified);
    rows.into(u"country_group_member"_s, 3);
    for (const CountryGroup &group : book.countryGroups) {
        for (qsizetype position = 0; position < group.countries.size(); ++position)
            rows.add(group.id, position, group.countries[position]);
    }
}

void writeRules(Rows &rows, const RuleBook &book)
{
    rows.into(u"rule"_s, 9);
    int position = 0;
    const auto add = [&](const Rule &rule, const QString &state) {
        rows.add(position++, Reference{state}, rule.id, rule.title, rule.summary, rule.cite, nameOf(rule.grade),
                 rule.verified, rule.when);
    };
    for (const Rule &rule : book.rules)
        add(rule, {});
    for (const LawState &state : book.states) {
        for (const Rule &rule : state.rules)
            add(rule, state.id);
    }
}

void writeLaw(Rows &rows, const RuleBook &book)
{
    rows.into(u"state"_s, 10);
    int position = 0;
    for (const LawState &state : book.states) {
        rows.add(position++, state.id, state.title, state.act, state.regulation, state.list, state.listHeld,
                 state.operatesFrom, state.operatesUntil, state.note);
    }
    writeRules(rows, book);
    rows.into(u"provision"_s, 16);
    position = 0;
    for (const LawState &state : book.states) {
        for (const Provision &provision : state.provisions) {
            const Requirement &required = provision.requirement;
            rows.add(position++, state.id, provision.id, provision.title, provision.summary, provision.cite,
                     provision.regulates, provision.operatesFrom, provision.operatesUntil, required.id, required.kind,
                     required.title, required.decidedBy, required.cite, required.steps, required.usualTime);
        }
    }
    rows.into(u"element"_s, 12);
    position = 0;
    int elementPosition = 0;
    for (const LawState &state : book.states) {
        for (const Provision &provision : state.provisions) {
            const auto add = [&](const Element &e, const QString &effect, const QString &then, const QString &change) {
                rows.add(elementPosition++, position, e.id, e.title, e.cite, nameOf(e.grade), e.verified, e.leansOn,
                         Reference{effect}, then, change, e.when);
            };
            for (const Element &element : provision.elements)
                add(element, {}, {}, {});
            for (const Exception &exception : provision.exceptions)
                add(exception.condition, nameOf(exception.effect), exception.thenDo, exception.wouldChange);
            ++position;
        }
    }
    rows.into(u"duty"_s, 13);
    position = 0;
    for (const LawState &state : book.states) {
        for (const Duty &duty : state.duties) {
            rows.add(position++, state.id, duty.id, duty.title, duty.text, duty.cite, duty.keepUntil, duty.keepYears,
                     duty.keepFrom, duty.keepVerified, nameOf(duty.grade), duty.verified, duty.when);
        }
    }
    rows.into(u"warning"_s, 9);
    position = 0;
    for (const LawState &state : book.states) {
        for (const Warning &warning : state.warnings) {
            rows.add(position++, state.id, warning.id, warning.title, warning.text, warning.cite, warning.stops,
                     warning.refersTo, warning.when);
        }
    }
}

void writeList(Rows &rows, const RuleBook &book)
{
    rows.into(u"category"_s, 7);
    int position = 0;
    for (const Category &c : book.categories)
        rows.add(position++, c.id, c.part, c.title, c.scope, c.complete, c.inQuestion);

    QList<Entry> entries;
    for (const QString &code : book.entryOrder)
        entries.append(book.entries.value(code));
    rows.into(u"entry"_s, 17);
    position = 0;
    for (const Entry &e : std::as_const(entries)) {
        rows.add(position++, e.code, Reference{e.parent}, e.part, e.category, e.group, e.title, e.summary, e.regime,
                 e.reserved, e.sensitive, e.verySensitive, e.sensitiveNote, e.sensitiveWhen, e.verySensitiveWhen,
                 nameOf(e.combination), e.when);
    }
    rows.into(u"entry_keyword"_s, 3);
    for (qsizetype row = 0; row < entries.size(); ++row) {
        for (qsizetype keyword = 0; keyword < entries[row].keywords.size(); ++keyword)
            rows.add(row, keyword, entries[row].keywords[keyword]);
    }
    rows.into(u"entry_reference"_s, 3);
    for (qsizetype row = 0; row < entries.size(); ++row) {
        for (qsizetype reference = 0; reference < entries[row].references.size(); ++reference)
            rows.add(row, reference, entries[row].references[reference]);
    }
    rows.into(u"note"_s, 7);
    for (qsizetype row = 0; row < entries.size(); ++row) {
        position = 0;
        for (const Note &note : entries[row].notes)
            rows.add(row, position++, nameOf(note.kind), note.title, note.text, note.verified, note.when);
    }
    rows.into(u"entry_search (rowid, title, keywords, summary, context)"_s, 5);
    for (qsizetype row = 0; row < entries.size(); ++row) {
        QStringList context;
        // Parents stand in the book; the chain is as deep as the code is long.
        for (QString above = entries[row].parent; !above.isEmpty(); above = book.entries.value(above).parent)
            context.prepend(book.entries.value(above).title);
        rows.add(row, entries[row].title, entries[row].keywords.join(u", "_s), entries[row].summary,
                 context.join(u". "_s));
    }
}

void writeDefinitions(Rows &rows, const RuleBook &book)
{
    rows.into(u"definition"_s, 5);
    int position = 0;
    for (const Definition &definition : book.definitions)
        rows.add(position++, definition.term, definition.text, definition.cite, definition.verified);
    const auto addTexts = [&](const QString &table, QStringList Definition::*texts) {
        rows.into(table, 3);
        for (qsizetype row = 0; row < book.definitions.size(); ++row) {
            const QStringList &list = book.definitions[row].*texts;
            for (qsizetype place = 0; place < list.size(); ++place)
                rows.add(row, place, list[place]);
        }
    };
    addTexts(u"definition_form"_s, &Definition::forms);
    addTexts(u"definition_scope"_s, &Definition::appliesTo);
    addTexts(u"definition_reference"_s, &Definition::references);
}

void writeEquivalents(Rows &rows, const RuleBook &book)
{
    rows.into(u"equivalent_list"_s, 5);
    int position = 0;
    for (const EquivalentList &list : book.equivalents)
        rows.add(position++, list.id, list.title, list.edition, list.note);
    rows.into(u"equivalent_rule"_s, 5);
    position = 0;
    for (qsizetype list = 0; list < book.equivalents.size(); ++list) {
        for (const EquivalentRule &rule : book.equivalents[list].rules)
            rows.add(position++, list, rule.number, rule.note, rule.verified);
    }
    rows.into(u"equivalent_code"_s, 3);
    position = 0;
    for (const EquivalentList &list : book.equivalents) {
        for (const EquivalentRule &rule : list.rules) {
            for (qsizetype place = 0; place < rule.codes.size(); ++place)
                rows.add(position, place, rule.codes[place]);
            ++position;
        }
    }
}

void writeStartingPoints(Rows &rows, const RuleBook &book)
{
    const QList<StartingPoint> &points = book.startingPoints;
    rows.into(u"starting_point"_s, 5);
    for (qsizetype row = 0; row < points.size(); ++row)
        rows.add(row, points[row].id, points[row].title, points[row].summary, points[row].hint);
    rows.into(u"starting_point_activity"_s, 3);
    for (qsizetype row = 0; row < points.size(); ++row) {
        for (qsizetype place = 0; place < points[row].activities.size(); ++place)
            rows.add(row, place, points[row].activities[place]);
    }
    rows.into(u"starting_point_item"_s, 4);
    for (qsizetype row = 0; row < points.size(); ++row) {
        for (qsizetype item = 0; item < points[row].items.size(); ++item)
            rows.add(row, item, points[row].items[item].kind, points[row].items[item].title);
    }
    rows.into(u"starting_point_item_activity"_s, 4);
    for (qsizetype row = 0; row < points.size(); ++row) {
        for (qsizetype item = 0; item < points[row].items.size(); ++item) {
            const QStringList &activities = points[row].items[item].activities;
            for (qsizetype place = 0; place < activities.size(); ++place)
                rows.add(row, item, place, activities[place]);
        }
    }
    rows.into(u"starting_point_fact"_s, 3);
    for (qsizetype row = 0; row < points.size(); ++row) {
        for (const auto &[fact, value] : points[row].facts.asKeyValueRange())
            rows.add(row, fact, value);
    }
}

void writeApplications(Rows &rows, const RuleBook &book)
{
    const QList<Application> &applications = book.applications;
    rows.into(u"application"_s, 11);
    for (qsizetype row = 0; row < applications.size(); ++row) {
        const Application &a = applications[row];
        rows.add(row, a.id, a.title, a.summary, a.whenUnsure, a.lodgedWith, a.usualTime, a.cite, nameOf(a.grade),
                 a.verified, a.leansOn);
    }
    rows.into(u"application_requirement"_s, 3);
    for (qsizetype row = 0; row < applications.size(); ++row) {
        for (qsizetype place = 0; place < applications[row].requirements.size(); ++place)
            rows.add(row, place, applications[row].requirements[place]);
    }
    rows.into(u"application_field"_s, 6);
    for (qsizetype row = 0; row < applications.size(); ++row) {
        qsizetype place = 0;
        for (const ApplicationField &field : applications[row].fields)
            rows.add(row, place++, field.id, field.title, field.help, field.from);
    }
}

void writeThesaurus(Rows &rows, const Thesaurus &thesaurus)
{
    rows.into(u"synonym"_s, 3);
    int group = 0;
    for (const QStringList &expressions : thesaurus.synonyms) {
        int position = 0;
        for (const QString &expression : expressions)
            rows.add(group, position++, expression);
        ++group;
    }
    rows.into(u"ordinary_topic"_s, 3);
    int topic = 0;
    for (const OrdinaryTopic &ordinary : thesaurus.ordinary)
        rows.add(topic++, ordinary.id, ordinary.title);
    rows.into(u"ordinary_word"_s, 3);
    topic = 0;
    for (const OrdinaryTopic &ordinary : thesaurus.ordinary) {
        int position = 0;
        for (const QString &word : ordinary.words)
            rows.add(topic, position++, word);
        ++topic;
    }
}

QString fill(Connection &connection, const RuleBook &book, const Thesaurus &thesaurus, const Sources &sources)
{
    // The journal would only guard a file that nobody can see before it is complete.
    const QStringList settings{
        u"PRAGMA page_size = 4096"_s,
        u"PRAGMA encoding = 'UTF-8'"_s,
        u"PRAGMA auto_vacuum = NONE"_s,
        u"PRAGMA journal_mode = OFF"_s,
        u"PRAGMA synchronous = OFF"_s,
        u"PRAGMA application_id = "_s + QString::number(applicationId),
        u"PRAGMA user_version = "_s + QString::number(schemaVersion),
        u"BEGIN"_s,
    };
    const QStringList schema = schemaStatements();
    if (schema.isEmpty())
        return u"the schema is missing from the program"_s;
    for (const QString &statement : settings + schema) {
        if (!connection.run(statement))
            return connection.lastError();
    }
    Rows rows(connection);
    writeMeta(rows, book);
    writeSources(rows, sources);
    writeUnits(rows, book.units);
    writeFacts(rows, book);
    writeShared(rows, book);
    writeLaw(rows, book);
    writeList(rows, book);
    writeDefinitions(rows, book);
    writeEquivalents(rows, book);
    writeStartingPoints(rows, book);
    writeApplications(rows, book);
    writeThesaurus(rows, thesaurus);
    rows.end();
    if (!rows.error().isEmpty())
        return rows.error();
    for (const QString &statement : {u"INSERT INTO entry_search (entry_search) VALUES ('optimize')"_s, u"COMMIT"_s}) {
        if (!connection.run(statement))
            return connection.lastError();
    }
    return {};
}

bool flushToDisk(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

} // namespace

std::expected<void, StoreError> writeCatalogue(const RuleBook &rules, const Thesaurus &thesaurus,
                                               const Sources &sources, const QString &path)
{
    const auto unwritable = [&](const QString &why) {
        return std::unexpected(
            StoreError{StoreError::Kind::Unwritable, u"cannot write the catalogue "_s + path + u": "_s + why});
    };
    if (QFileInfo(path).isDir())
        return unwritable(u"it is a folder"_s);
    QTemporaryFile temporary(path + u".XXXXXX"_s); // removed again unless it is renamed
    if (!temporary.open())
        return unwritable(temporary.errorString());
    const QString temporaryPath = temporary.fileName();
    temporary.close();
    {
        Connection connection(temporaryPath, Connection::Purpose::Write);
        if (!connection.isOpen())
            return unwritable(connection.errorText());
        if (const QString why = fill(connection, rules, thesaurus, sources); !why.isEmpty())
            return unwritable(why);
    }
    using enum QFileDevice::Permission;
    if (!QFile::setPermissions(temporaryPath, ReadOwner | WriteOwner | ReadGroup | ReadOther)
        || !flushToDisk(temporaryPath)) {
        return unwritable(u"the disk does not take it"_s);
    }
    std::error_code failure;
    std::filesystem::rename(std::filesystem::path(temporaryPath.toStdU16String()),
                            std::filesystem::path(path.toStdU16String()), failure);
    if (failure)
        return unwritable(QString::fromStdString(failure.message()));
    temporary.setAutoRemove(false);
    return {};
}

} // namespace clearway::store
