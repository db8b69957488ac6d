-- Whether people may be known is asked of the best few hundred first, and of all the rest only where those do not fill a page: among a million, two and a
-- half thousand bear a common name. What is found is the same, in the same order. Else as in 0140.

-- The library must be loaded for its setting to be known.
select similarity('a', 'b');
create or replace function search_names(whole text, givens text[], forms text[], families text[], sounds_typed text[], born date, most integer)
returns table (person_id uuid, likeness real)
language plpgsql stable rows 50 security definer set search_path = app, public, pg_temp
set enable_seqscan = off set enable_mergejoin = off set pg_trgm.similarity_threshold = 0.4 as $body$
declare
  acting constant uuid := app_partnership();
  reach constant integer := 20000;
  like_it uuid[];
  how real[];
  got integer;
  more integer;
  since integer;
  upto integer;
begin
  -- By the parts of the name; where that gives nobody whom the caller may know, all of it together: for what was typed without a space
  -- or with both names wrong. Were somebody hidden enough for the first to do, a page would differ with and without them (K8).
  for attempt in 1..2 loop
    if attempt = 1 then
      with way as materialized (
        select g, f, string_to_array(o, '|') || g as all_forms from unnest(givens, forms, families) w (g, o, f)
      ), near_family as materialized (
        select w.f, x.name_key, bool_or(x.is_slip) as is_slip, name_nearness(x.name_key, w.f) as near
        from (select distinct v.f from way v where v.f <> '') w cross join lateral (
          select s.name_key, true as is_slip from known_name_slip s where s.partnership_id = acting and s.part = 'family' and s.slip = any(name_slips(w.f))
          union all
          select k.name_key, false from known_name k where k.partnership_id = acting and k.part = 'family' and k.name_key % w.f) x
        group by w.f, x.name_key
      ), near_given as materialized (
        select w.g, x.name_key, bool_or(x.is_form) as is_form, case when bool_or(x.is_form) then 1 else name_nearness(x.name_key, w.g) end as near
        from (select distinct v.g, v.all_forms from way v where v.g <> '') w cross join lateral (
          select k.name_key, true as is_form from unnest(w.all_forms) form
          join known_name k on k.partnership_id = acting and k.part = 'given' and k.name_key >= form and k.name_key < form || '!' where form <> ''
          union all
          select s.name_key, false from known_name_slip s where s.partnership_id = acting and s.part = 'given' and s.slip = any(name_slips(w.g))
          union all
          select k.name_key, false from known_name k where k.partnership_id = acting and k.part = 'given' and k.name_key % w.g) x
        group by w.g, x.name_key
      ), pair as materialized (
        select g.name_key as given_key, f.name_key as family_key, max((g.near + f.near) / 2 + case when g.name_key = w.g and f.name_key = w.f then 0.02 else 0 end) as likeness
        from way w join near_given g on g.g = w.g join near_family f on f.f = w.f
        where (g.is_form or f.is_slip) and least(g.near, f.near) >= 0.4
        group by g.name_key, f.name_key
      ), alike as (
        select n.person_id, p.likeness::real from pair p
        join person_name n on n.partnership_id = acting and n.family_key = p.family_key and n.given_key = p.given_key and n.replaced_at is null
        union all
        -- One name alone was typed: as a family name, as a given name.
        select n.person_id, ((1 + f.near) / 2)::real from near_family f
        join person_name n on n.partnership_id = acting and n.family_key = f.name_key and n.replaced_at is null
        where f.is_slip and f.near >= 0.4 and exists (select from way w where w.g = '' and w.f = f.f)
        union all
        select n.person_id, 1::real from near_given g
        join person_name n on n.partnership_id = acting and n.given_key = g.name_key and n.replaced_at is null
        where g.is_form and exists (select from way w where w.f = '' and w.g = g.g)
        union all
        select n.person_id, 0.5::real from person_name n
        where n.partnership_id = acting and n.replaced_at is null and cardinality(sounds_typed) >= 2 and n.sounds @> sounds_typed
      )
      select array_agg(a.person_id order by a.likeness desc, a.person_id), array_agg(a.likeness order by a.likeness desc, a.person_id) into like_it, how
      from (select b.person_id, max(b.likeness) as likeness from alike b
        where born is null or exists (select from person p where p.partnership_id = acting and p.id = b.person_id and p.born_on = born offset 0)
        group by b.person_id order by 2 desc, 1 limit reach) a;
    else
      select array_agg(a.person_id), array_agg(a.likeness) into like_it, how from (
        select n.person_id, max(similarity(n.search_key, whole)) as likeness from person_name n
        where n.search_key % whole and n.partnership_id = acting and n.replaced_at is null
        group by n.person_id order by 2 desc, 1 limit reach) a;
    end if;

    -- Whether they may be known is asked of the best few hundred, and of the rest only when those do not fill a page.
    got := 0;
    since := 1;
    while since <= coalesce(cardinality(like_it), 0) and got < most loop
      upto := case when since = 1 then 4 * most else cardinality(like_it) end;
      return query
        select u.id, u.l from unnest(like_it[since:upto], how[since:upto]) u (id, l)
        join bits_on(like_it[since:upto]) k on k.person_id = u.id and k.bits & 1 <> 0
        cross join lateral (select from person p where p.partnership_id = acting and p.id = u.id and p.state = 'active'
          and (born is null or p.born_on = born) offset 0) p
        order by u.l desc, u.id limit most - got;
      get diagnostics more = row_count;
      got := got + more;
      since := upto + 1;
    end loop;
    exit when got > 0;
  end loop;
end $body$;
