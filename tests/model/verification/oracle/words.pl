% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% What is printed: a word for each statement, in order

token(_, Combinations, Token) :-
    member(N-C, Combinations),
    possible(P, N, Statuses),
    status_word(Statuses, Word),
    place_word(C, Where),
    format(atom(Token), "~w:~w=~w", [Where, P, Word]).
token(On, Combinations, Token) :-
    member(N-C, Combinations),
    possible(P, N, Statuses),
    operates_on(P, On),
    provision(P, Kind, _),
    member(Status-Needs, [applies-Kind, notified-notification]),
    memberchk(Status, Statuses),
    ( Statuses == [Status] -> Certainty = certain ; Certainty = possible ),
    place_word(C, Where),
    format(atom(Token), "~w:~w>~w=~w", [Where, P, Needs, Certainty]).
token(On, Combinations, Token) :-
    state_operates(On),
    p_duty(Id, Verified, When),
    findall(when(Verified, duty(Id), When, C),
            ( member(_-C, Combinations), \+ never_asked(When, C) ),
            Things),
    often(Things, Often),
    certainty(Often, Certainty),
    findall(Where, ( member(Thing, Things), may(Thing), Thing = when(_, _, _, C), place_word(C, Where) ), Wheres),
    atomic_list_concat(Wheres, ',', Joined),
    format(atom(Token), "duty:~w=~w@~w", [Id, Certainty, Joined]).
token(_, Combinations, Token) :-
    p_warning(Id, Stops, When),
    findall(when(verified, warning(Id), When, C), member(_-C, Combinations), Things),
    often(Things, Often),
    certainty(Often, Certainty),
    \+ ( Stops == stops, Certainty == possible ),  % a question that is still to be answered, and no warning yet
    format(atom(Token), "warning:~w=~w", [Id, Certainty]).

% Of a duty that turns on nothing but questions beyond the list, which nobody was asked, nothing is said: a permit that
% nobody spoke of.
never_asked(When, Context) :-
    kleene(When, Context, unknown),
    findall(Late, ( test_in(When, Test), late(Test, Context, Late) ), Lates),
    Lates = [_|_],
    may(when(verified, none, When, Context)),
    \+ must(when(verified, none, When, Context)),
    \+ ( answer_each(Lates, Context),
         may(when(verified, none, When, Context)),
         \+ must(when(verified, none, When, Context)) ).

answer_each([], _).
answer_each([Late|Lates], Context) :- answer_late(Late, Context), answer_each(Lates, Context).

answer_late(test(Scope, Place, Number), Context) :- complete(test(Scope, Place, Number), Context, _).
answer_late(named(Id, Bit), _) :-
    (   assumed(named(Id, Bit), _) -> true
    ;   member(Truth, [true, false]), assume(named(Id, Bit), Truth)
    ).

% Questions beyond the list that nobody was asked; also those that narrow a row which takes a position that was named.
late(test(Scope, Place, Number), Context, test(Scope, Place, Number)) :-
    answer_to(Scope, Place, Context, _, -),
    place(Fact, Scope, Place),
    beyond_the_list(Fact).
late(found(Bit), c(_, _, h(Id, Answers), _), named(Id, Bit)) :-
    named(Id, Bit, unknown),
    list_finding(List),
    place(List, item, Place),
    arg(Place, Answers, Met),
    forall(( member(Code, Met), match(Code, Bit, open(Narrowed)) ),
           ( \+ ( sub_term(entry(_), Narrowed) ),
             forall(( sub_term(Fact, Narrowed), atom(Fact), fact(Fact, _, _, _, _, _) ), beyond_the_list(Fact)) )).

state_operates(as_written) :- !.
state_operates(On) :- state(_, From, _), From \== open, On @>= From.

test_in(test(Scope, Place, Number), test(Scope, Place, Number)).
test_in(all(Of), Test) :- member(C, Of), test_in(C, Test).
test_in(any(Of), Test) :- member(C, Of), test_in(C, Test).
test_in(not(C), Test) :- test_in(C, Test).
test_in(rule(Id), Test) :- p_rule(Id, _, C), test_in(C, Test).
test_in(found(Bit), found(Bit)).

beyond_the_list(Fact) :-
    fact(Fact, _, _, _, Cost, _),
    list_finding(List),
    fact(List, _, _, _, Limit, _),
    Cost > Limit.

certainty(always, certain).
certainty(varies, possible).

% A way out that takes the conduct out wherever it is regulated at all is the status, also where that is still open.
status_word([Status], Word) :- !, status_name(Status, Word).
status_word(Statuses, Word) :-
    \+ memberchk(applies, Statuses),
    subtract(Statuses, [none], [Status]),
    !,
    status_name(Status, Word).
status_word(_, open).

status_name(none, 'not-regulated').
status_name(freed, excepted).
status_name(covered, covered).
status_name(notified, notifies).
status_name(applies, applies).

place_word(c(_, h(A, _), h(I, _), h(R, _)), Where) :- atomic_list_concat([A, I, R], '/', Where).
