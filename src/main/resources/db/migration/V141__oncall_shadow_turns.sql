-- Turns on which somebody went along beside somebody else, written when each begins. The end moves with the turn for as long
-- as it goes on; what is over stays as it was, so that shadow turns that were done count for ever. told_at is null for turns
-- that had ended before Holdfast heard of them.
create table oncall.shadow_turn (
    schedule  text        not null,
    person    text        not null,
    beside    text        not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    told_at   timestamptz,
    primary key (person, schedule, beside, starts_at),
    check (starts_at < ends_at)
);
