// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the rules: driven by mouse and keyboard, with and without the answers of a case, on paper, and seen.
#include "model/reasoning/answersjson.h"
#include "ui/look.h"
#include "ui/models/proofmodel.h"
#include "ui/models/rulelistmodel.h"
#include "ui/models/ruletreemodel.h"
#include "ui/prooftree.h"
#include "ui/rulegraphview.h"
#include "ui/rulepage.h"
#include "ui/rulesourceview.h"

#include "../catalogue/language/everyaddress.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::uitest;
using language::RuleAddress;
using reasoning::RuleNode;

static RuleAddress provision(const QString &state, const QString &id)
{
    return {RuleAddress::Kind::Provision, state, {}, id};
}

static reasoning::Answers sampleAnswers(const language::RuleBook &rules, const QString &name)
{
    QFile file(QStringLiteral(CLEARWAY_TEST_DATA "/samples/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    return reasoning::readAnswers(file.readAll(), rules).value();
}

class RulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_at.reset(); }
    void thePlaceOpensThePage();
    void everyStatementIsShownWithItsSource();
    void everyGraphIsLaidOutWithoutOverlap();
    void theListIsChosenFromByMouseAndKeyboard();
    void theListIsSearched();
    void onlyTheUnverifiedAreListed();
    void statesAreChanged();
    void theTreeFoldsAndFollows();
    void theGraphIsWalkedByKeyboard();
    void theGraphIsZoomed();
    void namesInTheSourceAreFollowed();
    void backAndForward();
    void theAnswersOfACaseAreShown();
    void openedFromTheReasoning();
    void openedFromTheResult();
    void unverifiedIsSaid();
    void printedAsPdf();
    void unwritablePdf();
    void printingIsAsked();
    void theSideIsTheCallers();
    void unknownRulesAreSaid();
    void everyControlHasAName();
    void pictures_data();
    void pictures();

private:
    ui::RulePage &page() { return m_at->window().rulePage(); }
    ui::ProofTree *tree() { return page().findChild<ui::ProofTree *>(u"ruleTree"_s); }
    ui::ProofTree *list() { return page().findChild<ui::ProofTree *>(u"ruleList"_s); }
    ui::RuleGraphView *graph() { return page().findChild<ui::RuleGraphView *>(u"ruleGraph"_s); }
    ui::RuleSourceView *source() { return page().findChild<ui::RuleSourceView *>(u"ruleSource"_s); }
    QString textOf(const QString &name) { return page().findChild<QLabel *>(name)->text(); }
    void showTab(int index)
    {
        page().findChild<QTabWidget *>(u"ruleTabs"_s)->setCurrentIndex(index);
        QCoreApplication::processEvents();
    }
    const reasoning::RuleGraph &shownGraph() { return static_cast<ui::RuleTreeModel *>(tree()->model())->graph(); }
    int nodeWith(const QString &id)
    {
        for (int node = 0; node < shownGraph().nodes.size(); ++node)
            if (shownGraph().nodes[node].address.id == id)
                return node;
        return -1;
    }
    QModelIndex listRow(const RuleAddress &address, const QModelIndex &parent = {})
    {
        for (int row = 0; row < list()->model()->rowCount(parent); ++row) {
            const QModelIndex index = list()->model()->index(row, 0, parent);
            if (index.data(ui::RuleListModel::AddressRole).value<RuleAddress>() == address)
                return index;
            if (const QModelIndex below = listRow(address, index); below.isValid())
                return below;
        }
        return {};
    }
    std::unique_ptr<WindowFixture> m_at;
};

void RulesTest::init()
{
    m_at = std::make_unique<WindowFixture>();
    QVERIFY2(m_at->ready(), qPrintable(m_at->problem()));
}

void RulesTest::thePlaceOpensThePage()
{
    QVERIFY(m_at->click(u"placeRules"_s));
    QCOMPARE(m_at->currentPage(), u"rulePage"_s);
    QCOMPARE(page().address(), provision(u"2024"_s, m_at->rules().state(u"2024"_s)->provisions.first().id));
    QVERIFY(m_at->find<QToolButton>(u"placeRules"_s)->isChecked());
    QVERIFY(!m_at->find<QCheckBox>(u"ruleShowPath"_s));
    QVERIFY(!m_at->find<QToolButton>(u"ruleBack"_s)->isEnabled());
    // The open assessment is where it was.
    QVERIFY(m_at->click(u"placeAssess"_s));
    QCOMPARE(m_at->currentPage(), u"startPage"_s);
    QTest::keyClick(&m_at->window(), Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(m_at->currentPage(), u"rulePage"_s); // a button pressed by its shortcut is seen to go down first
}

void RulesTest::everyStatementIsShownWithItsSource()
{
    m_at->window().showRules();
    QSignalSpy shown(&page(), &ui::RulePage::ruleShown);
    int count = 0;
    for (RuleAddress address : testing::everyStatement(m_at->rules())) {
        if (address.state.isEmpty())
            continue;
        const RuleAddress before = page().address();
        page().showRule(address);
        QCOMPARE(page().address(), address);
        count += address == before ? 0 : 1;
        const auto statement = language::statementAt(m_at->rules(), address);
        QCOMPARE(textOf(u"ruleTitle"_s), statement->title);
        QVERIFY2(textOf(u"ruleAbout"_s).contains(statement->cite), testing::nameOf(address).constData());
        QVERIFY2(source()->markedText().contains(u"- id: "_s + address.id), testing::nameOf(address).constData());
        QVERIFY2(!shownGraph().nodes.isEmpty(), testing::nameOf(address).constData());
        QCOMPARE(list()->currentIndex().data(ui::RuleListModel::AddressRole).value<RuleAddress>(), address);
    }
    QVERIFY(count > 80);
    QVERIFY(shown.size() >= count);
    // The first marked line can be seen.
    const QTextBlock first = source()->document()->findBlockByNumber(source()->place().firstLine - 1);
    const QRect line = source()->cursorRect(QTextCursor(first));
    QVERIFY(source()->viewport()->rect().intersects(line));
}

void RulesTest::everyGraphIsLaidOutWithoutOverlap()
{
    m_at->window().showRules();
    showTab(1);
    for (const language::LawState &state : m_at->rules().states) {
        for (const language::Provision &one : state.provisions) {
            page().showRule(provision(state.id, one.id));
            const qsizetype count = shownGraph().nodes.size();
            for (int a = 0; a < count; ++a) {
                QVERIFY(graph()->nodeControl(a));
                QVERIFY(graph()->widget()->rect().contains(graph()->nodeControl(a)->geometry()));
                for (int b = 0; b < a; ++b)
                    QVERIFY2(!graph()->nodeControl(a)->geometry().intersects(graph()->nodeControl(b)->geometry()),
                             qPrintable(state.id + u' ' + one.id));
            }
            QVERIFY(!graph()->nodeControl(static_cast<int>(count)));
        }
    }
}

void RulesTest::theListIsChosenFromByMouseAndKeyboard()
{
    m_at->window().showRules();
    const RuleAddress wanted{RuleAddress::Kind::Exception, u"2024"_s, page().address().id, u"spoken"_s};
    const QModelIndex row = listRow(wanted);
    QVERIFY(row.isValid());
    list()->scrollTo(row);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(row).center());
    QCOMPARE(page().address(), wanted);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Up);
    QCOMPARE(page().address(), wanted); // going through the list opens nothing by itself
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(page().address().kind, RuleAddress::Kind::Element);
    // A heading folds.
    const QModelIndex heading = list()->model()->index(0, 0);
    QVERIFY(list()->isExpanded(heading));
    list()->setCurrentIndex(heading);
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(!list()->isExpanded(heading));
}

void RulesTest::theListIsSearched()
{
    m_at->window().showRules();
    auto *search = m_at->find<QLineEdit>(u"ruleSearch"_s);
    QTest::keyClick(&page(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"fundamental_research"_s);
    const RuleAddress wanted{RuleAddress::Kind::Rule, u"2024"_s, {}, u"fundamental_research"_s};
    const QModelIndex row = listRow(wanted);
    QVERIFY(row.isValid());
    QVERIFY(!listRow(page().address()).isValid());
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(row).center());
    QCOMPARE(page().address(), wanted);
    search->clear();
    QVERIFY(listRow(provision(u"2024"_s, m_at->rules().state(u"2024"_s)->provisions.first().id)).isValid());
    QCOMPARE(list()->currentIndex().data(ui::RuleListModel::AddressRole).value<RuleAddress>(), wanted);
}

void RulesTest::onlyTheUnverifiedAreListed()
{
    m_at->window().showRules();
    const auto rows = [this] {
        int found = 0;
        int verified = 0;
        const auto count = [&](const auto &self, const QModelIndex &parent) -> void {
            for (int row = 0; row < list()->model()->rowCount(parent); ++row) {
                const QModelIndex index = list()->model()->index(row, 0, parent);
                const bool holds = !list()->model()->hasChildren(index);
                found += holds ? 1 : 0;
                verified += holds && index.data(ui::ProofModel::VerifiedRole).toBool() ? 1 : 0;
                self(self, index);
            }
        };
        count(count, {});
        return std::pair(found, verified);
    };
    const auto [all, verified] = rows();
    QVERIFY(verified > 0 && verified < all);
    QVERIFY(m_at->click(u"ruleOnlyUnverified"_s));
    QCOMPARE(rows(), std::pair(all - verified, 0));
    // Words narrow them further.
    const QModelIndex first = listRow({RuleAddress::Kind::Countries, u"2024"_s, {}, u"foreign_country_list"_s});
    QVERIFY(first.isValid());
    QTest::keyClicks(m_at->find<QLineEdit>(u"ruleSearch"_s), u"foreign country list"_s);
    QVERIFY(rows().first > 0 && rows().first < all - verified);
    QCOMPARE(rows().second, 0);
    QVERIFY(m_at->click(u"ruleOnlyUnverified"_s));
    m_at->find<QLineEdit>(u"ruleSearch"_s)->clear();
    QCOMPARE(rows(), std::pair(all, verified));
}

void RulesTest::statesAreChanged()
{
    m_at->window().showRules();
    const QString first = page().address().id;
    auto *state = m_at->find<QComboBox>(u"ruleState"_s);
    state->setFocus();
    QTest::keyClick(state, Qt::Key_Home);
    QCOMPARE(page().address(), provision(m_at->rules().states.first().id, first));
    QVERIFY(source()->place().file.contains(m_at->rules().states.first().id));
    // What the other state does not have gives way to what it was a part of.
    for (const language::LawState &one : m_at->rules().states)
        for (const language::Provision &part : one.provisions)
            for (const language::Exception &exception : part.exceptions) {
                page().showRule({RuleAddress::Kind::Exception, one.id, part.id, exception.condition.id});
                state->setFocus();
                QTest::keyClick(state, one.id == m_at->rules().states.last().id ? Qt::Key_Home : Qt::Key_End);
                QVERIFY(page().address().state != one.id);
                QVERIFY(language::statementAt(m_at->rules(), page().address()));
            }
}

void RulesTest::theTreeFoldsAndFollows()
{
    m_at->window().showRules();
    const QModelIndex root = tree()->model()->index(0, 0);
    QVERIFY(tree()->isExpanded(root));
    const QModelIndex element = tree()->model()->index(0, 0, root);
    QVERIFY(!tree()->isExpanded(element));
    QVERIFY(m_at->click(u"ruleUnfold"_s));
    QVERIFY(tree()->isExpanded(element));
    QVERIFY(m_at->click(u"ruleFold"_s));
    QVERIFY(!tree()->isExpanded(element));
    // Choosing a line shows its part of the source, and tells about it.
    const int node = nodeWith(u"constitutional"_s);
    QVERIFY(node > 0);
    tree()->setFocus();
    tree()->setCurrentIndex(static_cast<ui::RuleTreeModel *>(tree()->model())->indexOf(node));
    QVERIFY(source()->markedText().contains(u"constitutional"_s));
    QVERIFY(page().findChild<QPlainTextEdit *>(u"ruleDetail"_s)->toPlainText().contains(u"It leans on"_s));
    QCOMPARE(graph()->current(), node);
    // Return follows: an element that is nothing but a rule leads to the rule.
    tree()->setCurrentIndex(static_cast<ui::RuleTreeModel *>(tree()->model())->indexOf(nodeWith(u"dsgl_technology"_s)));
    QTest::keyClick(tree(), Qt::Key_Return);
    QCOMPARE(page().address(), (RuleAddress{RuleAddress::Kind::Rule, u"2024"_s, {}, u"dsgl_technology"_s}));
    QVERIFY(source()->markedText().contains(u"dsgl_technology"_s));
    // So does a double click, into a file of all states.
    const int listed = nodeWith(u"listed"_s);
    QVERIFY(listed > 0);
    m_at->click(u"ruleUnfold"_s);
    const QModelIndex row = static_cast<ui::RuleTreeModel *>(tree()->model())->indexOf(listed);
    tree()->scrollTo(row);
    const QPoint where = tree()->visualRect(row).center();
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, where);
    QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, where);
    QCOMPARE(page().address().id, u"listed"_s);
    QVERIFY(source()->markedText().contains(u"listed"_s));
    QVERIFY(!source()->place().file.contains(u"2024"_s));
    // From a condition to the question behind it.
    QTest::keyClick(&page(), Qt::Key_Left, Qt::AltModifier);
    for (int at = 0; at < shownGraph().nodes.size(); ++at) {
        if (shownGraph().nodes[at].kind != RuleNode::Kind::Fact)
            continue;
        const RuleAddress question = shownGraph().nodes[at].address;
        tree()->setFocus();
        tree()->setCurrentIndex(static_cast<ui::RuleTreeModel *>(tree()->model())->indexOf(at));
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(page().address().id, question.id);
        QVERIFY(source()->markedText().contains(question.id));
        QVERIFY(!tree()->isVisible()); // a question has no conditions
        return;
    }
    QFAIL("no question was found");
}

void RulesTest::theGraphIsWalkedByKeyboard()
{
    m_at->window().showRules();
    showTab(1);
    QSignalSpy gone(graph(), &ui::RuleGraphView::currentChanged);
    // Tab reaches the graph once, at its current node.
    page().findChild<QTabWidget *>(u"ruleTabs"_s)->setFocus();
    QVERIFY(m_at->tabTo([](QWidget *widget) { return widget->objectName() == u"ruleNode"_s; }));
    QVERIFY(graph()->nodeControl(0)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget()->objectName() != u"ruleNode"_s);
    graph()->nodeControl(0)->setFocus();
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key);
        QVERIFY(graph()->nodeControl(graph()->current())->hasFocus());
    };
    press(Qt::Key_Right);
    const int child = graph()->current();
    QCOMPARE(shownGraph().nodes[child].parent, 0);
    press(Qt::Key_Down);
    const int below = graph()->current();
    QVERIFY(graph()->nodeControl(below)->y() > graph()->nodeControl(child)->y());
    QCOMPARE(shownGraph().nodes[below].parent, 0);
    press(Qt::Key_Up);
    QCOMPARE(graph()->current(), child);
    press(Qt::Key_Left);
    QCOMPARE(graph()->current(), 0);
    press(Qt::Key_Left); // there is nothing further
    QCOMPARE(graph()->current(), 0);
    QCOMPARE(gone.size(), 4);
    // Every node is reached, and can then be seen.
    QSet<int> reached;
    QList<int> open{0};
    while (!open.isEmpty()) {
        const int node = open.takeLast();
        graph()->nodeControl(node)->setFocus();
        reached.insert(node);
        const QRect visible(graph()->widget()->mapFrom(graph()->viewport(), QPoint(0, 0)), graph()->viewport()->size());
        QVERIFY(visible.intersects(graph()->nodeControl(node)->geometry()));
        if (shownGraph().nodes[node].children.isEmpty())
            continue;
        press(Qt::Key_Right);
        open << shownGraph().nodes[node].children;
        reached.insert(graph()->current());
    }
    QCOMPARE(reached.size(), shownGraph().nodes.size());
    // Return follows a rule.
    const int rule = nodeWith(u"dsgl_technology"_s);
    graph()->nodeControl(rule)->setFocus();
    QTest::keyClick(graph()->nodeControl(rule), Qt::Key_Return);
    QCOMPARE(page().address().kind, RuleAddress::Kind::Rule);
    // And so does a double click on a node.
    const int named = nodeWith(u"public_domain"_s);
    QVERIFY(named > 0);
    graph()->ensureWidgetVisible(graph()->nodeControl(named));
    QTest::mouseDClick(graph()->nodeControl(named), Qt::LeftButton);
    QCOMPARE(page().address().id, u"public_domain"_s);
}

void RulesTest::theGraphIsZoomed()
{
    m_at->window().showRules();
    showTab(1);
    const QSize before = graph()->widget()->size();
    QVERIFY(m_at->click(u"ruleLarger"_s));
    QVERIFY(graph()->widget()->width() > before.width());
    graph()->nodeControl(0)->setFocus();
    QTest::keyClick(graph()->nodeControl(0), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(graph()->widget()->size(), before);
    QTest::keyClick(graph()->nodeControl(0), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(graph()->widget()->width() < before.width());
    for (int i = 0; i < 30; ++i)
        m_at->click(u"ruleLarger"_s);
    QVERIFY(graph()->zoom() <= 3);
    for (int i = 0; i < 60; ++i)
        m_at->click(u"ruleSmaller"_s);
    QVERIFY(graph()->zoom() >= 0.5);
}

/// A place in the source where the name stands in the condition of what is marked.
static QTextCursor placeOf(ui::RuleSourceView *source, const QString &name)
{
    QTextCursor cursor(source->document()->findBlockByNumber(source->place().firstLine - 1));
    while (!(cursor = source->document()->find(name, cursor)).isNull()) {
        const QTextBlock block = cursor.block();
        if (ui::RuleHighlighter::nameAt(block, cursor.selectionStart() - block.position()) == name) {
            cursor.setPosition(cursor.selectionStart() + 2);
            return cursor;
        }
    }
    return {};
}

void RulesTest::namesInTheSourceAreFollowed()
{
    m_at->window().showRules();
    page().showRule({RuleAddress::Kind::Rule, u"2024"_s, {}, u"dsgl_technology"_s});
    QTextCursor cursor = placeOf(source(), u"public_domain"_s);
    QVERIFY(!cursor.isNull());
    source()->setTextCursor(cursor);
    source()->ensureCursorVisible();
    const QPoint where = source()->cursorRect().center() + QPoint(1, 0);
    QTest::mouseClick(source()->viewport(), Qt::LeftButton, {}, where);
    QCOMPARE(page().address().id, u"public_domain"_s);
    // Words of a text are no names, though a rule is called so: "listed", say.
    int inTexts = 0;
    for (QTextBlock block = source()->document()->begin(); block.isValid(); block = block.next())
        if (block.text().contains(u"summary: "_s)) {
            ++inTexts;
            for (int column = 0; column < block.length(); ++column)
                QVERIFY(ui::RuleHighlighter::nameAt(block, column).isEmpty());
        }
    QVERIFY(inTexts > 0);
    // By keyboard; to a question.
    cursor = placeOf(source(), u"item.public"_s);
    QVERIFY(!cursor.isNull());
    source()->setFocus();
    source()->setTextCursor(cursor);
    QTest::keyClick(source(), Qt::Key_Return);
    QCOMPARE(page().address(), (RuleAddress{RuleAddress::Kind::Fact, u"2024"_s, {}, u"item.public"_s}));
    QVERIFY(source()->markedText().contains(u"item.public"_s));
    // To the countries of a list, which have no conditions either.
    page().showRule({RuleAddress::Kind::Exception, u"2024"_s, u"s10B"_s, u"foreign_country_list"_s});
    cursor = placeOf(source(), u"foreign_country_list"_s);
    QVERIFY(!cursor.isNull());
    source()->setTextCursor(cursor);
    QTest::keyClick(source(), Qt::Key_Return);
    QCOMPARE(page().address(), (RuleAddress{RuleAddress::Kind::Countries, u"2024"_s, {}, u"foreign_country_list"_s}));
    QVERIFY(textOf(u"ruleSummary"_s).contains(u"Germany"_s));
    QVERIFY(!tree()->isVisible());
    // Where no name stands, nothing happens.
    page().showRule({RuleAddress::Kind::Fact, u"2024"_s, {}, u"item.public"_s});
    source()->moveCursor(QTextCursor::StartOfBlock);
    QTest::keyClick(source(), Qt::Key_Return);
    QCOMPARE(page().address().id, u"item.public"_s);
}

void RulesTest::backAndForward()
{
    m_at->window().showRules();
    const RuleAddress first = page().address();
    const RuleAddress second{RuleAddress::Kind::Rule, u"2024"_s, {}, u"dsgl_technology"_s};
    const RuleAddress third{RuleAddress::Kind::Rule, u"2012"_s, {}, u"listed"_s};
    page().showRule(second);
    page().showRule(third);
    QCOMPARE(m_at->find<QComboBox>(u"ruleState"_s)->currentData().toString(), u"2012"_s);
    QVERIFY(m_at->click(u"ruleBack"_s));
    QCOMPARE(page().address(), second);
    QCOMPARE(m_at->find<QComboBox>(u"ruleState"_s)->currentData().toString(), u"2024"_s);
    QTest::keyClick(tree(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(page().address(), first);
    QVERIFY(!m_at->find<QToolButton>(u"ruleBack"_s)->isEnabled());
    QTest::keyClick(tree(), Qt::Key_Left, Qt::AltModifier); // without a case there is nowhere else
    QCOMPARE(m_at->currentPage(), u"rulePage"_s);
    QTest::keyClick(tree(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(m_at->click(u"ruleForward"_s));
    QCOMPARE(page().address(), third);
    QVERIFY(!m_at->find<QToolButton>(u"ruleForward"_s)->isEnabled());
    m_at->click(u"ruleBack"_s);
    page().showRule(first);
    QVERIFY(!m_at->find<QToolButton>(u"ruleForward"_s)->isEnabled()); // another way was taken
}

void RulesTest::theAnswersOfACaseAreShown()
{
    const reasoning::Answers answers = sampleAnswers(m_at->rules(), u"draft-to-japan.json"_s);
    const QString id = m_at->rules().state(u"2024"_s)->provisions.first().id;
    m_at->window().showRules();
    page().openFor({answers, u"My draft"_s, answers.combinations().first()}, provision(u"2024"_s, id));
    auto *show = m_at->find<QCheckBox>(u"ruleShowPath"_s);
    QVERIFY(show && show->isChecked());
    QVERIFY(show->text().contains(u"My draft"_s));
    const int exception = nodeWith(u"pre_publication"_s);
    QVERIFY(shownGraph().nodes[exception].onPath);
    QCOMPARE(shownGraph().nodes[exception].truth, reasoning::Truth::True);
    QVERIFY(tree()->isExpanded(static_cast<ui::RuleTreeModel *>(tree()->model())->indexOf(exception)));
    showTab(1);
    QVERIFY(graph()->nodeControl(exception)->accessibleName().contains(u"; yes"_s));
    QVERIFY(graph()->nodeControl(exception)->accessibleName().contains(u"on the path"_s));
    QVERIFY(textOf(u"ruleLegend"_s).contains(u"path"_s));
    QTest::mouseClick(show, Qt::LeftButton, {}, QPoint(8, show->height() / 2));
    QVERIFY(!show->isChecked());
    QVERIFY(!shownGraph().nodes[exception].truth);
    QVERIFY(!textOf(u"ruleLegend"_s).contains(u"path"_s));
    // The same answers under another state.
    show->click();
    page().showRule(provision(u"2012"_s, id));
    QCOMPARE(shownGraph().nodes[0].truth, reasoning::Truth::True);
    // Opened by itself, the page is without them.
    m_at->window().showRules();
    QVERIFY(!m_at->find<QCheckBox>(u"ruleShowPath"_s));
    QVERIFY(!shownGraph().nodes[0].truth);
}

void RulesTest::openedFromTheReasoning()
{
    ui::Beginning beginning;
    beginning.title = u"Paper"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"send_draft"_s};
    beginning.items = {{u"know_how"_s, u"Draft"_s}};
    beginning.facts.insert(u"activity.place"_s, language::Picked{{u"australia"_s}});
    QVERIFY(m_at->window().session()->begin(beginning));
    m_at->window().showInterview();
    auto *reasoning = m_at->find<ui::ProofTree>(u"reasoning"_s);
    QVERIFY(reasoning);
    QTRY_VERIFY(reasoning->model()->rowCount() > 0);
    QVERIFY(!m_at->find<QAbstractButton>(u"showRule"_s));
    const QModelIndex top = reasoning->model()->index(0, 0);
    reasoning->expand(top);
    const QModelIndex part = reasoning->model()->index(0, 0, top);
    reasoning->setFocus();
    reasoning->setCurrentIndex(part);
    QVERIFY(m_at->find<QAbstractButton>(u"showRule"_s));
    QTest::keyClick(reasoning, Qt::Key_Return);
    QCOMPARE(m_at->currentPage(), u"rulePage"_s);
    QCOMPARE(page().address().kind, RuleAddress::Kind::Element);
    QCOMPARE(page().address().state, u"2024"_s);
    QVERIFY(shownGraph().nodes[0].truth);
    // Back leads to the questions.
    QTest::keyClick(tree(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_at->currentPage(), u"interviewPage"_s);
    QVERIFY(m_at->click(u"showRule"_s));
    QCOMPARE(m_at->currentPage(), u"rulePage"_s);
    QVERIFY(m_at->click(u"placeAssess"_s));
    QCOMPARE(m_at->currentPage(), u"interviewPage"_s);
    // A double click, and the menu of a line.
    reasoning->scrollTo(top);
    const QPoint where = reasoning->visualRect(top).center();
    QTest::mouseClick(reasoning->viewport(), Qt::LeftButton, {}, where);
    QTest::mouseDClick(reasoning->viewport(), Qt::LeftButton, {}, where);
    QCOMPARE(m_at->currentPage(), u"rulePage"_s);
    QCOMPARE(page().address().kind, RuleAddress::Kind::Provision);
    m_at->click(u"placeAssess"_s);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, where, reasoning->viewport()->mapToGlobal(where));
    QCoreApplication::sendEvent(reasoning->viewport(), &asked);
    auto *menu = reasoning->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().first()->trigger();
    menu->close();
    QCOMPARE(m_at->currentPage(), u"rulePage"_s);
}

void RulesTest::openedFromTheResult()
{
    ui::Beginning beginning;
    beginning.title = u"Paper"_s;
    beginning.on = QDate(2024, 10, 1);
    beginning.activities = {u"send_draft"_s};
    beginning.items = {{u"know_how"_s, u"Draft"_s}};
    beginning.facts.insert(u"activity.place"_s, language::Picked{{u"australia"_s}});
    QVERIFY(m_at->window().session()->begin(beginning));
    QSignalSpy ready(&m_at->window(), &ui::MainWindow::resultReady);
    m_at->window().showResult();
    QVERIFY(ready.wait(20000));
    auto *why = m_at->window().findChild<ui::ProofTree *>(u"why"_s);
    QVERIFY(why);
    const QModelIndex top = why->model()->index(0, 0);
    why->setCurrentIndex(top);
    QTest::keyClick(why, Qt::Key_Return);
    QCOMPARE(m_at->currentPage(), u"rulePage"_s);
    QCOMPARE(page().address().state, u"2024"_s);
    QVERIFY(shownGraph().nodes[0].onPath);
    QTest::keyClick(tree(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_at->currentPage(), u"resultPage"_s);
}

void RulesTest::unverifiedIsSaid()
{
    m_at->window().showRules();
    const language::LawState &state = *m_at->rules().state(u"2024"_s);
    for (const language::Provision &one : state.provisions) {
        for (const language::Exception &exception : one.exceptions) {
            page().showRule({RuleAddress::Kind::Exception, state.id, one.id, exception.condition.id});
            auto *panel = page().findChild<QWidget *>(u"ruleDoubt"_s);
            QCOMPARE(panel->isVisible(), !exception.condition.verified);
            if (!exception.condition.verified) {
                const QString said = panel->findChild<QLabel *>()->text();
                QVERIFY2(said.startsWith(u"Unverified"_s) && said.contains(exception.condition.cite), qPrintable(said));
                QVERIFY(graph()->nodeControl(0)->accessibleName().contains(u"unverified"_s));
            }
        }
    }
}

void RulesTest::printedAsPdf()
{
    m_at->window().showRules();
    const QString provisionId = page().address().id;
    const reasoning::Answers answers = sampleAnswers(m_at->rules(), u"draft-to-japan.json"_s);
    page().openFor({answers, u"My draft"_s, answers.combinations().first()}, provision(u"2024"_s, provisionId));
    const QString keep = qEnvironmentVariable("CLEARWAY_PICTURES");
    const QString path = (keep.isEmpty() ? m_at->folder() : keep) + u"/rule.pdf"_s;
    QCOMPARE(page().writePdf(path), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.count("/Type /Page\n") >= 3 || bytes.count("/Type /Page ") >= 3 || bytes.count("/Type /Page\r") >= 3);
    // A duty, which is small, and a rule without answers.
    m_at->window().showRules();
    page().showRule({RuleAddress::Kind::Duty, u"2024"_s, {}, m_at->rules().state(u"2024"_s)->duties.first().id});
    QCOMPARE(page().writePdf(m_at->folder() + u"/duty.pdf"_s), QString());
    QVERIFY(QFileInfo(m_at->folder() + u"/duty.pdf"_s).size() > 5000);
}

void RulesTest::unwritablePdf()
{
    m_at->window().showRules();
    const QString said = page().writePdf(m_at->folder() + u"/none/rule.pdf"_s);
    QVERIFY2(said.contains(u"rule.pdf"_s), qPrintable(said));
}

void RulesTest::printingIsAsked()
{
    m_at->window().showRules();
    QVERIFY(m_at->click(u"rulePrint"_s)); // the test's own prompt says no
    QVERIFY(!m_at->find<QLabel>(u"ruleMessage"_s));
}

void RulesTest::theSideIsTheCallers()
{
    m_at->window().showRules();
    QPointer<QLabel> first = new QLabel(u"first"_s);
    page().setSide(first);
    QVERIFY(first->isVisible());
    QVERIFY(page().isAncestorOf(first));
    auto *second = new QLabel(u"second"_s);
    page().setSide(second);
    QTRY_VERIFY(!first);
    QVERIFY(second->isVisible());
    page().setSide(nullptr);
    QVERIFY(!m_at->find<QLabel>(u"second"_s));
}

void RulesTest::unknownRulesAreSaid()
{
    m_at->window().showRules();
    const RuleAddress before = page().address();
    page().showRule(provision(u"1999"_s, u"s0"_s));
    QCOMPARE(page().address(), before);
    QVERIFY(textOf(u"ruleMessage"_s).contains(u"s0"_s));
    page().showRule({RuleAddress::Kind::Rule, u"2024"_s, {}, u"listed"_s});
    QVERIFY(!m_at->find<QLabel>(u"ruleMessage"_s));
}

void RulesTest::everyControlHasAName()
{
    m_at->window().showRules();
    for (const int tab : {0, 1}) {
        showTab(tab);
        for (QWidget *widget : page().findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(),
                     qPrintable(
                         u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
        }
    }
}

void RulesTest::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// The page in both themes: kept where CLEARWAY_PICTURES names a folder, and in any case not of one colour.
void RulesTest::pictures()
{
    QFETCH(bool, dark);
    auto &application = *static_cast<QApplication *>(QCoreApplication::instance());
    const QPalette before = QApplication::palette();
    ui::applyTheme(application, dark ? ui::Theme::Dark : ui::Theme::Light);
    m_at->window().resize(1440, 900);
    const reasoning::Answers answers = sampleAnswers(m_at->rules(), u"draft-to-japan.json"_s);
    m_at->window().showRules();
    const QString folder = qEnvironmentVariable("CLEARWAY_PICTURES");
    const auto take = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QImage image = m_at->window().grab().toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 7)
            for (int x = 0; x < image.width(); x += 7)
                colours.insert(image.pixel(x, y));
        QVERIFY(colours.size() > 12);
        if (!folder.isEmpty())
            QVERIFY(image.save(folder + u'/' + name + (dark ? u"-dark.png"_s : u"-light.png"_s)));
    };
    take(u"rules"_s);
    page().openFor({answers, u"Draft on key distribution"_s, answers.combinations().first()}, page().address());
    take(u"rules-path"_s);
    showTab(1);
    take(u"rules-graph"_s);
    page().showRule({RuleAddress::Kind::Exception, u"2024"_s, page().address().id, u"licence_free_partner"_s});
    take(u"rules-exception"_s);
    page().showRule({RuleAddress::Kind::Rule, u"2024"_s, {}, u"fundamental_research"_s});
    graph()->zoomBy(1.4);
    take(u"rules-rule"_s);
    QApplication::setPalette(before);
}

QTEST_MAIN(RulesTest)
#include "rules_test.moc"
