/** The commands that take files in, as whoever runs the installation uses them: lists refused, stopped with Ctrl+C, gone on with, cancelled; a register. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#ground/clock.ts'
import { OWNER_LOGIN } from '#ground/database/admin-script.ts'
import { beginFolder } from '#ground/database/begin.ts'
import { withClient } from '#ground/database/connect.ts'
import { findRunning } from '#ground/database/embedded/index.ts'
import { addDays, addMonths } from '#ground/day.ts'
import { installJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { addOrganisation, createPartnership } from '#rooms/directory/index.ts'
import { fieldsFor, listFolder, makeAgreement } from '#rooms/intake/index.ts'
import { until } from '#test/processes.ts'
import { establishment, registerOf } from '#test/registers.ts'
import { newDataDir } from '#test/served.ts'
import { commandActing } from '../acting.ts'
import { houseJobs } from '../house-jobs.ts'

const dataDir = newDataDir()
const script = resolve(import.meta.dirname, '../../scripts/connexions.mjs')
const log = openLog('silent')
const clock = systemClock()
const file = join(dataDir, 'roll.csv')
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

type Ended = { readonly code: number | null; readonly said: string }

const start = (...words: string[]) => startCommand('intake', ...words)

function startCommand(...words: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const { PATH = '', HOME = '/', TMPDIR } = process.env
  const child = spawn(process.execPath, [script, ...words, '--data', dataDir], {
    cwd: dataDir,
    env: { PATH, HOME, LOG_LEVEL: 'silent', ...(TMPDIR === undefined ? {} : { TMPDIR }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  return { child, ended: new Promise(settle => child.on('close', code => settle({ code, said }))) }
}

/** Asks the database the command has started, while it runs. */
async function asking(text: string): Promise<number> {
  const running = findRunning(dataDir)
  if (running === undefined) return 0
  return withClient(running.place(OWNER_LOGIN, 'connexions'), 'owner', async client => {
    const { rows } = await client.query<{ found: number }>(text)
    return rows[0]?.found ?? 0
  }).catch(() => 0)
}

beforeAll(async () => {
  const ready = await beginFolder({
    log,
    clock,
    kind: 'live',
    what: 'a test',
    dataDir,
    afterMigrate: owner => installJobs(owner, [...houseJobs(listFolder(dataDir)).all]),
  })
  try {
    const made = await ready.database.transaction(commandActing(clock, 'test'), tx =>
      createPartnership(tx, {
        name: 'Example partnership',
        model: 'direct-delivery',
        controllers: 'Made-up Council',
        processors: '',
        isDemo: false,
      }),
    )
    if (!made.ok) throw new Error(made.why)
    await ready.database.transaction(commandActing(clock, 'test', made.value), async tx => {
      for (const [name, reviewOn] of [
        ['Example School', addMonths(tx.acting.today, 12)],
        ['Late School', addDays(tx.acting.today, -1)],
      ] as const)
        await makeAgreement(tx, {
          organisationId: await addOrganisation(tx, { name, kind: 'school' }),
          purpose: 'To know what young people do (made up)',
          power: 'Education and Skills Act 2008, section 72',
          fields: fieldsFor('school'),
          youngest: 13,
          oldest: 25,
          assessmentReference: 'DPIA-1',
          reviewOn,
          missingOfficerId: null,
        })
    })
  } finally {
    await ready.close()
  }
  const letters = (n: number) => Array.from(String(n), figure => 'abcdefghij'[Number(figure)]).join('')
  const born = (n: number) => `${1 + (n % 28)}/${1 + (Math.floor(n / 28) % 12)}/${2008 + (Math.floor(n / 336) % 4)}`
  const rows = Array.from({ length: 3000 }, (_, n) => `Stop${letters(n)},Kit${letters(n)},${born(n)},HX1 1AA`)
  writeFileSync(file, ['Surname,Forename,DOB,Postcode', ...rows].join('\n'))
}, 60_000)

describe('connexions intake', () => {
  it('refuses a list under an agreement whose review day has passed, with who must do what', async () => {
    const { code, said } = await start(file, '--partner', 'Late School', '--apply').ended
    expect(code).toBe(1)
    expect(said).toMatch(/The agreement with this partner was to be looked at again by .*A data officer must review it/)
    expect(
      existsSync(join(dataDir, 'lists-on-their-way')) ? readdirSync(join(dataDir, 'lists-on-their-way')) : [],
    ).toEqual([])
  }, 60_000)

  it('stopped with Ctrl+C says how far the list is and how to go on or cancel; both then do so', async () => {
    const first = start(file, '--partner', 'Example School', '--apply')
    await until(async () => (await asking(`select count(*)::int as found from app.intake_row`)) > 0, 40_000)
    first.child.kill('SIGINT')
    const stopped = await first.ended
    expect(stopped.code).toBe(130)
    expect(stopped.said).toContain('Stopped.')
    const id = /connexions intake --go-on (\S+)/.exec(stopped.said)?.[1] ?? ''
    expect(stopped.said).toContain(`connexions intake --cancel ${id} --data ${dataDir}`)

    const second = start('--go-on', id, '--apply')
    await until(async () => (await asking(`select count(*)::int as found from app.person`)) > 0, 40_000)
    second.child.kill('SIGINT')
    const midway = await second.ended
    expect(midway.code).toBe(130)
    expect(midway.said).toContain('roll.csv: applying. 3000 rows read.')
    expect(midway.said).toContain('What was applied so far is saved')

    const cancelled = await start('--cancel', id).ended
    expect(cancelled).toMatchObject({ code: 0, said: expect.stringContaining('roll.csv: cancelled.') as string })
    const again = await start('--cancel', id).ended
    expect(again.code).toBe(1)
    expect(again.said).toContain('This list cannot be cancelled any more')

    const ready = await beginFolder({ log, clock, kind: 'live', what: 'a test', dataDir })
    try {
      const counted = await withClient(ready.ownerPlace, 'owner', async client => {
        const { rows } = await client.query<{ state: string; people: number }>(
          'select state, count(*)::int as people from app.person group by state',
        )
        return rows
      })
      expect(counted).toMatchObject([{ state: 'withdrawn' }])
    } finally {
      await ready.close()
    }
  }, 120_000)
})

describe('connexions directory establishments', () => {
  it('says what it would do, row by row what it does not take, and overwrites only when told to', async () => {
    const register = join(dataDir, 'register.csv')
    writeFileSync(
      register,
      registerOf([
        establishment('990201', 'Example School'),
        establishment('990202', 'Commanded Sample School'),
        establishment('12', 'Commanded Cross'),
      ]),
    )
    const words = ['directory', 'establishments', register, '--partnership', 'Example partnership']
    const wrong = await startCommand(...words, '--authority', '38').ended
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('codes of three figures') as string })
    const { code, said } = await startCommand(...words, '--authority', '381', '--apply').ended
    expect(code).toBe(0)
    for (const line of [
      '3 rows read; 1 of them were not taken.',
      'row 4: Its URN is not six figures (12)',
      '+ Commanded Sample School. School, URN 990202',
      '= Example School. URN: nothing → 990201',
      'Added 1, changed 1, addresses 1, closed 0.',
    ])
      expect(said).toContain(line)
    const again = await startCommand(...words, '--authority', '381', '--apply').ended
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('Nothing to change') as string })
  }, 60_000)
})
