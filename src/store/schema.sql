-- The schema after all migrations. Written by `npm run schema`; not run by anything.

create table access_log (
  agency text not null,
  entry bigint not null generated always as identity,
  at timestamp with time zone not null,
  dossier uuid not null,
  person uuid not null,
  hat text not null,
  what text not null,
  paper uuid,
  over text not null,
  is_refused boolean not null,
  constraint access_log_pkey PRIMARY KEY (agency, entry),
  constraint access_log_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint access_log_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint access_log_over CHECK ((over = ANY (ARRAY['pages'::text, 'api'::text]))),
  constraint access_log_paper CHECK (((what = 'paper'::text) = (paper IS NOT NULL))),
  constraint access_log_what CHECK ((what = ANY (ARRAY['dossier'::text, 'paper'::text, 'sheet'::text])))
);
comment on table access_log is 'Who opened a dossier of secrecy terbatas or rahasia, or was refused: only added to. The same thing again within ten minutes is one entry. Names the dossier by no key, so that the log outlives it.';
comment on column access_log.hat is 'Under which title, as people read it then.';
CREATE INDEX access_log_by_time ON public.access_log USING btree (agency, at DESC, entry DESC);
CREATE INDEX access_log_of_dossier ON public.access_log USING btree (agency, dossier, at DESC);
alter table access_log enable row level security;
create policy access_log_of_agency on access_log to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on access_log to mipp_app;
grant insert, select on access_log to mipp_worker;

create table access_token (
  agency text not null,
  token uuid not null,
  person uuid not null,
  name text not null,
  token_hash text not null,
  hint text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint access_token_pkey PRIMARY KEY (agency, token),
  constraint access_token_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint access_token_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint access_token_dates CHECK ((expires_at > created_at)),
  constraint access_token_scopes CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['read'::text, 'apply'::text, 'work'::text, 'people'::text, 'tokens'::text])))
);
comment on table access_token is 'A key with which a program acts for a person, within its scopes. Only its SHA-256 is kept; the hint is its first characters, to recognise it by.';
CREATE INDEX access_token_of_person ON public.access_token USING btree (agency, person, created_at DESC);
CREATE UNIQUE INDEX access_token_hash ON public.access_token USING btree (agency, token_hash);
alter table access_token enable row level security;
create policy access_token_of_agency on access_token to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on access_token to mipp_app;
grant insert, select on access_token to mipp_worker;
grant update (last_used_at, revoked_at) on access_token to mipp_app;
grant update (last_used_at, revoked_at) on access_token to mipp_worker;

create table account_token (
  agency text not null,
  token_hash text not null,
  person uuid not null,
  purpose text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint account_token_pkey PRIMARY KEY (agency, token_hash),
  constraint account_token_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint account_token_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint account_token_purpose CHECK ((purpose = ANY (ARRAY['invitation'::text, 'password-reset'::text])))
);
comment on table account_token is 'SHA-256 of a random token sent by mail: invitation or password reset, once.';
alter table account_token enable row level security;
create policy account_token_of_agency on account_token to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on account_token to mipp_app;
grant delete, insert, select, update on account_token to mipp_worker;

create table agency (
  agency text not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint agency_pkey PRIMARY KEY (agency)
);
comment on table agency is 'An ICT office that runs MIPP. Its rules stand in its catalogue file.';
alter table agency enable row level security;
create policy agency_of_agency on agency to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on agency to mipp_app;
grant insert, select on agency to mipp_worker;

create table agenda (
  agency text not null,
  number text not null,
  year integer not null,
  dossier uuid not null,
  received_on date not null,
  sender text not null,
  letter_number text not null,
  letter_on date,
  subject text not null,
  urgency text not null,
  secrecy text not null,
  entered_at timestamp with time zone not null,
  constraint agenda_pkey PRIMARY KEY (agency, year, number),
  constraint agenda_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier)
);
comment on table agenda is 'The book of incoming letters (buku agenda surat masuk).';
CREATE INDEX agenda_in_order ON public.agenda USING btree (agency, year, entered_at DESC, number DESC);
alter table agenda enable row level security;
create policy agenda_of_agency on agenda to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select, update on agenda to mipp_app;
grant insert, select, update on agenda to mipp_worker;

create table automatic_start (
  agency text not null,
  procedure text not null,
  start text not null,
  item text not null,
  looked_at timestamp with time zone not null,
  looked_on date not null,
  bad_streak integer not null default 0,
  found jsonb,
  dossier uuid,
  constraint automatic_start_pkey PRIMARY KEY (agency, procedure, start, item),
  constraint automatic_start_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table automatic_start is 'One row for each rule of the calendar (item empty) and for each thing that a probe looks at: when last, how often badly in a row, what was found, and the dossier that was begun for it. `start` names the way to begin by its own words.';
alter table automatic_start enable row level security;
create policy automatic_start_of_agency on automatic_start to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on automatic_start to mipp_app;
grant insert, select, update on automatic_start to mipp_worker;

create table client (
  agency text not null,
  client text not null,
  name text not null,
  head_title text not null,
  address text not null,
  created_at timestamp with time zone not null,
  kind text not null default 'agency'::text,
  nib text,
  is_approved boolean not null default true,
  closed_on date,
  constraint client_pkey PRIMARY KEY (agency, client),
  constraint client_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint client_kind CHECK ((kind = ANY (ARRAY['agency'::text, 'company'::text, 'public'::text, 'office'::text]))),
  constraint client_nib CHECK ((nib ~ '^[0-9]{13}$'::text))
);
comment on table client is 'Who asks the office for something: an agency (OPD), a company, the public as one, the office itself as one.';
comment on column client.closed_on is 'From then on nobody asks in its name; what runs is finished.';
CREATE UNIQUE INDEX client_only_one ON public.client USING btree (agency, kind) WHERE (kind = ANY (ARRAY['public'::text, 'office'::text]));
alter table client enable row level security;
create policy client_of_agency on client to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER client_changes AFTER UPDATE ON public.client FOR EACH ROW WHEN ((old.closed_on IS DISTINCT FROM new.closed_on)) EXECUTE FUNCTION count_office_change();
grant insert, select, update on client to mipp_app;
grant insert, select, update on client to mipp_worker;

create table command_key (
  agency text not null,
  key text not null,
  dossier uuid not null,
  answer jsonb not null,
  at timestamp with time zone not null,
  constraint command_key_pkey PRIMARY KEY (agency, key)
);
comment on table command_key is 'Idempotency: the answer a command got, so that a double submit is answered alike and done once.';
alter table command_key enable row level security;
create policy command_key_of_agency on command_key to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on command_key to mipp_app;
grant insert, select on command_key to mipp_worker;

create table daily_head (
  agency text not null,
  on_day date not null,
  dossier uuid not null,
  number text not null,
  version integer not null,
  hash text not null,
  constraint daily_head_pkey PRIMARY KEY (agency, dossier, version)
);
comment on table daily_head is 'The head of each dossier that had moved since the seal before. Points at no row by a key, so that it still names a dossier that was deleted whole.';
CREATE UNIQUE INDEX daily_head_of_day ON public.daily_head USING btree (agency, on_day, dossier);
alter table daily_head enable row level security;
create policy daily_head_of_agency on daily_head to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on daily_head to mipp_app;
grant insert, select on daily_head to mipp_worker;

create table daily_root (
  agency text not null,
  on_day date not null,
  dossiers integer not null,
  root text not null,
  sealed_at timestamp with time zone not null,
  place integer,
  constraint daily_root_pkey PRIMARY KEY (agency, on_day),
  constraint daily_root_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table daily_root is 'root = sha256(root before, day, daily_head rows of the day in order of the dossier): a chain over everything ever sealed. Rows without a place are older: sha256 over the heads of all dossiers at sealed_at.';
CREATE UNIQUE INDEX daily_root_place ON public.daily_root USING btree (agency, place);
alter table daily_root enable row level security;
create policy daily_root_of_agency on daily_root to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on daily_root to mipp_app;
grant insert, select on daily_root to mipp_worker;

create table delivery (
  agency text not null,
  delivery uuid not null,
  notice uuid not null,
  channel text not null,
  state text not null,
  due_at timestamp with time zone,
  mail uuid,
  reason jsonb,
  changed_at timestamp with time zone not null,
  constraint delivery_pkey PRIMARY KEY (agency, delivery),
  constraint delivery_once UNIQUE (agency, notice, channel),
  constraint delivery_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint delivery_notice_fkey FOREIGN KEY (agency, notice) REFERENCES notice(agency, notice),
  constraint delivery_channel CHECK ((channel = ANY (ARRAY['in-app'::text, 'email'::text]))),
  constraint delivery_due CHECK (((state = 'held'::text) = (due_at IS NOT NULL))),
  constraint delivery_state CHECK ((state = ANY (ARRAY['held'::text, 'passed-on'::text, 'skipped'::text])))
);
comment on table delivery is 'One way on which a notice goes. Held until `due_at`, passed on (of a mail the row in `mail` says the rest), or skipped with its reason.';
CREATE INDEX delivery_held ON public.delivery USING btree (agency, due_at) WHERE (state = 'held'::text);
alter table delivery enable row level security;
create policy delivery_of_agency on delivery to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select, update on delivery to mipp_app;
grant insert, select, update on delivery to mipp_worker;

create table dossier (
  agency text not null,
  dossier uuid not null,
  version integer not null,
  head_hash text not null,
  number text not null,
  tracking_code text not null,
  procedure text not null,
  edition text not null,
  client text not null,
  applicant uuid,
  channel text not null,
  status text not null,
  subject text not null,
  urgency text,
  secrecy text,
  agenda_number text,
  search_text text not null,
  submitted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  due_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint dossier_pkey PRIMARY KEY (agency, dossier),
  constraint dossier_agency_client_fkey FOREIGN KEY (agency, client) REFERENCES client(agency, client),
  constraint dossier_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint dossier_agency_procedure_edition_fkey FOREIGN KEY (agency, procedure, edition) REFERENCES procedure_edition(agency, procedure, edition),
  constraint dossier_status CHECK ((status = ANY (ARRAY['open'::text, 'finished'::text, 'rejected'::text, 'withdrawn'::text])))
);
comment on table dossier is 'One request as lists show it; a projection of its events, but for version and head_hash, which guard the chain.';
CREATE INDEX dossier_by_time ON public.dossier USING btree (agency, submitted_at DESC, dossier);
CREATE INDEX dossier_exact_agenda ON public.dossier USING btree (agency, lower(agenda_number)) WHERE (agenda_number IS NOT NULL);
CREATE INDEX dossier_exact_number ON public.dossier USING btree (agency, lower(number));
CREATE INDEX dossier_of_client_in_order ON public.dossier USING btree (agency, client, submitted_at DESC, dossier DESC);
CREATE INDEX dossier_open_names ON public.dossier USING gin (names_in(search_text)) WHERE (status = 'open'::text);
CREATE INDEX dossier_open_of_client ON public.dossier USING btree (agency, client, submitted_at DESC, dossier DESC) WHERE (status = 'open'::text);
CREATE UNIQUE INDEX dossier_number ON public.dossier USING btree (agency, number);
CREATE UNIQUE INDEX dossier_tracking_code ON public.dossier USING btree (agency, tracking_code);
alter table dossier enable row level security;
create policy dossier_of_agency on dossier to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER dossier_ends AFTER UPDATE ON public.dossier FOR EACH ROW WHEN (((old.status = 'open'::text) AND (new.status <> 'open'::text))) EXECUTE FUNCTION keep_passed();
CREATE TRIGGER dossier_is_found AFTER INSERT ON public.dossier FOR EACH ROW EXECUTE FUNCTION keep_search_entry();
CREATE TRIGGER dossier_is_found_otherwise AFTER UPDATE ON public.dossier FOR EACH ROW WHEN (((old.search_text IS DISTINCT FROM new.search_text) OR (old.secrecy IS DISTINCT FROM new.secrecy))) EXECUTE FUNCTION keep_search_entry();
CREATE TRIGGER dossier_is_graded AFTER UPDATE ON public.dossier FOR EACH ROW WHEN ((old.urgency IS DISTINCT FROM new.urgency)) EXECUTE FUNCTION keep_waiting_graded();
grant insert, select, update on dossier to mipp_app;
grant insert, select, update on dossier to mipp_worker;

create table draft (
  agency text not null,
  draft uuid not null,
  person uuid not null,
  procedure text not null,
  client text not null,
  channel text not null,
  form jsonb not null,
  files jsonb not null,
  version integer not null,
  updated_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (agency, draft),
  constraint draft_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint draft_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person)
);
comment on table draft is 'A form in work: kept while typing, one per person, procedure and channel.';
CREATE UNIQUE INDEX draft_of_person ON public.draft USING btree (agency, person, procedure, client, channel);
alter table draft enable row level security;
create policy draft_of_agency on draft to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on draft to mipp_app;
grant delete, insert, select, update on draft to mipp_worker;

create table edition_change (
  agency text not null,
  changes bigint not null,
  constraint edition_change_pkey PRIMARY KEY (agency),
  constraint edition_change_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table edition_change is 'Counts the changes of an agency''s editions: a process whose copy is behind reads them again.';
alter table edition_change enable row level security;
create policy edition_change_of_agency on edition_change to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on edition_change to mipp_app;
grant select on edition_change to mipp_worker;

create table edition_journal (
  agency text not null,
  entry bigint not null generated by default as identity,
  at timestamp with time zone not null,
  act text not null,
  procedure text not null,
  edition text not null,
  draft uuid,
  person uuid,
  detail jsonb not null,
  constraint edition_journal_pkey PRIMARY KEY (agency, entry),
  constraint edition_journal_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint edition_journal_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint edition_journal_act CHECK ((act = ANY (ARRAY['drafted'::text, 'imported'::text, 'deleted'::text, 'ratified'::text, 'in-force'::text, 'ended'::text, 'restored'::text, 'withdrawn'::text])))
);
comment on table edition_journal is 'Who did what with editions and drafts, and why; only added to.';
CREATE INDEX edition_journal_of_procedure ON public.edition_journal USING btree (agency, procedure, entry);
alter table edition_journal enable row level security;
create policy edition_journal_of_agency on edition_journal to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on edition_journal to mipp_app;
grant select on edition_journal to mipp_worker;

create table event (
  agency text not null,
  dossier uuid not null,
  seq integer not null,
  type text not null,
  at timestamp with time zone not null,
  payload text,
  salt text,
  payload_hash text not null,
  hash text not null,
  constraint event_pkey PRIMARY KEY (agency, dossier, seq),
  constraint event_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier)
);
comment on table event is 'What happened, append-only. hash = sha256(previous hash, seq, payload_hash); payload_hash = sha256(salt, payload). A payload may be destroyed by law and the chain still verifies.';
alter table event enable row level security;
create policy event_of_agency on event to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on event to mipp_app;
grant insert, select on event to mipp_worker;

create table installation (
  only_one boolean not null default true,
  is_demo boolean not null,
  created_at timestamp with time zone not null,
  constraint installation_pkey PRIMARY KEY (only_one),
  constraint installation_only_one CHECK (only_one)
);
comment on table installation is 'One row: whether this database was created as a demo. Demo mode runs in no other.';
grant select on installation to mipp_app;
grant select on installation to mipp_worker;

create table mail (
  agency text not null,
  mail uuid not null,
  once text not null,
  dossier uuid,
  to_address text not null,
  subject text not null,
  body text not null,
  state text not null,
  reason jsonb,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  to_reporter boolean not null default false,
  person uuid,
  topic text,
  thread text,
  page jsonb,
  constraint mail_pkey PRIMARY KEY (agency, mail),
  constraint mail_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint mail_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
comment on table mail is 'Outgoing mail; `once` names the occasion, so that a retried job does not write twice.';
comment on column mail.to_reporter is 'The address stands in no book: the job reads it from the form of the dossier when it sends.';
comment on column mail.topic is 'The group of occasions that its reader may switch off.';
comment on column mail.thread is 'The subject that all mails of one dossier share, so that they stand together.';
comment on column mail.page is 'Its parts, from which the HTML is made when it is sent.';
CREATE INDEX mail_by_time ON public.mail USING btree (agency, made_at DESC);
CREATE INDEX mail_of_dossier ON public.mail USING btree (agency, dossier, made_at) WHERE (dossier IS NOT NULL);
CREATE UNIQUE INDEX mail_once ON public.mail USING btree (agency, once);
alter table mail enable row level security;
create policy mail_of_agency on mail to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select, update on mail to mipp_app;
grant insert, select, update on mail to mipp_worker;

create table mandate (
  agency text not null,
  mandate uuid not null,
  person uuid not null,
  post text not null,
  capacity text not null,
  from_on date not null,
  to_on date,
  decree text,
  constraint mandate_pkey PRIMARY KEY (agency, mandate),
  constraint mandate_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint mandate_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint mandate_agency_post_fkey FOREIGN KEY (agency, post) REFERENCES post(agency, post),
  constraint mandate_capacity CHECK ((capacity = ANY (ARRAY['definitive'::text, 'plt'::text, 'plh'::text, 'an'::text]))),
  constraint mandate_dates CHECK (((to_on IS NULL) OR (to_on >= from_on)))
);
comment on table mandate is 'Who holds a post, from when to when, in which capacity, by which decree.';
CREATE INDEX mandate_of_person ON public.mandate USING btree (agency, person);
CREATE INDEX mandate_of_post ON public.mandate USING btree (agency, post);
alter table mandate enable row level security;
create policy mandate_of_agency on mandate to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER mandate_changes AFTER INSERT OR DELETE OR UPDATE ON public.mandate FOR EACH ROW EXECUTE FUNCTION count_office_change();
CREATE TRIGGER mandate_releases AFTER INSERT OR DELETE OR UPDATE ON public.mandate FOR EACH ROW EXECUTE FUNCTION queue_release();
grant delete, insert, select, update on mandate to mipp_app;
grant insert, select, update on mandate to mipp_worker;

create table membership (
  agency text not null,
  person uuid not null,
  client text not null,
  job_title text not null default ''::text,
  company_name text,
  company_address text,
  constraint membership_pkey PRIMARY KEY (agency, person, client),
  constraint membership_agency_client_fkey FOREIGN KEY (agency, client) REFERENCES client(agency, client),
  constraint membership_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint membership_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint membership_company CHECK (((company_name IS NULL) = (company_address IS NULL)))
);
comment on table membership is 'For which client a person may ask; and, where they registered themselves for a company, the name and address they typed.';
alter table membership enable row level security;
create policy membership_of_agency on membership to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on membership to mipp_app;
grant insert, select, update on membership to mipp_worker;

create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null,
  constraint migration_pkey PRIMARY KEY (name)
);
comment on table migration is 'Which numbered SQL files this database has had.';
grant select on migration to mipp_app;
grant select on migration to mipp_worker;

create table notice (
  agency text not null,
  notice uuid not null,
  dossier uuid not null,
  seq integer not null,
  occasion text not null,
  reader text not null,
  recipient text not null,
  person uuid,
  task uuid,
  facts jsonb not null,
  is_urgent boolean not null default false,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (agency, notice),
  constraint notice_once UNIQUE (agency, dossier, seq, recipient),
  constraint notice_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint notice_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint notice_reader CHECK ((reader = ANY (ARRAY['applicant'::text, 'office'::text])))
);
comment on table notice is 'One recipient told of one event: `recipient` is a person, or who has no account (contact, reporter). Written by a job that may be repeated.';
CREATE INDEX notice_of_person ON public.notice USING btree (agency, person, at DESC);
CREATE INDEX notice_unread ON public.notice USING btree (agency, person) WHERE (read_at IS NULL);
alter table notice enable row level security;
create policy notice_of_agency on notice to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select, update on notice to mipp_app;
grant insert, select, update on notice to mipp_worker;

create table notice_choice (
  agency text not null,
  person uuid not null,
  topic text not null,
  mode text not null,
  changed_at timestamp with time zone not null,
  constraint notice_choice_pkey PRIMARY KEY (agency, person, topic),
  constraint notice_choice_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint notice_choice_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint notice_choice_mode CHECK ((mode = ANY (ARRAY['at-once'::text, 'digest'::text, 'in-app'::text])))
);
comment on table notice_choice is 'How a person wants to hear of a group of occasions, where it is not the default.';
alter table notice_choice enable row level security;
create policy notice_choice_of_agency on notice_choice to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on notice_choice to mipp_app;
grant delete, insert, select, update on notice_choice to mipp_worker;

create table notice_text (
  agency text not null,
  name text not null,
  version integer not null,
  words jsonb,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint notice_text_pkey PRIMARY KEY (agency, name, version),
  constraint notice_text_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table notice_text is 'The office''s own words for a notice, in both languages; the highest version counts, and no words means the default again.';
alter table notice_text enable row level security;
create policy notice_text_of_agency on notice_text to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on notice_text to mipp_app;
grant insert, select on notice_text to mipp_worker;

create table number_series (
  agency text not null,
  series text not null,
  year integer not null,
  last integer not null,
  constraint number_series_pkey PRIMARY KEY (agency, series, year),
  constraint number_series_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table number_series is 'Gapless numbers per series and year: taken inside the commit, so a number exists only with its event.';
alter table number_series enable row level security;
create policy number_series_of_agency on number_series to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select, update on number_series to mipp_app;
grant insert, select, update on number_series to mipp_worker;

create table office_change (
  agency text not null,
  changes bigint not null,
  constraint office_change_pkey PRIMARY KEY (agency),
  constraint office_change_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table office_change is 'Counts the changes of what the living office is made of: a process whose copy is behind reads it again.';
alter table office_change enable row level security;
create policy office_change_of_agency on office_change to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on office_change to mipp_app;
grant select on office_change to mipp_worker;

create table organisation_journal (
  agency text not null,
  entry bigint not null generated by default as identity,
  at timestamp with time zone not null,
  person uuid,
  kind text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  reason text,
  constraint organisation_journal_pkey PRIMARY KEY (agency, entry),
  constraint organisation_journal_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint organisation_journal_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint organisation_journal_kind CHECK ((kind = ANY (ARRAY['unit'::text, 'post'::text, 'client'::text, 'person'::text, 'mandate'::text, 'substitute'::text, 'membership'::text])))
);
comment on table organisation_journal is 'Who changed what of the organisation, when and why: the row as it was and as it is; only added to. Nobody: the command line.';
CREATE INDEX organisation_journal_of_subject ON public.organisation_journal USING btree (agency, kind, subject, entry);
alter table organisation_journal enable row level security;
create policy organisation_journal_of_agency on organisation_journal to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on organisation_journal to mipp_app;
grant select on organisation_journal to mipp_worker;

create table paper (
  agency text not null,
  paper uuid not null,
  dossier uuid not null,
  kind text not null,
  sha256 text not null,
  bytes bigint not null,
  mime text not null,
  name text not null,
  letter text,
  number text,
  check_code text,
  signed_on date,
  filed_at timestamp with time zone not null,
  constraint paper_pkey PRIMARY KEY (agency, paper),
  constraint paper_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier)
);
comment on table paper is 'A paper of a dossier; its bytes lie in the file store under their SHA-256.';
CREATE INDEX paper_by_file ON public.paper USING btree (sha256);
CREATE INDEX paper_of_dossier ON public.paper USING btree (agency, dossier);
CREATE UNIQUE INDEX paper_check_code ON public.paper USING btree (agency, check_code) WHERE (check_code IS NOT NULL);
alter table paper enable row level security;
create policy paper_of_agency on paper to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on paper to mipp_app;
grant insert, select on paper to mipp_worker;

create table paper_text (
  agency text not null,
  dossier uuid not null,
  source text not null,
  is_inside boolean not null,
  state text not null,
  text text not null,
  pages integer not null,
  is_cut boolean not null,
  read_at timestamp with time zone not null,
  constraint paper_text_pkey PRIMARY KEY (agency, dossier, source),
  constraint paper_text_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier) ON DELETE CASCADE,
  constraint paper_text_state CHECK ((state = ANY (ARRAY['read'::text, 'empty'::text, 'locked'::text, 'broken'::text, 'too-complex'::text, 'not-text'::text, 'away'::text, 'withheld'::text])))
);
comment on table paper_text is 'What a paper says, or why nothing of it can be read; `source` is the paper, or `answers` for the long answers of the form. Nothing told in confidence, and nothing of the public, is ever in it.';
alter table paper_text enable row level security;
create policy paper_text_of_agency on paper_text to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on paper_text to mipp_app;
grant delete, insert, select, update on paper_text to mipp_worker;

create table parked_form (
  agency text not null,
  token_hash text not null,
  person uuid,
  path text not null,
  fields jsonb not null,
  files jsonb not null,
  parked_at timestamp with time zone not null,
  constraint parked_form_pkey PRIMARY KEY (agency, token_hash),
  constraint parked_form_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table parked_form is 'What was posted with an expired session: given back after sign-in, to the same person only.';
alter table parked_form enable row level security;
create policy parked_form_of_agency on parked_form to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on parked_form to mipp_app;
grant delete, insert, select, update on parked_form to mipp_worker;

create table passed (
  agency text not null,
  post text not null,
  dossier uuid not null,
  passed_at timestamp with time zone not null,
  constraint passed_pkey PRIMARY KEY (agency, post, dossier),
  constraint passed_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier) ON DELETE CASCADE
);
comment on table passed is 'A dossier that is not at its end yet, once for each post that has done a step of it, and when last. Kept by triggers on task and dossier.';
CREATE INDEX passed_in_order ON public.passed USING btree (agency, post, passed_at, dossier);
CREATE INDEX passed_of_dossier ON public.passed USING btree (agency, dossier);
alter table passed enable row level security;
create policy passed_of_agency on passed to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on passed to mipp_app;
grant select on passed to mipp_worker;

create table person (
  agency text not null,
  person uuid not null,
  name text not null,
  email text not null,
  phone text not null default ''::text,
  language text not null default 'id'::text,
  password_hash text,
  is_administrator boolean not null default false,
  state text not null,
  demo_role text,
  created_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (agency, person),
  constraint person_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint person_language CHECK ((language = ANY (ARRAY['id'::text, 'en'::text]))),
  constraint person_state CHECK ((state = ANY (ARRAY['invited'::text, 'awaiting-approval'::text, 'active'::text, 'closed'::text])))
);
comment on table person is 'Somebody with an account: officer, applicant or administrator.';
CREATE UNIQUE INDEX person_demo_role ON public.person USING btree (agency, demo_role) WHERE (demo_role IS NOT NULL);
CREATE UNIQUE INDEX person_email ON public.person USING btree (agency, lower(email));
alter table person enable row level security;
create policy person_of_agency on person to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER person_changes AFTER UPDATE ON public.person FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION count_office_change();
CREATE TRIGGER person_releases AFTER UPDATE ON public.person FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION queue_release();
grant insert, select, update on person to mipp_app;
grant insert, select, update on person to mipp_worker;

create table post (
  agency text not null,
  post text not null,
  title text not null,
  unit text not null,
  superior text,
  duties text[] not null default '{}'::text[],
  sort_order integer not null,
  closed_on date,
  successor text,
  constraint post_pkey PRIMARY KEY (agency, post),
  constraint post_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint post_agency_unit_fkey FOREIGN KEY (agency, unit) REFERENCES unit(agency, unit)
);
comment on table post is 'Work goes to posts, not persons. Duties: front-office (enters letters, counter), registers.';
comment on column post.closed_on is 'The first day on which the post no longer exists; dossiers of its time go on naming it.';
comment on column post.successor is 'Which post does its work from the day on which it is closed; null: the one above it.';
alter table post enable row level security;
create policy post_of_agency on post to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER post_changes AFTER INSERT OR DELETE OR UPDATE ON public.post FOR EACH ROW EXECUTE FUNCTION count_office_change();
CREATE TRIGGER post_releases AFTER UPDATE ON public.post FOR EACH ROW WHEN (((old.closed_on IS DISTINCT FROM new.closed_on) OR (old.superior IS DISTINCT FROM new.superior))) EXECUTE FUNCTION queue_release();
grant insert, select, update on post to mipp_app;
grant insert, select, update on post to mipp_worker;

create table procedure_draft (
  agency text not null,
  draft uuid not null,
  procedure text not null,
  edition text not null,
  base_edition text,
  source text not null,
  version integer not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint procedure_draft_pkey PRIMARY KEY (agency, draft),
  constraint procedure_draft_agency_changed_by_fkey FOREIGN KEY (agency, changed_by) REFERENCES person(agency, person),
  constraint procedure_draft_agency_created_by_fkey FOREIGN KEY (agency, created_by) REFERENCES person(agency, person),
  constraint procedure_draft_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table procedure_draft is 'An edition in work. Whoever saves names the version that was read; nobody without an account is the command line.';
CREATE INDEX procedure_draft_of_procedure ON public.procedure_draft USING btree (agency, procedure);
alter table procedure_draft enable row level security;
create policy procedure_draft_of_agency on procedure_draft to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on procedure_draft to mipp_app;
grant select on procedure_draft to mipp_worker;

create table procedure_edition (
  agency text not null,
  procedure text not null,
  edition text not null,
  sha256 text not null,
  source text not null,
  in_force_from date,
  in_force_to date,
  stored_at timestamp with time zone not null,
  is_assumed boolean,
  ratified_at timestamp with time zone,
  ratified_by uuid,
  ratifying_post text,
  decree text,
  constraint procedure_edition_pkey PRIMARY KEY (agency, procedure, edition),
  constraint procedure_edition_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint procedure_edition_ratified_by FOREIGN KEY (agency, ratified_by) REFERENCES person(agency, person),
  constraint procedure_edition_days CHECK (((in_force_to IS NULL) OR ((in_force_from IS NOT NULL) AND (in_force_to >= in_force_from)))) NOT VALID
);
comment on table procedure_edition is 'The file of each edition, byte for byte: a running dossier stays on its edition.';
comment on column procedure_edition.in_force_to is 'The first day on which it is no longer in force.';
comment on column procedure_edition.is_assumed is 'The source prints no date: the office has to confirm it. Null where nobody has said.';
comment on column procedure_edition.ratifying_post is 'Null for an edition that came with the catalogue.';
CREATE UNIQUE INDEX procedure_edition_one_in_force ON public.procedure_edition USING btree (agency, procedure) WHERE ((in_force_from IS NOT NULL) AND (in_force_to IS NULL));
alter table procedure_edition enable row level security;
create policy procedure_edition_of_agency on procedure_edition to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER edition_changes AFTER INSERT OR UPDATE ON public.procedure_edition FOR EACH ROW EXECUTE FUNCTION keep_editions_apart();
grant insert, select on procedure_edition to mipp_app;
grant insert, select on procedure_edition to mipp_worker;
grant update (in_force_from, in_force_to, is_assumed) on procedure_edition to mipp_app;

create table rate_count (
  agency text not null,
  what text not null,
  window_start timestamp with time zone not null,
  count integer not null,
  constraint rate_count_pkey PRIMARY KEY (agency, what, window_start)
);
comment on table rate_count is 'How often something was tried in a window of time.';
alter table rate_count enable row level security;
create policy rate_count_of_agency on rate_count to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on rate_count to mipp_app;
grant delete, insert, select, update on rate_count to mipp_worker;

create table rating (
  agency text not null,
  dossier uuid not null,
  score integer not null,
  comment text not null,
  at timestamp with time zone not null,
  constraint rating_pkey PRIMARY KEY (agency, dossier),
  constraint rating_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier),
  constraint rating_score CHECK (((score >= 1) AND (score <= 4)))
);
comment on table rating is 'How the applicant found the service, one to four.';
alter table rating enable row level security;
create policy rating_of_agency on rating to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on rating to mipp_app;
grant insert, select on rating to mipp_worker;

create table register_item (
  agency text not null,
  register text not null,
  key text not null,
  dossier uuid not null,
  columns jsonb not null,
  state text not null,
  since timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint register_item_pkey PRIMARY KEY (agency, register, key),
  constraint register_item_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier),
  constraint register_item_state CHECK ((state = ANY (ARRAY['active'::text, 'retired'::text])))
);
comment on table register_item is 'A thing the office looks after: a subdomain, a hosting space. The dossier is the last that changed it.';
CREATE INDEX register_item_by_state ON public.register_item USING btree (agency, register, state);
alter table register_item enable row level security;
create policy register_item_of_agency on register_item to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select, update on register_item to mipp_app;
grant insert, select, update on register_item to mipp_worker;

create table report_form (
  agency text not null,
  report uuid not null,
  holder uuid not null,
  procedure text not null,
  files jsonb not null,
  updated_at timestamp with time zone not null,
  constraint report_form_pkey PRIMARY KEY (agency, report),
  constraint report_form_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table report_form is 'Files of a report in work, bound to the cookie of one browser. What is typed is not kept; the report becomes a dossier of the same identity.';
alter table report_form enable row level security;
create policy report_form_of_agency on report_form to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on report_form to mipp_app;
grant delete, insert, select, update on report_form to mipp_worker;

create table search_entry (
  agency text not null,
  dossier uuid not null,
  client text not null,
  secrecy text,
  submitted_at timestamp with time zone not null,
  words tsvector not null,
  constraint search_entry_pkey PRIMARY KEY (agency, dossier),
  constraint search_entry_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier) ON DELETE CASCADE
);
comment on table search_entry is 'The words of a dossier, and who may find it. Kept by a trigger on dossier; searched through a function that looks who is asking, because row-level security keeps its index from being used otherwise.';
CREATE INDEX search_entry_by_month ON public.search_entry USING gin (month_words(submitted_at, words)) WITH (fastupdate=off);
CREATE INDEX search_entry_by_time ON public.search_entry USING btree (agency, submitted_at DESC, dossier DESC);
CREATE INDEX search_entry_of_client ON public.search_entry USING btree (agency, client, submitted_at DESC, dossier DESC);
CREATE INDEX search_entry_words ON public.search_entry USING gin (words) WITH (gin_pending_list_limit='256');
alter table search_entry enable row level security;
create policy search_entry_of_agency on search_entry to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on search_entry to mipp_app;
grant select on search_entry to mipp_worker;

create table secret (
  agency text not null,
  secret uuid not null,
  dossier uuid not null,
  label text not null,
  sealed bytea,
  made_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  opened_by uuid,
  constraint secret_pkey PRIMARY KEY (agency, secret),
  constraint secret_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier)
);
comment on table secret is 'An initial password, sealed with the key of the installation; wiped when it has been read once.';
CREATE INDEX secret_of_dossier ON public.secret USING btree (agency, dossier);
alter table secret enable row level security;
create policy secret_of_agency on secret to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select, update on secret to mipp_app;
grant insert, select, update on secret to mipp_worker;

create table session (
  agency text not null,
  token_hash text not null,
  person uuid not null,
  csrf text not null,
  hat text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (agency, token_hash),
  constraint session_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint session_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person)
);
comment on table session is 'SHA-256 of the cookie; the hat is the post or client the person acts as now.';
comment on column session.hat is 'The post that is tried first when its holder of several acts (`post.capacity` and whom it is for); empty while none is chosen.';
CREATE INDEX session_of_person ON public.session USING btree (agency, person);
alter table session enable row level security;
create policy session_of_agency on session to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant delete, insert, select, update on session to mipp_app;
grant delete, insert, select, update on session to mipp_worker;

create table substitute (
  agency text not null,
  substitute uuid not null,
  post text not null,
  absent uuid not null,
  person uuid not null,
  from_on date not null,
  to_on date not null,
  procedures text[] not null default '{}'::text[],
  decree text,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint substitute_pkey PRIMARY KEY (agency, substitute),
  constraint substitute_agency_absent_fkey FOREIGN KEY (agency, absent) REFERENCES person(agency, person),
  constraint substitute_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint substitute_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person),
  constraint substitute_agency_post_fkey FOREIGN KEY (agency, post) REFERENCES post(agency, post),
  constraint substitute_dates CHECK ((to_on >= from_on)),
  constraint substitute_other CHECK ((person <> absent))
);
comment on table substitute is 'Who does the work of an absent holder of a post, from when to when; `procedures` is the scope, empty means all of it.';
CREATE INDEX substitute_of_post ON public.substitute USING btree (agency, post);
alter table substitute enable row level security;
create policy substitute_of_agency on substitute to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER substitute_changes AFTER INSERT OR DELETE OR UPDATE ON public.substitute FOR EACH ROW EXECUTE FUNCTION count_office_change();
CREATE TRIGGER substitute_releases AFTER INSERT OR DELETE OR UPDATE ON public.substitute FOR EACH ROW EXECUTE FUNCTION queue_release();
grant delete, insert, select, update on substitute to mipp_app;
grant select on substitute to mipp_worker;

create table task (
  agency text not null,
  task uuid not null,
  dossier uuid not null,
  step text not null,
  kind text not null,
  posts text[] not null,
  for_applicant boolean not null,
  taken_by uuid,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  closed_at timestamp with time zone,
  outcome text,
  waits_for_effect boolean not null,
  failure jsonb,
  constraint task_pkey PRIMARY KEY (agency, task),
  constraint task_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier),
  constraint task_kind CHECK ((kind = ANY (ARRAY['main'::text, 'attention'::text, 'initial'::text])))
);
comment on table task is 'A person being waited for is a row here. Overdue is derived from due_at, never stored.';
CREATE INDEX task_failed ON public.task USING btree (agency, opened_at) WHERE ((closed_at IS NULL) AND (failure IS NOT NULL));
CREATE INDEX task_of_dossier ON public.task USING btree (agency, dossier);
CREATE INDEX task_open_by_time ON public.task USING btree (agency, opened_at, task) WHERE (closed_at IS NULL);
CREATE INDEX task_taken ON public.task USING btree (agency, opened_at) WHERE ((closed_at IS NULL) AND (taken_by IS NOT NULL));
alter table task enable row level security;
create policy task_of_agency on task to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER task_moves AFTER UPDATE ON public.task FOR EACH ROW WHEN (((old.closed_at IS DISTINCT FROM new.closed_at) OR (old.due_at IS DISTINCT FROM new.due_at) OR (old.posts IS DISTINCT FROM new.posts) OR (old.taken_by IS DISTINCT FROM new.taken_by) OR (old.step IS DISTINCT FROM new.step))) EXECUTE FUNCTION keep_waiting();
CREATE TRIGGER task_opens AFTER INSERT ON public.task FOR EACH ROW WHEN ((new.closed_at IS NULL)) EXECUTE FUNCTION keep_waiting();
grant insert, select, update on task to mipp_app;
grant insert, select, update on task to mipp_worker;

create table text_backfill (
  agency text not null,
  before_at timestamp with time zone,
  before_dossier uuid,
  done integer not null,
  total integer not null,
  finished_at timestamp with time zone,
  constraint text_backfill_pkey PRIMARY KEY (agency),
  constraint text_backfill_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table text_backfill is 'How far the papers of dossiers that were there before have been read, the newest first; a job goes on from here.';
alter table text_backfill enable row level security;
create policy text_backfill_of_agency on text_backfill to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on text_backfill to mipp_app;
grant delete, insert, select, update on text_backfill to mipp_worker;

create table text_entry (
  agency text not null,
  dossier uuid not null,
  is_inside boolean not null,
  submitted_at timestamp with time zone not null,
  words tsvector not null,
  constraint text_entry_pkey PRIMARY KEY (agency, dossier, is_inside),
  constraint text_entry_agency_dossier_fkey FOREIGN KEY (agency, dossier) REFERENCES dossier(agency, dossier) ON DELETE CASCADE
);
comment on table text_entry is 'The words of a dossier and of its papers, each with the week of the dossier in front. A second row, `is_inside`, has also those of papers that only officers read.';
CREATE INDEX text_entry_in_order ON public.text_entry USING btree (agency, submitted_at DESC, dossier DESC);
CREATE INDEX text_entry_words ON public.text_entry USING gin (words) WITH (fastupdate=off);
alter table text_entry enable row level security;
create policy text_entry_of_agency on text_entry to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on text_entry to mipp_app;
grant delete, insert, select, update on text_entry to mipp_worker;

create table unit (
  agency text not null,
  unit text not null,
  name text not null,
  superior text,
  kind text not null default 'division'::text,
  calendar text,
  constraint unit_pkey PRIMARY KEY (agency, unit),
  constraint unit_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint unit_kind CHECK ((kind = ANY (ARRAY['office'::text, 'secretariat'::text, 'division'::text, 'team'::text])))
);
comment on table unit is 'A part of the office: secretariat, division, team.';
comment on column unit.calendar is 'The working calendar its posts count by; null: that of the unit above, in the end the agency''s own.';
alter table unit enable row level security;
create policy unit_of_agency on unit to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER unit_changes AFTER INSERT OR DELETE OR UPDATE ON public.unit FOR EACH ROW EXECUTE FUNCTION count_office_change();
grant insert, select, update on unit to mipp_app;
grant insert, select, update on unit to mipp_worker;

create table upload (
  agency text not null,
  upload uuid not null,
  person uuid not null,
  sha256 text not null,
  name text not null,
  bytes bigint not null,
  mime text not null,
  at timestamp with time zone not null,
  constraint upload_pkey PRIMARY KEY (agency, upload),
  constraint upload_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency),
  constraint upload_agency_person_fkey FOREIGN KEY (agency, person) REFERENCES person(agency, person)
);
comment on table upload is 'A file that a program has sent; only the person it was sent for may name it in a command. Its bytes lie in the file store under their SHA-256.';
CREATE INDEX upload_by_file ON public.upload USING btree (sha256);
CREATE INDEX upload_of_person ON public.upload USING btree (agency, person, at DESC);
alter table upload enable row level security;
create policy upload_of_agency on upload to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant insert, select on upload to mipp_app;
grant delete, insert, select on upload to mipp_worker;

create table waiting (
  agency text not null,
  task uuid not null,
  post text not null,
  dossier uuid not null,
  due_at timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  taken_by uuid,
  step text not null,
  procedure text not null,
  client text not null,
  urgency text,
  submitted_at timestamp with time zone not null,
  constraint waiting_pkey PRIMARY KEY (agency, task, post),
  constraint waiting_agency_task_fkey FOREIGN KEY (agency, task) REFERENCES task(agency, task) ON DELETE CASCADE
);
comment on table waiting is 'An open task once for each post that may do it, in the order of the work list, with what the list is narrowed by; without a limit it is due at infinity. Kept by triggers on task and dossier.';
CREATE INDEX waiting_in_order ON public.waiting USING btree (agency, post, due_at, opened_at, task);
CREATE INDEX waiting_taken ON public.waiting USING btree (agency, taken_by, due_at, opened_at, task) WHERE (taken_by IS NOT NULL);
alter table waiting enable row level security;
create policy waiting_of_agency on waiting to public using ((agency = current_agency())) with check ((agency = current_agency()));
grant select on waiting to mipp_app;
grant select on waiting to mipp_worker;

create table working_calendar (
  agency text not null,
  calendar text not null,
  label text not null,
  data jsonb not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint working_calendar_pkey PRIMARY KEY (agency, calendar),
  constraint working_calendar_agency_changed_by_fkey FOREIGN KEY (agency, changed_by) REFERENCES person(agency, person),
  constraint working_calendar_agency_fkey FOREIGN KEY (agency) REFERENCES agency(agency)
);
comment on table working_calendar is 'Working time as the office edits it; `utama` is the agency''s own. Data in the shape of catalogue/*/calendar.yaml.';
alter table working_calendar enable row level security;
create policy working_calendar_of_agency on working_calendar to public using ((agency = current_agency())) with check ((agency = current_agency()));
CREATE TRIGGER working_calendar_changes AFTER INSERT OR DELETE OR UPDATE ON public.working_calendar FOR EACH ROW EXECUTE FUNCTION count_office_change();
grant insert, select, update on working_calendar to mipp_app;
grant select on working_calendar to mipp_worker;

CREATE OR REPLACE FUNCTION public.append_events(p_agency text, p_dossier uuid, p_from integer, p_head text, p_events jsonb)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  one jsonb;
  seq integer := p_from;
  head text := p_head;
  payload text;
  salt text;
  payload_hash text;
begin
  for one in select value from jsonb_array_elements(p_events) loop
    seq := seq + 1;
    payload := one::text;
    salt := replace(gen_random_uuid()::text, '-', '');
    payload_hash := encode(sha256(convert_to(salt || payload, 'UTF8')), 'hex');
    head := encode(sha256(convert_to(head || '.' || seq || '.' || payload_hash, 'UTF8')), 'hex');
    insert into event (agency, dossier, seq, type, at, payload, salt, payload_hash, hash)
      values (p_agency, p_dossier, seq, one->>'type', (one->>'at')::timestamptz, payload, salt, payload_hash, head);
  end loop;
  return head;
end $function$;
comment on function append_events(text,uuid,integer,text,jsonb) is 'Appends to the hash chain of one dossier and answers its new head.';

CREATE OR REPLACE FUNCTION public.commit_transition(p_agency text, p_dossier uuid, p_expected integer, p_key text, p_change jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  change jsonb := p_change;
  repeated jsonb;
  standing dossier%rowtype;
  head text := '';
  answer jsonb;
begin
  perform set_config('mipp.agency', p_agency, true);
  -- The same key sent twice at once: the second waits here until the first has its answer.
  perform pg_advisory_xact_lock(hashtextextended('mipp key ' || p_agency || ' ' || p_key, 0));
  select k.answer into repeated from command_key k where k.agency = p_agency and k.key = p_key;
  if repeated is not null then return jsonb_build_object('repeated', repeated); end if;

  -- A dossier that does not exist yet has no row to lock.
  if p_expected = 0 then perform pg_advisory_xact_lock(hashtextextended('mipp dossier ' || p_dossier, 0)); end if;
  select * into standing from dossier d where d.agency = p_agency and d.dossier = p_dossier for update;
  if coalesce(standing.version, 0) <> p_expected then return jsonb_build_object('conflict', coalesce(standing.version, 0)); end if;

  if p_change->'numbers' <> '[]' then
    change := take_numbers(p_agency, p_change->'numbers', p_change::text)::jsonb;
  end if;
  if p_expected = 0 then
    insert into dossier select * from jsonb_populate_record(null::dossier, change->'dossier' || '{"head_hash": ""}');
  end if;
  head := append_events(p_agency, p_dossier, p_expected, coalesce(standing.head_hash, ''), change->'events');
  update dossier d set
      edition = r.edition, version = r.version, head_hash = head, status = r.status, subject = r.subject, urgency = r.urgency, secrecy = r.secrecy,
      agenda_number = r.agenda_number, search_text = r.search_text, ended_at = r.ended_at, due_at = r.due_at, changed_at = r.changed_at
    from jsonb_populate_record(null::dossier, change->'dossier') as r
    where d.agency = p_agency and d.dossier = p_dossier;
  perform project_change(p_agency, change);
  answer := jsonb_strip_nulls(jsonb_build_object(
    'dossier', p_dossier, 'version', p_expected + jsonb_array_length(change->'events'), 'number', change->'dossier'->>'number',
    'fingerprint', change->>'fingerprint'));
  insert into command_key (agency, key, dossier, answer, at) values (p_agency, p_key, p_dossier, answer, (change->'dossier'->>'changed_at')::timestamptz);
  return jsonb_build_object('done', answer);
end $function$;
comment on function commit_transition(text,uuid,integer,text,jsonb) is 'Appends, projects, numbers and queues in one statement; answers done, repeated or conflict. Open pages are told afterwards.';

CREATE OR REPLACE FUNCTION public.count_desk(p_agency text, p_person uuid, p_posts text[], p_most integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('mipp.agency', p_agency, true);
  return (select count(distinct w.task)::integer from unnest(p_posts) as mine (post), lateral (
    select i.task from waiting i
    where i.agency = p_agency and i.post = mine.post and (i.taken_by is null or i.taken_by = p_person) limit p_most) as w);
end $function$;
comment on function count_desk(text,uuid,text[],integer) is 'How many tasks somebody may begin or go on with, counted up to p_most for each post: for the menu of every page, in one round trip.';

CREATE OR REPLACE FUNCTION public.count_office_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into office_change as c (agency, changes) values (coalesce(new.agency, old.agency), 1)
    on conflict (agency) do update set changes = c.changes + 1;
  return null;
end $function$;
comment on function count_office_change() is 'Whoever changes the office next waits for the one before, so that no count is lost.';

CREATE OR REPLACE FUNCTION public.count_waiting(p_agency text, p_posts text[], p_most integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('mipp.agency', p_agency, true);
  return (select count(distinct w.task)::integer from unnest(p_posts) as mine (post), lateral (
    select i.task from waiting i where i.agency = p_agency and i.post = mine.post limit p_most) as w);
end $function$;
comment on function count_waiting(text,text[],integer) is 'How many tasks wait for some posts, counted up to p_most for each post.';

CREATE OR REPLACE FUNCTION public.current_agency()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('mipp.agency'::text, true), ''::text);
comment on function current_agency() is 'The agency this transaction works for; row-level security compares with it.';

CREATE OR REPLACE FUNCTION public.edition_changes(p_agency text)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('mipp.agency', p_agency, true);
  return (select c.changes from edition_change c where c.agency = p_agency);
end $function$;
comment on function edition_changes(text) is 'How often the editions of an agency have changed, in one round trip.';

CREATE OR REPLACE FUNCTION public.files_in_use(p_files text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select wanted.file from unnest(p_files) as wanted (file)
    where exists (select from paper where paper.sha256 = wanted.file)
      or exists (select from upload where upload.sha256 = wanted.file)
      or wanted.file in (
        select one -> 'paper' ->> 'sha256' from draft, jsonb_array_elements(draft.files) as one
        union all
        select one -> 'paper' ->> 'sha256' from report_form, jsonb_array_elements(report_form.files) as one
        union all
        select one ->> 'sha256' from parked_form, jsonb_array_elements(parked_form.files) as one
      )
  $function$;
comment on function files_in_use(text[]) is 'Which of these files (by SHA-256) any row of any agency refers to: the file store is shared, so row-level security must not hide one.';

CREATE OR REPLACE FUNCTION public.find_session(p_agency text, p_token_hash text, p_now timestamp with time zone, p_today date, p_idle_since timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
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
  return facts || jsonb_build_object('csrf', standing.csrf, 'hat', standing.hat);
end $function$;
comment on function find_session(text,text,timestamp with time zone,date,timestamp with time zone) is 'Who is signed in by this session, or null when it has ended; notes its use once a minute at most.';

CREATE OR REPLACE FUNCTION public.find_token(p_agency text, p_token_hash text, p_now timestamp with time zone, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
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
end $function$;
comment on function find_token(text,text,timestamp with time zone,date) is 'For whom this token acts and how far, or null: unknown, expired, revoked, or the account is not active; notes its use once a minute at most.';

CREATE OR REPLACE FUNCTION public.is_involved(p_agency text, p_dossier uuid, p_posts text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    select exists (select from task t where t.agency = p_agency and t.dossier = p_dossier and t.posts && p_posts)
      or exists (select from event e where e.agency = p_agency and e.dossier = p_dossier and e.type = 'disposed'
        and e.payload::jsonb->'to' ?| p_posts)
  $function$;
comment on function is_involved(text,uuid,text[]) is 'Posts that had a task on a dossier or were named in a disposition: to them what is restricted or secret is open.';

CREATE OR REPLACE FUNCTION public.keep_editions_apart()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- One at a time per agency: who changes editions next waits here and then sees what the one before has done;
  -- whoever looks with an older snapshot is thrown out by PostgreSQL.
  insert into edition_change as c (agency, changes) values (new.agency, 1) on conflict (agency) do update set changes = c.changes + 1;
  if new.in_force_from is not null and new.in_force_from < coalesce(new.in_force_to, 'infinity') and exists (
    select from procedure_edition e
    where e.agency = new.agency and e.procedure = new.procedure and e.edition <> new.edition
      and e.in_force_from < coalesce(e.in_force_to, 'infinity')
      and e.in_force_from < coalesce(new.in_force_to, 'infinity') and new.in_force_from < coalesce(e.in_force_to, 'infinity')
  ) then
    raise exception 'two editions of % would be in force at once', new.procedure
      using errcode = 'exclusion_violation', constraint = 'procedure_edition_one_in_force';
  end if;
  return null;
end $function$;
comment on function keep_editions_apart() is 'Never two editions of a procedure in force on one day, however many publish at once.';

CREATE OR REPLACE FUNCTION public.keep_passed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from passed p where p.agency = new.agency and p.dossier = new.dossier;
  return null;
end $function$;
comment on function keep_passed() is 'At its end a dossier waits for nobody.';

CREATE OR REPLACE FUNCTION public.keep_search_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into search_entry (agency, dossier, client, secrecy, submitted_at, words)
    values (new.agency, new.dossier, new.client, new.secrecy, new.submitted_at, search_words(new.search_text))
    on conflict (agency, dossier) do update set secrecy = excluded.secrecy, words = excluded.words;
  return null;
end $function$;
comment on function keep_search_entry() is 'The words are made anew only when the text has changed, which most transitions do not do.';

CREATE OR REPLACE FUNCTION public.keep_waiting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.closed_at is null then
    delete from waiting w where w.agency = new.agency and w.task = new.task and w.post <> all (new.posts);
    insert into waiting (agency, task, post, dossier, due_at, opened_at, taken_by, step, procedure, client, urgency, submitted_at)
      select distinct new.agency, new.task, p.post, new.dossier, coalesce(new.due_at, 'infinity'), new.opened_at, new.taken_by,
        new.step, d.procedure, d.client, d.urgency, d.submitted_at
      from dossier d, unnest(new.posts) as p (post) where d.agency = new.agency and d.dossier = new.dossier
      on conflict (agency, task, post) do update set due_at = excluded.due_at, taken_by = excluded.taken_by, step = excluded.step;
  else
    delete from waiting w where w.agency = new.agency and w.task = new.task;
    if new.outcome in ('finished', 'returned') then
      insert into passed (agency, post, dossier, passed_at)
        select distinct new.agency, p.post, new.dossier, new.closed_at
        from dossier d, unnest(new.posts) as p (post)
        where d.agency = new.agency and d.dossier = new.dossier and d.status = 'open'
        on conflict (agency, post, dossier) do update set passed_at = excluded.passed_at;
    end if;
  end if;
  return null;
end $function$;
comment on function keep_waiting() is 'A trigger, because it sees what a task was before: most changes of a task change nothing here.';

CREATE OR REPLACE FUNCTION public.keep_waiting_graded()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update waiting w set urgency = new.urgency from task t
    where t.agency = new.agency and t.dossier = new.dossier and t.closed_at is null and w.agency = t.agency and w.task = t.task;
  return null;
end $function$;
comment on function keep_waiting_graded() is 'How urgent a letter is can be said while tasks of it wait.';

CREATE OR REPLACE FUNCTION public.living_changes(p_agency text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('mipp.agency', p_agency, true);
  return coalesce((select c.changes from edition_change c where c.agency = p_agency), 0)
    || '.' || coalesce((select c.changes from office_change c where c.agency = p_agency), 0);
end $function$;
comment on function living_changes(text) is 'How often editions and office of an agency have changed, in one round trip.';

CREATE OR REPLACE FUNCTION public.load_dossier(p_agency text, p_dossier uuid, p_key text)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  loaded jsonb;
begin
  perform set_config('mipp.agency', p_agency, true);
  select jsonb_build_object(
    'procedure', d.procedure, 'edition', d.edition, 'version', d.version,
    'events', (select jsonb_agg(e.payload::jsonb order by e.seq) from event e where e.agency = p_agency and e.dossier = p_dossier),
    'answered', (select k.answer from command_key k where k.agency = p_agency and k.key = p_key)
  ) into loaded
  from dossier d where d.agency = p_agency and d.dossier = p_dossier;
  if loaded is null then
    select jsonb_build_object('answered', k.answer) into loaded from command_key k where k.agency = p_agency and k.key = p_key;
  end if;
  return loaded;
end $function$;
comment on function load_dossier(text,uuid,text) is 'Everything a decision needs of one dossier, and the answer this idempotency key already got.';

CREATE OR REPLACE FUNCTION public.load_for_command(p_agency text, p_dossier uuid, p_key text, p_client text)
 RETURNS json
 LANGUAGE plpgsql
AS $function$
declare
  loaded json;
begin
  perform set_config('mipp.agency', p_agency, true);
  select json_build_object(
    'dossier', case when d.dossier is not null then json_build_object(
      'procedure', d.procedure, 'edition', d.edition,
      'events', (select json_agg(e.payload::json order by e.seq) from event e where e.agency = p_agency and e.dossier = p_dossier)) end,
    'clientName', (select c.name from client c where c.agency = p_agency and c.client = coalesce(d.client, p_client)),
    'answered', (select k.answer from command_key k where k.agency = p_agency and k.key = p_key),
    'changes', living_changes(p_agency)
  ) into loaded
  from (select) as always left join dossier d on d.agency = p_agency and d.dossier = p_dossier;
  return loaded;
end $function$;
comment on function load_for_command(text,uuid,text,text) is 'Everything a decision needs: the events of a dossier, the name of its client (of the one given, for a new dossier), the answer this idempotency key already got, and whether the copy of the office is behind.';

CREATE OR REPLACE FUNCTION public.month_of(p_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ('m'::text || ((((EXTRACT(year FROM (p_at AT TIME ZONE 'UTC'::text)) * (100)::numeric) + EXTRACT(month FROM (p_at AT TIME ZONE 'UTC'::text))))::integer)::text);
comment on function month_of(timestamp with time zone) is 'Written before a word. It begins with a letter: digits before "e5x" would be read as a number with an exponent.';

CREATE OR REPLACE FUNCTION public.month_words(p_at timestamp with time zone, p_words tsvector)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 10000
RETURN array_to_tsvector(ARRAY(SELECT (month_of(month_words.p_at) || "left"(one.word, 60)) FROM unnest(tsvector_to_array(month_words.p_words)) one(word)));
comment on function month_words(timestamp with time zone,tsvector) is 'Each word with its month in front. Nothing longer than 60 letters is asked for; its cost keeps the planner from making them for each row.';

CREATE OR REPLACE FUNCTION public.names_in(p_text text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT regexp_replace(one.found[1], '[.-]+'::text, ' '::text, 'g'::text) AS regexp_replace FROM regexp_matches(lower(names_in.p_text), '(?:^|\s)([a-z0-9-]+(?:\.[a-z0-9-]+)+)'::text, 'g'::text) one(found));
comment on function names_in(text) is 'The domain names in a text, their parts divided by a space as whoever asks writes them.';

CREATE OR REPLACE FUNCTION public.open_dossiers_naming(p_agency text, p_name text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select d.dossier from dossier d
    where d.agency = p_agency and p_agency = current_agency() and d.status = 'open' and names_in(d.search_text) @> array[p_name]
    order by d.submitted_at limit 50
  $function$;
comment on function open_dossiers_naming(text,text) is 'Running dossiers that speak of a name; whether they want it stands in their forms.';

CREATE OR REPLACE FUNCTION public.person_facts(p_agency text, p_person uuid, p_today date)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
AS $function$
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
      select jsonb_agg(jsonb_build_object('client', b.client, 'name', c.name, 'kind', c.kind) order by b.client)
      from membership b join client c on c.agency = b.agency and c.client = b.client
      where b.agency = p_agency and b.person = p_person and c.is_approved), '[]')
  ) into facts
  from person p where p.agency = p_agency and p.person = p_person and p.state = 'active';
  return facts;
end $function$;
comment on function person_facts(text,uuid,date) is 'What decides what a person may on a day: mandates and clients; null unless the account is active.';

CREATE OR REPLACE FUNCTION public.project_change(p_agency text, p_change jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  -- Beginning a statement costs more than asking whether it has anything to do, and most have not.
  if p_change->'tasks' <> '[]' then
    insert into task
      select * from jsonb_populate_recordset(null::task, p_change->'tasks')
      on conflict (agency, task) do update set
        step = excluded.step, posts = excluded.posts, for_applicant = excluded.for_applicant,
        taken_by = excluded.taken_by, closed_at = excluded.closed_at, outcome = excluded.outcome, due_at = excluded.due_at,
        waits_for_effect = excluded.waits_for_effect, failure = excluded.failure;
  end if;
  if p_change->'agenda' <> '[]' then
    insert into agenda select * from jsonb_populate_recordset(null::agenda, p_change->'agenda')
      on conflict (agency, year, number) do update set urgency = excluded.urgency, secrecy = excluded.secrecy, received_on = excluded.received_on,
        letter_number = excluded.letter_number, letter_on = excluded.letter_on, subject = excluded.subject;
  end if;
  if p_change->'papers' <> '[]' then
    insert into paper select * from jsonb_populate_recordset(null::paper, p_change->'papers')
      on conflict (agency, paper) do nothing;
  end if;
  if p_change->'items' <> '[]' then
    insert into register_item select * from jsonb_populate_recordset(null::register_item, p_change->'items')
      on conflict (agency, register, key) do update set dossier = excluded.dossier, columns = excluded.columns, state = excluded.state, changed_at = excluded.changed_at;
  end if;
  if p_change->'ratings' <> '[]' then
    insert into rating select * from jsonb_populate_recordset(null::rating, p_change->'ratings')
      on conflict (agency, dossier) do nothing;
  end if;
  if p_change->'jobs' <> '[]' then
    perform queue_job(j->>'task', (j->'payload')::json, j->>'key') from jsonb_array_elements(p_change->'jobs') as j;
  end if;
end $function$;
comment on function project_change(text,jsonb) is 'Brings the read tables up to the new state and queues the jobs that follow from it.';

CREATE OR REPLACE FUNCTION public.queue_job(p_task text, p_payload json, p_key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT graphile_worker.add_job(identifier => p_task, payload => p_payload, job_key => p_key, max_attempts => 12) AS add_job;
END;
comment on function queue_job(text,json,text) is 'The only way the application queues work: the queue''s own tables are closed to it.';

CREATE OR REPLACE FUNCTION public.queue_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform queue_job('release-taken', json_build_object('agency', coalesce(new.agency, old.agency)), 'release-taken:' || coalesce(new.agency, old.agency));
  return null;
end $function$;
comment on function queue_release() is 'Whoever changes who does whose work, by whatever way: what somebody had taken and can no longer do is released.';

CREATE OR REPLACE FUNCTION public.search_dossiers(p_agency text, p_words text[], p_begins text[], p_number text, p_code text, p_posts text[], p_clients text[], p_after_at timestamp with time zone, p_after_dossier uuid, p_limit integer)
 RETURNS TABLE(dossier uuid, submitted_at timestamp with time zone, is_exact boolean, found integer, are_more boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
comment on function search_dossiers(text,text[],text[],text,text,text[],text[],timestamp with time zone,uuid,integer) is 'Finds what this reader may see: exact numbers first, then the newest. `found` counts to a thousand; `are_more` when there are, or may be, more.';

CREATE OR REPLACE FUNCTION public.search_texts(p_agency text, p_terms text[], p_stems text[], p_marks text[], p_not_named text, p_posts text[], p_clients text[], p_status text, p_after_at timestamp with time zone, p_after_dossier uuid, p_from_at timestamp with time zone, p_limit integer)
 RETURNS TABLE(dossier uuid, submitted_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$;
comment on function search_texts(text,text[],text[],text[],text,text[],text[],text,timestamp with time zone,uuid,timestamp with time zone,integer) is 'Finds what this reader may see by the words of papers, the newest first. `p_not_named` leaves out those whose numbers and names have the words. A dossier may come twice.';

CREATE OR REPLACE FUNCTION public.search_words(p_text text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('simple'::regconfig, regexp_replace(lower(p_text), '[^[:alnum:]]+'::text, ' '::text, 'g'::text));
comment on function search_words(text) is 'Words and numbers of a text, so that any part of "500.12/7/XI/2026" or "arsip.demakkab.go.id" finds it.';

CREATE OR REPLACE FUNCTION public.take_numbers(p_agency text, p_numbers jsonb, p_text text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  wanted jsonb;
  taken integer;
  rendered text;
  filled text := p_text;
begin
  for wanted in select value from jsonb_array_elements(p_numbers) loop
    insert into number_series as s (agency, series, year, last)
      values (p_agency, wanted->>'series', (wanted->>'year')::integer, 1)
      on conflict (agency, series, year) do update set last = s.last + 1
      returning s.last into taken;
    rendered := replace(replace(wanted->>'pattern', '{seq4}', case when taken > 9999 then taken::text else lpad(taken::text, 4, '0') end), '{seq}', taken::text);
    filled := replace(filled, wanted->>'token', trim(both '"' from to_json(rendered)::text));
  end loop;
  return filled;
end $function$;
comment on function take_numbers(text,jsonb,text) is 'Takes each wanted number from its series and puts it where its token (a fresh random id) stands.';

CREATE OR REPLACE FUNCTION public.text_words(p_at timestamp with time zone, p_words text[], p_marks text[])
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(ARRAY(SELECT (week_of(text_words.p_at) || one.word) FROM unnest(text_words.p_words) one(word) UNION SELECT ((week_of(text_words.p_at) || '~'::text) || stem.word) FROM unnest(text_words.p_words) one(word), LATERAL unnest(ts_lexize('indonesian_stem'::regdictionary, one.word)) stem(word) WHERE ((one.word ~ '^[a-z]{4,}$'::text) AND (stem.word <> one.word)) UNION SELECT ((week_of(text_words.p_at) || '='::text) || one.mark) FROM unnest(text_words.p_marks) one(mark)));
comment on function text_words(timestamp with time zone,text[],text[]) is 'Words as they stand, their Indonesian stems behind a tilde, and by what results are narrowed behind an equals sign.';

CREATE OR REPLACE FUNCTION public.unread_notices(p_agency text, p_person uuid)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('mipp.agency', p_agency, true);
  return (select count(*)::integer from (
    select from notice n
    where n.agency = p_agency and n.person = p_person and n.read_at is null
      -- Work that is done need not be read about.
      and (n.task is null or exists (select from task t where t.agency = n.agency and t.task = n.task and t.closed_at is null))
    limit 100) as found);
end $function$;
comment on function unread_notices(text,uuid) is 'How many notices this person has not read, at most a hundred; not of work that is done already.';

CREATE OR REPLACE FUNCTION public.week_of(p_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ('w'::text || ((floor((EXTRACT(epoch FROM (p_at AT TIME ZONE 'UTC'::text)) / (604800)::numeric)))::integer)::text);
comment on function week_of(timestamp with time zone) is 'Written before a word: four digits from 1989 to 2161, so that no word can be taken for a part of it.';

CREATE OR REPLACE FUNCTION public.word_shares(p_begins text[])
 RETURNS TABLE(begins text, share real)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with known as materialized (
      select one.word, one.share
      from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as one (word, share)
      where s.schemaname = 'public' and s.tablename = 'search_entry' and s.attname = 'words'
    )
    select asked.begins, (select coalesce(sum(k.share), 0)::real from known k where starts_with(k.word, asked.begins))
    from (select distinct one.begins from unnest(p_begins) as one (begins)) as asked
    where exists (select from known)
  $function$;
comment on function word_shares(text[]) is 'In how many of all dossiers a word that begins so is expected, by the statistics of the database; nothing where it has none yet.';

CREATE OR REPLACE FUNCTION public.work_list(p_agency text, p_posts text[], p_due_at timestamp with time zone, p_opened_at timestamp with time zone, p_task uuid, p_limit integer)
 RETURNS TABLE(task uuid, dossier uuid, step text, kind text, posts text[], for_applicant boolean, taken_by uuid, opened_at timestamp with time zone, due_at timestamp with time zone, waits_for_effect boolean, number text, subject text, procedure text, edition text, urgency text, secrecy text, client text)
 LANGUAGE plpgsql
AS $function$
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
end $function$;
comment on function work_list(text,text[],timestamp with time zone,timestamp with time zone,uuid,integer) is 'The open tasks of some posts, nearest due first, in one round trip.';
