// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/lawtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

} // namespace

QString pathInWords(const LawSection &section)
{
    return section.path.join(u" › "_s);
}

QString compilationInWords(const Instrument &instrument)
{
    const QString day = (instrument.compiled.isValid() ? instrument.compiled : instrument.made).toString(Qt::ISODate);
    if (!instrument.compilation.isEmpty())
        return day.isEmpty() ? Text::tr("compilation %1").arg(instrument.compilation)
                             : Text::tr("compilation %1 of %2", "number, date").arg(instrument.compilation, day);
    return day.isEmpty() ? QString() : Text::tr("of %1", "a document of a date").arg(day);
}

} // namespace clearway::official
