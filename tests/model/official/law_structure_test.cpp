// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which paragraph belongs to which section, and under which labels it stands.
#include "model/official/lawlibrary.h"
#include "model/official/lawstructure.h"

#include "officialtesting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::official;
using namespace clearway::officialtest;

class LawStructureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofTheRegister();
    void places_data();
    void places();
    void withoutStyles();
    void noSections();
    void oddParagraphs();
    void citedLines_data();
    void citedLines();
};

void LawStructureTest::ofTheRegister()
{
    const LawText act = lawStructured(paragraphs(smallAct()));
    QCOMPARE(act.instrument.title, u"Defence Trade Controls Act 2012"_s);
    QCOMPARE(act.instrument.compilation, u"9"_s);
    QCOMPARE(act.instrument.compiled, QDate(2024, 10, 14));
    QCOMPARE(compilationInWords(act.instrument), u"compilation 9 of 2024-10-14"_s);
    QStringList numbers;
    for (const LawSection &section : act.sections)
        numbers.append(section.number + u' ' + section.heading + (section.inSchedule ? u" (schedule)"_s : QString()));
    QCOMPARE(numbers, (QStringList{u"1 Name of this law of toys"_s, u"4 Words used here"_s, u"10 Handing over kites"_s,
                                   u"10A Handing over hoops"_s, u"11 Leave of the aunt"_s, u"1 Red (schedule)"_s}));
    QCOMPARE(act.sections[0].path, QStringList{u"Part 1—Toys"_s});
    QCOMPARE(act.sections[2].path, (QStringList{u"Part 2—Handing over toys"_s, u"Division 1—Kites and hoops"_s}));
    QCOMPARE(act.sections.last().path, QStringList{u"Schedule 1—Colours"_s});
    const LawSection &kites = act.sections[2];
    QStringList places;
    for (const LawLine &line : kites.lines)
        places.append(line.place + u'|' + line.label);
    QCOMPARE(places, (QStringList{u"(1)|(1)"_s, u"(1)(a)|(a)"_s, u"(1)(b)|(b)"_s, u"(1)(b)(i)|(i)"_s,
                                  u"(1)(b)(ii)|(ii)"_s, u"(1)|"_s, u"(1A)|(1A)"_s, u"(2)|(2)"_s}));
    QCOMPARE(kites.lines[4].text, u"comes from the sea."_s);
    QCOMPARE(kites.lines[5].text, u"Penalty: A day without sweets."_s);
    QCOMPARE(act.sections[0].lines.size(), 1);
    QCOMPARE(act.sections[0].lines[0], (LawLine{{}, {}, u"This is an invented law about toys."_s}));
}

void LawStructureTest::places_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QStringList>("places");
    const auto row = [](const char *name, const QStringList &labels, const QStringList &places) {
        QTest::newRow(name) << labels << places;
    };
    row("nested", {u"(1)"_s, u"(a)"_s, u"(i)"_s, u"(A)"_s, u"(ii)"_s, u"(b)"_s, u"(2)"_s},
        {u"(1)"_s, u"(1)(a)"_s, u"(1)(a)(i)"_s, u"(1)(a)(i)(A)"_s, u"(1)(a)(ii)"_s, u"(1)(b)"_s, u"(2)"_s});
    row("i as a letter", {u"(1)"_s, u"(g)"_s, u"(h)"_s, u"(i)"_s, u"(j)"_s},
        {u"(1)"_s, u"(1)(g)"_s, u"(1)(h)"_s, u"(1)(i)"_s, u"(1)(j)"_s});
    row("i as a number under h", {u"(1)"_s, u"(h)"_s, u"(i)"_s, u"(ii)"_s, u"(iii)"_s, u"(iv)"_s, u"(v)"_s, u"(vi)"_s},
        {u"(1)"_s, u"(1)(h)"_s, u"(1)(i)"_s, u"(1)(i)(ii)"_s, u"(1)(i)(iii)"_s, u"(1)(i)(iv)"_s, u"(1)(i)(v)"_s,
         u"(1)(i)(vi)"_s}); // without a style nobody could tell
    row("v and x as letters", {u"(u)"_s, u"(v)"_s, u"(w)"_s, u"(x)"_s}, {u"(u)"_s, u"(v)"_s, u"(w)"_s, u"(x)"_s});
    row("inserted", {u"(1)"_s, u"(1A)"_s, u"(1AA)"_s, u"(1B)"_s}, {u"(1)"_s, u"(1A)"_s, u"(1AA)"_s, u"(1B)"_s});
    row("two letters", {u"(1)"_s, u"(a)"_s, u"(aa)"_s, u"(ab)"_s}, {u"(1)"_s, u"(1)(a)"_s, u"(1)(aa)"_s, u"(1)(ab)"_s});
    row("no subsection", {u"(a)"_s, u"(i)"_s, u"(b)"_s}, {u"(a)"_s, u"(a)(i)"_s, u"(b)"_s});
}

void LawStructureTest::places()
{
    QFETCH(QStringList, labels);
    QFETCH(QStringList, places);
    QList<Line> lines{{u"ActHead5"_s, 0, u"1 Labels"_s}};
    for (const QString &label : labels)
        lines.append({u"Normal"_s, 0, u"\t"_s + label + u"\tsomething"_s});
    const LawText text = lawStructured(paragraphs(lines));
    QCOMPARE(text.sections.size(), 1);
    QStringList found;
    for (const LawLine &line : text.sections.first().lines)
        found.append(line.place);
    QCOMPARE(found, places);
}

void LawStructureTest::withoutStyles()
{
    QList<Line> lines = smallAct();
    for (Line &line : lines)
        line.style.clear();
    lines.remove(4, 2); // a table of contents is left out by the reading
    const LawText plain = lawStructured(paragraphs(lines));
    const LawText styled = lawStructured(paragraphs(smallAct()));
    QCOMPARE(plain.instrument.title, styled.instrument.title);
    QCOMPARE(plain.sections.size(), styled.sections.size());
    for (qsizetype i = 0; i < plain.sections.size(); ++i) {
        QCOMPARE(plain.sections[i].number, styled.sections[i].number);
        QCOMPARE(plain.sections[i].path, styled.sections[i].path);
        QCOMPARE(plain.sections[i].lines, styled.sections[i].lines);
    }
    // A number that does not rise is no heading, nor a sentence that begins with one.
    lines.insert(16, {{}, 0, u"3 Pigs went to market"_s});
    lines.insert(17, {{}, 0, u"12 Pigs stayed at home."_s});
    QCOMPARE(lawStructured(paragraphs(lines)).sections.size(), styled.sections.size());
}

void LawStructureTest::noSections()
{
    QVERIFY(lawStructured({}).sections.isEmpty());
    const LawText letter =
        lawStructured(paragraphs({{u"Normal"_s, 0, u"Dear colleague, thank you for your letter."_s}}));
    QVERIFY(letter.sections.isEmpty() && letter.instrument.title.isEmpty());
}

void LawStructureTest::oddParagraphs()
{
    // Nothing here may crash or be taken for more than it is.
    QList<Line> lines{{u"ActHead5"_s, 0, u"1 Odd"_s}};
    for (const QString &text : {u"()"_s, u"("_s, u"(1"_s, u"(1)(2)(3)"_s, u"(zzzzzzzzz) no label"_s, u"(1)"_s,
                                u"\t\t\t"_s, u"(a)(i)(A) deep"_s, QString(20000, u'(')})
        lines.append({u"paragraph"_s, 0, text});
    lines.append({u"ActHead5"_s, 0, u"no number"_s});
    lines.append({u"ActHead5"_s, 0, u"99999999999 too large"_s});
    const LawText text = lawStructured(paragraphs(lines));
    QCOMPARE(text.sections.size(), 1);
    QVERIFY(text.sections.first().lines.size() >= 8);
}

void LawStructureTest::citedLines_data()
{
    QTest::addColumn<int>("section");
    QTest::addColumn<QStringList>("places");
    QTest::addColumn<QStringList>("terms");
    QTest::addColumn<QList<qsizetype>>("lines");
    const auto row = [](const char *name, int section, const QStringList &places, const QStringList &terms,
                        const QList<qsizetype> &lines) { QTest::newRow(name) << section << places << terms << lines; };
    row("all of it", 2, {}, {}, {});
    row("a subsection", 2, {u"(1A)"_s}, {}, {6});
    row("a paragraph with what stands above", 2, {u"(1)(a)"_s}, {}, {0, 1, 5});
    row("with what stands below", 2, {u"(1)(b)"_s}, {}, {0, 2, 3, 4, 5});
    row("a subparagraph", 2, {u"(1)(b)(ii)"_s}, {}, {0, 2, 4, 5});
    row("two places", 2, {u"(1A)"_s, u"(2)"_s}, {}, {6, 7});
    row("a range", 2, {u"(1A)-(2)"_s}, {}, {6, 7});
    row("a range that ends nowhere", 2, {u"(1A)-(9)"_s}, {}, {6, 7});
    row("a range of nothing", 2, {u"(8)-(9)"_s}, {}, {});
    row("a term", 1, {}, {u"hoop"_s}, {1, 2, 3});
    row("the next term", 1, {}, {u"Kite"_s}, {4});
    row("no such term", 1, {}, {u"drum"_s}, {});
}

void LawStructureTest::citedLines()
{
    QFETCH(int, section);
    QFETCH(QStringList, places);
    QFETCH(QStringList, terms);
    QFETCH(QList<qsizetype>, lines);
    const LawText act = lawStructured(paragraphs(smallAct()));
    QCOMPARE(clearway::official::citedLines(act.sections[section], places, terms), lines);
}

QTEST_GUILESS_MAIN(LawStructureTest)
#include "law_structure_test.moc"
