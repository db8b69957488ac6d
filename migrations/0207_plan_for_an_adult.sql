-- A way in for a parent or carer: what the young person lets them read of the plan, by a one-time link (K11). Decision 0048; docs/rules/plans.md

alter table secure_link
  -- The adult on record it is for. No key: whoever may not see adults may make no such link, and what is replaced or taken off ends it.
  add column adult_id uuid,
  -- What of the plan the young person was shown: each goal and step with its version. It opens that, and nothing that was added or reworded since (K2).
  add column adult_shown text[],
  -- Why they may read it: the young person said yes, or could not decide it and this adult decides (K11).
  add column adult_basis text check (adult_basis in ('agreed', 'decided-for'));
alter table secure_link drop constraint secure_link_kind_check;
alter table secure_link add constraint secure_link_kind_check check (kind in ('plan', 'letter', 'agency', 'adult')) not valid;
alter table secure_link validate constraint secure_link_kind_check;
alter table secure_link drop constraint secure_link_of_check;
alter table secure_link add constraint secure_link_of_check check ((kind in ('plan', 'adult')) = (referral_id is null)) not valid;
alter table secure_link validate constraint secure_link_of_check;
-- To an adult it opens who it is about and the plan (1 and 64), and nothing of any other class.
alter table secure_link add constraint secure_link_adult_check check (
  case when kind = 'adult' then adult_id is not null and adult_basis is not null and cardinality(adult_shown) > 0 and classes = 65
  else adult_id is null and adult_basis is null and adult_shown is null end) not valid;
alter table secure_link validate constraint secure_link_adult_check;
