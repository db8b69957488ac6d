-- The careers talk: what is known before it, asked of the place of learning; aims beside attainment; what came of it, by both sides. Rows 258, 262, 263, 271
-- and 272. docs/rules/guidance.md

-- What a place of learning is asked before a talk. It reads who it is about and what is asked, and nothing else (K3).
create table school_ask (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 4 learning; the class a place whose very name tells more gives it (K6).
  class integer not null check (class in (4, 256, 512, 1024, 65536)),
  organisation_id uuid not null,
  asks text[] not null check (cardinality(asks) > 0 and asks <@ array['attainment', 'predicted', 'options', 'attendance']),
  -- Whether the young person knows that it is asked (K2).
  told text not null check (told in ('yes', 'not-yet')),
  asked_by uuid not null,
  asked_on date not null,
  -- The day of the talk, where one is arranged; and by when it is asked, reckoned from that.
  talk_on date,
  due_on date not null,
  state text not null default 'asked' check (state in ('asked', 'answered', 'missing', 'withdrawn')),
  over_on date,
  answered_by uuid,
  -- Who said it at the place, where it was written down for them.
  said_by text not null default '' check (length(said_by) <= 200),
  -- Why it is noted as missing, or was taken back.
  words text not null default '' check (length(words) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  chased_at timestamptz,
  escalated_at timestamptz,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check ((state = 'asked') = (over_on is null)),
  check ((state = 'answered') = (answered_by is not null))
);
create index school_ask_person on school_ask (partnership_id, person_id);
create index school_ask_open on school_ask (partnership_id, organisation_id) where state = 'asked';
create index school_ask_due on school_ask (partnership_id, due_on) where state = 'asked';
call guard_for_those_who_work('school_ask');
-- The place that was asked reads what it was asked, as long as it may know of them.
create policy of_place on school_ask for select to connexions_app using (
  organisation_id = any((select app_holders())::uuid[])
  and exists (select 1 from person p where p.partnership_id = school_ask.partnership_id and p.id = school_ask.person_id offset 0));
call take_filed_kind('school-ask');

-- One thing that is known of their learning, with whose word it is and of which day.
create table school_fact (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (4, 256, 512, 1024, 65536)),
  kind text not null check (kind in ('attainment', 'predicted', 'options', 'attendance')),
  words text not null check (length(words) between 1 and 2000),
  -- Whose word it is: of a place that answered, the place; else as it was typed.
  source text not null default '' check (length(source) <= 200),
  organisation_id uuid,
  ask_id uuid,
  as_of date not null,
  written_by uuid not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  foreign key (partnership_id, ask_id) references school_ask (partnership_id, id),
  check ((organisation_id is null) = (source <> ''))
);
create index school_fact_person on school_fact (partnership_id, person_id);
create index school_fact_ask on school_fact (partnership_id, ask_id) where ask_id is not null;
call guard_for_those_who_work('school_fact');
call take_filed_kind('school-fact');

create table talk (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 16 guidance; 4096 where the session it was is kept close.
  class integer not null default 16 check (class in (16, 4096)),
  state text not null default 'before' check (state in ('before', 'held', 'dropped')),
  appointment_id uuid,
  -- The recorded session it was.
  contact_id uuid,
  made_by uuid not null,
  made_on date not null,
  held_on date,
  about text not null default '' check (length(about) <= 4000),
  -- Their aim in their own words; what it asks for, as the adviser found it, with where and of which day.
  aim_words text not null default '' check (length(aim_words) <= 1000),
  aim_asks text not null default '' check (length(aim_asks) <= 2000),
  aim_source text not null default '' check (length(aim_source) <= 200),
  aim_on date,
  -- The challenge, both ways, and what they say to it.
  higher text not null default '' check (length(higher) <= 1500),
  takes text not null default '' check (length(takes) <= 1500),
  aim_answer text not null default '' check (length(aim_answer) <= 1500),
  -- How it went for them: how their own side was written down, and when.
  own_how text check (own_how in ('said', 'own-hands')),
  own_on date,
  own_words text not null default '' check (length(own_words) <= 2000),
  why text not null default '' check (length(why) <= 500),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, appointment_id) references appointment (partnership_id, id),
  foreign key (partnership_id, contact_id) references contact (partnership_id, id),
  check ((state = 'held') = (contact_id is not null)),
  check ((state = 'held') = (held_on is not null)),
  check ((aim_asks <> '') = (aim_source <> '') and (aim_asks <> '') = (aim_on is not null)),
  check ((own_how is null) = (own_on is null))
);
create index talk_person on talk (partnership_id, person_id);
create index talk_of_appointment on talk (partnership_id, appointment_id) where appointment_id is not null;
create unique index talk_of_contact on talk (partnership_id, contact_id) where contact_id is not null and sealed_at is null;
call guard_for_those_who_work('talk');
call take_filed_kind('talk');

-- What else came up that is not of learning, each of the class its kind tells of (K6).
create table talk_need (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (16, 256, 512, 1024, 2048, 4096)),
  talk_id uuid not null,
  kind text not null check (kind in ('housing', 'travel', 'money', 'family', 'caring', 'health', 'care', 'justice', 'other')),
  words text not null default '' check (length(words) <= 1000),
  noted_by uuid not null,
  noted_on date not null,
  over_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, talk_id) references talk (partnership_id, id)
);
create index talk_need_person on talk_need (partnership_id, person_id);
create index talk_need_talk on talk_need (partnership_id, talk_id);
call guard_for_those_who_work('talk_need');

-- What was learnt and how it went, by each side; never one number for both.
create table talk_mark (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 16 check (class in (16, 4096)),
  talk_id uuid not null,
  mark text not null check (mark in ('range', 'jobs', 'change', 'strengths', 'cv', 'finds-out', 'takes-part', 'own-development', 'takes-advice', 'links-choice')),
  side text not null check (side in ('young-person', 'adviser')),
  said text not null check (said in ('seen', 'partly', 'not-seen', 'not-applicable')),
  evidence text not null default '' check (length(evidence) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, talk_id) references talk (partnership_id, id),
  -- How it went for them is theirs to say.
  check (side = 'young-person' or mark in ('range', 'jobs', 'change', 'strengths', 'cv', 'finds-out'))
);
create unique index talk_mark_once on talk_mark (partnership_id, talk_id, mark, side);
create index talk_mark_person on talk_mark (partnership_id, person_id);
call guard_for_those_who_work('talk_mark');

-- A talk is as close as the meeting it was arranged for and the session it was, and what hangs on it as close as the talk; kept close it stays so.
create function contact_talk_follows() returns trigger language plpgsql set search_path = app, pg_temp as $body$
begin
  update talk set class = new.class where partnership_id = new.partnership_id and contact_id = new.id and class <> new.class;
  return new;
end $body$;
create trigger contact_talk after update of class on contact for each row
  when (new.class = 4096 and old.class is distinct from new.class) execute function contact_talk_follows();
create function appointment_talk_follows() returns trigger language plpgsql set search_path = app, pg_temp as $body$
begin
  update talk set class = new.class where partnership_id = new.partnership_id and appointment_id = new.id and class <> new.class;
  return new;
end $body$;
create trigger appointment_talk after update of class on appointment for each row
  when (new.class = 4096 and old.class is distinct from new.class) execute function appointment_talk_follows();
create function talk_parts_follow() returns trigger language plpgsql set search_path = app, pg_temp as $body$
begin
  update talk_need set class = case new.class when 4096 then 4096 else class end, sealed_at = new.sealed_at
    where partnership_id = new.partnership_id and talk_id = new.id;
  update talk_mark set class = case new.class when 4096 then 4096 else class end, sealed_at = new.sealed_at
    where partnership_id = new.partnership_id and talk_id = new.id;
  return new;
end $body$;
create trigger talk_parts after update of class, sealed_at on talk for each row
  when (old.class is distinct from new.class or old.sealed_at is distinct from new.sealed_at) execute function talk_parts_follow();

-- An exercise a young person did, in their words; what was asked is dated data of the program. Row 274.
create table exercise_done (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 16 check (class = 16),
  exercise text not null check (length(exercise) between 1 and 40),
  edition date not null,
  answers jsonb not null,
  how text not null check (how in ('said', 'own-hands')),
  done_on date not null,
  with_id uuid not null,
  -- They took it out: its words are gone.
  state text not null default 'kept' check (state in ('kept', 'out')),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((state = 'out') = (answers = '{}'::jsonb))
);
create index exercise_done_person on exercise_done (partnership_id, person_id);
call guard_for_those_who_work('exercise_done');
call take_filed_kind('exercise');

-- A place whose name begins to tell something gives that class to what it was asked and to what it said (K6), as it does to what it offers.
grant select (partnership_id, organisation_id, class), update (class) on school_ask to connexions_grants;
grant select (partnership_id, organisation_id, class), update (class) on school_fact to connexions_grants;
create function follow_place_asked() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  update school_ask set class = new.discloses where partnership_id = new.partnership_id and organisation_id = new.id and class <> new.discloses;
  update school_fact set class = new.discloses where partnership_id = new.partnership_id and organisation_id = new.id and class <> new.discloses;
  return null;
end $body$;
alter function follow_place_asked owner to connexions_grants;
revoke all on function follow_place_asked from public;
grant execute on function follow_place_asked to connexions_app, connexions_worker;
create trigger organisation_place_asked after update of discloses on organisation for each row
  when (new.discloses <> 0 and new.discloses <> old.discloses) execute function follow_place_asked();
