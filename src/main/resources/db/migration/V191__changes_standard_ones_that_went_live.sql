-- How many standard changes went live is counted in the index alone.
create index change_standard on changes.change (closed_at)
 where state = 'closed' and kind = 'standard' and environment = 'production' and outcome in ('successful', 'backed-out');
