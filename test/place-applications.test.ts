/** Applications and offers over HTTP and down to the row: written down, step by step, the guarantee that follows, and who may know of it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { toDay } from '#ground/day.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, OWN_ROLL_CLASSES, setBarrier, TRACKING_CLASSES } from '#rooms/access/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { markDeath } from '#rooms/people/index.ts'
import { setActivity } from '#rooms/tracking/index.ts'
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
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let lena: TestColleague
let college: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, lena } = await staffOf(partnership, 'dana', 'mair', 'lena'))
  college = await house.command(partnership.id, tx => addOrganisation(tx, { name: 'Made-up College', kind: 'college' }))
})

let made = 0
/** Somebody in Year 11 on 23 November 2026, in the guarantee of 2027. */
function young(born = '2011-03-04'): Promise<PersonId> {
  return addPerson(house, partnership, { given: 'Ade', family: `Osample${(made += 1)}`, born, lead: dana })
}

const APPLIED = { step: 'applied', by: 'young-person', ...dayFields('on', [2026, 11, 2]) }
const WANTED = { course: 'Bricklaying', level: '2', way: 'college', autumn: '2027' }
async function send(by: TestColleague, path: string, fields: Record<string, string>) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields)
  house.clock.advance(1000)
  return answer
}
async function apply(id: PersonId, fields: Record<string, string> = {}, by: TestColleague = dana): Promise<string> {
  const all = { ...WANTED, ...APPLIED, place: college, ...fields }
  const { status, to = '', body } = await send(by, `/people/${id}/applications/new`, all)
  if (status !== 303) throw new Error(summaryOf(body).join())
  return to.split('/').at(-1) ?? ''
}
const rowOf = (id: string) =>
  test.owner
    .selectFrom('place_application')
    .selectAll()
    .where('id', '=', id as RowId)
    .executeTakeFirstOrThrow()
const stepsOf = (id: string) =>
  test.owner
    .selectFrom('place_application_step')
    .selectAll()
    .where('application_id', '=', id as RowId)
    .orderBy('recorded_at')
    .execute()
async function step(id: string, what: string, fields: Record<string, string> = {}, by: TestColleague = dana) {
  const version = String((await rowOf(id)).version)
  const all = { step: what, by: 'provider', ...dayFields('on', [2026, 11, 20]), version, ...fields }
  return send(by, `/place-applications/${id}/step`, all)
}
const guaranteeOf = async (id: PersonId) =>
  (
    await test.owner
      .selectFrom('guarantee_status')
      .select(['year', 'code', 'said_by', 'said_on'])
      .where('person_id', '=', id)
      .where('sealed_at', 'is', null)
      .orderBy('recorded_at')
      .execute()
  ).map(one => `${one.year} ${one.code} ${one.said_by} ${one.said_on}`)

describe('An application', () => {
  it('is refused with every fault at its field, and keeps what was typed', async () => {
    const id = await young()
    const empty = await send(dana, `/people/${id}/applications/new`, { course: 'Łąka 🚲' })
    expect([empty.status, summaryOf(empty.body).map(line => line.split(' ')[0])]).toEqual([
      422,
      ['#way', '#autumn', '#step', '#on-day', '#by'],
    ])
    expect(empty.body).toContain('Łąka 🚲')
    const nowhere = await send(dana, `/people/${id}/applications/new`, { ...WANTED, ...APPLIED })
    expect(summaryOf(nowhere.body)[0]).toContain('Select the place, or enter its name')
    const both = { ...WANTED, ...APPLIED, place: college, 'place-words': 'Elsewhere' }
    expect(summaryOf((await send(dana, `/people/${id}/applications/new`, both)).body)[0]).toContain('not both')
    const ahead = { ...WANTED, ...APPLIED, place: college, ...dayFields('on', [2026, 12, 24]) }
    const refused = await send(dana, `/people/${id}/applications/new`, ahead)
    expect(summaryOf(refused.body)[0]).toContain('today or earlier')
  })

  it('goes step by step, several at once, each step with its day and whose word it is', async () => {
    const id = await young()
    const one = await apply(id)
    await apply(id, { place: '', 'place-words': 'Sixth Form by the Sea', course: '', level: '', way: 'sixth-form' })
    const list = (await dana.get(`/people/${id}/applications`)).body
    for (const words of ['Made-up College', 'Sixth Form by the Sea', 'Bricklaying']) expect(list).toContain(words)
    expect((await dana.get(`/people/${id}`)).body).toContain(`/people/${id}/applications`)
    expect((await step(one, 'interview', dayFields('on', [2026, 12, 10]))).status).toBe(303)
    expect((await step(one, 'offer-conditional', { words: 'Maths at grade 4' })).status).toBe(303)
    expect((await step(one, 'accepted', { by: 'young-person' })).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'accepted', state_on: '2026-11-20', level: '2', autumn: 2027 })
    expect((await stepsOf(one)).map(s => [s.step, s.said_by])).toEqual([
      ['applied', 'young-person'],
      ['interview', 'provider'],
      ['offer-conditional', 'provider'],
      ['accepted', 'young-person'],
    ])
    expect((await dana.get(`/place-applications/${one}`)).body).toContain('Maths at grade 4')
    const actions = (await eventsOf(test, { target: one })).map(event => event.action)
    for (const action of ['added', 'moved', 'viewed']) expect(actions).toContain(`place-application.${action}`)
  })

  it('takes no step that cannot come next, none from a version that is gone, and one sent twice once', async () => {
    const one = await apply(await young())
    const odd = await step(one, 'enrolled')
    expect([odd.status, summaryOf(odd.body)[0]]).toEqual([422, expect.stringContaining('Select how far it is')])
    const before = await step(one, 'offer', dayFields('on', [2026, 11, 1]))
    expect(summaryOf(before.body)[0]).toContain('must not be before they applied')
    const sent = { step: 'offer', by: 'provider', ...dayFields('on', [2026, 11, 20]), version: '1' }
    for (const time of ['first', 'second'])
      expect([time, (await send(dana, `/place-applications/${one}/step`, sent)).status]).toEqual([time, 303])
    expect((await stepsOf(one)).length).toBe(2)
    const stale = await send(dana, `/place-applications/${one}/step`, { ...sent, step: 'withdrawn', words: 'Kept 🚲' })
    expect([
      stale.status,
      stale.body.includes('Somebody changed this meanwhile'),
      stale.body.includes('Kept 🚲'),
    ]).toEqual([409, true, true])
  })

  it('has its last step taken back, which stays to be read, and never its first', async () => {
    const one = await apply(await young())
    await step(one, 'offer')
    const back = { version: String((await rowOf(one)).version) }
    expect((await send(dana, `/place-applications/${one}/take-back`, back)).status).toBe(303)
    expect(await rowOf(one)).toMatchObject({ state: 'applied', state_on: '2026-11-02' })
    expect((await stepsOf(one)).map(s => s.taken_back_at === null)).toEqual([true, false])
    expect((await dana.get(`/place-applications/${one}`)).body).toContain('<s>Offer</s>')
    const first = { version: String((await rowOf(one)).version) }
    expect((await send(dana, `/place-applications/${one}/take-back`, first)).status).toBe(409)
  })

  it('is put right, and what stood there before stays in its history', async () => {
    const one = await apply(await young())
    const change = { ...WANTED, place: '', 'place-words': 'Another College', course: 'Joinery', version: '1' }
    expect((await send(dana, `/place-applications/${one}/change`, change)).status).toBe(303)
    const body = (await dana.get(`/place-applications/${one}`)).body
    for (const words of ['Another College', 'Joinery', 'Made-up College, Bricklaying, Level 2, College, 2027'])
      expect(body).toContain(words)
    const stale = await send(dana, `/place-applications/${one}/change`, { ...change, course: 'Typed here' })
    expect([stale.status, stale.body.includes('Typed here')]).toEqual([409, true])
  })

  it('is not written down of somebody who died, and what was stays to be read', async () => {
    const id = await young()
    const one = await apply(id)
    await house.command(partnership.id, tx =>
      asHouse(tx, 'a test', worker =>
        markDeath(worker, id, tx.acting.today, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
      ),
    )
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/applications/new`)).status).toBe(404)
    expect((await step(one, 'offer')).status).toBe(404)
    expect((await dana.get(`/place-applications/${one}`)).status).toBe(200)
  })
})

describe('The September Guarantee', () => {
  it('follows applications, row by row, and starts at 159', async () => {
    const id = await young()
    expect((await dana.get(`/people/${id}/applications`)).body).toContain('159 Not yet recorded')
    const one = await apply(id)
    await step(one, 'offer')
    await step(one, 'turned-down')
    expect(await guaranteeOf(id)).toEqual([
      '2027 140 application 2026-11-02',
      '2027 110 application 2026-11-20',
      '2027 159 application 2026-11-23',
    ])
    expect((await dana.get(`/people/${id}/applications`)).body).toContain('Is it “150 No appropriate provision”?')
  })

  it('set by hand stands until an application says otherwise', async () => {
    const id = await young()
    await apply(id)
    const seen = /name="seen" value="([^"]*)"/.exec((await dana.get(`/people/${id}/guarantee`)).body)?.[1] ?? ''
    const hand = { code: '123', by: 'provider', ...dayFields('on', [2026, 11, 20]), words: 'Moves abroad', seen }
    expect((await send(dana, `/people/${id}/guarantee`, hand)).status).toBe(303)
    await step(await apply(id, { place: '', 'place-words': 'X' }), 'turned-down')
    expect((await guaranteeOf(id)).at(-1)).toBe('2027 123 provider 2026-11-20')
    const stale = await send(mair, `/people/${id}/guarantee`, hand)
    expect(stale.status).toBe(404)
    const late = await send(dana, `/people/${id}/guarantee`, { ...hand, words: 'Kept 🚲' })
    expect([late.status, late.body.includes('A colleague was first'), late.body.includes('Kept 🚲')]).toEqual([
      409,
      true,
      true,
    ])
    await apply(id, { place: '', 'place-words': 'Y', step: 'offer' })
    expect((await guaranteeOf(id)).at(-1)).toMatch(/^2027 110 application/)
    const page = (await dana.get(`/people/${id}/guarantee`)).body
    for (const words of ['Moves abroad', 'From an application', 'is not on record here']) expect(page).toContain(words)
  })

  it('takes no code of another year group, no day ahead, and says so at the field', async () => {
    const id = await young()
    const path = `/people/${id}/guarantee`
    const wrong = await send(dana, path, { code: '114', by: 'provider', ...dayFields('on', [2026, 12, 24]), seen: '' })
    expect([wrong.status, summaryOf(wrong.body).map(line => line.split(' ')[0])]).toEqual([422, ['#code']])
    const ahead = await send(dana, path, { code: '110', by: 'provider', ...dayFields('on', [2026, 12, 24]), seen: '' })
    expect(summaryOf(ahead.body)[0]).toContain('#on-day')
    const older = await young('2008-12-01')
    expect((await dana.get(`/people/${older}/guarantee`)).body).toContain('in no year group of the guarantee of 2027')
    expect((await dana.get(`/people/${older}/guarantee?year=2026`)).body).toContain('now Year 13')
  })

  it('counts no application to a place whose very name tells more (K6)', async () => {
    const id = await young()
    const clinic = await house.command(partnership.id, tx =>
      addOrganisation(tx, { name: 'Made-up Recovery', kind: 'training-provider', discloses: 'health' }),
    )
    const refused = await send(dana, `/people/${id}/applications/new`, { ...WANTED, ...APPLIED, place: clinic })
    expect(summaryOf(refused.body)[0]).toContain('Select one of the list')
    expect((await dana.get(`/people/${id}/applications/new`)).body).not.toContain('Made-up Recovery')
    await letSee(house, partnership, { id, by: mair, classes: [...ADVISER_CLASSES, 'health'] })
    const one = await apply(id, { place: clinic, step: 'offer' }, mair)
    expect(await rowOf(one)).toMatchObject({ class: 256 })
    expect(await guaranteeOf(id)).toEqual([])
    expect((await dana.get(`/people/${id}/applications`)).body).not.toContain('Made-up Recovery')
    expect((await dana.get(`/place-applications/${one}`)).status).toBe(404)
  })
})

describe('What somebody wants to do next', () => {
  it('is asked of Year 11, and keeps what was said before', async () => {
    const id = await young()
    const path = `/people/${id}/destination`
    const said = { code: '211', by: 'young-person', ...dayFields('on', [2026, 11, 20]), seen: '' }
    expect((await send(dana, path, said)).status).toBe(303)
    const seen = /name="seen" value="([^"]*)"/.exec((await dana.get(path)).body)?.[1] ?? ''
    expect((await send(dana, path, { ...said, code: '511', seen })).status).toBe(303)
    const body = (await dana.get(path)).body
    for (const words of ['211 Apprenticeship or traineeship', '511 Undecided']) expect(body).toContain(words)
    expect((await dana.get(`/people/${await young('2010-03-04')}/destination`)).body).toContain(
      'They do not leave Year 11 in 2027',
    )
  })
})

describe('Who may know of an application', () => {
  it('is nobody who may not know of the young person, and no place by its roll (K3, K8)', async () => {
    const id = await young()
    const one = await apply(id)
    const nobody = newId<'person'>(house.clock.now()) as PersonId
    expect(withoutTokens(await mair.get(`/people/${id}/applications`))).toBe(
      withoutTokens(await mair.get(`/people/${nobody}/applications`)),
    )
    expect(withoutTokens(await mair.get(`/place-applications/${one}`))).toBe(
      withoutTokens(await mair.get(`/place-applications/${nobody}`)),
    )
    const wyn = await partnership.colleague('partner-practitioner', 'Wyn Testcase', college)
    await letSee(house, partnership, { id, by: wyn, classes: OWN_ROLL_CLASSES })
    expect((await wyn.get(`/people/${id}`)).status).toBe(200)
    for (const path of [`/people/${id}/applications`, `/place-applications/${one}`])
      expect((await wyn.get(path)).status).toBe(404)
  })

  it('is a tracking officer of who is on their lists, who may write one down too', async () => {
    const id = await young()
    await letSee(house, partnership, { id, by: lena, classes: TRACKING_CLASSES })
    const one = await apply(id, {}, lena)
    expect((await lena.get(`/place-applications/${one}`)).status).toBe(200)
  })

  it('is gone once the record is restricted, for whoever may not see that (K4)', async () => {
    const id = await young()
    const one = await apply(id)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await dana.get(`/place-applications/${one}`)).status).toBe(404)
  })

  it('taken off as about somebody else, it goes with its steps, and the guarantee with it (K9)', async () => {
    const id = await young()
    const one = await apply(id, { step: 'offer' })
    const path = `/people/${id}/misfiled/place-application/${one}`
    expect((await dana.get(path)).body).toContain('Made-up College, Bricklaying')
    const answer = await send(dana, path, { why: 'It was her twin' })
    expect(answer.status, summaryOf(answer.body).join()).toBe(303)
    expect((await dana.get(`/place-applications/${one}`)).status).toBe(404)
    expect((await stepsOf(one)).every(s => s.sealed_at !== null)).toBe(true)
    expect((await guaranteeOf(id)).at(-1)).toBe('2027 159 application 2026-11-23')
  })
})

describe('Offered a place, and not known to have started', () => {
  const list = async (by: TestColleague = dana) => (await by.get('/offers-not-enrolled')).body

  it('is whoever has an offer for this autumn, until somebody says they enrolled or an activity there began', async () => {
    const one = await apply(await young('2010-03-04'), { autumn: '2026', step: 'accepted' })
    const next = await apply(await young(), { autumn: '2027', step: 'accepted' })
    const waits = await apply(await young('2010-03-05'), { autumn: '2026' })
    const working = await young('2010-03-06')
    const there = await apply(working, { autumn: '2026', step: 'offer' })
    const activity = { code: '230', organisationId: college, detail: '', startedOn: toDay('2026-09-07') }
    const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-09-07') } as const
    await house.command(partnership.id, tx =>
      setActivity(tx, working, { ...activity, verifiedOn: toDay('2026-09-07') }, source),
    )
    const body = await list()
    expect([one, next, waits, there].map(id => body.includes(id))).toEqual([true, false, false, false])
    expect(body).toContain('Ask the place whether they enrolled, then them')
    expect(await list(mair)).not.toContain(one)
    expect((await step(one, 'enrolled')).status).toBe(303)
    expect(await list()).not.toContain(one)
  })

  it('is nobody whose record is restricted, whoever asks (K4)', async () => {
    const id = await young('2010-03-07')
    const one = await apply(id, { autumn: '2026', step: 'offer' })
    expect(await list()).toContain(one)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    await letSee(house, partnership, { id, by: dana, classes: [...ADVISER_CLASSES, 'restricted'] })
    expect(await list()).not.toContain(one)
  })
})
