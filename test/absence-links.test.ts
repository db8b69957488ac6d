/** A place without accounts tells of one young person by a one-time link from whoever leads for them: a form, and nothing of the record. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addMs, dayOf, type Instant } from '#ground/clock.ts'
import { addDays } from '#ground/day.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { compare, mergePeople } from '#rooms/matching/index.ts'
import { insertEnrolments, markDeath } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  type TestVisitor,
  tokenIn,
} from '#test/house.ts'
import { enterLink, type MadeTestLink, madeIn } from '#test/linking.ts'
import { addPerson } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let safe: TestColleague
let provider: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
  safe = await partnership.colleague('safeguarding-lead', 'Sol Testcase')
  provider = await place('Made-up Training')
})

const place = (name: string, kind: 'training-provider' | 'health' = 'training-provider') =>
  house.command(partnership.id, tx => addOrganisation(tx, { name, kind }))

let made = 0
/** Somebody Dana leads for, who learns at a provider where nobody has an account. */
async function learner(of: OrganisationId = provider): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given: 'Lena', family: `Linksample${(made += 1)}`, lead: dana })
  await house.command(partnership.id, async tx => {
    const row = {
      id: newId<'row'>(tx.acting.at),
      personId: id,
      organisationId: of,
      classBit: 4,
      yearGroup: null,
      course: '',
    }
    const from = { startedOn: addDays(tx.acting.today, -60), finishedOn: null, leftReason: '' }
    await insertEnrolments(tx, [{ ...row, ...from }], { kind: 'staff', organisationId: null, saidOn: tx.acting.today })
  })
  house.clock.advance(1000)
  return id
}
const make = async (id: PersonId, fields: Record<string, string> = {}, by = dana) => {
  house.clock.advance(1000)
  const wanted = { place: provider, who: 'Tom Testcase, tutor', says: 'agreed', ...fields }
  const answer = await by.post(`/people/${id}/absences/link`, wanted, `/people/${id}`)
  house.clock.advance(1000)
  return answer
}
async function linkFor(id: PersonId, of: OrganisationId = provider): Promise<MadeTestLink> {
  const answer = await make(id, { place: of })
  if (answer.status !== 200) throw new Error(answer.body.slice(0, 4000))
  return madeIn(answer.body)
}
const enter = (link: MadeTestLink) => enterLink(house, link, 'absence')
const TOLD = {
  kind: 'absent',
  ...dayFields('last-seen', [2026, 11, 18]),
  reason: 'work',
  words: 'The phone is off',
  tried: 'Rang home',
}
async function tell(on: TestVisitor, link: MadeTestLink, fields: Record<string, string> = {}) {
  house.clock.advance(1000)
  const answer = await on.post(`${link.path}/absence`, { ...TOLD, ...fields }, `${link.path}/absence`)
  house.clock.advance(1000)
  return answer
}
const linksOf = (id: PersonId) =>
  test.owner.selectFrom('secure_link').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const toldOf = (id: PersonId) =>
  test.owner.selectFrom('absence_report').selectAll().where('person_id', '=', id).execute()
const OVER = 'This link no longer works'

describe('No link for a place is made', () => {
  it.each([
    ['without a place', { place: '' }, 'Select the place'],
    ['without who it is for', { who: '' }, 'Enter who there it is for'],
    ['without what they say to it', { says: '' }, 'Select what they say to it'],
    ['when they do not want it', { says: 'no' }, 'They do not want it, and that stands'],
  ])('%s', async (_words, fields, message) => {
    const id = await learner()
    const answer = await make(id, fields)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(message)
    expect(await linksOf(id)).toEqual([])
  })

  it('by anybody but whoever leads for them', async () => {
    const id = await learner()
    expect((await make(id, {}, mair)).status).toBe(404)
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: mair.accountId, isIntensive: false, reason: 'A test' }),
    )
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/absences/link`)).body).not.toContain('Made-up Training')
    expect((await make(id, {}, dana)).status).not.toBe(200)
    expect(await linksOf(id)).toEqual([])
  })

  it('for a place where they do not learn, where somebody tells by an account, or that is shut out (K4)', async () => {
    const [elsewhere, staffed] = [await place('Made-up Elsewhere'), await place('Made-up Staffed')]
    await partnership.colleague('partner-practitioner', 'Una Testcase', staffed)
    const [one, two, three] = [await learner(), await learner(staffed), await learner()]
    expect((await make(one, { place: elsewhere })).status).toBe(422)
    expect((await dana.get(`/people/${two}/absences/link`)).body).toContain('There is no place that needs one')
    expect((await make(two, { place: staffed })).status).toBe(422)
    await house.command(partnership.id, tx => setBarrier(tx, three, { holderId: provider, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await make(three)).status).toBe(422)
  })
})

describe('A link for a place', () => {
  it('opens a given name and a form, and nothing of the record; nothing says whose it is before the code', async () => {
    const id = await learner()
    const link = await linkFor(id)
    const before = await house.visitor().get(link.path)
    for (const words of ['Lena', 'Dana', 'Tom', 'Made-up']) expect(before.body).not.toContain(words)
    const tom = await enter(link)
    const page = await tom.get(`${link.path}/absence`)
    for (const words of ['Is Lena absent, or gone?', 'For Tom Testcase, tutor at Made-up Training'])
      expect(page.body).toContain(words)
    expect(page.body).not.toContain('Linksample')
    for (const other of ['plan', 'letter', 'referral', 'shared'])
      expect((await tom.get(`${link.path}/${other}`)).to, other).toBe(link.path)
    expect((await tom.get(`/people/${id}`)).status).not.toBe(200)
    const [row] = await linksOf(id)
    expect(row).toMatchObject({ kind: 'absence', classes: 0, class: 4, grant_id: null, known_on: '2026-11-23' })
    const rights = await test.owner
      .selectFrom('access_grant')
      .select('id')
      .where('holder_id', '=', row?.id as never)
      .execute()
    expect(rights).toEqual([])
  })

  it('tells whoever leads at once, with a clock, by the name it was made for, once', async () => {
    const id = await learner()
    const link = await linkFor(id)
    const tom = await enter(link)
    const empty = await tell(tom, link, { kind: '', reason: '' })
    expect([empty.status, summaryOf(empty.body).length]).toEqual([422, 2])
    expect(empty.body).toContain('The phone is off')
    const ahead = await tell(tom, link, dayFields('last-seen', [2026, 11, 30]))
    expect(summaryOf(ahead.body)[0]).toContain('must be today or before')
    expect((await tell(tom, link)).status).toBe(303)
    expect((await tom.get(`${link.path}/absence`)).body).toContain('Their adviser knows now')
    expect((await tell(tom, link)).status).toBe(303)
    const rows = await toldOf(id)
    expect(rows).toMatchObject([{ state: 'told', due_on: '2026-11-25', told_name: 'Tom Testcase, tutor' }])
    expect((await dana.get('/')).body).toContain('somebody does not come any more')
    const page = await dana.get(`/absences/${rows[0]?.id}`)
    for (const words of ['Tom Testcase, tutor, by a link', 'only by a new link']) expect(page.body).toContain(words)
    expect((await dana.get(`/people/${id}`)).body).toContain('The phone is off')
    expect((await eventsOf(test, { target: rows[0]?.id ?? '' })).map(event => event.action)).toContain('absence.told')
  })

  it('that is made anew tells the place what was agreed that it hears, and nothing else; twice told is one', async () => {
    const id = await learner()
    const first = await linkFor(id)
    await tell(await enter(first), first)
    const second = await linkFor(id)
    const tom = await enter(second)
    const again = await tell(tom, second)
    expect(summaryOf(again.body)[0]).toContain('You have told us of them already')
    const [row] = await toldOf(id)
    const words = { outcome: 'coming-back', 'outcome-words': 'They mind a brother', 'back-words': 'Back on Thursday' }
    const answered = await dana.post(`/absences/${row?.id}/answer`, { version: String(row?.version), ...words })
    expect(answered.status).toBe(303)
    house.clock.advance(1000)
    const heard = (await tom.get(`${second.path}/absence`)).body
    for (const said of ['They come back on an agreed day', 'Back on Thursday']) expect(heard).toContain(said)
    expect(heard).not.toContain('They mind a brother')
    expect((await tell(tom, second)).status).toBe(303)
    expect(await toldOf(id)).toHaveLength(2)
  })

  it('can be entered for 90 days, once, and one made for the same place before is over', async () => {
    const id = await learner()
    const [first, second] = [await linkFor(id), await linkFor(id)]
    const rows = await linksOf(id)
    expect(rows[0]?.ended_at).not.toBeNull()
    expect(dayOf(addMs(rows[1]?.expires_at as Instant, -1))).toBe('2027-02-21')
    const on = house.visitor()
    expect((await on.post(first.path, { code: first.code }, first.path)).body).toContain(OVER)
    await enter(second)
    expect((await on.post(second.path, { code: second.code }, second.path)).body).toContain(OVER)
  })

  it.each<[string, (id: PersonId, of: OrganisationId) => Promise<unknown>]>([
    [
      'they have left the place',
      id =>
        test.owner
          .updateTable('enrolment')
          .set({ finished_on: '2026-11-22' as never })
          .where('person_id', '=', id)
          .execute(),
    ],
    [
      'the place was filed on the wrong young person (K9)',
      id =>
        test.owner
          .updateTable('enrolment')
          .set({ sealed_at: house.clock.now() as never })
          .where('person_id', '=', id)
          .execute(),
    ],
    [
      'somebody else leads',
      id =>
        house.command(partnership.id, tx =>
          assignLead(tx, id, { accountId: mair.accountId, isIntensive: false, reason: 'A test' }),
        ),
    ],
    [
      'the place is shut out (K4)',
      (id, of) => house.command(partnership.id, tx => setBarrier(tx, id, { holderId: of, reason: 'A test' })),
    ],
    [
      'the record is restricted (K4)',
      id => house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' })),
    ],
    ['somebody there has an account', (_id, of) => partnership.colleague('partner-practitioner', 'New Testcase', of)],
    [
      'they have died',
      id =>
        test.database.transaction(dana.acting(), tx =>
          markDeath(tx, id, tx.acting.today, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
        ),
    ],
  ])('opens nothing once %s', async (_when, happens) => {
    const of = await place(`Made-up Ending ${(made += 1)}`)
    const id = await learner(of)
    const link = await linkFor(id, of)
    const tom = await enter(link)
    const before = (await tom.get(`${link.path}/absence`)).body
    expect(before).toContain('Lena')
    await happens(id, of)
    house.clock.advance(1000)
    const page = await tom.get(`${link.path}/absence`)
    expect(page.body).toContain(OVER)
    expect(page.body).not.toContain('Lena')
    // Sent from the page as it stood open on their screen.
    expect((await tell(tom, link, { _csrf: tokenIn(before) })).body).toContain(OVER)
    expect(await toldOf(id)).toEqual([])
  })

  it('of a place whose name tells more has its class, and is told to whoever may know that (K6)', async () => {
    const surgery = await place('Made-up Surgery School', 'health')
    const id = await learner(surgery)
    const link = await linkFor(id, surgery)
    expect((await linksOf(id))[0]?.class).toBe(256)
    // Dana sees no health: she would not know what she was told, so nobody would.
    const answer = await tell(await enter(link), link)
    expect(summaryOf(answer.body)[0]).toContain('Nobody could be told by this page')
  })

  it('about the wrong young person is over with what it told (K9)', async () => {
    const id = await learner()
    const first = await linkFor(id)
    await tell(await enter(first), first)
    const second = await linkFor(id)
    const [row] = await toldOf(id)
    await dana.get(`/absences/${row?.id}`)
    const off = await dana.post(`/people/${id}/misfiled/absence/${row?.id}`, { why: 'It was her twin' })
    expect(off.status).toBe(303)
    house.clock.advance(1000)
    const on = house.visitor()
    expect((await on.post(second.path, { code: second.code }, second.path)).body).toContain(OVER)
  })

  it('goes along when two records are joined: what is told is told of the one that stays', async () => {
    const owen = await partnership.colleague('data-officer', 'Owen Testcase')
    const [join, keep] = [await learner(), await addPerson(house, partnership, { given: 'Lena', family: 'Linkskept' })]
    const link = await linkFor(join)
    const merged = await test.database.transaction(owen.acting(), async tx => {
      const seen = await compare(tx, { keep, join }, undefined)
      const wanted = { keep, join, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    const tom = await enter(link)
    expect((await tell(tom, link)).status).toBe(303)
    expect([(await toldOf(keep)).length, (await toldOf(join)).length]).toEqual([1, 0])
    expect((await dana.get(`/people/${keep}`)).body).toContain('The phone is off')
  })

  it('is ended by a press, and by nobody who may not know them', async () => {
    const id = await learner()
    const link = await linkFor(id)
    const tom = await enter(link)
    const [row] = await linksOf(id)
    const end = `/people/${id}/absences/link/${row?.id as RowId}/end`
    expect((await mair.post(end, {})).status).toBe(404)
    expect((await dana.post(end, {})).status).toBe(303)
    house.clock.advance(1000)
    expect((await tom.get(`${link.path}/absence`)).to).toBe(link.path)
  })

  it('takes a worry to safeguarding under the name it was made for, and not to the adviser (K10)', async () => {
    const id = await learner()
    const link = await linkFor(id)
    const tom = await enter(link)
    expect((await tom.get(`${link.path}/worried`)).body).toContain('Worried about their safety?')
    await tom.post(`${link.path}/worried`, { what: 'She has a black eye', danger: 'no' }, `${link.path}/worried`)
    house.clock.advance(1000)
    const concern = await test.owner
      .selectFrom('concern')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(concern).toMatchObject({ by_link: true, by_name: 'Tom Testcase, tutor' })
    expect((await safe.get(`/concerns/${concern.id}`)).body).toContain('Tom Testcase')
    expect((await dana.get(`/concerns/${concern.id}`)).status).toBe(404)
  })
})
