-- The views of a work list, as quick with a million dossiers as the list itself: a waiting task knows who has taken it and what
-- people narrow the list by, and what has gone through a post and is not at its end yet stands ready (measured: bench/README.md).

alter table waiting
  add column taken_by uuid,
  add column step text not null default '',
  add column procedure text not null default '',
  add column client text not null default '',
  add column urgency text,
  add column submitted_at timestamptz not null default '-infinity';
update waiting w set taken_by = t.taken_by, step = t.step, procedure = d.procedure, client = d.client, urgency = d.urgency,
    submitted_at = d.submitted_at
  from task t join dossier d on d.agency = t.agency and d.dossier = t.dossier
  where t.agency = w.agency and t.task = w.task;
alter table waiting
  alter column step drop default, alter column procedure drop default, alter column client drop default,
  alter column submitted_at drop default;
create index waiting_taken on waiting (agency, taken_by, due_at, opened_at, task) where taken_by is not null;
comment on table waiting is 'An open task once for each post that may do it, in the order of the work list, with what the list is narrowed by; without a limit it is due at infinity. Kept by triggers on task and dossier.';

create table passed (
  agency text not null,
  post text not null,
  dossier uuid not null,
  passed_at timestamptz not null,
  primary key (agency, post, dossier),
  foreign key (agency, dossier) references dossier on delete cascade
);
comment on table passed is 'A dossier that is not at its end yet, once for each post that has done a step of it, and when last. Kept by triggers on task and dossier.';
create index passed_in_order on passed (agency, post, passed_at, dossier);
insert into passed (agency, post, dossier, passed_at)
  select t.agency, p.post, t.dossier, max(t.closed_at) from task t join dossier d on d.agency = t.agency and d.dossier = t.dossier,
    unnest(t.posts) as p (post)
  where t.closed_at is not null and t.outcome in ('finished', 'returned') and d.status = 'open' group by t.agency, p.post, t.dossier;
create index passed_of_dossier on passed (agency, dossier);
analyze waiting;
analyze passed;
alter table passed enable row level security;
create policy passed_of_agency on passed using (agency = current_agency()) with check (agency = current_agency());
grant select on passed to mipp_app, mipp_worker;

create or replace function keep_waiting() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.closed_at is null then
    delete from waiting w where w.agency = new.agency and w.task = new.task and w.post <> all (new.posts);
    insert into waiting (agency, task, post, dossier, due_at, opened_at, taken_by, step, procedure, client, urgency, submitted_at)
      select distinct new.agency, new.task, p.post, new.dossier, coalesce(new.due_at, 'infinity'), new.opened_at, new.taken_by,
        new.step, d.procedure, d.client, d.urgency, d.submitted_at
      from dossier d, unnest(new.posts) as p (post) where d.agency = new.agency and d.dossier = new.dossier
      on conflict (agency, task, post) do update set due_at = excluded.due_at, taken_by = excluded.taken_by, step = excluded.step;
  else
    delete from waiting w where w.agency = new.agency and w.task = new.task;
    if new.outcome in ('finished', 'returned') then
      insert into passed (agency, post, dossier, passed_at)
        select distinct new.agency, p.post, new.dossier, new.closed_at
        from dossier d, unnest(new.posts) as p (post)
        where d.agency = new.agency and d.dossier = new.dossier and d.status = 'open'
        on conflict (agency, post, dossier) do update set passed_at = excluded.passed_at;
    end if;
  end if;
  return null;
end $$;
drop trigger task_moves on task;
create trigger task_moves after update on task for each row
  when (old.closed_at is distinct from new.closed_at or old.due_at is distinct from new.due_at or old.posts is distinct from new.posts
    or old.taken_by is distinct from new.taken_by or old.step is distinct from new.step)
  execute function keep_waiting();

create function keep_waiting_graded() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update waiting w set urgency = new.urgency from task t
    where t.agency = new.agency and t.dossier = new.dossier and t.closed_at is null and w.agency = t.agency and w.task = t.task;
  return null;
end $$;
comment on function keep_waiting_graded is 'How urgent a letter is can be said while tasks of it wait.';
revoke execute on function keep_waiting_graded() from public;
create trigger dossier_is_graded after update on dossier for each row
  when (old.urgency is distinct from new.urgency) execute function keep_waiting_graded();

create function keep_passed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from passed p where p.agency = new.agency and p.dossier = new.dossier;
  return null;
end $$;
comment on function keep_passed is 'At its end a dossier waits for nobody.';
revoke execute on function keep_passed() from public;
create trigger dossier_ends after update on dossier for each row
  when (old.status = 'open' and new.status <> 'open') execute function keep_passed();

create function count_desk(p_agency text, p_person uuid, p_posts text[], p_most integer) returns integer
  language plpgsql as $$
begin
  perform set_config('mipp.agency', p_agency, true);
  return (select count(distinct w.task)::integer from unnest(p_posts) as mine (post), lateral (
    select i.task from waiting i
    where i.agency = p_agency and i.post = mine.post and (i.taken_by is null or i.taken_by = p_person) limit p_most) as w);
end $$;
comment on function count_desk is 'How many tasks somebody may begin or go on with, counted up to p_most for each post: for the menu of every page, in one round trip.';
