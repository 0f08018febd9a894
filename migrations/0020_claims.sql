-- Claims: what one side of a booking wants from the other because something went wrong, and how that was settled. What
-- happened stands in the booking's history, too.
create table claim (
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  side              text    not null,               -- borrower, lender: who claims
  state             text    not null,               -- open, escalated, decided, appealed, agreed, final, settled, withdrawn
  remedy            text    not null,               -- on the table: money, repair, replacement, nothing
  amount_minor      bigint  not null default 0,
  offered_by        text    not null,               -- borrower, lender: who put it there
  words             text    not null,               -- with what was put there
  cap_minor         bigint  not null,               -- from the terms agreed then; nothing above it can be claimed
  currency          text    not null,
  opened_at         bigint  not null,
  due_at            bigint,                         -- when time does something; null once nothing waits
  decision          text,                           -- JSON: the operator's
  appealed_by       text,                           -- borrower, lender
  appeal_words      text    not null default '',
  second_decision   text,                           -- JSON: another operator's
  version           bigint  not null default 1,
  primary key (listing_id, booking_id, side),
  foreign key (listing_id, booking_id) references booking (listing_id, id),
  check (amount_minor >= 0 and amount_minor <= cap_minor),
  check (state not in ('decided', 'appealed') or decision is not null),
  check (state <> 'final' or decision is not null)
);
create index claim_due on claim (state, due_at);
create index claim_booking on claim (booking_id);
