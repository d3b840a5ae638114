-- Indicator sets, which everyone of the complex may see; benchmarks and what is done about their gaps, for the company and the staff.
create table indicator_sets (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  family text collate "C" not null,
  primary key (complex_id, id));
create index indicator_sets_family on indicator_sets (complex_id, family, id);
-- One edition of a family is in use.
create unique index indicator_sets_used on indicator_sets (complex_id, family) where data ->> 'state' = 'used';

create table benchmarks (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  company text collate "C" not null, set text collate "C" not null,
  primary key (complex_id, id),
  foreign key (complex_id, company) references companies (complex_id, id),
  foreign key (complex_id, set) references indicator_sets (complex_id, id));
create index benchmarks_company on benchmarks (complex_id, company, id);
create index benchmarks_set on benchmarks (complex_id, set, id);

create table gap_actions (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  benchmark text collate "C" not null, company text collate "C" not null,
  primary key (complex_id, id),
  foreign key (complex_id, benchmark) references benchmarks (complex_id, id));
create index gap_actions_benchmark on gap_actions (complex_id, benchmark, id);
create index gap_actions_company on gap_actions (complex_id, company, id);

grant select, insert, update on indicator_sets, benchmarks, gap_actions to pinli_app;
alter table indicator_sets enable row level security;
create policy complex on indicator_sets using (in_complex(complex_id));
create policy scopes on indicator_sets for select using (in_scopes('public:' || complex_id));
alter table benchmarks enable row level security;
create policy complex on benchmarks using (in_complex(complex_id));
create policy scopes on benchmarks for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || company));
alter table gap_actions enable row level security;
create policy complex on gap_actions using (in_complex(complex_id));
create policy scopes on gap_actions for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || company));
