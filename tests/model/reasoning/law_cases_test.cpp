// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lawcases.h"
#include "reasoningtesting.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::testing;

/// Every provision, exception, duty and warning of every state of the Act, put to facts just on either side of it.
/// tests/data/law-cases/README.md says how the files are read.
class LawCasesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lawCase_data();
    void lawCase();
    void everyExceptionDecidesSomewhere();
    void everyProvisionAppliesSomewhere();
};

static const QList<LawCase> &cases()
{
    static const QList<LawCase> all = lawCases();
    return all;
}

void LawCasesTest::lawCase_data()
{
    QTest::addColumn<int>("index");
    QSet<QString> names;
    for (int i = 0; i < cases().size(); ++i) {
        const QString &name = cases()[i].name;
        QVERIFY2(!names.contains(name), qPrintable(u"two cases are named "_s + name));
        names.insert(name);
        QTest::newRow(qPrintable(name)) << i;
    }
}

/// The rules as the case's office has verified them; kept, since many cases are of one office.
static const reasoning::PreparedRules &preparedFor(const LawCase &one)
{
    if (one.verified.isEmpty())
        return prepared();
    static std::map<std::pair<QString, QStringList>, reasoning::PreparedRules> offices;
    const std::pair office{one.state, one.verified};
    const auto known = offices.find(office);
    if (known != offices.end())
        return known->second;
    auto rules = std::make_shared<const language::RuleBook>(asVerified(catalogue(), one));
    return offices.emplace(office, reasoning::PreparedRules(std::move(rules))).first->second;
}

void LawCasesTest::lawCase()
{
    QFETCH(int, index);
    const LawCase &one = cases()[index];
    const QStringList wrong = differences(one, reasoning::conclude(preparedFor(one), one.answers));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"; "_s)));
}

static bool somewhere(const QString &state, const QString &provision, const QString &status)
{
    return std::ranges::any_of(
        cases(), [&](const LawCase &one) { return one.state == state && one.provisions->value(provision) == status; });
}

void LawCasesTest::everyExceptionDecidesSomewhere()
{
    QStringList never;
    for (const language::LawState &state : catalogue().states) {
        for (const language::Provision &provision : state.provisions) {
            for (const language::Exception &exception : provision.exceptions) {
                using enum language::ExceptionEffect;
                const QString word = exception.effect == Frees    ? u"excepted "_s
                                     : exception.effect == Covers ? u"covered "_s
                                                                  : u"notifies "_s;
                if (!somewhere(state.id, provision.id, word + exception.condition.id))
                    never.append(state.id + u' ' + provision.id + u'/' + exception.condition.id);
            }
        }
    }
    QVERIFY2(never.isEmpty(), qPrintable(never.join(u", "_s)));
}

void LawCasesTest::everyProvisionAppliesSomewhere()
{
    QStringList never;
    for (const language::LawState &state : catalogue().states) {
        for (const language::Provision &provision : state.provisions) {
            if (!somewhere(state.id, provision.id, u"applies"_s))
                never.append(state.id + u' ' + provision.id);
        }
    }
    QVERIFY2(never.isEmpty(), qPrintable(never.join(u", "_s)));
}

QTEST_GUILESS_MAIN(LawCasesTest)
#include "law_cases_test.moc"
