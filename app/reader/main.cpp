// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// clearway-reader: parses a document from outside where it can do no harm. See README.md beside this file.

#include "app/reader/crash_answer.h"
#include "app/reader/input.h"
#include "app/reader/pdf_reading.h"
#include "app/reader/sandbox.h"
#include "app/reader/sandbox_proof.h"
#include "app/reader/text_reading.h"

#include <QString>
#include <QStringList>

#include <unistd.h>

#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

using namespace clearway::reader;
namespace protocol = clearway::documents::protocol;

enum ExitStatus { Done = 0, Unwritten = 1, Usage = 2, BadInput = 3 };

struct Request {
    QString onlyNamed;
    bool sandboxRequired = false;
    bool text = false;           ///< what it says, instead of what is attached
    std::optional<Layers> proof; ///< prove these layers instead of reading anything
};

std::optional<Layers> layersNamed(const QString &names)
{
    Layers layers;
    for (const QString &name : names.split(u',')) {
        if (name == "landlock"_L1)
            layers |= Layer::Landlock;
        else if (name == "seccomp"_L1)
            layers |= Layer::Seccomp;
        else if (name == "limits"_L1)
            layers |= Layer::Limits;
        else if (name != "none"_L1)
            return std::nullopt;
    }
    return layers;
}

std::optional<Request> parse(QStringList arguments)
{
    Request request;
    bool attachments = false;
    while (!arguments.isEmpty()) {
        const QString word = arguments.takeFirst();
        if (word == "--require-sandbox"_L1) {
            request.sandboxRequired = true;
        } else if (word == "--prove-sandbox"_L1) {
            request.proof = allLayers;
        } else if (word.startsWith("--prove-sandbox="_L1)) {
            request.proof = layersNamed(word.sliced(16));
            if (!request.proof)
                return std::nullopt;
        } else if (word == "attachments"_L1 && !attachments && !request.text) {
            attachments = true;
        } else if (word == "text"_L1 && !attachments && !request.text) {
            request.text = true;
        } else if (word == "--only"_L1 && attachments && !arguments.isEmpty()) {
            request.onlyNamed = arguments.takeFirst();
        } else {
            return std::nullopt;
        }
    }
    if ((attachments || request.text) == request.proof.has_value())
        return std::nullopt;
    return request;
}

int refuse(const protocol::Protections &protections, const protocol::Refusal &refusal)
{
    const bool written = writeWhole(STDOUT_FILENO, {headerLine(protocol::Refused{protections, refusal})});
    return written ? BadInput : Unwritten;
}

int answerText(const QByteArray &input, const protocol::Protections &protections)
{
    answerCrashes(protections);
    auto answer = readDocumentText(input);
    letCrashesBe();
    if (!answer)
        return refuse(protections, answer.error());
    answer->protections = protections;
    return writeWhole(STDOUT_FILENO, {messageOf(*answer)}) ? Done : Unwritten;
}

int answerAttachments(const QByteArray &input, const QString &onlyNamed, const protocol::Protections &protections)
{
    answerCrashes(protections);
    auto answer = readPdfAttachments(input, onlyNamed);
    letCrashesBe();
    if (!answer)
        return refuse(protections, answer.error());
    answer->protections = protections;
    bool written = writeWhole(STDOUT_FILENO, {headerLine(*answer)});
    for (const protocol::Attachment &attachment : std::as_const(answer->attachments))
        written = written && writeWhole(STDOUT_FILENO, {attachment.data});
    return written ? Done : Unwritten;
}

int respond(const Request &request)
{
    const auto input = readWhole(STDIN_FILENO, protocol::inputLimit);
    const protocol::Protections protections = enterSandbox(allLayers);
    if (request.sandboxRequired && !protections.missing.isEmpty())
        return refuse(protections, {u"unprotected"_s, protections.missing.join("; "_L1)});
    if (!input)
        return refuse(protections, input.error());

    return request.text ? answerText(*input, protections) : answerAttachments(*input, request.onlyNamed, protections);
}

int run(const QStringList &arguments)
{
    const std::optional<Request> request = parse(arguments);
    if (!request) {
        writeWhole(STDERR_FILENO, {"usage: clearway-reader [--require-sandbox] attachments [--only NAME] <FILE.pdf\n"
                                   "       clearway-reader [--require-sandbox] text <FILE.pdf|FILE.html\n"
                                   "       clearway-reader --prove-sandbox[=landlock,seccomp,limits|none]\n"});
        return Usage;
    }
    if (request->proof)
        return writeWhole(STDOUT_FILENO, {proveSandbox(*request->proof)}) ? Done : Unwritten;
    return respond(*request);
}

} // namespace

int main(int argc, char *argv[])
{
    closeInherited();
    std::signal(SIGPIPE, SIG_IGN); // a parent that is gone is seen when writing
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    // No destructors and nothing registered to run at exit: what the document left in memory is not touched
    // again.
    ::_exit(run(arguments));
}
