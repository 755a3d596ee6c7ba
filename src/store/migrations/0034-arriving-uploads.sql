-- Files arrive in pieces ahead of the form that names them; what a malware scanner said of a file, and what was taken away.

create table upload_arriving (
  agency text not null references agency,
  upload uuid not null,
  person uuid not null,
  name text not null,
  bytes bigint not null,
  received bigint not null default 0,
  begun_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (agency, upload),
  foreign key (agency, person) references person,
  constraint upload_arriving_received check (received between 0 and bytes)
);
comment on table upload_arriving is 'A file of which some bytes have come; only the person who began it may send more. Whole and looked into it becomes an upload of the same identity.';
create index upload_arriving_of_person on upload_arriving (agency, person);

create table file_scan (
  agency text not null references agency,
  file text not null,
  state text not null,
  signature text,
  scanner text,
  asked_at timestamptz not null,
  scanned_at timestamptz,
  primary key (agency, file),
  constraint file_scan_state check (state in ('waiting', 'clean', 'infected', 'released'))
);
comment on table file_scan is 'What the malware scanner said of the bytes of a file, named by their SHA-256. Without a row nobody asked: a file of our own making, or one that came while no scanner was set.';
create index file_scan_waiting on file_scan (agency, asked_at) where state = 'waiting';

create table quarantine (
  agency text not null references agency,
  quarantine uuid not null,
  file text not null,
  name text not null,
  bytes bigint not null,
  signature text not null,
  person uuid,
  found_at timestamptz not null,
  state text not null default 'held',
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  primary key (agency, quarantine),
  foreign key (agency, person) references person,
  foreign key (agency, decided_by) references person,
  constraint quarantine_state check (state in ('held', 'released', 'destroyed')),
  constraint quarantine_decision check ((state = 'held') = (decided_at is null))
);
comment on table quarantine is 'A file in which the scanner found something: who sent it, when, what was found, and what an administrator decided. Its bytes lie apart, made harmless, and are shown to nobody.';
create unique index quarantine_held on quarantine (agency, file) where state = 'held';
create index quarantine_by_time on quarantine (agency, found_at desc);

do $$
declare
  table_name text;
begin
  foreach table_name in array array['upload_arriving', 'file_scan', 'quarantine'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('create policy %I on %I using (agency = current_agency()) with check (agency = current_agency())', table_name || '_of_agency', table_name);
  end loop;
end $$;
grant select, insert, update, delete on upload_arriving, file_scan to mipp_app, mipp_worker;
-- Who sent what, and what was found in it, stays as it was written.
grant select, insert on quarantine to mipp_app, mipp_worker;
grant update (state, decided_at, decided_by, reason) on quarantine to mipp_app, mipp_worker;
-- A person takes back what they have sent before a form named it.
grant delete on upload to mipp_app;
