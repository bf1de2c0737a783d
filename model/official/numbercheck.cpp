// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/numbercheck.h"

#include "model/official/writtennumbers.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace clearway::official {

using language::Arithmetic;
using language::Condition;
using language::Entry;
using language::Quantity;
using language::RuleBook;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

struct OurNumber {
    QString where;
    Quantity quantity;
};

QString rulePrefix()
{
    return u"rule:"_s;
}

/// The numbers of a condition, with those of the tables that it looks into; other rules' are theirs.
class Gathering {
public:
    explicit Gathering(const RuleBook &rules)
        : m_rules(rules)
    {}
    QList<OurNumber> numbers;

    void gather(const language::ConditionPtr &condition, const QString &where)
    {
        if (!condition)
            return;
        m_where = where;
        take(*condition);
    }

private:
    void take(const Condition &condition)
    {
        std::visit([this](const auto &node) { visit(node); }, condition.node);
    }
    void visit(const Condition::All &node)
    {
        for (const auto &part : node.of)
            take(*part);
    }
    void visit(const Condition::Any &node)
    {
        for (const auto &part : node.of)
            take(*part);
    }
    void visit(const Condition::Not &node) { take(*node.of); }
    void visit(const Condition::AtSomePoint &node) { take(*node.of); }
    void visit(const Condition::Compared &node)
    {
        take(*node.left);
        take(*node.right);
    }
    void visit(const auto &) {}

    void take(const Arithmetic &arithmetic)
    {
        if (const auto *literal = std::get_if<Arithmetic::Literal>(&arithmetic.node)) {
            add(literal->quantity, m_where);
        } else if (const auto *combined = std::get_if<Arithmetic::Combined>(&arithmetic.node)) {
            for (const auto &operand : combined->operands)
                take(*operand);
        } else if (const auto *power = std::get_if<Arithmetic::Power>(&arithmetic.node)) {
            take(*power->base);
        } else if (const auto *looked = std::get_if<Arithmetic::Looked>(&arithmetic.node)) {
            take(*looked->key);
            const auto table = m_rules.tables.constFind(looked->table);
            if (table == m_rules.tables.cend())
                return;
            const QString where = u"table "_s + looked->table;
            for (const language::TableRow &row : table->rows) {
                add(row.upTo, where);
                add(row.value, where);
            }
        }
    }
    void add(const Quantity &quantity, const QString &where)
    {
        // "Above nothing" is how a condition says that there is one at all.
        if (quantity.value == 0 && !quantity.isLevel)
            return;
        const auto known = [&](const OurNumber &other) { return other.where == where && other.quantity == quantity; };
        if (std::ranges::none_of(numbers, known))
            numbers.append({where, quantity});
    }

    const RuleBook &m_rules;
    QString m_where;
};

QString writtenAs(const Quantity &quantity, const RuleBook &rules)
{
    return quantity.written.isEmpty() ? rules.units.format(quantity) : quantity.written;
}

class Checking {
public:
    Checking(const RuleBook &rules, const OfficialText &text, const QList<Allowance> &allowances)
        : m_rules(rules)
        , m_text(text)
        , m_allowances(allowances)
    {
        for (qsizetype i = 0; i < text.entries.size(); ++i)
            m_entryAt.insert(text.entries[i].code, i);
        m_used.resize(allowances.size());
    }

    NumberReport run()
    {
        for (const QString &code : m_rules.entryOrder)
            entry(*m_rules.entries.constFind(code));
        for (const language::Rule &rule : m_rules.rules)
            this->rule(rule);
        for (const language::LawState &state : m_rules.states)
            for (const language::Rule &own : state.rules)
                rule(own);
        for (qsizetype i = 0; i < m_allowances.size(); ++i)
            if (!m_used[i])
                m_report.unused.append(m_allowances[i]);
        return std::move(m_report);
    }

private:
    void entry(const Entry &entry)
    {
        Gathering ours(m_rules);
        ours.gather(entry.when, u"condition"_s);
        for (const language::Note &note : entry.notes)
            ours.gather(note.when, note.title.isEmpty() ? Text::tr("decontrol note") : note.title);
        Gathering rows(m_rules);
        rows.gather(entry.sensitiveWhen, u"Sensitive List"_s);
        rows.gather(entry.verySensitiveWhen, u"Very Sensitive List"_s);
        if (ours.numbers.isEmpty() && rows.numbers.isEmpty())
            return;
        if (!m_entryAt.contains(entry.code)) {
            m_report.withoutText.append(entry.code);
            return;
        }
        QList<const QList<WrittenNumber> *> places;
        for (QString at = entry.code; !at.isEmpty(); at = m_rules.entries.value(at).parent)
            places.append(&numbersAt(at));
        for (const QString &child : entry.children)
            places.append(&numbersAt(child));
        look(entry.code, ours.numbers, places);
        // The two lists stand behind the entries, in paragraphs that no code begins.
        places.append(&numbersOfOthers());
        look(entry.code, rows.numbers, places);
    }

    void rule(const language::Rule &rule)
    {
        Gathering ours(m_rules);
        ours.gather(rule.when, u"condition"_s);
        if (ours.numbers.isEmpty())
            return;
        QList<const QList<WrittenNumber> *> places{&numbersOfOthers()};
        for (const OfficialEntry &entry : m_text.entries)
            places.append(&numbersAt(entry.code));
        look(rulePrefix() + rule.id, ours.numbers, places);
    }

    void look(const QString &code, const QList<OurNumber> &ours, const QList<const QList<WrittenNumber> *> &places)
    {
        for (const OurNumber &number : ours) {
            ++m_report.numbers;
            const bool found = std::ranges::any_of(places, [&](const QList<WrittenNumber> *place) {
                return std::ranges::any_of(*place, [&](const WrittenNumber &written) {
                    return matches(written, number.quantity, m_rules.units);
                });
            });
            if (found)
                continue;
            NumberFlag flag{code, number.where, writtenAs(number.quantity, m_rules), {}};
            flag.reason = allowed(code, number.quantity, flag.number);
            (flag.reason.isEmpty() ? m_report.flags : m_report.allowed).append(flag);
        }
    }

    QString allowed(const QString &code, const Quantity &quantity, const QString &written)
    {
        for (qsizetype i = 0; i < m_allowances.size(); ++i) {
            const Allowance &allowance = m_allowances[i];
            if (allowance.code != code)
                continue;
            bool same = allowance.number == written;
            if (!same) {
                const auto parsed = m_rules.units.parse(allowance.number, quantity.kind);
                same = parsed && language::compare(*parsed, quantity) == 0;
            }
            if (same) {
                m_used[i] = true;
                return allowance.reason;
            }
        }
        return {};
    }

    const QList<WrittenNumber> &numbersAt(const QString &code)
    {
        const auto known = m_numbers.find(code);
        if (known != m_numbers.end())
            return known->second;
        QList<WrittenNumber> numbers;
        if (const auto at = m_entryAt.constFind(code); at != m_entryAt.cend()) {
            const OfficialEntry &entry = m_text.entries[*at];
            numbers = numbersIn(entry.wording, m_rules.units);
            for (const OfficialNote &note : entry.notes)
                numbers += numbersIn(note.text, m_rules.units);
        }
        return m_numbers.emplace(code, numbers).first->second;
    }

    const QList<WrittenNumber> &numbersOfOthers()
    {
        const QString key; // no code is empty
        const auto known = m_numbers.find(key);
        if (known != m_numbers.end())
            return known->second;
        QList<WrittenNumber> numbers;
        for (const OtherParagraph &other : m_text.others)
            numbers += numbersIn(other.text, m_rules.units);
        return m_numbers.emplace(key, numbers).first->second;
    }

    const RuleBook &m_rules;
    const OfficialText &m_text;
    const QList<Allowance> &m_allowances;
    QHash<QString, qsizetype> m_entryAt;
    std::map<QString, QList<WrittenNumber>> m_numbers; ///< by code; its values stay where they are while others come
    QList<bool> m_used;
    NumberReport m_report;
};

} // namespace

std::expected<QList<Allowance>, QString> readAllowances(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    const QString expected = Text::tr("expected {\"allowances\": [{\"code\", \"number\", \"reason\"}, …]}");
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(Text::tr("no JSON (%1); %2").arg(error.errorString(), expected));
    if (!document.isObject() || !document["allowances"_L1].isArray())
        return std::unexpected(expected);
    QList<Allowance> allowances;
    const QJsonArray rows = document["allowances"_L1].toArray();
    for (const QJsonValue &row : rows) {
        const Allowance allowance{row["code"_L1].toString(), row["number"_L1].toString(),
                                  row["reason"_L1].toString().trimmed()};
        if (allowance.code.isEmpty() || allowance.number.isEmpty() || allowance.reason.isEmpty())
            return std::unexpected(
                Text::tr("entry %1 lacks one of its three members; %2").arg(allowances.size() + 1).arg(expected));
        allowances.append(allowance);
    }
    return allowances;
}

QList<Allowance> builtInAllowances()
{
    QFile file(u":/clearway/official/number-allowances.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return readAllowances(file.readAll()).value_or(QList<Allowance>());
}

NumberReport checkNumbers(const RuleBook &rules, const OfficialText &text, const QList<Allowance> &allowances)
{
    return Checking(rules, text, allowances).run();
}

QHash<QString, QList<NumberFlag>> flagsByCode(const NumberReport &report)
{
    QHash<QString, QList<NumberFlag>> flags;
    for (const NumberFlag &flag : report.flags)
        flags[flag.code].append(flag);
    return flags;
}

} // namespace clearway::official
