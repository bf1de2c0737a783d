// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/resultpage.h"

#include "model/assessment/matrix.h"
#include "model/assessment/nextsteps.h"
#include "model/report/wording.h"
#include "ui/comparepanel.h"
#include "ui/fieldform.h"
#include "ui/look.h"
#include "ui/matrixpanel.h"
#include "ui/messageline.h"
#include "ui/models/proofmodel.h"
#include "ui/models/requirementmodel.h"
#include "ui/models/words.h"
#include "ui/nextstepspanel.h"
#include "ui/prooftree.h"
#include "ui/recordspanel.h"
#include "ui/wholetable.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using assessment::Assessment;

ResultPage::ResultPage(const language::RuleBook &rules, QWidget *parent)
    : QWidget(parent)
    , m_rules(rules)
    , m_tabs(new QTabWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_compare(new ComparePanel(this))
    , m_records(new RecordsPanel(this))
    , m_message(new MessageLine(u"resultMessage"_s, this))
    , m_summary(new QCheckBox(tr("Copy without technical anne&x"), this))
    , m_change(new QPushButton(tr("Change an &answer"), this))
    , m_finish(new QPushButton(tr("&Finish"), this))
{
    setObjectName(u"resultPage"_s);
    m_tabs->setObjectName(u"resultTabs"_s);
    m_tabs->setAccessibleName(tr("Result, the states of the Act side by side, or records and applications"));
    m_tabs->setDocumentMode(true);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto scrolled = [this](QWidget *content) {
        auto *scroll = new QScrollArea(this);
        auto *holder = new QWidget;
        auto *inside = new QVBoxLayout(holder);
        inside->setContentsMargins(28, 18, 28, 18);
        inside->addWidget(content);
        scroll->setWidget(holder);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        return scroll;
    };
    m_records->setMaximumWidth(readingWidth + 120);
    m_tabs->addTab(m_scroll, tr("&Result"));
    m_tabs->addTab(scrolled(m_compare), tr("States of the A&ct side by side"));
    m_tabs->addTab(scrolled(m_records), tr("Records and application&s"));

    m_summary->setObjectName(u"summaryCopy"_s);
    m_summary->setAccessibleName(tr("Copy without technical annex"));
    m_summary->setToolTip(
        tr("Leaves out names, technical values and list detail, also from the attached file: the record "
           "itself may be what must not leave Australia."));
    m_change->setObjectName(u"changeAnswer"_s);
    m_change->setAccessibleName(tr("Change an answer"));
    m_finish->setObjectName(u"finish"_s);
    m_finish->setAccessibleName(tr("Finish: file this revision, unchangeable from then on"));
    m_finish->setToolTip(tr("Files this revision in the register; it cannot be changed from then on. A change makes a "
                            "new revision."));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(28, 6, 20, 14);
    bar->setSpacing(8);
    const auto button = [this](const QString &title, const QString &name, const QString &accessible) {
        auto *made = new QPushButton(title, this);
        made->setObjectName(name);
        made->setAccessibleName(accessible);
        made->setAutoDefault(true);
        m_needResult.append(made);
        return made;
    };
    auto *pdf = button(tr("Save &PDF…"), u"savePdf"_s, tr("Save the record as PDF"));
    auto *other = button(tr("Sa&ve as"), u"saveOther"_s, tr("Save the record in another form"));
    auto *menu = new QMenu(other);
    menu->setObjectName(u"saveMenu"_s);
    connect(menu->addAction(tr("&HTML…")), &QAction::triggered, this, [this] { Q_EMIT save(RecordFormat::Html); });
    connect(menu->addAction(tr("&Markdown…")), &QAction::triggered, this,
            [this] { Q_EMIT save(RecordFormat::Markdown); });
    connect(menu->addAction(tr("&JSON…")), &QAction::triggered, this, [this] { Q_EMIT save(RecordFormat::Json); });
    other->setMenu(menu);
    auto *paper = button(tr("Pr&int…"), u"print"_s, tr("Print the record"));
    m_needResult.append(m_finish);
    m_needResult.append(m_summary);
    m_change->setAutoDefault(true);
    m_finish->setAutoDefault(true);
    bar->addWidget(m_change);
    bar->addStretch(1);
    bar->addWidget(m_summary);
    bar->addWidget(pdf);
    bar->addWidget(other);
    bar->addWidget(paper);
    bar->addWidget(m_finish);
    auto *messageLine = new QHBoxLayout;
    messageLine->setContentsMargins(28, 6, 28, 0);
    messageLine->addWidget(m_message);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(messageLine);
    layout->addLayout(bar);
    connect(pdf, &QPushButton::clicked, this, [this] { Q_EMIT save(RecordFormat::Pdf); });
    connect(paper, &QPushButton::clicked, this, &ResultPage::print);
    connect(m_change, &QPushButton::clicked, this, &ResultPage::backToQuestions);
    connect(m_finish, &QPushButton::clicked, this, [this] {
        if (m_canChange)
            Q_EMIT finish();
        else
            Q_EMIT newRevision();
    });
    showBusy();
}

bool ResultPage::withoutTechnicalAnnex() const
{
    return m_summary->isChecked();
}

void ResultPage::say(const QString &message, bool problem)
{
    m_message->say(message, problem);
}

void ResultPage::showBusy()
{
    for (QWidget *widget : std::as_const(m_needResult))
        widget->setEnabled(false);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(28, 24, 28, 24);
    auto *text = new Text(tr("Working out the result…"), Text::Heading, content);
    text->setObjectName(u"busy"_s);
    column->addWidget(text);
    column->addStretch(1);
    dropPage();
    m_scroll->setWidget(content);
    m_content = nullptr;
    m_tabs->setCurrentIndex(0);
    say({}, false);
}

void ResultPage::show(const Assessment &assessment, const View &view)
{
    m_canChange = view.canChange;
    build(assessment, view);
    m_compare->show(assessment);
    for (QWidget *widget : std::as_const(m_needResult))
        widget->setEnabled(true);
    m_change->setVisible(view.canChange);
    m_finish->setText(view.canChange ? tr("&Finish") : tr("&New revision"));
    m_finish->setAccessibleName(view.canChange ? tr("Finish: file this revision, unchangeable from then on")
                                               : tr("Begin a new revision from this one"));
    const QString title = assessment.conclusion.warningsAnswered ? outcomeTitle(assessment.conclusion.outcome)
                                                                 : tr("No result before the warning questions");
    announce(m_tabs, title + u". "_s + assessment.conclusion.because);
}

// A page can be replaced from within the click of one of its own buttons: it goes when that has ended.
void ResultPage::dropPage()
{
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
}

QWidget *ResultPage::makeBanner(const Assessment &assessment)
{
    const reasoning::Conclusion &conclusion = assessment.conclusion;
    const QColor color = outcomeColor(conclusion.outcome, palette());
    auto *banner = new Panel(m_content);
    banner->setObjectName(u"banner"_s);
    banner->setBar(conclusion.warningsAnswered ? color : mutedColor(palette()));
    auto *line = new QHBoxLayout(banner);
    line->setContentsMargins(24, 16, 18, 16);
    line->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    if (conclusion.warningsAnswered) {
        auto *mark = new QLabel(banner);
        mark->setPixmap(picture(outcomePicture(conclusion.outcome), color, QSize(48, 48), devicePixelRatioF()));
        line->addWidget(mark, 0, Qt::AlignTop);
        auto *title = new Text(outcomeTitle(conclusion.outcome), Text::Title, banner);
        title->setObjectName(u"outcome"_s);
        words->addWidget(title);
        auto *because = new Text(conclusion.because, Text::Body, banner);
        because->setObjectName(u"because"_s);
        words->addWidget(because);
        words->addWidget(new Text(report::Wording(assessment, m_rules).doAndDoNot(), Text::Strong, banner));
    } else {
        auto *title = new Text(tr("No result yet"), Text::Title, banner);
        title->setObjectName(u"outcome"_s);
        words->addWidget(title);
        words->addWidget(new Text(tr("The warning questions come first: no result is shown before they are answered."),
                                  Text::Body, banner));
    }
    QStringList small;
    small << (assessment.state == assessment::State::Finished ? tr("Finished") : tr("Draft"));
    small << tr("%1, revision %2").arg(assessment.reference, QString::number(assessment.revision));
    small << (conclusion.asWritten
                  ? tr("the Act as written: %1").arg(conclusion.stateTitle)
                  : tr("on %1, %2").arg(QLocale().toString(conclusion.on, QLocale::LongFormat), conclusion.stateTitle));
    if (assessment.holdsUntil.isValid())
        small << tr("holds until %1 at most").arg(QLocale().toString(assessment.holdsUntil, QLocale::LongFormat));
    if (assessment.catalogue.lawChecked.isValid())
        small << tr("law last checked on %1")
                     .arg(QLocale().toString(assessment.catalogue.lawChecked, QLocale::LongFormat));
    words->addWidget(new Text(small.join(u" · "_s), Text::Muted, banner));
    words->addWidget(new Text(tr("A self-assessment. Not a permit or approval, not legal advice, not a decision of "
                                 "Defence."),
                              Text::Muted, banner));
    line->addLayout(words, 1);
    return banner;
}

void ResultPage::addHeading(const QString &title)
{
    m_column->addSpacing(8);
    m_column->addWidget(new Text(title, Text::Heading, m_content));
}

void ResultPage::addBullets(const QStringList &lines, bool numbered)
{
    int number = 0;
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *mark = new QLabel(numbered ? QString::number(++number) + u'.' : u"•"_s, m_content);
        mark->setMinimumWidth(18);
        mark->setAlignment(Qt::AlignTop | Qt::AlignTrailing);
        row->addWidget(mark, 0, Qt::AlignTop);
        auto *text = new Text(line.trimmed(), Text::Body, m_content);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(text, 1);
        m_column->addLayout(row);
    }
}

void ResultPage::addRequirements(const Assessment &assessment)
{
    const auto &requirements = assessment.conclusion.requirements;
    if (requirements.isEmpty())
        return;
    addHeading(tr("What is needed"));
    const report::Wording wording(assessment, m_rules);
    QList<RequirementModel::Row> rows;
    for (const reasoning::RequirementFinding &finding : requirements) {
        rows.append({finding, wording.activity(finding.combination.activity), wording.item(finding.combination.item),
                     finding.combination.recipient.isEmpty() ? tr("nobody in particular")
                                                             : wording.recipient(finding.combination.recipient)});
    }
    auto *model = new RequirementModel(m_content);
    model->setRows(rows);
    auto *table = new WholeTable(m_content);
    table->setModel(model);
    table->setObjectName(u"requirements"_s);
    table->setAccessibleName(tr("What is needed, for each item and recipient"));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setColumnHidden(RequirementModel::ActivityColumn, assessment.answers.activities.size() < 2);
    m_column->addWidget(table);
}

void ResultPage::addSteps(const Assessment &assessment, bool canChange)
{
    addHeading(tr("What to do next"));
    const report::Wording wording(assessment, m_rules);
    auto *steps = new NextStepsPanel(assessment::nextSteps(m_rules, assessment), wording, canChange, m_content);
    connect(steps, &NextStepsPanel::changeAnswer, this, &ResultPage::changeAnswer);
    m_column->addWidget(steps);
}

// Of one combination the matrix says no more than the reasons do.
void ResultPage::addMatrix(const Assessment &assessment)
{
    if (assessment.answers.combinations().size() < 2)
        return;
    const report::Wording wording(assessment, m_rules);
    addHeading(tr("Every combination under every provision"));
    m_column->addWidget(new MatrixPanel(wording, m_content));
}

void ResultPage::addWhy(const Assessment &assessment)
{
    if (assessment.conclusion.findings.isEmpty())
        return;
    addHeading(tr("Why"));
    QStringList lines;
    for (const reasoning::Finding &finding : assessment.conclusion.findings) {
        if (finding.status == reasoning::ProvisionStatus::NotRegulated)
            continue;
        const QString who = forWhom(assessment.answers, finding.combination);
        QString line = finding.title + u" ("_s + finding.cite + u"): "_s
                       + ProofModel::statusWord(finding.status, finding.operates);
        if (!finding.exceptionTitle.isEmpty())
            line += u" – "_s + finding.exceptionTitle
                    + (finding.exceptionCite.isEmpty() ? QString() : u", "_s + finding.exceptionCite);
        if (!finding.thenDo.isEmpty())
            line += u". "_s + finding.thenDo;
        lines << (who.isEmpty() ? line : QString(who + u": "_s + line));
    }
    if (lines.isEmpty())
        lines << tr("None of the provisions applies to this conduct.");
    addBullets(lines);
    auto *tree = new ProofTree(m_content);
    auto *model = new ProofModel(tree);
    QStringList who;
    for (const reasoning::Finding &finding : assessment.conclusion.findings)
        who << forWhom(assessment.answers, finding.combination);
    model->setFindings(assessment.conclusion.findings, who);
    tree->setModel(model);
    tree->setColumnHidden(ProofModel::TruthColumn, true);
    tree->setObjectName(u"why"_s);
    tree->setAccessibleName(tr("The reasoning in full"));
    tree->setMinimumHeight(320);
    tree->setToolTip(tr("A double click or Return shows the rule"));
    connect(tree, &ProofTree::ruleChosen, this,
            [this, state = assessment.conclusion.state](language::RuleAddress address,
                                                        const reasoning::Combination &combination) {
                address.state = state;
                Q_EMIT ruleChosen(address, combination);
            });
    m_column->addWidget(new Folded(tr("The reasoning in full"), tree, m_content));
}

void ResultPage::addChanges(const Assessment &assessment)
{
    if (assessment.changes.isEmpty())
        return;
    addHeading(tr("What would change this"));
    QStringList lines;
    for (const reasoning::Change &change : assessment.changes) {
        QStringList steps;
        for (const reasoning::Change::Step &step : change.steps)
            steps << step.text;
        lines << tr("%1: then %2.").arg(steps.join(tr(" and ")), outcomeTitle(change.outcome).toLower());
    }
    addBullets(lines);
}

void ResultPage::addLeanings(const Assessment &assessment)
{
    QStringList lines;
    for (const reasoning::Leaning &leaning : assessment.conclusion.leansOn) {
        QString line = leaning.text;
        if (!leaning.cite.isEmpty() && !line.contains(leaning.cite))
            line += u" ("_s + leaning.cite + u')';
        if (!leaning.settledBy.isEmpty())
            line += u' ' + tr("Settled by: %1.").arg(leaning.settledBy);
        lines << line;
    }
    if (!assessment.lateChanges.isEmpty())
        lines << tr("%n answer(s) changed after a result was shown.", nullptr,
                    static_cast<int>(assessment.lateChanges.size()));
    lines.removeDuplicates();
    if (lines.isEmpty())
        return;
    addHeading(tr("What it leans on"));
    addBullets(lines);
}

QWidget *ResultPage::makeAbout(const assessment::About &about, bool canChange)
{
    auto *form = new FieldForm(m_content);
    struct Field {
        QString title;
        QString assessment::About::*member;
    };
    const QList<Field> fields{{tr("Who made it:"), &assessment::About::assessor},
                              {tr("Role:"), &assessment::About::role},
                              {tr("School or unit:"), &assessment::About::unit},
                              {tr("Contact:"), &assessment::About::contact},
                              {tr("Institution:"), &assessment::About::institution},
                              {tr("Project:"), &assessment::About::project},
                              {tr("Agreement or grant number:"), &assessment::About::agreement},
                              {tr("Sponsor:"), &assessment::About::sponsor},
                              {tr("Purpose and end use:"), &assessment::About::purpose}};
    QList<std::pair<QLineEdit *, QString assessment::About::*>> edits;
    for (const Field &field : fields) {
        QLineEdit *edit = form->addLine(field.title, {});
        edit->setText(about.*field.member);
        edit->setMaxLength(300);
        edit->setReadOnly(!canChange);
        edits.append({edit, field.member});
    }
    for (const auto &[edit, member] : std::as_const(edits))
        connect(edit, &QLineEdit::editingFinished, this, [this, edits, about] {
            assessment::About now = about; // what is held is entered elsewhere
            for (const auto &[field, to] : edits)
                now.*to = field->text().trimmed();
            Q_EMIT aboutChanged(now);
        });
    return new Folded(tr("About this record: who made it, project, agreement"), form, m_content);
}

void ResultPage::build(const Assessment &assessment, const View &view)
{
    auto *holder = new QWidget;
    auto *side = new QHBoxLayout(holder);
    side->setContentsMargins(0, 0, 0, 0);
    m_content = new QWidget(holder);
    m_content->setMaximumWidth(readingWidth + 56);
    side->addWidget(m_content, 1);
    side->addStretch(0);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(28, 18, 28, 18);
    m_column->setSpacing(8);
    const reasoning::Conclusion &conclusion = assessment.conclusion;

    for (const QString &notice : view.notices) {
        auto *panel = new Panel(m_content);
        panel->setObjectName(u"notice"_s);
        panel->setBar(outcomeColor(reasoning::Outcome::PermitLikelyRequired, palette()));
        auto *line = new QHBoxLayout(panel);
        line->setContentsMargins(18, 10, 14, 10);
        line->addWidget(new Text(notice, Text::Strong, panel), 1);
        m_column->addWidget(panel);
    }
    m_column->addWidget(makeBanner(assessment));

    if (!conclusion.warnings.isEmpty() && conclusion.warningsAnswered) {
        addHeading(tr("Warnings"));
        QStringList lines;
        for (const reasoning::WarningFinding &finding : conclusion.warnings) {
            QString line = finding.warning.title + u": "_s + finding.warning.text.simplified();
            if (!finding.warning.refersTo.isEmpty())
                line += u' ' + tr("Who can settle it: %1.").arg(finding.warning.refersTo);
            if (!finding.warning.cite.isEmpty())
                line += u" ("_s + finding.warning.cite + u')';
            lines << line;
        }
        addBullets(lines);
    }
    addSteps(assessment, view.canChange);
    if (conclusion.warningsAnswered) {
        addRequirements(assessment);
        addMatrix(assessment);
    }
    if (view.listOffered) {
        auto *check = new QPushButton(tr("Check the &list: it may spare you the record"), m_content);
        check->setObjectName(u"checkListFromResult"_s);
        check->setAccessibleName(tr("Check the list: it may spare you the record"));
        check->setAutoDefault(true);
        m_column->addSpacing(4);
        m_column->addWidget(check, 0, Qt::AlignLeading | Qt::AlignLeft);
        connect(check, &QPushButton::clicked, this, &ResultPage::checkList);
    }
    addWhy(assessment);
    if (conclusion.warningsAnswered) {
        addChanges(assessment);
    }
    addLeanings(assessment);
    if (!conclusion.notes.isEmpty()) {
        addHeading(tr("Said with this result"));
        addBullets(conclusion.notes);
    }
    if (!assessment.draftBecause.isEmpty() && assessment.state == assessment::State::Draft) {
        addHeading(tr("Why it stays a draft"));
        addBullets(assessment.draftBecause);
    }
    m_column->addSpacing(8);
    m_column->addWidget(makeAbout(assessment.about, view.canChange));
    m_column->addStretch(1);
    dropPage();
    m_scroll->setWidget(holder);
}

} // namespace clearway::ui
