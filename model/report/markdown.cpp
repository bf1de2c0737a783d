// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/markdown.h"

#include "model/report/plaintext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace clearway::report {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

constexpr int deepestIndent = 12;

class Page {
public:
    QString text;

    void section(const Section &section, const QString &number)
    {
        text += "## "_L1 + number + u' ' + markdownEscaped(section.title) + "\n\n"_L1;
        for (const Block &block : section.blocks)
            std::visit([this](const auto &content) { write(content); }, block);
    }

private:
    void write(const Paragraph &paragraph)
    {
        const QString escaped = markdownEscaped(paragraph.text);
        if (escaped.isEmpty())
            return;
        const QLatin1StringView mark = paragraph.emphasis == Paragraph::Emphasis::Strong ? "**"_L1 : ""_L1;
        text += mark + escaped + mark + "\n\n"_L1;
    }

    void write(const KeyValues &values)
    {
        for (const KeyValues::Row &row : values.rows)
            text += "- **"_L1 + markdownEscaped(row.key) + ":** "_L1 + markdownEscaped(row.value) + u'\n';
        text += u'\n';
    }

    void write(const Table &table)
    {
        if (!table.caption.isEmpty())
            text += "**"_L1 + markdownEscaped(table.caption) + "**\n\n"_L1;
        row(table.header);
        text += u'|';
        for (qsizetype i = 0; i < table.header.size(); ++i)
            text += " --- |"_L1;
        text += u'\n';
        for (const QStringList &cells : table.rows)
            row(cells);
        text += u'\n';
    }

    void row(const QStringList &cells)
    {
        text += u'|';
        for (const QString &cell : cells)
            text += u' ' + markdownEscaped(cell) + " |"_L1;
        text += u'\n';
    }

    void write(const Bullets &bullets)
    {
        for (qsizetype i = 0; i < bullets.items.size(); ++i) {
            text += (bullets.numbered ? QString::number(i + 1) + ". "_L1 : u"- "_s)
                    + markdownEscaped(bullets.items.at(i)) + u'\n';
        }
        text += u'\n';
    }

    void write(const Tree &tree)
    {
        nodes(tree.roots, 0);
        text += u'\n';
    }

    void nodes(const QList<TreeNode> &list, int depth)
    {
        for (const TreeNode &node : list) {
            text += QString(2 * std::min(depth, deepestIndent), u' ') + "- **"_L1 + markdownEscaped(node.truth)
                    + ":** "_L1 + markdownEscaped(node.text);
            if (!node.detail.isEmpty())
                text += " ("_L1 + markdownEscaped(node.detail) + u')';
            text += u'\n';
            nodes(node.children, depth + 1);
        }
    }

    void write(const Fields &fields)
    {
        for (const auto &fieldRow : fields.rows) {
            for (const Fields::Field &field : fieldRow) {
                text += "- "_L1 + markdownEscaped(field.label) + ": "_L1;
                if (!field.help.isEmpty())
                    text += "("_L1 + markdownEscaped(field.help) + ") "_L1;
                const QStringList lines = field.value.split(u'\n', Qt::SkipEmptyParts);
                if (lines.size() > 1) {
                    for (const QString &line : lines)
                        text += "\n  - "_L1 + markdownEscaped(line);
                } else {
                    text += lines.isEmpty() ? QString(20, u'.') : markdownEscaped(lines.first());
                }
                text += u'\n';
            }
        }
        text += u'\n';
    }
};

} // namespace

QString markdownEscaped(const QString &text)
{
    const QString line = printable(text).simplified();
    QString escaped;
    escaped.reserve(line.size() + 16);
    for (const QChar c : line) {
        if (u"\\`*_{}[]<>#|~&!"_s.contains(c))
            escaped.append(u'\\');
        escaped.append(c);
    }
    // what begins a list, a heading's underline or a rule where it begins a line
    static const QRegularExpression start(u"^(\\d+)([.)])(?=\\s|$)"_s);
    escaped.replace(start, u"\\1\\\\2"_s);
    if (!escaped.isEmpty() && u"-+="_s.contains(escaped.front()))
        escaped.prepend(u'\\');
    return escaped;
}

bool writeMarkdown(const Report &report, QIODevice &device)
{
    Page page;
    page.text =
        "# "_L1 + markdownEscaped(report.title) + "\n\n"_L1
        + markdownEscaped(Words::tr("Reference %1; fingerprint %2").arg(report.reference, report.fingerprint.first(8)))
        + "\n\n"_L1;
    const QList<Section> front = report.fronts.value(0);
    for (qsizetype i = 0; i < front.size(); ++i)
        page.section(front.at(i), QString::number(i + 1) + u'.');
    for (qsizetype i = 0; i < report.annexes.size(); ++i)
        page.section(report.annexes.at(i), report.lettered ? Words::tr("Annex %1:").arg(annexLetter(i))
                                                           : QString(QString::number(i + 1) + u'.'));
    const QByteArray bytes = page.text.toUtf8();
    return device.write(bytes) == bytes.size();
}

} // namespace clearway::report
