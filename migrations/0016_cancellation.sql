-- What calling off costs (see `bookings/cancelling.rs`), and what came of it.
alter table listing add column cancellation text not null default 'flexible'; -- flexible, moderate, strict
alter table booking add column owed_minor bigint; -- what who called it off owes, minor units; null while nobody did
