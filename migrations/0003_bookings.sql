-- A booking has several axes: `state` is what the two agreed, `custody` is who has the thing.
create table booking (
  listing_id        uuid    not null references listing (id),
  id                uuid    not null,
  borrower_id       uuid    not null references member (id),
  lender_id         uuid    not null references member (id),
  state             text    not null,               -- requested, accepted, withdrawn, declined, gave_way, expired, cancelled, lapsed, closed
  cancelled_by      text,                           -- borrower, lender; only of what is cancelled
  custody           text    not null,               -- with_lender, handing_over, handover_contested, with_borrower, returning, return_contested, returned
  custody_by        text,                           -- borrower, lender: who made the report that waits or is contested
  first_day         bigint  not null,               -- days in the listing's zone, both included
  last_day          bigint  not null,
  unit              bigint  not null default 0,
  note              text    not null default '',    -- the borrower's words when asking
  reason            text    not null default '',    -- the words of whoever declined, cancelled or contested last
  terms             text    not null,               -- JSON: the listing as it was when asked
  requested_at      bigint  not null,
  answer_by         bigint  not null,
  starts_at         bigint  not null,               -- when the first day begins
  due_at            bigint  not null,               -- when the last day is over
  answered_at       bigint,
  custody_since     bigint,                         -- when the present custody began
  handed_over_at    bigint,                         -- when the handover was reported
  returned_at       bigint,                         -- when the return was reported
  ended_at          bigint,
  version           bigint  not null default 1,
  primary key (listing_id, id),
  check (last_day >= first_day),
  check ((state = 'cancelled') = (cancelled_by is not null)),
  check ((custody in ('with_lender', 'with_borrower', 'returned')) = (custody_by is null)),
  check (custody = 'with_lender' or state in ('accepted', 'closed')),
  check ((state in ('requested', 'accepted')) = (ended_at is null))
);
create index booking_id on booking (id);
create index booking_borrower on booking (borrower_id, state);
create index booking_lender on booking (lender_id, state);
create index booking_days on booking (listing_id, state, first_day);

-- A form sent twice makes one booking. Rows are dropped after some days.
create table booking_once (
  borrower_id       uuid    not null references member (id),
  once_key          text    not null,               -- a hash of what the form carried
  booking_id        uuid    not null,
  created_at        bigint  not null,
  primary key (borrower_id, once_key)
);
