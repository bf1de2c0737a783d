% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% An independent reading of the rules: swipl oracle.pl -- RULES WORLDS
%
% RULES is what `clearway-cli catalogue prolog` prints for one state of the law. WORLDS holds one set of answers a line, as
% oracle_test.cpp writes them. For each set one line is printed: what the law says to it.
%
% What the conditions mean is written here from the description of the language and from what was fixed about outcomes,
% not from the program that is tested:
%
%  - A fact that is unanswered or "not sure" is open. A condition is true, false or unknown (Kleene).
%  - What is asserted is common to all completions: open facts take each of their values, and a rule, element, exception or
%    duty that nobody has verified counts or does not count where its condition holds.
%  - A provision applies where all its elements hold and no exception does. Of the ways out the lightest is taken: one that
%    frees, then a permit that covers, then one that wants a notification.
%  - Duties stand from the day on which the state operates. Of one that only questions beyond the list leave open, which were
%    not put to anybody, nothing is said.
%  - A question that may stop is no warning before it is answered.
%  - "Not listed" is concluded of a category only where it is held whole, the list is the one of this law and day, and
%    the person looked. A category that the person said the item is nothing of is out of the question.
%
% Where the description left room, a point was settled when the two first differed, by looking at the program and asking which
% of them is right (what is left unsaid before somebody is asked, above all). For these points this reading is not independent.
%
% An open set of entries takes every set of positions of the categories in question; the positions that were named belong
% to each of them.

:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(ordsets)).
:- use_module(library(occurs)).

:- include(names).
:- include(positions).
:- include(finding).
:- include(truth).
:- include(completions).
:- include(provisions).
:- include(common).
:- include(words).

:- initialization(main, main).

main :-
    current_prolog_flag(argv, Arguments),
    append(_, [Rules, Worlds], Arguments),
    !,
    load_files(Rules, [silent(true)]),
    setup_call_cleanup(open(Worlds, read, Stream, [encoding(utf8)]),
                       answer_all(Stream),
                       close(Stream)).

answer_all(Stream) :-
    read(Stream, order(Case, Activity, Item, Recipient)),
    index_facts([case-Case, activity-Activity, item-Item, recipient-Recipient]),
    prepare,
    repeat,
    read(Stream, World),
    (   World == end_of_file
    ->  !
    ;   once(answer(World)),
        fail
    ).

% One set of answers:
% world(Number, Day or as_written, Case answers, [activity(Id, Items, Recipients, Answers)…],
%       [item(Id, Looked, Answers)…], [recipient(Id, Answers)…])

:- dynamic possible/3.  % Provision, Context number, statuses over all completions

answer(world(Number, On, CaseAnswers, Activities, Items, Recipients)) :-
    b_setval(assumptions, []),
    retractall(named(_, _, _)),
    retractall(in_question(_, _, _)),
    retractall(possible(_, _, _)),
    holder('', CaseAnswers, Case),
    forall(( member(item(Id, Looked, Answers), Items), holder(Id, Answers, Item) ),
           find_on_list(On, Case, Item, Looked)),
    (   memberchk(activity(_, [], _, _), Activities)
    ->  nobody(item, NoItem),
        find_on_list(On, Case, NoItem, [])
    ;   true
    ),
    findall(c(Case, A, I, R),
            ( member(activity(AId, IIds, RIds, AAnswers), Activities),
              holder(AId, AAnswers, A),
              among(IIds, Items, item, I),
              among(RIds, Recipients, recipient, R) ),
            Contexts),
    findall(N-C, nth1(N, Contexts, C), Combinations),
    forall(( provision(P, _, _), member(N-C, Combinations) ),
           ( findall(S, complete_status(P, C, S), Found),
             sort(Found, Statuses),
             ( Statuses == [] -> throw(no_completion(Number, P)) ; true ),
             assertz(possible(P, N, Statuses)) )),
    headline(On, Combinations, Outcome),
    findall(Token, token(On, Combinations, Token), Tokens),
    sort(Tokens, Sorted),
    atomic_list_concat([Number, Outcome|Sorted], ' ', Line),
    format("~w~n", [Line]).

holder(Id, Values, h(Id, Answers)) :- Answers =.. [a|Values].

nobody(Scope, Holder) :-
    findall(-, place(_, Scope, _), Values),
    holder('', Values, Holder).

among([], _, Scope, Holder) :- !, nobody(Scope, Holder).
among(Ids, Items, item, Holder) :- !, member(Id, Ids), memberchk(item(Id, _, Values), Items), holder(Id, Values, Holder).
among(Ids, All, recipient, Holder) :- member(Id, Ids), memberchk(recipient(Id, Values), All), holder(Id, Values, Holder).
