-- Who signs in at a provider of OpenID Connect, and what a session got from there.
create table access.identity (
    issuer    text        not null,
    subject   text        not null,
    account   text        not null references access.account,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, account)
);

-- The issuer where the session began there; roles and teams by its groups; its ID token, sealed, for signing out there.
alter table access.session
    add column issuer         text,
    add column roles          text[] not null default '{}',
    add column teams          text[] not null default '{}',
    add column provider_token bytea;
