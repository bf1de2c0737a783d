// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <expected>
#include <variant>

/// What is spoken between Clearway and clearway-reader. The document goes in on standard input; the answer is
/// one line of JSON followed by the bytes that the line announces, in its order. See app/reader/README.md.
namespace clearway::documents::protocol {

inline constexpr qint64 mebibyte = 1024 * 1024;
inline constexpr qint64 inputLimit = 200 * mebibyte;            ///< bytes of a document
inline constexpr qint64 headerLimit = mebibyte;                 ///< bytes of the first line
inline constexpr qsizetype attachmentCountLimit = 64;           ///< attachments of one document, asked for or not
inline constexpr qint64 attachmentLimit = 64 * mebibyte;        ///< bytes of one attachment
inline constexpr qint64 attachmentsTotalLimit = 100 * mebibyte; ///< bytes of all that are sent
inline constexpr qint64 textLimit = 64 * mebibyte;              ///< bytes of a document's text as it is sent
inline constexpr qsizetype lineLimit = 1'000'000;               ///< lines of it
inline constexpr qsizetype nameLimit = 1000;                    ///< characters of an attachment's name; cut beyond

/// One file attached to a document. The name is text to be shown, never a path to be used.
struct Attachment {
    QString name;
    QByteArray data;
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// What kept the reader's process in while it read.
struct Protections {
    QStringList inForce; ///< "landlock abi 7", "seccomp", "limits"
    QStringList missing; ///< what the system lacks, each with the reason
    friend bool operator==(const Protections &, const Protections &) = default;
};

/// What the reader says instead of an answer.
struct Refusal {
    QString kind;    ///< one of the words of refusalKinds()
    QString message; ///< English, for the log
    friend bool operator==(const Refusal &, const Refusal &) = default;
};
/// "empty", "not-a-pdf", "encrypted", "damaged", "too-large", "too-many", "stopped", "cannot-read",
/// "unprotected"
QStringList refusalKinds();

/// The reader's whole answer to "attachments".
struct AttachmentsAnswer {
    Protections protections;
    QList<Attachment> attachments;
    qsizetype attachedInAll = 0; ///< also those that were not asked for
    friend bool operator==(const AttachmentsAnswer &, const AttachmentsAnswer &) = default;
};

/// A refusal with the protections under which it was made.
/// A line of a PDF, or a paragraph of an HTML page.
struct TextLine {
    int page = 0;       ///< from 1; 0: the format has no pages
    double left = 0;    ///< points from the left edge; of HTML its own margin
    double top = 0;     ///< points from the top of the page
    double height = 0;  ///< of the letters
    QString style = {}; ///< of HTML: the class, or the tag where there is none
    bool inTable = false;
    QString text = {}; ///< with tabs where a wide gap is
    friend bool operator==(const TextLine &, const TextLine &) = default;
};

struct TextAnswer {
    Protections protections;
    QString format; ///< "pdf", "html"
    QList<TextLine> lines;
    friend bool operator==(const TextAnswer &, const TextAnswer &) = default;
};

struct Refused {
    Protections protections;
    Refusal refusal;
    friend bool operator==(const Refused &, const Refused &) = default;
};

/// The first line of an answer, with its newline. The attachments' bytes follow it.
QByteArray headerLine(const AttachmentsAnswer &answer);
QByteArray headerLine(const Refused &refused);
/// The header line of a text with the text behind it.
QByteArray messageOf(const TextAnswer &answer);

/// Why bytes are no answer: they were cut off, or something other than the reader wrote them.
struct Garbled {
    QString reason; ///< English, for the log
};
using Answer = std::variant<AttachmentsAnswer, Refused, TextAnswer>;
/// Takes an answer apart. Every announced size and SHA-256 is checked; bytes left over are an error too.
std::expected<Answer, Garbled> parseAnswer(const QByteArray &bytes);

} // namespace clearway::documents::protocol
