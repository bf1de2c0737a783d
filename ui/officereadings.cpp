// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/officereadings.h"

#include <algorithm>

namespace clearway::ui {

OfficeReadings::OfficeReadings(std::shared_ptr<const language::RuleBook> plain, cases::Register &cases, QObject *parent)
    : QObject(parent)
    , m_plain(std::move(plain))
    , m_register(cases)
    , m_office(overlay::officeRules(m_plain, {}))
{}

bool OfficeReadings::holds(const QString &subject) const
{
    return std::ranges::none_of(m_office.toReadAgain, [&](const overlay::ToReadAgain &again) {
        return overlay::subjectOf(again.reading) == subject;
    });
}

bool OfficeReadings::take(const cases::Result<overlay::Overlay> &read)
{
    if (!read) {
        Q_EMIT failed(read.error().toText());
        return false;
    }
    if (*read != m_office.overlay) {
        m_office = overlay::officeRules(m_plain, *read);
        Q_EMIT changed();
    }
    return true;
}

bool OfficeReadings::reload()
{
    return take(m_register.overlay());
}

bool OfficeReadings::keep(const overlay::Reading &reading)
{
    if (const auto saved = m_register.saveReading(reading); !saved) {
        Q_EMIT failed(saved.error().toText());
        return false;
    }
    return reload();
}

bool OfficeReadings::withdraw(const QString &subject, const QString &note)
{
    if (const auto done = m_register.withdrawReading(subject, note); !done) {
        Q_EMIT failed(done.error().toText());
        return false;
    }
    return reload();
}

} // namespace clearway::ui
