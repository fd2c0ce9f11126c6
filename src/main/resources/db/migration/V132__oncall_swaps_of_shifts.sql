-- A swap of shifts: asked by who gives, agreed by who takes; only then it changes the schedule, by overrides that name it.
-- "given" and "taken" are the stretches as they stood when it was asked, so that a shift that has moved since is noticed.
-- Without "taker" it is offered to everybody of the schedule; without "take_from" nothing is given in return.
-- It expires at the earlier beginning: a timer of its id says so, and who looks before that timer sees the same.
create table oncall.swap (
    id          text        primary key,
    schedule    text        not null,
    giver       text        not null,
    give_from   timestamptz not null,
    give_to     timestamptz not null,
    given       text        not null,
    taker       text,
    take_from   timestamptz,
    take_to     timestamptz,
    taken       text,
    note        text,
    state       text        not null check (state in ('asked', 'agreed', 'declined', 'withdrawn', 'expired')),
    asked_at    timestamptz not null,
    asked_by    text        not null,
    expires_at  timestamptz not null,
    settled_at  timestamptz,
    settled_by  text,
    check (give_from < give_to),
    check ((take_from is null) = (take_to is null)),
    check (take_from < take_to),
    check ((state = 'asked') = (settled_at is null)),
    check (state <> 'agreed' or taker is not null)
);

create index on oncall.swap (schedule, asked_at);
create index on oncall.swap (expires_at) where state = 'asked';

alter table oncall.override add column swap text references oncall.swap (id);
