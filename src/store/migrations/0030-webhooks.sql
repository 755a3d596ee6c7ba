-- Word to other programs: who asked to be told of which events, and every delivery with how it stands. A delivery is written by
-- the very commit that appends its event, so that none is lost and none is there twice.

create table webhook (
  agency text not null references agency,
  webhook uuid not null,
  label text not null,
  url text not null,
  events text[] not null,
  procedures text[] not null,
  tells text[] not null,
  secret bytea not null,
  former_secret bytea,
  former_until timestamptz,
  state text not null,
  failures integer not null,
  failing_since timestamptz,
  made_at timestamptz not null,
  made_by uuid not null,
  changed_at timestamptz not null,
  primary key (agency, webhook),
  constraint webhook_state check (state in ('on', 'off', 'ended'))
);
comment on table webhook is 'A program that is told of events. Secrets are sealed; the former one signs beside the new one until its day. Off: nobody answered for long, deliveries are kept; ended: by a person, for good.';

create table webhook_delivery (
  agency text not null,
  webhook uuid not null,
  dossier uuid not null,
  seq integer not null,
  type text not null,
  state text not null,
  attempts integer not null,
  status integer,
  reason jsonb,
  made_at timestamptz not null,
  next_at timestamptz,
  last_at timestamptz,
  primary key (agency, webhook, dossier, seq),
  foreign key (agency, webhook) references webhook,
  foreign key (agency, dossier) references dossier on delete cascade,
  constraint webhook_delivery_state check (state in ('waiting', 'delivered', 'failed', 'withheld'))
);
comment on table webhook_delivery is 'One event for one program: how often it was tried, what was answered, when it is tried next.';
create index webhook_delivery_newest on webhook_delivery (agency, webhook, made_at desc, dossier, seq desc);

create function queue_job_at(p_task text, p_payload json, p_key text, p_run_at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select graphile_worker.add_job(identifier => p_task, payload => p_payload, job_key => p_key, max_attempts => 12, run_at => p_run_at);
  end;
comment on function queue_job_at is 'As queue_job, for a later moment.';
revoke execute on function queue_job_at(text, json, text, timestamptz) from public;
grant execute on function queue_job_at(text, json, text, timestamptz) to mipp_worker;

create function queue_delivery(p_agency text, p_webhook uuid, p_dossier uuid, p_seq integer) returns void
  language sql
  return queue_job('deliver-webhook',
    json_build_object('agency', p_agency, 'webhook', p_webhook, 'dossier', p_dossier, 'seq', p_seq),
    'webhook:' || p_webhook || ':' || p_dossier || ':' || p_seq);
comment on function queue_delivery is 'One job for each delivery: queued again it takes the place of the one that waits.';

create function tell_webhooks() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one webhook%rowtype;
begin
  for one in
    select w.* from webhook w where w.agency = new.agency and w.state <> 'ended' and new.type = any(w.events)
      and (w.procedures = '{}' or exists (
        select from dossier d where d.agency = new.agency and d.dossier = new.dossier and d.procedure = any(w.procedures)))
  loop
    insert into webhook_delivery (agency, webhook, dossier, seq, type, state, attempts, made_at, next_at)
      values (new.agency, one.webhook, new.dossier, new.seq, new.type, 'waiting', 0, new.at, new.at)
      on conflict do nothing;
    if one.state = 'on' then perform queue_delivery(new.agency, one.webhook, new.dossier, new.seq); end if;
  end loop;
  return null;
end $$;
comment on function tell_webhooks is 'A trigger, because whatever appends an event then tells of it in the same commit.';
revoke execute on function tell_webhooks() from public;
create trigger event_is_told after insert on event for each row execute function tell_webhooks();

do $$
declare
  table_name text;
begin
  foreach table_name in array array['webhook', 'webhook_delivery'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I using (agency = current_agency()) with check (agency = current_agency())', table_name || '_of_agency', table_name);
    execute format('grant select, update on %I to mipp_app, mipp_worker', table_name);
  end loop;
end $$;
grant insert on webhook to mipp_app;
grant delete on webhook_delivery to mipp_worker;
