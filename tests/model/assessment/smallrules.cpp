// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallrules.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace clearway::language;
using namespace clearway::reasoning;
using clearway::assessment::Assessment;
namespace reasoning = clearway::reasoning;

namespace {

ConditionPtr condition(auto node)
{
    auto made = std::make_shared<Condition>();
    made->node = std::move(node);
    return made;
}

ConditionPtr picks(const QString &fact, const QStringList &ids)
{
    return condition(Condition::Picks{fact, Condition::Membership::AnyOf, ids});
}

FactDefinition fact(const QString &id, Scope scope, FactKind kind, const QString &prompt)
{
    FactDefinition made;
    made.id = id;
    made.scope = scope;
    made.kind = kind;
    made.prompt = prompt;
    made.why = u"It decides whether the provision applies."_s;
    made.cite = u"s 1"_s;
    made.cost = 5;
    return made;
}

LawState state(const QString &id, const QString &title)
{
    LawState made;
    made.id = id;
    made.title = title;
    made.act = u"Test Act, compilation "_s + id;
    made.regulation = u"Test Regulation"_s;
    made.list = u"Test List"_s;
    Provision provision;
    provision.id = u"send"_s;
    provision.title = u"Sending listed technology abroad"_s;
    provision.cite = u"s 10(1)"_s;
    provision.regulates = u"sending technology abroad"_s;
    provision.requirement = {u"permit-send"_s,
                             u"permit"_s,
                             u"A permit from Defence"_s,
                             u"Defence Export Controls"_s,
                             u"s 11"_s,
                             u"Ask the office to apply.\nWait for the answer."_s,
                             u"15 working days"_s};
    provision.elements = {
        {u"overseas"_s,
         u"The recipient is outside Australia"_s,
         u"s 10(1)(b)"_s,
         Grade::Statute,
         true,
         {},
         condition(Condition::Not{condition(Condition::InCountries{u"recipient.place"_s, {u"AU"_s}, {}})})},
        {u"private"_s,
         u"It is not public already"_s,
         u"s 4(1)"_s,
         Grade::Statute,
         true,
         {},
         picks(u"item.public"_s, {u"no"_s})}};
    if (id == "B"_L1) {
        Exception draft;
        draft.condition = {
            u"draft"_s,           u"A draft on its way to publication"_s,      u"s 10(2)"_s, Grade::Secondary, true,
            u"public guidance"_s, picks(u"activity.kind"_s, {u"send_draft"_s})};
        draft.thenDo = u"Keep a record of what was sent, to whom and when."_s;
        provision.exceptions.append(draft);
        Duty duty;
        duty.id = u"record"_s;
        duty.title = u"Keep a record of the supply"_s;
        duty.text = u"Write down what was supplied, to whom and when."_s;
        duty.cite = u"s 58(3A)"_s;
        duty.keepUntil = u"5 years from the supply"_s;
        duty.keepYears = 5;
        duty.keepFrom = u"the last day of the supply"_s;
        duty.keepVerified = false;
        duty.when = condition(Condition::Constant{true});
        made.duties.append(duty);
        made.listHeld = true;
        made.operatesFrom = QDate(2020, 1, 1);
    }
    made.provisions.append(provision);
    for (const auto &[warning, question] :
         {std::pair(u"wmd"_s, u"case.wmd"_s), std::pair(u"sanctions"_s, u"case.sanctions"_s)}) {
        Warning stop;
        stop.id = warning;
        stop.title = u"Suspicion: "_s + warning;
        stop.text = u"Stop and refer it."_s;
        stop.cite = u"Other Act"_s;
        stop.stops = true;
        stop.refersTo = u"Your export control officer"_s;
        stop.when = picks(question, {u"yes"_s});
        made.warnings.append(stop);
    }
    return made;
}

Proof leaf(const RuleBook &rules, const QString &id, const QString &holder, Truth truth, const QString &detail)
{
    Proof proof;
    proof.kind = ProofKind::Fact;
    proof.id = id;
    proof.title = rules.facts.value(id).prompt;
    proof.cite = u"s 1"_s;
    proof.truth = truth;
    proof.detail = detail;
    proof.key = {id, holder, -1};
    return proof;
}

Proof part(ProofKind kind, const Element &element, Truth truth, const Proof &child)
{
    Proof proof;
    proof.kind = kind;
    proof.id = element.id;
    proof.title = element.title;
    proof.cite = element.cite;
    proof.truth = truth;
    proof.leansOn = element.leansOn;
    proof.children = {child};
    return proof;
}

Finding findingFor(const RuleBook &rules, const LawState &law, const reasoning::Combination &combination)
{
    const Provision &provision = law.provisions.first();
    Finding finding;
    finding.provision = provision.id;
    finding.title = provision.title;
    finding.cite = provision.cite;
    finding.combination = combination;
    finding.proof.kind = ProofKind::Provision;
    finding.proof.id = provision.id;
    finding.proof.title = provision.title;
    finding.proof.children = {
        part(ProofKind::Element, provision.elements.at(0), Truth::True,
             leaf(rules, u"recipient.place"_s, combination.recipient, Truth::True, u"is not AU; answered Japan"_s)),
        part(ProofKind::Element, provision.elements.at(1), Truth::True,
             leaf(rules, u"item.public"_s, combination.item, Truth::True, u"is no; answered No"_s))};
    if (provision.exceptions.isEmpty()) {
        finding.status = ProvisionStatus::Applies;
        finding.proof.truth = Truth::True;
    } else {
        const Exception &exception = provision.exceptions.first();
        finding.status = ProvisionStatus::Excepted;
        finding.exception = exception.condition.id;
        finding.exceptionTitle = exception.condition.title;
        finding.exceptionCite = exception.condition.cite;
        finding.thenDo = exception.thenDo;
        finding.proof.truth = Truth::False;
        finding.proof.children.append(part(ProofKind::Exception, exception.condition, Truth::True,
                                           leaf(rules, u"activity.kind"_s, combination.activity, Truth::True,
                                                u"is send_draft; answered Send a draft"_s)));
    }
    return finding;
}

Conclusion concludeByHand(const RuleBook &rules, const LawState &law, const Answers &answers, bool asWritten)
{
    Conclusion conclusion;
    conclusion.state = law.id;
    conclusion.stateTitle = law.title;
    conclusion.asWritten = asWritten;
    if (!asWritten)
        conclusion.on = answers.on;
    for (const reasoning::Combination &combination : answers.combinations()) {
        conclusion.findings.append(findingFor(rules, law, combination));
        if (law.provisions.first().exceptions.isEmpty()) {
            RequirementFinding requirement;
            requirement.requirement = law.provisions.first().requirement;
            requirement.provision = u"send"_s;
            requirement.provisionTitle = law.provisions.first().title;
            requirement.cite = law.provisions.first().cite;
            requirement.combination = combination;
            conclusion.requirements.append(requirement);
        }
    }
    const bool permit = !conclusion.requirements.isEmpty();
    conclusion.outcome = permit ? Outcome::PermitLikelyRequired : Outcome::PermitUnlikely;
    conclusion.because = permit ? u"Sending it abroad is regulated and nothing takes it out."_s
                                : u"It is a draft on its way to publication."_s;
    for (const Duty &duty : law.duties)
        conclusion.duties.append({duty, answers.combinations(), Certainty::Certain});
    return conclusion;
}

} // namespace

RuleBook smallRules()
{
    RuleBook rules;
    rules.version = u"0.0.1"_s;
    rules.sourcesHash = QString(64, u'a');
    rules.lawChecked = QDate(2026, 1, 31);
    rules.lawCheckedAgainst = u"https://www.legislation.gov.au/C2012A00153/latest"_s;
    rules.listName = u"Test List"_s;
    rules.listId = u"F0000"_s;
    rules.listFrom = QDate(2020, 1, 1);
    rules.listFinding = u"item.entries"_s;
    rules.dateFact = u"case.date"_s;
    Q_UNUSED(rules.units.add(UnitKind{u"frequency"_s, u"frequency"_s, u"Hz"_s, {{u"frequency"_s, 1}}}));
    Q_UNUSED(rules.units.add(Unit{.name = u"Hz"_s, .aliases = {}, .kind = u"frequency"_s}));
    Q_UNUSED(rules.units.add(Unit{.name = u"GHz"_s, .aliases = {}, .kind = u"frequency"_s, .factor = 1000000000}));

    FactDefinition date = fact(u"case.date"_s, Scope::Case, FactKind::Date, u"When does it happen?"_s);
    date.derived = true;
    FactDefinition kind = fact(u"activity.kind"_s, Scope::Activity, FactKind::Choice, u"What are you about to do?"_s);
    kind.choices = {{u"send_draft"_s, u"Send a draft"_s, {}}, {u"other"_s, u"Something else"_s, {}}};
    kind.conduct = true;
    FactDefinition open =
        fact(u"item.public"_s, Scope::Item, FactKind::Choice, u"Could anybody get all of it already?"_s);
    open.choices = {{u"all"_s, u"Yes"_s, {}}, {u"no"_s, u"No"_s, {}}};
    const FactDefinition place =
        fact(u"recipient.place"_s, Scope::Recipient, FactKind::Country, u"Where will this person be?"_s);
    const FactDefinition citizen =
        fact(u"recipient.citizen"_s, Scope::Recipient, FactKind::YesNo, u"Is this person a citizen of the moon?"_s);
    FactDefinition wmd = fact(u"case.wmd"_s, Scope::Case, FactKind::Choice, u"Could it help weapons?"_s);
    wmd.choices = {{u"no"_s, u"No"_s, {}}, {u"yes"_s, u"Yes"_s, {}}};
    wmd.page = u"warnings"_s;
    FactDefinition sanctions =
        fact(u"case.sanctions"_s, Scope::Case, FactKind::Choice, u"Is a sanctioned person involved?"_s);
    sanctions.choices = {
        {u"no"_s, u"No, lists checked"_s, {}}, {u"not_checked"_s, u"No, not checked"_s, {}}, {u"yes"_s, u"Yes"_s, {}}};
    sanctions.page = u"warnings"_s;
    sanctions.assumed = u"not_checked"_s;
    sanctions.settledBy = u"the consolidated list"_s;
    FactDefinition entries = fact(u"item.entries"_s, Scope::Item, FactKind::Entries, u"Which entries does it meet?"_s);
    entries.cost = 100;
    FactDefinition rate = fact(u"sample_rate"_s, Scope::Item, FactKind::Quantity, u"Sample rate"_s);
    rate.unitKind = u"frequency"_s;
    rate.defaultUnit = u"GHz"_s;
    FactDefinition thing = fact(u"item.kind"_s, Scope::Item, FactKind::Choice, u"What will the other side get?"_s);
    thing.choices = {{u"know_how"_s, u"Know-how or data"_s, {}}, {u"code"_s, u"Program code"_s, {}}};
    for (const FactDefinition &one : {date, kind, thing, open, place, citizen, wmd, sanctions, entries, rate}) {
        rules.facts.insert(one.id, one);
        rules.factOrder.append(one.id);
    }
    rules.countries = {{u"AU"_s, u"Australia"_s}, {u"JP"_s, u"Japan"_s}};
    Application permit;
    permit.id = u"application-permit"_s;
    permit.title = u"Application for a permit"_s;
    permit.summary = u"For one sending or several."_s;
    permit.requirements = {u"permit-send"_s};
    permit.lodgedWith = u"Defence Export Controls"_s;
    permit.usualTime = u"15 working days"_s;
    permit.cite = u"s 11"_s;
    permit.grade = Grade::Inference;
    permit.verified = false;
    permit.leansOn = u"public guidance"_s;
    permit.fields = {{u"applicant"_s, u"Who applies"_s, u"The organisation"_s, u"about.institution"_s},
                     {u"client"_s, u"Client number"_s, u"The office has it"_s, {}},
                     {u"project"_s, u"Project"_s, {}, u"about.project"_s},
                     {u"begins"_s, u"First day"_s, {}, u"case.date"_s},
                     {u"conduct"_s, u"What is to be done"_s, {}, u"activities"_s},
                     {u"items"_s, u"Items"_s, {}, u"items"_s},
                     {u"entries"_s, u"Entries"_s, {}, u"entries"_s},
                     {u"values"_s, u"Values"_s, {}, u"values"_s},
                     {u"looked"_s, u"Looked at"_s, {}, u"looked"_s},
                     {u"recipients"_s, u"Recipients"_s, {}, u"recipients"_s},
                     {u"place"_s, u"Country"_s, {}, u"recipient.place"_s},
                     {u"provision"_s, u"Provision"_s, {}, u"provisions"_s},
                     {u"record"_s, u"Self-assessment"_s, {}, u"reference"_s}};
    Application unsure = permit;
    unsure.id = u"application-assessment"_s;
    unsure.title = u"A DSGL/Activity Assessment"_s;
    unsure.requirements.clear();
    unsure.whenUnsure = true;
    rules.applications = {permit, unsure};
    rules.states = {state(u"A"_s, u"Act as made"_s), state(u"B"_s, u"Act as amended"_s)};
    rules.categories = {Category{u"5P1"_s, 2, u"Telecommunications"_s, u"Radio"_s, true, nullptr}};
    Entry parent;
    parent.code = u"5A001"_s;
    parent.category = u"5P1"_s;
    parent.group = u"A"_s;
    parent.title = u"Radio equipment"_s;
    parent.sensitive = true;
    auto limit = std::make_shared<Arithmetic>();
    limit->node = Arithmetic::Literal{Quantity{.kind = u"frequency"_s, .value = 1300000000, .written = u"1.3 GHz"_s}};
    limit->kind = u"frequency"_s;
    auto value = std::make_shared<Arithmetic>();
    value->node = Arithmetic::FactValue{u"sample_rate"_s};
    value->kind = u"frequency"_s;
    parent.when = condition(Condition::Compared{value, Comparison::Greater, limit});
    rules.entries.insert(parent.code, parent);
    rules.entryOrder.append(parent.code);
    rules.entryIndex = EntryIndex(rules);
    return rules;
}

Answers smallAnswers(const RuleBook &rules)
{
    Answers answers = Answers::single(QDate(2025, 6, 1));
    answers.activities.first().title = u"Send the manuscript"_s;
    answers.items.first().title = u"Fast converter manuscript"_s;
    answers.items.first().looked = {
        {u"needle in the search"_s}, {u"5A001"_s}, {{u"5A001"_s, u"margin criterion fails"_s}}};
    answers.recipients.first().title = u"Dr Haruka Exemplar"_s;
    answers.set({u"activity.kind"_s, u"a1"_s, -1}, Value(Picked{{u"send_draft"_s}}));
    answers.set({u"item.kind"_s, u"i1"_s, -1}, Value(Picked{{u"know_how"_s}}));
    answers.set({u"item.public"_s, u"i1"_s, -1}, Answer{Picked{{u"no"_s}}, u"a note nobody else may read"_s,
                                                        u"agreement clause 7"_s, u"Pat Teller"_s, false});
    answers.set({u"item.entries"_s, u"i1"_s, -1}, Value(EntryCodes{}));
    answers.set({u"sample_rate"_s, u"i1"_s, -1},
                Answer{Quantity{.kind = u"frequency"_s, .value = 1234567000, .written = u"1.234567 GHz"_s},
                       {},
                       u"data sheet page 12"_s,
                       {},
                       false});
    answers.set({u"recipient.place"_s, u"r1"_s, -1}, Value(Country{u"JP"_s}));
    answers.set({u"recipient.citizen"_s, u"r1"_s, -1}, Value(true));
    answers.set({u"case.wmd"_s, {}, -1}, Value(Picked{{u"no"_s}}));
    answers.set({u"case.sanctions"_s, {}, -1}, Value(Picked{{u"no"_s}}));
    Q_UNUSED(rules);
    return answers;
}

QStringList technicalStrings()
{
    return {u"Haruka"_s,
            u"1.234567"_s,
            u"needle in the search"_s,
            u"margin criterion fails"_s,
            u"nobody else may read"_s,
            u"clause 7"_s,
            u"Pat Teller"_s,
            u"data sheet page 12"_s,
            u"citizen of the moon"_s,
            u"Quin Assessor"_s,
            u"quin@example.org"_s};
}

namespace {

Assessment around(const RuleBook &rules, const Answers &answers)
{
    Assessment made;
    made.reference = u"CW-7F3K-29QD"_s;
    made.state = clearway::assessment::State::Finished;
    made.title = u"Manuscript to Tokyo"_s;
    made.started = QDateTime(QDate(2025, 5, 30), QTime(9, 0), QTimeZone::UTC);
    made.finished = QDateTime(QDate(2025, 5, 30), QTime(9, 5), QTimeZone::UTC);
    made.madeBy = u"Clearway 0.1.0"_s;
    made.catalogue = {rules.version,           rules.sourcesHash, rules.lawChecked,
                      rules.lawCheckedAgainst, rules.listId,      rules.listName};
    made.about.assessor = u"Quin Assessor"_s;
    made.about.contact = u"quin@example.org"_s;
    made.about.role = u"Researcher"_s;
    made.about.project = u"Converters"_s;
    made.about.agreement = u"ARC-1"_s;
    made.about.purpose = u"Joint publication"_s;
    made.answers = answers;
    made.lateChanges = {{made.finished,
                         {u"item.public"_s, u"i1"_s, -1},
                         Picked{{u"all"_s}},
                         Picked{{u"no"_s}},
                         u"I had looked at the wrong file, says Pat Teller"_s}};
    made.conclusion = concludeByHand(rules, rules.states.at(1), answers, false);
    made.conclusion.leansOn = {{Leaning::Kind::SecondarySource,
                                u"draft"_s,
                                u"The exception for drafts rests on guidance."_s,
                                u"s 10(2)"_s,
                                u"Reading the section"_s,
                                {}}};
    for (const LawState &law : rules.states)
        made.compared.append(concludeByHand(rules, law, answers, true));
    made.changes = {
        {{{{u"activity.kind"_s, u"a1"_s, -1}, Picked{{u"other"_s}}, u"What are you about to do? → Something else"_s}},
         Outcome::NotControlled}};
    made.worksheets = clearway::classification::worksheetsOf(answers, rules, &rules.states.at(1));
    made.holdsUntil = QDate(2026, 5, 30);
    return made;
}

} // namespace

Assessment sampleAssessment(const RuleBook &rules)
{
    return around(rules, smallAnswers(rules));
}

Assessment longAssessment(const RuleBook &rules, int combinations, int depth)
{
    Answers answers = smallAnswers(rules);
    const QString filler = u"with a description that goes on for a good while so that it has to be wrapped or cut "_s;
    for (int i = 2; i <= combinations; ++i) {
        const QString number = QString::number(i);
        answers.items.append(
            {u"i"_s + number, u"Part "_s + number + u" of the material, "_s + filler.repeated(3), 0, {}});
        answers.recipients.append({u"r"_s + number, u"Somebody "_s + number});
        answers.activities.append(
            {u"a"_s + number, u"Hand over part "_s + number, {u"i"_s + number}, {u"r"_s + number}});
        answers.set({u"recipient.place"_s, u"r"_s + number, -1}, Value(Country{u"JP"_s}));
        answers.set({u"item.public"_s, u"i"_s + number, -1},
                    Answer{Picked{{u"no"_s}}, filler.repeated(4), u"Agreement "_s + number, {}, false});
    }
    Assessment made = around(rules, answers);
    made.conclusion = concludeByHand(rules, rules.states.at(0), answers, true);
    made.conclusion.because = filler.repeated(6);
    for (int i = 0; i < 8; ++i)
        made.conclusion.leansOn.append(
            {Leaning::Kind::Unsure, u"item.public"_s, filler, u"s 4(1)"_s, u"The agreement"_s, {}});
    Proof deep = leaf(rules, u"sample_rate"_s, u"i1"_s, Truth::True, u"the innermost reason"_s);
    for (int i = 0; i < depth; ++i) {
        Proof around;
        around.kind = i % 2 ? ProofKind::All : ProofKind::Any;
        around.truth = Truth::True;
        around.title = i % 7 ? QString() : filler;
        around.children = {deep};
        deep = around;
    }
    made.conclusion.findings.first().proof.children.first().children.append(deep);
    return made;
}
