-- Who has only a sender's id finds the deployment without looking through all of them.
create index deployment_by_id on deployments.deployment (id, number desc);
