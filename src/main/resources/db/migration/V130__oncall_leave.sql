-- When people are away. No reason is asked and none has a column; the note is for the person and their team's lead.
-- What was entered by hand, what came with a file and what is read from a person's own calendar stand side by side. The
-- last two keep the calendar's own id of the event, so that reading it again adds nothing. Leave that was withdrawn keeps
-- what had been of it; an event of a calendar that a person withdrew does not come back with the next reading.
create table oncall.leave (
    id           text        primary key,
    person       text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    note         text,
    origin       text        not null check (origin in ('entered', 'file', 'address')),
    event        text,
    made_at      timestamptz not null,
    made_by      text        not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    check (starts_at < ends_at),
    check ((origin = 'entered') = (event is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);

create index on oncall.leave (person, ends_at);
