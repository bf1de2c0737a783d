// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the panel of suggestions shows, without a window: sentences on figures, marks in the text, what is set aside.
#include "ui/models/figurewords.h"
#include "ui/models/suggestionmodel.h"
#include "ui/models/textmarks.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::ui;
using classification::FigureFinding;
using classification::Suggestion;
using classification::Suggestions;
using language::Comparison;

namespace {

language::Quantity quantity(const QString &written)
{
    language::Quantity made;
    made.kind = u"length"_s;
    made.written = written;
    return made;
}

std::shared_ptr<const language::RuleBook> rules()
{
    language::RuleBook book;
    const auto add = [&](const QString &code, const QString &title) {
        language::Entry entry;
        entry.code = code;
        entry.title = title;
        book.entries.insert(code, entry);
        book.entryOrder.append(code);
    };
    add(u"9X001"_s, u"Long things"_s);
    add(u"9X001.a"_s, u"Longer than a metre"_s);
    add(u"9X002"_s, u"Short things"_s);
    language::FactDefinition length;
    length.id = u"thing_length"_s;
    length.prompt = u"What is the length of the thing?"_s;
    book.facts.insert(length.id, length);
    return std::make_shared<const language::RuleBook>(std::move(book));
}

FigureFinding finding(Comparison comparison, const QString &limit, bool met, qsizetype which = 0)
{
    return {u"9X001.a"_s, u"thing_length"_s, comparison, quantity(limit), u"2 m"_s, which, met};
}

Suggestions several(int count)
{
    Suggestions found;
    found.flagged = true;
    for (int i = 0; i < count; ++i) {
        Suggestion one;
        one.code = u"9X%1"_s.arg(i, 3, 10, QChar(u'0'));
        one.position = one.code;
        found.suggestions.append(one);
    }
    return found;
}

QStringList codes(const SuggestionModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row).data(SuggestionModel::CodeRole).toString();
    return result;
}

} // namespace

class SuggestionModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parametersAreNamedByTheirQuestion_data();
    void parametersAreNamedByTheirQuestion();
    void figuresAreSentences();
    void bothEndsOfARangeAreOneSentence();
    void marksStandWhereTheEvidenceStands_data();
    void marksStandWhereTheEvidenceStands();
    void figuresAreMarkedBeforeWords();
    void notMoreThanCanBeSeen();
    void whatIsNoTextIsCleaned_data();
    void whatIsNoTextIsCleaned();
    void rowsSayAllInWords();
    void whatIsSetAsideStaysSo();
    void theNextOneMovesUp();
};

void SuggestionModelsTest::parametersAreNamedByTheirQuestion_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *tag, const QString &prompt, const QString &name) {
        QTest::newRow(tag) << prompt << name;
    };
    row("what is the", u"What is the peak power of the laser?"_s, u"peak power of the laser"_s);
    row("what is its", u"What is its volume?"_s, u"volume"_s);
    row("what does", u"What resolution does the conversion have in this mode?"_s, u"resolution"_s);
    row("which can", u"Which acceleration (rms) can the system reach at this frequency?"_s, u"acceleration (rms)"_s);
    row("at which", u"At which acoustic frequency does it operate here?"_s, u"acoustic frequency"_s);
    row("up to which", u"Up to which velocity can the interferometer measure?"_s, u"velocity"_s);
    row("here", u"What is the beam parameter product here?"_s, u"beam parameter product"_s);
    row("how many", u"How many axes does it have?"_s, u"“How many axes does it have?”"_s);
    row("a clause", u"What share of it, by weight, are explosives?"_s,
        u"“What share of it, by weight, are explosives?”"_s);
    row("too long",
        u"What is the low-cycle fatigue life of the alloy, in cycles, at 973 K and a maximum stress of 700 MPa?"_s,
        u"“What is the low-cycle fatigue life of the alloy, in cycles, at 973 K and a maximum stress of 700 MPa?”"_s);
    row("none", {}, u"“”"_s);
}

void SuggestionModelsTest::parametersAreNamedByTheirQuestion()
{
    QFETCH(QString, prompt);
    language::FactDefinition fact;
    fact.id = u"never_shown"_s;
    fact.prompt = prompt;
    QTEST(parameterName(fact), "name");
}

void SuggestionModelsTest::figuresAreSentences()
{
    const auto book = rules();
    FigureFinding unknown = finding(Comparison::NotEqual, u"5 m"_s, true, 2);
    unknown.fact = u"not_there"_s;
    unknown.written = u"2 \u202em"_s;
    const QList<FigureSentence> said = figureSentences(
        {finding(Comparison::Less, u"1 m"_s, false), finding(Comparison::GreaterOrEqual, u"1 m"_s, true), unknown},
        *book);
    QCOMPARE(said.size(), 3);
    // What is met comes first.
    QCOMPARE(said[0].shown, u"2 m meets ≥ 1 m, length of the thing, 9X001.a"_s);
    QCOMPARE(said[0].spoken, u"2 m meets at least 1 m, length of the thing, 9X001.a"_s);
    QCOMPARE(said[0].question, u"What is the length of the thing?"_s);
    QCOMPARE(said[1].shown, u"2 m meets ≠ 5 m, a parameter, 9X001.a"_s);
    QCOMPARE(said[2].shown, u"2 m does not meet < 1 m, length of the thing, 9X001.a"_s);
    QVERIFY(!said[2].met);
}

void SuggestionModelsTest::bothEndsOfARangeAreOneSentence()
{
    const QList<FigureSentence> said = figureSentences(
        {finding(Comparison::GreaterOrEqual, u"1 m"_s, true), finding(Comparison::Less, u"3 m"_s, true)}, *rules());
    QCOMPARE(said.size(), 1);
    QCOMPARE(said[0].shown, u"2 m meets ≥ 1 m and < 3 m, length of the thing, 9X001.a"_s);
}

void SuggestionModelsTest::marksStandWhereTheEvidenceStands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expressions");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("marked");
    QTest::newRow("nothing") << QString() << QStringList{u"laser"_s} << QStringList{} << QStringList{};
    QTest::newRow("words") << u"Laser, a laser; lasers"_s << QStringList{} << QStringList{u"laser"_s}
                           << QStringList{u"Laser"_s, u"laser"_s};
    QTest::newRow("an expression over lines") << u"a fibre\n  laser"_s << QStringList{u"fibre laser"_s}
                                              << QStringList{u"laser"_s} << QStringList{u"fibre\n  laser"_s};
    QTest::newRow("signs mean themselves") << u"a C++ (or .*) thing"_s << QStringList{u"(or .*)"_s}
                                           << QStringList{u"a"_s, u""_s} << QStringList{u"a"_s, u"(or .*)"_s};
    QTest::newRow("beyond the basic plane")
        << u"\U0001D7D8 laser"_s << QStringList{} << QStringList{u"laser"_s} << QStringList{u"laser"_s};
    QTest::newRow("right to left") << u"לייזר laser"_s << QStringList{} << QStringList{u"laser"_s}
                                   << QStringList{u"laser"_s};
}

void SuggestionModelsTest::marksStandWhereTheEvidenceStands()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expressions);
    QFETCH(QStringList, words);
    Suggestion suggestion;
    suggestion.expressions = expressions;
    suggestion.words = words;
    QStringList marked;
    for (const TextMark &mark : textMarks(text, suggestion, {}))
        marked << text.sliced(mark.from, mark.length);
    QTEST(marked, "marked");
}

void SuggestionModelsTest::figuresAreMarkedBeforeWords()
{
    const QString text = u"2 m laser of 3 m"_s;
    Suggestion suggestion;
    suggestion.words = {u"m"_s, u"laser"_s};
    suggestion.figures = {finding(Comparison::Less, u"1 m"_s, false, 0), finding(Comparison::Less, u"9 m"_s, true, 1),
                          finding(Comparison::Less, u"9 m"_s, true, 7)};
    const QList<classification::TextQuantity> quantities{{u"2 m"_s, 0, 3, {}, {}}, {u"3 m"_s, 13, 3, {}, {}}};
    const QList<TextMark> expected{
        {TextMark::FigureMissed, 0, 3}, {TextMark::Word, 4, 5}, {TextMark::FigureMet, 13, 3}};
    QVERIFY(textMarks(text, suggestion, quantities) == expected);
    // Places that are not in the text mark nothing.
    QVERIFY(textMarks(u"2"_s, suggestion, quantities).isEmpty());
}

void SuggestionModelsTest::notMoreThanCanBeSeen()
{
    Suggestion suggestion;
    suggestion.words = {u"laser"_s};
    QCOMPARE(textMarks(u"laser "_s.repeated(50'000), suggestion, {}, 40).size(), 40);
}

void SuggestionModelsTest::whatIsNoTextIsCleaned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cleaned");
    QTest::newRow("plain") << u"3 µm, naïve 測 \U0001D7D8\n\t x"_s << u"3 µm, naïve 測 \U0001D7D8\n\t x"_s;
    QTest::newRow("controls") << QString(u"a\0b\x1b[0m\x7f\x85z"_s) << u"a b [0m  z"_s;
    QTest::newRow("ends of lines") << u"a\r\nb\rc\n"_s << u"a\nb\nc\n"_s;
    QTest::newRow("overrides") << u"a\u202egnp.exe\u202c \u2066b\u2069"_s << u"agnp.exe b"_s;
    QTest::newRow("right to left stays") << u"שלום laser"_s << u"שלום laser"_s;
    QTest::newRow("halves") << QString(QChar(0xd835)) + u"a"_s + QChar(0xdfd8) << u"\ufffda\ufffd"_s;
    QTest::newRow("no characters") << QString(QChar(0xfdd0)) + QChar(0xffff) + u"a"_s << u"  a"_s;
}

void SuggestionModelsTest::whatIsNoTextIsCleaned()
{
    QFETCH(QString, text);
    QTEST(quotable(text), "cleaned");
}

void SuggestionModelsTest::rowsSayAllInWords()
{
    SuggestionModel model(rules());
    const QAbstractItemModelTester tester(&model);
    Suggestions found;
    Suggestion first;
    first.code = u"9X001"_s;
    first.position = u"9X001.a"_s;
    first.words = {u"long"_s, u"Thing"_s, u"Long"_s};
    first.expressions = {u"very long"_s};
    first.figures = {finding(Comparison::GreaterOrEqual, u"1 m"_s, true), finding(Comparison::Less, u"1 m"_s, false)};
    Suggestion second;
    second.code = second.position = u"9X002"_s;
    found.suggestions = {first, second};
    model.setFound(found);
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data().toString(), u"9X001  Long things"_s);
    QCOMPARE(row.data(SuggestionModel::PositionRole).toString(), u"9X001.a"_s);
    QCOMPARE(row.data(SuggestionModel::PositionTitleRole).toString(), u"Longer than a metre"_s);
    QCOMPARE(row.data(SuggestionModel::MetRole).toStringList(),
             QStringList{u"2 m meets ≥ 1 m, length of the thing, 9X001.a"_s});
    QCOMPARE(row.data(SuggestionModel::MissedRole).toStringList(),
             QStringList{u"2 m does not meet < 1 m, length of the thing, 9X001.a"_s});
    QCOMPARE(row.data(SuggestionModel::SharedRole).toString(), u"“very long”, Thing"_s);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
             u"9X001, Long things. Fits best: 9X001.a, Longer than a metre. 2 m meets at least 1 m, length of the "
             "thing, 9X001.a. 2 m does not meet less than 1 m, length of the thing, 9X001.a. In the text: “very "
             "long”, Thing"_s);
    // The entry itself is no position of it.
    QCOMPARE(model.index(1).data(SuggestionModel::PositionRole).toString(), QString());
    QVERIFY(model.marks(u"any"_s, {}).isEmpty());
}

void SuggestionModelsTest::whatIsSetAsideStaysSo()
{
    SuggestionModel model(rules());
    const QAbstractItemModelTester tester(&model);
    model.setFound(several(3));
    model.dismiss(u"9X001"_s, u"it is short"_s);
    QCOMPARE(codes(model), (QStringList{u"9X000"_s, u"9X002"_s}));
    // More of the same text finds it again.
    model.setFound(several(4));
    QCOMPARE(codes(model), (QStringList{u"9X000"_s, u"9X002"_s, u"9X003"_s}));
    QCOMPARE(model.dismissed(), (QList<SuggestionModel::Dismissal>{{u"9X001"_s, u"it is short"_s}}));
    model.dismiss(u"9X001"_s, u"it is blue"_s);
    QCOMPARE(model.dismissed().size(), 1);
    model.setDismissed({});
    QCOMPARE(model.rowCount(), 4);
    model.dismiss(u"9X000"_s, {});
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.dismissed().isEmpty());
}

void SuggestionModelsTest::theNextOneMovesUp()
{
    SuggestionModel model(rules());
    const QAbstractItemModelTester tester(&model);
    model.setFound(several(SuggestionModel::mostShown + 2));
    QCOMPARE(model.rowCount(), SuggestionModel::mostShown);
    QSignalSpy added(&model, &QAbstractItemModel::rowsInserted);
    model.dismiss(u"9X000"_s, {});
    QCOMPARE(model.rowCount(), SuggestionModel::mostShown);
    QCOMPARE(added.size(), 1);
    model.dismiss(u"9X001"_s, {});
    model.dismiss(u"9X002"_s, {});
    QCOMPARE(model.rowCount(), SuggestionModel::mostShown - 1);
}

QTEST_GUILESS_MAIN(SuggestionModelsTest)
#include "suggestionmodels_test.moc"
