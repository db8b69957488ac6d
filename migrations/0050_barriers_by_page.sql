-- Barriers are set and lifted by people: each says on what ground, who lifted it and why. A protected address is one of them,
-- so that it stays protected while there is no address on file. docs/rules/access.md#barriers-k4, decision 0020.

alter table access_barrier drop constraint access_barrier_kind_check;
alter table access_barrier add constraint access_barrier_kind_check check (kind in ('restricted', 'shut-out', 'whereabouts')) not valid;
alter table access_barrier validate constraint access_barrier_kind_check;

alter table access_barrier add column ground text not null default 'other'
  check (ground in ('domestic-abuse', 'adoption', 'protection', 'own-family', 'other'));
alter table access_barrier add column ended_by uuid;
alter table access_barrier add column end_reason text check (length(end_reason) <= 500);

-- The grant that keeps a restricted record open to somebody named.
alter table access_grant drop constraint access_grant_source_check;
alter table access_grant add constraint access_grant_source_check check (source in ('lead-adviser', 'deployment', 'team', 'tracking-list', 'cover',
  'duty-desk', 'own-roll', 'referral', 'agreement', 'supervision', 'role', 'break-glass', 'inspection-sample', 'safeguarding', 'protection')) not valid;
alter table access_grant validate constraint access_grant_source_check;

-- Addresses protected before barriers said so.
insert into access_barrier (partnership_id, id, kind, person_id, reason, started_at)
select a.partnership_id, gen_random_uuid(), 'whereabouts', a.person_id, 'Protected before this was listed', min(a.recorded_at)
from person_address a where a.class = 4096 group by a.partnership_id, a.person_id;
