-- Who with training in assessing looked at an assessment with an adviser who has none on record, before it was agreed; or that nobody did, and why. Row 189.
-- docs/rules/assessment.md
alter table assessment
  add column looked_with uuid,
  add column looked_why text not null default '' check (length(looked_why) <= 500),
  add constraint assessment_looked_one check (looked_with is null or looked_why = ''),
  add constraint assessment_looked_agreed check (state = 'agreed' or (looked_with is null and looked_why = ''));
