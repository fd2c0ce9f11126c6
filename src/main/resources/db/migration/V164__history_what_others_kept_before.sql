-- Lists of what was built, deployed, changed and broken before Holdfast was there. A file is kept sealed until all of it is
-- worked through, then only what came of it; old ones are forgotten when a new one comes.
create schema history;

create table history.import (
    id          uuid        primary key,
    kind        text        not null check (kind in ('deployments', 'builds', 'changes', 'incidents')),
    state       text        not null check (state in ('waiting', 'running', 'done', 'checked')),
    name        text,
    made_at     timestamptz not null,
    ended_at    timestamptz,
    account     text        not null,
    viewer      json        not null,
    mapping     json        not null,
    digest      text        not null,
    rows        int         not null,
    done        int         not null default 0,
    made        int         not null default 0,
    known       int         not null default 0,
    faulty      int         not null default 0,
    content     bytea,
    check (state not in ('waiting', 'running') or content is not null)
);
create index import_by_account on history.import (account, made_at desc);
create index import_ended on history.import (ended_at) where ended_at is not null;
-- The same file, read in the same way by the same account, is worked through once at a time.
create unique index import_running on history.import (account, kind, digest) where state = 'running';

create table history.fault (
    import   uuid not null references history.import (id) on delete cascade,
    number   bigint generated always as identity,
    row      bigint not null,
    "column" text,
    code     text not null,
    message  text not null,
    primary key (import, number)
);

-- Services whose rollbacks are to be recognised when all rows are there.
create table history.touched (
    import  uuid not null references history.import (id) on delete cascade,
    service text not null,
    primary key (import, service)
);

-- Of a deployment that came as history: whether its being a rollback was concluded here, and is concluded anew when more of the
-- history comes. Null for what its pipeline reported: that was decided when it came.
alter table deployments.deployment add column recognised boolean;
create index deployment_names_change on deployments.deployment (service, change) where change is not null;

-- What a change is called where it was kept before.
create table changes.past (
    service   text not null,
    reference text not null,
    change    uuid not null references changes.change (id),
    primary key (service, reference)
);
