-- Categories and their attributes are data: `domain/data/categories.toml` is read in at start.
create table category (
  id                text    not null primary key,
  parent_id         text    references category (id),
  name_de           text    not null,
  name_en           text    not null,
  examples_de       text    not null,               -- a few things that belong here: helps to choose
  examples_en       text    not null,
  icon              text    not null,               -- empty: its parent's
  position          bigint  not null
);

create table category_attribute (
  category_id       text    not null references category (id),
  attribute_key     text    not null,
  kind              text    not null,               -- text, number, choice, boolean
  name_de           text    not null,
  name_en           text    not null,
  unit              text    not null default '',    -- of numbers, as shown behind the figure
  least             bigint  not null default 0,     -- of numbers, included
  most              bigint  not null default 0,
  decimals          bigint  not null default 0,     -- how many places behind the comma a number may have
  options           text    not null default '[]',  -- of choices, JSON: [{"key","name":{"de","en"}}]
  filter            boolean not null default false, -- offered as a filter in search
  position          bigint  not null,
  primary key (category_id, attribute_key)
);

create table listing (
  id                uuid    not null primary key,
  owner_id          uuid    not null references member (id),
  kind              text    not null,               -- lend, rent, service, wanted_thing, wanted_help
  state             text    not null,               -- draft, published, paused, archived
  title             text    not null default '',
  description       text    not null default '',
  lang              text    not null,               -- of title, description and the other words: de, en
  category_id       text    references category (id),
  condition         text,                           -- new, very_good, good, worn
  house_rules       text    not null default '',
  replacement_minor bigint,                         -- what it would cost to replace, minor units of `currency`
  price_minor       bigint,                         -- per day, minor units; null is free
  currency          text    not null,
  handover          text    not null default 'pick_up', -- pick_up, deliver, key_box
  handover_note     text    not null default '',    -- private: owner, and other party of an accepted booking
  address           text    not null default '',    -- private likewise: where it is, in the owner's words
  tags              text    not null default '',    -- separated by commas
  place_name        text,                           -- what the public cell is called
  lat               double precision,               -- private likewise: the exact point
  lon               double precision,
  cell              bigint,                         -- the public H3 cell; all that the public ever learns
  region            bigint,                         -- the cell's parent at resolution 3
  zone              text    not null,               -- IANA zone in which its days begin
  unit_count        bigint  not null default 1,
  weekly_plan       bigint  not null default 127,   -- bit 0 Monday … bit 6 Sunday: days on which it may be out
  lead_days         bigint  not null default 0,     -- earliest start: so many days from today
  longest_days      bigint  not null default 14,    -- longest loan, first and last day counted
  step              bigint  not null default 1,     -- how far the owner has come while creating it
  created_at        bigint  not null,
  updated_at        bigint  not null,
  published_at      bigint,
  version           bigint  not null default 1,
  check (state = 'draft' or (category_id is not null and cell is not null and place_name is not null and title <> ''))
);
create index listing_owner on listing (owner_id, state);
create index listing_new on listing (state, published_at);

-- Which lines of an owner's imported files are in already: the same file can be read twice.
create table listing_import (
  owner_id          uuid    not null references member (id),
  import_key        text    not null,
  listing_id        uuid    not null,               -- written before the listing itself
  primary key (owner_id, import_key)
);

create table listing_accessory (
  listing_id        uuid    not null references listing (id),
  position          bigint  not null,
  name              text    not null,
  primary key (listing_id, position)
);

create table listing_attribute (
  listing_id        uuid    not null references listing (id),
  attribute_key     text    not null,
  value             text    not null,
  primary key (listing_id, attribute_key)
);

-- Photos lie in the blob store under `photo/ID/SIZE.webp`.
create table listing_photo (
  listing_id        uuid    not null references listing (id),
  id                uuid    not null,
  position          bigint  not null,
  alt               text    not null default '',
  width             bigint  not null,               -- pixels of the largest size, orientation applied
  height            bigint  not null,
  thumbhash         text    not null,               -- base64; the placeholder while loading
  primary key (listing_id, id)
);

-- Everything that occupies a unit of a listing on a day. The key makes double booking impossible.
create table slot (
  listing_id        uuid    not null references listing (id),
  unit              bigint  not null,
  slot              bigint  not null,               -- a day since 1970 in the listing's zone
  reason            text    not null,               -- booking, blocked
  booking_id        uuid,
  primary key (listing_id, unit, slot)
);
create index slot_booking on slot (listing_id, booking_id);
