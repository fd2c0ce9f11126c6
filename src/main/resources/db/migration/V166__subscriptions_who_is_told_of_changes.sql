create schema subscriptions;

create table subscriptions.subscription (
    id           uuid primary key,
    scope        text not null,
    told         text not null check (told in ('deployments', 'unapproved', 'waiting')),
    way          text not null check (way in ('email', 'webhook', 'slack', 'teams')),
    address      bytea not null,
    secret       bytea,
    digest_at    time,
    confirmed_at timestamptz,
    made_by      text not null,
    made_at      timestamptz not null
);

create index subscription_scope on subscriptions.subscription (scope);

comment on column subscriptions.subscription.scope is 'organisation, domain:x, team:x or service:x';
comment on column subscriptions.subscription.address is 'sealed: that of a chat is a secret';
comment on column subscriptions.subscription.digest_at is 'by the clock of the organisation; null: at once';

create table subscriptions.delivery (
    id            uuid primary key,
    subscription  uuid not null references subscriptions.subscription (id) on delete cascade,
    state         text not null check (state in ('gathering', 'sending', 'sent', 'failed')),
    due           timestamptz not null,
    attempts      integer not null default 0,
    claimed_until timestamptz,
    detail        text,
    ended_at      timestamptz
);

create unique index delivery_gathering on subscriptions.delivery (subscription) where state = 'gathering';
create index delivery_subscription on subscriptions.delivery (subscription, ended_at desc);
create index delivery_ended on subscriptions.delivery (ended_at) where ended_at is not null;

create table subscriptions.notice (
    subscription uuid not null references subscriptions.subscription (id) on delete cascade,
    subject      text not null,
    delivery     uuid not null references subscriptions.delivery (id) on delete cascade,
    at           timestamptz not null,
    primary key (subscription, subject)
);

create index notice_delivery on subscriptions.notice (delivery);

comment on column subscriptions.notice.subject is 'deployment/service/id or change/number, as the ledger calls them: told once';
