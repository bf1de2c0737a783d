% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% Three values. A context is c(Case, Activity, Item, Recipient), each h(Id, Answers) with Answers a term a(Value, …).
% What a completion assumes is kept in a global variable and forgotten on backtracking.

least(false, _, false) :- !.
least(_, false, false) :- !.
least(true, true, true) :- !.
least(_, _, unknown).

most(true, _, true) :- !.
most(_, true, true) :- !.
most(false, false, false) :- !.
most(_, _, unknown).

opposite(true, false).
opposite(false, true).
opposite(unknown, unknown).

weakened(verified, Truth, Truth).
weakened(unverified, Truth, Weak) :- least(Truth, unknown, Weak).

kleene(true, _, true).
kleene(false, _, false).
kleene(unanswered(_), _, unknown).
kleene(all(Of), Context, Truth) :- kleene_all(Of, Context, true, Truth).
kleene(any(Of), Context, Truth) :- kleene_any(Of, Context, false, Truth).
kleene(not(Of), Context, Truth) :- kleene(Of, Context, T), opposite(T, Truth).
kleene(rule(Id), Context, Truth) :-
    p_rule(Id, Verified, C),
    kleene_if(Verified, rule(Id), C, Context, Truth).
kleene(entry(Code), Context, Truth) :- specified(Code, Context, Truth).
kleene(test(Scope, Place, Number), Context, Truth) :-
    answer_to(Scope, Place, Context, Id, Answer),
    (   open_answer(Answer)
    ->  ( assumed(fact(Id, Scope, Place), Value) -> passes(Number, Value, Truth) ; Truth = unknown )
    ;   passes(Number, Answer, Truth)
    ).
kleene(found(Bit), c(_, _, Item, _), Truth) :-
    Item = h(Id, _),
    named(Id, Bit, Named),
    (   Named == true
    ->  Truth = true
    ;   ( Named == unknown, assumed(named(Id, Bit), Self) -> true ; Self = Named ),
        further(Id, Bit, Further),
        most(Self, Further, Truth)
    ).

kleene_all([], _, Truth, Truth).
kleene_all([C|Cs], Context, Before, Truth) :-
    kleene(C, Context, T),
    (   T == false -> Truth = false
    ;   least(Before, T, Now),
        kleene_all(Cs, Context, Now, Truth)
    ).

kleene_any([], _, Truth, Truth).
kleene_any([C|Cs], Context, Before, Truth) :-
    kleene(C, Context, T),
    (   T == true -> Truth = true
    ;   most(Before, T, Now),
        kleene_any(Cs, Context, Now, Truth)
    ).

kleene_if(verified, _, C, Context, Truth) :- kleene(C, Context, Truth).
kleene_if(unverified, Name, C, Context, Truth) :-
    (   assumed(counts(Name), Counts) -> true ; Counts = unknown ),
    (   Counts == false -> Truth = false
    ;   kleene(C, Context, Holds),
        least(Holds, Counts, Truth)
    ).

answer_to(case, Place, c(h(Id, A), _, _, _), Id, Answer) :- arg(Place, A, Answer).
answer_to(activity, Place, c(_, h(Id, A), _, _), Id, Answer) :- arg(Place, A, Answer).
answer_to(item, Place, c(_, _, h(Id, A), _), Id, Answer) :- arg(Place, A, Answer).
answer_to(recipient, Place, c(_, _, _, h(Id, A)), Id, Answer) :- arg(Place, A, Answer).

open_answer(-).    % unanswered
open_answer('?').  % not sure

passes(Number, Value, Truth) :- known_test(Number, Value, Found), !, Truth = Found.
passes(Number, Value, Truth) :-
    test(Number, Condition),
    ( passes_test(Condition, Value) -> Found = true ; Found = false ),
    assertz(known_test(Number, Value, Found)),
    Truth = Found.

passes_test(holds(_), true).
passes_test(any_of(_, Ids), Value) :- picked(Value, Picked), member(Id, Picked), memberchk(Id, Ids), !.
passes_test(all_of(_, Ids), Value) :- picked(Value, Picked), subset(Ids, Picked).
passes_test(only_of(_, Ids), Value) :- picked(Value, Picked), Picked = [_|_], subset(Picked, Ids).
passes_test(in_countries(_, Codes, _), Value) :- memberchk(Value, Codes), !.
passes_test(in_countries(_, _, Groups), Value) :-
    member(Group, Groups), country_group(Group, Members), memberchk(Value, Members), !.
passes_test(date(_, Sign, Day), Value) :- compare(Order, Value, Day), sign(Sign, Order).

picked([], []) :- !.
picked([Id|Ids], [Id|Ids]) :- !.
picked(Id, [Id]).

sign(<, <).
sign(=<, <).
sign(=<, =).
sign(=, =).
sign('!=', <).
sign('!=', >).
sign(>=, >).
sign(>=, =).
sign(>, >).
