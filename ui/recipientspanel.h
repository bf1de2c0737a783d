// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace clearway::ui {

/// Who receives it: one line each, by role or place rather than by name; add and remove.
class RecipientsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit RecipientsPanel(Session &session, QWidget *parent = nullptr);
    void refresh();
    void flush();

Q_SIGNALS:
    /// Recipients were added or removed: the questions are others now.
    void changed();
    void renamed();

private:
    Session &m_session;
    QVBoxLayout *m_rows;
    struct Row {
        QString id;
        QLineEdit *name;
    };
    QList<Row> m_names;
};

} // namespace clearway::ui
