-- "View as": in a partnership that holds nobody real, somebody who may looks for an hour through a colleague's eyes (docs/decisions/0044).
alter table session add column viewing_as uuid, add column viewing_since timestamptz,
  add constraint session_viewing check ((viewing_as is null) = (viewing_since is null)),
  add constraint session_viewing_as foreign key (partnership_id, viewing_as) references membership (partnership_id, id);
