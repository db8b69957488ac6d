/** Every page about one young person on which the identity bar stands is among those that showed the contact whose next step it says (K9). */
import { beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { registerLines } from '#test/register.ts'
import { staffOf } from '#test/staff.ts'
import { shownBy } from '../src/rooms/sharing/rules.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
beforeAll(async () => {
  partnership = await house.partnership()
})

it('K9: who saw a contact is found by every page about a young person that says its next step', async () => {
  const { dana } = await staffOf(partnership, 'dana')
  const id = await addPerson(house, partnership, { given: 'Wil', family: 'Eyes', born: '2010-10-01', lead: dana })
  house.clock.advance(1000)
  const recorded = await dana.post(`/people/${id}/contacts/new`, {
    ...{ kind: 'meeting', notes: 'x', purpose: 'support', outcome: 'done', 'next-step': 'Ring Wobbledonk' },
    ...dayFields('on', [2026, 11, 23]),
    ...dayFields('next-on', [2026, 12, 1]),
  })
  expect(recorded.status).toBe(303)
  house.clock.advance(1000)
  const missing: string[] = []
  let shown = 0
  for (const line of registerLines()) {
    if (line.method !== 'GET' || !line.path.startsWith('/people/:personId') || typeof line.audit !== 'string') continue
    const path = line.path.replace(':personId', id)
    if (path.includes(':')) continue
    const got = await dana.get(path)
    if (!got.body.includes('Wobbledonk')) continue
    shown += 1
    if (!shownBy('contact').includes(line.audit)) missing.push(`${path} ${line.audit}`)
  }
  expect(shown).toBeGreaterThan(20)
  expect(missing).toEqual([])
})
