-- When a test page was last sent to a person and whether they answered it: one row each, which also keeps it to one at a time.
create table notification.test (
    person      text primary key,
    sent_at     timestamptz not null,
    sent_by     text        not null,
    answered_at timestamptz,
    check (answered_at is null or answered_at >= sent_at)
);
