/** The demo made in a test's own database, at a moment of the test's choosing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { movedClock } from '#ground/clock.ts'
import { beginServer } from '#ground/database/begin.ts'
import { installJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { furnishDemo } from '../../src/demo/furnish.ts'
import { houseJobs } from '../../src/house-jobs.ts'
import type { TestDatabase } from './database.ts'

/**
 * Makes it, as if the clock went on from a moment.
 * @returns the clock, and what ends it
 */
export async function makeDemo(test: TestDatabase, at: string, people: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'connexions-demo-'))
  const clock = movedClock(at)
  const log = openLog('silent')
  const ready = await beginServer({
    log,
    clock,
    kind: 'demo',
    program: test.programPlace,
    owner: test.ownerPlace,
    afterMigrate: owner => installJobs(owner, [...houseJobs(listFolder('.')).all]),
  })
  const close = async () => {
    await ready.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await furnishDemo({ ready, clock, log, dataDir, people, say: () => {} })
  } catch (trouble) {
    await close()
    throw trouble
  }
  return { clock, close }
}
