-- Letters of dossiers that have their number and wait for their signature are found by the post that signs them.

create index outgoing_unsigned on outgoing (agency, signatory, numbered_at) where state = 'reserved' and dossier is not null;
