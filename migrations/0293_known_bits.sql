-- Reading about a few people costs one look at rights, not one for each row of each table: what a caller may see of them is worked out once and noted for as long as
-- the piece of reading lasts. The role that reads so may read nobody else, and write nothing. Decision 0066. docs/rules/access.md
do $body$
begin
  if not exists (select from pg_roles where rolname = 'connexions_known') then
    raise exception 'the role connexions_known is missing: run the administrator script on this server once more (docs/running/upgrade.md)';
  end if;
  if not has_schema_privilege('connexions_known', 'public', 'usage') then
    raise exception 'the role connexions_known may not use this database yet: run the administrator script for it once more (docs/running/upgrade.md)';
  end if;
end $body$;
grant usage on schema app to connexions_known;

-- The note: for each person the caller is not barred from, the classes they may see by any right; by a right that is neither a roll's nor a referral's; by one that is no referral's.
create function app_known() returns jsonb language sql stable parallel safe
  return coalesce(nullif(current_setting('app.known', true), ''), '{}')::jsonb;

-- As `bits_on` (0033), told apart by where a right comes from, as the policies of some tables do.
create function rights_on(candidates uuid[]) returns jsonb
language plpgsql stable security definer set search_path = app, public, pg_temp set enable_seqscan = off as $body$
declare
  acting constant uuid := app_partnership();
  holders constant uuid[] := app_holders();
  moment constant timestamptz := app_at();
  wide integer;
begin
  if acting is null then return '{}'; end if;
  select coalesce(bit_or(p.classes), 0) into wide from access_grant p
  where p.partnership_id = acting and p.scope = 'partnership' and p.holder_id = any(holders) and p.person_id is null
    and p.started_at <= moment and (p.ended_at is null or p.ended_at > moment);
  return (
    select coalesce(jsonb_object_agg(n.id, jsonb_build_array(n.of_any, n.of_work, n.of_no_referral)), '{}') from (
      select s.id, bit_or(s.classes) as of_any, bit_or(case when s.source in ('own-roll', 'referral') then 0 else s.classes end) as of_work,
        bit_or(case when s.source = 'referral' then 0 else s.classes end) as of_no_referral
      from (
        select c.id, wide as classes, '' as source from unnest(candidates) c (id)
        union all
        select g.person_id, g.classes, g.source from access_grant g
        where g.partnership_id = acting and g.person_id = any(candidates) and g.holder_id = any(holders)
          and g.started_at <= moment and (g.ended_at is null or g.ended_at > moment)
        union all
        -- A team's right is no referral's, whatever it came from: the policies say so.
        select m.person_id, h.classes, case when h.source = 'referral' then '' else h.source end from access_grant h
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
      group by s.id
    ) n
  );
end $body$;
alter function rights_on owner to connexions_search;
revoke all on function rights_on from public;
grant execute on function rights_on to connexions_app;

-- Notes what the caller may see of these people, until the transaction ends or another note is made.
create function know(candidates uuid[]) returns void language plpgsql volatile set search_path = app, pg_temp as $body$
begin
  perform set_config('app.known', rights_on(candidates)::text, true);
end $body$;
grant execute on function know to connexions_app;

-- Makes a policy for a moment, to have its words as the database writes them.
create procedure spell_policy(target regclass, words text, inout spelt text) language plpgsql set search_path = app, public, pg_temp as $body$
begin
  execute format('create policy scratch on %s for select to connexions_known using (%s)', target, words);
  select substring(pg_get_expr(n.polqual, n.polrelid) from '^\((.*)\)$') into spelt from pg_policy n where n.polrelid = target and n.polname = 'scratch';
  execute format('drop policy scratch on %s', target);
end $body$;

-- A policy of `connexions_app` in the words of `connexions_known`: what `seen_policy` made of it, whole or with its usual exceptions, is asked of the note, and so are barriers.
-- What is not to be found to the letter stays as it is, which is dear and right.
create procedure shorten_policy(target regclass, inout words text) language plpgsql set search_path = app, public, pg_temp as $body$
declare
  person_column constant text := substring(words from 'FROM access_barrier b\s+WHERE \(\(b\.partnership_id = \w+\.partnership_id\) AND \(b\.person_id = \w+\.(\w+)\)');
  noted constant text := format('((select app_known()) -> (%s)::text', person_column);
  class_text text;
  whole text;
  spelt text;
begin
  if person_column is null then return; end if;
  for class_text in select distinct m[1] from regexp_matches(words, '\(\(g\.classes & (.*?)\) <> 0\) AND \(', 'g') m loop
    whole := seen_policy(target, class_text, person_column);
    for at in 0..2 loop
      call spell_policy(target, case at
        when 0 then whole
        when 1 then replace(replace(whole, 'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
          'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at')
        else replace(whole, 'and g.started_at', 'and g.source <> ''referral'' and g.started_at') end, spelt);
      words := replace(words, spelt,
        format('(partnership_id = (select app_partnership())) and ((coalesce((%s ->> %s)::integer, 0) & (%s)) <> 0)', noted || ')', at, class_text));
    end loop;
  end loop;
  call spell_policy(target, format('(not exists (%s)) and true', substring(seen_policy(target, '1', person_column) from 'not exists \(\s*(select 1 from access_barrier b.*?offset 0\)\)\)\s*offset 0)\)')), spelt);
  words := replace(words, replace(spelt, ' AND true', ''), format('((select app_known()) ? (%s)::text)', person_column));
end $body$;

-- Gives `connexions_known` every right and policy of reading that `connexions_app` has, the policies in their short words.
-- To be called by each migration that makes or changes a policy; test/access.test.ts says where one forgot.
create procedure mirror_policies() language plpgsql set search_path = app, public, pg_temp as $body$
declare
  p record;
  c record;
  words text;
begin
  for p in select n.polname, n.polrelid::regclass as target from pg_policy n where n.polroles = array['connexions_known'::regrole::oid] loop
    execute format('drop policy %I on %s', p.polname, p.target);
  end loop;
  revoke all on all tables in schema app from connexions_known;
  for c in select k.oid::regclass as target, k.oid, has_table_privilege('connexions_app', k.oid, 'select') as whole
    from pg_class k where k.relnamespace = 'app'::regnamespace and k.relkind in ('r', 'p', 'v')
  loop
    if c.whole then
      execute format('grant select on %s to connexions_known', c.target);
    else
      for p in select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and has_column_privilege('connexions_app', c.oid, a.attnum, 'select')
      loop
        execute format('grant select (%I) on %s to connexions_known', p.attname, c.target);
      end loop;
    end if;
  end loop;
  for c in select f.oid::regprocedure as called from pg_proc f where f.pronamespace = 'app'::regnamespace and f.prokind = 'f'
      and has_function_privilege('connexions_known', f.oid, 'execute')
  loop
    execute format('revoke execute on function %s from connexions_known', c.called);
  end loop;
  -- Nothing that writes.
  for c in select f.oid::regprocedure as called from pg_proc f where f.pronamespace = 'app'::regnamespace and f.prokind = 'f' and f.provolatile <> 'v'
      and f.proname <> 'rights_on' and (has_function_privilege('connexions_app', f.oid, 'execute') or f.proname = 'app_known')
  loop
    execute format('grant execute on function %s to connexions_known', c.called);
  end loop;
  for p in select n.polname, n.polrelid::regclass as target, n.polpermissive, pg_get_expr(n.polqual, n.polrelid) as qual
    from pg_policy n join pg_class k on k.oid = n.polrelid and k.relnamespace = 'app'::regnamespace
    where n.polcmd in ('r', '*') and 'connexions_app'::regrole::oid = any(n.polroles)
    order by 2, 1
  loop
    words := p.qual;
    call shorten_policy(p.target, words);
    execute format('create policy %I on %s as %s for select to connexions_known using (%s)', left('known_' || p.polname, 63), p.target,
      case when p.polpermissive then 'permissive' else 'restrictive' end, words);
  end loop;
end $body$;
call mirror_policies();
