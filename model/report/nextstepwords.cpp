// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/nextstepwords.h"

#include "model/report/annexes.h"

#include <QCoreApplication>

namespace clearway::report {

using namespace Qt::StringLiterals;
using Kind = assessment::NextStep::Kind;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NextSteps)
};

} // namespace

QString concernsInWords(const assessment::NextStep &step, const Wording &wording)
{
    if (step.combinations.isEmpty())
        return wording.isOneOfSeveral(step.question) ? wording.holder(step.question) : QString();
    const qsizetype all = wording.assessment().answers.combinations().size();
    if (all > 1 && step.combinations.size() == all)
        return Words::tr("every combination");
    QStringList parts;
    for (const reasoning::Combination &combination : step.combinations)
        parts.append(combinationInWords(combination, wording));
    return parts.join(u"; "_s);
}

QString deciderLabel(Kind kind)
{
    switch (kind) {
    case Kind::Refer: return Words::tr("Who can settle it");
    case Kind::Settle:
    case Kind::Answer: return Words::tr("Who can answer");
    case Kind::Ask:
    case Kind::Notify: return Words::tr("Goes to");
    case Kind::Obtain:
    case Kind::Rely:
    case Kind::Keep:
    case Kind::LookAgain: break;
    }
    return Words::tr("Who decides");
}

} // namespace clearway::report
