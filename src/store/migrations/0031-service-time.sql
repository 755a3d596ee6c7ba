-- How long finished dossiers really took, for what an applicant may expect; and the open ones of a service, counted quickly.

create table service_time (
  agency text not null,
  dossier uuid not null,
  procedure text not null,
  ended_at timestamptz not null,
  used_minutes integer not null,
  primary key (agency, dossier),
  foreign key (agency, dossier) references dossier
);
comment on table service_time is 'Working minutes that a finished dossier took from submit to end, pauses left out, as its last fact kept them. Older dossiers kept none.';
create index service_time_newest on service_time (agency, procedure, ended_at desc) include (used_minutes);

create index dossier_open_of_procedure on dossier (agency, procedure) where status = 'open';

alter table service_time enable row level security;
create policy service_time_of_agency on service_time using (agency = current_agency()) with check (agency = current_agency());
grant select, insert on service_time to mipp_app, mipp_worker;

create function keep_service_time() returns trigger
  language plpgsql as $$
declare
  minutes integer := (new.payload::jsonb->'promise'->>'usedMinutes')::integer;
begin
  if minutes is null then return null; end if;
  insert into service_time (agency, dossier, procedure, ended_at, used_minutes)
    select d.agency, d.dossier, d.procedure, new.at, minutes
    from dossier d where d.agency = new.agency and d.dossier = new.dossier
    on conflict (agency, dossier) do nothing;
  return null;
end $$;
comment on function keep_service_time is 'From the fact that ends a dossier well, with what its promise clock said.';

create trigger event_finishes after insert on event
  for each row when (new.type = 'finished') execute function keep_service_time();
