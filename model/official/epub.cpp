// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/documentreader.h"
#include "model/official/xmlwalk.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

/// A length of a style declaration in twentieths of a point; nullopt where it has none.
std::optional<int> lengthIn(QStringView style, QLatin1StringView property)
{
    qsizetype at = 0;
    while ((at = style.indexOf(property, at)) >= 0) {
        const bool begins = at == 0 || style[at - 1] == u' ' || style[at - 1] == u';' || style[at - 1] == u'{';
        const QStringView rest = style.sliced(at + property.size());
        at += property.size();
        if (!begins || !rest.startsWith(u':'))
            continue;
        const qsizetype unit = rest.indexOf("pt"_L1);
        bool isNumber = false;
        const double points = unit > 0 ? rest.sliced(1, unit - 1).trimmed().toDouble(&isNumber) : 0;
        if (isNumber && points > -10'000 && points < 10'000)
            return qRound(points * 20);
    }
    return std::nullopt;
}

/// The left margins that a style sheet gives to classes.
class StyleSheet {
public:
    void read(const QString &sheet)
    {
        qsizetype at = 0;
        while (true) {
            const qsizetype open = sheet.indexOf(u'{', at);
            const qsizetype close = open < 0 ? -1 : sheet.indexOf(u'}', open);
            if (close < 0)
                return;
            const std::optional<int> margin = lengthIn(QStringView(sheet).sliced(open, close - open), "margin-left"_L1);
            const QStringView selectors = QStringView(sheet).sliced(at, open - at);
            for (const QStringView selector : selectors.split(u',')) {
                const qsizetype dot = selector.lastIndexOf(u'.');
                if (margin && dot >= 0)
                    m_margins.insert(unescaped(selector.sliced(dot + 1).trimmed()), *margin);
            }
            at = close + 1;
        }
    }
    int marginOf(const QString &name) const { return m_margins.value(name); }

private:
    /// "\31 A1" is how a style sheet writes the name "1A1".
    static QString unescaped(QStringView name)
    {
        static const QRegularExpression escape(uR"(\\([0-9a-fA-F]{1,6})\s?)"_s);
        QString plain = name.toString();
        const QRegularExpressionMatch match = escape.match(plain);
        if (match.hasMatch())
            plain.replace(match.capturedStart(), match.capturedLength(),
                          QChar(match.captured(1).toUShort(nullptr, 16)));
        return plain;
    }
    QHash<QString, int> m_margins;
};

/// Gathers the paragraphs of one page.
class Page {
public:
    Page(const StyleSheet &sheet, QList<Paragraph> &paragraphs)
        : m_sheet(sheet)
        , m_paragraphs(paragraphs)
    {}

    void take(QXmlStreamReader &xml)
    {
        if (xml.isStartElement())
            begin(xml);
        else if (xml.isEndElement())
            end();
        else if (!m_open.isEmpty() && !m_elements.isEmpty() && !m_elements.last().isGap)
            m_open.last().text.append(xml.text(), positionOf(m_elements.last(), xml.text()));
    }

private:
    struct Element {
        QString name;
        MarkedText::Position position = MarkedText::Position::Normal;
        int moved = 0;      ///< above the line, in twentieths of a point
        bool isGap = false; ///< an empty box in place of a tab
        bool isParagraph = false;
        int items = 0; ///< of a list: counted so far
        QString listStyle;
    };
    struct Open {
        qsizetype index = 0;
        MarkedText text;
        QString label;
    };

    static MarkedText::Position positionOf(const Element &element, QStringView run)
    {
        return element.position == MarkedText::Position::Normal ? MarkedText::moved(run, element.moved / 20.0)
                                                                : element.position;
    }

    void begin(const QXmlStreamReader &xml)
    {
        const QXmlStreamAttributes attributes = xml.attributes();
        const QStringView style = attributes.value("style"_L1);
        Element element;
        element.name = xml.name().toString();
        if (!m_elements.isEmpty())
            element.position = m_elements.last().position;
        if (style.contains("vertical-align:super"_L1) || element.name == "sup"_L1)
            element.position = MarkedText::Position::Raised;
        else if (style.contains("vertical-align:sub"_L1) || element.name == "sub"_L1)
            element.position = MarkedText::Position::Lowered;
        else
            element.moved = lengthIn(style, "vertical-align"_L1).value_or(0);
        if (element.name == "td"_L1 || element.name == "th"_L1)
            ++m_cells;
        if (element.name == "ol"_L1 || element.name == "ul"_L1) {
            element.listStyle = element.name == "ul"_L1                     ? u"bullet"_s
                                : style.contains("lower-latin"_L1)          ? u"letter"_s
                                : style.contains("list-style-type:none"_L1) ? QString()
                                                                            : u"number"_s;
            element.items =
                std::max(1, attributes.value("start"_L1).isEmpty() ? 1 : attributes.value("start"_L1).toInt()) - 1;
        }
        static const QStringList paragraphs{u"p"_s, u"li"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s};
        if (paragraphs.contains(element.name)) {
            element.isParagraph = true;
            Paragraph paragraph;
            paragraph.number = int(m_paragraphs.size());
            paragraph.style = attributes.value("class"_L1).toString();
            paragraph.inTable = m_cells > 0;
            paragraph.indent = lengthIn(style, "margin-left"_L1).value_or(m_sheet.marginOf(paragraph.style))
                               + lengthIn(style, "padding-left"_L1).value_or(0);
            m_open.append({m_paragraphs.size(), {}, element.name == "li"_L1 ? nextLabel() : QString()});
            m_paragraphs.append(paragraph);
        } else if (!m_open.isEmpty()) {
            if (element.name == "br"_L1)
                m_open.last().text.append(u"\n", element.position);
            element.isGap = element.name == "span"_L1 && style.contains("inline-block"_L1);
            if (element.isGap)
                m_open.last().text.append(u"\t", element.position);
        }
        m_elements.append(element);
    }

    QString nextLabel()
    {
        for (auto list = m_elements.rbegin(); list != m_elements.rend(); ++list) {
            if (list->name != "ol"_L1 && list->name != "ul"_L1)
                continue;
            const int count = ++list->items;
            if (list->listStyle == "bullet"_L1)
                return u"-\t"_s;
            if (list->listStyle == "letter"_L1 && count <= 26)
                return QChar(u'a' + count - 1) + u".\t"_s;
            if (list->listStyle == "number"_L1)
                return QString::number(count) + u".\t"_s;
            return {};
        }
        return {};
    }

    void end()
    {
        if (m_elements.isEmpty())
            return;
        const Element element = m_elements.takeLast();
        if (element.name == "td"_L1 || element.name == "th"_L1)
            --m_cells;
        if (element.isParagraph && !m_open.isEmpty()) {
            const Open open = m_open.takeLast();
            m_paragraphs[open.index].text = open.label + open.text.text();
        }
    }

    const StyleSheet &m_sheet;
    QList<Paragraph> &m_paragraphs;
    QList<Element> m_elements;
    QList<Open> m_open; ///< an item of a list may hold a list
    int m_cells = 0;
};

/// Where a reference in a part leads; empty where it leads out of the file.
QString resolved(const QString &part, const QString &reference)
{
    const QString plain = QUrl::fromPercentEncoding(reference.section(u'#', 0, 0).toUtf8());
    if (plain.isEmpty() || plain.startsWith(u'/') || plain.contains(u'\\') || plain.contains(u':'))
        return {};
    const QString folder = part.contains(u'/') ? part.section(u'/', 0, -2) + u'/' : QString();
    const QString path = QDir::cleanPath(folder + plain);
    return path.startsWith(".."_L1) ? QString() : path;
}

/// The pages in reading order, and where each looks for its styles.
Result<QStringList> pagesOf(Archive &archive, const Control &control)
{
    const QString container = u"META-INF/container.xml"_s;
    const Result<QByteArray> containerBytes = archive.read(container, control);
    if (!containerBytes)
        return std::unexpected(containerBytes.error());
    QString package;
    const Result<void> found = walkXml(
        *containerBytes, archive.path(), container, DocumentType::Refused, control, [&](QXmlStreamReader &xml, int) {
            if (xml.isStartElement() && xml.name() == "rootfile"_L1 && package.isEmpty())
                package = resolved({}, xml.attributes().value("full-path"_L1).toString());
        });
    if (!found)
        return std::unexpected(found.error());
    const Result<QByteArray> packageBytes = archive.read(package, control);
    if (!packageBytes)
        return std::unexpected(packageBytes.error());
    QHash<QString, QString> manifest;
    QStringList pages;
    const Result<void> read = walkXml(
        *packageBytes, archive.path(), package, DocumentType::Refused, control, [&](QXmlStreamReader &xml, int) {
            if (!xml.isStartElement())
                return;
            const QXmlStreamAttributes attributes = xml.attributes();
            if (xml.name() == "item"_L1)
                manifest.insert(attributes.value("id"_L1).toString(),
                                resolved(package, attributes.value("href"_L1).toString()));
            else if (xml.name() == "itemref"_L1)
                pages.append(manifest.value(attributes.value("idref"_L1).toString()));
        });
    if (!read)
        return std::unexpected(read.error());
    pages.removeDuplicates();
    if (pages.isEmpty() || pages.contains(QString()))
        return std::unexpected(OfficialError{OfficialError::Kind::Malformed, archive.path(),
                                             Text::tr("its part %1 names pages that are not in it.").arg(package)});
    return pages;
}

} // namespace

Result<QList<Paragraph>> readEpub(Archive &archive, const Control &control)
{
    const Result<QStringList> pages = pagesOf(archive, control);
    if (!pages)
        return std::unexpected(pages.error());
    control.report(10);
    QList<Paragraph> paragraphs;
    for (const QString &part : *pages) {
        const Result<QByteArray> bytes = archive.read(part, control);
        if (!bytes)
            return std::unexpected(bytes.error());
        StyleSheet sheet;
        OfficialError failed;
        bool hasFailed = false;
        Page page(sheet, paragraphs);
        bool inBody = false;
        qint64 shown = 0;
        const qint64 step = std::max<qint64>(1, bytes->size() / 40);
        const Result<void> walked =
            walkXml(*bytes, archive.path(), part, DocumentType::Public, control, [&](QXmlStreamReader &xml, int) {
                if (xml.isStartElement() && xml.name() == "link"_L1 && !inBody) {
                    const QString where = resolved(part, xml.attributes().value("href"_L1).toString());
                    if (!where.endsWith(".css"_L1) || !archive.has(where))
                        return;
                    if (const Result<QByteArray> styles = archive.read(where, control)) {
                        sheet.read(QString::fromUtf8(*styles));
                    } else {
                        failed = styles.error();
                        hasFailed = true;
                    }
                } else if (xml.isStartElement() && xml.name() == "body"_L1) {
                    inBody = true;
                } else if (inBody) {
                    page.take(xml);
                }
                if (xml.characterOffset() / step > shown) {
                    shown = xml.characterOffset() / step;
                    control.report(10 + int(std::min<qint64>(shown, 45)));
                }
            });
        if (!walked)
            return std::unexpected(walked.error());
        if (hasFailed)
            return std::unexpected(failed);
    }
    return paragraphs;
}

} // namespace clearway::official
