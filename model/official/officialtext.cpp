// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/officialtext.h"

using namespace Qt::StringLiterals;

namespace clearway::official {

QString noteKindName(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Note: return u"note"_s;
    case NoteKind::TechnicalNote: return u"technical"_s;
    case NoteKind::NotaBene: return u"nb"_s;
    case NoteKind::Table: return u"table"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

NoteKind noteKindFromName(const QString &name)
{
    for (const NoteKind kind : {NoteKind::TechnicalNote, NoteKind::NotaBene, NoteKind::Table})
        if (name == noteKindName(kind))
            return kind;
    return NoteKind::Note;
}

QString placeName(OtherParagraph::Place place)
{
    switch (place) {
    case OtherParagraph::Place::Before: return u"before"_s;
    case OtherParagraph::Place::Heading: return u"heading"_s;
    case OtherParagraph::Place::Unmatched: return u"unmatched"_s;
    case OtherParagraph::Place::After: return u"after"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

OtherParagraph::Place placeFromName(const QString &name)
{
    using enum OtherParagraph::Place;
    for (const OtherParagraph::Place place : {Before, Heading, After})
        if (name == placeName(place))
            return place;
    return Unmatched;
}

} // namespace clearway::official
