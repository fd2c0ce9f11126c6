-- What pipelines say. A build and a deployment are one row each, whatever comes twice, late or out of order.
create schema deployments;

create table deployments.build (
    service               text        not null,
    version               text        not null,
    built_at              timestamptz not null,
    commits               jsonb       not null,
    pre_production_passed boolean,
    facts                 jsonb       not null,
    received_at           timestamptz not null,
    primary key (service, version)
);
create index build_by_time on deployments.build (service, built_at desc);

create table deployments.deployment (
    number          bigint generated always as identity unique,
    service         text        not null,
    id              text        not null,
    version         text        not null,
    environment     text        not null,
    status          text        not null check (status in ('started', 'succeeded', 'failed', 'rolled-back')),
    kind            text        not null check (kind in ('planned', 'hotfix', 'rollback')),
    remediates      text,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    at              timestamptz not null generated always as (coalesce(finished_at, started_at)) stored,
    deployer        text,
    commit          text,
    artifact_digest text,
    built_at        timestamptz,
    change          text,
    received_at     timestamptz not null,
    primary key (service, id)
);
create index deployment_by_time on deployments.deployment (started_at desc, number desc);
create index deployment_by_service on deployments.deployment (service, started_at desc, number desc);
create index deployment_live on deployments.deployment (service, environment, at desc) where status = 'succeeded';
create index deployment_by_version on deployments.deployment (service, version, environment);
