// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reasoningtesting.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;

/// Published worked examples give the published answer. tests/data/scenarios/README.md says how a file is read.
class ScenariosTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scenario_data();
    void scenario();
};

static QStringList texts(const QJsonValue &array)
{
    return array.toVariant().toStringList();
}

void ScenariosTest::scenario_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("index");
    const QStringList files =
        QDir(QStringLiteral(CLEARWAY_TEST_DATA "/scenarios")).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files) {
        const QString path = u"scenarios/"_s + file;
        const QJsonArray expected = readObject(path)["expect"_L1].toArray();
        QVERIFY2(!expected.isEmpty(), qPrintable(path));
        for (int i = 0; i < expected.size(); ++i) {
            const QString when = expected[i]["on"_L1].toString() + expected[i]["law"_L1].toString();
            QTest::newRow(qPrintable(file + u' ' + when)) << path << i;
        }
    }
}

void ScenariosTest::scenario()
{
    QFETCH(QString, file);
    QFETCH(int, index);
    const QJsonObject scenario = readObject(file);
    const QJsonObject expect = scenario["expect"_L1].toArray().at(index).toObject();
    for (const char *key : {"source", "law_state", "facts_in_words", "published_answer"})
        QVERIFY2(!scenario[QLatin1StringView(key)].toString().isEmpty(), key);
    const reasoning::Answers answers =
        put(answersOf(scenario["answers"_L1].toObject(), file),
            QDate::fromString(expect["on"_L1].toString(), Qt::ISODate), expect["law"_L1].toString());
    const reasoning::Conclusion conclusion = reasoning::conclude(prepared(), answers);
    QVERIFY2(!conclusion.state.isEmpty(), "neither a day nor a state is given");

    QCOMPARE(reasoning::outcomeName(conclusion.outcome), expect["outcome"_L1].toString());
    QCOMPARE(requirementsOf(conclusion), texts(expect["requirements"_L1]));
    if (expect.contains("exception"_L1)) {
        QStringList exceptions;
        for (const reasoning::Finding &finding : conclusion.findings) {
            if (!finding.exception.isEmpty())
                exceptions.append(finding.provision + u'/' + finding.exception);
        }
        QCOMPARE(exceptions, QStringList{expect["exception"_L1].toString()});
    }
    if (expect.contains("tipped_by"_L1)) {
        QVERIFY(!conclusion.open.isEmpty());
        const reasoning::OpenFact &first = conclusion.open.first();
        QCOMPARE(first.rule.isEmpty() ? first.key.fact : first.rule, expect["tipped_by"_L1].toString());
    }
    // Where a later state answers otherwise than the source, the file says why.
    if (index > 0 && expect["outcome"_L1] != scenario["expect"_L1].toArray().at(0)["outcome"_L1])
        QVERIFY2(!expect["because"_L1].toString().isEmpty(), "another outcome needs a reason");
}

QTEST_GUILESS_MAIN(ScenariosTest)
#include "scenarios_test.moc"
