// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/input.h"
#include "model/documents/pdf_attachments.h"

#include "pdf_builder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <seccomp.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

using namespace Qt::StringLiterals;
using namespace clearway::documents;
using namespace clearway::testing;

/// That what the reader says of its protections is so, and that it says when the kernel lacks one.
class ReaderSandboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesEverything();
    void eachLayerHoldsByItself_data();
    void eachLayerHoldsByItself();
    void theAttemptsWorkOutside();
    void goesOnWithoutALayer_data();
    void goesOnWithoutALayer();
    void readsNoMoreThanAllowed();
    void refusesOddRequests_data();
    void refusesOddRequests();
};

namespace {

struct Run {
    int status = -1;
    QByteArray output;
    QByteArray errorOutput;
};

/// Runs the reader on a kernel that seems not to know the given system calls.
Run runReader(const QStringList &arguments, const QByteArray &input, const QList<int> &unknownCalls = {})
{
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    for (const int call : unknownCalls)
        seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), call, 0);
    if (unknownCalls.contains(SCMP_SYS(seccomp))) // the older way to the same
        seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, 22));
    QProcess process;
    process.setProgram(QStringLiteral(CLEARWAY_READER));
    process.setArguments(arguments);
    if (!unknownCalls.isEmpty()) {
        process.setChildProcessModifier([&filter] {
            if (seccomp_load(filter.get()) != 0)
                ::_exit(99);
        });
    }
    process.start();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

struct Proof {
    QStringList inForce;
    QStringList missing;
    QStringList attempts;
    QStringList notRefused;
};

Proof prove(const QString &option)
{
    const Run run = runReader({option}, {});
    const QJsonObject said = QJsonDocument::fromJson(run.output).object();
    Proof proof;
    const QJsonObject sandbox = said["sandbox"_L1].toObject();
    for (const QJsonValue &each : sandbox["in_force"_L1].toArray())
        proof.inForce += each.toString();
    for (const QJsonValue &each : sandbox["missing"_L1].toArray())
        proof.missing += each.toString();
    for (const QJsonValue &each : said["attempts"_L1].toArray()) {
        const QString attempt = each["attempt"_L1].toString();
        proof.attempts += attempt;
        if (!each["refused"_L1].toBool())
            proof.notRefused += attempt;
    }
    return proof;
}

} // namespace

void ReaderSandboxTest::refusesEverything()
{
    const Proof proof = prove(u"--prove-sandbox"_s);
    QVERIFY(proof.attempts.size() >= 16);
    if (!proof.missing.isEmpty())
        QSKIP(qPrintable(u"not offered by this kernel: "_s + proof.missing.join(u"; "_s)));
    QCOMPARE(proof.inForce.size(), 3);
    QCOMPARE(proof.notRefused, QStringList());
}

void ReaderSandboxTest::eachLayerHoldsByItself_data()
{
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QStringList>("refused");
    const QStringList paths{
        u"create a file"_s, u"open a file for reading"_s, u"open a file beneath a folder that was open before"_s,
        u"list a folder"_s, u"make a folder"_s,           u"run a program"_s};
    QTest::newRow("landlock") << u"landlock"_s << paths;
    QTest::newRow("seccomp")
        << u"seccomp"_s << paths + QStringList{u"open an internet socket"_s, u"open a datagram socket"_s,
                                               u"open a local socket"_s,     u"connect a socket that was open before"_s,
                                               u"remove a file"_s,           u"start a process"_s,
                                               u"trace another process"_s,   u"signal another process"_s,
                                               u"change a limit"_s,          u"make memory that can be run"_s};
}

void ReaderSandboxTest::eachLayerHoldsByItself()
{
    QFETCH(QString, layer);
    QFETCH(QStringList, refused);
    const Proof proof = prove(u"--prove-sandbox="_s + layer);
    if (!proof.missing.isEmpty())
        QSKIP(qPrintable(u"not offered by this kernel: "_s + proof.missing.join(u"; "_s)));
    QCOMPARE(proof.inForce.size(), 1);
    for (const QString &attempt : std::as_const(refused)) {
        QVERIFY2(proof.attempts.contains(attempt), qPrintable(attempt));
        QVERIFY2(!proof.notRefused.contains(attempt), qPrintable(attempt));
    }
}

void ReaderSandboxTest::theAttemptsWorkOutside()
{
    // Else the proof would prove nothing. What this machine itself may forbid is left out.
    const Proof proof = prove(u"--prove-sandbox=none"_s);
    QCOMPARE(proof.inForce, QStringList());
    for (const QString &attempt :
         {u"open a local socket"_s, u"create a file"_s, u"open a file for reading"_s, u"list a folder"_s,
          u"make a folder"_s, u"start a process"_s, u"run a program"_s, u"signal another process"_s}) {
        QVERIFY2(proof.attempts.contains(attempt), qPrintable(attempt));
        QVERIFY2(proof.notRefused.contains(attempt), qPrintable(attempt));
    }
}

void ReaderSandboxTest::goesOnWithoutALayer_data()
{
    QTest::addColumn<QList<int>>("unknownCalls");
    QTest::addColumn<QString>("missing");
    QTest::addColumn<QString>("inForce");
    QTest::newRow("no Landlock") << QList<int>{SCMP_SYS(landlock_create_ruleset)} << u"landlock"_s << u"seccomp"_s;
    QTest::newRow("no seccomp") << QList<int>{SCMP_SYS(seccomp)} << u"seccomp"_s << u"limits"_s;
}

void ReaderSandboxTest::goesOnWithoutALayer()
{
    QFETCH(QList<int>, unknownCalls);
    QFETCH(QString, missing);
    QFETCH(QString, inForce);
    const QByteArray pdf =
        pdfWithNames(fileEntry("assessment.json", 4), {streamObject("/Type/EmbeddedFile", "{\"a\":1}")});

    const Run run = runReader({u"attachments"_s}, pdf, unknownCalls);
    QVERIFY(run.status != 99); // the filter could not be loaded
    QCOMPARE(run.status, 0);
    const auto parsed = protocol::parseAnswer(run.output);
    QVERIFY(parsed);
    const auto &answer = std::get<protocol::AttachmentsAnswer>(*parsed);
    QCOMPARE(answer.attachments.size(), 1);
    QVERIFY2(!answer.protections.missing.filter(missing).isEmpty(), run.output.constData());
    QVERIFY(!answer.protections.inForce.filter(inForce).isEmpty());
    QVERIFY(answer.protections.inForce.filter(missing).isEmpty());

    const Run strict = runReader({u"--require-sandbox"_s, u"attachments"_s}, pdf, unknownCalls);
    QCOMPARE(strict.status, 3);
    const auto refused = protocol::parseAnswer(strict.output);
    QVERIFY(refused);
    QCOMPARE(std::get<protocol::Refused>(*refused).refusal.kind, u"unprotected"_s);
}

void ReaderSandboxTest::readsNoMoreThanAllowed()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const QByteArray content(3'000'000, 'x');
    QCOMPARE(file.write(content), content.size());
    QVERIFY(file.flush());

    QCOMPARE(::lseek(file.handle(), 0, SEEK_SET), 0);
    const auto all = clearway::reader::readWhole(file.handle(), content.size());
    QVERIFY(all);
    QVERIFY(*all == content);
    QCOMPARE(::lseek(file.handle(), 0, SEEK_SET), 0);
    const auto refused = clearway::reader::readWhole(file.handle(), content.size() - 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, u"too-large"_s);
    const auto closed = clearway::reader::readWhole(-1, 10);
    QVERIFY(!closed);
    QCOMPARE(closed.error().kind, u"cannot-read"_s);
}

void ReaderSandboxTest::refusesOddRequests_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("none") << QStringList{};
    QTest::newRow("unknown") << QStringList{u"pages"_s};
    QTest::newRow("twice") << QStringList{u"attachments"_s, u"attachments"_s};
    QTest::newRow("a name is missing") << QStringList{u"attachments"_s, u"--only"_s};
    QTest::newRow("a file") << QStringList{u"attachments"_s, u"/etc/passwd"_s};
    QTest::newRow("unknown layer") << QStringList{u"--prove-sandbox=moat"_s};
    QTest::newRow("both") << QStringList{u"attachments"_s, u"--prove-sandbox"_s};
}

void ReaderSandboxTest::refusesOddRequests()
{
    QFETCH(QStringList, arguments);
    const Run run = runReader(arguments, {});
    QCOMPARE(run.status, 2);
    QVERIFY(run.output.isEmpty());
    QVERIFY(run.errorOutput.startsWith("usage: clearway-reader"));
}

QTEST_GUILESS_MAIN(ReaderSandboxTest)
#include "reader_sandbox_test.moc"
