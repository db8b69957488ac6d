/** Days in school over HTTP and down to the row: times, invitations, who came, and what the school hears of it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, OWN_ROLL_CLASSES, openGrant, setBarrier } from '#rooms/access/index.ts'
import { deploy } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { letSee } from '#test/people.ts'
import { openPostings } from '#test/postings.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let hana: TestColleague
let other: TestColleague
let school: OrganisationId
let college: OrganisationId
const { newPerson, newSchool, onRoll, offRoll } = openPostings(test, house, () => partnership)

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, owen } = await staffOf(partnership, 'dana', 'mair', 'owen'))
  await house.command(partnership.id, async tx => {
    school = await addOrganisation(tx, { name: 'Made-up High', kind: 'school' })
    college = await addOrganisation(tx, { name: 'Made-up College', kind: 'college' })
    for (const accountId of [dana.accountId, mair.accountId]) await deploy(tx, deployment({ accountId }, school))
    for (const place of [school, college]) await openGrant(tx, ownRoll(place))
  })
  hana = await partnership.colleague('partner-practitioner', 'Hana Testcase', school)
  other = await partnership.colleague('partner-practitioner', 'Odd Testcase', college)
  house.clock.advance(1000)
})

const deployment = ({ accountId }: Pick<TestColleague, 'accountId'>, organisationId: OrganisationId) => ({
  ...{ accountId, organisationId, hours: '', from: toDay('2026-09-01'), lastOn: null },
})
const ownRoll = (place: OrganisationId) => ({
  scope: { kind: 'group' as const, groupId: place as string as GroupId },
  ...{ holderId: place, classes: OWN_ROLL_CLASSES, basis: 'public-task' as const, source: 'own-roll' as const },
})

let made = 0
async function pupil(place: OrganisationId = school): Promise<PersonId> {
  const id = await newPerson('Kit', `Daysample${(made += 1)}`)
  await onRoll(place, id)
  house.clock.advance(1000)
  return id
}

type Fields = Readonly<Record<string, string | readonly string[]>>
async function post(by: TestColleague, path: string, fields: Fields = {}) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields as Record<string, string>)
  house.clock.advance(1000)
  return answer
}

const SHEET = { from: '9:00', to: '10:00', minutes: '20', place: 'Careers room', room: 'private' }
/** Every day has its own date: one adviser has one day at a place. */
let ahead = 0
const nextDay = () => {
  ahead += 1
  const on = new Date(Date.UTC(2026, 11, ahead))
  return dayFields('on', [on.getUTCFullYear(), on.getUTCMonth() + 1, on.getUTCDate()])
}
async function plan(fields: Fields = {}, by = dana): Promise<string> {
  const { status, to = '', body } = await post(by, '/school-days/new', { school, ...SHEET, ...nextDay(), ...fields })
  if (status !== 303) throw new Error(`${status} ${summaryOf(body).join()}`)
  return to
}
const TODAY = dayFields('on', [2026, 11, 23])
const slotsOf = (path: string) =>
  test.owner
    .selectFrom('school_slot')
    .selectAll()
    .where('school_day_id', '=', path.split('/')[2] as RowId)
    .orderBy('at_time')
    .orderBy('id')
    .execute()
const slotOf = async (path: string, id: PersonId) => {
  const found = (await slotsOf(path)).filter(one => one.person_id === id).at(-1)
  if (!found) throw new Error('they have no time that day')
  return found
}
const appointmentOf = async (path: string, id: PersonId) => {
  const { appointment_id } = await slotOf(path, id)
  return test.owner.selectFrom('appointment').selectAll().where('id', '=', appointment_id).executeTakeFirstOrThrow()
}
/** Says what came of an interview, as the form would. */
async function answer(path: string, id: PersonId, fields: Fields) {
  const meeting = await appointmentOf(path, id)
  return post(dana, `/appointments/${meeting.id}/outcome`, {
    ...{
      version: String(meeting.version),
      kind: 'meeting',
      ...dayFields('on', [2026, 11, 23]),
      purpose: 'guidance',
      outcome: 'done',
      minutes: '20',
      notes: 'Talked.',
    },
    ...fields,
  })
}
const came = (path: string, id: PersonId) => answer(path, id, { came: 'came' })
async function say(path: string, id: PersonId, fields: Fields) {
  const slot = await slotOf(path, id)
  return post(dana, `/school-slots/${slot.id}/copy`, { version: String(slot.version), ...fields })
}
/** A place of its own Dana works at, with somebody of its staff. */
async function newPlace(): Promise<{ place: OrganisationId; teacher: TestColleague }> {
  const place = await newSchool(`Made-up School ${(made += 1)}`)
  await house.command(partnership.id, async tx => {
    await deploy(tx, deployment(dana, place))
    await openGrant(tx, ownRoll(place))
  })
  return { place, teacher: await partnership.colleague('partner-practitioner', `Teacher ${made}`, place) }
}

/** A day of today with one interview that was held. */
async function held() {
  const { place, teacher } = await newPlace()
  const id = await pupil(place)
  const path = await plan({ school: place, ...TODAY, to: '16:00' })
  expect((await post(dana, `${path}/invite`, { who: id })).status).toBe(303)
  expect((await came(path, id)).to).toBe(path)
  return { path, id, place, teacher }
}

describe('A day in school', () => {
  it('is refused with what to do at each field, and keeps what was typed', async () => {
    const empty = await post(dana, '/school-days/new', { place: 'Room 2 📚 غرفة', invitation: 'Bring a pen' })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual([
      ...['#school', '#on-day', '#from', '#to', '#minutes', '#room'],
    ])
    expect(empty.body).toContain('Room 2 📚 غرفة')
    const trouble = async (fields: Fields) =>
      summaryOf((await post(dana, '/school-days/new', { school, ...SHEET, ...nextDay(), ...fields })).body)
    expect(await trouble(dayFields('on', [2026, 11, 20]))).toEqual(['#on-day Choose a day that has not been yet'])
    expect(await trouble({ to: '8:00' })).toEqual(['#to Enter an end that is after the beginning'])
    expect(await trouble({ minutes: '90' })).toEqual(['#minutes No interview fits into these times'])
    expect(await trouble({ 'break-from': '9:20' })).toEqual([
      '#break-from Enter when the break starts and when it is over, or leave both empty',
    ])
    expect((await trouble({ school: college })).length).toBe(1)
  })

  it('is one however often it is sent', async () => {
    const on = nextDay()
    const first = await plan(on)
    expect(await plan(on)).toBe(first)
    // Another one there that day is not passed over without a word.
    const other = await post(dana, '/school-days/new', { school, ...SHEET, ...on, from: '13:00', to: '15:00' })
    expect(summaryOf(other.body)).toEqual([
      '#on-day You have another day there on this date. Call that one off first, or choose another date',
    ])
    expect(other.body).toContain('13:00')
  })

  it('asks first whom nobody has met, gives the times in turn, and each stands in the diary', async () => {
    const [ada, bo, cy] = [await pupil(), await pupil(), await pupil()]
    const path = await plan()
    const form = await dana.get(`${path}/invite`)
    expect(form.body).toContain('3 times are left')
    expect((await post(dana, `${path}/invite`, { who: [ada, cy] })).to).toBe(path)
    expect((await slotsOf(path)).map(one => [one.person_id, one.at_time])).toEqual([
      [ada, '09:00'],
      [cy, '09:20'],
    ])
    expect(await appointmentOf(path, cy)).toMatchObject({ at_time: '09:20', minutes: 20, place: 'Careers room' })
    // Pressed twice, they are invited once.
    await post(dana, `${path}/invite`, { who: [ada, cy] })
    expect((await slotsOf(path)).length).toBe(2)
    const again = await dana.get(`${path}/invite`)
    expect(again.body).toContain(bo)
    expect(again.body).not.toContain(ada)
  })

  it('invites nobody where there are fewer times than people', async () => {
    const who = [await pupil(), await pupil(), await pupil(), await pupil()]
    const path = await plan()
    const refused = await post(dana, `${path}/invite`, { who })
    expect(summaryOf(refused.body)).toEqual([
      '#who There are fewer times left than people you ticked. Tick fewer: nobody was invited',
    ])
    expect(await slotsOf(path)).toEqual([])
    expect((await post(dana, `${path}/invite`)).status).toBe(422)
  })

  it('gives no time in which the adviser meets somebody else', async () => {
    const [led, one] = [await newPerson('Lee', 'Daysample-led', dana), await pupil()]
    house.clock.advance(1000)
    const path = await plan()
    const on = dayFields('on', [2026, 12, ahead])
    const set = await post(dana, `/people/${led}/appointments/new`, {
      ...{ ...on, time: '9:00', minutes: '30', kind: 'phone', purpose: 'support' },
    })
    expect(set.status).toBe(303)
    await post(dana, `${path}/invite`, { who: one })
    expect((await slotOf(path, one)).at_time).toBe('09:40')
  })

  it('prints invitations that say nothing of what is talked about, and knows who has theirs', async () => {
    const [ada, bo] = [await pupil(), await pupil()]
    const path = await plan({ invitation: 'Bring your list' })
    await post(dana, `${path}/invite`, { who: [ada, bo] })
    const printed = await dana.get(`${path}/invitations`)
    expect(printed.body).toContain('Bring your list')
    expect(printed.body.match(/For Kit/g)?.length).toBeGreaterThanOrEqual(2)
    expect((await post(dana, `${path}/given`)).status).toBe(303)
    expect(await appointmentOf(path, ada)).toMatchObject({ told_how: 'in-person', told_on: '2026-11-23' })
    expect((await dana.get(`${path}/invitations`)).body).toContain('Everybody who is invited has their invitation')
    expect((await dana.get(path)).body).toContain('2 of 2 in good time (two clear days or more)')
    expect((await dana.get('/school-days')).body).toContain('2 of 2')
    expect((await dana.get(`${path}/invitations?show=all`)).body).toContain('For Kit')
  })

  it('goes on from one to the next: what came of an interview leads back to the day', async () => {
    const [ada, bo] = [await pupil(), await pupil()]
    const path = await plan({ ...TODAY, to: '16:00' })
    await post(dana, `${path}/invite`, { who: [ada, bo] })
    expect((await came(path, ada)).to).toBe(path)
    expect((await answer(path, bo, { came: 'missed', reason: 'not-known' })).to).toBe(path)
    expect((await slotOf(path, ada)).state).toBe('came')
    expect((await slotOf(path, bo)).state).toBe('missed')
    expect((await dana.get('/missed')).body).toContain(bo)
  })

  it('is called off with every interview that waits, and says how many are to be told', async () => {
    const [ada, bo] = [await pupil(), await pupil()]
    const path = await plan()
    await post(dana, `${path}/invite`, { who: [ada, bo] })
    expect((await dana.get(`${path}/call-off`)).body).toContain('2 interviews are called off')
    await post(dana, `${path}/call-off`)
    await post(dana, `${path}/call-off`)
    expect((await slotsOf(path)).map(one => one.state)).toEqual(['called-off', 'called-off'])
    expect((await appointmentOf(path, ada)).state).toBe('cancelled')
    expect(
      (await eventsOf(test, { target: path.split('/')[2] as RowId })).filter(e => e.action === 'school-day.called-off'),
    ).not.toEqual([])
    expect((await dana.get(`${path}/invite`)).to).toBe(path)
  })

  it('frees the time of one that is moved or called off', async () => {
    const [ada, bo] = [await pupil(), await pupil()]
    const path = await plan()
    await post(dana, `${path}/invite`, { who: ada })
    const meeting = await appointmentOf(path, ada)
    await post(dana, `/appointments/${meeting.id}/call-off`, { version: String(meeting.version), reason: 'they-asked' })
    expect((await slotOf(path, ada)).state).toBe('called-off')
    await post(dana, `${path}/invite`, { who: bo })
    expect((await slotOf(path, bo)).at_time).toBe('09:00')
  })

  it('calls off also what is kept close or shut to the adviser by now, so that nobody comes in vain', async () => {
    const [kept, shut] = [await pupil(), await pupil()]
    const path = await plan()
    await post(dana, `${path}/invite`, { who: [kept, shut] })
    await letSee(house, partnership, { id: kept, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    const meeting = await appointmentOf(path, kept)
    await post(dana, `/appointments/${meeting.id}`, {
      ...{
        ...dayFields('on', [2026, 12, ahead]),
        time: meeting.at_time,
        minutes: '20',
        kind: 'meeting',
        purpose: 'guidance',
      },
      ...{ restricted: 'yes', place: 'Careers room', version: String(meeting.version) },
    })
    await house.command(partnership.id, tx => setBarrier(tx, shut, { holderId: dana.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    await post(dana, `${path}/call-off`)
    for (const id of [kept, shut]) expect((await appointmentOf(path, id)).state).toBe('cancelled')
  })

  it('is no longer the place’s business once a meeting is somewhere else, with somebody else or another day', async () => {
    const id = await pupil()
    const path = await plan()
    await post(dana, `${path}/invite`, { who: id })
    const meeting = await appointmentOf(path, id)
    const moved = await post(dana, `/appointments/${meeting.id}`, {
      ...{
        ...dayFields('on', [2026, 12, ahead]),
        time: '16:30',
        minutes: '20',
        kind: 'home-visit',
        purpose: 'guidance',
      },
      ...{ place: 'At home', version: String(meeting.version) },
    })
    expect(moved.status).toBe(303)
    expect(await slotOf(path, id)).toMatchObject({ state: 'moved', at_time: '09:00' })
    const sheet = await hana.get(path)
    expect(sheet.body).toContain('Moved')
    expect(sheet.body).not.toContain('16:30')
    expect((await dana.get(`${path}/invitations?show=all`)).body).not.toContain('Kit Daysample')
  })

  it('reads as nothing to another adviser and to another place (K8)', async () => {
    const path = await plan()
    const nothing = withoutTokens(await mair.get('/school-days/01a00000-0000-7000-8000-000000000000'))
    for (const address of [path, `${path}/invite`, `${path}/invitations`, `${path}/call-off`])
      expect(withoutTokens(await mair.get(address))).toBe(nothing)
    expect((await other.get(path)).status).toBe(404)
    expect((await owen.get(path)).status).toBe(404)
    expect((await hana.get(`${path}/invite`)).status).toBe(404)
  })
})

describe('What the school hears of an interview', () => {
  it('is who and when, and not a word more until it was agreed (K3)', async () => {
    const { path, id, teacher } = await held()
    const before = await teacher.get(path)
    expect(before.body).toContain('Kit Daysample')
    expect(before.body).not.toContain('Talked.')
    expect(before.body).not.toContain(`/people/${id}`)
    expect((await say(path, id, { copy: 'agreed' })).status).toBe(422)
    expect((await say(path, id, { copy: 'agreed', words: 'Applies for joinery 🪚' })).to).toBe(path)
    expect((await teacher.get(path)).body).toContain('Applies for joinery 🪚')
    // Taken back, it is gone from the school's page.
    await say(path, id, { copy: 'not-agreed', words: 'Applies for joinery 🪚' })
    const after = await teacher.get(path)
    expect(after.body).not.toContain('joinery')
    expect((await slotOf(path, id)).copy_words).toBe('')
  })

  it('is gone where it was put right that they did not come', async () => {
    const { path, id, teacher } = await held()
    await say(path, id, { copy: 'agreed', words: 'Applies for joinery' })
    const meeting = await appointmentOf(path, id)
    const right = await post(dana, `/appointments/${meeting.id}/came`, {
      ...{ came: 'missed', reason: 'not-known', version: String(meeting.version) },
    })
    expect(right.status).toBe(303)
    expect(await slotOf(path, id)).toMatchObject({ state: 'missed', copy: null, copy_words: '' })
    expect((await teacher.get(path)).body).not.toContain('joinery')
  })

  it('is not overwritten by a page that is stale, and is said before they came by nobody', async () => {
    const { path, id, place } = await held()
    const slot = await slotOf(path, id)
    const address = `/school-slots/${slot.id}/copy`
    expect((await post(dana, address, { version: '1', copy: 'agreed', words: 'First' })).status).toBe(303)
    const stale = await post(dana, address, { version: '1', copy: 'agreed', words: 'Second' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Second')
    expect(stale.body).toContain('First')
    expect((await post(dana, address, { version: '1', copy: 'agreed', words: 'First' })).status).toBe(303)
    const waiting = await pupil(place)
    await post(dana, `${path}/invite`, { who: waiting })
    expect((await say(path, waiting, { copy: 'agreed', words: 'Too early' })).status).toBe(409)
    expect((await post(mair, address, { version: '2', copy: 'not-agreed' })).status).toBe(404)
  })

  it('ends with the roll: whoever left the school is not on its page (K3)', async () => {
    const { path, id, place, teacher } = await held()
    await offRoll(place, id)
    house.clock.advance(1000)
    expect((await teacher.get(path)).body).not.toContain('Kit Daysample')
  })

  it('is nothing of whoever is shut off from it, nor of one who was kept close since (K4)', async () => {
    const { path, id, place, teacher } = await held()
    await say(path, id, { copy: 'agreed', words: 'Applies for joinery' })
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: place, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await teacher.get(path)).body).not.toContain('joinery')
    const two = await pupil(place)
    await post(dana, `${path}/invite`, { who: two })
    expect((await teacher.get(path)).body).toContain('Invited')
    await letSee(house, partnership, { id: two, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    const meeting = await appointmentOf(path, two)
    const kept = await post(dana, `/appointments/${meeting.id}`, {
      ...{ ...TODAY, time: meeting.at_time, minutes: '20', kind: 'meeting', purpose: 'guidance' },
      ...{ restricted: 'yes', place: 'Careers room', version: String(meeting.version) },
    })
    expect([kept.status, summaryOf(kept.body)]).toEqual([303, []])
    expect(await appointmentOf(path, two)).toMatchObject({ class: 4096 })
    expect((await slotOf(path, two)).sealed_at).not.toBeNull()
    expect((await teacher.get(path)).body).not.toContain('Kit Daysample')
  })

  it('goes with a meeting that was the wrong young person’s (K9)', async () => {
    const { path, id, teacher } = await held()
    await say(path, id, { copy: 'agreed', words: 'Somebody else’s wish' })
    await letSee(house, partnership, { id, by: dana, classes: ADVISER_CLASSES })
    const meeting = await appointmentOf(path, id)
    expect(
      (await post(dana, `/people/${id}/misfiled/appointment/${meeting.id}`, { why: 'It was her twin' })).status,
    ).toBe(303)
    expect((await teacher.get(path)).body).not.toContain('Somebody else’s wish')
    expect((await dana.get(path)).body).not.toContain('Kit Daysample')
  })

  it('follows a joining of two records, and comes back when they are taken apart', async () => {
    const { path, id, place } = await held()
    const twin = await newPerson('Kit', 'Daysample-twin')
    await onRoll(place, twin)
    house.clock.advance(1000)
    const merged = await test.database.transaction(owen.acting(), async tx => {
      const seen = await compare(tx, { keep: twin, join: id }, undefined)
      const wanted = { choices: {}, reason: 'A test', despite: 'A test', stamp: seen?.stamp ?? '' }
      return mergePeople(tx, { keep: twin, join: id, ...wanted }, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    expect((await slotsOf(path)).map(one => one.person_id)).toEqual([twin])
    const parted = await test.database.transaction(owen.acting(), tx =>
      unmergePeople(tx, merged.value as RowId, { reason: 'A test', choices: {} }),
    )
    expect(parted.ok).toBe(true)
    house.clock.advance(1000)
    expect((await slotsOf(path)).map(one => one.person_id)).toEqual([id])
  })

  it('is nothing once they have died: nobody is called out of a lesson', async () => {
    const [id] = [await pupil()]
    const path = await plan()
    await post(dana, `${path}/invite`, { who: id })
    await test.owner
      .updateTable('person')
      .set({ died_on: '2026-11-22' as never })
      .where('id', '=', id)
      .execute()
    house.clock.advance(1000)
    expect((await hana.get(path)).body).not.toContain('Kit Daysample')
    expect((await dana.get(`${path}/invitations?show=all`)).body).not.toContain('Kit Daysample')
  })
})
