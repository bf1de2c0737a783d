// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/worksheetmodel.h"

#include "model/classification/worksheetwords.h"
#include "ui/models/quantityreading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using classification::Worksheet;
using classification::WorksheetRow;
using Kind = WorksheetRow::Kind;

struct WorksheetModel::Node {
    const WorksheetRow *row = nullptr;
    Node *parent = nullptr;
    int at = 0;
    std::vector<std::unique_ptr<Node>> children;

    static std::vector<std::unique_ptr<Node>> of(const QList<WorksheetRow> &rows, Node *parent)
    {
        std::vector<std::unique_ptr<Node>> nodes;
        for (const WorksheetRow &row : rows) {
            auto node = std::make_unique<Node>();
            node->row = &row;
            node->parent = parent;
            node->at = static_cast<int>(nodes.size());
            node->children = of(row.children, node.get());
            nodes.push_back(std::move(node));
        }
        return nodes;
    }
    static void point(const std::vector<std::unique_ptr<Node>> &nodes, const QList<WorksheetRow> &rows)
    {
        for (size_t at = 0; at < nodes.size(); ++at) {
            nodes[at]->row = &rows[static_cast<qsizetype>(at)];
            point(nodes[at]->children, nodes[at]->row->children);
        }
    }
};

namespace {

bool sameRows(const QList<WorksheetRow> &a, const QList<WorksheetRow> &b)
{
    return std::ranges::equal(a, b, [](const WorksheetRow &one, const WorksheetRow &other) {
        return one.kind == other.kind && one.code == other.code && one.key == other.key
               && one.condition == other.condition && sameRows(one.children, other.children);
    });
}

bool takesAnswer(const WorksheetRow &row)
{
    return row.asked && !row.key.fact.isEmpty();
}

} // namespace

WorksheetModel::WorksheetModel(const language::RuleBook &rules, QObject *parent)
    : QAbstractItemModel(parent)
    , m_rules(rules)
{}

WorksheetModel::~WorksheetModel() = default;

void WorksheetModel::setWorksheet(const Worksheet &worksheet)
{
    if (worksheet.code == m_worksheet.code && worksheet.item == m_worksheet.item
        && sameRows(worksheet.rows, m_worksheet.rows)) {
        m_worksheet = worksheet;
        Node::point(m_top, std::as_const(m_worksheet).rows);
        announceChanges(m_top, {});
        return;
    }
    beginResetModel();
    m_worksheet = worksheet;
    m_top = Node::of(std::as_const(m_worksheet).rows, nullptr);
    endResetModel();
}

void WorksheetModel::announceChanges(const std::vector<std::unique_ptr<Node>> &nodes, const QModelIndex &parent)
{
    if (nodes.empty())
        return;
    const int last = static_cast<int>(nodes.size()) - 1;
    Q_EMIT dataChanged(index(0, 0, parent), index(last, ColumnCount - 1, parent));
    for (int at = 0; at <= last; ++at)
        announceChanges(nodes[static_cast<size_t>(at)]->children, index(at, 0, parent));
}

const WorksheetModel::Node *WorksheetModel::nodeAt(const QModelIndex &index) const
{
    return static_cast<const Node *>(index.internalPointer());
}

const WorksheetRow *WorksheetModel::row(const QModelIndex &index) const
{
    return index.isValid() && index.model() == this ? nodeAt(index)->row : nullptr;
}

const language::FactDefinition *WorksheetModel::fact(const QModelIndex &index) const
{
    const WorksheetRow *at = row(index);
    if (!at || !takesAnswer(*at))
        return nullptr;
    const auto found = m_rules.facts.constFind(at->key.fact);
    return found == m_rules.facts.constEnd() ? nullptr : &*found;
}

QModelIndex WorksheetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto &nodes = parent.isValid() ? nodeAt(parent)->children : m_top;
    return createIndex(row, column, nodes[static_cast<size_t>(row)].get());
}

QModelIndex WorksheetModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node *above = nodeAt(child)->parent;
    return above ? createIndex(above->at, 0, above) : QModelIndex();
}

int WorksheetModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? nodeAt(parent)->children.size() : m_top.size());
}

int WorksheetModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags WorksheetModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const WorksheetRow *at = row(index);
    if (!at || !takesAnswer(*at))
        return flags;
    if (index.column() == ValueColumn && at->computed.isEmpty())
        flags |= Qt::ItemIsEditable;
    if (index.column() == SourceColumn && at->answer)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant WorksheetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeAt(index);
    const WorksheetRow &row = *node->row;
    const QString state = classification::stateInWords(row);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case ParameterColumn: return classification::titleInWords(row);
        case RequiredColumn: return classification::requiredInWords(row);
        case ValueColumn: return classification::valueInWords(row);
        case StateColumn: return QString(classification::stateMark(row) + u' ' + state);
        case MarginColumn: return classification::marginInWords(row);
        case SourceColumn: return classification::sourceInWords(row);
        default: return {};
        }
    case Qt::EditRole:
        if (index.column() == SourceColumn)
            return row.answer ? row.answer->source : QString();
        return index.column() == ValueColumn ? QVariant(row.value) : data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        if (index.column() == ParameterColumn && !row.condition.isEmpty())
            return row.condition;
        return data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole: {
        if (index.column() != ParameterColumn)
            return data(index, Qt::DisplayRole);
        QStringList parts{classification::titleInWords(row), classification::requiredInWords(row),
                          classification::valueInWords(row), state, classification::marginInWords(row)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case KindRole: return static_cast<int>(row.kind);
    case StateRole: return static_cast<int>(row.state);
    case MattersRole: return row.matters;
    case CodeRole: return row.code;
    case FactRole: return takesAnswer(row) ? row.key.fact : QString();
    case UnitRole: {
        const language::FactDefinition *definition = fact(index);
        if (!definition)
            return QString();
        const language::Unit *unit = m_rules.units.unit(row.unit, definition->unitKind);
        return unit && !row.unit.isEmpty() ? row.unit : definition->defaultUnit;
    }
    case PathRole: {
        QString path;
        for (const Node *at = node; at; at = at->parent)
            path.prepend(u'/' + QString::number(at->at) + at->row->code);
        return path;
    }
    default: return {};
    }
}

std::expected<language::Value, QString> WorksheetModel::read(const QModelIndex &index, const QString &typed) const
{
    const language::FactDefinition *definition = fact(index);
    if (!definition)
        return std::unexpected(tr("This row asks nothing."));
    const QString text = typed.trimmed();
    if (text == "?"_L1 || text.compare(tr("not sure"), Qt::CaseInsensitive) == 0)
        return language::Unsure{};
    if (definition->kind != language::FactKind::Quantity)
        return std::unexpected(tr("Choose one of the answers."));
    const auto quantity = readQuantity(text, definition->unitKind, index.data(UnitRole).toString(), m_rules.units);
    if (!quantity)
        return std::unexpected(quantity.error());
    return *quantity;
}

bool WorksheetModel::give(const QModelIndex &index, const language::Value &value)
{
    const WorksheetRow *at = row(index);
    if (!at || !takesAnswer(*at))
        return false;
    reasoning::Answer answer = at->answer.value_or(reasoning::Answer{});
    answer.value = value;
    answer.needsAnotherLook = false;
    const reasoning::FactKey key = at->key; // the row may be another one once the answer is told
    Q_EMIT answered(key, answer);
    return true;
}

bool WorksheetModel::takeBack(const QModelIndex &index)
{
    const WorksheetRow *at = row(index);
    if (!at || !takesAnswer(*at) || !at->answer)
        return false;
    const reasoning::FactKey key = at->answeredAs;
    Q_EMIT takenBack(key);
    return true;
}

bool WorksheetModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const WorksheetRow *at = row(index);
    const QString text = value.toString().trimmed();
    if (index.column() == SourceColumn) {
        if (text == at->answer->source)
            return true;
        reasoning::Answer answer = *at->answer;
        answer.source = text.left(500);
        const reasoning::FactKey key = at->answeredAs;
        Q_EMIT answered(key, answer);
        return true;
    }
    if (text == at->value)
        return true;
    if (text.isEmpty())
        return takeBack(index);
    const auto understood = read(index, text);
    if (!understood) {
        Q_EMIT refused(tr("“%1” was not taken: %2").arg(text.left(60), understood.error()));
        return false;
    }
    return give(index, *understood);
}

QVariant WorksheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ParameterColumn: return tr("Parameter");
    case RequiredColumn: return tr("Asked for");
    case ValueColumn: return tr("Value");
    case StateColumn: return tr("State");
    case MarginColumn: return tr("Margin");
    case SourceColumn: return tr("Source");
    default: return {};
    }
}

} // namespace clearway::ui
