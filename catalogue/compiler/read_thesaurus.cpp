// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/read_thesaurus.h"

#include "catalogue/compiler/map_reader.h"
#include "catalogue/compiler/words.h"

#include <QHash>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using namespace language;

namespace {

QString folded(const QString &expression)
{
    return expression.simplified().toCaseFolded();
}

class ThesaurusReader {
public:
    explicit ThesaurusReader(QList<SourceError> &errors)
        : m_errors(errors)
    {}

    void readSynonyms(const Node &node)
    {
        if (node.kind != Node::Kind::List || node.items.size() < 2) {
            error(node.at, u"a group of synonyms has not two expressions"_s,
                  u"a list of at least two that mean the same"_s);
            return;
        }
        QStringList group;
        for (const Node &item : node.items) {
            const QString expression = item.text.simplified();
            if (item.kind != Node::Kind::Text || expression.isEmpty()) {
                error(item.at, u"a synonym is no text"_s, u"a word or a phrase"_s);
                continue;
            }
            if (once(m_expressions, folded(expression), item.at, expression))
                group.append(expression);
        }
        m_thesaurus.synonyms.append(group);
    }

    void readTopic(const Node &node)
    {
        MapReader map(node, u"an ordinary topic"_s, m_errors);
        if (!map.isMap())
            return;
        OrdinaryTopic topic;
        topic.id = map.text(u"id"_s, Need::Required);
        map.setWhat(u"ordinary topic “%1”"_s.arg(topic.id));
        topic.title = map.text(u"title"_s, Need::Required).simplified();
        QHash<QString, SourcePosition> here;
        for (const Node *item : map.list(u"words"_s, Need::Required)) {
            const QString word = item->text.simplified();
            if (item->kind != Node::Kind::Text || word.isEmpty())
                error(item->at, u"a word of a topic is no text"_s, u"a word or a short phrase"_s);
            else if (once(here, folded(word), item->at, word))
                topic.words.append(word);
        }
        map.finish();
        if (topic.id.isEmpty())
            return;
        if (!isPlainName(topic.id)) {
            error(map.place(u"id"_s), u"“%1” cannot be an id"_s.arg(topic.id), u"letters, digits, - and _"_s);
            return;
        }
        if (once(m_topics, topic.id, map.place(u"id"_s), topic.id))
            m_thesaurus.ordinary.append(topic);
    }

    Thesaurus taken() { return std::move(m_thesaurus); }

private:
    void error(const SourcePosition &at, const QString &message, const QString &expected)
    {
        m_errors.append({at, message, expected});
    }

    bool once(QHash<QString, SourcePosition> &known, const QString &key, const SourcePosition &at, const QString &shown)
    {
        const auto first = known.constFind(key);
        if (first != known.cend()) {
            error(at, u"“%1” stands twice"_s.arg(shown),
                  u"it once; the first is in %1:%2"_s.arg(first->file).arg(first->line));
            return false;
        }
        known.insert(key, at);
        return true;
    }

    QList<SourceError> &m_errors;
    Thesaurus m_thesaurus;
    QHash<QString, SourcePosition> m_expressions;
    QHash<QString, SourcePosition> m_topics;
};

} // namespace

Thesaurus readThesaurus(const std::vector<Document> &documents, QList<SourceError> &errors)
{
    ThesaurusReader reader(errors);
    for (const Document &document : documents) {
        if (document.root.kind != Node::Kind::Map)
            continue; // said already, as are keys that nobody knows
        MapReader map(document.root, u"the file"_s, errors);
        for (const Node *group : map.list(u"synonyms"_s))
            reader.readSynonyms(*group);
        for (const Node *topic : map.list(u"ordinary"_s))
            reader.readTopic(*topic);
    }
    return reader.taken();
}

} // namespace clearway::compiler
