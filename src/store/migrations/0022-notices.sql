-- Who is told of what, and how it reached them: a notice for each recipient of an event, a delivery for each way.

create table notice (
  agency text not null references agency,
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
  at timestamptz not null,
  read_at timestamptz,
  primary key (agency, notice),
  constraint notice_once unique (agency, dossier, seq, recipient),
  constraint notice_person_fkey foreign key (agency, person) references person (agency, person),
  constraint notice_reader check (reader in ('applicant', 'office'))
);
comment on table notice is 'One recipient told of one event: `recipient` is a person, or who has no account (contact, reporter). Written by a job that may be repeated.';
create index notice_of_person on notice (agency, person, at desc);
create index notice_unread on notice (agency, person) where read_at is null;

create table delivery (
  agency text not null references agency,
  delivery uuid not null,
  notice uuid not null,
  channel text not null,
  state text not null,
  due_at timestamptz,
  mail uuid,
  reason jsonb,
  changed_at timestamptz not null,
  primary key (agency, delivery),
  constraint delivery_once unique (agency, notice, channel),
  constraint delivery_notice_fkey foreign key (agency, notice) references notice (agency, notice),
  constraint delivery_channel check (channel in ('in-app', 'email')),
  constraint delivery_state check (state in ('held', 'passed-on', 'skipped')),
  constraint delivery_due check ((state = 'held') = (due_at is not null))
);
comment on table delivery is 'One way on which a notice goes. Held until `due_at`, passed on (of a mail the row in `mail` says the rest), or skipped with its reason.';
create index delivery_held on delivery (agency, due_at) where state = 'held';

create table notice_choice (
  agency text not null references agency,
  person uuid not null,
  topic text not null,
  mode text not null,
  changed_at timestamptz not null,
  primary key (agency, person, topic),
  constraint notice_choice_person_fkey foreign key (agency, person) references person (agency, person),
  constraint notice_choice_mode check (mode in ('at-once', 'digest', 'in-app'))
);
comment on table notice_choice is 'How a person wants to hear of a group of occasions, where it is not the default.';

create table notice_text (
  agency text not null references agency,
  name text not null,
  version integer not null,
  words jsonb,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (agency, name, version)
);
comment on table notice_text is 'The office''s own words for a notice, in both languages; the highest version counts, and no words means the default again.';

alter table mail
  add column person uuid,
  add column topic text,
  add column thread text,
  add column page jsonb;
comment on column mail.thread is 'The subject that all mails of one dossier share, so that they stand together.';
comment on column mail.topic is 'The group of occasions that its reader may switch off.';
comment on column mail.page is 'Its parts, from which the HTML is made when it is sent.';
create index mail_of_dossier on mail (agency, dossier, made_at) where dossier is not null;

do $$
declare
  table_name text;
begin
  foreach table_name in array array['notice', 'delivery', 'notice_choice', 'notice_text'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I using (agency = current_agency()) with check (agency = current_agency())', table_name || '_of_agency', table_name);
    execute format('grant select, insert on %I to mipp_app, mipp_worker', table_name);
  end loop;
end $$;
grant update on notice, delivery, notice_choice to mipp_app, mipp_worker;
grant delete on notice_choice to mipp_app, mipp_worker;
