/** A database is brought up to the program whatever it was at before: each migration may be the first of its session. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { openLog } from '#ground/log.ts'
import { testPlace } from '#test/cluster.ts'
import { OWNER_LOGIN, quoteName } from './admin-script.ts'
import { withClient } from './connect.ts'
import { migrate } from './migrate.ts'
import { migrationsFolder, readMigrations } from './migration-files.ts'
import { prepareServer } from './prepare.ts'

const server = inject('testServer')
const name = `${server.template}_upgrade`
const administrator = (database: string) => testPlace(server, server.administrator, database)
const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await withClient(administrator('postgres'), 'plain', client =>
    client.query(`drop database if exists ${quoteName(name)} with (force)`),
  )
})

test('one migration after another, each in a session of its own, comes to the end', async () => {
  await prepareServer(administrator, name)
  const log = openLog('silent')
  const all = readMigrations(migrationsFolder())
  for (const { name: file } of all) {
    cpSync(join(migrationsFolder(), file), join(folder, file))
    expect((await migrate(testPlace(server, OWNER_LOGIN, name), { log, folder })).applied).toEqual([file])
  }
  cpSync(join(migrationsFolder(), 'always'), join(folder, 'always'), { recursive: true })
  expect((await migrate(testPlace(server, OWNER_LOGIN, name), { log, folder })).applied).toEqual([])
})
