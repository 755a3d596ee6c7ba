-- Under which hat somebody acts now, who opened a dossier that is not for everybody, and what follows when a mandate changes.

create or replace function find_session(p_agency text, p_token_hash text, p_now timestamptz, p_today date, p_idle_since timestamptz) returns jsonb
  language plpgsql as $$
declare
  standing session%rowtype;
  facts jsonb;
begin
  perform set_config('mipp.agency', p_agency, true);
  select * into standing from session s
    where s.agency = p_agency and s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > p_now and s.seen_at > p_idle_since;
  if not found then return null; end if;
  facts := person_facts(p_agency, standing.person, p_today);
  if facts is null then return null; end if;
  -- A database that only reads for a while still knows who is asking.
  if date_trunc('minute', standing.seen_at) <> date_trunc('minute', p_now) and current_setting('transaction_read_only') = 'off' then
    -- Asked once more: of many at once only the first writes.
    update session s set seen_at = p_now
      where s.agency = p_agency and s.token_hash = p_token_hash and date_trunc('minute', s.seen_at) <> date_trunc('minute', p_now);
  end if;
  return facts || jsonb_build_object('csrf', standing.csrf, 'hat', standing.hat);
end $$;
comment on column session.hat is 'The post that is tried first when its holder of several acts (`post.capacity` and whom it is for); empty while none is chosen.';

create table access_log (
  agency text not null references agency,
  entry bigint generated always as identity,
  at timestamptz not null,
  dossier uuid not null,
  person uuid not null,
  hat text not null,
  what text not null constraint access_log_what check (what in ('dossier', 'paper', 'sheet')),
  paper uuid,
  over text not null constraint access_log_over check (over in ('pages', 'api')),
  is_refused boolean not null,
  primary key (agency, entry),
  foreign key (agency, person) references person (agency, person),
  constraint access_log_paper check ((what = 'paper') = (paper is not null))
);
comment on table access_log is 'Who opened a dossier of secrecy terbatas or rahasia, or was refused: only added to. The same thing again within ten minutes is one entry. Names the dossier by no key, so that the log outlives it.';
comment on column access_log.hat is 'Under which title, as people read it then.';
create index access_log_of_dossier on access_log (agency, dossier, at desc);
create index access_log_by_time on access_log (agency, at desc, entry desc);
alter table access_log enable row level security;
create policy access_log_of_agency on access_log using (agency = current_agency()) with check (agency = current_agency());
grant select, insert on access_log to mipp_app, mipp_worker;

create index task_taken on task (agency, opened_at) where closed_at is null and taken_by is not null;

create function queue_release() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform queue_job('release-taken', json_build_object('agency', coalesce(new.agency, old.agency)), 'release-taken:' || coalesce(new.agency, old.agency));
  return null;
end $$;
comment on function queue_release is 'Whoever changes who does whose work, by whatever way: what somebody had taken and can no longer do is released.';
revoke execute on function queue_release() from public;

create trigger mandate_releases after insert or update or delete on mandate for each row execute function queue_release();
create trigger substitute_releases after insert or update or delete on substitute for each row execute function queue_release();
create trigger post_releases after update on post for each row
  when (old.closed_on is distinct from new.closed_on or old.superior is distinct from new.superior) execute function queue_release();
create trigger person_releases after update on person for each row
  when (old.state is distinct from new.state) execute function queue_release();
