-- What an activity said before is kept whoever changes it and by whatever way (a colleague, a list), with its class of then: who may not see what it said then
-- does not see that version; nor does who may not see what took its place, since that something did would tell of it (K6). docs/rules/tracking.md#history
create table activity_spell_version (
  partnership_id uuid not null,
  id uuid not null,
  spell_id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class > 0),
  version integer not null,
  code text not null,
  organisation_id uuid,
  detail text not null,
  started_on date not null,
  finished_on date,
  verified_on date not null,
  verified_by text,
  review_on date,
  predicted_end_on date,
  is_primary boolean not null,
  why text not null default '' check (length(why) <= 200),
  -- When it stopped saying so, and by whom.
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, spell_id) references activity_spell (partnership_id, id)
);
create index activity_spell_version_person on activity_spell_version (partnership_id, person_id);
create index activity_spell_version_of on activity_spell_version (partnership_id, spell_id);
call guard_personal_table('activity_spell_version', 'class');
create policy followed on activity_spell_version for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on activity_spell_version to connexions_grants;
create trigger activity_spell_version_follows after insert on activity_spell_version referencing new table as added for each statement execute function follow_merged('id');
create policy unsealed on activity_spell_version as restrictive for select to connexions_app using (sealed_at is null);

-- One is what they mostly do, for the return; others may stand beside it for the same days.
alter table activity_spell add column is_primary boolean not null default true;
alter table activity_spell drop constraint activity_spell_no_overlap;
alter table activity_spell add constraint activity_spell_no_overlap
  exclude using gist (partnership_id with =, person_id with =, daterange(started_on, finished_on) with &&) where (sealed_at is null and is_primary)
  deferrable initially deferred;

create function keep_activity_version() returns trigger language plpgsql as $$
begin
  -- A merge keeps every row it changes in a log of its own, and gives it back by that: it leaves no word here (held by the property of test/merging.test.ts).
  if current_setting('app.house_reason', true) in ('joining two records', 'taking two records apart') then return null; end if;
  -- That a list confirmed it once more is no change anybody made: of 150,000 people every week that would be all that stood there.
  if new.verified_on is distinct from old.verified_on and split_part(current_setting('app.actor', true), ':', 1) <> 'account'
    and (old.class, old.code, old.organisation_id, old.detail, old.started_on, old.finished_on, old.review_on, old.predicted_end_on, old.is_primary)
      is not distinct from (new.class, new.code, new.organisation_id, new.detail, new.started_on, new.finished_on, new.review_on, new.predicted_end_on, new.is_primary)
  then return null; end if;
  insert into activity_spell_version (partnership_id, id, spell_id, person_id, origin_person_id, class, version, code, organisation_id, detail, started_on, finished_on,
    verified_on, verified_by, review_on, predicted_end_on, is_primary, recorded_at, recorded_by)
  values (old.partnership_id, gen_random_uuid(), old.id, old.person_id, old.origin_person_id,
    -- Where both tell of more, and not of the same, it is for the few who see all.
    case when new.class in (8, old.class) then old.class when old.class = 8 then new.class else 4096 end, old.version, old.code, old.organisation_id, old.detail,
    old.started_on, old.finished_on, old.verified_on, old.verified_by, old.review_on, old.predicted_end_on, old.is_primary,
    coalesce(app_at(), now()),
    -- The setting is kind:id; only an account's is a person's.
    case when split_part(current_setting('app.actor', true), ':', 1) = 'account' then nullif(split_part(current_setting('app.actor', true), ':', 2), '')::uuid end);
  return null;
end $$;
-- Not for what a merge does to whose it is, nor for what seals it: its versions are sealed with it.
create trigger activity_spell_kept after update on activity_spell for each row
  when ((old.class, old.code, old.organisation_id, old.detail, old.started_on, old.finished_on, old.verified_on, old.verified_by, old.review_on, old.predicted_end_on,
      old.is_primary) is distinct from (new.class, new.code, new.organisation_id, new.detail, new.started_on, new.finished_on, new.verified_on, new.verified_by,
      new.review_on, new.predicted_end_on, new.is_primary)
    and new.sealed_at is null)
  execute function keep_activity_version();

-- A caseload tells the one that counts.
create or replace function people_in_brief(candidates uuid[], today date)
returns table (person_id uuid, given text, family text, sort_key text, born_on date, died_on date, support_level text, activity_code text,
  activity_verified_on date, activity_lapses_on date, last_contact_on date, next_on date, next_step text, town text, has_stop boolean)
-- Each by its key, never by reading everybody: a plan made for any number of candidates would.
language plpgsql stable rows 100 security definer set search_path = app, public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $body$
declare
  acting constant uuid := app_partnership();
begin
  return query
    select p.id, p.known_given, p.known_family, p.sort_key, p.born_on, p.died_on, d.value, s.code, s.verified_on, s.lapses_on, c.happened_on, n.next_on,
      n.next_step, a.town,
      exists (select 1 from person_alert x where x.partnership_id = acting and x.person_id = p.id and x.class & k.bits <> 0 and x.kind = 'stop'
        and x.started_on <= today and (x.finished_on is null or x.finished_on > today))
    from bits_on(candidates) k
    join person p on p.partnership_id = acting and p.id = k.person_id and p.state = 'active' and k.bits & 1 <> 0
    left join person_detail d on d.partnership_id = acting and d.person_id = p.id and d.field = 'support-level' and d.replaced_at is null
      and d.class & k.bits <> 0
    -- There is at the most one that is open and counts: the order is asked for so that the plan takes the index that has it, not the one of
    -- the exclusion constraint, which takes five times as long.
    left join lateral (select y.code, y.verified_on, y.lapses_on from activity_spell y where y.partnership_id = acting and y.person_id = p.id
      and y.class & k.bits <> 0 and y.finished_on is null and y.is_primary order by y.started_on desc limit 1) s on true
    left join lateral (select y.happened_on from contact y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.state = 'kept' and y.kind not in ('tried', 'missed') order by y.happened_on desc, y.id desc limit 1) c on true
    left join lateral (select y.next_on, y.next_step from contact y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.state = 'kept' and y.next_on is not null and y.next_done_on is null order by y.next_on limit 1) n on true
    left join lateral (select y.town from person_address y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.replaced_at is null order by y.started_on desc limit 1) a on true;
end $body$;

call mirror_policies();
