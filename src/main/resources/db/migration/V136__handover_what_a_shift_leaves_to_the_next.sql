-- What people write when a schedule goes from one to another. Changeovers themselves have no table: they are computed from
-- the shifts, so that a swap moves them and nothing here has to follow. A note belongs to the first changeover from its
-- since on. An acknowledgement counts only while its person is the one who takes over at that instant.
create schema handover;

create table handover.note (
    id         text        primary key,
    schedule   text        not null,
    since      timestamptz not null,
    written_by text        not null,
    written_at timestamptz not null,
    text       text        not null check (length(text) between 1 and 20000)
);

create index on handover.note (schedule, since);

create table handover.acknowledgement (
    schedule        text        not null,
    changeover      timestamptz not null,
    person          text        not null,
    acknowledged_at timestamptz not null,
    primary key (schedule, changeover, person)
);

-- Until when changeovers were told, and where the timer of the next one stands: one row for each schedule.
create table handover.watch (
    schedule   text        primary key,
    told_until timestamptz not null,
    next_at    timestamptz
);
