-- Housekeeping: which files of the store are still somebody's.

create index paper_by_file on paper (sha256);
create index upload_by_file on upload (sha256);
grant delete on upload to mipp_worker;

create function files_in_use(p_files text[]) returns setof text
  language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select wanted.file from unnest(p_files) as wanted (file)
    where exists (select from paper where paper.sha256 = wanted.file)
      or exists (select from upload where upload.sha256 = wanted.file)
      or wanted.file in (
        select one -> 'paper' ->> 'sha256' from draft, jsonb_array_elements(draft.files) as one
        union all
        select one ->> 'sha256' from parked_form, jsonb_array_elements(parked_form.files) as one
      )
  $$;
comment on function files_in_use is 'Which of these files (by SHA-256) any row of any agency refers to: the file store is shared, so row-level security must not hide one.';
revoke execute on function files_in_use(text[]) from public;
grant execute on function files_in_use(text[]) to mipp_worker;
