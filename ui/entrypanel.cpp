// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entrypanel.h"

#include "model/classification/worksheetwords.h"
#include "model/reasoning/evaluation.h"
#include "ui/entryreference.h"
#include "ui/listwalker.h"
#include "ui/look.h"
#include "ui/models/proofmodel.h"
#include "ui/models/words.h"
#include "ui/officialside.h"
#include "ui/officialtexts.h"
#include "ui/questioncard.h"
#include "ui/termtext.h"
#include "ui/worksheetpanel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::Condition;
using language::Scope;
using reasoning::Truth;

EntryPanel::EntryPanel(Session &session, QWidget *parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_terms(session.rules())
{
    setObjectName(u"entryPanel"_s);
    setAccessibleName(tr("Position of the list"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    clear();
}

void EntryPanel::setOfficial(const OfficialTexts &texts)
{
    m_official = &texts;
    connect(&texts, &OfficialTexts::changed, this, [this] {
        if (m_code.isEmpty())
            return;
        flush();
        build();
    });
}

void EntryPanel::clear()
{
    m_code.clear();
    m_cards.clear();
    m_children.clear();
    m_worksheet = nullptr;
    m_truth = nullptr;
    m_because = nullptr;
    dropPage();
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(new Text(tr("Choose a position on the left, or type a code or a few words: what it covers, its "
                                  "criteria and its questions are shown here."),
                               Text::Muted, page));
    layout->addStretch(1);
    setWidget(page);
}

// A page can be replaced from within the click of one of its own buttons: it goes when that has ended.
void EntryPanel::dropPage()
{
    if (QWidget *old = takeWidget()) {
        old->hide();
        old->deleteLater();
    }
}

void EntryPanel::flush()
{
    const auto cards = m_cards;
    for (QuestionCard *card : cards)
        card->flush();
    if (m_worksheet)
        m_worksheet->flush();
}

namespace {

// Gathers facts in order of mention, through rules and operating points; what another entry asks is that entry's.
struct Gatherer {
    const language::RuleBook &rules;
    const language::LawState *state;
    QStringList facts;
    QStringList points;
    QStringList seenRules;

    void gather(const language::ConditionPtr &condition, bool atPoint)
    {
        if (!condition)
            return;
        std::visit([&](const auto &node) { take(node, *condition, atPoint); }, condition->node);
    }
    void add(const QString &fact, bool atPoint)
    {
        if (!facts.contains(fact))
            facts << fact;
        if (atPoint && !points.contains(fact))
            points << fact;
    }
    void take(const Condition::All &node, const Condition &, bool atPoint)
    {
        for (const auto &part : node.of)
            gather(part, atPoint);
    }
    void take(const Condition::Any &node, const Condition &, bool atPoint)
    {
        for (const auto &part : node.of)
            gather(part, atPoint);
    }
    void take(const Condition::Not &node, const Condition &, bool atPoint) { gather(node.of, atPoint); }
    void take(const Condition::AtSomePoint &node, const Condition &, bool) { gather(node.of, true); }
    void take(const Condition::RuleReference &node, const Condition &, bool atPoint)
    {
        if (seenRules.contains(node.rule))
            return;
        seenRules << node.rule;
        if (const language::Rule *rule = rules.rule(node.rule, state))
            gather(rule->when, atPoint);
    }
    void take(const auto &, const Condition &condition, bool atPoint)
    {
        const QStringList named = language::factsOf(condition);
        for (const QString &fact : named)
            add(fact, atPoint);
    }
};

} // namespace

EntryPanel::Asked EntryPanel::askedBy(const language::RuleBook &rules, const QString &code,
                                      const language::LawState *state)
{
    Gatherer criteria{rules, state, {}, {}, {}};
    Gatherer notes{rules, state, {}, {}, {}};
    for (QString at = code; !at.isEmpty();) {
        const auto entry = rules.entries.constFind(at);
        if (entry == rules.entries.constEnd())
            break;
        criteria.gather(entry->when, false);
        for (const language::Note &note : entry->notes)
            notes.gather(note.when, false);
        at = entry->parent;
    }
    const auto asked = [&](const QString &id) {
        const auto fact = rules.facts.constFind(id);
        return fact != rules.facts.constEnd() && !fact->derived && id != rules.listFinding
               && (fact->scope == Scope::Item || fact->scope == Scope::Point)
               && fact->page != QLatin1StringView(StartFacts::page);
    };
    Asked result;
    for (const QString &fact : std::as_const(criteria.facts))
        if (asked(fact))
            result.criteria << fact;
    for (const QString &fact : std::as_const(notes.facts))
        if (asked(fact) && !result.criteria.contains(fact))
            result.notes << fact;
    for (const QString &fact : std::as_const(criteria.points))
        if (asked(fact))
            result.atPoints << fact;
    return result;
}

void EntryPanel::open(const QString &code, const QString &item)
{
    if (code != m_code)
        flush();
    m_code = code;
    m_item = item;
    build();
    ensureVisible(0, 0);
}

void EntryPanel::addCard(QVBoxLayout *layout, const language::FactDefinition &fact, int point)
{
    const reasoning::FactKey key{fact.id, m_item, point};
    auto *card = new QuestionCard(fact, key, m_session.rules(), {{}, false, false}, widget());
    card->setAnswer(m_session.answers().find(key));
    layout->addWidget(card);
    m_cards.append(card);
    connect(card, &QuestionCard::answered, this, &EntryPanel::save);
}

void EntryPanel::save(const reasoning::FactKey &key, const reasoning::Answer &answer)
{
    const reasoning::ItemScope *scope = m_session.answers().item(m_item);
    if (scope && key.point >= scope->points)
        m_session.setPoints(m_item, key.point + 1);
    m_session.answer(key, answer);
    refresh();
}

/// A condition in which the numbers stand out that the official wording does not have.
static QString withFlags(const language::Condition &condition, const QList<official::NumberFlag> &flags)
{
    QString html = language::toText(condition).toHtmlEscaped();
    for (const official::NumberFlag &flag : flags)
        html.replace(flag.number.toHtmlEscaped(), u"<b>⚠ "_s + flag.number.toHtmlEscaped() + u"</b>"_s);
    return html;
}

QWidget *EntryPanel::summaryOf(const language::Entry &entry, QWidget *parent)
{
    auto *summary = new TermText(entry.summary.isEmpty() ? entry.title : entry.summary, Text::Body, entry, m_terms,
                                 m_session.rules(), parent);
    summary->setObjectName(u"entrySummary"_s);
    return summary;
}

void EntryPanel::addSideBySide(QVBoxLayout *layout, const language::Entry &entry)
{
    auto *ours = new QWidget(widget());
    ours->setObjectName(u"ourSide"_s);
    auto *lines = new QVBoxLayout(ours);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(6);
    lines->addWidget(new Text(tr("In our words"), Text::Strong, ours));
    lines->addWidget(summaryOf(entry, ours));
    if (entry.when) {
        auto *rule = new Text({}, Text::Muted, ours);
        rule->setObjectName(u"ourCondition"_s);
        rule->setTextFormat(Qt::RichText);
        rule->setText(withFlags(*entry.when, m_official->flags(entry.code)));
        rule->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(rule);
    }
    lines->addStretch(1);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(18);
    sides->addWidget(ours, 1);
    sides->addWidget(new OfficialSide(*m_official, entry.code, widget()), 1);
    layout->addLayout(sides);
}

void EntryPanel::addChildren(QVBoxLayout *layout, const language::Entry &entry)
{
    if (entry.children.isEmpty())
        return;
    const QString how = entry.combination == language::Combination::All        ? tr("All of these must be met:")
                        : entry.combination == language::Combination::Examples ? tr("Examples of it, beside others:")
                                                                               : tr("Any of these is enough:");
    layout->addWidget(new Text(how, Text::Body, widget()));
    for (const QString &child : entry.children) {
        if (m_session.rules().entries.value(child).reserved)
            continue;
        auto *button = new QPushButton(widget());
        button->setFlat(true);
        button->setAutoDefault(true);
        button->setStyleSheet((isRightToLeft() ? u"text-align: right;"_s : u"text-align: left;"_s)
                              + u" padding: 3px 6px;"_s);
        button->setObjectName(u"child."_s + child);
        layout->addWidget(button);
        m_children.append({child, button});
        connect(button, &QPushButton::clicked, this, [this, child] { Q_EMIT openOther(child); });
    }
}

void EntryPanel::addQuestions(QVBoxLayout *layout)
{
    const language::RuleBook &rules = m_session.rules();
    const Asked asked = askedBy(rules, m_code, ListWalker::stateOf(rules, m_session.answers()));
    for (const QString &fact : asked.criteria)
        if (!asked.atPoints.contains(fact))
            addCard(layout, rules.facts[fact], -1);
    if (!asked.atPoints.isEmpty()) {
        layout->addWidget(new Text(tr("At an operating point"), Text::Strong, widget()));
        layout->addWidget(new Text(tr("The list asks whether there is a way of operating the item at which all of this "
                                      "holds together. Give the figures of one such point; add more where it helps."),
                                   Text::Muted, widget()));
        const reasoning::ItemScope *scope = m_session.answers().item(m_item);
        const int points = qMax(1, scope ? scope->points : 0);
        for (int point = 0; point < points; ++point) {
            if (points > 1)
                layout->addWidget(new Text(tr("Operating point %1").arg(point + 1), Text::Strong, widget()));
            for (const QString &fact : asked.atPoints)
                addCard(layout, rules.facts[fact], point);
        }
        auto *add = new QPushButton(tr("&Add an operating point"), widget());
        add->setObjectName(u"addPoint"_s);
        add->setAccessibleName(tr("Add an operating point"));
        add->setAutoDefault(true);
        layout->addWidget(add, 0, Qt::AlignLeading | Qt::AlignLeft);
        connect(add, &QPushButton::clicked, this, [this, points] {
            flush();
            m_session.setPoints(m_item, points + 1);
            build();
        });
    }
    if (!asked.notes.isEmpty()) {
        auto *inner = new QWidget(widget());
        auto *innerLayout = new QVBoxLayout(inner);
        innerLayout->setContentsMargins(0, 0, 0, 0);
        for (const QString &fact : asked.notes)
            addCard(innerLayout, rules.facts[fact], -1);
        auto *folded = new Folded(tr("Questions of the notes that can take an item out (%1)").arg(asked.notes.size()),
                                  inner, widget());
        folded->setObjectName(u"noteQuestions"_s);
        layout->addWidget(folded);
    }
}

void EntryPanel::addWorksheet(QVBoxLayout *layout)
{
    m_worksheet = new WorksheetPanel(m_session.rules(), widget());
    layout->addWidget(m_worksheet, 1);
    connect(m_worksheet, &WorksheetPanel::answered, this, &EntryPanel::save);
    connect(m_worksheet, &WorksheetPanel::takenBack, this, [this](const reasoning::FactKey &key) {
        m_session.takeBack(key);
        refresh();
    });
    connect(m_worksheet, &WorksheetPanel::openOther, this, &EntryPanel::openOther);
    connect(m_worksheet, &WorksheetPanel::addPoint, this, [this] {
        const reasoning::ItemScope *scope = m_session.answers().item(m_item);
        m_session.setPoints(m_item, qMax(1, scope ? scope->points : 0) + 1);
        refresh();
    });
}

void EntryPanel::build()
{
    m_cards.clear();
    m_children.clear();
    m_worksheet = nullptr;
    m_truth = nullptr;
    m_because = nullptr;
    const language::RuleBook &rules = m_session.rules();
    const auto entry = rules.entries.constFind(m_code);
    dropPage();
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(14, 10, 14, 14);
    layout->setSpacing(8);
    setWidget(page);
    if (entry == rules.entries.constEnd())
        return;

    QStringList above;
    for (QString at = entry->parent; !at.isEmpty(); at = rules.entries.value(at).parent)
        above.prepend(at + u"  "_s + rules.entries.value(at).title);
    if (!above.isEmpty())
        layout->addWidget(new Text(above.join(u"  ›  "_s), Text::Muted, page));
    auto *title = new Text(entry->code + u"  "_s + entry->title, Text::Heading, page);
    title->setObjectName(u"entryTitle"_s);
    layout->addWidget(title);
    if (entry->reserved) {
        layout->addWidget(new Text(tr("This position is not used."), Text::Body, page));
        layout->addStretch(1);
        return;
    }
    if (m_official && m_official->instrument())
        addSideBySide(layout, *entry);
    else if (!entry->summary.isEmpty())
        layout->addWidget(summaryOf(*entry, page));
    if (entry->sensitive || entry->verySensitive) {
        const QString list = entry->verySensitive ? tr("On the Very Sensitive List.") : tr("On the Sensitive List.");
        layout->addWidget(new Text(entry->sensitiveNote.isEmpty() ? list : QString(list + u' ' + entry->sensitiveNote),
                                   Text::Strong, page));
    }
    m_truth = new Text({}, Text::Strong, page);
    m_truth->setObjectName(u"entryTruth"_s);
    layout->addWidget(m_truth);

    auto *views = new QTabBar(page);
    views->setObjectName(u"entryView"_s);
    views->setAccessibleName(tr("Criteria as questions or as a table"));
    views->addTab(tr("Questions"));
    views->addTab(tr("Worksheet"));
    views->setCurrentIndex(m_asWorksheet ? 1 : 0);
    views->setExpanding(false);
    views->setDrawBase(false);
    layout->addWidget(views, 0, Qt::AlignLeading | Qt::AlignLeft);
    connect(views, &QTabBar::currentChanged, this, [this](int view) {
        flush();
        m_asWorksheet = view == 1;
        build();
        if (auto *fresh = findChild<QTabBar *>(u"entryView"_s))
            fresh->setFocus(Qt::OtherFocusReason);
    });
    if (m_asWorksheet) {
        addWorksheet(layout);
    } else {
        addChildren(layout, *entry);
        addQuestions(layout);
    }

    for (const language::Note &note : entry->notes) {
        const QString kind = note.kind == language::NoteKind::DecontrolNote   ? tr("Decontrol note")
                             : note.kind == language::NoteKind::TechnicalNote ? tr("Technical note")
                             : note.kind == language::NoteKind::SeeAlso       ? tr("See also")
                                                                              : tr("Note");
        QString text = kind + u": "_s + (note.title.isEmpty() ? QString() : note.title + u". "_s) + note.text;
        if (!note.verified)
            text += u' ' + tr("(not verified)");
        layout->addWidget(new TermText(text, Text::Muted, *entry, m_terms, rules, page));
    }
    auto *reference = new EntryReference(*entry, rules, m_terms, page);
    reference->setVisible(!reference->isEmpty());
    layout->addWidget(reference);
    connect(reference, &EntryReference::openOther, this, &EntryPanel::openOther);
    if (entry->when) {
        auto *rule = new Text(language::toText(*entry->when), Text::Muted, page);
        rule->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(new Folded(tr("The criterion as a rule"), rule, page));
    }

    layout->addSpacing(6);
    m_because = new QLineEdit(page);
    m_because->setObjectName(u"because"_s);
    m_because->setPlaceholderText(tr("Which criterion fails?"));
    m_because->setAccessibleName(tr("Which criterion of %1 fails").arg(m_code));
    auto *accept = new QPushButton(tr("It &meets this"), page);
    accept->setObjectName(u"accept"_s);
    accept->setAccessibleName(tr("It meets %1").arg(m_code));
    accept->setAutoDefault(true);
    auto *refuse = new QPushButton(tr("It does no&t: reject"), page);
    refuse->setObjectName(u"reject"_s);
    refuse->setAccessibleName(tr("It does not meet %1: reject").arg(m_code));
    refuse->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(accept);
    buttons->addWidget(refuse);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addWidget(m_because);
    layout->addStretch(1);
    connect(accept, &QPushButton::clicked, this, [this] {
        flush();
        Q_EMIT accepted(m_code);
    });
    connect(refuse, &QPushButton::clicked, this, [this] {
        flush();
        QString because = m_because->text().trimmed();
        if (because.isEmpty())
            because = failing();
        if (because.isEmpty()) {
            m_because->setPlaceholderText(tr("Please say which criterion fails: a bare \"no\" is not believed later"));
            m_because->setFocus(Qt::OtherFocusReason);
            announce(m_because, m_because->placeholderText());
            return;
        }
        Q_EMIT rejected(m_code, because);
    });
    refresh();
}

// The criteria that the answers make false, in words.
QString EntryPanel::failing() const
{
    const reasoning::Answers &answers = m_session.answers();
    const reasoning::Context context{&m_session.rules(), ListWalker::stateOf(m_session.rules(), answers), &answers,
                                     ListWalker::combinationOf(answers, m_item), -1};
    return classification::reasonToReject(classification::worksheetOf(m_code, context));
}

void EntryPanel::refresh()
{
    const reasoning::Answers &answers = m_session.answers();
    const reasoning::Context context{&m_session.rules(), ListWalker::stateOf(m_session.rules(), answers), &answers,
                                     ListWalker::combinationOf(answers, m_item), -1};
    const auto symbol = [](Truth truth) {
        return truth == Truth::True ? u"✓"_s : truth == Truth::False ? u"✗"_s : u"?"_s;
    };
    if (m_truth) {
        const Truth truth = reasoning::evaluateEntry(m_code, context);
        const QString word = truth == Truth::True    ? tr("met on your answers")
                             : truth == Truth::False ? tr("not met on your answers")
                                                     : tr("open on your answers");
        const QString text = symbol(truth) + u' ' + word;
        if (m_truth->text() != text) {
            m_truth->setText(text);
            announce(m_truth, m_code + u' ' + word);
        }
        if (m_because && truth == Truth::False && m_because->text().isEmpty())
            m_because->setPlaceholderText(failing());
    }
    if (m_worksheet)
        m_worksheet->setWorksheet(classification::worksheetOf(m_code, context));
    for (const Child &child : std::as_const(m_children)) {
        const Truth truth = reasoning::evaluateEntry(child.code, context);
        const QString title = m_session.rules().entries.value(child.code).title;
        QString text = symbol(truth) + u"  "_s + child.code + u"  "_s + title;
        child.button->setAccessibleName(tr("%1 %2: %3").arg(child.code, title, ProofModel::truthWord(truth)));
        text = fontMetrics().elidedText(text, Qt::ElideRight, qMax(200, viewport()->width() - 60));
        child.button->setText(text.replace(u'&', u"&&"_s));
        child.button->setToolTip(title);
    }
}

} // namespace clearway::ui
