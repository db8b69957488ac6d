-- Who confirmed what somebody does: only what they, a parent or carer, a place of learning, an employer or another council says verifies it.
-- Empty for what was on record before this was asked. docs/rules/tracking.md

alter table activity_spell add column verified_by text
  check (verified_by in ('young-person', 'adult', 'provider', 'employer', 'council'));
