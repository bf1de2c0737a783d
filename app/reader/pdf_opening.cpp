// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/pdf_opening.h"

using namespace Qt::StringLiterals;

namespace clearway::reader {

std::unexpected<documents::protocol::Refusal> refused(const QString &kind, const QString &message)
{
    return std::unexpected(documents::protocol::Refusal{kind, message});
}

std::expected<std::unique_ptr<Poppler::Document>, documents::protocol::Refusal> openPdf(const QByteArray &pdf)
{
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(pdf);
    if (!document)
        return refused(u"damaged"_s, u"the PDF's structure cannot be read"_s);
    if (document->isLocked())
        return refused(u"encrypted"_s, u"the PDF needs a password"_s);
    return document;
}

} // namespace clearway::reader
