-- What the two of a loan say about each other. Whoever reads for others asks for `visible_from <= now`: until then a
-- review exists for its author only.
create table review (
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  side              text    not null,               -- borrower, lender: who wrote it; it is about the other side
  id                uuid    not null unique,        -- names its history, which is not the booking's
  author_id         uuid    not null references member (id),
  subject_id        uuid    not null references member (id),
  overall           bigint  not null,               -- stars, 1 to 5
  as_described      bigint,                         -- stars too, null where nothing was said; of the thing and its lender
  condition         bigint,                         -- likewise
  communication     bigint,                         -- of either
  care              bigint,                         -- of the borrower
  punctuality       bigint,                         -- likewise
  words             text    not null default '',
  lang              text    not null,               -- of the words
  written_at        bigint  not null,               -- first written; the history knows of changes
  visible_from      bigint  not null,               -- the end of the window, or when the second was written
  published_at      bigint,                         -- when that was noted and told; null before
  reply             text,                           -- the words of whom it is about
  reply_lang        text,
  replied_at        bigint,
  version           bigint  not null default 1,
  primary key (listing_id, booking_id, side),
  foreign key (listing_id, booking_id) references booking (listing_id, id),
  check (author_id <> subject_id),
  check (overall between 1 and 5),
  check (as_described between 1 and 5),
  check (condition between 1 and 5),
  check (communication between 1 and 5),
  check (care between 1 and 5),
  check (punctuality between 1 and 5),
  check ((side = 'borrower' and care is null and punctuality is null)
      or (side = 'lender' and as_described is null and condition is null)),
  check ((reply is null) = (replied_at is null)),
  check (replied_at is null or published_at is not null)
);
create index review_listing on review (listing_id, side, visible_from, overall);
create index review_subject on review (subject_id, side, visible_from, overall);
create index review_author on review (author_id, written_at);

-- Who was reminded to write, so that nobody is twice.
create table review_reminder (
  listing_id        uuid    not null,
  booking_id        uuid    not null,
  side              text    not null,               -- borrower, lender: who was reminded
  sent_at           bigint  not null,
  primary key (listing_id, booking_id, side),
  foreign key (listing_id, booking_id) references booking (listing_id, id)
);

-- What a member's bookings of the last twelve months say about them.
create index booking_lender_asked on booking (lender_id, requested_at);
create index booking_borrower_asked on booking (borrower_id, requested_at);
