-- For which agency somebody runs a support group: without it they run it no more. Row 98; decision 0067.

alter table support_group_runner
  add column organisation_id uuid,
  add foreign key (partnership_id, organisation_id) references organisation (partnership_id, id);
create index support_group_runner_organisation on support_group_runner (partnership_id, organisation_id) where ended_at is null;

-- Of those who run one already: the agency they were there for first, of those for which they may still run one.
update support_group_runner r set organisation_id = (
  select m.organisation_id from membership m
  join organisation o on o.partnership_id = m.partnership_id and o.id = m.organisation_id and o.state = 'open'
  join account a on a.id = m.account_id and a.state = 'active'
  where m.partnership_id = r.partnership_id and m.account_id = r.account_id and (m.finished_on is null or m.finished_on > current_date)
    and m.role in ('universal-adviser', 'intensive-adviser', 'team-leader', 'partner-practitioner')
  order by m.started_on, m.id limit 1);

-- Who has gone meanwhile runs none, and what that gave them ends with it.
update support_group_runner set ended_at = now() where organisation_id is null and ended_at is null;
with ended as (
  update support_group_right t set ended_at = now() from support_group_member m
  where m.partnership_id = t.partnership_id and m.id = t.member_id and t.ended_at is null
    and not exists (select from support_group_runner r where r.partnership_id = t.partnership_id and r.group_id = m.group_id and r.account_id = t.account_id and r.ended_at is null)
  returning t.partnership_id, t.grant_id)
update access_grant g set ended_at = now(), end_reason = 'runs the support group no more' from ended e
where g.partnership_id = e.partnership_id and g.id = e.grant_id and g.ended_at is null;
