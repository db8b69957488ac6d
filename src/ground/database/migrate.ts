/** Brings a database up to the program: forward only, in order, each migration in a transaction of its own. */
import type pg from 'pg'
import { type Clock, systemClock } from '../clock.ts'
import type { Log } from '../log.ts'
import { type Place, withClient } from './connect.ts'
import { migrationsFolder, readMigrations, readRepeatedScripts, type SqlFile } from './migration-files.ts'
import { codeOf, DatabaseTrouble } from './trouble.ts'

/** What a run of migrations did. */
export interface Migrated {
  readonly applied: readonly string[]
  readonly repeated: readonly string[]
}

export interface MigrateOptions {
  readonly log: Log
  readonly clock?: Clock
  readonly folder?: string
  readonly upTo?: number
  readonly as?: readonly Applied[]
}

/** A migration as a database remembers it. */
export interface Applied {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

// Any number will do as long as every starter uses the same one.
const LOCK = 7_204_511_090

// A function may be made with a setting of an extension only where its library is loaded: making the extension does that,
// and a session that finds it made must ask for it.
const LOAD_TRIGRAMS = `
  do $$ begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
      perform similarity('a', 'b');
    end if;
  end $$`

/**
 * Applies what is missing. Two starters at once do not race: the second waits and finds nothing to do.
 * @param place the database, as `connexions_owner`
 * @param options.folder other migrations than the program's own: for tests
 * @param options.upTo no further than this number, and none of the scripts that run again: for a restore
 * @param options.as what another database says it was made by: must be the beginning of what there is
 * @throws DatabaseTrouble when an applied migration was edited, or the database is newer than the program
 */
export async function migrate(place: Place, options: MigrateOptions): Promise<Migrated> {
  const folder = options.folder ?? migrationsFolder()
  const clock = options.clock ?? systemClock()
  return withClient(place, 'owner', async client => {
    // Given back when the connection closes, however that comes about.
    await client.query(`select pg_advisory_lock(${LOCK})`)
    await client.query(LOAD_TRIGRAMS)
    const all = readMigrations(folder)
    if (options.as !== undefined) assertFits(all, options.as)
    const { upTo } = options
    const files = all.filter(file => upTo === undefined || file.number <= upTo)
    const before = await appliedMigrations(client)
    assertFits(files, before)
    const applied = await applyEach(client, files.slice(before.length), 'app.migration', clock)
    const scripts = upTo === undefined ? await changedScripts(client, readRepeatedScripts(folder)) : []
    const repeated = await applyEach(client, scripts, 'app.repeated_script', clock)
    if (applied.length > 0)
      options.log.info({ count: applied.length, last: applied.at(-1) }, 'database brought up to date')
    return { applied, repeated }
  })
}

/**
 * What the program has and the database has not: names of migrations, in order.
 * @param place the database, as `connexions_owner`
 * @throws DatabaseTrouble when an applied migration was edited, or the database is newer than the program
 */
export async function pendingMigrations(place: Place, folder: string = migrationsFolder()): Promise<string[]> {
  return withClient(place, 'owner', async client => {
    const files = readMigrations(folder)
    const before = await appliedMigrations(client)
    assertFits(files, before)
    return files.slice(before.length).map(file => file.name)
  })
}

async function applyEach(
  client: pg.Client,
  files: readonly SqlFile[],
  table: 'app.migration' | 'app.repeated_script',
  clock: Clock,
): Promise<string[]> {
  for (const file of files) {
    try {
      await client.query(`begin; ${file.text}\n;`)
      await recordApplied(client, file, table, clock)
      await client.query('commit')
    } catch (cause) {
      await client.query('rollback').catch(() => {})
      throw failedTrouble(file, cause)
    }
  }
  return files.map(file => file.name)
}

async function recordApplied(client: pg.Client, file: SqlFile, table: string, clock: Clock): Promise<void> {
  if (table === 'app.migration') {
    const text = 'insert into app.migration (number, name, sha256, applied_at) values ($1, $2, $3, $4)'
    await client.query(text, [file.number, file.name, file.sha256, clock.now()])
    return
  }
  const text = `insert into app.repeated_script (name, sha256, applied_at) values ($1, $2, $3)
    on conflict (name) do update set sha256 = excluded.sha256, applied_at = excluded.applied_at`
  await client.query(text, [file.name, file.sha256, clock.now()])
}

/** Which migrations made a database, in order; none where it is not one of ours. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Applied[]> {
  const there = await client.query<{ found: string | null }>(`select to_regclass('app.migration')::text as found`)
  if ((there.rows[0]?.found ?? null) === null) return []
  const { rows } = await client.query<Applied>('select number, name, sha256 from app.migration order by number')
  return rows
}

async function changedScripts(client: pg.Client, scripts: readonly SqlFile[]): Promise<SqlFile[]> {
  if (scripts.length === 0) return []
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from app.repeated_script')
  const known = new Map(rows.map(row => [row.name, row.sha256]))
  return scripts.filter(script => known.get(script.name) !== script.sha256)
}

// What was applied must be the beginning of what there is, unchanged.
function assertFits(files: readonly SqlFile[], before: readonly Applied[]): void {
  for (const [index, applied] of before.entries()) {
    const file = files[index]
    if (file?.name === applied.name && file.sha256 === applied.sha256) continue
    const last = files.at(-1)
    if (last === undefined || applied.number > last.number) throw newerTrouble(applied, last)
    if (file?.name === applied.name) throw editedTrouble(applied)
    if (file !== undefined && file.number < applied.number) throw lateTrouble(file, before.at(-1) ?? applied)
    throw goneTrouble(applied)
  }
}

function newerTrouble(applied: Applied, last: SqlFile | undefined): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database is newer than this program: it has ${applied.name}, the program knows no further than ${last?.name ?? 'nothing'}.`,
    'Start the newer version of the program, or restore a backup made before the upgrade.',
  )
}

function editedTrouble(applied: Applied): DatabaseTrouble {
  return new DatabaseTrouble(
    `The migration ${applied.name} was changed after it had been applied to this database.`,
    'Put the file back as it was and write the change as a new migration.',
  )
}

function lateTrouble(file: SqlFile, last: Applied): DatabaseTrouble {
  return new DatabaseTrouble(
    `The migration ${file.name} comes before ${last.name}, which this database already has.`,
    'Give it a number after the last one; in a demo or development folder, begin again with an empty database.',
  )
}

function goneTrouble(applied: Applied): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database has the migration ${applied.name}, which this program does not know.`,
    'Start the version of the program that made the database.',
  )
}

function failedTrouble(file: SqlFile, cause: unknown): Error {
  const code = codeOf(cause)
  if (code === undefined) return cause as Error
  return new DatabaseTrouble(
    `The migration ${file.name} could not be applied: ${(cause as Error).message} (${code}).`,
    'Nothing of it was kept. Mend the cause and start again.',
    { cause },
  )
}
