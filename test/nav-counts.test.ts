/** Counts beside the list of pages: what waits, in words when it is late, and never more than the visitor may know (K8). */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { noteAlike } from '#rooms/matching/index.ts'
import { setAddress } from '#rooms/people/index.ts'
import { escalateUnread, raiseConcern } from '#rooms/safeguarding/index.ts'
import { breakGlass } from '#rooms/sharing/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

let partnership: TestPartnership
let adviser: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

/** What stands beside an item of the list of pages; undefined when nothing does. */
async function beside(who: TestColleague, href: string, path = '/'): Promise<string | undefined> {
  const { body } = await who.get(path)
  const item = new RegExp(`<a class="cx-nav__link" href="${href}"[^>]*>([\\s\\S]*?)</a>`).exec(body)?.[1] ?? ''
  return /cx-nav__(?:count|late)">([^<]*)</.exec(item)?.[1]
}

const newPerson = (given: string, lead?: TestColleague): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: 'Example', born: '2010-03-03', lead })

describe('Beside the caseload', () => {
  it('stands how many one leads for, nothing for nobody, where work is chosen, without a record that was shut, as the list has it', async () => {
    expect(await beside(adviser, '/caseload')).toBeUndefined()
    const [shut] = [
      await newPerson('Shut', adviser),
      await newPerson('Amira', adviser),
      await newPerson('Kit', adviser),
    ]
    for (const path of ['/', '/caseload']) expect(await beside(adviser, '/caseload', path)).toBe('3')
    await house.command(partnership.id, tx => setBarrier(tx, shut, { holderId: null, reason: 'a test' }))
    expect(await beside(adviser, '/caseload')).toBe('2')
    expect((await adviser.get('/caseload')).body).toContain('2 young people')
  })

  it('stands nothing on a page for what is not there, so that all such pages are the same bytes', async () => {
    const [shut, nowhere] = [await adviser.get(`/people/${await newPerson('Hidden')}`), await adviser.get('/nowhere')]
    expect(withoutTokens(shut)).toBe(withoutTokens(nowhere))
    expect(shut.body).not.toContain('cx-nav__count')
  })
})

describe('Beside the questions', () => {
  it('stands how many wait, nothing when none does, and not one about a record that was shut since', async () => {
    const officer = await partnership.colleague('data-officer', 'Owen Testcase')
    const [there, again] = [await newPerson('Doubled'), await newPerson('Doubled')]
    expect(await beside(officer, '/questions')).toBeUndefined()
    await house.command(partnership.id, async tx => {
      const source = { kind: 'staff', organisationId: null, saidOn: tx.acting.today } as const
      const address = {
        line1: '1 Example Street',
        line2: '',
        town: 'Sampleton',
        postcode: 'HX1 9ZZ',
        isProtected: false,
      }
      for (const id of [there, again]) await setAddress(tx, id, address, source)
      await noteAlike(tx, again)
    })
    expect(await beside(officer, '/review')).toBe('1')
    await house.command(partnership.id, tx => setBarrier(tx, there, { holderId: null, reason: 'a test' }))
    expect(await beside(officer, '/review')).toBeUndefined()
  })
})

describe('Beside the concerns', () => {
  it('stands how many nobody has read, nothing when none waits, and in words that they are late once they were passed on', async () => {
    const lead = await partnership.colleague('safeguarding-lead', 'Ruth Testcase')
    expect(await beside(lead, '/concerns')).toBeUndefined()
    await test.database.transaction(adviser.acting(), tx =>
      raiseConcern(tx, adviser.accountId, {
        about: null,
        aboutName: 'Somebody made up',
        what: 'Made-up words about a worry',
        dangerNow: 'yes',
        doneSoFar: '',
      }),
    )
    expect(await beside(lead, '/concerns')).toBe('1')
    house.clock.advance(45 * 60_000)
    await house.command(partnership.id, tx => asHouse(tx, 'a test', escalateUnread))
    expect(await beside(lead, '/concerns')).toBe('1 late')
    expect(await beside(adviser, '/concerns')).toBeUndefined()
  })
})

describe('Beside emergency access', () => {
  it('stands how many wait for a review, nothing when none does, and in words that they are late', async () => {
    const manager = await partnership.colleague('manager', 'Mel Testcase')
    const others = await partnership.colleague('team-leader', 'Priya Testcase')
    await newPerson('Urgent')
    expect(await beside(manager, '/emergency-access')).toBeUndefined()
    for (const who of [adviser, others])
      await test.database.transaction(who.acting(), tx =>
        breakGlass(tx, who.accountId, {
          given: 'Urgent',
          family: 'Example',
          bornOn: toDay('2010-03-03'),
          reason: 'A made-up reason to open it',
        }),
      )
    expect(await beside(manager, '/emergency-access')).toBe('2')
    // One's own opening is for others to review.
    expect(await beside(others, '/emergency-access')).toBe('1')
    house.clock.advance(10 * 24 * 60 * 60_000)
    // Everybody's session has ended by then.
    const fresh = await partnership.colleague('manager', 'New Testcase')
    expect(await beside(fresh, '/emergency-access')).toBe('2 late')
  })
})
