-- One query to load, one statement to commit (measured: three to five times a chatty transaction).
-- Fixed text keeps the plan prepared; plain statements, because a data-modifying WITH that nothing reads may not run.

create function load_dossier(p_agency text, p_dossier uuid, p_key text) returns jsonb
  language plpgsql as $$
declare
  loaded jsonb;
begin
  perform set_config('mipp.agency', p_agency, true);
  select jsonb_build_object(
    'procedure', d.procedure, 'edition', d.edition, 'version', d.version,
    'events', (select jsonb_agg(e.payload::jsonb order by e.seq) from event e where e.agency = p_agency and e.dossier = p_dossier),
    'answered', (select k.answer from command_key k where k.agency = p_agency and k.key = p_key)
  ) into loaded
  from dossier d where d.agency = p_agency and d.dossier = p_dossier;
  if loaded is null then
    select jsonb_build_object('answered', k.answer) into loaded from command_key k where k.agency = p_agency and k.key = p_key;
  end if;
  return loaded;
end $$;
comment on function load_dossier is 'Everything a decision needs of one dossier, and the answer this idempotency key already got.';

create function queue_job(p_task text, p_payload json, p_key text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select graphile_worker.add_job(identifier => p_task, payload => p_payload, job_key => p_key, max_attempts => 12);
  end;
comment on function queue_job is 'The only way the application queues work: the queue''s own tables are closed to it.';

create function take_numbers(p_agency text, p_numbers jsonb, p_text text) returns text
  language plpgsql as $$
declare
  wanted jsonb;
  taken integer;
  rendered text;
  filled text := p_text;
begin
  for wanted in select value from jsonb_array_elements(p_numbers) loop
    insert into number_series as s (agency, series, year, last)
      values (p_agency, wanted->>'series', (wanted->>'year')::integer, 1)
      on conflict (agency, series, year) do update set last = s.last + 1
      returning s.last into taken;
    rendered := replace(replace(wanted->>'pattern', '{seq4}', case when taken > 9999 then taken::text else lpad(taken::text, 4, '0') end), '{seq}', taken::text);
    filled := replace(filled, wanted->>'token', trim(both '"' from to_json(rendered)::text));
  end loop;
  return filled;
end $$;
comment on function take_numbers is 'Takes each wanted number from its series and puts it where its token (a fresh random id) stands.';

create function append_events(p_agency text, p_dossier uuid, p_from integer, p_head text, p_events jsonb) returns text
  language plpgsql as $$
declare
  one jsonb;
  seq integer := p_from;
  head text := p_head;
  payload text;
  salt text;
  payload_hash text;
begin
  for one in select value from jsonb_array_elements(p_events) loop
    seq := seq + 1;
    payload := one::text;
    salt := replace(gen_random_uuid()::text, '-', '');
    payload_hash := encode(sha256(convert_to(salt || payload, 'UTF8')), 'hex');
    head := encode(sha256(convert_to(head || '.' || seq || '.' || payload_hash, 'UTF8')), 'hex');
    insert into event (agency, dossier, seq, type, at, payload, salt, payload_hash, hash)
      values (p_agency, p_dossier, seq, one->>'type', (one->>'at')::timestamptz, payload, salt, payload_hash, head);
  end loop;
  return head;
end $$;
comment on function append_events is 'Appends to the hash chain of one dossier and answers its new head.';

create function project_change(p_agency text, p_change jsonb) returns void
  language plpgsql as $$
begin
  insert into task
    select * from jsonb_populate_recordset(null::task, p_change->'tasks')
    on conflict (agency, task) do update set
      taken_by = excluded.taken_by, closed_at = excluded.closed_at, outcome = excluded.outcome, due_at = excluded.due_at,
      waits_for_effect = excluded.waits_for_effect, failure = excluded.failure;
  insert into agenda select * from jsonb_populate_recordset(null::agenda, p_change->'agenda')
    on conflict (agency, year, number) do update set urgency = excluded.urgency, secrecy = excluded.secrecy, received_on = excluded.received_on,
      letter_number = excluded.letter_number, letter_on = excluded.letter_on, subject = excluded.subject;
  insert into paper select * from jsonb_populate_recordset(null::paper, p_change->'papers')
    on conflict (agency, paper) do nothing;
  insert into register_item select * from jsonb_populate_recordset(null::register_item, p_change->'items')
    on conflict (agency, register, key) do update set dossier = excluded.dossier, columns = excluded.columns, state = excluded.state, changed_at = excluded.changed_at;
  insert into rating select * from jsonb_populate_recordset(null::rating, p_change->'ratings')
    on conflict (agency, dossier) do nothing;
  perform queue_job(j->>'task', (j->'payload')::json, j->>'key') from jsonb_array_elements(p_change->'jobs') as j;
end $$;
comment on function project_change is 'Brings the read tables up to the new state and queues the jobs that follow from it.';

create function commit_transition(p_agency text, p_dossier uuid, p_expected integer, p_key text, p_change jsonb) returns jsonb
  language plpgsql as $$
declare
  change jsonb;
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

  change := take_numbers(p_agency, p_change->'numbers', p_change::text)::jsonb;
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
  answer := jsonb_build_object('dossier', p_dossier, 'version', p_expected + jsonb_array_length(change->'events'), 'number', change->'dossier'->>'number');
  insert into command_key (agency, key, dossier, answer, at) values (p_agency, p_key, p_dossier, answer, (change->'dossier'->>'changed_at')::timestamptz);
  perform pg_notify('mipp', json_build_object('agency', p_agency, 'dossier', p_dossier, 'posts', change->'posts')::text);
  return jsonb_build_object('done', answer);
end $$;
comment on function commit_transition is 'Appends, projects, numbers, queues and notifies in one statement; answers done, repeated or conflict.';
