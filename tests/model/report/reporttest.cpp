// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/json.h"
#include "model/report/html.h"
#include "model/report/markdown.h"
#include "model/report/plaintext.h"
#include "model/report/report.h"

#include "../assessment/smallrules.h"

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::report;

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thirteenParts();
    void brevityNeverLosesParts();
    void noWordsOfAuthority();
    void golden_data();
    void golden();
    void summaryCopy();
    void injection();
    void htmlIsWellFormed();
    void markdownEscapes_data();
    void markdownEscapes();
    void personalNeverInFront();
    void reviews();
    void letters();
    void worksheets();
    void brokenDevice();

private:
    static QString html(const Report &report)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writeHtml(report, buffer) ? QString::fromUtf8(buffer.data()) : QString();
    }
    static QString markdown(const Report &report)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writeMarkdown(report, buffer) ? QString::fromUtf8(buffer.data()) : QString();
    }
    static Report onlyFront(Report report)
    {
        report.annexes.clear();
        return report;
    }
    const language::RuleBook m_rules = smallRules();
};

void ReportTest::thirteenParts()
{
    const QStringList expected = {u"band"_s,  u"result"_s,     u"do"_s,       u"requirements"_s, u"what"_s,
                                  u"facts"_s, u"leans"_s,      u"warnings"_s, u"law"_s,          u"keep"_s,
                                  u"holds"_s, u"signatures"_s, u"footer"_s};
    for (const assessment::Assessment &one :
         {sampleAssessment(m_rules), longAssessment(m_rules, 5, 10), assessment::Assessment()}) {
        const Report made = build(one, m_rules);
        QVERIFY(made.fronts.size() > 1);
        for (const QList<Section> &front : made.fronts) {
            QStringList ids;
            for (const Section &section : front) {
                ids.append(section.id);
                QVERIFY(!section.title.isEmpty());
                QVERIFY(!section.blocks.isEmpty());
            }
            QCOMPARE(ids, expected);
        }
    }
}

void ReportTest::brevityNeverLosesParts()
{
    const Report made = build(longAssessment(m_rules, 9, 10), m_rules);
    // where rows are left out, it is said how many
    const QString briefest = markdown(Report{.language = {},
                                             .title = u"x"_s,
                                             .subject = {},
                                             .reference = {},
                                             .state = {},
                                             .handling = {},
                                             .author = {},
                                             .producer = {},
                                             .made = {},
                                             .fingerprint = QString(64, u'0'),
                                             .fronts = {made.fronts.last()},
                                             .annexes = {},
                                             .document = {},
                                             .attachment = {}});
    QVERIFY2(briefest.contains(u"and 6 more"_s), qPrintable(briefest));
    QVERIFY(markdown(onlyFront(made)).count(u"A permit from Defence"_s) >= 9);
}

void ReportTest::noWordsOfAuthority()
{
    static const QRegularExpression authority(
        u"\\b(licen[cs]e|clearance|cleared|determination|ruling|certified|compliant)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const assessment::Assessment &one : {sampleAssessment(m_rules), longAssessment(m_rules, 3, 3)}) {
        const QRegularExpressionMatch match = authority.match(markdown(build(one, m_rules)));
        QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    }
}

void ReportTest::golden_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("technical");
    QTest::newRow("full, Markdown") << u"sample.md"_s << true;
    QTest::newRow("full, HTML") << u"sample.html"_s << true;
    QTest::newRow("summary, Markdown") << u"summary.md"_s << false;
}

// To refresh after a wanted change: CLEARWAY_REFRESH_GOLDEN=1 reporttest golden, then read the difference before it is
// committed.
void ReportTest::golden()
{
    QFETCH(QString, file);
    QFETCH(bool, technical);
    ReportOptions options;
    options.technicalAnnex = technical;
    const Report made = build(sampleAssessment(m_rules), m_rules, options);
    QString text = file.endsWith(u".md"_s) ? markdown(made) : html(made);
    // the fingerprint follows from the document, which has a test of its own
    text.replace(made.fingerprint, u"FINGERPRINT"_s).replace(made.fingerprint.first(8), u"FINGER"_s);
    QFile golden(QStringLiteral(CLEARWAY_TEST_DATA) + u"/report/"_s + file);
    if (qEnvironmentVariableIsSet("CLEARWAY_REFRESH_GOLDEN")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(text.toUtf8());
        return;
    }
    QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
    const QStringList expected = QString::fromUtf8(golden.readAll()).split(u'\n');
    const QStringList actual = text.split(u'\n');
    for (qsizetype i = 0; i < std::min(expected.size(), actual.size()); ++i)
        QVERIFY2(actual.at(i) == expected.at(i), qPrintable(u"line %1:\n%2\nexpected:\n%3"_s.arg(
                                                     QString::number(i + 1), actual.at(i), expected.at(i))));
    QCOMPARE(actual.size(), expected.size());
}

void ReportTest::summaryCopy()
{
    ReportOptions options;
    options.technicalAnnex = false;
    const Report full = build(sampleAssessment(m_rules), m_rules);
    const Report summary = build(sampleAssessment(m_rules), m_rules, options);
    QVERIFY(summary.fingerprint != full.fingerprint);
    QVERIFY(summary.author.isEmpty());
    QCOMPARE(summary.reference, full.reference);
    const QString fullText = markdown(full);
    const QStringList copies = {markdown(summary), html(summary), QString::fromUtf8(summary.attachment)};
    const QStringList hidden = technicalStrings();
    for (const QString &text : hidden) {
        if (text != "quin@example.org"_L1) // the contact stands in the document only
            QVERIFY2(fullText.contains(markdownEscaped(text)), qPrintable(text));
        for (const QString &copy : copies)
            QVERIFY2(!copy.contains(text) && !copy.contains(markdownEscaped(text)), qPrintable(text));
    }
    QVERIFY(copies.first().contains(u"summary only"_s));
    QVERIFY(fullText.contains(u"contains technical detail"_s));
}

void ReportTest::injection()
{
    const QString evil =
        u"<script>alert(1)</script><img src=x onerror=alert(2)>\" ' & </td></table> | `x` [a](javascript:b) **c**\n# d"_s;
    assessment::Assessment made = sampleAssessment(m_rules);
    made.title = evil;
    made.reference = evil;
    made.madeBy = evil;
    made.about = {evil, evil, evil, evil, evil,
                  evil, evil, evil, evil, {{assessment::PermitHeld::Kind::Permit, evil, evil, evil, {}, {}, evil}}};
    made.answers.activities.first().title = evil;
    made.answers.items.first().title = evil;
    made.answers.recipients.first().title = evil;
    made.answers.items.first().looked.searches = {evil};
    made.conclusion.because = evil;
    made.conclusion.notes = {evil};
    made.conclusion.findings.first().title = evil;
    made.conclusion.findings.first().proof.children.first().detail = evil;
    made.lateChanges.first().reason = evil;
    made.draftBecause = {evil};
    reasoning::Answer answer = *made.answers.find({u"item.public"_s, u"i1"_s, -1});
    answer.note = evil;
    answer.source = evil;
    made.answers.set({u"item.public"_s, u"i1"_s, -1}, answer);
    const Report report = build(made, m_rules);
    const QString page = html(report);
    QVERIFY(page.contains(u"&lt;script&gt;"_s));
    QVERIFY(!page.contains(u"<script"_s, Qt::CaseInsensitive));
    QVERIFY(!page.contains(u"<img"_s, Qt::CaseInsensitive));
    static const QRegularExpression active(
        u"<(script|img|a|link|iframe|object|embed|base|form|svg)\\b|url\\(|@import"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = active.match(page);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    const QString text = markdown(report);
    static const QRegularExpression unescaped(u"(?<!\\\\)[<\\[]"_s);
    QVERIFY(!unescaped.match(text).hasMatch());
    QVERIFY(!text.contains(u"\n# d"_s));
}

void ReportTest::htmlIsWellFormed()
{
    for (const assessment::Assessment &one : {sampleAssessment(m_rules), longAssessment(m_rules, 3, 40)}) {
        QString page = html(build(one, m_rules));
        QVERIFY(page.startsWith(u"<!DOCTYPE html>"_s));
        QVERIFY(page.contains(u"<html lang=\"en\""_s));
        QVERIFY(page.contains(u"scope=\"col\""_s));
        QVERIFY(page.contains(u"scope=\"row\""_s));
        QVERIFY(page.contains(u"prefers-color-scheme"_s));
        QVERIFY(page.contains(u"@media print"_s));
        // as XML, with the elements closed that HTML leaves open
        static const QRegularExpression open(u"<(meta[^>]*|br)>"_s);
        page.replace(open, u"<\\1/>"_s);
        page.remove(0, page.indexOf(u"<html"_s));
        QXmlStreamReader reader(page);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(),
                 qPrintable(reader.errorString() + u" line "_s + QString::number(reader.lineNumber())));
    }
}

void ReportTest::markdownEscapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"s 10(1), 5A001.b"_s << u"s 10(1), 5A001.b"_s;
    QTest::newRow("marks") << u"a*b_c`d|e"_s << u"a\\*b\\_c\\`d\\|e"_s;
    QTest::newRow("link") << u"[x](y)"_s << u"\\[x\\](y)"_s;
    QTest::newRow("list") << u"- x"_s << u"\\- x"_s;
    QTest::newRow("number") << u"1. x"_s << u"1\\. x"_s;
    QTest::newRow("decimal") << u"1.3 GHz"_s << u"1.3 GHz"_s;
    QTest::newRow("rule") << u"==="_s << u"\\==="_s;
    QTest::newRow("lines") << u"a\n\n# b"_s << u"a \\# b"_s;
    QTest::newRow("tag, entity") << u"<b>&amp;"_s << u"\\<b\\>\\&amp;"_s;
    QTest::newRow("control") << u"a\x01\u202e"
                                "b"_s
                             << u"a b"_s;
    QTest::newRow("half a pair") << QString(QChar(0xd83d)) << QString(QChar(0xfffd));
}

void ReportTest::markdownEscapes()
{
    QFETCH(QString, text);
    QTEST(markdownEscaped(text), "expected");
}

void ReportTest::personalNeverInFront()
{
    for (const QList<Section> &front : build(sampleAssessment(m_rules), m_rules).fronts) {
        Report one = build(sampleAssessment(m_rules), m_rules);
        one.fronts = {front};
        const QString text = markdown(onlyFront(one));
        QVERIFY(!text.contains(u"Haruka"_s));
        QVERIFY(!text.contains(u"citizen"_s));
        QVERIFY(!text.contains(u"1.234567"_s));
    }
}

void ReportTest::reviews()
{
    const assessment::Assessment sample = sampleAssessment(m_rules);
    QCOMPARE(build(sample, m_rules).state, u"finished"_s);
    ReportOptions options;
    options.reviews = {{u"agrees"_s, u"well founded"_s, {}, u"Olive Officer"_s, sample.finished, QDate(2025, 11, 30)}};
    const Report reviewed = build(sample, m_rules, options);
    QCOMPARE(reviewed.state, u"reviewed"_s);
    QVERIFY(markdown(onlyFront(reviewed)).contains(u"Olive Officer"_s));
    options.reviews.append(options.reviews.first());
    QCOMPARE(build(sample, m_rules, options).state, u"countersigned"_s);
    assessment::Assessment draft = sample;
    draft.state = assessment::State::Draft;
    QCOMPARE(build(draft, m_rules).state, u"draft"_s);
}

void ReportTest::letters()
{
    QCOMPARE(annexLetter(0), u"A"_s);
    QCOMPARE(annexLetter(25), u"Z"_s);
    QCOMPARE(annexLetter(26), u"AA"_s);
}

void ReportTest::worksheets()
{
    const QString text = markdown(build(sampleAssessment(m_rules), m_rules));
    const QString section = text.mid(text.indexOf(u"Worksheets"_s, text.indexOf(u"Finding on the list"_s)));
    QVERIFY2(section.contains(u"Rejected by the assessor. The answers do not meet it."_s), qPrintable(section));
    QVERIFY2(section.contains(u"What fails: sample rate 1.234567 GHz is not above 1.3 GHz."_s), qPrintable(section));
    QVERIFY2(section.contains(u"data sheet page 12"_s), qPrintable(section));
    QVERIFY2(section.contains(u"0.065433 GHz below the limit (by 5.03 %)"_s), qPrintable(section));
    ReportOptions summary;
    summary.technicalAnnex = false;
    QVERIFY(!markdown(build(sampleAssessment(m_rules), m_rules, summary)).contains(u"Worksheets"_s));
    // Without anything considered there is no such annex.
    assessment::Assessment none = sampleAssessment(m_rules);
    none.worksheets.clear();
    QVERIFY(!markdown(build(none, m_rules)).contains(u"Worksheets"_s));
}

void ReportTest::brokenDevice()
{
    const Report made = build(sampleAssessment(m_rules), m_rules);
    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    QVERIFY(!writeHtml(made, closed));
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    QVERIFY(!writeMarkdown(made, closed));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "reporttest.moc"
