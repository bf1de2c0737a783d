// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/evaluation.h"

#include <QList>
#include <QString>

#include <map>
#include <tuple>

namespace clearway::reasoning {

enum class ProofKind {
    Provision,
    Element,
    Exception,
    Duty,
    Warning,
    Rule,
    Entry,
    DecontrolNote,
    All,
    Any,
    Not,
    Point,
    Fact
};

/// Why a condition is true, false or unknown: one node of the tree that is shown beside the questions and printed.
struct Proof {
    ProofKind kind = ProofKind::All;
    QString id;    ///< of the provision, element, exception, rule; the code of an entry; the fact's id
    QString title; ///< in plain words; for a fact its prompt
    QString cite;
    Truth truth = Truth::Unknown;
    bool verified = true;
    QString leansOn;
    QString
        detail;  ///< of a fact: the condition on it and the answer in words ("sample_rate > 1.3 GHz; answered 3 GHz")
    FactKey key; ///< of a fact
    QList<Proof> children;
    friend bool operator==(const Proof &, const Proof &) = default;
};

/// Proofs of rules, which many provisions share, kept while one set of answers is put to one state.
class RememberedProofs {
public:
    std::map<std::tuple<const language::Rule *, Combination, int>, Proof> rules;
};

Proof prove(const language::Condition &condition, const Context &context);
Proof proveElement(const language::Element &element, const Context &context, ProofKind kind);
/// Elements first, then one child per exception. Truth: all elements hold and no exception does.
Proof proveProvision(const language::Provision &provision, const Context &context,
                     RememberedProofs *remembered = nullptr);
/// Likewise with nothing below elements and exceptions but their truths, and no words.
Proof provisionTruths(const language::Provision &provision, const Context &context);
Proof proveEntry(const QString &code, const Context &context);

} // namespace clearway::reasoning
