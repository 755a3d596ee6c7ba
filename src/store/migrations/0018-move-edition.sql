-- A running dossier may be moved to another edition: its own row, and its open tasks, then stand at other steps and posts.

create or replace function keep_waiting() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.closed_at is null then
    delete from waiting w where w.agency = new.agency and w.task = new.task and w.post <> all (new.posts);
    insert into waiting (agency, task, post, dossier, due_at, opened_at)
      select distinct new.agency, new.task, p.post, new.dossier, coalesce(new.due_at, 'infinity'), new.opened_at from unnest(new.posts) as p (post)
      on conflict (agency, task, post) do update set due_at = excluded.due_at;
  else
    delete from waiting w where w.agency = new.agency and w.task = new.task;
  end if;
  return null;
end $$;
drop trigger task_moves on task;
create trigger task_moves after update on task for each row
  when (old.closed_at is distinct from new.closed_at or old.due_at is distinct from new.due_at or old.posts is distinct from new.posts)
  execute function keep_waiting();

create or replace function project_change(p_agency text, p_change jsonb) returns void
  language plpgsql as $$
begin
  -- Beginning a statement costs more than asking whether it has anything to do, and most have not.
  if p_change->'tasks' <> '[]' then
    insert into task
      select * from jsonb_populate_recordset(null::task, p_change->'tasks')
      on conflict (agency, task) do update set
        step = excluded.step, posts = excluded.posts, for_applicant = excluded.for_applicant,
        taken_by = excluded.taken_by, closed_at = excluded.closed_at, outcome = excluded.outcome, due_at = excluded.due_at,
        waits_for_effect = excluded.waits_for_effect, failure = excluded.failure;
  end if;
  if p_change->'agenda' <> '[]' then
    insert into agenda select * from jsonb_populate_recordset(null::agenda, p_change->'agenda')
      on conflict (agency, year, number) do update set urgency = excluded.urgency, secrecy = excluded.secrecy, received_on = excluded.received_on,
        letter_number = excluded.letter_number, letter_on = excluded.letter_on, subject = excluded.subject;
  end if;
  if p_change->'papers' <> '[]' then
    insert into paper select * from jsonb_populate_recordset(null::paper, p_change->'papers')
      on conflict (agency, paper) do nothing;
  end if;
  if p_change->'items' <> '[]' then
    insert into register_item select * from jsonb_populate_recordset(null::register_item, p_change->'items')
      on conflict (agency, register, key) do update set dossier = excluded.dossier, columns = excluded.columns, state = excluded.state, changed_at = excluded.changed_at;
  end if;
  if p_change->'ratings' <> '[]' then
    insert into rating select * from jsonb_populate_recordset(null::rating, p_change->'ratings')
      on conflict (agency, dossier) do nothing;
  end if;
  if p_change->'jobs' <> '[]' then
    perform queue_job(j->>'task', (j->'payload')::json, j->>'key') from jsonb_array_elements(p_change->'jobs') as j;
  end if;
end $$;

create or replace function commit_transition(p_agency text, p_dossier uuid, p_expected integer, p_key text, p_change jsonb) returns jsonb
  language plpgsql as $$
declare
  change jsonb := p_change;
  repeated jsonb;
  standing dossier%rowtype;
  head text := '';
  answer jsonb;
begin
  perform set_config('mipp.agency', p_agency, true);
  -- The same key sent twice at once: the second waits here until the first has its answer.
  perform pg_advisory_xact_lock(hashtextextended('mipp key ' || p_agency || ' ' || p_key, 0));
  select k.answer into repeated from command_key k where k.agency = p_agency and k.key = p_key;
  if repeated is not null then return jsonb_build_object('repeated', repeated); end if;

  -- A dossier that does not exist yet has no row to lock.
  if p_expected = 0 then perform pg_advisory_xact_lock(hashtextextended('mipp dossier ' || p_dossier, 0)); end if;
  select * into standing from dossier d where d.agency = p_agency and d.dossier = p_dossier for update;
  if coalesce(standing.version, 0) <> p_expected then return jsonb_build_object('conflict', coalesce(standing.version, 0)); end if;

  if p_change->'numbers' <> '[]' then
    change := take_numbers(p_agency, p_change->'numbers', p_change::text)::jsonb;
  end if;
  if p_expected = 0 then
    insert into dossier select * from jsonb_populate_record(null::dossier, change->'dossier' || '{"head_hash": ""}');
  end if;
  head := append_events(p_agency, p_dossier, p_expected, coalesce(standing.head_hash, ''), change->'events');
  update dossier d set
      edition = r.edition, version = r.version, head_hash = head, status = r.status, subject = r.subject, urgency = r.urgency, secrecy = r.secrecy,
      agenda_number = r.agenda_number, search_text = r.search_text, ended_at = r.ended_at, due_at = r.due_at, changed_at = r.changed_at
    from jsonb_populate_record(null::dossier, change->'dossier') as r
    where d.agency = p_agency and d.dossier = p_dossier;
  perform project_change(p_agency, change);
  answer := jsonb_strip_nulls(jsonb_build_object(
    'dossier', p_dossier, 'version', p_expected + jsonb_array_length(change->'events'), 'number', change->'dossier'->>'number',
    'fingerprint', change->>'fingerprint'));
  insert into command_key (agency, key, dossier, answer, at) values (p_agency, p_key, p_dossier, answer, (change->'dossier'->>'changed_at')::timestamptz);
  return jsonb_build_object('done', answer);
end $$;
