// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_builder.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace clearway::testing {

QByteArray writtenPdf(const QList<ToAttach> &attachments)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        for (const ToAttach &attachment : attachments)
            writer.addFileAttachment(attachment.name, attachment.data, u"application/json"_s);
        QPainter painter(&writer);
        painter.drawText(QPoint(500, 500), u"Self-assessment"_s);
    }
    return pdf;
}

QByteArray pdfOf(const QList<QByteArray> &objects)
{
    QByteArray pdf = "%PDF-1.6\n";
    QByteArray table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + table + "trailer\n<</Size " + QByteArray::number(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n"
           + start + "\n%%EOF\n";
}

QByteArray streamObject(const QByteArray &entries, const QByteArray &bytes)
{
    return "<<" + entries + "/Length " + QByteArray::number(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
}

QByteArray pdfWithNames(const QByteArray &nameTree, const QList<QByteArray> &objects)
{
    QByteArray catalogue = "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[" + nameTree + "]>>>>>>";
    return pdfOf(QList<QByteArray>{catalogue, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                                   "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"}
                 + objects);
}

QByteArray fileEntry(const QByteArray &name, int object)
{
    return "(" + name + ")<</Type/Filespec/F(" + name + ")/UF(" + name + ")/EF<</F " + QByteArray::number(object)
           + " 0 R>>>>";
}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).sliced(4); // Qt puts the length before it
}

} // namespace clearway::testing
