// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace clearway::official {

/// One place of the law that a citation names.
struct Citation {
    enum class Kind {
        Section,    ///< of an Act
        Regulation, ///< of regulations
        ListPlace,  ///< an entry, a note or a numbered part of the list of codes
        Instrument, ///< as a whole
    };
    Kind kind = Kind::Section;
    QString instrument; ///< as it is named there; empty: the Act, or the regulation, of the state it is cited for
    QString number;     ///< of the section or regulation; of the list an entry's code or a number such as "1.2.3"
    QString upTo;       ///< the last one, where a range is named
    QStringList places; ///< "(1)(b)(ii)": the parts of it that are meant; empty: all of it
    QStringList terms;  ///< the defined terms that are meant
    friend bool operator==(const Citation &, const Citation &) = default;
};

/// The places that a citation of a rule names, in order. Words around them ("subsections not seen") say nothing here.
QList<Citation> citationsIn(const QString &text);

} // namespace clearway::official
