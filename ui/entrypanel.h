// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/definedterms.h"
#include "model/classification/worksheet.h"
#include "ui/session.h"

#include <QScrollArea>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace clearway::ui {

class OfficialTexts;
class QuestionCard;
class Text;
class WorksheetPanel;

/// One position of the list: what it says, what its criteria ask of the item, and what the answers give so far.
class EntryPanel final : public QScrollArea {
    Q_OBJECT
public:
    explicit EntryPanel(Session &session, QWidget *parent = nullptr);

    /// Shows the official wording beside ours, as far as there is one.
    void setOfficial(const OfficialTexts &texts);
    void open(const QString &code, const QString &item);
    void clear();
    void flush();
    const QString &code() const { return m_code; }

    /// The facts of the item that a position turns on: its own condition, those above it, their decontrol notes.
    struct Asked {
        QStringList criteria; ///< of the conditions
        QStringList notes;    ///< of decontrol notes alone
        QStringList atPoints; ///< those of `criteria` that are meant at an operating point
    };
    static Asked askedBy(const language::RuleBook &rules, const QString &code, const language::LawState *state);

Q_SIGNALS:
    void accepted(const QString &code);
    void rejected(const QString &code, const QString &because);
    void openOther(const QString &code);

private:
    void build();
    void refresh();
    void dropPage();
    void addCard(QVBoxLayout *layout, const language::FactDefinition &fact, int point);
    QWidget *summaryOf(const language::Entry &entry, QWidget *parent);
    void addSideBySide(QVBoxLayout *layout, const language::Entry &entry);
    void addQuestions(QVBoxLayout *layout);
    void addWorksheet(QVBoxLayout *layout);
    void addChildren(QVBoxLayout *layout, const language::Entry &entry);
    void save(const reasoning::FactKey &key, const reasoning::Answer &answer);
    QString failing() const;

    Session &m_session;
    language::DefinedTerms m_terms;
    const OfficialTexts *m_official = nullptr;
    QString m_code;
    QString m_item;
    bool m_asWorksheet = false; ///< the criteria as a table instead of questions
    WorksheetPanel *m_worksheet = nullptr;
    QList<QuestionCard *> m_cards;
    Text *m_truth = nullptr;
    QLineEdit *m_because = nullptr;
    struct Child {
        QString code;
        QPushButton *button;
    };
    QList<Child> m_children;
};

} // namespace clearway::ui
