// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/memberreader.h"
#include "model/overlay/overlay.h"

#include <QByteArray>
#include <QJsonObject>

#include <expected>

namespace clearway::assessment {

/// The name and number of the format of an overlay's file; a reader refuses a greater number.
inline constexpr QLatin1StringView overlayFormat{"clearway.overlay/1"};

/// The document that overlay.schema.json describes: a file of its own, and the member "overlay" of an assessment.
QJsonObject overlayToJson(const overlay::Overlay &overlay);
/// One reading, as it stands in "rules" or "groups".
QJsonObject readingToJson(const overlay::Reading &reading);

/// SHA-256 over the canonical form (RFC 8785), hex; empty for an overlay in which nothing was read.
QString overlayHash(const overlay::Overlay &overlay);

/// Reads a file of an overlay of at most 5 MB. Nothing in it is trusted.
std::expected<overlay::Overlay, DocumentProblem> readOverlay(const QByteArray &json);
/// The same from a part of a document; problems go where the reader's go.
overlay::Overlay readOverlayMember(MemberReader member);
/// One reading as readingToJson() gives it; nullopt where it is none.
std::optional<overlay::Reading> readReading(const QJsonObject &object);

} // namespace clearway::assessment
