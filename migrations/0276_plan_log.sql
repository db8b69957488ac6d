-- What was done towards a target of a plan, by whom and on which day: what stands between what was agreed and its review. Row 189. docs/rules/plans.md

create table plan_log (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- As the target is, and never less close than the target was when it was written.
  class integer not null check (class in (64, 256, 512, 2048, 4096)),
  also_class integer check (also_class in (64, 256, 512, 2048)),
  target_id uuid not null,
  done_on date not null,
  done_by text not null check (done_by in ('young-person', 'adviser', 'other')),
  doer_name text not null default '' check (length(doer_name) <= 200),
  words text not null check (length(words) between 1 and 2000),
  written_on date not null,
  written_by uuid not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, target_id) references plan_target (partnership_id, id),
  check ((done_by = 'other') = (doer_name <> ''))
);
create index plan_log_person on plan_log (partnership_id, person_id);
create index plan_log_target on plan_log (partnership_id, target_id);

-- Read by whoever reads the target: guarded as that is (0160). Kept close, what tells of health still tells of health (0150); off view once sealed (K9); and it
-- follows its record when two are joined.
call guard_personal_table('plan_log', 'class');
do $body$
begin
  execute format('create policy seen_besides on plan_log as restrictive for select to connexions_app using (%s)',
    seen_policy('plan_log'::regclass, 'coalesce(also_class, class)', 'person_id'));
end $body$;
create policy unsealed on plan_log as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on plan_log for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on plan_log to connexions_grants;
create trigger plan_log_follows after insert on plan_log referencing new table as added for each statement execute function follow_merged('id');
call take_filed_kind('plan-log');

-- Which contact a target came from is asked by the target.
create index contact_next_target on contact (partnership_id, next_target_id) where next_target_id is not null;
