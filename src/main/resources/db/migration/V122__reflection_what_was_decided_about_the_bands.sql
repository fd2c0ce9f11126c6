-- Reflections that were held, what was answered to each proposal, and who was reminded. Proposals that nobody answered
-- are not kept: they are made anew from the facts whenever somebody looks.
create schema reflection;

create table reflection.review (
    id             bigint generated always as identity primary key,
    period_from    timestamptz not null,
    held_at        timestamptz not null,
    held_by        text        not null,
    note           text        not null,
    policy_version int         not null,
    lost           numeric     not null,
    incidents      bigint      not null
);
create index review_by_time on reflection.review (held_at desc);

create table reflection.answer (
    id             bigint generated always as identity primary key,
    review         bigint references reflection.review,
    proposal       text        not null,
    code           text        not null,
    sentence       text        not null,
    outcome        text        not null check (outcome in ('accepted', 'left')),
    note           text        not null,
    answered_at    timestamptz not null,
    answered_by    text        not null,
    policy_version int         not null
);
-- The reflection that is being held has no review yet: one answer for each of its proposals.
create unique index answer_of_the_open_reflection on reflection.answer (proposal) where review is null;
create index answer_by_review on reflection.answer (review, id);

create table reflection.reminder (
    reason  text primary key,
    sent_at timestamptz not null
);
