-- What incidents of a time lost is summed, and found to be the same as before, without reading the incidents themselves.
drop index incidents.incident_by_start;

create index incident_by_start on incidents.incident (started_at desc, number desc)
       include (state, type, resolved_at, loss, protected, at_tolerable, service, overrun);
