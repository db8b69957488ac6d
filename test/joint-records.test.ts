/** Joint meetings and the record: handed over together, joined and taken apart, taken off as somebody else's, copied and printed. Row 209. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES } from '#rooms/access/index.ts'
import { releaseHandovers } from '#rooms/deployment/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openHanding } from '#test/handing.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'
import { handoverParts } from '../src/house-handovers.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const { begun, step, rowOf } = openHanding(test, house)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let leaving: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, owen } = await staffOf(partnership, 'dana', 'mair', 'owen'))
  leaving = await partnership.colleague('universal-adviser', 'Leaving Testcase')
})

let made = 0
const led = (): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Hanno', family: `Togethersample${(made += 1)}`, lead: dana })

/** The test's clock stands on Monday 23 November 2026. */
const MEETING = {
  ...dayFields('on', [2026, 11, 23]),
  ...{
    time: '09:00',
    minutes: '30',
    kind: 'meeting',
    place: 'Made-up library',
    purpose: 'getting-to-know',
    both: 'yes',
  },
}
const CAME = {
  ...{ came: 'came', kind: 'meeting', purpose: 'getting-to-know', outcome: 'done', notes: 'The three of us' },
  ...dayFields('on', [2026, 11, 23]),
  version: '1',
}
type Fields = Readonly<Record<string, string>>

async function post(by: TestColleague, path: string, fields: Fields) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields)
  house.clock.advance(1000)
  return answer
}

/** Arranged by one with another asked along; its address. */
async function joint(by: TestColleague, id: PersonId, along: TestColleague, fields: Fields = {}): Promise<string> {
  const answer = await post(by, `/people/${id}/appointments/new`, { ...MEETING, along: along.accountId, ...fields })
  if (answer.status !== 303) throw new Error(summaryOf(answer.body).join())
  const row = await test.owner
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', id)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirstOrThrow()
  return `/appointments/${row.id}`
}
const rowIdIn = (path: string) => path.split('/').at(-1) ?? ''
const companionsOf = (path: string) =>
  test.owner.selectFrom('appointment_companion').selectAll().where('appointment_id', '=', rowIdIn(path)).execute()

describe('A hand-over', () => {
  it('is met together: arranged in one press by either adviser, and held it counts when the next one was there', async () => {
    const id = await led()
    const one = await begun(dana, id, mair, { wish: 'agrees' })
    expect((await dana.get(`/hand-overs/${one}`)).body).not.toContain('Meet them together')
    await step(mair, one, 'accept')
    for (const [who, other] of [
      [dana, mair],
      [mair, dana],
    ] as const) {
      const href = `/people/${id}/appointments/new?with=${other.accountId}`
      expect((await who.get(`/hand-overs/${one}`)).body).toContain(`href="${href}"`)
      const form = (await who.get(href)).body
      expect(form).toMatch(new RegExp(`value="${other.accountId}"[^>]*checked`))
      expect(form).toContain('Meet us both')
    }
    const at = await joint(dana, id, mair)
    const page = (await mair.get(`/hand-overs/${one}`)).body
    expect(page).toContain('You meet them together')
    expect(page).toContain(`href="${at}"`)
    await post(dana, `${at}/outcome`, { ...CAME, there: mair.accountId })
    const contact = await test.owner.selectFrom('contact').select('id').where('person_id', '=', id).executeTakeFirst()
    expect((await step(mair, one, 'met', { meeting: contact?.id ?? '' })).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'met', contact_id: contact?.id })
  })

  it('does not count a meeting that names others and not the next adviser', async () => {
    const id = await led()
    const third = await partnership.colleague('universal-adviser', 'Third Testcase')
    await letSee(house, partnership, { id, by: third, classes: ADVISER_CLASSES })
    const one = await begun(dana, id, mair, { wish: 'agrees' })
    await step(mair, one, 'accept')
    const at = await joint(dana, id, third)
    await post(dana, `${at}/outcome`, { ...CAME, there: third.accountId })
    const page = (await mair.get(`/hand-overs/${one}`)).body
    expect(page).toContain('Next: meet them, and record it as a contact')
    const contact = await test.owner.selectFrom('contact').select('id').where('person_id', '=', id).executeTakeFirst()
    expect((await step(mair, one, 'met', { meeting: contact?.id ?? '' })).status).toBe(422)
  })

  it('that has met is closed while the contact says so: put right, they have not met, and name another meeting', async () => {
    const id = await led()
    const one = await begun(dana, id, mair, { wish: 'agrees' })
    await step(mair, one, 'accept')
    const at = await joint(dana, id, mair)
    await post(dana, `${at}/outcome`, { ...CAME, there: mair.accountId })
    const contact = () =>
      test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).orderBy('id').execute()
    const [held] = await contact()
    await step(mair, one, 'met', { meeting: held?.id ?? '' })
    expect((await dana.get(`/hand-overs/${one}`)).body).toContain('/complete')
    const right = { ...CAME, 'asked-there': 'yes', why: 'She was ill that day' }
    expect((await post(dana, `/contacts/${held?.id}`, right)).status).toBe(303)
    expect((await dana.get(`/hand-overs/${one}`)).body).not.toContain('/complete')
    expect((await mair.get(`/hand-overs/${one}`)).body).toContain('Next: meet them')
    expect((await step(dana, one, 'complete')).status).not.toBe(303)
    expect((await step(mair, one, 'met', { meeting: held?.id ?? '' })).status).toBe(422)
    expect(await rowOf(one)).toMatchObject({ over_on: null })
    // They were there after all: it counts again, without anything being pressed anew.
    await post(dana, `/contacts/${held?.id}`, { ...right, there: mair.accountId, why: 'She was', version: '2' })
    expect((await dana.get(`/hand-overs/${one}`)).body).toContain('/complete')
    // And where it is said that the young person did not come, nobody met them.
    await post(dana, `${at}/came`, { came: 'missed', reason: 'ill', version: '2' })
    expect((await contact())[0]?.colleagues).toEqual([])
    expect((await step(dana, one, 'complete')).status).not.toBe(303)
    const met = await joint(mair, id, dana, { time: '11:00' })
    await post(mair, `${met}/outcome`, { ...CAME, there: dana.accountId })
    const [, other] = await contact()
    expect((await step(mair, one, 'met', { meeting: other?.id ?? '' })).status).toBe(303)
    expect((await step(dana, one, 'complete')).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'complete', contact_id: other?.id })
  })

  it('of somebody who leaves is no further than the contact says', async () => {
    const id = await addPerson(house, partnership, {
      given: 'Hanno',
      family: `Togethersample${(made += 1)}`,
      lead: leaving,
    })
    const one = await begun(leaving, id, mair, { wish: 'agrees' })
    await step(mair, one, 'accept')
    const at = await joint(leaving, id, mair)
    await post(leaving, `${at}/outcome`, { ...CAME, there: mair.accountId })
    const held = await test.owner
      .selectFrom('contact')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    await step(mair, one, 'met', { meeting: held.id })
    await post(leaving, `/contacts/${held.id}`, { ...CAME, 'asked-there': 'yes', why: 'A slip' })
    await house.command(partnership.id, tx => releaseHandovers(tx, handoverParts, leaving.accountId))
    // The lead goes over, and the meeting is still to come.
    expect(await rowOf(one)).toMatchObject({ state: 'accepted', met_on: null, over_on: null })
    expect((await rowOf(one)).moved_on).not.toBeNull()
  })

  it('carries the meeting of both to the new lead, who is asked no more', async () => {
    const id = await led()
    const one = await begun(dana, id, mair, { wish: 'agrees' })
    await step(mair, one, 'accept')
    const first = await joint(mair, id, dana)
    await post(mair, `${first}/outcome`, { ...CAME, there: dana.accountId })
    const at = await joint(dana, id, mair, dayFields('on', [2026, 11, 30]))
    const contact = await test.owner.selectFrom('contact').select('id').where('person_id', '=', id).executeTakeFirst()
    await step(mair, one, 'met', { meeting: contact?.id ?? '' })
    expect((await step(dana, one, 'complete')).status).toBe(303)
    const row = await test.owner
      .selectFrom('appointment')
      .select('account_id')
      .where('id', '=', rowIdIn(at))
      .executeTakeFirst()
    expect(row?.account_id).toBe(mair.accountId)
    expect((await companionsOf(at)).map(k => k.state)).toEqual(['off'])
    expect((await dana.get('/diary?on=2026-11-30')).body).not.toContain(`Togethersample${made}`)
  })
})

describe('Records that are joined', () => {
  it('carry who comes along with the meeting, and back', async () => {
    const [keep, join] = [await led(), await led()]
    await letSee(house, partnership, { id: join, by: mair, classes: ADVISER_CLASSES })
    const at = await joint(dana, join, mair)
    const officer = <T>(work: Parameters<typeof house.command<T>>[1]) => test.database.transaction(owen.acting(), work)
    const merged = await officer(async tx => {
      const seen = await compare(tx, { keep, join }, undefined)
      const wanted = { keep, join, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    expect((await companionsOf(at)).map(k => [k.person_id, k.origin_person_id])).toEqual([[keep, join]])
    expect((await dana.get(at)).body).toContain('Mair Testcase')
    expect((await officer(tx => unmergePeople(tx, merged.value, { reason: 'A test', choices: {} }))).ok).toBe(true)
    expect((await companionsOf(at)).map(k => k.person_id)).toEqual([join])
  })
})

describe('On the wrong young person', () => {
  it('K9: who comes along goes with the meeting, from the diary of each, and who saw it is told', async () => {
    const id = await led()
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    const at = await joint(dana, id, mair)
    expect((await mair.get('/diary')).body).toContain(`Togethersample${made}`)
    await post(dana, `/people/${id}/misfiled/appointment/${rowIdIn(at)}`, { why: 'Two of the same name' })
    expect((await companionsOf(at)).every(k => k.sealed_at !== null)).toBe(true)
    expect((await mair.get('/diary')).body).not.toContain(`Togethersample${made}`)
    expect((await mair.get(at)).status).toBe(404)
    const told = await test.owner
      .selectFrom('notice')
      .select('account_id')
      .where('kind', '=', 'misfiled.seen')
      .where('person_id', '=', id)
      .execute()
    expect(told.map(one => one.account_id)).toContain(mair.accountId)
  })
})

describe('What was held together', () => {
  it('is put right on the contact like all else, and what was said of who was there before is kept', async () => {
    const id = await led()
    const third = await partnership.colleague('universal-adviser', `Third${made} Testcase`)
    for (const by of [mair, third]) await letSee(house, partnership, { id, by, classes: ADVISER_CLASSES })
    const at = await joint(dana, id, mair)
    await post(dana, `${at}/outcome`, { ...CAME, there: mair.accountId })
    const rowNow = () =>
      test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow()
    const { id: contactId } = await rowNow()
    const form = (await dana.get(`/contacts/${contactId}`)).body
    expect(form).toMatch(new RegExp(`value="${mair.accountId}"[^>]*checked`))
    expect(form).toContain(`value="${third.accountId}"`)
    const change = { ...CAME, 'asked-there': 'yes', why: 'It was somebody else' }
    const stranger = await post(dana, `/contacts/${contactId}`, { ...change, there: owen.accountId })
    expect([stranger.status, summaryOf(stranger.body)[0]]).toEqual([422, expect.stringContaining('#there')])
    expect((await post(dana, `/contacts/${contactId}`, { ...change, there: third.accountId, why: '' })).status).toBe(
      422,
    )
    expect((await post(dana, `/contacts/${contactId}`, { ...change, there: third.accountId })).status).toBe(303)
    expect((await rowNow()).colleagues).toEqual([third.accountId])
    const stale = await post(mair, `/contacts/${contactId}`, { ...change, there: mair.accountId })
    expect([stale.status, stale.body.includes(third.name)]).toEqual([409, true])
    expect(stale.body).toMatch(new RegExp(`value="${mair.accountId}"[^>]*checked`))
    const versions = await test.owner
      .selectFrom('contact_version')
      .select(['content', 'why'])
      .where('contact_id', '=', contactId)
      .execute()
    expect(versions).toMatchObject([{ why: 'It was somebody else', content: { colleagues: [mair.accountId] } }])
    // Nobody ticked is nobody there; and of one that was a try nobody was.
    expect((await post(dana, `/contacts/${contactId}`, { ...change, version: '2' })).status).toBe(303)
    expect((await rowNow()).colleagues).toEqual([])
    const tried = { ...change, kind: 'tried', outcome: 'not-reached', there: mair.accountId, version: '3' }
    expect((await post(dana, `/contacts/${contactId}`, tried)).status).toBe(303)
    expect((await rowNow()).colleagues).toEqual([])
    // Of a meeting of one alone it is not asked.
    const alone = await led()
    await post(dana, `/people/${alone}/contacts/new`, { ...CAME, notes: 'Only us' })
    const own = await test.owner.selectFrom('contact').select('id').where('person_id', '=', alone).executeTakeFirst()
    expect((await dana.get(`/contacts/${own?.id}`)).body).not.toContain('Colleagues who were there')
  })

  it('stands with the names on the contact, in the brief, in how the case stands, and in the story', async () => {
    const id = await led()
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    const at = await joint(dana, id, mair)
    expect((await dana.get(`/people/${id}`)).body).toContain('Mair Testcase (asked)')
    expect((await dana.get(`/people/${id}/brief`)).body).toContain('Mair Testcase (asked)')
    await post(dana, `${at}/outcome`, { ...CAME, there: mair.accountId })
    const contact = await test.owner.selectFrom('contact').select('id').where('person_id', '=', id).executeTakeFirst()
    for (const path of [`/contacts/${contact?.id}`, `/people/${id}`, `/people/${id}/brief`, `/people/${id}/case`, at])
      expect((await dana.get(path)).body, path).toContain('Mair Testcase')
    // Put right otherwise, those who were there stay.
    const changed = { ...CAME, notes: 'Put right', why: 'A slip' }
    expect((await post(dana, `/contacts/${contact?.id}`, changed)).status).toBe(303)
    const after = await test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).executeTakeFirst()
    expect([after?.notes, after?.colleagues]).toEqual(['Put right', [mair.accountId]])
  })
})
