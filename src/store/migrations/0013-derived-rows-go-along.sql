-- What triggers derive from a row goes with the row, as it came with it.
alter table waiting drop constraint waiting_agency_task_fkey,
  add constraint waiting_agency_task_fkey foreign key (agency, task) references task on delete cascade;
alter table search_entry drop constraint search_entry_agency_dossier_fkey,
  add constraint search_entry_agency_dossier_fkey foreign key (agency, dossier) references dossier on delete cascade;
