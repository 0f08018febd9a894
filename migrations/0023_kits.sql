-- Kits: a listing that is several of its owner's things together. Whoever has the kit has the parts: what a booking of the
-- kit holds of a part are slots of the part, with the booking's id.
create table kit_part (
  kit_id            uuid    not null references listing (id),
  part_id           uuid    not null references listing (id),
  position          bigint  not null,
  primary key (kit_id, part_id),
  check (kit_id <> part_id)
);
create index kit_part_part on kit_part (part_id);
