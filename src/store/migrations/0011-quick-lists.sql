-- Lists that take as long with a million dossiers as with a thousand (measured: bench/README.md). Row-level security lets
-- indexes help only where comparing reveals nothing of a row (LEAKPROOF): text and time do, lists of posts and words do not.

create table waiting (
  agency text not null,
  task uuid not null,
  post text not null,
  dossier uuid not null,
  due_at timestamptz not null,
  opened_at timestamptz not null,
  primary key (agency, task, post),
  foreign key (agency, task) references task
);
comment on table waiting is 'An open task once for each post that may do it, in the order of the work list; without a limit it is due at infinity. Kept by a trigger on task.';
create index waiting_in_order on waiting (agency, post, due_at, opened_at, task);
create index task_failed on task (agency, opened_at) where closed_at is null and failure is not null;
drop index task_open_by_post;

create table search_entry (
  agency text not null,
  dossier uuid not null,
  client text not null,
  secrecy text,
  submitted_at timestamptz not null,
  words tsvector not null,
  primary key (agency, dossier),
  foreign key (agency, dossier) references dossier
);
comment on table search_entry is 'The words of a dossier, and who may find it. Kept by a trigger on dossier; searched through a function that looks who is asking, because row-level security keeps its index from being used otherwise.';

create function keep_waiting() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.closed_at is null then
    insert into waiting (agency, task, post, dossier, due_at, opened_at)
      select distinct new.agency, new.task, p.post, new.dossier, coalesce(new.due_at, 'infinity'), new.opened_at from unnest(new.posts) as p (post)
      on conflict (agency, task, post) do update set due_at = excluded.due_at;
  else
    delete from waiting w where w.agency = new.agency and w.task = new.task;
  end if;
  return null;
end $$;
comment on function keep_waiting is 'A trigger, because it sees what a task was before: most changes of a task change nothing here.';
create trigger task_opens after insert on task for each row when (new.closed_at is null) execute function keep_waiting();
create trigger task_moves after update on task for each row
  when (old.closed_at is distinct from new.closed_at or old.due_at is distinct from new.due_at) execute function keep_waiting();

create function keep_search_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into search_entry (agency, dossier, client, secrecy, submitted_at, words)
    values (new.agency, new.dossier, new.client, new.secrecy, new.submitted_at, search_words(new.search_text))
    on conflict (agency, dossier) do update set secrecy = excluded.secrecy, words = excluded.words;
  return null;
end $$;
comment on function keep_search_entry is 'The words are made anew only when the text has changed, which most transitions do not do.';
create trigger dossier_is_found after insert on dossier for each row execute function keep_search_entry();
create trigger dossier_is_found_otherwise after update on dossier for each row
  when (old.search_text is distinct from new.search_text or old.secrecy is distinct from new.secrecy) execute function keep_search_entry();

insert into waiting (agency, task, post, dossier, due_at, opened_at)
  select distinct t.agency, t.task, p.post, t.dossier, coalesce(t.due_at, 'infinity'), t.opened_at
  from task t, unnest(t.posts) as p (post) where t.closed_at is null;
insert into search_entry (agency, dossier, client, secrecy, submitted_at, words)
  select agency, dossier, client, secrecy, submitted_at, search_words(search_text) from dossier;
create index search_entry_by_time on search_entry (agency, submitted_at desc, dossier desc);
create index search_entry_of_client on search_entry (agency, client, submitted_at desc, dossier desc);
-- What was added last is looked through one by one: a short list of it keeps searching quick.
create index search_entry_words on search_entry using gin (words) with (gin_pending_list_limit = 256);
drop index dossier_search;
analyze waiting;
analyze search_entry;

create index dossier_exact_number on dossier (agency, lower(number));
create index dossier_exact_agenda on dossier (agency, lower(agenda_number)) where agenda_number is not null;
create index dossier_of_client_in_order on dossier (agency, client, submitted_at desc, dossier desc);
create index dossier_open_of_client on dossier (agency, client, submitted_at desc, dossier desc) where status = 'open';
drop index dossier_of_client;
create index agenda_in_order on agenda (agency, year, entered_at desc, number desc);
create index register_item_by_state on register_item (agency, register, state);
create index secret_of_dossier on secret (agency, dossier);

alter table waiting enable row level security;
create policy waiting_of_agency on waiting using (agency = current_agency());
grant select on waiting to mipp_app, mipp_worker;
alter table search_entry enable row level security;
create policy search_entry_of_agency on search_entry using (agency = current_agency());
grant select on search_entry to mipp_app, mipp_worker;

create function is_involved(p_agency text, p_dossier uuid, p_posts text[]) returns boolean
  language sql stable as $$
    select exists (select from task t where t.agency = p_agency and t.dossier = p_dossier and t.posts && p_posts)
      or exists (select from event e where e.agency = p_agency and e.dossier = p_dossier and e.type = 'disposed'
        and e.payload::jsonb->'to' ?| p_posts)
  $$;
comment on function is_involved is 'Posts that had a task on a dossier or were named in a disposition: to them what is restricted or secret is open.';

create function word_share(p_prefix text) returns real
  language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(sum(one.share), 0)::real
    from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as one (word, share)
    where s.schemaname = 'public' and s.tablename = 'search_entry' and s.attname = 'words' and starts_with(one.word, p_prefix)
  $$;
comment on function word_share is 'In how many of all dossiers a word that begins so is expected, by the statistics of the database.';
revoke execute on function word_share(text) from public;

create function search_dossiers(
  p_agency text, p_words text[], p_begins text[], p_number text, p_code text, p_posts text[], p_clients text[],
  p_after_at timestamptz, p_after_dossier uuid, p_limit integer
) returns table (dossier uuid, submitted_at timestamptz, is_exact boolean, found integer, are_more boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  office text := current_agency();
  every_word tsquery := to_tsquery('simple', array_to_string(p_words, ' & '));
  rare_words tsquery;
  is_officer boolean := cardinality(p_posts) > 0;
  from_at timestamptz := coalesce(p_after_at, 'infinity');
  from_dossier uuid := coalesce(p_after_dossier, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  exact_ones uuid[];
  hits uuid[];
  is_cut boolean;
  -- How far it is walked back in time before the index of words is asked, and how many are counted.
  far constant integer := 3000;
  enough constant integer := 1000;
begin
  -- Whoever asks for another agency than the one this transaction works for gets nothing.
  if office is null or office <> p_agency then return; end if;

  select coalesce(array_agg(d.dossier), '{}') into exact_ones from (
    select x.dossier, x.client, x.secrecy from dossier x where x.agency = office and lower(x.number) = p_number
    union select x.dossier, x.client, x.secrecy from dossier x where x.agency = office and x.tracking_code = p_code
    union select x.dossier, x.client, x.secrecy from dossier x where x.agency = office and lower(x.agenda_number) = p_number
  ) as d
  where d.client = any(p_clients)
    or is_officer and (coalesce(d.secrecy, 'biasa') = 'biasa' or is_involved(office, d.dossier, p_posts));

  -- Many dossiers have common words: the newest of them are met at once by walking back in time.
  if is_officer then
    select array_agg(w.dossier order by w.submitted_at desc, w.dossier desc) into hits from (
      select e.dossier, e.submitted_at from (
        select n.dossier, n.submitted_at, n.client, n.secrecy, n.words from search_entry n
        where n.agency = office and (n.submitted_at, n.dossier) < (from_at, from_dossier)
        order by n.submitted_at desc, n.dossier desc limit far
      ) as e
      where e.words @@ every_word
        and (e.client = any(p_clients) or coalesce(e.secrecy, 'biasa') = 'biasa' or is_involved(office, e.dossier, p_posts))
      limit enough + 1
    ) as w;
    is_cut := exists (
      select from search_entry n where n.agency = office and (n.submitted_at, n.dossier) < (from_at, from_dossier)
      order by n.submitted_at desc, n.dossier desc offset far limit 1);
  else
    select array_agg(w.dossier order by w.submitted_at desc, w.dossier desc) into hits from (
      select e.dossier, e.submitted_at from unnest(p_clients) as mine (client), lateral (
        select n.dossier, n.submitted_at, n.words from search_entry n
        where n.agency = office and n.client = mine.client and (n.submitted_at, n.dossier) < (from_at, from_dossier)
        order by n.submitted_at desc, n.dossier desc limit far
      ) as e
      where e.words @@ every_word
      order by e.submitted_at desc, e.dossier desc limit enough + 1
    ) as w;
    is_cut := exists (
      select from unnest(p_clients) as mine (client), lateral (
        select from search_entry n
        where n.agency = office and n.client = mine.client and (n.submitted_at, n.dossier) < (from_at, from_dossier)
        order by n.submitted_at desc, n.dossier desc offset far limit 1) as further);
  end if;
  hits := coalesce(hits, '{}');

  -- Too few among the newest, so they are rare or old: the index of words knows them all. Common words only choose among
  -- what the rare ones find, because to list a common word means to list nearly every dossier.
  if is_cut and cardinality(hits) < p_limit then
    select to_tsquery('simple', string_agg(one.word, ' & ')) into rare_words
      from unnest(p_words, p_begins) as one (word, begins) where word_share(one.begins) < 0.01;
    with met as materialized (
      select e.dossier, e.submitted_at, e.client, e.secrecy from search_entry e
      where e.agency = office and e.words @@ coalesce(rare_words, every_word) and e.words @@ every_word
        and (e.submitted_at, e.dossier) < (from_at, from_dossier)
        and (e.client = any(p_clients) or is_officer)
    )
    select coalesce(array_agg(w.dossier order by w.submitted_at desc, w.dossier desc), '{}') into hits from (
      select m.dossier, m.submitted_at from met m
      where m.client = any(p_clients) or coalesce(m.secrecy, 'biasa') = 'biasa' or is_involved(office, m.dossier, p_posts)
      order by m.submitted_at desc, m.dossier desc limit enough + 1
    ) as w;
    is_cut := false;
  end if;

  return query
    select o.dossier, d.submitted_at, o.is_exact,
      least(enough, cardinality(hits) + (select count(*)::integer from unnest(exact_ones) as x (one) where x.one <> all (hits))),
      is_cut or cardinality(hits) > enough
    from (
      select x.one as dossier, true as is_exact from unnest(exact_ones) as x (one) where p_after_at is null
      union all
      select h.one, false from unnest(hits[1:p_limit + cardinality(exact_ones)]) as h (one) where h.one <> all (exact_ones)
    ) as o
    join dossier d on d.agency = office and d.dossier = o.dossier
    order by o.is_exact desc, d.submitted_at desc, o.dossier desc
    limit p_limit;
end $$;
comment on function search_dossiers is 'Finds what this reader may see: exact numbers first, then the newest. `found` counts to a thousand; `are_more` when there are, or may be, more.';
revoke execute on function search_dossiers(text, text[], text[], text, text, text[], text[], timestamptz, uuid, integer) from public;
grant execute on function search_dossiers(text, text[], text[], text, text, text[], text[], timestamptz, uuid, integer) to mipp_app, mipp_worker;

create function open_dossiers_naming(p_agency text, p_name text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select d.dossier from search_entry e join dossier d on d.agency = e.agency and d.dossier = e.dossier
    where e.agency = p_agency and p_agency = current_agency() and e.words @@ phraseto_tsquery('simple', p_name) and d.status = 'open'
    order by d.submitted_at limit 50
  $$;
comment on function open_dossiers_naming is 'Running dossiers that speak of a name; whether they want it stands in their forms.';
revoke execute on function open_dossiers_naming(text, text) from public;
grant execute on function open_dossiers_naming(text, text) to mipp_app, mipp_worker;

create function work_list(p_agency text, p_posts text[], p_due_at timestamptz, p_opened_at timestamptz, p_task uuid, p_limit integer)
  returns table (
    task uuid, dossier uuid, step text, kind text, posts text[], for_applicant boolean, taken_by uuid, opened_at timestamptz,
    due_at timestamptz, waits_for_effect boolean, number text, subject text, procedure text, edition text, urgency text,
    secrecy text, client text
  )
  language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('mipp.agency', p_agency, true);
  return query
    select t.task, t.dossier, t.step, t.kind, t.posts, t.for_applicant, t.taken_by, t.opened_at, t.due_at, t.waits_for_effect,
      d.number, d.subject, d.procedure, d.edition, d.urgency, d.secrecy, c.name
    from (
      select distinct w.due_at, w.opened_at, w.task from unnest(p_posts) as mine (post), lateral (
        select i.due_at, i.opened_at, i.task from waiting i
        where i.agency = p_agency and i.post = mine.post and (i.due_at, i.opened_at, i.task) >
          (coalesce(p_due_at, '-infinity'), coalesce(p_opened_at, '-infinity'), coalesce(p_task, '00000000-0000-0000-0000-000000000000'))
        order by i.due_at, i.opened_at, i.task limit p_limit
      ) as w
      order by w.due_at, w.opened_at, w.task limit p_limit
    ) as n
    join task t on t.agency = p_agency and t.task = n.task
    join dossier d on d.agency = p_agency and d.dossier = t.dossier
    join client c on c.agency = p_agency and c.client = d.client
    order by n.due_at, n.opened_at, n.task;
end $$;
comment on function work_list is 'The open tasks of some posts, nearest due first, in one round trip.';

create function count_waiting(p_agency text, p_posts text[], p_most integer) returns integer
  language plpgsql as $$
begin
  perform set_config('mipp.agency', p_agency, true);
  return (select count(distinct w.task)::integer from unnest(p_posts) as mine (post), lateral (
    select i.task from waiting i where i.agency = p_agency and i.post = mine.post limit p_most) as w);
end $$;
comment on function count_waiting is 'How many tasks wait for some posts, counted up to p_most for each post.';
