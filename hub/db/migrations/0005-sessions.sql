-- Sessions: access tokens of minutes, and secrets that are good for one login.

alter table users
  add column secret_hash bytea,
  add column secret_until timestamptz,
  add check ((secret_hash is null) = (secret_until is null));

-- A browser is known by those who have logged in on it: it need not have a key.
alter table devices
  drop constraint devices_check1,
  add constraint devices_key check (kind <> 'desktop' or pubkey is not null);

create table access_tokens (
  hash bytea primary key,
  login_id text collate "C" not null references logins,
  until timestamptz not null);
create index access_tokens_login on access_tokens (login_id);
create index access_tokens_until on access_tokens (until);
grant select, insert, delete on access_tokens to pinli_app;
