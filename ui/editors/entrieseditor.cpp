// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/entrieseditor.h"

#include "catalogue/store/listcode.h"
#include "ui/look.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using language::EntryCodes;

EntriesEditor::EntriesEditor(const language::FactDefinition &fact, const language::RuleBook &rules, QWidget *parent)
    : AnswerEditor(parent)
    , m_rules(&rules)
    , m_edit(new QLineEdit(this))
    , m_none(new QCheckBox(tr("None of the list"), this))
    , m_unsure(new QCheckBox(tr("Not sure"), this))
    , m_message(new Text({}, Text::Muted, this))
{
    m_edit->setObjectName(u"codes"_s);
    m_edit->setAccessibleName(fact.prompt);
    m_edit->setAccessibleDescription(tr("Codes of the list, with commas between them"));
    m_edit->setPlaceholderText(tr("Codes of the list, with commas between them"));
    m_none->setObjectName(u"none"_s);
    m_none->setAccessibleName(m_none->text());
    m_unsure->setObjectName(u"unsure"_s);
    m_unsure->setAccessibleName(m_unsure->text());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->addWidget(m_edit);
    layout->addWidget(m_message);
    layout->addWidget(m_none);
    layout->addWidget(m_unsure);
    m_message->hide();
    connect(m_edit, &QLineEdit::textEdited, this, &EntriesEditor::typed);
    connect(m_edit, &QLineEdit::editingFinished, this, &AnswerEditor::flush);
    const auto alone = [this](QCheckBox *one, QCheckBox *other) {
        connect(one, &QCheckBox::clicked, this, [this, other](bool on) {
            if (on) {
                other->setChecked(false);
                m_edit->clear();
            }
            m_message->hide();
            Q_EMIT edited();
        });
    };
    alone(m_none, m_unsure);
    alone(m_unsure, m_none);
}

QString EntriesEditor::codeFrom(const language::RuleBook &rules, const QString &typed)
{
    QString text = typed.trimmed();
    while (text.endsWith(u'.'))
        text.chop(1);
    const QString loose = store::looseCode(text);
    if (loose.isEmpty())
        return {};
    for (auto it = rules.entries.cbegin(); it != rules.entries.cend(); ++it)
        if (store::looseCode(it.key()) == loose)
            return it.key();
    // Not held: the list's spelling has capitals and three digits in the first level, and dots before each label.
    static const QRegularExpression first(u"^(\\d)([a-e])(\\d{1,3})(.*)$|^ml(\\d{1,3})(.*)$"_s);
    QString bare = text.toLower();
    bare.remove(u' ');
    const auto match = first.match(bare);
    if (!match.hasMatch())
        return {};
    const bool munition = match.capturedStart(5) >= 0;
    QString code =
        munition ? QString(u"ML"_s + match.captured(5))
                 : QString(match.captured(1) + match.captured(2).toUpper() + match.captured(3).rightJustified(3, u'0'));
    static const QRegularExpression label(u"[a-z]+|\\d+"_s);
    QString rest = match.captured(munition ? 6 : 4);
    rest.remove(u'.');
    auto labels = label.globalMatch(rest);
    while (labels.hasNext())
        code += u'.' + labels.next().captured();
    return store::isListCode(code) && store::liesOutside(rules, code) ? code : QString();
}

EntriesEditor::Read EntriesEditor::read() const
{
    Read read;
    static const QRegularExpression separator(u"[,;\\n]"_s);
    const QStringList parts = m_edit->text().left(2000).split(separator, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty())
            continue;
        const QString code = codeFrom(*m_rules, part);
        if (code.isEmpty())
            read.wrong << part.trimmed();
        else if (!read.codes.contains(code))
            read.codes << code;
    }
    read.codes.sort();
    return read;
}

void EntriesEditor::typed()
{
    if (!m_edit->text().isEmpty()) {
        m_unsure->setChecked(false);
        m_none->setChecked(false);
    }
    const Read now = read();
    m_message->setVisible(!now.codes.isEmpty() || !now.wrong.isEmpty());
    m_message->setText(!now.wrong.isEmpty() ? tr("Not a code of the list: %1").arg(now.wrong.join(u", "_s))
                                            : tr("Read as %1").arg(now.codes.join(u", "_s)));
    if (now.wrong.isEmpty() && !now.codes.isEmpty())
        editedSoon();
}

std::optional<language::Value> EntriesEditor::value() const
{
    if (m_unsure->isChecked())
        return language::Unsure{};
    if (m_none->isChecked())
        return EntryCodes{};
    const Read now = read();
    if (now.codes.isEmpty() || !now.wrong.isEmpty())
        return std::nullopt;
    return EntryCodes{now.codes};
}

void EntriesEditor::setValue(const std::optional<language::Value> &value)
{
    m_message->hide();
    m_unsure->setChecked(value && std::holds_alternative<language::Unsure>(*value));
    const auto *codes = value ? std::get_if<EntryCodes>(&*value) : nullptr;
    m_none->setChecked(codes && codes->codes.isEmpty());
    m_edit->setText(codes ? codes->codes.join(u", "_s) : QString());
}

QWidget *EntriesEditor::firstField() const
{
    return m_edit;
}

} // namespace clearway::ui
