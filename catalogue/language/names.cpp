// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/language/names.h"

#include <array>
#include <utility>

namespace clearway::language {

using namespace Qt::StringLiterals;

namespace {

template<typename Enumeration>
using Names = std::initializer_list<std::pair<Enumeration, QLatin1StringView>>;

template<typename Enumeration>
QString nameIn(const Names<Enumeration> &names, Enumeration value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return name;
    }
    return {};
}

template<typename Enumeration>
std::optional<Enumeration> valueIn(const Names<Enumeration> &names, QStringView word)
{
    for (const auto &[known, name] : names) {
        if (word == name)
            return known;
    }
    return std::nullopt;
}

constexpr Names<Grade> grades = {{Grade::Statute, "statute"_L1},
                                 {Grade::Official, "official"_L1},
                                 {Grade::Secondary, "secondary"_L1},
                                 {Grade::Inference, "inference"_L1},
                                 {Grade::Unread, "unread"_L1}};
constexpr Names<ExceptionEffect> effects = {{ExceptionEffect::Frees, "frees"_L1},
                                            {ExceptionEffect::Notifies, "notifies"_L1},
                                            {ExceptionEffect::Covers, "covers"_L1}};
constexpr Names<NoteKind> noteKinds = {{NoteKind::Note, "note"_L1},
                                       {NoteKind::DecontrolNote, "not_if"_L1},
                                       {NoteKind::TechnicalNote, "technical"_L1},
                                       {NoteKind::SeeAlso, "see"_L1}};
constexpr Names<Combination> combinations = {{Combination::None, "none"_L1},
                                             {Combination::Any, "any"_L1},
                                             {Combination::All, "all"_L1},
                                             {Combination::Examples, "examples"_L1}};

} // namespace

QString nameOf(Grade grade)
{
    return nameIn(grades, grade);
}

QString nameOf(ExceptionEffect effect)
{
    return nameIn(effects, effect);
}

QString nameOf(NoteKind kind)
{
    return nameIn(noteKinds, kind);
}

QString nameOf(Combination combination)
{
    return nameIn(combinations, combination);
}

std::optional<Grade> gradeFromName(QStringView name)
{
    return valueIn(grades, name);
}

std::optional<ExceptionEffect> effectFromName(QStringView name)
{
    return valueIn(effects, name);
}

std::optional<NoteKind> noteKindFromName(QStringView name)
{
    return valueIn(noteKinds, name);
}

std::optional<Combination> combinationFromName(QStringView name)
{
    return valueIn(combinations, name);
}

} // namespace clearway::language
