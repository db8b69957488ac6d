-- Search over names. Trigram operators are not leakproof, so under row security their index is not used (249 ms against 24
-- at 150,000 people): a definer function of a login-less role asks the index and applies the same grants itself.
-- test/definer-functions.test.ts lists every such function and proves it returns nobody the caller may not see.

create policy searched on person for select to connexions_search using (partnership_id = (select app_partnership()));
-- A policy with a condition would keep the trigram index from being used here too (1,400 ms against 30 at 25,000 names): the
-- role has no login, and the two functions below, which are all it runs, name the partnership themselves.
create policy searched on person_name for select to connexions_search using (true);
create policy searched on person_identifier for select to connexions_search using (partnership_id = (select app_partnership()));
create policy searched on person_address for select to connexions_search using (partnership_id = (select app_partnership()));
create policy searched on access_grant for select to connexions_search using (partnership_id = (select app_partnership()));
create policy searched on access_member for select to connexions_search using (partnership_id = (select app_partnership()));
create policy searched on access_barrier for select to connexions_search using (partnership_id = (select app_partnership()));
grant select on person, person_name, person_identifier, person_address, access_grant, access_member, access_barrier to connexions_search;

-- Who of the candidates the acting holders may know, for rows of one class. Set-based: asked once for all candidates.
create function knowable(candidates uuid[], class_bit integer) returns setof uuid
language sql stable security definer set search_path = app, public, pg_temp as $body$
  with wide as (
    select coalesce(bit_or(p.classes), 0) & class_bit <> 0 as all_of_it from access_grant p
    where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.person_id is null and p.holder_id = any((select app_holders())::uuid[])
      and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))
  )
  select c.id from unnest(candidates) c (id)
  where ((select all_of_it from wide)
      or exists (select 1 from access_grant g
        where g.partnership_id = (select app_partnership()) and g.person_id = c.id and g.holder_id = any((select app_holders())::uuid[]) and g.classes & class_bit <> 0
          and g.started_at <= (select app_at()) and (g.ended_at is null or g.ended_at > (select app_at())))
      or exists (select 1 from access_member m join access_grant h on h.partnership_id = m.partnership_id and h.group_id = m.group_id
        where m.partnership_id = (select app_partnership()) and m.person_id = c.id
          and m.started_at <= (select app_at()) and (m.ended_at is null or m.ended_at > (select app_at()))
          and h.holder_id = any((select app_holders())::uuid[]) and h.classes & class_bit <> 0
          and h.started_at <= (select app_at()) and (h.ended_at is null or h.ended_at > (select app_at()))))
    and not exists (select 1 from access_barrier b
      where b.partnership_id = (select app_partnership()) and b.person_id = c.id
        and b.started_at <= (select app_at()) and (b.ended_at is null or b.ended_at > (select app_at()))
        and ((b.kind = 'shut-out' and b.holder_id = any((select app_holders())::uuid[]))
          or (b.kind = 'restricted' and not exists (select 1 from access_grant r
            where r.partnership_id = (select app_partnership()) and r.person_id = b.person_id and r.holder_id = any((select app_holders())::uuid[]) and r.classes & 4096 <> 0
              and r.started_at <= (select app_at()) and (r.ended_at is null or r.ended_at > (select app_at()))))))
$body$;

-- Names like what was typed, best first. spellings: what was typed and its other forms (nicknames), folded; sounds: codes of
-- each word, one array a word flattened; initial_given and family for "k sample". Only people the caller may know.
create function search_names(spellings text[], sounds_typed text[], born date, most integer)
returns table (person_id uuid, likeness real)
language sql stable security definer set search_path = app, public, pg_temp set pg_trgm.similarity_threshold = 0.42 as $body$
  with alike as (
    select n.person_id, max(greatest(similarity(n.search_key, s.spelling), similarity(n.given_key || ' ' || n.family_key, s.spelling))
        + case when s.rank = 1 then 0.02 else 0 end)::real as likeness
    from unnest(spellings) with ordinality s (spelling, rank)
    join person_name n on n.search_key % s.spelling
    where n.partnership_id = (select app_partnership()) and n.replaced_at is null
    group by n.person_id
    union all
    select n.person_id, 0.5::real
    from person_name n
    where n.partnership_id = (select app_partnership()) and n.replaced_at is null and cardinality(sounds_typed) >= 2 and n.sounds @> sounds_typed
  ), best as (
    select a.person_id, max(a.likeness)::real as likeness from alike a
    -- "offset 0": by the key of each, never by reading everybody.
    cross join lateral (select from person p where p.partnership_id = (select app_partnership()) and p.id = a.person_id and p.state = 'active'
      and (born is null or p.born_on = born) offset 0) p
    group by a.person_id
    order by 2 desc, 1 limit most * 20
  )
  select b.person_id, b.likeness from best b
  where b.person_id in (select knowable((select array_agg(x.person_id) from best x), 1))
  order by b.likeness desc, b.person_id limit most
$body$;

alter function knowable owner to connexions_search;
alter function search_names owner to connexions_search;
revoke all on function knowable, search_names from public;
grant execute on function knowable, search_names to connexions_app, connexions_worker;
