-- What the gate said last of a version is found at once, however much it was asked of the service.
create index decision_of_version on changes.decision (service, version, environment, decided_at desc);
drop index changes.decision_of_service;
