-- Files that somebody sent and has not applied yet. Their content is sealed, since people and keys may stand in it; it
-- is forgotten when it is applied, and after a day.
create table catalogue.import (
    id      uuid        not null primary key,
    made_at timestamptz not null,
    account text        not null,
    columns json        not null,
    content bytea       not null
);
create index import_made on catalogue.import (made_at);
