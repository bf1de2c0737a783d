// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/assess.h"
#include "ui/recordfiles.h"

#include "windowfixture.h"

#include <QDropEvent>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QMimeData>
#include <QProcess>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;

class FilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anOpenedPdfIsTheSameAssessment();
    void aDuplicateIsSaid();
    void aChangedRecordIsSaid();
    void whatIsNoRecordIsSaid_data();
    void whatIsNoRecordIsSaid();
    void theProgramSaysWhatIsMissing_data();
    void theProgramSaysWhatIsMissing();
    void aReadOnlyHomeIsSaid();
    void theProgramDrawsEachPage_data();
    void theProgramDrawsEachPage();

private:
    static assessment::Assessment finished(WindowFixture &at);
    static QStringList notices(WindowFixture &at);
    struct Ran {
        int status = -1;
        QString errors;
    };
    static Ran run(const QStringList &arguments, const QProcessEnvironment &environment);
};

void FilesTest::initTestCase()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
}

// A finished assessment as another computer would send it: not in this register.
assessment::Assessment FilesTest::finished(WindowFixture &at)
{
    reasoning::Answers answers = reasoning::Answers::single(QDate(2024, 10, 1));
    const auto pick = [&](const QString &fact, const QString &holder, const QStringList &ids) {
        answers.set(reasoning::FactKey{fact, holder}, language::Picked{ids});
    };
    pick(u"activity.kind"_s, u"a1"_s, {u"send_draft"_s});
    pick(u"activity.place"_s, u"a1"_s, {u"australia"_s});
    pick(u"activity.audience"_s, u"a1"_s, {u"invited"_s});
    pick(u"activity.draft"_s, u"a1"_s, {u"begun"_s, u"furthers"_s, u"meant"_s});
    pick(u"activity.medium"_s, u"a1"_s, {u"file"_s});
    pick(u"item.kind"_s, u"i1"_s, {u"know_how"_s});
    pick(u"item.public"_s, u"i1"_s, {u"no"_s});
    pick(u"item.origin"_s, u"i1"_s, {u"given"_s});
    pick(u"item.military"_s, u"i1"_s, {u"no"_s});
    pick(u"item.unpublished_extras"_s, u"i1"_s, {u"only_published"_s});
    for (const QString &fact : {u"case.wmd"_s, u"case.military_use"_s, u"case.sanctions"_s, u"case.notice"_s})
        pick(fact, {}, {u"no"_s});
    answers.set(reasoning::FactKey{u"recipient.place"_s, u"r1"_s}, language::Country{u"JP"_s});
    assessment::AssessOptions options;
    options.now = at.clock().now;
    options.reference = u"CW-7F3K-29QD"_s;
    options.title = u"Draft to Kyoto"_s;
    options.madeBy = u"Clearway test"_s;
    return assessment::assess(at.rules(), answers, options);
}

QStringList FilesTest::notices(WindowFixture &at)
{
    QStringList texts;
    for (auto *panel : at.window().findChildren<QWidget *>(u"notice"_s))
        if (panel->isVisible())
            for (auto *label : panel->findChildren<QLabel *>())
                texts << label->text();
    return texts;
}

static QString write(WindowFixture &at, const assessment::Assessment &record, ui::RecordFormat format)
{
    const auto bytes = ui::renderRecord(format, record, at.rules(), {});
    const QString path = at.folder() + u"/record"_s + ui::suffixOf(format);
    if (!bytes || !ui::writeFile(path, *bytes))
        return {};
    return path;
}

void FilesTest::anOpenedPdfIsTheSameAssessment()
{
    WindowFixture at;
    const assessment::Assessment record = finished(at);
    QCOMPARE(record.state, assessment::State::Finished);
    const QString path = write(at, record, ui::RecordFormat::Pdf);
    QVERIFY(!path.isEmpty());
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    // Dropped on the window, as a person would.
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&at.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&at.window(), &drop);
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() == 1, 60000);
    QVERIFY(at.window().session()->isOpen());
    QVERIFY(at.window().session()->isFinished());
    QCOMPARE(at.window().session()->reference(), record.reference);
    QVERIFY(at.window().session()->answers() == record.answers);
    QCOMPARE(at.find<QLabel>(u"outcome"_s)->text(), u"A permit is unlikely to be required"_s);
    QCOMPARE(at.cases().count().value_or(-1), 1);
}

void FilesTest::aDuplicateIsSaid()
{
    WindowFixture at;
    const QString path = write(at, finished(at), ui::RecordFormat::Json);
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    at.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() == 1, 60000);
    at.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() == 2, 60000);
    QVERIFY2(notices(at).join(u' ').contains(u"here already"_s), qPrintable(notices(at).join(u'|')));
    QCOMPARE(at.cases().count().value_or(-1), 1);
}

void FilesTest::aChangedRecordIsSaid()
{
    WindowFixture at;
    const QString path = write(at, finished(at), ui::RecordFormat::Json);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("Draft to Kyoto"));
    bytes.replace("Draft to Kyoto", "Draft to Lyon ");
    file.seek(0);
    file.write(bytes);
    file.close();
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    at.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() == 1, 60000);
    QVERIFY2(notices(at).join(u' ').contains(u"changed after it was made"_s), qPrintable(notices(at).join(u'|')));
    QCOMPARE(at.cases().count().value_or(-1), 0);
}

void FilesTest::whatIsNoRecordIsSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("other JSON") << QByteArray("{\"format\": \"something\"}");
    QTest::newRow("brackets") << QByteArray(100000, '[');
    QTest::newRow("cut off") << QByteArray("%PDF-1.6\n1 0 obj\n<<");
}

void FilesTest::whatIsNoRecordIsSaid()
{
    QFETCH(QByteArray, bytes);
    WindowFixture at;
    const QString path = at.folder() + u"/thing"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    at.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(at.find<QLabel>(u"casesMessage"_s), 60000);
    QVERIFY(at.find<QLabel>(u"casesMessage"_s)->text().startsWith(u"Not done"_s));
    QVERIFY2(at.find<QLabel>(u"casesMessage"_s)->text().contains(path),
             qPrintable(at.find<QLabel>(u"casesMessage"_s)->text()));
}

FilesTest::Ran FilesTest::run(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CLEARWAY_PROGRAMS "/clearway"), arguments);
    Ran ran;
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished();
        return ran;
    }
    ran.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    ran.errors = QString::fromUtf8(process.readAllStandardError());
    return ran;
}

static QProcessEnvironment offscreen(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    return environment;
}

void FilesTest::theProgramSaysWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("catalogue"); // empty: there is none
    QTest::addColumn<QString>("said");
    QTest::newRow("missing") << QByteArray() << u"missing"_s;
    QTest::newRow("truncated") << QByteArray("SQLite format 3\0cut", 19) << u"cannot be read"_s;
    QTest::newRow("something else") << QByteArray("hello") << u"cannot be read"_s;
}

void FilesTest::theProgramSaysWhatIsMissing()
{
    QFETCH(QByteArray, catalogue);
    QFETCH(QString, said);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"catalogue.sqlite"_s);
    if (!catalogue.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(catalogue);
    }
    const QString picture = folder.filePath(u"window.png"_s);
    const Ran ran = run({u"--catalogue"_s, path, u"--screenshot"_s, picture}, offscreen(folder.path()));
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.errors.contains(said), qPrintable(ran.errors));
    QVERIFY2(ran.errors.contains(path), qPrintable(ran.errors));
    QVERIFY(QFile::exists(picture)); // a window stood there and said it
}

void FilesTest::aReadOnlyHomeIsSaid()
{
    // Root may write anywhere; a folder below a file is a place that nobody can make.
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const QString impossible = folder.filePath(u"file/register.sqlite"_s);
    const QString script = folder.filePath(u"script"_s);
    QFile lines(script);
    QVERIFY(lines.open(QIODevice::WriteOnly));
    lines.write(
        "{\"begin\": {\"title\": \"t\", \"on\": \"2024-10-01\", \"activity\": \"publish\", \"item\": \"know_how\"}}\n"
        "{\"fact\": \"item.public\", \"holder\": \"i1\", \"value\": \"no\"}\n");
    lines.close();
    QProcess process;
    process.setProcessEnvironment(offscreen(folder.path()));
    process.start(QStringLiteral(CLEARWAY_PROGRAMS "/clearway"),
                  {u"--register"_s, impossible, u"--answer-script"_s, script});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), QByteArray("1\n2\n")); // the work goes on
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.contains("Nothing will be kept"), errors.constData());
    QVERIFY2(errors.contains("file/register.sqlite"), errors.constData());
}

void FilesTest::theProgramDrawsEachPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("theme");
    for (const char *page : {"start", "interview", "list", "result", "cases"})
        for (const char *theme : {"light", "dark"})
            QTest::addRow("%s %s", page, theme) << QString::fromLatin1(page) << QString::fromLatin1(theme);
}

void FilesTest::theProgramDrawsEachPage()
{
    QFETCH(QString, page);
    QFETCH(QString, theme);
    QTemporaryDir folder;
    const QString picture = folder.filePath(u"page.png"_s);
    const Ran ran =
        run({u"--screenshot"_s, picture, u"--page"_s, page, u"--theme"_s, theme, u"--size"_s, u"1000x700"_s},
            offscreen(folder.path()));
    QVERIFY2(ran.status == 0, qPrintable(ran.errors));
    const QImage image(picture);
    QCOMPARE(image.size(), QSize(1000, 700));
    // Dark is dark and light is light: most of the picture is the window's colour.
    qint64 sum = 0;
    for (int y = 0; y < image.height(); y += 7)
        for (int x = 0; x < image.width(); x += 7)
            sum += qGray(image.pixel(x, y));
    const double mean = double(sum) / ((image.height() + 6) / 7) / ((image.width() + 6) / 7);
    QVERIFY2(theme == "dark"_L1 ? mean < 110 : mean > 160, qPrintable(QString::number(mean)));
}

QTEST_MAIN(FilesTest)
#include "files_test.moc"
