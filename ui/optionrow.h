// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;

namespace clearway::ui {

class Text;

/// One answer that can be picked: a radio button or a check box with wrapping text and a line of help. The whole row
/// can be clicked; the focus is drawn around the row.
class OptionRow final : public QWidget {
    Q_OBJECT
public:
    enum Kind { Radio, Check };
    OptionRow(Kind kind, const QString &id, const QString &text, const QString &help, QWidget *parent = nullptr);

    const QString &id() const { return m_id; }
    QAbstractButton *button() const { return m_button; }
    bool isChecked() const;
    void setChecked(bool checked);

Q_SIGNALS:
    /// By the person, not by setChecked().
    void clicked(bool checked);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_id;
    QAbstractButton *m_button;
    Text *m_text;
};

} // namespace clearway::ui
