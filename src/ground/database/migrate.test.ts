import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openLog } from '#ground/log.ts'
import { openTestDatabase } from '#test/database.ts'
import { withClient } from './connect.ts'
import { migrate } from './migrate.ts'
import { migrationsFolder } from './migration-files.ts'

const log = openLog('silent')
const { ownerPlace, owner } = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
cpSync(migrationsFolder(), folder, { recursive: true })
afterAll(() => rmSync(folder, { recursive: true }))

const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
const run = () => migrate(ownerPlace, { log, folder })

test('a database that is up to date is left alone', async () => {
  expect(await run()).toEqual({ applied: [], repeated: [] })
})

test('what is missing is applied once, also by two starters at once', async () => {
  put('9001_first.sql', 'create table app.first (n int); insert into app.first values (1);')
  const both = await Promise.all([run(), run()])
  expect(both.flatMap(each => each.applied)).toEqual(['9001_first.sql'])
})

test('a migration that fails leaves nothing of itself', async () => {
  put('9002_second.sql', 'create table app.second (n int); select 1 / 0;')
  await expect(run()).rejects.toThrow('9002_second.sql could not be applied')
  const found = await withClient(ownerPlace, 'owner', client => client.query(`select to_regclass('app.second') as t`))
  expect(found.rows).toEqual([{ t: null }])
  put('9002_second.sql', 'create table app.second (n int);')
  expect((await run()).applied).toEqual(['9002_second.sql'])
})

test('a migration edited after it was applied is refused by its name', async () => {
  put('9002_second.sql', 'create table app.second (n bigint);')
  await expect(run()).rejects.toThrow('9002_second.sql was changed after')
  put('9002_second.sql', 'create table app.second (n int);')
})

test('a migration that comes too late is refused by its name', async () => {
  put('9000_late.sql', 'select 1;')
  await expect(run()).rejects.toThrow('9000_late.sql comes before 9002_second.sql')
  rmSync(join(folder, '9000_late.sql'))
})

test('a database newer than the program is refused in plain words', async () => {
  await expect(migrate(ownerPlace, { log })).rejects.toThrow('The database is newer than this program')
})

test('a script in always runs again when it changed, and only then', async () => {
  mkdirSync(join(folder, 'always'), { recursive: true })
  put('always/zz.sql', `comment on table app.first is 'one';`)
  expect((await run()).repeated).toEqual(['zz.sql'])
  expect((await run()).repeated).toEqual([])
  put('always/zz.sql', `comment on table app.first is 'two';`)
  expect((await run()).repeated).toEqual(['zz.sql'])
})

test('the application may not write down a migration', async () => {
  const { rows } = await withClient(ownerPlace, 'owner', client =>
    client.query(`select has_table_privilege('connexions_app', 'app.migration', 'insert') as may`),
  )
  expect(rows).toEqual([{ may: false }])
  expect(await owner.selectFrom('migration').select('number').where('number', '=', 1).execute()).toHaveLength(1)
})
