-- Who changed is noted once for each statement and person, and no longer once for each row: a list writes hundreds of rows in
-- one statement, and each note is a row to be written, read and taken away again.

create function note_stale_added() returns trigger language plpgsql as $body$
begin
  insert into match_stale (partnership_id, person_id) select distinct c.partnership_id, c.person_id from come c;
  return null;
end $body$;

create function note_stale_changed() returns trigger language plpgsql as $body$
begin
  insert into match_stale (partnership_id, person_id)
  select c.partnership_id, c.person_id from come c union select g.partnership_id, g.person_id from gone g;
  return null;
end $body$;

create function note_stale_people() returns trigger language plpgsql as $body$
begin
  insert into match_stale (partnership_id, person_id) select c.partnership_id, c.id from come c;
  return null;
end $body$;

do $body$
declare
  own text;
begin
  foreach own in array array['person_name', 'person_address', 'person_identifier', 'person_contact_detail']
  loop
    execute format('drop trigger stale_for_matching on %I', own);
    execute format('create trigger stale_for_matching after insert on %I referencing new table as come
      for each statement execute function note_stale_added()', own);
    execute format('create trigger stale_for_matching_changed after update on %I referencing new table as come old table as gone
      for each statement execute function note_stale_changed()', own);
  end loop;
end $body$;

-- A person's own row is changed one at a time, and most of its columns say nothing to matching: those changes stay by row.
drop trigger stale_for_matching on person;
create trigger stale_for_matching after insert on person referencing new table as come for each statement execute function note_stale_people();
create trigger stale_for_matching_changed after update of state, born_on, died_on on person for each row execute function note_stale();
