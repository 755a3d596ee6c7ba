-- The answer that a key got also keeps what the key was made for, so that it cannot be used for something else.

create or replace function commit_transition(p_agency text, p_dossier uuid, p_expected integer, p_key text, p_change jsonb) returns jsonb
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
  answer := jsonb_strip_nulls(jsonb_build_object(
    'dossier', p_dossier, 'version', p_expected + jsonb_array_length(change->'events'), 'number', change->'dossier'->>'number',
    'fingerprint', change->>'fingerprint'));
  insert into command_key (agency, key, dossier, answer, at) values (p_agency, p_key, p_dossier, answer, (change->'dossier'->>'changed_at')::timestamptz);
  perform pg_notify('mipp', json_build_object('agency', p_agency, 'dossier', p_dossier, 'posts', change->'posts')::text);
  return jsonb_build_object('done', answer);
end $$;
