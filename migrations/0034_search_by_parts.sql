-- Finding by name, by its parts. Before, what was typed went through the trigram index whole, once for each nickname's spelling
-- (up to twelve times, 40 ms at 25,000 names), and the best thousand were asked about: an adviser's own Jack could fall behind
-- a thousand others. Now each part finds by its own index, the rest is looked at row by row, and whom the caller may know is
-- asked before anything is cut off. Decision 0019.

-- What a name is when one letter is left out, each in turn, and as it is; also for each word of a double-barrelled one. Two
-- names that differ by one slip (a letter wrong, missing, too many, or two swapped) have one of these in common.
create function name_slips(name text) returns text[] language sql immutable parallel safe as $body$
  select coalesce(array_agg(distinct left(w, i - 1) || substr(w, i + 1)), '{}')
  from (select unnest(string_to_array(name, ' ') || name) as w) words cross join lateral generate_series(0, case when length(w) between 3 and 60 then length(w) else 0 end) i
  where w <> ''
$body$;

-- Every family name on record under each of its slips, and no person: found by equality, among the few thousand there are.
create table family_name_slip (
  partnership_id uuid not null,
  slip text not null,
  id uuid not null default gen_random_uuid(),
  family_key text not null,
  primary key (partnership_id, slip, id)
);
alter table family_name_slip enable row level security;
-- Names come in by the owner's hands too (a restore), when no partnership is acting: the two functions name theirs.
create policy searched on family_name_slip for all to connexions_search using (true);
grant select, insert on family_name_slip to connexions_search;

-- Kept as names come in. Not unique: two who bring the same new name at once must not wait for each other; a name that stands
-- here twice does no harm.
create function keep_family_names() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  insert into family_name_slip (partnership_id, slip, family_key)
  select a.partnership_id, unnest(name_slips(a.family_key)), a.family_key from (select distinct n.partnership_id, n.family_key from added n) a
  where not exists (
    select 1 from family_name_slip k where k.partnership_id = a.partnership_id and k.slip = a.family_key and k.family_key = a.family_key);
  return null;
end $body$;
alter function keep_family_names owner to connexions_search;
revoke all on function keep_family_names from public;
grant execute on function keep_family_names to connexions_app, connexions_worker;
grant execute on function name_slips to connexions_search;
create trigger person_name_kept after insert on person_name referencing new table as added for each statement execute function keep_family_names();
insert into family_name_slip (partnership_id, slip, family_key)
select n.partnership_id, unnest(name_slips(n.family_key)), n.family_key from (select distinct partnership_id, family_key from person_name) n;

create index person_name_given on person_name (partnership_id, given_key) where replaced_at is null;

-- The same question as bits_on, for one class.
create or replace function knowable(candidates uuid[], class_bit integer) returns setof uuid
language sql stable security definer set search_path = app, public, pg_temp as $body$
  select b.person_id from bits_on(candidates) b where b.bits & class_bit <> 0
$body$;

-- How near a word or two of a name come to what was typed: 1 the same, 0 nothing alike. Slips of one or two letters count by
-- their number (a swap is two), longer differences by trigrams.
create function name_nearness(kept text, typed text) returns real language sql immutable parallel safe as $body$
  select case when kept = typed then 1
    else greatest(similarity(kept, typed),
      case when length(kept) > 60 or length(typed) > 60 then 0
        else (1 - levenshtein_less_equal(kept, typed, 3)::real / greatest(length(kept), length(typed), 1)) end)::real end
$body$;

-- Names like what was typed, best first: only people the caller may know. givens and families are the ways to take what was
-- typed apart ("mary jane sample" is "mary" and "jane sample", or "mary jane" and "sample", or turned round), folded; forms are
-- the other forms of each given name, one text each with "|" between; whole is what was typed; sounds are codes of its words.
-- The library must be loaded for its setting to be known.
select similarity('a', 'b');
create function search_names(whole text, givens text[], forms text[], families text[], sounds_typed text[], born date, most integer)
returns table (person_id uuid, likeness real)
language plpgsql stable rows 50 security definer set search_path = app, public, pg_temp
set enable_seqscan = off set pg_trgm.similarity_threshold = 0.42 as $body$
declare
  acting constant uuid := app_partnership();
  reach constant integer := 4000;
  like_it uuid[];
  how real[];
begin
  with way as (
    select g, f, string_to_array(o, '|') || g as all_forms, name_slips(f) as slips from unnest(givens, forms, families) w (g, o, f)
  ), near as (
    -- The family name is it but for a slip: then the given name may be short, mistyped, or only sound alike.
    select n.person_id, n.given_key, n.family_key, n.search_key, w.g, w.f, w.all_forms
    from way w
    cross join lateral (select distinct k.family_key from family_name_slip k where k.partnership_id = acting and k.slip = any(w.slips)) k
    join person_name n on n.partnership_id = acting and n.family_key = k.family_key and n.replaced_at is null
    where w.f <> ''
    union
    -- The given name is it, or another form of it: then the family name may be mistyped.
    select n.person_id, n.given_key, n.family_key, n.search_key, w.g, w.f, w.all_forms
    from way w cross join lateral unnest(w.all_forms) form
    join person_name n on n.partnership_id = acting and n.given_key >= form and n.given_key < form || '!' and n.replaced_at is null
    where form <> ''
  ), weighed as (
    select n.person_id,
      case when n.g = '' then 1 when n.given_key = any(n.all_forms) or split_part(n.given_key, ' ', 1) = any(n.all_forms) then 1
        else name_nearness(n.given_key, n.g) end as given_near,
      case when n.f = '' then 1 else name_nearness(n.family_key, n.f) end as family_near,
      case when n.g <> '' and n.f <> '' and n.given_key || ' ' || n.family_key = n.g || ' ' || n.f then 0.02 else 0 end as exact
    from near n
  ), alike as (
    select w.person_id, max((w.given_near + w.family_near) / 2 + w.exact)::real as likeness from weighed w
    where least(w.given_near, w.family_near) >= 0.4 group by w.person_id
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

drop function search_names(text[], text[], date, integer);
alter function search_names owner to connexions_search;
revoke all on function search_names from public;
grant execute on function search_names to connexions_app, connexions_worker;
grant execute on function name_nearness to connexions_search;
