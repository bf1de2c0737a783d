// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/documentreader.h"
#include "model/official/xmlwalk.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

constexpr QLatin1StringView wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"_L1;

bool isWord(const QXmlStreamReader &xml)
{
    return xml.namespaceUri() == wordNamespace;
}

QString attribute(const QXmlStreamReader &xml, QLatin1StringView name)
{
    return xml.attributes().value(wordNamespace, name).toString();
}

/// The left indent of each paragraph style, where it or one that it is based on has one.
class StyleIndents {
public:
    Result<void> read(const QByteArray &bytes, const QString &path, const Control &control)
    {
        QString style;
        return walkXml(bytes, path, u"word/styles.xml"_s, DocumentType::Refused, control,
                       [&](QXmlStreamReader &xml, int) {
                           if (!xml.isStartElement() || !isWord(xml))
                               return;
                           if (xml.name() == "style"_L1)
                               style = attribute(xml, "styleId"_L1);
                           else if (xml.name() == "basedOn"_L1)
                               m_styles[style].basedOn = attribute(xml, "val"_L1);
                           else if (xml.name() == "ind"_L1 && xml.attributes().hasAttribute(wordNamespace, "left"_L1))
                               m_styles[style].indent = attribute(xml, "left"_L1).toInt();
                       });
    }

    int indentOf(QString style) const
    {
        constexpr int longestChain = 20; // styles of a hostile file may be based on each other in a circle
        for (int i = 0; i < longestChain; ++i) {
            const auto found = m_styles.constFind(style);
            if (found == m_styles.cend())
                return 0;
            if (found->indent)
                return *found->indent;
            style = found->basedOn;
        }
        return 0;
    }

private:
    struct Style {
        QString basedOn;
        std::optional<int> indent;
    };
    QHash<QString, Style> m_styles;
};

/// Labels that are not typed but counted.
class Numbering {
public:
    Result<void> read(const QByteArray &bytes, const QString &path, const Control &control)
    {
        QString abstract;
        QString number;
        Level *level = nullptr;
        return walkXml(bytes, path, u"word/numbering.xml"_s, DocumentType::Refused, control,
                       [&](QXmlStreamReader &xml, int) {
                           if (!isWord(xml))
                               return;
                           const QStringView name = xml.name();
                           if (!xml.isStartElement()) {
                               if (name == "abstractNum"_L1 || name == "lvl"_L1)
                                   level = nullptr;
                               return;
                           }
                           if (name == "abstractNum"_L1)
                               abstract = attribute(xml, "abstractNumId"_L1);
                           else if (name == "lvl"_L1 && number.isEmpty())
                               level = &m_levels[abstract][attribute(xml, "ilvl"_L1).toInt()];
                           else if (name == "num"_L1)
                               number = attribute(xml, "numId"_L1);
                           else if (name == "abstractNumId"_L1)
                               m_abstractOf[number] = attribute(xml, "val"_L1);
                           else if (level && name == "numFmt"_L1)
                               level->format = attribute(xml, "val"_L1);
                           else if (level && name == "start"_L1)
                               level->start = attribute(xml, "val"_L1).toInt();
                       });
    }

    /// The label of the next paragraph of that list and level, with a tab behind it.
    QString next(const QString &number, int level)
    {
        const auto levels = m_levels.constFind(m_abstractOf.value(number));
        if (levels == m_levels.cend())
            return {};
        const Level how = levels->value(level);
        QMap<int, int> &counts = m_counts[number];
        const int count = counts.value(level, how.start - 1) + 1;
        counts[level] = count;
        counts.removeIf([level](std::pair<const int &, int &> deeper) { return deeper.first > level; });
        if (how.format == "bullet"_L1)
            return u"-\t"_s;
        if (how.format == "lowerLetter"_L1 && count >= 1 && count <= 26)
            return QChar(u'a' + count - 1) + u".\t"_s;
        if (how.format == "decimal"_L1)
            return QString::number(count) + u".\t"_s;
        return u"\t"_s;
    }

private:
    struct Level {
        QString format;
        int start = 1;
    };
    QHash<QString, QMap<int, Level>> m_levels; ///< by abstract list
    QHash<QString, QString> m_abstractOf;
    QHash<QString, QMap<int, int>> m_counts;
};

/// Gathers the paragraphs of word/document.xml.
class Body {
public:
    Body(const StyleIndents &indents, Numbering &numbering)
        : m_indents(indents)
        , m_numbering(numbering)
    {}
    QList<Paragraph> paragraphs;

    void take(QXmlStreamReader &xml)
    {
        if (xml.isCharacters()) {
            if (m_inText && !m_open.isEmpty())
                m_open.last().text.append(xml.text(), positionOf(xml.text()));
            return;
        }
        if (!isWord(xml))
            return;
        if (xml.isStartElement())
            begin(xml);
        else
            end(xml.name());
    }

private:
    struct Open {
        qsizetype index = 0;
        MarkedText text;
        std::optional<int> indent;
        QString list;
        int level = 0;
    };

    void begin(const QXmlStreamReader &xml)
    {
        const QStringView name = xml.name();
        if (name == "p"_L1) {
            Paragraph paragraph;
            paragraph.number = int(paragraphs.size());
            paragraph.inTable = m_cells > 0;
            m_open.append({.index = paragraphs.size(), .text = {}, .indent = {}, .list = {}, .level = 0});
            paragraphs.append(paragraph);
        } else if (name == "tc"_L1) {
            ++m_cells;
        }
        if (m_open.isEmpty())
            return;
        Open &open = m_open.last();
        if (name == "pStyle"_L1)
            paragraphs[open.index].style = attribute(xml, "val"_L1);
        else if (name == "ind"_L1 && xml.attributes().hasAttribute(wordNamespace, "left"_L1))
            open.indent = attribute(xml, "left"_L1).toInt();
        else if (name == "numId"_L1)
            open.list = attribute(xml, "val"_L1);
        else if (name == "ilvl"_L1)
            open.level = attribute(xml, "val"_L1).toInt();
        else if (name == "r"_L1)
            startRun();
        else if (name == "vertAlign"_L1)
            align(attribute(xml, "val"_L1));
        else if (name == "position"_L1)
            m_moved = attribute(xml, "val"_L1).toDouble() / 2;
        else if (name == "t"_L1)
            m_inText = true;
        else if (m_inRun)
            sign(name, xml);
    }

    void startRun()
    {
        m_inRun = true;
        m_position = MarkedText::Position::Normal;
        m_moved = 0;
    }

    MarkedText::Position positionOf(QStringView run) const
    {
        return m_position == MarkedText::Position::Normal ? MarkedText::moved(run, m_moved) : m_position;
    }

    void align(const QString &how)
    {
        m_position = how == "superscript"_L1 ? MarkedText::Position::Raised
                     : how == "subscript"_L1 ? MarkedText::Position::Lowered
                                             : MarkedText::Position::Normal;
    }

    void sign(QStringView name, const QXmlStreamReader &xml)
    {
        MarkedText &text = m_open.last().text;
        if (name == "tab"_L1)
            text.append(u"\t", m_position);
        else if (name == "br"_L1 || name == "cr"_L1)
            text.append(u"\n", m_position);
        else if (name == "noBreakHyphen"_L1)
            text.append(u"\u2011", positionOf(u"\u2011"));
        else if (name == "sym"_L1)
            text.append(QString(QChar(attribute(xml, "char"_L1).toUShort(nullptr, 16) | 0xf000)), m_position);
    }

    void end(QStringView name)
    {
        if (name == "t"_L1) {
            m_inText = false;
        } else if (name == "r"_L1) {
            m_inRun = false;
        } else if (name == "tc"_L1) {
            --m_cells;
        } else if (name == "p"_L1 && !m_open.isEmpty()) {
            const Open open = m_open.takeLast();
            Paragraph &paragraph = paragraphs[open.index];
            paragraph.indent = open.indent.value_or(m_indents.indentOf(paragraph.style));
            paragraph.text = open.text.text();
            if (!open.list.isEmpty() && open.list != "0"_L1)
                paragraph.text.prepend(m_numbering.next(open.list, open.level));
        }
    }

    const StyleIndents &m_indents;
    Numbering &m_numbering;
    QList<Open> m_open; ///< a text box is a paragraph within one
    int m_cells = 0;
    bool m_inText = false;
    bool m_inRun = false;
    MarkedText::Position m_position = MarkedText::Position::Normal;
    double m_moved = 0; ///< points above the line
};

} // namespace

Result<QList<Paragraph>> readDocx(Archive &archive, const Control &control)
{
    StyleIndents indents;
    Numbering numbering;
    const auto readPart = [&](const QString &part, auto &&into) -> Result<void> {
        if (!archive.has(part))
            return {};
        const Result<QByteArray> bytes = archive.read(part, control);
        if (!bytes)
            return std::unexpected(bytes.error());
        return into.read(*bytes, archive.path(), control);
    };
    if (Result<void> read = readPart(u"word/styles.xml"_s, indents); !read)
        return std::unexpected(read.error());
    if (Result<void> read = readPart(u"word/numbering.xml"_s, numbering); !read)
        return std::unexpected(read.error());
    control.report(15);
    const QString part = u"word/document.xml"_s;
    const Result<QByteArray> bytes = archive.read(part, control);
    if (!bytes)
        return std::unexpected(bytes.error());
    Body body(indents, numbering);
    qint64 shown = 0;
    const qint64 step = std::max<qint64>(1, bytes->size() / 40);
    const Result<void> walked =
        walkXml(*bytes, archive.path(), part, DocumentType::Refused, control, [&](QXmlStreamReader &xml, int) {
            body.take(xml);
            if (xml.characterOffset() / step > shown) {
                shown = xml.characterOffset() / step;
                control.report(15 + int(std::min<qint64>(shown, 40)));
            }
        });
    if (!walked)
        return std::unexpected(walked.error());
    return body.paragraphs;
}

} // namespace clearway::official
