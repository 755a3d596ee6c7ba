-- A page that waits for its signature has no row among the papers: it must not be taken for a file that nobody needs.

create index event_prepared_page on event (((payload::json -> 'paper') ->> 'sha256')) where type = 'letter-prepared';

create or replace function files_in_use(p_files text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
    select wanted.file from unnest(p_files) as wanted (file)
    where exists (select from paper where paper.sha256 = wanted.file)
      or exists (select from upload where upload.sha256 = wanted.file)
      or exists (select from event where event.type = 'letter-prepared' and ((event.payload::json -> 'paper') ->> 'sha256') = wanted.file)
      or exists (select from outgoing where outgoing.scan is not null and (outgoing.scan ->> 'sha256') = wanted.file)
      or wanted.file in (
        select one -> 'paper' ->> 'sha256' from draft, jsonb_array_elements(draft.files) as one
        union all
        select one -> 'paper' ->> 'sha256' from report_form, jsonb_array_elements(report_form.files) as one
        union all
        select one ->> 'sha256' from parked_form, jsonb_array_elements(parked_form.files) as one
      )
  $$;
