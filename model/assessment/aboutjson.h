// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/memberreader.h"

namespace clearway::assessment {

/// Who made an assessment and for what, as it stands in the document under "about". What is empty is left out.
QJsonObject aboutToJson(const About &about);
/// Nothing in it is trusted; see MemberReader.
About readAbout(MemberReader about);
/// The same from a file of its own; a member that is none of its members is refused.
std::expected<About, DocumentProblem> readAbout(const QByteArray &json);

/// One JSON object of at most the size of a document; what is wrong with it otherwise. `expected`: what the file should
/// be.
std::expected<QJsonObject, DocumentProblem> parseObject(const QByteArray &json, const QString &expected);

} // namespace clearway::assessment
