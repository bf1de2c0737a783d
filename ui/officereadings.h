// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/overlay/applying.h"
#include "model/register/register.h"

#include <QObject>

namespace clearway::ui {

/// What the office has read beside the text, for those who show and change it. Every change is in the register before
/// the call returns.
class OfficeReadings final : public QObject {
    Q_OBJECT
public:
    /// The register must outlive it. `plain`: the catalogue's own rules.
    OfficeReadings(std::shared_ptr<const language::RuleBook> plain, cases::Register &cases, QObject *parent = nullptr);

    /// The rules as they stand with what was read. What was handed out stays valid.
    const overlay::OfficeRules &office() const { return m_office; }

    std::optional<overlay::Reading> of(const QString &subject) const { return m_office.overlay.find(subject); }
    /// Whether the reading on that subject still says something about the catalogue's rules.
    bool holds(const QString &subject) const;

    /// Reads the register anew: what another program wrote counts from then on.
    bool reload();
    bool keep(const overlay::Reading &reading);
    bool withdraw(const QString &subject, const QString &note);

Q_SIGNALS:
    /// Other rules apply now.
    void changed();
    void failed(const QString &message);

private:
    bool take(const cases::Result<overlay::Overlay> &read);

    std::shared_ptr<const language::RuleBook> m_plain;
    cases::Register &m_register;
    overlay::OfficeRules m_office;
};

} // namespace clearway::ui
