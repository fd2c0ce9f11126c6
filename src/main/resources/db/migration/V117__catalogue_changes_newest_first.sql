-- The page of what was changed reads the newest versions.
create index document_recorded on catalogue.document (recorded_at desc, recorded_by);
