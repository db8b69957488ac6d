-- Rooms of floor 4, opened small: tracking (activity), deployment (teams, lead advisers), sessions (contacts), safeguarding.

create table activity_spell (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 8 tracking; the class of what the activity tells besides (custody, pregnancy, illness: K6).
  class integer not null default 8 check (class > 0),
  code text not null check (code ~ '^[0-9]{3}$'),
  organisation_id uuid,
  detail text not null default '' check (length(detail) <= 200),
  started_on date not null,
  finished_on date,
  ascertained_on date not null,
  verified_on date not null,
  source_kind text not null check (source_kind in ('staff', 'young-person', 'partner-list', 'partner', 'adult', 'system')),
  source_organisation_id uuid,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (finished_on is null or finished_on > started_on),
  constraint activity_spell_no_overlap exclude using gist (partnership_id with =, person_id with =, daterange(started_on, finished_on) with &&)
    deferrable initially deferred
);
create index activity_spell_person on activity_spell (partnership_id, person_id, started_on);

create table team (
  partnership_id uuid not null references partnership (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  leader_id uuid references account (id),
  version integer not null default 1,
  primary key (partnership_id, id)
);

create table team_place (
  partnership_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  account_id uuid not null references account (id),
  started_on date not null,
  finished_on date,
  primary key (partnership_id, id),
  foreign key (partnership_id, team_id) references team (partnership_id, id),
  check (finished_on is null or finished_on > started_on)
);
create index team_place_account on team_place (partnership_id, account_id);

create table lead_adviser (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  account_id uuid not null references account (id),
  team_id uuid,
  reason text not null check (length(reason) between 1 and 300),
  started_on date not null,
  finished_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, team_id) references team (partnership_id, id),
  check (finished_on is null or finished_on >= started_on),
  constraint lead_adviser_one_at_a_time exclude using gist (partnership_id with =, person_id with =, daterange(started_on, finished_on) with &&)
    deferrable initially deferred
);
create index lead_adviser_account on lead_adviser (partnership_id, account_id) where finished_on is null;
create index lead_adviser_person on lead_adviser (partnership_id, person_id);

create table contact (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; 4096 restricted when it must be kept close.
  class integer not null default 128 check (class in (128, 4096)),
  account_id uuid not null,
  happened_on date not null,
  at_time text check (at_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  minutes integer check (minutes between 0 and 1440),
  kind text not null check (kind in ('meeting', 'home-visit', 'phone', 'text', 'email', 'letter', 'video', 'tried', 'missed', 'with-others')),
  place text not null default '' check (length(place) <= 200),
  purpose text not null check (purpose in ('getting-to-know', 'guidance', 'support', 'review', 'tracking', 'advocacy', 'crisis', 'other')),
  outcome text not null check (outcome in ('done', 'more-needed', 'referred', 'not-reached', 'did-not-come', 'no-further-need')),
  present text not null default '' check (length(present) <= 300),
  notes text not null default '' check (length(notes) <= 10000),
  own_words text not null default '' check (length(own_words) <= 1000),
  next_step text not null default '' check (length(next_step) <= 300),
  next_on date,
  next_done_on date,
  state text not null default 'kept' check (state in ('kept', 'wrong-person')),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index contact_person on contact (partnership_id, person_id, happened_on desc, id desc);
create index contact_next on contact (partnership_id, account_id, next_on) where next_on is not null and next_done_on is null;

create table contact_version (
  partnership_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class > 0),
  version integer not null,
  content jsonb not null,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, contact_id) references contact (partnership_id, id)
);
create index contact_version_contact on contact_version (partnership_id, contact_id);

create table concern (
  partnership_id uuid not null,
  id uuid not null,
  -- Empty when it is about somebody without a record, or nobody in particular.
  person_id uuid,
  origin_person_id uuid,
  about_name text not null default '' check (length(about_name) <= 200),
  what text not null default '' check (length(what) <= 10000),
  danger_now text not null default 'not-said' check (danger_now in ('yes', 'no', 'not-said')),
  done_so_far text not null default '' check (length(done_so_far) <= 5000),
  raised_by uuid not null,
  raised_at timestamptz not null,
  state text not null default 'raised' check (state in ('raised', 'read', 'decided')),
  read_by uuid,
  read_at timestamptz,
  escalated_at timestamptz,
  decision text check (decision in ('police', 'social-care-referral', 'strategy-discussion', 'early-help', 'advice-to-raiser', 'no-further-action')),
  decision_why text not null default '' check (length(decision_why) <= 5000),
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (partnership_id, id),
  check ((person_id is null) = (origin_person_id is null))
);
create index concern_open on concern (partnership_id, state, raised_at);
create index concern_person on concern (partnership_id, person_id) where person_id is not null;

create table notice (
  partnership_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)*$'),
  person_id uuid,
  target_id uuid,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (partnership_id, id)
);
create index notice_waiting on notice (partnership_id, account_id, made_at) where read_at is null;

create table outbox_message (
  partnership_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  target_id uuid,
  made_at timestamptz not null,
  sent_at timestamptz,
  failed_times integer not null default 0,
  primary key (partnership_id, id)
);
create index outbox_waiting on outbox_message (partnership_id, made_at) where sent_at is null;

create table break_glass (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  account_id uuid not null,
  grant_id uuid not null,
  reason text not null check (length(reason) between 10 and 1000),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  review_due_on date not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  verdict text check (verdict in ('right', 'wrong', 'follow-up')),
  verdict_why text not null default '',
  primary key (partnership_id, id)
);

call guard_personal_table('activity_spell', 'class');
call guard_partnership_table('team');
call guard_partnership_table('team_place');
call guard_personal_table('lead_adviser', '1');
call guard_personal_table('contact', 'class');
call guard_personal_table('contact_version', 'class');

-- A concern is read by those with a partnership grant of the safeguarding class; whoever raised it gets a receipt, not the content.
alter table concern enable row level security;
create policy seen on concern for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (select coalesce(bit_or(p.classes), 0) from access_grant p
    where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[])
      and p.person_id is null
      and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & 8192 <> 0);
create policy added on concern for insert to connexions_app with check (partnership_id = (select app_partnership()));
create policy changed on concern for update to connexions_app using (partnership_id = (select app_partnership()));
create policy worked on concern for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert, update on concern to connexions_app, connexions_worker;

-- A notice is its account's own.
alter table notice enable row level security;
create policy seen on notice for select to connexions_app using (partnership_id = (select app_partnership()) and account_id = any((select app_holders())::uuid[]));
create policy added on notice for insert to connexions_app with check (partnership_id = (select app_partnership()));
create policy changed on notice for update to connexions_app using (partnership_id = (select app_partnership()) and account_id = any((select app_holders())::uuid[]));
create policy worked on notice for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert, update on notice to connexions_app, connexions_worker;

alter table outbox_message enable row level security;
create policy added on outbox_message for insert to connexions_app with check (partnership_id = (select app_partnership()));
create policy worked on outbox_message for all to connexions_worker using (partnership_id = (select app_partnership()));
grant insert on outbox_message to connexions_app;
grant select, insert, update on outbox_message to connexions_worker;

call guard_partnership_table('break_glass');
