// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/suggestionmodel.h"

#include "ui/models/figurewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using classification::Suggestion;

static QStringList sentences(const Suggestion &suggestion, const language::RuleBook &rules, bool met)
{
    QStringList result;
    for (const FigureSentence &sentence : figureSentences(suggestion.figures, rules)) {
        if (sentence.met == met)
            result << sentence.shown;
    }
    return result;
}

/// Whole expressions in quotation marks, then the words that stand in none of them.
static QString shared(const Suggestion &suggestion)
{
    QStringList parts;
    for (const QString &expression : suggestion.expressions) {
        const QString part = SuggestionModel::tr("“%1”").arg(quotable(expression));
        if (!parts.contains(part, Qt::CaseInsensitive))
            parts << part;
    }
    const QString above = parts.join(u' ');
    for (const QString &word : suggestion.words) {
        const QString part = quotable(word);
        if (!above.contains(part, Qt::CaseInsensitive) && !parts.contains(part, Qt::CaseInsensitive))
            parts << part;
    }
    return parts.join(u", "_s);
}

SuggestionModel::SuggestionModel(std::shared_ptr<const language::RuleBook> rules, QObject *parent)
    : QAbstractListModel(parent)
    , m_rules(std::move(rules))
{}

void SuggestionModel::setFound(classification::Suggestions found)
{
    beginResetModel();
    m_found = std::move(found);
    m_shown = toShow();
    endResetModel();
}

void SuggestionModel::clear()
{
    m_dismissed.clear();
    setFound({});
}

void SuggestionModel::setDismissed(const QList<Dismissal> &dismissed)
{
    beginResetModel();
    m_dismissed = dismissed;
    m_shown = toShow();
    endResetModel();
}

void SuggestionModel::dismiss(const QString &code, const QString &reason)
{
    m_dismissed.removeIf([&](const Dismissal &known) { return known.code == code; });
    m_dismissed.append({code, reason});
    const auto shown =
        std::ranges::find_if(m_shown, [&](qsizetype place) { return m_found.suggestions[place].code == code; });
    if (shown == m_shown.end())
        return;
    const int row = int(shown - m_shown.begin());
    beginRemoveRows({}, row, row);
    m_shown.removeAt(row);
    endRemoveRows();
    // The next one moves up, so that as many are shown as before.
    const QList<qsizetype> wanted = toShow();
    if (wanted.size() > m_shown.size()) {
        beginInsertRows({}, int(m_shown.size()), int(wanted.size()) - 1);
        m_shown = wanted;
        endInsertRows();
    }
}

QList<qsizetype> SuggestionModel::toShow() const
{
    QList<qsizetype> shown;
    for (qsizetype place = 0; place < m_found.suggestions.size() && shown.size() < mostShown; ++place) {
        if (!std::ranges::contains(m_dismissed, m_found.suggestions[place].code, &Dismissal::code))
            shown.append(place);
    }
    return shown;
}

QList<TextMark> SuggestionModel::marks(const QString &text, const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    return textMarks(text, at(index), m_found.quantities);
}

int SuggestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QString SuggestionModel::titleOf(const QString &code) const
{
    const auto entry = m_rules->entries.constFind(code);
    return entry == m_rules->entries.constEnd() ? QString() : entry->title;
}

QString SuggestionModel::spoken(const Suggestion &suggestion) const
{
    QStringList parts{suggestion.code + u", "_s + titleOf(suggestion.code)};
    if (suggestion.position != suggestion.code)
        parts << tr("Fits best: %1, %2").arg(suggestion.position, titleOf(suggestion.position));
    for (const FigureSentence &sentence : figureSentences(suggestion.figures, *m_rules))
        parts << sentence.spoken;
    if (const QString words = shared(suggestion); !words.isEmpty())
        parts << tr("In the text: %1").arg(words);
    return parts.join(u". "_s);
}

QVariant SuggestionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Suggestion &suggestion = at(index);
    const bool deeper = suggestion.position != suggestion.code;
    switch (role) {
    case Qt::DisplayRole: return QString(suggestion.code + u"  "_s + titleOf(suggestion.code));
    case Qt::AccessibleTextRole: return spoken(suggestion);
    case Qt::ToolTipRole: {
        QStringList questions;
        for (const FigureSentence &sentence : figureSentences(suggestion.figures, *m_rules)) {
            if (!sentence.question.isEmpty() && !questions.contains(sentence.question))
                questions << sentence.question;
        }
        return questions.join(u'\n');
    }
    case CodeRole: return suggestion.code;
    case TitleRole: return titleOf(suggestion.code);
    case PositionRole: return deeper ? suggestion.position : QString();
    case PositionTitleRole: return deeper ? titleOf(suggestion.position) : QString();
    case MetRole: return sentences(suggestion, *m_rules, true);
    case MissedRole: return sentences(suggestion, *m_rules, false);
    case SharedRole: return shared(suggestion);
    default: return {};
    }
}

} // namespace clearway::ui
