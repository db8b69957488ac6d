-- Samples of agreed assessments and plans that a team leader looks at, what the adviser says to it, and a second reading that rates an assessment's factors anew.
-- Rows 193 and 202; decision 0056. docs/rules/guidance.md

create table quality_sample (
  partnership_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  what text not null check (what in ('assessment', 'plan')),
  -- The month of which they were agreed: its first day.
  month date not null check (extract(day from month) = 1),
  wanted integer not null check (wanted between 1 and 30),
  -- What chance was made from: with the same pool it draws the same again.
  seed text not null check (length(seed) between 1 and 40),
  -- How many it was drawn from; and how many more whoever drew may not see, to the nearest five, so that it tells of nobody (K8).
  pool integer not null check (pool >= 0),
  unseen integer not null check (unseen >= 0),
  state text not null default 'open' check (state in ('open', 'over')),
  drawn_by uuid not null references account (id),
  drawn_on date not null,
  over_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, team_id) references team (partnership_id, id),
  check ((state = 'over') = (over_on is not null))
);
create index quality_sample_team on quality_sample (partnership_id, team_id);
alter table quality_sample enable row level security;
create policy told on quality_sample for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (drawn_by = any((select app_holders())::uuid[])
    or exists (select 1 from team t where t.partnership_id = quality_sample.partnership_id and t.id = team_id and t.ended_on is null
      and t.leader_id = any((select app_holders())::uuid[]))));
create policy added on quality_sample for insert to connexions_app with check (
  partnership_id = (select app_partnership()) and drawn_by = any((select app_holders())::uuid[]));
create policy worked on quality_sample for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert on quality_sample to connexions_app;
grant select, update on quality_sample to connexions_worker;

-- One of them, looked at.
create table quality_reading (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 32 an assessment, 64 a plan.
  class integer not null check (class in (32, 64)),
  sample_id uuid not null,
  team_id uuid not null,
  -- As of the sample.
  month_of date not null,
  -- The assessment, or what was agreed of the plan.
  subject_id uuid not null,
  adviser_id uuid not null references account (id),
  reader_id uuid not null references account (id),
  state text not null default 'drawn' check (state in ('drawn', 'read', 'answered', 'closed')),
  edition date,
  marks jsonb not null default '{}',
  words text not null default '' check (length(words) <= 4000),
  read_on date,
  due_on date,
  -- What the adviser says to it, and what they changed.
  answer text not null default '' check (length(answer) <= 4000),
  changed text not null default '' check (length(changed) <= 2000),
  over_on date,
  why text not null default '' check (length(why) <= 500),
  -- Who rates an assessment's factors anew, and when they did.
  second_id uuid references account (id),
  second_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  chased_at timestamptz,
  escalated_at timestamptz,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, sample_id) references quality_sample (partnership_id, id),
  check ((state in ('answered', 'closed')) = (over_on is not null)),
  check ((read_on is null) = (due_on is null) and (read_on is null) = (edition is null)),
  check (state not in ('read', 'answered') or read_on is not null),
  check (second_on is null or second_id is not null),
  check (second_id is null or (class = 32 and second_id <> adviser_id))
);
create unique index quality_reading_once on quality_reading (partnership_id, sample_id, subject_id);
create index quality_reading_person on quality_reading (partnership_id, person_id);
create index quality_reading_adviser on quality_reading (partnership_id, adviser_id);
create index quality_reading_second on quality_reading (partnership_id, second_id) where second_id is not null;
create index quality_reading_subject on quality_reading (partnership_id, subject_id);
create index quality_reading_due on quality_reading (partnership_id, due_on) where state = 'read';
call guard_for_those_who_work('quality_reading');
-- Whose work it is reads it once it was read; nobody else but who reads, who rates anew, and who leads the team.
create policy of_those on quality_reading as restrictive for select to connexions_app using (
  reader_id = any((select app_holders())::uuid[]) or second_id = any((select app_holders())::uuid[])
  or (read_on is not null and adviser_id = any((select app_holders())::uuid[]))
  or exists (select 1 from team t where t.partnership_id = quality_reading.partnership_id and t.id = team_id and t.ended_on is null
    and t.leader_id = any((select app_holders())::uuid[])));

-- A factor as the second reader rates it, of the class it tells of (K6).
create table quality_rating (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (32, 256, 512, 2048)),
  reading_id uuid not null,
  factor text not null check (factor ~ '^[a-z][a-z-]{1,39}$'),
  -- As the second reader says it, and as the adviser had said it that day; empty: not asked.
  level integer check (level between 1 and 5),
  adviser_level integer check (adviser_level between 1 and 5),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, reading_id) references quality_reading (partnership_id, id)
);
create unique index quality_rating_once on quality_rating (partnership_id, reading_id, factor);
create index quality_rating_person on quality_rating (partnership_id, person_id);
call guard_for_those_who_work('quality_rating');
create policy of_those on quality_rating as restrictive for select to connexions_app using (
  exists (select 1 from quality_reading r where r.partnership_id = quality_rating.partnership_id and r.id = reading_id));

-- Filed on the wrong young person, what was looked at goes with what was said of it (K9).
create function sampled_sealed() returns trigger language plpgsql set search_path = app, pg_temp as $body$
begin
  update quality_rating x set sealed_at = new.sealed_at from quality_reading r
    where r.partnership_id = new.partnership_id and r.subject_id = new.id and x.partnership_id = r.partnership_id and x.reading_id = r.id;
  update quality_reading set sealed_at = new.sealed_at where partnership_id = new.partnership_id and subject_id = new.id;
  return new;
end $body$;
create trigger assessment_sampled after update of sealed_at on assessment for each row
  when (old.sealed_at is distinct from new.sealed_at) execute function sampled_sealed();
create trigger plan_agreement_sampled after update of sealed_at on plan_agreement for each row
  when (old.sealed_at is distinct from new.sealed_at) execute function sampled_sealed();
