// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/compiler/yaml_tree.h"

#include <QDate>
#include <QSet>

#include <functional>
#include <optional>

namespace clearway::compiler {

enum class Need { Optional, Required };

/// Takes the members of one map by name. What is missing, of the wrong form or unknown is added to the errors
/// with its place; a value that is wrong reads as if it were not there.
class MapReader {
public:
    /// `what` names the map in messages: `fact "item.kind"`, "a row".
    MapReader(const Node &node, QString what, QList<language::SourceError> &errors);

    bool isMap() const { return m_node.kind == Node::Kind::Map; }
    const language::SourcePosition &at() const { return m_node.at; }
    const QString &what() const { return m_what; }
    void setWhat(const QString &what) { m_what = what; }

    /// The member's value where it is there and not empty; marks the key as known.
    const Node *node(const QString &key, Need need = Need::Optional);
    /// The place of the member's value, or of the map.
    language::SourcePosition place(const QString &key) const;

    QString text(const QString &key, Need need = Need::Optional);
    bool flag(const QString &key, bool otherwise = false);
    QDate date(const QString &key, Need need = Need::Optional);
    int number(const QString &key, int least, int most, int otherwise);
    QStringList texts(const QString &key, Need need = Need::Optional);
    /// A text that is one of `known`; empty where it is not.
    QString oneOf(const QString &key, const QStringList &known, Need need = Need::Optional);
    /// The items of a list.
    std::vector<const Node *> list(const QString &key, Need need = Need::Optional);

    void error(const language::SourcePosition &at, const QString &message, const QString &expected);
    /// Refuses the members that nobody asked for. Called last.
    void finish();

private:
    const Node *textNode(const QString &key, Need need);

    const Node &m_node;
    QString m_what;
    QList<language::SourceError> &m_errors;
    QStringList m_asked;
};

} // namespace clearway::compiler
