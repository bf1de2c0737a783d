// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/verificationpanel.h"

#include "ui/countrylisteditor.h"
#include "ui/fieldform.h"
#include "ui/lawside.h"
#include "ui/look.h"
#include "ui/messageline.h"
#include "ui/officereadings.h"
#include "ui/officialtexts.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using overlay::Verdict;

static QString inWords(language::Grade grade)
{
    using enum language::Grade;
    switch (grade) {
    case Statute: return VerificationPanel::tr("from the text of the law");
    case Official: return VerificationPanel::tr("from official guidance");
    case Secondary: return VerificationPanel::tr("from secondary guidance");
    case Inference: return VerificationPanel::tr("inferred from what was seen");
    case Unread: return VerificationPanel::tr("the text was not read");
    }
    Q_UNREACHABLE_RETURN({});
}

VerificationPanel::VerificationPanel(OfficeReadings &readings, OfficialTexts &texts, QWidget *parent)
    : QWidget(parent)
    , m_readings(readings)
    , m_texts(texts)
    , m_today(QDate::currentDate())
    , m_message(new MessageLine(u"readingMessage"_s, this))
{
    setObjectName(u"verificationPanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 10, 0);
    layout->setSpacing(8);
    layout->addWidget(m_message); // below what is built anew
    layout->addStretch(1);
    connect(&m_readings, &OfficeReadings::changed, this, &VerificationPanel::rebuild);
    connect(&m_readings, &OfficeReadings::failed, this, [this](const QString &why) { m_message->say(why, true); });
    connect(&m_texts, &OfficialTexts::changed, this, &VerificationPanel::rebuild);
}

bool VerificationPanel::showStatement(const language::RuleAddress &address)
{
    if (address.kind == language::RuleAddress::Kind::Countries) {
        showGroup(address.id);
        return true;
    }
    const auto rule = overlay::ruleNameAt(*m_readings.office().plain, address);
    if (rule)
        showRule(*rule);
    return rule.has_value();
}

void VerificationPanel::showRule(const overlay::RuleName &rule)
{
    m_rule = rule;
    m_group.clear();
    m_message->say({});
    rebuild();
}

void VerificationPanel::showGroup(const QString &group)
{
    m_rule = {};
    m_group = group;
    m_message->say({});
    rebuild();
}

QString VerificationPanel::subject() const
{
    return m_group.isEmpty() ? overlay::subjectOf(m_rule) : overlay::subjectOfGroup(m_group);
}

void VerificationPanel::rebuild()
{
    if (m_rule.rule.isEmpty() && m_group.isEmpty())
        return;
    if (m_by)
        m_lastBy = m_by->text();
    const QString typedNote =
        m_note && m_content->property("subject").toString() == subject() ? m_note->text() : QString();
    // The button that was pressed may be in it.
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_countries = nullptr;
    m_by = m_compilation = m_note = nullptr;
    m_content = new QWidget(this);
    m_content->setProperty("subject", subject());
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(8);
    if (m_group.isEmpty())
        addRule(content);
    else
        addGroup(content);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_content);
    m_content->show();
    if (m_note)
        m_note->setText(typedNote);
}

void VerificationPanel::addRule(QVBoxLayout *layout)
{
    const language::RuleBook &rules = *m_readings.office().plain;
    const auto rule = overlay::ruleNamed(rules, m_rule);
    if (!rule) {
        layout->addWidget(new Text(tr("The catalogue has no such rule."), Text::Body, m_content));
        return;
    }
    auto *title = new Text(rule->title, Text::Strong, m_content);
    title->setObjectName(u"subjectTitle"_s);
    layout->addWidget(title);
    auto *grade = new Text(rule->verified ? tr("Verified: %1.").arg(inWords(rule->grade))
                                          : tr("⚠ Unverified: %1. It decides nothing alone.").arg(inWords(rule->grade)),
                           rule->verified ? Text::Body : Text::Strong, m_content);
    grade->setObjectName(u"ruleGrade"_s);
    layout->addWidget(grade);
    if (!rule->leansOn.isEmpty())
        layout->addWidget(new Text(tr("It leans on: %1.").arg(rule->leansOn), Text::Body, m_content));
    if (!rule->says.isEmpty()) {
        auto *says = new Text(tr("The rule: %1").arg(rule->says), Text::Body, m_content);
        says->setObjectName(u"ruleSays"_s);
        says->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(says);
    }
    addText(layout, rule->cite, m_rule.state);
    addReading(layout);
    addForm(layout);
}

void VerificationPanel::addGroup(QVBoxLayout *layout)
{
    const language::RuleBook &rules = *m_readings.office().plain;
    const auto group = rules.countryGroups.constFind(m_group);
    if (group == rules.countryGroups.cend()) {
        layout->addWidget(new Text(tr("The catalogue has no such list of countries."), Text::Body, m_content));
        return;
    }
    auto *title = new Text(group->title, Text::Strong, m_content);
    title->setObjectName(u"subjectTitle"_s);
    layout->addWidget(title);
    auto *grade = new Text(group->verified ? tr("Compared with its instrument.")
                                           : tr("⚠ Unverified: nobody has compared it with its instrument."),
                           group->verified ? Text::Body : Text::Strong, m_content);
    grade->setObjectName(u"ruleGrade"_s);
    layout->addWidget(grade);
    addText(layout, group->instrument, {});
    addReading(layout);
    m_countries = new CountryListEditor(rules.countries, m_content);
    const auto reading = m_readings.of(subject());
    const bool own = reading && m_readings.holds(subject());
    m_countries->setCodes(own ? std::get<overlay::GroupReading>(*reading).countries : group->countries);
    layout->addWidget(m_countries);
    addForm(layout);
}

void VerificationPanel::addText(QVBoxLayout *layout, const QString &citation, const QString &state)
{
    auto *read = new Text(tr("To be read: %1").arg(citation), Text::Body, m_content);
    read->setObjectName(u"toBeRead"_s);
    layout->addWidget(read);
    auto *side = new LawSide(m_texts.find(citation, state), m_content);
    connect(side, &LawSide::importWanted, this, &VerificationPanel::importWanted);
    layout->addWidget(side);
}

void VerificationPanel::addReading(QVBoxLayout *layout)
{
    const auto reading = m_readings.of(subject());
    if (!reading)
        return;
    const auto [by, on, compilation, note] = std::visit(
        [](const auto &one) { return std::tuple(one.by, one.on.toString(Qt::ISODate), one.compilation, one.note); },
        *reading);
    const auto *rule = std::get_if<overlay::RuleReading>(&*reading);
    QString line;
    if (!m_readings.holds(subject()))
        line = tr("To be read again: the catalogue has changed since %1 read it on %2 (%3).").arg(by, on, compilation);
    else if (!rule)
        line = tr("✓ Corrected by %1 on %2 against %3.").arg(by, on, compilation);
    else if (rule->verdict == Verdict::SaysIt)
        line = tr("✓ Verified by %1 on %2 against %3.").arg(by, on, compilation);
    else
        line = tr("✗ The text says something else, says %1 on %2 after %3. The rule stays unverified.")
                   .arg(by, on, compilation);
    if (!note.isEmpty())
        line += u' ' + note;
    auto *text = new Text(line, Text::Strong, m_content);
    text->setObjectName(u"officeReading"_s);
    layout->addWidget(text);
}

void VerificationPanel::addForm(QVBoxLayout *layout)
{
    auto *form = new FieldForm(m_content);
    m_by = form->addLine(tr("Read by:"), u"readBy"_s);
    m_by->setText(m_lastBy);
    m_compilation = form->addLine(tr("Which text (compilation, date):"), u"readCompilation"_s);
    m_note = form->addLine(tr("Note:"), u"readNote"_s);
    for (QLineEdit *field : {m_by, m_compilation, m_note})
        field->setMaximumWidth(520);
    // What lies open beside it is what was read.
    const QString state = m_rule.state;
    const language::RuleBook &rules = *m_readings.office().plain;
    const auto rule = overlay::ruleNamed(rules, m_rule);
    const QString citation = rule ? rule->cite : rules.countryGroups.value(m_group).instrument;
    const official::FoundPlaces found = m_texts.find(citation, state);
    if (!found.sections.isEmpty()) {
        const official::Instrument &instrument = found.sections.first().text->instrument;
        const QString compilation = official::compilationInWords(instrument);
        m_compilation->setText(compilation.isEmpty() ? instrument.title
                                                     : QString(instrument.title + u", "_s + compilation));
    }
    layout->addWidget(form);
    auto *buttons = new QHBoxLayout;
    const auto button = [&](const QString &label, const QString &name, auto pressed) {
        auto *made = new QPushButton(label, m_content);
        made->setObjectName(name);
        made->setAutoDefault(true);
        buttons->addWidget(made);
        connect(made, &QPushButton::clicked, this, pressed);
    };
    button(m_group.isEmpty() ? tr("I have read it and it says &this") : tr("These are the &countries"), u"saysThis"_s,
           [this] { keep(Verdict::SaysIt); });
    if (m_group.isEmpty())
        button(tr("It says something &else"), u"saysElse"_s, [this] { keep(Verdict::SaysOtherwise); });
    if (m_readings.of(subject()))
        button(tr("&Withdraw"), u"withdrawReading"_s, [this] { withdraw(); });
    buttons->addStretch(1);
    layout->addLayout(buttons);
}

void VerificationPanel::keep(Verdict verdict)
{
    const QString by = m_by->text().trimmed();
    const QString compilation = m_compilation->text().trimmed();
    const QString note = m_note->text().trimmed();
    if (by.isEmpty() || compilation.isEmpty()) {
        m_message->say(tr("Say who has read it, and which text it was."), true);
        (by.isEmpty() ? m_by : m_compilation)->setFocus();
        return;
    }
    if (verdict == Verdict::SaysOtherwise && note.isEmpty()) {
        m_message->say(tr("Say in the note what the text says."), true);
        m_note->setFocus();
        return;
    }
    const auto sign = [&](auto reading) {
        reading.by = by;
        reading.on = m_today;
        reading.compilation = compilation;
        reading.note = note;
        return reading;
    };
    const language::RuleBook &rules = *m_readings.office().plain;
    std::optional<overlay::Reading> kept;
    if (m_group.isEmpty()) {
        if (auto reading = overlay::readingOf(rules, m_rule)) {
            reading->verdict = verdict;
            kept = sign(*reading);
        }
    } else if (auto reading = overlay::readingOfGroup(rules, m_group)) {
        reading->countries = m_countries->codes();
        kept = sign(*reading);
    }
    if (!kept)
        return;
    m_message->say({});
    // On success everything is built anew, with what was read on top.
    if (m_readings.keep(*kept) && m_note)
        m_note->clear();
}

void VerificationPanel::withdraw()
{
    const QString by = m_by->text().trimmed();
    if (by.isEmpty()) {
        m_message->say(tr("Say who withdraws it, in the field \"Read by\"."), true);
        m_by->setFocus();
        return;
    }
    const QString note = m_note->text().trimmed();
    m_message->say({});
    if (m_readings.withdraw(subject(), note.isEmpty() ? by : QString(by + u": "_s + note)) && m_note)
        m_note->clear();
}

} // namespace clearway::ui
