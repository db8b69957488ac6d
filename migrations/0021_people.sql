-- People, floor 2: the young person. Identity, contact details and safe contact are separate tables because their classes
-- differ. Every row says who said so and when; nothing is overwritten: a changed row is replaced by a new one.
-- origin_person_id never changes; a merge changes person_id only.

create table person (
  partnership_id uuid not null references partnership (id),
  id uuid not null,
  state text not null default 'active' check (state in ('active', 'withdrawn', 'merged', 'sealed')),
  known_given text not null check (length(known_given) between 1 and 100),
  known_family text not null check (length(known_family) between 1 and 100),
  sort_key text not null,
  born_on date,
  died_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  primary key (partnership_id, id)
);
create index person_sort on person (partnership_id, sort_key, id);
create index person_born on person (partnership_id, born_on);

create table person_name (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  kind text not null check (kind in ('legal', 'preferred', 'former')),
  given text not null check (length(given) between 1 and 100),
  middle text not null default '' check (length(middle) <= 100),
  family text not null check (length(family) between 1 and 100),
  search_key text not null,
  given_key text not null,
  family_key text not null,
  sounds text[] not null,
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index person_name_person on person_name (partnership_id, person_id);
create index person_name_trigram on person_name using gin (search_key gin_trgm_ops) where replaced_at is null;
create index person_name_sounds on person_name using gin (sounds) where replaced_at is null;
create index person_name_keys on person_name (partnership_id, family_key, given_key) where replaced_at is null;

create table person_detail (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 1 check (class > 0),
  field text not null check (field in ('born-on', 'sex', 'gender', 'pronouns', 'ethnicity', 'first-language', 'interpreter', 'died-on',
    'support-level', 'correspondence-language')),
  value text not null check (length(value) <= 200),
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create unique index person_detail_current on person_detail (partnership_id, person_id, field) where replaced_at is null;
create index person_detail_person on person_detail (partnership_id, person_id);

create table person_address (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 2 contact details; 4096 restricted when the address is protected (K4).
  class integer not null default 2 check (class in (2, 4096)),
  line1 text not null default '' check (length(line1) <= 200),
  line2 text not null default '' check (length(line2) <= 200),
  town text not null default '' check (length(town) <= 100),
  postcode text check (length(postcode) <= 10),
  started_on date not null,
  finished_on date,
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (finished_on is null or finished_on > started_on)
);
create index person_address_person on person_address (partnership_id, person_id);
create index person_address_postcode on person_address (partnership_id, postcode) where replaced_at is null;

create table person_contact_detail (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 2 check (class in (2, 4096)),
  kind text not null check (kind in ('mobile', 'phone', 'email')),
  value text not null check (length(value) between 1 and 200),
  note text not null default '' check (length(note) <= 200),
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index person_contact_detail_person on person_contact_detail (partnership_id, person_id);

create table person_safe_contact (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  rule text not null check (length(rule) between 1 and 200),
  no_post boolean not null default false,
  no_voicemail boolean not null default false,
  no_home_visit boolean not null default false,
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create unique index person_safe_contact_current on person_safe_contact (partnership_id, person_id) where replaced_at is null;

create table person_adult (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  relationship text not null check (length(relationship) between 1 and 100),
  responsibility text not null check (responsibility in ('yes', 'no', 'shared-with-council', 'not-known')),
  responsibility_evidence text not null default '' check (length(responsibility_evidence) <= 500),
  court_order text not null default '' check (length(court_order) <= 500),
  may_be_told text not null check (may_be_told in ('yes', 'no', 'ask-first', 'never')),
  phone text not null default '' check (length(phone) <= 50),
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index person_adult_person on person_adult (partnership_id, person_id);

create table person_identifier (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  kind text not null check (kind in ('upn', 'uln', 'nhs')),
  value text not null check (length(value) between 4 and 20),
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index person_identifier_person on person_identifier (partnership_id, person_id);
create index person_identifier_value on person_identifier (partnership_id, kind, value) where replaced_at is null;

create table person_characteristic (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class > 0),
  code text not null check (length(code) between 1 and 40),
  started_on date not null,
  finished_on date,
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (finished_on is null or finished_on > started_on)
);
create index person_characteristic_person on person_characteristic (partnership_id, person_id);

create table enrolment (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 4 learning; the class of the organisation when its kind tells more (K6).
  class integer not null default 4 check (class > 0),
  organisation_id uuid not null,
  year_group integer check (year_group between 1 and 15),
  course text not null default '' check (length(course) <= 200),
  started_on date not null,
  finished_on date,
  left_reason text not null default '' check (length(left_reason) <= 200),
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check (finished_on is null or finished_on > started_on)
);
create index enrolment_person on enrolment (partnership_id, person_id, started_on);
create index enrolment_organisation on enrolment (partnership_id, organisation_id) where finished_on is null;

create table person_alert (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 1 check (class > 0),
  kind text not null check (kind in ('stop', 'care', 'note')),
  first_words text not null check (length(first_words) between 1 and 120),
  words text not null default '' check (length(words) <= 300),
  started_on date not null,
  finished_on date,
  made_by uuid,
  made_from text not null default 'staff',
  recorded_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (finished_on is null or finished_on >= started_on)
);
create index person_alert_person on person_alert (partnership_id, person_id);

call guard_personal_table('person', '1', 'id');
call guard_personal_table('person_name', '1');
call guard_personal_table('person_detail', 'class');
call guard_personal_table('person_address', 'class');
call guard_personal_table('person_contact_detail', 'class');
call guard_personal_table('person_safe_contact', '32768');
call guard_personal_table('person_adult', '2048');
call guard_personal_table('person_identifier', '131072');
call guard_personal_table('person_characteristic', 'class');
call guard_personal_table('enrolment', 'class');
call guard_personal_table('person_alert', 'class');
