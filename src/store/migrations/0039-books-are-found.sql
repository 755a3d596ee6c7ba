-- The number of another system (SRIKANDI) finds the dossier too, and the scan of a letter on paper stays in the file store.

create or replace function keep_search_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search_entry (agency, dossier, client, secrecy, submitted_at, words)
    values (new.agency, new.dossier, new.client, new.secrecy, new.submitted_at,
      search_words(concat_ws(' ', new.search_text, other_numbers(new.agency, new.dossier))))
    on conflict (agency, dossier) do update set secrecy = excluded.secrecy, words = excluded.words;
  return null;
end $$;

create function other_numbers(p_agency text, p_dossier uuid) returns text
  language sql stable
return (
  select nullif(string_agg(n.external_number, ' '), '') from (
    select a.external_number from agenda a where a.agency = p_agency and a.dossier = p_dossier and a.external_number is not null
    union all
    select o.external_number from outgoing o where o.agency = p_agency and o.dossier = p_dossier and o.external_number is not null) as n);
comment on function other_numbers is 'What other systems call the letters of a dossier.';

create function keep_other_numbers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update search_entry s set words = search_words(concat_ws(' ', d.search_text, other_numbers(d.agency, d.dossier)))
    from dossier d where d.agency = new.agency and d.dossier = new.dossier and s.agency = d.agency and s.dossier = d.dossier;
  return null;
end $$;
comment on function keep_other_numbers is 'A dossier is found by the number of another system as soon as it is kept.';

create trigger agenda_is_found_otherwise after update on agenda
  for each row when (new.dossier is not null and old.external_number is distinct from new.external_number) execute function keep_other_numbers();
create trigger outgoing_is_found_otherwise after update on outgoing
  for each row when (new.dossier is not null and old.external_number is distinct from new.external_number) execute function keep_other_numbers();

create index outgoing_scan on outgoing ((scan->>'sha256')) where scan is not null;

create or replace function files_in_use(p_files text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
    select wanted.file from unnest(p_files) as wanted (file)
    where exists (select from paper where paper.sha256 = wanted.file)
      or exists (select from outgoing where outgoing.scan is not null and outgoing.scan ->> 'sha256' = wanted.file)
      or exists (select from upload where upload.sha256 = wanted.file)
      or wanted.file in (
        select one -> 'paper' ->> 'sha256' from draft, jsonb_array_elements(draft.files) as one
        union all
        select one -> 'paper' ->> 'sha256' from report_form, jsonb_array_elements(report_form.files) as one
        union all
        select one ->> 'sha256' from parked_form, jsonb_array_elements(parked_form.files) as one
      )
  $$;
