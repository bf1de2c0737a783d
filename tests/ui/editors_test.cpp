// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answereditor.h"
#include "ui/editors/entrieseditor.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::ui;
using namespace clearway::language;

class EditorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void showsWhatItIsGiven_data();
    void showsWhatItIsGiven();
    void exclusiveChoiceStandsAlone();
    void ownNotSureOfAQuestionIsAChoice();
    void quantityReadsWhatIsTyped_data();
    void quantityReadsWhatIsTyped();
    void typingIsOneAnswer();
    void countryIsCompleted();
    void looseCodes_data();
    void looseCodes();

private:
    FactDefinition fact(FactKind kind) const;
    RuleBook m_rules;
};

void EditorsTest::initTestCase()
{
    UnitKind frequency;
    frequency.id = u"frequency"_s;
    frequency.title = u"frequency"_s;
    frequency.baseUnit = u"Hz"_s;
    frequency.dimension = {{u"frequency"_s, 1}};
    QVERIFY(m_rules.units.add(frequency));
    const auto unit = [](const QString &name, const Rational &factor) {
        Unit made;
        made.name = name;
        made.kind = u"frequency"_s;
        made.factor = factor;
        return made;
    };
    QVERIFY(m_rules.units.add(unit(u"Hz"_s, 1)));
    QVERIFY(m_rules.units.add(unit(u"MHz"_s, 1000000)));
    QVERIFY(m_rules.units.add(unit(u"GHz"_s, 1000000000)));
    m_rules.countries = {{u"JP"_s, u"Japan"_s}, {u"AU"_s, u"Australia"_s}};
    Category held;
    held.id = u"5P1"_s;
    held.complete = true;
    Category open;
    open.id = u"6"_s;
    m_rules.categories = {held, open};
    for (const QString &code : {u"5A001"_s, u"5A001.b"_s, u"5A001.b.3"_s}) {
        Entry entry;
        entry.code = code;
        entry.category = u"5P1"_s;
        entry.parent = code == "5A001"_L1 ? QString() : code.left(code.lastIndexOf(u'.'));
        m_rules.entries.insert(code, entry);
        m_rules.entryOrder << code;
    }
}

FactDefinition EditorsTest::fact(FactKind kind) const
{
    FactDefinition made;
    made.id = u"item.fact"_s;
    made.scope = Scope::Item;
    made.kind = kind;
    made.prompt = u"What?"_s;
    made.choices = {{u"one"_s, u"One"_s, {}, false}, {u"two"_s, u"Two"_s, {}, false}, {u"none"_s, u"None"_s, {}, true}};
    made.unitKind = u"frequency"_s;
    made.defaultUnit = u"MHz"_s;
    return made;
}

void EditorsTest::showsWhatItIsGiven_data()
{
    QTest::addColumn<FactKind>("kind");
    QTest::addColumn<int>("which");
    QTest::newRow("yes") << FactKind::YesNo << 0;
    QTest::newRow("no") << FactKind::Judgement << 1;
    QTest::newRow("choice") << FactKind::Choice << 2;
    QTest::newRow("choices") << FactKind::Choices << 3;
    QTest::newRow("quantity") << FactKind::Quantity << 4;
    QTest::newRow("country") << FactKind::Country << 5;
    QTest::newRow("date") << FactKind::Date << 6;
    QTest::newRow("entries") << FactKind::Entries << 7;
    QTest::newRow("no entries") << FactKind::Entries << 8;
    for (const FactKind kind : {FactKind::YesNo, FactKind::Choice, FactKind::Choices, FactKind::Quantity,
                                FactKind::Country, FactKind::Date, FactKind::Entries})
        QTest::newRow(qPrintable(u"unsure "_s + factKindName(kind))) << kind << 9;
}

void EditorsTest::showsWhatItIsGiven()
{
    QFETCH(FactKind, kind);
    QFETCH(int, which);
    const Quantity frequency = m_rules.units.parse(u"3 GHz", u"frequency"_s).value();
    const QList<Value> values{true,
                              false,
                              Picked{{u"two"_s}},
                              Picked{{u"one"_s, u"two"_s}},
                              frequency,
                              Country{u"JP"_s},
                              QDate(2024, 9, 1),
                              EntryCodes{{u"5A001.b"_s}},
                              EntryCodes{},
                              Unsure{}};
    std::unique_ptr<AnswerEditor> editor(AnswerEditor::make(fact(kind), m_rules));
    QVERIFY(!editor->value());
    QSignalSpy edited(editor.get(), &AnswerEditor::edited);
    editor->setValue(values[which]);
    QVERIFY(editor->value());
    QVERIFY(*editor->value() == values[which]);
    QCOMPARE(edited.size(), 0); // showing is not answering
    editor->setValue(std::nullopt);
    QVERIFY(!editor->value());
}

void EditorsTest::exclusiveChoiceStandsAlone()
{
    std::unique_ptr<AnswerEditor> editor(AnswerEditor::make(fact(FactKind::Choices), m_rules));
    const auto press = [&](const QString &id) { editor->findChild<QAbstractButton *>(id)->click(); };
    press(u"one"_s);
    press(u"two"_s);
    QVERIFY(*editor->value() == Value(Picked{{u"one"_s, u"two"_s}}));
    press(u"none"_s);
    QVERIFY(*editor->value() == Value(Picked{{u"none"_s}}));
    press(u"one"_s);
    QVERIFY(*editor->value() == Value(Picked{{u"one"_s}}));
    press(u"unsure"_s);
    QVERIFY(*editor->value() == Value(Unsure{}));
}

void EditorsTest::ownNotSureOfAQuestionIsAChoice()
{
    FactDefinition own = fact(FactKind::Choice);
    own.choices.append({u"unsure"_s, u"Not sure"_s, {}, false});
    std::unique_ptr<AnswerEditor> editor(AnswerEditor::make(own, m_rules));
    QCOMPARE(editor->findChildren<QAbstractButton *>(u"unsure"_s).size(), 1);
    editor->findChild<QAbstractButton *>(u"unsure"_s)->click();
    QVERIFY(*editor->value() == Value(Picked{{u"unsure"_s}}));
}

void EditorsTest::quantityReadsWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("means"); // empty: cannot be read
    QTest::newRow("the unit beside it") << u"3000"_s << u"3 GHz"_s;
    QTest::newRow("a unit of its own") << u"3 GHz"_s << u"3 GHz"_s;
    QTest::newRow("a power") << u"3e3"_s << u"3 GHz"_s;
    QTest::newRow("no number") << u"fast"_s << QString();
    QTest::newRow("an unknown unit") << u"3 parsec"_s << QString();
    QTest::newRow("nothing") << u"  "_s << QString();
    QTest::newRow("absurd") << u"1e999"_s << QString();
}

void EditorsTest::quantityReadsWhatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, means);
    std::unique_ptr<AnswerEditor> editor(AnswerEditor::make(fact(FactKind::Quantity), m_rules));
    QCOMPARE(editor->findChild<QComboBox *>(u"unit"_s)->currentText(), u"MHz"_s);
    QTest::keyClicks(editor->findChild<QLineEdit *>(u"number"_s), typed);
    const auto value = editor->value();
    QCOMPARE(value.has_value(), !means.isEmpty());
    if (value)
        QVERIFY(*value == Value(m_rules.units.parse(means, u"frequency"_s).value()));
}

void EditorsTest::typingIsOneAnswer()
{
    std::unique_ptr<AnswerEditor> editor(AnswerEditor::make(fact(FactKind::Quantity), m_rules));
    QSignalSpy edited(editor.get(), &AnswerEditor::edited);
    auto *field = editor->findChild<QLineEdit *>(u"number"_s);
    QTest::keyClicks(field, u"1234"_s);
    QCOMPARE(edited.size(), 0);
    editor->flush();
    QCOMPARE(edited.size(), 1);
    editor->flush();
    QCOMPARE(edited.size(), 1);
    QTest::keyClicks(field, u"5"_s);
    QTRY_COMPARE(edited.size(), 2);
}

void EditorsTest::countryIsCompleted()
{
    std::unique_ptr<AnswerEditor> editor(AnswerEditor::make(fact(FactKind::Country), m_rules));
    auto *field = editor->findChild<QLineEdit *>(u"country"_s);
    QTest::keyClicks(field, u"jap"_s);
    QVERIFY(!editor->value());
    QTest::keyClicks(field, u"an"_s);
    QVERIFY(editor->value());
    QVERIFY(*editor->value() == Value(Country{u"JP"_s}));
}

void EditorsTest::looseCodes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("exact") << u"5A001.b.3"_s << u"5A001.b.3"_s;
    QTest::newRow("loose") << u"5a1b3"_s << u"5A001.b.3"_s;
    QTest::newRow("spaces") << u" 5 a 001 b "_s << u"5A001.b"_s;
    QTest::newRow("trailing dot") << u"5A001.b.3."_s << u"5A001.b.3"_s;
    QTest::newRow("held category, no such code") << u"5A001.q"_s << QString();
    QTest::newRow("not held") << u"6A005.a.1"_s << u"6A005.a.1"_s;
    QTest::newRow("not held, loose") << u"6a5a1"_s << u"6A005.a.1"_s;
    QTest::newRow("words") << u"laser"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("markup") << u"<b>5A001</b>"_s << QString();
}

void EditorsTest::looseCodes()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    QCOMPARE(EntriesEditor::codeFrom(m_rules, typed), code);
}

QTEST_MAIN(EditorsTest)
#include "editors_test.moc"
