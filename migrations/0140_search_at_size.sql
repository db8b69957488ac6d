-- Finding by name takes the same time in a large partnership as in a small one. Before, everybody with nearly this family name and
-- everybody with this given name was read and weighed (4,000 rows at 150,000 people for a common name, of which a hundred fitted);
-- now names are compared first, the few thousand that are on record, and only who bears two that fit is read. Decision 0031.

-- The name itself is one of its slips, as 0034 says and did not do: a letter typed too many was found by likeness alone, and every
-- statement that brought names wrote theirs once more.
create or replace function name_slips(name text) returns text[] language sql immutable parallel safe as $body$
  select coalesce(array_agg(distinct case when i = 0 then w else left(w, i - 1) || substr(w, i + 1) end), '{}')
  from (select unnest(string_to_array(name, ' ') || name) as w) words cross join lateral generate_series(0, case when length(w) between 3 and 60 then length(w) else 0 end) i
  where w <> ''
$body$;

drop trigger person_name_kept on person_name;
drop function keep_family_names();
drop table family_name_slip;

-- Every name on record, given or family, and no person.
create table known_name (
  partnership_id uuid not null,
  part text not null check (part in ('given', 'family')),
  name_key text not null,
  id uuid not null default gen_random_uuid(),
  primary key (partnership_id, part, name_key, id)
);
create index known_name_trigram on known_name using gin (name_key gin_trgm_ops);
-- The same under each of its slips.
create table known_name_slip (
  partnership_id uuid not null,
  part text not null check (part in ('given', 'family')),
  slip text not null,
  id uuid not null default gen_random_uuid(),
  name_key text not null,
  primary key (partnership_id, part, slip, id)
);
alter table known_name enable row level security;
alter table known_name_slip enable row level security;
-- Names come in by the owner's hands too (a restore), when no partnership is acting: the two functions name theirs.
create policy searched on known_name for all to connexions_search using (true);
create policy searched on known_name_slip for all to connexions_search using (true);
grant select, insert on known_name, known_name_slip to connexions_search;

-- Kept as names come in. Not unique: two who bring the same new name at once must not wait for each other; a name that stands
-- here twice does no harm.
create function keep_names() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  with brought as (
    select distinct n.partnership_id, p.part, p.name_key from added n
    cross join lateral (values ('given', n.given_key), ('family', n.family_key)) p (part, name_key)
  ), fresh as (
    insert into known_name (partnership_id, part, name_key)
    select b.partnership_id, b.part, b.name_key from brought b
    where not exists (select from known_name k where k.partnership_id = b.partnership_id and k.part = b.part and k.name_key = b.name_key)
    returning partnership_id, part, name_key
  )
  insert into known_name_slip (partnership_id, part, slip, name_key) select f.partnership_id, f.part, unnest(name_slips(f.name_key)), f.name_key from fresh f;
  return null;
end $body$;
alter function keep_names owner to connexions_search;
revoke all on function keep_names from public;
grant execute on function keep_names to connexions_app, connexions_worker;
create trigger person_name_kept after insert on person_name referencing new table as added for each statement execute function keep_names();

insert into known_name (partnership_id, part, name_key)
select distinct n.partnership_id, p.part, p.name_key from person_name n cross join lateral (values ('given', n.given_key), ('family', n.family_key)) p (part, name_key);
insert into known_name_slip (partnership_id, part, slip, name_key) select k.partnership_id, k.part, unnest(name_slips(k.name_key)), k.name_key from known_name k;

-- Names like what was typed, best first: only people the caller may know. Its arguments are those of 0034. Found is whose family name is it but for a slip and whose given name is near, or whose given name is it, or another form of it, and whose
-- family name is near; or both sound alike; or, when there is nobody, whose whole name is like all of it.
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

    return query
      select u.id, u.l from unnest(like_it, how) u (id, l)
      join bits_on(like_it) k on k.person_id = u.id and k.bits & 1 <> 0
      cross join lateral (select from person p where p.partnership_id = acting and p.id = u.id and p.state = 'active'
        and (born is null or p.born_on = born) offset 0) p
      order by u.l desc, u.id limit most;
    exit when found;
  end loop;
end $body$;
