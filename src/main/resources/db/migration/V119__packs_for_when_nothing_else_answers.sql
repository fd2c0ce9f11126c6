-- The incident packs as they were last made, with their signatures: one node makes them, each writes them to its own disk.
create schema packs;

create table packs.pack (
    name      text        primary key,
    title     text        not null,
    services  integer     not null,
    made_at   timestamptz not null,
    page      bytea       not null,
    signature bytea       not null
);
