/** Counts: how many, never who. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { createPerson, markDeath } from '#rooms/people/index.ts'
import { setActivity } from '#rooms/tracking/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-09-01') } as const
let partnership: TestPartnership
let manager: TestColleague
let adviser: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  manager = await partnership.colleague('manager', 'Alex Testcase')
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

async function addPeople(count: number, code?: string, verifiedOn = '2026-11-20'): Promise<PersonId[]> {
  return house.command(partnership.id, async tx => {
    const ids: PersonId[] = []
    for (let n = 0; n < count; n++) {
      const id = await createPerson(tx, {
        legal: { given: 'Counted', middle: '', family: 'Countsample' },
        preferred: null,
        bornOn: toDay('2009-03-03'),
        source,
      })
      if (code !== undefined) {
        const activity = { code, organisationId: null, detail: '', startedOn: toDay('2026-09-01') }
        await setActivity(tx, id, { ...activity, verifiedOn: toDay(verifiedOn) }, source)
      }
      ids.push(id)
    }
    return ids
  })
}

/** The numbers of a chart's table, by their heading. */
async function countsOf(who: TestColleague): Promise<Record<string, string>> {
  const { body } = await who.get('/counts')
  const rows = [...body.matchAll(/<t[hd][^>]*>([^<]+)<\/t[hd]><td[^>]*>([^<]+)<\/td>/g)]
  return Object.fromEntries(rows.map(([, name = '', count = '']) => [name, count]))
}

describe('Counts', () => {
  it('are for managers, and there is no such page for anybody else', async () => {
    expect((await manager.get('/counts')).status).toBe(200)
    expect((await adviser.get('/counts')).status).toBe(404)
  })

  it('tell no number of few people, nor whether there is anybody', async () => {
    const before = await countsOf(manager)
    await addPeople(4, '619')
    expect(before['NEET']).toBe('fewer than 5')
    expect(await countsOf(manager)).toEqual(before)
  })

  it('go to the nearest five, with what has lapsed as not known', async () => {
    await addPeople(3, '619')
    await addPeople(8, '210')
    // Temporary work lapses after 28 days.
    await addPeople(6, '350', '2026-09-20')
    const counts = await countsOf(manager)
    expect([counts['NEET'], counts['Education'], counts['Not known, or lapsed']]).toEqual(['5', '10', '5'])
  })

  it('leave out who has died and whose record is restricted', async () => {
    const before = await countsOf(manager)
    const people = await addPeople(12, '410')
    await house.command(partnership.id, async tx => {
      for (const id of people.slice(0, 6)) {
        const died = await asHouse(tx, 'a test', worker => markDeath(worker, id, toDay('2026-11-01'), source))
        expect(died.ok).toBe(true)
      }
      for (const id of people.slice(6)) await setBarrier(tx, id, { holderId: null, reason: 'Made up' })
    })
    expect((await countsOf(manager))['Training or re-engagement']).toBe(before['Training or re-engagement'])
  })

  it('tell how many nobody leads for', async () => {
    expect((await countsOf(manager))['No lead adviser']).toBe('20')
    const led = await addPeople(7)
    await house.command(partnership.id, async tx => {
      for (const personId of led)
        await assignLead(tx, personId, { accountId: adviser.accountId, isIntensive: false, reason: 'Made up' })
    })
    const counts = await countsOf(manager)
    expect([counts['No lead adviser'], counts['Lead adviser in no team']]).toEqual(['20', '5'])
  })
})
