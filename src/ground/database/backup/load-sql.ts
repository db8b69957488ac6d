/** The statements of a restore that are about the database's own catalogue. */

/**
 * Takes away all that the owner made: for a database nobody has begun to use, where an attempt to restore was cut off. The
 * schemas stay: the owner may not make them again.
 */
export const CLEAR = `
do $$
declare
  found record;
begin
  -- Sorted, so that all names are read before the first thing is gone: cascading takes more than it is told.
  for found in
    select c.oid::regclass::text as thing, case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as kind
    from pg_class c where c.relnamespace in ('app'::regnamespace, 'pgboss'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm')
      and not c.relispartition
    order by thing
  loop
    execute format('drop %s if exists %s cascade', found.kind, found.thing);
  end loop;
  for found in
    select p.oid::regprocedure::text as thing from pg_proc p
    where p.pronamespace in ('app'::regnamespace, 'pgboss'::regnamespace) order by thing
  loop
    execute format('drop routine if exists %s cascade', found.thing);
  end loop;
  for found in
    select t.oid::regtype::text as thing from pg_type t
    where t.typnamespace in ('app'::regnamespace, 'pgboss'::regnamespace) and t.typtype in ('e', 'd') order by thing
  loop
    execute format('drop type if exists %s cascade', found.thing);
  end loop;
end $$`

/**
 * What makes filling tables slow, or impossible in any order: indexes that are no key, constraints that refer or exclude,
 * triggers. For each the statement that lays it aside and the one that brings it back. `step` is the order of bringing back: what
 * is referred to, what refers, what watches. Keys stay: they are filled as fast.
 */
export const IN_THE_WAY = `
select step, lay_aside, bring_back from (
  select 1 as step, format('drop index %s', i.indexrelid::regclass) as lay_aside, pg_get_indexdef(i.indexrelid) as bring_back
  from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'app'::regnamespace and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  union all
  select case k.contype when 'x' then 1 else 2 end,
    format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname),
    format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
  from pg_constraint k where k.connamespace = 'app'::regnamespace and k.contype in ('f', 'x')
  union all
  select 3, format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
    format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = 'app'::regnamespace and not t.tgisinternal and t.tgenabled = 'O'
) as found
order by step, bring_back`
