// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/parser.h"
#include "catalogue/store/source_file.h"

#include <QStringList>

#include <vector>

namespace clearway::compiler {

struct Member;

/// A piece of YAML as we take it: text, map or list, each with its place. No numbers, no dates, no true or
/// false: what a text means is said by the one who asks for it.
struct Node {
    enum class Kind { Empty, Text, Map, List };
    Kind kind = Kind::Empty;
    language::SourcePosition at;
    QString text;
    bool quoted = false;         ///< in quotes or a block, so that no other reader takes it for a number
    std::vector<Member> members; ///< in the order of the file, each key once
    std::vector<Node> items;

    const Member *member(QStringView key) const;
};

struct Member {
    QString key;
    language::SourcePosition at; ///< of the key
    bool quotedKey = false;
    Node value;
};

/// One file, read.
struct Document {
    QString file;
    QStringList lines; ///< as they stand in the file
    Node root;
};

/// Reads one file; what is wrong is added to `errors`, and the document then holds what could be read before
/// it.
///
/// It is YAML in block style and nothing more: flow style, anchors, aliases, tags, directives, several
/// documents, duplicate keys, control characters, bytes that are not UTF-8 and nesting deeper than 64 are
/// refused. Never throws.
Document readYaml(const store::SourceFile &source, QList<language::SourceError> &errors);

} // namespace clearway::compiler
