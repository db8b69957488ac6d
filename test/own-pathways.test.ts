/** Their support on their own link, over HTTP and down to the row: the steps that are theirs, what they say to them, and a yes that is taken back. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { enterLink, type MadeTestLink, madeIn } from '#test/linking.ts'
import { BACK, CUSTODY, FAMILY, MENTOR, pathways } from '#test/pathways.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const { giveOffending, start, rowOf, stepsOf } = pathways(test, house)
let partnership: TestPartnership
let dana: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana } = await staffOf(partnership, 'dana'))
})

const SEEN_MENTOR = { ...MENTOR, ...dayFields('seen', [2026, 10, 1]) }
let made = 0
async function someone(): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given: 'Lena', family: `Ownsupport${(made += 1)}`, lead: dana })
  await letSee(house, partnership, { id, by: dana, classes: [...ADVISER_CLASSES, 'family'] })
  house.clock.advance(1000)
  return id
}

async function linkTo(id: PersonId): Promise<MadeTestLink> {
  house.clock.advance(1000)
  const answer = await dana.post(`/people/${id}/plan/link`, { pages: ['pathway'] })
  expect(answer.status).toBe(200)
  house.clock.advance(1000)
  return madeIn(answer.body)
}

type Phone = Awaited<ReturnType<typeof enterLink>>
async function opened(id: PersonId): Promise<{ on: Phone; path: string }> {
  const link = await linkTo(id)
  return { on: await enterLink(house, link, 'pathway'), path: `${link.path}/pathway` }
}

/** Their first step that is to be done, as the database has it. */
async function theirs(id: PersonId) {
  const step = (await stepsOf(id)).find(one => one.owner === 'young-person' && one.state === 'to-do')
  if (!step) throw new Error('no step is theirs')
  return step
}

async function say(phone: { on: Phone; path: string }, id: PersonId, fields: { say?: string; words?: string }) {
  const step = await theirs(id)
  house.clock.advance(1000)
  const body = {
    version: String(step.version),
    ...(fields.say === undefined ? {} : { [`say-${step.id}`]: fields.say }),
    ...(fields.words === undefined ? {} : { [`words-${step.id}`]: fields.words }),
  }
  const answer = await phone.on.post(`${phone.path}/steps/${step.id}`, body, phone.path)
  house.clock.advance(1000)
  return { step, answer }
}

describe('Their support on their own link', () => {
  it('shows what is agreed and the steps that are theirs, and nobody else’s part of it (K2)', async () => {
    const id = await someone()
    await start(dana, id, 'mentoring', SEEN_MENTOR)
    await start(dana, id, 'reintegration', BACK)
    await start(dana, id, 'family', FAMILY)
    const steps = await stepsOf(id)
    const phone = await opened(id)
    const { body } = await phone.on.get(phone.path)
    for (const words of ['Your mentor', 'Coming back to learning', 'Work with your family', 'If you ask her first'])
      expect(body, words).toContain(words)
    for (const words of ['Vol Unteer', 'Mr Named', 'Jo, their aunt', 'Fewer rows', 'Somebody to walk with'])
      expect(body, words).not.toContain(words)
    for (const step of steps)
      if (step.owner === 'young-person') expect(body).toContain(step.what)
      else expect(body, step.what).not.toContain(step.what)
    const link = await test.owner.selectFrom('secure_link').selectAll().where('person_id', '=', id).execute()
    const actions = (await eventsOf(test, { target: link[0]?.id ?? '' })).map(e => e.action)
    expect(actions).toContain('pathway.viewed-by-link')
  })

  it('never shows custody, nor work with the family that began without their yes', async () => {
    const id = await someone()
    await giveOffending(partnership, id, dana)
    await start(dana, id, 'custody', CUSTODY)
    const { said: _yes, 'said-words': _words, ...rest } = FAMILY
    const without = await start(dana, id, 'family', {
      ...rest,
      said: 'without',
      'without-why': 'A brother is not safe',
    })
    expect(without.status).toBe(303)
    // With nothing that may stand on a phone, it is not offered.
    expect((await dana.get(`/people/${id}/plan/link`)).body).not.toContain('value="pathway"')
    await start(dana, id, 'mentoring', SEEN_MENTOR)
    const phone = await opened(id)
    const { body } = await phone.on.get(phone.path)
    expect(body).toContain('Your mentor')
    for (const words of ['amily', 'ustody', 'court', 'brother', 'Ms Sample']) expect(body, words).not.toContain(words)
    const grants = await test.owner
      .selectFrom('access_grant')
      .select('classes')
      .where('person_id', '=', id)
      .where('source', '=', 'secure-link')
      .execute()
    expect(grants.map(one => one.classes & 512)).toEqual([0])
    const other = (await stepsOf(id)).find(one => one.class === 512)
    const tried = await phone.on.post(
      `${phone.path}/steps/${other?.id}`,
      { version: '1', [`say-${other?.id}`]: 'done' },
      phone.path,
    )
    expect(tried.to).toBe(phone.path)
    expect((await stepsOf(id)).find(one => one.id === other?.id)?.own_say).toBeNull()
  })

  it('a step is done once they say so, and whoever sent the link is told', async () => {
    const id = await someone()
    await start(dana, id, 'mentoring', SEEN_MENTOR)
    const phone = await opened(id)
    const none = await say(phone, id, {})
    expect([none.answer.status, summaryOf(none.answer.body)]).toEqual([
      422,
      [`#say-${none.step.id} Select how it stands`],
    ])
    const { step, answer } = await say(phone, id, { say: 'done', words: 'It was easy مرحبا' })
    expect(answer.to).toBe(phone.path)
    const row = (await stepsOf(id)).find(one => one.id === step.id)
    expect(row).toMatchObject({ state: 'done', own_say: 'done', own_words: 'It was easy مرحبا' })
    expect((await phone.on.get(phone.path)).body).toContain('Done')
    expect((await dana.get('/')).body).toContain('said something to their support, by your link')
    const page = (await dana.get((await rowOf(id)).path)).body
    expect(page).toContain('I have done it')
    expect(page).toContain('It was easy مرحبا')
    const events = await eventsOf(test, { target: step.id })
    expect(events.map(e => e.action)).toEqual(expect.arrayContaining(['pathway.step-said', 'pathway.step-done']))
    expect(JSON.stringify(events)).not.toContain('easy')
    // Sent again it is the same.
    const body = {
      version: String(step.version),
      [`say-${step.id}`]: 'done',
      [`words-${step.id}`]: 'It was easy مرحبا',
    }
    expect((await phone.on.post(`${phone.path}/steps/${step.id}`, body, phone.path)).to).toBe(phone.path)
    expect((await eventsOf(test, { target: step.id })).filter(e => e.action === 'pathway.step-said')).toHaveLength(1)
  })

  it('a call for help and "not any more" stand beside the step, which stays to be done until it is spoken of', async () => {
    const id = await someone()
    await start(dana, id, 'mentoring', SEEN_MENTOR)
    const phone = await opened(id)
    for (const [wants, words] of [
      ['help', 'Who do I ask?'],
      ['not-any-more', 'I changed my mind'],
    ] as const) {
      const { step } = await say(phone, id, { say: wants, words })
      expect((await stepsOf(id)).find(one => one.id === step.id)).toMatchObject({ state: 'to-do', own_say: wants })
      expect((await phone.on.get(phone.path)).body).toContain(words)
    }
    expect((await dana.get((await rowOf(id)).path)).body).toContain('Not any more')
  })

  it('a step that was changed meanwhile is shown anew, and what they wrote is kept', async () => {
    const id = await someone()
    await start(dana, id, 'mentoring', SEEN_MENTOR)
    const phone = await opened(id)
    const step = await theirs(id)
    await test.owner.updateTable('pathway_step').set({ version: 9 }).where('id', '=', step.id).execute()
    const body = { version: String(step.version), [`say-${step.id}`]: 'help', [`words-${step.id}`]: 'My own words' }
    const answer = await phone.on.post(`${phone.path}/steps/${step.id}`, body, phone.path)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('changed a moment ago')
    expect(answer.body).toContain('My own words')
  })

  it('a yes to work with their family is taken back at once, and nobody asks why', async () => {
    const id = await someone()
    await start(dana, id, 'family', FAMILY)
    const phone = await opened(id)
    const row = await rowOf(id)
    const path = `${phone.path}/taken-back/${row.id}`
    const long = await phone.on.post(path, { [`words-${row.id}`]: 'x'.repeat(1001) }, phone.path)
    expect([long.status, summaryOf(long.body)]).toEqual([422, [`#words-${row.id} Use at most 1,000 characters`]])
    for (const _twice of [1, 2]) expect((await phone.on.post(path, {}, phone.path)).to).toBe(phone.path)
    expect(await rowOf(id)).toMatchObject({ state: 'ended', outcome: 'withdrawn', over_words: '' })
    const page = (await phone.on.get(phone.path)).body
    expect(page).toContain('You took back your yes today')
    expect(page).not.toContain('Jo, their aunt')
    const ended = (await eventsOf(test, { target: row.id })).filter(e => e.action === 'pathway.ended')
    expect(ended).toHaveLength(1)
    // Nothing but that is ended so.
    await start(dana, id, 'mentoring', SEEN_MENTOR)
    const mentoring = await rowOf(id)
    await phone.on.post(`${phone.path}/taken-back/${mentoring.id}`, {}, phone.path)
    expect((await rowOf(id)).state).toBe('open')
  })

  it('is read in Welsh, and opens nothing of a record that has been restricted since (K4)', async () => {
    const id = await someone()
    await start(dana, id, 'mentoring', SEEN_MENTOR)
    const phone = await opened(id)
    phone.on.cookies.set('connexions-language', 'cy')
    const welsh = (await phone.on.get(phone.path)).body
    expect(welsh).toContain('Fy nghymorth')
    expect(welsh).toContain('A Welsh speaker has not checked this page yet')
    phone.on.cookies.set('connexions-language', 'en')
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    const { body } = await phone.on.get(phone.path)
    expect(body).toContain('This link no longer works')
    expect(body).not.toContain('mentor')
    const { step } = await say(phone, id, { say: 'done' })
    expect((await stepsOf(id)).find(one => one.id === step.id)?.own_say).toBeNull()
  })
})
