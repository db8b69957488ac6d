-- Who read by a secure link what was about somebody else has no account to be told by: the log says for whom, so that somebody tells them (K9).
alter table breach add column read_by_link text[] not null default '{}' check (cardinality(read_by_link) <= 50);
