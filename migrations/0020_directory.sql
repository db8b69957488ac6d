-- Directory, floor 2: organisations, sites and local committee areas. No personal data.

create table committee_area (
  partnership_id uuid not null references partnership (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  started_on date not null,
  finished_on date,
  primary key (partnership_id, id),
  check (finished_on is null or finished_on > started_on)
);

create table organisation (
  partnership_id uuid not null references partnership (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  sort_key text not null,
  kind text not null check (kind in ('partnership-service', 'school', 'special-school', 'pupil-referral-unit', 'sixth-form-college', 'college',
    'training-provider', 'employer', 'youth-service', 'youth-offending-team', 'social-care', 'health', 'housing', 'police', 'probation',
    'voluntary', 'careers-company', 'jobcentre', 'council', 'other')),
  -- A kind that tells of care, health, custody or offending is named to those with that class only (K6).
  discloses integer not null default 0,
  urn text,
  laestab text,
  ukprn text,
  committee_area_id uuid,
  state text not null default 'open' check (state in ('open', 'closed')),
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, committee_area_id) references committee_area (partnership_id, id)
);
create unique index organisation_urn on organisation (partnership_id, urn) where urn is not null;
create index organisation_sort on organisation (partnership_id, sort_key);

create table site (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  address text not null default '',
  postcode text,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id)
);

alter table membership add foreign key (partnership_id, organisation_id) references organisation (partnership_id, id);

call guard_partnership_table('committee_area');
call guard_partnership_table('organisation');
call guard_partnership_table('site');
