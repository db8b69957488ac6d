-- Programmes with stages: who may come on one, where each young person stands, who leaves early and why, and nobody on one without an adviser.
-- Rows 86, 88, 150, 208 and 243; points A4, A6 and P6. docs/rules/tracking.md

create table programme (
  partnership_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  about text not null default '' check (length(about) <= 1000),
  -- Who runs it.
  organisation_id uuid not null,
  -- What its very name tells of besides where somebody learns (K6); 0 for nothing.
  discloses integer not null default 0 check (discloses in (0, 256, 512, 1024, 65536)),
  -- Who may come on it.
  min_age smallint not null check (min_age between 11 and 25),
  max_age smallint not null check (max_age between 11 and 25),
  needs_lead boolean not null default true,
  needs_assessment boolean not null default false,
  needs_plan boolean not null default false,
  entry_words text not null default '' check (length(entry_words) <= 1000),
  closed_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check (min_age <= max_age)
);
create unique index programme_name on programme (partnership_id, lower(name)) where closed_on is null;
call guard_partnership_table('programme');

create table programme_stage (
  partnership_id uuid not null,
  programme_id uuid not null,
  position smallint not null check (position between 1 and 12),
  name text not null check (length(name) between 1 and 80),
  -- Weeks it usually takes; then somebody looks whether it is time to move on.
  weeks smallint check (weeks between 1 and 104),
  -- What is to be true before the next.
  done_when text not null default '' check (length(done_when) <= 1000),
  -- Who works with those at this stage.
  adviser_id uuid,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, programme_id, position),
  foreign key (partnership_id, programme_id) references programme (partnership_id, id)
);
call guard_partnership_table('programme_stage');

-- What was learnt from those who left early, and what is done about it.
create table programme_lesson (
  partnership_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  learnt text not null check (length(learnt) between 1 and 1000),
  change text not null default '' check (length(change) <= 1000),
  due_on date,
  done_on date,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, programme_id) references programme (partnership_id, id)
);
create index programme_lesson_of on programme_lesson (partnership_id, programme_id);
call guard_partnership_table('programme_lesson');

create table programme_place (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 4 learning; the class a programme whose very name tells more gives it (K6).
  class integer not null check (class in (4, 256, 512, 1024, 65536)),
  programme_id uuid not null,
  -- The partner who runs it, who knows already; null where the partnership's own service does.
  organisation_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'on', 'completed', 'left', 'not-started')),
  agreed_on date not null,
  starts_on date not null,
  -- Why what is asked of those who come on it was set aside.
  set_aside text not null default '' check (length(set_aside) <= 500),
  started_on date,
  position smallint,
  over_on date,
  reason text check (reason in ('other-place', 'work', 'did-not-like-it', 'not-right-for-them', 'money-or-travel', 'moved-away', 'asked-to-leave', 'not-known', 'something-else')),
  words text not null default '' check (length(words) <= 2000),
  -- After leaving early: whether somebody talked with them about it, and what they said.
  talk text check (talk in ('held', 'did-not-want', 'not-reached')),
  talk_words text not null default '' check (length(talk_words) <= 2000),
  talk_on date,
  due_on date,
  chased_at timestamptz,
  escalated_at timestamptz,
  -- When it was told that nobody leads for them.
  alone_told_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, programme_id) references programme (partnership_id, id),
  check ((state in ('completed', 'left', 'not-started')) = (over_on is not null)),
  check (state <> 'on' or (started_on is not null and position is not null)),
  check (state <> 'left' or reason is not null),
  check (talk is null or state = 'left')
);
create index programme_place_person on programme_place (partnership_id, person_id);
create index programme_place_programme on programme_place (partnership_id, programme_id, state);
create index programme_place_due on programme_place (partnership_id, due_on) where due_on is not null;
create index programme_place_open on programme_place (partnership_id, id) where over_on is null;

-- Each stage somebody was at, from when until when.
create table programme_step (
  partnership_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (4, 256, 512, 1024, 65536)),
  organisation_id uuid,
  position smallint not null,
  -- As the stage was called then.
  stage text not null,
  started_on date not null,
  finished_on date,
  -- Whether what was to be true before the next was.
  reached boolean,
  words text not null default '' check (length(words) <= 1000),
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, place_id) references programme_place (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index programme_step_person on programme_step (partnership_id, person_id);
create index programme_step_place on programme_step (partnership_id, place_id);
create unique index programme_step_now on programme_step (partnership_id, place_id) where finished_on is null and sealed_at is null;

-- A roll opens only what it brought (K3): whoever runs a programme sees who is on it, of those they know, and no other programme.
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['programme_place', 'programme_step'] loop
    execute format('call guard_personal_table(%L, %L)', guarded, 'class');
    execute format('drop policy seen on %I', guarded);
    execute format('create policy seen on %I for select to connexions_app using (%s)', guarded,
      replace(replace(seen_policy(guarded::regclass, 'class', 'person_id'),
        'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
        'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
    execute format('create policy of_place on %1$I for select to connexions_app using (
      organisation_id = any((select app_holders())::uuid[])
      and exists (select 1 from person p where p.partnership_id = %1$I.partnership_id and p.id = %1$I.person_id offset 0))', guarded);
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', guarded);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', guarded);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', guarded);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(''id'')',
      guarded || '_follows', guarded);
  end loop;
end $body$;

-- Wrong person (K9), as 0185 has it. docs/rules/sharing.md
alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity', 'assessment', 'goal',
    'target', 'agreement', 'appointment', 'referral', 'hand-over', 'absence', 'programme')) not valid;
alter table breach validate constraint breach_what_check;
