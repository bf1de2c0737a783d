// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/fact.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <compare>

namespace clearway::reasoning {

/// One fact of one holder: whose place, which item's bandwidth, at which of its operating points.
struct FactKey {
    QString fact;
    QString holder; ///< id of the activity, item or recipient; empty for the case
    int point = -1; ///< index of an item's operating point; -1: the item itself
    friend bool operator==(const FactKey &, const FactKey &) = default;
    friend auto operator<=>(const FactKey &, const FactKey &) = default;
};

/// What was answered, and how well it is supported.
struct Answer {
    language::Value value;
    QString note;   ///< in the person's words, for the file
    QString source; ///< of a value: data sheet, measurement, agreement clause
    QString saidBy;
    bool needsAnotherLook = false; ///< an earlier answer changed since it was given, and it still matters
    friend bool operator==(const Answer &, const Answer &) = default;
};

/// What was done to find the item on the list. Without any of it, "none" is not believed.
struct Looked {
    struct Rejection {
        QString code;
        QString because; ///< the criterion that fails, in the person's words or ours
        friend bool operator==(const Rejection &, const Rejection &) = default;
    };
    QStringList searches;
    QStringList opened;
    QList<Rejection> rejected;
    bool isEmpty() const { return searches.isEmpty() && opened.isEmpty() && rejected.isEmpty(); }
    friend bool operator==(const Looked &, const Looked &) = default;
};

struct ActivityScope {
    QString id;
    QString title;          ///< in the person's words; may be empty
    QStringList items;      ///< ids
    QStringList recipients; ///< ids; empty: nobody in particular (a publication), or not said yet
    friend bool operator==(const ActivityScope &, const ActivityScope &) = default;
};

struct ItemScope {
    QString id;
    QString title;
    int points = 0;
    Looked looked;
    friend bool operator==(const ItemScope &, const ItemScope &) = default;
};

struct RecipientScope {
    QString id;
    QString title;
    friend bool operator==(const RecipientScope &, const RecipientScope &) = default;
};

/// One activity done with one item towards one recipient.
struct Combination {
    QString activity;
    QString item;
    QString recipient;
    friend bool operator==(const Combination &, const Combination &) = default;
    friend auto operator<=>(const Combination &, const Combination &) = default;
};

/// Everything that the person has told: who and what there is, and the facts of each. A value type.
class Answers {
public:
    QDate on;    ///< the day of the conduct; null where `law` is set
    QString law; ///< id of a state of the law to put the facts to as written; empty: the day decides
    QList<ActivityScope> activities;
    QList<ItemScope> items;
    QList<RecipientScope> recipients;

    /// One activity "a1", one item "i1", one recipient "r1".
    static Answers single(QDate on = {});

    void set(const FactKey &key, const language::Value &value) { m_answers[key].value = value; }
    void set(const FactKey &key, const Answer &answer) { m_answers[key] = answer; }
    void remove(const FactKey &key) { m_answers.remove(key); }
    const Answer *find(const FactKey &key) const;
    const QMap<FactKey, Answer> &all() const { return m_answers; }

    /// Every combination to be assessed. An activity without items or recipients has one with an empty id there,
    /// whose facts are all open.
    QList<Combination> combinations() const;
    const ItemScope *item(const QString &id) const;
    const ActivityScope *activity(const QString &id) const;
    const RecipientScope *recipient(const QString &id) const;
    /// The key under which a fact of that scope is answered in a combination.
    static FactKey keyFor(const language::FactDefinition &fact, const Combination &combination, int point = -1);

    friend bool operator==(const Answers &, const Answers &) = default;

private:
    QMap<FactKey, Answer> m_answers;
};

} // namespace clearway::reasoning
