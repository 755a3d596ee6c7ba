-- Reports by people without an account: the files of a report that is being written, and mails whose reader only the
-- dossier knows.

create table report_form (
  agency text not null references agency,
  report uuid not null,
  holder uuid not null,
  procedure text not null,
  files jsonb not null,
  updated_at timestamptz not null,
  primary key (agency, report)
);
comment on table report_form is 'Files of a report in work, bound to the cookie of one browser. What is typed is not kept; the report becomes a dossier of the same identity.';
alter table report_form enable row level security;
create policy report_form_of_agency on report_form using (agency = current_agency()) with check (agency = current_agency());
grant select, insert, update, delete on report_form to mipp_app, mipp_worker;

alter table mail add column to_reporter boolean not null default false;
comment on column mail.to_reporter is 'The address stands in no book: the job reads it from the form of the dossier when it sends.';

create or replace function files_in_use(p_files text[]) returns setof text
  language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select wanted.file from unnest(p_files) as wanted (file)
    where exists (select from paper where paper.sha256 = wanted.file)
      or exists (select from upload where upload.sha256 = wanted.file)
      or wanted.file in (
        select one -> 'paper' ->> 'sha256' from draft, jsonb_array_elements(draft.files) as one
        union all
        select one -> 'paper' ->> 'sha256' from report_form, jsonb_array_elements(report_form.files) as one
        union all
        select one ->> 'sha256' from parked_form, jsonb_array_elements(parked_form.files) as one
      )
  $$;
