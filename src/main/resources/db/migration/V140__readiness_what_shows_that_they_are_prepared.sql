-- Evidence of how services and people are prepared for being on call. It is only ever added to: the latest counts, and what
-- was written before stays readable. What Holdfast sees itself is not kept, it is looked at whenever somebody asks.
create schema readiness;

create table readiness.evidence (
    id                bigint generated always as identity primary key,
    subject_kind      text        not null check (subject_kind in ('service', 'person')),
    subject           text        not null,
    preparation       text        not null,
    text              text        not null,
    url               text,
    valid_for_seconds bigint check (valid_for_seconds > 0),
    made_at           timestamptz not null,
    made_by           text        not null
);

create index on readiness.evidence (subject_kind, subject, preparation, id desc);
