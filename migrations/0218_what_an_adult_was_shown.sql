-- A link for a parent or carer opens what the young person was shown, and nothing that was added or reworded since (K2).
alter table secure_link add column adult_shown text[];
alter table secure_link drop constraint secure_link_adult_check;
alter table secure_link add constraint secure_link_adult_check check (
  case when kind = 'adult' then adult_id is not null and adult_basis is not null and cardinality(goal_ids) > 0 and classes = 65
    and (adult_shown is not null or ended_at is not null)
  else adult_id is null and adult_basis is null and goal_ids is null and adult_shown is null end) not valid;
-- What was made before keeps no word of what was shown: it ends.
update secure_link set ended_at = coalesce(ended_at, now()) where kind = 'adult' and adult_shown is null;
alter table secure_link validate constraint secure_link_adult_check;
