/** Closed groups over HTTP and down to the row: who is expected, who came, and who did not, which raises no alarm. Row 156. */
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, type PersonId } from '#ground/ids.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let imran: TestColleague
let mair: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, imran, mair } = await staffOf(partnership, 'dana', 'imran', 'mair'))
})

let made = 0
const young = (given: string, lead: TestColleague = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: `Closedsample${(made += 1)}`, lead })

type Fields = Readonly<Record<string, string | readonly string[]>>
/** The test's clock stands on Monday 23 November 2026. */
const PLAN = {
  ...{ kind: 'group', title: 'Interview practice', minutes: '60', place: 'Hub kitchen', tells: '0', how: 'invited' },
  ...dayFields('on', [2026, 11, 23]),
}

async function post(by: TestColleague, path: string, fields: Fields) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields as Record<string, string>)
  house.clock.advance(1000)
  return answer
}

async function planned(expected: readonly PersonId[], fields: Fields = {}, by: TestColleague = dana): Promise<string> {
  const id = newId<'row'>(house.clock.now())
  const { status, to = '', body } = await post(by, '/groups/plan', { ...PLAN, id, came: expected, ...fields })
  if (status !== 303) throw new Error(`${status} ${summaryOf(body).join()}`)
  return to
}
const idIn = (path: string) => path.split('/')[2] ?? ''
const sessionOf = (path: string) =>
  test.owner.selectFrom('group_session').selectAll().where('id', '=', idIn(path)).executeTakeFirstOrThrow()
const expectedAt = (path: string) =>
  test.owner.selectFrom('group_expected').selectAll().where('session_id', '=', idIn(path)).orderBy('id').execute()
const contactsOf = (id: PersonId) =>
  test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).orderBy('id').execute()

describe('A closed group', () => {
  it('is planned with who is expected, and stands with them, in the diary and on their record', async () => {
    const [ada, bo] = [await young('Ada'), await young('Bo')]
    const path = await planned([ada, bo], dayFields('on', [2026, 11, 26]))
    expect(await sessionOf(path)).toMatchObject({ access: 'closed', state: 'planned' })
    expect((await expectedAt(path)).map(e => [e.how, e.state, e.class])).toEqual([
      ['invited', 'expected', 128],
      ['invited', 'expected', 128],
    ])
    for (const at of [path, '/groups', '/diary', `/people/${ada}`, `/people/${ada}/brief`])
      expect((await dana.get(at)).body, at).toContain('Interview practice')
    // Nobody came yet: it counts nowhere as held, and nothing can be said before the day.
    expect((await dana.get(`${path}/attendance`)).to).toBe(path)
    expect((await dana.get('/hours')).body).not.toContain('1 hour')
    expect(await contactsOf(ada)).toEqual([])
  })

  it('is refused without its facts or far ahead, and keeps what was typed and who was chosen', async () => {
    const ada = await young('Ann')
    const id = newId<'row'>(house.clock.now())
    const empty = await post(dana, '/groups/plan', { id, came: [ada], place: 'Blue room' })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual([
      ...['#kind', '#title', '#on-day', '#tells', '#how'],
    ])
    expect(empty.body).toContain('Blue room')
    expect(empty.body).toMatch(new RegExp(`value="${ada}"[^>]*checked`))
    const far = await post(dana, '/groups/plan', { ...PLAN, id, ...dayFields('on', [2029, 1, 1]) })
    expect(summaryOf(far.body)[0]).toContain('#on')
    const old = await post(dana, '/groups/plan', { ...PLAN, id, ...dayFields('on', [2020, 1, 1]) })
    expect(summaryOf(old.body)[0]).toContain('#on')
  })

  it('pressed twice is planned once; another text under it is told apart', async () => {
    const id = newId<'row'>(house.clock.now())
    const ada = await young('Amy')
    for (const _ of [1, 2]) expect((await post(dana, '/groups/plan', { ...PLAN, id, came: [ada] })).status).toBe(303)
    expect(await expectedAt(`/groups/${id}`)).toHaveLength(1)
    expect((await post(dana, '/groups/plan', { ...PLAN, id, title: 'Another' })).status).toBe(409)
    // Also where the same group was to be for others, or somewhere else: nothing of the second is taken for saved.
    const other = await young('Ama')
    for (const fields of [{ came: [ada, other] }, { came: [other] }, { came: [ada], place: 'Elsewhere' }])
      expect((await post(dana, '/groups/plan', { ...PLAN, id, ...fields })).status).toBe(409)
    expect(await expectedAt(`/groups/${id}`)).toMatchObject([{ person_id: ada }])
  })

  it('has its list added to and taken from until it was held', async () => {
    const [ada, bo] = [await young('Abe'), await young('Bea')]
    const path = await planned([ada])
    expect(summaryOf((await post(dana, `${path}/expected`, {})).body)).toHaveLength(2)
    expect((await dana.get(`${path}/expected`)).body).toContain('Bea')
    expect((await post(dana, `${path}/expected`, { came: [ada, bo], how: 'signed-up' })).to).toBe(path)
    const list = await expectedAt(path)
    expect(list.map(e => e.how)).toEqual(['invited', 'signed-up'])
    await post(dana, `${path}/expected/${list[0]?.id}/off`, {})
    expect((await dana.get(path)).body).not.toContain('Abe Closed')
    expect((await dana.get(`/people/${ada}`)).body).not.toContain('Interview practice')
    expect((await eventsOf(test, { target: idIn(path) })).map(e => e.action)).toEqual(
      expect.arrayContaining(['group.planned', 'group.expected-added', 'group.expected-removed']),
    )
    const stranger = await young('Zed', mair)
    expect((await post(dana, `${path}/expected`, { came: [stranger], how: 'invited' })).status).toBe(422)
  })

  it('is ticked: who came was seen, who did not was missed of a group, and no alarm is raised', async () => {
    const [ada, bo] = [await young('Ash'), await young('Ben')]
    const path = await planned([ada, bo])
    const form = (await dana.get(`${path}/attendance`)).body
    expect([form.includes('Ash'), form.includes('Ben')]).toEqual([true, true])
    expect((await post(dana, `${path}/attendance`, { came: [ada], version: '7' })).status).toBe(409)
    const said = { came: [ada], notes: 'Each asked once', version: '1' }
    expect((await post(dana, `${path}/attendance`, said)).to).toBe(path)
    expect(await sessionOf(path)).toMatchObject({ state: 'held', notes: 'Each asked once' })
    expect((await expectedAt(path)).map(e => e.state).toSorted()).toEqual(['came', 'missed'])
    expect(await contactsOf(ada)).toMatchObject([{ kind: 'group', outcome: 'done' }])
    expect(await contactsOf(bo)).toMatchObject([{ kind: 'missed', outcome: 'did-not-come', minutes: null }])
    const page = (await dana.get(path)).body
    expect(page).toContain('Who did not come')
    expect((await dana.get(`/people/${bo}`)).body).toContain('Did not come: Interview practice')
    expect((await dana.get('/missed')).body).not.toContain('Ben')
    // Pressed twice, it is one.
    expect((await post(dana, `${path}/attendance`, said)).to).toBe(path)
    expect(await contactsOf(bo)).toHaveLength(1)
    // It was said wrongly: added as having come, it is one contact still, and says what it said before.
    await post(dana, `${path}/people`, { came: [bo] })
    expect(await contactsOf(bo)).toMatchObject([{ kind: 'group', outcome: 'done', version: 2 }])
    expect((await expectedAt(path)).map(e => e.state)).toEqual(['came', 'came'])
    expect((await dana.get(path)).body).not.toContain('Who did not come')
    expect((await dana.get('/hours')).body).toContain('Group')
  })

  it('takes somebody noted as not on record, who was said not to have come, as having come', async () => {
    const ada = await young('Aki')
    const path = await planned([ada])
    await post(dana, `${path}/attendance`, { version: '1' })
    const id = newId<'row'>(house.clock.now())
    await post(dana, `${path}/newcomers`, { id, called: 'Ki', wanted: 'A mock interview' })
    const agreed = { person: ada, asked: dana.accountId, ...dayFields('agreed', [2026, 11, 23]) }
    expect((await post(dana, `/groups/newcomers/${id}`, agreed)).status).toBe(303)
    expect(await contactsOf(ada)).toMatchObject([{ kind: 'group', outcome: 'done', notes: 'A mock interview' }])
    expect((await expectedAt(path)).map(e => e.state)).toEqual(['came'])
    expect((await dana.get(path)).body).not.toContain('Who did not come')
  })

  it('is called off with a reason, and stands on no record any more', async () => {
    const ada = await young('Ava')
    const path = await planned([ada], dayFields('on', [2026, 11, 27]))
    expect(summaryOf((await post(dana, `${path}/call-off`, { version: '1' })).body)[0]).toContain('#why')
    expect((await post(dana, `${path}/call-off`, { why: 'No room', version: '3' })).status).toBe(409)
    expect((await post(dana, `${path}/call-off`, { why: 'No room', version: '1' })).to).toBe(path)
    expect((await dana.get(path)).body).toContain('No room')
    expect((await dana.get(`/people/${ada}`)).body).not.toContain('Interview practice')
    expect((await post(dana, `${path}/call-off`, { why: 'No room', version: '1' })).to).toBe(path)
    expect((await post(dana, `${path}/attendance`, { version: '2' })).status).toBe(404)
  })

  it('is planned again for the same people', async () => {
    const ada = await young('Alf')
    const path = await planned([ada])
    const { body } = await dana.get(`/groups/plan?like=${idIn(path)}`)
    expect(body).toMatch(new RegExp(`value="${ada}"[^>]*checked`))
    expect(body).toContain('Interview practice')
  })

  it('K6: whose name tells something is told to those who may know it, and to nobody else', async () => {
    const ada = await young('Ari')
    const path = await planned([ada], {
      title: 'Umberlochne mothers',
      tells: '256',
      ...dayFields('on', [2026, 11, 26]),
    })
    expect((await expectedAt(path)).map(e => e.class)).toEqual([256])
    const other = await partnership.colleague('universal-adviser', 'Other Testcase')
    await letSee(house, partnership, { id: ada, by: other, classes: ['identity', 'sessions'] })
    for (const at of [`/people/${ada}`, `/people/${ada}/brief`]) {
      expect((await other.get(at)).body, at).not.toContain('Umberlochne')
      expect((await dana.get(at)).body, at).toContain('Umberlochne')
    }
    expect((await other.get(path)).status).toBe(404)
    // Whoever runs it with others sees those they may know at all.
    const shared = await planned([ada], { 'with-1': imran.accountId })
    expect((await imran.get(shared)).body).not.toContain('Ari Closed')
    expect((await mair.get(shared)).status).toBe(404)
    expect((await mair.get(`${shared}/attendance`)).status).toBe(404)
  })

  it('K6: whose part is kept close was expected as closely', async () => {
    const [ada, bo] = [await young('Ayo'), await young('Bay')]
    const path = await planned([ada, bo], { 'with-1': imran.accountId })
    await post(dana, `${path}/attendance`, { came: [ada], version: '1' })
    await letSee(house, partnership, { id: bo, by: imran, classes: ['identity', 'sessions'] })
    expect((await imran.get(path)).body).toContain('Bay Closed')
    const [contact] = await contactsOf(bo)
    const part = {
      kind: 'missed',
      purpose: 'support',
      outcome: contact?.outcome ?? '',
      ...dayFields('on', [2026, 11, 23]),
    }
    const close = { ...part, restricted: 'yes', version: '1', why: 'For their safety' }
    expect((await post(dana, `/contacts/${contact?.id}`, close)).status).toBe(303)
    const classes = new Map((await expectedAt(path)).map(e => [e.person_id, e.class]))
    expect([classes.get(ada), classes.get(bo)]).toEqual([128, 4096])
    for (const by of [dana, imran]) expect((await by.get(path)).body).not.toContain('Bay Closed')
  })

  it('K9: missed on the wrong record is taken off with that they were expected', async () => {
    const ada = await young('Amo')
    const path = await planned([ada])
    await post(dana, `${path}/attendance`, { version: '1' })
    const [contact] = await contactsOf(ada)
    await post(dana, `/people/${ada}/misfiled/contact/${contact?.id}`, { why: 'Two of the same name' })
    expect((await expectedAt(path)).map(e => e.sealed_at !== null)).toEqual([true])
    expect((await dana.get(path)).body).not.toContain('Amo Closed')
  })
})
