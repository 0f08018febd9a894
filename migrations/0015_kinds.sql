-- Bookings of help and of what is looked for: what a booking is about, and which side asked. Whoever answers is the other.
alter table booking add column kind text not null default 'lend';         -- lend, rent, service, wanted_thing, wanted_help
alter table booking add column asked_by text not null default 'borrower'; -- borrower, lender

-- When something is needed: days since 1970 in the listing's zone; null where any time will do.
alter table listing add column needed_first bigint;
alter table listing add column needed_last bigint;
