// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/assess.h"
#include "model/assessment/json.h"
#include "model/assessment/overlayjson.h"
#include "model/assessment/summary.h"
#include "model/overlay/applying.h"
#include "model/reasoning/answersjson.h"

#include "smallrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::assessment;

class SchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void assessments_data();
    void assessments();
    void randomAssessments();
    void wrongDocuments_data();
    void wrongDocuments();
    void answers_data();
    void answers();
    void overlays();

private:
    // Empty where the document fits, else the first thing that does not.
    static QString misfit(const valijson::Schema &schema, const QJsonObject &document)
    {
        const QJsonValue value(document);
        const valijson::adapters::QtJsonAdapter adapter(value);
        valijson::Validator validator;
        valijson::ValidationResults results;
        if (validator.validate(schema, adapter, &results))
            return {};
        valijson::ValidationResults::Error error;
        QString text = u"does not fit"_s;
        while (results.popError(error)) {
            text += u"; "_s;
            for (const std::string &place : error.context)
                text += QString::fromStdString(place);
            text += u": "_s + QString::fromStdString(error.description);
        }
        return text;
    }
    static bool parse(const QByteArray &json, valijson::Schema &schema)
    {
        const QJsonDocument document = QJsonDocument::fromJson(json);
        if (!document.isObject())
            return false;
        const QJsonValue value(document.object());
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::QtJsonAdapter(value), schema);
        return true;
    }

    const language::RuleBook m_rules = smallRules();
    valijson::Schema m_assessment;
    valijson::Schema m_answers;
    valijson::Schema m_overlay;
};

void SchemaTest::initTestCase()
{
    QVERIFY(parse(assessmentSchema(), m_assessment));
    QVERIFY(parse(answersSchema(), m_answers));
    QVERIFY(parse(overlaySchema(), m_overlay));
}

void SchemaTest::assessments_data()
{
    QTest::addColumn<QJsonObject>("document");
    AssessOptions options;
    options.now = QDateTime(QDate(2025, 5, 30), QTime(9, 0), QTimeZone::UTC);
    options.reference = u"CW-7F3K-29QD"_s;
    QTest::newRow("nothing answered") << toJson(assess(m_rules, reasoning::Answers::single(QDate(2025, 6, 1)), options),
                                                m_rules);
    QTest::newRow("no activity") << toJson(assess(m_rules, reasoning::Answers(), options), m_rules);
    QTest::newRow("answered") << toJson(assess(m_rules, smallAnswers(m_rules), options), m_rules);
    QTest::newRow("by hand") << toJson(sampleAssessment(m_rules), m_rules);
    QTest::newRow("summary") << toJson(withoutTechnicalAnnex(sampleAssessment(m_rules), m_rules), m_rules);
    QTest::newRow("five combinations, deep proof") << toJson(longAssessment(m_rules, 5, 60), m_rules);
    // deeper than what is written
    QTest::newRow("cut proof") << toJson(longAssessment(m_rules, 1, 400), m_rules);
}

void SchemaTest::assessments()
{
    QFETCH(QJsonObject, document);
    const QString wrong = misfit(m_assessment, document);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    // and it can be read by a parser with an ordinary limit on nesting
    QVERIFY(!QJsonDocument::fromJson(toBytes(document)).isNull());
}

void SchemaTest::randomAssessments()
{
    QRandomGenerator random(20250301);
    AssessOptions options;
    options.now = QDateTime(QDate(2025, 5, 30), QTime(9, 0), QTimeZone::UTC);
    const reasoning::Answers whole = smallAnswers(m_rules);
    for (int i = 0; i < 200; ++i) {
        options.reference = newReference(random);
        reasoning::Answers answers = whole;
        if (random.bounded(3) == 0)
            answers.law = random.bounded(2) ? u"A"_s : u"B"_s;
        answers.on = QDate(2018, 1, 1).addDays(random.bounded(4000));
        for (auto it = whole.all().cbegin(); it != whole.all().cend(); ++it) {
            const int what = random.bounded(4);
            if (what == 0)
                answers.remove(it.key());
            else if (what == 1)
                answers.set(it.key(), language::Value(language::Unsure{}));
            const language::FactDefinition fact = m_rules.facts.value(it.key().fact);
            if (what == 2 && fact.kind == language::FactKind::Choice)
                answers.set(it.key(),
                            language::Value(language::Picked{
                                {fact.choices.at(random.bounded(static_cast<int>(fact.choices.size()))).id}}));
        }
        const Assessment made = assess(m_rules, answers, options);
        for (const QJsonObject &document :
             {toJson(made, m_rules), toJson(withoutTechnicalAnnex(made, m_rules), m_rules)}) {
            const QString wrong = misfit(m_assessment, document);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }
}

void SchemaTest::wrongDocuments_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown member") << u"surprise"_s << QJsonValue(1);
    QTest::newRow("format") << u"format"_s << QJsonValue(u"clearway.assessment/2"_s);
    QTest::newRow("outcome") << u"outcome"_s << QJsonValue(u"cleared"_s);
    QTest::newRow("revision") << u"revision"_s << QJsonValue(u"1"_s);
    QTest::newRow("fingerprint") << u"fingerprint"_s << QJsonValue(u"abc"_s);
    QTest::newRow("about") << u"about"_s << QJsonValue(QJsonObject{{u"nationality"_s, u"x"_s}});
    QTest::newRow("finding") << u"findings"_s << QJsonValue(QJsonArray{QJsonObject()});
    QTest::newRow("missing") << u"answers"_s << QJsonValue(QJsonValue::Undefined);
}

void SchemaTest::wrongDocuments()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QJsonObject document = toJson(sampleAssessment(m_rules), m_rules);
    QVERIFY(misfit(m_assessment, document).isEmpty());
    document.remove(name);
    if (!value.isUndefined())
        document.insert(name, value);
    QVERIFY(!misfit(m_assessment, document).isEmpty());
}

void SchemaTest::answers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("fits");
    QTest::newRow("long, written by the program")
        << QJsonDocument(reasoning::toJson(smallAnswers(m_rules), m_rules)).toJson() << true;
    QTest::newRow("long, by hand") << QByteArray(R"({"on":"2025-06-01","case":{"sanctions":"no"},
        "activities":[{"id":"a1","facts":{"kind":"send"},"items":["i1"],"recipients":["r1"]}],
        "items":[{"id":"i1","facts":{"kind":"technology"},"points":[{"sample_rate":"3 GHz"}]}],
        "recipients":[{"id":"r1","facts":{"place":"DE"}}]})")
                                   << true;
    QTest::newRow("short") << QByteArray(
        R"({"law":"2012","answers":{"recipient.place":"DE","activity.draft":["begun"]}})")
                           << true;
    QTest::newRow("with source") << QByteArray(R"({"answers":{"sample_rate":{"value":"3 GHz","source":"p. 2"}}})")
                                 << true;
    QTest::newRow("date") << QByteArray(R"({"on":"tomorrow","answers":{}})") << false;
    QTest::newRow("unknown member") << QByteArray(R"({"answer":{}})") << false;
    QTest::newRow("no id") << QByteArray(R"({"items":[{"facts":{}}]})") << false;
    QTest::newRow("null") << QByteArray(R"({"answers":{"a":null}})") << false;
}

void SchemaTest::answers()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, fits);
    const QString wrong = misfit(m_answers, QJsonDocument::fromJson(json).object());
    QVERIFY2(wrong.isEmpty() == fits, qPrintable(wrong));
}

void SchemaTest::overlays()
{
    overlay::Overlay read;
    overlay::RuleReading rule = overlay::readingOf(m_rules, {u"B"_s, u"send/draft"_s}).value();
    rule.by = u"R"_s;
    rule.on = QDate(2025, 1, 1);
    rule.compilation = u"7"_s;
    read.set(rule);
    overlay::GroupReading group;
    group.group = u"friends"_s;
    group.countries = {u"NZ"_s};
    group.by = u"R"_s;
    group.on = QDate(2025, 1, 1);
    group.compilation = u"7"_s;
    group.note = u"n"_s;
    read.set(group);
    for (const overlay::Overlay &overlay : {overlay::Overlay(), read}) {
        const QString wrong = misfit(m_overlay, overlayToJson(overlay));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    QJsonObject odd = overlayToJson(read);
    odd.insert("surprise"_L1, 1);
    QVERIFY(!misfit(m_overlay, odd).isEmpty());
    // and in a document that was made under it
    AssessOptions options;
    options.now = QDateTime(QDate(2025, 5, 30), QTime(9, 0), QTimeZone::UTC);
    options.reference = u"CW-7F3K-29QD"_s;
    options.overlay = read;
    const Assessment made = assess(overlay::applied(m_rules, read), smallAnswers(m_rules), options);
    for (const QJsonObject &document : {toJson(made, m_rules), toJson(withoutTechnicalAnnex(made, m_rules), m_rules)}) {
        const QString wrong = misfit(m_assessment, document);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "schematest.moc"
