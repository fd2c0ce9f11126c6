-- What can be found, put there by the modules that own it, each in the transaction in which it changes.
-- A row that has an instant passes by (an incident); one that has none stands (a service, a team, a person).
create schema search;

create table search.entry (
    kind    text        not null,
    name    text        not null,
    title   text,
    detail  text        not null,
    address text        not null,
    words   text[]      not null,
    places  text[]      not null,
    at      timestamptz,
    terms   tsvector    not null,
    primary key (kind, name)
);
comment on column search.entry.words is 'what it is found by beside its name and title, as it was written';
comment on column search.entry.places is 'where it is reached from outside: host or host/path, in lower case';
comment on column search.entry.terms is 'every word of name, title and words, cut by the server: no language, no stop words';

-- Few stand and many pass by: asked for apart, neither pays for the other.
create index entry_standing on search.entry using gin (terms) where at is null;
create index entry_passing on search.entry using gin (terms) where at is not null;
create index entry_places on search.entry using gin (places) where places <> '{}';
create index entry_by_name on search.entry (lower(name));
create index entry_newest on search.entry (at desc) where at is not null;

-- How far a module has put in what was there before it began to; a migration that empties both tables has it done again.
create table search.filling (
    source text primary key,
    upto   bigint  not null default 0,
    done   boolean not null default false
);
