-- Statements of pay once they are approved, and what people did about them. A draft is reckoned from the records whenever
-- somebody looks and is not kept; an approval of one of several holders counts for the lines that it was given for.
create schema remuneration;

create table remuneration.statement (
    id          text primary key,
    person      text        not null,
    month       date        not null,
    currency    text        not null,
    total       numeric     not null,
    approved_at timestamptz not null,
    approved_by text        not null,
    unique (person, month)
);
create index statement_by_month on remuneration.statement (month, person);

create table remuneration.line (
    statement   text        not null references remuneration.statement,
    position    int         not null,
    id          text        not null,
    kind        text        not null check (kind in ('standby', 'callout', 'correction')),
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    hours       numeric     not null,
    day_class   text check (day_class in ('weekday', 'weekend', 'holiday')),
    rate_amount numeric,
    rate_per    text check (rate_per in ('hour', 'day', 'week')),
    amount      numeric     not null,
    schedule    text,
    incident    text,
    bearer_kind text        not null check (bearer_kind in ('service', 'domain', 'team', 'duty')),
    bearer      text        not null,
    budget_line text,
    holder      text,
    covers      text[]      not null,
    corrects    text,
    note        text,
    explain     jsonb       not null,
    primary key (statement, position)
);

-- The latest approval of a holder counts as long as the lines of which they pay are those that they saw.
create table remuneration.approval (
    statement   text        not null,
    holder      text        not null,
    approved_by text        not null,
    approved_at timestamptz not null,
    seen        text        not null,
    primary key (statement, holder)
);
-- A statement's id begins with its month.
create index approval_by_month on remuneration.approval (left(statement, 7));

-- A correction is a line of the first month that was a draft when it was made.
create table remuneration.correction (
    id          text primary key,
    person      text        not null,
    month       date        not null,
    statement   text        not null references remuneration.statement,
    corrects    text        not null,
    at          timestamptz not null,
    made_by     text        not null,
    amount      numeric     not null check (amount <> 0),
    note        text        not null,
    bearer_kind text        not null,
    bearer      text        not null,
    budget_line text,
    holder      text,
    covers      text[]      not null
);
create index correction_by_month on remuneration.correction (month, person);

create table remuneration.dispute (
    id        bigint generated always as identity primary key,
    statement text        not null,
    line      text        not null,
    person    text        not null,
    at        timestamptz not null,
    note      text        not null
);
create index dispute_by_month on remuneration.dispute (left(statement, 7), id);
