-- A link is read by whoever holds it, and whoever made it saw its address and its code: what stands apart in a group is never on it, nor what tells of offending or
-- immigration. What tells of nothing besides, and what they agreed that everybody who runs the group reads, is. Decisions 0058 and 0062.
create policy not_by_link on support_step as restrictive for select to connexions_app using (
  class = 64 or (class not in (512, 65536) and shared_agreed_on is not null and shared_ended_on is null)
  or not exists (select 1 from secure_link l where l.partnership_id = support_step.partnership_id and l.person_id = support_step.person_id
    and l.id = any((select app_holders())::uuid[]) offset 0));
create policy not_by_link on support_group_member as restrictive for select to connexions_app using (
  class not in (512, 65536)
  or not exists (select 1 from secure_link l where l.partnership_id = support_group_member.partnership_id and l.person_id = support_group_member.person_id
    and l.id = any((select app_holders())::uuid[]) offset 0));
