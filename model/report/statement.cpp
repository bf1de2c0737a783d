// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/statement.h"

#include "model/assessment/comparison.h"
#include "model/assessment/json.h"
#include "model/assessment/summary.h"
#include "model/report/listfindings.h"
#include "model/report/markdown.h"
#include "model/report/wording.h"

#include <QCoreApplication>

namespace clearway::report {

using namespace Qt::StringLiterals;
using reasoning::Outcome;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Statement)
};

// Why no statement can be made; empty: it can.
QString objection(const assessment::Assessment &assessment, const QList<assessment::Review> &reviews, QDate today)
{
    if (assessment.state != assessment::State::Finished)
        return Words::tr(
            "A statement is made from a reviewed case only, and this one is a draft: finish it and have it "
            "reviewed first.");
    if (reviews.isEmpty())
        return Words::tr("A statement is made from a reviewed case only, and nobody has reviewed this one yet.");
    if (reviews.last().finding != assessment::ReviewFinding::Agrees)
        return Words::tr("The last review differs from this result: settle that first.");
    if (assessment.conclusion.asWritten)
        return Words::tr("This case puts the facts to a state of the Act as written; a statement needs the day of the "
                         "conduct.");
    if (assessment.conclusion.outcome == Outcome::AdviceNeeded
        || assessment.conclusion.outcome == Outcome::StopAndRefer)
        return Words::tr("The result is not settled (%1), so there is nothing to state yet.")
            .arg(assessment::outcomeTitle(assessment.conclusion.outcome));
    if (assessment.holdsUntil.isValid() && today > assessment.holdsUntil)
        return Words::tr("The result held until %1: assess it anew first.").arg(dayInWords(assessment.holdsUntil));
    return {};
}

QString codes(const QList<ItemListFinding> &lists, const assessment::Assessment &assessment)
{
    QStringList met;
    QStringList considered;
    for (const ItemListFinding &list : lists) {
        met.append(list.finding.met);
        const reasoning::ItemScope *item = assessment.answers.item(list.item);
        if (!item)
            continue;
        considered.append(item->looked.opened);
        for (const reasoning::Looked::Rejection &rejection : item->looked.rejected)
            considered.append(rejection.code);
    }
    met.removeDuplicates();
    considered.removeDuplicates();
    considered.removeIf([&](const QString &code) { return met.contains(code); });
    QStringList parts;
    if (!met.isEmpty())
        parts.append(Words::tr("met: %1").arg(met.join(u", "_s)));
    if (!considered.isEmpty())
        parts.append(Words::tr("considered and not met: %1").arg(considered.join(u", "_s)));
    return parts.isEmpty() ? Words::tr("the list was not opened: the result is the same either way")
                           : parts.join(u"; "_s);
}

} // namespace

std::expected<QString, QString> readmeStatement(const assessment::Assessment &assessment,
                                                const language::RuleBook &rules,
                                                const QList<assessment::Review> &reviews, QDate today)
{
    const QString refused = objection(assessment, reviews, today);
    if (!refused.isEmpty())
        return std::unexpected(refused);
    // A README is public: what would be left out of a copy that goes round is left out of this, too.
    const assessment::Assessment open = assessment::withoutTechnicalAnnex(assessment, rules);
    const Wording wording(open, rules);
    QStringList items;
    for (const reasoning::ItemScope &item : open.answers.items)
        items.append(wording.item(item.id));
    const assessment::CatalogueIdentity &catalogue = assessment.catalogue;
    const assessment::Review &review = reviews.last();
    const QString act = wording.state() ? joined({wording.state()->title, wording.state()->act}, u"; "_s) : QString();
    const QString reviewed = joined({dayInWords(review.on), review.role}, u", "_s);
    const QString fingerprint = assessment::toJson(assessment, rules)["fingerprint"_L1].toString();

    QString text = "## "_L1 + markdownEscaped(Words::tr("Export controls (Australia)")) + "\n\n"_L1;
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            text += "- **"_L1 + markdownEscaped(key) + ":** "_L1 + markdownEscaped(value) + u'\n';
    };
    add(Words::tr("Assessed"), Words::tr("%1 (%2), %3").arg(items.join(u", "_s), wording.conduct(), wording.day()));
    add(Words::tr("Result"), assessment::outcomeTitle(assessment.conclusion.outcome));
    add(Words::tr("Entries of the list"), codes(listFindings(assessment, rules), assessment));
    add(Words::tr("List"), joined({catalogue.listName, catalogue.listId}, u", "_s));
    add(Words::tr("Law"), joined({act, catalogue.lawChecked.isValid()
                                           ? Words::tr("last checked on %1").arg(dayInWords(catalogue.lawChecked))
                                           : QString()},
                                 u"; "_s));
    add(Words::tr("Reviewed"), reviewed);
    add(Words::tr("Holds until"),
        assessment.holdsUntil.isValid()
            ? Words::tr("%1, or sooner: with a new version, recipient, agreement, list or law")
                  .arg(dayInWords(assessment.holdsUntil))
            : QString());
    add(Words::tr("To verify"), Words::tr("record %1, revision %2, SHA-256 %3; ask the institution for it")
                                    .arg(assessment.reference, QString::number(assessment.revision), fingerprint));
    text += u'\n'
            + markdownEscaped(
                Words::tr("A self-assessment of one conduct by its authors. Not legal advice, not a decision of "
                          "Defence; whoever passes this software on assesses that anew."))
            + u'\n';
    return text;
}

} // namespace clearway::report
