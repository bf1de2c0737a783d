// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/applicationvalues.h"

#include "model/assessment/comparison.h"
#include "model/assessment/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;
using assessment::About;
using language::FactDefinition;
using language::FactKind;
using language::Scope;
using reasoning::FactKey;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Application)
};

void addOnce(QStringList &list, const QString &text)
{
    if (!text.isEmpty() && !list.contains(text))
        list.append(text);
}

QStringList line(const QString &text)
{
    return text.trimmed().isEmpty() ? QStringList() : QStringList{text.trimmed()};
}

const QMap<QString, QString About::*> &aboutParts()
{
    static const QMap<QString, QString About::*> parts{{u"about.assessor"_s, &About::assessor},
                                                       {u"about.role"_s, &About::role},
                                                       {u"about.unit"_s, &About::unit},
                                                       {u"about.contact"_s, &About::contact},
                                                       {u"about.institution"_s, &About::institution},
                                                       {u"about.project"_s, &About::project},
                                                       {u"about.agreement"_s, &About::agreement},
                                                       {u"about.sponsor"_s, &About::sponsor},
                                                       {u"about.purpose"_s, &About::purpose}};
    return parts;
}

} // namespace

ApplicationValues::ApplicationValues(const Wording &wording, const QList<reasoning::Combination> &combinations)
    : m_wording(wording)
    , m_combinations(combinations)
    , m_lists(listFindings(wording.assessment(), wording.rules()))
{
    for (const reasoning::Combination &combination : combinations) {
        addOnce(m_activities, combination.activity);
        addOnce(m_items, combination.item);
        addOnce(m_recipients, combination.recipient);
    }
}

QStringList ApplicationValues::of(const QString &from) const
{
    const assessment::Assessment &assessment = m_wording.assessment();
    if (const auto part = aboutParts().constFind(from); part != aboutParts().cend())
        return line(assessment.about.*(*part));
    if (from == "reference"_L1)
        return line(Words::tr("%1, revision %2").arg(assessment.reference, QString::number(assessment.revision)));
    if (from == "activities"_L1)
        return activities();
    if (from == "items"_L1)
        return items();
    if (from == "recipients"_L1)
        return recipients();
    if (from == "entries"_L1)
        return entries();
    if (from == "values"_L1)
        return values();
    if (from == "looked"_L1)
        return looked();
    if (from == "provisions"_L1)
        return provisions();
    const auto fact = m_wording.rules().facts.constFind(from);
    return fact == m_wording.rules().facts.cend() ? QStringList() : factLines(*fact);
}

QStringList ApplicationValues::factLines(const FactDefinition &fact) const
{
    if (fact.derived && fact.id == m_wording.rules().dateFact)
        return line(dayInWords(m_wording.assessment().answers.on));
    QList<std::pair<FactKey, QString>> said;
    const auto &all = m_wording.assessment().answers.all();
    for (auto it = all.lowerBound(FactKey{fact.id, {}, -1}); it != all.cend() && it.key().fact == fact.id; ++it) {
        const QString &holder = it.key().holder;
        if (!holder.isEmpty() && !m_activities.contains(holder) && !m_items.contains(holder)
            && !m_recipients.contains(holder))
            continue;
        said.append(
            {it.key(), joined({m_wording.answer(it.key()), joined({it->source, it->note}, u"; "_s)}, u" – "_s)});
    }
    QStringList lines;
    for (const auto &[key, text] : std::as_const(said))
        lines.append(said.size() > 1 ? joined({m_wording.holder(key), text}, u": "_s) : text);
    return lines;
}

QStringList ApplicationValues::activities() const
{
    QStringList lines;
    for (const QString &id : m_activities)
        lines.append(joined({m_wording.activity(id), m_wording.means(id), m_wording.day()}, u"; "_s));
    return lines;
}

// In the person's words, then what kind of thing it is.
QStringList ApplicationValues::items() const
{
    QStringList lines;
    for (const QString &id : m_items)
        lines.append(joined({m_wording.item(id), m_wording.itemKind(id)}, u"; "_s));
    return lines;
}

QStringList ApplicationValues::recipients() const
{
    QStringList lines;
    const reasoning::Answers &answers = m_wording.assessment().answers;
    for (const QString &id : m_recipients) {
        const reasoning::RecipientScope *recipient = answers.recipient(id);
        const QString name = recipient ? recipient->title.simplified() : QString();
        QStringList about;
        for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
            const auto fact = m_wording.rules().facts.constFind(it.key().fact);
            if (it.key().holder != id || fact == m_wording.rules().facts.cend() || fact->kind == FactKind::Country)
                continue;
            const QString answer = m_wording.answer(it.key());
            if (!answer.isEmpty())
                about.append(joined({fact->prompt, answer}, u" "_s));
        }
        lines.append(joined({joined({name, m_wording.recipient(id)}, u", "_s), about.join(u"; "_s)}, u". "_s));
    }
    return lines;
}

QStringList ApplicationValues::entries() const
{
    QStringList lines;
    for (const ItemListFinding &list : m_lists) {
        if (!m_items.contains(list.item))
            continue;
        QStringList titles;
        for (const QString &code : list.finding.met) {
            const auto entry = m_wording.rules().entries.constFind(code);
            if (entry != m_wording.rules().entries.cend())
                titles.append(joined({code, entry->title}, u" "_s));
        }
        lines.append(
            joined({m_wording.item(list.item), joined({list.summary, list.howFound, titles.join(u", "_s)}, u"; "_s)},
                   u": "_s));
    }
    return lines;
}

QStringList ApplicationValues::values() const
{
    QStringList lines;
    const auto &all = m_wording.assessment().answers.all();
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const auto fact = m_wording.rules().facts.constFind(it.key().fact);
        if (fact == m_wording.rules().facts.cend() || !m_items.contains(it.key().holder))
            continue;
        const bool technical =
            (fact->scope == Scope::Item || fact->scope == Scope::Point) && assessment::isTechnical(*fact);
        if (!technical)
            continue;
        lines.append(joined({joined({m_wording.holder(it.key()), fact->prompt}, u": "_s),
                             joined({m_wording.answer(it.key()), it->source, it->note}, u"; "_s)},
                            u" "_s));
    }
    return lines;
}

QStringList ApplicationValues::looked() const
{
    QStringList lines;
    for (const QString &id : m_items) {
        const reasoning::ItemScope *item = m_wording.assessment().answers.item(id);
        if (!item)
            continue;
        const reasoning::Looked &looked = item->looked;
        if (!looked.searches.isEmpty())
            lines.append(Words::tr("%1, searched for: %2").arg(m_wording.item(id), looked.searches.join(u"; "_s)));
        if (!looked.opened.isEmpty())
            lines.append(Words::tr("%1, entries opened: %2").arg(m_wording.item(id), looked.opened.join(u", "_s)));
        for (const reasoning::Looked::Rejection &rejection : looked.rejected)
            lines.append(Words::tr("%1, rejected: %2")
                             .arg(m_wording.item(id), joined({rejection.code, rejection.because}, u" – "_s)));
    }
    return lines;
}

QStringList ApplicationValues::provisions() const
{
    QStringList lines;
    for (const reasoning::Finding &finding : m_wording.assessment().conclusion.findings) {
        if (finding.status == reasoning::ProvisionStatus::NotRegulated || !m_combinations.contains(finding.combination))
            continue;
        addOnce(lines,
                joined({joined({finding.cite, finding.title}, u" "_s),
                        joined({assessment::statusTitle(finding.status), finding.exceptionTitle, finding.exceptionCite},
                               u", "_s)},
                       u": "_s));
    }
    return lines;
}

} // namespace clearway::report
