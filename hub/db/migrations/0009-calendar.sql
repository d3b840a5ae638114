-- Rest days and make-up days, a row a year; everyone of the complex may see them.
create table calendar_years (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  year bigint not null,
  primary key (complex_id, id),
  unique (complex_id, year));
create index calendar_years_year on calendar_years (complex_id, year, id);

grant select, insert, update on calendar_years to pinli_app;
alter table calendar_years enable row level security;
create policy complex on calendar_years using (in_complex(complex_id));
create policy scopes on calendar_years for select using (in_scopes('public:' || complex_id));
