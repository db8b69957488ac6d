/** A database of its own for a test file: a clone of the migrated template, gone when the file's tests are over. */
import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, inject } from 'vitest'
import { dayOf, toInstant } from '#ground/clock.ts'
import { OWNER_LOGIN, PROGRAM_LOGIN, quoteName } from '#ground/database/admin-script.ts'
import { openPool, type Place, withClient } from '#ground/database/connect.ts'
import { type Database, openDatabase } from '#ground/database/open.ts'
import type { Tables } from '#ground/database/tables.ts'
import type { Acting } from '#ground/database/tx.ts'
import { newId, type PartnershipId } from '#ground/ids.ts'
import { testPlace } from './cluster.ts'

/** What a test file works with. */
export interface TestDatabase {
  /** As the program: row security holds. */
  readonly database: Database
  /** As the owner of the tables: arranges and reads across row security. For tests only. */
  readonly owner: Kysely<Tables>
  /** Where the program connects: for what opens its own connections. */
  readonly programPlace: Exclude<Place, string>
  readonly ownerPlace: Exclude<Place, string>
  readonly administratorPlace: Exclude<Place, string>
  /** Closes and drops it. Called by itself after the tests of the file that opened it at its top. */
  close(): Promise<void>
}

let clones = 0

/**
 * Clones the template. At the top of a test file (`const test = await openTestDatabase()`) it closes itself; inside a
 * test or a hook call `close` yourself.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `${server.template}_${process.pid}_${++clones}`
  const admin = (database: string) => testPlace(server, server.administrator, database)
  // Copying files takes 13 ms where going through the log takes 150; the checkpoint it makes costs a test server nothing.
  await onServer(`create database ${quoteName(name)} template ${quoteName(server.template)} strategy file_copy`)
  const programPlace = testPlace(server, PROGRAM_LOGIN, name)
  const ownerPlace = testPlace(server, OWNER_LOGIN, name)
  const database = await openDatabase(programPlace, { connections: 6 })
  const pool = openPool(ownerPlace, 'owner', 2)
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= end())
  try {
    afterAll(close)
  } catch {
    // Not at the top of a file: vitest takes no hooks here.
  }
  return { database, owner, programPlace, ownerPlace, administratorPlace: admin(name), close }

  async function end(): Promise<void> {
    await Promise.all([database.close(), owner.destroy()])
    await onServer(`drop database if exists ${quoteName(name)} with (force)`)
  }

  async function onServer(text: string): Promise<void> {
    await withClient(admin('postgres'), 'plain', client => client.query(text))
  }
}

/** Somebody who acts, on 23 November 2026 unless told otherwise, in a partnership of their own. */
export function acting(with_: Partial<Acting> = {}): Acting {
  const at = with_.at ?? toInstant('2026-11-23T09:52:00Z')
  return {
    partnershipId: newId<'partnership'>(at) as PartnershipId,
    holders: [],
    actorKind: 'account',
    actorId: newId<'account'>(at),
    organisationId: null,
    at,
    today: dayOf(at),
    requestId: 'test',
    reason: null,
    ...with_,
  }
}
