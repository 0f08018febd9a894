-- One request to several lenders: the first to say yes has it, and the others hear that it is found.

-- Everybody asked at the same time. The group is called like the booking with which it began, whose row here is its lock: whoever
-- acts on one of them takes it first.
create table request_group_member (
  booking_id        uuid    not null primary key,
  listing_id        uuid    not null,
  group_id          uuid    not null,
  foreign key (listing_id, booking_id) references booking (listing_id, id)
);
create index request_group_member_group on request_group_member (group_id);
