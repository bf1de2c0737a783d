// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which paragraph belongs to which code.
#include "model/official/structure.h"

#include "officialtesting.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::official;
using namespace clearway::officialtest;

class OfficialStructureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeList();
    void codes_data();
    void codes();
    void notesSayWhatTheyAreAbout_data();
    void notesSayWhatTheyAreAbout();
    void cleanedText_data();
    void cleanedText();
    void marks();
};

void OfficialStructureTest::wholeList()
{
    const OfficialText text = structured(paragraphs(smallList()));
    QStringList found;
    for (const OfficialEntry &entry : text.entries) {
        found.append(entry.code + u" = "_s + entry.wording);
        for (const OfficialNote &note : entry.notes)
            found.append(u"  "_s + noteKindName(note.kind) + u": "_s + note.text);
    }
    const QStringList expected{
        u"ML1 = Kites with a span of less than 2 m, as follows:"_s,
        u"  note: Note: ML1. does not apply to:"_s,
        u"  note: a. Paper kites;"_s,
        u"  note: b. Lanterns."_s,
        u"ML1.a = Kites made of silk (dyed or plain);"_s,
        u"ML1.b = Kite strings having all of the following:"_s,
        u"ML1.b.1 = A length exceeding 5 x 10^2 m; and"_s,
        u"ML1.b.2 = A strength of 20 N or more."_s,
        u"7A001 = Spinning tops as follows:"_s,
        u"7A001.a = Tops filled with CO_2, as follows:"_s,
        u"7A001.a.1 = Spinning at 3,000 rpm or more;"_s,
        u"  note: Note: This does not apply to tops below:"_s,
        u"  note: a. 10 g; or"_s,
        u"  note: b. 15 mm."_s,
        u"7A001.a.2 = Not used;"_s,
        u"  technical: Technical Note:"_s,
        u"  technical: Speed is measured at 20°C."_s,
        u"7A001.b = Hoops."_s,
        u"  nb: N.B.: SEE ALSO HOOPS OF PART 1."_s,
        u"7A350 = Paints, as follows:"_s,
        u"7A350.1 = Red;"_s,
        u"7A350.2 = Green."_s,
    };
    QCOMPARE(found, expected);
    QStringList others;
    for (const OtherParagraph &other : text.others)
        others.append(placeName(other.place));
    QCOMPARE(others.count(u"before"_s), 5);
    QCOMPARE(others.count(u"heading"_s), 4);
    QCOMPARE(others.count(u"unmatched"_s), 0);
    QCOMPARE(others.count(u"after"_s), 2);
}

void OfficialStructureTest::codes_data()
{
    QTest::addColumn<QList<Line>>("lines"); // after "7A001 … as follows:"
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char *name, const QList<Line> &lines, const QStringList &codes) {
        QTest::newRow(name) << lines << codes;
    };
    row("two levels in one line",
        {{u"DL0Aa"_s, 1701, u"a.\tHaving any of the following:"_s},
         {u"DL0Aa1a0"_s, 2835, u"1.\ta.\tRed; and"_s},
         {u"DL0Aa1a0"_s, 2835, u"\tb.\tGreen;"_s}},
        {u"7A001.a"_s, u"7A001.a.1"_s, u"7A001.a.1.a"_s, u"7A001.a.1.b"_s});
    row("the category is missing", {{u"DL0Aa"_s, 1701, u"A.\t001.\ta.\tRed;"_s}}, {u"7A001.a"_s});
    row("the indent decides between two",
        {{u"DL0Aa"_s, 1701, u"a.\tHaving any of the following:"_s},
         {u"DL0Aa1"_s, 2268, u"1.\tAny of the following:"_s},
         {u"DL0Aa1"_s, 2835, u"a.\tRed;"_s},
         {u"DL0Aa1"_s, 1701, u"b.\tGreen."_s}},
        {u"7A001.a"_s, u"7A001.a.1"_s, u"7A001.a.1.a"_s, u"7A001.b"_s});
    row("… for the deeper one",
        {{u"DL0Aa"_s, 1701, u"a.\tHaving any of the following:"_s},
         {u"DL0Aa1"_s, 2268, u"1.\tAny of the following:"_s},
         {u"DL0Aa"_s, 2835, u"a.\tRed;"_s},
         {u"DL0Aa"_s, 2835, u"b.\tGreen."_s}},
        {u"7A001.a"_s, u"7A001.a.1"_s, u"7A001.a.1.a"_s, u"7A001.a.1.b"_s});
    row("beyond z", {{u"DL0Aa"_s, 1701, u"7.\tA.\t001.\tz.\tLast;"_s}, {u"DL0Aa"_s, 1701, u"aa.\tMore."_s}},
        {u"7A001.z"_s, u"7A001.aa"_s});
    row("entries in a note's style",
        {{u"DL0Aa"_s, 1701, u"a.\tHaving any of the following:"_s},
         {u"DL0Aa1Notea"_s, 2268, u"1.\tRed;"_s},
         {u"DL0Aa1Notea"_s, 2268, u"2.\tGreen."_s}},
        {u"7A001.a"_s, u"7A001.a.1"_s, u"7A001.a.2"_s});
    row("a note's list in an entry's style",
        {{u"DL0Aa"_s, 1701, u"a.\tRed;"_s},
         {u"DL0AaNote"_s, 2268, u"Note:\tIt includes:"_s},
         {u"DL0Aa1"_s, 2835, u"1.\tPink;"_s},
         {u"DL0Aa1"_s, 2835, u"2.\tRose."_s},
         {u"DL0Aa"_s, 1701, u"b.\tGreen."_s}},
        {u"7A001.a"_s, u"7A001.b"_s});
    row("a note within a note's list",
        {{u"DL0Aa"_s, 1701, u"a.\tRed;"_s},
         {{}, 2268, u"Note:\tIt includes:"_s},
         {{}, 2835, u"a.\tPink;"_s},
         {{}, 2835, u"Technical Note:"_s},
         {{}, 2835, u"Pink is pale."_s},
         {{}, 2835, u"b.\tRose."_s},
         {u"DL0Aa"_s, 1701, u"b.\tGreen."_s}},
        {u"7A001.a"_s, u"7A001.b"_s});
    row("a note's list printed with the code",
        {{u"DL0Aa"_s, 1701, u"a.\tRed;"_s},
         {{}, 2268, u"Note:\tIt includes:"_s},
         {{}, 2835, u"a.\tPink;"_s},
         {{}, 2835, u"b.\tRose;"_s},
         {u"MLnewstyle1"_s, 1134, u"7.\tA.\t001.\tc.\tRuby."_s}},
        {u"7A001.a"_s});
    row("a slip of the indent", {{u"DL0Aa"_s, 981, u"a.\tRed;"_s}, {u"DL0Aa"_s, 1701, u"b.\tGreen."_s}},
        {u"7A001.a"_s, u"7A001.b"_s});
    row("no label, but a table", {{u"Tabletext"_s, 0, u"Colour"_s}}, {});
    row("decimals are no labels", {{u"DL0Aa"_s, 1701, u"a.\tRed;"_s}, {u"DL0Aa1"_s, 2268, u"1.5 m of it."_s}},
        {u"7A001.a"_s});
}

void OfficialStructureTest::codes()
{
    QFETCH(const QList<Line>, lines);
    QFETCH(const QStringList, codes);
    QList<Line> all{{u"ActHead2"_s, 0, u"Part 1—Toy list"_s},
                    {u"Cat0newstyle2"_s, 1134, u"7.\tA.\t001.\tSpinning tops as follows:"_s}};
    all += lines;
    const OfficialText text = structured(paragraphs(all));
    QStringList found;
    for (const OfficialEntry &entry : text.entries)
        found.append(entry.code);
    QCOMPARE(found, QStringList(u"7A001"_s) + codes);
    // Nothing is lost: every paragraph is somewhere.
    qsizetype kept = text.others.size();
    for (const OfficialEntry &entry : text.entries)
        kept += entry.notes.size() + (entry.wording.isEmpty() ? 0 : 1);
    QCOMPARE(kept, all.size());
}

// Behind 7A001.a.1 and .2, each paragraph by the code it is kept under.
void OfficialStructureTest::notesSayWhatTheyAreAbout_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char *name, const QStringList &texts, const QStringList &codes) {
        QTest::newRow(name) << texts << codes;
    };
    const QString last = u"7A001.a.2"_s;
    row("nothing is said", {u"Note:\tThis is small."_s, u"Technical Note:"_s, u"Small is less."_s}, {last, last, last});
    row("of the family", {u"Note 2:\t7A001.a. does not apply to:"_s, u"a.\tRings;"_s, u"b.\tRods."_s},
        {u"7A001.a"_s, u"7A001.a"_s, u"7A001.a"_s});
    row("of the entry", {u"N.B.:\tSee hoops."_s, u"Note:\t7A001 includes rings."_s}, {last, u"7A001"_s});
    row("of two codes", {u"Note:\t7A001.a.1. and 7A001.a.2. include rings."_s}, {u"7A001.a"_s});
    row("of codes of several entries", {u"Note:\t7A001.a.1. or 8A001 include rings."_s}, {last});
    row("the title goes along", {u"Technical Note:"_s, u"For the purposes of 7A001.a.1., 'small' is less."_s},
        {u"7A001.a.1"_s, u"7A001.a.1"_s});
    row("numbered ones each",
        {u"Technical Notes:"_s, u"1.\tFor the purposes of 7A001.a., 'small' is less."_s,
         u"2.\tFor the purposes of 7A001.a.1., 'red' is reddish."_s, u"It is."_s},
        {u"7A001.a"_s, u"7A001.a"_s, u"7A001.a.1"_s, u"7A001.a.1"_s});
    row("of another entry", {u"Note:\t8A001 is another matter."_s}, {last});
    row("of a code that is not there", {u"Note:\t7A001.z. is another matter."_s}, {last});
}

void OfficialStructureTest::notesSayWhatTheyAreAbout()
{
    QFETCH(const QStringList, texts);
    QFETCH(const QStringList, codes);
    QList<Line> lines{{u"ActHead2"_s, 0, u"Part 1—Toy list"_s},
                      {u"Cat0newstyle2"_s, 1134, u"7.\tA.\t001.\tSpinning tops as follows:"_s},
                      {u"DL0Aa"_s, 1701, u"a.\tTops as follows:"_s},
                      {u"DL0Aa1"_s, 2268, u"1.\tRed;"_s},
                      {u"DL0Aa1"_s, 2268, u"2.\tGreen."_s}};
    const int before = int(lines.size());
    for (const QString &one : texts)
        lines.append({u"DL0Aa1Note"_s, 2835, one});
    const OfficialText text = structured(paragraphs(lines));
    QMap<int, QString> found;
    for (const OfficialEntry &entry : text.entries)
        for (const OfficialNote &note : entry.notes)
            found.insert(note.paragraph - before, entry.code);
    QCOMPARE(found.values(), codes);
}

void OfficialStructureTest::cleanedText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("blanks") << u"  a\t b\u00a0 c\n"_s << u"a b c"_s;
    QTest::newRow("hyphens") << u"non\u2011rotating so\u00adnar"_s << u"non-rotating sonar"_s;
    QTest::newRow("nothing") << u" \u00a0\t"_s << QString();
}

void OfficialStructureTest::cleanedText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, clean);
    QCOMPARE(cleaned(text), clean);
}

void OfficialStructureTest::marks()
{
    using enum MarkedText::Position;
    MarkedText text;
    text.append(u"3 x 10", Normal);
    text.append(u"-", Raised);
    text.append(u"4", Raised); // one exponent in two runs
    text.append(u" at 20", Normal);
    text.append(u"o", Raised);
    text.append(u"C, 5 \uf06dm, C", Normal);
    text.append(u"3", Lowered);
    text.append(u"I", Normal);
    QCOMPARE(text.text(), u"3 x 10^-4 at 20°C, 5 µm, C_3I"_s);
}

QTEST_GUILESS_MAIN(OfficialStructureTest)
#include "official_structure_test.moc"
