-- Addresses of calendars that are read again and again, by what they belong to (HolidayCalendar/england, Person/ann), and
-- how that went: when it was tried last, when it last said something sensible, and why it does not.
-- A holiday calendar's news waits as a proposal with the whole days that would stand; what counts is the catalogue's, so
-- nothing here is asked by whoever needs a holiday.
create schema calendars;

create table calendars.reading (
    subject   text        primary key,
    address   text        not null,
    looked_at timestamptz not null,
    read_at   timestamptz,
    failure   text
);

create table calendars.proposal (
    id          text        primary key,
    calendar    text        not null,
    address     text        not null,
    days        json        not null,
    proposed_at timestamptz not null,
    counts_at   timestamptz,
    state       text        not null check (state in ('proposed', 'counted', 'dismissed', 'replaced')),
    decided_at  timestamptz,
    decided_by  text,
    check ((state = 'proposed') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null))
);

create unique index on calendars.proposal (calendar) where state = 'proposed';
create index on calendars.proposal (calendar, proposed_at);
