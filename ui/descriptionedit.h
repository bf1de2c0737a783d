// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/textmarks.h"

#include <QPlainTextEdit>

namespace clearway::ui {

/// A field for a description of any length: of what is pasted it takes as much as is read, cleaned of what is no text.
/// It marks the places of the text that speak for a suggestion.
class DescriptionEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DescriptionEdit(QWidget *parent = nullptr);

    /// In its place, as if it had been pasted.
    void setDescription(const QString &text);
    void mark(const QList<TextMark> &marks);
    /// Of a whole description, in UTF-16 units.
    static qsizetype longest();

Q_SIGNALS:
    /// Of what was pasted only the beginning was taken.
    void tooLong();
    /// The whole text was replaced by another, or removed: it describes something else.
    void replaced();

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    void insertCleaned(const QString &text);
    void dress();
    QList<TextMark> m_marks;
    qsizetype m_length = 0; // of the text before the change that is reported
};

} // namespace clearway::ui
