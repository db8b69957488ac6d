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
import { writeFiles } from '../demo/made-up/index.ts'
import { houseJobs } from '../house-jobs.ts'
import { takeIn } from '../take-in.ts'
import { actingIn, madeUpOf, type Place } from './people.ts'

const ROLLS = 6

export type Intake = { readonly rows: number; readonly seconds: number; readonly lists: number; readonly asked: number }

/** Reads, matches and applies the lists. */
export async function measureIntake(
  ready: ReadyDatabase,
  options: { clock: Clock; log: Log; dataDir: string; place: Place },
): Promise<Intake> {
  const { clock, log, dataDir, place } = options
  const folder = listFolder(dataDir)
  const { intake: definitions, all } = houseJobs(folder)
  const acting = () => actingIn(clock, place)
  const jobs = await startJobs({
    place: ready.programPlace,
    database: ready.database,
    clock,
    log,
    definitions: [...all],
    everyMs: 100,
  })
  const whole = { rows: 0, seconds: 0, lists: 0, asked: 0 }
  try {
    const written = await writeFiles(madeUpOf(place, clock.today()), join(dataDir, 'lists'))
    // Tables, so that figures of one day can be held against those of another.
    const rolls = written.files.filter(f => f.list === 'school-roll' && f.name.endsWith('.csv')).slice(0, ROLLS)
    for (const roll of rolls) {
      const organisationId = await ready.database.transaction(acting(), async tx => {
        const id = await addOrganisation(tx, { name: roll.name, kind: 'school' })
        await makeAgreement(tx, {
          organisationId: id,
          purpose: 'To know what young people do (made up)',
          power: 'Education and Skills Act 2008',
          fields: fieldsFor('school'),
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
      const taken = await takeIn(
        { database: ready.database, acting, folder, definitions, jobs },
        { organisationId, path, name: roll.name, bytes: size, apply: true },
      )
      whole.seconds += (performance.now() - started) / 1000
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
