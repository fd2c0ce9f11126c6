-- A callout for each subject that was ever called about, where it stands, and what it did on the way.
create schema paging;

create table paging.callout (
    subject          text        primary key,
    service          text        not null,
    urgency          text        not null check (urgency in ('ALWAYS', 'WORKING_HOURS')),
    state            text        not null check (state in ('CALLING', 'SUPPRESSED', 'STOPPED', 'UNANSWERED')),
    tick             integer     not null check (tick >= 0),
    round            integer     not null check (round >= 1),
    step             integer     not null check (step >= 0),
    called           text[]      not null default '{}',
    schedule         text,
    releasing        boolean     not null default false,
    breaking_through boolean     not null default false,
    begun_at         timestamptz not null,
    held_since       timestamptz,
    due_at           timestamptz,
    -- when an acknowledgement of a major subject lapses, unless somebody writes a note before
    lapses_at        timestamptz,
    -- what goes on has an instant at which it goes on, and only then
    check ((state = 'STOPPED') = (due_at is null)),
    check ((state = 'SUPPRESSED') = (held_since is not null))
);

-- What is due next, of each state.
create index callout_due on paging.callout (state, due_at) where state <> 'STOPPED';

create table paging.entry (
    sequence bigint      generated always as identity primary key,
    subject  text        not null,
    at       timestamptz not null,
    kind     text        not null check (kind in
                 ('page', 'released', 'suppressed', 'unanswered', 'page-failed', 'page-not-sent', 'told')),
    type     text,
    person   text,
    step     integer,
    round    integer,
    schedule text,
    text     text        not null,
    data     jsonb       not null,
    explain  jsonb       not null,
    check ((type is null) = (person is null) or kind in ('page-failed', 'page-not-sent'))
);

create index entry_subject on paging.entry (subject, sequence);

create function paging.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'What a callout did is not changed';
end
$$;

create trigger entry_is_only_added_to
    before update or delete or truncate on paging.entry
    for each statement execute function paging.refuse_change();

-- Callouts that were told in one message: its link acknowledges them all.
create table paging.bundle (
    bundle  uuid        not null,
    subject text        not null,
    person  text        not null,
    made_at timestamptz not null,
    primary key (bundle, subject)
);

create index bundle_of_a_person on paging.bundle (subject, person, made_at);

-- A person's link to acknowledge a subject that no longer counts.
create table paging.revoked_link (
    subject    text        not null,
    person     text        not null,
    revoked_at timestamptz not null,
    revoked_by text        not null,
    primary key (subject, person)
);
