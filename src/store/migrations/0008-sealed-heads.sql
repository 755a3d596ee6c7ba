-- What a day sealed is kept, so that a root can be found again when its dossiers have long moved on.

create table daily_head (
  agency text not null,
  on_day date not null,
  dossier uuid not null,
  number text not null,
  version integer not null,
  hash text not null,
  primary key (agency, dossier, version)
);
comment on table daily_head is 'The head of each dossier that had moved since the seal before. Points at no row by a key, so that it still names a dossier that was deleted whole.';
create unique index daily_head_of_day on daily_head (agency, on_day, dossier);

alter table daily_root add column place integer;
create unique index daily_root_place on daily_root (agency, place);
comment on table daily_root is 'root = sha256(root before, day, daily_head rows of the day in order of the dossier): a chain over everything ever sealed. Rows without a place are older: sha256 over the heads of all dossiers at sealed_at.';

alter table daily_head enable row level security;
create policy daily_head_of_agency on daily_head using (agency = current_agency()) with check (agency = current_agency());
grant select on daily_head to mipp_app, mipp_worker;
grant insert on daily_head to mipp_worker;
-- Only the worker seals, and nobody seals again.
revoke update on daily_root from mipp_app, mipp_worker;
revoke insert on daily_root from mipp_app;
