/** Plans over HTTP and down to the row: in their words, agreed or not, reviewed target by target, nothing lost. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { assignLead } from '#rooms/deployment/index.ts'
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
import { readPdf } from '#test/read-pdf.ts'
import { pdf } from '#web/pdf/pdf.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)

let partnership: TestPartnership
let adviser: TestColleague
let intensive: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  intensive = await partnership.colleague('intensive-adviser', 'Imran Testcase')
})

const ledBy = (lead: TestColleague, given: string): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: 'Plansample', lead, isIntensive: lead === intensive })

const TARGET = { what: 'Send the college form', owner: 'young-person', ...dayFields('due', [2026, 12, 10]) }
const AGREED = { agreement: 'agreed', copy: 'paper', ...dayFields('review-on', [2027, 2, 1]) }

/** Sets a goal and gives where its targets are added. */
async function goalOf(by: TestColleague, id: PersonId, words = 'I want to work with animals 🐾'): Promise<string> {
  house.clock.advance(1000)
  const { status, to = '' } = await by.post(`/people/${id}/plan/goals/new`, { words })
  expect(status).toBe(303)
  return to
}

async function targetOf(by: TestColleague, at: string, fields: Record<string, string> = {}): Promise<void> {
  house.clock.advance(1000)
  expect(await by.post(at, { ...TARGET, ...fields, then: 'plan' })).toMatchObject({ status: 303 })
}

/** Sends a form of what is said to the plan, with what its page shows now unless a stamp is given. */
async function say(by: TestColleague, path: string, fields: Record<string, string>, stamp?: string) {
  house.clock.advance(1000)
  return by.post(path, { ...AGREED, ...fields, stamp: stamp ?? (await stampOn(by, path)) })
}

async function stampOn(by: TestColleague, path: string): Promise<string> {
  return /name="stamp" value="([^"]*)"/.exec((await by.get(path)).body)?.[1] ?? ''
}

const versionsOf = (id: PersonId) =>
  test.owner
    .selectFrom('plan_version')
    .select(['class', 'also_class'])
    .where('person_id', '=', id)
    .orderBy('version')
    .execute()

const targetsOf = (id: PersonId) =>
  test.owner.selectFrom('plan_target').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()

describe('A plan', () => {
  it('takes a goal in their words and targets under it, each with its event, and shows them', async () => {
    const id = await ledBy(adviser, 'Ada')
    expect((await adviser.get(`/people/${id}/plan`)).body).toContain('No plan yet')
    const at = await goalOf(adviser, id)
    await targetOf(adviser, at, {
      support: 'We fill it in together',
      'how-known': 'They write back',
      factor: 'housing',
    })
    const page = (await adviser.get(`/people/${id}/plan`)).body
    for (const words of [
      'I want to work with animals 🐾',
      'Send the college form',
      'by 10 Dec',
      'They write back',
      'Housing',
      'Not agreed with them yet.',
    ])
      expect(page).toContain(words)
    const [row] = await targetsOf(id)
    expect(row).toMatchObject({ class: 64, owner: 'young-person', state: 'open', factor: 'housing' })
    expect((await eventsOf(test, { target: row?.id ?? '' })).map(e => e.action)).toEqual(['plan.target-set'])
  })

  it.each([
    ['without what is to be done', { what: '' }, '#what'],
    ['of nobody', { owner: '' }, '#owner'],
    ['of a partner without a name', { owner: 'partner' }, '#owner-name'],
    ['for a day that has been', dayFields('due', [2026, 11, 22]), '#due'],
    ['for a day that is none', dayFields('due', [2026, 11, 31]), '#due'],
    ['about a factor that is not offered', { factor: 'physical-health' }, '#factor'],
    ['in too many words', { support: 'x'.repeat(1001) }, '#support'],
  ])('refuses a target %s at the field, and keeps the rest', async (_words, fields, field) => {
    const id = await ledBy(adviser, 'Bo')
    const at = await goalOf(adviser, id)
    const answer = await adviser.post(at, { ...TARGET, 'how-known': 'They write back', ...fields, then: 'plan' })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
    expect(answer.body).toContain('They write back')
    expect(await targetsOf(id)).toEqual([])
  })

  it('changed by two shows both to the second, and keeps what was said before', async () => {
    const id = await ledBy(adviser, 'Cy')
    const at = await goalOf(adviser, id)
    await targetOf(adviser, at)
    const [row] = await targetsOf(id)
    const path = `/people/${id}/plan/targets/${row?.id}`
    const change = (what: string, version: number) => adviser.post(path, { ...TARGET, what, version: String(version) })
    expect((await change('By the first', 1)).status).toBe(303)
    const stale = await change('By the second', 1)
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('By the first')
    expect(stale.body).toContain('By the second')
    expect((await change('By the second', 2)).status).toBe(303)
    const versions = await test.owner
      .selectFrom('plan_version')
      .select('content')
      .where('row_id', '=', row?.id ?? '')
      .execute()
    expect(versions.map(v => (v.content as { what: string }).what)).toEqual(['Send the college form', 'By the first'])
  })

  it('is agreed as it stood: what changes afterwards is said', async () => {
    const id = await ledBy(adviser, 'Di')
    const at = await goalOf(adviser, id)
    expect((await say(adviser, `/people/${id}/plan/agree`, {})).to).toBe(`/people/${id}/plan`)
    const agreed = (await adviser.get(`/people/${id}/plan`)).body
    expect(agreed).toContain('Agreed as it stands.')
    expect(agreed).toContain('To be reviewed by 1 February 2027.')
    expect((await adviser.get(`/people/${id}`)).body).toContain('Plan agreed')
    await targetOf(adviser, at)
    expect((await adviser.get(`/people/${id}/plan`)).body).toContain('Changed since it was agreed.')
  })

  it.each([
    ['without whether they agree', { agreement: '' }, '#agreement'],
    ['against their will without what they said', { agreement: 'disagreed' }, '#words'],
    ['without how they got a copy', { copy: '' }, '#copy'],
    ['with a day that is not ahead', dayFields('review-on', [2026, 11, 23]), '#review-on'],
    ['with a day beyond two years', dayFields('review-on', [2029, 1, 1]), '#review-on'],
  ])('is not agreed %s', async (_words, fields, field) => {
    const id = await ledBy(adviser, 'Ed')
    await goalOf(adviser, id)
    const answer = await say(adviser, `/people/${id}/plan/agree`, fields)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
  })

  it('that somebody changed meanwhile is not agreed: what stands now is shown, and what was typed is there', async () => {
    const id = await ledBy(adviser, 'Em')
    const at = await goalOf(adviser, id)
    const path = `/people/${id}/plan/agree`
    const stamp = await stampOn(adviser, path)
    await targetOf(adviser, at, { what: 'Ring the bursary office' })
    const answer = await say(adviser, path, { words: 'Sounds right' }, stamp)
    expect(answer.status).toBe(409)
    for (const words of ['The plan was changed while this page was open', 'Ring the bursary office', 'Sounds right'])
      expect(answer.body).toContain(words)
    expect((await say(adviser, path, { words: 'Sounds right' })).status).toBe(303)
  })

  it('a review asks again of what was changed meanwhile, and keeps the answers', async () => {
    const id = await ledBy(adviser, 'Eve')
    await targetOf(adviser, await goalOf(adviser, id))
    const [row] = await targetsOf(id)
    const path = `/people/${id}/plan/review`
    const stamp = await stampOn(adviser, path)
    await adviser.post(`/people/${id}/plan/targets/${row?.id}`, { ...TARGET, what: 'Send both forms', version: '1' })
    const answers = { [`answer-${row?.id}`]: 'met', [`became-${row?.id}`]: 'Sent on Monday' }
    const answer = await say(adviser, path, answers, stamp)
    expect(answer.status).toBe(409)
    for (const words of ['Send both forms', 'Sent on Monday']) expect(answer.body).toContain(words)
    expect((await targetsOf(id)).map(t => t.state)).toEqual(['open'])
  })

  it('is handed over as a copy in plain words, without what is kept close', async () => {
    const id = await ledBy(adviser, 'Fay')
    await letSee(house, partnership, { id, by: adviser, classes: ['restricted'] })
    const at = await goalOf(adviser, id)
    await targetOf(adviser, at, { what: 'Send the college form', support: 'We fill it in together' })
    await targetOf(adviser, at, { what: 'Umberlochne', close: 'yes' })
    await say(adviser, `/people/${id}/plan/agree`, {})
    expect((await adviser.get(`/people/${id}/plan`)).body).toContain('Umberlochne')
    const { body } = await adviser.get(`/people/${id}/plan/copy`)
    for (const words of ['Fay’s plan', 'Send the college form', 'We fill it in together', 'by 1 February 2027'])
      expect(body).toContain(words)
    expect(body).not.toContain('Umberlochne')

    const pdf = await adviser.get(`/people/${id}/plan/copy.pdf`)
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="plan.pdf"',
    })
    for (const words of ['Fay’s plan', 'Send the college form', 'We fill it in together', 'by 1 February 2027'])
      expect(pdf.body).toContain(words)
    expect(pdf.body).not.toContain('Umberlochne')
    expect(await readPdf(pdf.file ?? Buffer.of())).toMatchObject({ isTagged: true, isUa: true, title: 'Fay’s plan' })
    expect((await eventsOf(test, { requestId: pdf.requestId })).map(e => [e.action, e.person_ids])).toEqual([
      ['plan.copy-printed', [id]],
    ])
    // That it was given so is kept with what they said.
    await say(adviser, `/people/${id}/plan/agree`, { copy: 'pdf', words: 'Thanks' })
    expect((await adviser.get(`/people/${id}/plan`)).body).toContain('Copy: as a PDF in large type.')
  })

  it('has no copy for whoever may not plan, and none where nothing is open', async () => {
    const id = await ledBy(adviser, 'Fen')
    expect(await adviser.get(`/people/${id}/plan/copy.pdf`)).toMatchObject({ status: 303, to: `/people/${id}/plan` })
    await goalOf(adviser, id)
    expect((await intensive.get(`/people/${id}/plan/copy.pdf`)).status).toBe(404)
  })

  it('says plainly that too many ask for a PDF at once, and prints it a moment later', async () => {
    const id = await ledBy(adviser, 'Queue')
    await targetOf(adviser, await goalOf(adviser, id))
    const long = Array.from({ length: 200 }, () => ({ kind: 'text', text: 'made up '.repeat(200) }) as const)
    const document = { language: 'en', size: 'plain', title: 'T', footer: 'F', parts: long } as const
    const before = Array.from({ length: 4 }, () => pdf(document, house.clock.now()))
    const busy = await adviser.get(`/people/${id}/plan/copy.pdf`)
    expect([busy.status, busy.body.includes('ask for it again in half a minute')]).toEqual([503, true])
    expect((await Promise.all(before)).every(one => one.ok)).toBe(true)
    expect((await adviser.get(`/people/${id}/plan/copy.pdf`)).status).toBe(200)
  })

  it('that they did not agree is what the plan and the record say', async () => {
    const id = await ledBy(adviser, 'Finn')
    await goalOf(adviser, id)
    await say(adviser, `/people/${id}/plan/agree`, { agreement: 'disagreed', words: 'I never said that' })
    const page = (await adviser.get(`/people/${id}/plan`)).body
    for (const words of ['They did not agree with it', 'I never said that']) expect(page).toContain(words)
    expect(page).not.toContain('Agreed as it stands.')
    expect((await adviser.get(`/people/${id}`)).body).toContain('Plan: they did not agree')
  })

  it('changed meanwhile is told as that, whatever else is missing in the form', async () => {
    const id = await ledBy(adviser, 'Fred')
    const at = await goalOf(adviser, id)
    await targetOf(adviser, at)
    const [row] = await targetsOf(id)
    const path = `/people/${id}/plan/targets/${row?.id}`
    await adviser.post(path, { ...TARGET, what: 'By a colleague', version: '1' })
    const past = await adviser.post(path, { ...TARGET, ...dayFields('due', [2020, 1, 1]), what: 'Mine', version: '1' })
    expect(past.status).toBe(409)
    expect(past.body).toContain('By a colleague')
    const agree = `/people/${id}/plan/agree`
    const stamp = await stampOn(adviser, agree)
    await targetOf(adviser, at, { what: 'Added meanwhile' })
    const half = await say(adviser, agree, { copy: '' }, stamp)
    expect(half.status).toBe(409)
    expect(half.body).toContain('Added meanwhile')
  })

  it('sent twice is one: a goal, a target, an agreement; and a change that changes nothing is none', async () => {
    const id = await ledBy(adviser, 'Gus')
    const [at, again] = [await goalOf(adviser, id), await goalOf(adviser, id)]
    expect(again).toBe(at)
    await targetOf(adviser, at)
    await targetOf(adviser, at)
    const agree = `/people/${id}/plan/agree`
    const stamp = await stampOn(adviser, agree)
    for (const _ of [1, 2]) expect((await say(adviser, agree, {}, stamp)).status).toBe(303)
    const [row, ...more] = await targetsOf(id)
    expect(more).toEqual([])
    await adviser.post(`/people/${id}/plan/targets/${row?.id}`, { ...TARGET, version: '1' })
    expect((await targetsOf(id)).map(t => t.version)).toEqual([1])
    const agreements = await test.owner.selectFrom('plan_agreement').select('id').where('person_id', '=', id).execute()
    expect(agreements).toHaveLength(1)
    expect((await adviser.get(`/people/${id}/plan`)).body).toContain('Agreed as it stands.')
  })

  it('of somebody who has died is read and not written', async () => {
    const id = await ledBy(adviser, 'Hal')
    const at = await goalOf(adviser, id)
    await targetOf(adviser, at)
    const stamp = await stampOn(adviser, `/people/${id}/plan/agree`)
    await test.owner
      .updateTable('person')
      .set({ died_on: '2026-11-20' as never })
      .where('id', '=', id)
      .execute()
    for (const path of [at, `/people/${id}/plan/agree`, `/people/${id}/plan/goals/new`])
      expect((await adviser.get(path)).to, path).toBe(`/people/${id}/plan`)
    await say(adviser, `/people/${id}/plan/agree`, {}, stamp)
    await adviser.post(at, { ...TARGET, what: 'Another' })
    expect(await targetsOf(id)).toHaveLength(1)
    expect(await test.owner.selectFrom('plan_agreement').select('id').where('person_id', '=', id).execute()).toEqual([])
    expect((await adviser.get(`/people/${id}/plan`)).body).toContain('Send the college form')
  })

  it('without a goal is not agreed', async () => {
    const id = await ledBy(adviser, 'Flo')
    expect((await adviser.post(`/people/${id}/plan/agree`, AGREED)).body).toContain('There is no goal yet')
  })
})

describe('A review', () => {
  const answersTo = async (id: PersonId, answer: string, words = '') =>
    Object.fromEntries(
      (await targetsOf(id))
        .filter(t => t.state === 'open')
        .flatMap(t => [
          [`answer-${t.id}`, answer],
          [`became-${t.id}`, words],
        ]),
    )

  it('asks of every open target, is not closed while one has no answer, and then shows what became of each', async () => {
    const id = await ledBy(adviser, 'Gil')
    const at = await goalOf(adviser, id)
    await targetOf(adviser, at)
    await targetOf(adviser, at, { what: 'Ring the bursary office' })
    const [first, second] = await targetsOf(id)
    const half = { [`answer-${first?.id}`]: 'met', [`became-${first?.id}`]: 'A place from September' }
    const answer = await say(adviser, `/people/${id}/plan/review`, half)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)).toEqual([`#answer-${second?.id} Select what became of “Ring the bursary office”`])
    expect(answer.body).toContain('A place from September')
    expect((await targetsOf(id)).map(t => t.state)).toEqual(['open', 'open'])
    const whole = { ...half, [`answer-${second?.id}`]: 'goes-on', 'view-of-help': 'You listened' }
    expect((await say(adviser, `/people/${id}/plan/review`, whole)).to).toBe(`/people/${id}/plan`)
    expect((await targetsOf(id)).map(t => t.state)).toEqual(['met', 'open'])
    const page = (await adviser.get(`/people/${id}/plan`)).body
    for (const words of ['A place from September', 'You listened', 'Agreed as it stands.'])
      expect(page).toContain(words)
    expect((await adviser.get(`/people/${id}`)).body).toContain('Plan reviewed')
  })

  it('closed by two saves once: the second sees what stands now', async () => {
    const id = await ledBy(adviser, 'Hana')
    await targetOf(adviser, await goalOf(adviser, id))
    const answers = await answersTo(id, 'met')
    const path = `/people/${id}/plan/review`
    const stamp = await stampOn(adviser, path)
    expect((await say(adviser, path, answers, stamp)).status).toBe(303)
    const again = await say(adviser, path, { ...answers, words: 'Mine is here still' }, stamp)
    expect(again.status).toBe(409)
    expect(again.body).toContain('Mine is here still')
    const agreements = await test.owner.selectFrom('plan_agreement').select('id').where('person_id', '=', id).execute()
    expect(agreements).toHaveLength(1)
  })

  it('a goal is ended once no target under it is open', async () => {
    const id = await ledBy(adviser, 'Ike')
    const at = await goalOf(adviser, id)
    await targetOf(adviser, at)
    const path = at.replace('/targets/new', '')
    const end = (version: number) =>
      adviser.post(path, { words: 'I want to work with animals', state: 'reached', version: String(version) })
    expect((await end(1)).body).toContain('It has open targets')
    await say(adviser, `/people/${id}/plan/review`, await answersTo(id, 'met'))
    expect((await end(1)).status).toBe(303)
    expect((await adviser.get(`/people/${id}/plan`)).body).toContain('Reached')
  })
})

describe('Who may see a plan', () => {
  it('a target about health is seen by those who see health alone; others read the same bytes without it', async () => {
    const id = await ledBy(intensive, 'Jo')
    const at = await goalOf(intensive, id)
    await targetOf(intensive, at, { what: 'Umberlochne', factor: 'emotional-health' })
    expect((await targetsOf(id)).map(t => t.class)).toEqual([256])
    house.clock.advance(1000)
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: adviser.accountId, isIntensive: false, reason: 'Made up' }),
    )
    house.clock.advance(1000)
    const pages = async () =>
      Promise.all(
        [`/people/${id}/plan`, `/people/${id}/plan/review`, at].map(async path =>
          withoutTokens(await adviser.get(path)),
        ),
      )
    const withIt = await pages()
    expect(withIt.join('')).not.toContain('Umberlochne')
    await test.owner.deleteFrom('plan_target').where('person_id', '=', id).execute()
    expect(await pages()).toEqual(withIt)
  })

  it('may be kept close by those alone who see such things: else nobody would be left to answer it', async () => {
    const id = await ledBy(adviser, 'Jan')
    const at = await goalOf(adviser, id)
    expect((await adviser.get(at)).body).not.toContain('Keep this close')
    expect((await adviser.post(at, { ...TARGET, close: 'yes' })).status).toBe(422)
    await targetOf(adviser, at)
    await letSee(house, partnership, { id, by: adviser, classes: ['restricted'] })
    const [row] = await targetsOf(id)
    const change = { ...TARGET, what: 'Umberlochne', close: 'yes', version: '1' }
    expect((await adviser.post(`/people/${id}/plan/targets/${row?.id}`, change)).status).toBe(303)
    expect((await targetsOf(id)).map(t => [t.what, t.class, t.also_class])).toEqual([['Umberlochne', 4096, 64]])
    expect(await versionsOf(id)).toEqual([{ class: 4096, also_class: 64 }])
    expect((await adviser.get(`/people/${id}/plan`)).body).toContain('Kept close')
  })

  it('what turns out to tell of health is read by those alone who see health, with what it said before', async () => {
    const id = await ledBy(intensive, 'Jed')
    const at = await goalOf(intensive, id)
    await targetOf(intensive, at)
    const [row] = await targetsOf(id)
    const path = `/people/${id}/plan/targets/${row?.id}`
    expect((await intensive.post(path, { ...TARGET, factor: 'emotional-health', version: '1' })).status).toBe(303)
    expect(await versionsOf(id)).toEqual([{ class: 256, also_class: null }])
    // Whoever had the form open before is shown it, and the form they send again keeps it.
    const stale = await intensive.post(path, { ...TARGET, what: 'Mine', version: '1' })
    expect(stale.status).toBe(409)
    expect(stale.body).toMatch(/value="emotional-health" selected|selected[^>]*value="emotional-health"/)
    // What it said before stays as close as it was, though it tells of nothing any more.
    expect((await intensive.post(path, { ...TARGET, version: '2' })).status).toBe(303)
    expect((await versionsOf(id)).map(v => v.class)).toEqual([256, 256])
    expect((await targetsOf(id)).map(t => t.class)).toEqual([64])
  })

  it('a goal on the wrong young person is taken off with its targets, and so is what was agreed (K9)', async () => {
    const id = await ledBy(adviser, 'Joy')
    const at = await goalOf(adviser, id, 'Umberlochne')
    await targetOf(adviser, at)
    await say(adviser, `/people/${id}/plan/agree`, { words: 'Ashlochne' })
    const [goal, agreement] = await Promise.all([
      test.owner.selectFrom('plan_goal').select('id').where('person_id', '=', id).executeTakeFirstOrThrow(),
      test.owner.selectFrom('plan_agreement').select('id').where('person_id', '=', id).executeTakeFirstOrThrow(),
    ])
    const [target] = await targetsOf(id)
    for (const [kind, row] of [
      ['target', target?.id],
      ['goal', goal.id],
      ['agreement', agreement.id],
    ]) {
      const path = `/people/${id}/misfiled/${kind}/${row}`
      const linked = kind === 'target' ? `/people/${id}/plan/targets/${row}` : `/people/${id}/plan`
      expect((await adviser.get(linked)).body, kind).toContain(path)
      expect((await adviser.get(path)).status).toBe(200)
      house.clock.advance(1000)
      expect((await adviser.post(path, { why: 'Two of the same name' })).to).toBe(`/people/${id}`)
    }
    expect((await targetsOf(id)).map(t => t.sealed_at !== null)).toEqual([true])
    const page = (await adviser.get(`/people/${id}/plan`)).body
    expect(page).not.toContain('Umberlochne')
    expect(page).not.toContain('Ashlochne')
    expect(page).toContain('No plan yet')
    expect((await adviser.get(`/people/${id}`)).body).not.toContain('Plan agreed')
    const breaches = await test.owner.selectFrom('breach').select('what').where('person_id', '=', id).execute()
    expect(breaches.map(b => b.what).toSorted()).toEqual(['agreement', 'goal', 'target'])
  })

  it.each(['data-officer', 'tracking-officer', 'front-desk', 'manager'] as const)('%s sees none', async role => {
    const id = await ledBy(adviser, 'Kay')
    const at = await goalOf(adviser, id)
    const other = await partnership.colleague(role)
    for (const path of [`/people/${id}/plan`, `/people/${id}/plan/review`, at])
      expect((await other.get(path)).status, path).toBe(404)
  })

  it('a goal of somebody else is not there under this one’s address', async () => {
    const [one, other] = [await ledBy(adviser, 'Lin'), await ledBy(adviser, 'Mo')]
    const at = await goalOf(adviser, one)
    expect((await adviser.get(at.replace(one, other))).status).toBe(404)
    expect((await adviser.post(at.replace(one, other), TARGET)).status).toBe(404)
  })
})

describe('Plans due', () => {
  it('lists late reviews first, then who has no plan, and nobody of others', async () => {
    const own = await partnership.colleague('universal-adviser', 'Kofi Testcase')
    const late = await ledBy(own, 'Lateone')
    await ledBy(own, 'Planlessone')
    await ledBy(adviser, 'Otherone')
    await goalOf(own, late)
    await say(own, `/people/${late}/plan/agree`, {})
    await test.owner
      .updateTable('plan_agreement')
      .set({ review_on: '2026-11-20' as never })
      .where('person_id', '=', late)
      .execute()
    const { body } = await own.get('/plans/due')
    expect(body).toContain('3 days late')
    expect(body.indexOf('Lateone')).toBeLessThan(body.indexOf('Planlessone'))
    expect(body).not.toContain('Otherone')
  })
})
