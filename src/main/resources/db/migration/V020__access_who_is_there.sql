-- Who is there. Every secret that opens something is kept as its SHA-256 (they are random, 256 bits), passwords as argon2id.
create schema access;

create table access.account (
    name          text primary key check (name ~ '^[a-z0-9-]{1,63}$'),
    person        text unique,
    display_name  text        not null,
    password_hash text,
    administrator boolean     not null default false,
    created_at    timestamptz not null,
    ended_at      timestamptz
);

create table access.session (
    secret_hash bytea primary key,
    account     text        not null references access.account,
    created_at  timestamptz not null,
    seen_at     timestamptz not null
);
create index session_by_account on access.session (account);

create table access.token (
    id           text primary key,
    name         text        not null,
    secret_hash  bytea       not null unique,
    scopes       text[]      not null,
    team         text,
    person       text,
    account      text        not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

-- Links that let somebody in once: the first administrator's, and invitations.
create table access.invitation (
    secret_hash bytea primary key,
    person      text,
    created_by  text        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

create table access.failed_sign_in (
    at      timestamptz not null,
    account text        not null,
    address text        not null
);
create index failed_by_account on access.failed_sign_in (account, at);
create index failed_by_address on access.failed_sign_in (address, at);

create table access.idempotent_request (
    account      text        not null,
    key          text        not null,
    route        text        not null,
    body_hash    bytea       not null,
    status       int,
    content_type text,
    location     text,
    body         bytea,
    at           timestamptz not null,
    primary key (account, key)
);
create index idempotent_by_time on access.idempotent_request (at);
