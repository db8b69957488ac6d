/** Partners' lists for tests: real files, sent, read and applied by the real jobs. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll } from 'vitest'
import type { Acting } from '#ground/database/tx.ts'
import { addMonths, type Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, RowId } from '#ground/ids.ts'
import { installJobs, type Jobs, startJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { addOrganisation, type OrganisationKind } from '#rooms/directory/index.ts'
import {
  askApply,
  askUndo,
  checkMapping,
  confirmMapping,
  type Field,
  fieldsFor,
  findAgreement,
  findRun,
  makeAgreement,
  type Run,
  startRun,
  suggestMapping,
} from '#rooms/intake/index.ts'
import type { TestDatabase } from './database.ts'
import type { Answered, TestColleague, TestHouse, TestPartnership } from './house.ts'
import { postFields, postFile } from './uploads.ts'

export { uln, upn } from './made-up-numbers.ts'

export type TestLists = {
  readonly jobs: Jobs
  /** Ends the runner before its time, as a program that leaves does. */
  leave(): Promise<void>
  /** A partner with an agreement on record. */
  partner(at: TestPartnership, kind: OrganisationKind, terms?: Partial<Terms>): Promise<OrganisationId>
  /** Sends a list and confirms its columns as they look; it is not read yet. */
  send(by: TestColleague, partner: OrganisationId, list: string | Uint8Array, asAt?: Day): Promise<Run>
  /** Sends a list and lets it be read. */
  read(by: TestColleague, partner: OrganisationId, list: string | Uint8Array, asAt?: Day): Promise<Run>
  /** Sends a list, lets it be read, and applies it. */
  take(by: TestColleague, partner: OrganisationId, list: string | Uint8Array, asAt?: Day): Promise<Run>
  apply(by: TestColleague, run: Run): Promise<Run>
  undo(by: TestColleague, run: Run): Promise<Run>
  run(acting: Acting, id: RowId): Promise<Run>
  /** Writes a list to a file of its own, and says where. */
  write(list: string | Uint8Array): string
  /** Sends a list as a browser does: the form of "Send a list in", with its file. */
  upload(by: TestColleague, partner: OrganisationId, name: string, list: string | Uint8Array): Promise<Answered>
  /** Sends a form in which a name may stand more than once. */
  postFields(by: TestColleague, path: string, fields: Iterable<readonly [string, string]>): Promise<Answered>
}

type Terms = {
  readonly fields: readonly Field[]
  readonly missingOfficerId: AccountId | null
  readonly reviewOn: Day
}

/** First names nothing like each other: people of one birth date and place who are to be told apart by them. */
const GIVEN = [
  'Aisha',
  'Bruno',
  'Cerys',
  'Duncan',
  'Esme',
  'Femi',
  'Greta',
  'Hugh',
  'Ines',
  'Jonah',
  'Keeley',
  'Luca',
  'Maeve',
  'Nikhil',
  'Orla',
  'Piotr',
  'Queenie',
  'Rufus',
  'Sadia',
  'Tomos',
  'Uma',
  'Victor',
  'Wanda',
  'Xander',
  'Yasmin',
  'Zeb',
] as const

export function givenOf(serial: number): string {
  return GIVEN[serial % GIVEN.length] as string
}

let files = 0

/** Starts a runner of jobs for the house of a test file; it stops itself. */
export async function openLists(test: TestDatabase, house: TestHouse): Promise<TestLists> {
  const { database } = test
  const { folder, jobs: definitions } = house.intake
  const all = [...Object.values(house.matching.jobs), ...Object.values(definitions)]
  const dir = mkdtempSync(join(tmpdir(), 'connexions-lists-'))
  await installJobs(test.ownerPlace, all)
  const jobs = await startJobs({
    place: test.programPlace,
    database,
    clock: house.clock,
    log: openLog('silent'),
    definitions: all,
  })
  let left: Promise<void> | undefined
  const leave = () => (left ??= jobs.stop())
  afterAll(async () => {
    await leave()
    rmSync(dir, { recursive: true, force: true })
  })

  const find = async (acting: Acting, id: RowId): Promise<Run> => {
    const run = await database.transaction(acting, tx => findRun(tx, id))
    if (!run) throw new Error('the run is not there')
    return run
  }
  const settled = async (by: TestColleague, id: RowId): Promise<Run> => {
    await jobs.idle()
    house.clock.advance(1000)
    return find(by.acting(), id)
  }

  const write = (list: string | Uint8Array): string => {
    const path = join(dir, `list-${++files}.csv`)
    writeFileSync(path, list)
    return path
  }
  const lists: TestLists = {
    jobs,
    write,
    upload: (by, organisationId, name, list) =>
      postFile(house, by, '/lists/new', [['partner', organisationId]], { name, content: list }),
    postFields: (by, path, fields) => postFields(house, by, path, fields),
    leave,
    run: find,
    partner: (at, kind, terms = {}) =>
      house.command(at.id, async tx => {
        const organisationId = await addOrganisation(tx, { name: `Example ${kind} ${++files}`, kind })
        await makeAgreement(tx, {
          organisationId,
          purpose: 'To know what young people do (made up)',
          power: 'Education and Skills Act 2008, section 72',
          fields: fieldsFor(kind),
          youngest: 13,
          oldest: 25,
          assessmentReference: 'DPIA-1',
          reviewOn: addMonths(tx.acting.today, 12),
          missingOfficerId: null,
          ...terms,
        })
        return organisationId
      }),
    async send(by, organisationId, list, asAt) {
      const path = write(list)
      const started = await database.transaction(by.acting(), tx =>
        startRun(tx, folder, { organisationId, path, name: 'list.csv', bytes: statSync(path).size }),
      )
      if (!started.ok) throw new Error(started.why)
      const { runId } = started.value
      const run = await find(by.acting(), runId)
      if (run.state !== 'mapping') return run
      await database.transaction(by.acting(), async tx => {
        const agreement = await findAgreement(tx, run.agreementId)
        if (!agreement) throw new Error('no agreement')
        const suggested = await suggestMapping(tx, folder, run, agreement)
        const mapping = checkMapping(Object.fromEntries(suggested.map(s => [s.column, s.field ?? ''])), run, agreement)
        if (!mapping.ok) throw new Error(mapping.why)
        const confirmed = await confirmMapping(tx, run, mapping.value, definitions.reading, asAt)
        if (!confirmed.ok) throw new Error(confirmed.why)
      })
      return find(by.acting(), runId)
    },
    async read(by, organisationId, list, asAt) {
      const run = await lists.send(by, organisationId, list, asAt)
      return run.state === 'reading' ? settled(by, run.id) : run
    },
    async take(by, organisationId, list, asAt) {
      const run = await lists.read(by, organisationId, list, asAt)
      return run.state === 'ready' ? lists.apply(by, run) : run
    },
    async apply(by, run) {
      await database.transaction(by.acting(), tx => askApply(tx, run, definitions.applying))
      return settled(by, run.id)
    },
    async undo(by, run) {
      await database.transaction(by.acting(), tx => askUndo(tx, run, definitions.undoing))
      return settled(by, run.id)
    },
  }
  return lists
}

/** A list as a partner sends it: a header, then rows. */
export function csv(header: string, ...rows: readonly string[]): string {
  return `${[header, ...rows].join('\r\n')}\r\n`
}

/** How many rows every table of the program holds, as the owner counts them. */
export async function countTables(test: TestDatabase): Promise<Record<string, number>> {
  const { rows } = await ask(
    test,
    `select table_name as name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', table_schema, table_name), false, true, '')))[1]::text::int as found
    from information_schema.tables where table_schema = 'app' and table_type = 'BASE TABLE' order by 1`,
  )
  return Object.fromEntries(rows.map(row => [row.name, row.found]))
}

/** The tables in which a text stands anywhere, also in binary columns. */
export async function tablesHolding(test: TestDatabase, text: string): Promise<string[]> {
  const hex = Buffer.from(text).toString('hex')
  const { rows } = await ask(
    test,
    `select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('app', 'pgboss') and table_type = 'BASE TABLE' and
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I t where t::text ilike %L or t::text ilike %L', table_schema, table_name,
        '%${text}%', '%${hex}%'), false, true, '')))[1]::text::int > 0 order by 1`,
  )
  return rows.map(row => row.name)
}

function ask(test: TestDatabase, text: string): Promise<{ rows: { name: string; found: number }[] }> {
  return test.owner.executeQuery(CompiledQuery.raw(text) as CompiledQuery<{ name: string; found: number }>)
}
