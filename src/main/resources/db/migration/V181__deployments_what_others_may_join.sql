-- What modules downstream may join in statements of their own: these columns, whatever becomes of the tables behind them.
create view deployments.attempt as
select number, service, id, version, environment, status, remediates, started_at, at, deployer, artifact_digest
  from deployments.deployment;

create view deployments.tested as
select service, version, pre_production_passed
  from deployments.build;

create view ledger.subject as
select subject
  from ledger.entry;
