-- Wrong person (K9). What was filed on the wrong young person is sealed: to the program it is not there, in no list and no
-- history, whatever the grants. The breach log says who, when and what kind, never the content. docs/rules/sharing.md

do $body$
declare
  filed text;
begin
  foreach filed in array array['contact', 'contact_version', 'person_alert', 'person_adult', 'person_contact_detail', 'person_identifier',
    'person_address', 'person_characteristic']
  loop
    execute format('alter table %I add column sealed_at timestamptz', filed);
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', filed);
  end loop;
end $body$;

-- Characteristics are corrected as everything else is: a newer row takes the place of the older.
alter table person_characteristic add column replaced_at timestamptz;
alter table person_characteristic add column replaced_by uuid;

-- One entry a breach of personal data (UK GDPR articles 33 and 34), with the sealed stub of what was taken off.
create table breach (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  what text not null check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic')),
  row_id uuid not null,
  filed_by uuid,
  filed_at timestamptz not null,
  found_by uuid,
  found_at timestamptz not null,
  why text not null check (length(why) between 1 and 300),
  seen_by uuid[] not null default '{}',
  moved boolean not null default false,
  consequence text not null default '' check (length(consequence) <= 1000),
  told_person text check (told_person in ('yes', 'no')),
  told_person_why text not null default '' check (length(told_person_why) <= 500),
  told_regulator text check (told_regulator in ('yes', 'no')),
  told_regulator_why text not null default '' check (length(told_regulator_why) <= 500),
  closed_at timestamptz,
  closed_by uuid,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (closed_at is null or (told_person is not null and told_regulator is not null))
);
create index breach_open on breach (partnership_id, found_at) where closed_at is null;

-- Read by those with a partnership grant of the audit class (information governance), but for whoever is shut out of the
-- record. A restriction does not hide that a breach happened: the 72 hours run all the same.
alter table breach enable row level security;
create policy seen on breach for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (select coalesce(bit_or(p.classes), 0) from access_grant p
    where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[])
      and p.person_id is null
      and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & 16384 <> 0
  and not exists (select 1 from access_barrier b
    where b.partnership_id = breach.partnership_id and b.person_id = breach.person_id and b.kind = 'shut-out'
      and b.holder_id = any((select app_holders())::uuid[])
      and b.started_at <= (select app_at()) and (b.ended_at is null or b.ended_at > (select app_at()))));
create policy added on breach for insert to connexions_app with check (partnership_id = (select app_partnership()));
create policy changed on breach for update to connexions_app using (partnership_id = (select app_partnership()));
create policy worked on breach for all to connexions_worker using (partnership_id = (select app_partnership()));
-- The stub cannot be changed; what is decided about it can.
grant select, insert on breach to connexions_app, connexions_worker;
grant update (consequence, told_person, told_person_why, told_regulator, told_regulator_why, closed_at, closed_by, version)
  on breach to connexions_app, connexions_worker;
