// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

#include <functional>

namespace clearway::ui {

/// A text with links that the caller follows: Tab goes from link to link and then on, Return follows, F1 asks for what
/// a word means. Pointing at a defined term explains it.
class EntryView final : public QTextBrowser {
    Q_OBJECT
public:
    explicit EntryView(QWidget *parent = nullptr);

    /// What a tooltip says of a link, as rich text; empty: nothing.
    using Explain = std::function<QString(const QString &link)>;
    void setExplain(Explain explain) { m_explain = std::move(explain); }
    /// The link that has the keyboard's focus; empty: none.
    QString focusedLink() const;
    /// The document is about to be written anew: empties it, without a way back to what it was.
    void clearText();

Q_SIGNALS:
    void followed(const QString &link);
    /// F1 on a link.
    void asked(const QString &link);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Explain m_explain;
};

} // namespace clearway::ui
