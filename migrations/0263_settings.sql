-- In what setting somebody is met, and the paper that is taken where no phone and no laptop may go. Row 177. docs/rules/sessions.md

-- A setting may tell by itself of health, care or custody (K6): it stands apart from the meeting and from the contact, with its own class. The newest that the
-- reader may see counts; null says that what was said before is taken back.
create table meeting_setting (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; 256 health, 512 offending, 1024 care where the setting tells of that.
  class integer not null check (class in (128, 256, 512, 1024)),
  appointment_id uuid,
  contact_id uuid,
  setting text check (setting in ('school', 'college', 'training-or-work', 'centre', 'community', 'street', 'hospital', 'custody', 'secure-home', 'other')),
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, appointment_id) references appointment (partnership_id, id),
  foreign key (partnership_id, contact_id) references contact (partnership_id, id),
  check (num_nonnulls(appointment_id, contact_id) = 1),
  check (setting is null or class = case setting when 'hospital' then 256 when 'custody' then 512 when 'secure-home' then 1024 else 128 end)
);
create index meeting_setting_person on meeting_setting (partnership_id, person_id);
create index meeting_setting_appointment on meeting_setting (partnership_id, appointment_id) where appointment_id is not null;
create index meeting_setting_contact on meeting_setting (partnership_id, contact_id) where contact_id is not null;
call guard_for_those_who_work('meeting_setting');

-- A sheet of paper that was printed for a meeting, until somebody says that it was destroyed.
create table paper_sheet (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (128, 256, 512, 1024)),
  appointment_id uuid not null,
  account_id uuid not null,
  aim text not null default '' check (length(aim) <= 500),
  questions text not null default '' check (length(questions) <= 2000),
  state text not null default 'out' check (state in ('out', 'typed-in', 'destroyed')),
  contact_id uuid,
  destroyed_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, appointment_id) references appointment (partnership_id, id),
  foreign key (partnership_id, contact_id) references contact (partnership_id, id),
  check ((state = 'destroyed') = (destroyed_on is not null)),
  check (state <> 'typed-in' or contact_id is not null)
);
create index paper_sheet_person on paper_sheet (partnership_id, person_id);
create index paper_sheet_appointment on paper_sheet (partnership_id, appointment_id);
create index paper_sheet_contact on paper_sheet (partnership_id, contact_id) where contact_id is not null;
create index paper_sheet_about on paper_sheet (partnership_id, account_id) where state <> 'destroyed' and sealed_at is null;
call guard_for_those_who_work('paper_sheet');

-- Whoever said it knows it, and so does whoever carries the sheet; everybody sees it only with the meeting, or the contact, that it is of.
create policy of_writer on meeting_setting for select to connexions_app using (
  partnership_id = (select app_partnership()) and recorded_by = any((select app_holders())::uuid[]));
create policy of_carrier on paper_sheet for select to connexions_app using (
  partnership_id = (select app_partnership()) and account_id = any((select app_holders())::uuid[]));
create policy with_meeting on meeting_setting as restrictive for select to connexions_app using (
  exists (select 1 from appointment a where a.partnership_id = meeting_setting.partnership_id and a.id = meeting_setting.appointment_id offset 0)
  or exists (select 1 from contact c where c.partnership_id = meeting_setting.partnership_id and c.id = meeting_setting.contact_id offset 0));
create policy with_meeting on paper_sheet as restrictive for select to connexions_app using (
  exists (select 1 from appointment a where a.partnership_id = paper_sheet.partnership_id and a.id = paper_sheet.appointment_id offset 0));
