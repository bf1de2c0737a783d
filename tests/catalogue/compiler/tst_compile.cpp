// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"
#include "catalogue/store/canonical.h"

#include "sample_catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::language;

namespace {

RuleBook compiled(const store::Sources &sources)
{
    auto rules = compiler::compile(sources);
    if (rules)
        return *rules;
    for (const SourceError &error : rules.error())
        qWarning("%s", qPrintable(error.toText()));
    return {};
}

} // namespace

class TestCompile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheCatalogue();
    void readsFactsUnitsAndTables();
    void readsTheLaw();
    void readsEntriesWithTheirConditions();
    void makesAFactOfAQuestion();
    void readsDefinitionsAndEquivalents();
    void readsStartingPoints();
    void readsApplications();
    void hashIsOfWhatTheSourcesSay();
    void hashChangesWithTheContent_data();
    void hashChangesWithTheContent();
    void canonicalFormIsSortedJson();
    void projectsSourcesCompile();
};

void TestCompile::readsTheCatalogue()
{
    const RuleBook book = compiled(sampleSources());
    QCOMPARE(book.version, u"0.0.1"_s);
    QCOMPARE(book.lawChecked, QDate(2024, 10, 14));
    QCOMPARE(book.listFrom, QDate(2024, 9, 1));
    QCOMPARE(book.listFinding, u"item.entries"_s);
    QCOMPARE(book.dateFact, u"case.date"_s);
    QCOMPARE(book.categories.size(), 2);
    QVERIFY(book.categories[0].complete);
    QVERIFY(book.categories[0].inQuestion);
    QVERIFY(!book.categories[1].complete);
    QCOMPARE(book.categories[1].part, 1);
    QCOMPARE(book.sourcesHash.size(), 64);
    QCOMPARE(book.sourcesHash, store::canonicalHash(book));
}

void TestCompile::readsFactsUnitsAndTables()
{
    const RuleBook book = compiled(sampleSources());
    const FactDefinition power = book.facts.value(u"output_power"_s);
    QCOMPARE(power.kind, FactKind::Quantity);
    QCOMPARE(power.scope, Scope::Point);
    QCOMPARE(power.unitKind, u"power"_s);
    QCOMPARE(power.defaultUnit, u"dBm"_s);
    QCOMPARE(power.measure, u"At the connector."_s);
    QCOMPARE(book.facts.value(u"side"_s).defaultUnit, u"m"_s); // the base unit where none is named
    QCOMPARE(book.facts.value(u"case.sanctions"_s).assumed, u"no"_s);
    QCOMPARE(book.facts.value(u"case.sanctions"_s).settledBy, u"A search of the consolidated list"_s);
    QVERIFY(book.facts.value(u"case.date"_s).derived);
    QVERIFY(book.facts.value(u"activity.medium"_s).conduct);
    QVERIFY(book.facts.value(u"item.areas"_s).choices[1].exclusive);
    QCOMPARE(book.factOrder.first(), u"case.date"_s);
    QCOMPARE(book.factOrder.last(), u"meets.5A101"_s);

    const Unit *micron = book.units.unit(u"micron", u"length"_s);
    QVERIFY(micron);
    QCOMPARE(language::toText(micron->factor), u"0.000001"_s);
    QCOMPARE(book.units.unit(u"dBm")->scale, UnitScale::Logarithmic);
    QCOMPARE(book.units.kind(u"count"_s)->dimension, (QMap<QString, int>()));
    QCOMPARE(book.units.kind(u"area"_s)->dimension, (QMap<QString, int>{{u"length"_s, 2}}));

    const Table table = book.tables.value(u"power_limit"_s);
    QCOMPARE(table.rows.size(), 3);
    QVERIFY(!table.rows[0].inclusive);
    QVERIFY(table.rows[1].inclusive);
    QCOMPARE(table.rows[2].value.written, u"0.5 W"_s);
    QCOMPARE(book.countries.value(u"NO"_s), u"Norway"_s);
    QCOMPARE(book.countryGroups.value(u"partners"_s).countries, (QStringList{u"JP"_s, u"NO"_s}));
}

void TestCompile::readsTheLaw()
{
    const RuleBook book = compiled(sampleSources());
    QCOMPARE(book.states.size(), 2);
    QCOMPARE(book.states[0].id, u"2015"_s); // oldest first, whatever the files are called
    const LawState &now = book.states[1];
    QVERIFY(now.listHeld);
    QCOMPARE(now.operatesFrom, QDate(2024, 9, 1));
    QVERIFY(!now.operatesUntil.isValid());
    const Provision &supply = now.provisions[0];
    QCOMPARE(supply.requirement.kind, u"permit"_s);
    QCOMPARE(supply.requirement.steps, u"Apply.\nWait."_s);
    QCOMPARE(supply.operatesFrom, QDate(2025, 3, 1));
    QCOMPARE(supply.elements.size(), 2);
    QVERIFY(!supply.elements[1].verified);
    QCOMPARE(supply.elements[1].grade, Grade::Inference);
    QCOMPARE(supply.exceptions.size(), 2);
    QCOMPARE(supply.exceptions[0].condition.leansOn, u"A guide"_s);
    QCOMPARE(supply.exceptions[0].wouldChange, u"Say it instead"_s);
    QCOMPARE(supply.exceptions[1].effect, ExceptionEffect::Notifies);
    QCOMPARE(now.duties[0].keepUntil, u"5 years from the supply"_s);
    QCOMPARE(now.duties[0].keepYears, 5);
    QCOMPARE(now.duties[0].keepFrom, u"the day of the supply"_s);
    QVERIFY(!now.duties[0].keepVerified);
    QVERIFY(now.warnings[0].stops);
    // The two states have a rule of one name each.
    QVERIFY(!equal(*book.rule(u"listed"_s, &book.states[0])->when, *book.rule(u"listed"_s, &book.states[1])->when));
    for (const LawState &state : book.states) {
        for (const Provision &provision : state.provisions) {
            for (const Element &element : provision.elements)
                QVERIFY2(element.when, qPrintable(element.id));
            for (const Exception &exception : provision.exceptions)
                QVERIFY2(exception.condition.when, qPrintable(exception.condition.id));
        }
    }
}

void TestCompile::readsEntriesWithTheirConditions()
{
    const RuleBook book = compiled(sampleSources());
    QCOMPARE(book.entryOrder, (QStringList{u"5A001"_s, u"5A001.a"_s, u"5A001.b"_s, u"5A001.b.1"_s, u"5A001.b.2"_s,
                                           u"5A001.b.3"_s, u"5A101"_s}));
    const Entry radio = book.entries.value(u"5A001"_s);
    QCOMPARE(radio.children, (QStringList{u"5A001.a"_s, u"5A001.b"_s}));
    QCOMPARE(radio.combination, Combination::Any);
    QCOMPARE(radio.references, (QStringList{u"5A001.b"_s, u"3A001.a"_s}));
    QCOMPARE(language::toText(*radio.when), u"not case.sanctions"_s); // that of the file
    const Entry strong = book.entries.value(u"5A001.a"_s);
    QCOMPARE(strong.parent, u"5A001"_s);
    QVERIFY(strong.sensitive);
    QVERIFY(strong.sensitiveNote.isEmpty());
    QCOMPARE(strong.notes.size(), 3);
    QCOMPARE(strong.notes[0].kind, NoteKind::DecontrolNote);
    QVERIFY(strong.notes[0].when);
    QVERIFY(!strong.notes[0].verified);
    QCOMPARE(strong.notes[1].kind, NoteKind::TechnicalNote);
    QCOMPARE(strong.notes[2].kind, NoteKind::SeeAlso);
    const Entry intercept = book.entries.value(u"5A001.b"_s);
    QCOMPARE(intercept.combination, Combination::All);
    QVERIFY(intercept.verySensitive);
    QVERIFY(!intercept.sensitive);
    QCOMPARE(intercept.sensitiveNote, u"Only what decodes."_s);
    QVERIFY(!intercept.verySensitiveWhen);
    const Entry unused = book.entries.value(u"5A001.b.2"_s);
    QVERIFY(unused.reserved);
    QVERIFY(!unused.when);
    const Entry telemetry = book.entries.value(u"5A101"_s);
    QCOMPARE(language::toText(*telemetry.when), u"not case.sanctions and meets.5A101 and side > 1 m"_s);
    QVERIFY(telemetry.verySensitive);
    QVERIFY(!telemetry.sensitiveWhen);
    QCOMPARE(language::toText(*telemetry.verySensitiveWhen), u"item.areas has radio"_s);
    QCOMPARE(telemetry.category, u"5P1"_s);
    QCOMPARE(telemetry.group, u"A"_s);
}

void TestCompile::makesAFactOfAQuestion()
{
    const FactDefinition fact = compiled(sampleSources()).facts.value(u"meets.5A001.b"_s);
    QCOMPARE(fact.kind, FactKind::Judgement);
    QCOMPARE(fact.scope, Scope::Item);
    QCOMPARE(fact.prompt, u"Is it specially designed to intercept?"_s);
    QCOMPARE(fact.help, u"A test receiver is not."_s);
    QCOMPARE(fact.why, u"It decides whether 5A001.b applies: Interception equipment."_s);
    QCOMPARE(fact.cite, u"5A001.b"_s);
    QCOMPARE(fact.cost, 30);
}

void TestCompile::readsDefinitionsAndEquivalents()
{
    const RuleBook book = compiled(sampleSources());
    QCOMPARE(book.definitions.size(), 3);
    const Definition &lan = book.definitions[0];
    QCOMPARE(lan.term, u"Local area network"_s);
    QCOMPARE(lan.forms, (QStringList{u"local area networks"_s, u"LAN"_s}));
    QCOMPARE(lan.text, u"A network of one place."_s);
    QVERIFY(lan.appliesTo.isEmpty());
    QCOMPARE(lan.cite, u"Division 4"_s);
    QCOMPARE(lan.references, QStringList{u"3A001.a"_s});
    QVERIFY(lan.verified);
    QCOMPARE(book.definitions[1].appliesTo, QStringList{u"5P1"_s});
    QVERIFY(!book.definitions[1].verified);
    QCOMPARE(book.definitions[2].appliesTo, QStringList{u"ML8"_s});

    QCOMPARE(book.equivalents.size(), 1);
    const EquivalentList &abroad = book.equivalents[0];
    QCOMPARE(abroad.id, u"abroad"_s);
    QCOMPARE(abroad.edition, u"its first"_s);
    QCOMPARE(abroad.note, u"Whole entries only."_s);
    QCOMPARE(abroad.rules.size(), 3);
    QCOMPARE(abroad.rules[0].number, QString());
    QVERIFY(!abroad.rules[0].verified);
    QCOMPARE(abroad.rules[2].codes, (QStringList{u"5A0??"_s, u"5B0??"_s}));
}

void TestCompile::readsStartingPoints()
{
    const RuleBook book = compiled(sampleSources());
    const StartFacts facts = StartFacts::of(book);
    QVERIFY(facts.activity && facts.item);
    QCOMPARE(facts.activity->id, u"activity.kind"_s);
    QCOMPARE(facts.item->id, u"item.kind"_s);
    QCOMPARE(facts.others.size(), 1);
    QCOMPARE(facts.others.first()->id, u"case.sanctions"_s);

    QCOMPARE(book.startingPoints.size(), 2);
    const StartingPoint &journal = book.startingPoints[0];
    QCOMPARE(journal.id, u"journal"_s);
    QCOMPARE(journal.title, u"A manuscript to a journal"_s);
    QCOMPARE(journal.summary, u"Publish a paper, and send it out before."_s);
    QCOMPARE(journal.activities, (QStringList{u"publish"_s, u"send"_s}));
    QCOMPARE(journal.items,
             (QList<StartingItem>{{u"paper"_s, u"The manuscript"_s, {}}, {u"thing"_s, u"The sample"_s, {u"send"_s}}}));
    QCOMPARE(journal.facts, (QMap<QString, QString>{{u"case.sanctions"_s, u"no"_s}}));
    QCOMPARE(journal.hint, u"The copy that goes out first is sent."_s);
    QVERIFY(journal.goesWith(journal.items[0], u"publish"_s));
    QVERIFY(journal.goesWith(journal.items[1], u"send"_s));
    QVERIFY(!journal.goesWith(journal.items[1], u"publish"_s));
    QVERIFY(!journal.goesWith(journal.items[0], u"lend"_s));
    QCOMPARE(book.startingPoint(u"poster"_s), &book.startingPoints[1]);
    QCOMPARE(book.startingPoint(u"thesis"_s), nullptr);
}

void TestCompile::readsApplications()
{
    const RuleBook book = compiled(sampleSources());
    QCOMPARE(book.state(u"2024"_s)->provisions[0].requirement.usualTime, u"15 working days"_s);
    QCOMPARE(book.applications.size(), 2);
    const Application &permit = book.applications[0];
    QCOMPARE(permit.id, u"permit"_s);
    QCOMPARE(permit.requirements, QStringList{u"permit-s11"_s});
    QVERIFY(!permit.whenUnsure);
    QCOMPARE(permit.lodgedWith, u"The Minister"_s);
    QCOMPARE(permit.usualTime, u"15 working days"_s);
    QCOMPARE(permit.cite, u"s 11"_s);
    QCOMPARE(permit.grade, Grade::Unread);
    QVERIFY(!permit.verified);
    QCOMPARE(permit.leansOn, u"What other forms ask for"_s);
    QCOMPARE(permit.fields.size(), 4);
    QCOMPARE(permit.fields[0],
             (ApplicationField{u"applicant"_s, u"Who applies"_s, u"The institution."_s, u"about.institution"_s}));
    QCOMPARE(permit.fields[2].from, u"recipient.place"_s);
    QVERIFY(permit.fields[3].from.isEmpty());
    QCOMPARE(book.applicationFor(u"permit-s11"_s), &permit);
    QCOMPARE(book.applicationFor(u"permit-s16"_s), nullptr);
    QVERIFY(book.applications[1].whenUnsure);
    QVERIFY(book.applications[1].verified);
}

void TestCompile::hashIsOfWhatTheSourcesSay()
{
    const QString hash = compiled(sampleSources()).sourcesHash;
    store::Sources turned = sampleSources();
    std::ranges::reverse(turned);
    QCOMPARE(compiled(turned).sourcesHash, hash);
    // Comments, quotes, line ends.
    QCOMPARE(compiled(sampleWith(u"entries.yaml"_s, u"# A comment that leaves no trace.\n"_s, {})).sourcesHash, hash);
    QCOMPARE(
        compiled(sampleWith(u"entries.yaml"_s, u"title: Telemetry"_s, u"title: \"Telemetry\"  # so"_s)).sourcesHash,
        hash);
    store::Sources windows = sampleSources();
    for (auto &file : windows)
        file.bytes.replace("\n", "\r\n");
    QCOMPARE(compiled(windows).sourcesHash, hash);
    // The same condition, laid out otherwise.
    QCOMPARE(compiled(sampleWith(u"entries.yaml"_s, u"when: side > 1 m"_s, u"when: (  side > 1 m )"_s)).sourcesHash,
             hash);
}

void TestCompile::hashChangesWithTheContent_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("by");
    const auto row = [](const char *name, const QString &file, const QString &piece, const QString &by) {
        QTest::newRow(name) << file << piece << by;
    };
    row("limit", u"entries.yaml"_s, u"side > 1 m"_s, u"side > 2 m"_s);
    row("comparison", u"entries.yaml"_s, u"side > 1 m"_s, u"side >= 1 m"_s);
    row("title", u"entries.yaml"_s, u"title: Telemetry"_s, u"title: telemetry"_s);
    row("verified", u"entries.yaml"_s, u"            verified: false\n"_s, {});
    row("all for any", u"entries.yaml"_s, u"        all:"_s, u"        any:"_s);
    row("date", u"old.yaml"_s, u"2024-08-31"_s, u"2024-08-30"_s);
    row("version", u"catalogue.yaml"_s, u"0.0.1"_s, u"0.0.2"_s);
    row("factor", u"units.yaml"_s, u"1e-6"_s, u"1e-7"_s);
    row("row", u"facts.yaml"_s, u"0.5 W"_s, u"0.6 W"_s);
    row("inclusive", u"facts.yaml"_s, u"      - up_to: 57 GHz\n"_s,
        u"      - up_to: 57 GHz\n        inclusive: false\n"_s);
    row("member", u"facts.yaml"_s, u"      - NO\n"_s, u"      - AU\n"_s);
    row("exception", u"law.yaml"_s, u"effect: frees"_s, u"effect: covers"_s);
    row("form of a term", u"terms.yaml"_s, u"- LAN\n"_s, u"- LANs\n"_s);
    row("where a term applies", u"terms.yaml"_s, u"- ML8"_s, u"- ML9"_s);
    row("number abroad", u"terms.yaml"_s, u"X.7"_s, u"X.8"_s);
    row("pattern of codes", u"terms.yaml"_s, u"5B0??"_s, u"5D0??"_s);
    row("what narrows a row", u"entries.yaml"_s, u"_when: item.areas has radio"_s, u"_when: item.areas has unknown"_s);
    row("cost", u"facts.yaml"_s, u"cost: 100"_s, u"cost: 99"_s);
    row("usual time", u"law.yaml"_s, u"15 working days"_s, u"35 working days"_s);
    row("hint", u"practice.yaml"_s, u"Its abstract"_s, u"The abstract"_s);
    row("with what it goes", u"practice.yaml"_s, u"        with:\n          - send\n"_s, {});
    row("start fact", u"practice.yaml"_s, u"case.sanctions: \"no\""_s, u"case.sanctions: \"yes\""_s);
    row("where a field comes from", u"practice.yaml"_s, u"from: items"_s, u"from: entries"_s);
    row("form not seen", u"practice.yaml"_s, u"    grade: official\n"_s,
        u"    grade: official\n    verified: false\n    leans_on: guidance\n"_s);
}

void TestCompile::hashChangesWithTheContent()
{
    QFETCH(const QString, file);
    QFETCH(const QString, piece);
    QFETCH(const QString, by);
    const QString changed = compiled(sampleWith(file, piece, by)).sourcesHash;
    QCOMPARE(changed.size(), 64);
    QCOMPARE_NE(changed, compiled(sampleSources()).sourcesHash);
}

void TestCompile::canonicalFormIsSortedJson()
{
    const QByteArray form = compiler::canonical(compiled(sampleSources()));
    QVERIFY(form.startsWith("{\"applications\":[{\"cite\":\"s 11\","));
    QVERIFY(form.contains(",\"categories\":[{\"complete\":true,\"id\":\"5P1\","));
    QVERIFY(form.endsWith("\"version\":\"0.0.1\"}"));
    QVERIFY(!form.contains('\n'));
    QVERIFY(form.contains("\"steps\":\"Apply.\\nWait.\""));
    QVERIFY(form.contains("Équipement"));
    QJsonParseError error;
    const QJsonDocument read = QJsonDocument::fromJson(form, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(read.object().value(u"facts"_s).toArray().size(), 13);
}

void TestCompile::projectsSourcesCompile()
{
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    QVERIFY(sources);
    const RuleBook book = compiled(*sources);
    QVERIFY(!book.version.isEmpty());
    QVERIFY(!book.entryOrder.isEmpty());
    QVERIFY(!book.states.isEmpty());
    // What is stored of a condition is its text: it must say the same when it is read again.
    QCOMPARE(book.sourcesHash.size(), 64);
}

QTEST_GUILESS_MAIN(TestCompile)
#include "tst_compile.moc"
