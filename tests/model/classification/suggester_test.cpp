// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions from the catalogue of this source tree, and the figures held against its criteria.
#include "model/classification/suggester.h"

#include "catalogue/store/catalogue.h"
#include "model/classification/calibration.h"

#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::classification;

class SuggesterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsTheEntry_data();
    void findsTheEntry();
    void nothingLooksLikeThis_data();
    void nothingLooksLikeThis();
    void figures_data();
    void figures();
    void aFigureMetLiftsAndOneMissedLowers();
    void onePositionTakesOneFigure();
    void saysWhatSpeaksForIt();
    void hostile_data();
    void hostile();
    void severalThreadsGetTheSame();
    void likenessIsMeasured();

private:
    std::optional<store::Catalogue> m_catalogue;
    std::unique_ptr<Suggester> m_suggester;
};

void SuggesterTest::initTestCase()
{
    auto opened = store::Catalogue::open(QStringLiteral(CLEARWAY_BUILD_DIR "/share/clearway/catalogue.sqlite"));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
    m_catalogue.emplace(std::move(*opened));
    const auto thesaurus = m_catalogue->thesaurus();
    QVERIFY(thesaurus);
    QVERIFY(thesaurus->ordinary.size() > 500);
    m_suggester = std::make_unique<Suggester>(m_catalogue->rules(), *thesaurus);
}

void SuggesterTest::findsTheEntry_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const QString &code, const QString &text) { QTest::newRow(qPrintable(code)) << text << code; };
    row(u"3A001"_s, u"14-bit ADC at 3 GSPS"_s);
    row(u"6A003"_s, u"Cooled thermal imaging camera with an InSb focal plane array"_s);
    row(u"2B001"_s, u"five-axis milling machine, 0.9 µm unidirectional positioning repeatability"_s);
    row(u"1C351"_s, u"Freeze-dried cultures of Bacillus anthracis"_s);
    row(u"5D002"_s, u"Open-source cryptographic library with AES-256 and elliptic curves"_s);
    row(u"ML10"_s, u"Spare parts for fighter aircraft"_s);
    row(u"0B001"_s, u"Rotors for gas centrifuges that separate uranium isotopes"_s);
    row(u"4A901"_s, u"Superconducting quantum computer with 100 qubits"_s);
    row(u"8A001"_s, u"Autonomous underwater vehicle for 3,000 m"_s);
    row(u"9A004"_s, u"Small satellite bus for earth observation"_s);
}

void SuggesterTest::findsTheEntry()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const Suggestions found = m_suggester->suggest(text, 5);
    QVERIFY(found.flagged);
    QVERIFY(found.suggestions.size() <= 5);
    QVERIFY2(std::ranges::any_of(found.suggestions.first(std::min<qsizetype>(3, found.suggestions.size())),
                                 [&](const Suggestion &one) { return one.code == code; }),
             qPrintable(found.suggestions.value(0).code));
    QVERIFY(std::ranges::is_sorted(found.suggestions, std::ranges::greater(), &Suggestion::score));
}

void SuggesterTest::nothingLooksLikeThis_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("bread") << u"Sourdough starters and the flavour of rye bread baked in village ovens"_s;
    QTest::newRow("nurses") << u"Interviews with nurses on shift work and sleep in regional hospitals"_s;
    QTest::newRow("novel") << u"Landscape and memory in three novels of the 1930s"_s;
    QTest::newRow("kettle") << u"Electric kettle for the kitchen, 1.7 L, 2200 W, with a washable filter"_s;
    QTest::newRow("plotting") << u"A small web application that plots attendance of football matches"_s;
}

void SuggesterTest::nothingLooksLikeThis()
{
    QFETCH(QString, text);
    const Suggestions found = m_suggester->suggest(text);
    QVERIFY2(!found.flagged, qPrintable(found.suggestions.value(0).code));
    QVERIFY(found.likeness < calibration().threshold);
}

void SuggesterTest::figures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<bool>("met");
    const auto row = [](const char *name, const QString &code, const QString &text, const QString &written,
                        const QString &fact,
                        bool met) { QTest::newRow(name) << text << code << written << fact << met; };
    row("sample rate above", u"3A001"_s, u"analogue-to-digital converter, 14 bit resolution, sample rate 3 GSPS"_s,
        u"3 GSPS"_s, u"sample_rate"_s, true);
    row("sample rate below", u"3A001"_s, u"analogue-to-digital converter, 14 bit resolution, sample rate 50 MSPS"_s,
        u"50 MSPS"_s, u"sample_rate"_s, false);
    row("frame rate below", u"6A203"_s, u"framing camera with a recording rate of 200,000 frames per second"_s,
        u"200,000 frames per second"_s, u"recording_rate"_s, false);
    row("frame rate above", u"6A203"_s, u"framing camera with a recording rate of 300,000 frames per second"_s,
        u"300,000 frames per second"_s, u"recording_rate"_s, true);
    row("key", u"5A002"_s, u"modem with AES-256 encryption"_s, u"AES-256"_s, u"symmetric_key_length"_s, true);
    row("qubits below", u"4A901"_s, u"quantum computer with 12-qubit processor of physical qubits"_s, u"12-qubit"_s,
        u"physical_qubits"_s, false);
}

void SuggesterTest::figures()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(QString, written);
    QFETCH(QString, fact);
    QFETCH(bool, met);
    const Suggestions found = m_suggester->suggest(text, 15);
    const auto at = std::ranges::find(found.suggestions, code, &Suggestion::code);
    QVERIFY(at != found.suggestions.end());
    const auto figure = std::ranges::find(at->figures, fact, &FigureFinding::fact);
    QVERIFY2(figure != at->figures.end(), qPrintable(fact));
    QCOMPARE(figure->written, written);
    QCOMPARE(figure->met, met);
    QVERIFY(figure->code.startsWith(code));
}

void SuggesterTest::aFigureMetLiftsAndOneMissedLowers()
{
    const auto score = [&](const QString &rate) {
        const Suggestions found =
            m_suggester->suggest(u"framing camera with a recording rate of %1 frames per second"_s.arg(rate), 15);
        const auto at = std::ranges::find(found.suggestions, u"6A203"_s, &Suggestion::code);
        return at == found.suggestions.end() ? 0 : at->score;
    };
    const double missed = score(u"200,000"_s);
    const double met = score(u"300,000"_s);
    QVERIFY(missed > 0);
    QVERIFY(met > missed);
}

// "14 bit, and a spare channel of 8 bit" is no converter of at least 8 and fewer than 10 bit.
void SuggesterTest::onePositionTakesOneFigure()
{
    const Suggestions found = m_suggester->suggest(
        u"analogue-to-digital converter, 14 bit resolution, sample rate 300 MSPS, with a spare 8 bit resolution channel"_s);
    const auto at = std::ranges::find(found.suggestions, u"3A001"_s, &Suggestion::code);
    QVERIFY(at != found.suggestions.end());
    QStringList resolutions;
    for (const FigureFinding &figure : at->figures) {
        QVERIFY(figure.met);
        if (figure.fact == "adc_resolution"_L1)
            resolutions.append(figure.written);
    }
    QCOMPARE(resolutions, (QStringList{u"14 bit"_s, u"14 bit"_s}));
}

void SuggesterTest::saysWhatSpeaksForIt()
{
    const QString text = u"A gas centrifuge ROTOR of maraging steel"_s;
    const Suggestions found = m_suggester->suggest(text, 3);
    const Suggestion &first = found.suggestions.first();
    QCOMPARE(first.code, u"0B001"_s);
    QVERIFY2(first.words.contains(u"centrifuge"_s), qPrintable(first.words.join(u' ')));
    QVERIFY(first.words.contains(u"ROTOR"_s));
    QVERIFY(m_catalogue->rules().entries.contains(first.position));
    for (const QString &word : first.words + first.expressions)
        QVERIFY2(text.contains(word), qPrintable(word));
}

void SuggesterTest::hostile_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u" \t\n"_s;
    QTest::newRow("metacharacters") << u"'; DROP TABLE entry; -- \" * ( ) ^ : { } NEAR"_s;
    QTest::newRow("control characters") << u"\u0000\u0001\u001b[31m\u0007"_s;
    QTest::newRow("right to left") << u"\u202eليزر عالي الطاقة\u202c"_s;
    QTest::newRow("lone surrogates") << QString(QChar(0xd800)) + QChar(0xdc00) + QChar(0xdfff);
    QTest::newRow("marks alone") << QString(1000, QChar(0x0301));
    QTest::newRow("beyond all numbers") << u"oscillator at 1e999 GHz and 1e-999 GHz"_s;
    QTest::newRow("ten million characters") << u"gyroscope 3 GHz "_s.repeated(10'000'000 / 16);
    QTest::newRow("ten million figures") << u"1234567890"_s.repeated(1'000'000);
}

void SuggesterTest::hostile()
{
    QFETCH(QString, text);
    const Suggestions found = m_suggester->suggest(text, 5);
    QVERIFY(found.likeness >= 0 && found.likeness <= 1);
    QVERIFY(found.suggestions.size() <= 5);
    for (const double feature : found.features.value)
        QVERIFY(std::isfinite(feature));
}

void SuggesterTest::severalThreadsGetTheSame()
{
    const QString text = u"Two-photon microscope with a femtosecond laser, 80 MHz, 140 fs"_s;
    const Suggestions expected = m_suggester->suggest(text);
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    std::atomic<int> same = 0;
    for (int run = 0; run < 16; ++run) {
        pool.start([&] {
            const Suggestions found = m_suggester->suggest(text);
            if (found.suggestions == expected.suggestions && found.likeness == expected.likeness)
                ++same;
        });
    }
    pool.waitForDone();
    QCOMPARE(same.load(), 16);
}

// What is shown of it must come from a measurement with enough texts in it.
void SuggesterTest::likenessIsMeasured()
{
    const Calibration &measured = calibration();
    QVERIFY(measured.missed.of >= 300);
    QVERIFY(measured.falselyFlagged.of >= 200);
    QVERIFY(measured.missed.from < measured.missed.share && measured.missed.share < measured.missed.to);
    const MeasuredShare half = measuredShare(50, 100);
    QCOMPARE(half.share, 0.5);
    QVERIFY(std::abs(half.from - 0.404) < 0.001); // Wilson's interval
    QVERIFY(std::abs(half.to - 0.596) < 0.001);
    QCOMPARE(measuredShare(0, 0).of, 0);
}

QTEST_GUILESS_MAIN(SuggesterTest)
#include "suggester_test.moc"
