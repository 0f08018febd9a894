-- Portable SQL for SQLite and PostgreSQL. Instants are microseconds since 1970 (UTC), days are days since 1970,
-- ids are UUIDs of version 7, money is in minor units.

create table member (
  id                uuid    not null primary key,
  email             text,                           -- as typed; null once the account is deleted
  password_hash     text,
  name              text    not null,
  about             text    not null default '',
  languages         text    not null default 'de',  -- codes spoken, separated by commas
  lang              text    not null default 'de',  -- the language of mails and pages
  role              text    not null default 'member',
  place_id          text,                           -- the gazetteer's id
  place_name        text,
  lat               double precision,               -- the place's own coordinates, never a home address
  lon               double precision,
  photo_id          uuid,
  photo_hash        text,                           -- a thumbhash, shown while the photo loads
  verified_at       bigint,
  created_at        bigint  not null,
  deleted_at        bigint,
  version           bigint  not null default 1
);

-- One row per address in use, in lower case: what makes addresses unique, also when members are spread over nodes.
create table member_email (
  email_key         text    not null primary key,
  member_id         uuid    not null references member (id)
);
create index member_email_member on member_email (member_id);

-- Links sent by mail: the row holds only the hash of what the link carries.
create table member_token (
  token_hash        text    not null primary key,
  member_id         uuid    not null references member (id),
  purpose           text    not null,
  data              text    not null default '',
  created_at        bigint  not null,
  expires_at        bigint  not null
);
create index member_token_member on member_token (member_id, purpose);

create table session (
  token_hash        text    not null primary key,
  id                uuid    not null unique,        -- names the session on the member's page of sessions
  member_id         uuid    not null references member (id),
  agent             text    not null default '',
  created_at        bigint  not null,
  seen_at           bigint  not null,
  expires_at        bigint  not null
);
create index session_member on session (member_id);

create table event (
  subject_id        uuid    not null,
  seq               bigint  not null,
  at                bigint  not null,
  actor_id          uuid,
  data              text    not null,
  primary key (subject_id, seq)
);

create table job (
  id                uuid    not null primary key,
  job_key           text    unique,                 -- a second job with the same key is not taken on
  kind              text    not null,
  payload           text    not null,
  run_at            bigint  not null,
  attempts          bigint  not null default 0,
  leased_by         text,
  leased_until      bigint,
  failed_at         bigint,                         -- given up; kept for the operator to see
  last_error        text,
  created_at        bigint  not null
);
create index job_due on job (run_at);
