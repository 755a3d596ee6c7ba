-- A number that is void, waits for its signature, or whose dossier was destroyed answers at the public check in its own words:
-- the book keeps the code that was printed with it, since when it is void or withdrawn, and the hash of what was destroyed.

alter table outgoing add column check_code text, add column issued_sha256 text, add column ended_at timestamptz;
comment on column outgoing.check_code is 'What the public types to check the letter; null for numbers that were never printed here.';
comment on column outgoing.issued_sha256 is 'Of the bytes that were issued, kept when the dossier is destroyed.';
comment on column outgoing.ended_at is 'When the number became void or its letter was withdrawn.';
create index outgoing_check_code on outgoing (agency, check_code) where check_code is not null;
create index outgoing_issued on outgoing (agency, issued_sha256) where issued_sha256 is not null;
create index outgoing_number on outgoing (agency, number);

update outgoing o set check_code = e.payload::json ->> 'checkCode'
  from event e where e.agency = o.agency and e.dossier = o.dossier and e.type = 'letter-numbered'
    and e.payload::json ->> 'number' = o.number and o.state in ('reserved', 'void');
update outgoing set ended_at = changed_at where state in ('void', 'withdrawn');

create or replace function public.project_books(p_agency text, p_change jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if p_change->'agenda' <> '[]' then
    insert into agenda
      select r.* from jsonb_array_elements(p_change->'agenda') as a, lateral jsonb_populate_record(null::agenda,
        jsonb_build_object('entry', gen_random_uuid(), 'sub', '', 'attachments', 0, 'classification', '', 'forwarded_to', '[]'::jsonb, 'remark', '', 'seq',
          likely_place(a->>'number', (select s.last from number_series s where s.agency = p_agency and s.series = 'agenda' and s.year = (a->>'year')::integer))) || a) as r
      on conflict (agency, year, number) do update set urgency = excluded.urgency, secrecy = excluded.secrecy, received_on = excluded.received_on,
        letter_number = excluded.letter_number, letter_on = excluded.letter_on, subject = excluded.subject, attachments = excluded.attachments,
        classification = case when excluded.classification = '' then agenda.classification else excluded.classification end,
        forwarded_to = case when excluded.forwarded_to = '{}' then agenda.forwarded_to else excluded.forwarded_to end,
        remark = case when excluded.remark = '' then agenda.remark else excluded.remark end;
  end if;
  if p_change->'outgoing' is null then
    perform note_old_letters(p_agency, (p_change->'dossier'->>'dossier')::uuid, p_change->'events');
    return;
  end if;
  if p_change->'outgoing' <> '[]' then
    insert into outgoing
      select r.* from jsonb_array_elements(p_change->'outgoing') as o, lateral jsonb_populate_record(null::outgoing,
        jsonb_build_object('entry', gen_random_uuid(), 'sub', '', 'seq',
          likely_place(o->>'number', (select s.last from number_series s where s.agency = p_agency and s.series = o->>'series' and s.year = (o->>'year')::integer))) || o) as r
      on conflict (agency, year, series, number) do update set state = excluded.state, addressee = excluded.addressee, subject = excluded.subject,
        security = excluded.security, attachments = excluded.attachments, check_code = coalesce(excluded.check_code, outgoing.check_code),
        ended_at = coalesce(excluded.ended_at, outgoing.ended_at), processed_by = excluded.processed_by, sent_how = coalesce(excluded.sent_how, outgoing.sent_how),
        sent_on = coalesce(excluded.sent_on, outgoing.sent_on), received_on = coalesce(excluded.received_on, outgoing.received_on),
        received_by = coalesce(excluded.received_by, outgoing.received_by),
        remark = case when excluded.remark = '' then outgoing.remark else excluded.remark end, changed_at = excluded.changed_at;
  end if;
end $function$;

create or replace function public.destroy_dossier(p_agency text, p_destruction uuid, p_dossier uuid, p_now timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  item destruction_item%rowtype;
  record_number text;
  gone text[];
begin
  if current_agency() is distinct from p_agency then return 'not-ours'; end if;
  -- Whoever begins to hold it waits here, or is seen.
  perform from dossier d where d.agency = p_agency and d.dossier = p_dossier and d.status <> 'open' for update;
  if not found then return 'not-there'; end if;
  select i.* into item from destruction_item i
    join destruction b on b.agency = i.agency and b.destruction = i.destruction and b.state = 'approved'
    where i.agency = p_agency and i.destruction = p_destruction and i.dossier = p_dossier for update of i;
  if not found then return 'not-approved'; end if;
  if item.state <> 'listed' then return item.state; end if;
  if exists (select from retention_mark m where m.agency = p_agency and m.dossier = p_dossier and m.hold is not null) then
    update destruction_item set state = 'kept' where agency = p_agency and destruction = p_destruction and dossier = p_dossier;
    return 'kept';
  end if;
  select b.number into record_number from destruction b where b.agency = p_agency and b.destruction = p_destruction;
  select coalesce(array_agg(distinct p.sha256), '{}') into gone from paper p where p.agency = p_agency and p.dossier = p_dossier;
  gone := gone || coalesce((select array_agg(o.scan->>'sha256') from outgoing o
    where o.agency = p_agency and o.dossier = p_dossier and o.scan->>'sha256' is not null), '{}');

  gone := gone || coalesce((select array_agg(e.payload::json -> 'paper' ->> 'sha256') from event e
    where e.agency = p_agency and e.dossier = p_dossier and e.type = 'letter-prepared'), '{}');
  gone := array(select distinct one from unnest(gone) as one where one is not null);

  -- The hashes stay: the chain goes through them. Without its salt nobody can guess a payload from its hash.
  update event set payload = null, salt = null where agency = p_agency and dossier = p_dossier;
  update dossier set subject = 'Dimusnahkan: ' || record_number, search_text = '', applicant = null where agency = p_agency and dossier = p_dossier;
  update task set failure = null, taken_by = null where agency = p_agency and dossier = p_dossier;
  -- What the public check of a letter needs once nothing else is left of it: its code and the hash of its bytes.
  update outgoing o set check_code = p.check_code, issued_sha256 = p.sha256 from paper p
    where o.agency = p_agency and o.dossier = p_dossier and p.agency = p_agency and p.dossier = p_dossier
      and p.number = o.number and p.check_code is not null;
  delete from letter_withdrawal w using paper p where w.agency = p_agency and p.agency = p_agency and p.dossier = p_dossier and w.paper = p.paper;
  delete from paper where agency = p_agency and dossier = p_dossier;
  -- What a scanner took out of this dossier goes with it; its bytes are removed with the files.
  update quarantine q set name = '', reason = coalesce(q.reason, record_number), decided_at = coalesce(q.decided_at, p_now),
      state = case q.state when 'held' then 'destroyed' else q.state end
    where q.agency = p_agency and q.file = any (gone)
      and not exists (select from paper p where p.agency = p_agency and p.sha256 = q.file);
  delete from paper_text where agency = p_agency and dossier = p_dossier;
  delete from text_entry where agency = p_agency and dossier = p_dossier;
  delete from search_entry where agency = p_agency and dossier = p_dossier;
  delete from secret where agency = p_agency and dossier = p_dossier;
  delete from notice where agency = p_agency and dossier = p_dossier;
  delete from mail where agency = p_agency and dossier = p_dossier;
  delete from webhook_delivery where agency = p_agency and dossier = p_dossier;
  delete from command_key where agency = p_agency and dossier = p_dossier;
  update breach set note = case when note is null then null else '' end where agency = p_agency and dossier = p_dossier;
  update rating set comment = '' where agency = p_agency and dossier = p_dossier;
  update register_item set columns = '{}' where agency = p_agency and dossier = p_dossier and state = 'retired';
  update automatic_start set found = null where agency = p_agency and dossier = p_dossier;
  update book_journal j set reason = '', details = '{}' where j.agency = p_agency and j.entry in (
    select a.entry from agenda a where a.agency = p_agency and a.dossier = p_dossier
    union all select o.entry from outgoing o where o.agency = p_agency and o.dossier = p_dossier);
  update agenda set sender = '', letter_number = '', letter_on = null, subject = '', external_number = null, external_link = null,
      remark = 'dimusnahkan, ' || record_number
    where agency = p_agency and dossier = p_dossier;
  update outgoing set addressee = '', subject = '', received_by = null, external_number = null, external_link = null, scan = null,
      remark = 'dimusnahkan, ' || record_number
    where agency = p_agency and dossier = p_dossier;
  update destruction_item set state = 'emptied', files = gone, papers = cardinality(gone), destroyed_at = p_now
    where agency = p_agency and destruction = p_destruction and dossier = p_dossier;
  return 'emptied';
end $function$;
