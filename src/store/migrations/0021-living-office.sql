-- What people change about the office while it runs lives in the database: calendars, units, who holds which post, who stands in for
-- whom. A counter tells every process that its copy is behind.

alter table unit
  add column kind text not null default 'division' constraint unit_kind check (kind in ('office', 'secretariat', 'division', 'team')),
  add column calendar text;
comment on column unit.calendar is 'The working calendar its posts count by; null: that of the unit above, in the end the agency''s own.';

alter table post add column closed_on date;
comment on column post.closed_on is 'The first day on which the post no longer exists; dossiers of its time go on naming it.';

alter table mandate
  drop constraint mandate_capacity,
  add constraint mandate_capacity check (capacity in ('definitive', 'plt', 'plh', 'an'));

create table substitute (
  agency text not null references agency,
  substitute uuid not null,
  post text not null,
  absent uuid not null,
  person uuid not null,
  from_on date not null,
  to_on date not null,
  procedures text[] not null default '{}',
  decree text,
  made_by uuid,
  made_at timestamptz not null,
  primary key (agency, substitute),
  foreign key (agency, post) references post (agency, post),
  foreign key (agency, absent) references person (agency, person),
  foreign key (agency, person) references person (agency, person),
  constraint substitute_dates check (to_on >= from_on),
  constraint substitute_other check (person <> absent)
);
comment on table substitute is 'Who does the work of an absent holder of a post, from when to when; `procedures` is the scope, empty means all of it.';
create index substitute_of_post on substitute (agency, post);

create table working_calendar (
  agency text not null references agency,
  calendar text not null,
  label text not null,
  data jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (agency, calendar),
  foreign key (agency, changed_by) references person (agency, person)
);
comment on table working_calendar is 'Working time as the office edits it; `utama` is the agency''s own. Data in the shape of catalogue/*/calendar.yaml.';

create table office_change (
  agency text primary key references agency,
  changes bigint not null
);
comment on table office_change is 'Counts the changes of what the living office is made of: a process whose copy is behind reads it again.';

create function count_office_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into office_change as c (agency, changes) values (coalesce(new.agency, old.agency), 1)
    on conflict (agency) do update set changes = c.changes + 1;
  return null;
end $$;
comment on function count_office_change is 'Whoever changes the office next waits for the one before, so that no count is lost.';
revoke execute on function count_office_change() from public;

create trigger unit_changes after insert or update or delete on unit for each row execute function count_office_change();
create trigger post_changes after insert or update or delete on post for each row execute function count_office_change();
create trigger mandate_changes after insert or update or delete on mandate for each row execute function count_office_change();
create trigger substitute_changes after insert or update or delete on substitute for each row execute function count_office_change();
create trigger working_calendar_changes after insert or update or delete on working_calendar for each row execute function count_office_change();
create trigger person_changes after update on person for each row
  when (old.name is distinct from new.name or old.state is distinct from new.state) execute function count_office_change();

create function living_changes(p_agency text) returns text
  language plpgsql as $$
begin
  perform set_config('mipp.agency', p_agency, true);
  return coalesce((select c.changes from edition_change c where c.agency = p_agency), 0)
    || '.' || coalesce((select c.changes from office_change c where c.agency = p_agency), 0);
end $$;
comment on function living_changes is 'How often editions and office of an agency have changed, in one round trip.';

create or replace function load_for_command(p_agency text, p_dossier uuid, p_key text, p_client text) returns json
  language plpgsql as $$
declare
  loaded json;
begin
  perform set_config('mipp.agency', p_agency, true);
  select json_build_object(
    'dossier', case when d.dossier is not null then json_build_object(
      'procedure', d.procedure, 'edition', d.edition,
      'events', (select json_agg(e.payload::json order by e.seq) from event e where e.agency = p_agency and e.dossier = p_dossier)) end,
    'clientName', (select c.name from client c where c.agency = p_agency and c.client = coalesce(d.client, p_client)),
    'answered', (select k.answer from command_key k where k.agency = p_agency and k.key = p_key),
    'changes', living_changes(p_agency)
  ) into loaded
  from (select) as always left join dossier d on d.agency = p_agency and d.dossier = p_dossier;
  return loaded;
end $$;
comment on function load_for_command is 'Everything a decision needs: the events of a dossier, the name of its client (of the one given, for a new dossier), the answer this idempotency key already got, and whether the copy of the office is behind.';

do $$
declare
  table_name text;
begin
  foreach table_name in array array['substitute', 'working_calendar', 'office_change'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I using (agency = current_agency()) with check (agency = current_agency())', table_name || '_of_agency', table_name);
    execute format('grant select on %I to mipp_app, mipp_worker', table_name);
  end loop;
end $$;
grant insert, update on substitute, working_calendar to mipp_app;
