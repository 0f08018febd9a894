-- Since when whoever has a thing next knows that it is late: from then on calling off costs them nothing.
alter table booking add column warned_at bigint;

-- A reminder is sent once, whoever works on it: the row is written in the transaction that queues the letter.
create table booking_reminder (
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  what              text    not null,               -- which reminder, see `bookings/reminders.rs`
  reader            text    not null,               -- borrower, lender, operator
  planned_at        bigint  not null,               -- other days bring other reminders
  sent_at           bigint  not null,
  primary key (listing_id, booking_id, what, reader, planned_at),
  foreign key (listing_id, booking_id) references booking (listing_id, id)
);

-- When a member would rather not be written to. Without a row it is the night.
create table letter_hours (
  member_id         uuid    not null primary key references member (id),
  quiet_from        bigint  not null,               -- full hours in the instance's zone; the same twice is never
  quiet_until       bigint  not null
);

-- Which letters a member does not want, of those that are not essential.
create table letter_refusal (
  member_id         uuid    not null references member (id),
  topic             text    not null,               -- see `notifications/topics.rs`
  refused_at        bigint  not null,
  primary key (member_id, topic)
);
