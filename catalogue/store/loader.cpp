// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/loader.h"

#include "catalogue/language/names.h"
#include "catalogue/store/vocabulary.h"

#include <QVariant>

namespace clearway::store {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

// Reads table after table; the first failure ends it, and the rest does nothing.
class Loader {
public:
    explicit Loader(Connection &connection)
        : m_connection(connection)
    {}

    std::expected<RuleBook, QString> load()
    {
        readMeta();
        readUnits();
        readFacts();
        readShared();
        readStates();
        readRules();
        readProvisions();
        readElements();
        readDutiesAndWarnings();
        readCategories();
        readEntries();
        readNotes();
        readDefinitions();
        readEquivalents();
        readStartingPoints();
        readApplications();
        parseConditions();
        if (!m_error.isEmpty())
            return std::unexpected(m_error);
        m_book.entryIndex = language::EntryIndex(m_book);
        return std::move(m_book);
    }

private:
    // A row while it is read; columns are taken one after the other.
    class Row {
    public:
        explicit Row(const QSqlQuery &query)
            : m_query(query)
        {}
        QString text() { return m_query.value(m_column++).toString(); }
        int number() { return m_query.value(m_column++).toInt(); }
        bool flag() { return m_query.value(m_column++).toInt() != 0; }
        QDate date() { return QDate::fromString(m_query.value(m_column++).toString(), Qt::ISODate); }

    private:
        const QSqlQuery &m_query;
        int m_column = 0;
    };

    void fail(const QString &why)
    {
        if (m_error.isEmpty())
            m_error = why;
    }

    template<typename Function>
    void each(const QString &table, const QString &select, Function function)
    {
        if (!m_error.isEmpty())
            return;
        QSqlQuery query = m_connection.query();
        if (!query.exec(select)) {
            fail(u"table "_s + table + u": "_s + query.lastError().text());
            return;
        }
        while (m_error.isEmpty() && query.next()) {
            Row row(query);
            function(row);
        }
        if (query.lastError().isValid())
            fail(u"table "_s + table + u": "_s + query.lastError().text());
    }

    template<typename Value>
    Value known(const std::optional<Value> &value, const QString &what)
    {
        if (!value)
            fail(what + u" has a name that is none"_s);
        return value.value_or(Value{});
    }

    LawState *state(const QString &id)
    {
        for (LawState &candidate : m_book.states) {
            if (candidate.id == id)
                return &candidate;
        }
        fail(u"state "_s + id + u" is missing"_s);
        return nullptr;
    }

    Rational rational(const QString &text) { return known(parseRational(text), u"number "_s + text); }

    Quantity quantity(const QString &text, const QString &kind)
    {
        const auto read = m_book.units.parse(text, kind);
        if (!read) {
            fail(u"quantity "_s + text + u": "_s + read.error());
            return {};
        }
        return *read;
    }

    void readMeta()
    {
        QHash<QString, QString> meta;
        each(u"meta"_s, u"SELECT key, value FROM meta"_s, [&](Row &row) {
            const QString key = row.text();
            meta.insert(key, row.text());
        });
        m_book.version = meta.value(u"version"_s);
        m_book.sourcesHash = meta.value(u"sources_hash"_s);
        m_book.lawChecked = QDate::fromString(meta.value(u"law_checked"_s), Qt::ISODate);
        m_book.lawCheckedAgainst = meta.value(u"law_checked_against"_s);
        m_book.listName = meta.value(u"list_name"_s);
        m_book.listId = meta.value(u"list_id"_s);
        m_book.listFrom = QDate::fromString(meta.value(u"list_from"_s), Qt::ISODate);
        m_book.listFinding = meta.value(u"list_finding"_s);
        m_book.dateFact = meta.value(u"date_fact"_s);
        if (m_book.version.isEmpty() || m_book.sourcesHash.isEmpty())
            fail(u"its version or its hash is missing"_s);
    }

    void readUnits()
    {
        QHash<QString, QMap<QString, int>> dimensions;
        each(u"kind_dimension"_s, u"SELECT kind, base, exponent FROM kind_dimension"_s, [&](Row &row) {
            const QString kind = row.text();
            const QString base = row.text();
            dimensions[kind].insert(base, row.number());
        });
        each(u"kind"_s, u"SELECT id, title, base_unit FROM kind ORDER BY position"_s, [&](Row &row) {
            UnitKind kind;
            kind.id = row.text();
            kind.title = row.text();
            kind.baseUnit = row.text();
            kind.dimension = dimensions.value(kind.id);
            if (!m_book.units.add(kind))
                fail(u"kind "_s + kind.id + u" is there twice"_s);
        });
        QHash<int, QStringList> aliases;
        each(u"unit_alias"_s, u"SELECT unit, alias FROM unit_alias ORDER BY unit, position"_s, [&](Row &row) {
            const int unit = row.number();
            aliases[unit].append(row.text());
        });
        const QString select =
            u"SELECT position, name, kind, logarithmic, factor, zero_offset, divisor FROM unit ORDER BY position"_s;
        each(u"unit"_s, select, [&](Row &row) {
            Unit unit;
            unit.aliases = aliases.value(row.number());
            unit.name = row.text();
            unit.kind = row.text();
            unit.scale = row.flag() ? UnitScale::Logarithmic : UnitScale::Linear;
            unit.factor = rational(row.text());
            unit.offset = rational(row.text());
            unit.divisor = rational(row.text());
            if (!m_book.units.add(unit))
                fail(u"unit "_s + unit.name + u" is there twice"_s);
        });
    }

    void readFacts()
    {
        const QString select =
            u"SELECT id, scope, kind, prompt, help, why, cite, cost, page, unit_kind, unit, measure, "
            "assumed, settled_by, derived, conduct FROM fact ORDER BY position"_s;
        each(u"fact"_s, select, [&](Row &row) {
            FactDefinition fact;
            fact.id = row.text();
            fact.scope = known(scopeFromName(row.text()), u"the scope of fact "_s + fact.id);
            fact.kind = known(factKindFromName(row.text()), u"the kind of fact "_s + fact.id);
            fact.prompt = row.text();
            fact.help = row.text();
            fact.why = row.text();
            fact.cite = row.text();
            fact.cost = row.number();
            fact.page = row.text();
            fact.unitKind = row.text();
            fact.defaultUnit = row.text();
            fact.measure = row.text();
            fact.assumed = row.text();
            fact.settledBy = row.text();
            fact.derived = row.flag();
            fact.conduct = row.flag();
            m_book.factOrder.append(fact.id);
            m_book.facts.insert(fact.id, fact);
        });
        each(u"choice"_s, u"SELECT fact, id, text, help, exclusive FROM choice ORDER BY fact, position"_s,
             [&](Row &row) {
                 const auto fact = m_book.facts.find(row.text());
                 Choice choice;
                 choice.id = row.text();
                 choice.text = row.text();
                 choice.help = row.text();
                 choice.exclusive = row.flag();
                 if (fact == m_book.facts.end())
                     fail(u"choice "_s + choice.id + u" belongs to no fact"_s);
                 else
                     fact->choices.append(choice);
             });
    }

    void readShared()
    {
        each(u"lookup"_s, u"SELECT id, title, key_kind, value_kind FROM lookup"_s, [&](Row &row) {
            Table table;
            table.id = row.text();
            table.title = row.text();
            table.keyKind = row.text();
            table.valueKind = row.text();
            m_book.tables.insert(table.id, table);
        });
        const QString rows = u"SELECT lookup, up_to, inclusive, value FROM lookup_row ORDER BY lookup, position"_s;
        each(u"lookup_row"_s, rows, [&](Row &row) {
            Table &table = m_book.tables[row.text()];
            TableRow tableRow;
            tableRow.upTo = quantity(row.text(), table.keyKind);
            tableRow.inclusive = row.flag();
            tableRow.value = quantity(row.text(), table.valueKind);
            table.rows.append(tableRow);
        });
        each(u"country"_s, u"SELECT code, name FROM country"_s, [&](Row &row) {
            const QString code = row.text();
            m_book.countries.insert(code, row.text());
        });
        each(u"country_group"_s, u"SELECT id, title, instrument, as_at, verified FROM country_group"_s, [&](Row &row) {
            CountryGroup group;
            group.id = row.text();
            group.title = row.text();
            group.instrument = row.text();
            group.asAt = row.date();
            group.verified = row.flag();
            m_book.countryGroups.insert(group.id, group);
        });
        const QString members =
            u"SELECT country_group, country FROM country_group_member ORDER BY country_group, position"_s;
        each(u"country_group_member"_s, members, [&](Row &row) {
            CountryGroup &group = m_book.countryGroups[row.text()];
            group.countries.append(row.text());
        });
    }

    void readStates()
    {
        const QString select =
            u"SELECT id, title, act, regulation, list, list_held, operates_from, operates_until, note "
            "FROM state ORDER BY position"_s;
        each(u"state"_s, select, [&](Row &row) {
            LawState one;
            one.id = row.text();
            one.title = row.text();
            one.act = row.text();
            one.regulation = row.text();
            one.list = row.text();
            one.listHeld = row.flag();
            one.operatesFrom = row.date();
            one.operatesUntil = row.date();
            one.note = row.text();
            m_book.states.append(one);
        });
    }

    void readRules()
    {
        const QString select =
            u"SELECT state, id, title, summary, cite, grade, verified, condition FROM rule ORDER BY position"_s;
        each(u"rule"_s, select, [&](Row &row) {
            const QString stateId = row.text();
            Rule rule;
            rule.id = row.text();
            rule.title = row.text();
            rule.summary = row.text();
            rule.cite = row.text();
            rule.grade = known(gradeFromName(row.text()), u"the grade of rule "_s + rule.id);
            rule.verified = row.flag();
            m_ruleTexts.append(row.text());
            if (stateId.isEmpty())
                m_book.rules.insert(rule.id, rule);
            else if (LawState *owner = state(stateId))
                owner->rules.append(rule);
        });
    }

    void readProvisions()
    {
        const QString select = u"SELECT position, state, id, title, summary, cite, regulates, operates_from, "
                               "operates_until, requirement, requirement_kind, requirement_title, decided_by, "
                               "requirement_cite, steps, usual_time FROM provision ORDER BY position"_s;
        each(u"provision"_s, select, [&](Row &row) {
            const int position = row.number();
            LawState *owner = state(row.text());
            Provision provision;
            provision.id = row.text();
            provision.title = row.text();
            provision.summary = row.text();
            provision.cite = row.text();
            provision.regulates = row.text();
            provision.operatesFrom = row.date();
            provision.operatesUntil = row.date();
            Requirement &required = provision.requirement;
            required.id = row.text();
            required.kind = row.text();
            required.title = row.text();
            required.decidedBy = row.text();
            required.cite = row.text();
            required.steps = row.text();
            required.usualTime = row.text();
            if (owner) {
                m_provisions.insert(position, {owner->id, owner->provisions.size()});
                owner->provisions.append(provision);
            }
        });
    }

    void readElements()
    {
        const QString select = u"SELECT provision, id, title, cite, grade, verified, leans_on, effect, then_do, "
                               "would_change, condition FROM element ORDER BY position"_s;
        each(u"element"_s, select, [&](Row &row) {
            const int position = row.number();
            Element element;
            element.id = row.text();
            element.title = row.text();
            element.cite = row.text();
            element.grade = known(gradeFromName(row.text()), u"the grade of element "_s + element.id);
            element.verified = row.flag();
            element.leansOn = row.text();
            const QString effect = row.text();
            const QString then = row.text();
            const QString change = row.text();
            m_elementTexts.append(row.text());
            const auto place = m_provisions.constFind(position);
            LawState *owner = place == m_provisions.cend() ? nullptr : state(place->first);
            if (!owner) {
                fail(u"element "_s + element.id + u" belongs to no provision"_s);
                return;
            }
            Provision &provision = owner->provisions[place->second];
            if (effect.isEmpty()) {
                provision.elements.append(element);
                return;
            }
            Exception exception;
            exception.condition = element;
            exception.effect = known(effectFromName(effect), u"the effect of exception "_s + element.id);
            exception.thenDo = then;
            exception.wouldChange = change;
            provision.exceptions.append(exception);
        });
    }

    void readDutiesAndWarnings()
    {
        const QString duties = u"SELECT state, id, title, text, cite, keep_until, keep_years, keep_from, "
                               u"keep_verified, grade, verified, condition "
                               "FROM duty ORDER BY position"_s;
        each(u"duty"_s, duties, [&](Row &row) {
            LawState *owner = state(row.text());
            Duty duty;
            duty.id = row.text();
            duty.title = row.text();
            duty.text = row.text();
            duty.cite = row.text();
            duty.keepUntil = row.text();
            duty.keepYears = row.number();
            duty.keepFrom = row.text();
            duty.keepVerified = row.flag();
            duty.grade = known(gradeFromName(row.text()), u"the grade of duty "_s + duty.id);
            duty.verified = row.flag();
            m_dutyTexts.append(row.text());
            if (owner)
                owner->duties.append(duty);
        });
        const QString warnings =
            u"SELECT state, id, title, text, cite, stops, refers_to, condition FROM warning ORDER BY position"_s;
        each(u"warning"_s, warnings, [&](Row &row) {
            LawState *owner = state(row.text());
            Warning warning;
            warning.id = row.text();
            warning.title = row.text();
            warning.text = row.text();
            warning.cite = row.text();
            warning.stops = row.flag();
            warning.refersTo = row.text();
            m_warningTexts.append(row.text());
            if (owner)
                owner->warnings.append(warning);
        });
    }

    void readCategories()
    {
        const QString select =
            u"SELECT id, part, title, scope, complete, in_question FROM category ORDER BY position"_s;
        each(u"category"_s, select, [&](Row &row) {
            Category category;
            category.id = row.text();
            category.part = row.number();
            category.title = row.text();
            category.scope = row.text();
            category.complete = row.flag();
            m_categoryTexts.append(row.text());
            m_book.categories.append(category);
        });
    }

    void readEntries()
    {
        const QString select = u"SELECT code, parent, part, category, list_group, title, summary, regime, reserved, "
                               "sensitive, very_sensitive, sensitive_note, sensitive_when, very_sensitive_when, "
                               "combination, condition FROM entry "
                               "ORDER BY position"_s;
        each(u"entry"_s, select, [&](Row &row) {
            Entry entry;
            entry.code = row.text();
            entry.parent = row.text();
            entry.part = row.number();
            entry.category = row.text();
            entry.group = row.text();
            entry.title = row.text();
            entry.summary = row.text();
            entry.regime = row.text();
            entry.reserved = row.flag();
            entry.sensitive = row.flag();
            entry.verySensitive = row.flag();
            entry.sensitiveNote = row.text();
            m_sensitiveTexts.append(row.text());
            m_verySensitiveTexts.append(row.text());
            entry.combination = known(combinationFromName(row.text()), u"the combination of "_s + entry.code);
            m_entryTexts.append(row.text());
            if (!entry.parent.isEmpty()) {
                const auto parent = m_book.entries.find(entry.parent);
                if (parent == m_book.entries.end()) {
                    fail(u"entry "_s + entry.code + u" stands before its parent"_s);
                    return;
                }
                parent->children.append(entry.code);
            }
            m_book.entryOrder.append(entry.code);
            m_book.entries.insert(entry.code, entry);
        });
        each(u"entry_keyword"_s, u"SELECT entry, keyword FROM entry_keyword ORDER BY entry, position"_s, [&](Row &row) {
            if (Entry *entry = entryAt(row.number()))
                entry->keywords.append(row.text());
        });
        each(u"entry_reference"_s, u"SELECT entry, code FROM entry_reference ORDER BY entry, position"_s,
             [&](Row &row) {
                 if (Entry *entry = entryAt(row.number()))
                     entry->references.append(row.text());
             });
    }

    Entry *entryAt(int position)
    {
        if (position < 0 || position >= m_book.entryOrder.size()) {
            fail(u"there is no entry at position "_s + QString::number(position));
            return nullptr;
        }
        return &m_book.entries[m_book.entryOrder[position]];
    }

    void readNotes()
    {
        const QString select =
            u"SELECT entry, kind, title, text, verified, condition FROM note ORDER BY entry, position"_s;
        each(u"note"_s, select, [&](Row &row) {
            Entry *entry = entryAt(row.number());
            Note note;
            note.kind = known(noteKindFromName(row.text()), u"the kind of a note"_s);
            note.title = row.text();
            note.text = row.text();
            note.verified = row.flag();
            m_noteTexts.append(row.text());
            if (entry)
                entry->notes.append(note);
        });
    }

    void readDefinitions()
    {
        each(u"definition"_s, u"SELECT term, text, cite, verified FROM definition ORDER BY position"_s, [&](Row &row) {
            Definition definition;
            definition.term = row.text();
            definition.text = row.text();
            definition.cite = row.text();
            definition.verified = row.flag();
            m_book.definitions.append(definition);
        });
        const auto readTexts = [&](const QString &table, const QString &select, QStringList Definition::*texts) {
            each(table, select, [&](Row &row) {
                const int position = row.number();
                if (position < 0 || position >= m_book.definitions.size())
                    fail(u"there is no definition at position "_s + QString::number(position));
                else
                    (m_book.definitions[position].*texts).append(row.text());
            });
        };
        readTexts(u"definition_form"_s, u"SELECT definition, form FROM definition_form ORDER BY definition, position"_s,
                  &Definition::forms);
        readTexts(u"definition_scope"_s,
                  u"SELECT definition, applies_to FROM definition_scope ORDER BY definition, position"_s,
                  &Definition::appliesTo);
        readTexts(u"definition_reference"_s,
                  u"SELECT definition, code FROM definition_reference ORDER BY definition, position"_s,
                  &Definition::references);
    }

    void readEquivalents()
    {
        each(u"equivalent_list"_s, u"SELECT id, title, edition, note FROM equivalent_list ORDER BY position"_s,
             [&](Row &row) {
                 EquivalentList list;
                 list.id = row.text();
                 list.title = row.text();
                 list.edition = row.text();
                 list.note = row.text();
                 m_book.equivalents.append(list);
             });
        QHash<int, QStringList> codes;
        each(u"equivalent_code"_s, u"SELECT rule, pattern FROM equivalent_code ORDER BY rule, position"_s,
             [&](Row &row) {
                 const int rule = row.number();
                 codes[rule].append(row.text());
             });
        each(u"equivalent_rule"_s,
             u"SELECT position, list, number, note, verified FROM equivalent_rule ORDER BY position"_s, [&](Row &row) {
                 EquivalentRule rule;
                 rule.codes = codes.value(row.number());
                 const int list = row.number();
                 rule.number = row.text();
                 rule.note = row.text();
                 rule.verified = row.flag();
                 if (list < 0 || list >= m_book.equivalents.size())
                     fail(u"there is no list abroad at position "_s + QString::number(list));
                 else
                     m_book.equivalents[list].rules.append(rule);
             });
    }

    // The element of a list at a stored position; null, and the loading fails, where there is none.
    template<typename List>
    auto *at(List &list, int position, const QString &what)
    {
        if (position >= 0 && position < list.size())
            return &list[position];
        fail(u"there is no %1 at position %2"_s.arg(what).arg(position));
        return static_cast<decltype(&list[0])>(nullptr);
    }

    void readStartingPoints()
    {
        QList<StartingPoint> &points = m_book.startingPoints;
        const QString what = u"starting point"_s;
        each(u"starting_point"_s, u"SELECT id, title, summary, hint FROM starting_point ORDER BY position"_s,
             [&](Row &row) {
                 StartingPoint point;
                 point.id = row.text();
                 point.title = row.text();
                 point.summary = row.text();
                 point.hint = row.text();
                 points.append(point);
             });
        each(u"starting_point_activity"_s,
             u"SELECT starting_point, activity FROM starting_point_activity ORDER BY starting_point, position"_s,
             [&](Row &row) {
                 if (StartingPoint *point = at(points, row.number(), what))
                     point->activities.append(row.text());
             });
        each(u"starting_point_item"_s,
             u"SELECT starting_point, kind, title FROM starting_point_item ORDER BY starting_point, position"_s,
             [&](Row &row) {
                 StartingPoint *point = at(points, row.number(), what);
                 StartingItem item;
                 item.kind = row.text();
                 item.title = row.text();
                 if (point)
                     point->items.append(item);
             });
        const QString with = u"SELECT starting_point, item, activity FROM starting_point_item_activity "
                             "ORDER BY starting_point, item, position"_s;
        each(u"starting_point_item_activity"_s, with, [&](Row &row) {
            StartingPoint *point = at(points, row.number(), what);
            StartingItem *item = point ? at(point->items, row.number(), u"item of a starting point"_s) : nullptr;
            if (item)
                item->activities.append(row.text());
        });
        each(u"starting_point_fact"_s, u"SELECT starting_point, fact, value FROM starting_point_fact"_s, [&](Row &row) {
            StartingPoint *point = at(points, row.number(), what);
            const QString fact = row.text();
            if (point)
                point->facts.insert(fact, row.text());
        });
    }

    void readApplications()
    {
        QList<Application> &applications = m_book.applications;
        const QString select = u"SELECT id, title, summary, when_unsure, lodged_with, usual_time, cite, grade, "
                               "verified, leans_on FROM application ORDER BY position"_s;
        each(u"application"_s, select, [&](Row &row) {
            Application application;
            application.id = row.text();
            application.title = row.text();
            application.summary = row.text();
            application.whenUnsure = row.flag();
            application.lodgedWith = row.text();
            application.usualTime = row.text();
            application.cite = row.text();
            application.grade = known(gradeFromName(row.text()), u"the grade of application "_s + application.id);
            application.verified = row.flag();
            application.leansOn = row.text();
            applications.append(application);
        });
        each(u"application_requirement"_s,
             u"SELECT application, requirement FROM application_requirement ORDER BY application, position"_s,
             [&](Row &row) {
                 if (Application *application = at(applications, row.number(), u"application"_s))
                     application->requirements.append(row.text());
             });
        const QString fields =
            u"SELECT application, id, title, help, taken_from FROM application_field ORDER BY application, position"_s;
        each(u"application_field"_s, fields, [&](Row &row) {
            Application *application = at(applications, row.number(), u"application"_s);
            ApplicationField field;
            field.id = row.text();
            field.title = row.text();
            field.help = row.text();
            field.from = row.text();
            if (application)
                application->fields.append(field);
        });
    }

    // In the order in which the rows were read, so that each takes the text that belongs to it.
    void parseConditions()
    {
        if (!m_error.isEmpty())
            return;
        const RuleBookVocabulary shared(m_book);
        qsizetype next = 0;
        for (Rule &rule : m_book.rules)
            parse(rule.when, m_ruleTexts.value(next++), shared, rule.id);
        for (LawState &owner : m_book.states) {
            const RuleBookVocabulary own(m_book, &owner);
            for (Rule &rule : owner.rules)
                parse(rule.when, m_ruleTexts.value(next++), own, rule.id);
        }
        next = 0;
        qsizetype nextDuty = 0;
        qsizetype nextWarning = 0;
        for (LawState &owner : m_book.states) {
            const RuleBookVocabulary own(m_book, &owner);
            for (Provision &provision : owner.provisions) {
                for (Element &element : provision.elements)
                    parse(element.when, m_elementTexts.value(next++), own, element.id);
                for (Exception &exception : provision.exceptions)
                    parse(exception.condition.when, m_elementTexts.value(next++), own, exception.condition.id);
            }
            for (Duty &duty : owner.duties)
                parse(duty.when, m_dutyTexts.value(nextDuty++), own, duty.id);
            for (Warning &warning : owner.warnings)
                parse(warning.when, m_warningTexts.value(nextWarning++), own, warning.id);
        }
        next = 0;
        for (Category &category : m_book.categories)
            parse(category.inQuestion, m_categoryTexts.value(next++), shared, category.id);
        next = 0;
        qsizetype nextNote = 0;
        for (const QString &code : std::as_const(m_book.entryOrder)) {
            Entry &entry = m_book.entries[code];
            parse(entry.when, m_entryTexts.value(next), shared, code);
            parse(entry.sensitiveWhen, m_sensitiveTexts.value(next), shared, code);
            parse(entry.verySensitiveWhen, m_verySensitiveTexts.value(next), shared, code);
            ++next;
            for (Note &note : entry.notes)
                parse(note.when, m_noteTexts.value(nextNote++), shared, code);
        }
    }

    void parse(ConditionPtr &into, const QString &text, const Vocabulary &vocabulary, const QString &of)
    {
        if (text.isEmpty() || !m_error.isEmpty())
            return;
        const auto condition = parseCondition(text, vocabulary, {of, 1, 1});
        if (condition)
            into = *condition;
        else
            fail(u"the condition of "_s + (condition.error().isEmpty() ? of : condition.error().first().toText()));
    }

    Connection &m_connection;
    RuleBook m_book;
    QString m_error;
    QHash<int, std::pair<QString, qsizetype>> m_provisions; // by position: state, place in it
    QStringList m_ruleTexts, m_elementTexts, m_dutyTexts, m_warningTexts, m_categoryTexts, m_entryTexts,
        m_sensitiveTexts, m_verySensitiveTexts, m_noteTexts;
};

} // namespace

std::expected<RuleBook, QString> loadRules(Connection &connection)
{
    return Loader(connection).load();
}

} // namespace clearway::store
