// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/map_reader.h"

#include "catalogue/compiler/words.h"

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using language::SourcePosition;

namespace {

QString formOf(const Node &node)
{
    switch (node.kind) {
    case Node::Kind::Empty: return u"nothing"_s;
    case Node::Kind::Text: return u"a text"_s;
    case Node::Kind::Map: return u"a map"_s;
    case Node::Kind::List: return u"a list"_s;
    }
    return {};
}

} // namespace

MapReader::MapReader(const Node &node, QString what, QList<language::SourceError> &errors)
    : m_node(node)
    , m_what(std::move(what))
    , m_errors(errors)
{
    if (!isMap())
        error(node.at, m_what + u" is "_s + formOf(node), u"a map with “key: value” lines"_s);
}

void MapReader::error(const SourcePosition &at, const QString &message, const QString &expected)
{
    m_errors.append({at, message, expected});
}

const Node *MapReader::node(const QString &key, Need need)
{
    if (!m_asked.contains(key))
        m_asked.append(key);
    const Member *member = m_node.member(key);
    if (member && member->value.kind != Node::Kind::Empty
        && (member->value.kind != Node::Kind::Text || !member->value.text.trimmed().isEmpty())) {
        return &member->value;
    }
    if (need == Need::Required && isMap())
        error(member ? member->at : m_node.at, m_what + u" has no `"_s + key + u"`"_s, u"`"_s + key + u": …`"_s);
    else if (member && member->value.kind == Node::Kind::Empty)
        error(member->at, u"`"_s + key + u"` is empty"_s, u"a value, or no such line"_s);
    return nullptr;
}

SourcePosition MapReader::place(const QString &key) const
{
    const Member *member = m_node.member(key);
    return member ? member->value.at : m_node.at;
}

const Node *MapReader::textNode(const QString &key, Need need)
{
    const Node *value = node(key, need);
    if (!value || value->kind == Node::Kind::Text)
        return value;
    error(value->at, u"`"_s + key + u"` is "_s + formOf(*value), u"a text"_s);
    return nullptr;
}

QString MapReader::text(const QString &key, Need need)
{
    const Node *value = textNode(key, need);
    return value ? value->text.trimmed() : QString();
}

bool MapReader::flag(const QString &key, bool otherwise)
{
    const Node *value = textNode(key, Need::Optional);
    if (!value)
        return otherwise;
    if (value->text == "true"_L1 || value->text == "false"_L1)
        return value->text == "true"_L1;
    error(value->at, u"`"_s + key + u"` is “"_s + value->text + u"”"_s, u"true or false"_s);
    return otherwise;
}

QDate MapReader::date(const QString &key, Need need)
{
    const Node *value = textNode(key, need);
    if (!value)
        return {};
    const QDate date = QDate::fromString(value->text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        error(value->at, u"“%1” is no day"_s.arg(value->text), u"a day that exists, as YYYY-MM-DD"_s);
    return date;
}

int MapReader::number(const QString &key, int least, int most, int otherwise)
{
    const Node *value = textNode(key, Need::Optional);
    if (!value)
        return otherwise;
    bool ok = false;
    const int number = value->text.toInt(&ok);
    if (ok && number >= least && number <= most)
        return number;
    error(value->at, u"`%1` is “%2”"_s.arg(key, value->text), u"a whole number from %1 to %2"_s.arg(least).arg(most));
    return otherwise;
}

std::vector<const Node *> MapReader::list(const QString &key, Need need)
{
    const Node *value = node(key, need);
    std::vector<const Node *> items;
    if (!value)
        return items;
    if (value->kind != Node::Kind::List) {
        error(value->at, u"`"_s + key + u"` is "_s + formOf(*value), u"a list, one “- ” a line"_s);
        return items;
    }
    for (const Node &item : value->items)
        items.push_back(&item);
    return items;
}

QStringList MapReader::texts(const QString &key, Need need)
{
    QStringList texts;
    for (const Node *item : list(key, need)) {
        const QString text = item->text.trimmed();
        if (item->kind != Node::Kind::Text || text.isEmpty())
            error(item->at, u"an item of `"_s + key + u"` is "_s + formOf(*item), u"a text"_s);
        else if (texts.contains(text))
            error(item->at, u"“%1” is here twice"_s.arg(text), u"it once"_s);
        else
            texts.append(text);
    }
    return texts;
}

QString MapReader::oneOf(const QString &key, const QStringList &known, Need need)
{
    const Node *value = textNode(key, need);
    if (!value)
        return {};
    if (known.contains(value->text))
        return value->text;
    error(value->at, u"`%1` is “%2”"_s.arg(key, value->text), expectedOneOf(value->text, known));
    return {};
}

void MapReader::finish()
{
    for (const Member &member : m_node.members) {
        if (!m_asked.contains(member.key)) {
            error(member.at, u"%1 has an unknown key “%2”"_s.arg(m_what, member.key),
                  expectedOneOf(member.key, m_asked));
        }
    }
}

} // namespace clearway::compiler
