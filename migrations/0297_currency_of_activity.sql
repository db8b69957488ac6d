-- When a confirmed activity stops counting as known, kept with it: so that lists and counts ask for a day and not for every code.
-- The same rule in words and as a pure function: docs/rules/tracking.md#currency, src/rooms/tracking/rules.ts; a test holds the two together.

alter table activity_spell
  add column review_on date,
  add column predicted_end_on date;

create function activity_lapses(code text, verified date, review date, predicted date) returns date
language sql immutable parallel safe as $$
  select case
    when code in ('110', '120', '130', '140', '150', '210', '220', '230', '240', '250', '270', '280') or code = '290' and review is null
      then least(make_date((extract(year from verified) + case when extract(month from verified) >= 9 then 1 else 0 end)::int, 8, 31), predicted)
    when code in ('260', '290', '350', '710', '720') then least(coalesce(review, verified) + 28, predicted)
    when code in ('310', '320') then least((verified + interval '12 months')::date, predicted)
    when code in ('330', '340', '360', '380', '381', '550', '410', '430', '440', '450', '460') then least((verified + interval '6 months')::date, predicted)
    when code = '530' then least((verified + interval '3 months')::date, predicted)
  end
$$;
grant execute on function activity_lapses to connexions_app, connexions_worker;

alter table activity_spell
  add column lapses_on date generated always as (activity_lapses(code, verified_on, review_on, predicted_end_on)) stored;
create index activity_spell_lapsing on activity_spell (partnership_id, lapses_on) where finished_on is null and sealed_at is null;

-- A caseload tells when it lapses.
drop function people_in_brief(uuid[], date);
create function people_in_brief(candidates uuid[], today date)
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
    -- There is at the most one open spell: the order is asked for so that the plan takes the index that has it, not the one of
    -- the exclusion constraint, which takes five times as long.
    left join lateral (select y.code, y.verified_on, y.lapses_on from activity_spell y where y.partnership_id = acting and y.person_id = p.id
      and y.class & k.bits <> 0 and y.finished_on is null order by y.started_on desc limit 1) s on true
    left join lateral (select y.happened_on from contact y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.state = 'kept' and y.kind not in ('tried', 'missed') order by y.happened_on desc, y.id desc limit 1) c on true
    left join lateral (select y.next_on, y.next_step from contact y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.state = 'kept' and y.next_on is not null and y.next_done_on is null order by y.next_on limit 1) n on true
    left join lateral (select y.town from person_address y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.replaced_at is null order by y.started_on desc limit 1) a on true;
end $body$;

alter function people_in_brief owner to connexions_search;
revoke all on function people_in_brief from public;
grant execute on function people_in_brief to connexions_app, connexions_worker;

-- A list of those of school age who learn at no school that is known: for the officer named for children missing education (row 307).
alter table tracking_list drop constraint tracking_list_activity_check;
alter table tracking_list add constraint tracking_list_activity_check check (activity in ('any', 'not-known', 'neet', 'out-of-school'));

call mirror_policies();
