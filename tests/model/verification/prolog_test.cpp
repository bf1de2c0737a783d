// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/verification/prolog.h"

#include "model/verification/prologterm.h"

#include "reasoningtesting.h"
#include "yamlrules.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;
using namespace clearway::verification;

/// Conditions become terms that say the same, and a state becomes a program in which nothing is missing.
class PrologTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void conditions_data();
    void conditions();
    void atoms_data();
    void atoms();
    void longTermsAreBroken();
    void allOfAStateIsThere_data();
    void allOfAStateIsThere();
};

void PrologTest::conditions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("term");
    const auto row = [](const char *text, const char *term) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(term);
    };
    row("true", "true");
    row("activity.australian", "holds('activity.australian')");
    row("activity.kind is travel", "any_of('activity.kind', [travel])");
    row("activity.medium has all of (file, access)", "all_of('activity.medium', [file, access])");
    row("activity.medium is only speech", "only_of('activity.medium', [speech])");
    row("recipient.place is AU", "in_countries('recipient.place', ['AU'], [])");
    row("recipient.place in group visiting_forces", "in_countries('recipient.place', [], [visiting_forces])");
    row("case.date <= 2025-03-01", "date('case.date', '=<', '2025-03-01')");
    row("item.entries is empty", "empty('item.entries')");
    row("item.entries in part 1", "in_part('item.entries', '1')");
    row("item.entries in category \"5P2\"", "in_category('item.entries', '5P2')");
    row("item.entries in very_sensitive_list", "very_sensitive_list('item.entries')");
    row("item.entries within (\"5A001.b\")", "within('item.entries', ['5A001.b'])");
    row("not listed and (know_how or activity.australian)",
        "all([not(rule(listed)), any([rule(know_how), holds('activity.australian')])])");
}

void PrologTest::conditions()
{
    QFETCH(const QString, text);
    QFETCH(const QString, term);
    QCOMPARE(lineText(termOf(*conditionFrom(text, catalogue()))), term);
}

void PrologTest::atoms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("atom");
    QTest::newRow("a word") << u"know_how"_s << u"know_how"_s;
    QTest::newRow("capitals") << u"AU"_s << u"'AU'"_s;
    QTest::newRow("a dot") << u"item.kind"_s << u"'item.kind'"_s;
    QTest::newRow("a digit first") << u"5A001"_s << u"'5A001'"_s;
    QTest::newRow("a quote") << u"it's"_s << u"'it\\'s'"_s;
    QTest::newRow("a backslash") << u"a\\b"_s << u"'a\\\\b'"_s;
    QTest::newRow("nothing") << QString() << u"''"_s;
    QTest::newRow("an accent") << u"é"_s << u"'é'"_s;
}

void PrologTest::atoms()
{
    QFETCH(const QString, text);
    QFETCH(const QString, atom);
    QCOMPARE(lineText(atomTerm(text)), atom);
}

void PrologTest::longTermsAreBroken()
{
    std::vector<PrologTerm> members;
    for (int i = 0; i < 30; ++i)
        members.push_back(compoundTerm(u"member"_s, {plainTerm(QString::number(i)), atomTerm(u"with words"_s)}));
    const QString text = clauseText(compoundTerm(u"all"_s, {listTerm(std::move(members))}));
    QVERIFY(text.startsWith("all([\n    member(0, 'with words'),\n"_L1));
    QVERIFY(text.endsWith("member(29, 'with words')]).\n"_L1));
    for (const QString &line : text.split(u'\n'))
        QVERIFY(line.size() <= 120);
}

void PrologTest::allOfAStateIsThere_data()
{
    QTest::addColumn<QString>("id");
    for (const language::LawState &state : catalogue().states)
        QTest::newRow(qPrintable(state.id)) << state.id;
}

void PrologTest::allOfAStateIsThere()
{
    QFETCH(const QString, id);
    const language::LawState &state = *catalogue().state(id);
    const QString program = toProlog(catalogue(), state);
    // Long clauses go on in the next line, so their arguments are looked for without the space between.
    const QString joined = QString(program).replace(u"(\n    "_s, u"("_s).replace(u",\n    "_s, u", "_s);
    const auto has = [&](const QString &piece) {
        if (joined.contains(piece))
            return true;
        qWarning().noquote() << piece << "is missing";
        return false;
    };
    for (const language::Provision &provision : state.provisions) {
        for (const language::Element &element : provision.elements)
            QVERIFY(has(u"element(%1, %2, "_s.arg(lineText(atomTerm(provision.id)), lineText(atomTerm(element.id)))));
        for (const language::Exception &exception : provision.exceptions)
            QVERIFY(has(u"exception(%1, %2, "_s.arg(lineText(atomTerm(provision.id)),
                                                    lineText(atomTerm(exception.condition.id)))));
    }
    for (const language::Duty &duty : state.duties)
        QVERIFY(has(u"duty(%1, "_s.arg(lineText(atomTerm(duty.id)))));
    for (const language::Warning &warning : state.warnings)
        QVERIFY(has(u"warning(%1, "_s.arg(lineText(atomTerm(warning.id)))));
    for (const language::Rule &rule : state.rules)
        QVERIFY(has(u"rule(%1, "_s.arg(lineText(atomTerm(rule.id)))));
    QCOMPARE(program.count("\nposition("_L1), catalogue().entryOrder.size());
}

QTEST_GUILESS_MAIN(PrologTest)
#include "prolog_test.moc"
