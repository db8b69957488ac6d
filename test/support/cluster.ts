/**
 * One throw-away server for a whole test run, with a migrated database in it for test files to clone. It is the PostgreSQL
 * npm carries, or the server at TEST_DATABASE_URL (an administrator's login) to prove another version. DATABASE_URL is
 * never looked at. When the run ends, however it ends, so does the server.
 */
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { OWNER_LOGIN, PROGRAM_LOGIN, quoteName } from '#ground/database/admin-script.ts'
import { type Place, withClient } from '#ground/database/connect.ts'
import { ADMINISTRATOR } from '#ground/database/embedded/index.ts'
import { startThrowAway } from '#ground/database/embedded/throw-away.ts'
import { migrate } from '#ground/database/migrate.ts'
import { prepareServer } from '#ground/database/prepare.ts'
import { openLog } from '#ground/log.ts'

/** What test files are told about the server: only what crosses between processes. */
export interface TestServer {
  readonly host: string
  readonly port: number
  readonly administrator: string
  /** Of the administrator; absent where the server asks for none. */
  readonly password?: string
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

const TEST_PASSWORD = 'connexions-test'

/** Starts (or finds) the server and makes the template; gives back what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const log = openLog('warn')
  const found = process.env['TEST_DATABASE_URL']
  const started = found === undefined ? await startThrowAway({ log, what: 'tests' }) : undefined
  const template = `connexions_test_${process.pid}`
  const server: TestServer =
    started === undefined
      ? { ...fromUrl(found as string), template }
      : { host: started.socketDir, port: started.port, administrator: ADMINISTRATOR, template }
  if (started === undefined) await sweep(server)
  await prepareServer(database => testPlace(server, server.administrator, database), template)
  if (started === undefined) await givePasswords(server)
  await migrate(testPlace(server, OWNER_LOGIN, template), { log })
  project.provide('testServer', server)
  return async () => {
    if (started === undefined) await sweep(server, process.pid)
    else await started.stop()
  }
}

/** Where a user connects to a database of the test server. */
export function testPlace(server: TestServer, user: string, database: string): Exclude<Place, string> {
  const { host, port } = server
  const password = user === server.administrator ? server.password : TEST_PASSWORD
  return password === undefined ? { host, port, user, database } : { host, port, user, database, password }
}

function fromUrl(url: string): Omit<TestServer, 'template'> {
  const { host, port, user, password } = new Client({ connectionString: url })
  const where = { host, port, administrator: user ?? 'postgres' }
  return password ? { ...where, password } : where
}

// A server that is given to us may want a password; one that the logins have already is left alone.
async function givePasswords(server: TestServer): Promise<void> {
  await withClient(testPlace(server, server.administrator, 'postgres'), 'plain', async client => {
    for (const login of [OWNER_LOGIN, PROGRAM_LOGIN]) {
      const { rowCount } = await client.query('select from pg_authid where rolname = $1 and rolpassword is null', [
        login,
      ])
      if (rowCount === 1) await client.query(`alter role ${quoteName(login)} password '${TEST_PASSWORD}'`)
    }
  })
}

// Databases of this run, or of runs whose process is gone.
async function sweep(server: TestServer, ofRun?: number): Promise<void> {
  await withClient(testPlace(server, server.administrator, 'postgres'), 'plain', async client => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname ~ '^connexions_test_[0-9]+'`,
    )
    for (const { datname } of rows) {
      const pid = Number(datname.split('_')[2])
      if (pid === ofRun || !isRunning(pid))
        await client.query(`drop database if exists ${quoteName(datname)} with (force)`)
    }
  })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
