-- A dossier whose people were told of it could not be destroyed: its notices have deliveries, and a digest repeats their words.

create function forget_notice() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
begin
  -- A mail of one dossier is deleted with it; one that tells of several keeps that it was sent, and when.
  update mail m set subject = 'Ringkasan / Digest', page = null, thread = null,
      body = '(Isi dihapus: memuat berkas yang sudah dimusnahkan. / Removed: it told of a dossier that has been destroyed.)'
    from delivery d
    where d.agency = old.agency and d.notice = old.notice and m.agency = old.agency and m.mail = d.mail and m.dossier is null;
  delete from delivery where agency = old.agency and notice = old.notice;
  return old;
end $$;
comment on function forget_notice() is 'A trigger, because whatever destroys a dossier deletes its notices: what told of them goes in the same commit.';
create trigger forget_notice before delete on notice for each row execute function forget_notice();
