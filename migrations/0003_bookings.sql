-- A booking has several axes: `state` is what the two agreed, `custody` is who has the thing.
create table booking (
  listing_id        uuid    not null references listing (id),
  id                uuid    not null,
  borrower_id       uuid    not null references member (id),
  lender_id         uuid    not null references member (id),
  state             text    not null,               -- requested, accepted, withdrawn, declined, expired, cancelled, closed
  custody           text    not null,               -- with_lender, handing_over, with_borrower, returning, returned, contested
  first_day         bigint  not null,
  last_day          bigint  not null,
  unit              bigint  not null default 0,
  note              text    not null default '',    -- the borrower's words when asking
  reason            text    not null default '',    -- the words of whoever declined, withdrew, cancelled or contested
  cancelled_by      text,                           -- borrower, lender
  custody_by        text,                           -- who reported the handover or return that waits for the other
  terms             text    not null,               -- JSON: the listing as it was when asked
  requested_at      bigint  not null,
  answer_by         bigint  not null,
  answered_at       bigint,
  handed_over_at    bigint,
  returned_at       bigint,
  custody_since     bigint,                         -- when the present custody began
  closed_at         bigint,
  version           bigint  not null default 1,
  primary key (listing_id, id),
  check (last_day >= first_day)
);
create unique index booking_id on booking (id);
create index booking_borrower on booking (borrower_id, state);
create index booking_lender on booking (lender_id, state);
create index booking_days on booking (listing_id, state, first_day);

-- A form sent twice makes one booking.
create table booking_once (
  once_key          text    not null primary key,
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  created_at        bigint  not null
);
