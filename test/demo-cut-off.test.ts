/** A demo whose first start was cut off is never taken for a finished one: its database says whether all of it is there. */
import { describe, expect, it } from 'vitest'
import { stoppedClock } from '#ground/clock.ts'
import { insideDatabaseSql } from '#ground/database/admin-script.ts'
import { beginServer } from '#ground/database/begin.ts'
import { withClient } from '#ground/database/connect.ts'
import { emptyDemo, isFurnished, markFurnished } from '#ground/database/furnished.ts'
import { installJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { createPartnership, listPartnerships } from '#rooms/directory/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { commandActing } from '../src/acting.ts'
import { isCutOff } from '../src/demo/furnish.ts'
import { houseJobs } from '../src/house-jobs.ts'

const test = await openTestDatabase()
const clock = stoppedClock('2026-11-23T09:52:00Z')

const begin = (kind: 'demo' | 'live' = 'demo') =>
  beginServer({
    log: openLog('silent'),
    clock,
    kind,
    program: test.programPlace,
    owner: test.ownerPlace,
    afterMigrate: owner => installJobs(owner, [...houseJobs(listFolder('.')).all]),
  })

describe('A demo that was cut off half-way', () => {
  it('is known as such, is emptied and made anew, and counts as there only when its end was reached', async () => {
    const first = await begin()
    expect(await isCutOff({ ready: first, clock })).toBe(false)
    const make = (ready: typeof first) =>
      ready.database.transaction(commandActing(clock, 'test'), tx =>
        createPartnership(tx, {
          name: 'Made-up partnership',
          model: 'direct-delivery',
          controllers: 'Made-up Council',
          processors: '',
          isDemo: true,
        }),
      )
    expect((await make(first)).ok).toBe(true)
    expect(await isCutOff({ ready: first, clock })).toBe(true)
    await emptyDemo(first.ownerPlace)
    await first.close()
    // What the start of a folder does as its administrator, before the migrations.
    await withClient(test.administratorPlace, 'plain', client =>
      client.query(insideDatabaseSql(test.administratorPlace.database ?? '')),
    )

    const second = await begin()
    expect(await second.database.transaction(commandActing(clock, 'test'), listPartnerships)).toEqual([])
    expect((await make(second)).ok).toBe(true)
    await markFurnished(second.ownerPlace, clock)
    expect(await isCutOff({ ready: second, clock })).toBe(false)
    expect(await isFurnished(second.ownerPlace)).toBe(true)
    await expect(emptyDemo(second.ownerPlace)).rejects.toThrow('not an unfinished demo')
    expect(await second.database.transaction(commandActing(clock, 'test'), listPartnerships)).toHaveLength(1)
    await second.close()
  })

  it('nothing but a demo can be emptied: a live database refuses in the statement that would do it', async () => {
    const own = await openTestDatabase()
    const live = await beginServer({
      log: openLog('silent'),
      clock,
      kind: 'live',
      program: own.programPlace,
      owner: own.ownerPlace,
    })
    await expect(emptyDemo(live.ownerPlace)).rejects.toThrow('not an unfinished demo')
    await live.close()
    await own.close()
  })
})
