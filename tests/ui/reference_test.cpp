// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entry of the list leads to: defined terms, related entries, numbers abroad.
#include "ui/termtext.h"

#include "windowfixture.h"

#include <QLabel>
#include <QSignalSpy>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;
using language::TermUse;

class ReferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linked_data();
    void linked();
    void anEntryLeadsOn();
    void entriesFromAllOverOpen();
};

void ReferenceTest::linked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<TermUse>>("uses");
    QTest::addColumn<QString>("html");
    QTest::newRow("none") << u"a < b"_s << QList<TermUse>{} << u"a &lt; b"_s;
    QTest::newRow("one") << u"a laser & more"_s << QList<TermUse>{{2, 5, 7}}
                         << u"a <a href=\"term:7\">laser</a> &amp; more"_s;
    QTest::newRow("two, at the ends") << u"laser or UAV"_s << QList<TermUse>{{0, 5, 7}, {9, 3, 1}}
                                      << u"<a href=\"term:7\">laser</a> or <a href=\"term:1\">UAV</a>"_s;
}

void ReferenceTest::linked()
{
    QFETCH(QString, text);
    QFETCH(QList<TermUse>, uses);
    QFETCH(QString, html);
    QCOMPARE(ui::TermText::linked(text, uses), html);
}

static void walk(WindowFixture &at)
{
    ui::Beginning beginning;
    beginning.title = u"Paper"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"share_partners"_s};
    beginning.items = {{u"thing"_s, u"Thing"_s}};
    beginning.facts.insert(u"activity.place"_s, language::Picked{{u"australia"_s}});
    QVERIFY(at.window().session()->begin(beginning));
    at.window().showListOnOffer();
}

void ReferenceTest::anEntryLeadsOn()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    walk(at);
    // An entry whose summary uses a defined term, that names others, and that has numbers abroad.
    const language::DefinedTerms terms(at.rules());
    QString code;
    qsizetype definition = -1;
    for (const QString &one : at.rules().entryOrder) {
        const language::Entry &entry = *at.rules().entries.constFind(one);
        const QList<TermUse> uses = terms.in(entry.summary, entry.category, entry.code);
        if (!uses.isEmpty() && !entry.references.isEmpty() && entry.parent.isEmpty()) {
            code = one;
            definition = uses.first().definition;
            break;
        }
    }
    QVERIFY(!code.isEmpty());
    at.window().searchList(code);
    QCoreApplication::processEvents();
    auto *text = at.find<ui::TermText>(u"entrySummary"_s);
    QVERIFY(text);
    QVERIFY(text->textInteractionFlags().testFlag(Qt::LinksAccessibleByKeyboard));
    Q_EMIT text->linkActivated(u"term:%1"_s.arg(definition));
    QVERIFY(QToolTip::text().contains(at.rules().definitions[definition].term.toHtmlEscaped()));
    QVERIFY(QToolTip::text().contains(at.rules().definitions[definition].text.toHtmlEscaped()));

    auto *defined = at.find<ui::TermText>(u"definedTerms"_s);
    QVERIFY(defined && defined->text().contains(u"\"term:%1\""_s.arg(definition)));
    QVERIFY(at.find<QLabel>(u"numbersAbroad"_s));
    auto *related = at.find<QLabel>(u"relatedEntries"_s);
    QVERIFY(related);
    const QString other = at.rules().entries.value(code).references.first();
    QVERIFY(related->text().contains(other));
    Q_EMIT related->linkActivated(other);
    QCoreApplication::processEvents();
    QVERIFY(at.find<QLabel>(u"entryTitle"_s)->text().startsWith(other + u"  "_s));
}

/// Opening an entry of the list shows its title and both buttons, however long it is: each 29th of them.
void ReferenceTest::entriesFromAllOverOpen()
{
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    walk(at);
    int step = 0;
    for (const QString &code : at.rules().entryOrder) {
        if (++step % 29 != 0 || at.rules().entries.value(code).reserved)
            continue;
        at.window().searchList(code);
        QCoreApplication::processEvents();
        auto *title = at.find<QLabel>(u"entryTitle"_s);
        QVERIFY2(title && title->text().startsWith(code + u"  "_s), qPrintable(code));
        QVERIFY2(at.find(u"accept"_s) && at.find(u"reject"_s), qPrintable(code));
    }
}

QTEST_MAIN(ReferenceTest)
#include "reference_test.moc"
