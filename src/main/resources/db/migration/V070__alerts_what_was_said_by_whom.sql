-- Alerts as they were said: opened, repeated, closed. One open alert per integration and key, whatever is sent twice.
-- Left out: partitions by month. A partial unique index over open alerts cannot span partitions; the closed ones are
-- only reached by their own indexes, so that history costs disk and not time.
create schema alerts;

create table alerts.integration_key (
    integration text primary key,
    key_hash    bytea not null unique,
    constraint a_key_is_kept_as_its_sha_256 check (octet_length(key_hash) = 32)
);

create table alerts.alert (
    id                uuid primary key,
    integration       text        not null,
    dedup_key         text        not null check (length(dedup_key) between 1 and 255),
    service           text,
    state             text        not null check (state in ('triggered', 'acknowledged', 'resolved')),
    severity          text        not null check (severity in ('info', 'warning', 'error', 'critical')),
    summary           text        not null,
    source            text,
    labels            jsonb       not null default '{}',
    links             jsonb       not null default '[]',
    payload           text        not null,
    times             bigint      not null default 1 check (times > 0),
    said_started_at   timestamptz,
    started_at        timestamptz not null,
    first_at          timestamptz not null,
    last_at           timestamptz not null,
    acknowledged_at   timestamptz,
    resolved_at       timestamptz,
    dry_run           boolean     not null,
    why               text        not null,
    incident          uuid,
    constraint resolved_alerts_say_when check ((state = 'resolved') = (resolved_at is not null))
);

create unique index one_open_alert_per_key on alerts.alert (integration, dedup_key) where state <> 'resolved';
create index alert_by_key on alerts.alert (integration, dedup_key, said_started_at) where state = 'resolved';
create index alert_by_incident on alerts.alert (incident, id) where incident is not null;
create index alert_by_service on alerts.alert (service, id);
create index alert_unrouted on alerts.alert (id) where service is null;

-- Administrators are told of unrouted alerts once per integration and hour.
create table alerts.unrouted_told (
    integration text primary key,
    told_at     timestamptz not null
);
