-- What the staff has said of two companies that look like one.
create table company_pairs (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  primary key (complex_id, id));

grant select, insert, update on company_pairs to pinli_app;
alter table company_pairs enable row level security;
create policy complex on company_pairs using (in_complex(complex_id));
create policy scopes on company_pairs for select using (in_scopes('complex:' || complex_id));
