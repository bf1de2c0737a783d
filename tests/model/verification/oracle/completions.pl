% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% Completions

assumed(Key, Value) :-
    b_getval(assumptions, Assumptions),
    Assumptions = [_|_],
    memberchk(Key-Value, Assumptions).

assume(Key, Value) :-
    b_getval(assumptions, Assumptions),
    b_setval(assumptions, [Key-Value|Assumptions]).

% The condition is Truth (true or false) in a completion; on backtracking in others. What Kleene decides needs no choice.
complete(C, Context, Truth) :-
    kleene(C, Context, Known),
    (   Known == unknown -> complete_open(C, Context, Truth) ; Truth = Known ).

complete_open(all(Of), Context, Truth) :- complete_all(Of, Context, Truth).
complete_open(any(Of), Context, Truth) :- complete_any(Of, Context, Truth).
complete_open(not(Of), Context, Truth) :- complete(Of, Context, T), opposite(T, Truth).
complete_open(rule(Id), Context, Truth) :-
    p_rule(Id, Verified, C),
    complete_if(Verified, rule(Id), C, Context, Truth).
complete_open(test(Scope, Place, Number), Context, Truth) :-
    answer_to(Scope, Place, Context, Id, _),
    place(Fact, Scope, Place),
    classes(Fact, Values),
    member(Value, Values),
    assume(fact(Id, Scope, Place), Value),
    passes(Number, Value, Truth).
complete_open(found(Bit), Context, Truth) :-
    Context = c(_, _, h(Id, _), _),
    (   named(Id, Bit, unknown), \+ assumed(named(Id, Bit), _)
    ->  member(Self, [true, false]),
        assume(named(Id, Bit), Self)
    ;   true
    ),
    (   assumed(further(Id), _)
    ->  true
    ;   unions(Id, Unions),
        member(Mask, Unions),
        assume(further(Id), Mask)
    ),
    kleene(found(Bit), Context, Truth).

% Parts that Kleene decides come first: they may settle it without any choice.
complete_all([], _, true).
complete_all([C|Cs], Context, Truth) :-
    complete(C, Context, T),
    (   T == false
    ->  Truth = false
    ;   kleene_all(Cs, Context, true, Rest),
        ( Rest == unknown -> complete_all(Cs, Context, Truth) ; Truth = Rest )
    ).

complete_any([], _, false).
complete_any([C|Cs], Context, Truth) :-
    complete(C, Context, T),
    (   T == true
    ->  Truth = true
    ;   kleene_any(Cs, Context, false, Rest),
        ( Rest == unknown -> complete_any(Cs, Context, Truth) ; Truth = Rest )
    ).

complete_if(verified, _, C, Context, Truth) :- complete(C, Context, Truth).
complete_if(unverified, Name, C, Context, Truth) :-
    complete(C, Context, Holds),
    (   Holds == false -> Truth = false
    ;   assumed(counts(Name), Counts) -> Truth = Counts
    ;   member(Truth, [true, false]),
        assume(counts(Name), Truth)
    ).

% One value for each way in which the tests on a fact can come out.
classes(Fact, Values) :- known_classes(Fact, Values), !.
classes(Fact, Values) :-
    fact(Fact, _, Kind, _, _, Choices),
    tests_of(Fact, Numbers),
    findall(Outcomes-Value,
            ( value_of(Kind, Fact, Choices, Value),
              findall(T, ( member(N, Numbers), passes(N, Value, T) ), Outcomes) ),
            Found),
    sort(1, @<, Found, Different),
    pairs_values(Different, Values),
    assertz(known_classes(Fact, Values)).

value_of(yes_no, _, _, Value) :- member(Value, [true, false]).
value_of(judgement, _, _, Value) :- member(Value, [true, false]).
value_of(choice, _, Choices, Value) :- member(Value, Choices).
value_of(choices, Fact, Choices, Value) :-
    partition(exclusive(Fact), Choices, Alone, Together),
    (   member(One, Alone), Value = [One]
    ;   part_of(Together, Value), Value = [_|_]
    ).
value_of(country, _, _, Value) :- countries(Countries), member(Value, Countries).
value_of(date, Fact, _, Value) :-
    test(_, date(Fact, _, Day)),
    (   Value = Day ; atom_concat(Day, ' and before', Value) ; Value = '0000-01-01' ).

part_of([], []).
part_of([_|Xs], Ys) :- part_of(Xs, Ys).
part_of([X|Xs], [X|Ys]) :- part_of(Xs, Ys).
