// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/source_file.h"
#include "catalogue/store/sourceplaces.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <QPalette>
#include <QTextDocument>

#include <functional>

namespace clearway::ui {

/// The definitions of the catalogue's sources and of control text, and their themes.
class RuleColours {
public:
    RuleColours();
    KSyntaxHighlighting::Definition definition() const;
    KSyntaxHighlighting::Definition controlText() const;
    KSyntaxHighlighting::Theme theme(bool dark) const;

private:
    KSyntaxHighlighting::Repository m_repository;
};

/// Colours the text of a document, and marks the names that lead to another statement.
class RuleHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter {
    Q_OBJECT
public:
    /// Whether a name in a condition is one that can be followed.
    using Known = std::function<bool(const QString &name)>;
    RuleHighlighter(QTextDocument *document, const RuleColours &colours, Known known);

    /// The name at a place of the document that can be followed; empty: none.
    static QString nameAt(const QTextBlock &block, int column);

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    Known m_known;
};

/// The lines of a place with the colours of the light theme, for paper: one block of text a line, with line numbers.
void appendColoured(QTextDocument &document, const RuleColours &colours, const QStringList &lines,
                    const store::SourcePlace &place, const QFont &font);

} // namespace clearway::ui
