-- The list of incidents goes by start and is cut there; what all that is asked for comes to is read from the same index.
create index incident_by_start on incidents.incident (started_at desc, number desc)
       include (state, type, resolved_at, loss, protected, at_tolerable);
drop index incidents.incident_by_time;
