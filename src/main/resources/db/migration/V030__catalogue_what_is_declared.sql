-- The declaration: every version of every document, and what the documents promise one another.
-- Exclusion of overlapping versions needs equality on texts in a range index.
create extension if not exists btree_gist;

create schema catalogue;

-- One row: grows with every change, so that each node sees when its memory is old; its lock keeps applies apart.
create table catalogue.revision (
    only_one boolean primary key default true check (only_one),
    revision bigint not null
);
insert into catalogue.revision (revision) values (0);

-- What exists now. A thing that ends is deleted here; its documents stay.
create table catalogue.thing (
    kind  text   not null,
    name  text   not null check (name ~ '^[a-z0-9-]{1,63}$'),
    place bigint not null generated always as identity,
    primary key (kind, name)
);
create unique index one_organisation on catalogue.thing (kind) where kind = 'Organisation';

-- spec is json and not jsonb: the order of its fields and the digits of its numbers are the author's.
create table catalogue.document (
    kind           text        not null,
    name           text        not null,
    version        int         not null,
    place          bigint      not null,
    title          text,
    description    text,
    metadata       json        not null,
    spec           json        not null,
    effective_from timestamptz not null,
    in_force       tstzrange   not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    revision       bigint      not null,
    primary key (kind, name, version),
    exclude using gist (kind with =, name with =, in_force with &&)
);
create index document_by_revision on catalogue.document (revision);
create index document_in_force on catalogue.document using gist (in_force);

-- Who names whom, for every version that is or will be in force: no unknown reference, nothing needed is ended.
create table catalogue.reference (
    from_kind text not null,
    from_name text not null,
    version   int  not null,
    path      text not null,
    to_kind   text not null,
    to_name   text not null,
    primary key (from_kind, from_name, version, path, to_kind, to_name),
    foreign key (from_kind, from_name) references catalogue.thing (kind, name) on delete cascade,
    foreign key (to_kind, to_name) references catalogue.thing (kind, name)
);
create index reference_to on catalogue.reference (to_kind, to_name);

-- One owner, and one consumer of a database.
create table catalogue.service_owner (
    service_kind text not null default 'Service' check (service_kind = 'Service'),
    service      text not null primary key,
    team_kind    text not null default 'Team' check (team_kind = 'Team'),
    team         text not null,
    foreign key (service_kind, service) references catalogue.thing (kind, name) on delete cascade,
    foreign key (team_kind, team) references catalogue.thing (kind, name)
);

create table catalogue.database_consumer (
    database     text not null primary key,
    service_kind text not null default 'Service' check (service_kind = 'Service'),
    service      text not null,
    foreign key (service_kind, service) references catalogue.thing (kind, name) on delete cascade
);
create index database_of on catalogue.database_consumer (service);

-- By which a secret that a file says again is known to be the same; never the secret.
create table catalogue.secret_mark (
    kind text  not null,
    name text  not null,
    path text  not null,
    mark text  not null,
    primary key (kind, name, path),
    foreign key (kind, name) references catalogue.thing (kind, name) on delete cascade
);
