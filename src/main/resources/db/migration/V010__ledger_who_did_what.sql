-- The ledger: append-only, each entry carrying the hash of the one before it. The triggers stop mistakes and everybody
-- who is not the database's owner; the chain shows what the owner did; an anchor outside shows a tail that was cut.
create schema ledger;

create table ledger.entry (
    sequence      bigint primary key check (sequence > 0),
    at            timestamptz not null,
    by            text        not null,
    act           text        not null,
    subject       text        not null,
    before        text,
    after         text,
    previous_hash text        not null check (length(previous_hash) = 64),
    hash          text        not null unique check (length(hash) = 64)
);
create index entry_by_subject on ledger.entry (subject, sequence);
create index entry_by_who on ledger.entry (by, sequence);
create index entry_by_time on ledger.entry (at);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;

create trigger append_only before update or delete on ledger.entry
    for each row execute function ledger.refuse_change();
create trigger never_emptied before truncate on ledger.entry
    for each statement execute function ledger.refuse_change();
