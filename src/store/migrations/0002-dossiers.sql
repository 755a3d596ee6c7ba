-- Dossiers: the chain of events, and the rows that lists and pages read.

create table dossier (
  agency text not null references agency,
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
  status text not null constraint dossier_status check (status in ('open', 'finished', 'rejected', 'withdrawn')),
  subject text not null,
  urgency text,
  secrecy text,
  agenda_number text,
  search_text text not null,
  submitted_at timestamptz not null,
  ended_at timestamptz,
  due_at timestamptz,
  changed_at timestamptz not null,
  primary key (agency, dossier),
  foreign key (agency, procedure, edition) references procedure_edition,
  foreign key (agency, client) references client
);
comment on table dossier is 'One request as lists show it; a projection of its events, but for version and head_hash, which guard the chain.';
create unique index dossier_number on dossier (agency, number);
create unique index dossier_tracking_code on dossier (agency, tracking_code);
create index dossier_of_client on dossier (agency, client, submitted_at desc);
create index dossier_by_time on dossier (agency, submitted_at desc, dossier);

create function search_words(p_text text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('simple', regexp_replace(lower(p_text), '[^[:alnum:]]+', ' ', 'g'));
comment on function search_words is 'Words and numbers of a text, so that any part of "500.12/7/XI/2026" or "arsip.demakkab.go.id" finds it.';
create index dossier_search on dossier using gin (search_words(search_text));

create table event (
  agency text not null,
  dossier uuid not null,
  seq integer not null,
  type text not null,
  at timestamptz not null,
  payload text,
  salt text,
  payload_hash text not null,
  hash text not null,
  primary key (agency, dossier, seq),
  foreign key (agency, dossier) references dossier
);
comment on table event is 'What happened, append-only. hash = sha256(previous hash, seq, payload_hash); payload_hash = sha256(salt, payload). A payload may be destroyed by law and the chain still verifies.';

create table command_key (
  agency text not null,
  key text not null,
  dossier uuid not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (agency, key)
);
comment on table command_key is 'Idempotency: the answer a command got, so that a double submit is answered alike and done once.';

create table task (
  agency text not null,
  task uuid not null,
  dossier uuid not null,
  step text not null,
  kind text not null constraint task_kind check (kind in ('main', 'attention', 'initial')),
  posts text[] not null,
  for_applicant boolean not null,
  taken_by uuid,
  opened_at timestamptz not null,
  due_at timestamptz,
  closed_at timestamptz,
  outcome text,
  waits_for_effect boolean not null,
  failure jsonb,
  primary key (agency, task),
  foreign key (agency, dossier) references dossier
);
comment on table task is 'A person being waited for is a row here. Overdue is derived from due_at, never stored.';
create index task_open_by_post on task using gin (posts) where closed_at is null;
create index task_open_by_time on task (agency, opened_at, task) where closed_at is null;
create index task_of_dossier on task (agency, dossier);

create table number_series (
  agency text not null references agency,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (agency, series, year)
);
comment on table number_series is 'Gapless numbers per series and year: taken inside the commit, so a number exists only with its event.';

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
  entered_at timestamptz not null,
  primary key (agency, year, number),
  foreign key (agency, dossier) references dossier
);
comment on table agenda is 'The book of incoming letters (buku agenda surat masuk).';

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
  filed_at timestamptz not null,
  primary key (agency, paper),
  foreign key (agency, dossier) references dossier
);
comment on table paper is 'A paper of a dossier; its bytes lie in the file store under their SHA-256.';
create index paper_of_dossier on paper (agency, dossier);
create unique index paper_check_code on paper (agency, check_code) where check_code is not null;

create table register_item (
  agency text not null,
  register text not null,
  key text not null,
  dossier uuid not null,
  columns jsonb not null,
  state text not null constraint register_item_state check (state in ('active', 'retired')),
  since timestamptz not null,
  changed_at timestamptz not null,
  primary key (agency, register, key),
  foreign key (agency, dossier) references dossier
);
comment on table register_item is 'A thing the office looks after: a subdomain, a hosting space. The dossier is the last that changed it.';

create table secret (
  agency text not null,
  secret uuid not null,
  dossier uuid not null,
  label text not null,
  sealed bytea,
  made_at timestamptz not null,
  opened_at timestamptz,
  opened_by uuid,
  primary key (agency, secret),
  foreign key (agency, dossier) references dossier
);
comment on table secret is 'An initial password, sealed with the key of the installation; wiped when it has been read once.';

create table rating (
  agency text not null,
  dossier uuid not null,
  score integer not null constraint rating_score check (score between 1 and 4),
  comment text not null,
  at timestamptz not null,
  primary key (agency, dossier),
  foreign key (agency, dossier) references dossier
);
comment on table rating is 'How the applicant found the service, one to four.';

create table mail (
  agency text not null references agency,
  mail uuid not null,
  once text not null,
  dossier uuid,
  to_address text not null,
  subject text not null,
  body text not null,
  state text not null constraint mail_state check (state in ('waiting', 'sent', 'failed')),
  reason jsonb,
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (agency, mail)
);
comment on table mail is 'Outgoing mail; `once` names the occasion, so that a retried job does not write twice.';
create unique index mail_once on mail (agency, once);
create index mail_by_time on mail (agency, made_at desc);

create table daily_root (
  agency text not null references agency,
  on_day date not null,
  dossiers integer not null,
  root text not null,
  sealed_at timestamptz not null,
  primary key (agency, on_day)
);
comment on table daily_root is 'Hash over the heads of all dossiers at the end of a day: a chain whose tail was cut no longer fits.';
