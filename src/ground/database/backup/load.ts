/**
 * Puts a backup into an empty database: the tables as they were at the backup's migration, in one transaction; then the
 * migrations that came since; and last, with whatever has to be true the moment the database is in use, the row that says so.
 * What is cut off before that is as good as empty: the next attempt clears it away.
 */
import { type ClientBase, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Clock } from '../../clock.ts'
import type { Log } from '../../log.ts'
import { OWNER_LOGIN } from '../admin-script.ts'
import { type Place, withClient } from '../connect.ts'
import { migrate } from '../migrate.ts'
import { bindTransaction, settingSql } from '../session.ts'
import { codeOf, DatabaseTrouble, isDiskFull } from '../trouble.ts'
import type { Acting, Tx } from '../tx.ts'
import type { Archive } from './archive.ts'
import { kindOf, tablesOf } from './catalogue.ts'
import { CLEAR, IN_THE_WAY } from './load-sql.ts'
import type { Manifest, TableInBackup } from './manifest.ts'
import { hangUp } from './save.ts'

export interface LoadOptions {
  readonly owner: Place
  readonly archive: Archive
  readonly log: Log
  readonly clock: Clock
  /** What the owner does once the migrations are applied: make the queues. */
  readonly afterMigrate: (owner: Place) => Promise<void>
  /** What has to be true the moment the database is in use: in that transaction, as the owner, on its connection. */
  readonly alsoInside: (loaded: Loaded) => Promise<void>
}

export interface Loaded {
  readonly client: ClientBase
  /** The same transaction for a room's action, as somebody. */
  as(acting: Acting): Promise<Tx>
}

/**
 * Restores a backup.
 * @throws DatabaseTrouble when the database is not empty, is newer, or the backup is not what it says; nothing of it is kept
 */
export async function loadBackup(options: LoadOptions): Promise<void> {
  const { owner, archive, log, clock } = options
  await assertEmpty(owner)
  // What an attempt before this one left: tables without an installation.
  await withClient(owner, 'owner', client => client.query(CLEAR))
  const upTo = archive.manifest.migrations.at(-1)?.number ?? 0
  await migrate(owner, { log, clock, upTo, as: archive.manifest.migrations })
  await options.afterMigrate(owner)
  const [begun, others] = partition(archive.manifest.tables, table => table.name === IN_USE)
  await copying(owner, client => fillTables(client, archive, others))
  await migrate(owner, { log, clock })
  await options.afterMigrate(owner)
  await copying(owner, async client => {
    for (const table of begun) await fillTable(client, archive, table)
    await options.alsoInside({ client, as: acting => actingOn(client, acting) })
  })
  await withClient(owner, 'owner', client => client.query('analyze'))
}

/** The table whose row says that the database is in use. */
const IN_USE = 'installation'

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter(one => !isFirst(one))]
}

/** One transaction of the owner that streams; what goes wrong in the middle of a table cuts the connection off. */
async function copying(owner: Place, work: (client: ClientBase) => Promise<void>): Promise<void> {
  await withClient(owner, 'copying', async client => {
    try {
      await client.query(`begin; set local statement_timeout = 0; set local maintenance_work_mem = '256MB'`)
      await work(client)
      await client.query('commit')
    } catch (trouble) {
      hangUp(client)
      throw loadTrouble(trouble)
    }
  })
}

async function actingOn(client: ClientBase, acting: Acting): Promise<Tx> {
  await client.query(settingSql({ 'app.partnership_id': acting.partnershipId, 'app.at': acting.at }))
  const session = { client, depth: 0, role: OWNER_LOGIN, known: new Set<string>(), houseReason: '', ended: false }
  return { db: bindTransaction(session), acting, recorded: { count: 0 } }
}

/** Throws a DatabaseTrouble when somebody has begun to use the database. */
export async function assertEmpty(owner: Place): Promise<void> {
  const kind = await withClient(owner, 'owner', kindOf)
  if (kind !== undefined)
    throw new DatabaseTrouble(
      'This database is in use already: a backup is restored into an empty one only.',
      'Give another data folder with --data, or have the administrator of the server make a new database.',
    )
}

async function fillTables(client: ClientBase, archive: Archive, tables: readonly TableInBackup[]): Promise<void> {
  const { manifest } = archive
  await assertSameTables(client, manifest)
  const inTheWay = await findInTheWay(client)
  for (const one of inTheWay.toReversed()) await client.query(one.layAside)
  await client.query(`truncate ${manifest.tables.map(table => `app.${escapeIdentifier(table.name)}`).join(', ')}`)
  for (const table of tables) await fillTable(client, archive, table)
  for (const one of inTheWay) await client.query(one.bringBack)
  for (const sequence of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      `app.${escapeIdentifier(sequence.name)}`,
      sequence.last,
      sequence.called,
    ])
}

// The migrations are the same, so the tables are: unless somebody made some by hand.
async function assertSameTables(client: ClientBase, manifest: Manifest): Promise<void> {
  const shape = (tables: readonly { name: string; columns: readonly string[] }[]) =>
    tables.map(table => `${table.name}(${table.columns.toSorted().join()})`).toSorted()
  const here = shape(await tablesOf(client))
  const there = shape(manifest.tables)
  const odd = [...here.filter(one => !there.includes(one)), ...there.filter(one => !here.includes(one))][0]
  if (odd === undefined) return
  throw new DatabaseTrouble(
    `The backup's tables are not those its migrations make: ${odd.replace(/\(.*/, '')} differs.`,
    'Nothing was changed. Restore it with the version of the program that made it.',
  )
}

async function fillTable(client: ClientBase, archive: Archive, table: TableInBackup): Promise<void> {
  const columns = table.columns.map(escapeIdentifier).join(', ')
  const copy = copyFrom(`copy app.${escapeIdentifier(table.name)} (${columns}) from stdin (format csv, header match)`)
  client.query(copy)
  await archive.pour(table, copy)
  if (copy.rowCount !== table.rows)
    throw new DatabaseTrouble(
      `The backup says that ${table.name} has ${table.rows} rows, and ${copy.rowCount} came.`,
      'Use another copy of the backup. Nothing was changed.',
    )
}

async function findInTheWay(client: ClientBase): Promise<{ layAside: string; bringBack: string }[]> {
  const { rows } = await client.query<{ lay_aside: string; bring_back: string }>(IN_THE_WAY)
  return rows.map(row => ({ layAside: row.lay_aside, bringBack: row.bring_back }))
}

function loadTrouble(trouble: unknown): unknown {
  if (trouble instanceof DatabaseTrouble) return trouble
  const cause = { cause: trouble }
  if (isDiskFull(trouble))
    return new DatabaseTrouble(
      'The disk of the database is full.',
      'Nothing was kept. Make room: a restored database takes several times the size of its backup.',
      cause,
    )
  const code = codeOf(trouble)
  // Data exceptions and broken promises: never the message, it may quote a row.
  if (code?.startsWith('22') === true || code?.startsWith('23') === true)
    return new DatabaseTrouble(
      `The backup holds rows that the database will not take (${code}).`,
      'Nothing was kept. Use another copy of the backup.',
      cause,
    )
  return trouble
}
