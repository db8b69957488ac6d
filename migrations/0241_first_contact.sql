-- The clock of the first contact: from the day somebody leads for a young person, so many working days by level of support. Who was told that it is late stands with
-- the lead it is about. Row 259. docs/rules/sessions.md
alter table lead_adviser
  add column chased_at timestamptz,
  add column escalated_at timestamptz;
create index lead_adviser_first on lead_adviser (partnership_id, started_on) where finished_on is null and escalated_at is null;
