-- Which parts a record has ever had: a record reads twenty tables of which most are empty for most young people, and asking an empty one costs as much as another.
-- Written by triggers alone, only ever added to. The program asks no table for a part that was never there; it shows none of it. Decision 0065. docs/rules/people.md
create table person_part (
  partnership_id uuid not null,
  person_id uuid not null,
  -- A table with rows about them, by its name.
  part text not null,
  primary key (partnership_id, person_id, part),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
alter table person_part enable row level security;
do $body$
begin
  execute format('create policy seen on person_part for select to connexions_app using (%s)', seen_policy('person_part', '1', 'person_id'));
end $body$;
create policy added on person_part for insert to connexions_app with check (partnership_id = (select app_partnership()));
create policy worked on person_part for all to connexions_worker using (partnership_id = (select app_partnership()));
create policy followed on person_part for insert to connexions_grants with check (partnership_id = (select app_partnership()));
grant select, insert on person_part to connexions_app, connexions_worker;
grant insert on person_part to connexions_grants;

-- With the rights of whoever writes the row: they write both.
create function note_part() returns trigger language plpgsql set search_path = app, pg_temp as $body$
begin
  insert into person_part (partnership_id, person_id, part) select distinct a.partnership_id, a.person_id, tg_table_name from added a on conflict do nothing;
  return null;
end $body$;
create function note_part_moved() returns trigger language plpgsql set search_path = app, pg_temp as $body$
begin
  insert into person_part (partnership_id, person_id, part) values (new.partnership_id, new.person_id, tg_table_name) on conflict do nothing;
  return null;
end $body$;

-- Notes of one table which records have rows in it, those that are there and those to come; also when a row goes to another record.
create procedure note_parts_of(target regclass) language plpgsql as $body$
begin
  execute format('create trigger part_noted after insert on %s referencing new table as added for each statement execute function note_part()', target);
  execute format('create trigger part_moved after update of person_id on %s for each row when (old.person_id is distinct from new.person_id)
    execute function note_part_moved()', target);
  execute format('insert into person_part (partnership_id, person_id, part) select distinct partnership_id, person_id, %L from %s on conflict do nothing',
    (select relname from pg_class where oid = target), target);
end $body$;

do $body$
declare
  noted text;
begin
  foreach noted in array array['absence_report', 'application', 'assessment', 'capacity_decision', 'confidentiality_reading', 'group_expected', 'hand_over', 'letter',
    'meeting_run', 'panel_item', 'pathway', 'plan_agreement', 'plan_log', 'programme_place', 'referral', 'school_ask', 'talk', 'transfer_request']
  loop
    call note_parts_of(noted::regclass);
  end loop;
end $body$;
