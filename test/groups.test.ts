/** Groups, drop-ins and outreach over HTTP and down to the row: one note, each record its own part, and those who are not on record for a while. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addOrganisation } from '#rooms/directory/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { setDetail } from '#rooms/people/index.ts'
import { turnOf } from '#test/clockwork.ts'
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
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let lena: TestColleague
let owen: TestColleague
let midwife: TestColleague
let clinic: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair, imran, lena, owen } = await staffOf(
    partnership,
    'leader',
    'dana',
    'mair',
    'imran',
    'lena',
    'owen',
  ))
  clinic = await house.command(partnership.id, tx => addOrganisation(tx, { name: 'Made-up Clinic', kind: 'health' }))
  midwife = await partnership.colleague('partner-practitioner', 'Wyn Testcase', clinic)
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

let made = 0
const young = (given: string, lead: TestColleague | undefined = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: `Groupsample${(made += 1)}`, lead })

type Fields = Readonly<Record<string, string | readonly string[]>>
const SESSION = {
  ...{ kind: 'group', title: 'Cooking on a budget', minutes: '90', place: 'Hub kitchen', tells: '0' },
  ...{ notes: 'Soup and bread', time: '16:00' },
  ...dayFields('on', [2026, 11, 20]),
}
const freshId = () => newId<'row'>(house.clock.now())

async function post(by: TestColleague, path: string, fields: Fields) {
  house.clock.advance(1000)
  const answer = await by.post(path, fields as Record<string, string>)
  house.clock.advance(1000)
  return answer
}

/** A session somebody recorded, by its address. */
async function held(came: readonly PersonId[], fields: Fields = {}, by: TestColleague = dana): Promise<string> {
  const { status, to = '', body } = await post(by, '/groups/new', { ...SESSION, id: freshId(), came, ...fields })
  if (status !== 303) throw new Error(`${status} ${summaryOf(body).join()}`)
  return to
}
const rowIdIn = (path: string) => (path.split('/')[2] ?? '') as RowId
const versionOf = async (path: string) =>
  String(
    (
      await test.owner
        .selectFrom('group_session')
        .select('version')
        .where('id', '=', rowIdIn(path))
        .executeTakeFirstOrThrow()
    ).version,
  )
const partsOf = (id: PersonId) =>
  test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).orderBy('id').execute()
const cameTo = (path: string) =>
  test.owner.selectFrom('group_attendance').selectAll().where('session_id', '=', rowIdIn(path)).orderBy('id').execute()
const cameOf = async (path: string, id: PersonId) => (await cameTo(path)).find(one => one.person_id === id)
const newcomersOf = (path: string) =>
  test.owner.selectFrom('group_newcomer').selectAll().where('session_id', '=', rowIdIn(path)).execute()

describe('A session many come to', () => {
  it('is refused without a name or a day, on a day to come, and keeps what was typed and who was chosen', async () => {
    const ada = await young('Ada')
    const empty = await post(dana, '/groups/new', { id: freshId(), notes: 'Soup 🍲 حساء', came: [ada] })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual(['#kind', '#title', '#on-day', '#tells'])
    expect(empty.body).toContain('Soup 🍲 حساء')
    expect(empty.body).toMatch(new RegExp(`value="${ada}"[^>]*checked`))
    const ahead = await post(dana, '/groups/new', { ...SESSION, id: freshId(), ...dayFields('on', [2026, 11, 30]) })
    expect(summaryOf(ahead.body)).toEqual(['#on-day The session must be on a day that has been'])
    const words = await post(dana, '/groups/new', { ...SESSION, id: freshId(), 'newcomer-words': 'two lads' })
    expect(summaryOf(words.body)).toEqual(['#newcomers Enter how many they were'])
    const long = await post(dana, '/groups/new', { ...SESSION, id: freshId(), notes: 'x'.repeat(10_001) })
    expect(summaryOf(long.body)[0]).toContain('at most 10,000')
  })

  it('stands on the record of each who came, with their own part alone, and counts as seen', async () => {
    const [ada, bo] = [await young('Ada'), await young('Bodhi')]
    const at = await held([ada, bo])
    const [first, second] = [await cameOf(at, ada), await cameOf(at, bo)]
    const written = await post(dana, `${at}/parts`, {
      [`note-${first?.id}`]: 'Ada made the soup',
      [`next-${first?.id}`]: 'Bring a recipe',
      [`version-${first?.id}`]: '1',
      [`note-${second?.id}`]: 'Bodhi baked',
      [`came-${second?.id}`]: 'late',
      [`version-${second?.id}`]: '1',
    })
    expect([written.status, written.to]).toEqual([303, at])
    const record = (await dana.get(`/people/${ada}`)).body
    for (const words of ['Group session: Cooking on a budget', 'Soup and bread', 'Ada made the soup', 'Bring a recipe'])
      expect(record).toContain(words)
    for (const words of ['Bodhi', 'baked']) expect(record).not.toContain(words)
    expect(record).toContain('20 Nov')
    expect((await dana.get('/caseload')).body).toContain('3 days')
    const page = (await dana.get(at)).body
    for (const words of ['Ada made the soup', 'Bodhi baked', 'Came late']) expect(page).toContain(words)
    const events = await eventsOf(test, { target: rowIdIn(at) })
    expect(events.map(event => event.action)).toEqual(expect.arrayContaining(['group.recorded', 'group.viewed']))
    expect((await eventsOf(test, { target: (await partsOf(ada))[0]?.id ?? '' })).map(e => e.action)).toEqual(
      expect.arrayContaining(['contact.recorded', 'contact.changed']),
    )
  })

  it('sent twice is one, and who stands there already is not added again', async () => {
    const ada = await young('Ada')
    const id = freshId()
    const one = await held([ada], { id })
    const two = await held([ada], { id })
    expect(two).toBe(one)
    expect((await post(dana, `${one}/people`, { came: [ada] })).status).toBe(303)
    expect(await partsOf(ada)).toHaveLength(1)
  })

  it('is not written at all where one of those named may not be known', async () => {
    const [ada, hidden] = [await young('Ada'), await young('Hidden', mair)]
    const id = freshId()
    const refused = await post(dana, '/groups/new', { ...SESSION, id, came: [ada, hidden] })
    expect([refused.status, refused.body.includes('Hidden')]).toEqual([422, false])
    expect(await partsOf(ada)).toHaveLength(0)
    const at = await held([])
    const missing = await post(dana, `${at}/people`, { came: [hidden] })
    expect(missing.status).toBe(422)
    expect(withoutTokens(missing)).toBe(
      withoutTokens(await post(dana, `${at}/people`, { came: ['01a00000-0000-7000-8000-000000000000'] })),
    )
  })

  it('is added to by whoever ran it, also by somebody found by name, and by nobody else', async () => {
    const at = await held([], { 'with-1': mair.accountId })
    const cy = await young('Cyrus', mair)
    expect((await mair.get(`${at}/people?q=Cyrus`)).body).toContain(`value="${cy}"`)
    expect((await dana.get(`${at}/people?q=Cyrus`)).body).not.toContain(cy)
    expect((await post(mair, `${at}/people`, { came: [cy] })).status).toBe(303)
    expect((await mair.get(at)).body).toContain('Cyrus')
    expect(summaryOf((await post(mair, `${at}/people`, {})).body)).toEqual(['#came Select who came'])
    for (const path of [at, `${at}/people`, `${at}/change`, `${at}/parts`])
      expect((await imran.get(path)).status, path).toBe(404)
    expect((await lena.get(at)).status).toBe(404)
  })

  it('held again is filled with what is the same, and who came', async () => {
    const ada = await young('Ada')
    const at = await held([ada])
    const { body } = await dana.get(`/groups/new?like=${rowIdIn(at)}`)
    expect(body).toContain('value="Cooking on a budget"')
    expect(body).toMatch(new RegExp(`value="${ada}"[^>]*checked`))
    expect(body).not.toContain('Soup and bread')
    expect((await imran.get(`/groups/new?like=${rowIdIn(at)}`)).body).not.toContain('Cooking on a budget')
  })

  it('put right says why, and every part follows, also one kept close from whoever puts it right', async () => {
    const [ada, bo] = [await young('Ada'), await young('Bodhi')]
    const at = await held([ada, bo])
    const second = await cameOf(at, bo)
    await test.owner
      .updateTable('contact')
      .set({ class: 4096, minutes: 30 })
      .where('id', '=', second?.contact_id as RowId)
      .execute()
    await test.owner
      .updateTable('group_attendance')
      .set({ class: 4096 })
      .where('id', '=', second?.id as RowId)
      .execute()
    const fields = { ...SESSION, minutes: '60', ...dayFields('on', [2026, 11, 19]), 'with-1': dana.accountId }
    const bare = await post(dana, `${at}/change`, { ...fields, version: '1' })
    expect(summaryOf(bare.body)).toEqual(['#why Enter why you are changing it'])
    const nobody = await post(dana, `${at}/change`, { ...fields, 'with-1': '', version: '1', why: 'The day' })
    expect(summaryOf(nobody.body)).toEqual(['#with-1 Select who ran it'])
    expect((await post(dana, `${at}/change`, { ...fields, version: '1', why: 'The day' })).status).toBe(303)
    expect(await partsOf(ada)).toMatchObject([{ happened_on: '2026-11-19', minutes: 60, version: 2 }])
    expect(await partsOf(bo)).toMatchObject([{ happened_on: '2026-11-19', minutes: 30, version: 2 }])
    const kept = await test.owner
      .selectFrom('group_session_version')
      .selectAll()
      .where('session_id', '=', rowIdIn(at))
      .execute()
    expect(kept).toMatchObject([{ version: 1, why: 'The day', content: { happenedOn: '2026-11-20' } }])
    const stale = await post(dana, `${at}/change`, { ...fields, title: 'My title', version: '1', why: 'Again' })
    expect(stale.status).toBe(409)
    for (const words of ['Somebody saved this session', 'My title', 'Cooking on a budget'])
      expect(stale.body).toContain(words)
  })

  it('whose parts somebody else wrote meanwhile loses nothing that was typed', async () => {
    const ada = await young('Ada')
    const at = await held([ada])
    const [one] = await cameTo(at)
    const fields = { [`note-${one?.id}`]: 'First words', [`version-${one?.id}`]: '1' }
    expect(summaryOf((await post(dana, `${at}/parts`, { [`version-${one?.id}`]: '1' })).body)[0]).toContain(
      'Write something',
    )
    expect((await post(dana, `${at}/parts`, fields)).status).toBe(303)
    const late = await post(dana, `${at}/parts`, { ...fields, [`note-${one?.id}`]: 'Other words' })
    expect([late.status, summaryOf(late.body)[0]]).toEqual([409, expect.stringContaining('Somebody wrote of one')])
    for (const words of ['What stands now', 'First words', 'Other words']) expect(late.body).toContain(words)
    expect((await partsOf(ada))[0]?.notes).toBe('First words')
  })

  it('keeps who ran it and has left since, when it is put right', async () => {
    const gone = await partnership.colleague('universal-adviser', 'Gone Testcase')
    const at = await held([], { 'with-1': gone.accountId })
    await test.owner.updateTable('account').set({ state: 'disabled' }).where('id', '=', gone.accountId).execute()
    const fields = { ...SESSION, 'with-1': dana.accountId, version: '1', why: 'The place' }
    expect((await dana.get(`${at}/change`)).body).not.toContain('Gone Testcase')
    expect((await post(dana, `${at}/change`, { ...fields, place: 'Hall' })).status).toBe(303)
    for (const words of ['Gone Testcase', 'Hall']) expect((await dana.get(at)).body).toContain(words)
  })
})

describe('Somebody’s own part', () => {
  const part = {
    kind: 'group',
    purpose: 'support',
    outcome: 'done',
    notes: 'Put right',
    ...dayFields('on', [2026, 1, 1]),
  }

  it('is put right with a reason; day, kind and place stay the session’s', async () => {
    const ada = await young('Ada')
    const at = await held([ada])
    const [contact] = await partsOf(ada)
    const { body } = await dana.get(`/contacts/${contact?.id}`)
    for (const words of [at, 'Cooking on a budget', 'Soup and bread']) expect(body).toContain(words)
    const saved = await post(dana, `/contacts/${contact?.id}`, {
      ...part,
      minutes: '30',
      version: '1',
      why: 'Left early',
    })
    expect(saved.status).toBe(303)
    expect(await partsOf(ada)).toMatchObject([
      { kind: 'group', happened_on: '2026-11-20', place: 'Hub kitchen', minutes: 30, notes: 'Put right' },
    ])
  })

  it('is no other contact, and no other contact becomes one', async () => {
    const ada = await young('Ada')
    const direct = await post(dana, `/people/${ada}/contacts/new`, part)
    expect(summaryOf(direct.body)).toEqual(['#kind Select how you were in touch'])
  })

  it('kept close keeps it close that they came: nobody without that class reads either', async () => {
    const ada = await young('Ada')
    const at = await held([ada], { 'with-1': mair.accountId })
    await letSee(house, partnership, { id: ada, by: mair, classes: ['identity', 'sessions'] })
    expect((await mair.get(at)).body).toContain('Ada')
    const [contact] = await partsOf(ada)
    const close = { ...part, restricted: 'yes', version: '1', why: 'For her safety' }
    expect((await post(dana, `/contacts/${contact?.id}`, close)).status).toBe(303)
    expect(await cameTo(at)).toMatchObject([{ class: 4096 }])
    for (const by of [dana, mair]) expect((await by.get(at)).body).not.toContain('Ada')
    expect((await mair.get(at)).body).toContain('Nobody you may know.')
  })
})

describe('What a session tells of others (K4, K8)', () => {
  it('to somebody who ran it and knows none of them is neither a name nor a number', async () => {
    const at = await held([await young('Ada'), await young('Bodhi')], { 'with-1': imran.accountId })
    const none = await held([], { 'with-1': imran.accountId })
    const plain = async (path: string) =>
      withoutTokens(await imran.get(path))
        .replaceAll(rowIdIn(path), 'ID')
        .replace(/name="id" value="[^"]*"/, 'name="id"')
    expect(await plain(at)).toBe(await plain(none))
    expect((await imran.get('/hours')).body).not.toContain('Bodhi')
  })

  it('to somebody who sees one of them is that one alone', async () => {
    const [ada, bo] = [await young('Ada'), await young('Bodhi')]
    const at = await held([ada, bo])
    await letSee(house, partnership, { id: ada, by: mair, classes: ADVISER_CLASSES })
    const { body } = await mair.get(at)
    expect(body).toContain('Ada')
    for (const words of ['Bodhi', 'Put it right', 'Not on record']) expect(body).not.toContain(words)
    expect((await mair.get(`${at}/change`)).status).toBe(404)
  })

  it('to somebody behind a barrier is nothing of that one, though they ran it (K4)', async () => {
    const ada = await young('Ada')
    const at = await held([ada], { 'with-1': mair.accountId })
    await letSee(house, partnership, { id: ada, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(at)).body).toContain('Ada')
    await house.command(partnership.id, tx => setBarrier(tx, ada, { holderId: mair.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await mair.get(at)).body).not.toContain('Ada')
    const named = await post(mair, `${at}/people`, { came: [ada] })
    expect([named.status, named.body.includes('Ada')]).toEqual([422, false])
  })

  it('to a partner who ran it with others is the note, and whom they may know', async () => {
    const [ada, bo] = [await young('Ada'), await young('Bodhi')]
    const at = await held([ada, bo], { 'with-1': midwife.accountId })
    await letSee(house, partnership, { id: ada, by: midwife, classes: ['identity'] })
    const { body } = await midwife.get(at)
    for (const words of ['Soup and bread', 'Ada', 'Not yours to read']) expect(body).toContain(words)
    for (const words of ['Bodhi', 'Put it right']) expect(body).not.toContain(words)
    expect((await midwife.get('/groups')).body).toContain(at)
    for (const path of ['/groups/new', `${at}/people`]) expect((await midwife.get(path)).status).toBe(404)
  })

  it('to the leader of a team is that it was held, and of who came whom the leader may know', async () => {
    const [ada, bo] = [await young('Ada'), await young('Bodhi', undefined)]
    const at = await held([ada], { title: 'Told to a leader' })
    expect((await leader.get('/groups?of=team')).body).toContain(at)
    expect((await leader.get(at)).body).toContain('Ada')
    const others = await held([], { title: 'Of another team' }, mair)
    expect((await leader.get('/groups?of=team')).body).not.toContain(others)
    expect((await leader.get(others)).status).toBe(404)
    expect(bo).toBeTruthy()
  })
})

describe('A session whose very name tells something (K6)', () => {
  it('stands by name and note for whoever may know that of them, and reads as any other to whoever may not', async () => {
    const ada = await young('Ada')
    const at = await held([ada], { title: 'Young mothers', place: 'Clinic', tells: '256', 'with-1': midwife.accountId })
    expect(await cameTo(at)).toMatchObject([{ class: 256 }])
    expect(await partsOf(ada)).toMatchObject([{ class: 128, place: '' }])
    await letSee(house, partnership, { id: ada, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(at)).status).toBe(404)
    const [contact] = await partsOf(ada)
    for (const path of [`/people/${ada}`, `/people/${ada}/brief`, `/contacts/${contact?.id}`]) {
      const { body } = await mair.get(path)
      for (const words of ['Young mothers', 'Clinic', rowIdIn(at), 'Soup and bread']) expect(body).not.toContain(words)
    }
    expect((await mair.get(`/people/${ada}`)).body).toContain('Group session, 90 minutes')
    await letSee(house, partnership, { id: ada, by: imran, classes: [...ADVISER_CLASSES, 'health'] })
    expect((await imran.get(`/people/${ada}`)).body).toContain('Group session: Young mothers')
    // Whoever ran it was there.
    expect((await dana.get(at)).body).toContain('Ada')
  })

  it('found out later takes name and place from the records of those who may not know', async () => {
    const ada = await young('Ada')
    const at = await held([ada], { title: 'Young mothers', place: 'Clinic' })
    await letSee(house, partnership, { id: ada, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(`/people/${ada}`)).body).toContain('Young mothers')
    const fields = { ...SESSION, title: 'Young mothers', place: 'Clinic', tells: '256', 'with-1': dana.accountId }
    const version = await versionOf(at)
    expect((await post(dana, `${at}/change`, { ...fields, version, why: 'It tells' })).status).toBe(303)
    for (const words of ['Young mothers', 'Clinic'])
      expect((await mair.get(`/people/${ada}`)).body).not.toContain(words)
  })
})

describe('A part filed on the wrong young person (K9)', () => {
  it('is gone with it that they came, and stands on the right one when it is moved there', async () => {
    const [ada, twin] = [await young('Ada'), await young('Twin')]
    const at = await held([ada])
    const [contact] = await partsOf(ada)
    const taken = await post(dana, `/people/${ada}/misfiled/contact/${contact?.id}`, {
      why: 'It was her twin',
      right: 'Twin',
      to: twin,
    })
    expect(taken.status).toBe(303)
    expect((await cameTo(at)).find(one => one.person_id === ada)?.sealed_at).not.toBeNull()
    const { body } = await dana.get(at)
    expect(body).not.toContain('Ada')
    expect(body).toContain('Twin')
    expect((await dana.get(`/people/${twin}`)).body).toContain('Group session: Cooking on a budget')
    expect((await dana.get(`/people/${ada}`)).body).not.toContain('Cooking on a budget')
  })
})

describe('Two records that are joined', () => {
  it('take it along that somebody came, and give it back when they are taken apart', async () => {
    const ada = await young('Ada')
    const at = await held([ada])
    const other = await young('Adah')
    const stand = async () => (await cameTo(at)).map(one => one.person_id)
    const merged = await test.database.transaction(owen.acting(), async tx => {
      const seen = await compare(tx, { keep: other, join: ada }, undefined)
      const wanted = { choices: {}, reason: 'A test', despite: 'A test', stamp: seen?.stamp ?? '' }
      return mergePeople(tx, { keep: other, join: ada, ...wanted }, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    expect(await stand()).toEqual([other])
    const parted = await test.database.transaction(owen.acting(), tx =>
      unmergePeople(tx, merged.value as RowId, { reason: 'A test', choices: {} }),
    )
    expect(parted.ok).toBe(true)
    expect(await stand()).toEqual([ada])
  })
})

describe('Somebody who came and is not on record', () => {
  const SOMEBODY = { called: 'Jax', wanted: 'Somewhere to stay' }
  const noted = async (at: string, id: string = freshId()) => {
    const answer = await post(dana, `${at}/newcomers`, { ...SOMEBODY, id })
    expect(answer.status).toBe(303)
    return (await newcomersOf(at)).at(-1)?.id ?? ''
  }

  it('is a number and a coarse word, and what they want to be called only where that is written', async () => {
    const at = await held([], { kind: 'outreach', newcomers: '2', 'newcomer-words': 'two lads of about 15' })
    expect((await dana.get(at)).body).toContain('2 young people: two lads of about 15.')
    const bare = await post(dana, `${at}/newcomers`, { id: freshId(), wanted: 'Somewhere to stay' })
    expect(summaryOf(bare.body)).toEqual(['#called Enter what they want to be called'])
    expect(bare.body).toContain('Somewhere to stay')
    const id = freshId()
    expect(await noted(at, id)).toBe(await noted(at, id))
    expect(await newcomersOf(at)).toMatchObject([{ called: 'Jax', ends_on: '2027-02-21' }])
    for (const page of [at, '/groups']) expect((await dana.get(page)).body).toContain('Jax')
  })

  it('is read by whoever ran the session and by nobody else, not even who leads their team', async () => {
    const ada = await young('Ada')
    const at = await held([ada], { 'with-1': mair.accountId })
    const id = await noted(at)
    await letSee(house, partnership, { id: ada, by: imran, classes: ADVISER_CLASSES })
    expect((await mair.get(at)).body).toContain('Jax')
    for (const by of [imran, leader]) {
      expect((await by.get(at)).status).toBe(200)
      for (const page of [at, '/groups', '/find?q=Jax']) expect((await by.get(page)).body, page).not.toContain('Jax<')
      expect((await by.get(`/groups/newcomers/${id}`)).status).toBe(404)
      expect((await post(by, `/groups/newcomers/${id}/forget`, {})).status).toBe(404)
    }
    const rows = await test.database.transaction(imran.acting(), tx =>
      sql`select id from group_newcomer`.execute(tx.db),
    )
    expect(rows.rows).toEqual([])
  })

  it('is put on a record when they agree, with who asked and when; what stood apart is deleted', async () => {
    const jax = await young('Jaxon')
    const at = await held([], { kind: 'drop-in', title: 'Tuesday drop-in' })
    const id = await noted(at)
    const path = `/groups/newcomers/${id}`
    expect((await dana.get(`${path}?q=Jaxon`)).body).toContain(`value="${jax}"`)
    const bare = await post(dana, path, { asked: dana.accountId, ...dayFields('agreed', [2026, 11, 19]) })
    expect(summaryOf(bare.body)).toEqual(['#person Select whose record it is'])
    const early = await post(dana, path, { person: jax, asked: dana.accountId, ...dayFields('agreed', [2026, 11, 19]) })
    expect(summaryOf(early.body)).toEqual(['#agreed-day The day must be the day of the session or later'])
    const said = { person: jax, asked: dana.accountId, ...dayFields('agreed', [2026, 11, 23]) }
    expect((await post(dana, path, said)).status).toBe(303)
    expect(await newcomersOf(at)).toEqual([])
    expect(await cameTo(at)).toMatchObject([{ person_id: jax, asked_by: dana.accountId, agreed_on: '2026-11-23' }])
    const record = (await dana.get(`/people/${jax}`)).body
    for (const words of ['Drop-in: Tuesday drop-in', 'Somewhere to stay']) expect(record).toContain(words)
    expect((await dana.get(at)).body).toContain('agreed on 23 November 2026')
    expect((await post(dana, path, said)).status).toBe(404)
  })

  it('is not put on a record whoever does it may not know', async () => {
    const hidden = await young('Hidden', mair)
    const at = await held([])
    const path = `/groups/newcomers/${await noted(at)}`
    const fields = { asked: dana.accountId, ...dayFields('agreed', [2026, 11, 23]) }
    const refused = await post(dana, path, { ...fields, person: hidden })
    expect([refused.status, refused.body.includes('Hidden')]).toEqual([422, false])
    expect(await newcomersOf(at)).toHaveLength(1)
  })

  it('is deleted when they do not want it', async () => {
    const at = await held([])
    const id = await noted(at)
    expect((await post(dana, `/groups/newcomers/${id}/forget`, {})).status).toBe(303)
    expect(await newcomersOf(at)).toEqual([])
    expect((await eventsOf(test, { target: id })).map(e => e.action)).toContain('group.newcomer-forgotten')
  })
})

describe('Hours of groups', () => {
  it('stand apart from one to one, once for each who ran them, with who came as far as they may be known', async () => {
    const nia = await partnership.colleague('universal-adviser', 'Nia Hours')
    const [ada, bo] = [await young('Ada', nia), await young('Bodhi', nia)]
    await house.command(partnership.id, tx =>
      setDetail(tx, ada, 'support-level', 'intensive', {
        kind: 'staff',
        organisationId: null,
        saidOn: tx.acting.today,
      }),
    )
    house.clock.advance(1000)
    const gil = await partnership.colleague('universal-adviser', 'Gil Hours')
    await held([ada, bo], { 'with-1': gil.accountId, minutes: '95' }, nia)
    await held([ada], { minutes: '', kind: 'drop-in' }, nia)
    const own = (await nia.get('/hours')).body
    for (const words of ['Groups, drop-ins and outreach', '1 h 35', 'Intensive', 'Drop-in'])
      expect(own).toContain(words)
    // Ninety-five minutes with two are no hundred and ninety.
    for (const words of ['3 h 10', 'One to one']) expect(own).not.toContain(words)
    const cells = (body: string) =>
      [...body.matchAll(/<td[^>]*>(?:<span[^>]*>[^<]*<\/span>)?\s*([^<]*)</g)].map(m => m[1])
    expect(cells(own)).toEqual(expect.arrayContaining(['1 h 35', '2']))
    const his = (await gil.get('/hours')).body
    expect(his).toContain('1 h 35')
    expect(his).not.toContain('by level of support')
  })
})

describe('The clock', () => {
  it('deletes what is kept of newcomers once their days are over, and not before', async () => {
    const at = await held([])
    await post(dana, `${at}/newcomers`, { id: freshId(), called: 'Kit', wanted: '' })
    const [row] = await newcomersOf(at)
    const on = async (day: string) => {
      await test.owner
        .updateTable('group_newcomer')
        .set({ ends_on: day as never })
        .where('id', '=', row?.id as RowId)
        .execute()
      await turnOf(test, house)
      return (await newcomersOf(at)).length
    }
    expect(await on('2026-11-24')).toBe(1)
    house.clock.advance(24 * 3_600_000)
    // Before the clock comes by it is nobody's to read any more.
    expect((await dana.get(at)).body).not.toContain('Kit')
    await turnOf(test, house)
    expect(await newcomersOf(at)).toEqual([])
    expect((await eventsOf(test, { target: row?.id ?? '' })).map(e => e.action)).toContain('group.newcomer-ended')
  })
})
