// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listwalker.h"
#include "ui/look.h"
#include "ui/messagepage.h"
#include "ui/questioncard.h"

#include "windowfixture.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;

// A begun manuscript with technology of Part 2 to a co-author in Japan, to further its publication.
static const Script draftToJapan{
    {u"item.public"_s, {u"no"_s}},
    {u"item.origin"_s, {u"given"_s}},
    {u"item.release"_s, {u"meant"_s}},
    {u"item.restricted"_s, {u"no_agreement"_s}},
    {u"item.military"_s, {u"no"_s}},
    {u"recipient.place"_s, {u"Japan"_s}},
    {u"recipient.relation"_s, {u"other"_s}},
    {u"recipient.australian_person"_s, {u"no"_s}},
    {u"recipient.special"_s, {u"none"_s}},
    {u"activity.audience"_s, {u"invited"_s}},
    {u"activity.draft"_s, {u"begun"_s, u"meant"_s, u"furthers"_s}},
    {u"item.unpublished_extras"_s, {u"only_published"_s}},
    {u"activity.medium"_s, {u"file"_s}},
    {u"activity.permit_held"_s, {u"none"_s}},
    {u"case.wmd"_s, {u"no"_s}},
    {u"case.military_use"_s, {u"no"_s}},
    {u"case.sanctions"_s, {u"no"_s}},
    {u"case.notice"_s, {u"no"_s}},
};

class WindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aWholeAssessmentWithTheMouse();
    void aWholeAssessmentWithTheKeyboardAlone();
    void continueWhereIWas();
    void everyControlHasAName();
    void anEarlierAnswerCanBeChanged();
    void backAndForthKeepsAnswers();
    void severalItemsAndRecipientsAreNamed();
    void nothingIsNextWithoutAnAnswer();
    void walkingTheList();
    void aCodeThatTheListLacksIsNotTaken();
    void aDraftCanBeDeleted();
    void aFinishedRevisionCannotBeChanged();
    void anAnswerThatCannotBeSavedIsSaid();
    void messagePageSaysWhatToDo();

private:
    static bool answerByMouse(WindowFixture &at, ui::QuestionCard *card, const Script &script);
    static bool start(WindowFixture &at, const QString &activity, const QStringList &items);
    static int walk(WindowFixture &at, const Script &script, int pages = 25);
    static QStringList nameless(QWidget &within);
};

void WindowTest::initTestCase()
{
    QAccessible::setActive(true);
    WindowFixture at;
    QVERIFY2(at.ready(), qPrintable(at.problem()));
}

bool WindowTest::answerByMouse(WindowFixture &at, ui::QuestionCard *card, const Script &script)
{
    const QStringList answers = script.value(card->fact().id, {u"unsure"_s});
    if (card->fact().kind == language::FactKind::Country && answers.front() != "unsure"_L1) {
        auto *edit = at.find<QLineEdit>(u"country"_s, card);
        if (!at.clickOn(edit))
            return false;
        QTest::keyClicks(edit, answers.front());
        QCoreApplication::processEvents();
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        return true;
    }
    for (const QString &answer : answers)
        if (!at.click(answer, card))
            return false;
    return true;
}

bool WindowTest::start(WindowFixture &at, const QString &activity, const QStringList &items)
{
    bool done = at.click(u"activity."_s + activity);
    for (const QString &item : items)
        done = done && at.click(u"item."_s + item);
    done = done && at.click(u"australia"_s);
    return done && at.click(u"start"_s) && at.currentPage() == "interviewPage"_L1;
}

// Answers page after page until the result is there; gives the number of pages, -1 where it got stuck.
int WindowTest::walk(WindowFixture &at, const Script &script, int pages)
{
    for (int page = 0; page < pages; ++page) {
        if (at.currentPage() == "resultPage"_L1)
            return page;
        if (at.find<QWidget>(u"listWalker"_s)) {
            if (!at.click(u"listUnsure"_s))
                return -1;
        } else {
            for (auto *card : at.window().findChildren<ui::QuestionCard *>())
                if (card->isVisible() && !at.window().session()->answers().find(card->key())
                    && !answerByMouse(at, card, script))
                    return -1;
        }
        if (!at.click(u"next"_s))
            return -1;
    }
    return -1;
}

void WindowTest::aWholeAssessmentWithTheMouse()
{
    WindowFixture at;
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    QVERIFY(start(at, u"send_draft"_s, {u"know_how"_s}));
    const int pages = walk(at, draftToJapan);
    QVERIFY(pages > 0);
    QVERIFY2(pages <= 12, qPrintable(QString::number(pages)));
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() == 1, 60000);
    auto *outcome = at.find<QLabel>(u"outcome"_s);
    QVERIFY(outcome);
    QCOMPARE(outcome->text(), u"A permit is unlikely to be required"_s);

    at.prompts().save = at.folder() + u"/record.pdf"_s;
    QVERIFY(at.click(u"savePdf"_s));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(at.prompts().save), 60000);
    QTRY_VERIFY(at.find<QLabel>(u"resultMessage"_s)->text().contains(u"Saved"_s));
    QFile pdf(at.prompts().save);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(8).startsWith("%PDF-1."));
    QVERIFY(at.prompts().suggested.endsWith(at.window().session()->reference() + u"-r1.pdf"_s));

    // A place that cannot be written is said with its path, and nothing is lost.
    at.prompts().save = u"/nowhere/at/all/record.pdf"_s;
    QVERIFY(at.click(u"savePdf"_s));
    QTRY_VERIFY_WITH_TIMEOUT(at.find<QLabel>(u"resultMessage"_s)->text().startsWith(u"Not done"_s), 60000);
    QVERIFY(at.find<QLabel>(u"resultMessage"_s)->text().contains(u"/nowhere/at/all/record.pdf"_s));
    QVERIFY(at.find<QLabel>(u"outcome"_s));
}

void WindowTest::aWholeAssessmentWithTheKeyboardAlone()
{
    WindowFixture at;
    QSignalSpy ready(&at.window(), &ui::MainWindow::resultReady);
    const auto named = [](const QString &name) {
        return [name](QWidget *widget) { return widget->objectName() == name; };
    };
    for (const QString &name : {u"activity.send_draft"_s, u"item.know_how"_s, u"australia"_s}) {
        QVERIFY2(at.tabTo(named(name)), qPrintable(name));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(at.currentPage(), u"interviewPage"_s);
    for (int page = 0; page < 20 && at.currentPage() == "interviewPage"_L1; ++page) {
        QCoreApplication::processEvents();
        QList<ui::QuestionCard *> cards;
        for (auto *card : at.window().findChildren<ui::QuestionCard *>())
            if (card->isVisible())
                cards.append(card);
        for (auto *card : std::as_const(cards)) {
            const QStringList answers = draftToJapan.value(card->fact().id, {u"unsure"_s});
            for (const QString &answer : answers) {
                const bool country = card->fact().kind == language::FactKind::Country;
                const QString name = country ? u"country"_s : answer;
                // Tab comes to a group of radio buttons, arrows go on within it.
                QVERIFY2(at.tabTo([&](QWidget *widget) {
                    return card->isAncestorOf(widget)
                           && (widget->objectName() == name || (!country && qobject_cast<QRadioButton *>(widget)));
                }),
                         qPrintable(card->fact().id + u' ' + name));
                for (int i = 0; i < 15 && QApplication::focusWidget()->objectName() != name; ++i)
                    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
                QCOMPARE(QApplication::focusWidget()->objectName(), name);
                if (country) {
                    QTest::keyClicks(QApplication::focusWidget(), answer);
                    QCoreApplication::processEvents();
                    if (QWidget *popup = QApplication::activePopupWidget())
                        QTest::keyClick(popup, Qt::Key_Escape);
                } else {
                    auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
                    if (!button->isChecked())
                        QTest::keyClick(button, Qt::Key_Space);
                    QVERIFY(button->isChecked());
                }
            }
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCoreApplication::processEvents();
        // "That is enough": both ways are buttons; Return takes the result.
    }
    QCOMPARE(at.currentPage(), u"resultPage"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() == 1, 60000);
    QCOMPARE(at.find<QLabel>(u"outcome"_s)->text(), u"A permit is unlikely to be required"_s);
    // Back to the questions and one page back, by keys as well.
    QVERIFY(at.tabTo(named(u"changeAnswer"_s)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(at.currentPage(), u"interviewPage"_s);
    QTRY_VERIFY(at.find<QPushButton>(u"back"_s)->isEnabled());
    QTest::keyClick(at.window().findChild<QWidget *>(u"interviewPage"_s), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(std::ranges::any_of(at.window().findChildren<ui::QuestionCard *>(),
                                    [](const ui::QuestionCard *shown) { return shown->isVisible(); }));
}

void WindowTest::continueWhereIWas()
{
    WindowFixture at;
    QVERIFY(start(at, u"send_draft"_s, {u"know_how"_s}));
    for (int i = 0; i < 2; ++i) {
        for (auto *card : at.window().findChildren<ui::QuestionCard *>())
            if (card->isVisible())
                QVERIFY(answerByMouse(at, card, draftToJapan));
        QVERIFY(at.click(u"next"_s));
    }
    const auto before = at.window().session()->answers();
    const auto current = at.window().session()->current();
    const QString id = at.window().session()->id().value;
    QVERIFY(current);
    at.restart();
    QVERIFY2(at.ready(), qPrintable(at.problem()));
    QCOMPARE(at.currentPage(), u"startPage"_s);
    QVERIFY(at.click(u"continue."_s + id));
    QCOMPARE(at.currentPage(), u"interviewPage"_s);
    QVERIFY(at.window().session()->answers() == before);
    QVERIFY(at.window().session()->current() == current);
}

// What can take the focus and has nothing to be read aloud.
QStringList WindowTest::nameless(QWidget &within)
{
    QStringList found;
    for (QWidget *widget : within.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
        if (seen && !seen->text(QAccessible::Name).trimmed().isEmpty())
            continue;
        found << QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName() + u" in "_s
                     + widget->parentWidget()->objectName();
    }
    return found;
}

void WindowTest::everyControlHasAName()
{
    WindowFixture at;
    QCOMPARE(nameless(at.window()).join(u", "_s), QString());
    QVERIFY(at.click(u"activity.share_code_data"_s));
    QVERIFY(at.click(u"activity.talk"_s));
    QVERIFY(at.click(u"item.know_how"_s));
    QVERIFY(at.click(u"item.code"_s));
    QCOMPARE(nameless(at.window()).join(u", "_s), QString());
    QVERIFY(at.click(u"australia"_s));
    QVERIFY(at.click(u"start"_s));
    for (int page = 0; page < 25 && at.currentPage() == "interviewPage"_L1; ++page) {
        QCOMPARE(nameless(at.window()).join(u", "_s), QString());
        if (at.find<QWidget>(u"listWalker"_s)) {
            auto *search = at.find<QLineEdit>(u"listSearch"_s);
            search->setText(u"5A001.b.3"_s);
            QTest::keyClick(search, Qt::Key_Return);
            QCOMPARE(nameless(at.window()).join(u", "_s), QString());
            QVERIFY(at.click(u"listUnsure"_s));
        } else {
            for (auto *card : at.window().findChildren<ui::QuestionCard *>())
                if (card->isVisible() && !at.window().session()->answers().find(card->key()))
                    QVERIFY(answerByMouse(at, card, {}));
        }
        QVERIFY(at.click(u"next"_s));
    }
    QTRY_VERIFY_WITH_TIMEOUT(at.find<QLabel>(u"outcome"_s), 60000);
    QCOMPARE(nameless(at.window()).join(u", "_s), QString());
    QVERIFY(at.click(u"placeCases"_s));
    QCOMPARE(at.currentPage(), u"casesPage"_s);
    QCOMPARE(nameless(at.window()).join(u", "_s), QString());
}

void WindowTest::anEarlierAnswerCanBeChanged()
{
    WindowFixture at;
    QVERIFY(start(at, u"send_draft"_s, {u"know_how"_s}));
    QVERIFY(walk(at, draftToJapan) > 0);
    QTRY_VERIFY_WITH_TIMEOUT(at.find<QLabel>(u"outcome"_s), 60000);
    QVERIFY(at.window().session()->resultShown());
    QVERIFY(at.click(u"changeAnswer"_s));
    QWidget *row = at.find<QWidget>(u"row.item.unpublished_extras@i1"_s);
    QVERIFY(row);
    QVERIFY(at.click(u"change"_s, row));
    QWidget *card = at.find<QWidget>(u"question.item.unpublished_extras@i1"_s);
    QVERIFY(card);
    QVERIFY(at.click(u"extras"_s, card));
    QVERIFY(!at.find<QLabel>(u"effect"_s)->text().isEmpty());
    auto *reason = at.find<QLineEdit>(u"reason"_s);
    QVERIFY(at.clickOn(reason));
    QTest::keyClicks(reason, u"drawings were added"_s);
    QVERIFY(at.click(u"doneChanging"_s));
    const auto &late = at.window().session()->lateChanges();
    QCOMPARE(late.size(), 1);
    QCOMPARE(late.front().reason, u"drawings were added"_s);
    QVERIFY(late.front().before == language::Value(language::Picked{{u"only_published"_s}}));
    // The rest of the answers stayed.
    QVERIFY(at.window().session()->answers().find({u"recipient.place"_s, u"r1"_s}));
}

void WindowTest::backAndForthKeepsAnswers()
{
    WindowFixture at;
    QVERIFY(start(at, u"send_draft"_s, {u"know_how"_s}));
    const auto first = at.window().session()->current();
    QVERIFY(first);
    for (auto *card : at.window().findChildren<ui::QuestionCard *>())
        if (card->isVisible())
            QVERIFY(answerByMouse(at, card, draftToJapan));
    QVERIFY(at.click(u"next"_s));
    const auto second = at.window().session()->current();
    QVERIFY(second != first);
    QVERIFY(at.click(u"back"_s));
    for (const reasoning::FactKey &key : first->keys)
        QVERIFY(at.find<QWidget>(u"question."_s + key.fact + (key.holder.isEmpty() ? QString() : u'@' + key.holder)));
    QVERIFY(at.click(u"next"_s));
    QVERIFY(at.window().session()->current() == second);
}

void WindowTest::severalItemsAndRecipientsAreNamed()
{
    WindowFixture at;
    QVERIFY(at.click(u"activity.send_draft"_s));
    QVERIFY(at.click(u"item.know_how"_s));
    QVERIFY(at.click(u"item.code"_s));
    auto *name = at.find<QLineEdit>(u"itemName.know_how"_s);
    QVERIFY(at.clickOn(name));
    QTest::keyClicks(name, u"Manuscript"_s);
    QVERIFY(at.click(u"australia"_s));
    QVERIFY(at.click(u"start"_s));
    QCOMPARE(at.window().session()->answers().items.size(), 2);
    bool named = false;
    for (auto *label : at.window().findChildren<QLabel *>())
        named = named || (label->isVisible() && label->text() == "For: Manuscript"_L1);
    QVERIFY(named);
    for (int page = 0; page < 25 && !at.find<QPushButton>(u"addRecipient"_s); ++page) {
        for (auto *card : at.window().findChildren<ui::QuestionCard *>())
            if (card->isVisible())
                QVERIFY(answerByMouse(at, card, draftToJapan));
        QVERIFY(at.click(u"next"_s));
    }
    QVERIFY(at.click(u"addRecipient"_s));
    QCOMPARE(at.window().session()->answers().recipients.size(), 2);
    QCOMPARE(at.window().session()->answers().activities.front().recipients.size(), 2);
    auto *role = at.find<QLineEdit>(u"recipient.r2"_s);
    QVERIFY(at.clickOn(role));
    QTest::keyClicks(role, u"Editor, London"_s);
    QTest::keyClick(role, Qt::Key_Tab);
    QCOMPARE(at.window().session()->answers().recipients.last().title, u"Editor, London"_s);
    QVERIFY(at.click(u"removeRecipient.r2"_s));
    QCOMPARE(at.window().session()->answers().recipients.size(), 1);
}

void WindowTest::nothingIsNextWithoutAnAnswer()
{
    WindowFixture at;
    QVERIFY(at.click(u"start"_s));
    QCOMPARE(at.currentPage(), u"startPage"_s);
    QVERIFY(!at.find<QLabel>(u"startHint"_s)->text().isEmpty());
    QVERIFY(start(at, u"send_draft"_s, {u"know_how"_s}));
    const auto current = at.window().session()->current();
    QVERIFY(at.click(u"next"_s));
    QVERIFY(at.window().session()->current() == current);
    auto *hint = at.find<QLabel>(u"hint"_s);
    QVERIFY(hint);
    QVERIFY(hint->text().contains(u"Not sure"_s));
}

// Brings a case of program code for a partner to the list.
static void reachList(WindowFixture &at)
{
    ui::Beginning beginning;
    beginning.title = u"Radio design"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"share_partners"_s};
    beginning.items = {{u"thing"_s, u"Radio"_s}};
    beginning.facts.insert(u"activity.place"_s, language::Picked{{u"australia"_s}});
    QVERIFY(at.window().session()->begin(beginning));
    at.window().showListOnOffer();
    QVERIFY(at.find<QWidget>(u"listWalker"_s));
}

void WindowTest::walkingTheList()
{
    WindowFixture at;
    reachList(at);
    ui::Session &session = *at.window().session();
    auto *tree = at.find<QTreeView>(u"listTree"_s);
    QVERIFY(tree);
    QVERIFY(tree->model()->rowCount() > 1);
    QVERIFY(!tree->visualRect(tree->model()->index(0, 0)).isEmpty());
    // "None" without a trace of looking is taken as an answer, and it is said why nothing follows from it.
    QVERIFY(at.click(u"noneApplies"_s));
    auto *message = at.find<QLabel>(u"listMessage"_s);
    QVERIFY(message && !message->text().isEmpty());
    auto *search = at.find<QLineEdit>(u"listSearch"_s);
    QVERIFY(at.clickOn(search));
    QTest::keyClicks(search, u"5a1b3"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCoreApplication::processEvents();
    auto *title = at.find<QLabel>(u"entryTitle"_s);
    QVERIFY(title);
    QVERIFY2(title->text().startsWith(u"5A001.b.3"_s), qPrintable(title->text()));
    QVERIFY(session.answers().items.front().looked.searches.contains(u"5a1b3"_s));
    QVERIFY(session.answers().items.front().looked.opened.contains(u"5A001.b.3"_s));

    // A bare "no" is not taken; with the criterion it is kept.
    QWidget *panel = at.find<QWidget>(u"entryPanel"_s);
    QVERIFY(at.click(u"reject"_s, panel));
    QVERIFY(session.answers().items.front().looked.rejected.isEmpty());
    auto *because = at.find<QLineEdit>(u"because"_s, panel);
    QVERIFY(at.clickOn(because));
    QTest::keyClicks(because, u"no spread spectrum"_s);
    QVERIFY(at.click(u"reject"_s, panel));
    QCOMPARE(session.answers().items.front().looked.rejected.size(), 1);
    QCOMPARE(session.answers().items.front().looked.rejected.front().because, u"no spread spectrum"_s);

    QVERIFY(at.click(u"accept"_s, panel));
    const reasoning::FactKey key{at.rules().listFinding, session.answers().items.front().id};
    QVERIFY(session.answers().find(key));
    QVERIFY(session.answers().find(key)->value == language::Value(language::EntryCodes{{u"5A001.b.3"_s}}));
    QVERIFY(session.answers().items.front().looked.rejected.isEmpty());
    QVERIFY(at.click(u"takeBack.5A001.b.3"_s));
    QVERIFY(!session.answers().find(key));

    // "None" is an answer, and is believed: there was a search.
    QVERIFY(at.click(u"noneApplies"_s));
    QVERIFY(session.answers().find(key));
    QVERIFY(session.answers().find(key)->value == language::Value(language::EntryCodes{}));
    QVERIFY(!at.find<QLabel>(u"listMessage"_s));
}

void WindowTest::aCodeThatTheListLacksIsNotTaken()
{
    WindowFixture at;
    reachList(at);
    auto *search = at.find<QLineEdit>(u"listSearch"_s);
    QVERIFY(at.clickOn(search));
    QTest::keyClicks(search, u"6a999a1"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(!at.find(u"acceptOwn"_s));
    const ui::Session &session = *at.window().session();
    QVERIFY(!session.answers().find({at.rules().listFinding, session.answers().items.front().id}));
}

void WindowTest::aDraftCanBeDeleted()
{
    WindowFixture at;
    QVERIFY(start(at, u"publish"_s, {u"know_how"_s}));
    QVERIFY(at.click(u"placeCases"_s));
    QVERIFY(at.click(u"removeDraft"_s));
    QVERIFY(at.click(u"removeNo"_s));
    QCOMPARE(at.cases().count().value_or(-1), 1);
    QVERIFY(at.click(u"removeDraft"_s));
    QVERIFY(at.click(u"removeYes"_s));
    QCOMPARE(at.cases().count().value_or(-1), 0);
    QVERIFY(!at.window().session()->isOpen());
}

void WindowTest::aFinishedRevisionCannotBeChanged()
{
    WindowFixture at;
    QVERIFY(start(at, u"send_draft"_s, {u"know_how"_s}));
    QVERIFY(walk(at, draftToJapan) > 0);
    QTRY_VERIFY_WITH_TIMEOUT(at.find<QLabel>(u"outcome"_s), 60000);
    QVERIFY(at.click(u"finish"_s));
    QTRY_VERIFY_WITH_TIMEOUT(at.window().session()->isFinished()
                                 || at.find<QLabel>(u"resultMessage"_s)->text().startsWith(u"Not done"_s),
                             60000);
    QVERIFY2(at.window().session()->isFinished(), qPrintable(at.find<QLabel>(u"resultMessage"_s)->text()));
    QVERIFY(!at.find<QWidget>(u"changeAnswer"_s));
    const auto before = at.window().session()->answers();
    at.window().session()->answer({u"item.public"_s, u"i1"_s}, {language::Picked{{u"all"_s}}, {}, {}, {}, false});
    QVERIFY(at.window().session()->answers() == before);
    const auto verified = at.cases().verify();
    QVERIFY(verified);
    // The button makes a new revision, which can be answered again.
    QVERIFY(at.click(u"finish"_s));
    QVERIFY(!at.window().session()->isFinished());
    QCOMPARE(at.window().session()->revision(), 2);
    QCOMPARE(at.currentPage(), u"interviewPage"_s);
}

void WindowTest::anAnswerThatCannotBeSavedIsSaid()
{
    WindowFixture at;
    QVERIFY(start(at, u"send_draft"_s, {u"know_how"_s}));
    // Another window removes the case: the register refuses, the window says so and keeps the answer.
    QVERIFY(at.cases().removeDraft(at.window().session()->id()));
    for (auto *card : at.window().findChildren<ui::QuestionCard *>())
        if (card->isVisible())
            QVERIFY(answerByMouse(at, card, draftToJapan));
    QVERIFY(at.find<QWidget>(u"windowNotice"_s));
    QVERIFY(at.find<QLabel>(u"windowNoticeText"_s)->text().startsWith(u"Not saved"_s));
    QVERIFY(at.window().session()->hasUnsaved());
    QVERIFY(at.window().session()->answers().find({u"item.public"_s, u"i1"_s}));
}

void WindowTest::messagePageSaysWhatToDo()
{
    ui::MainWindow window(u"The catalogue is missing"_s, u"No such file: /x/catalogue.sqlite"_s,
                          {u"Install it again."_s});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(window.findChild<QLabel *>(u"messageText"_s)->text().contains(u"/x/catalogue.sqlite"_s));
    QCOMPARE(nameless(window).join(u", "_s), QString());
    QTest::mouseClick(window.findChild<QPushButton *>(u"closeWindow"_s), Qt::LeftButton);
    QTRY_VERIFY(!window.isVisible());
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
