// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"
#include "model/reasoning/interview.h"
#include "model/register/register.h"

#include <QObject>

#include <memory>
#include <set>

namespace clearway::ui {

/// What the start page gathers: each ticked activity and each item becomes a scope of its own.
struct Beginning {
    struct Item {
        QString kind;  ///< id of a choice of the item fact
        QString title; ///< in the person's words; may be empty
        friend bool operator==(const Item &, const Item &) = default;
    };
    QString title;
    QDate on;
    QString law;            ///< a state of the law instead of the day
    QStringList activities; ///< ids of choices of the activity fact
    QList<Item> items;
    QMap<QString, QList<qsizetype>> itemsOf; ///< activity choice -> places in `items`; missing: all of them
    QMap<QString, language::Value> facts;    ///< the other facts of the start page, the same for every holder
};

using language::StartFacts;

/// One page of the interview as it was or is asked.
struct InterviewStep {
    QString page;
    QList<reasoning::FactKey> keys;
    bool walksTheList = false;
    friend bool operator==(const InterviewStep &, const InterviewStep &) = default;
};

/// One draft that is being answered: every change is in the register before the call returns. Where saving fails the
/// answer is kept here, savingFailed() says so, and the next call saves it along.
class Session final : public QObject {
    Q_OBJECT
public:
    /// The register must outlive the session.
    Session(std::shared_ptr<const language::RuleBook> rules, cases::Register &cases, QObject *parent = nullptr);

    /// Makes a case of it and opens that.
    cases::Result<void> begin(const Beginning &beginning);
    /// Opens the current revision of a case: a draft for answering, a finished one for looking.
    cases::Result<void> open(const cases::CaseId &id);
    /// Changes activities, items, day and title of the open draft; answers of what stays are kept.
    void restructure(const Beginning &beginning);
    /// The start page's answers of the open draft.
    Beginning beginning() const;
    void close();

    bool isOpen() const { return !m_id.isNull(); }
    bool isFinished() const { return m_state == assessment::State::Finished; }
    const cases::CaseId &id() const { return m_id; }
    const QString &reference() const { return m_reference; }
    const QString &title() const { return m_title; }
    int revision() const { return m_revision; }
    QDateTime started() const { return m_started; }
    const assessment::About &about() const { return m_about; }
    const QList<assessment::LateChange> &lateChanges() const { return m_late; }
    bool resultShown() const { return m_resultShown; }
    const reasoning::Answers &answers() const { return m_answers; }
    const language::RuleBook &rules() const { return *m_rules; }
    std::shared_ptr<const language::RuleBook> sharedRules() const { return m_rules; }
    /// Goes on under other rules of the same catalogue: the office has read something beside the text.
    void setRules(std::shared_ptr<const language::RuleBook> rules);

    /// The pages asked so far, in order, as the answers give them; without the page that is open now.
    const QList<InterviewStep> &trail() const { return m_trail; }
    /// What is asked now; nullopt where nothing more must be asked.
    const std::optional<InterviewStep> &current() const { return m_current; }
    /// Answers that no page of the trail asks for any more: kept, without effect.
    QList<reasoning::FactKey> leftOver() const;
    /// Facts that may be answered though nothing more must be.
    QList<reasoning::Question> offered() const;
    int pagesLeft() const;

    /// What the last change did to other answers: those marked as needing another look.
    QList<reasoning::FactKey> needingAnotherLook() const;

    void answer(const reasoning::FactKey &key, const reasoning::Answer &answer);
    void takeBack(const reasoning::FactKey &key);
    /// The reason for the last late change of that fact.
    void explain(const reasoning::FactKey &key, const QString &reason);
    void setLooked(const QString &item, const reasoning::Looked &looked);
    void setPoints(const QString &item, int points);
    void addRecipient(const QString &title);
    void renameRecipient(const QString &id, const QString &title);
    void removeRecipient(const QString &id);
    void setAbout(const assessment::About &about);
    void rename(const QString &title);
    void recordResultShown(reasoning::Outcome outcome);

    /// After an answer the pages are worked out anew; between two answers of one page the page stays as it is.
    void refreshPages();

    /// The conclusion of the answers as they are; null until the worker has come to it.
    const std::optional<reasoning::Conclusion> &conclusion() const { return m_conclusion; }

    /// Saves again what could not be saved; true where nothing is left unsaved.
    bool saveAgain();
    bool hasUnsaved() const;

    /// A key's definition; nullptr where the catalogue does not have the fact.
    const language::FactDefinition *definition(const reasoning::FactKey &key) const;

Q_SIGNALS:
    void opened();
    void closed();
    void answersChanged();
    void concluded();
    void savingFailed(const QString &message);
    void savingWorksAgain();

private:
    cases::Result<void> take(const cases::CaseContent &content);
    cases::Structure structure() const;
    cases::SavedAnswer saved(const reasoning::FactKey &key, const reasoning::Answer &answer) const;
    bool acknowledge(const cases::Result<cases::Saved> &result);
    void adopt(const reasoning::Answers &changed);
    void saveStructure();
    void readLateChanges();
    void conclude();
    void applyBeginning(const Beginning &beginning);

    std::shared_ptr<const language::RuleBook> m_rules;
    QList<std::shared_ptr<const language::RuleBook>> m_earlierRules; ///< pages may still show what is in them
    cases::Register &m_register;
    reasoning::Interview m_interview;
    cases::CaseId m_id;
    QString m_reference;
    QString m_title;
    int m_revision = 1;
    assessment::State m_state = assessment::State::Draft;
    QDateTime m_started;
    assessment::About m_about;
    QList<assessment::LateChange> m_late;
    bool m_resultShown = false;
    reasoning::Answers m_answers;
    QList<InterviewStep> m_trail;
    std::optional<InterviewStep> m_current;
    std::optional<reasoning::Conclusion> m_conclusion;
    int m_generation = 0;
    // What the register has not acknowledged yet.
    std::set<reasoning::FactKey> m_unsaved;
    bool m_structureUnsaved = false;
    bool m_failing = false;
};

} // namespace clearway::ui
