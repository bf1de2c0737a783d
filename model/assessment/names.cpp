// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/names.h"

namespace clearway::assessment {

using namespace Qt::StringLiterals;
using reasoning::Leaning;
using reasoning::ProofKind;
using reasoning::ProvisionStatus;

QString stateName(State state)
{
    return state == State::Finished ? u"finished"_s : u"draft"_s;
}

std::optional<State> stateFromName(QStringView name)
{
    if (name == "draft"_L1)
        return State::Draft;
    if (name == "finished"_L1)
        return State::Finished;
    return std::nullopt;
}

QString truthName(reasoning::Truth truth)
{
    switch (truth) {
    case reasoning::Truth::True: return u"true"_s;
    case reasoning::Truth::False: return u"false"_s;
    case reasoning::Truth::Unknown: break;
    }
    return u"unknown"_s;
}

QString certaintyName(reasoning::Certainty certainty)
{
    return certainty == reasoning::Certainty::Certain ? u"certain"_s : u"possible"_s;
}

QString statusName(ProvisionStatus status)
{
    switch (status) {
    case ProvisionStatus::NotRegulated: return u"not-regulated"_s;
    case ProvisionStatus::Excepted: return u"excepted"_s;
    case ProvisionStatus::Covered: return u"covered"_s;
    case ProvisionStatus::Notifies: return u"notifies"_s;
    case ProvisionStatus::Applies: return u"applies"_s;
    case ProvisionStatus::Open: break;
    }
    return u"open"_s;
}

QString leaningName(Leaning::Kind kind)
{
    switch (kind) {
    case Leaning::Kind::Unsure: return u"unsure"_s;
    case Leaning::Kind::Assumed: return u"assumed"_s;
    case Leaning::Kind::UnverifiedRule: return u"unverified-rule"_s;
    case Leaning::Kind::SecondarySource: return u"secondary-source"_s;
    case Leaning::Kind::AnotherList: return u"another-list"_s;
    case Leaning::Kind::Contested: return u"contested"_s;
    case Leaning::Kind::VerifiedByOffice: return u"verified-by-office"_s;
    case Leaning::Kind::NotHeld: break;
    }
    return u"not-held"_s;
}

QString proofKindName(ProofKind kind)
{
    switch (kind) {
    case ProofKind::Provision: return u"provision"_s;
    case ProofKind::Element: return u"element"_s;
    case ProofKind::Exception: return u"exception"_s;
    case ProofKind::Duty: return u"duty"_s;
    case ProofKind::Warning: return u"warning"_s;
    case ProofKind::Rule: return u"rule"_s;
    case ProofKind::Entry: return u"entry"_s;
    case ProofKind::DecontrolNote: return u"decontrol-note"_s;
    case ProofKind::All: return u"all"_s;
    case ProofKind::Any: return u"any"_s;
    case ProofKind::Not: return u"not"_s;
    case ProofKind::Point: return u"point"_s;
    case ProofKind::Fact: break;
    }
    return u"fact"_s;
}

} // namespace clearway::assessment
