-- Agencies, the SOPs they have in force, and the people who act in them.
-- Every table starts its key with the agency, so that row-level security and later partitions can use it.

create function current_agency() returns text
  language sql stable
  return nullif(current_setting('mipp.agency', true), '');
comment on function current_agency() is 'The agency this transaction works for; row-level security compares with it.';

create table installation (
  only_one boolean primary key default true constraint installation_only_one check (only_one),
  is_demo boolean not null,
  created_at timestamptz not null
);
comment on table installation is 'One row: whether this database was created as a demo. Demo mode runs in no other.';

create table agency (
  agency text primary key,
  name text not null,
  created_at timestamptz not null
);
comment on table agency is 'An ICT office that runs MIPP. Its rules stand in its catalogue file.';

create table procedure_edition (
  agency text not null references agency,
  procedure text not null,
  edition text not null,
  sha256 text not null,
  source text not null,
  in_force_from date,
  in_force_to date,
  stored_at timestamptz not null,
  primary key (agency, procedure, edition)
);
comment on table procedure_edition is 'The file of each edition, byte for byte: a running dossier stays on its edition.';
create unique index procedure_edition_one_in_force on procedure_edition (agency, procedure) where in_force_from is not null and in_force_to is null;

create table client (
  agency text not null references agency,
  client text not null,
  name text not null,
  head_title text not null,
  address text not null,
  created_at timestamptz not null,
  primary key (agency, client)
);
comment on table client is 'An agency (OPD) that asks the office for something.';

create table unit (
  agency text not null references agency,
  unit text not null,
  name text not null,
  superior text,
  primary key (agency, unit)
);
comment on table unit is 'A part of the office: secretariat, division, team.';

create table post (
  agency text not null references agency,
  post text not null,
  title text not null,
  unit text not null,
  superior text,
  duties text[] not null default '{}',
  sort_order integer not null,
  primary key (agency, post),
  foreign key (agency, unit) references unit
);
comment on table post is 'Work goes to posts, not persons. Duties: front-office (enters letters, counter), registers.';

create table person (
  agency text not null references agency,
  person uuid not null,
  name text not null,
  email text not null,
  phone text not null default '',
  language text not null default 'id' constraint person_language check (language in ('id', 'en')),
  password_hash text,
  is_administrator boolean not null default false,
  state text not null constraint person_state check (state in ('invited', 'awaiting-approval', 'active', 'closed')),
  demo_role text,
  created_at timestamptz not null,
  primary key (agency, person)
);
comment on table person is 'Somebody with an account: officer, applicant or administrator.';
create unique index person_email on person (agency, lower(email));
create unique index person_demo_role on person (agency, demo_role) where demo_role is not null;

create table mandate (
  agency text not null references agency,
  mandate uuid not null,
  person uuid not null,
  post text not null,
  capacity text not null constraint mandate_capacity check (capacity in ('definitive', 'plt', 'plh')),
  from_on date not null,
  to_on date,
  decree text,
  primary key (agency, mandate),
  foreign key (agency, person) references person,
  foreign key (agency, post) references post,
  constraint mandate_dates check (to_on is null or to_on >= from_on)
);
comment on table mandate is 'Who holds a post, from when to when, in which capacity, by which decree.';
create index mandate_of_person on mandate (agency, person);
create index mandate_of_post on mandate (agency, post);

create table membership (
  agency text not null references agency,
  person uuid not null,
  client text not null,
  job_title text not null default '',
  primary key (agency, person, client),
  foreign key (agency, person) references person,
  foreign key (agency, client) references client
);
comment on table membership is 'For which client a person may ask.';

create table account_token (
  agency text not null references agency,
  token_hash text not null,
  person uuid not null,
  purpose text not null constraint account_token_purpose check (purpose in ('invitation', 'password-reset')),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (agency, token_hash),
  foreign key (agency, person) references person
);
comment on table account_token is 'SHA-256 of a random token sent by mail: invitation or password reset, once.';

create table session (
  agency text not null references agency,
  token_hash text not null,
  person uuid not null,
  csrf text not null,
  hat text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency, token_hash),
  foreign key (agency, person) references person
);
comment on table session is 'SHA-256 of the cookie; the hat is the post or client the person acts as now.';
create index session_of_person on session (agency, person);

create table rate_count (
  agency text not null,
  what text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (agency, what, window_start)
);
comment on table rate_count is 'How often something was tried in a window of time.';

create table draft (
  agency text not null references agency,
  draft uuid not null,
  person uuid not null,
  procedure text not null,
  client text not null,
  channel text not null,
  form jsonb not null,
  files jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  primary key (agency, draft),
  foreign key (agency, person) references person
);
comment on table draft is 'A form in work: kept while typing, one per person, procedure and channel.';
create unique index draft_of_person on draft (agency, person, procedure, client, channel);

create table parked_form (
  agency text not null references agency,
  token_hash text not null,
  person uuid,
  path text not null,
  fields jsonb not null,
  files jsonb not null,
  parked_at timestamptz not null,
  primary key (agency, token_hash)
);
comment on table parked_form is 'What was posted with an expired session: given back after sign-in, to the same person only.';
