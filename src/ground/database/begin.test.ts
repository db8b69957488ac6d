import { expect, test } from 'vitest'
import { stoppedClock } from '#ground/clock.ts'
import { openLog } from '#ground/log.ts'
import { acting, openTestDatabase } from '#test/database.ts'
import { beginServer } from './begin.ts'

const { programPlace, ownerPlace } = await openTestDatabase()
const options = {
  log: openLog('silent'),
  clock: stoppedClock('2026-11-23T09:52:00Z'),
  program: programPlace,
  owner: ownerPlace,
}

test('a demo database stays one: start refuses it, demo opens it again', async () => {
  const first = await beginServer({ ...options, kind: 'demo' })
  expect(first.kind).toBe('demo')
  await first.close()
  await expect(beginServer({ ...options, kind: 'live' })).rejects.toThrow('This is a demo database')
  const again = await beginServer({ ...options, kind: 'demo' })
  const kinds = await again.database.transaction(acting(), tx =>
    tx.db.selectFrom('installation').select('kind').execute(),
  )
  expect(kinds).toEqual([{ kind: 'demo' }])
  await again.close()
})
