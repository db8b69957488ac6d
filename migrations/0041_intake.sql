-- Lists in, second part: stopping while a list applies, agreements that are looked at again, an objection asked again at 16, and two
-- records that may be one person.

-- A list that is stopped while it applies is taken back before it counts as cancelled.
alter table intake_run drop constraint intake_run_state_check;
alter table intake_run add constraint intake_run_state_check check (state in ('mapping', 'reading', 'ready', 'applying', 'stopping', 'applied', 'undoing',
  'undone', 'cancelled', 'refused', 'failed'));

-- An agreement that was looked at again is a new version; the one before stays.
alter table partner_agreement add column instead_of uuid;
alter table partner_agreement add constraint partner_agreement_instead_of foreign key (partnership_id, instead_of)
  references partner_agreement (partnership_id, id);

-- An objection under section 72 is a fact about the person, with who said so and when: a list can bring it, and at 16 it is asked again.
alter table person_detail drop constraint person_detail_field_check;
alter table person_detail add constraint person_detail_field_check check (field in ('born-on', 'sex', 'gender', 'pronouns', 'ethnicity', 'first-language',
  'interpreter', 'died-on', 'support-level', 'correspondence-language', 'objection'));
-- The clock looks for them several times a minute.
create index person_detail_objection on person_detail (partnership_id, person_id) where field = 'objection' and value = 'on-list' and replaced_at is null;
insert into person_detail (partnership_id, id, person_id, origin_person_id, class, field, value, source_kind, source_organisation_id, said_on, recorded_at)
select distinct on (s.partnership_id, s.person_id) s.partnership_id, gen_random_uuid(), s.person_id, s.origin_person_id, 4, 'objection', 'on-list', 'partner-list',
  s.organisation_id, r.made_at::date, r.made_at
from source_row s join intake_run r on r.partnership_id = s.partnership_id and r.id = s.last_run_id
where s.state <> 'withdrawn' and s.content ->> 'objection' = 'true'
order by s.partnership_id, s.person_id, r.made_at desc;

-- Questions that no list asked: whether an objection still stands, and whether two records are one person.
alter table intake_question alter column organisation_id drop not null;
alter table intake_question alter column run_id drop not null;
alter table intake_question drop constraint intake_question_kind_check;
alter table intake_question add constraint intake_question_kind_check check (kind in ('who', 'gone', 'objection', 'alike'));
alter table intake_question add constraint intake_question_asked_by_list check (
  (kind in ('who', 'gone')) = (run_id is not null) and (run_id is null) = (organisation_id is null));
alter table intake_question drop constraint intake_question_state_check;
alter table intake_question add constraint intake_question_state_check check (state in ('open', 'kept', 'answered', 'withdrawn'));
alter table intake_question drop constraint intake_question_answer_check;
alter table intake_question add constraint intake_question_answer_check check (answer in ('this-person', 'new-person', 'left', 'still-here', 'do-not-know',
  'own-objection', 'objection-withdrawn', 'two-people', 'for-joining'));
alter table intake_question
  add column said_on date,
  add column said_by text check (length(said_by) between 1 and 200);
create index intake_question_people on intake_question using gin (person_ids);

-- A demo is furnished when all of it is there: one that was cut off is made anew.
alter table app.installation add column furnished_at timestamptz;
update app.installation set furnished_at = made_at where kind = 'demo' and exists (select from partnership);
