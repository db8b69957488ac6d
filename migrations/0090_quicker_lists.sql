-- Lists and finding, quicker. What is found and who may know it stay as they were but for one thing: name_nearness counted
-- every name of seven letters or more as near any other, because a capped number of slips was read as the number itself.

-- How near a word or two of a name come to what was typed: 1 the same, 0 nothing alike. One or two slips count by their
-- number (a swap is two), anything further by trigrams.
create or replace function name_nearness(kept text, typed text) returns real language sql immutable parallel safe as $body$
  select case when kept = typed then 1
    when length(kept) <= 60 and length(typed) <= 60 and abs(length(kept) - length(typed)) <= 2 and levenshtein_less_equal(kept, typed, 2) <= 2
      then (1 - levenshtein_less_equal(kept, typed, 2)::real / greatest(length(kept), length(typed), 1))::real
    else similarity(kept, typed) end
$body$;

-- As in 0034, with each family name weighed once and not once a bearer, and each row once and not twice.
create or replace function search_names(whole text, givens text[], forms text[], families text[], sounds_typed text[], born date, most integer)
returns table (person_id uuid, likeness real)
language plpgsql stable rows 50 security definer set search_path = app, public, pg_temp
set enable_seqscan = off set enable_mergejoin = off set pg_trgm.similarity_threshold = 0.42 as $body$
declare
  acting constant uuid := app_partnership();
  reach constant integer := 4000;
  like_it uuid[];
  how real[];
begin
  with way as materialized (
    select g, f, string_to_array(o, '|') || g as all_forms, name_slips(f) as slips from unnest(givens, forms, families) w (g, o, f)
  ), near_family as materialized (
    -- The family name is it but for a slip: then the given name may be short, mistyped, or only sound alike.
    select w.f, k.family_key, name_nearness(k.family_key, w.f) as near
    from way w cross join lateral (select distinct k.family_key from family_name_slip k where k.partnership_id = acting and k.slip = any(w.slips)) k where w.f <> ''
  ), near as (
    select n.person_id, n.given_key, n.family_key, w.g, w.f, case when n.given_key = any(w.all_forms) or split_part(n.given_key, ' ', 1) = any(w.all_forms) or w.g = '' then 1
      else name_nearness(n.given_key, w.g) end as given_near, k.near as family_near
    from near_family k join way w on w.f = k.f
    join person_name n on n.partnership_id = acting and n.family_key = k.family_key and n.replaced_at is null
    union all
    -- The given name is it, or another form of it: then the family name may be mistyped.
    select n.person_id, n.given_key, n.family_key, w.g, w.f, 1, case when w.f = '' then 1 else name_nearness(n.family_key, w.f) end
    from way w cross join lateral unnest(w.all_forms) form
    join person_name n on n.partnership_id = acting and n.given_key >= form and n.given_key < form || '!' and n.replaced_at is null
    where form <> ''
  ), alike as (
    select n.person_id, ((n.given_near + n.family_near) / 2
      + case when n.g <> '' and n.f <> '' and n.given_key = n.g and n.family_key = n.f then 0.02 else 0 end)::real as likeness
    from near n where least(n.given_near, n.family_near) >= 0.4
    union all
    select n.person_id, 0.5::real from person_name n
    where n.partnership_id = acting and n.replaced_at is null and cardinality(sounds_typed) >= 2 and n.sounds @> sounds_typed
  )
  select array_agg(a.person_id order by a.likeness desc, a.person_id), array_agg(a.likeness order by a.likeness desc, a.person_id) into like_it, how
  from (select b.person_id, max(b.likeness) as likeness from alike b group by b.person_id order by 2 desc, 1 limit reach) a;

  -- Nothing by its parts: all of it together, for what was typed without a space or with both names wrong.
  if like_it is null then
    select array_agg(a.person_id), array_agg(a.likeness) into like_it, how from (
      select n.person_id, max(similarity(n.search_key, whole)) as likeness from person_name n
      where n.search_key % whole and n.partnership_id = acting and n.replaced_at is null
      group by n.person_id order by 2 desc, 1 limit reach) a;
  end if;

  return query
    select u.id, u.l from unnest(like_it, how) u (id, l)
    join bits_on(like_it) k on k.person_id = u.id and k.bits & 1 <> 0
    cross join lateral (select from person p where p.partnership_id = acting and p.id = u.id and p.state = 'active'
      and (born is null or p.born_on = born) offset 0) p
    order by u.l desc, u.id limit most;
end $body$;

-- The open spell of each of many people.
create index activity_spell_latest on activity_spell (partnership_id, person_id, started_on desc) where finished_on is null;
drop index activity_spell_open;

create or replace function people_in_brief(candidates uuid[], today date)
returns table (person_id uuid, given text, family text, sort_key text, born_on date, died_on date, support_level text, activity_code text,
  activity_verified_on date, last_contact_on date, next_on date, next_step text, town text, has_stop boolean)
-- Each by its key, never by reading everybody: a plan made for any number of candidates would.
language plpgsql stable rows 100 security definer set search_path = app, public, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $body$
declare
  acting constant uuid := app_partnership();
begin
  return query
    select p.id, p.known_given, p.known_family, p.sort_key, p.born_on, p.died_on, d.value, s.code, s.verified_on, c.happened_on, n.next_on, n.next_step,
      a.town,
      exists (select 1 from person_alert x where x.partnership_id = acting and x.person_id = p.id and x.class & k.bits <> 0 and x.kind = 'stop'
        and x.started_on <= today and (x.finished_on is null or x.finished_on > today))
    from bits_on(candidates) k
    join person p on p.partnership_id = acting and p.id = k.person_id and p.state = 'active' and k.bits & 1 <> 0
    left join person_detail d on d.partnership_id = acting and d.person_id = p.id and d.field = 'support-level' and d.replaced_at is null
      and d.class & k.bits <> 0
    -- There is at the most one open spell: the order is asked for so that the plan takes the index that has it, not the one of
    -- the exclusion constraint, which takes five times as long.
    left join lateral (select y.code, y.verified_on from activity_spell y where y.partnership_id = acting and y.person_id = p.id
      and y.class & k.bits <> 0 and y.finished_on is null order by y.started_on desc limit 1) s on true
    left join lateral (select y.happened_on from contact y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.state = 'kept' and y.kind not in ('tried', 'missed') order by y.happened_on desc, y.id desc limit 1) c on true
    left join lateral (select y.next_on, y.next_step from contact y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.state = 'kept' and y.next_on is not null and y.next_done_on is null order by y.next_on limit 1) n on true
    left join lateral (select y.town from person_address y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.replaced_at is null order by y.started_on desc limit 1) a on true;
end $body$;
