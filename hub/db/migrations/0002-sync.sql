-- What sync keeps beside the rows: scopes and their feeds, clients, commands with their outcomes.

-- The identity of this history: another one after every restore.
create table hub_meta (
  only_row boolean primary key default true check (only_row),
  epoch text not null);
insert into hub_meta (epoch) values (gen_random_uuid()::text);

create table scopes (
  name text collate "C" primary key check (name ~ '^(company|complex|user|public):.'),
  ver bigint not null default 0,
  horizon bigint not null default 0,
  check (horizon <= ver));

-- Which row stands in which scope, and at which version it last changed there.
create table sync_rows (
  scope text collate "C" not null references scopes,
  complex_id text collate "C" not null,
  tbl text collate "C" not null,
  id text collate "C" not null,
  ver bigint not null,
  gone boolean not null,
  at timestamptz not null default now(),
  primary key (scope, complex_id, tbl, id));
create unique index sync_rows_feed on sync_rows (scope, ver);

-- A group is one user on one device profile; a client is one database of it.
create table client_groups (
  id text collate "C" primary key,
  user_id text collate "C" not null references users,
  device_id text collate "C" not null references devices);

create view client_owners as
  select g.id as group_id, g.user_id, g.device_id, d.revoked_at is not null or u.disabled_at is not null as revoked
  from client_groups g join devices d on d.id = g.device_id join users u on u.id = g.user_id;

create table clients (
  id text collate "C" primary key,
  group_id text collate "C" not null references client_groups,
  last_mutation_id bigint not null default 0,
  durable_mutation_id bigint not null default 0,
  check (durable_mutation_id <= last_mutation_id));

-- args and facts are json, not jsonb: whatever a desk sends is kept as it came, even what no text column takes.
create table commands (
  client_id text collate "C" not null references clients,
  mid bigint not null check (mid >= 1),
  name text not null,
  args json not null,
  args_hash text collate "C" not null,
  depends_on bigint,
  client_ts bigint not null,
  proto int not null,
  server_ts bigint not null,
  outcome text not null check (outcome in ('applied', 'waitlisted', 'conflict', 'rejected')),
  code text,
  facts json not null,
  primary key (client_id, mid),
  check (outcome = 'applied' or code is not null));
