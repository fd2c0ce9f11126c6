-- Templates that were agreed, changes, and what the gate answered.
create schema changes;

create table changes.template (
    name            text primary key,
    service         text   not null,
    state           text   not null check (state in ('proposed', 'active', 'suspended', 'retired')),
    revision        int    not null,
    proposed_by     text   not null,
    agreed_revision int,
    agreed_by       text,
    agreed_at       timestamptz,
    environments    text[] not null,
    criteria        text[] not null,
    expires         date,
    why             text,
    check (state <> 'active' or agreed_revision is not null)
);
create index template_by_service on changes.template (service);

create table changes.change (
    number            bigint generated always as identity unique,
    id                uuid primary key,
    kind              text        not null check (kind in ('standard', 'normal', 'emergency')),
    state             text        not null check (state in ('raised', 'approved', 'rejected', 'implementing', 'closed', 'expired')),
    outcome           text check (outcome in ('successful', 'unsuccessful', 'backed-out', 'withdrawn')),
    service           text        not null,
    version           text        not null,
    environment       text        not null,
    artifact_digest   text,
    summary           text        not null,
    description       text,
    template          text,
    template_revision int,
    incident          text,
    raised_by         text        not null,
    raised_at         timestamptz not null,
    decided_by        text,
    decided_at        timestamptz,
    reason            text,
    approval_due_by   timestamptz,
    valid_from        timestamptz,
    valid_until       timestamptz,
    commits           jsonb       not null,
    unmet             text[]      not null,
    deployment        text,
    closed_at         timestamptz,
    check (state <> 'closed' or outcome is not null)
);
-- Once per version and environment, whoever raises it again.
create unique index change_open on changes.change (service, version, environment) where state in ('raised', 'approved', 'implementing');
create index change_by_service on changes.change (service, environment, number desc);
create index change_in_state on changes.change (state, number desc);
create index change_closed on changes.change (service, closed_at desc) where state = 'closed';
create index change_to_expire on changes.change (valid_until) where state = 'approved';
create index change_owed on changes.change (approval_due_by) where kind = 'emergency' and decided_at is null;

-- By which change a deployment went. One without a row went by none.
create table changes.release (
    service    text not null,
    deployment text not null,
    change     uuid not null references changes.change (id),
    primary key (service, deployment)
);
create index release_by_change on changes.release (change);

-- What the gate answered, once for each question while the answer stands.
create table changes.decision (
    id          uuid primary key,
    question    text        not null,
    decided_at  timestamptz not null,
    service     text        not null,
    version     text        not null,
    environment text        not null,
    deployer    text,
    allowed     boolean     not null,
    record_only boolean     not null,
    code        text        not null,
    message     text        not null,
    change      uuid references changes.change (id),
    expires_at  timestamptz,
    pipeline    text,
    attestation text
);
create index decision_of_question on changes.decision (question, decided_at desc);
create index decision_of_service on changes.decision (service, decided_at desc);

-- What change managers look at together.
create table changes.agenda (
    id      uuid primary key,
    at      timestamptz not null,
    made_by text        not null,
    made_at timestamptz not null,
    changes uuid[]      not null
);
create index agenda_by_time on changes.agenda (at desc);
