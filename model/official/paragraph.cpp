// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/paragraph.h"

#include <algorithm>
#include <array>
#include <utility>

namespace clearway::official {

QChar symbolLetter(QChar character)
{
    // The letters of Adobe's Symbol encoding that an instrument uses, sorted.
    static constexpr std::array<std::pair<char16_t, char16_t>, 56> letters{{
        {0xf02b, u'+'}, {0xf02d, u'−'}, {0xf044, u'Δ'}, {0xf046, u'Φ'}, {0xf047, u'Γ'}, {0xf04c, u'Λ'}, {0xf050, u'Π'},
        {0xf051, u'Θ'}, {0xf053, u'Σ'}, {0xf057, u'Ω'}, {0xf059, u'Ψ'}, {0xf061, u'α'}, {0xf062, u'β'}, {0xf063, u'χ'},
        {0xf064, u'δ'}, {0xf065, u'ε'}, {0xf066, u'φ'}, {0xf067, u'γ'}, {0xf068, u'η'}, {0xf069, u'ι'}, {0xf06a, u'ϕ'},
        {0xf06b, u'κ'}, {0xf06c, u'λ'}, {0xf06d, u'µ'}, {0xf06e, u'ν'}, {0xf06f, u'ο'}, {0xf070, u'π'}, {0xf071, u'θ'},
        {0xf072, u'ρ'}, {0xf073, u'σ'}, {0xf074, u'τ'}, {0xf075, u'υ'}, {0xf077, u'ω'}, {0xf078, u'ξ'}, {0xf079, u'ψ'},
        {0xf07a, u'ζ'}, {0xf07e, u'∼'}, {0xf0a2, u'′'}, {0xf0a3, u'≤'}, {0xf0a5, u'∞'}, {0xf0ae, u'→'}, {0xf0b0, u'°'},
        {0xf0b1, u'±'}, {0xf0b2, u'″'}, {0xf0b3, u'≥'}, {0xf0b4, u'×'}, {0xf0b5, u'∝'}, {0xf0b7, u'•'}, {0xf0b8, u'÷'},
        {0xf0b9, u'≠'}, {0xf0ba, u'≡'}, {0xf0bb, u'≈'}, {0xf0c5, u'⊕'}, {0xf0d6, u'√'}, {0xf0e5, u'∑'}, {0xf0f2, u'∫'},
    }};
    const auto found =
        std::ranges::lower_bound(letters, character.unicode(), {}, &std::pair<char16_t, char16_t>::first);
    return found != letters.end() && found->first == character.unicode() ? QChar(found->second) : character;
}

void MarkedText::append(QStringView run, Position position)
{
    if (run.isEmpty())
        return;
    QString letters = run.toString();
    for (QChar &letter : letters)
        if (letter.unicode() >= 0xf020 && letter.unicode() <= 0xf0ff)
            letter = symbolLetter(letter);
    const QStringView inner = QStringView(letters).trimmed();
    if (inner.isEmpty()) {
        m_text += letters;
        return;
    }
    if (position == Position::Raised && (inner == u"o" || inner == u"º" || inner == u"°")) {
        m_text += u'°';
        m_position = Position::Normal;
        return;
    }
    if (position != Position::Normal && position != m_position)
        m_text += position == Position::Raised ? u'^' : u'_';
    m_text += letters;
    m_position = position;
}

MarkedText::Position MarkedText::moved(QStringView run, double points)
{
    const QStringView inner = run.trimmed();
    const auto means = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"-−–\u2011+").contains(c); };
    if (points == 0 || inner.isEmpty() || !std::ranges::all_of(inner, means))
        return Position::Normal;
    return points > 0 ? Position::Raised : Position::Lowered;
}

QString cleaned(QStringView text)
{
    QString clean;
    clean.reserve(text.size());
    bool gap = false;
    for (const QChar c : text) {
        if (c == u'\u00ad' || c == u'\u200b' || c == u'\ufeff')
            continue;
        if (c.isSpace()) {
            gap = true;
            continue;
        }
        if (gap && !clean.isEmpty())
            clean += u' ';
        gap = false;
        clean += c == u'\u2011' ? QChar(u'-') : c;
    }
    return clean;
}

} // namespace clearway::official
