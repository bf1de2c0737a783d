// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/membership.h"

#include "catalogue/language/spelling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clearway::language {

namespace {

using Membership = Condition::Membership;

/// One fact with its operator. The syntax is read whole even where the fact is unknown or of another kind, so that
/// later errors are found at their own places.
class MembershipReader {
public:
    MembershipReader(const FactName &name, const SourcePosition &at, TokenReader &reader, const Vocabulary &vocabulary)
        : m_name(name)
        , m_fact(name.definition)
        , m_at(at)
        , m_reader(reader)
        , m_vocabulary(vocabulary)
    {}

    ConditionPtr is()
    {
        m_operatorAt = m_reader.here();
        m_reader.advance();
        const bool negated = m_reader.takeWord(u"not");
        if (m_reader.peek().isWord(u"any") && m_reader.peek(1).isWord(u"of")) {
            m_reader.advance(2);
            return pickedOrCountries(bracketedIds(), negated);
        }
        if (m_reader.peek().isWord(u"only")
            && (m_reader.peek(1).kind == TokenKind::Word || m_reader.peek(1).isSymbol(u"("))) {
            m_reader.advance();
            const QList<Token> ids = m_reader.peek().isSymbol(u"(") ? bracketedIds() : singleId();
            return picked(ids, Membership::OnlyOf, {FactKind::Choices}, negated);
        }
        if (m_reader.peek().isWord(u"empty") && m_fact && m_fact->kind == FactKind::Entries) {
            if (negated)
                m_reader.unexpected(u"“not %1 is empty”"_s.arg(m_name.text));
            m_reader.advance();
            return negated ? nullptr : made(Condition::EntriesWith{m_name.text, u"empty"_s, {}});
        }
        return pickedOrCountries(singleId(), negated);
    }

    ConditionPtr has()
    {
        m_operatorAt = m_reader.here();
        m_reader.advance();
        const bool negated = m_reader.takeWord(u"not");
        const bool all = m_reader.peek().isWord(u"all");
        if ((all || m_reader.peek().isWord(u"any")) && m_reader.peek(1).isWord(u"of")) {
            m_reader.advance(2);
            return picked(bracketedIds(), all ? Membership::AllOf : Membership::AnyOf, {FactKind::Choices}, negated);
        }
        return picked(singleId(), Membership::AnyOf, {FactKind::Choices}, negated);
    }

    ConditionPtr within()
    {
        m_operatorAt = m_reader.here();
        m_reader.advance();
        QStringList codes;
        bool sound = true;
        const bool several = m_reader.takeSymbol(u"(");
        do {
            const Token token = m_reader.peek();
            if (token.kind != TokenKind::Text) {
                m_reader.unexpected(u"a code in quotes, such as \"5A001\""_s);
                m_reader.recover();
                sound = false;
                continue;
            }
            m_reader.advance();
            if (!m_vocabulary.hasEntry(token.text)) {
                m_reader.error(token.at, u"unknown entry \"%1\""_s.arg(token.text),
                               u"a code of the list"_s
                                   % nearestName(token.text, m_vocabulary,
                                                 [this](const QString &c) { return m_vocabulary.hasEntry(c); }));
                sound = false;
            }
            codes.append(token.text);
        } while (several && m_reader.takeSymbol(u","));
        if (several)
            sound = m_reader.expectSymbol(u")"_s) && sound;
        if (!isOfKind({FactKind::Entries}) || !sound)
            return nullptr;
        return made(Condition::EntriesWithin{m_name.text, codes});
    }

    ConditionPtr in()
    {
        m_operatorAt = m_reader.here();
        m_reader.advance();
        const Token property = m_reader.peek();
        if (property.isWord(u"sensitive_list") || property.isWord(u"very_sensitive_list")) {
            m_reader.advance();
            return isOfKind({FactKind::Entries}) ? made(Condition::EntriesWith{m_name.text, property.text, {}})
                                                 : nullptr;
        }
        if (!property.isWord(u"part") && !property.isWord(u"category") && !property.isWord(u"group")) {
            m_reader.unexpected(m_fact ? usageOf(*m_fact) : u"“group”, “part”, “category” or a range"_s);
            m_reader.recover();
            return nullptr;
        }
        m_reader.advance();
        const Token value = m_reader.peek();
        if (value.kind != TokenKind::Word && value.kind != TokenKind::Text) {
            m_reader.unexpected(u"the name of a %1"_s.arg(property.text));
            m_reader.recover();
            return nullptr;
        }
        m_reader.advance();
        if (!m_fact)
            return nullptr;
        if (m_fact->kind == FactKind::Country && property.text == u"group")
            return inGroup(value);
        if (!isOfKind({FactKind::Entries}) || !isLabel(property.text, value))
            return nullptr;
        return made(Condition::EntriesWith{m_name.text, property.text, value.text});
    }

private:
    ConditionPtr inGroup(const Token &group)
    {
        if (m_vocabulary.hasCountryGroup(group.text))
            return made(Condition::InCountries{m_name.text, {}, {group.text}});
        m_reader.error(group.at, u"unknown country group “%1”"_s.arg(group.text),
                       u"a country group"_s % nearestName(group.text, m_vocabulary, [this](const QString &known) {
                           return m_vocabulary.hasCountryGroup(known);
                       }));
        return nullptr;
    }

    bool isLabel(const QString &property, const Token &value)
    {
        const QString &text = value.text;
        if (property == u"part" && text != u"1" && text != u"2") {
            m_reader.error(value.at, u"the list has no part “%1”"_s.arg(text), u"1 or 2"_s);
            return false;
        }
        if (property == u"group" && (text.size() != 1 || text < u"A" || text > u"E")) {
            m_reader.error(value.at, u"the list has no group “%1”"_s.arg(text), u"A, B, C, D or E"_s);
            return false;
        }
        const bool plain = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber(); });
        if (text.isEmpty() || !plain) {
            m_reader.error(value.at, u"“%1” is no name of a category"_s.arg(text), u"a category such as 5P1"_s);
            return false;
        }
        return true;
    }

    /// The ids between brackets; empty where an error was reported.
    QList<Token> bracketedIds()
    {
        QList<Token> ids;
        if (!m_reader.takeSymbol(u"(")) {
            m_reader.unexpected(u"“(” and the choices, separated by commas"_s);
            m_reader.recover();
            return {};
        }
        bool sound = true;
        do {
            const QList<Token> id = singleId();
            sound = sound && !id.isEmpty();
            ids += id;
        } while (m_reader.takeSymbol(u","));
        sound = m_reader.expectSymbol(u")"_s) && sound;
        return sound ? ids : QList<Token>();
    }

    QList<Token> singleId()
    {
        const Token token = m_reader.peek();
        if (token.kind == TokenKind::Word) {
            m_reader.advance();
            return {token};
        }
        m_reader.unexpected(m_fact && m_fact->kind == FactKind::Country ? u"the code of a country, such as AU"_s
                                                                        : u"the id of a choice"_s);
        m_reader.recover();
        return {};
    }

    ConditionPtr pickedOrCountries(const QList<Token> &ids, bool negated)
    {
        if (m_fact && m_fact->kind == FactKind::Country)
            return countries(ids, negated);
        return picked(ids, Membership::AnyOf, {FactKind::Choice}, negated);
    }

    ConditionPtr countries(const QList<Token> &ids, bool negated)
    {
        QStringList codes;
        bool sound = !ids.isEmpty();
        for (const Token &id : ids) {
            if (!m_vocabulary.hasCountry(id.text)) {
                m_reader.error(id.at, u"unknown country “%1”"_s.arg(id.text),
                               u"a country's code of two capital letters, such as AU"_s);
                sound = false;
            }
            codes.append(id.text);
        }
        return sound ? made(Condition::InCountries{m_name.text, codes, {}}, negated) : nullptr;
    }

    ConditionPtr picked(const QList<Token> &ids, Membership membership, const QList<FactKind> &kinds, bool negated)
    {
        if (!isOfKind(kinds))
            return nullptr;
        QStringList picks;
        bool sound = !ids.isEmpty();
        for (const Token &id : ids) {
            sound = isChoice(id) && sound;
            if (picks.contains(id.text)) {
                m_reader.error(id.at, u"“%1” stands twice in this list"_s.arg(id.text), u"each choice once"_s);
                sound = false;
            }
            picks.append(id.text);
        }
        if (!sound)
            return nullptr;
        const bool several = m_fact->kind == FactKind::Choices;
        return made(Condition::Picks{m_name.text, membership, picks, several}, negated);
    }

    bool isChoice(const Token &id)
    {
        QStringList known;
        for (const Choice &choice : m_fact->choices)
            known.append(choice.id);
        if (known.contains(id.text))
            return true;
        const QString near = nearestSpelling(id.text, known);
        m_reader.error(id.at, u"“%1” has no choice “%2”"_s.arg(m_name.text, id.text),
                       u"one of %1%2"_s.arg(known.join(u", "_s),
                                            near.isEmpty() ? QString() : u"; did you mean “%1”?"_s.arg(near)));
        return false;
    }

    bool isOfKind(const QList<FactKind> &kinds)
    {
        if (!m_fact)
            return false; // unknown: reported where its name stands
        if (kinds.contains(m_fact->kind))
            return true;
        m_reader.error(m_operatorAt, u"“%1” is not used this way"_s.arg(m_name.text), usageOf(*m_fact));
        return false;
    }

    template<typename Node>
    ConditionPtr made(Node node, bool negated = false) const
    {
        auto condition = std::make_shared<const Condition>(Condition{std::move(node), m_at.line, m_at.column});
        if (!negated)
            return condition;
        return std::make_shared<const Condition>(Condition{Condition::Not{condition}, m_at.line, m_at.column});
    }

    const FactName &m_name;
    const FactDefinition *m_fact;
    SourcePosition m_at;
    SourcePosition m_operatorAt;
    TokenReader &m_reader;
    const Vocabulary &m_vocabulary;
};

} // namespace

std::optional<ConditionPtr> membershipOf(const Operand &left, TokenReader &reader, const Vocabulary &vocabulary)
{
    const FactName *name = std::get_if<FactName>(&left.value);
    if (!name)
        return std::nullopt;
    MembershipReader membership(*name, left.at, reader, vocabulary);
    if (reader.peek().isWord(u"is"))
        return membership.is();
    if (reader.peek().isWord(u"has"))
        return membership.has();
    if (reader.peek().isWord(u"within"))
        return membership.within();
    const bool range = reader.peek(1).isSymbol(u"[") || reader.peek(1).isSymbol(u"(");
    if (reader.peek().isWord(u"in") && !range)
        return membership.in();
    return std::nullopt;
}

QString usageOf(const FactDefinition &fact)
{
    const auto like = [&fact](const QString &text) { return text.arg(fact.id); };
    switch (fact.kind) {
    case FactKind::YesNo:
    case FactKind::Judgement: return like(u"“%1” or “not %1”"_s);
    case FactKind::Choice: return like(u"“%1 is …” or “%1 is any of (…)”"_s);
    case FactKind::Choices: return like(u"“%1 has …”, “%1 has any of (…)”, “%1 has all of (…)” or “%1 is only …”"_s);
    case FactKind::Quantity: return like(u"a comparison, such as “%1 > …”, or “%1 in […, …]”"_s);
    case FactKind::Country: return like(u"“%1 is …”, “%1 is any of (…)” or “%1 in group …”"_s);
    case FactKind::Date: return like(u"a comparison with a date, such as “%1 >= 2025-03-01”"_s);
    case FactKind::Entries: return like(u"“%1 within …”, “%1 in part …” or “%1 is empty”"_s);
    }
    return {};
}

} // namespace clearway::language
