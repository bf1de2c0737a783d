// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/pdf_reading.h"
#include "model/documents/assessment_file.h"

#include "pdf_builder.h"

#include <QFile>
#include <QTest>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <random>

using namespace Qt::StringLiterals;
using namespace clearway::documents;
using namespace clearway::testing;

/// PDFs changed at random places (the seeds are fixed): through the whole reader, and many more through its
/// parsing alone. CLEARWAY_MUTATIONS sets how many of the latter.
class MutatedPdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theReaderAnswersEach();
    void parsingSurvivesEach();
    void parsingSurvivesEveryCut();

private:
    QList<QByteArray> m_originals;
};

namespace {

#ifdef __SANITIZE_ADDRESS__ // several times slower
constexpr int usualMutations = 1000;
constexpr int cutEvery = 5;
#else
constexpr int usualMutations = 2500;
constexpr int cutEvery = 1;
#endif

/// Bits, bytes, runs, and words that mean something in a PDF: changed, put in, taken out.
QByteArray mutated(const QByteArray &original, unsigned seed)
{
    static const QList<QByteArray> words{"obj",   "endobj", "stream", "endstream",   "xref",  "trailer", "<<",
                                         ">>",    "[",      "]",      "(",           ")",     "0 R",     "4 0 R",
                                         "/Kids", "/EF",    "-1",     "99999999999", "/Type", "\0"};
    std::mt19937 random(seed);
    QByteArray pdf = original;
    const auto below = [&random](qsizetype limit) {
        return limit > 0 ? static_cast<qsizetype>(random() % static_cast<unsigned long>(limit)) : 0;
    };
    const qsizetype changes = 1 + below(12);
    for (qsizetype change = 0; change < changes && !pdf.isEmpty(); ++change) {
        const qsizetype at = below(pdf.size());
        switch (below(6)) {
        case 0: pdf[at] = static_cast<char>(pdf[at] ^ (1 << below(8))); break;
        case 1: pdf[at] = static_cast<char>(random()); break;
        case 2: pdf.insert(at, words.at(below(words.size()))); break;
        case 3: pdf.remove(at, 1 + below(30)); break;
        case 4: // a piece once more elsewhere
            pdf.insert(below(pdf.size()), QByteArray(pdf.sliced(at, std::min(pdf.size() - at, 1 + below(60)))));
            break;
        default: // another digit where there is one: lengths, offsets, references
            for (qsizetype i = at; i < pdf.size(); ++i) {
                if (pdf.at(i) >= '0' && pdf.at(i) <= '9') {
                    pdf[i] = static_cast<char>('0' + below(10));
                    break;
                }
            }
        }
    }
    return pdf;
}

/// Parses in child processes, from one index to another; a child that dies is replaced by one that begins
/// after the document that killed it. Gives the indexes of those.
template<typename Document>
QList<int> fatalOnes(int count, const Document &document)
{
    void *shared = ::mmap(nullptr, sizeof(std::atomic_int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return {-1};
    auto *reached = new (shared) std::atomic_int(0);
    QList<int> fatal;
    while (*reached < count) {
        const pid_t child = ::fork();
        if (child < 0)
            return {-1};
        if (child == 0) {
            const rlimit seconds{60, 60}; // one that never ends dies, too
            ::setrlimit(RLIMIT_CPU, &seconds);
            const rlimit noCore{0, 0};
            ::setrlimit(RLIMIT_CORE, &noCore);
            for (; *reached < count; ++*reached) {
                const auto answer = clearway::reader::readPdfAttachments(document(*reached));
                if (!answer && !protocol::refusalKinds().contains(answer.error().kind))
                    ::_exit(1);
            }
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            fatal += (*reached)++;
    }
    ::munmap(shared, sizeof(std::atomic_int));
    return fatal;
}

QString inWords(const QList<int> &indexes)
{
    QStringList words;
    for (const int index : indexes)
        words += QString::number(index);
    return words.join(u", "_s);
}

} // namespace

void MutatedPdfTest::initTestCase()
{
    const QByteArray record =
        "{\"format\":\"clearway.assessment/1\",\"words\":\"" + QByteArray("abc ").repeated(50) + "\"}";
    m_originals = {
        pdfWithNames(fileEntry("assessment.json", 4), {streamObject("/Type/EmbeddedFile", record)}),
        pdfWithNames(fileEntry("assessment.json", 4) + fileEntry("b", 5),
                     {streamObject("/Type/EmbeddedFile/Filter/FlateDecode/Params<</Size 245>>", deflated(record)),
                      streamObject("/Filter[/ASCIIHexDecode/RunLengthDecode]", "02616263FD7880>")}),
    };
    for (const char *name : {"object-streams.pdf", "owner-password-only.pdf", "password-aes256.pdf"}) {
        QFile file(QStringLiteral(CLEARWAY_TEST_DATA) + u"/documents/"_s + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_originals += file.readAll();
    }
}

void MutatedPdfTest::theReaderAnswersEach()
{
    using enum DocumentError::Kind;
    ReaderProcess reader(QStringLiteral(CLEARWAY_READER));
    reader.setTimeout(std::chrono::minutes(3)); // on a busy machine, too
    int opened = 0;
    int stopped = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const auto json = assessmentJsonIn(mutated(m_originals.at(seed % m_originals.size()), seed), reader);
        if (json) {
            ++opened;
            continue;
        }
        // A parser that crashes is contained, and said; all else has to be a plain answer.
        stopped += json.error().kind == ReaderStopped;
        QVERIFY2((QList{NotPdfOrJson, NotText, NoRecord, SeveralRecords, Encrypted, Damaged, TooLarge, ReaderStopped}
                      .contains(json.error().kind)),
                 qPrintable(u"seed %1: %2"_s.arg(seed).arg(json.error().toText())));
        QVERIFY(!json.error().message.isEmpty());
    }
    qInfo("%d of 200 opened, %d stopped the reader", opened, stopped);
    QVERIFY(opened > 0);   // else the changes were too coarse to reach the parsing of attachments,
    QVERIFY(opened < 200); // or too fine to matter
    QVERIFY(stopped < 20);
}

void MutatedPdfTest::parsingSurvivesEach()
{
    const int wanted = qEnvironmentVariableIntValue("CLEARWAY_MUTATIONS");
    const int count = wanted > 0 ? wanted : usualMutations;
    const QList<int> fatal = fatalOnes(count, [this](int index) {
        return mutated(m_originals.at(index % m_originals.size()), 1'000'000U + static_cast<unsigned>(index));
    });
    // In the reader it would end as "stopped"; here it is to be looked at (and, if the parser's, reported
    // there).
    QVERIFY2(fatal.isEmpty(), qPrintable(u"killed the parser: "_s + inWords(fatal)));
}

void MutatedPdfTest::parsingSurvivesEveryCut()
{
    for (const QByteArray &original : std::as_const(m_originals)) {
        const QList<int> fatal = fatalOnes(static_cast<int>(original.size()) / cutEvery, [&original](int index) {
            return original.first(index * qsizetype(cutEvery));
        });
        QVERIFY2(fatal.isEmpty(), qPrintable(u"killed the parser: "_s + inWords(fatal)));
    }
}

QTEST_GUILESS_MAIN(MutatedPdfTest)
#include "mutated_pdf_test.moc"
