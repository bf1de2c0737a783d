// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is coloured how in the text of a control list, ours and the official one.
#include "catalogue/compiler/compile.h"
#include "catalogue/compiler/sources.h"
#include "catalogue/syntax/rulesyntax.h"

#include "cutter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>
#include <QColor>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace clearway;
using testing::Cutter;

static QStringList warnings; // of the library, while it reads the definition and colours with it

static void keepWarning(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        warnings << message;
}

class TestControlText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void words_data();
    void words();
    void everyUnitOfTheCatalogue();
    void everyCodeOfTheCatalogue();
    void everyFormatIsUsed();
    void themesAreReadable_data();
    void themesAreReadable();
    void cleanupTestCase() { QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n'))); }

private:
    KSyntaxHighlighting::Definition definition()
    {
        return m_repository.definitionForName(syntax::controlTextDefinition());
    }
    QStringList cut(const QString &text)
    {
        Cutter cutter;
        cutter.setDefinition(definition());
        return cutter.cut(text);
    }
    /// Without what is plain text.
    QString coloured(const QString &text)
    {
        QStringList pieces = cut(text);
        pieces.removeIf([](const QString &piece) { return piece.startsWith("Text:"_L1); });
        return pieces.join(u'|');
    }
    KSyntaxHighlighting::Repository m_repository;
    std::optional<language::RuleBook> m_rules;
};

void TestControlText::initTestCase()
{
    qInstallMessageHandler(keepWarning);
    m_repository.addCustomSearchPath(syntax::searchPath());
    QVERIFY(definition().isValid());
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    QVERIFY(sources);
    auto rules = compiler::compile(*sources);
    QVERIFY(rules);
    m_rules = std::move(*rules);
}

void TestControlText::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("plain", u"Peeling machines for citrus fruit"_s, u""_s);
    row("code", u"as in 3A001.a.14, and ML8.a."_s, u"Code:3A001.a.14|Connective:and|Code:ML8.a"_s);
    row("code of one level", u"(see 5E001)"_s, u"Code:5E001"_s);
    row("category and group", u"what is named under 3A or in 5B."_s, u"Code:3A|Connective:or|Code:5B"_s);
    row("no code", u"model 3A001x or the 13A001 and HTML5"_s, u"Connective:or|Connective:and"_s);
    row("a sentence after a code", u"see 1C111.a. Then go on"_s, u"Code:1C111.a"_s);
    row("quantity", u"a rate of 1.3 GHz here"_s, u"Number:1.3|Unit:GHz"_s);
    row("quantity without a space", u"a 125°C oven"_s, u"Number:125|Unit:°C"_s);
    row("thousands", u"1,510 nm"_s, u"Number:1,510|Unit:nm"_s);
    row("compound unit", u"5 m²/s or 5 m²"_s, u"Number:5|Unit:m²/s|Connective:or|Number:5|Unit:m²"_s);
    row("unit in words", u"2 parts per million by weight"_s, u"Number:2|Unit:parts per million by weight"_s);
    row("number alone", u"in at least 4 axes"_s, u"Comparison:at least|Number:4"_s);
    row("the word goes on", u"3 mean square"_s, u"Number:3"_s);
    row("power of ten", u"5 x 10^-7 torr and 10⁻³ Pa and 4.5 × 10⁹ bit"_s,
        u"Number:5 x 10^-7|Unit:torr|Connective:and|Number:10⁻³|Unit:Pa|Connective:and|Number:4.5 × 10⁹|Unit:bit"_s);
    row("below zero", u"from -55 °C"_s, u"Comparison:from|Number:-55|Unit:°C"_s);
    row("label", u"in a.3 of it"_s, u""_s);
    row("CAS number", u"HMX (CAS 2691-41-0)"_s, u"Identifier:2691-41-0"_s);
    row("term", u"\u201cSpacecraft\u201d or \"lasers\""_s,
        u"Term:\u201cSpacecraft\u201d|Connective:or|Term:\"lasers\""_s);
    row("local term", u"\u2018data rate\u2019 and 'users'"_s,
        u"Local:\u2018data rate\u2019|Connective:and|Local:'users'"_s);
    row("apostrophes", u"the maker's or users' own"_s, u"Connective:or"_s);
    row("note", u"Note: something"_s, u"Heading:Note:"_s);
    row("numbered note", u"Note 2 to 5A002.a: something"_s, u"Heading:Note 2 to 5A002.a:"_s);
    row("technical notes", u"Technical Notes: something"_s, u"Heading:Technical Notes:"_s);
    row("our note", u"Decontrol note: something"_s, u"Heading:Decontrol note:"_s);
    row("nota bene", u"N.B. see there"_s, u"Heading:N.B."_s);
    row("a note is no heading", u"We note that it is"_s, u""_s);
    row("quantifiers", u"Having any of the following and all of the following"_s,
        u"Quantifier:any of the following|Connective:and|Quantifier:all of the following"_s);
    row("several", u"One or more of these, either of them"_s, u"Quantifier:One or more of|Quantifier:either of"_s);
    row("joining", u"Both wheels and/or axles"_s, u"Connective:Both|Connective:and/or"_s);
    row("comparison", u"greater than or equal to 5 kg"_s, u"Comparison:greater than or equal to|Number:5|Unit:kg"_s);
    row("not exceeding", u"not exceeding 3 m, or less"_s,
        u"Comparison:not exceeding|Number:3|Unit:m|Comparison:or less"_s);
    row("above a number", u"above 40 MHz, not as above"_s, u"Comparison:above|Number:40|Unit:MHz|Exclusion:not"_s);
    row("signs", u"≥ 5 W, <10 W"_s, u"Comparison:≥|Number:5|Unit:W|Comparison:<|Number:10|Unit:W"_s);
    row("left out", u"except those other than these, unless cooled"_s,
        u"Exclusion:except|Exclusion:other than|Exclusion:unless"_s);
    row("more is no comparison", u"and more words"_s, u"Connective:and"_s);
}

void TestControlText::words()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(coloured(text), expected);
}

void TestControlText::everyUnitOfTheCatalogue()
{
    QStringList missing;
    for (const language::Unit &unit : m_rules->units.units()) {
        const QStringList spellings = QStringList(unit.aliases) << unit.name;
        for (const QString &spelling : spellings)
            if (spelling != "1"_L1 && coloured(u"5 "_s + spelling) != u"Number:5|Unit:"_s + spelling)
                missing << spelling + u" -> "_s + coloured(u"5 "_s + spelling);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestControlText::everyCodeOfTheCatalogue()
{
    QVERIFY(m_rules->entryOrder.size() > 3000);
    Cutter cutter;
    cutter.setDefinition(definition());
    for (const QString &code : std::as_const(m_rules->entryOrder))
        QVERIFY2(cutter.cut(u"see "_s + code + u"."_s).contains(u"Code:"_s + code), qPrintable(code));
}

/// Our own texts use all of them but the headings of notes, which the window sets before them, and what only the
/// official text puts into quotation marks.
void TestControlText::everyFormatIsUsed()
{
    Cutter cutter;
    cutter.setDefinition(definition());
    for (const language::Entry &entry : std::as_const(m_rules->entries)) {
        cutter.cut(entry.title);
        cutter.cut(entry.summary);
        for (const language::Note &note : entry.notes)
            cutter.cut(note.text);
    }
    cutter.cut(u"Technical note: ‘data rate’"_s);
    for (const auto &format : definition().formats())
        QVERIFY2(cutter.used(format.name()) > 0, qPrintable(format.name() + u" is never used"_s));
}

static double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

void TestControlText::themesAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestControlText::themesAreReadable()
{
    QFETCH(bool, dark);
    const KSyntaxHighlighting::Theme theme = m_repository.theme(syntax::themeName(dark));
    const double behind = luminance(QColor::fromRgb(theme.editorColor(KSyntaxHighlighting::Theme::BackgroundColor)));
    QColor plain;
    QSet<QRgb> others;
    for (const auto &format : definition().formats()) {
        const double before = luminance(format.textColor(theme));
        const double contrast = (std::max(before, behind) + 0.05) / (std::min(before, behind) + 0.05);
        QVERIFY2(contrast >= 4.5, qPrintable(format.name() + u' ' + QString::number(contrast)));
        if (format.name() == "Text"_L1)
            plain = format.textColor(theme);
        else if (!format.isBold(theme))
            others.insert(format.textColor(theme).rgb());
    }
    QVERIFY(!others.contains(plain.rgb()));
    QVERIFY(others.size() >= 6);
}

QTEST_GUILESS_MAIN(TestControlText)
#include "tst_controltext.moc"
