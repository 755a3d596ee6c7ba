-- Searching for common words that meet rarely or long ago: a second index knows the words month by month, so that the newest
-- are met first and no more is listed than a page needs (measured: bench/README.md).

create function month_of(p_at timestamptz) returns text
  language sql immutable parallel safe
  return 'm' || (extract(year from p_at at time zone 'UTC') * 100 + extract(month from p_at at time zone 'UTC'))::integer::text;
comment on function month_of is 'Written before a word. It begins with a letter: digits before "e5x" would be read as a number with an exponent.';

create function month_words(p_at timestamptz, p_words tsvector) returns tsvector
  language sql immutable parallel safe cost 10000
  return array_to_tsvector(array(select month_of(p_at) || left(one.word, 60) from unnest(tsvector_to_array(p_words)) as one (word)));
comment on function month_words is 'Each word with its month in front. Nothing longer than 60 letters is asked for; its cost keeps the planner from making them for each row.';
-- The words of one month stand side by side: adding them at once is cheap, and there is no list of late ones to look through.
create index search_entry_by_month on search_entry using gin (month_words(submitted_at, words)) with (fastupdate = off);

-- Which running requests name a name: the whole name, because its parts are everywhere.
create function names_in(p_text text) returns text[]
  language sql immutable parallel safe
  return array(
    select regexp_replace(one.found[1], '[.-]+', ' ', 'g')
    from regexp_matches(lower(p_text), '(?:^|\s)([a-z0-9-]+(?:\.[a-z0-9-]+)+)', 'g') as one (found));
comment on function names_in is 'The domain names in a text, their parts divided by a space as whoever asks writes them.';
create index dossier_open_names on dossier using gin (names_in(search_text)) where status = 'open';
create or replace function open_dossiers_naming(p_agency text, p_name text) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select d.dossier from dossier d
    where d.agency = p_agency and p_agency = current_agency() and d.status = 'open' and names_in(d.search_text) @> array[p_name]
    order by d.submitted_at limit 50
  $$;

drop function word_share(text);
create function word_shares(p_begins text[]) returns table (begins text, share real)
  language sql stable security definer set search_path = public, pg_temp as $$
    with known as materialized (
      select one.word, one.share
      from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as one (word, share)
      where s.schemaname = 'public' and s.tablename = 'search_entry' and s.attname = 'words'
    )
    select asked.begins, (select coalesce(sum(k.share), 0)::real from known k where starts_with(k.word, asked.begins))
    from (select distinct one.begins from unnest(p_begins) as one (begins)) as asked
    where exists (select from known)
  $$;
comment on function word_shares is 'In how many of all dossiers a word that begins so is expected, by the statistics of the database; nothing where it has none yet.';
revoke execute on function word_shares(text[]) from public;

create or replace function search_dossiers(
  p_agency text, p_words text[], p_begins text[], p_number text, p_code text, p_posts text[], p_clients text[],
  p_after_at timestamptz, p_after_dossier uuid, p_limit integer
) returns table (dossier uuid, submitted_at timestamptz, is_exact boolean, found integer, are_more boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  office text := current_agency();
  every_word tsquery := to_tsquery('simple', array_to_string(p_words, ' & '));
  rare_words tsquery;
  month_query text;
  is_officer boolean := cardinality(p_posts) > 0;
  from_at timestamptz := coalesce(p_after_at, 'infinity');
  from_dossier uuid := coalesce(p_after_dossier, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  before_at timestamptz := from_at;
  before_dossier uuid := from_dossier;
  newest timestamptz;
  exact_ones uuid[];
  hits uuid[] := '{}';
  more_hits uuid[];
  is_cut boolean;
  -- How far it is walked back in time where no word is rare, and how many are counted.
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

  -- In how many of all dossiers a word that begins so is expected, the statistics of the database say. To list a common word
  -- means to list nearly every dossier: such words only choose among what the others find. Three letters begin many words,
  -- however rare each of these is; three digits begin a thousandth of all numbers. A whole word is not listed but looked up:
  -- it narrows what the rare ones list at no great cost.
  with judged as (
    select t.word, k.share, t.word !~ ':' as is_whole,
      k.share < 0.005 and (t.word !~ ':' or length(t.begins) > 3 or t.begins ~ '^\d{3}$') as is_rare
    from unnest(p_words, p_begins) as t (word, begins) join word_shares(p_begins) as k using (begins)
  )
  select
    case when bool_or(one.is_rare) then
      to_tsquery('simple', string_agg(one.word, ' & ') filter (where one.is_rare or one.is_whole and one.share < 0.5)) end,
    coalesce(string_agg(one.word, ' & ') filter (where one.share < 0.5), array_to_string(p_words, ' & '))
    into rare_words, month_query
    from judged as one;

  -- Many dossiers have common words: the newest of them are met at once by walking back in time.
  if rare_words is not null then
    is_cut := false;
  elsif is_officer then
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

  -- Too few among the newest: what is common meets rarely, or long ago.
  if is_cut and cardinality(hits) < p_limit then
    hits := '{}';
    is_cut := false;
  else
    month_query := null;
  end if;

  if rare_words is not null then
    with met as materialized (
      select e.dossier, e.submitted_at, e.client, e.secrecy, e.words from search_entry e
      where e.agency = office and e.words @@ rare_words
    )
    select coalesce(array_agg(w.dossier order by w.submitted_at desc, w.dossier desc), '{}') into hits from (
      select m.dossier, m.submitted_at from met m
      where m.words @@ every_word and (m.submitted_at, m.dossier) < (from_at, from_dossier)
        and (m.client = any(p_clients)
          or is_officer and (coalesce(m.secrecy, 'biasa') = 'biasa' or is_involved(office, m.dossier, p_posts)))
      order by m.submitted_at desc, m.dossier desc limit enough + 1
    ) as w;
  elsif month_query is not null then
    -- No word is rare: month by month, until a page is full.
    loop
      select n.submitted_at into newest from search_entry n
        where n.agency = office and (n.submitted_at, n.dossier) < (before_at, before_dossier)
        order by n.submitted_at desc, n.dossier desc limit 1;
      is_cut := newest is not null;
      exit when newest is null or cardinality(hits) >= p_limit;
      with met as materialized (
        select e.dossier, e.submitted_at, e.client, e.secrecy, e.words from search_entry e
        where e.agency = office and month_words(e.submitted_at, e.words)
          @@ to_tsquery('simple', regexp_replace(month_query, '''([^'']+)''', '''' || month_of(newest) || '\1''', 'g'))
      )
      select array_agg(w.dossier order by w.submitted_at desc, w.dossier desc) into more_hits from (
        select m.dossier, m.submitted_at from met m
        where m.words @@ every_word and (m.submitted_at, m.dossier) < (from_at, from_dossier)
          and (m.client = any(p_clients)
            or is_officer and (coalesce(m.secrecy, 'biasa') = 'biasa' or is_involved(office, m.dossier, p_posts)))
        order by m.submitted_at desc, m.dossier desc limit enough + 1
      ) as w;
      hits := hits || coalesce(more_hits, '{}');
      before_at := date_trunc('month', newest at time zone 'UTC') at time zone 'UTC';
      before_dossier := '00000000-0000-0000-0000-000000000000';
    end loop;
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
