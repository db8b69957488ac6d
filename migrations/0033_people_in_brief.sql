-- What a list shows of people (caseload, team, work lists): a hundred people with what six guarded tables say of each. Under
-- row security every row of each table asks for its grants again, eight times a person; here the classes the caller may see
-- of each person are worked out once, and every column is taken by them. Decision 0019; test/definer-functions.test.ts proves
-- that nobody and nothing comes back that the policies would not show.

create policy searched on person_detail for select to connexions_search using (partnership_id = (select app_partnership()));
create policy searched on activity_spell for select to connexions_search using (partnership_id = (select app_partnership()));
create policy searched on contact for select to connexions_search using (partnership_id = (select app_partnership()));
create policy searched on person_alert for select to connexions_search using (partnership_id = (select app_partnership()));
grant select on person_detail, person_alert, activity_spell to connexions_search;
-- Of a contact when it was and what is to come, never what was said.
grant select (partnership_id, id, person_id, class, kind, state, happened_on, next_step, next_on, next_done_on) on contact to connexions_search;

-- The classes the acting holders may see of each candidate, barriers counted: only those of whom anything may be known.
create function bits_on(candidates uuid[]) returns table (person_id uuid, bits integer)
language plpgsql stable rows 100 security definer set search_path = app, public, pg_temp set enable_seqscan = off as $body$
declare
  acting constant uuid := app_partnership();
  holders constant uuid[] := app_holders();
  moment constant timestamptz := app_at();
  wide integer;
begin
  select coalesce(bit_or(p.classes), 0) into wide from access_grant p
  where p.partnership_id = acting and p.scope = 'partnership' and p.holder_id = any(holders) and p.person_id is null
    and p.started_at <= moment and (p.ended_at is null or p.ended_at > moment);
  return query
    select s.id, bit_or(s.classes) from (
      select c.id, wide as classes from unnest(candidates) c (id)
      union all
      select g.person_id, g.classes from access_grant g
      where g.partnership_id = acting and g.person_id = any(candidates) and g.holder_id = any(holders)
        and g.started_at <= moment and (g.ended_at is null or g.ended_at > moment)
      union all
      select m.person_id, h.classes from access_grant h
      join access_member m on m.partnership_id = h.partnership_id and m.group_id = h.group_id
      where h.partnership_id = acting and h.person_id is null and h.scope = 'group' and h.holder_id = any(holders)
        and h.started_at <= moment and (h.ended_at is null or h.ended_at > moment)
        and m.person_id = any(candidates) and m.started_at <= moment and (m.ended_at is null or m.ended_at > moment)
    ) s
    where not exists (
      select 1 from access_barrier b
      where b.partnership_id = acting and b.person_id = s.id and b.started_at <= moment and (b.ended_at is null or b.ended_at > moment)
        and ((b.kind = 'shut-out' and b.holder_id = any(holders))
          or (b.kind = 'restricted' and not exists (select 1 from access_grant r
            where r.partnership_id = acting and r.person_id = b.person_id and r.holder_id = any(holders) and r.classes & 4096 <> 0
              and r.started_at <= moment and (r.ended_at is null or r.ended_at > moment)))) offset 0)
    group by s.id having bit_or(s.classes) <> 0;
end $body$;

create function people_in_brief(candidates uuid[], today date)
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
    left join lateral (select y.code, y.verified_on from activity_spell y where y.partnership_id = acting and y.person_id = p.id
      and y.class & k.bits <> 0 and y.finished_on is null limit 1) s on true
    left join lateral (select y.happened_on from contact y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.state = 'kept' and y.kind not in ('tried', 'missed') order by y.happened_on desc, y.id desc limit 1) c on true
    left join lateral (select y.next_on, y.next_step from contact y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.state = 'kept' and y.next_on is not null and y.next_done_on is null order by y.next_on limit 1) n on true
    left join lateral (select y.town from person_address y where y.partnership_id = acting and y.person_id = p.id and y.class & k.bits <> 0
      and y.replaced_at is null order by y.started_on desc limit 1) a on true;
end $body$;

alter function bits_on owner to connexions_search;
alter function people_in_brief owner to connexions_search;
revoke all on function bits_on, people_in_brief from public;
grant execute on function bits_on, people_in_brief to connexions_app, connexions_worker;
