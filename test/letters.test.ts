/** Letters that unlock money, over HTTP and down to the row: chosen, shown, agreed, signed, kept as they were. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { type GroupId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, addMembers, setBarrier } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { insertEnrolments, markDeath, protectAddress, setAddress } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let college: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, owen } = await staffOf(partnership, 'dana', 'mair', 'owen'))
  college = await house.command(partnership.id, tx => addOrganisation(tx, { name: 'Made-up College', kind: 'college' }))
})

let made = 0
const BY_STAFF = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-23') } as const
/** Somebody with an address and a place of learning. */
async function someone(place: OrganisationId = college, classBit = 4): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given: 'Robin', family: `Lettersample${(made += 1)}`, lead: dana })
  await test.database.transaction(dana.acting(), async tx => {
    const address = { line1: '1 Lantern Row', line2: '', town: 'Sampleton', postcode: 'HX1 9ZZ', isProtected: false }
    await setAddress(tx, id, address, BY_STAFF)
  })
  await house.command(partnership.id, async tx => {
    const row = { id: newId<'row'>(tx.acting.at), personId: id, organisationId: place, classBit, yearGroup: null }
    await insertEnrolments(
      tx,
      [{ ...row, course: '', startedOn: toDay('2026-09-01'), finishedOn: null, leftReason: '' }],
      { kind: 'partner-list', organisationId: place, saidOn: tx.acting.today },
    )
    await addMembers(tx, place as string as GroupId, [id])
  })
  house.clock.advance(1000)
  return id
}

const CHOSEN = { kind: 'bursary', 'to-whom': 'The support team', tells: 'learns', reason: '' }
async function written(id: PersonId, fields: Record<string, string> = {}, by: TestColleague = dana): Promise<string> {
  house.clock.advance(1000)
  const { status, to = '', body } = await by.post(`/people/${id}/letters/new`, { ...CHOSEN, ...fields })
  house.clock.advance(1000)
  if (status !== 303) throw new Error(body.slice(0, 3000))
  return to.split('/').at(-1) ?? ''
}
const rowOf = (id: string) =>
  test.owner
    .selectFrom('letter')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
const shownIn = (body: string) => /name="shown" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
async function sign(id: string, fields: Record<string, string> = {}, by: TestColleague = dana) {
  const { body } = await by.get(`/letters/${id}`)
  const sent = { version: String((await rowOf(id)).version), shown: shownIn(body), agreed: 'yes', ...fields }
  house.clock.advance(1000)
  const answer = await by.post(`/letters/${id}/sign`, sent)
  house.clock.advance(1000)
  return { answer, sent }
}

describe('A letter', () => {
  it('tells what was chosen and nothing else, is shown first, and is signed only when they agree', async () => {
    const id = await someone()
    const bare = await dana.post(`/people/${id}/letters/new`, { words: 'Kept words 🎓 مرحبا' })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#kind', '#to-whom'])
    expect(bare.body).toContain('Kept words 🎓 مرحبا')
    const one = await written(id)
    const draft = (await dana.get(`/letters/${one}`)).body
    expect(draft).toContain('They learn at Made-up College, since 1 September 2026')
    expect(draft).toContain('It is no official form')
    for (const kept of ['Lantern Row', 'They were born']) expect(draft).not.toContain(kept)
    expect((await dana.get(`/letters/${one}/print`)).status).toBe(303)
    const unsaid = await sign(one, { agreed: '' })
    expect(summaryOf(unsaid.answer.body)[0]).toBe('#agreed Select whether they agree')
    const no = await sign(one, { agreed: 'no' })
    expect([no.answer.status, summaryOf(no.answer.body)[0]]).toEqual([
      422,
      expect.stringContaining('not signed before'),
    ])
    expect((await sign(one)).answer.status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'signed', signed_name: 'Dana Testcase', signed_on: '2026-11-23' })
    const print = await dana.get(`/letters/${one}/print`)
    for (const words of ['Made-up College', 'Dana Testcase', 'Reference ']) expect(print.body).toContain(words)
    expect((await dana.get(`/people/${id}`)).body).toContain('Letter: bursary')
    const actions = (await eventsOf(test, { target: one })).map(event => event.action)
    expect(actions).toEqual(expect.arrayContaining(['letter.written', 'letter.signed', 'letter.printed']))
  })

  it('is kept exactly as it was signed, whatever changes on record, and by nobody changed', async () => {
    const id = await someone()
    const one = await written(id, { tells: 'address' })
    const { sent } = await sign(one)
    const before = (await rowOf(one)).lines
    await test.database.transaction(dana.acting(), tx =>
      setAddress(
        tx,
        id,
        { line1: '9 Other Row', line2: '', town: 'Farville', postcode: null, isProtected: false },
        BY_STAFF,
      ),
    )
    house.clock.advance(1000)
    expect((await dana.get(`/letters/${one}/print`)).body).toContain('1 Lantern Row')
    expect((await rowOf(one)).lines).toEqual(before)
    // Pressed twice it is signed once; changed it is not.
    expect((await dana.post(`/letters/${one}/sign`, sent)).status).toBe(303)
    expect((await dana.post(`/letters/${one}/change`, { ...CHOSEN, version: '2' })).status).toBe(409)
    await expect(sql`update app.letter set lines = '[]'::jsonb where id = ${one}`.execute(test.owner)).rejects.toThrow(
      'kept as it was',
    )
  })

  it('is not signed other than it was shown: where the record changed since, it is read again', async () => {
    const id = await someone()
    const one = await written(id, { tells: 'address' })
    const { body } = await dana.get(`/letters/${one}`)
    await test.database.transaction(dana.acting(), tx =>
      setAddress(
        tx,
        id,
        { line1: '9 Other Row', line2: '', town: 'Farville', postcode: null, isProtected: false },
        BY_STAFF,
      ),
    )
    house.clock.advance(1000)
    const old = await sign(one, { shown: shownIn(body) })
    expect([old.answer.status, summaryOf(old.answer.body)[0]]).toEqual([
      409,
      expect.stringContaining('Read the letter again'),
    ])
    expect((await sign(one)).answer.status).toBe(303)
  })

  it('tells a reason only where it belongs, it is known how, and whoever signs may know it (K6)', async () => {
    const id = await someone()
    const post = (fields: Record<string, string>, by = dana) =>
      by.post(`/people/${id}/letters/new`, { ...CHOSEN, ...fields })
    expect(summaryOf((await post({ reason: 'parent', 'known-how': 'Met both' })).body)[0]).toContain('#reason')
    expect(summaryOf((await post({ kind: 'care-to-learn', reason: 'parent' })).body)[0]).toContain('#known-how')
    expect((await post({ reason: 'in-care', 'known-how': 'The social worker' })).status).toBe(404)
    expect((await dana.get(`/people/${id}/letters/new`)).body).not.toContain('looked after by a council')
    const one = await written(id, { kind: 'care-to-learn', reason: 'parent', 'known-how': 'Met both at the hub' })
    expect((await rowOf(one)).class).toBe(2048)
    expect((await sign(one)).answer.status).toBe(303)
    const print = (await dana.get(`/letters/${one}/print`)).body
    expect(print).toContain('They care for a child of their own.')
    expect(print).not.toContain('Met both at the hub')
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES.filter(c => c !== 'family') })
    expect((await mair.get(`/letters/${one}`)).status).toBe(404)
    expect((await mair.get(`/people/${id}/letters`)).body).not.toContain('Care to Learn</a>')
    expect((await mair.get(`/people/${id}`)).body).not.toContain('Letter: care to learn')
  })

  it('never tells a place whose very name tells something (K6)', async () => {
    const unit = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Made-up Hospital School', kind: 'health' }),
    )
    const id = await someone(unit, 256)
    await letSee(house, partnership, { id, by: dana, classes: ['health'] })
    const { body } = await dana.get(`/people/${id}/letters/new`)
    expect(body).not.toContain('Where they learn, and since when')
    const forced = await dana.post(`/people/${id}/letters/new`, CHOSEN)
    expect(summaryOf(forced.body)[0]).toContain('#tells')
  })

  it('never tells where somebody lives or learns whose whereabouts are protected, and is printed no more once they are (K4)', async () => {
    const id = await someone()
    const one = await written(id, { tells: 'address' })
    const draft = await written(id, { tells: 'address' })
    await sign(one)
    await house.command(partnership.id, tx => protectAddress(tx, id, 'A test'))
    house.clock.advance(1000)
    for (const page of [`/letters/${one}`, `/letters/${draft}`, `/people/${id}/letters`])
      expect((await dana.get(page)).body).not.toContain('Lantern Row')
    expect((await dana.get(`/letters/${one}/print`)).to).toBe(`/letters/${one}`)
    expect((await dana.get(`/letters/${one}`)).body).toContain('it is not printed')
    expect((await dana.get(`/people/${id}/letters/new`)).body).not.toContain('Where they live')
    expect(summaryOf((await dana.post(`/people/${id}/letters/new`, CHOSEN)).body)[0]).toContain('#tells')
    // A draft that was to tell it tells it no more when it is signed.
    expect((await sign(draft)).answer.status).toBe(303)
    expect(JSON.stringify((await rowOf(draft)).lines)).not.toContain('Lantern')
  })

  it('that was signed before is printed no more once whereabouts are protected, and neither to whom nor free words show (K4)', async () => {
    const id = await someone()
    const named = { 'to-whom': 'The Lantern College team', words: 'They ride to Lantern Street', tells: 'born' }
    const [one, back] = [await written(id, named), await written(id, named)]
    for (const letter of [one, back]) await sign(letter)
    const withdrawn = { version: '2', why: 'Lantern College has a form of its own' }
    expect((await dana.post(`/letters/${back}/withdraw`, withdrawn)).status).toBe(303)
    expect((await dana.get(`/letters/${one}/print`)).body).toContain('The Lantern College team')
    await house.command(partnership.id, tx => protectAddress(tx, id, 'A test'))
    house.clock.advance(1000)
    const pages = [one, back].flatMap(letter => [`/letters/${letter}`, `/people/${id}/misfiled/letter/${letter}`])
    for (const page of [...pages, `/people/${id}/letters`, `/people/${id}`]) {
      const { status, body } = await dana.get(page)
      expect([page, status, /Lantern (College|Street)/.test(body)]).toEqual([page, 200, false])
    }
    for (const page of [...pages, `/people/${id}/letters`])
      expect((await dana.get(page)).body).toContain('(Not shown.)')
    expect((await dana.get(`/letters/${one}/print`)).to).toBe(`/letters/${one}`)
    // What is read and signed now was written with that in mind.
    const two = await written(id, { tells: 'born', 'to-whom': 'The student support team' })
    expect((await dana.get(`/people/${id}/letters/new`)).body).toContain('Do not name where they learn')
    expect((await sign(two)).answer.status).toBe(303)
    expect((await dana.get(`/letters/${two}/print`)).body).toContain('The student support team')
  })

  it('is taken back with why, and printed no more', async () => {
    const one = await written(await someone())
    await sign(one)
    const bare = await dana.post(`/letters/${one}/withdraw`, { version: '2', why: '' })
    expect(summaryOf(bare.body)[0]).toContain('#why')
    expect((await dana.post(`/letters/${one}/withdraw`, { version: '1', why: 'Old page' })).status).toBe(409)
    expect((await dana.post(`/letters/${one}/withdraw`, { version: '2', why: 'Not needed' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/letters/${one}/print`)).status).toBe(303)
    expect((await dana.get(`/letters/${one}`)).body).toContain('Not needed')
    expect((await rowOf(one)).lines).not.toBeNull()
  })

  it('is not written, signed or printed for somebody who has died', async () => {
    const id = await someone()
    const one = await written(id)
    const two = await written(id)
    await sign(two)
    await test.database.transaction(dana.acting(), tx => markDeath(tx, id, toDay('2026-11-23'), BY_STAFF))
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/letters/new`)).status).toBe(404)
    expect((await dana.post(`/people/${id}/letters/new`, CHOSEN)).status).toBe(422)
    expect((await dana.get(`/letters/${one}`)).body).not.toContain('Sign it')
    expect((await sign(one, { shown: 'x' })).answer.status).toBe(409)
    expect((await dana.get(`/letters/${two}/print`)).to).toBe(`/letters/${two}`)
  })
})

describe('Letters', () => {
  it('read as nothing to who may not see what guidance they had, or is shut out (K8, K4)', async () => {
    const id = await someone()
    const one = await written(id)
    const nothing = withoutTokens(await mair.get('/letters/01a00000-0000-7000-8000-000000000000'))
    expect(withoutTokens(await mair.get(`/letters/${one}`))).toBe(nothing)
    expect((await owen.get(`/letters/${one}`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(`/letters/${one}`)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    expect(withoutTokens(await mair.get(`/letters/${one}`))).toBe(nothing)
  })

  it('for the wrong young person are gone, and who read them is told (K9)', async () => {
    const id = await someone()
    const one = await written(id)
    await sign(one)
    expect((await dana.post(`/people/${id}/misfiled/letter/${one}`, { why: 'It was her twin' })).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/letters/${one}`)).status).toBe(404)
    expect((await dana.get(`/people/${id}`)).body).not.toContain('Letter: bursary')
  })
})

describe('What a provider should know (row 196)', () => {
  async function assessed(id: PersonId) {
    const { to = '' } = await dana.post(`/people/${id}/assessment/begin`, { depth: 'initial' })
    const at = to.replace(/\/education$/, '')
    house.clock.advance(1000)
    const said = {
      'staff-basic-skills': '2',
      'own-basic-skills': '4',
      'evidence-basic-skills': 'Reads the bus timetable',
    }
    expect((await dana.post(`${at}/education`, { ...said, then: 'leave' })).status).toBe(303)
    house.clock.advance(1000)
    const page = (await dana.get(`${at}/agree`)).body
    const stamp = /name="stamp" value="([^"]*)"/.exec(page)?.[1] ?? ''
    const agreed = {
      agreement: 'agreed',
      words: '',
      stamp,
      'review-on-day': '1',
      'review-on-month': '2',
      'review-on-year': '2027',
    }
    const signals = Object.fromEntries(
      [...page.matchAll(/name="(answer-[a-z-]+)"/g)].flatMap(([, name = '']) => [
        [name, 'acted'],
        [name.replace('answer-', 'did-'), 'Done'],
      ]),
    )
    const done = await dana.post(`${at}/agree`, { ...agreed, ...signals })
    expect(done.status, summaryOf(done.body).join()).toBe(303)
    house.clock.advance(1000)
  }

  it('begins with how they learn as it was agreed last, in both views, and is of the part of the assessment', async () => {
    const id = await someone()
    expect((await dana.get(`/people/${id}/letters/new?for=learning-needs`)).body).not.toContain('they say')
    await assessed(id)
    const { body } = await dana.get(`/people/${id}/letters/new?for=learning-needs`)
    expect(body).toMatch(/Basic skills: they say [a-z ]+; their adviser says [a-z ]+\./)
    const one = await written(id, { kind: 'learning-needs', words: 'Basic skills: numbers come slowly 🧮' })
    expect((await rowOf(one)).class).toBe(32)
    // Whatever it is for afterwards, its words were taken from there.
    const changed = { ...CHOSEN, version: '1', words: 'Basic skills: numbers come slowly 🧮' }
    expect((await dana.post(`/letters/${one}/change`, changed)).status).toBe(303)
    expect((await rowOf(one)).class).toBe(32)
  })

  it('K6: is neither offered to nor read by whoever does not see the assessment', async () => {
    const id = await someone()
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES.filter(one => one !== 'assessment') })
    const page = (await mair.get(`/people/${id}/letters/new?for=learning-needs`)).body
    expect([page.includes('What a provider should know'), page.includes('Bursary')]).toEqual([false, true])
    const one = await written(id, { kind: 'learning-needs', words: 'Reads slowly' })
    expect((await mair.get(`/letters/${one}`)).status).toBe(404)
  })
})
