-- Which bytes must not be opened, and how the scanning stands: over all agencies, because a file is the same whoever sent it.

create function file_hold(p_file text) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  states text[];
begin
  select array_agg(state) into states from file_scan where file = p_file and state in ('waiting', 'infected');
  return case when 'infected' = any (states) then 'infected' when 'waiting' = any (states) then 'waiting' end;
end $$;
comment on function file_hold(text) is 'Why a file must not be opened: the scanner found something in it, or has not looked yet. Null where nothing holds it.';
create index file_scan_by_file on file_scan (file) where state in ('waiting', 'infected');

create function scan_health() returns table (waiting bigint, quarantined bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
    select (select count(*) from file_scan where state = 'waiting'), (select count(*) from quarantine where state = 'held')
  $$;
comment on function scan_health() is 'For the address that machines ask: over all agencies, and nothing but numbers.';

revoke all on function file_hold(text), scan_health() from public;
grant execute on function file_hold(text) to mipp_app, mipp_worker;
grant execute on function scan_health() to mipp_app;
