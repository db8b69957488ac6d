-- An alert that a concern raised is ended by safeguarding alone: to the program, no row of it can be changed by anybody whose
-- grants do not carry that class for the young person or the whole partnership. docs/rules/safeguarding.md

create policy ended_by_safeguarding on person_alert as restrictive for update to connexions_app using (
  made_from <> 'concern'
  or (select coalesce(bit_or(p.classes), 0) from access_grant p
    where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[])
      and p.person_id is null
      and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & 8192 <> 0
  or exists (
    select 1 from access_grant g
    where g.partnership_id = person_alert.partnership_id and g.person_id = person_alert.person_id
      and g.holder_id = any((select app_holders())::uuid[]) and g.classes & 8192 <> 0
      and g.started_at <= (select app_at()) and (g.ended_at is null or g.ended_at > (select app_at())) offset 0));
