-- What clocks will ring, and which of them ran out. Due dates stay as people were told them until something moves them that is
-- recorded: a command of that dossier, or the office computing all of them anew.

create table timer (
  agency text not null,
  dossier uuid not null,
  clock text not null,
  task uuid,
  rung text not null,
  ring_at timestamptz not null,
  due_at timestamptz not null,
  taken_until timestamptz,
  primary key (agency, dossier, clock),
  foreign key (agency, dossier) references dossier
);
comment on table timer is 'The next rung of each clock that runs (`promise`, or the task whose time it is). Kept by the commit; `taken_until` is how long a worker that rings it may take before another one tries.';
create index timer_in_order on timer (agency, ring_at, dossier, clock);

create table breach (
  agency text not null,
  dossier uuid not null,
  clock text not null,
  task uuid,
  step text,
  posts text[] not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  rung text,
  rung_at timestamptz,
  tell text[] not null,
  reason text,
  note text,
  explained_at timestamptz,
  explained_by uuid,
  explained_post text,
  acknowledged_at timestamptz,
  primary key (agency, dossier, clock),
  foreign key (agency, dossier) references dossier
);
comment on table breach is 'A clock that ran out: the posts that are asked why, the last rung that was told and to whom, the reason, and when a superior took note of it.';
create index breach_unexplained on breach (agency, due_at, dossier, clock) where reason is null;
create index breach_unacknowledged on breach (agency, explained_at, dossier, clock) where reason is not null and acknowledged_at is null;
create index breach_running on breach (agency, due_at, dossier, clock) where ended_at is null;

do $$
declare
  table_name text;
begin
  foreach table_name in array array['timer', 'breach'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I using (agency = current_agency()) with check (agency = current_agency())', table_name || '_of_agency', table_name);
    execute format('grant select, insert, update, delete on %I to mipp_app, mipp_worker', table_name);
  end loop;
end $$;

create function keep_clocks(p_agency text, p_dossier uuid, p_change jsonb) returns void
  language plpgsql as $$
begin
  if jsonb_typeof(p_change->'timers') = 'array' then
    delete from timer t where t.agency = p_agency and t.dossier = p_dossier
      and not exists (select from jsonb_array_elements(p_change->'timers') as kept where kept->>'clock' = t.clock);
    insert into timer (agency, dossier, clock, task, rung, ring_at, due_at)
      select p_agency, p_dossier, r.clock, r.task, r.rung, r.ring_at, r.due_at
      from jsonb_populate_recordset(null::timer, p_change->'timers') as r
      on conflict (agency, dossier, clock) do update set
        task = excluded.task, rung = excluded.rung, ring_at = excluded.ring_at, due_at = excluded.due_at,
        -- What is armed as it was is not given out once more at once: whoever has it could not ring it.
        taken_until = case when timer.rung = excluded.rung and timer.ring_at = excluded.ring_at then timer.taken_until end;
  end if;
  if jsonb_typeof(p_change->'breaches') = 'array' then
    delete from breach b where b.agency = p_agency and b.dossier = p_dossier
      and b.clock in (select jsonb_array_elements_text(p_change->'breachesGone'));
    insert into breach select * from jsonb_populate_recordset(null::breach, p_change->'breaches')
      on conflict (agency, dossier, clock) do update set
        posts = excluded.posts, due_at = excluded.due_at, ended_at = excluded.ended_at, rung = excluded.rung, rung_at = excluded.rung_at,
        tell = excluded.tell, reason = excluded.reason, note = excluded.note, explained_at = excluded.explained_at,
        explained_by = excluded.explained_by, explained_post = excluded.explained_post, acknowledged_at = excluded.acknowledged_at;
  end if;
end $$;
comment on function keep_clocks is 'Brings timers and breaches up to the new state; what a change does not name stays.';

create or replace function project_change(p_agency text, p_change jsonb) returns void
  language plpgsql as $$
begin
  -- Beginning a statement costs more than asking whether it has anything to do, and most have not.
  if p_change->'tasks' <> '[]' then
    insert into task
      select * from jsonb_populate_recordset(null::task, p_change->'tasks')
      on conflict (agency, task) do update set
        step = excluded.step, posts = excluded.posts, for_applicant = excluded.for_applicant,
        taken_by = excluded.taken_by, closed_at = excluded.closed_at, outcome = excluded.outcome,
        due_at = case when p_change->'dueKept' ? excluded.task::text then task.due_at else excluded.due_at end,
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
  perform keep_clocks(p_agency, (p_change->'dossier'->>'dossier')::uuid, p_change);
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
      agenda_number = r.agenda_number, search_text = r.search_text, ended_at = r.ended_at, changed_at = r.changed_at,
      due_at = case when change->'dueKept' ? 'promise' then d.due_at else r.due_at end
    from jsonb_populate_record(null::dossier, change->'dossier') as r
    where d.agency = p_agency and d.dossier = p_dossier;
  perform project_change(p_agency, change);
  answer := jsonb_strip_nulls(jsonb_build_object(
    'dossier', p_dossier, 'version', p_expected + jsonb_array_length(change->'events'), 'number', change->'dossier'->>'number',
    'fingerprint', change->>'fingerprint'));
  insert into command_key (agency, key, dossier, answer, at) values (p_agency, p_key, p_dossier, answer, (change->'dossier'->>'changed_at')::timestamptz);
  return jsonb_build_object('done', answer);
end $$;

create function take_timers(p_agency text, p_now timestamptz, p_until timestamptz, p_limit integer)
  returns table (dossier uuid, clock text, rung text)
  language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('mipp.agency', p_agency, true);
  return query
    update timer t set taken_until = p_until
    from (
      select i.dossier, i.clock from timer i
      where i.agency = p_agency and i.ring_at <= p_now and (i.taken_until is null or i.taken_until <= p_now)
      order by i.ring_at, i.dossier, i.clock limit p_limit for update skip locked
    ) as due
    where t.agency = p_agency and t.dossier = due.dossier and t.clock = due.clock
    returning t.dossier, t.clock, t.rung;
end $$;
comment on function take_timers is 'Rungs that have come, each given to one worker at a time. That each rings once does not hang on it: the command does that.';

create function arm_timers(p_agency text, p_dossier uuid, p_version integer, p_timers jsonb) returns boolean
  language plpgsql as $$
begin
  perform set_config('mipp.agency', p_agency, true);
  perform from dossier d where d.agency = p_agency and d.dossier = p_dossier and d.version = p_version for update;
  if not found then return false; end if;
  perform keep_clocks(p_agency, p_dossier, jsonb_build_object('timers', p_timers));
  return true;
end $$;
comment on function arm_timers is 'Timers of a dossier in which nothing has happened; false where something has, whose own commit has armed them.';
