-- Every process may ask which files the database has had: a program that does not know them all says so.
grant select on migration to mipp_app, mipp_worker;
-- When one was applied is said by whoever applies it, by the clock that all facts take their time from.
alter table migration alter column applied_at drop default;
