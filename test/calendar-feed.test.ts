/** A diary in another calendar: when somebody is busy and how they meet; nobody, no place and no word of anybody. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { removeMembership } from '#rooms/identity/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let layla: PersonId

const MEETING = {
  ...dayFields('on', [2026, 11, 30]),
  time: '14:30',
  minutes: '45',
  kind: 'meeting',
  place: 'Planted place',
  purpose: 'review',
  aim: 'Planted aim',
}

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana } = await staffOf(partnership, 'dana'))
  layla = await addPerson(house, partnership, { given: 'Planted', family: 'Namesample', lead: dana })
  await arrange(dana, layla)
})

async function arrange(by: TestColleague, id: PersonId, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const answer = await by.post(`/people/${id}/appointments/new`, { ...MEETING, ...fields }, `/people/${id}`)
  if (answer.status !== 303) throw new Error(answer.body.slice(answer.body.indexOf('<main'), 4000))
  house.clock.advance(1000)
}

async function addressOf(by: TestColleague): Promise<string> {
  house.clock.advance(1000)
  const made = await by.post('/diary/calendar', {}, '/diary/calendar')
  house.clock.advance(1000)
  return /(\/calendar\/[\w-]+\.ics)/.exec(made.body)?.[1] ?? ''
}
const ask = (path: string) => house.visitor().get(path)

describe('A diary in another calendar', () => {
  it('tells when and how, in London’s time, and not a word of whom, where or why', async () => {
    const { status, body, headers } = await ask(await addressOf(dana))
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    for (const line of [
      'BEGIN:VCALENDAR',
      'DTSTART:20261130T143000Z',
      'DTEND:20261130T151500Z',
      'SUMMARY:Meeting',
      'CLASS:PRIVATE',
    ])
      expect(body).toContain(line)
    for (const kept of ['Planted', 'Namesample', 'review', layla, 'Dana', 'LOCATION', 'ATTENDEE', 'URL'])
      expect(body, kept).not.toContain(kept)
    // In summer an hour earlier by the world's clock.
    await arrange(dana, layla, dayFields('on', [2027, 4, 1]))
    expect((await ask(await addressOf(dana))).body).toContain('DTSTART:20270401T133000Z')
  })

  it('is kept as a digest, shown once, and written down once a day', async () => {
    const path = await addressOf(dana)
    expect((await dana.get('/diary/calendar')).body).not.toContain(path)
    const rows = await test.owner.selectFrom('calendar_feed').selectAll().where('ended_at', 'is', null).execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(path.slice(10, -4))
    await ask(path)
    await ask(path)
    const events = await eventsOf(test, { target: rows[0]?.id ?? '' })
    expect(events.map(one => [one.action, one.actor_kind, one.person_ids])).toEqual([
      ['calendar.made', 'account', []],
      ['calendar.read', 'feed', []],
    ])
    expect((await dana.get('/diary/calendar')).body).toContain('It was last read on 23 November 2026')
  })

  it('ends by a press, by another one, when the account is off and when the role is over; then it is like one that never was', async () => {
    const first = await addressOf(dana)
    const second = await addressOf(dana)
    expect((await ask(first)).status).toBe(404)
    expect((await ask(second)).status).toBe(200)
    await dana.post('/diary/calendar/end', {}, '/diary/calendar')
    const never = `/calendar/${second.slice(10, -12)}AAAAAAAA.ics`
    expect(withoutTokens(await ask(second))).toBe(withoutTokens(await ask(never)))
    for (const path of ['/calendar/none.ics', `${second.slice(0, -4)}.txt`]) expect((await ask(path)).status).toBe(404)
    const other = await partnership.colleague('universal-adviser', 'Odd Testcase')
    const theirs = await addressOf(other)
    expect((await ask(theirs)).status).toBe(200)
    const kofi = await partnership.colleague('administrator', 'Kofi Testcase')
    await kofi.post(`/accounts/${other.accountId}/disable`, {}, '/accounts')
    expect((await ask(theirs)).status).toBe(404)
    // Switched on again it stays over: a phone that was lost gets nothing more.
    await kofi.post(`/accounts/${other.accountId}/enable`, {}, '/accounts')
    expect((await ask(theirs)).status).toBe(404)
    const leaver = await partnership.colleague('universal-adviser', 'Lee Testcase')
    const last = await addressOf(leaver)
    await house.command(partnership.id, tx => removeMembership(tx, leaver.membershipId, leaver.accountId))
    house.clock.advance(24 * 3600_000)
    expect((await ask(last)).status).toBe(404)
  })

  it('K4: what its owner may not see is not in it, not even as a time', async () => {
    const mair = await partnership.colleague('universal-adviser', 'Mair Testcase')
    const kept = await addPerson(house, partnership, { family: 'Keptsample', lead: mair })
    await arrange(mair, kept)
    const path = await addressOf(mair)
    expect((await ask(path)).body).toContain('BEGIN:VEVENT')
    await house.command(partnership.id, tx => setBarrier(tx, kept, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await ask(path)).body).not.toContain('BEGIN:VEVENT')
  })

  it('is an adviser’s to make, and not for who uses no diary', async () => {
    const owen = await partnership.colleague('data-officer')
    expect((await owen.get('/diary/calendar')).status).toBe(404)
    expect((await owen.post('/diary/calendar', {}, '/')).status).toBe(404)
  })
})
