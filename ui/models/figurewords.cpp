// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figurewords.h"

#include "ui/models/textmarks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using classification::FigureFinding;
using language::Comparison;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FigureWords)
};

constexpr qsizetype longestName = 60;

QString sign(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return u"<"_s;
    case Comparison::LessOrEqual: return u"≤"_s;
    case Comparison::Equal: return u"="_s;
    case Comparison::NotEqual: return u"≠"_s;
    case Comparison::GreaterOrEqual: return u"≥"_s;
    case Comparison::Greater: return u">"_s;
    }
    return {};
}

QString spokenLimit(Comparison comparison, const QString &limit)
{
    switch (comparison) {
    case Comparison::Less: return Words::tr("less than %1").arg(limit);
    case Comparison::LessOrEqual: return Words::tr("at most %1").arg(limit);
    case Comparison::Equal: return Words::tr("exactly %1").arg(limit);
    case Comparison::NotEqual: return Words::tr("other than %1").arg(limit);
    case Comparison::GreaterOrEqual: return Words::tr("at least %1").arg(limit);
    case Comparison::Greater: return Words::tr("more than %1").arg(limit);
    }
    return {};
}

FigureSentence sentence(const QList<FigureFinding> &same, const language::RuleBook &rules)
{
    const FigureFinding &first = same.first();
    QStringList shown;
    QStringList spoken;
    for (const FigureFinding &finding : same) {
        const QString limit = rules.units.format(finding.limit);
        shown << sign(finding.comparison) + u' ' + limit;
        spoken << spokenLimit(finding.comparison, limit);
    }
    const QString joint = Words::tr(" and ");
    const auto fact = rules.facts.constFind(first.fact);
    const bool known = fact != rules.facts.constEnd();
    const QString name = known ? parameterName(*fact) : Words::tr("a parameter");
    const QString form = first.met ? Words::tr("%1 meets %2, %3, %4") : Words::tr("%1 does not meet %2, %3, %4");
    const QString written = quotable(first.written);
    return {first.met, form.arg(written, shown.join(joint), name, first.code),
            form.arg(written, spoken.join(joint), name, first.code), known ? fact->prompt : QString()};
}

} // namespace

QString parameterName(const language::FactDefinition &fact)
{
    static const QRegularExpression whatIs(u"^What (?:is|are) (?:the|its) (.+)\\?$"_s);
    static const QRegularExpression which(u"^(?:[A-Z][a-z]+ (?:to )?)?(?:[Ww]hat|[Ww]hich) (?!is\\b|are\\b)([^,?]+?) "
                                          "(?:does|do|can|could|is|are|was|has|have|will|may|must)\\b.*\\?$"_s);
    for (const QRegularExpression &form : {whatIs, which}) {
        const QRegularExpressionMatch match = form.match(fact.prompt);
        QString name = match.captured(1).trimmed();
        // "… here": at the operating point that is asked for.
        if (name.endsWith(" here"_L1))
            name.chop(5);
        if (!name.isEmpty() && name.size() <= longestName)
            return name;
    }
    return Words::tr("“%1”").arg(fact.prompt);
}

QList<FigureSentence> figureSentences(const QList<FigureFinding> &findings, const language::RuleBook &rules)
{
    QList<QList<FigureFinding>> groups;
    for (const FigureFinding &finding : findings) {
        const auto group = std::ranges::find_if(groups, [&](const QList<FigureFinding> &one) {
            const FigureFinding &known = one.first();
            return known.code == finding.code && known.fact == finding.fact && known.quantity == finding.quantity
                   && known.met == finding.met;
        });
        if (group == groups.end())
            groups.append({finding});
        else
            group->append(finding);
    }
    std::ranges::stable_partition(groups, [](const QList<FigureFinding> &group) { return group.first().met; });
    QList<FigureSentence> sentences;
    for (const QList<FigureFinding> &group : std::as_const(groups))
        sentences.append(sentence(group, rules));
    return sentences;
}

} // namespace clearway::ui
