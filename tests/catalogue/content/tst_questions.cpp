// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every question in words for people who are no lawyers: prompt, help with an example, why, citation. And what helps
// before and after the questions: starting points, applications.
#include "catalogue/language/condition.h"

#include "contentrules.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;
using language::FactDefinition;
using language::Scope;

class TestQuestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asked_data();
    void asked();
    void parametersAreAskedBecauseOfSomething();
    void positionsAskInPlainWords();
    void theTrapOfResearchStandsOnTheStartPage();
    void theTrapsOfActivitiesAreStated_data();
    void theTrapsOfActivitiesAreStated();
    void startingPoints();
    void whatIsRequiredCanBeAppliedFor();
    void draftsTakeWhatTheRecordHas();
};

namespace {

qsizetype wordsIn(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts).size();
}

/// One of the list's own questions: about a position, or a parameter that positions share.
bool isOfTheList(const FactDefinition &fact)
{
    return !fact.id.contains(u'.') || fact.id.startsWith("meets."_L1);
}

/// Says what is not meant, beside what is.
bool tellsApart(const QString &text)
{
    static const QRegularExpression negation(u"\\b(not|no|none|never|nothing|nobody|cannot)\\b|other than|must not"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    return negation.match(text).hasMatch();
}

/// Every fact that a condition of the catalogue names, wherever it stands.
QSet<QString> namedFacts()
{
    const language::RuleBook &rules = contentRules();
    QSet<QString> named;
    const auto add = [&named](const language::ConditionPtr &condition) {
        if (condition) {
            for (const QString &fact : language::factsOf(*condition))
                named.insert(fact);
        }
    };
    for (const language::Rule &rule : rules.rules)
        add(rule.when);
    for (const language::LawState &state : rules.states) {
        for (const language::Rule &rule : state.rules)
            add(rule.when);
        for (const language::Provision &provision : state.provisions) {
            for (const language::Element &element : provision.elements)
                add(element.when);
            for (const language::Exception &exception : provision.exceptions)
                add(exception.condition.when);
        }
        for (const language::Duty &duty : state.duties)
            add(duty.when);
        for (const language::Warning &warning : state.warnings)
            add(warning.when);
    }
    for (const language::Category &category : rules.categories)
        add(category.inQuestion);
    for (const language::Entry &entry : rules.entries) {
        add(entry.when);
        add(entry.sensitiveWhen);
        add(entry.verySensitiveWhen);
        for (const language::Note &note : entry.notes)
            add(note.when);
    }
    return named;
}

} // namespace

void TestQuestions::asked_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : contentRules().factOrder) {
        const FactDefinition &fact = *contentRules().facts.constFind(id);
        if (!fact.derived && !isOfTheList(fact))
            QTest::newRow(qPrintable(id)) << id;
    }
}

void TestQuestions::asked()
{
    QFETCH(const QString, id);
    const FactDefinition &fact = *contentRules().facts.constFind(id);
    QVERIFY(fact.prompt.endsWith(u'?') || fact.prompt.contains(u"? "_s));
    QVERIFY2(wordsIn(fact.prompt) <= 25, qPrintable(fact.prompt));
    QVERIFY2(!fact.why.isEmpty() && fact.why.endsWith(u'.'), qPrintable(fact.why));
    QVERIFY(!fact.cite.isEmpty());
    // A section has no place in what everybody must understand; it stands in the citation.
    static const QRegularExpression section(u"\\bs{1,2} ?\\d|\\breg ?\\d|subsection"_s);
    QVERIFY2(!fact.prompt.contains(section), qPrintable(fact.prompt));
    // One that is and one that is not, with the help of the choices.
    QVERIFY2(wordsIn(fact.help) >= 10, qPrintable(fact.help));
    QString help = fact.help;
    for (const language::Choice &choice : fact.choices)
        help += u' ' + choice.help;
    QVERIFY2(tellsApart(help), qPrintable(help));
}

void TestQuestions::parametersAreAskedBecauseOfSomething()
{
    const QSet<QString> named = namedFacts();
    for (const QString &id : contentRules().factOrder) {
        const FactDefinition &fact = *contentRules().facts.constFind(id);
        QVERIFY2(wordsIn(fact.prompt) > 0 && wordsIn(fact.prompt) <= 25, qPrintable(id));
        if (fact.derived)
            continue;
        QVERIFY2(!fact.why.isEmpty(), qPrintable(id));
        QVERIFY2(named.contains(id), qPrintable(id + u" is named by no condition"_s));
        if (fact.scope == Scope::Item || fact.scope == Scope::Point)
            continue;
        QVERIFY2(!isOfTheList(fact), qPrintable(id));
    }
}

void TestQuestions::positionsAskInPlainWords()
{
    int asks = 0;
    for (const QString &id : contentRules().factOrder) {
        if (!id.startsWith("meets."_L1))
            continue;
        ++asks;
        const FactDefinition &fact = *contentRules().facts.constFind(id);
        const language::Entry &entry = contentRules().entries.value(fact.cite);
        QVERIFY2(!entry.code.isEmpty(), qPrintable(id)); // the position is the citation
        QVERIFY2(fact.why.contains(entry.code) && fact.why.contains(entry.title), qPrintable(fact.why));
        QVERIFY2(fact.prompt.contains(u'?'), qPrintable(id + u": "_s + fact.prompt));
    }
    QVERIFY(asks > 1000);
}

/// "Research status frees know-how only": visible as soon as code or a thing is ticked, so where these are ticked.
void TestQuestions::theTrapOfResearchStandsOnTheStartPage()
{
    const auto start = language::StartFacts::of(contentRules());
    QVERIFY(start.activity && start.item);
    QVERIFY2(start.item->help.contains(u"know-how only"_s) && start.item->help.contains(u"code"_s)
                 && start.item->help.contains(u"things"_s),
             qPrintable(start.item->help));
}

void TestQuestions::theTrapsOfActivitiesAreStated_data()
{
    QTest::addColumn<QString>("activity");
    QTest::addColumn<QStringList>("said"); // where the activity is ticked
    const auto row = [](const char *activity, const QStringList &said) {
        QTest::newRow(activity) << QString::fromLatin1(activity) << said;
    };
    row("publish", {u"copy that you send abroad first is another activity"_s});
    row("send_draft", {u"further items"_s});
    row("share_code_data", {u"private one gives access"_s});
    row("share_partners", {u"counts when it is given"_s, u"same employer is no way out"_s});
    row("talk", {u"items of their own"_s, u"invitation"_s});
    row("supervise", {u"do not rely on the exceptions"_s, u"not your own research"_s});
    row("teach", {u"not where they are enrolled"_s});
    row("travel", {u"nobody else sees it"_s});
    row("send_thing", {u"Loans"_s, u"returns"_s, u"friendly countries do not help"_s, u"biosecurity"_s});
    row("abroad", {u"carry some of these rules with them"_s});
}

void TestQuestions::theTrapsOfActivitiesAreStated()
{
    QFETCH(const QString, activity);
    QFETCH(const QStringList, said);
    const auto &choices = language::StartFacts::of(contentRules()).activity->choices;
    const auto choice = std::ranges::find(choices, activity, &language::Choice::id);
    QVERIFY(choice != choices.cend());
    for (const QString &words : said)
        QVERIFY2(choice->help.contains(words), qPrintable(choice->help));
}

void TestQuestions::startingPoints()
{
    const auto start = language::StartFacts::of(contentRules());
    QStringList ids;
    QSet<QString> activities;
    for (const language::StartingPoint &point : contentRules().startingPoints) {
        ids.append(point.id);
        activities.unite(QSet<QString>(point.activities.cbegin(), point.activities.cend()));
        QVERIFY2(point.summary.endsWith(u'.') && point.summary.count(u'.') == 1, qPrintable(point.summary));
        QVERIFY2(wordsIn(point.hint) >= 15 && wordsIn(point.hint) <= 60, qPrintable(point.hint));
        QVERIFY2(point.title.size() <= 32, qPrintable(point.title)); // it stands on a button
        // Nothing is left to answer on the start page.
        for (const FactDefinition *fact : start.others)
            QVERIFY2(point.facts.contains(fact->id), qPrintable(point.id + u' ' + fact->id));
    }
    const QStringList expected{
        u"journal"_s,         u"preprint"_s,    u"thesis"_s,        u"open-source-code"_s, u"data-set"_s,
        u"conference-talk"_s, u"poster"_s,      u"peer-review"_s,   u"visiting-student"_s, u"overseas-collaborator"_s,
        u"remote-access"_s,   u"send-sample"_s, u"equipment-loan"_s};
    QCOMPARE(ids, expected);
    QVERIFY(activities.size() >= 8);
}

void TestQuestions::whatIsRequiredCanBeAppliedFor()
{
    for (const language::LawState &state : contentRules().states) {
        for (const language::Provision &provision : state.provisions) {
            const language::Requirement &required = provision.requirement;
            const language::Application *application = contentRules().applicationFor(required.id);
            const bool isApplied = required.kind == "permit"_L1 || required.kind == "approval"_L1;
            QVERIFY2(isApplied == (application != nullptr), qPrintable(state.id + u' ' + required.id));
            QVERIFY2(isApplied == !required.usualTime.isEmpty(), qPrintable(state.id + u' ' + required.id));
        }
    }
    // One to ask with, where it is open whether something is listed.
    QCOMPARE(std::ranges::count_if(contentRules().applications, &language::Application::whenUnsure), 1);
}

void TestQuestions::draftsTakeWhatTheRecordHas()
{
    for (const language::Application &application : contentRules().applications) {
        // No form of Defence's was seen.
        QVERIFY2(!application.verified && !application.leansOn.isEmpty(), qPrintable(application.id));
        QStringList sources;
        for (const language::ApplicationField &field : application.fields) {
            sources.append(field.from);
            QVERIFY2(field.from.isEmpty() || contentRules().facts.contains(field.from)
                         || language::recordParts().contains(field.from),
                     qPrintable(application.id + u' ' + field.id));
        }
        for (const QString &part : {u"about.institution"_s, u"about.contact"_s, u"about.project"_s, u"items"_s,
                                    u"entries"_s, u"recipient.place"_s, u"case.date"_s, u"reference"_s}) {
            const bool publication = application.requirements == QStringList{u"approval-s14a"_s};
            if (publication && part == "recipient.place"_L1)
                continue; // it goes to everybody
            QVERIFY2(sources.contains(part), qPrintable(application.id + u" lacks "_s + part));
        }
    }
}

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
