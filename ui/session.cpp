// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include "model/reasoning/answersjson.h"
#include "ui/models/words.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::FactDefinition;
using language::Scope;
using reasoning::Answer;
using reasoning::Answers;
using reasoning::FactKey;

// A page is never asked more often than this: a bound against a catalogue that asks in circles.
static constexpr int mostPages = 400;

Session::Session(std::shared_ptr<const language::RuleBook> rules, cases::Register &cases, QObject *parent)
    : QObject(parent)
    , m_rules(std::move(rules))
    , m_register(cases)
    , m_interview(m_rules)
{}

const FactDefinition *Session::definition(const FactKey &key) const
{
    const auto found = m_rules->facts.constFind(key.fact);
    return found == m_rules->facts.constEnd() ? nullptr : &*found;
}

static QString choiceText(const FactDefinition *fact, const QString &id)
{
    if (fact)
        for (const language::Choice &choice : fact->choices)
            if (choice.id == id)
                return choice.text;
    return id;
}

static QString freeId(const auto &scopes, const QString &letter)
{
    for (int number = 1;; ++number) {
        const QString id = letter + QString::number(number);
        if (std::ranges::none_of(scopes, [&id](const auto &scope) { return scope.id == id; }))
            return id;
    }
}

static QString pickedId(const Answers &answers, const FactDefinition *fact, const QString &holder)
{
    const Answer *answer = fact ? answers.find({fact->id, holder}) : nullptr;
    const auto *picked = answer ? std::get_if<language::Picked>(&answer->value) : nullptr;
    return picked && picked->ids.size() == 1 ? picked->ids.front() : QString();
}

// Scopes that stay keep their id, so that their answers stay; new ones are added, others go with their answers.
void Session::applyBeginning(const Beginning &beginning)
{
    const StartFacts facts = StartFacts::of(*m_rules);
    m_title = beginning.title;
    m_answers.on = beginning.law.isEmpty() ? beginning.on : QDate();
    m_answers.law = beginning.law;

    QList<reasoning::ItemScope> items;
    QStringList itemIds;
    QList<reasoning::ItemScope> before = m_answers.items;
    for (const Beginning::Item &wanted : beginning.items) {
        auto same = std::ranges::find_if(before, [&](const reasoning::ItemScope &item) {
            return pickedId(m_answers, facts.item, item.id) == wanted.kind;
        });
        reasoning::ItemScope item;
        if (same != before.end()) {
            item = *same;
            before.erase(same);
        } else {
            QList<reasoning::ItemScope> taken = items + m_answers.items;
            item.id = freeId(taken, u"i"_s);
            if (facts.item)
                m_answers.set(FactKey{facts.item->id, item.id}, language::Picked{{wanted.kind}});
        }
        item.title = wanted.title.isEmpty() ? choiceText(facts.item, wanted.kind) : wanted.title;
        items.append(item);
        itemIds.append(item.id);
    }

    QList<reasoning::RecipientScope> recipients = m_answers.recipients;
    if (recipients.isEmpty())
        recipients.append({u"r1"_s, {}});
    QStringList recipientIds;
    for (const reasoning::RecipientScope &recipient : std::as_const(recipients))
        recipientIds.append(recipient.id);

    QList<reasoning::ActivityScope> activities;
    for (const QString &wanted : beginning.activities) {
        auto same = std::ranges::find_if(m_answers.activities, [&](const reasoning::ActivityScope &activity) {
            return pickedId(m_answers, facts.activity, activity.id) == wanted;
        });
        reasoning::ActivityScope activity;
        if (same != m_answers.activities.end()) {
            activity = *same;
        } else {
            QList<reasoning::ActivityScope> taken = activities + m_answers.activities;
            activity.id = freeId(taken, u"a"_s);
            activity.recipients = recipientIds;
            if (facts.activity)
                m_answers.set(FactKey{facts.activity->id, activity.id}, language::Picked{{wanted}});
        }
        activity.title = choiceText(facts.activity, wanted);
        activity.items = itemIds;
        if (const auto some = beginning.itemsOf.constFind(wanted); some != beginning.itemsOf.constEnd()) {
            activity.items.clear();
            for (const qsizetype place : *some)
                activity.items.append(itemIds.value(place));
        }
        activities.append(activity);
    }
    m_answers.activities = activities;
    m_answers.items = items;
    m_answers.recipients = recipients;

    const auto gone = [&](const FactKey &key) {
        const FactDefinition *fact = definition(key);
        if (!fact)
            return false;
        switch (fact->scope) {
        case Scope::Activity: return m_answers.activity(key.holder) == nullptr;
        case Scope::Item:
        case Scope::Point: return m_answers.item(key.holder) == nullptr;
        case Scope::Recipient: return m_answers.recipient(key.holder) == nullptr;
        case Scope::Case: break;
        }
        return false;
    };
    const QList<FactKey> keys = m_answers.all().keys();
    for (const FactKey &key : keys)
        if (gone(key))
            m_answers.remove(key);

    for (const FactDefinition *fact : facts.others) {
        const auto value = beginning.facts.constFind(fact->id);
        if (value == beginning.facts.constEnd())
            continue;
        QStringList holders;
        if (fact->scope == Scope::Case)
            holders << QString();
        else if (fact->scope == Scope::Activity)
            for (const auto &activity : std::as_const(activities))
                holders << activity.id;
        else if (fact->scope == Scope::Item)
            holders = itemIds;
        else
            holders = recipientIds;
        for (const QString &holder : std::as_const(holders)) {
            const FactKey key{fact->id, holder};
            const Answer *known = m_answers.find(key);
            if (!known || !(known->value == *value))
                m_answers.set(key, *value);
        }
    }
}

Beginning Session::beginning() const
{
    const StartFacts facts = StartFacts::of(*m_rules);
    Beginning beginning;
    beginning.title = m_title;
    beginning.on = m_answers.on;
    beginning.law = m_answers.law;
    QStringList itemIds;
    for (const reasoning::ItemScope &item : m_answers.items) {
        const QString kind = pickedId(m_answers, facts.item, item.id);
        beginning.items.append({kind, item.title == choiceText(facts.item, kind) ? QString() : item.title});
        itemIds.append(item.id);
    }
    for (const reasoning::ActivityScope &activity : m_answers.activities) {
        const QString kind = pickedId(m_answers, facts.activity, activity.id);
        beginning.activities.append(kind);
        if (activity.items != itemIds)
            for (const QString &item : activity.items)
                beginning.itemsOf[kind].append(itemIds.indexOf(item));
    }
    for (const FactDefinition *fact : facts.others)
        for (auto it = m_answers.all().cbegin(); it != m_answers.all().cend(); ++it)
            if (it.key().fact == fact->id)
                beginning.facts.insert(fact->id, it->value);
    return beginning;
}

cases::Result<void> Session::begin(const Beginning &beginning)
{
    close();
    m_answers = Answers();
    applyBeginning(beginning);
    cases::NewCase fresh;
    fresh.title = m_title;
    fresh.structure = structure();
    fresh.catalogueHash = m_rules->sourcesHash;
    fresh.catalogueVersion = m_rules->version;
    for (auto it = m_answers.all().cbegin(); it != m_answers.all().cend(); ++it)
        fresh.answers.append(saved(it.key(), *it));
    const auto content = m_register.createCase(fresh);
    if (!content) {
        m_answers = Answers();
        return std::unexpected(content.error());
    }
    return take(*content);
}

cases::Result<void> Session::open(const cases::CaseId &id)
{
    const auto content = m_register.load(id);
    if (!content)
        return std::unexpected(content.error());
    close();
    return take(*content);
}

cases::Result<void> Session::take(const cases::CaseContent &content)
{
    m_id = content.summary.id;
    m_reference = content.summary.reference;
    m_title = content.title;
    m_revision = content.revision;
    m_state = content.state;
    m_started = content.started;
    m_about = content.about;
    m_resultShown = content.resultShown.isValid();
    m_answers = Answers();
    m_answers.on = content.structure.on;
    m_answers.law = content.structure.law;
    m_answers.activities = content.structure.activities;
    m_answers.items = content.structure.items;
    m_answers.recipients = content.structure.recipients;
    for (const cases::SavedAnswer &row : content.answers) {
        // An answer to a question that this catalogue does not have stays in the register and is left alone here.
        const FactDefinition *fact = definition(row.key);
        if (!fact)
            continue;
        const auto value = reasoning::valueFromJson(row.value, *fact, *m_rules);
        if (value)
            m_answers.set(row.key, Answer{*value, row.note, row.source, row.saidBy, row.needsAnotherLook});
    }
    if (auto done = m_register.setLastOpened(m_id); !done && !m_register.isReadOnly())
        Q_EMIT savingFailed(done.error().toText());
    if (m_state == assessment::State::Draft && content.catalogueHash != m_rules->sourcesHash)
        acknowledge(m_register.setCatalogue(m_id, m_rules->sourcesHash, m_rules->version));
    readLateChanges();
    refreshPages();
    conclude();
    Q_EMIT opened();
    return {};
}

void Session::restructure(const Beginning &beginning)
{
    const Answers before = m_answers;
    const QString titleBefore = m_title;
    applyBeginning(beginning);
    if (m_title != titleBefore)
        acknowledge(m_register.rename(m_id, m_title));
    saveStructure();
    for (auto it = m_answers.all().cbegin(); it != m_answers.all().cend(); ++it) {
        const Answer *known = before.find(it.key());
        if (!known || !(*known == *it))
            m_unsaved.insert(it.key());
    }
    saveAgain();
    refreshPages();
    conclude();
    Q_EMIT answersChanged();
}

void Session::close()
{
    if (!isOpen())
        return;
    saveAgain();
    ++m_generation;
    m_id = {};
    m_answers = Answers();
    m_trail.clear();
    m_current.reset();
    m_conclusion.reset();
    m_late.clear();
    m_unsaved.clear();
    m_structureUnsaved = false;
    m_resultShown = false;
    Q_EMIT closed();
}

cases::Structure Session::structure() const
{
    return {m_answers.on, m_answers.law, m_answers.activities, m_answers.items, m_answers.recipients};
}

cases::SavedAnswer Session::saved(const FactKey &key, const Answer &answer) const
{
    const FactDefinition *fact = definition(key);
    return {key,           fact ? reasoning::valueToJson(answer.value, *fact) : QJsonValue(),
            answer.note,   answer.source,
            answer.saidBy, answer.needsAnotherLook};
}

bool Session::acknowledge(const cases::Result<cases::Saved> &result)
{
    if (result) {
        if (m_failing && !hasUnsaved()) {
            m_failing = false;
            Q_EMIT savingWorksAgain();
        }
        return true;
    }
    m_failing = true;
    Q_EMIT savingFailed(result.error().toText());
    return false;
}

bool Session::hasUnsaved() const
{
    return m_structureUnsaved || !m_unsaved.empty();
}

bool Session::saveAgain()
{
    if (!isOpen() || isFinished() || !hasUnsaved())
        return true;
    if (m_structureUnsaved) {
        const auto done = m_register.setStructure(m_id, structure());
        if (!done)
            return acknowledge(done);
        m_structureUnsaved = false;
    }
    if (!m_unsaved.empty()) {
        QList<cases::SavedAnswer> changed;
        QList<FactKey> removed;
        for (const FactKey &key : m_unsaved) {
            if (const Answer *answer = m_answers.find(key))
                changed.append(saved(key, *answer));
            else
                removed.append(key);
        }
        auto done = m_register.saveAnswers(m_id, changed, removed);
        // What is taken back may never have reached the register.
        if (!done && done.error().kind == cases::RegisterError::Kind::NotFound && !removed.isEmpty())
            done = m_register.saveAnswers(m_id, changed, {});
        if (!done)
            return acknowledge(done);
        m_unsaved.clear();
        acknowledge(done);
        if (m_resultShown)
            readLateChanges();
    } else if (m_failing) {
        m_failing = false;
        Q_EMIT savingWorksAgain();
    }
    return true;
}

void Session::saveStructure()
{
    m_structureUnsaved = true;
    saveAgain();
}

// Takes over changed answers and saves those that differ, marks included, in one transaction.
void Session::adopt(const Answers &changed)
{
    const Answers before = m_answers;
    m_answers = changed;
    for (auto it = m_answers.all().cbegin(); it != m_answers.all().cend(); ++it) {
        const Answer *known = before.find(it.key());
        if (!known || !(*known == *it))
            m_unsaved.insert(it.key());
    }
    for (auto it = before.all().cbegin(); it != before.all().cend(); ++it)
        if (!m_answers.find(it.key()))
            m_unsaved.insert(it.key());
    saveAgain();
    conclude();
    Q_EMIT answersChanged();
}

void Session::answer(const FactKey &key, const Answer &given)
{
    if (!isOpen() || isFinished())
        return;
    const Answer *known = m_answers.find(key);
    if (known && *known == given)
        return;
    if (known && !(known->value == given.value)) {
        adopt(m_interview.change(m_answers, key, given));
        return;
    }
    Answers changed = m_answers;
    changed.set(key, given);
    adopt(changed);
}

void Session::takeBack(const FactKey &key)
{
    if (!isOpen() || isFinished() || !m_answers.find(key))
        return;
    Answers changed = m_answers;
    changed.remove(key);
    adopt(changed);
}

void Session::readLateChanges()
{
    m_late.clear();
    const auto content = m_register.load(m_id);
    if (!content)
        return;
    for (const cases::SavedLateChange &row : content->lateChanges) {
        const FactDefinition *fact = definition(row.key);
        if (!fact)
            continue;
        assessment::LateChange late;
        late.when = row.when;
        late.key = row.key;
        late.before = reasoning::valueFromJson(row.before, *fact, *m_rules).value_or(language::Unsure{});
        late.after = reasoning::valueFromJson(row.after, *fact, *m_rules).value_or(language::Unsure{});
        late.reason = row.reason;
        m_late.append(late);
    }
}

void Session::explain(const FactKey &key, const QString &reason)
{
    const auto content = m_register.load(m_id);
    if (!content)
        return;
    for (auto it = content->lateChanges.crbegin(); it != content->lateChanges.crend(); ++it) {
        if (it->key == key) {
            acknowledge(m_register.explainLateChange(m_id, it->number, reason));
            readLateChanges();
            return;
        }
    }
}

void Session::setLooked(const QString &item, const reasoning::Looked &looked)
{
    for (reasoning::ItemScope &scope : m_answers.items) {
        if (scope.id != item || scope.looked == looked)
            continue;
        scope.looked = looked;
        saveStructure();
        conclude();
        Q_EMIT answersChanged();
        return;
    }
}

void Session::setPoints(const QString &item, int points)
{
    for (reasoning::ItemScope &scope : m_answers.items) {
        if (scope.id != item || scope.points == points)
            continue;
        scope.points = points;
        const QList<FactKey> keys = m_answers.all().keys();
        for (const FactKey &key : keys)
            if (key.holder == item && key.point >= points) {
                m_answers.remove(key);
                m_unsaved.insert(key);
            }
        saveStructure();
        conclude();
        Q_EMIT answersChanged();
        return;
    }
}

void Session::addRecipient(const QString &title)
{
    reasoning::RecipientScope recipient{freeId(m_answers.recipients, u"r"_s), title};
    m_answers.recipients.append(recipient);
    for (reasoning::ActivityScope &activity : m_answers.activities)
        activity.recipients.append(recipient.id);
    saveStructure();
    refreshPages();
    conclude();
    Q_EMIT answersChanged();
}

void Session::renameRecipient(const QString &id, const QString &title)
{
    for (reasoning::RecipientScope &recipient : m_answers.recipients) {
        if (recipient.id != id || recipient.title == title)
            continue;
        recipient.title = title;
        saveStructure();
        conclude();
        Q_EMIT answersChanged();
        return;
    }
}

void Session::removeRecipient(const QString &id)
{
    if (m_answers.recipients.size() < 2)
        return;
    m_answers.recipients.removeIf([&](const reasoning::RecipientScope &recipient) { return recipient.id == id; });
    for (reasoning::ActivityScope &activity : m_answers.activities)
        activity.recipients.removeAll(id);
    const QList<FactKey> keys = m_answers.all().keys();
    for (const FactKey &key : keys) {
        const FactDefinition *fact = definition(key);
        if (fact && fact->scope == Scope::Recipient && key.holder == id)
            m_answers.remove(key);
    }
    saveStructure();
    refreshPages();
    conclude();
    Q_EMIT answersChanged();
}

void Session::setAbout(const assessment::About &about)
{
    if (about == m_about || isFinished())
        return;
    m_about = about;
    acknowledge(m_register.setAbout(m_id, about));
}

void Session::rename(const QString &title)
{
    if (title == m_title || isFinished())
        return;
    m_title = title;
    acknowledge(m_register.rename(m_id, title));
}

void Session::recordResultShown(reasoning::Outcome outcome)
{
    if (isFinished())
        return;
    m_resultShown = true;
    acknowledge(m_register.recordResultShown(m_id, reasoning::outcomeName(outcome)));
}

// The order in which the pages came is not stored: the interview is stateless, so asking it again with the answers
// held back gives the same pages, and after a change the right ones.
void Session::refreshPages()
{
    m_trail.clear();
    m_current.reset();
    Answers partial = m_answers;
    const QList<FactKey> keys = m_answers.all().keys();
    for (const FactKey &key : keys) {
        const FactDefinition *fact = definition(key);
        if (!fact || (!fact->derived && fact->page != QLatin1StringView(StartFacts::page)))
            partial.remove(key);
    }
    for (int pages = 0; pages < mostPages; ++pages) {
        const auto page = m_interview.next(partial);
        if (!page)
            return;
        // What is asked along with the list comes first: walking the list takes a page of its own.
        InterviewStep asked{page->id, {}, false};
        InterviewStep walk{page->id + u"/walk"_s, {}, true};
        for (const reasoning::Question &question : page->questions) {
            (question.key.fact == m_rules->listFinding ? walk : asked).keys.append(question.key);
            if (const Answer *answer = m_answers.find(question.key))
                partial.set(question.key, *answer);
        }
        for (InterviewStep step : {asked, walk}) {
            if (step.keys.isEmpty())
                continue;
            const bool whole =
                std::ranges::all_of(step.keys, [this](const FactKey &key) { return m_answers.find(key) != nullptr; });
            const bool again = !m_trail.isEmpty() && m_trail.last().page == step.page;
            if (whole && again) {
                m_trail.last().keys += step.keys;
            } else if (whole) {
                m_trail.append(step);
            } else {
                if (again)
                    step.keys = m_trail.takeLast().keys + step.keys;
                m_current = step;
                return;
            }
        }
    }
}

void Session::setRules(std::shared_ptr<const language::RuleBook> rules)
{
    if (rules == m_rules)
        return;
    m_earlierRules.append(std::exchange(m_rules, std::move(rules)));
    m_interview = reasoning::Interview(m_rules);
    if (!isOpen())
        return;
    refreshPages();
    conclude();
    Q_EMIT answersChanged();
}

QList<FactKey> Session::leftOver() const
{
    std::set<FactKey> asked;
    for (const InterviewStep &step : m_trail)
        asked.insert(step.keys.cbegin(), step.keys.cend());
    if (m_current)
        asked.insert(m_current->keys.cbegin(), m_current->keys.cend());
    QList<FactKey> left;
    for (auto it = m_answers.all().cbegin(); it != m_answers.all().cend(); ++it) {
        const FactDefinition *fact = definition(it.key());
        if (fact && !fact->derived && fact->page != QLatin1StringView(StartFacts::page) && !asked.contains(it.key()))
            left.append(it.key());
    }
    return left;
}

QList<reasoning::Question> Session::offered() const
{
    return m_interview.optional(m_answers);
}

int Session::pagesLeft() const
{
    return m_interview.pagesLeft(m_answers);
}

QList<FactKey> Session::needingAnotherLook() const
{
    QList<FactKey> keys;
    for (auto it = m_answers.all().cbegin(); it != m_answers.all().cend(); ++it)
        if (it->needsAnotherLook)
            keys.append(it.key());
    return keys;
}

void Session::conclude()
{
    const int generation = ++m_generation;
    m_conclusion.reset();
    QtConcurrent::run([rules = m_interview.rules(), answers = m_answers] {
        return reasoning::conclude(rules, answers);
    }).then(this, [this, generation](const reasoning::Conclusion &conclusion) {
        // A result that was overtaken by another answer must not land.
        if (generation != m_generation || !isOpen())
            return;
        m_conclusion = conclusion;
        Q_EMIT concluded();
    });
}

} // namespace clearway::ui
