// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/store/sourceplaces.h"

#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace clearway::store {

using language::RuleAddress;

namespace {

/// A key with what belongs to it, or one item of a list.
struct Piece {
    QString key; ///< empty of an item
    QString id;  ///< the value of its member "id"
    int column = 0;
    int first = 0;
    int last = 0;
    int parent = -1;
};

QString withoutQuotes(QString text)
{
    if (text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'') && text.back() == text.front())
        text = text.sliced(1, text.size() - 2);
    return text;
}

/// Cuts one file into pieces, line by line.
class Cutter {
public:
    std::vector<Piece> pieces;

    void take(const QString &line, int number)
    {
        const qsizetype length = line.size();
        qsizetype column = 0;
        while (column < length && line[column] == u' ')
            ++column;
        if (column == length)
            return;
        if (m_blockColumn >= 0 && column > m_blockColumn) {
            extend(number);
            return;
        }
        m_blockColumn = -1;
        if (line[column] == u'#')
            return;
        if (!m_openQuote.isNull()) {
            m_openQuote = closes(line, column) ? QChar() : m_openQuote;
            extend(number);
            return;
        }
        while (line.sliced(column, std::min<qsizetype>(2, length - column)) == "- "_L1
               || line.sliced(column) == "-"_L1) {
            leave(static_cast<int>(column), true);
            enter({}, static_cast<int>(column), number);
            ++column;
            while (column < length && line[column] == u' ')
                ++column;
            if (column == length)
                break;
        }
        takeMember(line, column, number);
        extend(number);
    }

private:
    void takeMember(const QString &line, qsizetype column, int number)
    {
        static const QRegularExpression member(u"\\G(\"[^\"]*\"|'[^']*'|[^\\s:#\"'][^:#]*?)\\s*:(?:\\s+(.*?))?\\s*$"_s);
        const auto match = member.match(line, column);
        QString value = line.sliced(column);
        if (match.hasMatch()) {
            leave(static_cast<int>(column), false);
            enter(withoutQuotes(match.captured(1)), static_cast<int>(column), number);
            value = match.captured(2);
            if (pieces.back().key == "id"_L1 && pieces.back().parent >= 0)
                pieces[static_cast<size_t>(pieces.back().parent)].id =
                    withoutQuotes(value.section(u" #"_s, 0, 0).trimmed());
        }
        if (value.startsWith(u'|') || value.startsWith(u'>')) {
            // Of an item without a key the text stands to the right of its dash.
            m_blockColumn = m_open.empty() ? 0 : pieces[static_cast<size_t>(m_open.back())].column;
        } else if (value.startsWith(u'"') || value.startsWith(u'\'')) {
            m_openQuote = value.front();
            if (closes(value, 1))
                m_openQuote = QChar();
        }
    }

    bool closes(const QString &text, qsizetype from) const
    {
        for (qsizetype at = from; at < text.size(); ++at) {
            if (text[at] == u'\\' && m_openQuote == u'"')
                ++at;
            else if (text[at] == m_openQuote)
                return true;
        }
        return false;
    }

    // A list may stand in the column of its key, so a dash ends only what stands further right, and the item before it.
    void leave(int column, bool atDash)
    {
        while (!m_open.empty()) {
            const Piece &piece = pieces[static_cast<size_t>(m_open.back())];
            if (piece.column < column || (atDash && piece.column == column && !piece.key.isEmpty()))
                return;
            m_open.pop_back();
        }
    }

    void enter(const QString &key, int column, int number)
    {
        Piece piece;
        piece.key = key;
        piece.column = column;
        piece.first = piece.last = number;
        piece.parent = m_open.empty() ? -1 : m_open.back();
        m_open.push_back(static_cast<int>(pieces.size()));
        pieces.push_back(piece);
    }

    void extend(int number)
    {
        for (const int open : m_open)
            pieces[static_cast<size_t>(open)].last = number;
    }

    std::vector<int> m_open;
    int m_blockColumn = -1;
    QChar m_openQuote;
};

/// What an item with an id is, by the keys above it; nothing for items that are no statements.
std::optional<RuleAddress> addressOf(const Piece &item, const std::vector<Piece> &pieces)
{
    const auto above = [&pieces](const Piece &piece) {
        return piece.parent < 0 ? nullptr : &pieces[static_cast<size_t>(piece.parent)];
    };
    const Piece *list = above(item);
    if (!item.key.isEmpty() || item.id.isEmpty() || !list)
        return std::nullopt;
    const Piece *holder = above(*list);
    if (!holder) {
        if (list->key == "facts"_L1)
            return RuleAddress{RuleAddress::Kind::Fact, {}, {}, item.id};
        if (list->key == "rules"_L1)
            return RuleAddress{RuleAddress::Kind::Rule, {}, {}, item.id};
        if (list->key == "country_groups"_L1)
            return RuleAddress{RuleAddress::Kind::Countries, {}, {}, item.id};
        return std::nullopt;
    }
    if (holder->key == "state"_L1 && !above(*holder)) {
        if (list->key == "provisions"_L1)
            return RuleAddress{RuleAddress::Kind::Provision, holder->id, {}, item.id};
        if (list->key == "rules"_L1)
            return RuleAddress{RuleAddress::Kind::Rule, holder->id, {}, item.id};
        if (list->key == "duties"_L1)
            return RuleAddress{RuleAddress::Kind::Duty, holder->id, {}, item.id};
        if (list->key == "warnings"_L1)
            return RuleAddress{RuleAddress::Kind::Warning, holder->id, {}, item.id};
        return std::nullopt;
    }
    const std::optional<RuleAddress> provision = addressOf(*holder, pieces);
    if (!provision || provision->kind != RuleAddress::Kind::Provision)
        return std::nullopt;
    if (list->key == "elements"_L1)
        return RuleAddress{RuleAddress::Kind::Element, provision->state, provision->id, item.id};
    if (list->key == "exceptions"_L1)
        return RuleAddress{RuleAddress::Kind::Exception, provision->state, provision->id, item.id};
    return std::nullopt;
}

} // namespace

SourcePlaces::SourcePlaces(const Sources &sources)
{
    for (const SourceFile &source : sources) {
        Cutter cutter;
        int number = 0;
        const QString text = QString::fromUtf8(source.bytes);
        for (const QStringView line : QStringView(text).split(u'\n')) {
            QString shown = line.toString();
            if (shown.endsWith(u'\r'))
                shown.chop(1);
            cutter.take(shown, ++number);
        }
        for (const Piece &piece : cutter.pieces)
            if (const auto address = addressOf(piece, cutter.pieces))
                m_places.insert(*address, {source.path, piece.first, piece.last});
    }
}

std::optional<SourcePlace> SourcePlaces::find(const RuleAddress &address) const
{
    RuleAddress wanted = address;
    if (wanted.kind == RuleAddress::Kind::Fact || wanted.kind == RuleAddress::Kind::Countries)
        wanted.state.clear();
    auto found = m_places.constFind(wanted);
    if (found == m_places.cend() && wanted.kind == RuleAddress::Kind::Rule) {
        wanted.state.clear();
        found = m_places.constFind(wanted);
    }
    return found == m_places.cend() ? std::nullopt : std::optional(*found);
}

} // namespace clearway::store
