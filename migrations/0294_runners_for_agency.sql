-- For which agency somebody runs a support group: without it they run it no more. Row 98; decision 0067.

alter table support_group_runner
  add column organisation_id uuid,
  add foreign key (partnership_id, organisation_id) references organisation (partnership_id, id);
create index support_group_runner_organisation on support_group_runner (partnership_id, organisation_id) where ended_at is null;

-- Of those who run one already: the agency they were there for first, of those for which they may still run one.
update support_group_runner r set organisation_id = (
  select m.organisation_id from membership m
  where m.partnership_id = r.partnership_id and m.account_id = r.account_id and (m.finished_on is null or m.finished_on > current_date)
    and m.role in ('universal-adviser', 'intensive-adviser', 'team-leader', 'partner-practitioner')
  order by m.started_on, m.id limit 1);
