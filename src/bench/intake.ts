/** How fast partners' lists go in: school rolls of a made-up partnership, most of whose people are on record. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#ground/clock.ts'
import type { ReadyDatabase } from '#ground/database/begin.ts'
import { addMonths } from '#ground/day.ts'
import { startJobs } from '#ground/jobs/index.ts'
import type { Log } from '#ground/log.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { fieldsFor, listFolder, makeAgreement } from '#rooms/intake/index.ts'
import { type ListKind, writeFiles } from '../demo/made-up/index.ts'
import { houseJobs } from '../house-jobs.ts'
import { takeIn } from '../take-in.ts'
import { actingIn, madeUpOf, type Place } from './people.ts'

/** Who sends which of the made-up lists; the others are short. Rolls come first. */
const SENDERS: Partial<Record<ListKind, 'school' | 'college'>> = { 'school-roll': 'school', enrolments: 'college' }

export type Intake = {
  readonly rows: number
  readonly seconds: number
  readonly lists: number
  readonly asked: number
  /** Seconds of processor time this process took. */
  readonly processor: number
}

/** Reads, matches and applies lists until so many rows are in, or there are no more. */
export async function measureIntake(
  ready: ReadyDatabase,
  options: { clock: Clock; log: Log; dataDir: string; place: Place; rows: number },
): Promise<Intake> {
  const { clock, log, dataDir, place, rows } = options
  const folder = listFolder(dataDir)
  const { intake: definitions, matching, all } = houseJobs(folder)
  const acting = () => actingIn(clock, place)
  const jobs = await startJobs({
    place: ready.programPlace,
    database: ready.database,
    clock,
    log,
    // Finding who is on record twice is the night's work: beside it, figures would be of both.
    definitions: all.filter(definition => definition !== matching.finding),
    everyMs: 100,
  })
  const whole = { rows: 0, seconds: 0, lists: 0, asked: 0, processor: 0 }
  try {
    const written = await writeFiles(madeUpOf(place, clock.today()), join(dataDir, 'lists'))
    for (const roll of written.files) {
      const kind = SENDERS[roll.list]
      // Tables alone, so that figures of one day can be held against those of another.
      if (kind === undefined || !roll.name.endsWith('.csv')) continue
      if (whole.rows >= rows) break
      const organisationId = await ready.database.transaction(acting(), async tx => {
        const id = await addOrganisation(tx, { name: roll.name, kind })
        await makeAgreement(tx, {
          organisationId: id,
          purpose: 'To know what young people do (made up)',
          power: 'Education and Skills Act 2008',
          fields: fieldsFor(kind),
          youngest: 13,
          oldest: 25,
          assessmentReference: 'BENCH',
          reviewOn: addMonths(tx.acting.today, 12),
          missingOfficerId: null,
        })
        return id
      })
      const path = join(written.folder, roll.name)
      const { size } = await stat(path)
      const started = performance.now()
      const before = process.cpuUsage()
      const taken = await takeIn(
        { database: ready.database, acting, folder, definitions, jobs },
        { organisationId, path, name: roll.name, bytes: size, apply: true },
      )
      whole.seconds += (performance.now() - started) / 1000
      const spent = process.cpuUsage(before)
      whole.processor += (spent.user + spent.system) / 1e6
      if (!taken.ok || taken.value.run.state !== 'applied')
        throw new Error(`${roll.name}: ${taken.ok ? taken.value.run.state : taken.why}`)
      whole.rows += taken.value.run.rowsRead
      whole.asked += taken.value.run.counts.question
      whole.lists += 1
    }
    return whole
  } finally {
    await jobs.stop()
  }
}
