-- Who waits for days of a listing to become free. One line for each member and listing; the order is that of `since`.
create table waiting (
  listing_id        uuid    not null references listing (id),
  member_id         uuid    not null references member (id),
  since             bigint  not null,               -- decides whose turn it is
  first_day         bigint  not null,               -- the time wanted, or the window in which it may lie
  last_day          bigint  not null,
  from_hour         bigint,                         -- by the hour, of the time wanted
  to_hour           bigint,
  length_days       bigint,                         -- so many days in a row within the window; null: all of it
  offer_first       bigint,                         -- what was offered first to this member, if it was
  offer_last        bigint,
  offer_from_hour   bigint,
  offer_to_hour     bigint,
  offer_until       bigint,                         -- from then on it is everybody's
  primary key (listing_id, member_id),
  check (last_day >= first_day),
  check (length_days is null or (length_days > 0 and from_hour is null)),
  check ((from_hour is null) = (to_hour is null)),
  check ((offer_until is null) = (offer_first is null)),
  check ((offer_until is null) = (offer_last is null))
);
create index waiting_member on waiting (member_id);
