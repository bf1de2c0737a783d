// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/sourceplaces.h"
#include "catalogue/store/store_error.h"
#include "model/reasoning/answers.h"
#include "model/reasoning/rulegraph.h"
#include "ui/rulecolours.h"
#include "ui/ruleprint.h"

#include <QWidget>

#include <expected>
#include <functional>
#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QSplitter;
class QToolButton;

namespace clearway::ui {

class MessageLine;
class Panel;
class Prompts;
class RuleConditions;
class RuleList;
class RuleSourceView;
class Text;

/// The rules as they stand: a list of what a state of the Act says, each statement as a tree that folds and as a graph,
/// with what the answers of a case make of it, and its source beside it.
class RulePage final : public QWidget {
    Q_OBJECT
public:
    using Rules = std::shared_ptr<const language::RuleBook>;
    using ReadSources = std::function<std::expected<store::Sources, store::StoreError>()>;

    /// The answers whose path is shown.
    struct Path {
        reasoning::Answers answers;
        QString title;                      ///< of the case
        reasoning::Combination combination; ///< the one to begin with
    };

    RulePage(Rules rules, ReadSources readSources, Prompts &prompts, QWidget *parent = nullptr);
    ~RulePage() override;

    /// Other rules of the same catalogue (with some verified, say); what is shown stays.
    void setRules(Rules rules);
    /// The page is opened from a case: the statement, with what the answers make of it. Going back from it leaves the
    /// page.
    void openFor(Path path, const language::RuleAddress &address);
    /// The page is opened by itself: rules without answers, at what was shown last, else the first provision of the
    /// newest state.
    void openAlone();
    /// Goes on to a statement. Where the rules do not have it, the page says so and stays.
    void showRule(const language::RuleAddress &address);
    const language::RuleAddress &address() const { return m_address; }
    /// A widget of the caller's below the source (what else is to be seen beside a rule); null: none. It becomes this
    /// page's child, and is deleted with it or when another takes its place.
    void setSide(QWidget *side);
    /// Tree, graph and source of what is shown; the error is one sentence.
    QString writePdf(const QString &path) const;

Q_SIGNALS:
    /// Another statement is shown.
    void ruleShown(const clearway::language::RuleAddress &address);
    /// Back from where the page was entered.
    void left();

private:
    QWidget *makeMiddle();
    QWidget *makeRight();
    void showAnything();
    void setPath(std::optional<Path> path);
    void present();
    void presentHead(const std::optional<language::Statement> &statement);
    void presentConditions();
    void fillCombinations();
    void showTools();
    void goTo(const language::RuleAddress &address, bool remember);
    void chooseState(const QString &state);
    void back();
    void forward();
    void nodeChosen(int node);
    void nodeActivated(int node);
    void followName(const QString &name);
    void showPlace(const language::RuleAddress &address);
    bool loadSources();
    void print();
    RuleSheet sheet() const;
    bool exists(const language::RuleAddress &address) const;
    QStringList linesAbout(const language::Statement &statement) const;

    Rules m_rules;
    ReadSources m_readSources;
    Prompts &m_prompts;
    RuleColours m_colours;
    std::optional<Path> m_path;
    language::RuleAddress m_address;
    QList<language::RuleAddress> m_before;
    QList<language::RuleAddress> m_after;
    std::optional<store::SourcePlaces> m_places;
    QHash<QString, QString> m_sources; // by file
    bool m_rulesAreNew = false;

    RuleList *m_list;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    QToolButton *m_fold = nullptr;
    QToolButton *m_unfold = nullptr;
    QToolButton *m_smaller = nullptr;
    QToolButton *m_larger = nullptr;
    QToolButton *m_print = nullptr;
    Text *m_title = nullptr;
    Text *m_about = nullptr;
    Panel *m_doubt = nullptr;
    Text *m_doubtText = nullptr;
    Text *m_summary = nullptr;
    QCheckBox *m_showPath = nullptr;
    QComboBox *m_combination = nullptr;
    RuleConditions *m_conditions = nullptr;
    MessageLine *m_message = nullptr;
    Text *m_file = nullptr;
    RuleSourceView *m_source = nullptr;
    QSplitter *m_right = nullptr;
    QSplitter *m_columns = nullptr;
    QWidget *m_side = nullptr;
};

} // namespace clearway::ui
