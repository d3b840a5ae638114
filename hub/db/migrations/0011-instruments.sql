-- Measuring instruments with their certificates and what happened to them. Those of a company are for it and the staff, the lab's own for the staff.
create table instruments (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  company text collate "C",
  resource text collate "C",
  primary key (complex_id, id),
  foreign key (complex_id, company) references companies (complex_id, id),
  foreign key (complex_id, resource) references resources (complex_id, id),
  check (company is null or resource is null));
create index instruments_company on instruments (complex_id, company, id);
create index instruments_resource on instruments (complex_id, resource, id);

create table certificates (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  instrument text collate "C" not null,
  primary key (complex_id, id),
  foreign key (complex_id, instrument) references instruments (complex_id, id));
create index certificates_instrument on certificates (complex_id, instrument, id);
-- One that was corrected is corrected once.
create unique index certificates_replaces on certificates (complex_id, (data ->> 'replaces'));

create table instrument_events (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  instrument text collate "C" not null,
  primary key (complex_id, id),
  foreign key (complex_id, instrument) references instruments (complex_id, id));
create index instrument_events_instrument on instrument_events (complex_id, instrument, id);

grant select, insert, update on instruments, certificates, instrument_events to pinli_app;
alter table instruments enable row level security;
create policy complex on instruments using (in_complex(complex_id));
create policy scopes on instruments for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || company));
alter table certificates enable row level security;
create policy complex on certificates using (in_complex(complex_id));
create policy scopes on certificates for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || (data ->> 'company')));
alter table instrument_events enable row level security;
create policy complex on instrument_events using (in_complex(complex_id));
create policy scopes on instrument_events for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || (data ->> 'company')));
