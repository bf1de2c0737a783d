// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/answersjson.h"

#include "model/reasoning/jsonlines.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace clearway::reasoning {

using language::FactDefinition;
using language::FactKind;
using language::RuleBook;
using language::Scope;
using language::Value;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Answers)
};

constexpr qsizetype largestFile = 20 * 1024 * 1024;

QStringList choiceIds(const FactDefinition &fact)
{
    QStringList ids;
    for (const language::Choice &choice : fact.choices)
        ids.append(choice.id);
    return ids;
}

/// With its letters in the case of the list and without a full stop behind it; nothing where it has not the form of a
/// code.
std::optional<QString> normalCode(QString text)
{
    text = text.trimmed();
    while (text.endsWith(u'.'))
        text.chop(1);
    const qsizetype dot = text.indexOf(u'.');
    const QString head = (dot < 0 ? text : text.left(dot)).toUpper();
    const QString tail = dot < 0 ? QString() : text.mid(dot).toLower();
    static const QRegularExpression form(
        u"^(?:[0-9][A-E][0-9]{3}|ML[0-9]{1,3})(?:\\.(?:[a-z]{1,2}|[0-9]{1,3})){0,9}$"_s);
    const QString code = head + tail;
    if (!form.match(code).hasMatch())
        return std::nullopt;
    return code;
}

std::expected<Value, QString> pickedFrom(const QJsonValue &json, const FactDefinition &fact)
{
    QStringList ids;
    if (json.isString()) {
        ids.append(json.toString());
    } else if (json.isArray() && fact.kind == FactKind::Choices) {
        for (const QJsonValue &one : json.toArray()) {
            if (!one.isString())
                return std::unexpected(
                    Text::tr("an array of choices, each one of %1").arg(choiceIds(fact).join(u", "_s)));
            ids.append(one.toString());
        }
    } else {
        return std::unexpected(Text::tr("one of %1").arg(choiceIds(fact).join(u", "_s)));
    }
    for (const QString &id : std::as_const(ids)) {
        const auto choice = std::ranges::find(fact.choices, id, &language::Choice::id);
        if (choice == fact.choices.end())
            return std::unexpected(Text::tr("one of %1").arg(choiceIds(fact).join(u", "_s)));
        if (choice->exclusive && ids.size() > 1)
            return std::unexpected(Text::tr("\"%1\" alone, without other choices").arg(id));
    }
    ids.sort();
    ids.removeDuplicates();
    return Value(language::Picked{ids});
}

std::expected<Value, QString> entriesFrom(const QJsonValue &json)
{
    const QString expected = Text::tr("an array of codes of the list, or \"none\"");
    if (json.toString() == "none"_L1)
        return Value(language::EntryCodes{});
    QStringList codes;
    const QJsonArray array = json.isString() ? QJsonArray{json} : json.toArray();
    if (!json.isString() && !json.isArray())
        return std::unexpected(expected);
    for (const QJsonValue &one : array) {
        const auto code = normalCode(one.toString());
        if (!code)
            return std::unexpected(expected);
        codes.append(*code);
    }
    codes.sort();
    codes.removeDuplicates();
    return Value(language::EntryCodes{codes});
}

std::expected<Value, QString> countryFrom(const QJsonValue &json, const RuleBook &rules)
{
    const QString text = json.toString().trimmed();
    if (rules.countries.contains(text.toUpper()))
        return Value(language::Country{text.toUpper()});
    for (auto it = rules.countries.cbegin(); it != rules.countries.cend(); ++it) {
        if (!text.isEmpty() && it->compare(text, Qt::CaseInsensitive) == 0)
            return Value(language::Country{it.key()});
    }
    return std::unexpected(Text::tr("a country code of ISO 3166-1 such as \"JP\""));
}

class Reader {
public:
    Reader(const QByteArray &json, const RuleBook &rules)
        : m_lines(json)
        , m_rules(rules)
    {}

    std::expected<Answers, QList<InputError>> read(const QJsonObject &root)
    {
        for (const QString &pointer : m_lines.duplicates())
            fail(pointer, Text::tr("this key is given twice"), Text::tr("each key once"));
        allowOnly(root, {},
                  {u"on"_s, u"law"_s, u"case"_s, u"activities"_s, u"items"_s, u"recipients"_s, u"answers"_s,
                   u"format"_s, u"title"_s});
        readLaw(root);
        if (root.contains("answers"_L1))
            readShort(root);
        else
            readLong(root);
        if (!m_errors.isEmpty())
            return std::unexpected(m_errors);
        return m_answers;
    }

private:
    void fail(const QString &pointer, const QString &message, const QString &expected)
    {
        m_errors.append({m_lines.lineOf(pointer), pointer, message, expected});
    }

    void allowOnly(const QJsonObject &object, const QString &pointer, const QStringList &known)
    {
        for (const QString &key : object.keys()) {
            if (!known.contains(key))
                fail(pointer + u'/' + key, Text::tr("unknown key \"%1\"").arg(key),
                     Text::tr("one of %1").arg(known.join(u", "_s)));
        }
    }

    void readLaw(const QJsonObject &root)
    {
        if (root.contains("on"_L1)) {
            m_answers.on = QDate::fromString(root["on"_L1].toString(), Qt::ISODate);
            if (!m_answers.on.isValid())
                fail(u"/on"_s, Text::tr("this is no day of the calendar"), Text::tr("a date such as \"2025-06-01\""));
        }
        if (root.contains("law"_L1)) {
            m_answers.law = root["law"_L1].toString();
            QStringList ids;
            for (const language::LawState &state : m_rules.states)
                ids.append(state.id);
            if (!ids.contains(m_answers.law))
                fail(u"/law"_s, Text::tr("unknown state of the law"), Text::tr("one of %1").arg(ids.join(u", "_s)));
        }
    }

    void readShort(const QJsonObject &root)
    {
        const QDate on = m_answers.on;
        const QString law = m_answers.law;
        m_answers = Answers::single(on);
        m_answers.law = law;
        for (const QString &key : {u"case"_s, u"activities"_s, u"items"_s, u"recipients"_s}) {
            if (root.contains(key))
                fail(u'/' + key, Text::tr("\"%1\" and \"answers\" exclude each other").arg(key),
                     Text::tr("either the short form or the long one"));
        }
        const QString pointer = u"/answers"_s;
        if (!root["answers"_L1].isObject()) {
            fail(pointer, Text::tr("this is no object"), Text::tr("{fact: value, …}"));
            return;
        }
        const QJsonObject facts = root["answers"_L1].toObject();
        const Combination only = m_answers.combinations().first();
        for (auto it = facts.begin(); it != facts.end(); ++it) {
            const auto fact = m_rules.facts.constFind(it.key());
            if (fact == m_rules.facts.cend() || fact->derived) {
                unknownFact(pointer + u'/' + it.key(), it.key());
                continue;
            }
            if (fact->scope == Scope::Point && m_answers.items.first().points == 0)
                m_answers.items.first().points = 1;
            readValue(pointer + u'/' + it.key(), *fact,
                      Answers::keyFor(*fact, only, fact->scope == Scope::Point ? 0 : -1), it.value());
        }
    }

    void readLong(const QJsonObject &root)
    {
        readFacts(u"/case"_s, root["case"_L1], Scope::Case, {}, -1);
        eachHolder(root, u"items"_s, [&](const QString &pointer, const QString &id, const QJsonObject &object) {
            allowOnly(object, pointer, {u"id"_s, u"title"_s, u"facts"_s, u"points"_s, u"looked"_s});
            ItemScope item;
            item.id = id;
            item.title = object["title"_L1].toString();
            readLooked(pointer + u"/looked"_s, object["looked"_L1], item.looked);
            readFacts(pointer + u"/facts"_s, object["facts"_L1], Scope::Item, id, -1);
            const QJsonValue points = object["points"_L1];
            if (!points.isUndefined() && !points.isArray())
                fail(pointer + u"/points"_s, Text::tr("this is no array"), Text::tr("[{fact: value, …}, …]"));
            for (const QJsonValue &point : points.toArray()) {
                readFacts(pointer + u"/points/"_s + QString::number(item.points), point, Scope::Point, id, item.points);
                ++item.points;
            }
            m_answers.items.append(item);
        });
        eachHolder(root, u"recipients"_s, [&](const QString &pointer, const QString &id, const QJsonObject &object) {
            allowOnly(object, pointer, {u"id"_s, u"title"_s, u"facts"_s});
            m_answers.recipients.append({id, object["title"_L1].toString()});
            readFacts(pointer + u"/facts"_s, object["facts"_L1], Scope::Recipient, id, -1);
        });
        eachHolder(root, u"activities"_s, [&](const QString &pointer, const QString &id, const QJsonObject &object) {
            allowOnly(object, pointer, {u"id"_s, u"title"_s, u"facts"_s, u"items"_s, u"recipients"_s});
            ActivityScope activity{id, object["title"_L1].toString(), {}, {}};
            activity.items = readIds(pointer + u"/items"_s, object["items"_L1], m_itemIds);
            activity.recipients = readIds(pointer + u"/recipients"_s, object["recipients"_L1], m_recipientIds);
            readFacts(pointer + u"/facts"_s, object["facts"_L1], Scope::Activity, id, -1);
            m_answers.activities.append(activity);
        });
        if (m_answers.activities.isEmpty() && m_errors.isEmpty())
            fail({}, Text::tr("no activity is given"),
                 Text::tr("\"activities\": [{\"id\": …}], or the short form \"answers\""));
        if (m_answers.combinations().size() > 2000)
            fail(u"/activities"_s, Text::tr("activities, items and recipients combine in too many ways"),
                 Text::tr("at most 2000 combinations"));
    }

    template<typename Read>
    void eachHolder(const QJsonObject &root, const QString &key, const Read &read)
    {
        const QJsonValue value = root[key];
        const QString pointer = u'/' + key;
        if (!value.isUndefined() && !value.isArray()) {
            fail(pointer, Text::tr("this is no array"), u"[{\"id\": …}, …]"_s);
            return;
        }
        QStringList &ids = key == "items"_L1 ? m_itemIds : key == "recipients"_L1 ? m_recipientIds : m_activityIds;
        int index = 0;
        for (const QJsonValue &one : value.toArray()) {
            const QString at = pointer + u'/' + QString::number(index++);
            const QString id = one["id"_L1].toString();
            if (!one.isObject() || id.isEmpty() || ids.contains(id)) {
                fail(at, Text::tr("an object with an id of its own is missing here"), u"{\"id\": \"i1\", …}"_s);
                continue;
            }
            ids.append(id);
            read(at, id, one.toObject());
        }
    }

    QStringList readIds(const QString &pointer, const QJsonValue &value, const QStringList &known)
    {
        QStringList ids;
        if (!value.isUndefined() && !value.isArray())
            fail(pointer, Text::tr("this is no array"), Text::tr("an array of ids"));
        for (const QJsonValue &one : value.toArray()) {
            if (!known.contains(one.toString()))
                fail(pointer, Text::tr("\"%1\" is not among them").arg(one.toVariant().toString()),
                     Text::tr("one of %1").arg(known.join(u", "_s)));
            else if (!ids.contains(one.toString()))
                ids.append(one.toString());
        }
        return ids;
    }

    void readLooked(const QString &pointer, const QJsonValue &value, Looked &looked)
    {
        if (value.isUndefined())
            return;
        if (!value.isObject()) {
            fail(pointer, Text::tr("this is no object"), u"{\"searches\": […], \"opened\": […], \"rejected\": […]}"_s);
            return;
        }
        const QJsonObject object = value.toObject();
        allowOnly(object, pointer, {u"searches"_s, u"opened"_s, u"rejected"_s});
        for (const QJsonValue &search : object["searches"_L1].toArray())
            looked.searches.append(search.toString());
        for (const QJsonValue &code : object["opened"_L1].toArray())
            looked.opened.append(code.toString());
        for (const QJsonValue &one : object["rejected"_L1].toArray()) {
            const auto code = normalCode(one["code"_L1].toString());
            if (!code || one["because"_L1].toString().trimmed().isEmpty())
                fail(pointer + u"/rejected"_s, Text::tr("a rejected entry needs its code and the criterion that fails"),
                     u"{\"code\": …, \"because\": …}"_s);
            else
                looked.rejected.append({*code, one["because"_L1].toString()});
        }
    }

    void readFacts(const QString &pointer, const QJsonValue &value, Scope scope, const QString &holder, int point)
    {
        if (value.isUndefined())
            return;
        if (!value.isObject()) {
            fail(pointer, Text::tr("this is no object"), Text::tr("{fact: value, …}"));
            return;
        }
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const FactDefinition *fact = find(it.key(), scope);
            const QString at = pointer + u'/' + it.key();
            if (!fact)
                unknownFact(at, it.key());
            else
                readValue(at, *fact, {fact->id, holder, point}, it.value());
        }
    }

    const FactDefinition *find(const QString &name, Scope scope) const
    {
        const Scope prefix = scope == Scope::Point ? Scope::Item : scope;
        for (const QString &id : QStringList{name, language::scopeName(prefix) + u'.' + name}) {
            const auto fact = m_rules.facts.constFind(id);
            if (fact == m_rules.facts.cend() || fact->derived)
                continue;
            if (fact->scope == scope || (scope == Scope::Point && fact->scope == Scope::Item))
                return &*fact;
        }
        return nullptr;
    }

    void unknownFact(const QString &pointer, const QString &name)
    {
        const auto fact = m_rules.facts.constFind(name);
        if (fact != m_rules.facts.cend() && !fact->derived)
            fail(pointer, Text::tr("\"%1\" is a fact of the %2").arg(name, language::scopeName(fact->scope)),
                 Text::tr("it among the facts of a %1").arg(language::scopeName(fact->scope)));
        else
            fail(pointer, Text::tr("unknown fact \"%1\"").arg(name),
                 Text::tr("a fact that \"clearway-cli facts\" lists for this place"));
    }

    void readValue(const QString &pointer, const FactDefinition &fact, const FactKey &key, const QJsonValue &json)
    {
        Answer answer;
        QJsonValue plain = json;
        if (json.isObject()) {
            const QJsonObject object = json.toObject();
            allowOnly(object, pointer, {u"value"_s, u"note"_s, u"source"_s, u"said_by"_s, u"needs_another_look"_s});
            plain = object["value"_L1];
            answer.note = object["note"_L1].toString();
            answer.source = object["source"_L1].toString();
            answer.saidBy = object["said_by"_L1].toString();
            answer.needsAnotherLook = object["needs_another_look"_L1].toBool();
        }
        const std::expected<Value, QString> value = valueFromJson(plain, fact, m_rules);
        if (!value) {
            fail(pointer, Text::tr("no answer to \"%1\"").arg(fact.id), value.error() + Text::tr(", or \"unsure\""));
            return;
        }
        answer.value = *value;
        m_answers.set(key, answer);
    }

    JsonLines m_lines;
    const RuleBook &m_rules;
    Answers m_answers;
    QStringList m_itemIds;
    QStringList m_recipientIds;
    QStringList m_activityIds;
    QList<InputError> m_errors;
};

} // namespace

QString InputError::toText(const QString &file) const
{
    QString text = file;
    if (line > 0)
        text += u':' + QString::number(line);
    text += u": "_s + message;
    if (!path.isEmpty())
        text += u" (at "_s + path + u')';
    if (!expected.isEmpty())
        text += Text::tr("; expected %1").arg(expected);
    return text;
}

std::expected<Answers, QList<InputError>> readAnswers(const QByteArray &json, const RuleBook &rules)
{
    const auto refuse = [](int line, const QString &message, const QString &expected) {
        return std::unexpected(QList<InputError>{{line, {}, message, expected}});
    };
    if (json.size() > largestFile)
        return refuse(0, Text::tr("the file is too large"), Text::tr("at most 20 MB"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(int(json.left(error.offset).count('\n')) + 1,
                      Text::tr("this is not JSON: %1").arg(error.errorString()), Text::tr("a JSON object"));
    if (!document.isObject())
        return refuse(1, Text::tr("this is no object"), Text::tr("a JSON object with \"activities\" or \"answers\""));
    return Reader(json, rules).read(document.object());
}

std::expected<Value, QString> valueFromJson(const QJsonValue &json, const FactDefinition &fact, const RuleBook &rules)
{
    if (json.toString() == "unsure"_L1 && !choiceIds(fact).contains(u"unsure"_s))
        return Value(language::Unsure{});
    switch (fact.kind) {
    case FactKind::YesNo:
    case FactKind::Judgement:
        if (json.isBool())
            return Value(json.toBool());
        if (json.toString() == "yes"_L1)
            return Value(true);
        if (json.toString() == "no"_L1)
            return Value(false);
        return std::unexpected(Text::tr("\"yes\" or \"no\""));
    case FactKind::Choice:
    case FactKind::Choices: return pickedFrom(json, fact);
    case FactKind::Quantity: {
        const language::UnitKind *kind = rules.units.kind(fact.unitKind);
        const QString expected =
            Text::tr("a %1 with its unit, such as \"1 %2\"").arg(kind ? kind->title : fact.unitKind, fact.defaultUnit);
        const QString text = json.isString()   ? json.toString()
                             : json.isDouble() ? QString::number(json.toDouble(), 'g', 15)
                                               : QString();
        if (text.isEmpty())
            return std::unexpected(expected);
        const auto quantity = rules.units.parse(text, fact.unitKind);
        if (!quantity)
            return std::unexpected(expected + u" ("_s + quantity.error() + u')');
        return Value(*quantity);
    }
    case FactKind::Country: return countryFrom(json, rules);
    case FactKind::Date: {
        const QDate day = QDate::fromString(json.toString(), Qt::ISODate);
        if (!day.isValid())
            return std::unexpected(Text::tr("a date such as \"2025-06-01\""));
        return Value(day);
    }
    case FactKind::Entries: return entriesFrom(json);
    }
    Q_UNREACHABLE_RETURN(Value{});
}

QJsonValue valueToJson(const Value &value, const FactDefinition &fact)
{
    struct Write {
        const FactDefinition &fact;
        QJsonValue operator()(language::Unsure) const { return u"unsure"_s; }
        QJsonValue operator()(bool yes) const { return yes ? u"yes"_s : u"no"_s; }
        QJsonValue operator()(const language::Picked &picked) const
        {
            if (fact.kind == FactKind::Choice)
                return picked.ids.value(0);
            return QJsonArray::fromStringList(picked.ids);
        }
        QJsonValue operator()(const language::Quantity &quantity) const { return quantity.written; }
        QJsonValue operator()(const language::Country &country) const { return country.code; }
        QJsonValue operator()(QDate day) const { return day.toString(Qt::ISODate); }
        QJsonValue operator()(const language::EntryCodes &entries) const
        {
            if (entries.codes.isEmpty())
                return u"none"_s;
            return QJsonArray::fromStringList(entries.codes);
        }
    };
    return std::visit(Write{fact}, value);
}

QString valueToText(const Value &value, const FactDefinition &fact, const RuleBook &rules)
{
    struct Write {
        const FactDefinition &fact;
        const RuleBook &rules;
        QString operator()(language::Unsure) const { return Text::tr("not sure"); }
        QString operator()(bool yes) const { return yes ? Text::tr("yes") : Text::tr("no"); }
        QString operator()(const language::Picked &picked) const
        {
            QStringList texts;
            for (const language::Choice &choice : fact.choices) {
                if (picked.ids.contains(choice.id))
                    texts.append(choice.text);
            }
            return texts.join(u"; "_s);
        }
        QString operator()(const language::Quantity &quantity) const
        {
            return quantity.written.isEmpty() ? rules.units.format(quantity, fact.defaultUnit) : quantity.written;
        }
        QString operator()(const language::Country &country) const
        {
            return rules.countries.value(country.code, country.code);
        }
        QString operator()(QDate day) const { return day.toString(Qt::ISODate); }
        QString operator()(const language::EntryCodes &entries) const
        {
            return entries.codes.isEmpty() ? Text::tr("none") : entries.codes.join(u", "_s);
        }
    };
    return std::visit(Write{fact, rules}, value);
}

QJsonObject toJson(const Answers &answers, const RuleBook &rules)
{
    QJsonObject root;
    if (answers.on.isValid())
        root["on"_L1] = answers.on.toString(Qt::ISODate);
    if (!answers.law.isEmpty())
        root["law"_L1] = answers.law;

    // What is answered, by holder and operating point; the program's own facts are not written.
    std::array<QMap<std::pair<QString, int>, QJsonObject>, 5> byScope;
    for (auto it = answers.all().cbegin(); it != answers.all().cend(); ++it) {
        const auto fact = rules.facts.constFind(it.key().fact);
        if (fact == rules.facts.cend() || fact->derived)
            continue;
        QJsonValue json = valueToJson(it->value, *fact);
        if (!it->note.isEmpty() || !it->source.isEmpty() || !it->saidBy.isEmpty() || it->needsAnotherLook) {
            QJsonObject full{{u"value"_s, json}};
            if (!it->note.isEmpty())
                full["note"_L1] = it->note;
            if (!it->source.isEmpty())
                full["source"_L1] = it->source;
            if (!it->saidBy.isEmpty())
                full["said_by"_L1] = it->saidBy;
            if (it->needsAnotherLook)
                full["needs_another_look"_L1] = true;
            json = full;
        }
        const Scope scope = fact->scope == Scope::Point ? Scope::Item : fact->scope;
        byScope.at(std::size_t(scope))[{it.key().holder, it.key().point}][fact->id] = json;
    }
    const auto factsOf = [&](Scope scope, const QString &holder, int point = -1) {
        return byScope.at(std::size_t(scope)).value({holder, point});
    };
    const auto withTitle = [](QJsonObject object, const QString &title) {
        if (!title.isEmpty())
            object["title"_L1] = title;
        return object;
    };

    root["case"_L1] = factsOf(Scope::Case, {});
    QJsonArray activities;
    for (const ActivityScope &activity : answers.activities)
        activities.append(withTitle({{u"id"_s, activity.id},
                                     {u"facts"_s, factsOf(Scope::Activity, activity.id)},
                                     {u"items"_s, QJsonArray::fromStringList(activity.items)},
                                     {u"recipients"_s, QJsonArray::fromStringList(activity.recipients)}},
                                    activity.title));
    root["activities"_L1] = activities;
    QJsonArray items;
    for (const ItemScope &item : answers.items) {
        QJsonObject object{{u"id"_s, item.id}, {u"facts"_s, factsOf(Scope::Item, item.id)}};
        QJsonArray points;
        for (int point = 0; point < item.points; ++point)
            points.append(factsOf(Scope::Item, item.id, point));
        if (!points.isEmpty())
            object["points"_L1] = points;
        if (!item.looked.isEmpty()) {
            QJsonArray rejected;
            for (const Looked::Rejection &rejection : item.looked.rejected)
                rejected.append(QJsonObject{{u"code"_s, rejection.code}, {u"because"_s, rejection.because}});
            object["looked"_L1] = QJsonObject{{u"searches"_s, QJsonArray::fromStringList(item.looked.searches)},
                                              {u"opened"_s, QJsonArray::fromStringList(item.looked.opened)},
                                              {u"rejected"_s, rejected}};
        }
        items.append(withTitle(object, item.title));
    }
    root["items"_L1] = items;
    QJsonArray recipients;
    for (const RecipientScope &recipient : answers.recipients)
        recipients.append(withTitle({{u"id"_s, recipient.id}, {u"facts"_s, factsOf(Scope::Recipient, recipient.id)}},
                                    recipient.title));
    root["recipients"_L1] = recipients;
    return root;
}

} // namespace clearway::reasoning
