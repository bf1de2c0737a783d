// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"
#include "model/register/register.h"
#include "model/report/report.h"
#include "ui/prompts.h"
#include "ui/recordspanel.h"

#include <QObject>

#include <memory>
#include <optional>

namespace clearway::ui {

/// Carries what the records panel asks for to the register and to files: the log, reviews, drafts, the
/// statement.
class RecordKeeping final : public QObject {
    Q_OBJECT
public:
    /// All but `rules` must outlive it.
    RecordKeeping(std::shared_ptr<const language::RuleBook> rules, cases::Register &cases, const cases::Clock &clock,
                  Prompts &prompts, RecordsPanel &panel, QObject *parent = nullptr);

    /// `id`: null where the record is only shown and is no case of the register.
    /// `canChange`: it is a draft of one's own.
    void show(const assessment::Assessment &assessment, const cases::CaseId &id, bool canChange);
    void clear();
    /// What a printed record says of reviews and supplies.
    report::ReportOptions options() const;

Q_SIGNALS:
    /// What is held already was entered, changed or taken out.
    void permitsChanged(const QList<clearway::assessment::PermitHeld> &permits);

private:
    void refresh();
    bool acknowledged(const cases::Result<cases::Saved> &saved, bool inReview);
    void logSupply(const assessment::SupplyEntry &entry, int replaces);
    void strikeSupply(int number, const QString &reason);
    void recordReview(const assessment::Review &review);
    void saveCsv();
    void draft(RecordFormat format);
    void saveStatement();
    QString askWhere(const QString &title, const QString &name);

    std::shared_ptr<const language::RuleBook> m_rules;
    cases::Register &m_cases;
    const cases::Clock &m_clock;
    Prompts &m_prompts;
    RecordsPanel &m_panel;
    std::optional<assessment::Assessment> m_shown;
    QString m_fingerprint; // of what is shown
    bool m_canChange = false;
    cases::CaseId m_id;
    QList<assessment::LoggedSupply> m_log;
    QList<assessment::Review> m_reviews; // of the revision that is shown
    QString m_statement;
    int m_generation = 0;
};

} // namespace clearway::ui
