// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogues that cannot be read and places that cannot be written: a message that names them, status 4, nothing lost.
#include "programs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class CliStorage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void catalogues_data();
    void catalogues();
    void anotherCatalogue();
    void targets_data();
    void targets();
    void fullDisk();
    void readOnlyFolder();
    void fullStandardOutput_data();
    void fullStandardOutput();
    void pipesAreNotReplaced();
};

void CliStorage::catalogues_data()
{
    QTest::addColumn<QByteArray>("content"); // null: no file
    QTest::addColumn<QString>("message");
    const QByteArray whole = bytesOf(QStringLiteral(CLEARWAY_CATALOGUE));
    QVERIFY(whole.size() > 100'000);
    QByteArray newer = whole;
    newer.replace(60, 4, QByteArray("\0\0\0\x63", 4));
    QByteArray changed = whole;
    changed.replace(whole.size() / 2, 4096, QByteArray(4096, 'x'));
    QTest::newRow("missing") << QByteArray() << u"missing"_s;
    QTest::newRow("empty") << ""_ba << u"is damaged: it is empty"_s;
    QTest::newRow("text") << "catalogue: none\n"_ba << u"is no catalogue"_s;
    QTest::newRow("truncated") << whole.left(whole.size() / 2) << u"damaged"_s;
    QTest::newRow("only its head") << whole.left(100) << u""_s;
    QTest::newRow("newer") << newer << u"newer Clearway"_s;
    QTest::newRow("overwritten in the middle") << changed << u""_s;
}

void CliStorage::catalogues()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, message);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"catalogue.sqlite"_s);
    if (!content.isNull())
        QVERIFY(putBytes(path, content));
    // What only reads a part may not meet the damage; what verifies must.
    for (const QStringList &arguments : {QStringList{u"catalogue"_s, u"verify"_s}, QStringList{u"about"_s}}) {
        const Ran ran = cli(QStringList{u"--catalogue"_s, path} + arguments);
        if (message.isEmpty() && arguments.first() == "about"_L1) {
            QVERIFY(ran.status == 0 || ran.status == 4);
            continue;
        }
        QCOMPARE(ran.status, 4);
        QCOMPARE(ran.output, QByteArray());
        QVERIFY2(ran.errors.contains(path), qPrintable(ran.errors));
        QVERIFY2(ran.errors.contains(message), qPrintable(ran.errors));
    }
    QCOMPARE(bytesOf(path), content);
}

void CliStorage::anotherCatalogue()
{
    const QString own = QStringLiteral(CLEARWAY_CATALOGUE);
    const Ran plain = cli({u"about"_s});
    QCOMPARE(cli({u"about"_s, u"--catalogue"_s, own}).output, plain.output);
    QCOMPARE(cli({u"--catalogue="_s + own, u"about"_s}).output, plain.output);
    const Ran named = shell(u"CLEARWAY_CATALOGUE=/nonexistent/c.sqlite exec \"$cli\" about"_s);
    QCOMPARE(named.status, 4);
    QVERIFY2(named.errors.contains("/nonexistent/c.sqlite"_L1), qPrintable(named.errors));
}

void CliStorage::targets_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no such folder") << u"/nonexistent/a.pdf"_s;
    QTest::newRow("a folder") << QDir::tempPath();
    QTest::newRow("below a file") << QStringLiteral(CLEARWAY_CATALOGUE) + u"/a.pdf"_s;
    QTest::newRow("where nobody may write") << u"/proc/a.pdf"_s;
    QTest::newRow("a full device") << u"/dev/full"_s;
}

void CliStorage::targets()
{
    QFETCH(const QString, path);
    for (const QString &option : {u"--pdf"_s, u"--html"_s, u"--markdown"_s}) {
        const Ran ran = cli({u"assess"_s, sample(u"draft-to-japan"_s), option, path});
        QCOMPARE(ran.status, 4);
        QVERIFY2(ran.errors.startsWith(u"clearway-cli: "_s + path + u": cannot be written: "_s),
                 qPrintable(ran.errors));
        // The outcome is said all the same.
        QVERIFY(ran.output.startsWith("Outcome: permit-unlikely"));
    }
}

void CliStorage::fullDisk()
{
    const QTemporaryDir folder;
    const Ran ran =
        shellWithMounts(u"mount -t tmpfs -o size=40k none \"$1\" && printf kept > \"$1/a.pdf\" && "
                        "\"$cli\" assess \"$2\" --pdf \"$1/a.pdf\" >/dev/null; echo \"$?\"; cat \"$1/a.pdf\"; "
                        "echo; ls -A \"$1\""_s,
                        {folder.path(), sample(u"draft-to-japan"_s)});
    if (ran.status == noMounts)
        QSKIP("this machine allows no mounts");
    QCOMPARE(ran.output, "4\nkept\na.pdf\n"_ba);
    QVERIFY2(ran.errors.contains("a.pdf: cannot be written: No space left on device"_L1), qPrintable(ran.errors));
}

void CliStorage::readOnlyFolder()
{
    const QTemporaryDir folder;
    const Ran ran =
        shellWithMounts(u"mount -t tmpfs none \"$1\" && printf kept > \"$1/a.pdf\" && "
                        "mount -o remount,ro \"$1\" && \"$cli\" assess \"$2\" --pdf \"$1/a.pdf\" >/dev/null; "
                        "echo \"$?\"; cat \"$1/a.pdf\""_s,
                        {folder.path(), sample(u"draft-to-japan"_s)});
    if (ran.status == noMounts)
        QSKIP("this machine allows no mounts");
    QCOMPARE(ran.output, "4\nkept"_ba);
    QVERIFY2(ran.errors.contains("a.pdf: cannot be written: "_L1), qPrintable(ran.errors));
}

void CliStorage::fullStandardOutput_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("about") << u"\"$cli\" about >/dev/full"_s;
    QTest::newRow("entries") << u"\"$cli\" entries --json >/dev/full"_s;
    QTest::newRow("the document") << u"\"$cli\" assess \"$1\" --json >/dev/full"_s;
    QTest::newRow("a PDF") << u"\"$cli\" assess \"$1\" --pdf - >/dev/full"_s;
    QTest::newRow("closed") << u"\"$cli\" about >&-"_s;
}

void CliStorage::fullStandardOutput()
{
    QFETCH(const QString, line);
    const Ran ran = shell(line, {sample(u"draft-to-japan"_s)});
    QCOMPARE(ran.status, 4);
    QVERIFY2(ran.errors.contains("standard output cannot be written: "_L1), qPrintable(ran.errors));
}

void CliStorage::pipesAreNotReplaced()
{
    const QTemporaryDir folder;
    const Ran ran = shell(u"mkfifo \"$1/pipe\" && { cat \"$1/pipe\" & \"$cli\" assess \"$2\" --markdown \"$1/pipe\" "
                          ">/dev/null; wait; test -p \"$1/pipe\"; }"_s,
                          {folder.path(), sample(u"draft-to-japan"_s)});
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    QVERIFY(ran.output.startsWith("# "));
}

QTEST_GUILESS_MAIN(CliStorage)
#include "tst_cli_storage.moc"
