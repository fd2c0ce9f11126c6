-- Questions to the gate whose decision is told when it is made: who asked, how they are told, and until when they wait.
create table changes.inquiry (
    id              uuid primary key,
    question        text        not null,
    service         text        not null,
    version         text        not null,
    environment     text        not null,
    deployer        text,
    artifact_digest text,
    commit          text,
    pipeline        text,
    asked_by        text        not null,
    asked_at        timestamptz not null,
    until           timestamptz not null,
    way             text        not null,
    address         text        not null,
    secret          bytea,
    state           text        not null check (state in ('waiting', 'decided', 'told', 'failed')),
    decision        uuid references changes.decision (id),
    decided_at      timestamptz,
    noted           text,
    notes           int         not null default 0,
    attempts        int         not null default 0,
    not_before      timestamptz,
    claimed_until   timestamptz,
    detail          text,
    ended_at        timestamptz,
    check (state = 'waiting' or decision is not null)
);
-- Asked again while it waits, it is the same.
create unique index inquiry_open on changes.inquiry (md5(question), way, md5(address)) where state in ('waiting', 'decided');
create index inquiry_waiting on changes.inquiry (service) where state = 'waiting';
create index inquiry_ended on changes.inquiry (ended_at) where ended_at is not null;
