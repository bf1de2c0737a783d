// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/application.h"
#include "model/report/html.h"
#include "model/report/markdown.h"
#include "model/report/plaintext.h"
#include "model/report/statement.h"
#include "model/report/supplystub.h"

#include "../assessment/smallrules.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::report;
using assessment::ReviewFinding;
using reasoning::Certainty;
using reasoning::Outcome;

/// Drafts of applications, the statement for a README, the supply log and reviews on a record.
class ApplicationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void draftTakesWhatTheRecordSays();
    void nothingToApplyFor();
    void adviceIsAskedOfDefence();
    void documentShowsBlanks();
    void json();
    void statement();
    void statementIsRefused_data();
    void statementIsRefused();
    void matrixAndStepsArePrinted();
    void supplyLogIsPrinted();
    void namesAreLeftOutOfACopy();
    void reviewIsPrinted();

private:
    static QString written(const Report &report, bool (*write)(const Report &, QIODevice &))
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return write(report, buffer) ? QString::fromUtf8(buffer.data()) : QString();
    }
    static bool fits(const QJsonObject &document)
    {
        QFile file(u":/clearway/schemas/application.schema.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QJsonValue json(QJsonDocument::fromJson(file.readAll()).object());
        const QJsonValue value(document);
        valijson::Schema schema;
        valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(json), schema);
        return valijson::Validator().validate(schema, valijson::adapters::QtJsonAdapter(value), nullptr);
    }
    /// A permit is needed for it.
    assessment::Assessment permitNeeded() const
    {
        assessment::Assessment made = sampleAssessment(m_rules);
        reasoning::RequirementFinding found;
        found.requirement = m_rules.states.first().provisions.first().requirement;
        found.provision = u"send"_s;
        found.cite = u"s 10(1)"_s;
        found.combination = made.answers.combinations().first();
        made.conclusion.requirements = {found, found};
        made.conclusion.outcome = Outcome::PermitLikelyRequired;
        return made;
    }
    static QStringList valueOf(const ApplicationDraft &draft, const QString &id)
    {
        for (const DraftField &field : draft.fields) {
            if (field.field.id == id)
                return field.value;
        }
        return {u"no such field"_s};
    }
    static assessment::Review agreeing()
    {
        return {ReviewFinding::Agrees, u"Olive Officer"_s, u"Export controls officer"_s, QDate(2025, 6, 2), u"seen"_s};
    }
    const language::RuleBook m_rules = smallRules();
};

void ApplicationTest::draftTakesWhatTheRecordSays()
{
    const QList<ApplicationDraft> drafts = applicationDrafts(permitNeeded(), m_rules);
    QCOMPARE(drafts.size(), 1);
    const ApplicationDraft &draft = drafts.first();
    QCOMPARE(draft.application.id, u"application-permit"_s);
    QCOMPARE(draft.combinations.size(), 1);
    QVERIFY(!draft.possible);
    QCOMPARE(valueOf(draft, u"applicant"_s), QStringList()); // the record has no institution
    QCOMPARE(valueOf(draft, u"client"_s), QStringList());
    QCOMPARE(valueOf(draft, u"project"_s), QStringList{u"Converters"_s});
    QCOMPARE(valueOf(draft, u"begins"_s), QStringList{u"1 June 2025"_s});
    QVERIFY(valueOf(draft, u"conduct"_s).join(u' ').contains(u"Send the manuscript"_s));
    QCOMPARE(valueOf(draft, u"items"_s), QStringList{u"Fast converter manuscript; Know-how or data"_s});
    QVERIFY(valueOf(draft, u"entries"_s).join(u' ').startsWith(u"Fast converter manuscript: "_s));
    const QString values = valueOf(draft, u"values"_s).join(u' ');
    QVERIFY2(values.contains(u"1.234567 GHz"_s) && values.contains(u"data sheet page 12"_s), qPrintable(values));
    const QString looked = valueOf(draft, u"looked"_s).join(u' ');
    QVERIFY2(looked.contains(u"needle in the search"_s) && looked.contains(u"margin criterion fails"_s),
             qPrintable(looked));
    QVERIFY(valueOf(draft, u"recipients"_s).join(u' ').contains(u"Dr Haruka Exemplar, Recipient 1 (Japan)"_s));
    QCOMPARE(valueOf(draft, u"place"_s), QStringList{u"Japan"_s});
    QVERIFY(valueOf(draft, u"provision"_s).join(u' ').contains(u"s 10(1)"_s));
    QCOMPARE(valueOf(draft, u"record"_s), QStringList{u"CW-7F3K-29QD, revision 1"_s});
}

void ApplicationTest::nothingToApplyFor()
{
    QVERIFY(applicationDrafts(sampleAssessment(m_rules), m_rules).isEmpty());
    assessment::Assessment early = permitNeeded();
    early.conclusion.warningsAnswered = false;
    QVERIFY(applicationDrafts(early, m_rules).isEmpty());
}

void ApplicationTest::adviceIsAskedOfDefence()
{
    assessment::Assessment made = permitNeeded();
    made.conclusion.outcome = Outcome::AdviceNeeded;
    made.conclusion.requirements.first().certainty = Certainty::Possible;
    made.conclusion.requirements.removeLast();
    const QList<ApplicationDraft> drafts = applicationDrafts(made, m_rules);
    QCOMPARE(drafts.size(), 2);
    QCOMPARE(drafts.first().application.id, u"application-assessment"_s);
    QCOMPARE(drafts.first().combinations, made.answers.combinations());
    QVERIFY(!drafts.first().possible);
    QVERIFY(drafts.last().possible);
}

void ApplicationTest::documentShowsBlanks()
{
    const assessment::Assessment made = permitNeeded();
    const Report draft = build(applicationDrafts(made, m_rules), made, m_rules);
    QVERIFY(draft.fronts.isEmpty());
    QCOMPARE(draft.attachmentName, u"application.json"_s);
    const QString text = written(draft, writeMarkdown);
    QVERIFY2(text.contains(u"## 1. Application for a permit"_s), qPrintable(text));
    QVERIFY(!text.contains(u"Annex"_s));
    QVERIFY(text.contains(u"Client number: (The office has it) "_s + QString(20, u'.')));
    QVERIFY(text.contains(u"Project: Converters"_s));
    QVERIFY(text.contains(u"The form itself was not seen"_s));
    QVERIFY(text.contains(u"15 working days"_s));
    const QString page = written(draft, writeHtml);
    QVERIFY(page.contains(u"class=\"field tall\""_s));
    QVERIFY(page.contains(u"1.234567 GHz"_s));
    // it is nobody's to sign as a record
    QVERIFY(!page.contains(u"Self-assessment record."_s));
}

void ApplicationTest::json()
{
    const assessment::Assessment made = permitNeeded();
    const QJsonObject document = toJson(applicationDrafts(made, m_rules), made, m_rules);
    QCOMPARE(document["format"_L1].toString(), u"clearway.application/1"_s);
    QCOMPARE(document["fingerprint"_L1].toString().size(), 64);
    const QJsonObject first = document["applications"_L1][0].toObject();
    QCOMPARE(first["certainty"_L1].toString(), u"certain"_s);
    QCOMPARE(first["form_seen"_L1].toBool(true), false);
    QCOMPARE(first["fields"_L1].toArray().size(), m_rules.applications.first().fields.size());
    QCOMPARE(first["fields"_L1][2]["value"_L1].toArray(), QJsonArray{u"Converters"_s});
    QCOMPARE(first["fields"_L1][1]["value"_L1].toArray(), QJsonArray());
    QVERIFY(fits(document));
    QJsonObject wrong = document;
    wrong.insert("fingerprint"_L1, u"x"_s);
    QVERIFY(!fits(wrong));
    wrong = document;
    wrong.insert("more"_L1, 1);
    QVERIFY(!fits(wrong));
}

void ApplicationTest::statement()
{
    const auto made = readmeStatement(sampleAssessment(m_rules), m_rules, {agreeing()}, QDate(2025, 7, 1));
    QVERIFY2(made, made ? "" : qPrintable(made.error()));
    for (const QString &part : {u"CW"_s, u"Test List"_s, u"F0000"_s, u"1 June 2025"_s, u"30 May 2026"_s,
                                u"31 January 2026"_s, u"5A001"_s, u"Export controls officer"_s, u"Not legal advice"_s})
        QVERIFY2(made->contains(part), qPrintable(part + u" in "_s + *made));
    // whoever reads a README is anybody
    for (const QString &part : technicalStrings())
        QVERIFY2(!made->contains(part), qPrintable(part));
    QVERIFY(!made->contains(u"Olive"_s));
    QVERIFY(made->count(u'\n') < 16);
}

void ApplicationTest::statementIsRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("said");
    QTest::newRow("draft") << u"draft"_s << u"is a draft"_s;
    QTest::newRow("not reviewed") << u"unreviewed"_s << u"nobody has reviewed"_s;
    QTest::newRow("differs") << u"differs"_s << u"differs"_s;
    QTest::newRow("advice") << u"advice"_s << u"not settled"_s;
    QTest::newRow("stop") << u"stop"_s << u"not settled"_s;
    QTest::newRow("as written") << u"written"_s << u"as written"_s;
    QTest::newRow("too late") << u"late"_s << u"held until 30 May 2026"_s;
}

void ApplicationTest::statementIsRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, said);
    assessment::Assessment made = sampleAssessment(m_rules);
    QList<assessment::Review> reviews{agreeing()};
    QDate today(2025, 7, 1);
    if (what == "draft"_L1) {
        made.state = assessment::State::Draft;
    } else if (what == "unreviewed"_L1) {
        reviews.clear();
    } else if (what == "differs"_L1) {
        reviews.append({ReviewFinding::Differs, u"Second"_s, {}, QDate(2025, 6, 3), u"in the entry"_s});
    } else if (what == "advice"_L1) {
        made.conclusion.outcome = Outcome::AdviceNeeded;
    } else if (what == "stop"_L1) {
        made.conclusion.outcome = Outcome::StopAndRefer;
    } else if (what == "written"_L1) {
        made.conclusion.asWritten = true;
    } else {
        today = QDate(2026, 5, 31);
    }
    const auto refused = readmeStatement(made, m_rules, reviews, today);
    QVERIFY(!refused);
    QVERIFY2(refused.error().contains(said), qPrintable(refused.error()));
}

void ApplicationTest::matrixAndStepsArePrinted()
{
    const assessment::Assessment made = longAssessment(m_rules, 3, 1);
    const Report record = build(made, m_rules);
    const auto annex = [&](const QString &id) {
        for (const Section &section : record.annexes) {
            if (section.id == id)
                return section;
        }
        return Section();
    };
    int rows = 0;
    for (const Block &block : annex(u"matrix"_s).blocks) {
        if (const auto *table = std::get_if<Table>(&block)) {
            rows += static_cast<int>(table->rows.size());
            QCOMPARE(table->header.last(), u"s 10(1)"_s);
            for (const QStringList &row : table->rows) {
                QCOMPARE(row.size(), table->header.size());
                QVERIFY2(row.last().startsWith(u"● applies"_s), qPrintable(row.last()));
            }
        }
    }
    QCOMPARE(rows, 3);
    const QString text = written(record, writeMarkdown);
    QVERIFY(text.contains(u"What to do next"_s));
    QVERIFY(text.contains(u"**Usual time:** 15 working days"_s));
    QVERIFY(text.contains(u"every combination"_s));
}

void ApplicationTest::supplyLogIsPrinted()
{
    const assessment::Assessment made = sampleAssessment(m_rules);
    ReportOptions options;
    const QString blank = written(build(made, m_rules, options), writeMarkdown);
    QVERIFY(blank.contains(u"Entry for the supply log"_s));
    QVERIFY(blank.contains(u"Do not delete before: 1 June 2030"_s));
    const assessment::SupplyEntry entry{u"The manuscript"_s, {}, u"Dr Exemplar of Tokyo"_s, QDate(2025, 6, 1), {},
                                        u"by mail"_s,        {}};
    options.supplyLog = {{1, made.finished, u"me"_s, 0, false, entry}, {2, made.finished, u"me"_s, 1, false, entry}};
    const QString text = written(build(made, m_rules, options), writeMarkdown);
    QVERIFY(text.contains(u"Dr Exemplar of Tokyo"_s));
    QVERIFY(text.contains(u"from 2025-06-01, goes on"_s));
    QVERIFY(text.contains(u"1 (replaced)"_s));
    QVERIFY(text.contains(u"2: replaces 1"_s));
    QVERIFY(text.contains(u"Number in the supply log: CW-7F3K-29QD/2"_s));
    const QList<assessment::SupplyEntry> stub = supplyStub(Wording(made, m_rules), true);
    QCOMPARE(stub.size(), 1);
    QCOMPARE(stub.first().recipient, u"Dr Haruka Exemplar"_s);
    QCOMPARE(stub.first().from, QDate(2025, 6, 1));
    QCOMPARE(supplyStub(Wording(made, m_rules), false).first().recipient, u"Recipient 1 (Japan)"_s);
}

void ApplicationTest::namesAreLeftOutOfACopy()
{
    assessment::Assessment made = permitNeeded();
    // a name that slipped into other words, in other letters
    made.title = u"Manuscript for DR HARUKA EXEMPLAR"_s;
    made.about.project = u"Converters with dr haruka exemplar"_s;
    made.conclusion.because = u"“Send to Dr Haruka Exemplar” with “Manuscript”: nothing takes it out."_s;
    ReportOptions options;
    options.technicalAnnex = false;
    options.reviews = reviewsInWords({agreeing()});
    options.supplyLog = {{1,
                          made.finished,
                          u"me"_s,
                          0,
                          false,
                          {u"The manuscript"_s, u"P-77"_s, u"Prof Other"_s, QDate(2025, 6, 1), {}, u"by mail"_s, {}}}};
    const Report copy = build(made, m_rules, options);
    const QStringList forms{written(copy, writeMarkdown), written(copy, writeHtml), QString::fromUtf8(copy.attachment)};
    for (const QString &form : forms) {
        QVERIFY(!form.isEmpty());
        for (const QString &name :
             {u"Haruka"_s, u"Exemplar"_s, u"Quin Assessor"_s, u"Olive Officer"_s, u"Prof Other"_s, u"P-77"_s})
            QVERIFY2(!form.contains(name, Qt::CaseInsensitive), qPrintable(name));
    }
    QVERIFY(forms.first().contains(u"Recipient 1 \\(Japan\\)"_s) || forms.first().contains(u"Recipient 1 (Japan)"_s));
    QVERIFY(forms.first().contains(u"Every combination under every provision"_s));
    QVERIFY(forms.first().contains(u"Export controls officer"_s)); // the role stays
    QVERIFY(written(build(made, m_rules), writeMarkdown).contains(u"Haruka"_s));
}

void ApplicationTest::reviewIsPrinted()
{
    const assessment::Assessment made = sampleAssessment(m_rules);
    ReportOptions options;
    options.reviews = reviewsInWords({agreeing()});
    const Report reviewed = build(made, m_rules, options);
    QCOMPARE(reviewed.state, u"reviewed"_s);
    QVERIFY(written(reviewed, writeMarkdown).contains(u"Olive Officer, Export controls officer"_s));
    // The same person again is no second signature; one who differs does not countersign.
    assessment::Review again = agreeing();
    again.note = u"seen again"_s;
    options.reviews = reviewsInWords({agreeing(), again});
    QCOMPARE(options.reviews.size(), 1);
    QCOMPARE(options.reviews.first().reason, u"seen again"_s);
    options.reviews =
        reviewsInWords({agreeing(), {ReviewFinding::Differs, u"Sam Second"_s, {}, QDate(2025, 6, 3), u"x"_s}});
    QCOMPARE(build(made, m_rules, options).state, u"reviewed"_s);
    options.reviews = reviewsInWords({agreeing(), {ReviewFinding::Agrees, u"Sam Second"_s, {}, QDate(2025, 6, 3), {}}});
    QCOMPARE(build(made, m_rules, options).state, u"countersigned"_s);
}

QTEST_GUILESS_MAIN(ApplicationTest)
#include "applicationtest.moc"
