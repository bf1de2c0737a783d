% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% The rules, with names looked up once

:- dynamic
    place/3,             % Fact, Scope, number among the answers of a holder of that scope
    p_rule/3, p_duty/3, p_warning/3, p_category/2,
    p_elements/2,        % Provision, its elements as part(Name, Verified, Condition)
    p_ways/3,            % Provision, effect, its exceptions of that effect, likewise
    test/2,              % Number, condition on one fact
    tests_of/2,          % Fact, numbers of the tests on it
    property/2,          % Bit, condition on the list finding
    properties/1,        % how many
    known_test/3,        % Number, Value, truth: worked out before
    known_classes/2,     % Fact, values that some test tells apart
    known_match/3,       % Code, Bit, true, false or the condition that decides
    above/2,             % Code, the positions that it lies in, itself first
    masks_of/2,          % Category, sets of properties that one of its positions has, as bits
    known_unions/2.      % Masks, all their unions

index_facts(Scopes) :-
    forall(( member(Scope-Facts, Scopes), nth1(Number, Facts, Fact) ),
           assertz(place(Fact, Scope, Number))).

prepare :-
    assertz(properties(0)),
    forall(position(Code, _, _, _, _), ( chain(Code, Chain), assertz(above(Code, Chain)) )),
    forall(rule(Id, Verified, When), ( prepared(When, C), assertz(p_rule(Id, Verified, C)) )),
    forall(provision(P, _, _),
           ( findall(part(element(P, Id), Verified, C),
                     ( element(P, Id, Verified, When), prepared(When, C) ),
                     Elements),
             assertz(p_elements(P, Elements)) )),
    forall(( provision(P, _, _), member(Effect, [frees, covers, notifies]) ),
           ( findall(part(exception(P, Id), Verified, C),
                     ( exception(P, Id, Effect, Verified, When), prepared(When, C) ),
                     Ways),
             assertz(p_ways(P, Effect, Ways)) )),
    forall(duty(Id, Verified, When), ( prepared(When, C), assertz(p_duty(Id, Verified, C)) )),
    forall(warning(Id, Stops, When), ( prepared(When, C), assertz(p_warning(Id, Stops, C)) )),
    forall(category(Id, _, _, When), ( prepared(When, C), assertz(p_category(Id, C)) )),
    forall(category(Id, _, Whole, _), prepare_category(Id, Whole)).

chain('', []) :- !.
chain(Code, [Code|Chain]) :-
    position(Code, Parent, _, _, _),
    chain(Parent, Chain).

prepared(true, true) :- !.
prepared(false, false) :- !.
prepared(all(Of), all(Cs)) :- !, maplist(prepared, Of, Cs).
prepared(any(Of), any(Cs)) :- !, maplist(prepared, Of, Cs).
prepared(not(Of), not(C)) :- !, prepared(Of, C).
prepared(rule(Id), rule(Id)) :- !.
prepared(entry(Code), entry(Code)) :- !.
prepared(empty(Fact), not(found(Bit))) :- list_finding(Fact), !, property_bit(any, Bit).
prepared(Condition, found(Bit)) :-
    on_entries(Condition, Fact, Property),
    list_finding(Fact),
    !,
    property_bit(Property, Bit).
prepared(Condition, test(Scope, Place, Number)) :-
    on_fact(Condition, Fact),
    place(Fact, Scope, Place),
    !,
    (   test(Number, Condition)
    ->  true
    ;   aggregate_all(count, test(_, _), Number),
        assertz(test(Number, Condition)),
        (   retract(tests_of(Fact, Numbers)) -> true ; Numbers = [] ),
        assertz(tests_of(Fact, [Number|Numbers]))
    ).
% Anything else is about something that no answer set of the test speaks of: properties of the item itself.
prepared(Condition, unanswered(Condition)).

on_fact(holds(Fact), Fact).
on_fact(any_of(Fact, _), Fact).
on_fact(all_of(Fact, _), Fact).
on_fact(only_of(Fact, _), Fact).
on_fact(in_countries(Fact, _, _), Fact).
on_fact(date(Fact, _, _), Fact).

on_entries(within(Fact, Codes), Fact, within(Codes)).
on_entries(in_part(Fact, Part), Fact, part(Number)) :- atom_number(Part, Number).
on_entries(in_category(Fact, Category), Fact, category(Category)).
on_entries(in_group(Fact, Group), Fact, group(Group)).
on_entries(sensitive_list(Fact), Fact, row(sensitive_list)).
on_entries(very_sensitive_list(Fact), Fact, row(very_sensitive_list)).

property_bit(Property, Bit) :- property(Bit, Property), !.
property_bit(Property, Bit) :-
    retract(properties(Bit)),
    Next is Bit + 1,
    assertz(properties(Next)),
    assertz(property(Bit, Property)).

prepare_category(Id, Whole) :-
    (   Whole == complete
    ->  true
    ;   throw(not_held_whole(Id))  % what such a category might hold is not written here
    ),
    findall(Mask,
            ( position(Code, _, _, Id, _), \+ reserved(Code), possible_mask(Code, Mask) ),
            Found),
    sort(Found, Masks),
    assertz(masks_of(Id, Masks)).

% With all that narrows a row of the two lists left open.
possible_mask(Code, Mask) :-
    properties(Count),
    Last is Count - 1,
    findall(Bit, between(0, Last, Bit), Bits),
    foldl(possible_bit(Code), Bits, 0, Mask).

possible_bit(Code, Bit, Before, After) :-
    property(Bit, Property),
    property_of(Property, Code, Found),
    (   Found == true -> After is Before \/ (1 << Bit)
    ;   Found == false -> After = Before
    ;   ( After = Before ; After is Before \/ (1 << Bit) )
    ).
