// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The official text in the window: imported on a worker, shown beside our words, with our numbers marked that it lacks.
#include "ui/officialside.h"
#include "ui/officialtexts.h"

#include "officialtesting.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::officialtest;
using namespace clearway::uitest;

class OfficialTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sideBySide();
    void aWrongFileIsSaid();
    void cancelled();
    void isThereAfterARestart();
    void markedUp_data();
    void markedUp();
};

/// A small instrument in which 5A001.a stands, without any number.
static QList<Line> sampleLines()
{
    QList<Line> lines = smallList();
    lines.insert(lines.size() - 2,
                 {u"Cat0newstyle31a1paragraphsindented"_s, 1134, u"5.\tA.\t001.\tInvented radios as follows:"_s});
    lines.insert(lines.size() - 2, {u"DL0Aa"_s, 1701, u"a.\tRadios for 10^(3) people, having any of the following:"_s});
    lines.insert(lines.size() - 2, {u"DL0Aa1"_s, 2268, u"1.\tLoud;"_s});
    return lines;
}

static void walkTo(WindowFixture &at, const QString &code)
{
    ui::Beginning beginning;
    beginning.title = u"Radio design"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"share_partners"_s};
    beginning.items = {{u"thing"_s, u"Radio"_s}};
    beginning.facts.insert(u"activity.place"_s, language::Picked{{u"australia"_s}});
    QVERIFY(at.window().session()->begin(beginning));
    at.window().showListOnOffer();
    at.window().searchList(code);
    QCoreApplication::processEvents();
}

/// Chooses the file as a person would, and waits for the end.
static void import(WindowFixture &at, const QString &path)
{
    at.prompts().open = path;
    QSignalSpy finished(&at.window().official(), &ui::OfficialTexts::finished);
    QVERIFY(at.click(u"importOfficial"_s));
    QVERIFY(finished.count() > 0 || finished.wait(20000));
}

void OfficialTest::sideBySide()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    const QString path = at.folder() + u"/list.docx"_s;
    QVERIFY(writeZip(path, docx(sampleLines())));
    // A code with a number of ours, which the invented text does not have.
    QString code;
    for (const QString &one : {u"5A001.a"_s, u"5A001.a.1"_s})
        if (at.rules().entries.contains(one))
            code = one;
    QVERIFY(!code.isEmpty());
    walkTo(at, code);
    QVERIFY(!at.find<QWidget>(u"officialSide"_s));
    import(at, path);
    QVERIFY(at.find<QLabel>(u"importMessage"_s)->text().contains(u"codes"_s));
    // The position that is open shows it at once.
    QCoreApplication::processEvents();
    QWidget *side = at.find<QWidget>(u"officialSide"_s);
    QVERIFY(side);
    QVERIFY(at.find<QWidget>(u"ourSide"_s));
    QVERIFY(at.find<QLabel>(u"officialWording"_s, side)->text().contains(u"Loud"_s));
    QVERIFY(at.click(u"importButton"_s));
    QVERIFY(!at.find<QWidget>(u"importBar"_s));
    at.window().searchList(u"5A001.b"_s);
    QCoreApplication::processEvents();
    side = at.find<QWidget>(u"officialSide"_s);
    QVERIFY(side);
    QVERIFY(!at.find<QLabel>(u"officialWording"_s, side)); // the invented list has no such position
    // Flags are marked on both sides.
    for (auto entry = at.rules().entries.cbegin(); entry != at.rules().entries.cend(); ++entry) {
        if (at.window().official().flags(entry.key()).isEmpty())
            continue;
        at.window().searchList(entry.key());
        QCoreApplication::processEvents();
        side = at.find<QWidget>(u"officialSide"_s);
        QVERIFY(side);
        QVERIFY(at.find<QLabel>(u"flaggedNumber"_s, side));
    }
}

void OfficialTest::aWrongFileIsSaid()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    const QString path = at.folder() + u"/letter.docx"_s;
    QVERIFY(writeFile(path, "Dear colleague"));
    import(at, path);
    const QString message = at.find<QLabel>(u"importMessage"_s)->text();
    QVERIFY2(message.contains(u"letter.docx"_s) && message.contains(u"Expected is"_s), qPrintable(message));
    QVERIFY(!at.window().official().instrument());
}

void OfficialTest::cancelled()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    const QString path = at.folder() + u"/list.epub"_s;
    QList<Line> lines = sampleLines();
    for (int i = 0; i < 20000; ++i) // long enough to be stopped
        lines.insert(20, {u"DL0Aa1Note"_s, 2835, u"Note:\tMore of it."_s});
    QVERIFY(writeZip(path, epub(lines)));
    at.prompts().open = path;
    QSignalSpy finished(&at.window().official(), &ui::OfficialTexts::finished);
    QVERIFY(at.click(u"importOfficial"_s));
    QVERIFY(at.find<QProgressBar>(u"importProgress"_s));
    QVERIFY(at.click(u"importButton"_s));
    QVERIFY(finished.count() > 0 || finished.wait(20000));
    QVERIFY(!at.window().official().isImporting());
    QVERIFY(!at.window().official().instrument());
    QVERIFY(at.find<QLabel>(u"importMessage"_s)->text().contains(u"cancelled"_s));
}

void OfficialTest::isThereAfterARestart()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    const QString path = at.folder() + u"/list.docx"_s;
    QVERIFY(writeZip(path, docx(sampleLines())));
    import(at, path);
    at.restart();
    QTRY_VERIFY_WITH_TIMEOUT(at.window().official().instrument(), 20000);
    QCOMPARE(at.window().official().entry(u"5A001.a.1"_s)->wording, u"Loud;"_s);
    QVERIFY(!at.find<QWidget>(u"importBar"_s));
}

void OfficialTest::markedUp_data()
{
    QTest::addColumn<QString>("wording");
    QTest::addColumn<QString>("html");
    QTest::newRow("raised") << u"5 x 10^-4 m"_s << u"5 x 10<sup>-4</sup> m"_s;
    QTest::newRow("lowered") << u"CO_2 and C_3I"_s << u"CO<sub>2</sub> and C<sub>3I</sub>"_s;
    QTest::newRow("no markup gets through") << u"a < b & <b>c</b>"_s << u"a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;"_s;
}

void OfficialTest::markedUp()
{
    QFETCH(const QString, wording);
    QFETCH(const QString, html);
    QCOMPARE(ui::OfficialSide::markedUp(wording), html);
}

QTEST_MAIN(OfficialTest)
#include "official_test.moc"
