-- The tables that triggers keep stand under the same rule as all others, for writing too, and nobody calls their functions.
alter policy waiting_of_agency on waiting with check (agency = current_agency());
alter policy search_entry_of_agency on search_entry with check (agency = current_agency());
revoke execute on function keep_waiting() from public;
revoke execute on function keep_search_entry() from public;
