-- The fingerprint of the one key with which this database's secrets are sealed. The key itself is never here.
create schema keys;

create table keys.fingerprint (
    only_one    boolean primary key default true check (only_one),
    fingerprint text    not null
);
