% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% What was found on the list, once for each item of a set of answers

:- dynamic
    named/3,        % Item, Bit, truth for the positions that the person named
    in_question/3.  % Item, masks that positions of categories still in question can have, and all their bits

find_on_list(On, Case, Item, Looked) :-
    Item = h(Id, Answers),
    list_finding(Fact),
    place(Fact, item, Place),
    arg(Place, Answers, Answer),
    ( open_answer(Answer) -> Met = [], Answered = false ; Met = Answer, Answered = true ),
    Context = c(Case, h('', none), Item, h('', none)),
    forall(property(Bit, _),
           ( findall(T, ( member(Code, Met), match(Code, Bit, Found), matched(Found, Context, T) ), Truths),
             foldl(most, Truths, false, Named),
             assertz(named(Id, Bit, Named)) )),
    findall(Masks,
            ( p_category(Category, When),
              kleene(When, Context, InQuestion),
              InQuestion \== false,
              \+ ruled_out(Category, On, Answered, Met, Looked),
              masks_of(Category, Masks) ),
            Open),
    append(Open, All),
    sort(All, Different),
    foldl(with_bits, Different, 0, Bits),
    assertz(in_question(Id, Different, Bits)).

matched(open(Condition), Context, Truth) :- !, kleene(Condition, Context, Truth).
matched(Truth, _, Truth).

% "Nothing of this category": the person looked, and the list is the one of this law and day and is held whole.
ruled_out(Category, On, true, Met, Looked) :-
    list(held, From),
    ( On == as_written -> true ; On @>= From ),
    category(Category, _, complete, _),
    (   Met = [_|_]
    ;   memberchk(searched, Looked)
    ;   member(opened(Code), Looked), position(Code, _, _, Category, _)
    ),
    !.

% Whether a position that was not named has the property, in the completion assumed.
further(Id, Bit, Truth) :-
    (   assumed(further(Id), Mask)
    ->  ( Mask /\ (1 << Bit) =\= 0 -> Truth = true ; Truth = false )
    ;   in_question(Id, _, Bits),
        ( Bits /\ (1 << Bit) =\= 0 -> Truth = unknown ; Truth = false )
    ).

with_bits(Mask, Before, After) :- After is Before \/ Mask.

unions(Id, Unions) :-
    in_question(Id, Masks, _),
    (   known_unions(Masks, Unions)
    ->  true
    ;   foldl(with_mask, Masks, [0], Unions),
        assertz(known_unions(Masks, Unions))
    ).

with_mask(Mask, Before, After) :-
    findall(Union, ( member(B, Before), Union is B \/ Mask ), More),
    sort(More, Sorted),
    ord_union(Before, Sorted, After).
