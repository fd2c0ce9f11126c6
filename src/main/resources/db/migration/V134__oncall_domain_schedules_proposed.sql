-- What was decided about schedules that Holdfast proposed for domains. A proposal follows the facts and has no row until
-- somebody decides; what it said then is kept with the decision, and the services for which it was made.
create table oncall.proposal (
    id         text        primary key,
    domain     text        not null,
    state      text        not null check (state in ('CONFIRMED', 'DISMISSED')),
    services   text[]      not null,
    content    jsonb       not null,
    made       text,
    reason     text,
    decided_at timestamptz not null,
    decided_by text        not null,
    check ((state = 'CONFIRMED') = (made is not null)),
    check ((state = 'DISMISSED') = (reason is not null))
);

create index on oncall.proposal (domain, decided_at);
