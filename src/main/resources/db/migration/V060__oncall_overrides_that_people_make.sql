-- What a person puts above a schedule by hand: kept apart from the file's own overrides, which stand in the document.
-- An override never changes the past: it counts from when it was made, and ending it leaves what has been.
-- The schedule and the person are the catalogue's; their names are checked when an override is made.
create schema oncall;

create table oncall.override (
    id        text        primary key,
    made      bigint      generated always as identity unique,
    schedule  text        not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    person    text        not null,
    note      text,
    made_at   timestamptz not null,
    made_by   text        not null,
    ended_at  timestamptz,
    ended_by  text,
    check (starts_at < ends_at),
    check ((ended_at is null) = (ended_by is null))
);

create index on oncall.override (schedule, ends_at);
