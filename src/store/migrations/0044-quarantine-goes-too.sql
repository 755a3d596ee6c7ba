-- What a dossier has in quarantine is destroyed with it: the name of the file, and by it its bytes.

create or replace function destroy_dossier(p_agency text, p_destruction uuid, p_dossier uuid, p_now timestamptz) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
