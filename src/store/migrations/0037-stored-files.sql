-- What is known of the stored bytes: which are missing or damaged, how far they have been looked through; and the whole dossier as
-- one archive in the log of accesses.

create table file_trouble (
  agency text not null references agency,
  sha256 text not null,
  what text not null constraint file_trouble_what check (what in ('missing', 'damaged')),
  found_at timestamptz not null,
  primary key (agency, sha256)
);
comment on table file_trouble is 'Bytes of papers of this agency that are gone or no longer what was kept. A row goes when they are found whole again.';

create table file_walk (
  agency text not null references agency,
  began_at timestamptz not null,
  ended_at timestamptz,
  after_sha256 text not null default '',
  files bigint not null default 0,
  bytes bigint not null default 0,
  missing bigint not null default 0,
  damaged bigint not null default 0,
  primary key (agency)
);
comment on table file_walk is 'The last walk through the stored papers of an agency, in the order of their SHA-256: where it stands, and what it found.';

alter table file_trouble enable row level security;
create policy file_trouble_of_agency on file_trouble using (agency = current_agency()) with check (agency = current_agency());
grant select, insert, update, delete on file_trouble to mipp_app, mipp_worker;
alter table file_walk enable row level security;
create policy file_walk_of_agency on file_walk using (agency = current_agency()) with check (agency = current_agency());
grant select, insert, update on file_walk to mipp_worker;
grant select on file_walk to mipp_app;

create function stored_file_health() returns table (missing bigint, damaged bigint, looked_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) filter (where what = 'missing'), count(*) filter (where what = 'damaged'), (select min(ended_at) from file_walk)
    from file_trouble
  $$;
comment on function stored_file_health() is 'For the address that machines ask: over all agencies, and nothing but numbers.';
revoke all on function stored_file_health() from public;
grant execute on function stored_file_health() to mipp_app;

alter table access_log drop constraint access_log_what;
alter table access_log add constraint access_log_what check (what in ('dossier', 'paper', 'sheet', 'archive'));
