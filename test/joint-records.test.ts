/** Joint meetings and the record: handed over together, joined and taken apart, taken off as somebody else's, copied and printed. Row 209. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES } from '#rooms/access/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openHanding } from '#test/handing.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const { begun, step, rowOf } = openHanding(test, house)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, owen } = await staffOf(partnership, 'dana', 'mair', 'owen'))
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
