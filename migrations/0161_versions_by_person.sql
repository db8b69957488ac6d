-- Joining two records moves what was said of contacts before, by whom it is about: without an index all of it was read each time.
create index contact_version_person on contact_version (partnership_id, person_id);
