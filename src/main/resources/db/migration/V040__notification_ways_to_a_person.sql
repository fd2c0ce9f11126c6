-- How a person is told, and what was sent. Addresses and secrets are kept once, with the contact; a delivery keeps the
-- masked address only, so that the history of incidents holds nobody's secret. Persons are names of the catalogue.

create schema notification;

create table notification.contact (
    contact        text primary key check (length(contact) between 1 and 40),
    person         text not null,
    by             text not null check (by in ('webhook', 'ntfy', 'email')),
    address        text not null,
    secret         bytea,
    confirmed_at   timestamptz,
    confirmed_by   text,
    last_delivered timestamptz,
    last_failure   timestamptz,
    unique (person, by, address),
    check ((confirmed_at is null) = (confirmed_by is null)),
    check (by <> 'webhook' or secret is not null)
);

create table notification.rule (
    person   text not null,
    position integer not null check (position >= 0),
    contact  text not null references notification.contact on delete cascade,
    wait_ms  bigint not null check (wait_ms >= 0),
    primary key (person, position)
);

create index on notification.rule (contact);

create table notification.delivery (
    delivery         text primary key check (length(delivery) between 1 and 40),
    type             text not null,
    regarding        text not null,
    also_regarding   text[] not null default '{}',
    step             integer,
    round            integer,
    schedule         text,
    person           text not null,
    contact          text not null,
    by               text not null,
    masked           text not null,
    state            text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'not-sent')),
    why              text,
    occurred_at      timestamptz not null,
    due              timestamptz not null,
    patience_ms      bigint not null check (patience_ms >= 0),
    attempts         integer not null default 0,
    first_attempt_at timestamptz,
    claimed_until    timestamptz,
    settled_at       timestamptz,
    check ((state = 'waiting') = (settled_at is null))
);

create index on notification.delivery (regarding);
create index on notification.delivery using gin (also_regarding) where also_regarding <> '{}';

create table notification.attempt (
    delivery text not null references notification.delivery on delete cascade,
    number   integer not null check (number >= 1),
    at       timestamptz not null,
    outcome  text not null check (outcome in ('sending', 'delivered', 'failed', 'interrupted')),
    detail   text,
    primary key (delivery, number)
);
