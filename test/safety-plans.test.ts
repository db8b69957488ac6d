/** Safety plans: in their words, looked at again within weeks, told of without a word of what they say, and no trace for whoever may not know. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, INTENSIVE_CLASSES } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { inviteColleague } from '#rooms/identity/index.ts'
import { markDeath } from '#rooms/people/index.ts'
import { chaseSafetyPlans } from '#rooms/plans/index.ts'
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
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let imran: TestColleague
let dana: TestColleague
let leader: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ imran, dana, leader } = await staffOf(partnership, 'imran', 'dana', 'leader'))
  await house.command(partnership.id, async tx => {
    await joinTeam(tx, await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId }), imran.accountId)
  })
})

/** Somebody an intensive adviser leads for; the leader of the team may see what tells of health. */
async function someone(given: string): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given, family: 'Safesample', lead: imran, isIntensive: true })
  await letSee(house, partnership, { id, by: leader, classes: [...INTENSIVE_CLASSES] })
  await letSee(house, partnership, { id, by: dana, classes: [...ADVISER_CLASSES] })
  house.clock.advance(1000)
  return id
}
const inDays = (days: number) => {
  const [year, month, day] = addDays(house.clock.today(), days).split('-').map(Number)
  return dayFields('review-on', [year ?? 0, month ?? 0, day ?? 0])
}
const SAID = {
  ...{ signs: 'I stop answering 🌿', helps: 'The dog', 'talk-to': 'My aunt', 'at-night': 'My aunt first' },
  ...{ agreement: 'agreed', copy: 'paper' },
}
const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('safety_plan').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
async function keep(id: PersonId, fields: Record<string, string> = {}, by = imran) {
  house.clock.advance(1000)
  const now = (await rowsOf(id)).find(one => one.state === 'in-force')
  const before = now ? { before: now.id, version: String(now.version) } : {}
  const answer = await by.post(`/people/${id}/safety-plan/new`, { ...SAID, ...inDays(21), ...before, ...fields })
  house.clock.advance(1000)
  return answer
}
const noticesTo = async (who: TestColleague, id: PersonId) =>
  (
    await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', who.accountId)
      .where('person_id', '=', id)
      .where('kind', 'like', 'close-plan.%')
      .orderBy('made_at')
      .execute()
  ).map(one => one.kind)

describe('A safety plan', () => {
  it('is kept in their words with its event, stands on record, timeline and brief, and has the numbers', async () => {
    const id = await someone('Ada')
    expect((await imran.get(`/people/${id}/safety-plan`)).body).toContain('No safety plan')
    expect(await keep(id)).toMatchObject({ status: 303 })
    const [row] = await rowsOf(id)
    expect(row).toMatchObject({ class: 256, also_class: null, state: 'in-force', signs: 'I stop answering 🌿' })
    expect((await eventsOf(test, { target: row?.id ?? '' })).map(e => e.action)).toEqual(['close-plan.made'])
    const page = (await imran.get(`/people/${id}/safety-plan`)).body
    for (const words of ['I stop answering 🌿', '999', '111', '116 123', '0800 1111', '85258', 'Raise a concern'])
      expect(page).toContain(words)
    expect(page).toContain('It does not keep anybody safe by itself.')
    expect((await imran.get(`/people/${id}`)).body).toContain('Safety plan made together')
    expect((await imran.get(`/people/${id}/brief`)).body).toContain('Look at it again by')
  })

  it.each([
    ['without what shows that it gets bad', { signs: '' }, '#signs'],
    ['without what helps', { helps: ' ' }, '#helps'],
    ['without somebody to talk to', { 'talk-to': '' }, '#talk-to'],
    ['without what they say to it', { agreement: '' }, '#agreement'],
    ['they do not agree with, without what they said', { agreement: 'disagreed' }, '#words'],
    ['without a copy said', { copy: '' }, '#copy'],
    ['kept close by whoever would not see it again', { close: 'yes' }, '#close'],
    ['in too many words', { helps: 'x'.repeat(2001) }, '#helps'],
  ])('refuses one %s at the field, and keeps the rest', async (_, fields, field) => {
    const id = await someone('Bo')
    const answer = await keep(id, { others: 'Kept 🌿', ...fields })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
    expect(answer.body).toContain('Kept 🌿')
    expect(await rowsOf(id)).toEqual([])
  })

  it.each([
    ['today', 0, 422],
    ['four weeks on', 28, 303],
    ['a day later than that', 29, 422],
  ])('is first looked at again by %s', async (_, days, status) => {
    expect((await keep(await someone('Cem'), inDays(days))).status).toBe(status)
  })

  it('takes the place of the one before, which is kept; later within twelve weeks', async () => {
    const id = await someone('Di')
    await keep(id)
    expect((await keep(id, { helps: 'Drawing', ...inDays(85) })).status).toBe(422)
    expect(await keep(id, { helps: 'Drawing', ...inDays(84) })).toMatchObject({ status: 303 })
    const [first, second] = await rowsOf(id)
    expect(first).toMatchObject({ state: 'replaced', helps: 'The dog' })
    expect(second).toMatchObject({ state: 'in-force', helps: 'Drawing', before_id: first?.id })
    expect((await imran.get(`/people/${id}/safety-plan`)).body).toContain('The dog')
  })

  it('is one when it is sent twice, and shows both where somebody else changed it', async () => {
    const id = await someone('Eve')
    for (const _ of [1, 2])
      expect(await imran.post(`/people/${id}/safety-plan/new`, { ...SAID, ...inDays(21) })).toMatchObject({
        status: 303,
      })
    expect(await rowsOf(id)).toHaveLength(1)
    house.clock.advance(1000)
    const late = await imran.post(`/people/${id}/safety-plan/new`, { ...SAID, ...inDays(21), helps: 'Mine 🌿' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Mine 🌿')
    expect(late.body).toContain('The dog')
  })

  it('shows both also where what was typed is not right yet, and takes nobody’s place unseen', async () => {
    const id = await someone('Ewa')
    const send = (fields: Record<string, string>) =>
      imran.post(`/people/${id}/safety-plan/new`, { ...SAID, ...inDays(21), ...fields })
    await send({})
    house.clock.advance(1000)
    const late = await send({ helps: 'Mine 🌿', signs: '' })
    expect(late.status).toBe(409)
    expect(summaryOf(late.body).map(line => line.split(' ')[0])).toEqual(['#signs', '#signs'])
    for (const words of ['Mine 🌿', 'The dog', 'Somebody else changed it']) expect(late.body).toContain(words)
    await imran.post(`/people/${id}/safety-plan/end`, { why: 'Over', version: '1' })
    house.clock.advance(1000)
    const before = (await rowsOf(id))[0]?.id ?? ''
    expect((await send({ before, version: '1', signs: '' })).status).toBe(409)
  })

  it('is ended with why, and can be made again', async () => {
    const id = await someone('Flo')
    await keep(id)
    const end = (why: string, version = '1') => imran.post(`/people/${id}/safety-plan/end`, { why, version })
    expect((await end('')).status).toBe(422)
    expect((await end('Over', '7')).status).toBe(409)
    expect(await end('They have another')).toMatchObject({ status: 303 })
    expect((await rowsOf(id))[0]).toMatchObject({ state: 'ended', why: 'They have another' })
    expect((await imran.get(`/people/${id}/safety-plan/copy`)).status).toBe(303)
    expect(await keep(id)).toMatchObject({ status: 303 })
  })

  it('is given as a page and a PDF in large type, with the numbers', async () => {
    const id = await someone('Gus')
    await keep(id)
    expect((await imran.get(`/people/${id}/safety-plan/copy`)).body).toContain('116 123')
    const file = await imran.get(`/people/${id}/safety-plan/copy.pdf`)
    expect(file.status).toBe(200)
    const read = await readPdf(file.file ?? Buffer.of())
    expect(read).toMatchObject({ isTagged: true, isUa: true })
    for (const words of ['What helps me', 'The dog', '85258']) expect(read.text).toContain(words)
  })
})

describe('Who knows of a safety plan', () => {
  it('K6, K8: whoever does not see what tells of health reads the same with one and without', async () => {
    const [one, other] = [await someone('Hal'), await someone('Hal')]
    await keep(one)
    for (const path of ['', '/brief', '/plan', '/safety-plan', '/safety-plan/new']) {
      const [a, b] = [await dana.get(`/people/${one}${path}`), await dana.get(`/people/${other}${path}`)]
      expect(withoutTokens(a).replaceAll(one, other), path).toBe(withoutTokens(b))
    }
    expect((await dana.get(`/people/${one}/safety-plan`)).status).toBe(404)
    expect((await keep(one, {}, dana)).status).toBe(404)
  })

  it('K6: kept close, it is read by those who see both, and by nobody else', async () => {
    const id = await someone('Ivo')
    await letSee(house, partnership, { id, by: imran, classes: [...INTENSIVE_CLASSES, 'restricted'] })
    expect(await keep(id, { close: 'yes' })).toMatchObject({ status: 303 })
    expect((await rowsOf(id))[0]).toMatchObject({ class: 4096, also_class: 256 })
    expect((await imran.get(`/people/${id}/safety-plan`)).body).toContain('Kept close')
    expect((await leader.get(`/people/${id}/safety-plan`)).body).not.toContain('The dog')
    expect(await noticesTo(leader, id)).toEqual([])
  })

  it('of somebody who has died stays as it stood', async () => {
    const id = await someone('Ode')
    expect(await keep(id)).toMatchObject({ status: 303 })
    await test.database.transaction(imran.acting(), tx =>
      markDeath(tx, id, tx.acting.today, { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
    )
    const end = `/people/${id}/safety-plan/end`
    expect((await imran.get(end)).status).toBe(303)
    expect((await imran.post(end, { version: '1', why: 'A test' })).status).toBe(303)
    expect(await rowsOf(id)).toMatchObject([{ state: 'in-force' }])
  })

  it('is told to the leader of the team by rule when it is made, changed or ended, in words that say nothing of it (K10)', async () => {
    const id = await someone('Jo')
    await keep(id)
    await keep(id, { helps: 'Drawing' })
    const version = String((await rowsOf(id)).find(one => one.state === 'in-force')?.version)
    await imran.post(`/people/${id}/safety-plan/end`, { why: 'Over', version })
    expect(await noticesTo(leader, id)).toEqual(['close-plan.made', 'close-plan.changed', 'close-plan.changed'])
    expect(await noticesTo(imran, id)).toEqual([])
    expect(await noticesTo(dana, id)).toEqual([])
    const desk = (await leader.get('/')).body
    expect(desk).toContain('Something was written about a young person that you are to read')
    expect(desk).not.toContain('Drawing')
  })

  it('is told once to whoever has two roles', async () => {
    const { email, name } = leader
    await house.command(partnership.id, tx =>
      inviteColleague(tx, {
        ...{ email, name, role: 'universal-adviser', jobTitle: '' },
        organisationId: partnership.organisationId,
      }),
    )
    const id = await someone('Jon')
    await keep(id)
    expect(await noticesTo(leader, id)).toEqual(['close-plan.made'])
  })

  it('is told once when its day is past, and later to the leader of the team', async () => {
    const id = await someone('Kit')
    await keep(id)
    const [row] = await rowsOf(id)
    const chase = () =>
      house.command(partnership.id, tx =>
        asHouse(tx, 'the clock', worker =>
          chaseSafetyPlans(worker, {
            leadOf: () => Promise.resolve(imran.accountId as AccountId),
            leaderOf: () => Promise.resolve(leader.accountId as AccountId),
          }),
        ),
      )
    const setDue = (days: number) =>
      test.owner
        .updateTable('safety_plan')
        .set({ review_on: addDays(house.clock.today(), -days) })
        .where('id', '=', row?.id as RowId)
        .execute()
    await chase()
    expect(await noticesTo(imran, id)).toEqual([])
    await setDue(1)
    await chase()
    await chase()
    expect(await noticesTo(imran, id)).toEqual(['close-plan.late'])
    await setDue(12)
    await chase()
    await chase()
    expect(await noticesTo(leader, id)).toEqual(['close-plan.made', 'close-plan.still-late'])
  })
})
