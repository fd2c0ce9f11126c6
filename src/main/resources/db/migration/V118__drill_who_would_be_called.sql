-- The routing fire drill: its last runs, what each found to have broken or been mended, and the chains of the last one
-- only: those of earlier nights are what nobody asks for, and would be five thousand services times three a night.
create schema drill;

create table drill.run (
    run     bigint generated always as identity primary key,
    at      timestamptz not null,
    by      text        not null,
    nightly boolean     not null,
    took_ms integer     not null,
    routes  integer     not null
);

create table drill.tally (
    run     bigint  not null references drill.run on delete cascade,
    moment  text    not null,
    verdict text    not null,
    broken  boolean not null,
    routes  integer not null,
    primary key (run, moment, verdict, broken)
);

create table drill.change (
    run         bigint  not null references drill.run on delete cascade,
    key         text    not null,
    broke       boolean not null,
    integration text    not null,
    words       text    not null,
    service     text,
    sentence    text    not null,
    primary key (run, key)
);

-- In the order in which they are shown, for each moment: the broken first.
create table drill.chain (
    moment      text        not null,
    position    integer     not null,
    key         text        not null,
    at          timestamptz not null,
    integration text        not null,
    labels      jsonb       not null,
    words       text        not null,
    service     text,
    team        text,
    domain      text,
    verdict     text        not null,
    what        text,
    sentence    text,
    people      text        not null,
    waits_until timestamptz,
    risk        numeric,
    currency    text,
    primary key (moment, position)
);

-- What a night found broken and no run has found whole since.
create table drill.standing (
    key text   primary key,
    run bigint not null
);

-- Whom a night's run tells of what, until it is mended.
create table drill.notice (
    person   text   not null,
    run      bigint not null,
    key      text   not null,
    sentence text   not null,
    primary key (person, run, key)
);
