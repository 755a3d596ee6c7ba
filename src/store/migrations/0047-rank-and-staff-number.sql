-- What stands under the name of whoever signs a letter: rank and staff number (NIP), as the administrator writes them.

alter table person add column rank text not null default '', add column nip text not null default '';
alter table person
  add constraint person_rank check (length(rank) <= 80),
  add constraint person_nip check (nip = '' or nip ~ '^[0-9]{18}$');
comment on column person.rank is 'Pangkat and golongan as printed, e.g. Pembina (IV/a); empty where there is none.';
comment on column person.nip is 'Eighteen digits without spaces; empty where there is none. Shown to administrators and on letters alone.';

drop trigger person_changes on person;
create trigger person_changes after update on person for each row
  when (old.name is distinct from new.name or old.state is distinct from new.state
    or old.rank is distinct from new.rank or old.nip is distinct from new.nip)
  execute function count_office_change();
