// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/ruleaddress.h"
#include "catalogue/store/source_file.h"

#include <QHash>

#include <optional>

namespace clearway::store {

/// The lines of a source file on which a statement stands; both 1-based and included.
struct SourcePlace {
    QString file;
    int firstLine = 0;
    int lastLine = 0;
    friend bool operator==(const SourcePlace &, const SourcePlace &) = default;
};

/// Where each statement of the law stands in the sources. The store keeps no lines of them, so they are looked for by
/// indentation: the sources are block style that the compiler has checked, and of anything else nothing is found.
class SourcePlaces {
public:
    explicit SourcePlaces(const Sources &sources);

    /// Nothing where the sources do not have it (a question that an entry asks has no place of its own).
    std::optional<SourcePlace> find(const language::RuleAddress &address) const;

private:
    QHash<language::RuleAddress, SourcePlace> m_places;
};

} // namespace clearway::store
