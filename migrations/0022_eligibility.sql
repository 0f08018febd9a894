-- Who may borrow: circles, who knows whom, and what a listing asks of whoever wants it.

create table circle (
  id                uuid    not null primary key,
  name              text    not null,
  about             text    not null default '',
  findable          boolean not null,               -- whether others see its name and can ask to join
  invitation_hash   text    unique,                 -- of the token in the invitation link; null: there is none
  created_at        bigint  not null,
  version           bigint  not null default 1
);
create index circle_findable on circle (findable, name);

create table circle_member (
  circle_id         uuid    not null references circle (id),
  member_id         uuid    not null references member (id),
  role              text    not null,               -- asked, member, keeper
  since             bigint  not null,               -- of the role
  primary key (circle_id, member_id)
);
create index circle_member_member on circle_member (member_id, role);

-- "I know this person." What it is worth is decided when it is asked for (see `eligibility/rules.rs`).
create table vouch (
  member_id         uuid    not null references member (id), -- whom it is about
  voucher_id        uuid    not null references member (id), -- who says so
  created_at        bigint  not null,
  primary key (member_id, voucher_id),
  check (member_id <> voucher_id)
);
create index vouch_voucher on vouch (voucher_id);

-- A listing without a row here is for everybody.
create table listing_eligibility (
  listing_id        uuid    not null primary key references listing (id),
  finished_loans    bigint  not null default 0,     -- at least so many
  vouched           boolean not null default false, -- somebody vouches for them
  in_circle         boolean not null default false, -- they are in one of the circles of the listing
  per_month         bigint  not null default 0,     -- the same member has it so often in a month; 0: as often as they like
  check (finished_loans between 0 and 20),
  check (per_month between 0 and 31)
);

create table listing_circle (
  listing_id        uuid    not null references listing (id),
  circle_id         uuid    not null references circle (id),
  primary key (listing_id, circle_id)
);
create index listing_circle_circle on listing_circle (circle_id);
