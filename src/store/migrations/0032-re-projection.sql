-- Calendar or ladder changed: all open dossiers are looked at once more, some at a time; how far that has come can be seen.

create table re_projection (
  agency text not null references agency,
  re_projection uuid not null,
  cause text not null,
  reason text not null,
  calendar text,
  asked_by uuid,
  asked_at timestamptz not null,
  total integer not null,
  seen integer not null default 0,
  moved integer not null default 0,
  reached uuid,
  touched_at timestamptz not null,
  finished_at timestamptz,
  primary key (agency, re_projection),
  constraint re_projection_cause unique (agency, cause)
);
comment on table re_projection is 'One computing anew of all open deadlines: `cause` names the change that asked for it, `reached` is the last dossier looked at, in the order of their ids.';
create index re_projection_by_time on re_projection (agency, asked_at desc);
alter table re_projection enable row level security;
create policy re_projection_of_agency on re_projection using (agency = current_agency()) with check (agency = current_agency());
grant select on re_projection to mipp_app, mipp_worker;
grant insert, update on re_projection to mipp_worker;

create index dossier_open_in_order on dossier (agency, dossier) where status = 'open';

create function load_open_dossiers(p_agency text, p_after uuid, p_limit integer)
  returns table (dossier uuid, procedure text, edition text, client_name text, due_at timestamptz, tasks json, timers json, events json)
  language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('mipp.agency', p_agency, true);
  return query
    select d.dossier, d.procedure, d.edition, c.name, d.due_at,
      (select json_agg(json_build_object('clock', t.task, 'dueAt', t.due_at)) from task t
        where t.agency = p_agency and t.dossier = d.dossier and t.closed_at is null and t.kind = 'main' and not t.for_applicant),
      (select json_agg(json_build_object('clock', m.clock, 'task', m.task, 'rung', m.rung, 'ring_at', m.ring_at, 'due_at', m.due_at)) from timer m
        where m.agency = p_agency and m.dossier = d.dossier),
      (select json_agg(e.payload::json order by e.seq) from event e where e.agency = p_agency and e.dossier = d.dossier)
    from (
      select o.dossier from dossier o
      where o.agency = p_agency and o.status = 'open' and o.dossier > coalesce(p_after, '00000000-0000-0000-0000-000000000000')
      order by o.dossier limit p_limit
    ) as n
    join dossier d on d.agency = p_agency and d.dossier = n.dossier
    join client c on c.agency = p_agency and c.client = d.client
    order by d.dossier;
end $$;
comment on function load_open_dossiers is 'The next open dossiers after one, with the due dates and timers that stand in the tables: what computing them anew is held against.';
