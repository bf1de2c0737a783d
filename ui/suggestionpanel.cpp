// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/suggestionpanel.h"

#include "model/classification/calibration.h"
#include "ui/descriptionedit.h"
#include "ui/look.h"
#include "ui/suggestionview.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QtConcurrent/QtConcurrentRun>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using classification::Suggestions;

static constexpr int pauseInTyping = 300; // milliseconds

static QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 0);
}

/// What the results are worth, in numbers.
static QString caveat()
{
    const classification::MeasuredShare &missed = classification::calibration().missed;
    const QString what = SuggestionPanel::tr("A help to look in the right place, no evidence that something is not "
                                             "listed:");
    if (missed.of <= 0)
        return what + u' ' + SuggestionPanel::tr("how often it misses listed things has not been measured.");
    return what + u' '
           + SuggestionPanel::tr("of %1 descriptions of listed things, %2 % were not flagged (95 % interval %3 to "
                                 "%4 %).")
                 .arg(QLocale().toString(missed.of), percent(missed.share), percent(missed.from), percent(missed.to));
}

SuggestionPanel::SuggestionPanel(std::shared_ptr<const language::RuleBook> rules, SuggestSource source, QWidget *parent)
    : QWidget(parent)
    , m_source(std::move(source))
    , m_model(new SuggestionModel(std::move(rules), this))
    , m_field(new DescriptionEdit(this))
    , m_note(new Text({}, Text::Strong, this))
    , m_sentence(new Text({}, Text::Strong, this))
    , m_caveat(new Text(caveat(), Text::Muted, this))
    , m_pause(new QTimer(this))
{
    setObjectName(u"suggestionPanel"_s);
    m_field->setObjectName(u"description"_s);
    m_field->setAccessibleName(tr("Describe the item in your own words, or paste a line of its data sheet"));
    m_field->setPlaceholderText(tr("For instance: 14 bit analogue-to-digital converter, 3 GSPS"));
    m_field->setMinimumHeight(m_field->fontMetrics().lineSpacing() * 3 + 14);
    m_note->setObjectName(u"descriptionNote"_s);
    m_note->hide();
    m_sentence->setObjectName(u"suggestionSentence"_s);
    m_caveat->setObjectName(u"suggestionCaveat"_s);

    auto *lower = new QWidget(this);
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_note);
    column->addWidget(m_sentence);
    column->addWidget(m_caveat);
    m_results = makeResults();
    column->addWidget(m_results, 1);
    column->addStretch(0);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_field);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 4);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addWidget(splitter);

    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseInTyping);
    connect(m_pause, &QTimer::timeout, this, &SuggestionPanel::look);
    connect(m_field, &QPlainTextEdit::textChanged, this, &SuggestionPanel::textChanged);
    connect(m_field, &DescriptionEdit::replaced, this, [this] {
        m_model->setDismissed({});
        presentDismissed();
    });
    connect(m_field, &DescriptionEdit::tooLong, this, [this] {
        m_note->setText(tr("That was too long: only the first %1 characters are read, and were taken.")
                            .arg(QLocale().toString(DescriptionEdit::longest())));
        m_note->show();
        announce(m_note, m_note->text());
    });
    presentSentence();
    presentCurrent();
    presentDismissed();
}

QWidget *SuggestionPanel::makeResults()
{
    auto *results = new QWidget(this);
    auto *column = new QVBoxLayout(results);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_view = new SuggestionView(results);
    m_view->setModel(m_model);
    m_view->setObjectName(u"suggestions"_s);
    m_view->setAccessibleName(tr("Where on the list to look"));
    m_view->setAccessibleDescription(m_caveat->text());
    m_view->setMinimumHeight(m_view->fontMetrics().lineSpacing() * 3);
    m_legend = new Text({}, Text::Muted, results);
    m_legend->setObjectName(u"suggestionLegend"_s);
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text, results);
        made->setObjectName(name);
        made->setAutoDefault(true);
        return made;
    };
    m_open = button(tr("Open entry"), u"openSuggestion"_s);
    m_openPosition = button(tr("Open position"), u"openSuggestedPosition"_s);
    m_notThis = button(tr("Not this…"), u"notThis"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_openPosition);
    buttons->addStretch(1);
    buttons->addWidget(m_notThis);

    m_asideLine = new QWidget(results);
    auto *aside = new QHBoxLayout(m_asideLine);
    aside->setContentsMargins(0, 0, 0, 0);
    m_aside = new Text({}, Text::Muted, m_asideLine);
    m_aside->setObjectName(u"setAside"_s);
    auto *bringBack = new QPushButton(tr("Show again"), m_asideLine);
    bringBack->setObjectName(u"bringBack"_s);
    bringBack->setAccessibleName(tr("Show again what was set aside"));
    bringBack->setAutoDefault(true);
    aside->addWidget(m_aside, 1);
    aside->addWidget(bringBack, 0, Qt::AlignTop);

    column->addWidget(m_view, 1);
    column->addWidget(m_legend);
    column->addLayout(buttons);
    m_dismissal = makeDismissal();
    column->addWidget(m_dismissal);
    column->addWidget(m_asideLine);

    const auto open = [this](const QModelIndex &index, bool position) {
        const QString deeper = position ? index.data(SuggestionModel::PositionRole).toString() : QString();
        const QString code = deeper.isEmpty() ? index.data(SuggestionModel::CodeRole).toString() : deeper;
        if (!code.isEmpty())
            Q_EMIT openEntry(code);
    };
    connect(m_view, &SuggestionView::chosen, this, [open](const QModelIndex &index) { open(index, false); });
    connect(m_view, &SuggestionView::positionChosen, this, [open](const QModelIndex &index) { open(index, true); });
    connect(m_view, &SuggestionView::unwanted, this, &SuggestionPanel::askWhyNot);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SuggestionPanel::presentCurrent);
    connect(m_open, &QPushButton::clicked, this, [this, open] { open(m_view->currentIndex(), false); });
    connect(m_openPosition, &QPushButton::clicked, this, [this, open] { open(m_view->currentIndex(), true); });
    connect(m_notThis, &QPushButton::clicked, this, &SuggestionPanel::askWhyNot);
    connect(bringBack, &QPushButton::clicked, this, [this] {
        m_model->setDismissed({});
        presentDismissed();
        m_view->setCurrentIndex(m_model->index(0));
        m_view->setFocus(Qt::OtherFocusReason);
    });
    return results;
}

QWidget *SuggestionPanel::makeDismissal()
{
    auto *panel = new Panel(this);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(4);
    m_dismissalTitle = new Text({}, Text::Strong, panel);
    m_reason = new QLineEdit(panel);
    m_reason->setObjectName(u"whyNot"_s);
    m_reason->setAccessibleName(tr("Why it is not this; may be left empty"));
    m_reason->setPlaceholderText(tr("Why not? (may be left empty)"));
    m_reason->setMaxLength(500);
    auto *done = new QPushButton(tr("Set aside"), panel);
    done->setObjectName(u"setAsideNow"_s);
    done->setAutoDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), panel);
    cancel->setObjectName(u"keepSuggestion"_s);
    cancel->setAccessibleName(tr("Cancel: keep it among the suggestions"));
    cancel->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(done);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    column->addWidget(m_dismissalTitle);
    column->addWidget(m_reason);
    column->addLayout(buttons);
    connect(m_reason, &QLineEdit::returnPressed, this, &SuggestionPanel::setAside);
    connect(done, &QPushButton::clicked, this, &SuggestionPanel::setAside);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_dismissal->hide();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    panel->hide();
    return panel;
}

QString SuggestionPanel::description() const
{
    return m_field->toPlainText();
}

SuggestionPanel::Draft SuggestionPanel::draft() const
{
    return {description(), m_model->dismissed()};
}

void SuggestionPanel::setDraft(const Draft &draft)
{
    if (draft.text != description())
        m_field->setDescription(draft.text);
    m_model->setDismissed(draft.dismissed);
    presentDismissed();
}

void SuggestionPanel::focusFirst()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void SuggestionPanel::keyPressEvent(QKeyEvent *event)
{
    // Return in the reason sets aside and nothing more: around the panel it may mean "next".
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_dismissal->isVisible()) {
        m_dismissal->hide();
        m_view->setFocus(Qt::OtherFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

void SuggestionPanel::textChanged()
{
    ++m_generation;
    if (m_field->document()->characterCount() <= DescriptionEdit::longest())
        m_note->hide();
    m_pause->start();
}

void SuggestionPanel::look()
{
    const QString text = description();
    if (text.trimmed().isEmpty()) {
        ++m_generation;
        m_again = false;
        present({}, {});
        return;
    }
    if (m_working) {
        m_again = true;
        return;
    }
    const auto suggest = m_source();
    if (!suggest) {
        m_sentence->setText(tr("No suggestions can be made. %1").arg(suggest.error()));
        announce(m_sentence, m_sentence->text());
        return;
    }
    if (m_foundFor.isEmpty())
        m_sentence->setText(tr("Looking…"));
    m_working = true;
    m_again = false;
    QtConcurrent::run([suggest = *suggest, text] {
        return suggest(text, SuggestionModel::mostAsked);
    }).then(this, [this, text, generation = m_generation](const Suggestions &found) {
        m_working = false;
        if (generation == m_generation)
            present(text, found);
        else if (m_again)
            look(); // else the pause in typing is not over yet
    });
}

void SuggestionPanel::present(const QString &text, Suggestions found)
{
    const QString chosen = m_view->currentIndex().data(SuggestionModel::CodeRole).toString();
    m_dismissal->hide();
    m_foundFor = text;
    if (text.isEmpty())
        m_model->clear();
    else
        m_model->setFound(std::move(found));
    QModelIndex current = m_model->index(0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->index(row).data(SuggestionModel::CodeRole).toString() == chosen)
            current = m_model->index(row);
    }
    m_view->setCurrentIndex(current);
    if (current.row() == 0)
        m_view->scrollToTop();
    presentSentence();
    presentCurrent();
    presentDismissed();
    Q_EMIT looked();
}

void SuggestionPanel::presentSentence()
{
    const bool described = !m_foundFor.isEmpty();
    m_caveat->setText(described ? caveat()
                                : tr("Write what the thing, the software or the know-how is, is made of and does, and "
                                     "its figures with their units; or paste a line of a data sheet or an abstract. "
                                     "What you write stays on this computer."));
    m_results->setVisible(described && m_model->rowCount() + m_model->dismissed().size() > 0);
    if (!described) {
        m_sentence->setText(tr("Describe it, and see where on the list to look"));
        m_announced.clear();
        return;
    }
    const Suggestions &found = m_model->found();
    QString sentence = found.flagged ? tr("Something on the list may look like this.")
                                     : tr("Nothing on the list looks much like this.");
    if (found.suggestions.isEmpty())
        sentence += u' ' + tr("A few more words may help: what it is, what it is made of, what it does.");
    else if (!found.flagged)
        sentence += u' ' + tr("The nearest:");
    m_sentence->setText(sentence);
    if (std::exchange(m_announced, sentence) != sentence)
        announce(m_sentence, sentence + u' ' + m_caveat->text());
}

void SuggestionPanel::presentCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    const QString code = index.data(SuggestionModel::CodeRole).toString();
    const QString position = index.data(SuggestionModel::PositionRole).toString();
    m_open->setEnabled(index.isValid());
    m_open->setAccessibleName(tr("Open entry %1").arg(code));
    m_open->setToolTip(tr("%1 (Return)").arg(code));
    m_openPosition->setEnabled(!position.isEmpty());
    m_openPosition->setAccessibleName(tr("Open position %1").arg(position));
    m_openPosition->setToolTip(position.isEmpty() ? QString() : tr("%1 (Shift+Return)").arg(position));
    m_notThis->setEnabled(index.isValid());
    m_notThis->setAccessibleName(tr("Not %1").arg(code));
    m_notThis->setToolTip(tr("Set %1 aside for this text (Delete)").arg(code));
    m_dismissal->hide();
    // While more is being typed the marks move along with the text; new ones come with the next results.
    const QString text = description();
    if (text != m_foundFor && !text.trimmed().isEmpty())
        return;
    const QList<TextMark> marks = m_model->marks(text, index);
    m_field->mark(marks);
    const bool missed = std::ranges::contains(marks, TextMark::FigureMissed, &TextMark::kind);
    m_legend->setVisible(!marks.isEmpty());
    m_legend->setText(missed
                          ? tr("Underlined in your text: what it shares with %1. Dashed: does not meet it.").arg(code)
                          : tr("Underlined in your text: what it shares with %1.").arg(code));
}

void SuggestionPanel::presentDismissed()
{
    QStringList parts;
    for (const SuggestionModel::Dismissal &one : m_model->dismissed())
        parts << (one.reason.isEmpty() ? one.code : tr("%1 (%2)").arg(one.code, one.reason));
    m_aside->setText(tr("Set aside for this text: %1").arg(parts.join(u", "_s)));
    m_asideLine->setVisible(!parts.isEmpty());
}

void SuggestionPanel::askWhyNot()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    m_dismissalTitle->setText(tr("It is not %1").arg(index.data(SuggestionModel::CodeRole).toString()));
    m_reason->clear();
    m_dismissal->show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void SuggestionPanel::setAside()
{
    const QModelIndex index = m_view->currentIndex();
    const QString code = index.data(SuggestionModel::CodeRole).toString();
    const QString reason = m_reason->text().simplified();
    m_dismissal->hide();
    m_view->setFocus(Qt::OtherFocusReason);
    if (code.isEmpty())
        return;
    const int row = index.row();
    m_model->dismiss(code, reason);
    m_view->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
    presentCurrent();
    presentDismissed();
    announce(m_view, tr("%1 is set aside for this text.").arg(code));
    Q_EMIT dismissed(code, reason);
}

} // namespace clearway::ui
