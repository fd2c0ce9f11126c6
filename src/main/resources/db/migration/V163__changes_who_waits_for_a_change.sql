-- For the page of a change: who waits for what it brings, or was not reached.
create index inquiry_untold on changes.inquiry (service, asked_at desc) where state <> 'told';
