// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/readassessment.h"
#include "model/report/pdf.h"
#include "model/report/report.h"

#include "../assessment/smallrules.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <poppler-qt6.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::report;

class PdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void summaryCopy();
    void properties();
    void brokenDevice();

private:
    struct Printed {
        QByteArray bytes;
        std::unique_ptr<Poppler::Document> document;
        QStringList pages; ///< text, white space made single
        QString all() const { return pages.join(u'\n'); }
    };
    static Printed print(const Report &report)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        Printed printed;
        if (!writePdf(report, buffer))
            return printed;
        printed.bytes = buffer.data();
        printed.document = Poppler::Document::loadFromData(printed.bytes);
        for (int i = 0; printed.document && i < printed.document->numPages(); ++i)
            printed.pages.append(printed.document->page(i)->text(QRectF()).simplified());
        return printed;
    }
    // For a person to look at: CLEARWAY_KEEP_PDF=DIRECTORY keeps what was printed.
    static void keep(const QByteArray &bytes, const QString &name)
    {
        const QString folder = qEnvironmentVariable("CLEARWAY_KEEP_PDF");
        if (folder.isEmpty())
            return;
        QFile file(QDir(folder).filePath(name + u".pdf"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    assessment::Assessment sample(const QString &name) const
    {
        if (name == "short"_L1)
            return sampleAssessment(m_rules);
        if (name == "five"_L1)
            return longAssessment(m_rules, 5, 8);
        if (name == "forty, deep"_L1)
            return longAssessment(m_rules, 40, 60);
        assessment::Assessment made;
        if (name == "empty"_L1)
            return made;
        made = sampleAssessment(m_rules);
        const QString arabic = u"إرسال مسودة المقالة إلى اليابان"_s;
        const QString chinese = u"把手稿寄给东京的合著者以便共同发表"_s;
        const QString endless =
            QString(400, u'W') + u"Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"_s.repeated(9);
        made.title = arabic;
        made.about.purpose = chinese.repeated(12);
        made.about.project = endless;
        made.answers.activities.first().title = arabic;
        made.answers.items.first().title = endless;
        made.answers.items.first().looked.searches = {endless, chinese};
        made.conclusion.because = chinese + u' ' + arabic.repeated(9);
        made.conclusion.notes = {endless};
        return made;
    }
    const language::RuleBook m_rules = smallRules();
};

void PdfTest::pages_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"short"_s, u"five"_s, u"forty, deep"_s, u"scripts"_s, u"empty"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void PdfTest::pages()
{
    QFETCH(QString, name);
    Report report = build(sample(name), m_rules);
    const Printed printed = print(report);
    keep(printed.bytes, name);
    QVERIFY(printed.document);
    QVERIFY(printed.bytes.startsWith("%PDF-1.6"));
    const auto count = printed.pages.size();
    QVERIFY(count >= 2);
    for (qsizetype i = 0; i < count; ++i) {
        const QString &text = printed.pages.at(i);
        QVERIFY2(text.contains(u"page %1 of %2"_s.arg(i + 1).arg(count)), qPrintable(text.first(300)));
        QVERIFY(text.contains(report.fingerprint.first(8)));
        QVERIFY(text.contains(report.reference));
        // the first annex begins on the second page, so the front sheet is the first
        QCOMPARE(text.contains(u"Annex A:"_s), i == 1);
        QCOMPARE(printed.document->page(static_cast<int>(i))->pageSize(), QSize(595, 842));
        for (const auto &box : printed.document->page(static_cast<int>(i))->textList()) {
            const QRectF place = box->boundingBox();
            QVERIFY2(place.left() >= 35 && place.right() <= 595 - 35 && place.top() >= 15 && place.bottom() <= 842 - 15,
                     qPrintable(box->text()));
        }
    }
    for (int part = 1; part <= 13; ++part)
        QVERIFY2(printed.pages.first().contains(QString::number(part) + u' '
                                                + report.fronts.first().at(part - 1).title.section(u' ', 0, 0)),
                 qPrintable(printed.pages.first()));
    // every part of a long one is somewhere
    if (name == "forty, deep"_L1) {
        QVERIFY(printed.all().contains(u"the innermost reason"_s));
        QVERIFY(printed.all().contains(u"The front sheet in full"_s));
        QVERIFY(printed.all().contains(u"Somebody 40"_s));
    }
    const auto fonts = printed.document->fonts();
    QVERIFY(!fonts.isEmpty());
    for (const Poppler::FontInfo &font : fonts)
        QVERIFY2(font.isEmbedded(), qPrintable(font.name()));
    const auto files = printed.document->embeddedFiles();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first()->name(), u"assessment.json"_s);
    QVERIFY(printed.bytes.contains("/Subtype/application#2Fjson"));
    QCOMPARE(files.first()->data(), report.attachment);
    QVERIFY(assessment::read(files.first()->data(), m_rules) || name == "empty"_L1);
}

void PdfTest::summaryCopy()
{
    ReportOptions options;
    options.technicalAnnex = false;
    const Printed printed = print(build(sampleAssessment(m_rules), m_rules, options));
    keep(printed.bytes, u"summary"_s);
    QVERIFY(printed.document);
    const QByteArray attached = printed.document->embeddedFiles().first()->data();
    const QString full = print(build(sampleAssessment(m_rules), m_rules)).all();
    const QStringList hidden = technicalStrings();
    for (const QString &text : hidden) {
        QVERIFY2(!printed.all().contains(text), qPrintable(text));
        QVERIFY2(!attached.contains(text.toUtf8()), qPrintable(text));
        QVERIFY2(!printed.bytes.contains(text.toUtf8()), qPrintable(text));
    }
    QVERIFY(full.contains(u"1.234567"_s));
    QVERIFY(printed.all().contains(u"summary only"_s));
}

void PdfTest::properties()
{
    const Report report = build(sampleAssessment(m_rules), m_rules);
    const Printed printed = print(report);
    QVERIFY(printed.document);
    QCOMPARE(printed.document->title(), report.title);
    QVERIFY(printed.document->metadata().contains(u"Quin Assessor"_s));
    QVERIFY(!printed.document->isEncrypted());
}

void PdfTest::brokenDevice()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("this system has no /dev/full");
    QVERIFY(!writePdf(build(sampleAssessment(m_rules), m_rules), full));
}

QTEST_MAIN(PdfTest)
#include "pdftest.moc"
