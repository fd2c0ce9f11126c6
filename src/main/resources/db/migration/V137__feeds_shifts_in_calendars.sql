-- Addresses that calendars read, with the hash of their secret, and what each was told of every shift: a calendar takes a
-- change only when its sequence rises. A feed that is revoked leaves nothing here; the ledger knows that it was.
create schema feeds;

create table feeds.feed (
    id          text        primary key,
    kind        text        not null check (kind in ('person', 'team', 'schedule')),
    name        text        not null,
    secret_hash bytea       not null unique,
    account     text        not null,
    made_for    text,
    made_at     timestamptz not null,
    constraint a_secret_is_kept_as_its_sha_256 check (octet_length(secret_hash) = 32)
);

create index on feeds.feed (account);

create table feeds.published (
    feed         text        not null references feeds.feed on delete cascade,
    uid          text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    summary      text        not null,
    description  text        not null,
    url          text        not null,
    sequence     integer     not null check (sequence >= 0),
    changed_at   timestamptz not null,
    withdrawn_at timestamptz,
    primary key (feed, uid)
);
