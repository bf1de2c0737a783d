// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/readings.h"

#include "model/assessment/canonicaljson.h"
#include "model/assessment/overlayjson.h"
#include "model/register/casejson.h"

using namespace Qt::StringLiterals;

namespace clearway::cases {

QString nameOf(ReadingEvent::What what)
{
    switch (what) {
    case ReadingEvent::What::Read: return u"read"_s;
    case ReadingEvent::What::Import: return u"import"_s;
    case ReadingEvent::What::Withdraw: return u"withdraw"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<ReadingEvent::What> readingEventFromName(QStringView name)
{
    for (const auto what : {ReadingEvent::What::Read, ReadingEvent::What::Import, ReadingEvent::What::Withdraw})
        if (name == nameOf(what))
            return what;
    return std::nullopt;
}

QString hashOf(const ReadingEvent &event)
{
    return assessment::sha256Hex(assessment::canonicalJson(QJsonObject{
        {u"sequence"_s, QString::number(event.sequence)},
        {u"when"_s, timeToText(event.when)},
        {u"who"_s, event.who},
        {u"what"_s, nameOf(event.what)},
        {u"subject"_s, event.subject},
        {u"reading"_s, event.reading ? QJsonValue(assessment::readingToJson(*event.reading)) : QJsonValue()},
        {u"note"_s, event.note},
        {u"previous"_s, event.previous},
    }));
}

overlay::Overlay overlayOf(const QList<ReadingEvent> &events)
{
    overlay::Overlay overlay;
    for (const ReadingEvent &event : events) {
        if (event.reading)
            overlay.set(*event.reading);
        else
            overlay.remove(event.subject);
    }
    return overlay;
}

} // namespace clearway::cases
