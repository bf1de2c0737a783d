// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startpage.h"

#include "model/reasoning/starting.h"
#include "ui/answereditor.h"
#include "ui/look.h"
#include "ui/optionrow.h"
#include "ui/startingpoints.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::ui {

StartPage::StartPage(const language::RuleBook &rules, QWidget *parent)
    : QWidget(parent)
    , m_rules(rules)
    , m_facts(StartFacts::of(rules))
    , m_today(QDate::currentDate())
    , m_scroll(new QScrollArea(this))
    , m_title(new Text(tr("What are you about to do?"), Text::Title, this))
    , m_drafts(new Panel(this))
    , m_draftRows(new QVBoxLayout)
    , m_points(new StartingPoints(rules.startingPoints, this))
    , m_name(new QLineEdit(this))
    , m_hint(new Text({}, Text::Strong, this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_go(new QPushButton(this))
{
    setObjectName(u"startPage"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(28, 24, 28, 24);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(new Text(tr("Tick everything that is part of it. You will be asked only what can change what "
                                  "you must do, and every answer can be \"not sure\". Nothing leaves this computer."),
                               Text::Muted, content));

    auto *drafts = new QVBoxLayout(m_drafts);
    drafts->setContentsMargins(18, 12, 14, 12);
    drafts->addWidget(new Text(tr("Continue where I was"), Text::Heading, m_drafts));
    drafts->addLayout(m_draftRows);
    column->addWidget(m_drafts);
    m_drafts->hide();

    column->addWidget(m_points);
    connect(m_points, &StartingPoints::chosen, this, &StartPage::startFrom);

    column->addWidget(makeActivities());
    column->addWidget(makeItems());
    column->addSpacing(8);

    auto *nameTitle = new Text(tr("In your own words (for the record's &title)"), Text::Strong, content);
    nameTitle->setBuddy(m_name);
    column->addWidget(nameTitle);
    m_name->setObjectName(u"title"_s);
    m_name->setAccessibleName(tr("Title of the record, in your own words"));
    m_name->setPlaceholderText(tr("For instance: Draft on receiver design to our co-author in Kyoto"));
    m_name->setMaxLength(200);
    column->addWidget(m_name);
    column->addSpacing(8);

    for (const language::FactDefinition *fact : std::as_const(m_facts.others)) {
        auto *prompt = new Text(fact->prompt, Text::Heading, content);
        auto *editor = AnswerEditor::make(*fact, rules, content);
        editor->setObjectName(u"start."_s + fact->id);
        prompt->setBuddy(editor->firstField());
        column->addWidget(prompt);
        if (!fact->help.isEmpty())
            column->addWidget(new Text(fact->help, Text::Muted, content));
        column->addWidget(editor);
        column->addSpacing(8);
        m_others.append({fact, editor});
    }
    column->addWidget(makeTime());
    column->addStretch(1);
    content->setMaximumWidth(readingWidth + 56);

    auto *holder = new QWidget;
    auto *side = new QHBoxLayout(holder);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(content, 1);
    side->addStretch(0);
    m_scroll->setWidget(holder);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(28, 8, 28, 14);
    m_hint->setObjectName(u"startHint"_s);
    m_cancel->setObjectName(u"cancelEdit"_s);
    m_cancel->setAccessibleName(tr("Cancel: change nothing"));
    m_cancel->setAutoDefault(true);
    m_go->setObjectName(u"start"_s);
    m_go->setAutoDefault(true);
    m_go->setDefault(true);
    m_go->setMinimumWidth(140);
    bar->addWidget(m_hint, 1);
    bar->addWidget(m_cancel);
    bar->addWidget(m_go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(bar);
    connect(m_go, &QPushButton::clicked, this, &StartPage::go);
    connect(m_cancel, &QPushButton::clicked, this, &StartPage::editCancelled);
    clear();
}

QWidget *StartPage::makeActivities()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    if (!m_facts.activity)
        return box;
    // Down the first column, then the second: the order of the catalogue, as it is read and tabbed.
    const auto &choices = m_facts.activity->choices;
    const qsizetype half = (choices.size() + 1) / 2;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        auto *row = new OptionRow(OptionRow::Check, choices[i].id, choices[i].text, choices[i].help, box);
        row->button()->setObjectName(u"activity."_s + choices[i].id);
        grid->addWidget(row, static_cast<int>(i % half), static_cast<int>(i / half), Qt::AlignTop);
        m_activities.append(row);
        connect(row, &OptionRow::clicked, this, [this] {
            m_hint->clear();
            rebuildMatrix();
        });
    }
    return box;
}

QWidget *StartPage::makeItems()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(2);
    if (!m_facts.item)
        return box;
    column->addWidget(new Text(m_facts.item->prompt, Text::Heading, box));
    QString help = tr("More than one kind? Tick each: every one is looked at by itself.");
    if (!m_facts.item->help.isEmpty())
        help = m_facts.item->help + u' ' + help;
    column->addWidget(new Text(help, Text::Muted, box));
    for (const language::Choice &choice : m_facts.item->choices) {
        auto *option = new OptionRow(OptionRow::Check, choice.id, choice.text, choice.help, box);
        option->button()->setObjectName(u"item."_s + choice.id);
        auto *name = new QLineEdit(box);
        name->setObjectName(u"itemName."_s + choice.id);
        name->setPlaceholderText(tr("What is it? A few words (you may leave this empty)"));
        name->setAccessibleName(tr("A few words for: %1").arg(choice.text));
        name->setMaxLength(120);
        name->hide();
        auto *inset = new QHBoxLayout;
        inset->setContentsMargins(36, 0, 8, 4);
        inset->addWidget(name);
        column->addWidget(option);
        column->addLayout(inset);
        m_items.append({option, name});
        connect(option, &OptionRow::clicked, this, [this, name](bool on) {
            m_hint->clear();
            name->setVisible(on);
            rebuildMatrix();
        });
        connect(name, &QLineEdit::editingFinished, this, &StartPage::rebuildMatrix);
    }
    m_matrixBox = new QWidget(box);
    auto *matrix = new QVBoxLayout(m_matrixBox);
    matrix->setContentsMargins(0, 10, 0, 0);
    matrix->addWidget(new Text(tr("Which goes with which?"), Text::Strong, m_matrixBox));
    m_matrix = new QGridLayout;
    matrix->addLayout(m_matrix);
    column->addWidget(m_matrixBox);
    m_matrixBox->hide();
    return box;
}

// A small table of ticks, only where there are several activities and several items.
void StartPage::rebuildMatrix()
{
    if (!m_matrixBox)
        return;
    while (QLayoutItem *item = m_matrix->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    QList<OptionRow *> activities;
    for (OptionRow *row : std::as_const(m_activities))
        if (row->isChecked())
            activities.append(row);
    QList<ItemRow> items;
    for (const ItemRow &row : std::as_const(m_items))
        if (row.option->isChecked())
            items.append(row);
    const bool needed = activities.size() > 1 && items.size() > 1;
    m_matrixBox->setVisible(needed);
    if (!needed)
        return;
    const auto itemName = [](const ItemRow &row) {
        return row.name->text().trimmed().isEmpty() ? row.option->button()->accessibleName()
                                                    : row.name->text().trimmed();
    };
    for (int column = 0; column < items.size(); ++column)
        m_matrix->addWidget(new Text(itemName(items[column]), Text::Muted, m_matrixBox), 0, column + 1);
    for (int line = 0; line < activities.size(); ++line) {
        const QString activity = activities[line]->id();
        m_matrix->addWidget(new Text(activities[line]->button()->accessibleName(), Text::Body, m_matrixBox), line + 1,
                            0);
        for (int column = 0; column < items.size(); ++column) {
            const QString kind = items[column].option->id();
            auto *tick = new QCheckBox(m_matrixBox);
            tick->setObjectName(u"goes."_s + activity + u'.' + kind);
            tick->setChecked(!m_without.value(activity).contains(kind));
            tick->setAccessibleName(
                tr("%1: %2").arg(activities[line]->button()->accessibleName(), itemName(items[column])));
            m_matrix->addWidget(tick, line + 1, column + 1);
            connect(tick, &QCheckBox::clicked, this, [this, activity, kind](bool on) {
                if (on)
                    m_without[activity].removeAll(kind);
                else
                    m_without[activity].append(kind);
            });
        }
    }
}

QWidget *StartPage::makeTime()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new Text(tr("When?"), Text::Heading, box));
    m_isToday = new QRadioButton(box);
    m_isToday->setObjectName(u"today"_s);
    m_isDay = new QRadioButton(tr("On another &day:"), box);
    m_isDay->setObjectName(u"otherDay"_s);
    m_isDay->setAccessibleName(tr("On another day"));
    m_day = new QDateEdit(box);
    m_day->setObjectName(u"day"_s);
    m_day->setAccessibleName(tr("The day on which you do it"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(u"d MMMM yyyy"_s);
    m_day->setDateRange(QDate(2000, 1, 1), QDate(2100, 12, 31));
    column->addWidget(m_isToday);
    auto *line = new QHBoxLayout;
    line->addWidget(m_isDay);
    line->addWidget(m_day);
    line->addStretch(1);
    column->addLayout(line);

    auto *more = new QWidget(box);
    auto *asWritten = new QVBoxLayout(more);
    asWritten->setContentsMargins(0, 0, 0, 0);
    m_isLaw = new QRadioButton(tr("Not on a day, but as the Act &stood:"), more);
    m_isLaw->setObjectName(u"asWritten"_s);
    m_isLaw->setAccessibleName(tr("Not on a day, but as the Act stood"));
    m_law = new QComboBox(more);
    m_law->setObjectName(u"law"_s);
    m_law->setAccessibleName(tr("State of the Act"));
    for (const language::LawState &state : m_rules.states)
        m_law->addItem(state.title, state.id);
    auto *lawLine = new QHBoxLayout;
    lawLine->addWidget(m_isLaw);
    lawLine->addWidget(m_law);
    lawLine->addStretch(1);
    asWritten->addLayout(lawLine);
    asWritten->addWidget(new Text(tr("This shows what the Act as it was written would have required. It is for "
                                     "comparing and for teaching, and the record says so."),
                                  Text::Muted, more));
    m_more = new Folded(tr("More"), more, box);
    column->addWidget(m_more);
    auto *group = new QButtonGroup(box);
    for (QRadioButton *button : {m_isToday, m_isDay, m_isLaw})
        group->addButton(button);
    connect(m_day, &QDateEdit::dateChanged, this, [this] { m_isDay->setChecked(true); });
    connect(m_law, &QComboBox::activated, this, [this] { m_isLaw->setChecked(true); });
    return box;
}

void StartPage::setToday(QDate today)
{
    m_today = today;
    m_isToday->setText(tr("&Today, %1").arg(QLocale().toString(today, QLocale::LongFormat)));
    m_isToday->setAccessibleName(tr("Today, %1").arg(QLocale().toString(today, QLocale::LongFormat)));
}

void StartPage::setDrafts(const QList<cases::CaseSummary> &drafts)
{
    while (QLayoutItem *item = m_draftRows->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const cases::CaseSummary &draft : drafts) {
        auto *row = new QWidget(m_drafts);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        const QString title = draft.title.isEmpty() ? tr("(no title)") : draft.title;
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new Text(title, Text::Body, row));
        words->addWidget(
            new Text(tr("%1, last change %2")
                         .arg(draft.reference, QLocale().toString(draft.changed.toLocalTime(), QLocale::ShortFormat)),
                     Text::Muted, row));
        line->addLayout(words, 1);
        auto *button = new QPushButton(tr("Continue"), row);
        button->setObjectName(u"continue."_s + draft.id.value);
        button->setAccessibleName(tr("Continue with: %1").arg(title));
        button->setAutoDefault(true);
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, id = draft.id.value] { Q_EMIT continueWith(id); });
        m_draftRows->addWidget(row);
    }
    m_drafts->setVisible(!drafts.isEmpty() && !m_editing);
}

void StartPage::clear()
{
    edit({});
    m_editing = false;
    m_points->setVisible(!m_rules.startingPoints.isEmpty());
    m_title->setText(tr("What are you about to do?"));
    m_cancel->hide();
    m_go->setText(tr("&Start"));
    m_go->setAccessibleName(tr("Start the questions"));
    m_isToday->setChecked(true);
    m_more->setOpen(false);
}

void StartPage::edit(const Beginning &beginning)
{
    m_editing = true;
    m_drafts->hide();
    m_points->clear();
    m_points->hide();
    m_hint->clear();
    m_title->setText(tr("Change what you are about to do"));
    m_cancel->show();
    m_go->setText(tr("&Apply"));
    m_go->setAccessibleName(tr("Apply the changes"));
    m_name->setText(beginning.title);
    for (OptionRow *row : std::as_const(m_activities))
        row->setChecked(beginning.activities.contains(row->id()));
    m_furtherItems.clear();
    QStringList kinds;
    for (const ItemRow &row : std::as_const(m_items)) {
        row.option->setChecked(false);
        row.name->clear();
        for (const Beginning::Item &item : beginning.items) {
            if (item.kind != row.option->id())
                continue;
            if (row.option->isChecked()) {
                m_furtherItems.append(item);
                continue;
            }
            row.option->setChecked(true);
            row.name->setText(item.title);
        }
        row.name->setVisible(row.option->isChecked());
    }
    for (const Beginning::Item &item : beginning.items)
        kinds << item.kind;
    m_without.clear();
    for (auto it = beginning.itemsOf.cbegin(); it != beginning.itemsOf.cend(); ++it)
        for (qsizetype i = 0; i < kinds.size(); ++i)
            if (!it->contains(i))
                m_without[it.key()].append(kinds[i]);
    for (const OtherFact &other : std::as_const(m_others)) {
        const auto value = beginning.facts.constFind(other.fact->id);
        other.editor->setValue(value == beginning.facts.constEnd() ? std::nullopt : std::optional(*value));
    }
    setToday(m_today);
    m_day->setDate(beginning.on.isValid() ? beginning.on : m_today);
    if (!beginning.law.isEmpty()) {
        m_law->setCurrentIndex(qMax(0, m_law->findData(beginning.law)));
        m_isLaw->setChecked(true);
        m_more->setOpen(true);
    } else if (beginning.on.isValid() && beginning.on != m_today) {
        m_isDay->setChecked(true);
    } else {
        m_isToday->setChecked(true);
    }
    rebuildMatrix();
    m_scroll->ensureVisible(0, 0);
}

Beginning StartPage::beginning() const
{
    Beginning beginning;
    beginning.title = m_name->text().trimmed();
    for (const OptionRow *row : m_activities)
        if (row->isChecked())
            beginning.activities << row->id();
    for (const ItemRow &row : m_items)
        if (row.option->isChecked()) {
            beginning.items.append({row.option->id(), row.name->text().trimmed()});
            for (const Beginning::Item &further : m_furtherItems)
                if (further.kind == row.option->id())
                    beginning.items.append(further);
        }
    for (const QString &activity : std::as_const(beginning.activities)) {
        if (m_without.value(activity).isEmpty() || beginning.activities.size() < 2)
            continue;
        QList<qsizetype> with;
        for (qsizetype i = 0; i < beginning.items.size(); ++i)
            if (!m_without.value(activity).contains(beginning.items[i].kind))
                with.append(i);
        if (with.size() < beginning.items.size() && !with.isEmpty())
            beginning.itemsOf.insert(activity, with);
    }
    if (beginning.title.isEmpty()) {
        // Without words of the person the record is named after what was ticked.
        QStringList named;
        for (const OptionRow *row : m_activities)
            if (row->isChecked())
                named << row->button()->accessibleName();
        beginning.title = named.join(u"; "_s).left(200);
    }
    for (const OtherFact &other : m_others)
        if (const auto value = other.editor->value())
            beginning.facts.insert(other.fact->id, *value);
    if (m_isLaw->isChecked() && m_law->count() > 0)
        beginning.law = m_law->currentData().toString();
    else
        beginning.on = m_isDay->isChecked() ? m_day->date() : m_today;
    return beginning;
}

// What was ticked gives way; the title, the day and whatever the starting point does not speak of stay.
void StartPage::startFrom(const language::StartingPoint &point)
{
    m_hint->clear();
    m_furtherItems.clear();
    m_without.clear();
    for (OptionRow *row : std::as_const(m_activities)) {
        row->setChecked(point.activities.contains(row->id()));
        if (!row->isChecked())
            continue;
        for (const language::StartingItem &item : point.items)
            if (!point.goesWith(item, row->id()))
                m_without[row->id()].append(item.kind);
    }
    for (const ItemRow &row : std::as_const(m_items)) {
        const auto item = std::ranges::find(point.items, row.option->id(), &language::StartingItem::kind);
        const bool ticked = item != point.items.cend();
        row.option->setChecked(ticked);
        row.name->setText(ticked ? item->title : QString());
        row.name->setVisible(ticked);
    }
    for (const OtherFact &other : std::as_const(m_others)) {
        const auto said = point.facts.constFind(other.fact->id);
        if (said != point.facts.cend())
            other.editor->setValue(reasoning::startingValue(*said, *other.fact));
    }
    rebuildMatrix();
}

void StartPage::showHint(const QString &hint, QWidget *at)
{
    m_hint->setText(u"▸ "_s + hint);
    announce(m_hint, hint);
    if (at) {
        at->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(at, 20, 60);
    }
}

void StartPage::go()
{
    const Beginning now = beginning();
    if (now.activities.isEmpty()) {
        showHint(tr("Please tick what you are about to do."),
                 m_activities.isEmpty() ? nullptr : m_activities.front()->button());
        return;
    }
    if (now.items.isEmpty() && !m_items.isEmpty()) {
        showHint(tr("Please tick what the other side will get."), m_items.front().option->button());
        return;
    }
    for (const OtherFact &other : std::as_const(m_others)) {
        if (!now.facts.contains(other.fact->id)) {
            showHint(tr("Please answer this, or choose Not sure."), other.editor->firstField());
            return;
        }
    }
    m_hint->clear();
    if (m_editing)
        Q_EMIT editDone(now);
    else
        Q_EMIT begun(now);
}

void StartPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        go();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_editing) {
        Q_EMIT editCancelled();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace clearway::ui
