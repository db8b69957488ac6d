/** A backup holds everything, and a restore brings everything back: tables, keys, indexes and triggers, whatever is added later. */

import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { systemClock } from '#ground/clock.ts'
import { OWNER_LOGIN, PROGRAM_LOGIN, quoteName } from '#ground/database/admin-script.ts'
import { saveBackup } from '#ground/database/backup/save.ts'
import { beginServer } from '#ground/database/begin.ts'
import { type Place, withClient } from '#ground/database/connect.ts'
import { migrate } from '#ground/database/migrate.ts'
import { migrationsFolder, readMigrations } from '#ground/database/migration-files.ts'
import { prepareServer } from '#ground/database/prepare.ts'
import type { PartnershipId } from '#ground/ids.ts'
import { send } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { openSealer } from '#rooms/identity/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { audit } from '../src/commands/audit.ts'
import { backup } from '../src/commands/backup.ts'
import { afterMigrate } from '../src/commands/open.ts'
import { restore } from '../src/commands/restore.ts'
import { houseJobs } from '../src/house-jobs.ts'
import { testPlace } from './support/cluster.ts'
import { runCommand, urlOf } from './support/commands.ts'
import { acting, openTestDatabase } from './support/database.ts'
import { type Keys, OWN_RULE, PERSONAL, personSql, rowSql } from './support/personal-rows.ts'

const source = await openTestDatabase()
const server = inject('testServer')
const folder = mkdtempSync(join(tmpdir(), 'connexions-backup-'))
const log = openLog('silent')
const made: string[] = []
const file = join(folder, 'everything.zip')
const keyless = join(folder, 'keyless.zip')
const dataDir = join(folder, 'data')
const ODD = `'a "quoted", comma\nand a new line \\N \\. ŵŷ'`

afterAll(async () => {
  rmSync(folder, { recursive: true })
  for (const name of made)
    await withClient(testPlace(server, server.administrator, 'postgres'), 'plain', client =>
      client.query(`drop database if exists ${quoteName(name)} with (force)`),
    )
})

type Database = { readonly owner: Place; readonly env: Readonly<Record<string, string>> }

/** An empty database, as the administrator's script leaves it. */
async function emptyDatabase(): Promise<Database> {
  const name = `${server.template}_restored_${made.length}`
  made.push(name)
  await prepareServer(database => testPlace(server, server.administrator, database), name)
  return at(testPlace(server, PROGRAM_LOGIN, name), testPlace(server, OWNER_LOGIN, name))
}

function at(program: Exclude<Place, string>, owner: Exclude<Place, string>): Database {
  return { owner, env: { DATABASE_URL: urlOf(program), DATABASE_OWNER_URL: urlOf(owner) } }
}

const here = at(source.programPlace, source.ownerPlace)

async function rowsOf<Row>(place: Place, text: string): Promise<Row[]> {
  return withClient(place, 'owner', async client => (await client.query(text)).rows as Row[])
}

async function contentOf(place: Place): Promise<Record<string, string[]>> {
  const tables = await rowsOf<{ name: string }>(
    place,
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  const content: Record<string, string[]> = {}
  for (const { name } of tables)
    content[name] = (
      await rowsOf<{ line: string }>(place, `select to_jsonb(t)::text as line from app."${name}" t order by 1`)
    ).map(row => row.line)
  return content
}

/** Everything the catalogue says of the program's schema: what a restore lays aside must be back to the letter. */
async function shapeOf(place: Place): Promise<string[]> {
  const rows = await rowsOf<{ line: string }>(
    place,
    `select line from (
      select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'app'::regnamespace
      union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'app'::regnamespace
      union all select pg_get_triggerdef(t.oid) || t.tgenabled::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'app'::regnamespace and not t.tgisinternal
      union all select polrelid::regclass || ' ' || polname || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') from pg_policy
      union all select c.relname || ' ' || coalesce(c.relacl::text, '') || c.relrowsecurity from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
      union all select p.oid::regprocedure || ' ' || pg_get_userbyid(p.proowner) from pg_proc p where p.pronamespace = 'app'::regnamespace
      union all select objoid::regclass || ' ' || objsubid || ' ' || description from pg_description where classoid = 'pg_class'::regclass
        and (select relnamespace from pg_class where oid = objoid) = 'app'::regnamespace
    ) as all_of_it order by line`,
  )
  return rows.map(row => row.line)
}

/** One row in every table about young people, an account that is signed in, a link, and a job that waits. */
async function plantEverything(): Promise<{ partnership: PartnershipId }> {
  const partnership = randomUUID() as PartnershipId
  await afterMigrate(source.ownerPlace)
  const say = (text: string) => withClient(source.ownerPlace, 'owner', client => client.query(text))
  await say(`insert into app.installation (kind, made_at) values ('live', now()) on conflict do nothing`)
  const keys = (): Keys => ({
    partnership,
    person: randomUUID(),
    row: randomUUID(),
    account: randomUUID(),
    organisation: randomUUID(),
  })
  for (const [table, sample] of Object.entries(PERSONAL)) {
    const k = keys()
    await say(`${personSql(partnership, k.person)} ${rowSql(table, sample.bits[0] ?? 1, k)}`)
  }
  for (const [table, rule] of Object.entries(OWN_RULE)) {
    // An event that was not recorded as events are would be a fault of the log.
    if (table === 'audit_event') continue
    const k = keys()
    await say(`${personSql(partnership, k.person)} ${rule.row(k)}`)
  }
  const account = randomUUID()
  await say(`update app.partnership set processors = ${ODD}, lead_body = '';
    insert into app.account (id, email, name, state, created_at) values ('${account}', 'a@sample.example', 'A Sample', 'active', now());
    insert into app.account_link (token_hash, account_id, purpose, made_at, expires_at)
      values (sha256('link'), '${account}', 'set-up', now(), now() + interval '3 days');
    insert into app.session (token_hash, id, account_id, stage, csrf_secret, made_at, seen_at)
      values (sha256('session'), '${randomUUID()}', '${account}', 'signed-in', 'secret', now(), now())`)
  await source.database.transaction(acting({ partnershipId: partnership }), tx =>
    send(tx, houseJobs(listFolder(dataDir)).intake.reading, { run: randomUUID() }),
  )
  await say(`update app.job_progress set state = 'running', runner = '1', attempt = 1`)
  return { partnership }
}

describe('A backup and its restore', () => {
  let before: Record<string, string[]>
  let there: Database

  beforeAll(async () => {
    await plantEverything()
    await openSealer(join(dataDir, 'keys'))
    await runCommand(backup, [join(folder, 'first.zip'), '--data', dataDir], here.env)
    await runCommand(audit, ['verify', '--data', dataDir], here.env)
    await runCommand(backup, [file, '--with-keys', '--data', dataDir], here.env)
    // What comes after it is not in it.
    before = await contentOf(here.owner)
    await runCommand(backup, [keyless, '--data', dataDir], here.env)
    there = await emptyDatabase()
    const words = [file, '--reason', 'The server room burnt down', '--data', join(folder, 'new-data')]
    // The folder the keys are put in, and the keys, come out of the backup.
    const said = await runCommand(restore, words, there.env)
    expect(said.said).toContain('Everybody signs in anew')
  })

  it('brings back every row of every table, to the letter', async () => {
    const after = await contentOf(there.owner)
    const changed = Object.keys(before).filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    expect(Object.keys(after)).toEqual(Object.keys(before))
    // Each of these is told: a new epoch begins, nobody is signed in, what ran goes on; scripts that run again were run again.
    expect(changed).toEqual([
      'account_link',
      'audit_event',
      'audit_payload',
      'audit_pending',
      'audit_root',
      'job_progress',
      'repeated_script',
      'secure_link',
      'session',
    ])
    for (const name of ['account_link', 'job_progress', 'session']) expect(after[name]).toHaveLength(1)
    for (const line of before['audit_event'] ?? []) expect(after['audit_event']).toContain(line)
    expect(Object.entries(before).filter(([, rows]) => rows.length > 0).length).toBeGreaterThan(35)
  })

  it('brings back every key, index, trigger, rule and right', async () => {
    expect(await shapeOf(there.owner)).toEqual(await shapeOf(here.owner))
  })

  it('leaves nobody signed in and no link that works, and lets a job that ran go on', async () => {
    expect(await rowsOf(there.owner, 'select from app.session where ended_at is null')).toEqual([])
    expect(await rowsOf(there.owner, 'select from app.account_link where used_at is null')).toEqual([])
    expect(await rowsOf(there.owner, 'select from app.secure_link where ended_at is null')).toEqual([])
    expect(await rowsOf(there.owner, `select state, runner, attempt from app.job_progress`)).toEqual([
      { state: 'waiting', runner: null, attempt: 1 },
    ])
    expect(
      await rowsOf(there.owner, `select j.state from pgboss.job j join app.job_progress p on p.job_id = j.id`),
    ).toEqual([{ state: 'created' }])
  })

  it('begins a new epoch of every log, with the reason signed, and the log is whole', async () => {
    const roots = await rowsOf<{ epoch: number; reason: string }>(
      there.owner,
      `select epoch, reason from app.audit_root where size = 0`,
    )
    expect(roots.length).toBeGreaterThan(1)
    expect(new Set(roots.map(root => root.reason))).toEqual(new Set(['The server room burnt down']))
    const { code, said } = await runCommand(audit, ['verify', '--data', join(folder, 'new-data')], there.env)
    expect([code, said]).toEqual([0, expect.stringContaining('The log is whole')])
  })

  it('goes into an empty database only', async () => {
    const again = runCommand(restore, [file, '--reason', 'again', '--data', join(folder, 'new-data')], there.env)
    await expect(again).rejects.toThrow('in use already')
  })

  it('tells of a file that is damaged, cut off or another, and keeps nothing of it', async () => {
    const target = await emptyDatabase()
    const whole = readFileSync(file)
    const bad = join(folder, 'bad.zip')
    const trying = () => runCommand(restore, [bad, '--reason', 'a try', '--data', join(folder, 'bad-data')], target.env)
    const flipped = Buffer.from(whole)
    const at_ = whole.indexOf('tables/partnership.csv') + 60
    flipped.writeUInt8(flipped.readUInt8(at_) ^ 0xff, at_)
    writeFileSync(bad, flipped)
    await expect(trying()).rejects.toThrow(/not a whole backup|not as it was written/)
    await expect(runCommand(backup, ['--check', bad])).rejects.toThrow(/not a whole backup|not as it was written/)
    writeFileSync(bad, whole.subarray(0, whole.length / 2))
    await expect(trying()).rejects.toThrow('not a whole backup')
    writeFileSync(bad, 'upn,name\n')
    await expect(trying()).rejects.toThrow('not a whole backup')
    await expect(runCommand(backup, ['--check', join(folder, 'nowhere.zip')])).rejects.toThrow('There is no file')
    expect(
      await rowsOf(target.owner, `select 1 from pg_tables where schemaname = 'app' and tablename = 'installation'`),
    ).toHaveLength(1)
    expect(await rowsOf(target.owner, 'select from app.person')).toEqual([])
    // What the tries left behind is in nobody's way. The keys are lost here: new ones are asked for.
    const words = [keyless, '--reason', 'at last', '--data', join(folder, 'bad-data-2')]
    await expect(runCommand(restore, words, target.env)).rejects.toThrow('The keys are missing')
    await runCommand(restore, [...words, '--new-keys'], target.env)
    expect(await rowsOf(target.owner, 'select from app.person')).not.toEqual([])
  })

  it('keeps nothing and says so when the disk is full', async () => {
    const options = { owner: here.owner, madeAt: systemClock().now(), madeBy: 'test', lists: [], keys: [] }
    await expect(saveBackup(createWriteStream('/dev/full'), options)).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})

describe('A database or a backup of another time', () => {
  it('is brought up to the program, after a backup: a start refuses until then', async () => {
    const old = await emptyDatabase()
    const all = readMigrations(migrationsFolder())
    const upTo = all[Math.floor(all.length / 2)]?.number ?? 0
    await migrate(old.owner, { log, upTo })
    await withClient(old.owner, 'owner', client =>
      client.query(`insert into app.installation (kind, made_at) values ('live', now());
        ${personSql(randomUUID(), randomUUID())}`),
    )
    const options = {
      log,
      clock: systemClock(),
      kind: 'live' as const,
      program: old.env['DATABASE_URL'] ?? '',
      owner: old.env['DATABASE_OWNER_URL'] ?? '',
    }
    await expect(beginServer(options)).rejects.toThrow(/behind this program by \d+ steps/)

    const older = join(folder, 'older.zip')
    await runCommand(backup, [older, '--data', join(folder, 'old-data')], old.env)
    const target = await emptyDatabase()
    await runCommand(restore, [older, '--reason', 'moving', '--data', join(folder, 'old-data')], target.env)
    expect(await shapeOf(target.owner)).toEqual(await shapeOf(here.owner))
    expect(await rowsOf(target.owner, 'select known_given from app.person')).toEqual([{ known_given: 'Robin' }])

    await (await beginServer({ ...options, behind: 'upgrade' })).close()
    expect(await shapeOf(old.owner)).toEqual(await shapeOf(here.owner))
  })

  it('that is newer than the program is refused by name', async () => {
    const newer = join(folder, 'newer.zip')
    await withClient(here.owner, 'owner', client =>
      client.query(
        `insert into app.migration (number, name, sha256, applied_at) values (9999, '9999_of_tomorrow.sql', repeat('0', 64), now())`,
      ),
    )
    const options = { owner: here.owner, madeAt: systemClock().now(), madeBy: 'test', lists: [], keys: [] }
    await saveBackup(createWriteStream(newer), options)
    const target = await emptyDatabase()
    const tried = runCommand(restore, [newer, '--reason', 'a try', '--data', dataDir], target.env)
    await expect(tried).rejects.toThrow('9999_of_tomorrow.sql')
  })
})
