// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/reader_process.h"

#include "model/documents/pdf_attachments.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace clearway::documents;
using enum DocumentError::Kind;

/// Readers that misbehave, as shell scripts in place of the real one.
class ReaderProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesBytesBothWays();
    void killsOneThatHangs_data();
    void killsOneThatHangs();
    void stopsWhenAsked();
    void stopsBeforeStarting();
    void boundsTheOutput();
    void saysWhatStopped_data();
    void saysWhatStopped();
    void saysThatItIsMissing_data();
    void saysThatItIsMissing();
    void mistrustsAnswers();
    void keepsTheEnvironmentToItself();
    void findsTheReader();

private:
    QString script(const QByteArray &lines);
    QString pathOf(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    int m_scripts = 0;
};

QString ReaderProcessTest::script(const QByteArray &lines)
{
    const QString path = pathOf(u"reader-%1"_s.arg(++m_scripts));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + lines + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void ReaderProcessTest::passesBytesBothWays()
{
    QByteArray input;
    for (int i = 0; i < 3'000'000; ++i)
        input += static_cast<char>(i * 7 + i / 251);
    // cat answers while the input still comes: neither side may wait for the other forever
    const auto output = ReaderProcess(script("exec cat")).ask({}, input);
    QVERIFY(output);
    QVERIFY(*output == input);
}

void ReaderProcessTest::killsOneThatHangs_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("silent") << QByteArray("exec sleep 600");
    QTest::newRow("reads, then silent") << QByteArray("cat >/dev/null; exec sleep 600");
    QTest::newRow("half an answer") << QByteArray("printf '{\"format\":'; exec sleep 600");
    QTest::newRow("deaf to requests to end") << QByteArray("trap '' TERM INT HUP; while :; do sleep 1; done");
}

void ReaderProcessTest::killsOneThatHangs()
{
    QFETCH(QByteArray, body);
    const QString note = pathOf(u"pid"_s);
    QFile::remove(note);
    ReaderProcess reader(script("echo $$ >" + note.toUtf8() + "\n" + body));
    reader.setTimeout(2s);
    const auto output = reader.ask({u"attachments"_s}, QByteArray(5'000'000, 'x'));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, TimedOut);
    QVERIFY(!output.error().message.isEmpty());

    QFile file(note);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto pid = static_cast<pid_t>(file.readAll().trimmed().toLong());
    QVERIFY(pid > 1);
    QCOMPARE(::kill(pid, 0), -1);
    QCOMPARE(errno, ESRCH);
}

void ReaderProcessTest::stopsWhenAsked()
{
    std::stop_source source;
    ReaderProcess reader(script("exec sleep 600"));
    reader.setTimeout(10min); // only the request can end it
    const std::jthread canceller([&source] {
        std::this_thread::sleep_for(200ms);
        source.request_stop();
    });
    const auto output = reader.ask({}, "x", source.get_token());
    QVERIFY(!output);
    QCOMPARE(output.error().kind, Cancelled);
}

void ReaderProcessTest::stopsBeforeStarting()
{
    std::stop_source source;
    source.request_stop();
    const auto output =
        ReaderProcess(script("touch " + pathOf(u"started"_s).toUtf8())).ask({}, "x", source.get_token());
    QVERIFY(!output);
    QCOMPARE(output.error().kind, Cancelled);
    QVERIFY(!QFile::exists(pathOf(u"started"_s)));
}

void ReaderProcessTest::boundsTheOutput()
{
    ReaderProcess reader(script("exec cat /dev/zero"));
    reader.setOutputLimit(2'000'000);
    const auto output = reader.ask({}, "x");
    QVERIFY(!output);
    QCOMPARE(output.error().kind, TooLarge);

    // Standard error is not an answer: however much there is, only its beginning is kept.
    const auto chatty = ReaderProcess(script("head -c 3000000 /dev/zero | tr '\\0' e >&2")).ask({}, "x");
    QVERIFY(!chatty);
    QCOMPARE(chatty.error().kind, ReaderStopped);
    QVERIFY(chatty.error().detail.contains(u"eeee"_s));
    QVERIFY(chatty.error().detail.size() < 5000);
}

void ReaderProcessTest::saysWhatStopped_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("crash") << QByteArray("kill -SEGV $$") << u"signal 11"_s;
    QTest::newRow("exit without a word") << QByteArray("exit 7") << u"exit status 7"_s;
    QTest::newRow("exit with a reason") << QByteArray("echo 'no such library' >&2; exit 127") << u"no such library"_s;
}

void ReaderProcessTest::saysWhatStopped()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto output = ReaderProcess(script(body)).ask({}, QByteArray(1'000'000, 'x'));
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ReaderStopped);
    QVERIFY2(output.error().detail.contains(detail), qPrintable(output.error().detail));
}

void ReaderProcessTest::saysThatItIsMissing_data()
{
    QTest::addColumn<QString>("program");
    const QString plain = pathOf(u"plain"_s);
    QFile file(plain);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTest::newRow("absent") << pathOf(u"absent"_s);
    QTest::newRow("not a program") << plain;
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("no name") << QString();
}

void ReaderProcessTest::saysThatItIsMissing()
{
    QFETCH(QString, program);
    const auto output = ReaderProcess(program).ask({}, "x");
    QVERIFY(!output);
    QCOMPARE(output.error().kind, ReaderMissing);
    QVERIFY2(output.error().toText().contains(program), qPrintable(output.error().toText()));
}

void ReaderProcessTest::mistrustsAnswers()
{
    for (const QByteArray &answer :
         {QByteArray("echo hello"), QByteArray("echo '{}'"),
          QByteArray("echo '{\"format\":\"clearway.reader/1\",\"attachments\":"
                     "[{\"name\":\"assessment.json\",\"size\":2,\"sha256\":\"00\"}]}'; echo {}")}) {
        const auto attachments = attachmentsOf("%PDF-1.6\n", ReaderProcess(script(answer)));
        QVERIFY(!attachments);
        QCOMPARE(attachments.error().kind, ReaderStopped);
    }
}

void ReaderProcessTest::keepsTheEnvironmentToItself()
{
    qputenv("PGPASSWORD", "hunter2");
    const auto output = ReaderProcess(script("env; pwd")).ask({}, {});
    qunsetenv("PGPASSWORD");
    QVERIFY(output);
    QVERIFY(!output->contains("hunter2"));
    QVERIFY(!output->contains("HOME="));
    QVERIFY(output->endsWith("\n/\n"));
}

void ReaderProcessTest::findsTheReader()
{
    const QDir folder(m_folder.path());
    QVERIFY(folder.mkpath(u"bin"_s));
    QVERIFY(folder.mkpath(u"bin/reader"_s));
    QVERIFY(folder.mkpath(u"libexec/clearway"_s));
    const QString bin = pathOf(u"bin"_s);
    const QString name = u"clearway-reader"_s;
    QCOMPARE(readerPathBeside(bin), bin + u"/"_s + name); // none yet: the error will name this one

    const QStringList byRank{bin + u"/"_s + name, pathOf(u"libexec/clearway/"_s) + name, bin + u"/reader/"_s + name};
    for (auto path = byRank.crbegin(); path != byRank.crend(); ++path) {
        QVERIFY(QFile::copy(script("exit 0"), *path));
        QCOMPARE(readerPathBeside(bin), *path);
    }
}

QTEST_GUILESS_MAIN(ReaderProcessTest)
#include "reader_process_test.moc"
