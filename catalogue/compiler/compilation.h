// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/compiler/map_reader.h"
#include "catalogue/compiler/yaml_tree.h"
#include "catalogue/language/rulebook.h"
#include "catalogue/language/thesaurus.h"
#include "catalogue/store/source_file.h"

#include <QMultiHash>

#include <expected>
#include <functional>

namespace clearway::compiler {

/// One run of the compiler. First every name is read (units, facts, tables, countries, ids of rules, codes),
/// then every condition against them, then what concerns all of it. Each step goes on after an error, so that
/// one run tells all.
class Compilation {
public:
    std::expected<language::RuleBook, QList<language::SourceError>> run(const store::Sources &sources);
    /// What run() checked and left out of the rules: of sources that it took.
    language::Thesaurus thesaurus(const store::Sources &sources);

private:
    using Later = std::function<void(language::ConditionPtr)>;
    struct Pending {
        const Document *document;
        const Node *node;
        QString state; ///< of the law; empty: the whole catalogue
        Later take;
    };
    struct File {
        const Document *document;
        const Node *root;
        QString category;
        QString group;
        int part = 2;
    };

    /// A fact that the program itself reads or fills.
    struct Role {
        QString fact;
        language::FactKind kind;
        bool derived;
        language::SourcePosition at;
    };

    void readDocuments(const store::Sources &sources);
    void readTop(const Document &document);
    void readKnown(const QString &key, void (Compilation::*read)(const Document &, const Node &));

    // read_catalogue.cpp
    void readCatalogue(const Document &document, const Node &node);
    void readCategory(const Document &document, const Node &node);
    void readKind(const Document &document, const Node &node);
    void readUnit(const Document &document, const Node &node);
    void checkUnits();
    void checkRoles();
    std::optional<language::Rational> exact(MapReader &map, const QString &key, const language::Rational &otherwise);

    // read_facts.cpp
    void readFact(const Document &document, const Node &node);
    void checkHelp();
    void readChoices(MapReader &map, language::FactDefinition &fact);
    void checkFactForm(MapReader &map, language::FactDefinition &fact);
    void checkPrompt(const language::SourcePosition &at, const QString &prompt);

    // read_shared.cpp
    void readTable(const Document &document, const Node &node);
    void readCountry(const Member &member);
    void readCountryGroup(const Document &document, const Node &node);
    void readRule(const Document &document, const Node &node);
    std::optional<language::Rule> ruleFrom(const Document &document, const Node &node, const QString &state,
                                           const Later &take);
    std::optional<language::Quantity> quantity(MapReader &map, const QString &key, const QString &kind);

    // read_law.cpp
    void readState(const Document &document, const Node &node);
    void readProvision(const Document &document, const Node &node, qsizetype state, QSet<QString> &ids);
    language::Requirement requirementFrom(const Node &node);
    language::Element elementFrom(MapReader &map, const QString &what);
    bool unique(MapReader &map, QSet<QString> &ids, const QString &id);
    void readDuty(const Document &document, const Node &node, qsizetype state, QSet<QString> &ids);
    void readWarning(const Document &document, const Node &node, qsizetype state, QSet<QString> &ids);
    void readGrade(MapReader &map, language::Grade &grade, bool &verified);
    void readDates(MapReader &map, QDate &from, QDate &until);
    void checkStates();

    // read_entries.cpp
    void readEntryFile(const Document &document);
    void readEntries();
    void readEntry(const File &file, const Member &member, const QString &code, const QString &parent,
                   const Node *header);
    void insertEntry(const language::Entry &entry);
    void takeConditions(const File &file, const QString &code, const Node *header, bool asks, const Node *when);
    void readNotes(MapReader &map, const File &file, language::Entry &entry);
    void readChildren(MapReader &map, const File &file, const language::Entry &entry);
    void readSensitivity(MapReader &map, const File &file, language::Entry &entry);
    void checkSensitivity();
    void addImpliedFact(MapReader &map, const language::Entry &entry);
    bool checkCode(const File &file, const Member &member, const QString &code, const QString &parent);
    void checkReferences();

    // read_reference.cpp
    void readDefinition(const Document &document, const Node &node);
    void readScope(MapReader &map, language::Definition &definition);
    void checkSpelling(qsizetype definition, const QString &spelling, const language::SourcePosition &at);
    void readEquivalentList(const Document &document, const Node &node);
    std::optional<language::EquivalentRule> equivalentRuleFrom(const Node &node, const QString &list);

    // read_practice.cpp
    void readStartingPoint(const Document &document, const Node &node);
    std::optional<language::StartingItem> startingItemFrom(const Node &node, const language::StartingPoint &point);
    void readStartFacts(MapReader &map, language::StartingPoint &point);
    void readApplication(const Document &document, const Node &node);
    std::optional<language::ApplicationField> fieldFrom(const Node &node, const QString &of, QSet<QString> &ids);
    void checkServed(MapReader &map, const language::Application &application);

    /// Reads the condition when all names are known.
    void later(const Document &document, const Node &node, const QString &state, Later take);
    void requireCondition(MapReader &map, const Document &document, const QString &state, const Later &take);
    language::ConditionPtr condition(const Pending &pending);
    void parseConditions();
    void checkCircles();

    void error(const language::SourcePosition &at, const QString &message, const QString &expected);
    /// Refuses a name that was declared before; false then.
    bool declare(QMap<QString, language::SourcePosition> &names, const QString &what, const QString &name,
                 const language::SourcePosition &at);
    /// A map's id, checked; empty where it is missing or wrong.
    QString identifier(MapReader &map, const QString &what, bool dotted);

    language::RuleBook m_book;
    QList<language::SourceError> m_errors;
    std::vector<Document> m_documents;
    std::vector<Pending> m_pending;
    std::vector<File> m_entryFiles;
    QMap<QString, language::SourcePosition> m_kinds, m_facts, m_rules, m_tables, m_groups, m_states, m_categories,
        m_entries, m_equivalents, m_startingPoints, m_applications;
    /// Terms and their forms, folded: which definition, and where it stands.
    QMultiHash<QString, std::pair<qsizetype, language::SourcePosition>> m_spellings;
    std::vector<std::pair<QString, language::SourcePosition>> m_references; // codes after `see`
    /// Conditions that narrow a row of the two lists.
    struct Narrowing {
        QString code;
        language::ConditionPtr language::Entry::*condition;
        language::SourcePosition at;
    };
    std::vector<Narrowing> m_narrowings;
    QMap<QString, language::FactDefinition> m_impliedFacts; // by code
    QList<Role> m_roles;
    bool m_hasCatalogue = false;
};

} // namespace clearway::compiler
