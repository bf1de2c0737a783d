// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/overlay/rulenames.h"

#include <QDate>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace clearway::ui {

class CountryListEditor;
class MessageLine;
class OfficeReadings;
class OfficialTexts;

/// One rule or list of countries, with the text of the law beside it: what it leans on, what must be read, what the
/// office has read so far, and the fields to say so.
class VerificationPanel final : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the panel.
    VerificationPanel(OfficeReadings &readings, OfficialTexts &texts, QWidget *parent = nullptr);

    /// What stands at an address of the rules; false, and nothing shown, where that is nothing to be read as one rule.
    bool showStatement(const language::RuleAddress &address);
    void showRule(const overlay::RuleName &rule);
    void showGroup(const QString &group);
    /// The day that a reading is of; today unless set.
    void setToday(const QDate &today) { m_today = today; }

Q_SIGNALS:
    /// The text to be read is not imported: a file should be asked for.
    void importWanted();

private:
    void rebuild();
    void addRule(QVBoxLayout *layout);
    void addGroup(QVBoxLayout *layout);
    void addText(QVBoxLayout *layout, const QString &citation, const QString &state);
    void addReading(QVBoxLayout *layout);
    void addForm(QVBoxLayout *layout);
    void keep(overlay::Verdict verdict);
    void withdraw();
    QString subject() const;

    OfficeReadings &m_readings;
    OfficialTexts &m_texts;
    overlay::RuleName m_rule;
    QString m_group; ///< empty: a rule is shown
    QDate m_today;
    QWidget *m_content = nullptr;
    CountryListEditor *m_countries = nullptr;
    QLineEdit *m_by = nullptr;
    QLineEdit *m_compilation = nullptr;
    QLineEdit *m_note = nullptr;
    MessageLine *m_message;
    QString m_lastBy; ///< whoever reads one rule reads the next one, too
};

} // namespace clearway::ui
