/** Hours over HTTP: what one gave, by kind and level; a team's for whoever leads it, and nothing of what they may not see. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { setDetail } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let leader: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  dana = await partnership.colleague('universal-adviser', 'Dana Testcase')
  mair = await partnership.colleague('universal-adviser', 'Mair Testcase')
  leader = await partnership.colleague('team-leader', 'Priya Testcase')
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'North', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

async function met(by: TestColleague, id: PersonId, more: Record<string, string> = {}): Promise<void> {
  const answer = await by.post(`/people/${id}/contacts/new`, {
    ...{ kind: 'meeting', purpose: 'support', outcome: 'done', notes: 'Made up', minutes: '90' },
    ...dayFields('on', [2026, 11, 20]),
    ...more,
  })
  expect(answer.status).toBe(303)
  house.clock.advance(1000)
}

describe('Hours', () => {
  it('are one’s own, by kind and level, and say which contacts have no time', async () => {
    expect((await dana.get('/hours')).body).toContain('No contacts in this time')
    const id = await addPerson(house, partnership, { given: 'Ada', family: 'Hoursample', lead: dana })
    await house.command(partnership.id, tx =>
      setDetail(tx, id, 'support-level', 'intensive', { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
    )
    house.clock.advance(1000)
    await met(dana, id)
    await met(dana, id, { kind: 'phone', minutes: '15' })
    await met(dana, id, { minutes: '' })
    await met(dana, id, dayFields('on', [2026, 10, 20]))
    const { body } = await dana.get('/hours')
    for (const words of ['1 h 45', '3 contacts', '1 contact does not say', 'Intensive', '1 h 30', '0 h 15'])
      expect(body).toContain(words)
    expect((await dana.get('/hours?span=last-month')).body).toContain('1 h 30')
    expect((await dana.get('/hours?span=three-months')).body).toContain('4 contacts')
    // Another's are not there, and a team's only for whoever leads one.
    expect((await mair.get('/hours')).body).toContain('No contacts in this time')
    expect((await dana.get('/hours?of=team')).body).toContain('What you gave')
  })

  it('of a team are counted as far as its leader sees them', async () => {
    const seen = await addPerson(house, partnership, { given: 'Bo', family: 'Hoursample', lead: dana })
    await met(dana, seen, { minutes: '30' })
    await met(dana, seen, { minutes: '600', restricted: 'yes' })
    // What is kept close is in the adviser's own hours.
    expect((await dana.get('/hours')).body).toContain('12 h 15')
    const others = await addPerson(house, partnership, { given: 'Cy', family: 'Hoursample', lead: mair })
    await met(mair, others, { minutes: '600' })
    const { body } = await leader.get('/hours?of=team')
    expect(body).toContain('Dana Testcase')
    expect(body).not.toContain('Mair Testcase')
    expect(body).not.toContain('10 h')
  })
})
