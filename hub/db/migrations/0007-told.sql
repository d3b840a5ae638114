-- When a revoked device first asked again and so was told.
alter table devices add column told_at timestamptz;
