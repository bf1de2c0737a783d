// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/assess.h"
#include "model/reasoning/answersjson.h"
#include "ui/models/matrixmodel.h"
#include "ui/models/supplylogmodel.h"

#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;

/// What follows a result, in the window: steps, matrix, drafts, the supply log, reviews, the statement.
class AfterwardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreNumbered();
    void matrixIsReadWithTheKeyboard();
    void whatIsHeldIsEntered();
    void supplyLogIsKept();
    void supplyLogSaysWhatIsMissing();
    void aReviewMakesAStatement();
    void aDraftIsNotReviewed();
    void whatIsTypedStaysWithItsRecord();
    void whatIsTypedSurvivesWhatElseIsRecorded();
    void theOfferedSupplyFollowsTheAnswers();
    void anApplicationIsDrafted();
    void everyControlHasAName();

private:
    static assessment::Assessment record(WindowFixture &at, const QString &sample, bool twoRecipients);
    static bool showRecord(WindowFixture &at, const QString &sample, bool twoRecipients = false);
    static void goToRecords(WindowFixture &at)
    {
        at.find<QTabWidget>(u"resultTabs"_s)->setCurrentIndex(2);
        QCoreApplication::processEvents();
    }
    static void type(WindowFixture &at, const QString &field, const QString &text)
    {
        auto *edit = at.find<QLineEdit>(field);
        QVERIFY2(edit, qPrintable(field));
        edit->clear();
        edit->setFocus();
        QTest::keyClicks(edit, text);
    }
    static QString text(WindowFixture &at, const QString &label)
    {
        const auto *found = at.find<QLabel>(label);
        return found ? found->text() : u"(none)"_s;
    }
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

assessment::Assessment AfterwardsTest::record(WindowFixture &at, const QString &sample, bool twoRecipients)
{
    const QString path = QStringLiteral(CLEARWAY_TEST_DATA) + u"/samples/"_s + sample + u".json"_s;
    reasoning::Answers answers = reasoning::readAnswers(bytes(path), at.rules()).value_or(reasoning::Answers());
    if (twoRecipients) {
        answers.recipients.append({u"r2"_s, u"Colleague in Japan"_s});
        answers.activities.first().recipients.append(u"r2"_s);
        answers.set(reasoning::FactKey{u"recipient.place"_s, u"r2"_s}, language::Country{u"JP"_s});
        answers.set(reasoning::FactKey{u"recipient.relation"_s, u"r2"_s}, language::Picked{{u"other"_s}});
    }
    assessment::AssessOptions options;
    options.now = at.clock().now;
    options.reference = u"CW-7F3K-29QD"_s;
    options.title = u"The paper"_s;
    options.madeBy = u"Clearway test"_s;
    options.about.assessor = u"R. Esearcher"_s;
    // A day on which the law was checked, so that it can be finished.
    answers.on = QDate(2024, 10, 1);
    options.finish = true;
    return assessment::assess(at.rules(), answers, options);
}

// Opened as a file, so that it is a finished case of the register.
bool AfterwardsTest::showRecord(WindowFixture &at, const QString &sample, bool twoRecipients)
{
    const assessment::Assessment made = record(at, sample, twoRecipients);
    const auto json = ui::renderRecord(ui::RecordFormat::Json, made, at.rules(), {});
    const QString path = at.folder() + u"/record.json"_s;
    if (!json || !ui::writeFile(path, *json))
        return false;
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    at.window().openFile(path);
    return QTest::qWaitFor([&] { return ready.size() == 1; }, 60000) && at.window().session()->isOpen();
}

void AfterwardsTest::stepsAreNumbered()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    QVERIFY(showRecord(at, u"part-1-to-editor"_s));
    auto *steps = at.find<QWidget>(u"nextSteps"_s);
    QVERIFY(steps);
    QStringList titles;
    QStringList all;
    for (const auto *label : steps->findChildren<QLabel *>()) {
        all << label->text();
        if (label->objectName() == "stepTitle"_L1)
            titles << label->text();
    }
    QVERIFY2(titles.size() > 2, qPrintable(titles.join(u'\n')));
    QVERIFY2(titles[0].contains(u"permit"_s) && titles[1].contains(u"approval"_s), qPrintable(titles.join(u'\n')));
    QVERIFY(titles.last().contains(u"Look at it again"_s));
    const QString said = all.join(u'\n');
    QVERIFY(said.contains(u"Who decides: "_s));
    QVERIFY(said.contains(u"Who does it: "_s));
    QVERIFY(said.contains(u"holds until"_s));
    QVERIFY(said.contains(u"law was last checked"_s));
}

void AfterwardsTest::matrixIsReadWithTheKeyboard()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"part-1-to-editor"_s, true));
    auto *table = at.find<QTableView>(u"matrix"_s);
    QVERIFY(table);
    QAbstractItemModel *model = table->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), 3); // two recipients of the draft, and the publication
    QVERIFY(model->columnCount() > ui::MatrixModel::FirstProvision);
    table->setFocus();
    table->setCurrentIndex(model->index(0, ui::MatrixModel::ItemColumn));
    for (int column = ui::MatrixModel::RecipientColumn; column < model->columnCount(); ++column) {
        QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(table->currentIndex().column(), column);
        QVERIFY(!table->currentIndex().data(Qt::AccessibleTextRole).toString().isEmpty());
    }
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_Tab);
    QVERIFY(!table->hasFocus());
    // Nothing of it is hidden within.
    int height = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        height += table->rowHeight(row);
    QVERIFY(table->viewport()->height() >= height);
}

// Permits that are held: entered, refused where something is missing, changed, kept over a restart, taken out.
void AfterwardsTest::whatIsHeldIsEntered()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    ui::Beginning beginning;
    beginning.title = u"Radio design"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"send_thing"_s};
    beginning.items = {{u"thing"_s, u"Radio"_s}};
    QVERIFY(at.window().session()->begin(beginning));
    const cases::CaseId id = at.window().session()->id();
    const auto result = [&at] {
        QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
        at.window().showResult();
        return ready.count() > 0 || ready.wait(30000);
    };
    QVERIFY(result());
    goToRecords(at);
    QVERIFY(!at.find<QTableView>(u"permitsTable"_s));
    type(at, u"permitNumber"_s, u"P-17"_s);
    QVERIFY(at.click(u"permitAdd"_s));
    QVERIFY(text(at, u"permitsMessage"_s).contains(u"covers"_s));
    type(at, u"permitCovers"_s, u"the radio, for Kyoto"_s);
    type(at, u"permitUntil"_s, u"2025-02-30"_s);
    QVERIFY(at.click(u"permitAdd"_s));
    QVERIFY(text(at, u"permitsMessage"_s).contains(u"2025-02-30"_s));
    type(at, u"permitUntil"_s, u"2025-06-30"_s);
    at.find<QPlainTextEdit>(u"permitConditions"_s)->setFocus();
    QTest::keyClicks(at.find<QPlainTextEdit>(u"permitConditions"_s), u"Report every half year."_s);
    QSignalSpy again(&at.window(), &ui::MainWindow::resultReady);
    QVERIFY(at.click(u"permitAdd"_s));
    QVERIFY(again.count() > 0 || again.wait(30000));                   // the result is worked out with it
    QCOMPARE(at.find<QTabWidget>(u"resultTabs"_s)->currentIndex(), 2); // and the page stays where it was
    const QList<assessment::PermitHeld> entered = at.window().session()->about().permits;
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.first().number, u"P-17"_s);
    QCOMPARE(entered.first().until, QDate(2025, 6, 30));
    QCOMPARE(entered.first().conditions, u"Report every half year."_s);
    QCOMPARE(at.find<QLineEdit>(u"permitNumber"_s)->text(), QString());

    at.restart();
    QVERIFY(at.window().session()->open(id));
    QCOMPARE(at.window().session()->about().permits, entered);
    QVERIFY(result());
    goToRecords(at);
    auto *table = at.find<QTableView>(u"permitsTable"_s);
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QVERIFY(at.click(u"permitEdit"_s));
    QCOMPARE(at.find<QLineEdit>(u"permitNumber"_s)->text(), u"P-17"_s);
    type(at, u"permitNumber"_s, u"P-18"_s);
    QVERIFY(at.click(u"permitAdd"_s));
    QCOMPARE(at.window().session()->about().permits.size(), 1);
    QCOMPARE(at.window().session()->about().permits.first().number, u"P-18"_s);
    table->selectRow(0);
    QVERIFY(at.click(u"permitRemove"_s));
    QVERIFY(at.window().session()->about().permits.isEmpty());
    QVERIFY(!at.find<QTableView>(u"permitsTable"_s));
    const auto verified = at.cases().verify();
    QVERIFY(verified && verified->problems.isEmpty());
}

void AfterwardsTest::supplyLogIsKept()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"part-1-to-editor"_s));
    goToRecords(at);
    // The form begins with what the answers speak of.
    QCOMPARE(at.find<QLineEdit>(u"logGoods"_s)->text(), u"Manuscript on military equipment"_s);
    QCOMPARE(at.find<QLineEdit>(u"logRecipient"_s)->text(), u"Editor in the Netherlands"_s);
    QCOMPARE(at.find<QLineEdit>(u"logFrom"_s)->text(), u"2024-10-01"_s);
    type(at, u"logUntil"_s, u"2024-10-01"_s);
    QVERIFY(at.click(u"logAdd"_s));
    auto *table = at.find<QTableView>(u"supplyLogTable"_s);
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 1);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    // Corrected, then struck.
    QVERIFY(!at.find<QPushButton>(u"logCorrect"_s)->isEnabled());
    table->selectRow(0);
    QVERIFY(at.click(u"logCorrect"_s));
    type(at, u"logRecipient"_s, u"Dr E. Ditor"_s);
    QVERIFY(at.click(u"logAdd"_s));
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, ui::SupplyLogModel::StateColumn).data().toString(), u"replaced"_s);
    table->selectRow(0);
    QVERIFY(!at.find<QPushButton>(u"logCorrect"_s)->isEnabled());
    table->selectRow(1);
    at.find<QLineEdit>(u"logNote"_s)->clear();
    QVERIFY(at.click(u"logStrike"_s));
    QVERIFY(text(at, u"supplyLogMessage"_s).contains(u"reason"_s));
    type(at, u"logNote"_s, u"It was never sent"_s);
    QVERIFY(at.click(u"logStrike"_s));
    QCOMPARE(table->model()->rowCount(), 3);
    at.prompts().save = at.folder() + u"/log.csv"_s;
    QVERIFY(at.click(u"logCsv"_s));
    const QByteArray csv = bytes(at.prompts().save);
    QVERIFY2(csv.contains("Dr E. Ditor") && csv.contains(",struck,2,"), csv.constData());
    QCOMPARE(at.cases().supplyLog(at.window().session()->id())->size(), 3);
    QVERIFY(at.cases().verify()->isClean());
}

void AfterwardsTest::supplyLogSaysWhatIsMissing()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"part-1-to-editor"_s));
    goToRecords(at);
    type(at, u"logFrom"_s, u"2025-02-30"_s);
    QVERIFY(at.click(u"logAdd"_s));
    QVERIFY(text(at, u"supplyLogMessage"_s).contains(u"no day of the calendar"_s));
    type(at, u"logFrom"_s, u"2025-06-02"_s);
    at.find<QLineEdit>(u"logRecipient"_s)->clear();
    QVERIFY(at.click(u"logAdd"_s));
    QVERIFY(text(at, u"supplyLogMessage"_s).contains(u"who got it"_s));
    QVERIFY(at.cases().supplyLog(at.window().session()->id())->isEmpty());
}

void AfterwardsTest::aReviewMakesAStatement()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"own-open-research"_s));
    goToRecords(at);
    QVERIFY(!at.find<QPushButton>(u"copyStatement"_s)->isEnabled());
    QVERIFY2(text(at, u"statementRefusal"_s).contains(u"reviewed case only"_s),
             qPrintable(text(at, u"statementRefusal"_s)));
    type(at, u"reviewName"_s, u"r. esearcher"_s);
    QVERIFY(at.click(u"recordReview"_s));
    QVERIFY(text(at, u"reviewMessage"_s).contains(u"someone other"_s));
    type(at, u"reviewName"_s, u"O. Fficer"_s);
    type(at, u"reviewRole"_s, u"Export controls officer"_s);
    type(at, u"reviewNote"_s, u"Seen with the publication plan"_s);
    QVERIFY(at.click(u"recordReview"_s));
    QVERIFY2(text(at, u"review"_s).startsWith(u"O. Fficer, Export controls officer"_s),
             qPrintable(text(at, u"review"_s)));
    QVERIFY(at.find<QPushButton>(u"copyStatement"_s)->isEnabled());
    QVERIFY(at.click(u"copyStatement"_s));
    const QString statement = QApplication::clipboard()->text();
    QVERIFY2(statement.contains(u"CW-7F3K-29QD"_s) || statement.contains(u"CW\\-7F3K\\-29QD"_s), qPrintable(statement));
    QVERIFY(!statement.contains(u"Fficer"_s));
    at.prompts().save = at.folder() + u"/statement.md"_s;
    QVERIFY(at.click(u"saveStatement"_s));
    QCOMPARE(QString::fromUtf8(bytes(at.prompts().save)), at.find<QPlainTextEdit>(u"statement"_s)->toPlainText());
    // A record that is printed from now on bears the review.
    at.prompts().save = at.folder() + u"/reviewed.md"_s;
    for (QAction *action : at.window().findChild<QMenu *>(u"saveMenu"_s)->actions()) {
        if (action->text().contains(u"Markdown"_s))
            action->trigger();
    }
    QTRY_VERIFY_WITH_TIMEOUT(bytes(at.prompts().save).contains("O. Fficer, Export controls officer"), 30000);
    // One who differs takes the statement back.
    type(at, u"reviewName"_s, u"S. Econd"_s);
    at.find<QComboBox>(u"reviewFinding"_s)->setCurrentIndex(1);
    QVERIFY(at.click(u"recordReview"_s));
    QVERIFY(text(at, u"reviewMessage"_s).contains(u"differs"_s));
    type(at, u"reviewNote"_s, u"The sponsor can hold it back"_s);
    QVERIFY(at.click(u"recordReview"_s));
    QVERIFY(!at.find<QPushButton>(u"copyStatement"_s)->isEnabled());
    QVERIFY(text(at, u"statementRefusal"_s).contains(u"differs"_s));
    QVERIFY(at.cases().verify()->isClean());
    at.restart();
    QVERIFY(at.window().session()->open(at.cases().list()->cases.first().id));
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    at.window().showResult();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60000);
    goToRecords(at);
    QVERIFY(text(at, u"statementRefusal"_s).contains(u"differs"_s));
}

void AfterwardsTest::aDraftIsNotReviewed()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"own-open-research"_s));
    QVERIFY(at.click(u"finish"_s)); // "New revision"
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    at.window().showResult();
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60000);
    goToRecords(at);
    QVERIFY(!at.find<QPushButton>(u"recordReview"_s));
    QVERIFY(text(at, u"reviewRefusal"_s).contains(u"finish it first"_s));
    QVERIFY(text(at, u"statementRefusal"_s).contains(u"is a draft"_s));
}

// A form half filled in for one case is empty beside the next, and what was begun there cannot be kept here.
void AfterwardsTest::whatIsTypedStaysWithItsRecord()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    const auto begin = [&at](const QString &title, const QList<assessment::PermitHeld> &permits) {
        ui::Beginning beginning;
        beginning.title = title;
        beginning.on = QDate(2024, 10, 1);
        beginning.activities = {u"send_thing"_s};
        beginning.items = {{u"thing"_s, title}};
        at.window().showStart();
        if (!at.window().session()->begin(beginning))
            return false;
        assessment::About about = at.window().session()->about();
        about.permits = permits;
        at.window().session()->setAbout(about);
        QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
        at.window().showResult();
        const bool shown = ready.count() > 0 || ready.wait(30000);
        goToRecords(at);
        return shown;
    };
    using Kind = assessment::PermitHeld::Kind;
    const assessment::PermitHeld radio{Kind::Permit, u"P-17"_s, {}, u"the radio"_s, {}, {}, {}};
    const assessment::PermitHeld antenna{Kind::Permit, u"P-18"_s, {}, u"the antenna"_s, {}, {}, {}};
    const assessment::PermitHeld laser{Kind::Approval, u"A-1"_s, {}, u"the laser"_s, {}, {}, {}};
    QVERIFY(begin(u"Radio"_s, {radio, antenna}));
    at.find<QTableView>(u"permitsTable"_s)->selectRow(1);
    QVERIFY(at.click(u"permitEdit"_s));
    type(at, u"permitNumber"_s, u"P-18 of the radio"_s);
    type(at, u"permitFrom"_s, u"2025-02-30"_s);
    QVERIFY(at.click(u"permitAdd"_s));
    QVERIFY(text(at, u"permitsMessage"_s).contains(u"no day of the calendar"_s));
    type(at, u"logGoods"_s, u"The radio, half typed"_s);

    QVERIFY(begin(u"Laser"_s, {laser}));
    QCOMPARE(at.find<QLineEdit>(u"permitNumber"_s)->text(), QString());
    QCOMPARE(at.find<QLineEdit>(u"permitFrom"_s)->text(), QString());
    QVERIFY(!at.find<QPushButton>(u"permitCancel"_s));
    QVERIFY(!at.find<QLabel>(u"permitsMessage"_s));
    QVERIFY(!at.find<QLineEdit>(u"logGoods"_s)->text().contains(u"radio"_s, Qt::CaseInsensitive));
    type(at, u"permitNumber"_s, u"A-2"_s);
    type(at, u"permitCovers"_s, u"its mirror"_s);
    QVERIFY(at.click(u"permitAdd"_s));
    QCOMPARE(at.window().session()->about().permits.size(), 2);
    QCOMPARE(at.window().session()->about().permits.first(), laser);
}

// Recording one thing does not cost what is being typed of another.
void AfterwardsTest::whatIsTypedSurvivesWhatElseIsRecorded()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"part-1-to-editor"_s));
    goToRecords(at);
    type(at, u"reviewName"_s, u"O. Fficer"_s);
    type(at, u"reviewNote"_s, u"Seen with the plan"_s);
    at.find<QComboBox>(u"reviewFinding"_s)->setCurrentIndex(1);
    type(at, u"logUntil"_s, u"2024-10-01"_s);
    QTest::keyClick(at.find<QLineEdit>(u"logUntil"_s), Qt::Key_Return);
    QVERIFY(text(at, u"supplyLogMessage"_s).contains(u"in the log"_s));
    QCOMPARE(at.find<QLineEdit>(u"logUntil"_s)->text(), QString()); // on to the next
    QCOMPARE(at.find<QLineEdit>(u"reviewName"_s)->text(), u"O. Fficer"_s);
    QCOMPARE(at.find<QLineEdit>(u"reviewNote"_s)->text(), u"Seen with the plan"_s);
    QCOMPARE(at.find<QComboBox>(u"reviewFinding"_s)->currentIndex(), 1);
    at.find<QLineEdit>(u"reviewNote"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), at.find<QWidget>(u"recordReview"_s));

    at.find<QTableView>(u"supplyLogTable"_s)->selectRow(0);
    QVERIFY(at.click(u"logCorrect"_s));
    type(at, u"logRecipient"_s, u"Dr E. Ditor"_s);
    QVERIFY(at.click(u"recordReview"_s));
    QVERIFY(text(at, u"reviewMessage"_s).contains(u"recorded"_s));
    QCOMPARE(at.find<QLineEdit>(u"reviewName"_s)->text(), QString());
    QCOMPARE(at.find<QLineEdit>(u"reviewNote"_s)->text(), QString());
    QCOMPARE(at.find<QLineEdit>(u"logRecipient"_s)->text(), u"Dr E. Ditor"_s);
    QVERIFY(at.click(u"logAdd"_s));
    const auto log = at.cases().supplyLog(at.window().session()->id());
    QVERIFY(log);
    QCOMPARE(log->size(), 2);
    QCOMPARE(log->last().replaces, 1);
    QCOMPARE(log->last().entry.recipient, u"Dr E. Ditor"_s);
}

// What the form offers is worked out with the result: as long as nobody has typed in it, it is what the answers of now
// speak of.
void AfterwardsTest::theOfferedSupplyFollowsTheAnswers()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"part-1-to-editor"_s));
    QVERIFY(at.click(u"finish"_s)); // "New revision"
    ui::Beginning beginning = at.window().session()->beginning();
    const auto renamed = [&](const QString &title) {
        beginning.items.first().title = title;
        at.window().session()->restructure(beginning);
        QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
        at.window().showResult();
        const bool shown = ready.count() > 0 || ready.wait(60000);
        goToRecords(at);
        return shown;
    };
    QVERIFY(renamed(u"First draft"_s));
    QCOMPARE(at.find<QLineEdit>(u"logGoods"_s)->text(), u"First draft"_s);
    QVERIFY(renamed(u"Second draft"_s));
    QCOMPARE(at.find<QLineEdit>(u"logGoods"_s)->text(), u"Second draft"_s);
    type(at, u"logNote"_s, u"by courier"_s);
    QVERIFY(renamed(u"Third draft"_s));
    QCOMPARE(at.find<QLineEdit>(u"logNote"_s)->text(), u"by courier"_s);
    QCOMPARE(at.find<QLineEdit>(u"logGoods"_s)->text(), u"Second draft"_s);
}

void AfterwardsTest::anApplicationIsDrafted()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"part-1-to-editor"_s));
    goToRecords(at);
    QVERIFY2(text(at, u"applications"_s).contains(u"answers taken from this record"_s),
             qPrintable(text(at, u"applications"_s)));
    at.prompts().save = at.folder() + u"/draft.md"_s;
    for (QAction *action : at.window().findChild<QMenu *>(u"draftMenu"_s)->actions()) {
        if (action->text().contains(u"Markdown"_s))
            action->trigger();
    }
    QTRY_VERIFY_WITH_TIMEOUT(bytes(at.prompts().save).contains("Manuscript on military equipment"), 30000);
    QVERIFY(at.prompts().suggested.endsWith(u"CW-7F3K-29QD-r1-application.md"_s));
    // Where nothing is needed there is nothing to draft.
    WindowFixture other(QDate(2025, 6, 2));
    QVERIFY(showRecord(other, u"own-open-research"_s));
    goToRecords(other);
    QVERIFY(!other.find<QPushButton>(u"draftApplication"_s)->isEnabled());
}

void AfterwardsTest::everyControlHasAName()
{
    WindowFixture at(QDate(2025, 6, 2));
    QVERIFY(showRecord(at, u"part-1-to-editor"_s));
    goToRecords(at);
    QStringList nameless;
    const auto widgets = at.window().findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s))
            continue;
        const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
        if (!seen || seen->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    QCOMPARE(nameless.join(u", "_s), QString());
}

QTEST_MAIN(AfterwardsTest)
#include "afterwards_test.moc"
