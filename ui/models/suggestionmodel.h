// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/classification/suggestion.h"
#include "ui/models/textmarks.h"

#include <QAbstractListModel>

#include <memory>

namespace clearway::ui {

/// Where on the list a described thing may be, nearest first, without what the person set aside.
class SuggestionModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        CodeRole = Qt::UserRole,
        TitleRole,
        PositionRole,      ///< code of the position that fits best; empty: the entry has none that fits better
        PositionTitleRole, ///< its title
        MetRole,           ///< sentences on figures that meet a criterion
        MissedRole,        ///< sentences on figures that do not
        SharedRole,        ///< what the text shares with the entry; may be empty
    };
    /// Set aside for the text that is described.
    struct Dismissal {
        QString code;
        QString reason; ///< may be empty
        friend bool operator==(const Dismissal &, const Dismissal &) = default;
    };
    static constexpr int mostShown = 10;
    /// As many are needed that something is left when some are set aside.
    static constexpr int mostAsked = 30;

    explicit SuggestionModel(std::shared_ptr<const language::RuleBook> rules, QObject *parent = nullptr);

    /// What was found in a text, or in more of the same text: what was set aside stays so.
    void setFound(classification::Suggestions found);
    const classification::Suggestions &found() const { return m_found; }
    /// Nothing is described: nothing found, nothing set aside.
    void clear();
    void dismiss(const QString &code, const QString &reason);
    const QList<Dismissal> &dismissed() const { return m_dismissed; }
    void setDismissed(const QList<Dismissal> &dismissed);
    /// The marks of a row in the text that it was found for.
    QList<TextMark> marks(const QString &text, const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<qsizetype> toShow() const;
    const classification::Suggestion &at(const QModelIndex &index) const
    {
        return m_found.suggestions[m_shown[index.row()]];
    }
    QString titleOf(const QString &code) const;
    QString spoken(const classification::Suggestion &suggestion) const;

    std::shared_ptr<const language::RuleBook> m_rules;
    classification::Suggestions m_found;
    QList<Dismissal> m_dismissed;
    QList<qsizetype> m_shown; // which of the suggestions, by row
};

} // namespace clearway::ui
