-- A talk of an adviser's as a leader or a colleague saw it, and their own review of one, on one form of nine marks. Row 264. docs/rules/guidance.md
-- It is about practice: no young person stands in it, and it leads to no record.

create table practice_observation (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('observed', 'self')),
  -- Whose practice it was, and who wrote it down.
  observed_id uuid not null references account (id),
  observer_id uuid not null references account (id),
  on_day date not null,
  -- All that is said of the young person: their year at school.
  year_group integer check (year_group between 7 and 14),
  -- Mark by mark: what was seen, and by what it was known.
  marks jsonb not null,
  feedback text not null default '' check (length(feedback) <= 4000),
  next text not null default '' check (length(next) <= 2000),
  observed_words text not null default '' check (length(observed_words) <= 4000),
  state text not null default 'draft' check (state in ('draft', 'given', 'answered')),
  given_on date,
  answered_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  check ((kind = 'self') = (observed_id = observer_id)),
  check ((state = 'draft') = (given_on is null)),
  check ((state = 'answered') = (answered_on is not null))
);
create index practice_observation_observed on practice_observation (partnership_id, observed_id);
create index practice_observation_observer on practice_observation (partnership_id, observer_id);

alter table practice_observation enable row level security;
-- A draft is its writer's. What was given is read by both, and by whoever leads the team of the adviser now; by nobody else.
create policy told on practice_observation for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (observer_id = any((select app_holders())::uuid[])
    or (state <> 'draft' and (observed_id = any((select app_holders())::uuid[])
      or exists (select 1 from team t join team_place m on m.partnership_id = t.partnership_id and m.team_id = t.id
        where t.partnership_id = practice_observation.partnership_id and m.account_id = practice_observation.observed_id
          and t.leader_id = any((select app_holders())::uuid[]) and t.ended_on is null
          and m.started_on <= ((select app_at()) at time zone 'Europe/London')::date
          and (m.finished_on is null or m.finished_on > ((select app_at()) at time zone 'Europe/London')::date))))));
-- Nobody writes in another's name.
create policy added on practice_observation for insert to connexions_app with check (
  partnership_id = (select app_partnership()) and observer_id = any((select app_holders())::uuid[]));
create policy changed on practice_observation for update to connexions_app using (
  partnership_id = (select app_partnership())
  and (observer_id = any((select app_holders())::uuid[]) or observed_id = any((select app_holders())::uuid[])));
grant select, insert, update on practice_observation to connexions_app;
create policy worked on practice_observation for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select on practice_observation to connexions_worker;

-- What was given stays as it was written, whoever asks; whose practice it was adds their words once.
create function keep_given() returns trigger language plpgsql as $body$
begin
  if (new.kind, new.observed_id, new.observer_id, new.on_day, new.year_group, new.marks, new.feedback, new.next, new.given_on)
    is distinct from (old.kind, old.observed_id, old.observer_id, old.on_day, old.year_group, old.marks, old.feedback, old.next, old.given_on)
    or new.state = 'draft' or (old.state = 'answered' and new.observed_words <> old.observed_words)
  then
    raise exception 'an observation that was given is kept as it was';
  end if;
  return new;
end $body$;
create trigger practice_observation_kept before update on practice_observation for each row when (old.state <> 'draft') execute function keep_given();
