-- Synced rows. Each has complex_id and id as its key, rev (which put it was), a column for every field that an index or a constraint
-- needs, named like the field, and all other fields in data. A field stands in one place only.

create table follows (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  key text collate "C",
  primary key (complex_id, id));
create index follows_key on follows (complex_id, key, id);

create table standard_notes (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  number text collate "C",
  primary key (complex_id, id));
create index standard_notes_number on standard_notes (complex_id, number, id);

create table own_standards (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  number text collate "C",
  primary key (complex_id, id));
create index own_standards_number on own_standards (complex_id, number, id);

create table field_conflicts (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  "row" text collate "C",
  primary key (complex_id, id));
create index field_conflicts_row on field_conflicts (complex_id, "row", id);

create table companies (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  uscc text collate "C",
  primary key (complex_id, id));
create index companies_uscc on companies (complex_id, uscc, id);

create table resources (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  primary key (complex_id, id));

create table bookings (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  company text collate "C" not null,
  holding text collate "C",
  status text collate "C" not null check (status in ('waitlisted', 'held', 'confirmed', 'rejected', 'expired', 'cancelled', 'checked_in', 'no_show', 'done')),
  start bigint not null,
  "holdUntil" bigint,
  primary key (complex_id, id),
  foreign key (complex_id, company) references companies (complex_id, id),
  check (start >= 0 and start < (data ->> 'end')::bigint),
  check (status <> 'waitlisted' or (data ->> 'waitSeq')::bigint > 0));
create index bookings_company on bookings (complex_id, company, id);
create index bookings_holding on bookings (complex_id, holding, id);
create index bookings_status_hold on bookings (complex_id, status, "holdUntil", id);
create index bookings_status_start on bookings (complex_id, status, start, id);

-- Bounded by columns that are not null; half-open, as int8range is. Nothing is longer than 31 days.
create table booking_slots (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  booking text collate "C",
  resource text collate "C" not null,
  lane bigint not null check (lane between 0 and 99),
  "from" bigint not null,
  "to" bigint not null,
  "waitingFor" text collate "C",
  primary key (complex_id, id),
  foreign key (complex_id, booking) references bookings (complex_id, id),
  foreign key (complex_id, resource) references resources (complex_id, id),
  check ("from" < "to" and "to" - "from" <= 2678400000),
  check (data ->> 'status' in ('waitlisted', 'held', 'confirmed', 'rejected', 'expired', 'cancelled', 'checked_in', 'no_show', 'done', 'closed')),
  constraint booking_slots_slot_taken exclude using gist (complex_id with =, resource with =, lane with =, int8range("from", "to") with &&)
    where (data ->> 'status' in ('held', 'confirmed', 'checked_in', 'closed')));
create index booking_slots_booking on booking_slots (complex_id, booking, id);
create index "booking_slots_waitingFor" on booking_slots (complex_id, "waitingFor", id);

create table resource_busy (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  resource text collate "C" not null,
  "to" bigint not null,
  primary key (complex_id, id),
  foreign key (complex_id, resource) references resources (complex_id, id),
  check ((data ->> 'from')::bigint < "to"),
  check (data ->> 'kind' in ('busy', 'waiting', 'closed', 'free')));
create index resource_busy_resource_to on resource_busy (complex_id, resource, "to", id);

-- company_id null = staff of the complex.
create table memberships (
  user_id text collate "C" not null references users,
  complex_id text collate "C" not null references complexes,
  role text not null check (role in ('front', 'lab', 'trainer', 'admin', 'company', 'hub')),
  company_id text collate "C",
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  unique nulls not distinct (user_id, complex_id, role, company_id),
  foreign key (complex_id, company_id) references companies (complex_id, id),
  check ((role = 'company') = (company_id is not null)));
create index memberships_complex on memberships (complex_id, user_id);
