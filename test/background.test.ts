/** What goes on behind the pages runs on a thread of its own, and ends with them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { movedClock, shiftedClock, shiftOf, systemClock, toMs } from '#ground/clock.ts'
import { addDays } from '#ground/day.ts'
import { openLog } from '#ground/log.ts'
import { startBackground } from '../src/background.ts'
import { afterMigrate } from '../src/commands/open.ts'
import { openTestDatabase } from './support/database.ts'
import { openTestHouse } from './support/house.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const dataDir = mkdtempSync(join(tmpdir(), 'connexions-background-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** As it is started beside the pages, some days from now. */
const start = (place = test.programPlace) =>
  startBackground({
    place,
    clock: movedClock(`${addDays(systemClock().today(), 3)}T12:00:00Z`),
    log: openLog('silent'),
    dataDir,
    publicUrl: 'http://127.0.0.1',
  })

describe('What goes on behind the pages', () => {
  it('does what is late by the clock it was given, and ends when it is told to', async () => {
    await afterMigrate(test.ownerPlace)
    const own = await house.partnership()
    const manager = await own.colleague('manager')
    const raised = await manager.post(
      '/concerns/new',
      { concern: 'Made up, for a test', danger: 'yes', about: 'Somebody made up' },
      '/concerns/new',
    )
    const concernId = /^\/concerns\/([^/]+)\/receipt$/.exec(raised.to ?? '')?.[1] ?? ''
    const background = start()
    background.nudge()
    const state = () =>
      test.owner.selectFrom('concern').selectAll().where('id', '=', concernId).executeTakeFirstOrThrow()
    await expect.poll(async () => (await state()).escalated_at, { timeout: 30_000 }).not.toBeNull()
    await background.stop()
  })

  it('is told of when it cannot begin', async () => {
    const nowhere = start({ ...test.programPlace, host: '127.0.0.1', port: 1 })
    expect((await nowhere.lost).message).toMatch(/database/i)
  })

  it('tells the same time as the pages', () => {
    expect(shiftOf(systemClock())).toBe(0)
    const ahead = movedClock('2031-02-03T04:05:06Z')
    const apart = toMs(shiftedClock(shiftOf(ahead)).now()) - toMs(ahead.now())
    expect(Math.abs(apart)).toBeLessThan(1000)
  })
})
