// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"
#include "catalogue/compiler/sources.h"
#include "catalogue/store/sourceplaces.h"

#include "../language/everyaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using language::RuleAddress;
using store::SourcePlace;
using store::SourcePlaces;

class TestSourcePlaces : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lines_data();
    void lines();
    void everyStatementOfTheCatalogue();
    void everyQuestionOfTheInterview();
    void nothingOfWhatIsNoCatalogue();

private:
    QStringList linesAt(const SourcePlace &place) const
    {
        for (const store::SourceFile &source : m_sources)
            if (source.path == place.file)
                return QString::fromUtf8(source.bytes)
                    .split(u'\n')
                    .sliced(place.firstLine - 1, place.lastLine - place.firstLine + 1);
        return {};
    }
    store::Sources m_sources;
    language::RuleBook m_rules;
};

void TestSourcePlaces::initTestCase()
{
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    QVERIFY(sources);
    m_sources = *sources;
    const auto rules = compiler::compile(m_sources);
    QVERIFY(rules);
    m_rules = *rules;
}

// Line 1 is empty, so that numbers here are those of the rows below.
static const char *const sample = R"(
facts:
  - id: item.kind
    prompt: |
      - id: no_fact
      rules: none

    cost: 1

  # about the next one
  - scope: item
    id: item.origin
rules:
- id: at_margin   # a list may stand in the column of its key
  title: "state:
    provisions: - id: no_rule"
  when: >-
    a and
    b
- id: "quoted"
state:
  id: '2024'
  rules:
    - id: own
  provisions:
    - id: p1
      requires:
        id: permit
      elements:
        - id: e1
          title: one
        - id: e2

          when: |
            x

            y
      exceptions:
        - id: e1
  duties:
    - id: d1
  warnings:
    - id: w1
equivalents:
  - id: us
    rules:
      - id: no_rule)";

void TestSourcePlaces::lines_data()
{
    QTest::addColumn<RuleAddress>("address");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    using Kind = RuleAddress::Kind;
    const QString state = u"2024"_s;
    QTest::newRow("fact") << RuleAddress{Kind::Fact, {}, {}, u"item.kind"_s} << 3 << 8;
    QTest::newRow("fact asked for with a state") << RuleAddress{Kind::Fact, state, {}, u"item.kind"_s} << 3 << 8;
    QTest::newRow("id on the second line") << RuleAddress{Kind::Fact, {}, {}, u"item.origin"_s} << 11 << 12;
    QTest::newRow("no fact in a text") << RuleAddress{Kind::Fact, {}, {}, u"no_fact"_s} << 0 << 0;
    QTest::newRow("list in the column of its key") << RuleAddress{Kind::Rule, {}, {}, u"at_margin"_s} << 14 << 19;
    QTest::newRow("in quotes") << RuleAddress{Kind::Rule, {}, {}, u"quoted"_s} << 20 << 20;
    QTest::newRow("shared rule under a state") << RuleAddress{Kind::Rule, state, {}, u"quoted"_s} << 20 << 20;
    QTest::newRow("rule of the state") << RuleAddress{Kind::Rule, state, {}, u"own"_s} << 24 << 24;
    QTest::newRow("not without the state") << RuleAddress{Kind::Rule, {}, {}, u"own"_s} << 0 << 0;
    QTest::newRow("provision") << RuleAddress{Kind::Provision, state, {}, u"p1"_s} << 26 << 39;
    QTest::newRow("element") << RuleAddress{Kind::Element, state, u"p1"_s, u"e1"_s} << 30 << 31;
    QTest::newRow("element with empty lines") << RuleAddress{Kind::Element, state, u"p1"_s, u"e2"_s} << 32 << 37;
    QTest::newRow("exception") << RuleAddress{Kind::Exception, state, u"p1"_s, u"e1"_s} << 39 << 39;
    QTest::newRow("of no other provision") << RuleAddress{Kind::Exception, state, u"p2"_s, u"e1"_s} << 0 << 0;
    QTest::newRow("duty") << RuleAddress{Kind::Duty, state, {}, u"d1"_s} << 41 << 41;
    QTest::newRow("warning") << RuleAddress{Kind::Warning, state, {}, u"w1"_s} << 43 << 43;
    QTest::newRow("no rule of a list abroad") << RuleAddress{Kind::Rule, {}, {}, u"no_rule"_s} << 0 << 0;
    QTest::newRow("requirement") << RuleAddress{Kind::Provision, state, {}, u"permit"_s} << 0 << 0;
}

void TestSourcePlaces::lines()
{
    QFETCH(RuleAddress, address);
    QFETCH(int, first);
    QFETCH(int, last);
    for (const char *ending : {"\n", "\r\n"}) {
        const QByteArray bytes = QByteArray(sample).replace("\n", ending);
        const auto place = SourcePlaces({{u"a.yaml"_s, "catalogue:\n"}, {u"law/b.yaml"_s, bytes}}).find(address);
        QCOMPARE(place.has_value(), first > 0);
        if (place)
            QCOMPARE(*place, (SourcePlace{u"law/b.yaml"_s, first, last}));
    }
}

// The block begins with its item, names the statement, has all of its condition, and stops before the next one.
void TestSourcePlaces::everyStatementOfTheCatalogue()
{
    const SourcePlaces places(m_sources);
    const QList<RuleAddress> all = testing::everyStatement(m_rules);
    QVERIFY(all.size() > 100);
    for (const RuleAddress &address : all) {
        const auto place = places.find(address);
        QVERIFY2(place, testing::nameOf(address).constData());
        const QStringList lines = linesAt(*place);
        QVERIFY2(lines.first().trimmed() == u"- id: "_s + address.id
                     || lines.first().trimmed() == u"- id: \""_s + address.id + u'"',
                 testing::nameOf(address).constData());
        const qsizetype column = lines.first().indexOf(u'-');
        for (const QString &line : lines.sliced(1))
            QVERIFY2(line.trimmed().isEmpty() || line.startsWith(QString(column + 1, u' ')),
                     testing::nameOf(address).constData());
        QVERIFY2(!lines.last().trimmed().isEmpty(), testing::nameOf(address).constData());
        const auto statement = language::statementAt(m_rules, address);
        QVERIFY2(statement, testing::nameOf(address).constData());
        QString squeezed = lines.join(u' ').simplified();
        QVERIFY2(squeezed.contains(statement->title.simplified()), testing::nameOf(address).constData());
        if (statement->when)
            for (const QString &fact : language::factsOf(*statement->when))
                QVERIFY2(squeezed.contains(fact),
                         QByteArray(testing::nameOf(address) + " " + fact.toUtf8()).constData());
    }
}

void TestSourcePlaces::everyQuestionOfTheInterview()
{
    const SourcePlaces places(m_sources);
    for (const QString &fact : m_rules.factOrder) {
        if (fact.startsWith("meets."_L1))
            continue; // an entry asks it
        const auto place = places.find({RuleAddress::Kind::Fact, {}, {}, fact});
        QVERIFY2(place, qPrintable(fact));
        QVERIFY2(linesAt(*place).first().trimmed() == u"- id: "_s + fact, qPrintable(fact));
    }
}

void TestSourcePlaces::nothingOfWhatIsNoCatalogue()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("\n\n"), QByteArray("- - - id: x\n"),
                                    QByteArray(":\n -\n|\n\"\n'"), QByteArray("\xff\xfe\x00rules:", 9),
                                    QByteArray("rules:\n  - id:\n  - id"), QByteArray("id: x\nrules:\n- \"id: y")})
        QVERIFY(!SourcePlaces({{u"x.yaml"_s, bytes}}).find({RuleAddress::Kind::Rule, {}, {}, u"x"_s}));
}

QTEST_GUILESS_MAIN(TestSourcePlaces)
#include "tst_sourceplaces.moc"
