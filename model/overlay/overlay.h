// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace clearway::overlay {

/// Which rule of which state of the law, as `catalogue verify` names it.
struct RuleName {
    QString state; ///< empty: a rule of the whole catalogue
    QString rule;  ///< "PROVISION/ID" of an element or exception, "duty/ID", or the id of a rule
    friend bool operator==(const RuleName &, const RuleName &) = default;
    friend auto operator<=>(const RuleName &, const RuleName &) = default;
};

/// What somebody found who read the text of the law beside a rule.
enum class Verdict {
    SaysIt,        ///< the rule may decide
    SaysOtherwise, ///< it may not: what the text says stands in the note
};
/// "says-it", "says-otherwise": as stored and printed.
QString verdictName(Verdict verdict);
std::optional<Verdict> verdictFromName(QStringView name);

/// A rule that an office has read beside the text.
struct RuleReading {
    RuleName rule;
    Verdict verdict = Verdict::SaysIt;
    QString by;
    QDate on;
    QString compilation; ///< which text was read: compilation and its date
    QString note;
    QString said; ///< what the rule said then; the reading holds for that alone
    friend bool operator==(const RuleReading &, const RuleReading &) = default;
};

/// A group of countries as the office read it in its instrument.
struct GroupReading {
    QString group;         ///< id
    QStringList countries; ///< codes in alphabetical order
    QString by;
    QDate on;
    QString compilation; ///< which text was read
    QString note;
    QStringList said; ///< the catalogue's countries then; the reading holds for these alone
    friend bool operator==(const GroupReading &, const GroupReading &) = default;
};

using Reading = std::variant<RuleReading, GroupReading>;

/// What a reading is about, as one text: state and rule, or "group" and its id. One reading stands for each.
QString subjectOf(const RuleName &rule);
QString subjectOfGroup(const QString &group);
QString subjectOf(const Reading &reading);

/// How the catalogue's word stands to a rule where no state is named, on the command line and in subjects.
inline constexpr QLatin1StringView everyState{"-"};

/// What an office has read: at most one reading for each rule and each group of countries, in the order of their
/// subjects, so that equal overlays are equal lists.
class Overlay {
public:
    bool isEmpty() const { return m_rules.isEmpty() && m_groups.isEmpty(); }
    qsizetype size() const { return m_rules.size() + m_groups.size(); }
    const QList<RuleReading> &rules() const { return m_rules; }
    const QList<GroupReading> &groups() const { return m_groups; }
    QList<Reading> all() const;

    /// Puts it in the place of the one on the same subject.
    void set(const Reading &reading);
    /// False where there is none.
    bool remove(const QString &subject);
    const RuleReading *find(const RuleName &rule) const;
    const GroupReading *findGroup(const QString &group) const;
    std::optional<Reading> find(const QString &subject) const;
    friend bool operator==(const Overlay &, const Overlay &) = default;

private:
    QList<RuleReading> m_rules;
    QList<GroupReading> m_groups;
};

} // namespace clearway::overlay
