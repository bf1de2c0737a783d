// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace clearway::official {
struct Instrument;
struct NumberFlag;
} // namespace clearway::official

namespace clearway::ui {

class OfficialTexts;

/// What the instrument says at a code, with its notes, and where it comes from; shown beside our own words.
class OfficialSide final : public QWidget {
    Q_OBJECT
public:
    OfficialSide(const OfficialTexts &texts, const QString &code, QWidget *parent = nullptr);

    /// The wording for a label with rich text: raised and lowered characters are set so, everything else is plain.
    static QString markedUp(const QString &wording);
    /// Where the text comes from, as the Register asks for it to be said.
    static QString sourceOf(const official::Instrument &instrument);
    /// A number of ours that the wording does not have.
    static QString warningOf(const official::NumberFlag &flag);
};

} // namespace clearway::ui
