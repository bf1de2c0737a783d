// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulelistmodel.h"

#include "ui/models/proofmodel.h"
#include "ui/models/rulewords.h"

#include <QSet>

#include <vector>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::LawState;
using language::RuleAddress;
using language::RuleBook;

struct RuleListModel::Row {
    QString title;
    QString cite;
    RuleAddress address;
    bool verified = true;
    int unverified = 0; // of it and of all below it
    Row *parent = nullptr;
    int place = 0;
    std::vector<std::unique_ptr<Row>> children;

    Row *add(const QString &rowTitle)
    {
        auto row = std::make_unique<Row>();
        row->title = rowTitle;
        row->parent = this;
        row->place = static_cast<int>(children.size());
        children.push_back(std::move(row));
        return children.back().get();
    }
    Row *add(const RuleBook &rules, const RuleAddress &rowAddress)
    {
        const auto statement = language::statementAt(rules, rowAddress);
        Row *row = add(statement ? statement->title : rowAddress.id);
        row->address = rowAddress;
        if (statement) {
            row->cite = statement->cite;
            row->verified = statement->verified;
        }
        if (!row->verified)
            for (Row *up = row; up; up = up->parent)
                ++up->unverified;
        return row;
    }
};

/// The rules that a condition names, and those that they name in turn.
static void collectRules(const language::Condition &condition, const RuleBook &rules, const LawState &state,
                         QSet<QString> &found)
{
    for (const QString &id : language::referencesOf(condition).rules) {
        if (found.contains(id))
            continue;
        found.insert(id);
        if (const language::Rule *rule = rules.rule(id, &state); rule && rule->when)
            collectRules(*rule->when, rules, state, found);
    }
}

static QSet<QString> rulesOfTheLaw(const RuleBook &rules, const LawState &state)
{
    QSet<QString> found;
    const auto collect = [&](const language::ConditionPtr &when) {
        if (when)
            collectRules(*when, rules, state, found);
    };
    for (const language::Provision &provision : state.provisions) {
        for (const language::Element &element : provision.elements)
            collect(element.when);
        for (const language::Exception &exception : provision.exceptions)
            collect(exception.condition.when);
    }
    for (const language::Duty &duty : state.duties)
        collect(duty.when);
    for (const language::Warning &warning : state.warnings)
        collect(warning.when);
    for (const language::Rule &rule : state.rules)
        found.insert(rule.id);
    return found;
}

RuleListModel::RuleListModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Row>())
{}

RuleListModel::~RuleListModel() = default;

void RuleListModel::show(const RuleBook &rules, const QString &stateId)
{
    using Kind = RuleAddress::Kind;
    beginResetModel();
    m_root = std::make_unique<Row>();
    if (const LawState *state = rules.state(stateId)) {
        Row *provisions = m_root->add(tr("Provisions"));
        for (const language::Provision &provision : state->provisions) {
            Row *row = provisions->add(rules, {Kind::Provision, stateId, {}, provision.id});
            for (const language::Element &element : provision.elements)
                row->add(rules, {Kind::Element, stateId, provision.id, element.id});
            for (const language::Exception &exception : provision.exceptions)
                row->add(rules, {Kind::Exception, stateId, provision.id, exception.condition.id});
        }
        Row *duties = m_root->add(tr("Duties"));
        for (const language::Duty &duty : state->duties)
            duties->add(rules, {Kind::Duty, stateId, {}, duty.id});
        Row *warnings = m_root->add(tr("Warnings"));
        for (const language::Warning &warning : state->warnings)
            warnings->add(rules, {Kind::Warning, stateId, {}, warning.id});
        const QSet<QString> ofTheLaw = rulesOfTheLaw(rules, *state);
        Row *own = m_root->add(tr("Rules of this state"));
        QSet<QString> hidden;
        for (const language::Rule &rule : state->rules) {
            own->add(rules, {Kind::Rule, stateId, {}, rule.id});
            hidden.insert(rule.id);
        }
        Row *shared = m_root->add(tr("Rules shared by the states"));
        Row *ofTheList = m_root->add(tr("Rules of the list"));
        for (const language::Rule &rule : rules.rules)
            if (!hidden.contains(rule.id))
                (ofTheLaw.contains(rule.id) ? shared : ofTheList)->add(rules, {Kind::Rule, stateId, {}, rule.id});
        Row *countries = m_root->add(tr("Lists of countries"));
        for (const language::CountryGroup &group : rules.countryGroups)
            countries->add(rules, {Kind::Countries, stateId, {}, group.id});
        std::erase_if(m_root->children, [](const std::unique_ptr<Row> &row) { return row->children.empty(); });
        int place = 0;
        for (const std::unique_ptr<Row> &row : m_root->children)
            row->place = place++;
    }
    endResetModel();
}

const RuleListModel::Row *RuleListModel::rowAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Row *>(index.internalPointer()) : m_root.get();
}

QModelIndex RuleListModel::find(const RuleAddress &address) const
{
    const auto search = [&](const auto &self, const Row &row) -> const Row * {
        if (!address.isNull() && row.address == address)
            return &row;
        for (const std::unique_ptr<Row> &child : row.children)
            if (const Row *found = self(self, *child))
                return found;
        return nullptr;
    };
    const Row *found = search(search, *m_root);
    return found ? createIndex(found->place, 0, found) : QModelIndex();
}

QModelIndex RuleListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || (parent.isValid() && parent.column() != 0))
        return {};
    const auto &siblings = rowAt(parent)->children;
    if (row >= static_cast<int>(siblings.size()))
        return {};
    return createIndex(row, column, siblings[static_cast<size_t>(row)].get());
}

QModelIndex RuleListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Row *up = rowAt(child)->parent;
    return up && up != m_root.get() ? createIndex(up->place, 0, up) : QModelIndex();
}

int RuleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(rowAt(parent)->children.size());
}

int RuleListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant RuleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = *rowAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return row.address.kind == RuleAddress::Kind::Exception ? tr("unless: %1").arg(row.title) : row.title;
    case Qt::AccessibleTextRole: {
        QString text = row.address.isNull()
                           ? row.title
                           : tr("%1: %2", "sort of statement, title").arg(kindText(row.address.kind), row.title);
        if (!row.verified)
            text += u"; "_s + tr("unverified");
        return text;
    }
    case AddressRole: return QVariant::fromValue(row.address);
    case SearchRole: return QStringList{row.title, row.cite, row.address.id}.join(u' ');
    case UnverifiedRole: return row.unverified;
    case ProofModel::CiteRole: return row.cite;
    case ProofModel::VerifiedRole: return row.verified;
    case ProofModel::AsideRole:
        return row.verified && row.unverified > 0 ? tr("%n unverified", nullptr, row.unverified) : QString();
    default: return {};
    }
}

QVariant RuleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section != 0 || orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return tr("Rule");
}

} // namespace clearway::ui
