import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse } from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test, { at: '2026-12-24T10:00:00Z' })

describe('Emergency access on Christmas Eve', () => {
  it('is to be reviewed by the next working day: after Christmas, the weekend and the day that stands in for Boxing Day', async () => {
    const partnership = await house.partnership()
    const adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
    const leader = await partnership.colleague('team-leader', 'Priya Testcase')
    await addPerson(house, partnership, { family: 'Yulesample', born: '2010-03-03' })
    const opened = await adviser.post('/emergency-access/new', {
      given: 'Robin',
      family: 'Yulesample',
      'born-day': '3',
      'born-month': '3',
      'born-year': '2010',
      reason: 'A made-up emergency for this test',
    })
    expect(opened.status).toBe(303)
    const kept = await test.owner.selectFrom('break_glass').select('review_due_on').execute()
    expect(kept).toEqual([{ review_due_on: '2026-12-29' }])
    expect((await leader.get('/emergency-access')).body).toContain('Review by 29 Dec')
  })
})
