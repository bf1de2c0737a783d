// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/proof.h"

#include "model/reasoning/answersjson.h"

#include <QCoreApplication>

#include <numeric>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::Condition;
using language::Element;
using language::Entry;
using language::FactDefinition;

namespace {

class Prover {
public:
    explicit Prover(const Context &context, RememberedProofs *remembered = nullptr)
        : m_context(context)
        , m_remembered(remembered)
    {}

    Proof of(const Condition &condition) const
    {
        return std::visit([&](const auto &node) { return proofOf(node, condition); }, condition.node);
    }

private:
    /// Anything that is decided by facts themselves: one leaf per condition, keyed by its first fact.
    Proof leaf(const Condition &condition) const
    {
        Proof proof;
        proof.kind = ProofKind::Fact;
        proof.truth = evaluate(condition, m_context);
        proof.detail = language::toText(condition);
        const QStringList facts = language::factsOf(condition);
        if (!facts.isEmpty()) {
            const auto definition = m_context.rules->facts.constFind(facts.first());
            if (definition != m_context.rules->facts.cend()) {
                proof.id = definition->id;
                proof.title = definition->prompt;
                proof.cite = definition->cite;
                proof.key = Answers::keyFor(*definition, m_context.combination, m_context.point);
            }
        } else {
            proof.title = proof.detail;
        }
        QStringList given;
        for (const QString &fact : facts) {
            const auto definition = m_context.rules->facts.constFind(fact);
            if (definition == m_context.rules->facts.cend())
                continue;
            if (const language::Value *value = knownValue(m_context, *definition))
                given.append(valueToText(*value, *definition, *m_context.rules));
        }
        if (!given.isEmpty())
            proof.detail += u" ← "_s + given.join(u", "_s);
        return proof;
    }

    template<typename Node>
    Proof proofOf(const Node &, const Condition &condition) const
    {
        return leaf(condition);
    }

public:
    /// Truths follow from those below: working each one out anew would cost a tree's depth over again.
    static Truth truthOfAll(const QList<Proof> &parts)
    {
        return std::accumulate(parts.cbegin(), parts.cend(), Truth::True,
                               [](Truth all, const Proof &part) { return reasoning::both(all, part.truth); });
    }

    /// The parts of a condition under a heading that already says "all of these"; a constant has nothing to show.
    QList<Proof> partsOf(const Condition &condition) const
    {
        if (std::holds_alternative<Condition::Constant>(condition.node))
            return {};
        const auto *all = std::get_if<Condition::All>(&condition.node);
        if (!all)
            return {of(condition)};
        QList<Proof> parts;
        for (const auto &part : all->of)
            parts.append(of(*part));
        return parts;
    }

private:
    Proof proofOf(const Condition::RuleReference &node, const Condition &condition) const
    {
        const language::Rule *rule = m_context.rules->rule(node.rule, m_context.state);
        if (!rule || !m_remembered)
            return ruleProof(node.rule, rule, condition);
        const std::tuple place{rule, m_context.combination, m_context.point};
        const auto known = m_remembered->rules.find(place);
        return known != m_remembered->rules.end()
                   ? known->second
                   : m_remembered->rules.emplace(place, ruleProof(node.rule, rule, condition)).first->second;
    }

    Proof ruleProof(const QString &id, const language::Rule *rule, const Condition &condition) const
    {
        Proof proof;
        proof.kind = ProofKind::Rule;
        proof.id = id;
        if (rule) {
            proof.title = rule->title;
            proof.cite = rule->cite;
            proof.verified = rule->verified;
            if (rule->when)
                proof.children = partsOf(*rule->when);
        }
        proof.truth = proof.children.isEmpty() ? evaluate(condition, m_context) : truthOfAll(proof.children);
        if (proof.truth == Truth::True && !proof.verified)
            proof.truth = Truth::Unknown;
        return proof;
    }

    Proof proofOf(const Condition::EntryReference &node, const Condition &) const
    {
        return proveEntry(node.code, m_context);
    }

    Proof joined(ProofKind kind, const std::vector<language::ConditionPtr> &parts) const
    {
        Proof proof;
        proof.kind = kind;
        proof.title = kind == ProofKind::All ? QCoreApplication::translate("Proof", "All of these")
                                             : QCoreApplication::translate("Proof", "Any of these");
        for (const auto &part : parts)
            proof.children.append(of(*part));
        if (kind == ProofKind::All)
            proof.truth = truthOfAll(proof.children);
        else
            proof.truth =
                std::accumulate(proof.children.cbegin(), proof.children.cend(), Truth::False,
                                [](Truth some, const Proof &child) { return reasoning::either(some, child.truth); });
        return proof;
    }

    Proof proofOf(const Condition::All &node, const Condition &) const { return joined(ProofKind::All, node.of); }
    Proof proofOf(const Condition::Any &node, const Condition &) const { return joined(ProofKind::Any, node.of); }

    Proof proofOf(const Condition::Not &node, const Condition &) const
    {
        Proof proof;
        proof.kind = ProofKind::Not;
        proof.title = QCoreApplication::translate("Proof", "Not this");
        proof.children.append(of(*node.of));
        proof.truth = opposite(proof.children.first().truth);
        return proof;
    }

    Proof proofOf(const Condition::AtSomePoint &node, const Condition &condition) const
    {
        Proof proof;
        proof.kind = ProofKind::Point;
        proof.title = QCoreApplication::translate("Proof", "At some operating point");
        proof.truth = evaluate(condition, m_context);
        const ItemScope *item = m_context.answers->item(m_context.combination.item);
        for (int point = 0; item && point < item->points; ++point) {
            Context at = m_context;
            at.point = point;
            Proof child = Prover(at).of(*node.of);
            child.detail = QCoreApplication::translate("Proof", "Operating point %1").arg(point + 1)
                           + (child.detail.isEmpty() ? QString() : u": "_s + child.detail);
            proof.children.append(child);
        }
        if (proof.children.isEmpty())
            proof.children.append(of(*node.of));
        return proof;
    }

    const Context &m_context;
    RememberedProofs *m_remembered;
};

Proof entryProof(const Entry &entry, const Context &context)
{
    Proof proof;
    proof.kind = ProofKind::Entry;
    proof.id = entry.code;
    proof.title = entry.title;
    proof.cite = entry.code;
    proof.truth = evaluateEntry(entry.code, context);
    if (entry.when)
        proof.children.append(prove(*entry.when, context));
    for (const language::Note &note : entry.notes) {
        if (note.kind != language::NoteKind::DecontrolNote || !note.when)
            continue;
        Proof child;
        child.kind = ProofKind::DecontrolNote;
        child.title = note.title;
        child.cite = entry.code;
        child.verified = note.verified;
        child.truth = evaluate(*note.when, context);
        if (child.truth == Truth::True && !note.verified)
            child.truth = Truth::Unknown;
        child.children.append(prove(*note.when, context));
        proof.children.append(child);
    }
    for (const QString &code : entry.children) {
        const Entry &below = *context.rules->entries.constFind(code);
        if (!below.reserved)
            proof.children.append(entryProof(below, context));
    }
    return proof;
}

} // namespace

Proof prove(const Condition &condition, const Context &context)
{
    return Prover(context).of(condition);
}

Proof proveEntry(const QString &code, const Context &context)
{
    const auto entry = context.rules->entries.constFind(code);
    if (entry == context.rules->entries.cend()) {
        Proof proof;
        proof.kind = ProofKind::Entry;
        proof.id = code;
        proof.title = code;
        return proof;
    }
    return entryProof(*entry, context);
}

static Proof elementProof(const Element &element, const Context &context, ProofKind kind, RememberedProofs *remembered)
{
    Proof proof;
    proof.kind = kind;
    proof.id = element.id;
    proof.title = element.title;
    proof.cite = element.cite;
    proof.verified = element.verified;
    proof.leansOn = element.leansOn;
    if (element.when)
        proof.children = Prover(context, remembered).partsOf(*element.when);
    proof.truth = !element.when              ? Truth::True
                  : proof.children.isEmpty() ? evaluate(*element.when, context)
                                             : Prover::truthOfAll(proof.children);
    if (proof.truth == Truth::True && !element.verified)
        proof.truth = Truth::Unknown;
    // An element that is nothing but a rule of the same name is shown once.
    if (proof.children.size() == 1 && proof.children.first().kind == ProofKind::Rule
        && proof.children.first().title == proof.title) {
        const QList<Proof> below = proof.children.first().children;
        proof.children = below;
    }
    return proof;
}

Proof proveElement(const Element &element, const Context &context, ProofKind kind)
{
    return elementProof(element, context, kind, nullptr);
}

/// Elements first, then one child per exception, each made by `proveOne`.
template<typename Prove>
static void putToElements(Proof &proof, const language::Provision &provision, const Prove &proveOne)
{
    proof.kind = ProofKind::Provision;
    proof.id = provision.id;
    proof.truth = Truth::True;
    for (const Element &element : provision.elements) {
        proof.children.append(proveOne(element, ProofKind::Element));
        proof.truth = both(proof.truth, proof.children.last().truth);
    }
    for (const language::Exception &exception : provision.exceptions) {
        proof.children.append(proveOne(exception.condition, ProofKind::Exception));
        proof.truth = both(proof.truth, opposite(proof.children.last().truth));
    }
}

Proof proveProvision(const language::Provision &provision, const Context &context, RememberedProofs *remembered)
{
    Proof proof;
    proof.title = provision.title;
    proof.cite = provision.cite;
    putToElements(proof, provision, [&](const Element &element, ProofKind kind) {
        return elementProof(element, context, kind, remembered);
    });
    return proof;
}

Proof provisionTruths(const language::Provision &provision, const Context &context)
{
    Proof proof;
    putToElements(proof, provision, [&](const Element &element, ProofKind kind) {
        Proof of;
        of.kind = kind;
        of.id = element.id;
        of.verified = element.verified;
        of.truth = element.when ? evaluate(*element.when, context) : Truth::True;
        if (of.truth == Truth::True && !element.verified)
            of.truth = Truth::Unknown;
        return of;
    });
    return proof;
}

} // namespace clearway::reasoning
