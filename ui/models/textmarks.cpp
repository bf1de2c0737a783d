// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/textmarks.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using classification::FigureFinding;
using classification::Suggestion;
using classification::TextQuantity;

namespace {

class Marks {
public:
    Marks(const QString &text, qsizetype most)
        : m_text(text)
        , m_most(most)
    {}

    void add(TextMark::Kind kind, qsizetype from, qsizetype length)
    {
        if (m_marks.size() >= m_most || from < 0 || length <= 0 || from > m_text.size() - length)
            return;
        const auto next = m_marks.lowerBound(from);
        if (next != m_marks.cend() && next->from < from + length)
            return;
        if (next != m_marks.cbegin()) {
            const auto before = std::prev(next);
            if (before->from + before->length > from)
                return;
        }
        m_marks.insert(from, {kind, from, length});
    }

    /// Everywhere where it stands as whole words, with any blanks between them.
    void addAll(TextMark::Kind kind, const QString &words)
    {
        QStringList parts;
        const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
        for (const QString &part : all)
            parts << QRegularExpression::escape(part);
        if (parts.isEmpty())
            return;
        const QRegularExpression form(u"(?<![\\p{L}\\p{N}])"_s + parts.join(u"\\s+"_s) + u"(?![\\p{L}\\p{N}])"_s,
                                      QRegularExpression::CaseInsensitiveOption
                                          | QRegularExpression::UseUnicodePropertiesOption);
        for (auto matches = form.globalMatch(m_text); matches.hasNext() && m_marks.size() < m_most;) {
            const QRegularExpressionMatch match = matches.next();
            add(kind, match.capturedStart(), match.capturedLength());
        }
    }

    QList<TextMark> taken() const { return m_marks.values(); }

private:
    const QString &m_text;
    qsizetype m_most;
    QMap<qsizetype, TextMark> m_marks;
};

bool turnsDirection(char16_t unit)
{
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

bool isNoText(char16_t unit)
{
    const bool control = unit < 0x20 || (unit >= 0x7f && unit < 0xa0);
    return (control && unit != u'\n' && unit != u'\t') || (unit >= 0xfdd0 && unit <= 0xfdef) || unit >= 0xfffe;
}

} // namespace

QList<TextMark> textMarks(const QString &text, const Suggestion &suggestion, const QList<TextQuantity> &quantities,
                          qsizetype most)
{
    Marks marks(text, most);
    for (const FigureFinding &finding : suggestion.figures) {
        if (finding.quantity < 0 || finding.quantity >= quantities.size())
            continue;
        const TextQuantity &quantity = quantities[finding.quantity];
        marks.add(finding.met ? TextMark::FigureMet : TextMark::FigureMissed, quantity.from, quantity.length);
    }
    for (const QString &expression : suggestion.expressions)
        marks.addAll(TextMark::Expression, expression);
    for (const QString &word : suggestion.words)
        marks.addAll(TextMark::Word, word);
    return marks.taken();
}

QString quotable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text[at];
        if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            result += unit;
            result += text[++at];
        } else if (unit.isSurrogate()) {
            result += QChar::ReplacementCharacter;
        } else if (unit == u'\r') {
            // "\r\n" is one end of a line, and a "\r" alone is one too.
            if (at + 1 >= text.size() || text[at + 1] != u'\n')
                result += u'\n';
        } else if (turnsDirection(unit.unicode())) {
            continue;
        } else {
            result += isNoText(unit.unicode()) ? QChar(u' ') : unit;
        }
    }
    return result;
}

} // namespace clearway::ui
