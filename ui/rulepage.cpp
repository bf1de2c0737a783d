// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rulepage.h"

#include "model/reasoning/statediagrams.h"
#include "ui/look.h"
#include "ui/messageline.h"
#include "ui/models/proofmodel.h"
#include "ui/models/rulewords.h"
#include "ui/models/words.h"
#include "ui/prompts.h"
#include "ui/ruleconditions.h"
#include "ui/rulelist.h"
#include "ui/rulesourceview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPrinter>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::RuleAddress;
using language::Statement;
using reasoning::RuleGraph;
using reasoning::RuleNode;

RulePage::RulePage(Rules rules, ReadSources readSources, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_rules(std::move(rules))
    , m_readSources(std::move(readSources))
    , m_prompts(prompts)
    , m_list(new RuleList(*m_rules, this))
{
    setObjectName(u"rulePage"_s);
    m_columns = new QSplitter(this);
    m_columns->setObjectName(u"ruleColumns"_s);
    m_columns->addWidget(m_list);
    m_columns->addWidget(makeMiddle());
    m_columns->addWidget(makeRight());
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 4);
    m_columns->setStretchFactor(2, 4);
    m_columns->setSizes({240, 460, 420});
    m_columns->setCollapsible(1, false); // list and source can be pushed out of the way in a narrow window
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    const auto shortcut = [this](const QKeySequence &keys, auto &&then) {
        auto *made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, then);
    };
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { back(); });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { forward(); });
    shortcut(QKeySequence::Print, [this] { print(); });
    shortcut(QKeySequence::Find, [this] { m_list->focusSearch(); });
    connect(m_list, &RuleList::chosen, this, &RulePage::showRule);
    connect(m_list, &RuleList::stateChosen, this, &RulePage::chooseState);
    setPath(std::nullopt);
}

RulePage::~RulePage()
{
    // What is shown uses the colours and the rules, which go before the children would.
    delete m_columns;
}

QWidget *RulePage::makeMiddle()
{
    auto *middle = new QWidget(this);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(10, 14, 6, 14);
    column->setSpacing(6);
    const auto button = [middle](const QString &text, const QString &name, const QString &tip) {
        auto *made = new QToolButton(middle);
        made->setText(text);
        made->setObjectName(name);
        made->setAccessibleName(tip);
        made->setToolTip(tip);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        return made;
    };
    m_back = button(tr("Back"), u"ruleBack"_s, tr("Back to the rule before (Alt+Left)"));
    m_forward = button(tr("Forward"), u"ruleForward"_s, tr("Forward again (Alt+Right)"));
    m_fold = button(tr("Fold"), u"ruleFold"_s, tr("Fold the tree"));
    m_unfold = button(tr("Unfold"), u"ruleUnfold"_s, tr("Unfold the whole tree"));
    m_smaller = button(tr("Smaller"), u"ruleSmaller"_s, tr("Make the graph smaller (Ctrl+-)"));
    m_larger = button(tr("Larger"), u"ruleLarger"_s, tr("Make the graph larger (Ctrl++)"));
    m_print = button(tr("Print…"), u"rulePrint"_s, tr("Print the rule: tree, graph and source (Ctrl+P)"));
    connect(m_back, &QToolButton::clicked, this, &RulePage::back);
    connect(m_forward, &QToolButton::clicked, this, &RulePage::forward);
    connect(m_fold, &QToolButton::clicked, this, [this] { m_conditions->unfold(false); });
    connect(m_unfold, &QToolButton::clicked, this, [this] { m_conditions->unfold(true); });
    connect(m_smaller, &QToolButton::clicked, this, [this] { m_conditions->zoomBy(1 / 1.2); });
    connect(m_larger, &QToolButton::clicked, this, [this] { m_conditions->zoomBy(1.2); });
    connect(m_print, &QToolButton::clicked, this, &RulePage::print);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2);
    for (QToolButton *made : {m_back, m_forward})
        bar->addWidget(made);
    bar->addStretch(1);
    for (QToolButton *made : {m_fold, m_unfold, m_smaller, m_larger, m_print})
        bar->addWidget(made);
    column->addLayout(bar);

    m_title = new Text({}, Text::Heading, middle);
    m_title->setObjectName(u"ruleTitle"_s);
    m_about = new Text({}, Text::Muted, middle);
    m_about->setObjectName(u"ruleAbout"_s);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_doubt = new Panel(middle);
    m_doubt->setObjectName(u"ruleDoubt"_s);
    auto *doubtLine = new QHBoxLayout(m_doubt);
    doubtLine->setContentsMargins(14, 6, 10, 6);
    m_doubtText = new Text({}, Text::Strong, m_doubt);
    doubtLine->addWidget(m_doubtText);
    m_summary = new Text({}, Text::Body, middle);
    m_summary->setObjectName(u"ruleSummary"_s);
    m_showPath = new QCheckBox(middle);
    m_showPath->setObjectName(u"ruleShowPath"_s);
    m_showPath->setChecked(true);
    connect(m_showPath, &QCheckBox::toggled, this, &RulePage::presentConditions);
    m_combination = new QComboBox(middle);
    m_combination->setObjectName(u"ruleCombination"_s);
    m_combination->setAccessibleName(tr("For which activity, item and recipient"));
    m_combination->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_combination, &QComboBox::activated, this, &RulePage::presentConditions);
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_about), static_cast<QWidget *>(m_doubt),
          static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_showPath), static_cast<QWidget *>(m_combination)})
        column->addWidget(part);

    m_conditions = new RuleConditions(middle);
    connect(m_conditions, &RuleConditions::turned, this, &RulePage::showTools);
    connect(m_conditions, &RuleConditions::nodeChosen, this, &RulePage::nodeChosen);
    connect(m_conditions, &RuleConditions::nodeActivated, this, &RulePage::nodeActivated);
    column->addWidget(m_conditions, 1);
    showTools();
    m_message = new MessageLine(u"ruleMessage"_s, middle);
    column->addWidget(m_message);
    middle->setMinimumWidth(220);
    return middle;
}

QWidget *RulePage::makeRight()
{
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(6, 14, 14, 14);
    column->setSpacing(6);
    m_right = new QSplitter(Qt::Vertical, right);
    m_right->setObjectName(u"ruleRight"_s);
    m_right->setChildrenCollapsible(false);
    auto *holder = new QWidget(m_right);
    auto *holderColumn = new QVBoxLayout(holder);
    holderColumn->setContentsMargins(0, 0, 0, 0);
    m_file = new Text({}, Text::Muted, holder);
    m_file->setObjectName(u"ruleFile"_s);
    m_source = new RuleSourceView(
        m_colours,
        [this](const QString &name) {
            return m_rules->facts.contains(name) || m_rules->countryGroups.contains(name)
                   || m_rules->rule(name, m_rules->state(m_address.state));
        },
        holder);
    connect(m_source, &RuleSourceView::follow, this, &RulePage::followName);
    holderColumn->addWidget(m_file);
    holderColumn->addWidget(m_source, 1);
    m_right->addWidget(holder);
    column->addWidget(m_right);
    right->setMinimumWidth(150);
    return right;
}

void RulePage::setSide(QWidget *side)
{
    if (m_side == side)
        return;
    if (m_side) {
        m_side->hide();
        m_side->deleteLater();
    }
    m_side = side;
    if (side) {
        m_right->addWidget(side);
        side->show();
        m_right->setSizes({500, 460});
    }
}

bool RulePage::exists(const RuleAddress &address) const
{
    return language::statementAt(*m_rules, address).has_value();
}

void RulePage::setRules(Rules rules)
{
    m_rules = std::move(rules);
    m_rulesAreNew = true;
    if (exists(m_address))
        present();
}

void RulePage::setPath(std::optional<Path> path)
{
    m_path = std::move(path);
    m_showPath->setVisible(m_path.has_value());
    if (m_path) {
        m_path->answers = reasoning::withDerivedFacts(*m_rules, m_path->answers);
        m_showPath->setText(m_path->title.isEmpty()
                                ? tr("Show what the answers make of it")
                                : tr("Show what the answers of “%1” make of it").arg(m_path->title));
        const QSignalBlocker quiet(m_showPath);
        m_showPath->setChecked(true);
    }
    m_before.clear();
    m_after.clear();
    fillCombinations();
}

void RulePage::openFor(Path path, const RuleAddress &address)
{
    setPath(std::move(path));
    if (exists(address)) {
        goTo(address, false);
        return;
    }
    showAnything();
    m_message->say(tr("The rules have no “%1”.").arg(address.id), true);
}

void RulePage::openAlone()
{
    setPath(std::nullopt);
    showAnything();
}

void RulePage::fillCombinations()
{
    m_combination->clear();
    if (m_path) {
        const QList<reasoning::Combination> combinations = m_path->answers.combinations();
        for (const reasoning::Combination &combination : combinations)
            m_combination->addItem(forWhom(m_path->answers, combination), QVariant::fromValue(combination));
        m_combination->setCurrentIndex(
            static_cast<int>(std::max<qsizetype>(0, combinations.indexOf(m_path->combination))));
    }
    m_combination->setVisible(m_combination->count() > 1);
}

void RulePage::showAnything()
{
    if (exists(m_address)) {
        present();
        return;
    }
    for (auto state = m_rules->states.crbegin(); state != m_rules->states.crend(); ++state) {
        if (!state->provisions.isEmpty()) {
            goTo({RuleAddress::Kind::Provision, state->id, {}, state->provisions.first().id}, false);
            return;
        }
    }
}

void RulePage::showRule(const RuleAddress &address)
{
    if (!exists(address)) {
        m_message->say(tr("The rules have no “%1”.").arg(address.id), true);
        return;
    }
    goTo(address, true);
}

void RulePage::goTo(const RuleAddress &address, bool remember)
{
    if (remember && exists(m_address) && address != m_address) {
        m_before.append(m_address);
        m_after.clear();
    }
    m_address = address;
    // A question has no state of its own: the one that was being looked at stays.
    if (m_address.state.isEmpty())
        m_address.state = m_list->state();
    present();
    Q_EMIT ruleShown(m_address);
}

void RulePage::back()
{
    if (!m_before.isEmpty()) {
        m_after.append(m_address);
        goTo(m_before.takeLast(), false);
    } else if (m_path) {
        Q_EMIT left();
    }
}

void RulePage::forward()
{
    if (m_after.isEmpty())
        return;
    m_before.append(m_address);
    goTo(m_after.takeLast(), false);
}

void RulePage::chooseState(const QString &state)
{
    RuleAddress there = m_address;
    there.state = state;
    if (!exists(there) && !there.provision.isEmpty())
        there = {RuleAddress::Kind::Provision, state, {}, there.provision};
    if (!exists(there)) {
        const language::LawState *law = m_rules->state(state);
        if (!law || law->provisions.isEmpty())
            return;
        there = {RuleAddress::Kind::Provision, state, {}, law->provisions.first().id};
    }
    showRule(there);
}

void RulePage::present()
{
    m_list->show(*m_rules, m_address, m_rulesAreNew);
    m_rulesAreNew = false;
    m_message->say({});
    presentHead(language::statementAt(*m_rules, m_address));
    presentConditions();
    showPlace(m_address);
    m_back->setEnabled(!m_before.isEmpty() || m_path);
    m_forward->setEnabled(!m_after.isEmpty());
}

// The tree folds, the graph grows.
void RulePage::showTools()
{
    const bool graph = m_conditions->showsGraph();
    m_fold->setVisible(!graph);
    m_unfold->setVisible(!graph);
    m_smaller->setVisible(graph);
    m_larger->setVisible(graph);
}

QStringList RulePage::linesAbout(const Statement &statement) const
{
    QStringList parts{kindText(m_address.kind)};
    const bool ofEveryState =
        m_address.kind == RuleAddress::Kind::Fact || m_address.kind == RuleAddress::Kind::Countries;
    if (const language::LawState *state = m_rules->state(m_address.state); state && !ofEveryState)
        parts << state->title;
    if (!statement.cite.isEmpty())
        parts << statement.cite;
    if (statement.grade)
        parts << gradeText(*statement.grade);
    QStringList lines{parts.join(u" · "_s)};
    if (!m_address.provision.isEmpty())
        if (const language::Provision *provision = language::provisionAt(*m_rules, m_address))
            lines << (m_address.kind == RuleAddress::Kind::Element ? tr("An element of: %1")
                                                                   : tr("An exception to: %1"))
                         .arg(provision->title);
    if (!statement.leansOn.isEmpty())
        lines << tr("Leans on: %1").arg(statement.leansOn);
    return lines;
}

void RulePage::presentHead(const std::optional<Statement> &statement)
{
    if (!statement)
        return;
    m_title->setText(statement->title);
    m_about->setText(linesAbout(*statement).join(u'\n'));
    QString doubt = statement->verified ? QString() : unverifiedText(statement->cite);
    if (doubt.isEmpty() && m_address.kind == RuleAddress::Kind::Provision) {
        const int unverified = m_list->unverifiedIn(m_address);
        if (unverified > 0)
            doubt =
                tr("%n of its elements and exceptions are unverified. They are marked so, and decide nothing alone.",
                   nullptr, unverified);
    }
    m_doubt->setBar(outcomeColor(reasoning::Outcome::AdviceNeeded, palette()));
    m_doubtText->setText(doubt);
    m_doubt->setVisible(!doubt.isEmpty());
    m_summary->setText(statement->summary);
    m_summary->setVisible(!statement->summary.isEmpty());
}

void RulePage::presentConditions()
{
    RuleGraph graph;
    const bool withPath = m_path && m_showPath->isChecked();
    if (withPath) {
        reasoning::Remembered remembered;
        const reasoning::Context context{m_rules.get(),
                                         m_rules->state(m_address.state),
                                         &m_path->answers,
                                         m_combination->currentData().value<reasoning::Combination>(),
                                         -1,
                                         &remembered};
        graph = reasoning::graphOf(*m_rules, m_address, &context);
    } else {
        graph = reasoning::graphOf(*m_rules, m_address, nullptr);
    }
    m_combination->setEnabled(withPath);
    m_conditions->show(graph, withPath);
}

void RulePage::nodeChosen(int node)
{
    const RuleGraph &graph = m_conditions->graph();
    // The lines of the statement that it is, or that it belongs to.
    for (int at = node; at >= 0; at = graph.nodes[at].parent) {
        const RuleNode &shown = graph.nodes[at];
        if (!shown.address.isNull() && shown.address.kind != RuleAddress::Kind::Fact) {
            showPlace(shown.address);
            return;
        }
    }
}

void RulePage::nodeActivated(int node)
{
    const RuleNode &chosen = m_conditions->graph().nodes[node];
    const RuleAddress wanted = chosen.refersTo.isNull() ? chosen.address : chosen.refersTo;
    if (!wanted.isNull() && wanted != m_address)
        showRule(wanted);
}

void RulePage::followName(const QString &name)
{
    using enum RuleAddress::Kind;
    for (const RuleAddress::Kind kind : {Rule, Countries}) {
        const RuleAddress address{kind, m_address.state, {}, name};
        if (exists(address)) {
            showRule(address);
            return;
        }
    }
    showRule({Fact, m_address.state, {}, name});
}

bool RulePage::loadSources()
{
    if (m_places)
        return true;
    const auto sources = m_readSources();
    if (!sources) {
        m_file->setText(tr("The sources cannot be read: %1").arg(sources.error().detail));
        return false;
    }
    for (const store::SourceFile &source : *sources)
        m_sources.insert(source.path, QString::fromUtf8(source.bytes));
    m_places.emplace(*sources);
    return true;
}

void RulePage::showPlace(const RuleAddress &address)
{
    if (!loadSources())
        return;
    const auto place = m_places->find(address);
    if (!place) {
        m_file->setText(tr("An entry of the list asks this; it has no lines of its own in the sources."));
        m_source->clearPlace();
        return;
    }
    m_file->setText(
        tr("%1, lines %2 to %3").arg(place->file, QString::number(place->firstLine), QString::number(place->lastLine)));
    m_source->showLines(m_sources.value(place->file), *place);
}

RuleSheet RulePage::sheet() const
{
    RuleSheet sheet;
    const auto statement = language::statementAt(*m_rules, m_address);
    if (!statement)
        return sheet;
    sheet.title = statement->title;
    sheet.lines = linesAbout(*statement);
    if (!statement->verified)
        sheet.lines << unverifiedText(statement->cite);
    if (m_path && m_showPath->isChecked())
        sheet.lines << tr("With the answers of “%1”").arg(m_path->title);
    sheet.summary = statement->summary;
    sheet.graph = m_conditions->graph();
    if (m_places) {
        if (const auto place = m_places->find(m_address)) {
            sheet.place = *place;
            sheet.source = m_sources.value(place->file).split(u'\n');
        }
    }
    sheet.foot = tr("Clearway, catalogue %1, law checked on %2. A self-assessment tool, no legal advice.")
                     .arg(m_rules->version, m_rules->lawChecked.toString(Qt::ISODate));
    return sheet;
}

QString RulePage::writePdf(const QString &path) const
{
    return writeRulePdf(sheet(), m_colours, path);
}

void RulePage::print()
{
    if (!exists(m_address))
        return;
    QPrinter printer(QPrinter::HighResolution);
    if (!m_prompts.choosePrinter(this, printer))
        return;
    const bool printed = printRule(sheet(), m_colours, printer) && printer.printerState() != QPrinter::Error;
    m_message->say(printed ? tr("Sent to the printer.") : tr("The printer reported an error."), !printed);
}

} // namespace clearway::ui
