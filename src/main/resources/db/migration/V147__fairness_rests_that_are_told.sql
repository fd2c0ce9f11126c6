-- That the lead of a person's team was told of their rest before a start of work: once, however it grows. The rest itself
-- is worked out from who was called and who worked in incidents.
create schema fairness;

create table fairness.rest_told (
    person     text        not null,
    next_start timestamptz not null,
    told_at    timestamptz not null,
    primary key (person, next_start)
);
