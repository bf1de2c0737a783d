// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "officialtesting.h"

#include <KZip>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace clearway::officialtest {

namespace {

struct Run {
    QString text;
    QChar mark; ///< '^', '_' or null
};

QList<Run> runsOf(const QString &text)
{
    static const QRegularExpression marked(uR"(([\^_])\(([^)]*)\))"_s);
    QList<Run> runs;
    qsizetype at = 0;
    for (auto found = marked.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        runs.append({text.sliced(at, match.capturedStart() - at), {}});
        runs.append({match.captured(2), match.captured(1)[0]});
        at = match.capturedEnd();
    }
    runs.append({text.sliced(at), {}});
    return runs;
}

QString docxRun(const Run &run)
{
    QString xml = u"<w:r>"_s;
    if (!run.mark.isNull())
        xml +=
            u"<w:rPr><w:vertAlign w:val=\"%1\"/></w:rPr>"_s.arg(run.mark == u'^' ? u"superscript"_s : u"subscript"_s);
    const QStringList pieces = run.text.split(u'\t');
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i > 0)
            xml += u"<w:tab/>"_s;
        xml += u"<w:t xml:space=\"preserve\">"_s + pieces[i].toHtmlEscaped() + u"</w:t>"_s;
    }
    return xml + u"</w:r>"_s;
}

QString epubRun(const Run &run)
{
    const QString style = run.mark.isNull()  ? QString()
                          : run.mark == u'^' ? u" style=\"font-size:7pt; vertical-align:super\""_s
                                             : u" style=\"font-size:7pt; vertical-align:sub\""_s;
    QString inner = run.text.toHtmlEscaped();
    inner.replace(u'\t', u"</span><span style=\"width:20pt; display:inline-block\">&#xa0;</span><span>"_s);
    return u"<span"_s + style + u'>' + inner + u"</span>"_s;
}

} // namespace

bool writeZip(const QString &path, const Parts &parts)
{
    KZip zip(path);
    if (!zip.open(QIODevice::WriteOnly))
        return false;
    for (const auto &[name, bytes] : parts)
        if (!zip.writeFile(name, bytes))
            return false;
    return zip.close();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QList<Line> smallList()
{
    return {
        {u"ShortT"_s, 0, u"List of Invented Goods 2030"_s},
        {{}, 0, u"Dated 3 March 2030"_s},
        {u"TOC2"_s, 0, u"Part 1—Toy list\t4"_s},
        {u"ActHead2"_s, 0, u"Part 1A—Preliminary"_s},
        {u"Definition"_s, 0, u"“Toy” means what is played with."_s},
        {u"ActHead2"_s, 0, u"Part 1—Toy list"_s},
        {u"ML1"_s, 851, u"ML1.\t\tKites with a span of less than 2 m, as follows:"_s},
        {u"ML1note"_s, 1418, u"Note:\tML1. does not apply to:"_s},
        {u"ML1Notea"_s, 1985, u"a.\tPaper kites;"_s},
        {u"ML1Notea"_s, 1985, u"b.\tLanterns."_s},
        {u"ML1a"_s, 1418, u"a.\tKites made of silk"_s},
        {u"ML1a"_s, 1418, u"(dyed or plain);"_s},
        {u"MLnewstyle1"_s, 851, u"ML1.\tb.\tKite strings having all of the following:"_s},
        {u"ML1a1"_s, 1985, u"1.\tA length exceeding 5 x 10^(2) m; and"_s},
        {u"ML1a1"_s, 1985, u"2.\tA strength of 20 N or more."_s},
        {u"ActHead2"_s, 0, u"Part 2—Other list"_s},
        {u"ActHead3"_s, 0, u"Category 7—Tops and hoops"_s},
        {u"Cat0newstyle1"_s, 1134, u"7.\tA.\tSystems, Equipment and Components"_s},
        {u"Cat0newstyle2"_s, 1134, u"7.\tA.\t001.\tSpinning tops as follows:"_s},
        {u"DL0Aa"_s, 1701, u"a.\tTops filled with CO_(2), as follows:"_s},
        {u"DL0Aa1"_s, 2268, u"1.\tSpinning at 3,000 rpm or more;"_s},
        {u"DL0Aa1Note"_s, 2835, u"Note:\tThis does not apply to tops below:"_s},
        {u"DL0Aa1a"_s, 2835, u"a.\t10 g; or"_s},
        {u"DL0Aa1a"_s, 2835, u"b.\t15 mm."_s},
        {u"DL0Aa1"_s, 2268, u"2.\tNot used;"_s},
        {u"DL0AaTechH"_s, 1701, u"Technical Note:"_s},
        {u"DL0AaTechText"_s, 1701, u"Speed is measured at 20^(o)C."_s},
        {u"DL0Aa"_s, 1701, u"b.\tHoops."_s},
        {u"DL0aNB"_s, 1134, u"N.B.:\tSEE ALSO HOOPS OF PART 1."_s},
        {u"Cat0newstyle31a1paragraphsindented"_s, 1134, u"7.\tA.\t350.\tPaints, as follows:"_s},
        {u"DL0Aa1"_s, 1701, u"1.\tRed;"_s},
        {u"DL0Aa1"_s, 1701, u"2.\tGreen."_s},
        {u"ActHead3"_s, 0, u"Sensitive list"_s},
        {u"Tabletext"_s, 0, u"Hoops"_s},
    };
}

Parts docx(const QList<Line> &lines)
{
    QString body;
    for (const Line &line : lines) {
        body += u"<w:p><w:pPr>"_s;
        if (!line.style.isEmpty())
            body += u"<w:pStyle w:val=\"%1\"/>"_s.arg(line.style);
        body += u"<w:ind w:left=\"%1\"/></w:pPr>"_s.arg(line.indent);
        for (const Run &run : runsOf(line.text))
            body += docxRun(run);
        body += u"</w:p>"_s;
    }
    const QString document =
        u"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body>%1</w:body></w:document>"_s.arg(body);
    return {{u"[Content_Types].xml"_s, "<Types/>"_ba}, {u"word/document.xml"_s, document.toUtf8()}};
}

Parts epub(const QList<Line> &lines)
{
    QString body;
    for (const Line &line : lines) {
        body += u"<p class=\"%1\" style=\"margin-left:%2pt\">"_s.arg(line.style).arg(line.indent / 20.0);
        for (const Run &run : runsOf(line.text))
            body += epubRun(run);
        body += u"</p>"_s;
    }
    const QString page = u"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" "
                         "\"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd\"><html "
                         "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head>"
                         "<body>%1</body></html>"_s.arg(body);
    return {{u"mimetype"_s, "application/epub+zip"_ba},
            {u"META-INF/container.xml"_s,
             "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"_ba},
            {u"OEBPS/book.opf"_s, "<package><manifest><item id=\"one\" href=\"text/one.html\"/></manifest>"
                                  "<spine><itemref idref=\"one\"/></spine></package>"_ba},
            {u"OEBPS/text/one.html"_s, page.toUtf8()}};
}

QList<Line> smallAct()
{
    return {
        {u"ShortT"_s, 0, u"Defence Trade Controls Act 2012"_s},
        {u"CompiledActNo"_s, 0, u"No. 999, 2012"_s},
        {u"CompiledMadeUnder"_s, 0, u"Compilation No. 9"_s},
        {u"CompiledMadeUnder"_s, 0, u"Compilation date: 14 October 2024"_s},
        {u"TOC2"_s, 0, u"Part 1—Toys\t1"_s},
        {u"TOC5"_s, 0, u"1\tName of this law of toys\t1"_s},
        {u"ActHead2"_s, 0, u"Part 1—Toys"_s},
        {u"ActHead5"_s, 0, u"1  Name of this law of toys"_s},
        {u"subsection"_s, 0, u"\t\tThis is an invented law about toys."_s},
        {u"ActHead5"_s, 0, u"4  Words used here"_s},
        {u"subsection"_s, 0, u"\t(1)\tIn this law:"_s},
        {u"Definition"_s, 0, u"hoop means a ring that rolls, and:"_s},
        {u"paragraph"_s, 0, u"\t(a)\tis made of wood; or"_s},
        {u"paragraph"_s, 0, u"\t(b)\tis made of wire."_s},
        {u"Definition"_s, 0, u"kite means what flies on a string."_s},
        {u"subsection"_s, 0, u"\t(2)\tA balloon is no kite."_s},
        {u"ActHead2"_s, 0, u"Part 2—Handing over toys"_s},
        {u"ActHead3"_s, 0, u"Division 1—Kites and hoops"_s},
        {u"ActHead5"_s, 0, u"10  Handing over kites"_s},
        {u"subsection"_s, 0,
         u"\t(1)\tA child must not hand over a kite to another child who lives on the other side of the "
         "river if:"_s},
        {u"paragraph"_s, 0, u"\t(a)\tthe kite is red; and"_s},
        {u"paragraph"_s, 0, u"\t(b)\tthe wind:"_s},
        {u"paragraphsub"_s, 0, u"\t(i)\tis strong; or"_s},
        {u"paragraphsub"_s, 0, u"\t(ii)\tcomes from the sea."_s},
        {u"Penalty"_s, 0, u"Penalty:\tA day without sweets."_s},
        {u"subsection"_s, 0, u"\t(1A)\tSubsection (1) does not apply to paper kites."_s},
        {u"subsection"_s, 0, u"\t(2)\tNor does it apply on a Sunday."_s},
        {u"ActHead5"_s, 0, u"10A  Handing over hoops"_s},
        {u"subsection"_s, 0, u"\t\tA hoop may be handed over at 10 o'clock."_s},
        {u"ActHead5"_s, 0, u"11  Leave of the aunt"_s},
        {u"subsection"_s, 0, u"\t(1)\tAn aunt may give leave."_s},
        {u"subsection"_s, 0, u"\t(2)\tShe writes it down."_s},
        {u"ActHead1"_s, 0, u"Schedule 1—Colours"_s},
        {u"ActHead5"_s, 0, u"1  Red"_s},
        {u"subsection"_s, 0, u"\t\tRed is what a fire engine is."_s},
        {u"ENotesHeading1"_s, 0, u"Endnotes"_s},
        {u"ENoteText"_s, 0, u"12 This is no section any more"_s},
    };
}

QByteArray html(const QList<Line> &lines)
{
    QString body;
    for (const Line &line : lines) {
        QString text = line.text.toHtmlEscaped();
        text.replace(u"\t"_s, u"<span style=\"width:20pt; display:inline-block\">&#xa0;</span>"_s);
        body += u"<p class=\"%1\" style=\"margin-left:%2pt\"><span>%3</span></p>\n"_s.arg(line.style)
                    .arg(line.indent / 20.0)
                    .arg(text);
    }
    return u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>x</title><style>p{margin:0}</style>"
           "<script>var a = \"<p>10B no text</p>\";</script></head><body><div>%1</div></body></html>"_s.arg(body)
               .toUtf8();
}

namespace {

/// Sets lines on pages; letters of the standard font in the encoding of PDF.
class PdfPages {
public:
    QList<QByteArray> pages;

    void newPage()
    {
        ++m_number;
        m_y = 760;
        pages.append(QByteArray());
        put(72, 800, u"Defence Trade Controls Act 2012"_s);
        put(72, 40, u"Compilation No. 9\t\t\t\tCompilation date: 14/10/2024"_s);
        put(500, 28, QString::number(m_number));
    }

    void line(double x, const QString &text, double before)
    {
        m_y -= before + 13;
        if (m_y < 600) { // few on a page, so that there are many pages
            newPage();
            m_y -= 13;
        }
        put(x, m_y, text);
    }

private:
    void put(double x, double y, const QString &text)
    {
        const QStringList pieces = text.split(u'\t');
        double at = x;
        for (const QString &piece : pieces) {
            if (!piece.isEmpty())
                pages.last() += "BT /F1 11 Tf " + QByteArray::number(at) + ' ' + QByteArray::number(y) + " Td ("
                                + escaped(piece) + ") Tj ET\n";
            at += piece.size() > 6 ? piece.size() * 6 + 20 : 34;
        }
    }

    static QByteArray escaped(const QString &text)
    {
        QByteArray bytes;
        for (const QChar c : text) {
            if (c == u'—')
                bytes += "\\227";
            else if (c == u'(' || c == u')' || c == u'\\')
                bytes += QByteArray("\\") + c.toLatin1();
            else
                bytes += c.toLatin1();
        }
        return bytes;
    }

    int m_number = 0;
    double m_y = 0;
};

} // namespace

QByteArray pdf(const QList<Line> &lines)
{
    PdfPages setting;
    setting.newPage();
    for (const Line &line : lines) {
        if (line.style.startsWith("TOC"_L1)) {
            if (line.style == "TOC2"_L1)
                setting.line(72, u"Contents"_s, 20);
            setting.line(72, QString(line.text).replace(u'\t', u' ') + u" ............................ 12"_s, 4);
            continue;
        }
        const double depth = line.style == "paragraph"_L1 ? 28 : line.style == "paragraphsub"_L1 ? 56 : 0;
        const bool labelled = line.text.startsWith("\t("_L1);
        QString text = line.text;
        while (text.startsWith(u'\t'))
            text.remove(0, 1);
        const double left = line.style.startsWith("ActHead"_L1) || line.style == "Definition"_L1 ? 72 : 85;
        const QString label = labelled ? text.section(u'\t', 0, 0) : QString();
        text = labelled ? text.section(u'\t', 1) : text;
        // Words of at most sixty letters a line, the further ones under the first.
        bool first = true;
        while (!text.isEmpty()) {
            qsizetype cut = text.size() > 60 ? text.lastIndexOf(u' ', 60) : text.size();
            if (cut <= 0)
                cut = text.size();
            const QString piece = text.first(cut);
            text = text.sliced(cut).trimmed();
            if (labelled && first)
                setting.line(left + depth, label + u'\t' + piece, 8);
            else
                setting.line(left + depth + (labelled ? 34 : 0), piece, first ? 8 : 0);
            first = false;
        }
    }
    // Objects: the catalogue, the pages, the font, then each page with its content.
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", QByteArray(),
                              "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
    QByteArray kids;
    for (const QByteArray &page : std::as_const(setting.pages)) {
        const QByteArray number = QByteArray::number(objects.size() + 1);
        kids += number + " 0 R ";
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents "
                       + QByteArray::number(objects.size() + 2) + " 0 R>>");
        objects.append("<</Length " + QByteArray::number(page.size()) + ">>\nstream\n" + page + "\nendstream");
    }
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(setting.pages.size()) + "/Kids[" + kids + "]>>";
    QByteArray bytes = "%PDF-1.6\n";
    QByteArray table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(bytes.size());
    return bytes + table + "trailer\n<</Size " + QByteArray::number(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n"
           + start + "\n%%EOF\n";
}

QList<official::Paragraph> paragraphs(const QList<Line> &lines)
{
    QList<official::Paragraph> all;
    for (const Line &line : lines) {
        official::MarkedText text;
        for (const Run &run : runsOf(line.text))
            text.append(run.text, run.mark == u'^'   ? official::MarkedText::Position::Raised
                                  : run.mark == u'_' ? official::MarkedText::Position::Lowered
                                                     : official::MarkedText::Position::Normal);
        all.append({int(all.size()), line.style, line.indent, text.text(), false});
    }
    return all;
}

} // namespace clearway::officialtest
