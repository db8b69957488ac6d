import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '#ground/log.ts'
import { acting } from '#test/database.ts'
import { testWhere } from '#test/where-it-can.ts'
import { adminScript, OWNER_LOGIN, PROGRAM_LOGIN } from './admin-script.ts'
import { withClient } from './connect.ts'
import { ADMINISTRATOR, type EmbeddedServer } from './embedded/index.ts'
import { startThrowAway } from './embedded/throw-away.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { prepareServer } from './prepare.ts'
import { query } from './tx.ts'

const log = openLog('silent')
const psqlTest = testWhere(psql() !== undefined, 'psql is not here')
let server: EmbeddedServer

beforeAll(async () => {
  server = await startThrowAway({ log, what: 'a test' })
})
afterAll(() => server.stop())

const asAdministrator = (text: string) =>
  withClient(server.place(ADMINISTRATOR, 'postgres'), 'plain', client => client.query(text))

function psql(): string | undefined {
  const debian = [18, 17, 16, 15].map(major => `/usr/lib/postgresql/${major}/bin/psql`)
  return [...debian, '/usr/local/bin/psql', '/opt/homebrew/bin/psql', '/usr/bin/psql'].find(path => existsSync(path))
}

function runScript(user: string, database: string): void {
  const words = ['-q', '-d', 'postgres', '-v', 'owner_password=one', '-v', 'program_password=two', '-f', '-']
  execFileSync(psql() as string, words, {
    input: adminScript(database),
    env: { PGHOST: server.socketDir, PGPORT: String(server.port), PGUSER: user },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
}

psqlTest(
  'an administrator who is no superuser prepares a server with the script, twice over, and the program works on it',
  async () => {
    await asAdministrator('create role council_admin login createrole createdb')
    runScript('council_admin', 'records')
    runScript('council_admin', 'records')
    await migrate(server.place(OWNER_LOGIN, 'records'), { log })
    const database = await openDatabase(server.place(PROGRAM_LOGIN, 'records'))
    const seen = await database.transaction(acting(), tx =>
      query(tx, `select current_user::text as role, similarity('Jonathon', 'Jonathan') > 0.3 as trigrams`),
    )
    expect(seen).toEqual([{ role: 'connexions_app', trigrams: true }])
    await database.close()
  },
)

test('the public has nothing in the database it makes', async () => {
  await prepareServer(database => server.place(ADMINISTRATOR, database), 'closed')
  await asAdministrator('create role stranger login')
  await expect(
    withClient(server.place('stranger', 'closed'), 'plain', client => client.query('select 1')),
  ).rejects.toThrow()
  await migrate(server.place(OWNER_LOGIN, 'closed'), { log })
  const { rows } = await withClient(server.place(ADMINISTRATOR, 'closed'), 'plain', client =>
    client.query(`
      select has_schema_privilege('stranger', 'app', 'usage') as app,
        has_schema_privilege('stranger', 'public', 'usage') as public,
        has_database_privilege('stranger', 'closed', 'temp') as temporary,
        has_table_privilege('stranger', 'app.job_progress', 'select') as reads`),
  )
  expect(rows).toEqual([{ app: false, public: false, temporary: false, reads: false }])
})

test('the running login is weak, and neither role is inherited', async () => {
  await prepareServer(database => server.place(ADMINISTRATOR, database), 'weak')
  const { rows } = await withClient(server.place(ADMINISTRATOR, 'weak'), 'plain', client =>
    client.query(`
      select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong,
        pg_has_role(rolname, 'connexions_worker', 'usage') as inherits_worker,
        pg_has_role(rolname, 'connexions_app', 'usage') as inherits_app,
        pg_has_role(rolname, 'connexions_worker', 'member') as may_become_worker
      from pg_roles where rolname in ('connexions_program', 'connexions_owner') order by rolname desc`),
  )
  expect(rows).toEqual([
    {
      rolname: 'connexions_program',
      strong: false,
      inherits_worker: false,
      inherits_app: false,
      may_become_worker: true,
    },
    {
      rolname: 'connexions_owner',
      strong: false,
      inherits_worker: false,
      inherits_app: false,
      may_become_worker: false,
    },
  ])
})

test('the owner hands a function to the search role, and can change it afterwards', async () => {
  await prepareServer(database => server.place(ADMINISTRATOR, database), 'handed')
  await withClient(server.place(OWNER_LOGIN, 'handed'), 'owner', async client => {
    const text = `create or replace function app.f() returns int language sql security definer set search_path = app as 'select 1'`
    await client.query(`${text}; alter function app.f() owner to connexions_search`)
    await client.query(text)
    await client.query(`grant execute on function app.f() to connexions_app; comment on function app.f() is 'one'`)
    const { rows } = await client.query(`
      select proowner::regrole::text as owner, has_function_privilege('connexions_worker', oid, 'execute') as anyone
      from pg_proc where proname = 'f'`)
    expect(rows).toEqual([{ owner: 'connexions_search', anyone: false }])
  })
})
