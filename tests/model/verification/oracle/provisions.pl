% SPDX-FileCopyrightText: 2026 Clearway contributors
% SPDX-License-Identifier: GPL-3.0-or-later

% Provisions: none (not regulated), freed, covered, notified or applies

kleene_status(Provision, Context, Status) :-
    kleene_elements(Provision, Context, Elements),
    (   Elements == false -> Status = none
    ;   Elements == unknown -> Status = unknown
    ;   kleene_way(Provision, frees, Context, Frees),
        (   Frees == true -> Status = freed
        ;   Frees == unknown -> Status = unknown
        ;   kleene_way(Provision, covers, Context, Covers),
            (   Covers == true -> Status = covered
            ;   Covers == unknown -> Status = unknown
            ;   kleene_way(Provision, notifies, Context, Notifies),
                (   Notifies == true -> Status = notified
                ;   Notifies == unknown -> Status = unknown
                ;   Status = applies
                )
            )
        )
    ).

kleene_elements(Provision, Context, Truth) :-
    p_elements(Provision, Elements),
    kleene_each(Elements, Context, true, Truth).

kleene_each([], _, Truth, Truth).
kleene_each([part(Name, Verified, C)|Parts], Context, Before, Truth) :-
    kleene_if(Verified, Name, C, Context, T),
    (   T == false -> Truth = false
    ;   least(Before, T, Now),
        kleene_each(Parts, Context, Now, Truth)
    ).

kleene_way(Provision, Effect, Context, Truth) :-
    p_ways(Provision, Effect, Ways),
    kleene_some(Ways, Context, false, Truth).

kleene_some([], _, Truth, Truth).
kleene_some([part(Name, Verified, C)|Parts], Context, Before, Truth) :-
    kleene_if(Verified, Name, C, Context, T),
    (   T == true -> Truth = true
    ;   most(Before, T, Now),
        kleene_some(Parts, Context, Now, Truth)
    ).

complete_status(Provision, Context, Status) :-
    kleene_status(Provision, Context, Known),
    (   Known \== unknown
    ->  Status = Known
    ;   p_elements(Provision, Elements),
        complete_elements(Elements, Context, Hold),
        (   Hold == false
        ->  Status = none
        ;   complete_way(Provision, frees, Context, Frees),
            (   Frees == true
            ->  Status = freed
            ;   complete_way(Provision, covers, Context, Covers),
                (   Covers == true
                ->  Status = covered
                ;   complete_way(Provision, notifies, Context, Notifies),
                    ( Notifies == true -> Status = notified ; Status = applies )
                )
            )
        )
    ).

complete_elements([], _, true).
complete_elements([part(Name, Verified, C)|Rest], Context, Truth) :-
    complete_if(Verified, Name, C, Context, T),
    ( T == false -> Truth = false ; complete_elements(Rest, Context, Truth) ).

complete_way(Provision, Effect, Context, Truth) :-
    p_ways(Provision, Effect, Ways),
    complete_ways(Ways, Context, Truth).

complete_ways([], _, false).
complete_ways([part(Name, Verified, C)|Rest], Context, Truth) :-
    complete_if(Verified, Name, C, Context, T),
    ( T == true -> Truth = true ; complete_ways(Rest, Context, Truth) ).

operates_on(_, as_written) :- !.
operates_on(Provision, On) :-
    operates(Provision, From, Until),
    From \== open,
    On @>= From,
    ( Until == open -> true ; On @=< Until ).
