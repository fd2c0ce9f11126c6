-- What became of deployments, rolled up by service and month, and when they started, by day. Marks say what is to be reckoned anew.
create schema throughput;

create table throughput.service (
    number   integer generated always as identity primary key,
    name     text        not null unique,
    first_at timestamptz
);

create table throughput.month (
    service  integer not null references throughput.service,
    month    date    not null,
    arrivals bytea   not null,
    primary key (service, month)
);

create table throughput.day (
    day    date  primary key,
    starts bytea not null
);

create table throughput.incident (
    id            uuid primary key,
    service       text        not null,
    started_at    timestamptz not null,
    resolved_at   timestamptz
);

-- What a person said of a cause; without a deployment: that none did it.
create table throughput.cause (
    incident   uuid primary key,
    service    text,
    deployment text,
    by         text        not null,
    reason     text        not null,
    at         timestamptz not null
);
create index incident_of_service on throughput.incident (service);
create index cause_by_service on throughput.cause (service);

create table throughput.mark (
    number  bigint generated always as identity primary key,
    service text not null
);

create table throughput.told (
    number      bigint generated always as identity primary key,
    incident    uuid        not null,
    service     text        not null,
    started_at  timestamptz not null,
    resolved_at timestamptz
);

insert into throughput.mark (service)
select distinct service from deployments.deployment where environment = 'production';

insert into throughput.told (incident, service, started_at, resolved_at)
select id, service, started_at, resolved_at from incidents.incident;
