/** The demo is made on any day of the week: what lies ahead of one day is past on another. */
import { expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { makeDemo } from '#test/demo.ts'

it.each([
  ['a Friday evening', '2026-11-27T22:40:00Z', 300],
  ['a Sunday', '2026-11-29T08:00:00Z', 300],
] as const)('is made on %s', async (_, at, people) => {
  const test = await openTestDatabase()
  const demo = await makeDemo(test, at, people)
  try {
    const runs = await test.owner.selectFrom('meeting_run').select('state').execute()
    expect(runs.length).toBeGreaterThan(2)
  } finally {
    await demo.close()
  }
})
