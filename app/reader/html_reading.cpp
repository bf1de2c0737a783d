// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/text_reading.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <gumbo.h>

#include <new>

using namespace Qt::StringLiterals;

namespace clearway::reader {

namespace {

namespace protocol = documents::protocol;
using protocol::Refusal;
using protocol::TextAnswer;
using protocol::TextLine;

constexpr qsizetype htmlLimit = 64LL * protocol::mebibyte;
constexpr qsizetype depthLimit = 4096;

/// "24pt", "1.5cm" behind a property's name, in points.
double marginIn(const QString &style)
{
    static const QRegularExpression form(u"margin-left:\\s*([\\d.]+)(pt|cm|px)"_s);
    const auto match = form.match(style);
    if (!match.hasMatch())
        return 0;
    const double value = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    return unit == "cm"_L1 ? value * 72 / 2.54 : unit == "px"_L1 ? value * 0.75 : value;
}

QString attribute(const GumboElement &element, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
    return found ? QString::fromUtf8(found->value) : QString();
}

/// Walks the tree without recursion, so that its depth costs no stack.
class Walk {
public:
    TextAnswer answer;
    bool tooDeep = false;
    bool tooMany = false;

    void run(const GumboNode *root)
    {
        enter(root);
        while (!m_open.isEmpty() && !tooDeep && !tooMany) {
            Open &open = m_open.last();
            const GumboVector &children = open.node->v.element.children;
            if (open.next >= children.length) {
                leave();
                continue;
            }
            const auto *child = static_cast<const GumboNode *>(children.data[open.next++]);
            switch (child->type) {
            case GUMBO_NODE_ELEMENT:
            case GUMBO_NODE_TEMPLATE: enter(child); break;
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
            case GUMBO_NODE_CDATA: m_text += QString::fromUtf8(child->v.text.text); break;
            default: break;
            }
        }
        flush();
    }

private:
    struct Open {
        const GumboNode *node = nullptr;
        unsigned int next = 0;
        bool isBlock = false;
    };

    static bool isSkipped(GumboTag tag)
    {
        return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_NOSCRIPT;
    }

    static bool isBlock(GumboTag tag)
    {
        static const QSet<int> blocks{
            GUMBO_TAG_P,          GUMBO_TAG_DIV,    GUMBO_TAG_LI,      GUMBO_TAG_H1,      GUMBO_TAG_H2,
            GUMBO_TAG_H3,         GUMBO_TAG_H4,     GUMBO_TAG_H5,      GUMBO_TAG_H6,      GUMBO_TAG_TD,
            GUMBO_TAG_TH,         GUMBO_TAG_TR,     GUMBO_TAG_UL,      GUMBO_TAG_OL,      GUMBO_TAG_DT,
            GUMBO_TAG_DD,         GUMBO_TAG_TABLE,  GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_BODY,
            GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER,  GUMBO_TAG_NAV,     GUMBO_TAG_MAIN};
        return blocks.contains(tag);
    }

    void enter(const GumboNode *node)
    {
        const GumboElement &element = node->v.element;
        if (isSkipped(element.tag))
            return;
        if (m_open.size() >= depthLimit) {
            tooDeep = true;
            return;
        }
        const bool block = isBlock(element.tag);
        if (block) {
            flush();
            const QString name = attribute(element, "class");
            m_style =
                name.isEmpty() ? QString::fromUtf8(gumbo_normalized_tagname(element.tag)) : name.section(u' ', 0, 0);
            m_left = marginIn(attribute(element, "style"));
        } else if (element.tag == GUMBO_TAG_BR) {
            m_text += u'\n';
        } else if (element.tag == GUMBO_TAG_SPAN && attribute(element, "style").contains("inline-block"_L1)) {
            m_text += u'\t'; // an empty box in place of a tab
        }
        if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH)
            ++m_cells;
        m_open.append({node, 0, block});
    }

    void leave()
    {
        const Open open = m_open.takeLast();
        if (open.isBlock)
            flush();
        const GumboTag tag = open.node->v.element.tag;
        if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
            --m_cells;
    }

    void flush()
    {
        const QString text = std::exchange(m_text, {});
        if (text.trimmed().isEmpty())
            return;
        TextLine line;
        line.left = m_left;
        line.style = m_style.left(protocol::nameLimit);
        line.inTable = m_cells > 0;
        line.text = text.trimmed();
        answer.lines.append(line);
        tooMany = answer.lines.size() > protocol::lineLimit;
    }

    QList<Open> m_open;
    QString m_text;
    QString m_style;
    double m_left = 0;
    int m_cells = 0;
};

std::expected<TextAnswer, Refusal> walked(const QByteArray &html)
{
    QStringDecoder decoder = QStringDecoder::decoderForHtml(html);
    const QByteArray bytes = decoder.isValid() ? QString(decoder(html)).toUtf8() : html;
    // The parser notes with each error every tag that is open there, which of a deeply nested page takes all memory.
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    // What the parser allocates is given back with the process.
    const GumboOutput *output = gumbo_parse_with_options(&options, bytes.constData(), size_t(bytes.size()));
    if (!output || !output->root)
        return std::unexpected(Refusal{u"damaged"_s, u"the HTML cannot be read"_s});
    Walk walk;
    walk.answer.format = u"html"_s;
    walk.run(output->root);
    if (walk.tooDeep)
        return std::unexpected(Refusal{u"damaged"_s, u"the HTML is nested deeper than %1"_s.arg(depthLimit)});
    if (walk.tooMany)
        return std::unexpected(Refusal{u"too-many"_s, u"more than %1 paragraphs"_s.arg(protocol::lineLimit)});
    return std::move(walk.answer);
}

} // namespace

std::expected<TextAnswer, Refusal> readHtmlText(const QByteArray &html)
{
    if (html.size() > htmlLimit)
        return std::unexpected(Refusal{u"too-large"_s, u"more than %1 bytes of HTML"_s.arg(htmlLimit)});
    try {
        return walked(html);
    } catch (const std::bad_alloc &) {
        return std::unexpected(Refusal{u"too-large"_s, u"reading the page takes more memory than allowed"_s});
    }
}

} // namespace clearway::reader
