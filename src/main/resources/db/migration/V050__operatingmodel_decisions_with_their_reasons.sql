-- What somebody decided of a service's selection, and why. The calculation is in force without a row here.
-- Policy, exposure and demand are documents of the catalogue and are not repeated, but for the inputs of a decision:
-- it must read tomorrow as it was taken today. Decisions are never changed; the next one ends the one before.
create schema if not exists operatingmodel;

create table operatingmodel.decision (
    id                       uuid        primary key,
    sequence                 bigint      generated always as identity,
    service                  text        not null,
    at                       timestamptz not null,
    by                       text        not null,
    revenue                  numeric     check (revenue >= 0),
    cost                     numeric     check (cost >= 0),
    demand                   text,
    kind                     text        check (kind in ('digital', 'foundational')),
    policy_version           integer     not null check (policy_version >= 0),
    calculated_level         numeric,
    calculated_band          text,
    calculated_every_days    integer     check (calculated_every_days > 0),
    calculated_model         text        check (calculated_model in ('ybyr', 'ops')),
    calculated_working_hours text        check (calculated_working_hours in ('team', 'operations')),
    calculated_out_of_hours  text        check (calculated_out_of_hours in ('none', 'domain', 'team', 'operations')),
    calculated_cautions      text[]      not null,
    override_level           numeric     check (override_level > 0 and override_level < 100),
    override_model           text        check (override_model in ('ybyr', 'ops')),
    override_out_of_hours    text        check (override_out_of_hours in ('none', 'domain', 'team', 'operations')),
    reason                   text        not null check (reason <> ''),
    until                    timestamptz check (until > at),
    check ((revenue is null) = (cost is null)),
    check (num_nulls(calculated_level, calculated_band, calculated_every_days, calculated_model,
                     calculated_working_hours, calculated_out_of_hours) in (0, 6))
);

create index decision_latest_of_a_service on operatingmodel.decision (service, at desc, sequence desc);
