/** Assessing with two voices, over HTTP and down to the row: who may see what, nothing lost, locked once agreed. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, openGrant } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { setDetail } from '#rooms/people/index.ts'
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
import { twoRecords } from '#test/two-records.ts'

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

const ledBy = (lead: TestColleague, given: string, born?: string): Promise<PersonId> =>
  addPerson(house, partnership, {
    given,
    family: 'Roundsample',
    lead,
    isIntensive: lead === intensive,
    ...(born === undefined ? {} : { born }),
  })

/** Begins one and gives its address without the group. */
async function begun(by: TestColleague, personId: PersonId, depth = 'initial'): Promise<string> {
  house.clock.advance(1000)
  const { status, to = '' } = await by.post(`/people/${personId}/assessment/begin`, { depth })
  expect(status).toBe(303)
  return to.replace(/\/education$/, '')
}

/** What a page carries along of the rows it shows. */
function seenIn(body: string): Record<string, string> {
  return Object.fromEntries([...body.matchAll(/name="(seen-[a-z-]+)" value="([^"]*)"/g)].map(m => [m[1], m[2]]))
}

/** Saves a group as somebody who has just opened it. */
async function save(by: TestColleague, path: string, fields: Record<string, string>, then = 'leave') {
  const seen = seenIn((await by.get(path)).body)
  house.clock.advance(1000)
  return by.post(path, { ...seen, ...fields, then })
}

/** Agrees one as somebody who has just opened the page. */
async function agree(by: TestColleague, at: string, fields: Record<string, string> = {}) {
  const stamp = /name="stamp" value="([^"]*)"/.exec((await by.get(`${at}/agree`)).body)?.[1] ?? ''
  return by.post(`${at}/agree`, { ...AGREED, stamp, ...fields })
}

const AGREED = {
  agreement: 'agreed',
  words: '',
  'review-on-day': '1',
  'review-on-month': '2',
  'review-on-year': '2027',
}

const rowsOf = (personId: PersonId) =>
  test.owner.selectFrom('assessment_rating').selectAll().where('person_id', '=', personId).orderBy('id').execute()

describe('An assessment', () => {
  it('takes both views of a factor, why and from where, with its event, and shows them on the record', async () => {
    const id = await ledBy(adviser, 'Tyler')
    const at = await begun(adviser, id)
    const saved = await save(adviser, `${at}/home`, {
      'staff-housing': '2',
      'own-housing': '1',
      'evidence-housing': 'Sofa at an aunt’s since August 🛋 بيت',
      'own-words-housing': 'I never know where I sleep',
      'source-housing': 'told-me',
    })
    expect(saved).toMatchObject({ status: 303, to: `/people/${id}/assessment` })
    expect(await rowsOf(id)).toMatchObject([
      { factor: 'housing', staff_level: 2, own_level: 1, class: 32, source: 'told-me', replaced_at: null },
    ])
    const page = (await adviser.get(`${at}/home`)).body
    for (const words of [
      'Sofa at an aunt’s since August 🛋 بيت',
      'I never know where I sleep',
      'Ask in depth',
      '1 of 14 asked',
    ])
      expect(page).toContain(words)
    const target = at.split('/').at(-1) ?? ''
    expect((await eventsOf(test, { target })).map(e => e.action)).toEqual(
      expect.arrayContaining(['assessment.begun', 'assessment.saved', 'assessment.group-opened']),
    )
  })

  it('begun twice, by two, is one draft', async () => {
    const id = await ledBy(adviser, 'Uma')
    const first = await begun(adviser, id)
    expect(await begun(adviser, id, 'in-depth')).toBe(first)
    const both = await Promise.all([
      adviser.post(`/people/${id}/assessment/begin`, { depth: 'initial' }),
      adviser.post(`/people/${id}/assessment/begin`, { depth: 'initial' }),
    ])
    expect(new Set(both.map(one => one.to))).toEqual(new Set([`${first}/education`]))
  })

  it('saved by two shows both to the second, loses nothing, and saves when asked again', async () => {
    const id = await ledBy(adviser, 'Vera')
    const at = await begun(adviser, id)
    const path = `${at}/education`
    const stale = seenIn((await adviser.get(path)).body)
    await save(adviser, path, { 'staff-participation': '2', 'evidence-participation': 'Said by the first' })
    const second = await adviser.post(path, {
      ...stale,
      'staff-participation': '4',
      'evidence-participation': 'Said by the second',
      'staff-achievements': '5',
      then: 'next',
    })
    expect(second.status).toBe(409)
    expect(second.body).toContain('Said by the first')
    expect(second.body).toContain('Said by the second')
    expect(await rowsOf(id)).toHaveLength(1)
    const again = await adviser.post(path, {
      ...seenIn(second.body),
      'staff-participation': '4',
      'evidence-participation': 'Said by the second',
      'staff-achievements': '5',
      then: 'next',
    })
    expect(again).toMatchObject({ status: 303, to: `${at}/self` })
    const rows = await rowsOf(id)
    expect(
      rows
        .filter(r => r.replaced_at === null)
        .map(r => r.evidence)
        .toSorted(),
    ).toEqual(['', 'Said by the second'])
    expect(rows.filter(r => r.replaced_at !== null).map(r => r.evidence)).toEqual(['Said by the first'])
  })

  it('leaves alone what somebody left alone: another’s view stays, also after a warning about something else', async () => {
    const id = await ledBy(adviser, 'Wyn')
    const path = `${await begun(adviser, id)}/home`
    const before = seenIn((await adviser.get(path)).body)
    await save(adviser, path, { 'staff-housing': '2', 'evidence-housing': 'By the first' })
    house.clock.advance(1000)
    const second = await adviser.post(path, { ...before, 'staff-income': '4', then: 'leave' })
    expect(second.status).toBe(303)
    const old = seenIn((await adviser.get(path)).body)
    await save(adviser, path, { 'staff-housing': '2', 'evidence-housing': 'By the first', 'staff-income': '5' })
    await save(adviser, path, {
      'staff-housing': '3',
      'evidence-housing': 'By the first again',
      'staff-income': '5',
    })
    const stale = await adviser.post(path, {
      ...old,
      'staff-housing': '2',
      'evidence-housing': 'By the first',
      'staff-income': '1',
      then: 'leave',
    })
    expect(stale.status).toBe(409)
    // Housing was not touched by the second: the form has it as it stands now.
    expect(stale.body).toContain('value="By the first again"')
    const standing = (await rowsOf(id)).filter(r => r.replaced_at === null)
    expect(Object.fromEntries(standing.map(r => [r.factor, r.staff_level]))).toEqual({ housing: 3, income: 5 })
  })

  it('does not bring back what a colleague has just kept close', async () => {
    const id = await ledBy(adviser, 'Wes')
    const path = `${await begun(adviser, id)}/home`
    await save(adviser, path, { 'staff-housing': '3', 'evidence-housing': 'Umberlochne' })
    const open = seenIn((await adviser.get(path)).body)
    await save(adviser, path, { 'staff-housing': '3', 'evidence-housing': 'Umberlochne', 'close-housing': 'yes' })
    house.clock.advance(1000)
    const old = { ...open, 'staff-housing': '3', 'evidence-housing': 'Umberlochne' }
    expect((await adviser.post(path, { ...old, 'staff-income': '4', then: 'leave' })).status).toBe(303)
    expect((await adviser.get(path)).body).not.toContain('Umberlochne')
    // Changed by somebody who still had it before them: told that it went, and nothing of it.
    const changed = await adviser.post(path, { ...old, 'staff-housing': '2', then: 'leave' })
    expect(changed.status).toBe(409)
    expect(changed.body).toContain('Changed or taken out meanwhile')
  })

  it('has a first button that says nothing: Enter in a line of text saves and stays', async () => {
    const id = await ledBy(adviser, 'Wim')
    const path = `${await begun(adviser, id)}/home`
    const { body } = await adviser.get(path)
    const form = body.slice(body.indexOf(`action="${path}"`))
    expect(/<button[^>]*value="([^"]*)"/.exec(form)?.[1]).toBe('stay')
    expect((await save(adviser, path, { 'staff-housing': '3' }, 'stay')).to).toBe(path)
  })

  it('writes only what changed: the same page sent twice makes no second row', async () => {
    const id = await ledBy(adviser, 'Wren')
    const path = `${await begun(adviser, id)}/education`
    await save(adviser, path, { 'staff-participation': '3' })
    await save(adviser, path, { 'staff-participation': '3' })
    expect(await rowsOf(id)).toHaveLength(1)
    await save(adviser, path, { 'staff-participation': 'none' })
    expect((await rowsOf(id)).filter(r => r.replaced_at === null)).toEqual([])
  })

  it.each([
    ['a level that is not offered', { 'staff-housing': '6' }],
    ['a source that is not offered', { 'staff-housing': '3', 'source-housing': 'gossip' }],
    ['words too long', { 'staff-housing': '3', 'evidence-housing': 'x'.repeat(10_001) }],
  ])('refuses %s at the field, and keeps what else was written', async (_words, fields) => {
    const id = await ledBy(adviser, 'Xan')
    const path = `${await begun(adviser, id)}/home`
    const answer = await save(adviser, path, { ...fields, 'evidence-income': 'Bursary of twenty' })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toMatch(/#(staff|source|evidence)-housing/)
    expect(answer.body).toContain('Bursary of twenty')
    expect(await rowsOf(id)).toEqual([])
  })

  it('takes a note of ten thousand letters', async () => {
    const id = await ledBy(adviser, 'Yves')
    const path = `${await begun(adviser, id)}/home`
    expect((await save(adviser, path, { 'evidence-income': 'x'.repeat(10_000) })).status).toBe(303)
  })
})

describe('What tells of health or offending', () => {
  it('is written by whoever may not read it, and their pages are the same bytes with and without', async () => {
    const id = await ledBy(adviser, 'Zoe')
    const at = await begun(adviser, id)
    // The clock stands still: what is asked here is a difference in what is shown.
    const pages = async () => {
      const paths = [`${at}/health`, `${at}/agree`, `/people/${id}/assessment`, `/people/${id}`]
      return Promise.all(paths.map(async path => withoutTokens(await adviser.get(path))))
    }
    const before = await pages()
    const sent = await adviser.post(`${at}/health`, {
      'staff-emotional-health': '3',
      'evidence-emotional-health': 'Umberlochne sleeps badly',
      then: 'leave',
    })
    expect(sent.status).toBe(303)
    expect(await rowsOf(id)).toMatchObject([{ factor: 'emotional-health', class: 256 }])
    expect(await pages()).toEqual(before)
    await house.command(partnership.id, async tx => {
      await assignLead(tx, id, { accountId: intensive.accountId, isIntensive: true, reason: 'Made up' })
    })
    expect((await intensive.get(`${at}/health`)).body).toContain('Umberlochne sleeps badly')
    // A right that began later still shows no offending.
    expect((await intensive.get(`${at}/self`)).body).not.toContain('name="seen-offending-risk"')
  })

  it('asks at once what was done about it, where nobody could ask later', async () => {
    const id = await ledBy(adviser, 'Abe')
    const path = `${await begun(adviser, id)}/health`
    const worry = { 'own-emotional-health': '2' }
    const asked = await save(adviser, path, worry)
    expect(asked.status).toBe(422)
    expect(summaryOf(asked.body).map(line => line.split(' ')[0])).toEqual([
      '#answer-emotional-health',
      '#did-emotional-health',
    ])
    await save(adviser, path, {
      ...worry,
      'answer-emotional-health': 'specialist-asked',
      'did-emotional-health': 'Rang the counsellor',
    })
    const answers = await test.owner.selectFrom('assessment_answer').selectAll().where('person_id', '=', id).execute()
    expect(answers).toMatchObject([{ factor: 'emotional-health', level: 2, class: 256, answer: 'specialist-asked' }])
  })

  it('is not saved by half: what was done belongs to a view, and has words', async () => {
    const id = await ledBy(adviser, 'Ann')
    const path = `${await begun(adviser, id)}/health`
    const did = { 'answer-physical-health': 'acted', 'did-physical-health': 'Rang the surgery' }
    expect(summaryOf((await save(adviser, path, did)).body)[0]).toContain('#staff-physical-health')
    const half = { 'staff-physical-health': '3', 'answer-physical-health': 'acted' }
    expect(summaryOf((await save(adviser, path, half)).body)[0]).toContain('#did-physical-health')
    // Mixed does not call for anybody: what was done is kept all the same.
    await save(adviser, path, { 'staff-physical-health': '3', ...did })
    const answers = await test.owner
      .selectFrom('assessment_answer')
      .select('words')
      .where('person_id', '=', id)
      .execute()
    expect(answers).toEqual([{ words: 'Rang the surgery' }])
  })

  it('kept close still tells of health: who reads restricted records and not health sees nothing of it', async () => {
    const id = await ledBy(adviser, 'Abi')
    const at = await begun(adviser, id)
    await save(adviser, `${at}/health`, {
      'staff-emotional-health': '3',
      'evidence-emotional-health': 'Umberlochne',
      'close-emotional-health': 'yes',
    })
    expect(await rowsOf(id)).toMatchObject([{ class: 4096, also_class: 256 }])
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'person', personId: id },
        holderId: adviser.accountId,
        classes: ['restricted'],
        basis: 'public-task',
        source: 'protection',
      }),
    )
    house.clock.advance(1000)
    for (const path of [`${at}/health`, `${at}/agree`, `/people/${id}/assessment`])
      expect((await adviser.get(path)).body, path).not.toContain('Umberlochne')
    // And the group can still be saved.
    expect((await save(adviser, `${at}/health`, { 'staff-physical-health': '4' })).status).toBe(303)
  })

  it('says in no event which factor was saved', async () => {
    const id = await ledBy(adviser, 'Bea')
    const at = await begun(adviser, id)
    await save(adviser, `${at}/health`, { 'staff-substance-use': '4' })
    const payloads = await test.owner
      .selectFrom('audit_event as e')
      .innerJoin('audit_payload as p', 'p.event_id', 'e.id')
      .select('p.payload')
      .where('e.target_id', '=', at.split('/').at(-1) ?? '')
      .execute()
    expect(JSON.stringify(payloads)).not.toContain('substance')
    expect(payloads.length).toBeGreaterThan(0)
  })

  it('is kept close by whoever says so: a colleague with the same role sees nothing of it', async () => {
    const id = await ledBy(adviser, 'Cai')
    const at = await begun(adviser, id)
    await save(adviser, `${at}/home`, {
      'staff-housing': '2',
      'close-housing': 'yes',
      'evidence-housing': 'Umberlochne',
    })
    expect(await rowsOf(id)).toMatchObject([{ class: 4096 }])
    expect((await adviser.get(`${at}/home`)).body).not.toContain('Umberlochne')
  })
})

describe('Agreeing', () => {
  it('waits for an answer to what calls for somebody else, then locks it as the baseline', async () => {
    const id = await ledBy(adviser, 'Dov')
    const at = await begun(adviser, id)
    await save(adviser, `${at}/home`, { 'staff-housing': '2', 'own-housing': '1' })
    const open = await adviser.get(`${at}/agree`)
    expect(open.body).toContain('Housing: critical')
    expect(open.body).toContain('Not asked: Participation')
    const silent = await agree(adviser, at)
    expect(summaryOf(silent.body).map(line => line.split(' ')[0])).toEqual(['#answer-housing', '#did-housing'])
    const agreed = await agree(adviser, at, {
      'answer-housing': 'acted',
      'did-housing': 'Went to the housing office together',
    })
    expect(agreed).toMatchObject({ status: 303, to: `/people/${id}/assessment` })
    const page = (await adviser.get(`/people/${id}/assessment`)).body
    for (const words of [
      'The baseline was agreed on 23 November 2026',
      'Went to the housing office together',
      'Begin a review',
    ])
      expect(page).toContain(words)
    // Locked: its pages lead to what came of it, and a form on its way changes nothing and is not thrown away.
    expect(await adviser.get(`${at}/home`)).toMatchObject({ status: 303, to: `/people/${id}/assessment` })
    const late = await adviser.post(`${at}/home`, {
      'staff-housing': '5',
      'evidence-housing': 'Typed late',
      then: 'leave',
    })
    expect(late.status).toBe(409)
    for (const words of ['Typed late', 'It was agreed meanwhile by Dana Testcase']) expect(late.body).toContain(words)
    const twice = await adviser.post(`${at}/agree`, { ...AGREED, words: 'Said late' })
    expect([twice.status, twice.body.includes('Said late')]).toEqual([409, true])
    expect((await rowsOf(id)).map(r => r.staff_level)).toEqual([2])
    expect((await adviser.get(`/people/${id}`)).body).toContain('Initial assessment agreed')
  })

  it('is of what the page showed: what came meanwhile is looked at first', async () => {
    const id = await ledBy(adviser, 'Dee')
    const at = await begun(adviser, id)
    await save(adviser, `${at}/home`, { 'staff-income': '3' })
    const stamp = /name="stamp" value="([^"]*)"/.exec((await adviser.get(`${at}/agree`)).body)?.[1] ?? ''
    await save(adviser, `${at}/home`, {
      'staff-income': '3',
      'staff-community': '2',
      'evidence-community': 'Came later',
    })
    // Told whatever else is wrong in the form: mended, it would else agree to what nobody saw.
    expect((await adviser.post(`${at}/agree`, { stamp })).status).toBe(409)
    const answer = await adviser.post(`${at}/agree`, { ...AGREED, stamp, words: 'Fine by me' })
    expect(answer.status).toBe(409)
    for (const words of ['Somebody changed it while this page was open', 'Came later', 'Fine by me'])
      expect(answer.body).toContain(words)
    const now = /name="stamp" value="([^"]*)"/.exec(answer.body)?.[1] ?? ''
    expect((await adviser.post(`${at}/agree`, { ...AGREED, stamp: now })).status).toBe(303)
  })

  it.each([
    ['without a word of whether they agree', { agreement: '' }, '#agreement'],
    ['against their will without what they said', { agreement: 'disagreed' }, '#words'],
    ['with a day that has been', { 'review-on-year': '2025' }, '#review-on'],
    ['with a day beyond two years', { 'review-on-year': '2029' }, '#review-on'],
    ['with a day that is none', { 'review-on-day': '31' }, '#review-on'],
  ])('%s is refused at the field', async (_words, fields, field) => {
    const id = await ledBy(adviser, 'Eli')
    const at = await begun(adviser, id)
    await save(adviser, `${at}/home`, { 'staff-housing': '3' })
    const answer = await agree(adviser, at, fields)
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
  })

  it('of nothing is refused', async () => {
    const id = await ledBy(adviser, 'Fay')
    const answer = await agree(adviser, await begun(adviser, id))
    expect(answer.body).toContain('Nothing that you can see was asked yet')
  })

  it('keeps that they did not agree, with what they said, and stands', async () => {
    const id = await ledBy(adviser, 'Gus')
    const at = await begun(adviser, id)
    await save(adviser, `${at}/home`, { 'staff-housing': '3' })
    const sent = { agreement: 'disagreed', words: 'You make it sound worse than it is' }
    expect((await agree(adviser, at, sent)).status).toBe(303)
    const page = (await adviser.get(`/people/${id}/assessment`)).body
    expect(page).toContain('The young person did not agree.')
    expect(page).toContain('You make it sound worse than it is')
  })

  it('a review says again what is still true with one press, and shows the distance of each view', async () => {
    const id = await ledBy(adviser, 'Hal')
    const first = await begun(adviser, id)
    await save(adviser, `${first}/home`, {
      'staff-housing': '3',
      'own-housing': '2',
      'staff-income': '4',
      'evidence-income': 'Bursary',
    })
    await agree(adviser, first)
    const review = await begun(adviser, id, 'review')
    const open = await adviser.get(`${review}/home`)
    expect(open.body).toContain('Assessment of 23 November 2026')
    const still = await save(adviser, `${review}/home`, { 'staff-housing': '5', 'own-housing': '4' }, 'still-income')
    expect(still.to).toBe(`${review}/home#factor-income`)
    expect((await rowsOf(id)).filter(r => r.factor === 'income').map(r => [r.staff_level, r.evidence])).toEqual([
      [4, 'Bursary'],
      [4, 'Bursary'],
    ])
    await agree(adviser, review)
    const page = (await adviser.get(`/people/${id}/assessment`)).body
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    expect(page).toMatch(/Housing Mixed → Strong \+2 Worry → Well \+2/)
    expect(page).toMatch(/Income Well same Not asked Bursary/)
  })
})

describe('Who may assess', () => {
  it.each(['data-officer', 'tracking-officer', 'front-desk', 'manager'] as const)(
    '%s sees no assessment',
    async role => {
      const id = await ledBy(adviser, 'Ida')
      const at = await begun(adviser, id)
      const other = await partnership.colleague(role)
      for (const path of [`/people/${id}/assessment`, `${at}/home`, `${at}/agree`])
        expect((await other.get(path)).status, path).toBe(404)
      expect((await other.post(`/people/${id}/assessment/begin`, { depth: 'initial' })).status).toBe(404)
    },
  )

  it('an adviser who does not have the young person finds nothing there, as at no address', async () => {
    const id = await ledBy(adviser, 'Jan')
    const at = await begun(adviser, id)
    const stranger = await partnership.colleague('universal-adviser')
    const nowhere = await stranger.get('/people/01900000-0000-7000-8000-000000000000/assessment')
    for (const path of [`/people/${id}/assessment`, `${at}/home`, `${at}/agree`])
      expect(withoutTokens(await stranger.get(path)), path).toBe(withoutTokens(nowhere))
    expect((await stranger.post(`${at}/home`, { 'staff-housing': '1' })).status).toBe(404)
    expect(await rowsOf(id)).toEqual([])
  })
})

describe('An assessment on the wrong young person', () => {
  it('is taken off with all that is in it, for every reader, and the breach log has it', async () => {
    const id = await ledBy(adviser, 'Lea')
    const at = await begun(adviser, id)
    await save(adviser, `${at}/home`, { 'staff-housing': '3', 'evidence-housing': 'Umberlochne' })
    await agree(adviser, at)
    const row = at.split('/').at(-1) ?? ''
    const path = `/people/${id}/misfiled/assessment/${row}`
    expect((await adviser.get(`/people/${id}/assessment`)).body).toContain(path)
    expect((await adviser.get(path)).body).toContain('Initial assessment, 23 November 2026')
    house.clock.advance(1000)
    expect((await adviser.post(path, { why: 'Two of the same name' })).to).toBe(`/people/${id}`)
    const page = (await adviser.get(`/people/${id}/assessment`)).body
    expect(page).toContain('Not assessed yet')
    expect(page).not.toContain('Umberlochne')
    expect((await adviser.get(`/people/${id}`)).body).not.toContain('Initial assessment agreed')
    expect((await adviser.get(`${at}/home`)).status).toBe(404)
    const breaches = await test.owner
      .selectFrom('breach')
      .select(['what', 'row_id'])
      .where('person_id', '=', id)
      .execute()
    expect(breaches).toEqual([{ what: 'assessment', row_id: row }])
    const sealed = await rowsOf(id)
    expect(sealed.map(r => r.sealed_at !== null)).toEqual([true])
    // The next is a first one again.
    const review = await adviser.post(`/people/${id}/assessment/begin`, { depth: 'review' })
    expect(review.to).toBe(`/people/${id}/assessment`)
  })
})

describe('Assessments due', () => {
  it('lists one’s own, the latest first, and nobody of others', async () => {
    const own = await partnership.colleague('universal-adviser', 'Kofi Testcase')
    house.clock.advance(-40 * 86_400_000)
    const late = await ledBy(own, 'Lateone')
    const ahead = await ledBy(own, 'Aheadone')
    const never = await ledBy(own, 'Neverone')
    const others = await ledBy(adviser, 'Otherone')
    const level = (id: PersonId, value: string) =>
      house.command(partnership.id, tx =>
        setDetail(tx, id, 'support-level', value, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
      )
    await level(late, 'intensive')
    await level(ahead, 'supported')
    await level(never, 'universal')
    await level(others, 'intensive')
    house.clock.advance(40 * 86_400_000)
    const { body } = await own.get('/assessments/due')
    expect(body).toContain('12 days late')
    expect(body.indexOf('Lateone')).toBeLessThan(body.indexOf('Aheadone'))
    for (const name of ['Neverone', 'Otherone']) expect(body).not.toContain(name)
  })
})

describe('Joined records', () => {
  it('what was said after they were joined goes back with its assessment', async () => {
    const { scene, person, join, part } = twoRecords(test, house)
    const s = await scene()
    const [a, b] = [await person(s, 'Amira'), await person(s, 'Amirah')]
    const dana = s.advisers[0] as TestColleague
    for (const id of [a, b])
      await house.command(s.partnership.id, tx =>
        assignLead(tx, id, { accountId: dana.accountId, isIntensive: false, reason: 'Made up' }),
      )
    const at = await begun(dana, b)
    house.clock.advance(60_000)
    const joined = await join(s, a, b, {})
    if (!joined.ok) throw new Error(joined.why)
    await save(dana, `${at}/home`, { 'staff-housing': '3', 'evidence-housing': 'Said after' })
    expect(await rowsOf(a)).toHaveLength(1)
    house.clock.advance(60_000)
    const parted = await part(s, joined.value, {})
    expect(parted.ok).toBe(true)
    expect((await rowsOf(b)).map(r => r.evidence)).toEqual(['Said after'])
  })
})

describe('In depth', () => {
  it('asks closer of what asks for it, and leaves the rest behind a line', async () => {
    const id = await ledBy(adviser, 'Depth')
    const first = await begun(adviser, id)
    await save(adviser, `${first}/home`, { 'staff-housing': '2', 'own-housing': '4', 'staff-income': '5' })
    expect((await agree(adviser, first)).status).toBe(303)
    const path = await begun(adviser, id, 'in-depth')
    const home = (await adviser.get(`${path}/home`)).body
    expect(home).toContain('Where did you sleep this week, and can you stay?')
    expect(home).not.toContain('What comes in, what goes out')
    expect(home).toMatch(/<textarea[^>]*name="evidence-housing"/)
    const others = home.indexOf('others of this group')
    expect(others).toBeGreaterThan(home.indexOf('name="staff-housing"'))
    expect(home.indexOf('name="staff-income"')).toBeGreaterThan(others)
    expect((await adviser.get(`${path}/education`)).body).toContain('Nothing in this group asks to be looked at closer')
    const words = 'Since August.\nHer aunt helps; weekends are worst. 🛋'
    expect((await save(adviser, `${path}/home`, { 'staff-housing': '2', 'evidence-housing': words })).status).toBe(303)
    expect((await adviser.get(`${path}/home`)).body).toContain('Her aunt helps; weekends are worst. 🛋')
  })

  it('says what is wrong of what stands behind the line, and opens it', async () => {
    const id = await ledBy(adviser, 'Depth')
    const first = await begun(adviser, id)
    await save(adviser, `${first}/home`, { 'staff-housing': '2' })
    await agree(adviser, first)
    const path = await begun(adviser, id, 'in-depth')
    const answer = await save(adviser, `${path}/home`, { 'own-words-income': 'x'.repeat(2001) })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatch(/<details class="cx-factor__more" open[^>]*>\s*<summary>[^<]*others of this group/)
  })

  it('nothing of what one may not see makes a factor stand first', async () => {
    const id = await ledBy(intensive, 'Depth')
    const first = await begun(intensive, id)
    await save(intensive, `${first}/home`, { 'staff-housing': '2' })
    await save(intensive, `${first}/health`, { 'staff-physical-health': '2' })
    await agree(intensive, first)
    await letSee(house, partnership, { id, by: adviser, classes: ADVISER_CLASSES })
    const path = await begun(adviser, id, 'in-depth')
    const health = (await adviser.get(`${path}/health`)).body
    expect(health).not.toContain('Who have you seen about it')
  })
})

describe('What calls for somebody else and was not answered as it was agreed', () => {
  it('is answered afterwards by whoever sees it, once, and is nothing to whoever does not', async () => {
    const id = await ledBy(intensive, 'Late')
    await letSee(house, partnership, { id, by: adviser, classes: ADVISER_CLASSES })
    const at = await begun(intensive, id)
    // Whoever agrees sees nothing of health: what a colleague wrote of it waits.
    await save(intensive, `${at}/health`, { 'staff-physical-health': '1' })
    await save(adviser, `${at}/education`, { 'staff-participation': '4' })
    expect((await agree(adviser, at)).status).toBe(303)
    const seen = (await intensive.get(`/people/${id}/assessment`)).body
    expect(seen).toContain(`href="${at}/answers"`)
    expect((await adviser.get(`/people/${id}/assessment`)).body).not.toContain(`href="${at}/answers"`)
    expect((await adviser.get(`${at}/answers`)).to).toBe(`/people/${id}/assessment`)
    const empty = await intensive.post(`${at}/answers`, {})
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body)).toHaveLength(2)
    house.clock.advance(1000)
    const said = {
      'answer-physical-health': 'specialist-asked',
      'did-physical-health': 'The school nurse sees her on Friday',
    }
    for (const _twice of [1, 2])
      expect((await intensive.post(`${at}/answers`, said)).to).toBe(`/people/${id}/assessment`)
    const rows = await test.owner.selectFrom('assessment_answer').selectAll().where('person_id', '=', id).execute()
    expect(rows).toMatchObject([{ factor: 'physical-health', class: 256, recorded_by: intensive.accountId }])
    expect((await intensive.get(`/people/${id}/assessment`)).body).toContain('The school nurse sees her on Friday')
    const stranger = await partnership.colleague('universal-adviser', 'Nia Testcase')
    expect((await stranger.get(`${at}/answers`)).status).toBe(404)
    expect((await stranger.post(`${at}/answers`, said)).status).toBe(404)
  })
})
