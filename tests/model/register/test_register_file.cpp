// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/register/sqlite/migration.h"
#include "model/register/sqlite/sqlscript.h"
#include "model/register/sqlite/statement.h"
#include "model/register/sqlite/transaction.h"

#include "registertesting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QThread>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <functional>

using namespace Qt::StringLiterals;
using namespace clearway::cases;
using namespace clearway::cases::testing;

/// The file itself: how it is made, what is refused, what a full disk and a second writer do.
class TestRegisterFile : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    TickingClock m_clock;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(u"r%1.sqlite"_s.arg(++m_files)); }
    Result<std::unique_ptr<Register>> open(const QString &path, const RegisterOptions &options = {.who = u"tester"_s})
    {
        return openRegister(path, m_clock, options);
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static void clean(const Register &cases)
    {
        const auto verification = cases.verify();
        QVERIFY_RESULT(verification);
        QVERIFY2(verification->isClean(), qPrintable(problemsOf(*verification)));
    }
    /// Saves until the disk refuses; then nothing acknowledged may be missing.
    void saveUntilRefused(const QString &path, const std::function<void()> &makeRoom)
    {
        auto cases = open(path);
        QVERIFY_RESULT(cases);
        const auto created = (*cases)->createCase(sampleCase(u"x"_s));
        QVERIFY_RESULT(created);
        const CaseId id = created->summary.id;
        int acknowledged = 0;
        std::optional<RegisterError> error;
        for (; acknowledged < 5000 && !error; ++acknowledged) {
            SavedAnswer big = answer(u"fact%1"_s.arg(acknowledged), true);
            big.note = QString(5000, u'n');
            if (const auto saved = (*cases)->saveAnswer(id, big); !saved)
                error = saved.error();
        }
        --acknowledged;
        QVERIFY(error);
        QVERIFY2(error->kind == RegisterError::Kind::DiskFull || error->kind == RegisterError::Kind::CannotWrite,
                 qPrintable(error->detail));
        QVERIFY(acknowledged > 3);
        QCOMPARE((*cases)->load(id)->answers.size(), acknowledged);
        makeRoom();
        QVERIFY_RESULT((*cases)->rename(id, u"there is room again"_s));
        cases->reset();
        cases = open(path);
        QVERIFY_RESULT(cases);
        QCOMPARE((*cases)->load(id)->answers.size(), acknowledged);
        clean(**cases);
    }

private Q_SLOTS:
    void cleanupTestCase() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void madeForTheOwnerAlone()
    {
        const QString path = m_folder.filePath(u"new/deeper/100% #1?.sqlite"_s);
        const mode_t mask = umask(0);
        {
            const auto cases = open(path);
            umask(mask);
            QVERIFY_RESULT(cases);
            QVERIFY(!(*cases)->isReadOnly());
            QCOMPARE((*cases)->place(), path);
            QVERIFY_RESULT((*cases)->createCase(sampleCase(u"x"_s)));
            const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                                | QFile::WriteOther | QFile::ExeOther;
            for (const QString &each :
                 {path, QString(path + "-wal"_L1), QFileInfo(path).absolutePath(), m_folder.filePath(u"new"_s)})
                QVERIFY2(QFileInfo::exists(each) && !(QFile::permissions(each) & others), qPrintable(each));
        }
        QCOMPARE(QDir(QFileInfo(path).absolutePath()).entryList(QDir::Files), QStringList{u"100% #1?.sqlite"_s});
        // It says of itself what it is: bytes 68 to 71 of an SQLite file.
        QCOMPARE(contentOf(path).sliced(68, 4), QByteArray("CWrg"));
    }

    void durability()
    {
        const QString path = newPath();
        const auto cases = open(path);
        sqlite::Connection second;
        QVERIFY_RESULT(second.open(path, sqlite::Connection::Access::ReadWrite, 0));
        sqlite::Statement journal(second, u"PRAGMA journal_mode"_s);
        QVERIFY(journal.next().value());
        QCOMPARE(journal.text(0), u"wal"_s);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("kinds");
        using Kind = RegisterError::Kind;
        const QString path = m_folder.filePath(u"whole.sqlite"_s);
        {
            auto cases = openRegister(path, m_clock);
            (void)fill(**cases);
        }
        const QByteArray whole = contentOf(path);
        QVERIFY(whole.size() > 8192);
        QByteArray newer = whole;
        newer[63] = char(newer[63] + 1); // user_version
        QByteArray other = whole;
        other.replace(68, 4, "GPKG");
        QByteArray unversioned = whole;
        unversioned.replace(60, 4, QByteArray(4, '\0'));
        QTest::newRow("newer") << newer << QList<int>{int(Kind::TooNew)};
        QTest::newRow("another program's") << other << QList<int>{int(Kind::NotARegister)};
        QTest::newRow("no version") << unversioned << QList<int>{int(Kind::Damaged)};
        QTest::newRow("a letter") << QByteArray("Dear editor,\n") << QList<int>{int(Kind::NotARegister)};
        QTest::newRow("garbage") << QByteArray(10000, '\xa5') << QList<int>{int(Kind::NotARegister)};
        QTest::newRow("cut in the header") << whole.left(50) << QList<int>{int(Kind::NotARegister), int(Kind::Damaged)};
        QTest::newRow("cut in the first page")
            << whole.left(1000) << QList<int>{int(Kind::NotARegister), int(Kind::Damaged)};
        QTest::newRow("cut after the first page")
            << whole.left(4096) << QList<int>{int(Kind::NotARegister), int(Kind::Damaged)};
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, kinds);
        for (const bool readOnly : {false, true}) {
            const QString path = newPath();
            write(path, bytes);
            const auto cases = open(path, {.readOnly = readOnly});
            QVERIFY(!cases);
            QVERIFY2(kinds.contains(int(cases.error().kind)),
                     qPrintable(cases.error().toText() + cases.error().detail));
            QVERIFY(cases.error().toText().contains(QFileInfo(path).fileName()));
            QCOMPARE(contentOf(path), bytes);
        }
    }

    void truncated()
    {
        // Cut further back it may open, but what is missing is an error and nothing is written over it.
        const QString path = newPath();
        {
            auto cases = open(path);
            QVERIFY_RESULT(fill(**cases));
        }
        const QByteArray whole = contentOf(path);
        for (const qsizetype size : {whole.size() / 4, whole.size() / 2, whole.size() - 4096}) {
            write(path, whole.left(size));
            const auto cases = open(path, {.readOnly = true});
            if (cases) {
                const auto verification = (*cases)->verify();
                QVERIFY(!verification || !verification->isClean());
            }
            QCOMPARE(contentOf(path), whole.left(size));
        }
    }

    void emptyFile()
    {
        const QString path = newPath();
        write(path, {});
        {
            const auto cases = open(path);
            QVERIFY_RESULT(cases); // killed while it was first made: nothing was in it
        }
        const QString lost = newPath();
        write(lost, {});
        write(lost + "-wal"_L1, "changes");
        QVERIFY_ERROR(open(lost), Damaged);
        QCOMPARE(contentOf(lost + "-wal"_L1), QByteArray("changes"));
    }

    void notThere()
    {
        QVERIFY_ERROR(open(m_folder.filePath(u"none.sqlite"_s), {.readOnly = true}), CannotOpen);
        QVERIFY(!QFile::exists(m_folder.filePath(u"none.sqlite"_s)));
        QVERIFY_ERROR(open(m_folder.path()), CannotOpen);
        const QString file = newPath();
        write(file, "x");
        QVERIFY_ERROR(open(file + "/cases.sqlite"_L1), CannotOpen);
    }

    void openedForReading()
    {
        const QString path = newPath();
        CaseId id;
        {
            auto cases = open(path);
            id = fill(**cases).value();
        }
        const QByteArray before = contentOf(path);
        {
            const auto cases = open(path, {.readOnly = true});
            QVERIFY_RESULT(cases);
            QVERIFY((*cases)->isReadOnly());
            QVERIFY_RESULT((*cases)->load(id));
            QVERIFY_ERROR((*cases)->saveAnswer(id, answer(u"f"_s, true)), ReadOnly);
            QVERIFY_ERROR((*cases)->createCase({}), ReadOnly);
            QVERIFY_ERROR((*cases)->importDocument(documentOf(u"CW-2222-2222"_s, 1, u"x"_s), {}, {}, {}), ReadOnly);
            QVERIFY_ERROR((*cases)->setSetting(u"a"_s, u"b"_s), ReadOnly);
            QVERIFY_ERROR((*cases)->archiveCatalogue(u"a"_s, u"b"_s, "c"), ReadOnly);
            clean(**cases);
        }
        QCOMPARE(contentOf(path), before);
    }

    void folderWithoutRights()
    {
        QTemporaryDir folder(QDir::tempPath() + u"/clearway-readonly-XXXXXX"_s);
        const QString path = folder.filePath(u"cases.sqlite"_s);
        CaseId id;
        {
            auto cases = open(path);
            id = fill(**cases).value();
        }
        // Rights mean nothing to the superuser, so this is done as nobody.
        QVERIFY(chmod(qPrintable(path), 0444) == 0);
        QVERIFY(chmod(qPrintable(folder.path()), 0555) == 0);
        const bool isRoot = geteuid() == 0;
        const auto back = qScopeGuard([&] {
            if (isRoot)
                QVERIFY(setresuid(0, 0, 0) == 0);
            QVERIFY(chmod(qPrintable(folder.path()), 0755) == 0);
        });
        if (isRoot && setresuid(65534, 65534, 0) != 0)
            QSKIP("cannot become another user");
        if (access(qPrintable(path), W_OK) == 0)
            QSKIP("this file system lets everybody write");
        {
            const auto cases = open(path);
            QVERIFY_RESULT(cases);
            QVERIFY((*cases)->isReadOnly());
            QVERIFY_RESULT((*cases)->load(id));
            QVERIFY_ERROR((*cases)->rename(id, u"x"_s), ReadOnly);
            clean(**cases);
        }
        QVERIFY_ERROR(open(folder.filePath(u"new.sqlite"_s)), CannotOpen);
        QVERIFY_ERROR(open(folder.filePath(u"sub/new.sqlite"_s)), CannotOpen);
    }

    void twoWriters()
    {
        const QString path = newPath();
        auto one = open(path, {.who = u"one"_s, .busyTimeout = 50});
        auto two = open(path, {.who = u"two"_s, .busyTimeout = 50});
        QVERIFY_RESULT(one);
        QVERIFY_RESULT(two);
        const CaseId id = (*one)->createCase(sampleCase(u"x"_s))->summary.id;
        for (int i = 0; i < 10; ++i) {
            QVERIFY_RESULT((*one)->saveAnswer(id, answer(u"one%1"_s.arg(i), true)));
            QVERIFY_RESULT((*two)->saveAnswer(id, answer(u"two%1"_s.arg(i), true)));
        }
        QCOMPARE((*one)->load(id)->answers.size(), 20);
        // A third program holds the lock.
        sqlite::Connection third;
        QVERIFY_RESULT(third.open(path, sqlite::Connection::Access::ReadWrite, 0));
        {
            sqlite::Transaction work(third);
            QVERIFY_RESULT(work.begin(sqlite::Transaction::Purpose::Write));
            QVERIFY_ERROR((*one)->rename(id, u"y"_s), Busy);
            QVERIFY_RESULT((*one)->load(id)); // looking is never in the way
        }
        QVERIFY_RESULT((*one)->rename(id, u"y"_s));
        clean(**two);
    }

    void manyThreads()
    {
        const QString path = newPath();
        CaseId id;
        {
            auto cases = open(path);
            id = (*cases)->createCase(sampleCase(u"x"_s))->summary.id;
        }
        std::atomic<int> failures = 0;
        QList<QThread *> threads;
        for (int number = 0; number < 4; ++number) {
            threads << QThread::create([&, number] {
                const SystemClock clock;
                auto cases = openRegister(path, clock, {.who = u"t%1"_s.arg(number), .busyTimeout = 60000});
                for (int i = 0; i < 20; ++i)
                    failures += !cases || !(*cases)->saveAnswer(id, answer(u"f%1.%2"_s.arg(number).arg(i), true));
            });
            threads.last()->start();
        }
        for (QThread *thread : std::as_const(threads)) {
            QVERIFY(thread->wait());
            delete thread;
        }
        QCOMPARE(failures.load(), 0);
        const auto cases = open(path);
        QCOMPARE((*cases)->load(id)->answers.size(), 80);
        clean(**cases);
    }

    void limitedFileSize()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        const QString path = newPath();
        rlimit before{};
        QVERIFY(getrlimit(RLIMIT_FSIZE, &before) == 0);
        const auto back = qScopeGuard([&] { setrlimit(RLIMIT_FSIZE, &before); });
        const rlimit small{400 * 1024, before.rlim_max};
        QVERIFY(setrlimit(RLIMIT_FSIZE, &small) == 0);
        saveUntilRefused(path, [&] { QVERIFY(setrlimit(RLIMIT_FSIZE, &before) == 0); });
    }

    void fullDisk()
    {
        const QString disk = m_folder.filePath(u"disk"_s);
        QVERIFY(QDir().mkdir(disk));
        if (mount("tmpfs", qPrintable(disk), "tmpfs", 0, "size=600k") != 0)
            QSKIP("mounting a small disk needs more rights");
        const auto back = qScopeGuard([&] { QVERIFY(umount(qPrintable(disk)) == 0); });
        saveUntilRefused(disk + "/cases.sqlite"_L1,
                         [&] { QVERIFY(mount("tmpfs", qPrintable(disk), "tmpfs", MS_REMOUNT, "size=8m") == 0); });
    }

    /// A register as version 1 wrote it, opened by this version.
    void earlierVersions_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("version 1") << u"cases-v1"_s;
    }
    void earlierVersions()
    {
        QFETCH(QString, name);
        const QString data = QStringLiteral(CLEARWAY_TEST_DATA) + u"/register/"_s + name;
        const QString path = newPath();
        write(path, {});
        {
            sqlite::Connection connection;
            QVERIFY_RESULT(connection.open(path, sqlite::Connection::Access::ReadWrite, 0));
            const QStringList statements = sqlite::statementsOf(QString::fromUtf8(contentOf(data + ".sql"_L1)));
            QVERIFY(statements.size() > 30);
            for (const QString &statement : statements)
                QVERIFY_RESULT(sqlite::runOnce(connection, statement));
        }
        const auto cases = open(path);
        QVERIFY_RESULT(cases);
        clean(**cases);
        QJsonArray found;
        const CasePage page = (*cases)->list().value();
        for (const CaseSummary &summary : page.cases) {
            const CaseContent content = (*cases)->load(summary.id).value();
            found.append(QJsonObject{{u"reference"_s, summary.reference},
                                     {u"title"_s, summary.title},
                                     {u"outcome"_s, summary.outcome},
                                     {u"revision"_s, summary.revision},
                                     {u"finished"_s, summary.state == clearway::assessment::State::Finished},
                                     {u"revisions"_s, (*cases)->revisions(summary.id)->size()},
                                     {u"late_changes"_s, (*cases)->load(summary.id, 0)->lateChanges.size()},
                                     {u"changes"_s, (*cases)->audit(summary.id)->size()},
                                     {u"answers"_s, content.answersJson()}});
        }
        const QJsonDocument expected = QJsonDocument::fromJson(contentOf(data + ".expected.json"_L1));
        QVERIFY2(found == expected.array(), QJsonDocument(found).toJson().constData());
        QCOMPARE((*cases)->archivedCatalogue(u"c0ffee"_s)->size(), 950);
    }
};

QTEST_GUILESS_MAIN(TestRegisterFile)
#include "test_register_file.moc"
