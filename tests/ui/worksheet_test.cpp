// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The worksheet: its model over small and real worksheets, and the table with real keys and clicks.
#include "catalogue/store/catalogue.h"
#include "ui/look.h"
#include "ui/models/worksheetfilter.h"
#include "ui/models/worksheetmodel.h"
#include "ui/worksheetview.h"

#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;
using classification::WorksheetRow;
using ui::WorksheetModel;
using Kind = WorksheetRow::Kind;

namespace {

reasoning::Answers answersFor(const QMap<QString, language::Value> &values, int points, const language::RuleBook &rules)
{
    reasoning::Answers answers = reasoning::Answers::single(QDate(2025, 6, 2));
    answers.items.first().points = points;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const bool atPoint = rules.facts.value(value.key()).scope == language::Scope::Point;
        answers.set({value.key(), u"i1"_s, atPoint ? 0 : -1}, value.value());
    }
    return answers;
}

classification::Worksheet sheetOf(const QString &code, const reasoning::Answers &answers,
                                  const language::RuleBook &rules)
{
    return classification::worksheetOf(
        code, {&rules, &rules.states.last(), &answers, classification::combinationOf(answers, u"i1"_s), -1});
}

/// The catalogue as it was built, for what needs no window.
const language::RuleBook &builtRules()
{
    static const auto catalogue =
        store::Catalogue::open(QStringLiteral(CLEARWAY_BUILD_DIR "/share/clearway/catalogue.sqlite"));
    if (!catalogue)
        qFatal("the catalogue cannot be opened");
    return catalogue->rules();
}

/// The first row below `parent` for which that holds.
QModelIndex find(const QAbstractItemModel &model, const std::function<bool(const QModelIndex &)> &wanted,
                 const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (wanted(index))
            return index;
        if (const QModelIndex below = find(model, wanted, index); below.isValid())
            return below;
    }
    return {};
}

QModelIndex rowOf(const QAbstractItemModel &model, const QString &fact, const QString &required = {})
{
    return find(model, [&](const QModelIndex &index) {
        return index.data(WorksheetModel::FactRole).toString() == fact
               && (required.isEmpty()
                   || index.siblingAtColumn(WorksheetModel::RequiredColumn).data().toString() == required);
    });
}

QModelIndex position(const QAbstractItemModel &model, const QString &code)
{
    return find(model, [&](const QModelIndex &index) {
        return index.data(WorksheetModel::CodeRole).toString() == code
               && index.data(WorksheetModel::KindRole).toInt() == static_cast<int>(Kind::Position);
    });
}

QString text(const QModelIndex &index, int column)
{
    return index.siblingAtColumn(column).data().toString();
}

} // namespace

class WorksheetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void model();
    void typedValues_data();
    void typedValues();
    void filter();
    void typingValuesDecidesPositions();
    void choicesAndPointsByKeyboard();
    void wrongValuesAreRefused();
    void theReasonNamesTheNumbers();
    void pictures();

private:
    static void reach(WindowFixture &at, const QString &typed, bool asWorksheet = true);
    static ui::WorksheetView *view(WindowFixture &at) { return at.find<ui::WorksheetView>(u"worksheet"_s); }
    static bool type(WindowFixture &at, const QModelIndex &row, const QString &typed);
};

void WorksheetTest::model()
{
    const language::RuleBook &rules = builtRules();
    WorksheetModel model(rules);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ui::WorksheetFilter filter;
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    filter.setSourceModel(&model);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setWorksheet(sheetOf(u"3A001.a.5.a"_s, answersFor({}, 0, rules), rules));
    QCOMPARE(resets.size(), 1);
    const QPersistentModelIndex first = position(model, u"3A001.a.5.a.1"_s);
    QVERIFY(first.isValid());
    QCOMPARE(text(first, WorksheetModel::StateColumn), u"? not known"_s);
    // The same rows with other values: nothing is lost, everything is said anew.
    const auto rate = rules.units.parse(u"1 GSPS", rules.facts[u"sample_rate"_s].unitKind);
    QVERIFY(rate);
    model.setWorksheet(sheetOf(u"3A001.a.5.a"_s, answersFor({{u"sample_rate"_s, *rate}}, 1, rules), rules));
    QCOMPARE(resets.size(), 1);
    QVERIFY(!changes.isEmpty());
    QVERIFY(first.isValid());
    QCOMPARE(text(first, WorksheetModel::StateColumn), u"✗ missed"_s);
    const QModelIndex criterion = rowOf(model, u"sample_rate"_s, u"above 1.3 GSPS"_s);
    QCOMPARE(text(criterion, WorksheetModel::ValueColumn), u"1 GSPS"_s);
    QCOMPARE(text(criterion, WorksheetModel::MarginColumn), u"0.3 GSPS below the limit (by 23.1 %)"_s);
    QVERIFY(criterion.siblingAtColumn(WorksheetModel::ValueColumn).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!criterion.siblingAtColumn(WorksheetModel::StateColumn).flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(criterion.data(Qt::AccessibleTextRole).toString().contains(u"above 1.3 GSPS, 1 GSPS, missed"_s));
    // A second operating point makes other rows.
    model.setWorksheet(sheetOf(u"3A001.a.5.a"_s, answersFor({{u"sample_rate"_s, *rate}}, 2, rules), rules));
    QCOMPARE(resets.size(), 2);
    model.setWorksheet({});
    QCOMPARE(model.rowCount(), 0);
}

void WorksheetTest::typedValues_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("taken"); ///< as written; empty: refused
    QTest::newRow("with a unit") << u"1300 MSPS"_s << u"1300 MSPS"_s;
    QTest::newRow("the limit's unit") << u"1.3"_s << u"1.3 GSPS"_s;
    QTest::newRow("not sure") << u"?"_s << u"unsure"_s;
    QTest::newRow("not sure, written out") << u"Not sure"_s << u"unsure"_s;
    QTest::newRow("of another kind") << u"3 kg"_s << QString();
    QTest::newRow("no number") << u"fast"_s << QString();
    QTest::newRow("beyond all bounds") << u"1e999 GSPS"_s << QString();
    QTest::newRow("too long") << QString(100000, u'9') << QString();
    QTest::newRow("a mark that turns the direction") << u"\u202e3 GSPS"_s << QString();
}

void WorksheetTest::typedValues()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, taken);
    const language::RuleBook &rules = builtRules();
    WorksheetModel model(rules);
    model.setWorksheet(sheetOf(u"3A001.a.5.a.1"_s, answersFor({}, 0, rules), rules));
    const QModelIndex row = rowOf(model, u"sample_rate"_s, u"above 1.3 GSPS"_s);
    QVERIFY(row.isValid());
    QSignalSpy answered(&model, &WorksheetModel::answered);
    QSignalSpy refused(&model, &WorksheetModel::refused);
    const bool done = model.setData(row.siblingAtColumn(WorksheetModel::ValueColumn), typed);
    QCOMPARE(done, !taken.isEmpty());
    QCOMPARE(answered.size(), taken.isEmpty() ? 0 : 1);
    QCOMPARE(refused.size(), taken.isEmpty() ? 1 : 0);
    if (taken.isEmpty())
        return;
    const auto key = answered.first().at(0).value<reasoning::FactKey>();
    QCOMPARE(key, (reasoning::FactKey{u"sample_rate"_s, u"i1"_s, 0}));
    const auto answer = answered.first().at(1).value<reasoning::Answer>();
    const auto *quantity = std::get_if<language::Quantity>(&answer.value);
    QCOMPARE(quantity ? quantity->written : u"unsure"_s, taken);
}

void WorksheetTest::filter()
{
    const language::RuleBook &rules = builtRules();
    WorksheetModel model(rules);
    ui::WorksheetFilter filter;
    filter.setSourceModel(&model);
    const auto bits = rules.units.parse(u"8 bit", rules.facts[u"adc_resolution"_s].unitKind);
    model.setWorksheet(sheetOf(u"3A001.a.5.a"_s, answersFor({{u"adc_resolution"_s, *bits}}, 1, rules), rules));
    // Of a position that is decided below an open one, its row stays; its criteria are there on demand.
    const QModelIndex decided = position(filter, u"3A001.a.5.a.2"_s);
    QVERIFY(decided.isValid());
    QCOMPARE(filter.rowCount(decided), 0);
    QVERIFY(filter.rowCount(position(filter, u"3A001.a.5.a.1"_s)) > 0);
    filter.setWhole(true);
    QVERIFY(filter.rowCount(position(filter, u"3A001.a.5.a.2"_s)) > 0);
    filter.setWhole(false);
    // What was worked on stays.
    const QModelIndex below = model.index(0, 0, position(model, u"3A001.a.5.a.2"_s));
    filter.keep(below);
    filter.invalidate();
    QCOMPARE(filter.rowCount(position(filter, u"3A001.a.5.a.2"_s)), 1);
    filter.forget();
    QCOMPARE(filter.rowCount(position(filter, u"3A001.a.5.a.2"_s)), 0);
}

void WorksheetTest::reach(WindowFixture &at, const QString &typed, bool asWorksheet)
{
    ui::Beginning beginning;
    beginning.title = u"Digitiser"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"share_partners"_s};
    beginning.items = {{u"thing"_s, u"Digitiser"_s}};
    beginning.facts.insert(u"activity.place"_s, language::Picked{{u"australia"_s}});
    QVERIFY(at.window().session()->begin(beginning));
    at.window().showListOnOffer();
    auto *search = at.find<QLineEdit>(u"listSearch"_s);
    QVERIFY(at.clickOn(search));
    QTest::keyClicks(search, typed);
    QTest::keyClick(search, Qt::Key_Return);
    QCoreApplication::processEvents();
    if (!asWorksheet)
        return;
    auto *views = at.find<QTabBar>(u"entryView"_s);
    QVERIFY(views);
    QTest::mouseClick(views, Qt::LeftButton, {}, views->tabRect(1).center());
    QCoreApplication::processEvents();
    QVERIFY(view(at));
}

// Chooses the row, types, and presses Return.
bool WorksheetTest::type(WindowFixture &at, const QModelIndex &row, const QString &typed)
{
    ui::WorksheetView *table = view(at);
    if (!table || !row.isValid())
        return false;
    table->setFocus();
    table->setCurrentIndex(row);
    QTest::keyClick(table, typed.front().toLatin1());
    auto *edit = at.find<QLineEdit>(u"worksheetValue"_s);
    if (!edit)
        return false;
    QTest::keyClicks(edit, typed.mid(1));
    QTest::keyClick(edit, Qt::Key_Return);
    QCoreApplication::processEvents();
    return true;
}

void WorksheetTest::typingValuesDecidesPositions()
{
    WindowFixture at;
    reach(at, u"3a1a5a"_s);
    const ui::Session &session = *at.window().session();
    const QString item = session.answers().items.front().id;
    const QAbstractItemModel &model = *view(at)->model();
    const auto state = [&](const QString &code) { return text(position(model, code), WorksheetModel::StateColumn); };
    QCOMPARE(state(u"3A001.a.5.a.1"_s), u"? not known"_s);
    QVERIFY(type(at, rowOf(model, u"sample_rate"_s), u"1 GSPS"_s));
    // In the register under the operating point, and every position decided at once.
    const reasoning::Answer *rate = session.answers().find({u"sample_rate"_s, item, 0});
    QVERIFY(rate);
    QCOMPARE(std::get<language::Quantity>(rate->value).written, u"1 GSPS"_s);
    QCOMPARE(session.answers().item(item)->points, 1);
    QCOMPARE(state(u"3A001.a.5.a.1"_s), u"✗ missed"_s);
    QCOMPARE(state(u"3A001.a.5.a.2"_s), u"? not known"_s);
    QVERIFY(type(at, rowOf(model, u"adc_resolution"_s), u"10 bit"_s));
    QCOMPARE(state(u"3A001.a.5.a.3"_s), u"✗ missed"_s);
    // Changed, it decides otherwise.
    QVERIFY(type(at, rowOf(model, u"sample_rate"_s), u"2"_s));
    QCOMPARE(std::get<language::Quantity>(session.answers().find({u"sample_rate"_s, item, 0})->value).written,
             u"2 GSPS"_s);
    QCOMPARE(state(u"3A001.a.5.a.1"_s), u"✗ missed"_s);
    // Taken back, it is open again.
    view(at)->setCurrentIndex(rowOf(model, u"sample_rate"_s));
    QVERIFY(at.click(u"worksheetTakeBack"_s));
    QVERIFY(!session.answers().find({u"sample_rate"_s, item, 0}));
    QVERIFY(at.click(u"worksheetUnsure"_s));
    QVERIFY(std::holds_alternative<language::Unsure>(session.answers().find({u"sample_rate"_s, item, 0})->value));
    // Return on a position opens it, as a worksheet again; its questions show the same answers.
    view(at)->setCurrentIndex(position(model, u"3A001.a.5.a.2"_s));
    QTest::keyClick(view(at), Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(at.find<QLabel>(u"entryTitle"_s)->text().startsWith(u"3A001.a.5.a.2"_s));
    QVERIFY(view(at));
    auto *views = at.find<QTabBar>(u"entryView"_s);
    QTest::mouseClick(views, Qt::LeftButton, {}, views->tabRect(0).center());
    QCoreApplication::processEvents();
    QVERIFY(!view(at));
    auto *card = at.find(u"question.adc_resolution@"_s + item + u"#0"_s);
    QVERIFY(card);
    QCOMPARE(card->findChild<QLineEdit *>(u"number"_s)->text(), u"10 bit"_s);
    // After a new start they are still there.
    const auto id = session.id();
    at.restart();
    QVERIFY(at.window().session()->open(id));
    QVERIFY(at.window().session()->answers().find({u"adc_resolution"_s, item, 0}));
}

void WorksheetTest::choicesAndPointsByKeyboard()
{
    WindowFixture at;
    reach(at, u"3a1a5a1"_s);
    const ui::Session &session = *at.window().session();
    const QString item = session.answers().items.front().id;
    ui::WorksheetView *table = view(at);
    // From the tabs to the table with Tab alone, and out of it.
    at.find<QTabBar>(u"entryView"_s)->setFocus();
    QVERIFY(at.tabTo([&](QWidget *widget) { return widget == table; }));
    const QModelIndex kinds = rowOf(*table->model(), u"integrated_circuit_function"_s);
    QVERIFY(kinds.isValid());
    // Several answers: the editor of the question card, over the table; Escape leaves it.
    table->setCurrentIndex(kinds);
    QTest::keyClick(table, Qt::Key_Return);
    QWidget *card = at.find(u"worksheetValue"_s);
    QVERIFY(card);
    QVERIFY(card->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(at.click(u"converter_to_digital"_s, card));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCoreApplication::processEvents();
    const reasoning::Answer *picked = session.answers().find({u"integrated_circuit_function"_s, item, -1});
    QVERIFY(picked);
    QCOMPARE(picked->value, language::Value(language::Picked{{u"converter_to_digital"_s}}));
    // A second operating point has rows of its own.
    QVERIFY(type(at, rowOf(*table->model(), u"sample_rate"_s), u"1 GSPS"_s));
    QVERIFY(at.click(u"addPoint"_s));
    QCOMPARE(session.answers().item(item)->points, 2);
    const QModelIndex second = find(
        *table->model(), [](const QModelIndex &index) { return index.data().toString() == u"Operating point 2"_s; });
    QVERIFY(second.isValid());
    QVERIFY(type(at,
                 rowOf(*table->model(), u"sample_rate"_s, {}).isValid()
                     ? find(
                           *table->model(),
                           [](const QModelIndex &index) {
                               return index.data(WorksheetModel::FactRole).toString() == u"sample_rate"_s;
                           },
                           second)
                     : QModelIndex(),
                 u"3 GSPS"_s));
    QVERIFY(session.answers().find({u"sample_rate"_s, item, 1}));
}

void WorksheetTest::wrongValuesAreRefused()
{
    WindowFixture at;
    reach(at, u"3a1a5a1"_s);
    const ui::Session &session = *at.window().session();
    const auto before = session.answers().all();
    QVERIFY(type(at, rowOf(*view(at)->model(), u"sample_rate"_s), u"3 kg"_s));
    QCOMPARE(session.answers().all(), before);
    // It says why, and what was typed is still there to be mended.
    auto *message = at.find<QLabel>(u"worksheetMessage"_s);
    QVERIFY(message && !message->text().isEmpty());
    auto *edit = at.find<QLineEdit>(u"worksheetValue"_s);
    QVERIFY(edit);
    QCOMPARE(edit->text(), u"3 kg"_s);
    edit->selectAll();
    QTest::keyClicks(edit, u"3 GSPS"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(session.answers().find({u"sample_rate"_s, session.answers().items.front().id, 0}));
    QVERIFY(!at.find<QLabel>(u"worksheetMessage"_s));
}

void WorksheetTest::theReasonNamesTheNumbers()
{
    WindowFixture at;
    reach(at, u"3a1a5a1"_s);
    QVERIFY(type(at, rowOf(*view(at)->model(), u"sample_rate"_s), u"1 GSPS"_s));
    QVERIFY(at.click(u"reject"_s));
    const auto &rejected = at.window().session()->answers().items.front().looked.rejected;
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(rejected.first().because, u"sample rate 1 GSPS is not above 1.3 GSPS"_s);
}

// For looking at: CLEARWAY_PICTURES=DIR tst_ui_worksheet pictures
void WorksheetTest::pictures()
{
    const QString folder = qEnvironmentVariable("CLEARWAY_PICTURES");
    if (folder.isEmpty())
        QSKIP("only where CLEARWAY_PICTURES names a folder");
    for (const bool dark : {false, true}) {
        ui::applyTheme(*qApp, dark ? ui::Theme::Dark : ui::Theme::Light);
        for (const QString &code : {u"3a1a5a"_s, u"3a1a5a1"_s, u"3a1"_s, u"3a1b"_s}) {
            WindowFixture at;
            at.window().resize(1280, 860);
            reach(at, code);
            QVERIFY(type(at, rowOf(*view(at)->model(), u"sample_rate"_s), u"1 GSPS"_s) || code == "3a1b"_L1);
            QCoreApplication::processEvents();
            at.window().grab().save(folder + u"/sheet-"_s + code + (dark ? u"-dark.png"_s : u"-light.png"_s));
        }
    }
}

QTEST_MAIN(WorksheetTest)
#include "worksheet_test.moc"
