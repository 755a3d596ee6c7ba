-- What rules of the calendar and probes remember: up to which day a rule was followed, what a probe saw last.

create table automatic_start (
  agency text not null references agency (agency),
  procedure text not null,
  start text not null,
  item text not null,
  looked_at timestamptz not null,
  looked_on date not null,
  bad_streak integer not null default 0,
  found jsonb,
  dossier uuid,
  primary key (agency, procedure, start, item)
);
comment on table automatic_start is 'One row for each rule of the calendar (item empty) and for each thing that a probe looks at: when last, how often badly in a row, what was found, and the dossier that was begun for it. `start` names the way to begin by its own words.';

alter table automatic_start enable row level security;
create policy automatic_start_of_agency on automatic_start using (agency = current_agency()) with check (agency = current_agency());
grant select on automatic_start to mipp_app, mipp_worker;
grant insert, update on automatic_start to mipp_worker;
