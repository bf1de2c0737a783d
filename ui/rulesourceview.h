// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rulecolours.h"

#include <QPlainTextEdit>

namespace clearway::ui {

/// A file of the catalogue's sources as it stands, coloured, with line numbers and the lines of one statement marked.
/// Names of rules and questions in it can be followed: by a click, or by Return where the caret stands.
class RuleSourceView final : public QPlainTextEdit {
    Q_OBJECT
public:
    RuleSourceView(const RuleColours &colours, RuleHighlighter::Known known, QWidget *parent = nullptr);

    /// Shows the file and goes to the marked lines; the text is set anew only where it is another file's.
    void showLines(const QString &text, const store::SourcePlace &place);
    void clearPlace();
    const store::SourcePlace &place() const { return m_place; }
    /// The first line that is marked, as it stands; for tests and screen readers.
    QString markedText() const;

Q_SIGNALS:
    void follow(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Numbers;
    int numbersWidth() const;
    void placeNumbers();
    void paintNumbers(QPaintEvent *event);
    void mark();
    void dress();
    QString nameAt(const QPoint &position) const;

    const RuleColours &m_colours;
    RuleHighlighter *m_highlighter;
    Numbers *m_numbers;
    store::SourcePlace m_place;
    QString m_pressed;
    bool m_dressing = false;
};

} // namespace clearway::ui
