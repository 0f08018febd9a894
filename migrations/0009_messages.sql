-- Two members talk about a listing that one of them may want, or about their booking. The conversation about a booking
-- has the booking's id and begins with its first message.
create table conversation (
  id                uuid    not null primary key,
  listing_id        uuid    not null references listing (id),
  booking_id        uuid,                           -- null: asked on the listing
  asker_id          uuid    not null references member (id), -- who may want it, or borrows it
  owner_id          uuid    not null references member (id),
  last_seq          bigint  not null default 0,     -- of the newest message
  last_at           bigint  not null,
  created_at        bigint  not null,
  check (booking_id is null or booking_id = id),
  check (asker_id <> owner_id)
);
create unique index conversation_asked on conversation (listing_id, asker_id) where booking_id is null;
create index conversation_asker on conversation (asker_id, created_at);

-- How far each of the two is. Nobody but the member whose row it is ever learns what it says.
create table conversation_side (
  conversation_id   uuid    not null references conversation (id),
  member_id         uuid    not null references member (id),
  heard_seq         bigint  not null default 0,     -- the newest message of the other
  read_seq          bigint  not null default 0,     -- the newest message that was shown
  told_seq          bigint  not null default 0,     -- the newest message that a letter told of
  told_at           bigint,                         -- when that letter was written
  letter_at         bigint,                         -- when it is looked again whether a letter is wanted; null: not planned
  primary key (conversation_id, member_id)
);
create index conversation_side_member on conversation_side (member_id);
create index conversation_side_unread on conversation_side (member_id) where heard_seq > read_seq;

create table message (
  conversation_id   uuid    not null references conversation (id),
  seq               bigint  not null,               -- from 1, without gaps, in the order in which they were kept
  id                uuid    not null,
  author_id         uuid    not null references member (id),
  body              text    not null default '',
  once_key          text,                           -- a hash of what the form carried: sent twice, it is one message
  created_at        bigint  not null,
  primary key (conversation_id, seq)
);
create unique index message_once on message (conversation_id, once_key);
create index message_id on message (id);
create index message_author on message (author_id, created_at);

-- Pictures lie in the blob store under `private/ID/SIZE.webp`: only the two can have them.
create table message_photo (
  conversation_id   uuid    not null references conversation (id),
  seq               bigint  not null,
  id                uuid    not null,
  position          bigint  not null,
  width             bigint  not null,               -- pixels of the largest size, orientation applied
  height            bigint  not null,
  thumbhash         text    not null,
  primary key (conversation_id, seq, id)
);

create table member_block (
  member_id         uuid    not null references member (id), -- who wants to hear no more
  blocked_id        uuid    not null references member (id),
  created_at        bigint  not null,
  primary key (member_id, blocked_id)
);

-- What members report to those who run the place, whatever it is about.
create table report (
  id                uuid    not null primary key,
  subject_kind      text    not null,               -- message
  subject_id        uuid    not null,
  about_id          uuid    references member (id), -- whose it is
  reporter_id       uuid    not null references member (id),
  reason            text    not null,               -- insult, fraud, danger, private_data, advertising, other
  words             text    not null default '',
  created_at        bigint  not null
);
create unique index report_subject on report (subject_kind, subject_id, reporter_id);
