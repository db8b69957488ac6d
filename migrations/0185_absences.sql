-- Absences and drop-outs a school or provider tells of, what was done, and what they hear back. Row 302; point A4; Education and Skills Act 2008 section 13.
-- docs/rules/tracking.md

create table absence_report (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 4 learning; the class a place whose very name tells more gives it (K6).
  class integer not null check (class in (4, 256, 512, 1024, 65536)),
  organisation_id uuid not null,
  kind text not null check (kind in ('absent', 'left')),
  last_seen_on date not null,
  reason text not null check (reason in ('not-known', 'did-not-like-it', 'other-place', 'work', 'money-or-travel', 'excluded', 'something-else')),
  -- What the place knows, and what it tried.
  words text not null default '' check (length(words) <= 2000),
  tried text not null default '' check (length(tried) <= 1000),
  told_by uuid not null,
  told_on date not null,
  state text not null default 'told' check (state in ('told', 'in-hand', 'answered', 'withdrawn')),
  taken_by uuid,
  taken_on date,
  outcome text check (outcome in ('back', 'coming-back', 'other-place', 'looking', 'not-reached', 'something-else')),
  -- For those who work with them.
  outcome_words text not null default '' check (length(outcome_words) <= 2000),
  -- For the place: what was agreed that it hears, and nothing else.
  back_words text not null default '' check (length(back_words) <= 1000),
  over_on date,
  due_on date,
  chased_at timestamptz,
  escalated_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check ((state in ('answered', 'withdrawn')) = (over_on is not null)),
  check ((state = 'answered') = (outcome is not null))
);
create index absence_report_person on absence_report (partnership_id, person_id);
create index absence_report_open on absence_report (partnership_id, organisation_id) where over_on is null;
create index absence_report_due on absence_report (partnership_id, due_on) where due_on is not null;

call guard_personal_table('absence_report', 'class');

-- A roll opens only what it brought (K3): who sees a young person by their own roll sees what they themselves told, and no other place's.
do $body$
begin
  drop policy seen on absence_report;
  execute format('create policy seen on absence_report for select to connexions_app using (%s)',
    replace(replace(seen_policy('absence_report'::regclass, 'class', 'person_id'),
      'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
      'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
end $body$;
create policy of_place on absence_report for select to connexions_app using (
  organisation_id = any((select app_holders())::uuid[])
  and exists (select 1 from person p where p.partnership_id = absence_report.partnership_id and p.id = absence_report.person_id offset 0));
create policy unsealed on absence_report as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on absence_report for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on absence_report to connexions_grants;
create trigger absence_report_follows after insert on absence_report referencing new table as added for each statement execute function follow_merged('id');

-- Wrong person (K9), as 0183 has it. docs/rules/sharing.md
alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity', 'assessment', 'goal',
    'target', 'agreement', 'appointment', 'referral', 'hand-over', 'absence')) not valid;
alter table breach validate constraint breach_what_check;
