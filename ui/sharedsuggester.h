// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/language/thesaurus.h"
#include "model/classification/suggestion.h"

#include <expected>
#include <functional>
#include <memory>

namespace clearway::ui {

/// Suggests for a text. Called on workers, also on several at once.
using Suggest = std::function<classification::Suggestions(const QString &text, int limit)>;
/// Gives it, or says in a sentence why there is none. Called in the window's thread.
using SuggestSource = std::function<std::expected<Suggest, QString>()>;

/// One suggester for all panels. It takes some tenths of a second to make, so the first worker that needs it makes it.
class SharedSuggester {
public:
    /// Reads what people call things; called once, in the window's thread.
    using ReadThesaurus = std::function<std::expected<language::Thesaurus, QString>()>;
    SharedSuggester(std::shared_ptr<const language::RuleBook> rules, ReadThesaurus read);

    std::expected<Suggest, QString> suggest();

private:
    struct Making;
    std::shared_ptr<const language::RuleBook> m_rules;
    ReadThesaurus m_read;
    std::shared_ptr<Making> m_making; // workers may go on with it when this is gone
};

} // namespace clearway::ui
