// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/yaml_tree.h"

#include "catalogue/compiler/sources.h"

#include <QHash>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using language::SourceError;
using language::SourcePosition;

const Member *Node::member(QStringView key) const
{
    const auto found = std::ranges::find_if(members, [&](const Member &candidate) { return candidate.key == key; });
    return found == members.end() ? nullptr : &*found;
}

namespace {

constexpr size_t deepest = 64;

// Leaves yaml-cpp where going on makes no sense; it never leaves this file.
struct Stop {
    SourceError error;
};

// yaml-cpp counts lines and bytes from 0; we count lines and characters from 1.
SourcePosition positionOf(const YAML::Mark &mark, const Document &document)
{
    const int line = std::max(mark.line, 0);
    const QByteArray bytes = document.lines.value(line).toUtf8();
    const auto column = int(QString::fromUtf8(bytes.left(std::max(mark.column, 0))).size());
    return {document.file, line + 1, column + 1};
}

// Builds the tree from yaml-cpp's events. Its own Node hides anchors, flow style and the second of two equal
// keys.
class Builder : public YAML::EventHandler {
public:
    Builder(Document &document, QList<SourceError> &errors)
        : m_document(document)
        , m_errors(errors)
    {}

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        Node node;
        node.at = positionOf(mark, m_document);
        deliver(std::move(node));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        stop(mark, u"this is an alias"_s, u"the text itself; a text that begins with * stands in quotes"_s);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        Node node;
        node.kind = Node::Kind::Text;
        node.at = positionOf(mark, m_document);
        node.text = QString::fromStdString(value);
        node.quoted = tag == "!";
        if (node.quoted && !isClosed(node.at)) {
            throw Stop{{node.at, u"a quote is not closed before the end of the file"_s, u"the closing quote"_s}};
        }
        deliver(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(mark, tag, anchor, style, Node::Kind::List);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        open(mark, tag, anchor, style, Node::Kind::Map);
    }

    void OnMapEnd() override { close(); }

private:
    struct Frame {
        Node node;
        QHash<QString, int> lines; // of the keys so far
        bool hasKey = false;
        bool duplicate = false;
        Member pending;
    };

    [[noreturn]] void stop(const YAML::Mark &mark, const QString &message, const QString &expected)
    {
        throw Stop{{positionOf(mark, m_document), message, expected}};
    }

    void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            stop(mark, u"this is an anchor"_s, u"the text itself; a text that begins with & stands in quotes"_s);
    }

    void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        // yaml-cpp's own marks for plain and quoted text
        if (!tag.empty() && tag != "?" && tag != "!")
            stop(mark, u"this is a tag"_s, u"the text itself; a text that begins with ! stands in quotes"_s);
    }

    // yaml-cpp takes the rest of the file for the text where the closing quote is missing and a line break is
    // not.
    bool isClosed(const SourcePosition &at) const
    {
        const QString first = m_document.lines.value(at.line - 1);
        const QChar quote = at.column <= first.size() ? first[at.column - 1] : QChar();
        if (quote != u'"' && quote != u'\'')
            return true; // a block
        qsizetype column = at.column;
        for (qsizetype row = at.line - 1; row < m_document.lines.size(); ++row, column = 0) {
            const QString &line = m_document.lines[row];
            for (; column < line.size(); ++column) {
                if (quote == u'"' && line[column] == u'\\')
                    ++column;
                else if (line[column] == quote && quote == u'\'' && column + 1 < line.size()
                         && line[column + 1] == quote)
                    ++column;
                else if (line[column] == quote)
                    return true;
            }
        }
        return false;
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style,
              Node::Kind kind)
    {
        if (style == YAML::EmitterStyle::Flow)
            stop(mark, u"this is flow style"_s, u"block style; a text that begins with [ or { stands in quotes"_s);
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (m_frames.size() >= deepest)
            stop(mark, u"the nesting is deeper than %1 levels"_s.arg(deepest), u"fewer levels"_s);
        if (!m_frames.empty() && m_frames.back().node.kind == Node::Kind::Map && !m_frames.back().hasKey)
            stop(mark, u"a key is a map or a list"_s, u"a text"_s);
        Frame frame;
        frame.node.kind = kind;
        frame.node.at = positionOf(mark, m_document);
        m_frames.push_back(std::move(frame));
    }

    void close()
    {
        Node node = std::move(m_frames.back().node);
        m_frames.pop_back();
        deliver(std::move(node));
    }

    void deliver(Node node)
    {
        if (m_frames.empty()) {
            m_document.root = std::move(node);
            return;
        }
        Frame &frame = m_frames.back();
        if (frame.node.kind == Node::Kind::List) {
            frame.node.items.push_back(std::move(node));
        } else if (!frame.hasKey) {
            if (node.kind == Node::Kind::Empty || node.text.isEmpty())
                throw Stop{{node.at, u"a key is empty"_s, u"a text"_s}};
            frame.hasKey = true;
            frame.pending.key = node.text;
            frame.pending.at = node.at;
            frame.pending.quotedKey = node.quoted;
            const auto first = frame.lines.constFind(node.text);
            frame.duplicate = first != frame.lines.cend();
            if (frame.duplicate) {
                m_errors.append({node.at, u"the key “%1” is here twice"_s.arg(node.text),
                                 u"it once; the first is in line %1"_s.arg(*first)});
            } else {
                frame.lines.insert(node.text, node.at.line);
            }
        } else {
            frame.hasKey = false;
            frame.pending.value = std::move(node);
            if (!frame.duplicate)
                frame.node.members.push_back(std::move(frame.pending));
            frame.pending = {};
        }
    }

    Document &m_document;
    QList<SourceError> &m_errors;
    std::vector<Frame> m_frames;
};

// What yaml-cpp would misread, hang on or leave unsaid: looked for before it is asked. Its scanner takes a
// zero byte and 0x04 for the end of the file; only the first of several documents would be read.
std::optional<SourceError> findUnreadable(const store::SourceFile &source, Document &document)
{
    const auto at = [&](qsizetype line, qsizetype column) {
        return SourcePosition{source.path, int(line) + 1, int(column) + 1};
    };
    if (source.bytes.size() > largestSource) {
        return SourceError{at(0, 0), u"the file has %1 bytes"_s.arg(source.bytes.size()),
                           u"at most %1"_s.arg(largestSource)};
    }
    QList<QByteArray> lines = source.bytes.split('\n');
    bool begun = false;
    for (qsizetype number = 0; number < lines.size(); ++number) {
        QByteArray &bytes = lines[number];
        if (bytes.endsWith('\r'))
            bytes.chop(1);
        if (number == 0 && bytes.startsWith("\xef\xbb\xbf"))
            bytes.remove(0, 3);
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString line = decoder(bytes);
        if (decoder.hasError()) {
            const qsizetype column = line.indexOf(QChar::ReplacementCharacter);
            return SourceError{at(number, std::max<qsizetype>(column, 0)), u"this is not UTF-8"_s,
                               u"a file saved as UTF-8"_s};
        }
        for (qsizetype column = 0; column < line.size(); ++column) {
            const char16_t unit = line[column].unicode();
            if (unit == u'\t' && QStringView(line).first(column).trimmed().isEmpty())
                return SourceError{at(number, column), u"the line is indented by a tab"_s, u"spaces"_s};
            if ((unit < 0x20 && unit != u'\t') || (unit >= 0x7f && unit < 0xa0) || unit == 0x2028 || unit == 0x2029
                || unit == 0xfeff || unit >= 0xfffe) {
                return SourceError{at(number, column),
                                   u"there is a control character (U+%1)"_s.arg(unit, 4, 16, '0'_L1), u"text"_s};
            }
        }
        const auto marks = [&](QLatin1StringView mark) {
            return line.startsWith(mark) && (line.size() == 3 || line[3].isSpace());
        };
        const bool first = !begun && marks("---"_L1) && QStringView(line).sliced(3).trimmed().isEmpty();
        if (!first && (marks("---"_L1) || marks("..."_L1)))
            return SourceError{at(number, 0), u"a second document begins here"_s, u"one document a file"_s};
        if (!begun && line.startsWith(u'%'))
            return SourceError{at(number, 0), u"this is a directive"_s, u"the document itself"_s};
        const QString bare = line.trimmed();
        begun = begun || (!bare.isEmpty() && !bare.startsWith(u'#'));
        document.lines.append(line);
    }
    return std::nullopt;
}

// yaml-cpp's few messages in our words, with what usually is behind them.
SourceError inOurWords(const YAML::Exception &exception, const Document &document)
{
    const QString said = QString::fromStdString(exception.msg);
    SourceError error{positionOf(exception.mark, document), u"this is no YAML: "_s + said, u"block style"_s};
    if (said == "illegal map value"_L1)
        error.expected = u"one “key: text” a line; a text that holds “: ” stands in quotes or a | block"_s;
    else if (said.startsWith("end of map not found"_L1))
        error.expected = u"the keys of one map in one column"_s;
    else if (said.startsWith("end of sequence not found"_L1))
        error.expected = u"the items of one list in one column, each with “- ”"_s;
    else if (said.startsWith("illegal EOF in scalar"_L1))
        error.expected = u"the closing quote"_s;
    return error;
}

} // namespace

Document readYaml(const store::SourceFile &source, QList<SourceError> &errors)
{
    Document document;
    document.file = source.path;
    document.root.at = {source.path, 1, 1};
    if (const auto unreadable = findUnreadable(source, document)) {
        errors.append(*unreadable);
        return document;
    }
    Builder builder(document, errors);
    try {
        // What YAML::Load does, with a handler of our own: one document, one call.
        std::istringstream stream(document.lines.join(u'\n').toStdString());
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const Stop &stop) {
        errors.append(stop.error);
    } catch (const YAML::Exception &exception) {
        errors.append(inOurWords(exception, document));
    } catch (const std::exception &exception) {
        errors.append({{source.path, 1, 1},
                       u"the file cannot be read: "_s + QString::fromUtf8(exception.what()),
                       u"a smaller file"_s});
    }
    return document;
}

} // namespace clearway::compiler
