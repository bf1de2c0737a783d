// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listwalker.h"

#include "catalogue/store/listcode.h"
#include "model/reasoning/entrypatterns.h"
#include "model/reasoning/evaluation.h"
#include "ui/editors/entrieseditor.h"
#include "ui/entrypanel.h"
#include "ui/look.h"
#include "ui/messageline.h"
#include "ui/models/entrytreemodel.h"
#include "ui/models/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::EntryCodes;
using reasoning::Looked;

ListWalker::ListWalker(Session &session, Search search, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_search(std::move(search))
    , m_heading(new Text({}, Text::Heading, this))
    , m_items(new QComboBox(this))
    , m_ways(new QTabWidget(this))
    , m_typed(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new EntryTreeModel(session.rules(), this))
    , m_treeView(new QTreeView(this))
    , m_hits(new HitModel(this))
    , m_hitView(new QListView(this))
    , m_own(new QPushButton(this))
    , m_entry(new EntryPanel(session, this))
    , m_foundRows(new QVBoxLayout)
    , m_none(new QCheckBox(tr("&None of it applies"), this))
    , m_unsure(new QCheckBox(tr("Not s&ure"), this))
    , m_message(new MessageLine(u"listMessage"_s, this))
{
    setObjectName(u"listWalker"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    if (const auto fact = session.rules().facts.constFind(session.rules().listFinding);
        fact != session.rules().facts.constEnd()) {
        m_heading->setText(fact->prompt);
        layout->addWidget(m_heading);
        layout->addWidget(new Text(fact->help, Text::Muted, this));
    }
    m_items->setObjectName(u"walkedItem"_s);
    m_items->setAccessibleName(tr("Item to find on the list"));
    layout->addWidget(m_items);

    m_typed->setObjectName(u"listSearch"_s);
    m_typed->setPlaceholderText(tr("Type a code (5a1b3) or words (spread spectrum radio)"));
    m_typed->setAccessibleName(tr("Search the list by code or words"));
    m_typed->setClearButtonEnabled(true);
    m_treeView->setModel(m_tree);
    m_treeView->setHeaderHidden(true);
    m_treeView->setObjectName(u"listTree"_s);
    m_treeView->setAccessibleName(tr("The list: categories, groups, entries, positions"));
    m_hitView->setModel(m_hits);
    m_hitView->setObjectName(u"listHits"_s);
    m_hitView->setAccessibleName(tr("What the search found"));
    m_hitView->setUniformItemSizes(true);
    m_stack->addWidget(m_treeView);
    m_stack->addWidget(m_hitView);
    m_own->setObjectName(u"acceptOwn"_s);
    m_own->setAutoDefault(true);
    m_own->hide();

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->addWidget(m_typed);
    leftLayout->addWidget(m_own);
    leftLayout->addWidget(m_stack, 1);
    auto *splitter = new QSplitter(this);
    m_ways->setObjectName(u"waysToFind"_s);
    m_ways->setDocumentMode(true);
    m_ways->addTab(left, tr("Search and browse"));
    m_ways->setTabBarAutoHide(true);
    m_ways->tabBar()->setAccessibleName(tr("Ways to find a position"));
    splitter->addWidget(m_ways);
    splitter->addWidget(m_entry);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({300, 440});
    layout->addWidget(splitter, 1);

    auto *panel = new Panel(this);
    auto *bottom = new QVBoxLayout(panel);
    bottom->setContentsMargins(14, 8, 14, 8);
    bottom->setSpacing(4);
    bottom->addLayout(m_foundRows);
    auto *line = new QHBoxLayout;
    m_none->setObjectName(u"noneApplies"_s);
    m_none->setAccessibleName(tr("None of it applies"));
    m_unsure->setObjectName(u"listUnsure"_s);
    m_unsure->setAccessibleName(tr("Not sure"));
    line->addWidget(m_none);
    line->addWidget(m_unsure);
    line->addStretch(1);
    bottom->addLayout(line);
    bottom->addWidget(m_message);
    layout->addWidget(panel);

    connect(m_items, &QComboBox::activated, this,
            [this] { chooseItem({m_key.fact, m_items->currentData().toString(), -1}); });
    connect(m_typed, &QLineEdit::textChanged, this, &ListWalker::search);
    connect(m_typed, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_typed->text().trimmed();
        if (!text.isEmpty())
            change([&](Looked &looked) {
                if (!looked.searches.contains(text))
                    looked.searches << text;
            });
        if (m_hits->rowCount() > 0) {
            m_hitView->setCurrentIndex(m_hits->index(0));
            m_hitView->setFocus(Qt::OtherFocusReason);
        } else if (m_own->isVisible()) {
            m_own->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_treeView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &at) {
        const QString code = at.data(EntryTreeModel::CodeRole).toString();
        if (!code.isEmpty()) {
            openCode(code);
            return;
        }
        if (at.isValid() && !at.data(EntryTreeModel::HeldRole).toBool()) {
            const language::Category *category =
                m_session.rules().category(at.data(EntryTreeModel::CategoryRole).toString());
            m_message->say(tr("%1 cannot be checked here yet: this catalogue does not hold it. Ask your export "
                              "controls officer or Defence. If you know that one of its codes is met, type the code.")
                               .arg(category ? category->title : QString()));
        }
    });
    connect(m_hitView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &at) {
        if (at.isValid())
            openCode(at.data(HitModel::CodeRole).toString());
    });
    connect(m_entry, &EntryPanel::accepted, this, &ListWalker::accept);
    connect(m_entry, &EntryPanel::rejected, this, &ListWalker::reject);
    connect(m_entry, &EntryPanel::openOther, this, [this](const QString &code) {
        const QModelIndex at = m_tree->indexOf(code);
        if (m_stack->currentWidget() == m_treeView && at.isValid())
            m_treeView->setCurrentIndex(at);
        else
            openCode(code);
    });
    connect(m_own, &QPushButton::clicked, this, [this] {
        const QString code = EntriesEditor::codeFrom(m_session.rules(), m_typed->text());
        if (!code.isEmpty())
            accept(code);
    });
    connect(m_none, &QCheckBox::clicked, this, [this](bool on) {
        m_entry->flush();
        if (on)
            m_session.answer(m_key, {EntryCodes{}, {}, {}, {}, false});
        else
            takeBack();
        showFound();
        Q_EMIT answered();
    });
    connect(m_unsure, &QCheckBox::clicked, this, [this](bool on) {
        if (on)
            m_session.answer(m_key, {language::Unsure{}, {}, {}, {}, false});
        else
            takeBack();
        showFound();
        Q_EMIT answered();
    });
}

reasoning::Combination ListWalker::combinationOf(const reasoning::Answers &answers, const QString &item)
{
    const QList<reasoning::Combination> all = answers.combinations();
    for (const reasoning::Combination &combination : all)
        if (combination.item == item)
            return combination;
    return {{}, item, {}};
}

const language::LawState *ListWalker::stateOf(const language::RuleBook &rules, const reasoning::Answers &answers)
{
    if (!answers.law.isEmpty())
        return rules.state(answers.law);
    if (const language::LawState *state = rules.stateOn(answers.on))
        return state;
    return rules.states.isEmpty() ? nullptr : &rules.states.last();
}

void ListWalker::setOfficial(const OfficialTexts &texts)
{
    m_entry->setOfficial(texts);
}

void ListWalker::setSuggestions(const SuggestSource &source)
{
    m_describe = new SuggestionPanel(m_session.sharedRules(), source, this);
    m_ways->addTab(m_describe, tr("Describe it"));
    connect(m_describe, &SuggestionPanel::openEntry, this, &ListWalker::openDescribed);
}

void ListWalker::walk(const QList<reasoning::FactKey> &keys)
{
    m_items->clear();
    for (const reasoning::FactKey &key : keys)
        m_items->addItem(holderName(m_session.answers(), language::Scope::Item, key.holder), key.holder);
    m_items->setVisible(m_items->count() > 1);
    m_typed->clear();
    if (keys.isEmpty())
        return;
    for (const reasoning::FactKey &key : keys) {
        if (!m_session.answers().find(key)) {
            m_items->setCurrentIndex(m_items->findData(key.holder));
            chooseItem(key);
            return;
        }
    }
    chooseItem(keys.front());
}

void ListWalker::chooseItem(const reasoning::FactKey &key)
{
    m_entry->flush();
    m_key = key;
    m_entry->clear();
    showDraft();
    // What is held is open to browse; the rest is there to be seen as not held.
    for (int row = 0; row < m_tree->rowCount(); ++row)
        if (const QModelIndex at = m_tree->index(row, 0); at.data(EntryTreeModel::HeldRole).toBool())
            m_treeView->expand(at);
    showFound();
}

void ListWalker::flush()
{
    m_entry->flush();
    // What was typed into the search and looked at counts as a search, also without Return.
    const QString text = m_typed->text().trimmed();
    if (text.size() > 2)
        change([&](Looked &looked) {
            if (!looked.searches.contains(text))
                looked.searches << text;
        });
}

void ListWalker::focusFirst()
{
    if (m_describe && m_ways->currentWidget() == m_describe)
        m_describe->focusFirst();
    else
        m_typed->setFocus(Qt::OtherFocusReason);
}

void ListWalker::searchFor(const QString &typed)
{
    m_ways->setCurrentIndex(0);
    m_typed->setText(typed);
    if (m_hits->rowCount() > 0)
        m_hitView->setCurrentIndex(m_hits->index(0));
}

void ListWalker::change(const std::function<void(Looked &)> &how)
{
    const reasoning::ItemScope *scope = m_session.answers().item(item());
    if (!scope)
        return;
    Looked looked = scope->looked;
    how(looked);
    m_session.setLooked(item(), looked);
}

void ListWalker::search()
{
    const QString text = m_typed->text().trimmed();
    m_own->hide();
    if (text.isEmpty()) {
        m_stack->setCurrentWidget(m_treeView);
        return;
    }
    m_hits->setHits(m_search(text));
    m_stack->setCurrentWidget(m_hitView);
    const QString code = EntriesEditor::codeFrom(m_session.rules(), text);
    if (!code.isEmpty() && !m_session.rules().entries.contains(code)) {
        m_own->setText(tr("%1 is met (my own statement)").arg(code));
        m_own->setAccessibleName(tr("%1 is met: my own statement, it cannot be checked here").arg(code));
        m_own->show();
        m_message->say(tr("%1 belongs to a part of the list that this catalogue does not hold: it cannot be checked "
                          "here. You can state that it is met; the record says that it is your statement.")
                           .arg(code));
    }
}

void ListWalker::openCode(const QString &code)
{
    change([&](Looked &looked) {
        if (!looked.opened.contains(code))
            looked.opened << code;
        const QString text = m_typed->text().trimmed();
        if (text.size() > 2 && !looked.searches.contains(text))
            looked.searches << text;
    });
    m_entry->open(code, item());
}

// What was described is evidence like a search, where something was opened from what it found.
void ListWalker::openDescribed(const QString &code)
{
    constexpr qsizetype kept = 200;
    QString described = m_describe->description().simplified().left(kept);
    if (described.endsWith(u' ') || (!described.isEmpty() && described.back().isHighSurrogate()))
        described.chop(1);
    change([&](Looked &looked) {
        if (!looked.opened.contains(code))
            looked.opened << code;
        if (!described.isEmpty() && !looked.searches.contains(described))
            looked.searches << described;
    });
    m_entry->open(code, item());
}

// Each item is described by itself.
void ListWalker::showDraft()
{
    const QString whose = m_session.id().value + u'/' + item();
    if (!m_describe || whose == m_draftOf)
        return;
    if (!m_draftOf.isEmpty())
        m_drafts.insert(m_draftOf, m_describe->draft());
    m_draftOf = whose;
    m_describe->setDraft(m_drafts.value(whose));
}

QStringList ListWalker::found() const
{
    const reasoning::Answer *answer = m_session.answers().find(m_key);
    const auto *codes = answer ? std::get_if<EntryCodes>(&answer->value) : nullptr;
    return codes ? codes->codes : QStringList();
}

void ListWalker::takeBack()
{
    m_session.takeBack(m_key);
}

void ListWalker::setFound(const QStringList &codes)
{
    if (codes.isEmpty()) {
        takeBack();
    } else {
        QStringList sorted = codes;
        sorted.sort();
        m_session.answer(m_key, {EntryCodes{sorted}, {}, {}, {}, false});
    }
    showFound();
    Q_EMIT answered();
}

void ListWalker::accept(const QString &code)
{
    QStringList codes = found();
    // A deeper position says more than the one above it.
    codes.removeIf([&](const QString &known) { return language::RuleBook::within(code, known); });
    codes << code;
    change([&](Looked &looked) {
        looked.rejected.removeIf([&](const Looked::Rejection &rejection) { return rejection.code == code; });
    });
    setFound(codes);
    announce(this, tr("%1 is noted as met.").arg(code));
}

void ListWalker::reject(const QString &code, const QString &because)
{
    change([&](Looked &looked) {
        looked.rejected.removeIf([&](const Looked::Rejection &rejection) { return rejection.code == code; });
        looked.rejected.append({code, because});
    });
    QStringList codes = found();
    if (codes.removeAll(code) > 0)
        setFound(codes);
    else
        showFound();
    announce(this, tr("%1 is noted as rejected.").arg(code));
}

QString ListWalker::whyOpen() const
{
    const reasoning::Answers &answers = m_session.answers();
    const reasoning::Answer *answer = answers.find(m_key);
    if (!answer || !std::holds_alternative<EntryCodes>(answer->value))
        return {};
    const language::RuleBook &rules = m_session.rules();
    const reasoning::ListFinding finding =
        reasoning::listFinding({&rules, stateOf(rules, answers), &answers, combinationOf(answers, item()), -1});
    const bool none = std::get<EntryCodes>(answer->value).codes.isEmpty();
    if (!none || finding.notListed)
        return {};
    if (!finding.proved.isEmpty())
        return tr("Your answers say that a position is met: %1.").arg(finding.proved.join(u", "_s));
    if (finding.otherList)
        return tr("That nothing applies cannot be concluded here: another list was in force then, and only %1 is in "
                  "the program.")
            .arg(rules.listName);
    if (!finding.categoriesMissing.isEmpty()) {
        return tr("That nothing applies cannot be concluded here: these parts of the list come in question, and this "
                  "catalogue does not hold them: %1. Ask your export controls officer or Defence.")
            .arg(reasoning::titlesOf(finding.categoriesMissing, rules).join(u"; "_s));
    }
    if (!finding.looked)
        return tr("That nothing applies is believed only with a trace of looking: search for your item, open what is "
                  "near, and reject it with the criterion that fails.");
    if (!finding.categoriesUnseen.isEmpty())
        return tr("Nothing shows that you looked at these parts, which come in question: %1. Search for your item, or "
                  "open "
                  "what is near there.")
            .arg(reasoning::titlesOf(finding.categoriesUnseen, rules).join(u"; "_s));
    return {};
}

void ListWalker::showFound()
{
    while (QLayoutItem *item = m_foundRows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QStringList codes = found();
    const reasoning::ItemScope *scope = m_session.answers().item(item());
    const Looked looked = scope ? scope->looked : Looked();
    QHash<QString, EntryTreeModel::Mark> marks;
    const auto row = [this](const QString &text, const QString &code, const std::function<void()> &remove) {
        auto *line = new QWidget(this);
        auto *lineLayout = new QHBoxLayout(line);
        lineLayout->setContentsMargins(0, 0, 0, 0);
        lineLayout->addWidget(new Text(text, Text::Body, line), 1);
        auto *button = new QToolButton(line);
        button->setText(tr("Take back"));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setObjectName(u"takeBack."_s + code);
        button->setAccessibleName(tr("Take back: %1").arg(text));
        lineLayout->addWidget(button);
        connect(button, &QToolButton::clicked, this, remove);
        m_foundRows->addWidget(line);
    };
    for (const QString &code : codes) {
        marks.insert(code, EntryTreeModel::MetMark);
        const bool held = m_session.rules().entries.contains(code);
        row(held ? tr("Met: %1  %2").arg(code, m_session.rules().entries.value(code).title)
                 : tr("Met, by your own statement: %1").arg(code),
            code, [this, code] {
                QStringList left = found();
                left.removeAll(code);
                setFound(left);
            });
    }
    for (const Looked::Rejection &rejection : looked.rejected) {
        marks.insert(rejection.code, EntryTreeModel::RejectedMark);
        row(tr("Rejected: %1 – %2").arg(rejection.code, rejection.because), rejection.code,
            [this, code = rejection.code] {
                change([&](Looked &now) {
                    now.rejected.removeIf([&](const Looked::Rejection &known) { return known.code == code; });
                });
                showFound();
            });
    }
    const reasoning::Answer *answer = m_session.answers().find(m_key);
    m_unsure->setChecked(answer && std::holds_alternative<language::Unsure>(answer->value));
    m_none->setChecked(answer && std::holds_alternative<EntryCodes>(answer->value) && codes.isEmpty());
    m_tree->setMarks(marks);
    m_message->say(whyOpen());
}

} // namespace clearway::ui
