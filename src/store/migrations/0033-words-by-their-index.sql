-- Within one week the moments no longer choose the way: in a small office the planner read every row of the year for each week
-- instead of the index of words (measured: bench/README.md).

create or replace function search_texts(
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
      )
      select m.dossier, m.submitted_at
      from (select * from met order by met.submitted_at desc, met.dossier desc) as m
      join search_entry e on e.agency = office and e.dossier = m.dossier
      where (m.submitted_at, m.dossier) < (from_at, from_dossier) and m.submitted_at >= coalesce(p_from_at, '-infinity')
        and (is_officer and (coalesce(e.secrecy, 'biasa') = 'biasa' or is_involved(office, m.dossier, p_posts))
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
