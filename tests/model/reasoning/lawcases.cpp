// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lawcases.h"

#include "model/reasoning/statediagrams.h"

#include "reasoningtesting.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::testing {

namespace {

constexpr QLatin1StringView folder = "law-cases"_L1;

[[noreturn]] void refuse(const QString &where, const QString &what)
{
    qFatal("%s: %s", qPrintable(where), qPrintable(what));
}

void allowOnly(const QJsonObject &object, const QStringList &keys, const QString &where)
{
    for (const QString &key : object.keys()) {
        if (!keys.contains(key))
            refuse(where, u"\"%1\" is not known; expected %2"_s.arg(key, keys.join(u", "_s)));
    }
}

QString textOf(const QJsonObject &object, const QString &key, const QString &where)
{
    const QString text = object[key].toString();
    if (text.isEmpty())
        refuse(where, u"\"%1\" must say something"_s.arg(key));
    return text;
}

QStringList sortedTexts(const QJsonValue &list, const QString &where)
{
    if (!list.isArray())
        refuse(where, u"a list of texts is expected"_s);
    QStringList texts = list.toVariant().toStringList();
    texts.sort();
    return texts;
}

/// Facts over those of another set: null takes one away.
QJsonObject over(QJsonObject facts, const QJsonObject &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change->isNull())
            facts.remove(change.key());
        else
            facts[change.key()] = *change;
    }
    return facts;
}

class Bases {
public:
    void add(const QJsonObject &bases, const QString &file)
    {
        for (auto base = bases.begin(); base != bases.end(); ++base) {
            if (m_bases.contains(base.key()))
                refuse(file, u"there is another base \"%1\""_s.arg(base.key()));
            m_bases.insert(base.key(), base->toObject());
        }
    }

    QJsonObject facts(const QString &name, const QString &where, int depth = 0) const
    {
        const auto found = m_bases.constFind(name);
        if (found == m_bases.cend() || depth > 8)
            refuse(where, u"there is no base \"%1\""_s.arg(name));
        QJsonObject own = *found;
        const QString like = own.take(u"like"_s).toString();
        return like.isEmpty() ? own : over(facts(like, where, depth + 1), own);
    }

private:
    QMap<QString, QJsonObject> m_bases;
};

/// Every way to pick one of the values for each of the facts.
QList<QJsonObject> picked(const QJsonObject &each)
{
    QList<QJsonObject> ways{{}};
    for (auto fact = each.begin(); fact != each.end(); ++fact) {
        QList<QJsonObject> longer;
        for (const QJsonObject &way : std::as_const(ways)) {
            for (const QJsonValue &value : fact->toArray()) {
                QJsonObject more = way;
                more[fact.key()] = value;
                longer.append(more);
            }
        }
        ways = longer;
    }
    return ways;
}

QString described(const QJsonObject &facts)
{
    QStringList parts;
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        parts.append(fact.key() + u'=' + fact->toVariant().toStringList().join(u'+'));
    return parts.isEmpty() ? QString() : u" (%1)"_s.arg(parts.join(u", "_s));
}

reasoning::Answers answersFrom(QJsonObject facts, const QString &when, const QString &where)
{
    const QJsonValue looked = facts.take(u"looked"_s);
    const QDate day = QDate::fromString(when, Qt::ISODate);
    QJsonObject json{{u"answers"_s, facts}};
    json[day.isValid() ? u"on"_s : u"law"_s] = when;
    reasoning::Answers answers = answersOf(json, where);
    if (!looked.isUndefined())
        answers.items.first().looked.searches.append(looked.toString());
    return answers;
}

/// Whether the state has a rule of that name to verify.
bool verify(language::RuleBook &book, const QString &state, const QString &id)
{
    bool found = false;
    const auto set = [&](bool &verified, const QString &name) {
        found = found || name == id;
        verified = verified || name == id;
    };
    for (language::LawState &one : book.states) {
        if (one.id != state)
            continue;
        for (language::Provision &provision : one.provisions) {
            for (language::Element &element : provision.elements)
                set(element.verified, provision.id + u'/' + element.id);
            for (language::Exception &exception : provision.exceptions)
                set(exception.condition.verified, provision.id + u'/' + exception.condition.id);
        }
        for (language::Duty &duty : one.duties)
            set(duty.verified, duty.id);
    }
    return found;
}

void readExpected(LawCase &one, const QJsonObject &expected, const QString &where)
{
    const language::LawState *state = reasoning::stateFor(catalogue(), one.answers, {});
    if (!state)
        refuse(where, u"neither a day nor a state of the law"_s);
    one.state = state->id;
    one.provisions.emplace();
    for (auto said = expected.begin(); said != expected.end(); ++said) {
        if (said.key() == "outcome"_L1)
            one.outcome = said->toString();
        else if (said.key() == "requirements"_L1)
            one.requirements = sortedTexts(*said, where);
        else if (said.key() == "duties"_L1)
            one.duties = sortedTexts(*said, where);
        else if (said.key() == "warnings"_L1)
            one.warnings = sortedTexts(*said, where);
        else if (said.key() == "tipped_by"_L1)
            one.tippedBy = sortedTexts(*said, where);
        else if (std::ranges::any_of(state->provisions, [&](const auto &held) { return held.id == said.key(); }))
            one.provisions->insert(said.key(), said->toString());
        else
            refuse(where, u"the state has no provision \"%1\""_s.arg(said.key()));
    }
}

void readCase(const QJsonObject &json, const Bases &bases, const QString &file, QList<LawCase> &cases)
{
    const QString name = file + u": "_s + textOf(json, u"name"_s, file);
    allowOnly(json, {u"name"_s, u"why"_s, u"base"_s, u"with"_s, u"each"_s, u"verified"_s, u"expect"_s}, name);
    textOf(json, u"why"_s, name);
    const QJsonObject facts = over(bases.facts(textOf(json, u"base"_s, name), name), json[u"with"_s].toObject());
    const QJsonObject expect = json[u"expect"_s].toObject();
    if (expect.isEmpty())
        refuse(name, u"nothing is expected"_s);
    for (const QJsonObject &way : picked(json[u"each"_s].toObject())) {
        for (auto said = expect.begin(); said != expect.end(); ++said) {
            for (const QString &when : said.key().split(u' ', Qt::SkipEmptyParts)) {
                LawCase one;
                one.name = name + described(way) + u", "_s + when;
                one.verified = json[u"verified"_s].toVariant().toStringList();
                one.answers = answersFrom(over(facts, way), when, one.name);
                readExpected(one, said->toObject(), one.name);
                language::RuleBook book = catalogue();
                for (const QString &id : std::as_const(one.verified)) {
                    if (!verify(book, one.state, id))
                        refuse(one.name, u"there is no rule \"%1\" to verify"_s.arg(id));
                }
                cases.append(one);
            }
        }
    }
}

QString statusName(const reasoning::Finding &finding)
{
    using enum reasoning::ProvisionStatus;
    QString name;
    switch (finding.status) {
    case NotRegulated: return {};
    case Excepted: name = u"excepted "_s + finding.exception; break;
    case Covered: name = u"covered "_s + finding.exception; break;
    case Notifies: name = u"notifies "_s + finding.exception; break;
    case Applies: name = u"applies"_s; break;
    case Open: name = u"open"_s; break;
    }
    return finding.operates ? name : name + u", does not operate"_s;
}

template<typename Found, typename Id>
QStringList idsOf(const QList<Found> &list, const Id &id)
{
    QStringList result;
    for (const Found &found : list)
        result.append((found.certainty == reasoning::Certainty::Certain ? QString() : u"possible "_s) + id(found));
    result.sort();
    return result;
}

QString joined(const QStringList &list)
{
    return list.isEmpty() ? u"nothing"_s : list.join(u", "_s);
}

void compare(const QString &what, const std::optional<QStringList> &expected, const QStringList &found,
             QStringList &differences)
{
    if (expected && *expected != found)
        differences.append(u"%1: %2, expected %3"_s.arg(what, joined(found), joined(*expected)));
}

} // namespace

QList<LawCase> lawCases()
{
    const QStringList files =
        QDir(QStringLiteral(CLEARWAY_TEST_DATA "/") + folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        refuse(folder, u"there are no cases"_s);
    QMap<QString, QJsonObject> read;
    Bases bases;
    for (const QString &file : files) {
        const QJsonObject json = readObject(folder + u'/' + file);
        allowOnly(json, {u"about"_s, u"bases"_s, u"cases"_s}, file);
        textOf(json, u"about"_s, file);
        bases.add(json[u"bases"_s].toObject(), file);
        read.insert(file, json);
    }
    QList<LawCase> cases;
    for (auto file = read.cbegin(); file != read.cend(); ++file) {
        for (const QJsonValue &one : (*file)[u"cases"_s].toArray())
            readCase(one.toObject(), bases, file.key(), cases);
    }
    return cases;
}

language::RuleBook asVerified(const language::RuleBook &rules, const LawCase &one)
{
    language::RuleBook book = rules;
    for (const QString &id : one.verified)
        verify(book, one.state, id);
    return book;
}

QStringList differences(const LawCase &one, const reasoning::Conclusion &conclusion)
{
    QStringList result;
    if (conclusion.state != one.state)
        result.append(u"put to %1, expected %2"_s.arg(conclusion.state, one.state));
    if (one.provisions) {
        for (const reasoning::Finding &finding : conclusion.findings) {
            const QString found = statusName(finding);
            const QString expected = one.provisions->value(finding.provision);
            if (found != expected)
                result.append(u"%1: %2, expected %3"_s.arg(finding.provision,
                                                           found.isEmpty() ? u"not regulated"_s : found,
                                                           expected.isEmpty() ? u"not regulated"_s : expected));
        }
    }
    const QString outcome = reasoning::outcomeName(conclusion.outcome);
    if (one.outcome && *one.outcome != outcome)
        result.append(u"outcome %1, expected %2"_s.arg(outcome, *one.outcome));
    compare(u"requirements"_s, one.requirements, requirementsOf(conclusion), result);
    compare(u"duties"_s, one.duties, idsOf(conclusion.duties, [](const auto &found) { return found.duty.id; }), result);
    compare(u"warnings"_s, one.warnings, idsOf(conclusion.warnings, [](const auto &found) { return found.warning.id; }),
            result);
    QStringList tipping;
    for (const reasoning::OpenFact &open : conclusion.open)
        tipping.append(open.rule.isEmpty() ? open.key.fact : open.rule);
    tipping.sort();
    compare(u"tipped by"_s, one.tippedBy, tipping, result);
    if (one.exception) {
        QStringList exceptions;
        for (const reasoning::Finding &finding : conclusion.findings) {
            if (!finding.exception.isEmpty())
                exceptions.append(finding.provision + u'/' + finding.exception);
        }
        compare(u"exceptions"_s, QStringList{*one.exception}, exceptions, result);
    }
    if (one.listOpened && *one.listOpened != conclusion.listOpened)
        result.append(u"the list was %1opened"_s.arg(conclusion.listOpened ? QString() : u"not "_s));
    return result;
}

} // namespace clearway::testing
