/** No personal table is forgotten by a merge. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { BY_HAND, MOVED, ONE_STANDS } from '../src/rooms/matching/merging/tables.ts'

const test = await openTestDatabase()

describe('The list of what a merge moves', () => {
  it('names every column that names a young person, and no other', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
      where c.table_schema = 'app' and c.udt_name in ('uuid', '_uuid')
        and (c.column_name ~ 'person' or c.column_name = 'merged_into') and c.column_name <> 'origin_person_id'`.execute(
      test.owner,
    )
    const known = [...MOVED.map(t => `${t.name}.person_id`), ...Object.keys(BY_HAND)]
    expect(known.toSorted()).toEqual(rows.map(row => row.name).toSorted())
  })

  it('names every foreign key that leads to a young person', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'partnership_id'
      where c.contype = 'f' and c.confrelid = 'app.person'::regclass`.execute(test.owner)
    const known = new Set([...MOVED.map(t => `${t.name}.person_id`), ...Object.keys(BY_HAND)])
    expect(rows.map(row => row.name.replace('app.', '')).filter(name => !known.has(name))).toEqual([])
  })

  it('knows the rest of each table’s key', async () => {
    const { rows } = await sql<{ name: string; key: string[] }>`
      select c.conrelid::regclass::text as name, array_agg(a.attname::text order by array_position(c.conkey, a.attnum)) as key from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'partnership_id'
      where c.contype = 'p' group by 1`.execute(test.owner)
    const keys = new Map(rows.map(row => [row.name.replace('app.', ''), row.key]))
    for (const { name, key } of MOVED) expect(keys.get(name), name).toEqual(key)
  })

  it('knows every table where one row of a person stands at a time', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct i.indrelid::regclass::text as name from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) and a.attname = 'person_id'
      where i.indisunique and i.indpred is not null`.execute(test.owner)
    const known = Object.keys(ONE_STANDS)
    expect(rows.map(row => row.name.replace('app.', '')).filter(name => !known.includes(name))).toEqual([])
  })
})
