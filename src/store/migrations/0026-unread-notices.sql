-- The number at the bell stands on every page: asked in one round trip, and counted no further than it is shown.

create function unread_notices(p_agency text, p_person uuid) returns integer
  language plpgsql as $$
begin
  perform set_config('mipp.agency', p_agency, true);
  return (select count(*)::integer from (
    select from notice n
    where n.agency = p_agency and n.person = p_person and n.read_at is null
      -- Work that is done need not be read about.
      and (n.task is null or exists (select from task t where t.agency = n.agency and t.task = n.task and t.closed_at is null))
    limit 100) as found);
end $$;
comment on function unread_notices is 'How many notices this person has not read, at most a hundred; not of work that is done already.';
