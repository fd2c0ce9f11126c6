-- Whose shift a change moves, kept for as long as the message about it is on its way: "change" is one act, whatever it
-- moved, and a person is told once of each. What was is null for a shift that is new, what becomes for one that is gone.
create table oncall.move (
    change       text        not null,
    person       text        not null,
    place        int         not null,
    schedule     text        not null,
    was_from     timestamptz,
    was_to       timestamptz,
    becomes_from timestamptz,
    becomes_to   timestamptz,
    at           timestamptz not null,
    by           text        not null,
    primary key (change, person, place),
    check (was_from is not null or becomes_from is not null)
);
