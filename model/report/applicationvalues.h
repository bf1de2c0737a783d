// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/report/listfindings.h"
#include "model/report/wording.h"

namespace clearway::report {

/// Takes what an application asks for from a record: by the part of the record or the fact that the catalogue
/// names.
class ApplicationValues {
public:
    /// `combinations`: what the application is for. Both references must outlive it.
    ApplicationValues(const Wording &wording, const QList<reasoning::Combination> &combinations);

    /// One line for each thing to be said; empty where the record does not say it.
    QStringList of(const QString &from) const;

private:
    QStringList factLines(const language::FactDefinition &fact) const;
    QStringList activities() const;
    QStringList items() const;
    QStringList recipients() const;
    QStringList entries() const;
    QStringList values() const;
    QStringList looked() const;
    QStringList provisions() const;

    const Wording &m_wording;
    QList<reasoning::Combination> m_combinations;
    QList<ItemListFinding> m_lists;
    QStringList m_activities; // ids that the combinations name
    QStringList m_items;
    QStringList m_recipients;
};

} // namespace clearway::report
