// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/proofmodel.h"

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::Proof;
using reasoning::ProofKind;
using reasoning::ProvisionStatus;
using reasoning::Truth;

// Children are made when a row is first looked into: a proof through the list can have thousands of nodes.
struct ProofModel::Node {
    const Proof *proof = nullptr;
    Node *parent = nullptr;
    int row = 0;
    int finding = 0;
    mutable bool opened = false;
    mutable std::vector<std::unique_ptr<Node>> children;

    const std::vector<std::unique_ptr<Node>> &kids() const
    {
        if (!opened) {
            opened = true;
            int at = 0;
            for (const Proof &child : proof->children) {
                auto node = std::make_unique<Node>();
                node->proof = &child;
                node->parent = const_cast<Node *>(this);
                node->row = at++;
                node->finding = finding;
                children.push_back(std::move(node));
            }
        }
        return children;
    }
};

ProofModel::ProofModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

ProofModel::~ProofModel() = default;

void ProofModel::setFindings(QList<reasoning::Finding> findings, const QStringList &forWhom)
{
    beginResetModel();
    m_top.clear();
    m_findings = std::move(findings);
    m_forWhom = forWhom;
    for (int i = 0; i < m_findings.size(); ++i) {
        auto node = std::make_unique<Node>();
        node->proof = &std::as_const(m_findings)[i].proof;
        node->row = i;
        node->finding = i;
        m_top.push_back(std::move(node));
    }
    endResetModel();
}

const ProofModel::Node *ProofModel::nodeAt(const QModelIndex &index) const
{
    return static_cast<const Node *>(index.internalPointer());
}

QModelIndex ProofModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount)
        return {};
    const auto &siblings = parent.isValid() ? nodeAt(parent)->kids() : m_top;
    if (parent.isValid() && parent.column() != TitleColumn)
        return {};
    if (row >= static_cast<int>(siblings.size()))
        return {};
    return createIndex(row, column, siblings[static_cast<size_t>(row)].get());
}

QModelIndex ProofModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Node *up = nodeAt(child)->parent;
    return up ? createIndex(up->row, TitleColumn, up) : QModelIndex();
}

int ProofModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_top.size());
    return parent.column() == TitleColumn ? static_cast<int>(nodeAt(parent)->proof->children.size()) : 0;
}

int ProofModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ProofModel::truthWord(Truth truth)
{
    switch (truth) {
    case Truth::True: return tr("yes");
    case Truth::False: return tr("no");
    case Truth::Unknown: break;
    }
    return tr("open");
}

QString ProofModel::statusWord(ProvisionStatus status, bool operates)
{
    if (!operates)
        return tr("not in force then");
    switch (status) {
    case ProvisionStatus::NotRegulated: return tr("does not apply");
    case ProvisionStatus::Excepted: return tr("an exception applies");
    case ProvisionStatus::Covered: return tr("covered");
    case ProvisionStatus::Notifies: return tr("notify first");
    case ProvisionStatus::Applies: return tr("applies");
    case ProvisionStatus::Open: break;
    }
    return tr("open");
}

static QString titleOf(const Proof &proof)
{
    switch (proof.kind) {
    case ProofKind::All: return proof.title.isEmpty() ? ProofModel::tr("all of these") : proof.title;
    case ProofKind::Any: return proof.title.isEmpty() ? ProofModel::tr("any of these") : proof.title;
    case ProofKind::Not: return proof.title.isEmpty() ? ProofModel::tr("not this") : proof.title;
    case ProofKind::Point: return proof.title.isEmpty() ? ProofModel::tr("at some operating point") : proof.title;
    case ProofKind::Exception: return ProofModel::tr("unless: %1").arg(proof.title);
    case ProofKind::DecontrolNote: return ProofModel::tr("decontrol note: %1").arg(proof.title);
    case ProofKind::Entry:
        return proof.id.isEmpty() || proof.title.startsWith(proof.id) ? proof.title : proof.id + u"  "_s + proof.title;
    default: break;
    }
    return proof.title.isEmpty() ? proof.id : proof.title;
}

language::RuleAddress ProofModel::addressOf(const Node &node) const
{
    using Kind = language::RuleAddress::Kind;
    const QString &provision = m_findings[node.finding].provision;
    for (const Node *at = &node; at->parent; at = at->parent) {
        switch (at->proof->kind) {
        case ProofKind::Element: return {Kind::Element, {}, provision, at->proof->id};
        case ProofKind::Exception: return {Kind::Exception, {}, provision, at->proof->id};
        case ProofKind::Rule: return {Kind::Rule, {}, {}, at->proof->id};
        default: break;
        }
    }
    return {Kind::Provision, {}, {}, provision};
}

QVariant ProofModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeAt(index);
    const Proof &proof = *node->proof;
    const bool top = node->parent == nullptr;
    const reasoning::Finding &finding = m_findings[node->finding];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == TruthColumn)
            return top ? statusWord(finding.status, finding.operates) : truthWord(proof.truth);
        return top ? finding.title : titleOf(proof);
    case Qt::AccessibleTextRole: {
        QString text = top ? finding.title : titleOf(proof);
        text += u": "_s + (top ? statusWord(finding.status, finding.operates) : truthWord(proof.truth));
        if (!proof.verified)
            text += u"; "_s + tr("not verified");
        return text;
    }
    case Qt::AccessibleDescriptionRole:
    case DetailRole: {
        QStringList parts;
        if (!proof.detail.isEmpty())
            parts << proof.detail;
        if (!proof.leansOn.isEmpty())
            parts << tr("Leans on: %1").arg(proof.leansOn);
        if (!proof.verified)
            parts << tr("Not verified: it decides nothing alone.");
        return parts.join(u'\n');
    }
    case TruthRole: return static_cast<int>(proof.truth);
    case KindRole: return static_cast<int>(proof.kind);
    case StatusRole: return top ? QVariant(static_cast<int>(finding.status)) : QVariant();
    case VerifiedRole: return proof.verified;
    case CiteRole: return top && proof.cite.isEmpty() ? finding.cite : proof.cite;
    case ForWhomRole: return top ? m_forWhom.value(node->finding) : QString();
    case PathRole: {
        QString path;
        for (const Node *at = node; at; at = at->parent) {
            const reasoning::Combination &who = finding.combination;
            QString step = u'/' + finding.provision + u'|' + who.activity + u'|' + who.item + u'|' + who.recipient;
            if (at->parent)
                step = u'/' + QString::number(at->row) + at->proof->id;
            path.prepend(step);
        }
        return path;
    }
    case AddressRole: return QVariant::fromValue(addressOf(*node));
    case CombinationRole: return QVariant::fromValue(finding.combination);
    default: return {};
    }
}

QVariant ProofModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == TitleColumn ? tr("Provision and its conditions") : tr("Holds");
}

} // namespace clearway::ui
