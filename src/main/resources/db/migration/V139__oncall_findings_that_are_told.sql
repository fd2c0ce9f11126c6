-- What was found wrong with who is on call, from the look that first saw it until one that did not see it any more. What
-- is the same matter keeps its row while its dates move; what returns is a new one. Told once: a row for each person and
-- the message that it went with. What is read of a finding is not here: it is worked out anew whenever somebody asks.
create table oncall.finding (
    id              text        primary key,
    code            text        not null,
    schedule        text,
    people          text[]      not null,
    starts_at       timestamptz,
    ends_at         timestamptz,
    text            text        not null,
    url             text        not null,
    seen_at         timestamptz not null,
    gone_at         timestamptz
);

create index finding_open on oncall.finding (schedule) where gone_at is null;

create table oncall.finding_told (
    finding text        not null references oncall.finding,
    person  text        not null,
    batch   text        not null,
    told_at timestamptz not null,
    primary key (finding, person)
);

create index finding_told_of_batch on oncall.finding_told (batch, person);

-- Who was called when: nights broken and rest are asked by person.
create index entry_of_person on paging.entry (person, at) where person is not null;
