-- From when on a service is to be reckoned anew, and of what names whatever went live before, of some only if somebody said that they
-- caused an incident; without anything: from its beginning.
alter table throughput.mark
    add column since timestamptz not null default '0001-01-01T00:00:00Z',
    add column name  text,
    add column only_if_blamed boolean not null default false;

-- What somebody said of a deployment is found by its name.
drop index throughput.cause_by_service;
create index cause_by_service on throughput.cause (service, deployment);

drop index throughput.incident_of_service;
create index incident_of_service on throughput.incident (service, started_at);

-- What went live, one that was rolled back as well, by time.
drop index deployments.deployment_live;
create index deployment_live on deployments.deployment (service, environment, at desc) where status in ('succeeded', 'rolled-back');

-- Builds are found by their commits: the same commit of another service is another.
create function deployments.commit_keys(service text, commits jsonb) returns text[] immutable parallel safe
    return (select coalesce(array_agg(service || ' ' || (each ->> 'sha')), '{}') from jsonb_array_elements(commits) as each);
create index build_by_commit on deployments.build using gin (deployments.commit_keys(service, commits)) with (fastupdate = off);
