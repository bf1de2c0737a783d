// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/casesmodel.h"
#include "ui/models/countrymodel.h"
#include "ui/models/entrytreemodel.h"
#include "ui/models/hitmodel.h"
#include "ui/models/matrixmodel.h"
#include "ui/models/permitsmodel.h"
#include "ui/models/proofmodel.h"
#include "ui/models/requirementmodel.h"
#include "ui/models/supplylogmodel.h"
#include "ui/models/words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::ui;

using reasoning::Proof;
using reasoning::ProofKind;
using reasoning::Truth;

static QString print(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(depth * 2, u' ') + index.data(Qt::AccessibleTextRole).toString() + u'\n';
        text += print(model, index, depth + 1);
    }
    return text;
}

static Proof leaf(const QString &title, Truth truth, ProofKind kind = ProofKind::Fact)
{
    Proof proof;
    proof.kind = kind;
    proof.id = title;
    proof.title = title;
    proof.truth = truth;
    return proof;
}

static reasoning::Finding finding(const QString &provision, reasoning::ProvisionStatus status,
                                  const QList<Proof> &parts)
{
    reasoning::Finding result;
    result.provision = provision;
    result.title = provision + u" title"_s;
    result.cite = u"s 1"_s;
    result.status = status;
    result.combination = {u"a1"_s, u"i1"_s, u"r1"_s};
    result.proof.kind = ProofKind::Provision;
    result.proof.children = parts;
    return result;
}

class ModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void proofIsATreeOfWords();
    void proofRowsKeepTheirPath();
    void entriesByCategoryAndGroup();
    void entryMarksAreSaid();
    void requirementsKeepEveryRecipient();
    void hits();
    void countriesByNameAndCode();
    void casesComeAPageAtATime();
    void casesSayWhatWentWrong();
    void holderNames();
    void matrixSaysItInWords();
    void supplyLogKeepsWhatWasCorrected();
    void permitsAreATable();
};

void ModelsTest::proofIsATreeOfWords()
{
    ProofModel model;
    QAbstractItemModelTester tester(&model);
    Proof any = leaf({}, Truth::Unknown, ProofKind::Any);
    any.children = {leaf(u"abroad"_s, Truth::True), leaf(u"listed"_s, Truth::Unknown)};
    Proof exception = leaf(u"Spoken"_s, Truth::False, ProofKind::Exception);
    exception.verified = false;
    model.setFindings({finding(u"s10"_s, reasoning::ProvisionStatus::Open, {any, exception}),
                       finding(u"s14A"_s, reasoning::ProvisionStatus::NotRegulated, {})},
                      {u"Manuscript"_s, {}});
    QCOMPARE(print(model), u"s10 title: open\n"
                           "  any of these: open\n"
                           "    abroad: yes\n"
                           "    listed: open\n"
                           "  unless: Spoken: no; not verified\n"
                           "s14A title: does not apply\n"_s);
    QCOMPARE(model.index(0, 0).data(ProofModel::ForWhomRole).toString(), u"Manuscript"_s);
    QCOMPARE(model.index(0, 0).data(ProofModel::CiteRole).toString(), u"s 1"_s);
    const QModelIndex spoken = model.index(1, 0, model.index(0, 0));
    QVERIFY(!spoken.data(ProofModel::VerifiedRole).toBool());
    QVERIFY(spoken.data(ProofModel::DetailRole).toString().contains(u"Not verified"_s));
    QCOMPARE(spoken.siblingAtColumn(ProofModel::TruthColumn).data().toString(), u"no"_s);
    model.setFindings({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::proofRowsKeepTheirPath()
{
    ProofModel model;
    QAbstractItemModelTester tester(&model);
    const auto two = QList{finding(u"s10"_s, reasoning::ProvisionStatus::Open, {leaf(u"x"_s, Truth::Unknown)}),
                           finding(u"s14A"_s, reasoning::ProvisionStatus::Open, {leaf(u"x"_s, Truth::Unknown)})};
    model.setFindings(two, {});
    const QString first = model.index(0, 0, model.index(0, 0)).data(ProofModel::PathRole).toString();
    const QString second = model.index(0, 0, model.index(1, 0)).data(ProofModel::PathRole).toString();
    QVERIFY(first != second);
    // Another order of the provisions leaves every row's path as it was.
    model.setFindings({two[1], two[0]}, {});
    QCOMPARE(model.index(0, 0, model.index(1, 0)).data(ProofModel::PathRole).toString(), first);
}

static language::RuleBook smallList()
{
    language::RuleBook rules;
    const auto category = [](const QString &id, const QString &title, bool complete) {
        language::Category made;
        made.id = id;
        made.title = title;
        made.complete = complete;
        return made;
    };
    rules.categories = {category(u"5P1"_s, u"Telecommunications"_s, true), category(u"6"_s, u"Sensors"_s, false)};
    const auto entry = [&rules](const QString &code, const QString &parent, const QString &title) {
        language::Entry made;
        made.code = code;
        made.parent = parent;
        made.title = title;
        made.category = u"5P1"_s;
        made.group = code.mid(1, 1);
        rules.entries.insert(code, made);
        rules.entryOrder << code;
        if (!parent.isEmpty())
            rules.entries[parent].children << code;
    };
    entry(u"5A001"_s, {}, u"Equipment"_s);
    entry(u"5A001.a"_s, u"5A001"_s, u"Hardened"_s);
    entry(u"5A001.b"_s, u"5A001"_s, u"Radio"_s);
    entry(u"5E001"_s, {}, u"Know-how"_s);
    rules.entryIndex = language::EntryIndex(rules);
    return rules;
}

void ModelsTest::entriesByCategoryAndGroup()
{
    const language::RuleBook rules = smallList();
    EntryTreeModel model(rules);
    QAbstractItemModelTester tester(&model);
    for (const QString &code : rules.entryOrder) // rows are made as they are asked for
        QVERIFY(model.indexOf(code).isValid());
    QCOMPARE(print(model), u"Telecommunications\n"
                           "  Group A: Systems, equipment and components\n"
                           "    5A001  Equipment\n"
                           "      5A001.a  Hardened\n"
                           "      5A001.b  Radio\n"
                           "  Group E: Technology\n"
                           "    5E001  Know-how\n"
                           "Sensors (not held here)\n"_s);
    QVERIFY(!model.index(1, 0).data(EntryTreeModel::HeldRole).toBool());
    QCOMPARE(model.indexOf(u"5A001.b"_s).data(EntryTreeModel::CodeRole).toString(), u"5A001.b"_s);
    QVERIFY(!model.indexOf(u"9A001"_s).isValid());
}

void ModelsTest::entryMarksAreSaid()
{
    const language::RuleBook rules = smallList();
    EntryTreeModel model(rules);
    QAbstractItemModelTester tester(&model);
    for (const QString &code : rules.entryOrder)
        QVERIFY(model.indexOf(code).isValid());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setMarks({{u"5A001.a"_s, EntryTreeModel::RejectedMark}, {u"5E001"_s, EntryTreeModel::MetMark}});
    QCOMPARE(changed.size(), 2);
    QVERIFY(model.indexOf(u"5A001.a"_s).data().toString().contains(u"rejected"_s));
    model.setMarks({{u"5E001"_s, EntryTreeModel::MetMark}});
    QCOMPARE(changed.size(), 3);
    QVERIFY(!model.indexOf(u"5A001.a"_s).data().toString().contains(u"rejected"_s));
}

void ModelsTest::requirementsKeepEveryRecipient()
{
    RequirementModel model;
    QAbstractItemModelTester tester(&model);
    reasoning::RequirementFinding permit;
    permit.requirement.title = u"A permit"_s;
    permit.requirement.cite = u"s 11"_s;
    permit.cite = u"s 10(1)"_s;
    reasoning::RequirementFinding possible = permit;
    possible.certainty = reasoning::Certainty::Possible;
    model.setRows({{permit, u"Send"_s, u"Draft"_s, u"Kyoto"_s}, {possible, u"Send"_s, u"Draft"_s, u"Lyon"_s}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, RequirementModel::RecipientColumn).data().toString(), u"Kyoto"_s);
    QCOMPARE(model.index(0, RequirementModel::WhatColumn).data().toString(), u"A permit"_s);
    QVERIFY(model.index(1, RequirementModel::WhatColumn).data().toString().contains(u"possibly"_s));
    QCOMPARE(model.index(0, RequirementModel::ProvisionColumn).data().toString(), u"s 10(1); permit under s 11"_s);
    QCOMPARE(model.headerData(RequirementModel::DeciderColumn, Qt::Horizontal).toString(), u"Who decides"_s);
}

void ModelsTest::hits()
{
    HitModel model;
    QAbstractItemModelTester tester(&model);
    model.setHits({{u"5A001"_s, u"Equipment"_s, u"radio equipment"_s}});
    QCOMPARE(model.index(0, 0).data().toString(), u"5A001  Equipment"_s);
    QCOMPARE(model.index(0, 0).data(HitModel::CodeRole).toString(), u"5A001"_s);
    model.setHits({});
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::countriesByNameAndCode()
{
    CountryModel model({{u"JP"_s, u"Japan"_s}, {u"AU"_s, u"Australia"_s}, {u"FR"_s, u"France"_s}});
    QAbstractItemModelTester tester(&model);
    QCOMPARE(model.index(0, 0).data().toString(), u"Australia"_s);
    QCOMPARE(model.codeOf(u" japan "_s), u"JP"_s);
    QCOMPARE(model.codeOf(u"fr"_s), u"FR"_s);
    QCOMPARE(model.codeOf(u"Atlantis"_s), QString());
    QCOMPARE(model.codeOf(QString()), QString());
    QCOMPARE(model.rowOf(u"JP"_s), 2);
    QCOMPARE(model.rowOf(u"XX"_s), -1);
}

// A register of that many cases that counts how often it is read.
struct ManyCases {
    int count = 0;
    int reads = 0;
    cases::Result<cases::CasePage> operator()(const cases::CaseQuery &query)
    {
        ++reads;
        cases::CasePage page;
        int at = query.after ? query.after->id.value.toInt() + 1 : 0;
        for (; at < count && page.cases.size() < query.limit; ++at) {
            cases::CaseSummary row;
            row.id.value = QString::number(at);
            row.title = u"Case %1"_s.arg(at);
            row.reference = u"CW-%1"_s.arg(at);
            row.outcome = at == 0 ? u"permit-unlikely"_s : QString();
            row.changed = QDateTime(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::UTC);
            if (query.text.isEmpty() || row.title.contains(query.text))
                page.cases.append(row);
        }
        if (at < count)
            page.next = cases::CaseCursor{page.cases.last().changed, page.cases.last().id};
        return page;
    }
};

void ModelsTest::casesComeAPageAtATime()
{
    auto many = std::make_shared<ManyCases>();
    many->count = 250;
    CasesModel model([many](const cases::CaseQuery &query) { return (*many)(query); });
    QAbstractItemModelTester tester(&model);
    tester.setUseFetchMore(false); // it would fetch all pages at once
    QCOMPARE(model.rowCount(), 0);
    model.reload();
    QCOMPARE(model.rowCount(), CasesModel::pageSize);
    QCOMPARE(many->reads, 1);
    QVERIFY(model.canFetchMore({}));
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), 250);
    QCOMPARE(many->reads, 3);
    QCOMPARE(model.index(0, CasesModel::OutcomeColumn).data().toString(),
             outcomeTitle(reasoning::Outcome::PermitUnlikely));
    QCOMPARE(model.index(1, CasesModel::OutcomeColumn).data().toString(), u"not yet"_s);
    QCOMPARE(model.index(249, 0).data(CasesModel::IdRole).toString(), u"249"_s);
    model.setFilter(u"Case 7"_s);
    QVERIFY(model.rowCount() > 0);
    QCOMPARE(model.index(0, CasesModel::TitleColumn).data().toString(), u"Case 7"_s);
}

void ModelsTest::casesSayWhatWentWrong()
{
    bool broken = true;
    CasesModel model([&broken](const cases::CaseQuery &) -> cases::Result<cases::CasePage> {
        if (broken)
            return std::unexpected(cases::RegisterError{cases::RegisterError::Kind::Busy, {}, u"/somewhere"_s});
        return cases::CasePage{};
    });
    QAbstractItemModelTester tester(&model);
    QSignalSpy problems(&model, &CasesModel::problemChanged);
    model.reload();
    QCOMPARE(problems.size(), 1);
    QVERIFY(!model.problem().isEmpty());
    broken = false;
    model.reload();
    QCOMPARE(model.problem(), QString());
}

void ModelsTest::holderNames()
{
    reasoning::Answers answers;
    answers.activities = {{u"a1"_s, u"Send"_s, {u"i1"_s, u"i2"_s}, {u"r1"_s}}};
    answers.items = {{u"i1"_s, u"Paper"_s, 0, {}}, {u"i2"_s, {}, 0, {}}};
    answers.recipients = {{u"r1"_s, {}}};
    QCOMPARE(holderName(answers, language::Scope::Item, u"i2"_s), u"Item 2"_s);
    QCOMPARE(holderName(answers, language::Scope::Recipient, u"r1"_s), u"Recipient 1"_s);
    language::FactDefinition fact;
    fact.scope = language::Scope::Item;
    QCOMPARE(forWhom(answers, fact, {u"f"_s, u"i1"_s}), u"Paper"_s);
    fact.scope = language::Scope::Recipient;
    QCOMPARE(forWhom(answers, fact, {u"f"_s, u"r1"_s}), QString());
    QCOMPARE(forWhom(answers, reasoning::Combination{u"a1"_s, u"i1"_s, u"r1"_s}), u"Paper"_s);
}

void ModelsTest::matrixSaysItInWords()
{
    reasoning::Conclusion conclusion;
    conclusion.findings = {finding(u"s1"_s, reasoning::ProvisionStatus::Applies, {}),
                           finding(u"s2"_s, reasoning::ProvisionStatus::Excepted, {}),
                           finding(u"s3"_s, reasoning::ProvisionStatus::NotRegulated, {})};
    conclusion.findings[1].exceptionTitle = u"A draft"_s;
    conclusion.findings[1].exceptionCite = u"s 2(3)"_s;
    MatrixModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setMatrix(assessment::matrixOf(conclusion), {{u"Sending"_s, u"Paper"_s, u"Kyoto"_s}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.columnCount(), MatrixModel::FirstProvision + 2);
    QCOMPARE(model.index(0, MatrixModel::ItemColumn).data().toString(), u"Paper"_s);
    const QModelIndex first = model.index(0, MatrixModel::FirstProvision);
    QCOMPARE(first.data().toString(), u"● applies"_s);
    QCOMPARE(first.data(MatrixModel::StatusRole).toInt(), static_cast<int>(reasoning::ProvisionStatus::Applies));
    const QModelIndex second = model.index(0, MatrixModel::FirstProvision + 1);
    QVERIFY(second.data().toString() != first.data().toString());
    // Heard, a cell says everything that it stands for.
    const QString heard = second.data(Qt::AccessibleTextRole).toString();
    for (const QString &part : {u"Paper"_s, u"Kyoto"_s, u"s2 title"_s, u"A draft"_s, u"s 2(3)"_s})
        QVERIFY2(heard.contains(part), qPrintable(heard));
    QCOMPARE(model.headerData(MatrixModel::FirstProvision, Qt::Horizontal).toString(), u"s 1"_s);
    QVERIFY(!model.headerData(model.columnCount(), Qt::Horizontal).isValid());
    model.setMatrix({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::supplyLogKeepsWhatWasCorrected()
{
    SupplyLogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const assessment::SupplyEntry entry{u"Draft"_s, {}, u"Dr X"_s, QDate(2025, 6, 1), {}, u"by mail"_s, {}};
    model.setLog({{1, {}, {}, 0, false, entry}, {2, {}, {}, 1, false, entry}, {3, {}, {}, 2, true, entry}});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, SupplyLogModel::StateColumn).data().toString(), u"replaced"_s);
    QCOMPARE(model.index(1, SupplyLogModel::StateColumn).data().toString(), u"replaced"_s);
    QCOMPARE(model.index(2, SupplyLogModel::StateColumn).data().toString(), u"strikes number 2"_s);
    QCOMPARE(model.index(0, SupplyLogModel::UntilColumn).data().toString(), u"goes on"_s);
    QCOMPARE(model.index(0, SupplyLogModel::PermitColumn).data().toString(), u"none"_s);
    QCOMPARE(model.index(2, 0).data(SupplyLogModel::NumberRole).toInt(), 3);
    for (int row = 0; row < 3; ++row)
        QVERIFY(!model.index(row, 0).data(SupplyLogModel::StandsRole).toBool());
    model.setLog({{1, {}, {}, 0, false, entry}});
    QVERIFY(model.index(0, 0).data(SupplyLogModel::StandsRole).toBool());
}

void ModelsTest::permitsAreATable()
{
    PermitsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    using Kind = assessment::PermitHeld::Kind;
    model.setPermits(
        {{Kind::Permission, u"G-1"_s, u"The University"_s, u"a pump"_s, QDate(2025, 1, 1), {}, u"One\nTwo"_s},
         {Kind::Permit, u"P-17"_s, {}, u"code"_s, {}, QDate(2025, 6, 30), {}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, PermitsModel::KindColumn).data().toString(), u"Permission for goods"_s);
    QCOMPARE(model.index(0, PermitsModel::UntilColumn).data().toString(), u"no end named"_s);
    QCOMPARE(model.index(0, PermitsModel::ConditionsColumn).data().toString(), u"One\nTwo"_s);
    QCOMPARE(model.index(1, PermitsModel::FromColumn).data().toString(), QString());
    QCOMPARE(model.index(1, PermitsModel::UntilColumn).data().toString(), u"2025-06-30"_s);
    for (int column = 0; column < PermitsModel::ColumnCount; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    model.setPermits({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(ModelsTest)
#include "models_test.moc"
