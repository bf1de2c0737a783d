% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% What is common to all completions

% What was assumed in looking for a completion is forgotten: \+ \+ asks only whether there is one.

% A thing that may be so: status(Provision, Number of the combination, Context, Status) or duty, warning and its context.
may(status(P, N, _, S)) :- possible(P, N, Statuses), memberchk(S, Statuses).
may(when(Verified, Name, C, Context)) :- \+ \+ complete_if(Verified, Name, C, Context, true).

must(status(P, N, _, S)) :- possible(P, N, [S]).
must(when(Verified, Name, C, Context)) :- \+ complete_if(Verified, Name, C, Context, false).

fails(status(P, _, C, S)) :- complete_status(P, C, Found), Found \== S.
fails(when(Verified, Name, C, Context)) :- complete_if(Verified, Name, C, Context, false).

% never; always: in every completion one of them; varies.
often(Things, Often) :-
    include(may, Things, Possible),
    (   Possible == [] -> Often = never
    ;   member(Thing, Possible), must(Thing) -> Often = always
    ;   \+ \+ fail_all(Possible) -> Often = varies
    ;   Often = always
    ).

fail_all([]).
fail_all([Thing|Things]) :- fails(Thing), fail_all(Things).

statuses(On, Combinations, Kinds, Status, Things) :-
    findall(status(P, N, C, Status),
            ( provision(P, Kind, _), memberchk(Kind, Kinds), operates_on(P, On), member(N-C, Combinations) ),
            Things).

headline(On, Combinations, Outcome) :-
    Kinds = [permit, approval, notification, stop, refer],
    findall(when(verified, warning(W), When, C),
            ( p_warning(W, stops, When), member(_-C, Combinations) ), Warnings),
    statuses(On, Combinations, [stop], applies, Stops0),
    append(Warnings, Stops0, Stops),
    statuses(On, Combinations, [permit], applies, Permits),
    statuses(On, Combinations, [approval], applies, Approvals),
    statuses(On, Combinations, Kinds, notified, Notified0),
    statuses(On, Combinations, [notification], applies, Notifications),
    append(Notified0, Notifications, Notified),
    statuses(On, Combinations, [refer], applies, Refers),
    statuses(On, Combinations, Kinds, covered, Covered),
    statuses(On, Combinations, Kinds, freed, Freed),
    (   often(Stops, always) -> Outcome = 'stop-and-refer'
    ;   \+ warnings_answered(Combinations) -> Outcome = 'advice-needed'
    ;   often(Permits, always) -> Outcome = 'permit-likely-required'
    ;   often(Approvals, always) -> Outcome = 'approval-likely-required'
    ;   member(Things, [Stops, Permits, Approvals, Notified, Covered, Refers]), often(Things, varies)
    ->  Outcome = 'advice-needed'
    ;   \+ often(Refers, never) -> Outcome = 'advice-needed'
    ;   often(Notified, always) -> Outcome = notify
    ;   often(Covered, always) -> Outcome = 'covered-by-permit'
    ;   \+ often(Freed, never) -> Outcome = 'permit-unlikely'
    ;   Outcome = 'not-controlled'
    ).

% All questions on a page with one that can stop; "not sure" is an answer to them.
warnings_answered([_-Context|_]) :-
    forall(( warning(_, stops, When), stopping_fact(When, Stopping), fact(Stopping, _, _, Page, _, _),
             fact(Fact, _, _, Page, _, _), ( Page \== '' ; Fact == Stopping ), place(Fact, Scope, Place) ),
           ( answer_to(Scope, Place, Context, _, Answer), Answer \== (-) )).

stopping_fact(Condition, Fact) :- on_fact(Condition, Fact).
stopping_fact(all(Of), Fact) :- member(C, Of), stopping_fact(C, Fact).
stopping_fact(any(Of), Fact) :- member(C, Of), stopping_fact(C, Fact).
stopping_fact(not(C), Fact) :- stopping_fact(C, Fact).
