/** Every row of every table, for proving that a way back leads back: a table that is added later is in it by itself. */
import { sql } from 'kysely'
import type { TestDatabase } from './database.ts'

/** What a dump leaves out: what happened is never unhappened, who was told stays told, which parts a record ever had is only added to, and the index of matching is made anew from the rest. */
const LEFT_OUT =
  /^(audit_|match_(entry|key|stale)$|notice$|outbox_message$|person_(merge|part$)|migration$|repeated_script$|installation$|session$)/

/** The tables of the program. */
export async function tablesOf(test: TestDatabase): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'app' and table_type = 'BASE TABLE' order by 1`.execute(
    test.owner,
  )
  return found.rows.map(row => row.name)
}

/** Each table's rows of one partnership as sorted text. */
export async function dumpOf(test: TestDatabase, partnershipId: string): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {}
  for (const table of (await tablesOf(test)).filter(name => !LEFT_OUT.test(name))) {
    const found = await sql<{ line: string }>`
      select to_jsonb(t)::text as line from app.${sql.table(table)} t
      where coalesce(to_jsonb(t) ->> 'partnership_id', ${partnershipId}) = ${partnershipId} order by 1`.execute(
      test.owner,
    )
    dump[table] = found.rows.map(row => row.line)
  }
  return dump
}
