-- Labs with their sites, the lines of their scope and their tests; everyone of the complex may see them.
create table labs (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  primary key (complex_id, id));

create table lab_sites (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  lab text collate "C" not null,
  primary key (complex_id, id));
create index lab_sites_lab on lab_sites (complex_id, lab, id);

create table scope_rows (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  lab text collate "C" not null, method text collate "C" not null,
  primary key (complex_id, id));
create index scope_rows_lab on scope_rows (complex_id, lab, id);
create index scope_rows_method on scope_rows (complex_id, method, id);

create table tests (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  lab text collate "C" not null,
  primary key (complex_id, id));
create index tests_lab on tests (complex_id, lab, id);

do $$
declare t text;
begin
  foreach t in array array['labs', 'lab_sites', 'scope_rows', 'tests'] loop
    execute format('grant select, insert, update on %I to pinli_app', t);
    execute format('alter table %I enable row level security', t);
    execute format('create policy complex on %I using (in_complex(complex_id))', t);
    execute format('create policy scopes on %I for select using (in_scopes(''public:'' || complex_id))', t);
  end loop;
end $$;
