-- Searching what papers say: their text is read out of the files by a job, and lies in slices of a week, so that the newest are
-- met first and no more is listed than a page needs (measured: bench/README.md).

create table paper_text (
  agency text not null,
  dossier uuid not null,
  source text not null,
  is_inside boolean not null,
  state text not null,
  text text not null,
  pages integer not null,
  is_cut boolean not null,
  read_at timestamptz not null,
  primary key (agency, dossier, source),
  foreign key (agency, dossier) references dossier on delete cascade,
  constraint paper_text_state check (state in ('read', 'empty', 'locked', 'broken', 'too-complex', 'not-text', 'away', 'withheld'))
);
comment on table paper_text is 'What a paper says, or why nothing of it can be read; `source` is the paper, or `answers` for the long answers of the form. Nothing told in confidence, and nothing of the public, is ever in it.';

create table text_entry (
  agency text not null,
  dossier uuid not null,
  is_inside boolean not null,
  submitted_at timestamptz not null,
  words tsvector not null,
  primary key (agency, dossier, is_inside),
  foreign key (agency, dossier) references dossier on delete cascade
);
comment on table text_entry is 'The words of a dossier and of its papers, each with the week of the dossier in front. A second row, `is_inside`, has also those of papers that only officers read.';
create index text_entry_in_order on text_entry (agency, submitted_at desc, dossier desc);
create index text_entry_words on text_entry using gin (words) with (fastupdate = off);

create table text_backfill (
  agency text primary key references agency,
  before_at timestamptz,
  before_dossier uuid,
  done integer not null,
  total integer not null,
  finished_at timestamptz
);
comment on table text_backfill is 'How far the papers of dossiers that were there before have been read, the newest first; a job goes on from here.';
insert into text_backfill (agency, done, total) select agency, 0, count(*) from dossier group by agency;

create function week_of(p_at timestamptz) returns text
  language sql immutable parallel safe
  return 'w' || floor(extract(epoch from p_at at time zone 'UTC') / 604800)::integer::text;
comment on function week_of is 'Written before a word: four digits from 1989 to 2161, so that no word can be taken for a part of it.';

create function text_words(p_at timestamptz, p_words text[], p_marks text[]) returns tsvector
  language sql immutable parallel safe
  return array_to_tsvector(array(
    select week_of(p_at) || one.word from unnest(p_words) as one (word)
    union
    select week_of(p_at) || '~' || stem.word from unnest(p_words) as one (word), unnest(ts_lexize('pg_catalog.indonesian_stem', one.word)) as stem (word)
      where one.word ~ '^[a-z]{4,}$' and stem.word <> one.word
    union
    select week_of(p_at) || '=' || one.mark from unnest(p_marks) as one (mark)));
comment on function text_words is 'Words as they stand, their Indonesian stems behind a tilde, and by what results are narrowed behind an equals sign.';

create function search_texts(
  p_agency text, p_terms text[], p_stems text[], p_marks text[], p_not_named text, p_posts text[], p_clients text[], p_status text,
  p_after_at timestamptz, p_after_dossier uuid, p_from_at timestamptz, p_limit integer
) returns table (dossier uuid, submitted_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  office text := current_agency();
  is_officer boolean := cardinality(p_posts) > 0;
  not_named tsquery := to_tsquery('simple', p_not_named);
  asked text;
  from_at timestamptz := coalesce(p_after_at, 'infinity');
  from_dossier uuid := coalesce(p_after_dossier, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  week integer;
  last_week integer;
  weeks integer := 1;
  so_far integer := 0;
  more integer;
begin
  -- Whoever asks for another agency than the one this transaction works for gets nothing.
  if office is null or office <> p_agency or not is_officer and cardinality(p_clients) = 0 then return; end if;

  -- A word is met as it begins, or by its stem: "pelayanan" also finds "layanan", and "merdeka" finds "kemerdekaan".
  select string_agg('(' || t.term || coalesce((
      select ' | ''§~' || s.stem || ''' | ''§' || s.stem || ''' | ''§~' || t.stem || '''' from unnest(ts_lexize('pg_catalog.indonesian_stem', t.stem)) as s (stem)
      where t.stem <> '' limit 1), '') || ')', ' & ')
    into asked from unnest(p_terms, p_stems) as t (term, stem);
  asked := asked || coalesce((select string_agg(' & ''§=' || replace(replace(m.mark, '\', '\\'), '''', '''''') || '''', '') from unnest(p_marks) as m (mark)), '');
  if not is_officer then
    asked := asked || ' & (' || (select string_agg('''§=c' || replace(replace(c.client, '\', '\\'), '''', '''''') || '''', ' | ') from unnest(p_clients) as c (client)) || ')';
  end if;

  select substr(week_of(t.submitted_at), 2)::integer into week from text_entry t
    where t.agency = office and (t.submitted_at, t.dossier) < (from_at, from_dossier)
    order by t.submitted_at desc, t.dossier desc limit 1;
  select substr(week_of(t.submitted_at), 2)::integer into last_week from text_entry t
    where t.agency = office and t.submitted_at >= coalesce(p_from_at, '-infinity')
    order by t.submitted_at, t.dossier limit 1;

  -- Week by week, in longer and longer strides, until enough are found.
  while week >= last_week and so_far < p_limit loop
    return query
      with met as materialized (
        select t.dossier, t.submitted_at, t.is_inside
        from generate_series(greatest(week - weeks + 1, last_week), week) as w (week), lateral (
          select e.dossier, e.submitted_at, e.is_inside from text_entry e
          where e.agency = office and e.words @@ replace(asked, '§', 'w' || w.week)::tsquery
        ) as t
        where (t.submitted_at, t.dossier) < (from_at, from_dossier) and t.submitted_at >= coalesce(p_from_at, '-infinity')
      )
      select m.dossier, m.submitted_at
      from (select * from met order by met.submitted_at desc, met.dossier desc) as m
      join search_entry e on e.agency = office and e.dossier = m.dossier
      where (is_officer and (coalesce(e.secrecy, 'biasa') = 'biasa' or is_involved(office, m.dossier, p_posts))
          or not m.is_inside and e.client = any(p_clients))
        and (p_not_named is null or not e.words @@ not_named)
        and (p_status is null or exists (select from dossier d where d.agency = office and d.dossier = m.dossier and d.status = p_status))
      order by m.submitted_at desc, m.dossier desc limit p_limit - so_far;
    get diagnostics more = row_count;
    so_far := so_far + more;
    week := week - weeks;
    weeks := least(weeks * 2, 64);
  end loop;
end $$;
comment on function search_texts is 'Finds what this reader may see by the words of papers, the newest first. `p_not_named` leaves out those whose numbers and names have the words. A dossier may come twice.';
revoke execute on function search_texts(text, text[], text[], text[], text, text[], text[], text, timestamptz, uuid, timestamptz, integer) from public;
grant execute on function search_texts(text, text[], text[], text[], text, text[], text[], text, timestamptz, uuid, timestamptz, integer) to mipp_app, mipp_worker;

do $$
declare
  table_name text;
begin
  foreach table_name in array array['paper_text', 'text_entry', 'text_backfill'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I using (agency = current_agency()) with check (agency = current_agency())', table_name || '_of_agency', table_name);
    execute format('grant select on %I to mipp_app', table_name);
    execute format('grant select, insert, update, delete on %I to mipp_worker', table_name);
  end loop;
end $$;
