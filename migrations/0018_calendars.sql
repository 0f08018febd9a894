-- Calendars: secret addresses at which ours are read, and foreign ones whose busy days block a listing.

-- Kept in backups, unlike sessions: whoever has subscribed to a calendar does not notice that the instance has moved.
create table calendar_key (
  subject_id        uuid    not null primary key,   -- a member: all their loans; or a listing
  member_id         uuid    not null references member (id), -- who made it
  listing_id        uuid    references listing (id), -- null: the member's own
  token_hash        text    not null unique,
  created_at        bigint  not null,
  read_at           bigint,                         -- when it was last read, to the hour
  content_hash      text    not null default '',    -- of what was last read
  changed_at        bigint  not null                -- since when it is that
);
create index calendar_key_member on calendar_key (member_id);

create table calendar_import (
  listing_id        uuid    not null references listing (id),
  id                uuid    not null,
  url               text    not null,               -- often a secret of its owner
  created_at        bigint  not null,
  checked_at        bigint  not null,               -- when it was last asked for
  succeeded_at      bigint  not null,               -- when it was last read without trouble
  next_at           bigint  not null,               -- when it will be asked for again
  read_at           bigint  not null,               -- when its text was last read, not only found unchanged
  failures          bigint  not null default 0,     -- in a row
  trouble           text,                           -- JSON: what was wrong the last time
  unread            bigint  not null default 0,     -- entries that made no sense
  etag              text,                           -- what the other side calls the version that we have
  modified          text,
  version           bigint  not null default 1,
  primary key (listing_id, id)
);
create index calendar_import_due on calendar_import (next_at);

-- The days that a foreign calendar says are busy. They count like closed days; the slots of the reason `imported` follow from
-- them, where nobody holds the day.
create table calendar_import_day (
  listing_id        uuid    not null,
  import_id         uuid    not null,
  day               bigint  not null,               -- since 1970 in the listing's zone
  primary key (listing_id, import_id, day),
  foreign key (listing_id, import_id) references calendar_import (listing_id, id)
);
