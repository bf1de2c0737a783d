// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/sources.h"
#include "catalogue/syntax/rulesyntax.h"

#include "cutter.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>
#include <QColor>
#include <QSet>
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

class TestRuleSyntax : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isFoundWithoutWarnings();
    void lines_data();
    void lines();
    void blocksEndWithTheirIndentation();
    void readsEveryFileOfTheCatalogue();
    void noKeyOfTheCatalogueIsTakenForALabel();
    void themesAreReadable_data();
    void themesAreReadable();
    void cleanupTestCase() { QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n'))); }

private:
    KSyntaxHighlighting::Definition definition() { return m_repository.definitionForName(syntax::ruleDefinition()); }
    KSyntaxHighlighting::Repository m_repository;
};

void TestRuleSyntax::initTestCase()
{
    qInstallMessageHandler(keepWarning);
    m_repository.addCustomSearchPath(syntax::searchPath());
}

void TestRuleSyntax::isFoundWithoutWarnings()
{
    QVERIFY(definition().isValid());
    QVERIFY(definition().filePath().startsWith(syntax::searchPath()));
    QVERIFY(definition().formats().size() > 15); // reads all of it
    for (const bool dark : {false, true}) {
        QVERIFY(m_repository.theme(syntax::themeName(dark)).isValid());
        QCOMPARE(m_repository.theme(syntax::themeName(dark)).name(), syntax::themeName(dark));
    }
}

void TestRuleSyntax::lines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("pieces");
    const auto row = [](const char *name, const QString &line, const QString &pieces) {
        QTest::newRow(name) << line << pieces.split(u'|');
    };
    row("comment", u"# state: none"_s, u"Comment:# state: none"_s);
    row("key", u"  provisions:"_s, u"Key:provisions|Mark::"_s);
    row("id of an item", u"    - id: s_one"_s, u"Mark:-|Key:id|Mark::|Name:s_one"_s);
    row("title", u"  title: Keep when: it and 5 GHz"_s, u"Key:title|Mark::|Text:Keep when: it and 5 GHz"_s);
    row("citation", u"  cite: s 4(1) \"supply\" # seen"_s,
        u"Key:cite|Mark::|Citation:s 4(1) \"supply\"|Comment:# seen"_s);
    row("grade that decides", u"grade: secondary"_s, u"Key:grade|Mark::|Grade:secondary"_s);
    row("grade that does not", u"grade: unread"_s, u"Key:grade|Mark::|Doubt:unread"_s);
    row("not verified", u"verified: false"_s, u"Key:verified|Mark::|Doubt:false"_s);
    row("verified", u"verified: true"_s, u"Key:verified|Mark::|Constant:true"_s);
    row("code", u"  - \"5A001.b.3\""_s, u"Mark:-|Code:\"5A001.b.3\""_s);
    row("code as key", u"  \"5A001\":"_s, u"Label:\"5A001\"|Mark::"_s);
    row("label", u"  a:"_s, u"Label:a|Mark::"_s);
    row("date", u"operates_from: 2024-09-01"_s, u"Key:operates_from|Mark::|Date:2024-09-01"_s);
    row("always", u"when: \"true\""_s, u"Key:when|Mark::|Constant:\"true\""_s);
    row("rule", u"when: not public_domain and listed"_s,
        u"Key:when|Mark::|Keyword:not|Reference:public_domain|Keyword:and|Reference:listed"_s);
    row("choice", u"when: item.kind is thing or x has y"_s,
        u"Key:when|Mark::|Fact:item.kind|Keyword:is|Choice:thing|Keyword:or|Fact:x|Keyword:has|Choice:y"_s);
    row("choices", u"when: activity.kind is any of (talk, all)"_s,
        u"Key:when|Mark::|Fact:activity.kind|Keyword:is|Keyword:any of|Mark:(|Choice:talk|Mark:,|Choice:all|Mark:)"_s);
    row("country", u"when: not recipient.place is AU"_s,
        u"Key:when|Mark::|Keyword:not|Fact:recipient.place|Keyword:is|Choice:AU"_s);
    row("group", u"when: recipient.place in group partners and a"_s,
        u"Key:when|Mark::|Fact:recipient.place|Keyword:in group|Group:partners|Keyword:and|Reference:a"_s);
    row("category", u"when: item.entries in category \"5P2\""_s,
        u"Key:when|Mark::|Fact:item.entries|Keyword:in category|Group:\"5P2\""_s);
    row("codes", u"when: item.entries within (\"8E002.a\", \"1E002\")"_s,
        u"Key:when|Mark::|Fact:item.entries|Keyword:within|Mark:(|Code:\"8E002.a\"|Mark:,|Code:\"1E002\"|Mark:)"_s);
    row("nothing met", u"when: not item.entries is empty"_s,
        u"Key:when|Mark::|Keyword:not|Fact:item.entries|Keyword:is|Keyword:empty"_s);
    row("quantity", u"when: sample_rate > 1.3 GHz and noise < -80 dB re 1 µPa"_s,
        u"Key:when|Mark::|Fact:sample_rate|Operator:>|Number:1.3|Unit:GHz|Keyword:and|Fact:noise|Operator:<|Number:-80|Unit:dB re 1 µPa"_s);
    row("number without unit", u"when: 2 * low_edge <= high_edge or 3 and b"_s,
        u"Key:when|Mark::|Number:2|Operator:*|Fact:low_edge|Operator:<=|Fact:high_edge|Keyword:or|Number:3|Keyword:and|Reference:b"_s);
    row("formula", u"when: sqrt(power * time) >= table limit(frequency)"_s,
        u"Key:when|Mark::|Function:sqrt(|Fact:power|Operator:*|Fact:time|Mark:)|Operator:>=|Keyword:table|Group:limit|Mark:(|Fact:frequency|Mark:)"_s);
    row("range", u"when: frequency in [31.8 GHz, 57 GHz)"_s,
        u"Key:when|Mark::|Fact:frequency|Keyword:in|Mark:[|Number:31.8|Unit:GHz|Mark:,|Number:57|Unit:GHz|Mark:)"_s);
    row("point", u"when: at some point (a > 1 m)"_s,
        u"Key:when|Mark::|Keyword:at some point|Mark:(|Fact:a|Operator:>|Number:1|Unit:m|Mark:)"_s);
}

void TestRuleSyntax::lines()
{
    QFETCH(QString, line);
    QFETCH(QStringList, pieces);
    Cutter cutter;
    cutter.setDefinition(definition());
    QCOMPARE(cutter.cut(line), pieces);
}

void TestRuleSyntax::blocksEndWithTheirIndentation()
{
    Cutter cutter;
    cutter.setDefinition(definition());
    const QList<std::pair<QString, QString>> expected{
        {u"  - id: x"_s, u"Mark:-|Key:id|Mark::|Name:x"_s},
        {u"    summary: >-"_s, u"Key:summary|Mark:: >-"_s},
        {u"      when: this is text"_s, u"Text:when: this is text"_s},
        {u""_s, {}},
        {u"      # and so is this"_s, u"Text:# and so is this"_s},
        {u"    when: |"_s, u"Key:when|Mark:: |"_s},
        {u"      a.b is any of (c,"_s, u"Fact:a.b|Keyword:is|Keyword:any of|Mark:(|Choice:c|Mark:,"_s},
        {u"        d)"_s, u"Choice:d|Mark:)"_s},
        {u""_s, {}},
        {u"      and not e"_s, u"Keyword:and|Keyword:not|Reference:e"_s},
        {u"    then: |"_s, u"Key:then|Mark:: |"_s},
        {u"      Not this."_s, u"Text:Not this."_s},
        {u"  - when: |"_s, u"Mark:-|Key:when|Mark:: |"_s},
        {u"      f"_s, u"Reference:f"_s},
        {u"    title: and"_s, u"Key:title|Mark::|Text:and"_s},
        {u"  - note: >-"_s, u"Mark:-|Key:note|Mark:: >-"_s},
        {u"      or"_s, u"Text:or"_s},
        {u"rules:"_s, u"Key:rules|Mark::"_s},
    };
    for (const auto &[line, pieces] : expected)
        QCOMPARE(cutter.cut(line).join(u'|'), pieces);
}

void TestRuleSyntax::readsEveryFileOfTheCatalogue()
{
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    QVERIFY(sources);
    QHash<QString, int> used;
    const auto formats = definition().formats();
    for (const store::SourceFile &source : *sources) {
        Cutter cutter;
        cutter.setDefinition(definition());
        QString last;
        for (const QString &line : QString::fromUtf8(source.bytes).split(u'\n')) {
            const QStringList pieces = cutter.cut(line);
            // A top-level key is one wherever it stands: no context of the file before reaches beyond its end.
            if (!line.isEmpty() && line.front().isLetter())
                QVERIFY2(pieces.first().startsWith("Key:"_L1), qPrintable(source.path + u": "_s + line));
            if (!line.isEmpty() && line.front() == u'#' && !last.endsWith(u'|'))
                QVERIFY2(pieces.first().startsWith("Comment:"_L1), qPrintable(source.path + u": "_s + line));
            last = line;
        }
        for (const auto &format : formats)
            used[format.name()] += cutter.used(format.name());
    }
    for (const auto &format : formats)
        QVERIFY2(used.value(format.name()) > 0, qPrintable(format.name() + u" is never used"_s));
}

void TestRuleSyntax::noKeyOfTheCatalogueIsTakenForALabel()
{
    const auto sources = compiler::readSources(QStringLiteral(CLEARWAY_SOURCE_DIR "/catalogue"));
    QVERIFY(sources);
    QSet<QString> labels;
    for (const store::SourceFile &source : *sources) {
        Cutter cutter;
        cutter.setDefinition(definition());
        // Country codes, labels of positions, ids of facts and base kinds are what such keys may be.
        for (const QString &line : QString::fromUtf8(source.bytes).split(u'\n'))
            for (const QString &piece : cutter.cut(line))
                if (piece.startsWith("Label:"_L1) && !piece.contains(u'"') && !piece.contains(u'.') && piece.size() > 7
                    && source.path != "units.yaml"_L1 && !source.path.contains("units-"_L1))
                    labels.insert(piece.sliced(6));
    }
    QVERIFY2(labels.isEmpty(), qPrintable(labels.values().join(u' ')));
}

static double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

void TestRuleSyntax::themesAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestRuleSyntax::themesAreReadable()
{
    QFETCH(bool, dark);
    const KSyntaxHighlighting::Theme theme = m_repository.theme(syntax::themeName(dark));
    for (const auto ground : {KSyntaxHighlighting::Theme::BackgroundColor, KSyntaxHighlighting::Theme::CurrentLine}) {
        const double behind = luminance(QColor::fromRgb(theme.editorColor(ground)));
        const auto contrast = [behind](const QColor &color) {
            const double before = luminance(color);
            return (std::max(before, behind) + 0.05) / (std::min(before, behind) + 0.05);
        };
        for (const auto &format : definition().formats())
            QVERIFY2(contrast(format.textColor(theme)) >= 4.5,
                     qPrintable(format.name() + u' ' + QString::number(contrast(format.textColor(theme)))));
        QVERIFY(contrast(QColor::fromRgb(theme.editorColor(KSyntaxHighlighting::Theme::LineNumbers))) >= 4.5);
    }
}

QTEST_GUILESS_MAIN(TestRuleSyntax)
#include "tst_rulesyntax.moc"
