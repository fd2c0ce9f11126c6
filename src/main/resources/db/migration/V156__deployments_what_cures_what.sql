-- What names the deployment or version that it cures is looked for from there.
create index deployment_cures on deployments.deployment (service, remediates) where remediates is not null;
