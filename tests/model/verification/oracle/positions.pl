% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% Positions of the list

% A property of the position itself: true, false, or open(Condition).
property_of(any, _, true).
property_of(part(Part), Code, Found) :- position(Code, _, P, _, _), decided(P == Part, Found).
property_of(category(Category), Code, Found) :- position(Code, _, _, C, _), decided(of_category(C, Category), Found).
property_of(group(Group), Code, Found) :- position(Code, _, _, _, G), decided(G == Group, Found).
property_of(within(Codes), Code, Found) :-
    above(Code, Chain),
    decided(( member(In, Codes), memberchk(In, Chain) ), Found).
property_of(row(List), Code, Found) :-
    above(Code, Chain),
    findall(When, ( member(In, Chain), row(List, In, When) ), Rows),
    any_open(Rows, Found).

% Of a position that the item was found to meet: what lies below it may be met as well.
property_of_met(within(Codes), Code, Found) :-
    !,
    property_of(within(Codes), Code, Self),
    (   Self == true
    ->  Found = true
    ;   findall(entry(In), ( member(In, Codes), above(In, [_|Chain]), memberchk(Code, Chain) ), Below),
        any_open(Below, Found)
    ).
property_of_met(row(List), Code, Found) :-
    !,
    property_of(row(List), Code, Self),
    (   Self == true
    ->  Found = true
    ;   findall(all([entry(In), C]),
                ( row(List, In, C), above(In, [_|Chain]), memberchk(Code, Chain) ),
                Below),
        ( Self = open(Narrowed) -> Rows = [Narrowed|Below] ; Rows = Below ),
        any_open(Rows, Found)
    ).
property_of_met(Property, Code, Found) :- property_of(Property, Code, Found).

row(sensitive_list, Code, C) :- sensitive_list(Code, When), prepared(When, C).
row(very_sensitive_list, Code, C) :- very_sensitive_list(Code, When), prepared(When, C).

any_open(Conditions, Found) :-
    (   Conditions == [] -> Found = false
    ;   memberchk(true, Conditions) -> Found = true
    ;   Found = open(any(Conditions))
    ).

% "category 5" takes both its parts.
of_category(Category, Category) :- !.
of_category(Part, Category) :- atom_concat(Category, 'P', Before), atom_concat(Before, _, Part).

decided(Goal, true) :- call(Goal), !.
decided(_, false).

match(Code, Bit, Found) :- known_match(Code, Bit, Found), !.
match(Code, Bit, Found) :-
    property(Bit, Property),
    property_of_met(Property, Code, Found),
    assertz(known_match(Code, Bit, Found)).

% An item is specified by a position where its own condition and those above it hold, nothing releases it, and so many of
% its children are met as it asks for.
specified(Code, Context, Truth) :-
    above(Code, [_|Parents]),
    with_children(Code, Context, Self),
    specified_above(Parents, Context, Self, Truth).

specified_above([], _, Truth, Truth).
specified_above([Parent|Parents], Context, Before, Truth) :-
    own(Parent, Context, Own),
    least(Before, Own, Now),
    (   Now == false -> Truth = false ; specified_above(Parents, Context, Now, Truth) ).

own(Code, _, false) :- reserved(Code), !.
own(Code, Context, Truth) :-
    (   entry_when(Code, When) -> prepared(When, C), kleene(C, Context, Met) ; Met = true ),
    findall(Released,
            ( released_by(Code, Verified, Note), prepared(Note, N), kleene(N, Context, Holds),
              weakened(Verified, Holds, Released) ),
            Notes),
    foldl(most, Notes, false, Release),
    opposite(Release, Kept),
    least(Met, Kept, Truth).

with_children(Code, Context, Truth) :-
    own(Code, Context, Own),
    (   Own \== false, entry_parts(Code, Which, Children), memberchk(Which, [any, all])
    ->  findall(Met, ( member(Child, Children), with_children(Child, Context, Met) ), Parts),
        ( Which == any -> foldl(most, Parts, false, Below) ; foldl(least, Parts, true, Below) ),
        least(Own, Below, Truth)
    ;   Truth = Own
    ).
