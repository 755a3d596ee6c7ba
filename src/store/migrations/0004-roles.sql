-- Roles: the owner migrates; the application and the worker own nothing and cannot change events.
-- Row-level security keeps agencies apart even if a query forgets to.

do $$
declare
  role_name text;
begin
  foreach role_name in array array['mipp_app', 'mipp_worker'] loop
    begin
      execute format('create role %I nologin', role_name);
    exception when duplicate_object or unique_violation then
      null; -- roles belong to the whole server: another database of it has made them already
    end;
    execute format('grant %I to current_user', role_name);
    execute format('grant usage on schema public to %I', role_name);
  end loop;
end $$;

do $$
declare
  table_name text;
begin
  foreach table_name in array array[
    'agency', 'procedure_edition', 'client', 'unit', 'post', 'person', 'mandate', 'membership', 'account_token', 'session', 'rate_count',
    'draft', 'parked_form', 'dossier', 'event', 'command_key', 'task', 'number_series', 'agenda', 'paper', 'register_item', 'secret',
    'rating', 'mail', 'daily_root'
  ] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I using (agency = current_agency()) with check (agency = current_agency())', table_name || '_of_agency', table_name);
    execute format('grant select, insert on %I to mipp_app, mipp_worker', table_name);
  end loop;
  foreach table_name in array array[
    'person', 'mandate', 'account_token', 'session', 'rate_count', 'draft', 'parked_form', 'dossier', 'task', 'number_series', 'agenda',
    'register_item', 'secret', 'mail', 'procedure_edition', 'client', 'unit', 'post', 'membership', 'daily_root'
  ] loop
    execute format('grant update on %I to mipp_app, mipp_worker', table_name);
  end loop;
  foreach table_name in array array['session', 'rate_count', 'draft', 'parked_form', 'account_token'] loop
    execute format('grant delete on %I to mipp_app, mipp_worker', table_name);
  end loop;
end $$;

grant select on installation to mipp_app, mipp_worker;
revoke execute on function queue_job(text, json, text) from public;
grant execute on function queue_job(text, json, text) to mipp_app, mipp_worker;
