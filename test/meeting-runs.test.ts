/** Runs of meetings over HTTP and down to the row: made on the days that are meant, moved, ended, handed over, and taken off. Rows 176 and 180. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import { newId, type PersonId } from '#ground/ids.ts'
import { passOnAppointments } from '#rooms/sessions/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let adviser: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
})

const led = (given: string, lead = adviser): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: 'Runsample', lead, isIntensive: false })

type Fields = Readonly<Record<string, string | readonly string[]>>
/** The test's clock stands on Monday 23 November 2026. */
const RUN = {
  ...{ title: 'Back to college, step by step', every: '1', time: '14:00', minutes: '45' },
  ...{ kind: 'meeting', place: 'Made-up library', purpose: 'change' },
  ...{ 'name-1': 'Begin', 'aim-1': 'Say what is hard', 'meetings-1': '2', 'name-2': 'Try it', 'aim-2': 'One morning' },
  ...dayFields('from', [2026, 12, 4]),
  ...dayFields('until', [2027, 1, 1]),
}
const DAYS = ['2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25', '2027-01-01']

async function post(by: TestColleague, path: string, fields: Fields) {
  house.clock.advance(1000)
  return by.post(path, fields as Record<string, string>)
}

/** Asks for the days, and saves those that are meant. */
async function made(id: PersonId, fields: Fields = {}, days?: readonly string[], by = adviser): Promise<string> {
  const all = { ...RUN, id: newId<'row'>(house.clock.now()), ...fields }
  const looked = await post(by, `/people/${id}/runs/new`, all)
  expect([looked.status, summaryOf(looked.body)[0]]).toEqual([422, expect.stringContaining('#days')])
  const shown = (/name="shown" value="([^"]*)"/.exec(looked.body)?.[1] ?? '').replaceAll('&quot;', '"')
  const {
    status,
    to = '',
    body,
  } = await post(by, `/people/${id}/runs/new`, { ...all, shown, days: days ?? DAYS.slice(0, 3) })
  if (status !== 303) throw new Error(`${status} ${summaryOf(body).join()}`)
  return to
}
const idIn = (path: string) => path.split('/')[2] ?? ''
const runOf = (path: string) =>
  test.owner.selectFrom('meeting_run').selectAll().where('id', '=', idIn(path)).executeTakeFirstOrThrow()
const meetingsOf = (path: string) =>
  test.owner.selectFrom('appointment').selectAll().where('run_id', '=', idIn(path)).orderBy('on_day').execute()
const partsOf = (path: string) =>
  test.owner.selectFrom('meeting_run_part').selectAll().where('run_id', '=', idIn(path)).orderBy('position').execute()

const CAME = {
  ...{ came: 'came', kind: 'meeting', purpose: 'change', outcome: 'done', notes: 'We began', aim: 'Say what is hard' },
  ...{ 'aim-result': 'reached', version: '1' },
}
/** Lets one have been yesterday, and says what came of it. */
async function answered(rowId: string, fields: Fields = {}) {
  await test.owner
    .updateTable('appointment')
    .set({ on_day: '2026-11-20' as never })
    .where('id', '=', rowId)
    .execute()
  const said = { ...CAME, ...dayFields('on', [2026, 11, 20]), ...fields }
  expect((await post(adviser, `/appointments/${rowId}/outcome`, said)).status).toBe(303)
}

describe('A run of meetings', () => {
  it('tells of bank holidays and of what stands in the diary before it is saved, and leaves out what is not meant', async () => {
    const [id, other] = [await led('Ada'), await led('Other')]
    const meeting = {
      ...dayFields('on', [2026, 12, 11]),
      time: '14:30',
      minutes: '30',
      kind: 'phone',
      purpose: 'support',
    }
    await post(adviser, `/people/${other}/appointments/new`, meeting)
    const looked = await post(adviser, `/people/${id}/runs/new`, { ...RUN, id: newId<'row'>(house.clock.now()) })
    expect(looked.body).toContain('25 December 2026 (bank holiday)')
    expect(looked.body).toContain('you meet Other Runsample')
    expect(looked.body).toMatch(/value="2026-12-18"[^>]*checked/)
    expect(looked.body).not.toMatch(/value="2026-12-25"[^>]*checked/)
    const path = await made(id, {}, ['2026-12-04', '2026-12-11', '2026-12-18'])
    const [meetings, parts] = [await meetingsOf(path), await partsOf(path)]
    expect(meetings.map(one => one.on_day)).toEqual(['2026-12-04', '2026-12-11', '2026-12-18'])
    expect(meetings.map(one => parts.find(part => part.id === one.run_part_id)?.name)).toEqual([
      'Begin',
      'Begin',
      'Try it',
    ])
    expect(meetings.map(one => one.aim)).toEqual(['Say what is hard', 'Say what is hard', 'One morning'])
    const page = (await adviser.get(path)).body
    for (const words of ['0 of 3 meetings', 'Begin', 'Try it', '0 of 2']) expect(page).toContain(words)
    for (const at of [`/people/${id}`, `/people/${id}/brief`, `/appointments/${meetings[0]?.id}`])
      expect((await adviser.get(at)).body, at).toContain('Back to college, step by step')
  })

  it.each<[string, Fields, string]>([
    ['without what it is for', { title: '' }, '#title'],
    ['without a first day', { 'from-day': '', 'from-month': '', 'from-year': '' }, '#from-day'],
    ['from a day that has been', dayFields('from', [2026, 11, 20]), '#from-day'],
    ['of one meeting', dayFields('until', [2026, 12, 5]), '#until-day'],
    ['for more than a year', dayFields('until', [2028, 1, 1]), '#until-day'],
    ['with an aim of a part without a name', { 'name-2': '' }, '#name-2'],
    ['at no time', { time: '' }, '#time'],
  ])('is refused %s at the field, and keeps the rest', async (_words, fields, field) => {
    const id = await led('Bo')
    const answer = await post(adviser, `/people/${id}/runs/new`, {
      ...RUN,
      id: newId<'row'>(house.clock.now()),
      needs: 'No steps',
      ...fields,
    })
    expect(answer.status).toBe(422)
    expect(summaryOf(answer.body)[0]).toContain(field)
    expect(answer.body).toContain('No steps')
  })

  it('is refused as any meeting is, keeps nothing by half, and is one when pressed twice', async () => {
    const id = await led('Cam')
    await adviser.post(`/people/${id}/safe-contact`, { rule: 'Text only', never: 'home-visit' })
    await expect(made(id, { kind: 'home-visit' })).rejects.toThrow('No visits at home')
    expect(await test.owner.selectFrom('meeting_run').select('id').where('person_id', '=', id).execute()).toEqual([])
    const key = newId<'row'>(house.clock.now())
    for (const _ of [1, 2]) expect(await made(id, { id: key })).toBe(`/runs/${key}`)
    expect(await meetingsOf(`/runs/${key}`)).toHaveLength(3)
  })

  it('of visits at home says which have no check yet, and none is taken over from another', async () => {
    const id = await led('Dev')
    const path = await made(id, { kind: 'home-visit' })
    expect(
      await test.owner.selectFrom('lone_visit').select('id').where('account_id', '=', adviser.accountId).execute(),
    ).toEqual([])
    const { body } = await adviser.get(path)
    expect(body).toContain('3 visits at home that are still to come have no check of their own yet.')
    expect(body).toContain(`/appointments/${(await meetingsOf(path))[0]?.id}/visit`)
  })

  it('shows how far along it is, and moves what is still to come', async () => {
    const id = await led('Eve')
    const path = await made(id)
    const [first, second] = await meetingsOf(path)
    await answered(first?.id ?? '')
    const page = (await adviser.get(path)).body
    for (const words of ['1 of 3 meetings', '1 of 1 that were looked at']) expect(page).toContain(words)
    const move = { ...dayFields('move-from', [2026, 12, 15]), 'move-by': '-1', 'move-time': '15:00', version: '1' }
    expect((await post(adviser, `${path}/move`, { ...move, version: '4' })).status).toBe(409)
    expect(summaryOf((await post(adviser, `${path}/move`, { version: '1' })).body)).toHaveLength(1)
    const holiday = await post(adviser, `${path}/move`, { ...move, 'move-by': '7' })
    expect([holiday.status, holiday.body.includes('25 December 2026')]).toEqual([422, true])
    expect((await post(adviser, `${path}/move`, move)).to).toBe(path)
    expect((await meetingsOf(path)).map(one => [one.on_day, one.at_time])).toEqual([
      ['2026-11-20', '14:00'],
      ['2026-12-11', '14:00'],
      ['2026-12-17', '15:00'],
    ])
    const none = { ...dayFields('move-from', [2027, 3, 1]), 'move-by': '1', version: '2' }
    expect(summaryOf((await post(adviser, `${path}/move`, none)).body)[0]).toContain('#move-from')
    expect(second?.state).toBe('set')
  })

  it('ends with a reason: the rest is called off, and what has been is answered first', async () => {
    const id = await led('Fay')
    const path = await made(id)
    const [first] = await meetingsOf(path)
    const early = { how: 'ended-early', reason: 'they-asked', words: 'Found work', version: '1' }
    expect(summaryOf((await post(adviser, `${path}/end`, { version: '1' })).body)).toHaveLength(2)
    await answered(first?.id ?? '')
    expect((await post(adviser, `${path}/end`, { ...early, how: 'done', reason: 'reached' })).status).toBe(422)
    expect((await post(adviser, `${path}/end`, { ...early, how: 'called-off' })).status).toBe(422)
    expect((await post(adviser, `${path}/end`, early)).to).toBe(path)
    expect(await runOf(path)).toMatchObject({ state: 'ended-early', ended_reason: 'they-asked' })
    expect((await meetingsOf(path)).map(one => one.state)).toEqual(['came', 'cancelled', 'cancelled'])
    expect((await adviser.get(path)).body).toContain('Found work')
    expect((await post(adviser, `${path}/end`, early)).to).toBe(path)
    expect((await runOf(path)).version).toBe(2)
    expect((await eventsOf(test, { target: idIn(path) })).map(e => e.action)).toContain('run.made')
  })

  it('goes to whoever leads now, with what is still to come', async () => {
    const id = await led('Gil')
    const path = await made(id)
    const next = await partnership.colleague('universal-adviser', 'Next Testcase')
    await house.command(partnership.id, tx =>
      asHouse(tx, 'a test', worker => passOnAppointments(worker, id, adviser.accountId, next.accountId)),
    )
    expect(await runOf(path)).toMatchObject({ account_id: next.accountId })
    expect((await meetingsOf(path)).map(one => one.account_id)).toEqual([
      next.accountId,
      next.accountId,
      next.accountId,
    ])
  })

  it('K8: kept close, is seen by those alone who see such things; of somebody one may not know there is nothing', async () => {
    const id = await led('Hal')
    await letSee(house, partnership, { id, by: adviser, classes: ['restricted'] })
    const path = await made(id, { title: 'Umberlochne', restricted: 'yes' })
    const other = await partnership.colleague('universal-adviser', 'Out Testcase')
    expect((await other.get(path)).status).toBe(404)
    expect((await other.get(`/people/${id}/runs/new`)).status).toBe(404)
    await letSee(house, partnership, { id, by: other, classes: ['identity', 'sessions'] })
    expect((await other.get(path)).status).toBe(404)
    for (const at of [`/people/${id}`, `/people/${id}/brief`]) expect((await other.get(at)).body).not.toContain('Umber')
    expect((await post(other, `${path}/end`, { how: 'called-off', reason: 'we-cannot', version: '1' })).status).toBe(
      404,
    )
  })

  it('K9: on the wrong young person is taken off with its parts and all its meetings', async () => {
    const id = await led('Ian')
    const path = await made(id)
    house.clock.advance(1000)
    const off = await post(adviser, `/people/${id}/misfiled/run/${idIn(path)}`, { why: 'Two of the same name' })
    expect([off.status, off.to]).toEqual([303, `/people/${id}`])
    expect((await adviser.get(path)).status).toBe(404)
    const rows = [await runOf(path), ...(await partsOf(path)), ...(await meetingsOf(path))]
    expect(rows.every(one => one.sealed_at !== null)).toBe(true)
  })
})
