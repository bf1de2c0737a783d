// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reasoning/rulegraph.h"

#include "model/reasoning/answersjson.h"
#include "model/reasoning/conditionwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::Condition;
using language::Element;
using language::RuleAddress;
using language::RuleBook;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleGraph)
};

class Builder {
public:
    Builder(const RuleBook &rules, const RuleAddress &address, const Context *context)
        : m_rules(rules)
        , m_address(address)
        , m_state(rules.state(address.state))
    {
        if (context)
            m_context = *context;
    }

    RuleGraph build()
    {
        if (const language::Provision *provision =
                m_address.kind == RuleAddress::Kind::Provision ? language::provisionAt(m_rules, m_address) : nullptr)
            addProvision(*provision);
        else if (const auto statement = language::statementAt(m_rules, m_address); statement && statement->when)
            addStatement(m_address, *statement, -1);
        markPath();
        return std::move(m_graph);
    }

private:
    RuleNode &node(int at) { return m_graph.nodes[at]; }

    int add(RuleNode made, int parent)
    {
        const int at = static_cast<int>(m_graph.nodes.size());
        made.parent = parent;
        if (parent >= 0) {
            node(parent).children.append(at);
            m_graph.edges.append({parent, at, edgeKind(node(parent).kind, made.kind), false});
        }
        m_graph.nodes.append(std::move(made));
        return at;
    }

    static RuleEdge::Kind edgeKind(RuleNode::Kind above, RuleNode::Kind below)
    {
        if (below == RuleNode::Kind::Exception && above == RuleNode::Kind::Provision)
            return RuleEdge::Kind::Unless;
        if (above == RuleNode::Kind::Any)
            return RuleEdge::Kind::Enough;
        return above == RuleNode::Kind::Not ? RuleEdge::Kind::Opposite : RuleEdge::Kind::Needed;
    }

    static RuleNode::Kind kindOf(RuleAddress::Kind kind)
    {
        switch (kind) {
        case RuleAddress::Kind::Provision: return RuleNode::Kind::Provision;
        case RuleAddress::Kind::Element: return RuleNode::Kind::Element;
        case RuleAddress::Kind::Exception: return RuleNode::Kind::Exception;
        case RuleAddress::Kind::Duty: return RuleNode::Kind::Duty;
        case RuleAddress::Kind::Warning: return RuleNode::Kind::Warning;
        case RuleAddress::Kind::Rule: return RuleNode::Kind::Rule;
        case RuleAddress::Kind::Fact:
        case RuleAddress::Kind::Countries: break;
        }
        return RuleNode::Kind::Fact;
    }

    void addProvision(const language::Provision &provision)
    {
        RuleNode made;
        made.kind = RuleNode::Kind::Provision;
        made.address = m_address;
        made.title = provision.title;
        made.cite = provision.cite;
        const int root = add(std::move(made), -1);
        std::optional<Truth> truth;
        if (m_context)
            truth = Truth::True;
        const auto part = [&](RuleAddress::Kind kind, const Element &element) {
            const RuleAddress address{kind, m_address.state, provision.id, element.id};
            const int at = addStatement(address, *language::statementAt(m_rules, address), root);
            if (truth)
                truth = both(*truth, kind == RuleAddress::Kind::Element ? *node(at).truth : opposite(*node(at).truth));
        };
        for (const Element &element : provision.elements)
            part(RuleAddress::Kind::Element, element);
        for (const language::Exception &exception : provision.exceptions)
            part(RuleAddress::Kind::Exception, exception.condition);
        node(root).truth = truth;
    }

    int addStatement(const RuleAddress &address, const language::Statement &statement, int parent)
    {
        RuleNode made;
        made.kind = kindOf(address.kind);
        made.address = address;
        made.title = statement.title;
        made.cite = statement.cite;
        made.grade = statement.grade;
        made.verified = statement.verified;
        made.leansOn = statement.leansOn;
        if (m_context) {
            made.truth = statement.when ? evaluate(*statement.when, *m_context) : Truth::True;
            if (made.truth == Truth::True && !statement.verified)
                made.truth = Truth::Unknown;
        }
        if (address.kind == RuleAddress::Kind::Rule) {
            made.refersTo = address;
            m_expanded.insert(address.id);
        }
        const int at = add(std::move(made), parent);
        if (statement.when)
            addParts(*statement.when, at);
        return at;
    }

    /// What hangs on a statement that says "all of these" already.
    void addParts(const Condition &condition, int parent)
    {
        if (const auto *all = std::get_if<Condition::All>(&condition.node)) {
            for (const language::ConditionPtr &part : all->of)
                addCondition(*part, parent);
            return;
        }
        // A statement that is nothing but a rule of the same name is shown once.
        if (const auto *named = std::get_if<Condition::RuleReference>(&condition.node)) {
            const language::Rule *rule = m_rules.rule(named->rule, m_state);
            if (rule && rule->when && rule->title == node(parent).title) {
                node(parent).refersTo = {RuleAddress::Kind::Rule, m_address.state, {}, rule->id};
                node(parent).verified = node(parent).verified && rule->verified;
                if (m_expanded.contains(rule->id)) {
                    node(parent).shownBefore = true;
                } else {
                    m_expanded.insert(rule->id);
                    addParts(*rule->when, parent);
                }
                return;
            }
        }
        addCondition(condition, parent);
    }

    int addCondition(const Condition &condition, int parent)
    {
        RuleNode made;
        if (m_context)
            made.truth = evaluate(condition, *m_context);
        if (const auto *named = std::get_if<Condition::RuleReference>(&condition.node))
            return addRule(*named, made.truth, parent);
        if (const auto *of = std::get_if<Condition::All>(&condition.node))
            return addJoined(RuleNode::Kind::All, Words::tr("All of these"), of->of, made, parent);
        if (const auto *of = std::get_if<Condition::Any>(&condition.node))
            return addJoined(RuleNode::Kind::Any, Words::tr("Any of these"), of->of, made, parent);
        if (const auto *of = std::get_if<Condition::Not>(&condition.node))
            return addJoined(RuleNode::Kind::Not, Words::tr("Not this"), {of->of}, made, parent);
        if (const auto *of = std::get_if<Condition::AtSomePoint>(&condition.node))
            return addAtSomePoint(*of, made, parent);
        if (const auto *entry = std::get_if<Condition::EntryReference>(&condition.node)) {
            const auto held = m_rules.entries.constFind(entry->code);
            made.kind = RuleNode::Kind::Entry;
            made.title = held == m_rules.entries.cend() ? entry->code : held->title;
            made.cite = entry->code;
            return add(std::move(made), parent);
        }
        return addFact(condition, made, parent);
    }

    int addRule(const Condition::RuleReference &named, std::optional<Truth> truth, int parent)
    {
        const language::Rule *rule = m_rules.rule(named.rule, m_state);
        RuleNode made;
        made.kind = RuleNode::Kind::Rule;
        made.truth = truth;
        made.address = {RuleAddress::Kind::Rule, m_address.state, {}, named.rule};
        made.refersTo = made.address;
        made.title = rule ? rule->title : named.rule;
        if (rule) {
            made.cite = rule->cite;
            made.grade = rule->grade;
            made.verified = rule->verified;
            made.shownBefore = rule->when && m_expanded.contains(rule->id);
        }
        const bool expand = rule && rule->when && !made.shownBefore;
        const int at = add(std::move(made), parent);
        if (expand) {
            m_expanded.insert(rule->id);
            addParts(*rule->when, at);
        }
        return at;
    }

    int addJoined(RuleNode::Kind kind, const QString &title, const std::vector<language::ConditionPtr> &parts,
                  RuleNode made, int parent)
    {
        made.kind = kind;
        made.title = title;
        const int at = add(std::move(made), parent);
        for (const language::ConditionPtr &part : parts)
            addCondition(*part, at);
        return at;
    }

    /// Below it stands the point that decides: one where it holds, else one where it may.
    int addAtSomePoint(const Condition::AtSomePoint &of, RuleNode made, int parent)
    {
        made.kind = RuleNode::Kind::AtSomePoint;
        made.title = Words::tr("At some operating point");
        const int at = add(std::move(made), parent);
        const std::optional<Context> before = m_context;
        const ItemScope *item = m_context ? m_context->answers->item(m_context->combination.item) : nullptr;
        std::optional<Truth> best;
        for (int point = 0; item && point < item->points; ++point) {
            Context there = *before;
            there.point = point;
            const Truth truth = evaluate(*of.of, there);
            if (!best || truth > *best) {
                best = truth;
                m_context->point = point;
            }
        }
        addCondition(*of.of, at);
        m_context = before;
        return at;
    }

    int addFact(const Condition &condition, RuleNode made, int parent)
    {
        const QStringList facts = language::factsOf(condition);
        made.kind = facts.isEmpty() ? RuleNode::Kind::Constant : RuleNode::Kind::Fact;
        made.title = inWords(condition, m_rules);
        made.condition = language::toText(condition);
        QStringList answers;
        for (const QString &fact : facts) {
            const auto definition = m_rules.facts.constFind(fact);
            if (definition == m_rules.facts.cend())
                continue;
            if (made.address.isNull()) {
                made.address = {RuleAddress::Kind::Fact, {}, {}, fact};
                made.cite = definition->cite;
            }
            if (const language::Value *value = m_context ? knownValue(*m_context, *definition) : nullptr)
                answers << valueToText(*value, *definition, m_rules);
        }
        made.answer = answers.join(u", "_s);
        return add(std::move(made), parent);
    }

    /// The children that make their parent what it is. What their parent comes to is worked out from them alone: an
    /// unverified statement is open itself though all of its parts hold.
    QList<int> decidingChildren(const RuleNode &parent) const
    {
        const auto truthOf = [&](int child) {
            const RuleNode &below = m_graph.nodes[child];
            const bool turned = parent.kind == RuleNode::Kind::Provision && below.kind == RuleNode::Kind::Exception;
            return turned ? opposite(*below.truth) : *below.truth;
        };
        const bool any = parent.kind == RuleNode::Kind::Any;
        const Truth weak = any ? Truth::False : Truth::True; // all children are needed to come to it
        Truth joined = weak;
        for (const int child : parent.children)
            joined = any ? either(joined, truthOf(child)) : both(joined, truthOf(child));
        QList<int> deciding;
        for (const int child : parent.children)
            if (joined == weak || truthOf(child) == joined)
                deciding.append(child);
        return deciding;
    }

    void markPath()
    {
        if (!m_context || m_graph.nodes.isEmpty())
            return;
        node(0).onPath = true;
        // A node stands after the one that it hangs on.
        for (qsizetype at = 0; at < m_graph.nodes.size(); ++at) {
            if (!m_graph.nodes[at].onPath)
                continue;
            for (const int child : decidingChildren(m_graph.nodes[at]))
                node(child).onPath = true;
        }
        for (RuleEdge &edge : m_graph.edges)
            edge.onPath = m_graph.nodes[edge.to].onPath;
    }

    const RuleBook &m_rules;
    const RuleAddress m_address;
    const language::LawState *m_state;
    std::optional<Context> m_context;
    RuleGraph m_graph;
    QSet<QString> m_expanded;
};

} // namespace

RuleGraph graphOf(const RuleBook &rules, const RuleAddress &address, const Context *context)
{
    return Builder(rules, address, context).build();
}

} // namespace clearway::reasoning
