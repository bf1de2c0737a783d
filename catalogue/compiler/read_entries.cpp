// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/circles.h"
#include "catalogue/compiler/compilation.h"
#include "catalogue/compiler/words.h"
#include "catalogue/store/listcode.h"

#include <algorithm>
#include <tuple>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

constexpr int impliedCost = 30; // of the question that an entry asks: reading a specification and thinking

// What joins several conditions that must all hold; null where there is none.
ConditionPtr joined(const std::vector<ConditionPtr> &parts)
{
    std::vector<ConditionPtr> present;
    std::ranges::copy_if(parts, std::back_inserter(present), [](const ConditionPtr &part) { return part != nullptr; });
    if (present.empty())
        return {};
    if (present.size() == 1)
        return present.front();
    auto all = std::make_shared<Condition>();
    all->node = Condition::All{std::move(present)};
    return all;
}

ConditionPtr holds(const QString &fact)
{
    auto condition = std::make_shared<Condition>();
    condition->node = Condition::Holds{fact};
    return condition;
}

QString impliedFact(const QString &code)
{
    return u"meets."_s + code;
}

} // namespace

void Compilation::readEntryFile(const Document &document)
{
    const Node &root = document.root;
    const Member *entries = root.member(u"entries");
    if (!entries) {
        for (const QString &key : {u"category"_s, u"part"_s, u"group"_s, u"when"_s}) {
            if (const Member *member = root.member(key))
                error(member->at, u"the file has `%1` and no entries"_s.arg(key), u"`entries:`"_s);
        }
        return;
    }
    MapReader header(root, u"the file of entries"_s, m_errors);
    File file{&document, &root, {}, {}, 2};
    const QString category = header.text(u"category"_s, Need::Required);
    file.part = header.number(u"part"_s, 1, 2, 2);
    file.group = header.text(u"group"_s);
    const Category *known = m_book.category(category);
    if (known)
        file.category = category;
    else if (!category.isEmpty())
        error(header.place(u"category"_s), u"there is no category “%1”"_s.arg(category),
              expectedOneOf(category, m_categories.keys()));
    if (known && known->part != file.part) {
        error(header.place(u"part"_s), u"the category %1 is in Part %2"_s.arg(category).arg(known->part),
              u"`part: %1`"_s.arg(known->part));
    }
    if (file.part == 1 && !file.group.isEmpty())
        error(header.place(u"group"_s), u"Part 1 has no groups"_s, u"no `group`"_s);
    if (file.part == 2 && (file.group.size() != 1 || file.group[0] < u'A' || file.group[0] > u'E'))
        error(header.place(u"group"_s), u"the group is “%1”"_s.arg(file.group), u"a letter from A to E"_s);
    header.node(u"entries"_s, Need::Required);
    m_entryFiles.push_back(file);
}

// In the order of the list: categories as catalogue.yaml has them, groups, then as the files have them.
void Compilation::readEntries()
{
    const auto place = [&](const File &file) {
        const auto found = std::ranges::find(m_book.categories, file.category, &Category::id);
        return std::tuple(found - m_book.categories.begin(), file.group, file.document->file);
    };
    std::ranges::stable_sort(m_entryFiles, {}, place);
    for (const File &file : m_entryFiles) {
        const Member *entries = file.root->member(u"entries");
        if (entries->value.kind == Node::Kind::Empty)
            continue;
        if (entries->value.kind != Node::Kind::Map) {
            error(entries->value.at, u"`entries` is no map"_s, u"codes, each with a map of what it holds"_s);
            continue;
        }
        const Member *when = file.root->member(u"when");
        const Node *header = when && when->value.kind != Node::Kind::Empty ? &when->value : nullptr;
        for (const Member &member : entries->value.members) {
            if (!member.quotedKey)
                error(member.at, u"the code %1 is not in quotes"_s.arg(member.key), u"\"%1\""_s.arg(member.key));
            readEntry(file, member, member.key, {}, header);
        }
    }
    for (const QString &code : std::as_const(m_book.entryOrder)) {
        if (const auto fact = m_impliedFacts.constFind(code); fact != m_impliedFacts.cend()) {
            m_book.factOrder.append(fact->id);
            m_book.facts.insert(fact->id, *fact);
        }
    }
}

bool Compilation::checkCode(const File &file, const Member &member, const QString &code, const QString &parent)
{
    if (!parent.isEmpty()) {
        if (!store::isChildLabel(parent, member.key)) {
            error(member.at, u"“%1” cannot stand below %2"_s.arg(member.key, parent),
                  u"letters and numbers in turn: lower-case letters, or a number"_s);
            return false;
        }
    } else if (!store::isFirstLevelCode(code)) {
        error(member.at, u"“%1” is no code"_s.arg(code),
              file.part == 1 ? u"ML and a number"_s : u"a digit, a letter A to E and three digits"_s);
        return false;
    } else if ((file.part == 1) != code.startsWith("ML"_L1)) {
        error(member.at, u"the code %1 is not of Part %2"_s.arg(code).arg(file.part),
              file.part == 1 ? u"ML and a number"_s : u"a digit, a letter A to E and three digits"_s);
        return false;
    } else if (file.part == 2 && !file.group.isEmpty() && code[1] != file.group[0]) {
        error(member.at, u"the code %1 is not of group %2"_s.arg(code, file.group),
              u"codes of the group of the file"_s);
        return false;
    } else if (!file.category.isEmpty() && file.part == 2 && code[0] != file.category[0]) {
        error(member.at, u"the code %1 is not of category %2"_s.arg(code, file.category),
              u"codes of the category of the file"_s);
        return false;
    }
    return declare(m_entries, u"entry"_s, code, member.at);
}

void Compilation::readSensitivity(MapReader &map, const File &file, Entry &entry)
{
    QStringList narrowed;
    const auto read = [&](const QString &key, ConditionPtr Entry::*condition) {
        const QString text = map.text(key);
        if (!text.isEmpty() && text != "true"_L1 && text != "false"_L1)
            narrowed.append(text);
        const bool listed = !text.isEmpty() && text != "false"_L1;
        const QString whenKey = key + u"_when"_s;
        if (const Node *when = map.node(whenKey)) {
            if (!listed) {
                error(map.place(whenKey), u"entry %1 has `%2` and no `%3`"_s.arg(entry.code, whenKey, key),
                      u"`%1: true`, or the text of what the row takes, with it"_s.arg(key));
            }
            m_narrowings.push_back({entry.code, condition, when->at});
            later(*file.document, *when, {}, [this, code = entry.code, condition](ConditionPtr parsed) {
                m_book.entries[code].*condition = std::move(parsed);
            });
        }
        return listed;
    };
    entry.sensitive = read(u"sensitive"_s, &Entry::sensitiveWhen);
    entry.verySensitive = read(u"very_sensitive"_s, &Entry::verySensitiveWhen);
    entry.sensitiveNote = narrowed.join(u'\n');
}

// What narrows a row is asked of the item alone, and cannot turn on what the item was found to meet: whether
// that is on one of the two lists is what it says.
void Compilation::checkSensitivity()
{
    for (const Narrowing &narrowing : m_narrowings) {
        const ConditionPtr when = m_book.entries.value(narrowing.code).*narrowing.condition;
        if (!when)
            continue;
        for (const QString &id : factsBehind(*when, m_book)) {
            const auto fact = m_book.facts.constFind(id);
            if (id == m_book.listFinding) {
                error(narrowing.at,
                      u"what narrows the row of %1 turns on “%2”, which is found from it"_s.arg(narrowing.code, id),
                      u"other facts of the item"_s);
            } else if (fact != m_book.facts.cend() && fact->scope != Scope::Item && fact->scope != Scope::Point) {
                error(
                    narrowing.at,
                    u"what narrows the row of %1 turns on “%2”, which is no fact of the item"_s.arg(narrowing.code, id),
                    u"facts of scope item or point"_s);
            }
        }
    }
}

// The question of an entry is a fact like any other, so that answers to it live on by its code.
void Compilation::addImpliedFact(MapReader &map, const Entry &entry)
{
    FactDefinition fact;
    fact.id = impliedFact(entry.code);
    fact.scope = Scope::Item;
    fact.kind = map.flag(u"judgement"_s) ? FactKind::Judgement : FactKind::YesNo;
    fact.prompt = map.text(u"asks"_s);
    fact.help = map.text(u"asks_help"_s);
    fact.why = u"It decides whether %1 applies: %2."_s.arg(entry.code, entry.title);
    fact.cite = entry.code;
    fact.cost = impliedCost;
    checkPrompt(map.place(u"asks"_s), fact.prompt);
    m_impliedFacts.insert(entry.code, fact);
}

void Compilation::readNotes(MapReader &map, const File &file, Entry &entry)
{
    for (const Node *item : map.list(u"not_if"_s)) {
        MapReader noteMap(*item, u"a decontrol note of %1"_s.arg(entry.code), m_errors);
        if (!noteMap.isMap())
            continue;
        Note note;
        note.kind = NoteKind::DecontrolNote;
        note.title = noteMap.text(u"title"_s, Need::Required);
        note.text = noteMap.text(u"text"_s);
        note.verified = noteMap.flag(u"verified"_s, true);
        requireCondition(noteMap, *file.document, {},
                         [this, code = entry.code, number = entry.notes.size()](ConditionPtr condition) {
                             m_book.entries[code].notes[number].when = std::move(condition);
                         });
        noteMap.finish();
        entry.notes.append(note);
    }
    for (const Node *item : map.list(u"notes"_s)) {
        MapReader noteMap(*item, u"a note of %1"_s.arg(entry.code), m_errors);
        if (!noteMap.isMap())
            continue;
        static const QList<std::pair<QString, NoteKind>> kinds{
            {u"technical"_s, NoteKind::TechnicalNote}, {u"note"_s, NoteKind::Note}, {u"see"_s, NoteKind::SeeAlso}};
        int found = 0;
        Note note;
        note.title = noteMap.text(u"title"_s);
        for (const auto &[key, kind] : kinds) {
            if (const QString text = noteMap.text(key); !text.isEmpty()) {
                ++found;
                note.kind = kind;
                note.text = text;
            }
        }
        noteMap.finish();
        if (found == 1)
            entry.notes.append(note);
        else
            error(item->at, u"a note of %1 has %2 texts"_s.arg(entry.code).arg(found),
                  u"one of `technical:`, `note:`, `see:`"_s);
    }
}

void Compilation::readChildren(MapReader &map, const File &file, const Entry &entry)
{
    const Node *any = map.node(u"any"_s);
    const Node *all = map.node(u"all"_s);
    const Node *examples = map.node(u"examples"_s);
    if ((any && all) || (examples && (any || all)))
        error(map.place(any && all ? u"all"_s : u"examples"_s),
              u"%1 has two of `any`, `all` and `examples`"_s.arg(entry.code), u"one of them"_s);
    for (const Node *children : {any, all, examples}) {
        if (!children)
            continue;
        if (children->kind != Node::Kind::Map) {
            error(children->at, u"what lies below %1 is no map"_s.arg(entry.code), u"labels, each with a map"_s);
            continue;
        }
        for (const Member &child : children->members)
            readEntry(file, child, entry.code + u'.' + child.key, entry.code, nullptr);
    }
}

// As deep as the file is nested, which readYaml() bounds.
void Compilation::readEntry(const File &file, const Member &member, const QString &code, const QString &parent,
                            const Node *header)
{
    MapReader map(member.value, u"entry %1"_s.arg(code), m_errors);
    if (!checkCode(file, member, code, parent) || !map.isMap())
        return;
    Entry entry;
    entry.code = code;
    entry.parent = parent;
    entry.part = file.part;
    entry.category = file.category;
    entry.group = file.group;
    entry.reserved = map.flag(u"reserved"_s);
    entry.title = map.text(u"title"_s, entry.reserved ? Need::Optional : Need::Required);
    entry.references = map.texts(u"see"_s);
    for (const Node *item : map.list(u"see"_s)) {
        if (item->kind == Node::Kind::Text)
            m_references.emplace_back(item->text.trimmed(), item->at);
    }
    if (entry.reserved) {
        if (entry.title.isEmpty())
            entry.title = u"Not used"_s;
        for (const Member &other : member.value.members) {
            if (other.key != "reserved"_L1 && other.key != "title"_L1 && other.key != "see"_L1)
                error(other.at, u"entry %1 is not used and has `%2`"_s.arg(code, other.key),
                      u"only a title and `see`"_s);
        }
        insertEntry(entry);
        return;
    }
    entry.summary = map.text(u"summary"_s);
    entry.regime = map.text(u"regime"_s);
    entry.keywords = map.texts(u"keywords"_s);
    readSensitivity(map, file, entry);
    if (map.node(u"any"_s))
        entry.combination = Combination::Any;
    else if (map.node(u"all"_s))
        entry.combination = Combination::All;
    else if (map.node(u"examples"_s))
        entry.combination = Combination::Examples;

    const Node *asks = map.node(u"asks"_s);
    if (asks) {
        addImpliedFact(map, entry);
    } else {
        for (const QString &key : {u"asks_help"_s, u"judgement"_s}) {
            if (map.node(key))
                error(map.place(key), u"entry %1 has `%2` and asks nothing"_s.arg(code, key), u"`asks:` with it"_s);
        }
    }
    map.node(u"asks_help"_s);
    map.node(u"judgement"_s);
    const Node *when = map.node(u"when"_s);
    if (!asks && !when && entry.combination == Combination::None)
        error(member.at, u"entry %1 has no criterion"_s.arg(code), u"`asks`, `when`, `any` or `all`"_s);
    if (!asks && !when && entry.combination == Combination::Examples)
        error(map.place(u"examples"_s), u"entry %1 has only examples and no criterion of its own"_s.arg(code),
              u"`asks` or `when` beside `examples`"_s);
    readNotes(map, file, entry);
    insertEntry(entry);
    takeConditions(file, code, header, asks != nullptr, when);
    readChildren(map, file, entry);
    map.finish();
}

void Compilation::insertEntry(const Entry &entry)
{
    m_book.entries.insert(entry.code, entry);
    m_book.entryOrder.append(entry.code);
    if (const auto parent = m_book.entries.find(entry.parent); parent != m_book.entries.end())
        parent->children.append(entry.code);
}

// The condition of an entry: that of the file for its first level, its question, its own, in this order.
void Compilation::takeConditions(const File &file, const QString &code, const Node *header, bool asks, const Node *when)
{
    struct Parts {
        ConditionPtr header, asked, own;
    };
    const auto parts = std::make_shared<Parts>();
    const auto put = [this, code, parts] {
        m_book.entries[code].when = joined({parts->header, parts->asked, parts->own});
    };
    if (asks)
        parts->asked = holds(impliedFact(code));
    put();
    if (header) {
        later(*file.document, *header, {}, [parts, put](ConditionPtr condition) {
            parts->header = std::move(condition);
            put();
        });
    }
    if (when) {
        later(*file.document, *when, {}, [parts, put](ConditionPtr condition) {
            parts->own = std::move(condition);
            put();
        });
    }
}

void Compilation::checkReferences()
{
    for (const auto &[code, at] : m_references) {
        if (m_book.entries.contains(code) || store::liesOutside(m_book, code))
            continue;
        if (!store::isListCode(code))
            error(at, u"“%1” is no code"_s.arg(code), u"a code, as 5A001.b.1 or ML4.a"_s);
        else
            error(at, u"there is no entry %1"_s.arg(code),
                  u"one that the catalogue holds, or of a category that it does not hold"_s);
    }
}

} // namespace clearway::compiler
