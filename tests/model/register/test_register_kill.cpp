// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registertesting.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace clearway::cases;
using namespace clearway::cases::testing;

/// A program killed at any moment loses no change that was acknowledged.
class TestRegisterKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void killed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cases.sqlite"_s);
        const SystemClock clock;
        QRandomGenerator random(20250601);
        int acknowledged = 0;
        QList<CaseId> ids;
        QMap<CaseId, int> answers;
        for (int round = 0; round < 25; ++round) {
            QProcess saver;
            saver.start(QStringLiteral(REGISTER_SAVER), {path});
            QVERIFY(saver.waitForStarted());
            // Half of them while the file is being made or opened, half in the midst of saving.
            if (round % 2 == 0) {
                QThread::msleep(random.bounded(30));
            } else {
                QVERIFY(saver.waitForReadyRead());
                QThread::usleep(random.bounded(100000));
            }
            saver.kill();
            QVERIFY(saver.waitForFinished());
            QVERIFY(saver.exitStatus() == QProcess::CrashExit);
            QCOMPARE(saver.readAllStandardError(), QByteArray());
            QList<QByteArray> lines = saver.readAllStandardOutput().split('\n');
            lines.removeLast(); // what follows the last line's end
            if (!lines.isEmpty()) {
                ids.append({QString::fromLatin1(lines.takeFirst())});
                answers.insert(ids.last(), int(lines.size()));
                acknowledged += int(lines.size());
            }
            auto cases = openRegister(path, clock);
            QVERIFY_RESULT(cases);
            for (const CaseId &id : std::as_const(ids)) {
                const auto loaded = (*cases)->load(id);
                QVERIFY_RESULT(loaded);
                // One more may be there: saved, but killed before it could say so.
                const int held = int(loaded->answers.size());
                QVERIFY2(held == answers[id] || held == answers[id] + 1,
                         qPrintable(u"%1 of %2 answers"_s.arg(held).arg(answers[id])));
                answers[id] = held;
            }
            const auto verification = (*cases)->verify();
            QVERIFY_RESULT(verification);
            QVERIFY2(verification->isClean(), qPrintable(problemsOf(*verification)));
        }
        QVERIFY2(acknowledged > 25, "the programs were killed before they saved anything worth the name");
    }
};

QTEST_GUILESS_MAIN(TestRegisterKill)
#include "test_register_kill.moc"
