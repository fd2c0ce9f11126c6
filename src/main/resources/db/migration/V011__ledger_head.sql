-- Where the chain ends. Whoever records locks this row, so entries of two nodes never interleave; the seal is made with
-- the key outside the database, so that a head cannot be forged with the database alone. An older head with its own
-- seal, put back together with a cut tail, is only seen against an anchor outside.
create table ledger.head (
    only_one boolean primary key default true check (only_one),
    sequence bigint  not null check (sequence >= 0),
    hash     text    not null check (length(hash) = 64),
    seal     text    not null
);

insert into ledger.head (sequence, hash, seal) values (0, repeat('0', 64), '');
