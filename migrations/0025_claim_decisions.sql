-- What is decided about a claim stands in columns of its own, so that the schema itself refuses a decision without a reason,
-- one about more than there is, and a second one by the same person. What was decided before in another form is decided anew;
-- the history of the booking keeps what was said.
create table claim_0025 (
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
  promised_at       bigint,                         -- until when a decision is or was promised; null if none was asked for
  decided_by        uuid    references member (id),
  decided_remedy    text,
  decided_minor     bigint,
  decided_reason    text,
  decided_at        bigint,
  appealed_by       text,                           -- borrower, lender
  appeal_words      text    not null default '',
  second_by         uuid    references member (id),
  second_remedy     text,
  second_minor      bigint,
  second_reason     text,
  second_at         bigint,
  version           bigint  not null default 1,
  primary key (listing_id, booking_id, side),
  foreign key (listing_id, booking_id) references booking (listing_id, id),
  check (amount_minor >= 0 and amount_minor <= cap_minor),
  check (state not in ('decided', 'appealed', 'final') or decided_by is not null),
  check (decided_by is null or (decided_remedy is not null and decided_at is not null
         and decided_minor is not null and decided_minor >= 0 and decided_minor <= cap_minor
         and decided_reason is not null and length(decided_reason) >= 20)),
  check (second_by is null or (decided_by is not null and second_by <> decided_by and appealed_by is not null
         and second_remedy is not null and second_at is not null
         and second_minor is not null and second_minor >= 0 and second_minor <= cap_minor
         and second_reason is not null and length(second_reason) >= 20))
);
insert into claim_0025 (listing_id, booking_id, side, state, remedy, amount_minor, offered_by, words, cap_minor, currency,
                        opened_at, due_at, promised_at, version)
select listing_id, booking_id, side,
       case when state in ('decided', 'appealed', 'final') then 'escalated' else state end,
       remedy, amount_minor, offered_by, words, cap_minor, currency, opened_at,
       case when state in ('decided', 'appealed', 'final') then coalesce(due_at, opened_at) else due_at end,
       case when state in ('escalated', 'decided', 'appealed', 'final') then coalesce(due_at, opened_at) end, version
  from claim;
drop table claim;
alter table claim_0025 rename to claim;
create index claim_due on claim (state, due_at);
create index claim_booking on claim (booking_id);
