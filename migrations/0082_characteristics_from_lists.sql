-- Lists bring characteristics. What a row says of one whose class data officers do not see (care, family, health) lies apart
-- until it is applied: the program cannot read it on the way, whoever asks; only its house can. docs/rules/intake.md

create table intake_held (
  partnership_id uuid not null,
  run_id uuid not null,
  row_number integer not null,
  code text not null check (length(code) between 1 and 40),
  class integer not null check (class > 0),
  said boolean,
  primary key (partnership_id, run_id, row_number, code),
  foreign key (partnership_id, run_id, row_number) references intake_row (partnership_id, run_id, row_number) on delete cascade
);
alter table intake_held enable row level security;
create policy worked on intake_held for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert, update on intake_held to connexions_worker;

alter table intake_effect drop constraint intake_effect_table_name_check;
alter table intake_effect add constraint intake_effect_table_name_check check (table_name in ('person', 'person_name', 'person_detail', 'person_address',
  'person_contact_detail', 'person_adult', 'person_identifier', 'person_characteristic', 'enrolment', 'activity_spell', 'access_member')) not valid;
alter table intake_effect validate constraint intake_effect_table_name_check;
-- That a list of one row changed a characteristic tells of it: the way back of these is for the house alone.
create policy without_characteristics on intake_effect as restrictive for select to connexions_app using (table_name <> 'person_characteristic');
