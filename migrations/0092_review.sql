-- Pairs of records that may be one person, for a person to decide; and pairs that information governance set apart (K5).

create table match_pair (
  partnership_id uuid not null,
  id uuid not null,
  low_person_id uuid not null,
  high_person_id uuid not null,
  bits real not null,
  lines jsonb not null,
  against text[] not null default '{}',
  fingerprint bytea not null check (length(fingerprint) = 32),
  state text not null default 'open' check (state in ('open', 'later', 'asked', 'two-people', 'apart')),
  found_by text not null check (found_by in ('finder', 'new-record', 'list')),
  found_at timestamptz not null,
  taken_by uuid,
  taken_until timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  note text not null default '' check (length(note) <= 1000),
  asked_organisation_id uuid,
  version integer not null default 1,
  primary key (partnership_id, id),
  unique (partnership_id, low_person_id, high_person_id),
  check (low_person_id < high_person_id),
  foreign key (partnership_id, low_person_id) references person (partnership_id, id),
  foreign key (partnership_id, high_person_id) references person (partnership_id, id)
);
create index match_pair_waiting on match_pair (partnership_id, bits desc) where state in ('open', 'later', 'asked');
create index match_pair_high on match_pair (partnership_id, high_person_id);

create table match_barrier (
  partnership_id uuid not null,
  id uuid not null,
  low_person_id uuid not null,
  high_person_id uuid not null,
  why text not null check (length(why) between 1 and 500),
  set_at timestamptz not null,
  set_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_why text check (length(lifted_why) between 1 and 500),
  primary key (partnership_id, id),
  check (low_person_id < high_person_id),
  check ((lifted_at is null) = (lifted_why is null)),
  foreign key (partnership_id, low_person_id) references person (partnership_id, id),
  foreign key (partnership_id, high_person_id) references person (partnership_id, id)
);
create unique index match_barrier_standing on match_barrier (partnership_id, low_person_id, high_person_id) where lifted_at is null;
create index match_barrier_high on match_barrier (partnership_id, high_person_id) where lifted_at is null;

-- For those who see identities and numbers across the partnership, and only where both records are there for them.
alter table match_pair enable row level security;
create policy seen on match_pair for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (select coalesce(bit_or(p.classes), 0) from access_grant p
    where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[])
      and p.person_id is null
      and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & 131072 <> 0
  and exists (select 1 from person l where l.partnership_id = match_pair.partnership_id and l.id = match_pair.low_person_id)
  and exists (select 1 from person h where h.partnership_id = match_pair.partnership_id and h.id = match_pair.high_person_id));
create policy changed on match_pair for update to connexions_app using (partnership_id = (select app_partnership()));
create policy worked on match_pair for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, update on match_pair to connexions_app;
grant select, insert, update on match_pair to connexions_worker;

-- A barrier is known to information governance (the audit class over the partnership) and to the house, and to nobody else.
alter table match_barrier enable row level security;
create policy seen on match_barrier for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (select coalesce(bit_or(p.classes), 0) from access_grant p
    where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[])
      and p.person_id is null
      and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & 16384 <> 0);
create policy worked on match_barrier for all to connexions_worker using (partnership_id = (select app_partnership()));
-- Written by the house alone.
grant select on match_barrier to connexions_app;
grant select, insert, update on match_barrier to connexions_worker;

-- Questions about two records that stood among those of lists.
insert into match_pair (partnership_id, id, low_person_id, high_person_id, bits, lines, fingerprint, state, found_by, found_at, decided_by, decided_at)
select distinct on (q.partnership_id, least(q.person_ids[1], q.person_ids[2]), greatest(q.person_ids[1], q.person_ids[2]))
  q.partnership_id, q.id, least(q.person_ids[1], q.person_ids[2]), greatest(q.person_ids[1], q.person_ids[2]), 0, '[]', decode(repeat('00', 32), 'hex'),
  case q.state when 'open' then 'open' when 'kept' then 'later' else 'two-people' end, 'new-record', q.made_at, q.answered_by, q.answered_at
from intake_question q
where q.kind = 'alike' and q.state in ('open', 'kept', 'answered') and cardinality(q.person_ids) = 2 and q.person_ids[1] <> q.person_ids[2]
order by q.partnership_id, least(q.person_ids[1], q.person_ids[2]), greatest(q.person_ids[1], q.person_ids[2]), q.made_at desc;
update intake_question set state = 'withdrawn' where kind = 'alike' and state in ('open', 'kept');
