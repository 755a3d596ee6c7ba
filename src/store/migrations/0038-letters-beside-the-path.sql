-- Letters that an officer begins beside the path have tasks of their own; a withdrawn letter says so beside its paper.

alter table task drop constraint task_kind;
alter table task add constraint task_kind check (kind in ('main', 'attention', 'initial', 'write', 'sign')) not valid;
alter table task validate constraint task_kind;

create table letter_withdrawal (
  agency text not null,
  paper uuid not null,
  withdrawn_on date not null,
  replaced_by uuid,
  primary key (agency, paper),
  foreign key (agency, paper) references paper (agency, paper),
  foreign key (agency, replaced_by) references paper (agency, paper)
);
comment on table letter_withdrawal is 'A letter that was issued and withdrawn, and the one that came in its place: papers themselves never change.';

alter table letter_withdrawal enable row level security;
create policy letter_withdrawal_of_agency on letter_withdrawal using (agency = current_agency()) with check (agency = current_agency());
grant select, insert, update on letter_withdrawal to mipp_app, mipp_worker;

create function keep_withdrawals(p_change jsonb) returns void language plpgsql as $$
begin
  if p_change->'withdrawals' <> '[]' then
    insert into letter_withdrawal select * from jsonb_populate_recordset(null::letter_withdrawal, p_change->'withdrawals')
      on conflict (agency, paper) do update set replaced_by = excluded.replaced_by;
  end if;
end $$;
comment on function keep_withdrawals(jsonb) is 'What project_change writes of letters that were withdrawn.';

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
  -- An older program, which serves on while a new one migrates, says nothing of the outgoing letters.
  if p_change->'agenda' <> '[]' or coalesce(p_change->'outgoing' <> '[]', p_change->'events' @? '$[*] ? (@.type == "letter-numbered" || @.type == "paper-filed")') then
    perform project_books(p_agency, p_change);
  end if;
  if p_change->'papers' <> '[]' then
    insert into paper select * from jsonb_populate_recordset(null::paper, p_change->'papers')
      on conflict (agency, paper) do nothing;
  end if;
  perform keep_withdrawals(p_change);
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
