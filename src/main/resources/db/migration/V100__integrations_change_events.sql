-- What senders say that is no alert: change events (PagerDuty Events v2). Shown, never paged.
create schema integrations;

create table integrations.change_event (
    id          uuid primary key,
    integration text        not null,
    summary     text        not null,
    source      text,
    at          timestamptz not null,
    received_at timestamptz not null,
    payload     text        not null
);
create index change_event_by_integration on integrations.change_event (integration, at desc);
