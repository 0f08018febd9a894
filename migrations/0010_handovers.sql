-- What is looked at when a thing changes hands, beside what comes along: one point a line.
alter table listing add column checklist text not null default '';

-- What the two of a loan write down when the thing goes out and comes back. Rows are only ever added: each holds the hash
-- of itself and of the one before it, and both stand in the booking's history, too.
create table handover_entry (
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  seq               bigint  not null,               -- from 1, without gaps, in the order in which they were kept
  what              text    not null,               -- handover, return
  side              text    not null,               -- borrower, lender: who wrote it
  author_id         uuid    not null references member (id),
  late              boolean not null,               -- added after the move was confirmed
  items             text    not null,               -- JSON: the checklist, and how each was found
  note              text    not null default '',
  once_key          text,                           -- a hash of what the form carried: sent twice, it is one entry
  created_at        bigint  not null,
  previous          text    not null,               -- SHA-256 of the entry before, in hex; zeros for the first
  hash              text    not null,               -- SHA-256 of this one
  primary key (listing_id, booking_id, seq),
  foreign key (listing_id, booking_id) references booking (listing_id, id),
  check (seq > 0)
);
create unique index handover_entry_once on handover_entry (listing_id, booking_id, once_key);

-- Photos lie in the blob store under `private/ID/SIZE.webp`: only the two can have them.
create table handover_photo (
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  seq               bigint  not null,
  id                uuid    not null,
  position          bigint  not null,
  width             bigint  not null,               -- pixels of the largest size, orientation applied
  height            bigint  not null,
  thumbhash         text    not null,
  digest            text    not null,               -- SHA-256 of the largest file, in hex
  primary key (listing_id, booking_id, seq, id)
);

-- Another way than from hand to hand: proposed by one side, and nothing until the other has agreed.
create table handover_plan (
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  what              text    not null,               -- handover, return
  stage             text    not null,               -- proposed, agreed
  how               text    not null,               -- in_person, neighbour, key_box, other
  side              text    not null,               -- borrower, lender: who proposed it
  words             text    not null default '',
  proposed_at       bigint  not null,
  primary key (listing_id, booking_id, what, stage),
  foreign key (listing_id, booking_id) references booking (listing_id, id)
);

-- Short-lived: what one side shows and the other enters, so that both say at once that it changed hands.
create table handover_code (
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  what              text    not null,               -- handover, return
  side              text    not null,               -- borrower, lender: who shows it
  hash              text    not null,               -- the code itself is nowhere
  salt              text    not null,
  tries             bigint  not null default 0,     -- how many were wrong
  expires_at        bigint  not null,
  primary key (listing_id, booking_id, what, side),
  foreign key (listing_id, booking_id) references booking (listing_id, id)
);
