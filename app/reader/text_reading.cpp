// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/text_reading.h"

#include "app/reader/pdf_opening.h"
#include "model/documents/document_text.h"
#include "model/documents/pdf_attachments.h"

#include <algorithm>
#include <memory>
#include <new>

using namespace Qt::StringLiterals;

namespace clearway::reader {

namespace {

namespace protocol = documents::protocol;
using protocol::Refusal;
using protocol::TextAnswer;
using protocol::TextLine;

constexpr int pageLimit = 10'000;
constexpr double tabWidth = 0.9;   ///< of a gap, in heights of a line
constexpr double spaceWidth = 0.1; ///< likewise

struct Word {
    QRectF box;
    QString text;
    bool spaceBehind = false;
};

/// One line from words that stand at one height.
TextLine lineOf(QList<Word> words, int page)
{
    std::ranges::stable_sort(words, {}, [](const Word &word) { return word.box.left(); });
    TextLine line;
    line.page = page;
    line.left = words.first().box.left();
    line.top = words.first().box.top();
    for (qsizetype i = 0; i < words.size(); ++i) {
        const Word &word = words[i];
        line.height = std::max(line.height, word.box.height());
        line.top = std::min(line.top, word.box.top());
        if (i > 0) {
            const double gap = word.box.left() - words[i - 1].box.right();
            if (gap > tabWidth * word.box.height())
                line.text += u'\t';
            else if (gap > spaceWidth * word.box.height() || words[i - 1].spaceBehind)
                line.text += u' ';
        }
        line.text += word.text;
    }
    return line;
}

/// The words of a page as lines. Poppler's own order reads labels that hang beside their text as a column of its own.
QList<TextLine> linesOf(QList<Word> words, int page)
{
    std::ranges::stable_sort(words, {}, [](const Word &word) { return word.box.center().y(); });
    QList<TextLine> lines;
    QList<Word> open;
    const auto close = [&] {
        if (!open.isEmpty())
            lines.append(lineOf(std::exchange(open, {}), page));
    };
    for (const Word &word : std::as_const(words)) {
        // What begins below the middle of the line is of the next; a raised figure is not.
        if (!open.isEmpty() && word.box.center().y() > open.first().box.center().y() + open.first().box.height() / 2)
            close();
        open.append(word);
    }
    close();
    return lines;
}

std::expected<TextAnswer, Refusal> readPages(const QByteArray &pdf)
{
    const auto opened = openPdf(pdf);
    if (!opened)
        return std::unexpected(opened.error());
    const Poppler::Document *document = opened->get();
    if (document->numPages() > pageLimit)
        return refused(u"too-many"_s, u"%1 pages; at most %2 are read"_s.arg(document->numPages()).arg(pageLimit));
    TextAnswer answer;
    answer.format = u"pdf"_s;
    qint64 letters = 0;
    for (int number = 0; number < document->numPages(); ++number) {
        const std::unique_ptr<Poppler::Page> page = document->page(number);
        if (!page)
            return refused(u"damaged"_s, u"page %1 cannot be read"_s.arg(number + 1));
        QList<Word> words;
        for (const std::unique_ptr<Poppler::TextBox> &box : page->textList()) {
            words.append({box->boundingBox(), box->text(), box->hasSpaceAfter()});
            letters += words.last().text.size();
        }
        answer.lines += linesOf(std::move(words), number + 1);
        // A line costs some 60 bytes beside its letters, and a letter up to three.
        if (answer.lines.size() > protocol::lineLimit || letters * 3 + answer.lines.size() * 60 > protocol::textLimit)
            return refused(u"too-large"_s, u"the text has more than %1 bytes"_s.arg(protocol::textLimit));
    }
    return answer;
}

} // namespace

std::expected<TextAnswer, Refusal> readPdfText(const QByteArray &pdf)
{
    try {
        return readPages(pdf);
    } catch (const std::bad_alloc &) { // Poppler and Qt throw it; it ends here
        return refused(u"too-large"_s, u"unpacking the document takes more memory than allowed"_s);
    } catch (const std::exception &error) {
        return refused(u"damaged"_s, QString::fromLocal8Bit(error.what()));
    }
}

std::expected<TextAnswer, Refusal> readDocumentText(const QByteArray &document)
{
    if (document.isEmpty())
        return refused(u"empty"_s, u"no bytes came in"_s);
    if (documents::looksLikePdf(document))
        return readPdfText(document);
    if (documents::looksLikeHtml(document))
        return readHtmlText(document);
    return refused(u"not-a-pdf"_s, u"neither %PDF- nor a tag of HTML at its beginning"_s);
}

} // namespace clearway::reader
