// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/circles.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

// As deep as the condition is nested, which the parser bounds.
void visit(const Condition &condition, const std::function<void(const Condition &)> &each)
{
    each(condition);
    const auto visitAll = [&](const std::vector<ConditionPtr> &of) {
        for (const ConditionPtr &part : of)
            visit(*part, each);
    };
    if (const auto *all = std::get_if<Condition::All>(&condition.node))
        visitAll(all->of);
    else if (const auto *any = std::get_if<Condition::Any>(&condition.node))
        visitAll(any->of);
    else if (const auto *negated = std::get_if<Condition::Not>(&condition.node))
        visit(*negated->of, each);
    else if (const auto *point = std::get_if<Condition::AtSomePoint>(&condition.node))
        visit(*point->of, each);
}

namespace {

// What is needed to tell the truth of what, under one state of the law. An entry is needed in two ways: what
// it takes from above ("own": its own condition and decontrol notes, and those of its parents) and what lies
// below it
// ("below": its own and its children's). A reference to an entry needs the first of its parent and the second
// of it.
class Graph {
public:
    Graph(const RuleBook &book, const LawState *state, const QMap<QString, SourcePosition> &rules,
          const QMap<QString, SourcePosition> &entries)
        : m_book(book)
        , m_state(state)
        , m_rules(rules)
        , m_entries(entries)
    {}

    QList<SourceError> circles()
    {
        for (const Rule &rule : m_book.rules)
            search(u"rule:"_s + rule.id);
        if (m_state) {
            for (const Rule &rule : m_state->rules)
                search(u"rule:"_s + rule.id);
        }
        for (const QString &code : m_book.entryOrder) {
            search(u"own:"_s + code);
            search(u"below:"_s + code);
        }
        return m_errors;
    }

private:
    void addUses(QStringList &uses, const ConditionPtr &condition) const
    {
        if (!condition)
            return;
        visit(*condition, [&](const Condition &part) {
            if (const auto *rule = std::get_if<Condition::RuleReference>(&part.node)) {
                uses.append(u"rule:"_s + rule->rule);
            } else if (const auto *entry = std::get_if<Condition::EntryReference>(&part.node)) {
                if (const QString parent = m_book.entries.value(entry->code).parent; !parent.isEmpty())
                    uses.append(u"own:"_s + parent);
                uses.append(u"below:"_s + entry->code);
            }
        });
    }

    QStringList usesOf(const QString &node) const
    {
        QStringList uses;
        const QString name = node.section(u':', 1);
        if (node.startsWith("rule:"_L1)) {
            if (const Rule *rule = m_book.rule(name, m_state))
                addUses(uses, rule->when);
            return uses;
        }
        const auto entry = m_book.entries.constFind(name);
        if (entry == m_book.entries.cend())
            return uses;
        addUses(uses, entry->when);
        for (const Note &note : entry->notes)
            addUses(uses, note.when);
        if (node.startsWith("below:"_L1)) {
            for (const QString &child : entry->children)
                uses.append(u"below:"_s + child);
        } else if (!entry->parent.isEmpty()) {
            uses.append(u"own:"_s + entry->parent);
        }
        return uses;
    }

    struct Step {
        QString node;
        QStringList uses;
        qsizetype next = 0;
    };

    // Depth first, with a stack of its own: a chain may be as long as the catalogue.
    void search(const QString &from)
    {
        if (m_done.contains(from))
            return;
        std::vector<Step> path;
        QSet<QString> onPath;
        const auto enter = [&](const QString &node) {
            path.push_back({node, usesOf(node), 0});
            onPath.insert(node);
        };
        enter(from);
        while (!path.empty()) {
            Step &step = path.back();
            if (step.next == step.uses.size()) {
                m_done.insert(step.node);
                onPath.remove(step.node);
                path.pop_back();
                continue;
            }
            const QString use = step.uses[step.next++];
            if (onPath.contains(use))
                report(path, use);
            else if (!m_done.contains(use))
                enter(use);
        }
    }

    SourcePosition placeOf(const QString &node) const
    {
        const QString name = node.section(u':', 1);
        if (!node.startsWith("rule:"_L1))
            return m_entries.value(name);
        const auto own = m_state ? m_rules.constFind(m_state->id + u'/' + name) : m_rules.cend();
        return own == m_rules.cend() ? m_rules.value(name) : *own;
    }

    void report(const std::vector<Step> &path, const QString &back)
    {
        QStringList names;
        QList<SourcePosition> places;
        bool inside = false;
        for (const Step &step : path) {
            inside = inside || step.node == back;
            const QString name = step.node.section(u':', 1);
            if (inside && (names.isEmpty() || names.last() != name)) {
                names.append(name);
                places.append(placeOf(step.node));
            }
        }
        if (names.size() > 1 && names.first() == names.last()) {
            names.removeLast();
            places.removeLast();
        }
        const auto first = std::ranges::min_element(
            places, {}, [](const SourcePosition &at) { return std::tuple(at.file, at.line, at.column); });
        const auto turn = std::distance(places.begin(), first);
        std::rotate(names.begin(), names.begin() + turn, names.end());
        const SourcePosition at = *first;
        names.append(names.first());
        m_errors.append({at, u"conditions run in a circle: "_s + names.join(u" -> "_s),
                         u"rules and entries that do not lead back to themselves"_s});
    }

    const RuleBook &m_book;
    const LawState *m_state;
    const QMap<QString, SourcePosition> &m_rules;
    const QMap<QString, SourcePosition> &m_entries;
    QSet<QString> m_done;
    QList<SourceError> m_errors;
};

} // namespace

QList<SourceError> circlesIn(const RuleBook &book, const QMap<QString, SourcePosition> &rules,
                             const QMap<QString, SourcePosition> &entries)
{
    QList<SourceError> errors = Graph(book, nullptr, rules, entries).circles();
    for (const LawState &state : book.states) {
        for (const SourceError &error : Graph(book, &state, rules, entries).circles()) {
            if (!errors.contains(error))
                errors.append(error);
        }
    }
    return errors;
}

QStringList factsBehind(const Condition &condition, const RuleBook &book)
{
    QStringList facts;
    QSet<QString> met; // facts by id, rules and entries with a mark before theirs
    std::vector<const Condition *> open{&condition};
    const auto add = [&](const ConditionPtr &more) {
        if (more)
            open.push_back(more.get());
    };
    const auto isNew = [&](const QString &name) {
        const qsizetype before = met.size();
        met.insert(name);
        return met.size() > before;
    };
    const auto addEntry = [&](const QString &code) {
        QStringList codes{code};
        for (QString above = book.entries.value(code).parent; !above.isEmpty();
             above = book.entries.value(above).parent) {
            const Entry parent = book.entries.value(above);
            add(parent.when);
            for (const Note &note : parent.notes)
                add(note.when);
        }
        while (!codes.isEmpty()) {
            const Entry entry = book.entries.value(codes.takeLast());
            add(entry.when);
            for (const Note &note : entry.notes)
                add(note.when);
            codes += entry.children;
        }
    };
    while (!open.empty()) {
        const Condition &next = *open.back();
        open.pop_back();
        for (const QString &fact : factsOf(next)) {
            if (isNew(fact))
                facts.append(fact);
        }
        const References references = referencesOf(next);
        for (const QString &id : references.rules) {
            if (!isNew(u"rule:"_s + id))
                continue;
            if (const Rule *rule = book.rule(id, nullptr))
                add(rule->when);
            for (const LawState &state : book.states) {
                for (const Rule &rule : state.rules) {
                    if (rule.id == id)
                        add(rule.when);
                }
            }
        }
        for (const QString &code : references.entries) {
            if (isNew(u"entry:"_s + code))
                addEntry(code);
        }
    }
    return facts;
}

} // namespace clearway::compiler
