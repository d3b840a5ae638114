-- The second wall. pinli_app serves and owns nothing. A writing transaction says the complex it works in, a reading one the scopes it
-- may see; without either there are no rows. The audiences of shared/tables.ts are repeated here on purpose.

grant usage on schema public to pinli_app;
grant select on hub_meta, client_owners to pinli_app;
grant select, insert, update on
  complexes, users, devices, logins, enrolment_codes, memberships, scopes, sync_rows, client_groups, clients, commands,
  follows, standard_notes, own_standards, field_conflicts, companies, resources, bookings, booking_slots, resource_busy to pinli_app;
grant delete on sync_rows to pinli_app;
grant select, insert, update (seq, prev_hash, hash) on audit to pinli_app;

create function in_complex(complex text) returns boolean stable parallel safe language sql
  return complex = current_setting('pinli.complex', true);

create function in_scopes(variadic audience text[]) returns boolean stable parallel safe language sql
  return audience && string_to_array(current_setting('pinli.scopes', true), ' ');

alter table follows enable row level security;
create policy complex on follows using (in_complex(complex_id));
create policy scopes on follows for select using (in_scopes('user:' || (data ->> 'user')));

alter table standard_notes enable row level security;
create policy complex on standard_notes using (in_complex(complex_id));
create policy scopes on standard_notes for select using (in_scopes('user:' || (data ->> 'user')));

alter table own_standards enable row level security;
create policy complex on own_standards using (in_complex(complex_id));
create policy scopes on own_standards for select using (in_scopes('complex:' || complex_id));

alter table field_conflicts enable row level security;
create policy complex on field_conflicts using (in_complex(complex_id));
create policy scopes on field_conflicts for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || (data ->> 'company')));

alter table companies enable row level security;
create policy complex on companies using (in_complex(complex_id));
create policy scopes on companies for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || id));

alter table resources enable row level security;
create policy complex on resources using (in_complex(complex_id));
create policy scopes on resources for select using (in_scopes(case when (data ->> 'open')::boolean then 'public:' else 'complex:' end || complex_id));

alter table bookings enable row level security;
create policy complex on bookings using (in_complex(complex_id));
create policy scopes on bookings for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || company));

alter table booking_slots enable row level security;
create policy complex on booking_slots using (in_complex(complex_id));
create policy scopes on booking_slots for select using (in_scopes('complex:' || complex_id, 'company:' || complex_id || '/' || (data ->> 'company')));

alter table resource_busy enable row level security;
create policy complex on resource_busy using (in_complex(complex_id));
create policy scopes on resource_busy for select using (in_scopes(case when (data ->> 'open')::boolean then 'public:' else 'complex:' end || complex_id));
