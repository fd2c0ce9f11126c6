-- What pipelines send. A delivery is taken once, by the sender's id of it; its body is kept only where it was not
-- understood, for a week. What cannot be placed waits until somebody says where it belongs.
-- Left out: the bodies of what was recorded. The records say the same, and a busy organisation sends gigabytes a day.
create table integrations.secret (
    integration text  not null,
    path        text  not null,
    sealed      bytea not null,
    primary key (integration, path)
);

create table integrations.delivery (
    integration text        not null,
    id          text        not null,
    event       text        not null,
    received_at timestamptz not null,
    body        text,
    answer      text        not null,
    primary key (integration, id)
);
create index delivery_by_time on integrations.delivery (received_at);

-- Commits by the head of their push, until a build of that head takes them.
create table integrations.push (
    integration text        not null,
    source      text        not null,
    head        text        not null,
    commits     text        not null,
    received_at timestamptz not null,
    primary key (integration, source, head)
);
create index push_by_time on integrations.push (received_at);

-- When the last activity before production ended: an older result that comes later does not count.
create table integrations.activity (
    service  text        not null,
    version  text        not null,
    ended_at timestamptz not null,
    primary key (service, version)
);

-- The version that an artifact is, for senders who deploy by digest.
create table integrations.artifact (
    service text not null,
    digest  text not null,
    version text not null,
    primary key (service, digest)
);

create table integrations.unplaced_event (
    id          uuid primary key,
    integration text        not null,
    received_at timestamptz not null,
    event       text        not null,
    source      text        not null,
    why         text        not null,
    said        text        not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'placed', 'dismissed')),
    decided_by  text,
    decided_at  timestamptz
);
create index unplaced_event_waiting on integrations.unplaced_event (id) where state = 'waiting';
create index unplaced_event_by_source on integrations.unplaced_event (integration, source) where state = 'waiting';

-- What somebody said once about a sender's names, for whatever comes later.
create table integrations.remembered (
    integration text        not null,
    about       text        not null check (about in ('source', 'environment')),
    name        text        not null,
    ours        text        not null,
    by          text        not null,
    at          timestamptz not null,
    primary key (integration, about, name)
);
