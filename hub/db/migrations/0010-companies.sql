-- What the staff has said of two companies that look like one; people, places and products of a company.
create table company_pairs (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  primary key (complex_id, id));

create table company_contacts (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  company text collate "C" not null,
  primary key (complex_id, id),
  foreign key (complex_id, company) references companies (complex_id, id));
create index company_contacts_company on company_contacts (complex_id, company, id);

create table company_sites (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  company text collate "C" not null,
  primary key (complex_id, id),
  foreign key (complex_id, company) references companies (complex_id, id));
create index company_sites_company on company_sites (complex_id, company, id);

create table company_products (
  complex_id text collate "C" not null, id text collate "C" not null, rev bigint not null, data jsonb not null,
  company text collate "C" not null,
  primary key (complex_id, id),
  foreign key (complex_id, company) references companies (complex_id, id));
create index company_products_company on company_products (complex_id, company, id);

grant select, insert, update on company_pairs, company_contacts, company_sites, company_products to pinli_app;

alter table company_pairs enable row level security;
create policy complex on company_pairs using (in_complex(complex_id));
create policy scopes on company_pairs for select using (in_scopes('complex:' || complex_id));

alter table company_contacts enable row level security;
create policy complex on company_contacts using (in_complex(complex_id));
create policy scopes on company_contacts for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || company));

alter table company_sites enable row level security;
create policy complex on company_sites using (in_complex(complex_id));
create policy scopes on company_sites for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || company));

alter table company_products enable row level security;
create policy complex on company_products using (in_complex(complex_id));
create policy scopes on company_products for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || company));
