// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compilation.h"

#include "catalogue/compiler/circles.h"
#include "catalogue/compiler/read_thesaurus.h"
#include "catalogue/compiler/source_text.h"
#include "catalogue/compiler/words.h"
#include "catalogue/store/canonical.h"
#include "catalogue/store/vocabulary.h"

#include <algorithm>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

void Compilation::error(const SourcePosition &at, const QString &message, const QString &expected)
{
    m_errors.append({at, message, expected});
}

bool Compilation::declare(QMap<QString, SourcePosition> &names, const QString &what, const QString &name,
                          const SourcePosition &at)
{
    const auto first = names.constFind(name);
    if (first == names.cend()) {
        names.insert(name, at);
        return true;
    }
    error(at, u"%1 “%2” is declared twice"_s.arg(what, name),
          u"it once; the first is in %1:%2"_s.arg(first->file).arg(first->line));
    return false;
}

QString Compilation::identifier(MapReader &map, const QString &what, bool dotted)
{
    const QString id = map.text(u"id"_s, Need::Required);
    if (id.isEmpty())
        return {};
    map.setWhat(u"%1 “%2”"_s.arg(what, id));
    if (dotted ? isIdentifier(id) : isPlainName(id))
        return id;
    error(map.place(u"id"_s), u"“%1” cannot be an id"_s.arg(id),
          dotted ? u"lower-case letters, digits and _, with . between parts, and no word of the conditions"_s
                 : u"letters, digits, - and _"_s);
    return {};
}

void Compilation::readTop(const Document &document)
{
    const Node &root = document.root;
    if (root.kind == Node::Kind::Empty)
        return; // an empty file, or one that was refused already
    static const QStringList known{
        u"catalogue"_s,   u"kinds"_s,           u"units"_s,          u"facts"_s,    u"rules"_s,
        u"tables"_s,      u"countries"_s,       u"country_groups"_s, u"state"_s,    u"category"_s,
        u"part"_s,        u"group"_s,           u"when"_s,           u"entries"_s,  u"definitions"_s,
        u"equivalents"_s, u"starting_points"_s, u"applications"_s,   u"synonyms"_s, u"ordinary"_s};
    MapReader map(root, u"the file"_s, m_errors);
    for (const QString &key : known)
        map.node(key);
    map.finish();
}

// The sections of one name in all files, item by item.
void Compilation::readKnown(const QString &key, void (Compilation::*read)(const Document &, const Node &))
{
    for (const Document &document : m_documents) {
        const Member *section = document.root.member(key);
        if (!section || section->value.kind == Node::Kind::Empty)
            continue;
        MapReader map(document.root, u"the file"_s, m_errors);
        for (const Node *item : map.list(key))
            (this->*read)(document, *item);
    }
}

void Compilation::later(const Document &document, const Node &node, const QString &state, Later take)
{
    m_pending.push_back({&document, &node, state, std::move(take)});
}

void Compilation::requireCondition(MapReader &map, const Document &document, const QString &state, const Later &take)
{
    if (const Node *when = map.node(u"when"_s, Need::Required))
        later(document, *when, state, take);
}

ConditionPtr Compilation::condition(const Pending &pending)
{
    const Node &node = *pending.node;
    if (node.kind != Node::Kind::Text) {
        error(node.at, u"a condition is a map or a list"_s, u"a text"_s);
        return {};
    }
    const auto source = SourceText::of(*pending.document, node);
    if (!source) {
        error(node.at, u"a condition is folded, has escapes or runs over several lines"_s,
              u"it on one line or in a | block"_s);
        return {};
    }
    const store::RuleBookVocabulary vocabulary(m_book, pending.state.isEmpty() ? nullptr : m_book.state(pending.state));
    const auto parsed = parseCondition(source->text(), vocabulary, {node.at.file, 1, 1});
    if (!parsed) {
        for (const SourceError &wrong : parsed.error())
            error(source->inFile(wrong.at.line, wrong.at.column), wrong.message, wrong.expected);
        return {};
    }
    // "within" may name codes that we do not hold; an entry's own truth can only be looked up in one that we
    // do.
    visit(**parsed, [&](const Condition &part) {
        const auto *entry = std::get_if<Condition::EntryReference>(&part.node);
        if (entry && !m_book.entries.contains(entry->code)) {
            error(source->inFile(part.line, part.column),
                  u"the catalogue does not hold the entry “%1”"_s.arg(entry->code), u"an entry that it holds"_s);
        }
    });
    return *parsed;
}

void Compilation::parseConditions()
{
    for (const Pending &pending : m_pending) {
        if (ConditionPtr parsed = condition(pending))
            pending.take(std::move(parsed));
    }
}

void Compilation::checkCircles()
{
    m_errors += circlesIn(m_book, m_rules, m_entries);
}

void Compilation::readDocuments(const store::Sources &sources)
{
    store::Sources sorted = sources;
    std::ranges::stable_sort(sorted, {}, &store::SourceFile::path);
    m_documents.reserve(size_t(sorted.size())); // nodes are pointed at from now on
    for (qsizetype place = 0; place < sorted.size(); ++place) {
        if (place > 0 && sorted[place].path == sorted[place - 1].path)
            error({sorted[place].path, 1, 1}, u"the file is given twice"_s, u"it once"_s);
        else
            m_documents.push_back(readYaml(sorted[place], m_errors));
    }
    for (const Document &document : m_documents)
        readTop(document);
}

language::Thesaurus Compilation::thesaurus(const store::Sources &sources)
{
    readDocuments(sources);
    return readThesaurus(m_documents, m_errors);
}

std::expected<RuleBook, QList<SourceError>> Compilation::run(const store::Sources &sources)
{
    readDocuments(sources);
    for (const Document &document : m_documents) {
        if (const Member *catalogue = document.root.member(u"catalogue"_s))
            readCatalogue(document, catalogue->value);
    }
    if (!m_hasCatalogue) {
        const QString file = m_documents.empty() ? u"catalogue.yaml"_s : m_documents.front().file;
        error({file, 1, 1}, u"no file says which catalogue this is"_s, u"`catalogue:` in one of them"_s);
    }
    readKnown(u"kinds"_s, &Compilation::readKind);
    readKnown(u"units"_s, &Compilation::readUnit);
    checkUnits();
    readKnown(u"facts"_s, &Compilation::readFact);
    for (const Document &document : m_documents) {
        const Member *countries = document.root.member(u"countries"_s);
        if (!countries)
            continue;
        if (countries->value.kind != Node::Kind::Map)
            error(countries->value.at, u"`countries` is no map"_s, u"“AU: Australia” lines"_s);
        for (const Member &country : countries->value.members)
            readCountry(country);
    }
    readKnown(u"tables"_s, &Compilation::readTable);
    readKnown(u"country_groups"_s, &Compilation::readCountryGroup);
    checkHelp();
    readKnown(u"rules"_s, &Compilation::readRule);
    for (const Document &document : m_documents) {
        if (const Member *state = document.root.member(u"state"_s))
            readState(document, state->value);
    }
    for (const Document &document : m_documents)
        readEntryFile(document);
    readEntries();
    readKnown(u"definitions"_s, &Compilation::readDefinition);
    readKnown(u"equivalents"_s, &Compilation::readEquivalentList);
    readKnown(u"starting_points"_s, &Compilation::readStartingPoint);
    readKnown(u"applications"_s, &Compilation::readApplication);
    readThesaurus(m_documents, m_errors);
    checkReferences();
    checkRoles();

    parseConditions();
    checkStates();
    if (m_errors.isEmpty())
        checkCircles();
    if (m_errors.isEmpty()) // it follows references, which must not run in a circle
        checkSensitivity();

    if (!m_errors.isEmpty()) {
        const auto order = [](const SourceError &error) {
            return std::tuple(error.at.file, error.at.line, error.at.column, error.message);
        };
        std::ranges::stable_sort(m_errors, {}, order);
        const auto same = std::ranges::unique(m_errors);
        m_errors.erase(same.begin(), same.end());
        return std::unexpected(m_errors);
    }
    m_book.entryIndex = language::EntryIndex(m_book);
    m_book.sourcesHash = store::canonicalHash(m_book);
    return std::move(m_book);
}

} // namespace clearway::compiler
