// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where on the list to look for what is described: driven by mouse and keyboard on the real catalogue, and seen.
#include "model/classification/calibration.h"
#include "ui/descriptionedit.h"
#include "ui/look.h"
#include "ui/suggestionpanel.h"
#include "ui/suggestionview.h"

#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;
using ui::SuggestionModel;
using ui::SuggestionPanel;

static constexpr int patience = 30'000; // milliseconds: the first answer makes the suggester as well
static const QString converter = u"14 bit analogue-to-digital converter with a sample rate of 3 GSPS"_s;

class SuggestionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptyItSaysWhatToWrite();
    void typedAndOpenedByKeyboard();
    void openedByDoubleClick();
    void thePositionThatFitsBestIsOpened();
    void nothingOpenedIsNoEvidence();
    void theSentenceSaysWhatItIsWorth_data();
    void theSentenceSaysWhatItIsWorth();
    void figuresAreHeldAgainstTheCriteria();
    void theEvidenceIsMarkedInTheText();
    void notThisByKeyboard();
    void notThisByMouse();
    void anotherTextIsAnotherThing();
    void eachItemIsDescribedByItself();
    void badInput_data();
    void badInput();
    void tenMegabytesDoNotBlock();
    void everyControlHasAName();
    void pictures_data();
    void pictures();

private:
    /// That of the interview; the list's own page has another.
    SuggestionPanel &panel()
    {
        return *m_at->window()
                    .findChild<QWidget *>(u"interviewPage"_s)
                    ->findChild<SuggestionPanel *>(u"suggestionPanel"_s);
    }
    ui::DescriptionEdit *field() { return panel().findChild<ui::DescriptionEdit *>(u"description"_s); }
    ui::SuggestionView *view() { return panel().findChild<ui::SuggestionView *>(u"suggestions"_s); }
    QString textOf(const QString &name) { return panel().findChild<QLabel *>(name)->text(); }
    /// The title of the entry that is open; it is there once the page has been laid out.
    QString shownEntry()
    {
        const auto *title = m_at->find<QLabel>(u"entryTitle"_s);
        return title ? title->text() : QString();
    }
    QTabWidget *ways() { return m_at->find<QTabWidget>(u"waysToFind"_s); }
    const reasoning::Looked &looked(qsizetype item = 0)
    {
        return m_at->window().session()->answers().items[item].looked;
    }
    QString codeAt(int row) { return view()->model()->index(row, 0).data(SuggestionModel::CodeRole).toString(); }
    int rowOf(const QString &code)
    {
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            if (codeAt(row) == code)
                return row;
        return -1;
    }
    /// Brings a case to the list, and to its description.
    void reach(int items = 1);
    /// In place of what is there, as from the clipboard.
    bool paste(const QString &text);
    std::unique_ptr<WindowFixture> m_at;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void SuggestionsTest::init()
{
    m_at = std::make_unique<WindowFixture>();
    QVERIFY2(m_at->ready(), qPrintable(m_at->problem()));
}

void SuggestionsTest::cleanup()
{
    m_tester.reset();
    m_at.reset();
}

void SuggestionsTest::reach(int items)
{
    ui::Beginning beginning;
    beginning.title = u"Converter"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"share_partners"_s};
    for (int item = 0; item < items; ++item)
        beginning.items.append({u"thing"_s, u"Thing %1"_s.arg(item + 1)});
    beginning.facts.insert(u"activity.place"_s, language::Picked{{u"australia"_s}});
    QVERIFY(m_at->window().session()->begin(beginning));
    m_at->window().showListOnOffer();
    QVERIFY(ways());
    m_tester = std::make_unique<QAbstractItemModelTester>(view()->model());
    const QRect tab = ways()->tabBar()->tabRect(1);
    QTest::mouseClick(ways()->tabBar(), Qt::LeftButton, {}, tab.center());
    QVERIFY(field()->isVisible());
}

bool SuggestionsTest::paste(const QString &text)
{
    QSignalSpy done(&panel(), &SuggestionPanel::looked);
    QGuiApplication::clipboard()->setText(text);
    field()->setFocus();
    QTest::keySequence(field(), QKeySequence::SelectAll);
    QTest::keySequence(field(), QKeySequence::Paste);
    return done.wait(patience);
}

void SuggestionsTest::emptyItSaysWhatToWrite()
{
    reach();
    QVERIFY(textOf(u"suggestionSentence"_s).startsWith(u"Describe it"_s));
    QVERIFY(textOf(u"suggestionCaveat"_s).contains(u"stays on this computer"_s));
    QVERIFY(!m_at->find(u"suggestions"_s));
    // And again when everything was removed.
    QVERIFY(paste(converter));
    QVERIFY(m_at->find(u"suggestions"_s));
    QSignalSpy done(&panel(), &SuggestionPanel::looked);
    QTest::keySequence(field(), QKeySequence::SelectAll);
    QTest::keyClick(field(), Qt::Key_Delete);
    QVERIFY(done.wait(patience));
    QVERIFY(textOf(u"suggestionSentence"_s).startsWith(u"Describe it"_s));
    QVERIFY(!m_at->find(u"suggestions"_s));
    QVERIFY(field()->extraSelections().isEmpty());
}

void SuggestionsTest::typedAndOpenedByKeyboard()
{
    reach();
    ways()->setCurrentIndex(0);
    ways()->tabBar()->setFocus();
    QTest::keyClick(ways()->tabBar(), Qt::Key_Right);
    QCOMPARE(ways()->currentIndex(), 1);
    // Return there does not leave the page.
    QTest::keyClick(ways()->tabBar(), Qt::Key_Return);
    QVERIFY(field()->isVisible());
    QVERIFY(m_at->tabTo([this](QWidget *widget) { return widget == field(); }));
    QTest::keyClicks(field(), converter);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"3A001"_s) == 0, patience);
    QVERIFY(m_at->tabTo([this](QWidget *widget) { return widget == view(); }));
    QCOMPARE(view()->currentIndex().row(), 0);
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(looked().opened, QStringList{u"3A001"_s});
    QCOMPARE(looked().searches, QStringList{converter});
    QTRY_VERIFY(shownEntry().startsWith(u"3A001  "_s));
    QCOMPARE(m_at->currentPage(), u"interviewPage"_s);
    // The next one as well; the description counts once.
    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Enter);
    QCOMPARE(looked().opened.size(), 2);
    QCOMPARE(looked().searches.size(), 1);
    QVERIFY(!m_at->window().session()->answers().find({m_at->rules().listFinding, u"i1"_s}));
}

void SuggestionsTest::openedByDoubleClick()
{
    reach();
    const QString tail = u", and so on and so forth"_s.repeated(20);
    QVERIFY(paste(converter + tail));
    const QModelIndex second = view()->model()->index(1, 0);
    view()->scrollTo(second);
    const QPoint where = view()->visualRect(second).center();
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, where);
    QVERIFY(looked().opened.isEmpty());
    QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, where);
    QCOMPARE(looked().opened, QStringList{codeAt(1)});
    // Of a long description the beginning is kept.
    QCOMPARE(looked().searches.size(), 1);
    QVERIFY(looked().searches.first().size() <= 200 && looked().searches.first().size() > 190);
    QVERIFY(QString(converter + tail).startsWith(looked().searches.first()));
}

void SuggestionsTest::thePositionThatFitsBestIsOpened()
{
    reach();
    QVERIFY(paste(converter));
    const QString position = view()->model()->index(0, 0).data(SuggestionModel::PositionRole).toString();
    QVERIFY2(position.startsWith(u"3A001."_s), qPrintable(position));
    QVERIFY(m_at->click(u"openSuggestedPosition"_s));
    QCOMPARE(looked().opened, QStringList{position});
    QTRY_VERIFY(shownEntry().startsWith(position));
    QVERIFY(m_at->click(u"openSuggestion"_s));
    QCOMPARE(looked().opened.last(), u"3A001"_s);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY(shownEntry().startsWith(position));
}

void SuggestionsTest::nothingOpenedIsNoEvidence()
{
    reach();
    QVERIFY(paste(converter));
    ways()->setCurrentIndex(0);
    m_at->window().showCases();
    m_at->window().showListOnOffer();
    QVERIFY(looked().isEmpty());
}

void SuggestionsTest::theSentenceSaysWhatItIsWorth_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("flagged");
    QTest::newRow("listed") << converter << true;
    QTest::newRow("not listed") << u"Interviews with choir singers about how they remember the songs of their "
                                   "childhood, with a survey of village schools"_s
                                << false;
    QTest::newRow("nothing telling") << u"the of and"_s << false;
}

void SuggestionsTest::theSentenceSaysWhatItIsWorth()
{
    QFETCH(QString, text);
    QFETCH(bool, flagged);
    reach();
    QVERIFY(paste(text));
    const QString sentence = textOf(u"suggestionSentence"_s);
    QVERIFY2(sentence.startsWith(flagged ? u"Something on the list may look like this"_s
                                         : u"Nothing on the list looks much like this"_s),
             qPrintable(sentence));
    const QString caveat = textOf(u"suggestionCaveat"_s);
    QVERIFY(caveat.contains(u"no evidence that something is not listed"_s));
    const classification::MeasuredShare &missed = classification::calibration().missed;
    const auto percent = [](double share) { return QString::number(share * 100, 'f', 0); };
    QVERIFY2(
        caveat.contains(u"of %1 descriptions of listed things, %2 % were not flagged (95 % interval %3 to %4 %)"_s.arg(
            QString::number(missed.of), percent(missed.share), percent(missed.from), percent(missed.to))),
        qPrintable(caveat));
    QCOMPARE(m_at->find<QLabel>(u"suggestionCaveat"_s)->text(), caveat);
}

void SuggestionsTest::figuresAreHeldAgainstTheCriteria()
{
    reach();
    QVERIFY(paste(converter));
    const QStringList met = view()->model()->index(0, 0).data(SuggestionModel::MetRole).toStringList();
    QVERIFY2(met.join(u'|').contains(u"14 bit meets ≥ 14 bit"_s), qPrintable(met.join(u'|')));
    QVERIFY(paste(u"8 bit analogue-to-digital converter with a sample rate of 1 GSPS"_s));
    const int row = rowOf(u"3A001"_s);
    QVERIFY(row >= 0);
    const QStringList missed = view()->model()->index(row, 0).data(SuggestionModel::MissedRole).toStringList();
    QVERIFY2(missed.join(u'|').contains(u"1 GSPS does not meet > 1.3 G"_s), qPrintable(missed.join(u'|')));
    for (const QString &sentence : met + missed)
        QVERIFY2(!sentence.contains(u'_'), qPrintable(sentence)); // no id
}

void SuggestionsTest::theEvidenceIsMarkedInTheText()
{
    reach();
    QVERIFY(paste(converter));
    const auto marked = [this] {
        QStringList texts;
        for (const QTextEdit::ExtraSelection &one : field()->extraSelections())
            texts << one.cursor.selectedText();
        return texts;
    };
    QVERIFY2(marked().contains(u"14 bit"_s), qPrintable(marked().join(u'|')));
    QVERIFY(marked().join(u' ').contains(u"converter"_s));
    QVERIFY(textOf(u"suggestionLegend"_s).contains(u"3A001"_s));
    // Each has a line under it: colour is not all.
    for (const QTextEdit::ExtraSelection &one : field()->extraSelections())
        QVERIFY(one.format.underlineStyle() != QTextCharFormat::NoUnderline);
    // Another row has marks of its own.
    QTest::keyClick(view(), Qt::Key_Down);
    QVERIFY(textOf(u"suggestionLegend"_s).contains(codeAt(1)));
    // A figure that does not meet its criterion has another line.
    QVERIFY(paste(u"8 bit analogue-to-digital converter with a sample rate of 1 GSPS"_s));
    view()->setCurrentIndex(view()->model()->index(rowOf(u"3A001"_s), 0));
    bool dashed = false;
    for (const QTextEdit::ExtraSelection &one : field()->extraSelections())
        dashed = dashed
                 || (one.cursor.selectedText() == "1 GSPS"_L1
                     && one.format.underlineStyle() == QTextCharFormat::DashUnderline);
    QVERIFY(dashed);
    QVERIFY(textOf(u"suggestionLegend"_s).contains(u"Dashed"_s));
}

void SuggestionsTest::notThisByKeyboard()
{
    reach();
    QVERIFY(paste(converter));
    QSignalSpy dismissed(&panel(), &SuggestionPanel::dismissed);
    const QString next = codeAt(1);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Delete);
    auto *reason = m_at->find<QLineEdit>(u"whyNot"_s);
    QVERIFY(reason && reason->hasFocus());
    // Thought better of.
    QTest::keyClick(reason, Qt::Key_Escape);
    QVERIFY(!m_at->find(u"whyNot"_s));
    QVERIFY(view()->hasFocus());
    QCOMPARE(codeAt(0), u"3A001"_s);
    QTest::keyClick(view(), Qt::Key_Delete);
    QTest::keyClicks(reason, u"it is an ear"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QCOMPARE(m_at->currentPage(), u"interviewPage"_s);
    QVERIFY(field()->isVisible());
    QCOMPARE(dismissed.size(), 1);
    QCOMPARE(dismissed.first(), (QVariantList{u"3A001"_s, u"it is an ear"_s}));
    QCOMPARE(codeAt(0), next);
    QCOMPARE(view()->currentIndex().row(), 0);
    QVERIFY(view()->hasFocus());
    QVERIFY(textOf(u"setAside"_s).contains(u"3A001 (it is an ear)"_s));
    // While the same is described further it stays aside.
    QSignalSpy done(&panel(), &SuggestionPanel::looked);
    field()->moveCursor(QTextCursor::End);
    QTest::keyClicks(field(), u" for radio"_s);
    QVERIFY(done.wait(patience));
    QCOMPARE(rowOf(u"3A001"_s), -1);
    // It answers nothing, and is no rejection in the record.
    QVERIFY(looked().isEmpty());
    QVERIFY(m_at->click(u"bringBack"_s));
    QVERIFY(rowOf(u"3A001"_s) >= 0);
    QVERIFY(!m_at->find(u"setAside"_s));
}

void SuggestionsTest::notThisByMouse()
{
    reach();
    QVERIFY(paste(converter));
    QSignalSpy dismissed(&panel(), &SuggestionPanel::dismissed);
    QVERIFY(m_at->click(u"notThis"_s));
    QVERIFY(m_at->click(u"keepSuggestion"_s));
    QVERIFY(dismissed.isEmpty());
    // All of them, until nothing is left to be set aside.
    for (int i = 0; i < 40 && view()->model()->rowCount() > 0; ++i) {
        QVERIFY(m_at->click(u"notThis"_s));
        QVERIFY(m_at->click(u"setAsideNow"_s));
    }
    QCOMPARE(view()->model()->rowCount(), 0);
    QVERIFY(!m_at->find<QPushButton>(u"notThis"_s)->isEnabled());
    QVERIFY(m_at->click(u"bringBack"_s));
    QCOMPARE(codeAt(0), u"3A001"_s);
}

void SuggestionsTest::anotherTextIsAnotherThing()
{
    reach();
    QVERIFY(paste(converter));
    QVERIFY(m_at->click(u"notThis"_s));
    QVERIFY(m_at->click(u"setAsideNow"_s));
    QCOMPARE(rowOf(u"3A001"_s), -1);
    QVERIFY(paste(u"analogue-to-digital converter, 16 bit, 100 MSPS"_s));
    QVERIFY(rowOf(u"3A001"_s) >= 0);
    QVERIFY(!m_at->find(u"setAside"_s));
}

void SuggestionsTest::eachItemIsDescribedByItself()
{
    reach(2);
    auto *items = m_at->find<QComboBox>(u"walkedItem"_s);
    QVERIFY(items);
    QVERIFY(paste(converter));
    QVERIFY(m_at->click(u"notThis"_s));
    QVERIFY(m_at->click(u"setAsideNow"_s));
    QSignalSpy done(&panel(), &SuggestionPanel::looked);
    items->setFocus();
    QTest::keyClick(items, Qt::Key_Down);
    QCOMPARE(field()->toPlainText(), QString());
    QVERIFY(done.wait(patience));
    QVERIFY(paste(u"gas turbine blade"_s));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(looked(0).isEmpty());
    QCOMPARE(looked(1).searches, QStringList{u"gas turbine blade"_s});
    done.clear();
    items->setFocus();
    QTest::keyClick(items, Qt::Key_Up);
    QCOMPARE(field()->toPlainText(), converter);
    QVERIFY(done.wait(patience));
    QCOMPARE(rowOf(u"3A001"_s), -1);
    QVERIFY(textOf(u"setAside"_s).contains(u"3A001"_s));
}

void SuggestionsTest::badInput_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sql") << u"'; DROP TABLE entry; -- \" laser"_s;
    QTest::newRow("fts") << u"laser* NEAR(a b) AND OR NOT ^\"(( title:\"x"_s;
    QTest::newRow("expressions") << u"laser [a-z]+(?<x>) \\E.* \\Q $1 %1 %2"_s;
    QTest::newRow("controls") << QString(u"la\0ser\x1b[31m \x07laser\x7f"_s);
    QTest::newRow("right to left") << u"\u202eresal\u202c לייזר בעל הספק 14 bit ليزر laser"_s;
    QTest::newRow("beyond everything") << u"1e999 GHz laser 1e-999 nm 99999999999999999999999999999999999 W"_s;
    QTest::newRow("halves of characters") << QString(QChar(0xd800)) + u" laser "_s + QChar(0xdc00);
    QTest::newRow("blanks") << u" \t\n laser \u00a0\u2003\u200b"_s;
    QTest::newRow("markup") << u"<b>laser</b> &amp; <img src=x> <script>laser</script>"_s;
    QTest::newRow("one word without end") << u"laser"_s + QString(150'000, u'x');
    QTest::newRow("many lines") << u"laser\n"_s.repeated(30'000);
    QTest::newRow("many figures") << u"14 bit 3 GSPS "_s.repeated(10'000);
    QTest::newRow("signs above signs") << u"laser"_s + QString(20'000, QChar(0x0301));
}

void SuggestionsTest::badInput()
{
    QFETCH(QString, text);
    reach();
    QVERIFY(paste(text));
    QVERIFY(field()->toPlainText().size() <= ui::DescriptionEdit::longest());
    QVERIFY(!field()->toPlainText().contains(QChar(0)));
    QVERIFY(!field()->toPlainText().contains(QChar(0x202e)));
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(!textOf(u"suggestionSentence"_s).isEmpty());
    // What was found can be walked through, opened and kept.
    view()->setFocus();
    for (int row = 0; row < view()->model()->rowCount(); ++row)
        QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Return);
    m_at->window().grab();
    if (view()->model()->rowCount() > 0) {
        QCOMPARE(looked().searches.size(), 1);
        QVERIFY(looked().searches.first().isValidUtf16());
        QVERIFY(looked().searches.first().size() <= 200);
        // And the register has it.
        const auto id = m_at->window().session()->id();
        QVERIFY(m_at->window().session()->saveAgain());
        QVERIFY(m_at->cases().load(id));
    }
}

void SuggestionsTest::tenMegabytesDoNotBlock()
{
    reach();
    QVERIFY(paste(u"laser"_s)); // the suggester is made
    QString text;
    while (text.size() < 10'000'000)
        text += u"Diode laser array, 14 bit converter at 3 GSPS, and a sentence about something else. "_s;
    QGuiApplication::clipboard()->setText(text);
    qint64 longest = 0;
    QElapsedTimer since;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
    QSignalSpy done(&panel(), &SuggestionPanel::looked);
    beat.start(5);
    since.start();
    QTest::keySequence(field(), QKeySequence::SelectAll);
    QTest::keySequence(field(), QKeySequence::Paste);
    const qint64 pasted = since.elapsed();
    QVERIFY(done.wait(patience));
    longest = std::max(longest, since.elapsed());
    qInfo("10 MB: pasted in %lld ms; the window never waited longer than %lld ms", pasted, longest);
    QVERIFY(longest < 3000);
    QCOMPARE(field()->toPlainText(), text.left(ui::DescriptionEdit::longest()));
    auto *note = m_at->find<QLabel>(u"descriptionNote"_s);
    QVERIFY(note && note->text().contains(u"200"_s));
    QVERIFY(view()->model()->rowCount() > 0);
    // Nothing more goes in; the note goes with the text.
    QTest::keySequence(field(), QKeySequence::MoveToEndOfDocument);
    QTest::keySequence(field(), QKeySequence::Paste);
    QCOMPARE(field()->toPlainText().size(), ui::DescriptionEdit::longest());
    QVERIFY(paste(u"laser"_s));
    QVERIFY(!m_at->find(u"descriptionNote"_s));
}

void SuggestionsTest::everyControlHasAName()
{
    reach();
    QVERIFY(paste(converter));
    QVERIFY(m_at->click(u"notThis"_s));
    QVERIFY(m_at->click(u"setAsideNow"_s));
    QVERIFY(m_at->click(u"notThis"_s));
    int controls = 0;
    for (QWidget *widget : ways()->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        ++controls;
        const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(
            access && !access->text(QAccessible::Name).isEmpty(),
            qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
    }
    QVERIFY(controls >= 8);
    // A row says everything to who does not see it.
    const QString row = view()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(row.contains(codeAt(0)), qPrintable(row));
}

void SuggestionsTest::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// The panel in both themes: kept where CLEARWAY_PICTURES names a folder, and in any case not of one colour.
void SuggestionsTest::pictures()
{
    QFETCH(bool, dark);
    auto &application = *static_cast<QApplication *>(QCoreApplication::instance());
    const QPalette before = QApplication::palette();
    ui::applyTheme(application, dark ? ui::Theme::Dark : ui::Theme::Light);
    m_at->window().resize(1180, 780);
    reach();
    const QString folder = qEnvironmentVariable("CLEARWAY_PICTURES");
    const auto take = [&](const QString &name) {
        QTest::qWait(250); // rows are laid out anew a little later
        const QImage image = m_at->window().grab().toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 7)
            for (int x = 0; x < image.width(); x += 7)
                colours.insert(image.pixel(x, y));
        QVERIFY(colours.size() > 12);
        if (!folder.isEmpty())
            QVERIFY(image.save(folder + u'/' + name + (dark ? u"-dark.png"_s : u"-light.png"_s)));
    };
    take(u"describe-empty"_s);
    QVERIFY(paste(u"Quad 14 bit analogue-to-digital converter with a sample rate of 3 GSPS and a field programmable "
                  "gate array; spare 8 bit channel at 1 GSPS"_s));
    take(u"describe-flagged"_s);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(m_at->click(u"notThis"_s));
    QTest::keyClicks(m_at->find<QLineEdit>(u"whyNot"_s), u"ours is a digital-to-analogue converter"_s);
    take(u"describe-why"_s);
    QVERIFY(m_at->click(u"setAsideNow"_s));
    take(u"describe-aside"_s);
    QVERIFY(paste(u"Interviews with choir singers about how they remember the songs of their childhood, with a survey "
                  "of village schools"_s));
    take(u"describe-unflagged"_s);
    QVERIFY(paste(QString(250'000, u'x')));
    take(u"describe-cut"_s);
    QApplication::setPalette(before);
}

QTEST_MAIN(SuggestionsTest)
#include "suggestions_test.moc"
