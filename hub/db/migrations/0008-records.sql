-- Which record a command spoke of, `<complex>/<id>`, for whoever asks who changed it.
alter table commands add column record text collate "C";

create function pg_temp.record_of(args json) returns text language plpgsql as $$
begin
  return case when args ->> 'complex' ~ '^[0-9a-f-]{36}$' and args ->> 'id' ~ '^[0-9a-f-]{36}$' then (args ->> 'complex') || '/' || (args ->> 'id') end;
exception when others then
  return null; -- what no text column takes names no record
end $$;
update commands set record = pg_temp.record_of(args);
create index commands_record on commands (record, server_ts) where record is not null;
