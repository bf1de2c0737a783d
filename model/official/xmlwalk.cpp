// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/official/xmlwalk.h"

#include <QCoreApplication>

namespace clearway::official {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficialText)
};

constexpr int deepest = 256;
constexpr int betweenLooks = 4096; ///< tokens

} // namespace

Result<void> walkXml(const QByteArray &bytes, const QString &path, const QString &part, DocumentType type,
                     const Control &control, const OnToken &onToken)
{
    using enum OfficialError::Kind;
    const auto malformed = [&](const QString &what) {
        return std::unexpected(OfficialError{Malformed, path, Text::tr("its part %1: %2.").arg(part, what)});
    };
    QXmlStreamReader xml(bytes);
    int depth = 0;
    int tokens = 0;
    while (!xml.atEnd()) {
        if (++tokens % betweenLooks == 0 && control.stopped())
            return std::unexpected(OfficialError{Cancelled, path, {}});
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
            if (type == DocumentType::Refused || !xml.entityDeclarations().isEmpty()
                || !xml.notationDeclarations().isEmpty() || xml.text().contains(u'['))
                return malformed(Text::tr("it declares a document type of its own"));
            break;
        case QXmlStreamReader::EntityReference: return malformed(Text::tr("it names an entity that is not there"));
        case QXmlStreamReader::StartElement:
            if (++depth > deepest)
                return malformed(Text::tr("it is nested more than %1 deep").arg(deepest));
            onToken(xml, depth);
            break;
        case QXmlStreamReader::EndElement:
            onToken(xml, depth);
            --depth;
            break;
        case QXmlStreamReader::Characters: onToken(xml, depth); break;
        default: break;
        }
    }
    if (xml.hasError())
        return malformed(Text::tr("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString()));
    return {};
}

} // namespace clearway::official
