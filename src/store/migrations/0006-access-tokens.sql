-- Programs act for a person by a token of theirs; and who is asking is found in one round trip, for programs and browsers alike.

create table access_token (
  agency text not null references agency,
  token uuid not null,
  person uuid not null,
  name text not null,
  token_hash text not null,
  hint text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (agency, token),
  foreign key (agency, person) references person,
  constraint access_token_dates check (expires_at > created_at),
  constraint access_token_scopes check (cardinality(scopes) > 0 and scopes <@ array['read', 'apply', 'work', 'people', 'tokens'])
);
comment on table access_token is 'A key with which a program acts for a person, within its scopes. Only its SHA-256 is kept; the hint is its first characters, to recognise it by.';
create unique index access_token_hash on access_token (agency, token_hash);
create index access_token_of_person on access_token (agency, person, created_at desc);

create table upload (
  agency text not null references agency,
  upload uuid not null,
  person uuid not null,
  sha256 text not null,
  name text not null,
  bytes bigint not null,
  mime text not null,
  at timestamptz not null,
  primary key (agency, upload),
  foreign key (agency, person) references person
);
comment on table upload is 'A file that a program has sent; only the person it was sent for may name it in a command. Its bytes lie in the file store under their SHA-256.';
create index upload_of_person on upload (agency, person, at desc);

do $$
declare
  table_name text;
begin
  foreach table_name in array array['access_token', 'upload'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I using (agency = current_agency()) with check (agency = current_agency())', table_name || '_of_agency', table_name);
    execute format('grant select, insert on %I to mipp_app, mipp_worker', table_name);
  end loop;
end $$;
-- What a token is does not change: only that it was used, and that it is over.
grant update (last_used_at, revoked_at) on access_token to mipp_app, mipp_worker;

-- In PL/pgSQL, not SQL: PostgreSQL before 18 plans the body of an SQL function anew at every call.
create function person_facts(p_agency text, p_person uuid, p_today date) returns jsonb
  language plpgsql stable as $$
declare
  facts jsonb;
begin
  select jsonb_build_object(
    'person', p.person, 'name', p.name, 'email', p.email, 'isAdministrator', p.is_administrator,
    'mandates', coalesce((
      select jsonb_agg(jsonb_build_object('post', m.post, 'capacity', m.capacity, 'duties', t.duties, 'title', t.title) order by t.sort_order, m.mandate)
      from mandate m join post t on t.agency = m.agency and t.post = m.post
      where m.agency = p_agency and m.person = p_person and m.from_on <= p_today and (m.to_on is null or m.to_on >= p_today)), '[]'),
    'clients', coalesce((
      select jsonb_agg(jsonb_build_object('client', b.client, 'name', c.name) order by b.client)
      from membership b join client c on c.agency = b.agency and c.client = b.client
      where b.agency = p_agency and b.person = p_person), '[]')
  ) into facts
  from person p where p.agency = p_agency and p.person = p_person and p.state = 'active';
  return facts;
end $$;
comment on function person_facts is 'What decides what a person may on a day: mandates and clients; null unless the account is active.';

create function find_session(p_agency text, p_token_hash text, p_now timestamptz, p_today date, p_idle_since timestamptz) returns jsonb
  language plpgsql as $$
declare
  standing session%rowtype;
  facts jsonb;
begin
  perform set_config('mipp.agency', p_agency, true);
  select * into standing from session s
    where s.agency = p_agency and s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > p_now and s.seen_at > p_idle_since;
  if not found then return null; end if;
  facts := person_facts(p_agency, standing.person, p_today);
  if facts is null then return null; end if;
  -- A database that only reads for a while still knows who is asking.
  if date_trunc('minute', standing.seen_at) <> date_trunc('minute', p_now) and current_setting('transaction_read_only') = 'off' then
    -- Asked once more: of many at once only the first writes.
    update session s set seen_at = p_now
      where s.agency = p_agency and s.token_hash = p_token_hash and date_trunc('minute', s.seen_at) <> date_trunc('minute', p_now);
  end if;
  return facts || jsonb_build_object('csrf', standing.csrf);
end $$;
comment on function find_session is 'Who is signed in by this session, or null when it has ended; notes its use once a minute at most.';

create function find_token(p_agency text, p_token_hash text, p_now timestamptz, p_today date) returns jsonb
  language plpgsql as $$
declare
  standing access_token%rowtype;
  facts jsonb;
begin
  perform set_config('mipp.agency', p_agency, true);
  select * into standing from access_token a
    where a.agency = p_agency and a.token_hash = p_token_hash and a.revoked_at is null and a.expires_at > p_now;
  if not found then return null; end if;
  facts := person_facts(p_agency, standing.person, p_today);
  if facts is null then return null; end if;
  if (standing.last_used_at is null or date_trunc('minute', standing.last_used_at) <> date_trunc('minute', p_now))
    and current_setting('transaction_read_only') = 'off'
  then
    update access_token a set last_used_at = p_now
      where a.agency = p_agency and a.token = standing.token
        and (a.last_used_at is null or date_trunc('minute', a.last_used_at) <> date_trunc('minute', p_now));
  end if;
  return facts || jsonb_build_object(
    'token', standing.token, 'scopes', standing.scopes,
    'expiresAt', to_char(standing.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
end $$;
comment on function find_token is 'For whom this token acts and how far, or null: unknown, expired, revoked, or the account is not active; notes its use once a minute at most.';
