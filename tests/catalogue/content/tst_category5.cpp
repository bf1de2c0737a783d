// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/compiler/compile.h"
#include "catalogue/compiler/sources.h"
#include "catalogue/language/condition.h"
#include "model/reasoning/answersjson.h"
#include "model/reasoning/evaluation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;

namespace {

QByteArray testData(const QString &name)
{
    QFile file(QStringLiteral(CLEARWAY_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

QString errorsAsText(const QList<language::SourceError> &errors)
{
    QStringList lines;
    for (const language::SourceError &error : errors)
        lines << error.toText();
    return lines.join(u'\n');
}

/// The item of one case: the facts of its base and its group, then its own, which win.
QJsonObject answersFor(const QJsonObject &base, const QJsonObject &group, const QJsonObject &one)
{
    QJsonObject facts = base;
    for (const QJsonObject &more : {group["given"_L1].toObject(), one["facts"_L1].toObject()}) {
        for (auto it = more.begin(); it != more.end(); ++it)
            facts.insert(it.key(), it.value());
    }
    QJsonObject item{{u"id"_s, u"i1"_s}, {u"facts"_s, facts}};
    if (one.contains("points"_L1))
        item.insert("points"_L1, one["points"_L1]);
    const QJsonObject activity{{u"id"_s, u"a1"_s}, {u"facts"_s, QJsonObject()},
                               {u"items"_s, QJsonArray{u"i1"_s}}, {u"recipients"_s, QJsonArray()}};
    return {{u"on"_s, u"2025-06-01"_s}, {u"activities"_s, QJsonArray{activity}}, {u"items"_s, QJsonArray{item}}};
}

QString truthName(reasoning::Truth truth)
{
    switch (truth) {
    case reasoning::Truth::False:
        return u"false"_s;
    case reasoning::Truth::Unknown:
        return u"unknown"_s;
    case reasoning::Truth::True:
        return u"true"_s;
    }
    return {};
}

} // namespace

/// The content of Category 5: that it is whole, and that its limits decide as the list does.
class TestCategory5 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCodeIsThere();
    void everyPositionHasACondition();
    void sensitiveRows();
    void regimes();
    void softwareSharesTheLimitsOfEquipment();
    void thresholds_data();
    void thresholds();

private:
    language::RuleBook m_rules;
};

void TestCategory5::initTestCase()
{
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    QVERIFY2(sources, sources ? "" : qPrintable(errorsAsText(sources.error())));
    auto rules = compiler::compile(*sources);
    QVERIFY2(rules, rules ? "" : qPrintable(errorsAsText(rules.error())));
    m_rules = std::move(*rules);
}

void TestCategory5::everyCodeIsThere()
{
    QStringList expected;
    QStringList reserved;
    const QString text = QString::fromUtf8(testData(u"category5-codes.txt"_s));
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString code = line.section(u' ', 0, 0);
        (line.endsWith(" reserved"_L1) ? reserved : expected) << code;
    }
    QCOMPARE(expected.size(), 157);
    QCOMPARE(reserved.size(), 14);

    QStringList held;
    QStringList heldReserved;
    for (const language::Entry &entry : std::as_const(m_rules.entries)) {
        if (entry.category != "5P1"_L1 && entry.category != "5P2"_L1)
            continue;
        (entry.reserved ? heldReserved : held) << entry.code;
        const qsizetype dot = entry.code.lastIndexOf(u'.');
        QCOMPARE(entry.parent, dot < 0 ? QString() : entry.code.left(dot));
        QCOMPARE(entry.part, 2);
        QCOMPARE(entry.group, entry.code.mid(1, 1));
        QVERIFY2(!entry.title.isEmpty(), qPrintable(entry.code));
    }
    for (QStringList *list : {&expected, &reserved, &held, &heldReserved})
        list->sort();
    QCOMPARE(held, expected);
    QCOMPARE(heldReserved, reserved);
}

void TestCategory5::everyPositionHasACondition()
{
    for (const language::Entry &entry : std::as_const(m_rules.entries)) {
        if (!entry.category.startsWith(u'5') || entry.reserved)
            continue;
        QVERIFY2(entry.when || !entry.children.isEmpty(), qPrintable(entry.code));
        QCOMPARE(entry.combination == language::Combination::None, entry.children.isEmpty());
    }
}

void TestCategory5::sensitiveRows()
{
    QStringList sensitive;
    QStringList verySensitive;
    for (const language::Entry &entry : std::as_const(m_rules.entries)) {
        if (!entry.category.startsWith(u'5'))
            continue;
        if (entry.sensitive)
            sensitive << entry.code;
        if (entry.verySensitive)
            verySensitive << entry.code;
    }
    sensitive.sort();
    verySensitive.sort();
    QCOMPARE(sensitive, (QStringList{u"5A001.b.3"_s, u"5A001.b.5"_s, u"5A001.h"_s, u"5B001.a"_s, u"5D001.a"_s, u"5E001.a"_s}));
    QCOMPARE(verySensitive, (QStringList{u"5A001.b.5"_s, u"5A001.h"_s, u"5D001.a"_s, u"5E001.a"_s}));
    for (const QString &narrowed : {u"5B001.a"_s, u"5D001.a"_s, u"5E001.a"_s})
        QVERIFY2(!m_rules.entries.value(narrowed).sensitiveNote.isEmpty(), qPrintable(narrowed));
    // What narrows a row can be computed, and nothing narrows the others.
    for (const language::Entry &entry : std::as_const(m_rules.entries)) {
        const bool whole = entry.code.startsWith("5A"_L1);
        QCOMPARE(bool(entry.sensitiveWhen), entry.sensitive && !whole);
        QCOMPARE(bool(entry.verySensitiveWhen), entry.verySensitive && !whole);
    }
}

void TestCategory5::regimes()
{
    for (const language::Entry &entry : std::as_const(m_rules.entries)) {
        if (!entry.category.startsWith(u'5') || !entry.parent.isEmpty())
            continue;
        // the first digit after the group tells the regime: 0 Wassenaar, 1 MTCR
        QCOMPARE(entry.regime, entry.code.at(2) == u'0' ? u"wassenaar"_s : u"mtcr"_s);
    }
}

/// The algorithm limits stand with equipment and again with software that does its work: they may not drift apart.
void TestCategory5::softwareSharesTheLimitsOfEquipment()
{
    const auto algorithms = [this](const QString &code) {
        const language::ConditionPtr when = m_rules.entries.value(code).when;
        if (!when)
            return QString();
        const QString text = language::toText(*when);
        const qsizetype from = text.indexOf("algorithm_families has symmetric"_L1);
        const qsizetype to = text.indexOf(u')', text.indexOf("random_code"_L1));
        return from < 0 || to < 0 ? QString() : text.mid(from, to - from);
    };
    QVERIFY(!algorithms(u"5A002.a"_s).isEmpty());
    QCOMPARE(algorithms(u"5D002.c.1"_s), algorithms(u"5A002.a"_s));
}

void TestCategory5::thresholds_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<QString>("expected");

    QJsonParseError error;
    const QJsonObject table = QJsonDocument::fromJson(testData(u"category5-thresholds.json"_s), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    const QJsonObject bases = table["bases"_L1].toObject();
    int count = 0;
    for (const QJsonValue &group : table["groups"_L1].toArray()) {
        const QString code = group["code"_L1].toString();
        const QString base = group["base"_L1].toString();
        QVERIFY2(bases.contains(base), qPrintable(base));
        for (const QJsonValue &one : group["cases"_L1].toArray()) {
            const QJsonObject answers = answersFor(bases[base].toObject(), group.toObject(), one.toObject());
            QJsonObject shown = one.toObject();
            shown.remove("expect"_L1);
            const QByteArray words = QJsonDocument(shown).toJson(QJsonDocument::Compact).left(150);
            QTest::addRow("%d %s %s", ++count, qPrintable(code), words.constData())
                << code << QJsonDocument(answers).toJson() << one["expect"_L1].toString();
        }
    }
    QVERIFY(count >= 200);
}

void TestCategory5::thresholds()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, answers);
    QFETCH(const QString, expected);

    QVERIFY2(m_rules.entries.contains(code), qPrintable(code));
    const auto read = reasoning::readAnswers(answers, m_rules);
    if (!read) {
        QStringList problems;
        for (const reasoning::InputError &problem : read.error())
            problems << problem.toText(code);
        QFAIL(qPrintable(problems.join(u'\n')));
    }
    const reasoning::Context context{.rules = &m_rules, .answers = &*read,
                                     .combination = read->combinations().value(0)};
    QCOMPARE(truthName(reasoning::evaluateEntry(code, context)), expected);
}

QTEST_GUILESS_MAIN(TestCategory5)
#include "tst_category5.moc"
