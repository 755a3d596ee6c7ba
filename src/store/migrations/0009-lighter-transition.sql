-- A transition without what it does not need (measured: bench/README.md): the client's name comes with the dossier instead of in
-- a transaction of its own, tables that a change does not touch are left alone, and nobody is notified inside the commit.

-- json, not jsonb: the events go out as they were kept, without being taken apart and put together again.
create function load_for_command(p_agency text, p_dossier uuid, p_key text, p_client text) returns json
  language plpgsql as $$
declare
  loaded json;
begin
  perform set_config('mipp.agency', p_agency, true);
  select json_build_object(
    'dossier', case when d.dossier is not null then json_build_object(
      'procedure', d.procedure, 'edition', d.edition,
      'events', (select json_agg(e.payload::json order by e.seq) from event e where e.agency = p_agency and e.dossier = p_dossier)) end,
    'clientName', (select c.name from client c where c.agency = p_agency and c.client = coalesce(d.client, p_client)),
    'answered', (select k.answer from command_key k where k.agency = p_agency and k.key = p_key)
  ) into loaded
  from (select) as always left join dossier d on d.agency = p_agency and d.dossier = p_dossier;
  return loaded;
end $$;
comment on function load_for_command is 'Everything a decision needs: the events of a dossier, the name of its client (of the one given, for a new dossier), and the answer this idempotency key already got.';

create or replace function project_change(p_agency text, p_change jsonb) returns void
  language plpgsql as $$
begin
  -- Beginning a statement costs more than asking whether it has anything to do, and most have not.
  if p_change->'tasks' <> '[]' then
    insert into task
      select * from jsonb_populate_recordset(null::task, p_change->'tasks')
      on conflict (agency, task) do update set
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
      version = r.version, head_hash = head, status = r.status, subject = r.subject, urgency = r.urgency, secrecy = r.secrecy,
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
comment on function commit_transition is 'Appends, projects, numbers and queues in one statement; answers done, repeated or conflict. Open pages are told afterwards.';

-- A dossier changes some fifteen times in its life, a task twice: with room left beside it the new version stays on its page, and
-- no index has to learn where it went, the one for searching least of all.
alter table dossier set (fillfactor = 70);
alter table task set (fillfactor = 85);
