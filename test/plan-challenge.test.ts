/** How big a step each target is, in two views; and a plan held against what they aim for and have reached: said only to whoever may see each source. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId, RowId } from '#ground/ids.ts'
import { beginTalk, findTalk, noteAim } from '#rooms/guidance/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair } = await staffOf(partnership, 'dana', 'mair'))
})

let made = 0
async function planned(fields: Record<string, string> = {}) {
  const id = await addPerson(house, partnership, { given: 'Lena', family: `Stepsample${(made += 1)}`, lead: dana })
  const { to = '' } = await dana.post(`/people/${id}/plan/goals/new`, { words: 'I want to work with animals' })
  house.clock.advance(1000)
  expect(await dana.post(to, { what: 'Ring the vet', owner: 'young-person', ...fields })).toMatchObject({ status: 303 })
  house.clock.advance(1000)
  return { id, at: to }
}

const targetsOf = (id: PersonId) =>
  test.owner.selectFrom('plan_target').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()

async function stampOn(path: string): Promise<string> {
  return /name="stamp" value="([^"]*)"/.exec((await dana.get(path)).body)?.[1] ?? ''
}

async function agreed(id: PersonId): Promise<void> {
  const path = `/people/${id}/plan/agree`
  const said = { agreement: 'agreed', copy: 'paper', ...dayFields('review-on', [2027, 2, 1]) }
  expect(await dana.post(path, { ...said, stamp: await stampOn(path) })).toMatchObject({ status: 303 })
  house.clock.advance(1000)
}

/** An aim, named in a talk. */
async function aimOf(id: PersonId, aimWords: string): Promise<RowId> {
  house.clock.advance(1000)
  return test.database.transaction(dana.acting(), async tx => {
    const begun = await beginTalk(tx, id, dana.accountId, null)
    if (!begun.ok) throw new Error(begun.why)
    const talk = await findTalk(tx, begun.value)
    if (!talk) throw new Error('no talk')
    const rest = { aimAsks: '', aimSource: '', aimOn: null, higher: '', takes: '', aimAnswer: '' }
    const noted = await noteAim(tx, talk, { aimWords, ...rest })
    if (!noted.ok) throw new Error(noted.why)
    return begun.value
  })
}

describe('How big a step a target is', () => {
  it('is kept in both views side by side, and stands on plan, copy, agreement and review', async () => {
    const { id } = await planned({ 'own-step': 'easy', 'adviser-step': 'stretch' })
    expect(await targetsOf(id)).toMatchObject([{ own_step: 'easy', adviser_step: 'stretch' }])
    for (const path of ['plan', 'plan/copy', 'plan/agree', 'plan/review']) {
      const { body } = await dana.get(`/people/${id}/${path}`)
      expect(body, path).toContain('To Lena: too easy')
      expect(body, path).toContain('To the adviser: a stretch')
    }
    const { body } = await dana.get(`/people/${id}/plan`)
    expect(body).toContain('The two views lie far apart')
    expect(body).toContain('Every target is too easy to them')
  })

  it('is not asked until somebody asks, and that is never about right', async () => {
    const { id } = await planned()
    expect(await targetsOf(id)).toMatchObject([{ own_step: 'not-asked', adviser_step: 'not-asked' }])
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('How big a step it is: not asked yet')
  })

  it('refuses a size that is not on the page at its field', async () => {
    const { id, at } = await planned()
    const answer = await dana.post(at, { what: 'Ring again', owner: 'adviser', 'own-step': 'huge' })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain('#own-step')
    expect(await targetsOf(id)).toHaveLength(1)
  })

  it('changes nothing of what was agreed, keeps what it was before, and has its event', async () => {
    const { id } = await planned()
    await agreed(id)
    const [row] = await targetsOf(id)
    const path = `/people/${id}/plan/targets/${row?.id}`
    const seen = { what: 'Ring the vet', owner: 'young-person', 'own-step': 'too-far', 'adviser-step': 'right' }
    expect(await dana.post(path, { ...seen, version: '1' })).toMatchObject({ status: 303 })
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('Agreed as it stands.')
    expect((await eventsOf(test, { target: row?.id ?? '' })).map(e => e.action)).toContain('plan.step-seen')
    house.clock.advance(1000)
    const late = await dana.post(path, { ...seen, 'own-step': 'easy', version: '1' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('To Lena: too far')
    expect(await dana.post(path, { ...seen, what: 'Ring two vets', version: '2' })).toMatchObject({ status: 303 })
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('Changed since it was agreed.')
  })

  it('is held against what came of it once a review answered it', async () => {
    const { id } = await planned({ 'own-step': 'too-far', 'adviser-step': 'easy' })
    await agreed(id)
    const [row] = await targetsOf(id)
    const path = `/people/${id}/plan/review`
    const said = { agreement: 'agreed', copy: 'paper', ...dayFields('review-on', [2027, 2, 1]) }
    expect(await dana.post(path, { ...said, [`answer-${row?.id}`]: 'met', stamp: await stampOn(path) })).toMatchObject({
      status: 303,
    })
    const { body } = await dana.get(`/people/${id}/plan`)
    expect(body).toContain('they can do more than was thought')
    expect(body).toContain('the next may be bigger')
  })
})

describe('By their own link', () => {
  it('they say how big each step is, and what they leave out stays as it was', async () => {
    const { id, at } = await planned({ 'adviser-step': 'stretch' })
    await dana.post(at, { what: 'Visit the yard', owner: 'young-person', 'own-step': 'right' })
    house.clock.advance(1000)
    const { body } = await dana.post(`/people/${id}/plan/link`, {
      ...dayFields('review-on', [2027, 2, 1]),
      pages: ['plan', 'file'],
    })
    house.clock.advance(1000)
    const path = /http:\/\/127\.0\.0\.1:3000(\/open\/[\w-]+)/.exec(body)?.[1] ?? ''
    const phone = house.visitor()
    await phone.post(path, { code: /<strong>(\d{3} \d{3})<\/strong>/.exec(body)?.[1] ?? '' }, path)
    house.clock.advance(1000)
    const own = await phone.get(`${path}/plan`)
    expect(own.body).toContain('How big is each step to you?')
    const [first, second] = await targetsOf(id)
    const stamp = /name="stamp" value="([^"]*)"/.exec(own.body)?.[1] ?? ''
    const said = { agreement: 'agreed', words: '', stamp, [`step-${first?.id}`]: 'too-far', [`step-${second?.id}`]: '' }
    const wrong = await phone.post(`${path}/plan`, { ...said, [`step-${first?.id}`]: 'huge' }, `${path}/plan`)
    expect(wrong.status).toBe(422)
    expect(await phone.post(`${path}/plan`, said, `${path}/plan`)).toMatchObject({ status: 303 })
    expect(await targetsOf(id)).toMatchObject([
      { own_step: 'too-far', adviser_step: 'stretch' },
      { own_step: 'right', adviser_step: 'not-asked' },
    ])
    expect((await phone.get(`${path}/plan`)).body).toContain('To you: too far')
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('Agreed as it stands.')
  })
})

describe('A plan beside what they aim for and have reached', () => {
  it('is told that nothing works towards the aim they named, until something does', async () => {
    const { id, at } = await planned()
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('What they aim for is not on record yet')
    const talk = await aimOf(id, 'Be a veterinary nurse')
    const before = (await dana.get(`/people/${id}/plan`)).body
    expect(before).toContain('Nothing in the plan works towards the aim they named')
    expect(before).toContain('Be a veterinary nurse')
    expect(before).toContain('What they have reached is not on record')
    await dana.post(at, { what: 'Ask about the course', owner: 'adviser', aim: talk })
    house.clock.advance(1000)
    const after = (await dana.get(`/people/${id}/plan`)).body
    expect(after).not.toContain('Nothing in the plan works towards')
    expect(after).toContain('Towards their aim')
  })

  it('K6: says nothing of an aim, or of what is reached, to whoever may not know of it', async () => {
    const { id } = await planned({ 'own-step': 'stretch' })
    await aimOf(id, 'Be a veterinary nurse')
    await letSee(house, partnership, { id, by: mair, classes: ['identity', 'plan'] })
    const { status, body } = await mair.get(`/people/${id}/plan`)
    expect(status).toBe(200)
    expect(body).toContain('To Lena: a stretch')
    for (const words of ['veterinary', 'aim', 'reached'])
      expect(body.replace(/<head>.*<\/head>/s, ''), words).not.toContain(`${words} `)
  })

  it('keeps the aim of a target when somebody changes it who may not know of aims', async () => {
    const { id, at } = await planned()
    const talk = await aimOf(id, 'Be a veterinary nurse')
    await dana.post(at, { what: 'Ask about the course', owner: 'adviser', aim: talk })
    await letSee(house, partnership, { id, by: mair, classes: ['identity', 'plan'] })
    house.clock.advance(1000)
    const row = (await targetsOf(id))[1]
    const path = `/people/${id}/plan/targets/${row?.id}`
    expect((await mair.get(path)).body).not.toContain('veterinary')
    expect(await mair.post(path, { what: 'Ask twice', owner: 'adviser', version: '1' })).toMatchObject({ status: 303 })
    expect((await targetsOf(id))[1]).toMatchObject({ what: 'Ask twice', aim_id: talk })
  })
})
