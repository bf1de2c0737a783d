// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/reasoning/evaluation.h"

#include "evaluationrules.h"
#include "yamlrules.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;
using reasoning::Answers;
using reasoning::Context;
using reasoning::ListFinding;
using reasoning::truth;
using reasoning::Truth;

Q_DECLARE_METATYPE(clearway::reasoning::Truth)

namespace {

constexpr Truth F = Truth::False;
constexpr Truth U = Truth::Unknown;
constexpr Truth T = Truth::True;

void row(const QByteArray &condition, const QByteArray &facts, Truth expected)
{
    QTest::addRow("%s with %s", condition.constData(), facts.simplified().constData())
        << condition << facts << expected;
}

/// One condition on several answers.
void rows(const QByteArray &condition, const QList<std::pair<QByteArray, Truth>> &cases)
{
    for (const auto &[facts, expected] : cases)
        row(condition, facts, expected);
}

void conditionColumns()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<Truth>("expected");
}

/// What is kept between conditions changes nothing, neither when it is first worked out nor later.
void compareTruth(const QByteArray &text, const QByteArray &facts, Truth expected)
{
    const language::ConditionPtr condition = conditionFrom(QString::fromUtf8(text), evaluationRules());
    const Answers answers = answersFrom(facts);
    Context context = contextOf(answers);
    QCOMPARE(textOf(reasoning::evaluate(*condition, context)), textOf(expected));
    reasoning::Remembered remembered;
    context.remembered = &remembered;
    QCOMPARE(textOf(reasoning::evaluate(*condition, context)), textOf(expected));
    QCOMPARE(textOf(reasoning::evaluate(*condition, context)), textOf(expected));
}

} // namespace

class EvaluationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void atoms_data();
    void atoms() { compare(); }
    void comparisons_data();
    void comparisons() { compare(); }
    void joined_data();
    void joined() { compare(); }
    void points_data();
    void points() { compare(); }
    void references_data();
    void references() { compare(); }
    void entrySets_data();
    void entrySets() { compare(); }
    void listConditions_data();
    void listConditions();
    void stateRules_data();
    void stateRules();
    void entries_data();
    void entries();
    void findings_data();
    void findings();
    void indexOfEntries();

private:
    static void compare()
    {
        QFETCH(QByteArray, condition);
        QFETCH(QByteArray, facts);
        QFETCH(Truth, expected);
        compareTruth(condition, facts, expected);
    }
};

void EvaluationTest::atoms_data()
{
    conditionColumns();
    row("true", "", T);
    row("false", "", F);
    rows("item.a", {{"", U},
                    {R"({"item.a": "unsure"})", U},
                    {R"({"item.a": "yes"})", T},
                    {R"({"item.a": "no"})", F},
                    {R"({"item.b": "yes"})", U}});
    rows("item.special", {{"", U},
                          {R"({"item.special": "unsure"})", U},
                          {R"({"item.special": "yes"})", T},
                          {R"({"item.special": "no"})", F}});
    row("case.hit", R"({"case.hit": "yes"})", T);
    row("activity.gives", R"({"activity.gives": "yes"})", T);
    row("recipient.kin", R"({"recipient.kin": "yes"})", T);

    const QByteArray unsure = R"({"activity.medium": "unsure"})";
    const QByteArray speech = R"({"activity.medium": "speech"})";
    const QByteArray file = R"({"activity.medium": "file"})";
    rows("activity.medium is file", {{"", U}, {unsure, U}, {speech, F}, {file, T}});
    rows("activity.medium is not file", {{"", U}, {unsure, U}, {speech, T}, {file, F}});
    rows("activity.medium is any of (file, mail)", {{"", U}, {unsure, U}, {speech, F}, {file, T}});

    const QByteArray nothing = R"({"item.areas": []})";
    const QByteArray radio = R"({"item.areas": ["radio"]})";
    const QByteArray sound = R"({"item.areas": ["sound"]})";
    const QByteArray two = R"({"item.areas": ["optics", "radio"]})";
    const QByteArray three = R"({"item.areas": ["optics", "radio", "sound"]})";
    const QByteArray open = R"({"item.areas": "unsure"})";
    rows("item.areas has radio", {{"", U}, {open, U}, {nothing, F}, {radio, T}, {sound, F}, {three, T}});
    rows("item.areas has not radio", {{"", U}, {open, U}, {nothing, T}, {radio, F}, {sound, T}, {three, F}});
    rows("item.areas has any of (radio, optics)",
         {{"", U}, {open, U}, {nothing, F}, {radio, T}, {sound, F}, {two, T}, {three, T}});
    rows("item.areas has all of (radio, optics)",
         {{"", U}, {open, U}, {nothing, F}, {radio, F}, {sound, F}, {two, T}, {three, T}});
    rows("item.areas is only (radio, optics)",
         {{"", U}, {open, U}, {nothing, F}, {radio, T}, {sound, F}, {two, T}, {three, F}});
    rows("item.areas is only radio", {{radio, T}, {two, F}});

    const QByteArray home = R"({"recipient.place": "AU"})";
    const QByteArray japan = R"({"recipient.place": "JP"})";
    const QByteArray france = R"({"recipient.place": "FR"})";
    const QByteArray somewhere = R"({"recipient.place": "unsure"})";
    rows("recipient.place is AU", {{"", U}, {somewhere, U}, {home, T}, {japan, F}});
    rows("recipient.place is not AU", {{"", U}, {somewhere, U}, {home, F}, {japan, T}});
    rows("recipient.place is any of (AU, FR)", {{"", U}, {home, T}, {france, T}, {japan, F}});
    rows("recipient.place in group partners", {{"", U}, {somewhere, U}, {home, F}, {japan, T}, {france, F}});
    rows("recipient.place in group partners or recipient.place is AU", {{home, T}, {japan, T}, {france, F}});
}

void EvaluationTest::comparisons_data()
{
    conditionColumns();
    struct Sign {
        const char *text;
        bool below, at, above;
    };
    for (const Sign &sign :
         {Sign{"<", true, false, false}, Sign{"<=", true, true, false}, Sign{"=", false, true, false},
          Sign{"!=", true, false, true}, Sign{">=", false, true, true}, Sign{">", false, false, true}}) {
        const QByteArray day = QByteArray("case.day ") + sign.text + " 2025-03-01";
        rows(day, {{"", U},
                   {R"({"case.day": "unsure"})", U},
                   {R"({"case.day": "2025-02-28"})", truth(sign.below)},
                   {R"({"case.day": "2025-03-01"})", truth(sign.at)},
                   {R"({"case.day": "2025-03-02"})", truth(sign.above)}});
        const QByteArray length = QByteArray("item.length ") + sign.text + " 1 inch";
        rows(length, {{"", U},
                      {R"({"item.length": "unsure"})", U},
                      {R"({"item.length": "25.3 mm"})", truth(sign.below)},
                      {R"({"item.length": "25.4 mm"})", truth(sign.at)},
                      {R"({"item.length": "0.026 m"})", truth(sign.above)}});
        const QByteArray mirrored = QByteArray("1 inch ") + sign.text + " item.length";
        rows(mirrored, {{R"({"item.length": "25.3 mm"})", truth(sign.above)},
                        {R"({"item.length": "1 inch"})", truth(sign.at)},
                        {R"({"item.length": "25.5 mm"})", truth(sign.below)}});
    }
    rows("item.length in [1 m, 2 m)", {{"", U},
                                       {R"({"item.length": "999 mm"})", F},
                                       {R"({"item.length": "1000 mm"})", T},
                                       {R"({"item.length": "2 m"})", F}});
    rows("item.length not in [1 m, 2 m)",
         {{"", U}, {R"({"item.length": "1 m"})", F}, {R"({"item.length": "2 m"})", T}});
    rows("item.heat < 0 °C", {{R"({"item.heat": "273 K"})", T}, {R"({"item.heat": "273.15 K"})", F}});
    // Two facts against each other, and formulae: unknown while one of them is.
    rows("item.length < item.width", {{"", U},
                                      {R"({"item.length": "1 m"})", U},
                                      {R"({"item.length": "1 m", "item.width": "1001 mm"})", T},
                                      {R"({"item.length": "1 m", "item.width": "1000 mm"})", F}});
    rows("item.length * item.width > 1 m²", {{R"({"item.length": "0.5 m"})", U},
                                             {R"({"item.length": "0.5 m", "item.width": "unsure"})", U},
                                             {R"({"item.length": "0.5 m", "item.width": "2 m"})", F},
                                             {R"({"item.length": "0.5 m", "item.width": "2001 mm"})", T}});
    rows("item.length + item.width >= 3 m", {{R"({"item.length": "1 m", "item.width": "2 m"})", T},
                                             {R"({"item.length": "1 m", "item.width": "1999 mm"})", F}});
    rows("max(item.length, item.width) > 3 m", {{R"({"item.length": "4 m", "item.width": "1 m"})", T},
                                                {R"({"item.length": "1 m", "item.width": "3 m"})", F}});
    rows("sqrt(item.area) >= 2 m", {{R"({"item.area": "4 m²"})", T}, {R"({"item.area": "3.99 m²"})", F}});
    rows("item.length^2 > item.area", {{R"({"item.length": "2 m", "item.area": "3.9 m²"})", T},
                                       {R"({"item.length": "2 m", "item.area": "4 m²"})", F}});
    // No value: division by zero.
    rows("item.area / item.length > 1 m", {{R"({"item.area": "4 m²", "item.length": "2 m"})", T},
                                           {R"({"item.area": "4 m²", "item.length": "0 m"})", U}});
}

void EvaluationTest::joined_data()
{
    conditionColumns();
    const QList<std::pair<QByteArray, Truth>> values{{"no", F}, {"unsure", U}, {"yes", T}};
    for (const auto &[a, left] : values) {
        for (const auto &[b, right] : values) {
            const QByteArray facts = R"({"item.a": ")" + a + R"(", "item.b": ")" + b + R"("})";
            const bool bothTrue = left == T && right == T;
            const bool oneFalse = left == F || right == F;
            const bool oneTrue = left == T || right == T;
            const bool bothFalse = left == F && right == F;
            row("item.a and item.b", facts, oneFalse ? F : bothTrue ? T : U);
            row("all(item.a, item.b)", facts, oneFalse ? F : bothTrue ? T : U);
            row("item.a or item.b", facts, oneTrue ? T : bothFalse ? F : U);
            row("any(item.b, item.a)", facts, oneTrue ? T : bothFalse ? F : U);
            row("not (item.a or item.b)", facts, oneTrue ? F : bothFalse ? T : U);
        }
        row("not item.a", R"({"item.a": ")" + a + R"("})", left == F ? T : left == T ? F : U);
        // What is unknown is not seen to be the same on both sides.
        row("item.a or not item.a", R"({"item.a": ")" + a + R"("})", left == U ? U : T);
    }
}

void EvaluationTest::points_data()
{
    conditionColumns();
    const QByteArray strong = "at some point (power > 1 W)";
    rows(strong, {{"", U},
                  {R"({"points": []})", U},
                  {R"({"points": [{}]})", U},
                  {R"({"points": [{"power": "unsure"}]})", U},
                  {R"({"points": [{"power": "1 W"}]})", F},
                  {R"({"points": [{"power": "31 dBm"}]})", T},
                  {R"({"points": [{"power": "30 dBm"}]})", F},
                  {R"({"points": [{"power": "1 W"}, {}, {"power": "0.5 W"}]})", U},
                  {R"({"points": [{"power": "1 W"}, {}, {"power": "2 W"}]})", T},
                  {R"({"points": [{"power": "1 W"}, {"power": "0.1 W"}, {"power": "0.5 W"}]})", F}});
    // All of it at one point.
    rows("at some point (power > 1 W and carrier > 1 GHz)",
         {{R"({"points": [{"power": "2 W", "carrier": "1 GHz"}, {"power": "1 W", "carrier": "2 GHz"}]})", F},
          {R"({"points": [{"power": "2 W", "carrier": "1 GHz"}, {"power": "3 W", "carrier": "2 GHz"}]})", T},
          {R"({"points": [{"power": "2 W"}, {"power": "1 W", "carrier": "2 GHz"}, {"power": "1 W"}]})", U}});
    rows("not at some point (power > 1 W)",
         {{"", U}, {R"({"points": [{"power": "1 W"}]})", T}, {R"({"points": [{"power": "2 W"}, {}]})", F}});
    // What is said of the item holds at its points, where these say nothing else.
    rows("at some point (power > 1 W and item.a)",
         {{R"({"item.a": "yes", "points": [{"power": "1 W"}, {"power": "2 W"}]})", T},
          {R"({"item.a": "no", "points": [{"power": "1 W"}, {"power": "2 W"}]})", F},
          {R"({"power": "2 W", "item.a": "yes", "points": [{}]})", T},
          {R"({"power": "2 W", "item.a": "yes", "points": [{"power": "1 W"}]})", F},
          {R"({"power": "2 W", "item.a": "yes", "points": [{"power": "unsure"}]})", T}});
    const QByteArray limited = "at some point (power > table limit(carrier))";
    rows(limited, {{R"({"points": [{"power": "19 dBm"}]})", U},
                   {R"({"points": [{"carrier": "1 GHz"}]})", U},
                   {R"({"points": [{"power": "20 dBm", "carrier": "9 GHz"}]})", F},
                   {R"({"points": [{"power": "20.1 dBm", "carrier": "9 GHz"}]})", T},
                   {R"({"points": [{"power": "15.1 dBm", "carrier": "9.9 GHz"}]})", F},
                   {R"({"points": [{"power": "15.1 dBm", "carrier": "10 GHz"}]})", T},
                   {R"({"points": [{"power": "0.5 W", "carrier": "57 GHz"}]})", F},
                   {R"({"points": [{"power": "0.51 W", "carrier": "57 GHz"}]})", T},
                   {R"({"points": [{"power": "9 W", "carrier": "57.1 GHz"}]})", U}});
}

void EvaluationTest::references_data()
{
    conditionColumns();
    const QByteArray yes = R"({"item.a": "yes"})";
    const QByteArray no = R"({"item.a": "no"})";
    rows("checked", {{"", U}, {yes, T}, {no, F}});
    // What nobody has verified can rule out and never decides for.
    rows("guessed", {{"", U}, {yes, U}, {no, F}});
    rows("not guessed", {{"", U}, {yes, U}, {no, T}});
    rows("guessed or item.b",
         {{R"({"item.a": "yes", "item.b": "no"})", U}, {R"({"item.a": "yes", "item.b": "yes"})", T}});
    rows("on_a_guess", {{yes, U}, {R"({"item.a": "no", "item.b": "no"})", F}, {R"({"item.b": "yes"})", T}});
    rows(R"("5A001.b.1")", {{"", U},
                            {R"({"item.own": "no"})", F},
                            {R"({"item.own": "yes", "item.toy": "no", "item.trifle": "no", "item.b": "yes",
                                 "item.small": "no", "item.c": "yes"})",
                             T}});
    row(R"(not "5A003")", "", T);
}

void EvaluationTest::entrySets_data()
{
    conditionColumns();
    const auto codes = [](const char *list) { return QByteArray(R"({"item.serves": [)") + list + "]}"; };
    const QByteArray none = R"({"item.serves": "none"})";
    const QByteArray open = R"({"item.serves": "unsure"})";
    rows(R"(item.serves within "5A001.b")", {{"", U},
                                             {open, U},
                                             {none, F},
                                             {codes(R"("5A001.b")"), T},
                                             {codes(R"("5A001.b.1")"), T},
                                             {codes(R"("5A001")"), U}, // which position is not said
                                             {codes(R"("5A001", "5A001.b")"), T},
                                             {codes(R"("5A002")"), F},
                                             {codes(R"("5A001.bb")"), F},
                                             {codes(R"("ML4", "5A001.b.3")"), T}});
    rows(R"(item.serves within ("5A001.a", "ML4"))", {{codes(R"("ML4.b")"), T}, {codes(R"("ML44")"), F}});
    rows("item.serves is empty", {{"", U}, {open, U}, {none, T}, {codes(R"("5A001")"), F}});
    rows("not item.serves is empty", {{"", U}, {none, F}, {codes(R"("5A001")"), T}});
    rows("item.serves in part 1", {{"", U}, {none, F}, {codes(R"("ML4")"), T}, {codes(R"("5A001")"), F}});
    rows("item.serves in part 2", {{codes(R"("ML4")"), F}, {codes(R"("3A001")"), T}, {codes(R"("5A001.b")"), T}});
    rows("item.serves in category 5", {{codes(R"("5A001.a")"), T}, {codes(R"("3A001")"), F}, {codes(R"("ML4")"), F}});
    rows("item.serves in category 3", {{codes(R"("5A001.a")"), F}, {codes(R"("3E001")"), T}});
    rows("item.serves in group E", {{none, F}, {codes(R"("5A001")"), F}, {codes(R"("3E001.a")"), T}});
    rows("item.serves in group A", {{codes(R"("5A001")"), T}, {codes(R"("ML4")"), F}});
    rows("item.serves in sensitive_list", {{"", U},
                                           {none, F},
                                           {codes(R"("5A001.a")"), T},
                                           {codes(R"("5A001.a.1")"), T},
                                           {codes(R"("5A001")"), F},
                                           {codes(R"("5A002")"), F}});
    rows("item.serves in very_sensitive_list", {{codes(R"("5A001.a")"), F}, {codes(R"("5A002.b")"), T}});
}

/// Conditions on what the item was found to meet: known as far as categories can be ruled out.
void EvaluationTest::listConditions_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<bool>("looked");
    QTest::addColumn<QString>("state");
    QTest::addColumn<Truth>("expected");
    const auto one = [](const QByteArray &condition, const QByteArray &facts, bool looked, const char *state,
                        Truth expected) {
        QTest::addRow("%s with %s, %s, %s", condition.constData(), facts.simplified().constData(),
                      looked ? "looked" : "not looked", state)
            << condition << facts << looked << QString::fromLatin1(state) << expected;
    };
    const QByteArray within = R"(item.entries within "5A001")";
    const QByteArray outside = R"(item.entries within "3A001")";
    const QByteArray five = R"({"item.areas": ["radio"], "item.military": "no", "item.entries": "none"})";
    const QByteArray three = R"({"item.areas": ["optics"], "item.military": "no", "item.entries": "none"})";
    const QByteArray elsewhere = R"({"item.areas": ["sound"], "item.military": "no"})";
    const QByteArray stated = R"({"item.entries": ["5A001.b"]})";
    const QByteArray proved =
        R"({"item.entries": "none", "item.own": "yes", "item.toy": "no", "item.trifle": "no",
                                  "item.a": "yes"})";
    for (const char *state : {"now", "old"}) {
        one(within, "", false, state, U);
        one(within, R"({"item.entries": "unsure"})", true, state, U);
        one(within, stated, false, state, T);
        one(within, proved, true, state, T);
        one("item.entries is empty", stated, false, state, F);
        one("item.entries is empty", proved, true, state, F);
        one("item.entries is empty", "", false, state, U);
        // The person has said that it is nothing of the kind.
        one(within, elsewhere, false, state, F);
        one("item.entries in part 1", elsewhere, false, state, F);
        one("item.entries in part 1", R"({"item.military": "yes"})", true, state, U);
        one(outside, five, true, state, F);
        // Not held: it cannot be ruled out by looking.
        one(outside, three, true, state, U);
        one("item.entries in category 3", three, true, state, U);
        one("item.entries in group D", three, true, state, U);
        one("item.entries in category 5", three, true, state, F);
        one("item.entries is empty", three, true, state, U);
        one("item.entries is empty", elsewhere, false, state, U);
    }
    // A heading was met: the facts say which of the positions below it are.
    one(R"(item.entries within "5A001.a")", proved, true, "now", T);
    one(R"(item.entries within "5A001.b")", proved, true, "now", U);
    one(R"(item.entries within "5A001.a")", R"({"item.entries": ["5A001"]})", false, "now", U);
    one(R"(item.entries within "5A001.a")", R"({"item.entries": ["5A001"], "item.a": "no"})", false, "now", F);
    one(R"(item.entries within "5A002.b")", R"({"item.entries": ["5A001"]})", false, "now", F);
    one(within, five, true, "now", F);
    one(within, five, false, "now", U);
    one(within, five, true, "old", U);
    one("item.entries is empty", five, true, "now", T);
    one("item.entries is empty", five, false, "now", U);
    one("item.entries is empty", five, true, "old", U);
    // The category could hold one, had it such an entry.
    one("item.entries in group A", five, false, "now", U);
    one("item.entries in group E", five, false, "now", F);
    one("item.entries in sensitive_list", five, false, "now", U);
    one("item.entries in part 2", five, false, "now", U);
    one("item.entries in part 1", five, false, "now", F);
}

void EvaluationTest::listConditions()
{
    QFETCH(QByteArray, condition);
    QFETCH(QByteArray, facts);
    QFETCH(bool, looked);
    QFETCH(QString, state);
    QFETCH(Truth, expected);
    Answers answers = answersFrom(facts);
    if (looked)
        answers.items.first().looked.searches = {u"radio"_s};
    const language::ConditionPtr read = conditionFrom(QString::fromUtf8(condition), evaluationRules());
    Context context = contextOf(answers, state);
    QCOMPARE(textOf(reasoning::evaluate(*read, context)), textOf(expected));
    reasoning::Remembered remembered;
    context.remembered = &remembered;
    QCOMPARE(textOf(reasoning::evaluate(*read, context)), textOf(expected));
    QCOMPARE(textOf(reasoning::evaluate(*read, context)), textOf(expected));
}

void EvaluationTest::stateRules_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<Truth>("expected");
    QTest::newRow("of the one") << u"now"_s << T;
    QTest::newRow("of the other") << u"old"_s << F;
    QTest::newRow("of none") << u"none"_s << U;
}

void EvaluationTest::stateRules()
{
    QFETCH(QString, state);
    QFETCH(Truth, expected);
    const Answers answers = answersFrom(R"({"item.a": "yes", "item.b": "no"})");
    const language::ConditionPtr condition = conditionFrom(u"local"_s, evaluationRules());
    QCOMPARE(textOf(reasoning::evaluate(*condition, contextOf(answers, state))), textOf(expected));
}

void EvaluationTest::entries_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("facts"); // "a=yes", of the yes/no facts of the item
    QTest::addColumn<Truth>("expected");
    const auto one = [](const char *code, const char *facts, Truth expected) {
        QTest::addRow("%s with %s", code, facts) << QByteArray(code) << QByteArray(facts) << expected;
    };
    // own, toy, trifle (notes of the whole), a, b (children), small (note of b), c, d (children of b)
    one("5A001", "", U);
    one("5A001", "own=no", F);
    one("5A001", "own=yes toy=no trifle=no", U);
    one("5A001", "own=yes toy=no trifle=no a=yes", T);
    one("5A001", "own=unsure toy=no trifle=no a=yes", U);
    one("5A001", "own=yes trifle=no a=yes", U);
    one("5A001", "own=yes toy=yes trifle=no a=yes", F);
    one("5A001", "own=yes toy=no a=yes", U);
    one("5A001", "own=yes toy=no trifle=yes a=yes", U); // nobody has verified that note
    one("5A001", "own=yes toy=no trifle=no a=no", U);
    one("5A001", "own=yes toy=no trifle=no a=no b=no", F);
    one("5A001", "own=yes toy=no trifle=no a=no b=yes small=no c=yes d=yes", T);
    one("5A001", "own=yes toy=no trifle=no a=no b=yes small=no c=yes", U);
    one("5A001", "own=yes toy=no trifle=no a=no b=yes small=no d=no", F);
    one("5A001", "own=yes toy=no trifle=no a=no b=yes small=yes c=yes d=yes", F);
    // A child: with what stands above it, without what stands beside it.
    one("5A001.a", "a=yes", U);
    one("5A001.a", "a=no", F);
    one("5A001.a", "own=no a=yes", F);
    one("5A001.a", "toy=yes a=yes", F);
    one("5A001.a", "own=yes toy=no trifle=no a=yes b=no", T);
    one("5A001.a", "own=yes toy=no trifle=yes a=yes b=no", U);
    one("5A001.b", "own=yes toy=no trifle=no a=yes b=yes small=no c=yes d=yes", T);
    one("5A001.b", "own=yes toy=no trifle=no a=yes b=yes small=no c=yes d=no", F);
    one("5A001.b.1", "own=yes toy=no trifle=no b=yes small=no c=yes d=no", T);
    one("5A001.b.1", "own=yes toy=no trifle=no b=no small=no c=yes", F);
    one("5A001.b.1", "own=yes toy=no trifle=no b=yes small=yes c=yes", F);
    one("5A001.b.1", "own=yes toy=no trifle=no small=no c=yes", U);
    // Reserved positions are nothing, and stand in the way of nothing.
    for (const char *code : {"5A003", "5A001.c", "5A001.b.2", "5A002.a"})
        one(code, "own=yes toy=no trifle=no b=yes small=no c=yes", F);
    one("5A002", "c=yes", T);
    one("5A002", "c=no", F);
    one("5A002", "", U);
    one("5A004.b", "own=yes toy=no trifle=no b=yes small=no c=yes",
        F); // its own question is the note's of the other
    one("5A004.b", "own=yes toy=no trifle=no b=yes c=yes", U);
    // Examples show what the position takes and decide nothing of it.
    one("5A005", "special=yes", T);
    one("5A005", "special=yes small=no", T);
    one("5A005", "special=no small=yes", F);
    one("5A005", "small=yes", U);
    one("5A005.a", "special=yes small=yes", T);
    one("5A005.a", "special=yes small=no", F);
    one("5A005.a", "special=no small=yes", F);
    one("9A999", "", U); // not held
}

void EvaluationTest::entries()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, facts);
    QFETCH(Truth, expected);
    QJsonObject json;
    for (const QByteArray &fact : facts.split(' ')) {
        if (!fact.isEmpty())
            json["item."_L1 + QString::fromLatin1(fact.split('=').first())] =
                QString::fromLatin1(fact.split('=').last());
    }
    const Answers answers = answersFrom(QJsonDocument(json).toJson());
    QCOMPARE(textOf(reasoning::evaluateEntry(QString::fromLatin1(code), contextOf(answers))), textOf(expected));
}

void EvaluationTest::findings_data()
{
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<QString>("looked"); // what was done to find the item: "search", "open" or "reject"
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("expected");
    const auto one = [](const char *name, const QByteArray &facts, const char *looked, const char *state,
                        const QStringList &expected) {
        QTest::newRow(name) << facts << QString::fromLatin1(looked) << QString::fromLatin1(state) << expected;
    };
    const QByteArray outside = R"("item.areas": ["radio"], "item.military": "no")";
    const QByteArray none = '{' + outside + R"(, "item.entries": "none"})";
    const QByteArray isA = R"("item.own": "yes", "item.toy": "no", "item.trifle": "no", "item.a": "yes")";
    const auto stated = [&](const QByteArray &codes, const QByteArray &more = {}) {
        return '{' + outside + R"(, "item.entries": [)" + codes + ']' + (more.isEmpty() ? more : ", " + more) + '}';
    };
    const QString answered = u"answered"_s;
    const QString looked = u"looked"_s;
    const QString otherList = u"another list"_s;
    const QString missing = u"missing 3 ML"_s;
    const QString notListed = u"not listed"_s;

    one("nothing said", "{}", "", "now", {missing});
    one("nothing said, under another list", "{}", "", "old", {otherList, missing});
    one("nothing said, under no state", "{}", "", "none", {otherList, missing});
    one("looked without an answer", '{' + outside + '}', "search", "now", {});
    one("not sure", '{' + outside + R"(, "item.entries": "unsure"})", "search", "now", {});
    one("none, without a look", none, "", "now", {answered});
    for (const char *how : {"search", "open", "reject"})
        one(qPrintable(u"none, after a "_s + QLatin1StringView(how)), none, how, "now", {answered, looked, notListed});
    one("none, after a look elsewhere", none, "elsewhere", "now", {answered, looked, u"unseen 5P1"_s});
    one("none, under another list", none, "search", "old", {answered, looked, otherList});
    one("none, beside what is not held", R"({"item.areas": ["optics", "radio"], "item.military": "no",
                                             "item.entries": "none"})",
        "search", "now", {answered, looked, u"missing 3"_s});
    one("none, military not said", R"({"item.areas": ["radio"], "item.entries": "none"})", "search", "now",
        {answered, looked, u"missing ML"_s});
    one("none, areas not known", R"({"item.areas": ["unknown"], "item.military": "no", "item.entries": "none"})",
        "search", "now", {answered, looked, u"missing 3"_s});
    one("none, of another kind altogether",
        R"({"item.areas": ["sound"], "item.military": "no", "item.entries": "none"})", "search", "now",
        {answered, looked, notListed});
    one("none, and an unverified note stands against it",
        '{' + outside + R"(, "item.entries": "none", "item.own": "yes",
        "item.toy": "no", "item.trifle": "yes", "item.a": "yes"})",
        "search", "now", {answered, looked, notListed});

    one("stated", stated(R"("5A001.a")"), "", "now", {u"met 5A001.a"_s, answered, looked});
    one("stated and proved", stated(R"("5A001.a")", isA), "", "now",
        {u"met 5A001.a"_s, u"proved 5A001.a"_s, answered, looked});
    one("stated and contested", stated(R"("5A001.a")", R"("item.a": "no")"), "", "now",
        {u"met 5A001.a"_s, u"contested 5A001.a"_s, answered, looked});
    one("stated, a reserved position", stated(R"("5A003")"), "", "now",
        {u"met 5A003"_s, u"contested 5A003"_s, answered, looked});
    one("stated, not held", stated(R"("ML4")"), "", "now", {u"met ML4"_s, answered, looked});
    one("stated, under another list", stated(R"("5A001.a")", isA), "", "old",
        {u"met 5A001.a"_s, u"proved 5A001.a"_s, answered, looked, otherList});
    one("some of each", stated(R"("5A001.a", "5A001.b", "ML4")", isA + R"(, "item.b": "no")"), "", "now",
        {u"met 5A001.a 5A001.b ML4"_s, u"proved 5A001.a"_s, u"contested 5A001.b"_s, answered, looked});
    one("proved, not stated", '{' + outside + ',' + isA + '}', "", "now", {u"met 5A001"_s, u"proved 5A001"_s});
    one("proved against a stated none", '{' + outside + R"(, "item.entries": "none", )" + isA + '}', "search", "now",
        {u"met 5A001"_s, u"proved 5A001"_s, answered, looked});
    one("proved beside another", stated(R"("5A003")", isA), "", "now",
        {u"met 5A003 5A001"_s, u"proved 5A001"_s, u"contested 5A003"_s, answered, looked});
    one("proved of what only has examples", '{' + outside + R"(, "item.special": "yes", "item.small": "no"})", "",
        "now", {u"met 5A005"_s, u"proved 5A005"_s});
    one("two proved", '{' + outside + R"(, "item.c": "yes", )" + isA + '}', "", "now",
        {u"met 5A001 5A002"_s, u"proved 5A001 5A002"_s});
    one("proved at an operating point",
        '{' + outside + R"(, "points": [{"power": "1 W"}, {"power": "2 W", "carrier": "2 GHz"}]})", "", "now",
        {u"met 5A004"_s, u"proved 5A004"_s});
}

void EvaluationTest::findings()
{
    QFETCH(QByteArray, facts);
    QFETCH(QString, looked);
    QFETCH(QString, state);
    QFETCH(QStringList, expected);
    Answers answers = answersFrom(facts);
    reasoning::Looked &done = answers.items.first().looked;
    if (looked == "search"_L1)
        done.searches = {u"radio"_s};
    else if (looked == "open"_L1)
        done.opened = {u"5A001"_s};
    else if (looked == "elsewhere"_L1)
        done.opened = {u"ML4"_s};
    else if (looked == "reject"_L1)
        done.rejected = {{u"5A001"_s, u"it is none"_s}};
    const ListFinding finding = reasoning::listFinding(contextOf(answers, state));
    QStringList found;
    const auto add = [&](const QString &what, const QStringList &codes) {
        if (!codes.isEmpty())
            found.append(what + u' ' + codes.join(u' '));
    };
    add(u"met"_s, finding.met);
    add(u"proved"_s, finding.proved);
    add(u"contested"_s, finding.contested);
    for (const auto &[is, what] : {std::pair(finding.answered, u"answered"_s), std::pair(finding.looked, u"looked"_s),
                                   std::pair(finding.otherList, u"another list"_s)}) {
        if (is)
            found.append(what);
    }
    add(u"missing"_s, finding.categoriesMissing);
    add(u"unseen"_s, finding.categoriesUnseen);
    if (finding.notListed)
        found.append(u"not listed"_s);
    QCOMPARE(found.join(u", "_s), expected.join(u", "_s));
}

/// The index names for each entry the facts without which it cannot be met, and no others.
void EvaluationTest::indexOfEntries()
{
    const language::RuleBook &rules = evaluationRules();
    QMap<QString, QStringList> byEntry;
    for (const QString &fact : rules.factOrder) {
        for (const qsizetype place : rules.entryIndex.provableWith(fact))
            byEntry[rules.entryOrder[place]].append(fact);
    }
    QCOMPARE(rules.entryIndex.always(), QList<qsizetype>());
    QCOMPARE(byEntry.keys(), (QStringList{u"5A001"_s, u"5A002"_s, u"5A004"_s, u"5A005"_s})); // 5A003 is never met
    // Its own condition holds or it does not: what is below it need not be known first.
    QCOMPARE(byEntry[u"5A001"_s].size(), 1);
    QCOMPARE(byEntry[u"5A002"_s], QStringList{u"item.c"_s});
    QCOMPARE(byEntry[u"5A005"_s], QStringList{u"item.special"_s});
    // Of two children one is enough: of each what is known most seldom.
    QVERIFY(byEntry[u"5A004"_s].contains(u"power"_s) || byEntry[u"5A004"_s].contains(u"carrier"_s));
    QVERIFY(byEntry[u"5A004"_s].size() >= 2);
}

QTEST_GUILESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"
