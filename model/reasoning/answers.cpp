// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/answers.h"

namespace clearway::reasoning {

using language::FactDefinition;
using language::Scope;

Answers Answers::single(QDate on)
{
    Answers answers;
    answers.on = on;
    answers.activities = {{.id = QStringLiteral("a1"),
                           .title = {},
                           .items = {QStringLiteral("i1")},
                           .recipients = {QStringLiteral("r1")}}};
    answers.items = {{.id = QStringLiteral("i1"), .title = {}, .points = 0, .looked = {}}};
    answers.recipients = {{.id = QStringLiteral("r1"), .title = {}}};
    return answers;
}

const Answer *Answers::find(const FactKey &key) const
{
    const auto found = m_answers.constFind(key);
    return found == m_answers.cend() ? nullptr : &*found;
}

QList<Combination> Answers::combinations() const
{
    const auto orNone = [](const QStringList &ids) { return ids.isEmpty() ? QStringList{QString()} : ids; };
    QList<Combination> result;
    for (const ActivityScope &activity : activities) {
        for (const QString &item : orNone(activity.items)) {
            for (const QString &recipient : orNone(activity.recipients))
                result.append({activity.id, item, recipient});
        }
    }
    return result;
}

template<typename Holder>
static const Holder *byId(const QList<Holder> &holders, const QString &id)
{
    for (const Holder &holder : holders) {
        if (holder.id == id)
            return &holder;
    }
    return nullptr;
}

const ItemScope *Answers::item(const QString &id) const
{
    return byId(items, id);
}

const ActivityScope *Answers::activity(const QString &id) const
{
    return byId(activities, id);
}

const RecipientScope *Answers::recipient(const QString &id) const
{
    return byId(recipients, id);
}

FactKey Answers::keyFor(const FactDefinition &fact, const Combination &combination, int point)
{
    switch (fact.scope) {
    case Scope::Case: return {fact.id, {}, -1};
    case Scope::Activity: return {fact.id, combination.activity, -1};
    case Scope::Item:
    case Scope::Point: return {fact.id, combination.item, point};
    case Scope::Recipient: return {fact.id, combination.recipient, -1};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace clearway::reasoning
