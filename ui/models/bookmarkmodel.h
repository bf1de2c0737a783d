// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/rulebook.h"

#include <QAbstractListModel>

namespace clearway::ui {

/// Positions of the list that a person has marked, in the order in which they did; kept in a file of settings. A code
/// that the catalogue no longer holds stays, with the title that it had.
class BookmarkModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        CodeRole = Qt::UserRole,
        TitleRole,
        HeldRole, ///< bool: the catalogue holds the code
    };

    /// `rules` must outlive the model. An empty `file`: nothing is kept.
    BookmarkModel(const language::RuleBook &rules, const QString &file, QObject *parent = nullptr);

    bool contains(const QString &code) const;
    QStringList codes() const;
    /// Marks a code that the catalogue holds, or takes the mark away.
    void setMarked(const QString &code, bool marked);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// As many are kept.
    static constexpr int most = 1000;

Q_SIGNALS:
    void changed();
    /// They could not be written; they last as long as the window.
    void notKept(const QString &file);

private:
    struct Bookmark {
        QString code;
        QString title; ///< when it was marked
    };
    void read();
    void write();

    const language::RuleBook &m_rules;
    QString m_file;
    QList<Bookmark> m_bookmarks;
};

} // namespace clearway::ui
