// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulewords.h"

#include "ui/models/proofmodel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::Grade;
using language::RuleAddress;
using reasoning::RuleNode;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};
} // namespace

QString gradeText(Grade grade)
{
    switch (grade) {
    case Grade::Statute: return Words::tr("statute seen");
    case Grade::Official: return Words::tr("official guidance");
    case Grade::Secondary: return Words::tr("secondary guidance");
    case Grade::Inference: return Words::tr("inferred, its words not seen");
    case Grade::Unread: break;
    }
    return Words::tr("its words not read");
}

QString kindText(RuleAddress::Kind kind)
{
    switch (kind) {
    case RuleAddress::Kind::Provision: return Words::tr("Provision");
    case RuleAddress::Kind::Element: return Words::tr("Element");
    case RuleAddress::Kind::Exception: return Words::tr("Exception");
    case RuleAddress::Kind::Duty: return Words::tr("Duty");
    case RuleAddress::Kind::Warning: return Words::tr("Warning");
    case RuleAddress::Kind::Rule: return Words::tr("Rule");
    case RuleAddress::Kind::Countries: return Words::tr("List of countries");
    case RuleAddress::Kind::Fact: break;
    }
    return Words::tr("Question");
}

QString kindText(RuleNode::Kind kind)
{
    switch (kind) {
    case RuleNode::Kind::Provision: return kindText(RuleAddress::Kind::Provision);
    case RuleNode::Kind::Element: return kindText(RuleAddress::Kind::Element);
    case RuleNode::Kind::Exception: return Words::tr("Unless (exception)");
    case RuleNode::Kind::Duty: return kindText(RuleAddress::Kind::Duty);
    case RuleNode::Kind::Warning: return kindText(RuleAddress::Kind::Warning);
    case RuleNode::Kind::Rule: return kindText(RuleAddress::Kind::Rule);
    case RuleNode::Kind::Fact: return Words::tr("Question");
    case RuleNode::Kind::Entry: return Words::tr("Entry of the list");
    case RuleNode::Kind::Constant:
    case RuleNode::Kind::All:
    case RuleNode::Kind::Any:
    case RuleNode::Kind::Not:
    case RuleNode::Kind::AtSomePoint: break;
    }
    return {};
}

QString unverifiedText(const QString &cite)
{
    return cite.isEmpty() ? Words::tr("Unverified. Until its source is read it decides nothing alone.")
                          : Words::tr("Unverified: %1 must be read. Until then it decides nothing alone.").arg(cite);
}

QStringList nodeLines(const RuleNode &node)
{
    QStringList lines;
    const QString kind = kindText(node.kind);
    lines << (kind.isEmpty() ? node.title : Words::tr("%1: %2", "sort of statement, its title").arg(kind, node.title));
    if (!node.cite.isEmpty())
        lines << node.cite;
    if (node.truth)
        lines << Words::tr("With these answers: %1").arg(ProofModel::truthWord(*node.truth));
    if (!node.answer.isEmpty())
        lines << Words::tr("Answered: %1").arg(node.answer);
    if (node.onPath)
        lines << Words::tr("It is on the path of the answers: it decides.");
    if (node.grade)
        lines << Words::tr("How well it is known: %1").arg(gradeText(*node.grade));
    if (!node.verified)
        lines << unverifiedText(node.cite);
    if (!node.leansOn.isEmpty())
        lines << Words::tr("It leans on: %1").arg(node.leansOn);
    if (!node.condition.isEmpty())
        lines << Words::tr("In the rules: %1").arg(node.condition);
    if (node.shownBefore)
        lines << Words::tr("Its parts are shown where it is named first.");
    return lines;
}

QString nodeName(const RuleNode &node)
{
    QStringList parts;
    const QString kind = kindText(node.kind);
    parts << (kind.isEmpty() ? node.title : Words::tr("%1: %2", "sort of statement, its title").arg(kind, node.title));
    if (node.truth)
        parts << ProofModel::truthWord(*node.truth);
    if (!node.verified)
        parts << Words::tr("unverified");
    if (node.onPath)
        parts << Words::tr("on the path of the answers");
    return parts.join(u"; "_s);
}

} // namespace clearway::ui
