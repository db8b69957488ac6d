/** The demo is made on any day of the week, and by a few people alike: what lies ahead of one day is past on another. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { movedClock } from '#ground/clock.ts'
import { beginServer } from '#ground/database/begin.ts'
import { installJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { furnishDemo } from '../src/demo/furnish.ts'
import { houseJobs } from '../src/house-jobs.ts'

it.each([
  ['a Friday evening', '2026-11-27T22:40:00Z', 300],
  ['a Sunday', '2026-11-29T08:00:00Z', 300],
] as const)('is made on %s', async (_, at, people) => {
  const test = await openTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'connexions-days-'))
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
  try {
    await furnishDemo({ ready, clock, log, dataDir, people, say: () => {} })
    const runs = await test.owner.selectFrom('meeting_run').select('state').execute()
    expect(runs.length).toBeGreaterThan(2)
  } finally {
    await ready.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
