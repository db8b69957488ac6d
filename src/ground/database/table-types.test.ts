import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { withClient } from './connect.ts'
import { tableTypes } from './table-types.ts'

const { ownerPlace } = await openTestDatabase()

test('tables.ts says what the migrations make (npm run tables writes it anew)', async () => {
  const made = await withClient(ownerPlace, 'owner', tableTypes)
  expect(readFileSync(join(import.meta.dirname, 'tables.ts'), 'utf8')).toBe(made)
})

test('every table and column is explained', async () => {
  const { rows } = await withClient(ownerPlace, 'owner', client =>
    client.query<{ name: string }>(`
      select c.relname || coalesce('.' || a.attname, '') as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = 'app' and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
        and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)`),
  )
  expect(rows.map(row => row.name)).toEqual([])
})
