-- What ended between two instants: memory reaches back by it.
create index document_ended on catalogue.document (upper(in_force));
