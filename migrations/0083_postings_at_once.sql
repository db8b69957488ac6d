-- Two people save the same posting at the same instant: the constraint was asked at the end of the transaction, where nothing
-- but the trouble page could be said. Asked at once, the second waits for the first and then enters nothing.
alter table deployment drop constraint deployment_once;
alter table deployment add constraint deployment_once exclude using gist
  (partnership_id with =, account_id with =, organisation_id with =, daterange(started_on, finished_on) with &&);
alter table cover drop constraint cover_once;
alter table cover add constraint cover_once exclude using gist
  (partnership_id with =, away_id with =, account_id with =, daterange(started_on, finished_on) with &&);
alter table tracking_assignment drop constraint tracking_assignment_once;
alter table tracking_assignment add constraint tracking_assignment_once exclude using gist
  (partnership_id with =, list_id with =, account_id with =, daterange(started_on, finished_on) with &&);
