// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The programs are not linked with anything that talks to a network, and name no function that opens a connection.
#include "programs.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

class NoNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linkedLibraries_data();
    void linkedLibraries();
    void calledFunctions_data() { linkedLibraries_data(); }
    void calledFunctions();
};

void NoNetwork::linkedLibraries_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("clearway-cli") << QStringLiteral(CLEARWAY_CLI);
    QTest::newRow("clearway-reader") << QStringLiteral(CLEARWAY_READER);
#ifdef CLEARWAY_WINDOW
    QTest::newRow("clearway") << QStringLiteral(CLEARWAY_WINDOW);
#endif
}

void NoNetwork::linkedLibraries()
{
    QFETCH(const QString, program);
    if (QStandardPaths::findExecutable(u"readelf"_s).isEmpty())
        QSKIP("readelf is not here");
    const Ran ran = runProgram(u"readelf"_s, {u"--dynamic"_s, program});
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.output.contains("libQt6Core"), "nothing could be read from the program");
    for (const QByteArray &library : {"libQt6Network"_ba, "libQt6WebSockets"_ba, "libQt6WebEngine"_ba, "libcurl"_ba})
        QVERIFY2(!ran.output.contains(library), library.constData());
}

void NoNetwork::calledFunctions()
{
    QFETCH(const QString, program);
    if (QStandardPaths::findExecutable(u"readelf"_s).isEmpty())
        QSKIP("readelf is not here");
    const Ran ran = runProgram(u"readelf"_s, {u"--dyn-syms"_s, u"--wide"_s, program});
    QCOMPARE(ran.status, 0);
    QString symbols = QString::fromUtf8(ran.output);
    // The reader proves its sandbox by trying what must be refused; reader_sandbox_test sees that it is.
    if (program.endsWith("clearway-reader"_L1))
        symbols.remove(QRegularExpression(u" UND connect(@\\S+)?"_s));
    // Only what the program itself asks for; libraries that could, are not told to.
    static const QRegularExpression function(
        u" UND (connect|getaddrinfo|gethostbyname|sendto|bind|listen|accept4?)(@\\S+)?(\\s|$)"_s,
        QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = function.match(symbols);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured(0)));
    QVERIFY(symbols.contains(" UND "_L1));
}

QTEST_GUILESS_MAIN(NoNetwork)
#include "tst_no_network.moc"
