-- When a listing can be had: by the day or by the hour, and what its owner needs around loans. Lengths are in its grain.
alter table listing add column grain text not null default 'day';            -- day, hour
alter table listing add column week_hours text not null default '';          -- by the hour: six hex digits for the hours of each day, Monday first; empty: all
alter table listing add column stays_out boolean not null default false;     -- may be out over times that are not open
alter table listing add column buffer bigint not null default 0;             -- between two loans
alter table listing add column shortest bigint not null default 1;           -- loan
alter table listing add column lead_hours bigint not null default 0;         -- earliest start, by the hour
alter table listing add column longest_hours bigint not null default 24;     -- loan, by the hour
alter table listing add column horizon_days bigint not null default 365;     -- latest last day

-- Days that are not as the weekly plan says.
create table listing_exception (
  listing_id        uuid    not null references listing (id),
  day               bigint  not null,               -- in the listing's zone
  unit              bigint  not null,               -- -1: all of them
  is_open           boolean not null,               -- open in spite of the plan; otherwise closed
  primary key (listing_id, day, unit),
  check (unit = -1 or not is_open)
);

-- Until now closed days were slots only; from now on those follow from the exceptions.
insert into listing_exception (listing_id, day, unit, is_open)
select distinct listing_id, slot, -1, false from slot where reason = 'blocked';

-- A slot is a day since 1970 in the listing's zone, or by the hour an hour since 1970 (UTC). Its reason is one of booking,
-- buffer, blocked, full; the last two are on days for either grain.

-- By the hour, a booking begins and is over at full hours on its first and last day. Null: whole days.
alter table booking add column from_hour bigint;
alter table booking add column to_hour bigint;
