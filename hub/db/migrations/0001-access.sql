-- People, devices and what they may do. Ids are text compared byte for byte, as every desk compares them.

create table complexes (
  id text collate "C" primary key,
  name text not null,
  district text not null,
  made_at timestamptz not null default now());

-- pw_hash null: nobody logs in by it (the hub's own user). token_gen moves when all tokens of the user end.
create table users (
  id text collate "C" primary key,
  login text not null unique,
  pw_hash text,
  display text not null,
  disabled_at timestamptz,
  token_gen int not null default 1,
  made_at timestamptz not null default now());

-- A device belongs to nobody; a login is a device with a user. The letter stands in printed numbers.
create table devices (
  id text collate "C" primary key,
  complex_id text collate "C" references complexes,
  kind text not null check (kind in ('desktop', 'browser', 'hub')),
  name text not null,
  letter text check (letter ~ '^[A-Z]{1,3}$'),
  pubkey bytea,
  made_at timestamptz not null default now(),
  last_seen timestamptz,
  revoked_at timestamptz,
  wipe boolean not null default false,
  unique (complex_id, letter),
  check ((kind = 'hub') = (complex_id is null)),
  check (kind = 'hub' or pubkey is not null));

-- A refresh token of a family is used once: the previous one coming again ends the family.
create table logins (
  id text collate "C" primary key,
  device_id text collate "C" not null references devices,
  user_id text collate "C" not null references users,
  refresh_hash bytea not null unique,
  prev_hash bytea unique,
  family text collate "C" not null,
  made_at timestamptz not null default now(),
  last_seen timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz);
create index logins_family on logins (family);
create index logins_user on logins (user_id);
create index logins_device on logins (device_id);

create table enrolment_codes (
  code_hash bytea primary key,
  complex_id text collate "C" not null references complexes,
  made_by text collate "C" references users,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  device_id text collate "C" references devices,
  check ((used_at is null) = (device_id is null)));

-- Written in the transaction that it speaks of. One sealer adds seq, prev_hash and hash later, in order.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  complex_id text collate "C",
  actor text collate "C",
  device text collate "C",
  action text not null,
  target text,
  detail json not null default '{}',
  seq bigint unique,
  prev_hash bytea,
  hash bytea,
  check ((seq is null) = (hash is null) and (seq is null) = (prev_hash is null)));
create index audit_unsealed on audit (id) where seq is null;
