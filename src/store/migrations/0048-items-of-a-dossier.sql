-- What a dossier left in the registers is named on the record that destroys it: found without reading all of them.
create index register_item_of_dossier on register_item (agency, dossier);
