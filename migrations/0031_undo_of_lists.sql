-- The way back of a list: which course it replaced, whom it put on a roll or took off, and what the partner had said before.
alter table intake_effect drop constraint intake_effect_kind_check, drop constraint intake_effect_table_name_check;
alter table intake_effect
  add constraint intake_effect_kind_check check (kind in ('added', 'replaced', 'changed')),
  add constraint intake_effect_table_name_check check (table_name in ('person', 'person_name', 'person_detail', 'person_address', 'person_contact_detail',
    'person_adult', 'person_identifier', 'enrolment', 'activity_spell', 'access_member')),
  add column before jsonb;
-- What was replaced tells of people: it is for those who see identities across the partnership, and the worker.
drop policy own on intake_effect;
call guard_intake_table('intake_effect');

alter table source_row
  add column before_content jsonb,
  add column before_run_id uuid,
  add column before_state text;
