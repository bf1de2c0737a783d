// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/supplystub.h"

#include <QCoreApplication>

namespace clearway::report {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SupplyLog)
};

QList<reasoning::Combination> recorded(const assessment::Assessment &assessment)
{
    QList<reasoning::Combination> named;
    for (const reasoning::DutyFinding &finding : assessment.conclusion.duties) {
        if (!finding.duty.keepUntil.isEmpty())
            named.append(finding.combinations);
    }
    const QList<reasoning::Combination> all = assessment.answers.combinations();
    QList<reasoning::Combination> inOrder;
    for (const reasoning::Combination &combination : all) {
        if (named.contains(combination))
            inOrder.append(combination);
    }
    return inOrder.isEmpty() ? all : inOrder;
}

} // namespace

QList<assessment::SupplyEntry> supplyStub(const Wording &wording, bool named)
{
    const assessment::Assessment &made = wording.assessment();
    QList<assessment::SupplyEntry> entries;
    const QList<reasoning::Combination> combinations = recorded(made);
    const QList<assessment::PermitHeld> held = assessment::running(made.about.permits, made.answers.on);
    const bool one = held.size() == 1 && assessment::restsOnPermit(made.conclusion);
    for (const reasoning::Combination &combination : combinations) {
        assessment::SupplyEntry entry;
        entry.goods = wording.item(combination.item);
        const reasoning::RecipientScope *recipient = made.answers.recipient(combination.recipient);
        const QString name = named && recipient ? recipient->title.simplified() : QString();
        const QString role = wording.recipient(combination.recipient);
        entry.recipient = name.isEmpty() ? (role.isEmpty() ? Words::tr("nobody in particular") : role) : name;
        entry.from = made.answers.on;
        entry.how = wording.activity(combination.activity);
        if (one)
            entry.permit = held.first().number;
        entries.append(entry);
    }
    return entries;
}

} // namespace clearway::report
