-- Under which identity a provider of electronic certificates knows a person: sealed, found by its mark, never shown in full.

create table signer (
  agency text not null,
  person uuid not null,
  sealed bytea not null,
  mark text not null,
  hint text not null,
  changed_at timestamptz not null,
  constraint signer_pkey primary key (agency, person),
  constraint signer_person_fkey foreign key (agency, person) references person (agency, person),
  constraint signer_mark unique (agency, mark)
);
comment on table signer is 'NIK or e-mail of a person at the provider of certificates, sealed with the key of the installation. `mark` is a keyed hash, so that nobody signs under the identity of another.';
alter table signer enable row level security;
create policy signer_of_agency on signer using (agency = current_agency()) with check (agency = current_agency());
grant select, insert, update, delete on signer to mipp_app;
