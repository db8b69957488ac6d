/** What there is to copy: asked of the database itself, so that no table can be forgotten. */
import { type ClientBase, escapeIdentifier } from 'pg'
import type { Manifest } from './manifest.ts'

export interface TableToCopy {
  readonly name: string
  readonly columns: readonly string[]
}

/**
 * Made anew by whoever restores, so in no backup: which scripts ran again. What the queue holds is made anew as well, from
 * the jobs' own rows.
 */
const MADE_ANEW: ReadonlySet<string> = new Set(['repeated_script'])

/** Every table of the program with the columns that can be written, in the order of their names. */
export async function tablesOf(client: ClientBase): Promise<TableToCopy[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      group by c.relname order by c.relname`,
  )
  return rows.filter(row => !MADE_ANEW.has(row.name))
}

/** Where each sequence stands. It is no part of a snapshot: it may be ahead of the rows, never behind. */
export async function sequencesOf(client: ClientBase): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'S' order by relname`,
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const at = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from app.${escapeIdentifier(name)}`,
    )
    sequences.push({ name, last: at.rows[0]?.last ?? '1', called: at.rows[0]?.called ?? false })
  }
  return sequences
}

/** Which kind of installation it is; undefined where nobody has begun one yet: the database is empty. */
export async function kindOf(client: ClientBase): Promise<'live' | 'demo' | undefined> {
  const there = await client.query<{ found: string | null }>(`select to_regclass('app.installation')::text as found`)
  if ((there.rows[0]?.found ?? null) === null) return undefined
  const { rows } = await client.query<{ kind: 'live' | 'demo' }>('select kind from app.installation')
  return rows[0]?.kind
}

/** Which key signed the newest root of the audit. */
export async function auditKeyOf(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query<{ key_id: string }>(
    'select key_id from app.audit_root order by made_at desc, epoch desc, size desc limit 1',
  )
  return rows[0]?.key_id ?? null
}
