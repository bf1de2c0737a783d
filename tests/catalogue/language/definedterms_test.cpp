// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/definedterms.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway::language;

class DefinedTermsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto add = [this](const QString &term, const QStringList &forms, const QStringList &appliesTo) {
            Definition definition;
            definition.term = term;
            definition.forms = forms;
            definition.appliesTo = appliesTo;
            m_rules.definitions.append(definition);
        };
        add(u"Laser"_s, {u"lasers"_s}, {});
        add(u"Laser duration"_s, {}, {u"5P1"_s});
        add(u"Use"_s, {u"used"_s}, {});
        add(u"Bias"_s, {u"biases"_s}, {u"7"_s});
        add(u"Precursors"_s, {u"precursor"_s}, {u"ML7"_s});
        add(u"III/V compounds"_s, {u"III/V compound"_s}, {});
        add(u"User-accessible programmability"_s, {}, {});
        add(u"Program(s)"_s, {u"program"_s, u"programs"_s}, {});
        add(u"Équipement"_s, {}, {});
    }

    void uses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("category");
        QTest::addColumn<QStringList>("found"); // as they stand in the text, with the term
        const auto row = [](const char *name, const QString &text, const QString &category, const QStringList &found) {
            QTest::newRow(name) << text << category << found;
        };
        row("nothing", {}, u"5P1"_s, {});
        row("the term itself", u"Laser"_s, u"5P1"_s, {u"Laser=Laser"_s});
        row("in any case", u"a LASER and a laser"_s, u"5P1"_s, {u"LASER=Laser"_s, u"laser=Laser"_s});
        row("another form", u"two lasers."_s, u"5P1"_s, {u"lasers=Laser"_s});
        row("the longest", u"its laser duration is"_s, u"5P1"_s, {u"laser duration=Laser duration"_s});
        row("the longest that applies", u"its laser duration is"_s, u"6"_s, {u"laser=Laser"_s});
        row("over a line break", u"laser\n  duration"_s, u"5P1"_s, {u"laser\n  duration=Laser duration"_s});
        row("no longer one after all", u"laser durations"_s, u"5P1"_s, {u"laser=Laser"_s});
        row("part of a word", u"lasering, blaser, laser2, reused"_s, u"5P1"_s, {});
        row("after a hyphen", u"re-use, non-laser"_s, u"5P1"_s, {});
        row("before a hyphen", u"laser-based"_s, u"5P1"_s, {u"laser=Laser"_s});
        row("after a dash", u"this - laser"_s, u"5P1"_s, {u"laser=Laser"_s});
        row("in quotes and brackets", u"“laser” (used)"_s, u"5P1"_s, {u"laser=Laser"_s, u"used=Use"_s});
        row("possessive", u"the laser's beam"_s, u"5P1"_s, {u"laser=Laser"_s});
        row("of another category", u"the bias"_s, u"6"_s, {});
        row("of its category", u"the bias"_s, u"7"_s, {u"bias=Bias"_s});
        row("with a slash", u"a III/V compound here"_s, u"3"_s, {u"III/V compound=III/V compounds"_s});
        row("with a hyphen", u"has user-accessible programmability."_s, u"3"_s,
            {u"user-accessible programmability=User-accessible programmability"_s});
        row("with another hyphen", u"user\u2011accessible programmability"_s, u"3"_s,
            {u"user\u2011accessible programmability=User-accessible programmability"_s});
        row("with brackets", u"the program(s) of it"_s, u"3"_s, {u"program(s)=Program(s)"_s});
        row("without them", u"the programs"_s, u"3"_s, {u"programs=Program(s)"_s});
        row("beyond ASCII", u"un équipement"_s, u"3"_s, {u"équipement=Équipement"_s});
    }
    void uses()
    {
        QFETCH(QString, text);
        QFETCH(QString, category);
        QFETCH(QStringList, found);
        const DefinedTerms terms(m_rules);
        QStringList uses;
        for (const TermUse &use : terms.in(text, category))
            uses.append(text.mid(use.start, use.length) + u'=' + m_rules.definitions[use.definition].term);
        QCOMPARE(uses, found);
    }

    void confinedToEntries()
    {
        const DefinedTerms terms(m_rules);
        QCOMPARE(terms.in(u"a precursor", u"ML"_s, u"ML7.b"_s).size(), 1);
        QCOMPARE(terms.in(u"a precursor", u"ML"_s, u"ML8"_s).size(), 0);
        QVERIFY(appliesTo(m_rules.definitions[0], u"5P1"_s));
        QVERIFY(!appliesTo(m_rules.definitions[3], u"5P1"_s));
    }

    void byName()
    {
        const DefinedTerms terms(m_rules);
        QCOMPARE(terms.of(u"laser"_s).size(), 1);
        QCOMPARE(terms.of(u" LASER  Duration "_s).first(), &m_rules.definitions[1]);
        QCOMPARE(terms.of(u"biases"_s).first()->term, u"Bias"_s);
        QVERIFY(terms.of(u"laser dur"_s).isEmpty());
        QVERIFY(terms.of({}).isEmpty());
        QVERIFY(terms.of(u"*"_s).isEmpty());
    }

    void ofAnEntry()
    {
        FactDefinition fact;
        fact.id = u"meets.5A001"_s;
        fact.prompt = u"Does it hold a program?"_s;
        m_rules.facts.insert(fact.id, fact);
        Entry entry;
        entry.code = u"5A001"_s;
        entry.category = u"5P1"_s;
        entry.title = u"Lasers"_s;
        entry.summary = u"A laser."_s;
        auto holds = std::make_shared<Condition>();
        holds->node = Condition::Holds{fact.id};
        entry.when = holds;
        entry.notes.append({NoteKind::Note, {}, u"It is used."_s, {}, true});
        QStringList names;
        for (const Definition *definition : termsOf(entry, m_rules, DefinedTerms(m_rules)))
            names.append(definition->term);
        QCOMPARE(names, (QStringList{u"Laser"_s, u"Program(s)"_s, u"Use"_s}));
        QStringList places;
        for (const EntryText &text : textsOf(entry, m_rules))
            places.append(text.place);
        QCOMPARE(places, (QStringList{u"title"_s, u"summary"_s, u"facts/meets.5A001"_s, u"notes/0/title"_s,
                                      u"notes/0/text"_s}));
    }

private:
    RuleBook m_rules;
};

QTEST_GUILESS_MAIN(DefinedTermsTest)
#include "definedterms_test.moc"
