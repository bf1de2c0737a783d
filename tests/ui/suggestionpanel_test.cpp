// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of suggestions by itself and its workers: what comes late, what is shared, what cannot be had.
#include "ui/suggestionpanel.h"

#include "catalogue/store/catalogue.h"
#include "ui/descriptionedit.h"

#include <QLabel>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using ui::SuggestionModel;
using ui::SuggestionPanel;

static constexpr int patience = 30'000; // milliseconds: the first answer makes the suggester as well
static const QString converter = u"14 bit analogue-to-digital converter with a sample rate of 3 GSPS"_s;

class SuggestionPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lateResultsAreDropped();
    void aPanelMayGoWhileItsWorkerGoesOn();
    void panelsShareOneSuggester();
    void noSuggesterIsSaid();
};

static classification::Suggestions foundFor(const QString &code)
{
    classification::Suggestion one;
    one.code = one.position = code;
    classification::Suggestions found;
    found.suggestions = {one};
    return found;
}

void SuggestionPanelTest::lateResultsAreDropped()
{
    const auto waits = std::make_shared<QSemaphore>();
    const auto begun = std::make_shared<QSemaphore>();
    const auto asked = std::make_shared<QAtomicInt>();
    SuggestionPanel panel(std::make_shared<const language::RuleBook>(), [=] {
        return ui::Suggest([=](const QString &text, int) {
            asked->fetchAndAddOrdered(1);
            begun->release();
            waits->acquire();
            return foundFor(text);
        });
    });
    panel.show();
    auto *field = panel.findChild<ui::DescriptionEdit *>();
    QSignalSpy done(&panel, &SuggestionPanel::looked);
    QSignalSpy reset(&panel.model(), &QAbstractItemModel::modelReset);
    QTest::keyClicks(field, u"old"_s);
    QTRY_VERIFY(begun->available() > 0); // QTRY evaluates once more than it needs
    begun->acquire();
    const qsizetype before = reset.size();
    QTest::keyClicks(field, u"er"_s);
    QTest::qWait(500); // the pause is over, and the worker still has the older text
    QTest::keyClicks(field, u" new"_s);
    QTest::qWait(500);
    QCOMPARE(asked->loadRelaxed(), 1);
    waits->release();
    QTRY_VERIFY(begun->available() > 0); // QTRY evaluates once more than it needs
    begun->acquire();
    QCOMPARE(reset.size(), before); // what came late is not shown
    QVERIFY(done.isEmpty());
    waits->release();
    QVERIFY(done.wait(patience));
    QCOMPARE(panel.model().index(0).data(SuggestionModel::CodeRole).toString(), u"older new"_s);
    QCOMPARE(asked->loadRelaxed(), 2); // and what was overtaken before it began was never asked
    // Emptied while a worker goes on: it stays empty.
    done.clear();
    QTest::keyClicks(field, u"x"_s);
    QTRY_VERIFY(begun->available() > 0); // QTRY evaluates once more than it needs
    begun->acquire();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QTest::keyClick(field, Qt::Key_Delete);
    QVERIFY(done.wait(patience));
    waits->release();
    QTest::qWait(100);
    QCOMPARE(panel.model().rowCount(), 0);
    QCOMPARE(done.size(), 1);
}

void SuggestionPanelTest::aPanelMayGoWhileItsWorkerGoesOn()
{
    const auto waits = std::make_shared<QSemaphore>();
    const auto begun = std::make_shared<QSemaphore>();
    auto panel = std::make_unique<SuggestionPanel>(std::make_shared<const language::RuleBook>(), [=] {
        return ui::Suggest([=](const QString &text, int) {
            begun->release();
            waits->acquire();
            return foundFor(text);
        });
    });
    panel->show();
    QTest::keyClicks(panel->findChild<ui::DescriptionEdit *>(), u"laser"_s);
    QTRY_VERIFY(begun->available() > 0); // QTRY evaluates once more than it needs
    begun->acquire();
    panel.reset();
    waits->release();
    QTest::qWait(50);
}

void SuggestionPanelTest::panelsShareOneSuggester()
{
    const auto catalogue =
        store::Catalogue::open(QStringLiteral(CLEARWAY_BUILD_DIR "/share/clearway/catalogue.sqlite"));
    QVERIFY(catalogue);
    int read = 0;
    ui::SharedSuggester shared(catalogue->sharedRules(), [&] {
        ++read;
        return std::expected<language::Thesaurus, QString>(*catalogue->thesaurus());
    });
    SuggestionPanel one(catalogue->sharedRules(), [&] { return shared.suggest(); });
    SuggestionPanel two(catalogue->sharedRules(), [&] { return shared.suggest(); });
    QSignalSpy oneDone(&one, &SuggestionPanel::looked);
    QSignalSpy twoDone(&two, &SuggestionPanel::looked);
    one.setDraft({converter, {}});
    two.setDraft({u"gas turbine blade"_s, {}});
    QTRY_VERIFY_WITH_TIMEOUT(!oneDone.isEmpty() && !twoDone.isEmpty(), patience);
    QCOMPARE(read, 1);
    QCOMPARE(one.model().index(0).data(SuggestionModel::CodeRole).toString(), u"3A001"_s);
    QVERIFY(two.model().index(0).data(SuggestionModel::CodeRole).toString().startsWith(u'9'));
}

void SuggestionPanelTest::noSuggesterIsSaid()
{
    int read = 0;
    ui::SharedSuggester shared(std::make_shared<const language::RuleBook>(),
                               [&]() -> std::expected<language::Thesaurus, QString> {
                                   ++read;
                                   return std::unexpected(u"catalogue.sqlite is damaged."_s);
                               });
    SuggestionPanel panel(std::make_shared<const language::RuleBook>(), [&] { return shared.suggest(); });
    panel.setDraft({converter, {}});
    auto *sentence = panel.findChild<QLabel *>(u"suggestionSentence"_s);
    QTRY_COMPARE(sentence->text(), u"No suggestions can be made. catalogue.sqlite is damaged."_s);
    QCOMPARE(read, 1);
}

QTEST_MAIN(SuggestionPanelTest)
#include "suggestionpanel_test.moc"
