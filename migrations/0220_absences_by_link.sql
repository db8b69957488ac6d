-- A place of learning without accounts tells of one young person by a one-time link. Row 302; docs/rules/tracking.md

alter table secure_link
  -- The place it is for, where it is for telling of an absence.
  add column organisation_id uuid,
  -- The day the young person was told of it and was all right with it: without that none is made.
  add column known_on date;
alter table secure_link add foreign key (partnership_id, organisation_id) references organisation (partnership_id, id);
alter table secure_link drop constraint secure_link_kind_check;
alter table secure_link add constraint secure_link_kind_check check (kind in ('plan', 'letter', 'agency', 'adult', 'absence')) not valid;
alter table secure_link validate constraint secure_link_kind_check;
-- Where they learn, or what the name of a place tells of besides (K6).
alter table secure_link drop constraint secure_link_class_check;
alter table secure_link add constraint secure_link_class_check check (class in (4, 64, 128, 256, 512, 1024, 65536)) not valid;
alter table secure_link validate constraint secure_link_class_check;
alter table secure_link drop constraint secure_link_of_check;
alter table secure_link add constraint secure_link_of_check check ((kind in ('plan', 'adult', 'absence')) = (referral_id is null)) not valid;
alter table secure_link validate constraint secure_link_of_check;
alter table secure_link drop constraint secure_link_for_check;
alter table secure_link add constraint secure_link_for_check check ((kind in ('agency', 'absence')) = (for_name <> '')) not valid;
alter table secure_link validate constraint secure_link_for_check;
-- To a place it opens nothing of the record, as to an agency: it tells, and is told a given name by the house.
alter table secure_link drop constraint secure_link_classes_check;
alter table secure_link add constraint secure_link_classes_check check (
  case when referral_id is null and kind <> 'absence' then classes & 1 = 1 and classes & (512 | 4096 | 8192 | 16384 | 65536 | 131072) = 0
  else classes = 0 end) not valid;
alter table secure_link validate constraint secure_link_classes_check;
alter table secure_link add constraint secure_link_absence_check check (
  (kind = 'absence') = (organisation_id is not null) and (kind = 'absence') = (known_on is not null)) not valid;
alter table secure_link validate constraint secure_link_absence_check;

-- Who told by a link; told_by is that link then. Empty where somebody with an account told.
alter table absence_report add column told_name text not null default '' check (length(told_name) <= 120);
