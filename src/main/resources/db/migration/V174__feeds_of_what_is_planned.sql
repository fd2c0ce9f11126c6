-- Calendars for change and incident managers: of one team, or of all (*).
alter table feeds.feed drop constraint feed_kind_check;
alter table feeds.feed add constraint feed_kind_check
    check (kind in ('person', 'team', 'schedule', 'change-management', 'incident-management'));

-- Standard changes go out when they are raised: calendars have those that wait for their time.
create index change_planned on changes.change (valid_until) where environment = 'production' and kind <> 'standard';
