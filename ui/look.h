// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reasoning/conclusion.h"

#include <QIcon>
#include <QLabel>

class QApplication;
class QToolButton;

namespace clearway::ui {

/// How wide a column of text gets at most, in pixels: longer lines are hard to read.
inline constexpr int readingWidth = 880;

enum class Theme { System, Light, Dark };

/// Gives the program the light or dark palette; System leaves what the desktop says.
void applyTheme(QApplication &application, Theme theme);

bool isDark(const QPalette &palette);

/// Text that explains: between the text's and the window's colour, at least 4.5 : 1 against the window.
QColor mutedColor(const QPalette &palette);
/// The background of a panel that stands out a little.
QColor panelColor(const QPalette &palette);
/// The hue that goes with an outcome, for bars and icons; it never carries the meaning alone.
QColor outcomeColor(reasoning::Outcome outcome, const QPalette &palette);

/// A picture of :/clearway/icons drawn in the given colour.
QIcon icon(const QString &name, const QColor &color);
QPixmap picture(const QString &name, const QColor &color, const QSize &size, qreal devicePixelRatio);
/// The name of the picture of an outcome; each has a shape of its own.
QString outcomePicture(reasoning::Outcome outcome);

/// A label that wraps; plain text unless told otherwise.
class Text : public QLabel {
    Q_OBJECT
public:
    enum Kind { Body, Muted, Heading, Title, Strong };
    explicit Text(const QString &text = {}, Kind kind = Body, QWidget *parent = nullptr);
    /// A line high: how high it must be follows from its width. A page would otherwise be as high as if it were as
    /// narrow as its longest word.
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();
    Kind m_kind;
    bool m_dressing = false;
};

/// A panel with a thin frame and some room inside; its colours follow the palette.
class Panel : public QFrame {
    Q_OBJECT
public:
    explicit Panel(QWidget *parent = nullptr);
    /// A bar at its leading edge in this colour; invalid: none.
    void setBar(const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_bar;
};

/// Text under a button that folds it away: "What is this?".
class Folded : public QWidget {
    Q_OBJECT
public:
    Folded(const QString &title, QWidget *content, QWidget *parent = nullptr);
    void setOpen(bool open);
    bool isOpen() const;

Q_SIGNALS:
    void toggled(bool open);

private:
    QToolButton *m_button;
    QWidget *m_content;
};

/// Tells a screen reader, without moving the focus.
void announce(QWidget *about, const QString &message);

} // namespace clearway::ui
