/** Meetings of several colleagues with one young person, over HTTP and down to the row: asked, answered, moved, held, and what whoever has no right does not see. Row 209. */
import { beforeAll, describe, expect, it } from 'vitest'
import { asHouse } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, CLASS_BITS, endGrantsAbout, openGrant, setBarrier } from '#rooms/access/index.ts'
import { passOnAppointments } from '#rooms/sessions/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  dana = await partnership.colleague('universal-adviser', 'Dana Testcase')
  mair = await partnership.colleague('intensive-adviser', 'Mair Testcase')
  owen = await partnership.colleague('universal-adviser', 'Owen Testcase')
})

/** Somebody Dana leads for and Mair covers; Owen has no right to them. */
async function led(given: string, by: TestColleague | null = mair): Promise<PersonId> {
  const id = await addPerson(house, partnership, { given, family: 'Jointsample', lead: dana })
  if (by) await letSee(house, partnership, { id, by, classes: ADVISER_CLASSES })
  return id
}

let hour = 7
type Fields = Readonly<Record<string, string | readonly string[]>>
/** The test's clock stands on Monday 23 November 2026; each meeting has an hour of its own. */
const meeting = (fields: Fields = {}) => ({
  ...dayFields('on', [2026, 11, 25]),
  ...{ time: `${String((hour = (hour % 20) + 1)).padStart(2, '0')}:00`, minutes: '30', both: 'yes' },
  ...{ kind: 'meeting', place: 'Made-up library', purpose: 'review' },
  ...fields,
})

async function post(by: TestColleague, path: string, fields: Fields) {
  house.clock.advance(1000)
  return by.post(path, fields as Record<string, string>)
}

const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('appointment').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const alongOf = (appointmentId: string) =>
  test.owner
    .selectFrom('appointment_companion')
    .selectAll()
    .where('appointment_id', '=', appointmentId)
    .orderBy('id')
    .execute()
const noticesOf = async (who: TestColleague, target: string) =>
  (
    await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', who.accountId)
      .where('target_id', '=', target)
      .orderBy('made_at')
      .orderBy('id')
      .execute()
  ).map(one => one.kind)

/** Arranged by Dana with Mair asked along, and the form's values. */
async function joint(id: PersonId, fields: Fields = {}) {
  const form = meeting({ along: mair.accountId, ...fields })
  const answer = await post(dana, `/people/${id}/appointments/new`, form)
  if (answer.status !== 303) throw new Error(summaryOf(answer.body).join())
  const row = (await rowsOf(id)).at(-1)
  if (!row) throw new Error('nothing was arranged')
  return { row, form, at: `/appointments/${row.id}` }
}
const says = (at: string, answer: string, fields: Fields = {}, by = mair) =>
  post(by, `${at}/along`, { answer, both: 'yes', version: '1', ...fields })

/** Lets it have been yesterday. */
const been = (rowId: string) =>
  test.owner
    .updateTable('appointment')
    .set({ on_day: '2026-11-20' as never })
    .where('id', '=', rowId)
    .execute()
const CAME = {
  ...{
    came: 'came',
    kind: 'meeting',
    purpose: 'review',
    outcome: 'done',
    notes: 'We met the three of us',
    minutes: '60',
  },
  ...dayFields('on', [2026, 11, 20]),
}
const DIARY = '/diary?on=2026-11-25'

describe('Asked to come along', () => {
  it('are those who see what is done with the young person, and nobody else; the page says how one would', async () => {
    const id = await led('Ada')
    const page = (await dana.get(`/people/${id}/appointments/new`)).body
    expect(page).toContain('Mair Testcase')
    expect(page).not.toContain('Owen Testcase')
    expect(page).toContain('For anybody else begin a hand-over or a referral first')
    const refused = await post(dana, `/people/${id}/appointments/new`, meeting({ along: owen.accountId }))
    expect([refused.status, summaryOf(refused.body)[0]]).toEqual([422, expect.stringContaining('#along')])
    expect(await rowsOf(id)).toEqual([])
    const alone = await led('Al', null)
    expect((await dana.get(`/people/${alone}/appointments/new`)).body).toContain('No colleague with a diary here')
  })

  it('is nobody whose right would tell of a concern, and nobody who is shut out', async () => {
    const id = await led('Abe')
    const safe = await partnership.colleague('safeguarding-lead', 'Sal Testcase')
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        scope: { kind: 'person', personId: id },
        holderId: safe.accountId,
        classes: ADVISER_CLASSES,
        basis: 'public-task',
        source: 'safeguarding',
      }),
    )
    await letSee(house, partnership, { id, by: owen, classes: ADVISER_CLASSES })
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: owen.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    const page = (await dana.get(`/people/${id}/appointments/new`)).body
    expect(page).toContain('Mair Testcase')
    for (const name of ['Sal Testcase', 'Owen Testcase']) expect(page).not.toContain(name)
  })

  it('is told, without the name, and finds it in their diary, day, week, list, calendar and My day, marked as asked', async () => {
    const id = await led('Bea')
    const { row, at } = await joint(id, dayFields('on', [2026, 11, 23]))
    expect((await alongOf(row.id)).map(k => [k.account_id, k.state, k.class])).toEqual([[mair.accountId, 'asked', 128]])
    expect(await noticesOf(mair, row.id)).toEqual(['along.asked'])
    expect(await noticesOf(dana, row.id)).toEqual([])
    for (const path of ['/diary', '/diary?view=day', '/diary?view=list', '/']) {
      const { body } = await mair.get(path)
      expect(body, path).toContain('Bea Jointsample')
      expect(body, path).toContain('>Asked<')
      expect(body, path).toContain('With Dana Testcase')
    }
    house.clock.advance(1000)
    const made = await mair.post('/diary/calendar', {}, '/diary/calendar')
    const address = /(\/calendar\/[\w-]+\.ics)/.exec(made.body)?.[1] ?? ''
    expect((await house.visitor().get(address)).body).toContain('SUMMARY:Meeting (asked)')
    await says(at, 'coming')
    const feed = (await house.visitor().get(address)).body
    expect([feed.includes('SUMMARY:Meeting\r\n'), feed.includes('asked')]).toEqual([true, false])
    expect((await owen.get('/diary')).body).not.toContain('Bea Jointsample')
  })

  it('sent twice is asked once', async () => {
    const id = await led('Bo')
    const form = meeting({ along: mair.accountId, both: '' })
    for (const _ of [1, 2]) expect((await post(dana, `/people/${id}/appointments/new`, form)).status).toBe(303)
    const [row] = await rowsOf(id)
    expect(await rowsOf(id)).toHaveLength(1)
    expect(await noticesOf(mair, row?.id ?? '')).toEqual(['along.asked'])
  })

  it('is told nothing of what a colleague has then but that it is something, and only where it may be known', async () => {
    const [id, other, hidden] = [await led('Cy'), await led('Cyd'), await led('Cyn', null)]
    await letSee(house, partnership, { id: hidden, by: owen, classes: ADVISER_CLASSES })
    const cover = await partnership.colleague('universal-adviser', 'Cara Testcase')
    for (const one of [id, other, hidden])
      await letSee(house, partnership, { id: one, by: cover, classes: ADVISER_CLASSES })
    await post(cover, `/people/${other}/appointments/new`, meeting({ time: '21:00' }))
    const form = meeting({ time: '21:15', along: cover.accountId, both: '' })
    const busy = await post(dana, `/people/${id}/appointments/new`, form)
    expect([busy.status, summaryOf(busy.body)[0]]).toEqual([
      422,
      expect.stringContaining('Cara Testcase has something else at that time'),
    ])
    expect(busy.body).not.toContain('Cyd Jointsample')
    expect((await post(dana, `/people/${id}/appointments/new`, { ...form, both: 'yes' })).status).toBe(303)
    // Of a record the one who arranges may not know, not even that.
    await house.command(partnership.id, tx => setBarrier(tx, other, { holderId: dana.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    const later = meeting({ time: '21:05', minutes: '5', along: cover.accountId, both: '' })
    expect((await post(dana, `/people/${id}/appointments/new`, later)).status).toBe(303)
  })
})

describe('The answer', () => {
  it('is coming or cannot, in a few words; whoever arranged it is told and sees it', async () => {
    const id = await led('Dee')
    const { row, at } = await joint(id)
    const page = await mair.get(`${at}/along`)
    expect(page.body).toContain('Dana Testcase arranged this meeting')
    const empty = await says(at, '')
    expect([empty.status, summaryOf(empty.body)[0]]).toEqual([422, expect.stringContaining('#answer')])
    const long = await says(at, 'coming', { words: 'x'.repeat(301) })
    expect([long.status, summaryOf(long.body)[0]]).toEqual([422, expect.stringContaining('#words')])
    for (const _ of [1, 2]) expect((await says(at, 'coming', { words: 'Ten minutes late' })).status).toBe(303)
    expect(await noticesOf(dana, row.id)).toEqual(['along.coming'])
    const own = (await dana.get(at)).body
    expect([own.includes('Coming'), own.includes('Ten minutes late')]).toEqual([true, true])
    expect((await mair.get(DIARY)).body).toContain('Dee Jointsample')
    expect((await says(at, 'cannot', { version: '2' })).status).toBe(303)
    expect((await mair.get(DIARY)).body).not.toContain('Dee Jointsample')
    expect((await dana.get(DIARY)).body).toContain('Mair Testcase (cannot come)')
    expect((await eventsOf(test, { target: row.id })).map(e => e.action)).toContain('along.answered')
  })

  it('tells of what stands in one’s own diary then, and keeps both when both are meant', async () => {
    const [id, own] = [await led('Eli'), await led('Eve')]
    await post(mair, `/people/${own}/appointments/new`, meeting({ time: '22:00' }))
    const { at } = await joint(id, { time: '22:10' })
    const clash = await says(at, 'coming', { both: '' })
    expect([clash.status, clash.body.includes('You meet Eve Jointsample from 22:00')]).toEqual([422, true])
    expect((await says(at, 'coming')).status).toBe(303)
  })

  it('is only of whoever was asked', async () => {
    const id = await led('Fay')
    const { at } = await joint(id)
    expect((await dana.get(`${at}/along`)).to).toBe(at)
    expect((await owen.get(`${at}/along`)).status).toBe(404)
    expect((await says(at, 'coming', {}, owen)).status).toBe(404)
    const desk = await partnership.colleague('front-desk', 'Fern Testcase')
    expect((await desk.get(`${at}/along`)).status).toBe(404)
  })
})

describe('A change', () => {
  it('to another day or time asks anew, keeps what was said before, and refuses an answer to the old one', async () => {
    const id = await led('Gil')
    const { row, form, at } = await joint(id)
    await says(at, 'coming')
    const moved = { ...form, ...dayFields('on', [2026, 11, 26]), version: '1' }
    expect((await post(dana, at, moved)).status).toBe(303)
    expect((await alongOf(row.id)).map(k => [k.state, k.on_day])).toEqual([['asked', '2026-11-26']])
    expect(await noticesOf(mair, row.id)).toEqual(['along.asked', 'along.moved'])
    const late = await says(at, 'coming', { version: '2' })
    expect([late.status, late.body.includes('You were asked anew')]).toEqual([409, true])
    const [version] = await test.owner
      .selectFrom('appointment_version')
      .selectAll()
      .where('appointment_id', '=', row.id)
      .execute()
    expect(version?.content).toMatchObject({ along: [{ accountId: mair.accountId, state: 'coming' }] })
  })

  it('of the place is told, and the answer stands; of the aim nobody need hear', async () => {
    const id = await led('Hal')
    const { row, form, at } = await joint(id)
    await says(at, 'coming')
    expect((await post(dana, at, { ...form, aim: 'Choose', version: '1' })).status).toBe(303)
    expect(await noticesOf(mair, row.id)).toEqual(['along.asked'])
    expect((await post(dana, at, { ...form, aim: 'Choose', place: 'Elsewhere', version: '2' })).status).toBe(303)
    expect(await noticesOf(mair, row.id)).toEqual(['along.asked', 'along.changed'])
    expect((await alongOf(row.id)).map(k => k.state)).toEqual(['coming'])
  })

  it('takes a colleague off again, or calls it off, and each is told', async () => {
    const id = await led('Ian')
    const { row, form, at } = await joint(id)
    for (const _ of [1, 2]) expect((await post(dana, at, { ...form, along: '', version: '1' })).status).toBe(303)
    expect(await noticesOf(mair, row.id)).toEqual(['along.asked', 'along.taken-off'])
    expect((await mair.get(DIARY)).body).not.toContain('Ian Jointsample')
    expect((await post(dana, at, { ...form, version: '2' })).status).toBe(303)
    expect((await alongOf(row.id)).map(k => k.state)).toEqual(['asked'])
    expect((await post(dana, `${at}/call-off`, { reason: 'they-asked', version: '3' })).status).toBe(303)
    expect((await noticesOf(mair, row.id)).at(-1)).toBe('along.called-off')
    expect((await mair.get(DIARY)).body).not.toContain('Ian Jointsample')
  })

  it('of who leads takes it into the diary of whoever came along, who is asked no more', async () => {
    const id = await led('Jo')
    const { row, at } = await joint(id)
    await says(at, 'coming')
    await house.command(partnership.id, tx =>
      asHouse(tx, 'a test', worker => passOnAppointments(worker, id, dana.accountId, mair.accountId)),
    )
    expect((await rowsOf(id)).map(one => one.account_id)).toEqual([mair.accountId])
    expect((await alongOf(row.id)).map(k => k.state)).toEqual(['off'])
    const other = await led('Joy')
    const two = await joint(other)
    await letSee(house, partnership, { id: other, by: owen, classes: ADVISER_CLASSES })
    await house.command(partnership.id, tx =>
      asHouse(tx, 'a test', worker => passOnAppointments(worker, other, dana.accountId, owen.accountId)),
    )
    expect((await noticesOf(mair, two.row.id)).at(-1)).toBe('along.taken-over')
  })

  it('kept close goes only with those who read what is kept close', async () => {
    const id = await led('Kim')
    await letSee(house, partnership, { id, by: dana, classes: ['identity', 'sessions', 'restricted'] })
    const close = await post(
      dana,
      `/people/${id}/appointments/new`,
      meeting({ along: mair.accountId, restricted: 'yes' }),
    )
    expect([close.status, summaryOf(close.body)[0]]).toEqual([422, expect.stringContaining('#along')])
    await letSee(house, partnership, { id, by: mair, classes: ['identity', 'sessions', 'restricted'] })
    const { row } = await joint(id, { restricted: 'yes' })
    expect((await alongOf(row.id)).map(k => k.class)).toEqual([CLASS_BITS.restricted])
    await letSee(house, partnership, { id, by: owen, classes: ADVISER_CLASSES })
    // Whoever reads it not reads of nobody who goes there either.
    const seen = await test.database.transaction(owen.acting(), tx =>
      tx.db.selectFrom('appointment_companion').selectAll().where('person_id', '=', id).execute(),
    )
    expect(seen).toEqual([])
  })
})

describe('What came of it', () => {
  it('is said once, by any of them, names who was there, and shows in the diary of each', async () => {
    const id = await led('Lea')
    const { row, at } = await joint(id)
    await says(at, 'coming')
    await been(row.id)
    const form = (await mair.get(`${at}/outcome`)).body
    expect(form).toMatch(new RegExp(`value="${dana.accountId}"[^>]*checked`))
    const said = { ...CAME, there: dana.accountId, version: '1' }
    for (const _ of [1, 2]) expect((await post(mair, `${at}/outcome`, said)).status).toBe(303)
    const contacts = await test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).execute()
    expect(contacts.map(c => [c.account_id, c.colleagues])).toEqual([[mair.accountId, [dana.accountId]]])
    for (const one of [dana, mair]) {
      expect((await one.get('/diary?on=2026-11-20')).body).toContain('Came')
      expect((await one.get(`/people/${id}`)).body).toContain('With Dana Testcase')
    }
    expect((await dana.get(at)).body).toContain('Mair Testcase, Dana Testcase')
    // Two at the same time lose nothing: the second sees what the first wrote, and keeps their own.
    const late = await post(dana, `${at}/outcome`, { ...CAME, notes: 'My own words of it', version: '1' })
    expect([
      late.status,
      late.body.includes('My own words of it'),
      late.body.includes('We met the three of us'),
    ]).toEqual([409, true, true])
  })

  it('counts the hour for each who was there, once, and the young person once', async () => {
    const [ned, nia] = [
      await partnership.colleague('universal-adviser', 'Ned Testcase'),
      await partnership.colleague('universal-adviser', 'Nia Testcase'),
    ]
    const id = await addPerson(house, partnership, { given: 'Mo', family: 'Jointsample', lead: ned })
    await letSee(house, partnership, { id, by: nia, classes: ADVISER_CLASSES })
    await post(ned, `/people/${id}/appointments/new`, meeting({ along: nia.accountId }))
    const [row] = await rowsOf(id)
    await been(row?.id ?? '')
    await post(ned, `/appointments/${row?.id}/outcome`, { ...CAME, there: nia.accountId, version: '1' })
    const [own, joined] = [(await ned.get('/hours')).body, (await nia.get('/hours')).body]
    expect([own.includes('1 h in 1 contact'), own.includes('Together with a colleague')]).toEqual([true, false])
    expect([
      joined.includes('in 1 contact'),
      joined.includes('Together with a colleague'),
      joined.includes('1 h'),
    ]).toEqual([false, true, true])
    const record = (await ned.get(`/people/${id}`)).body
    expect(record.match(/We met the three of us/g)).toHaveLength(1)
  })

  it('missed stands on one list, by the rule of whoever leads', async () => {
    const id = await led('Nat')
    const { row, at } = await joint(id)
    await says(at, 'coming')
    await been(row.id)
    const missed = { ...CAME, came: 'missed', reason: 'ill', there: mair.accountId, version: '1' }
    for (const _ of [1, 2]) expect((await post(dana, `${at}/outcome`, missed)).status).toBe(303)
    const contacts = await test.owner.selectFrom('contact').selectAll().where('person_id', '=', id).execute()
    // Of whom nobody met, no colleague was there either, whoever was ticked.
    expect(contacts.map(one => [one.kind, one.colleagues])).toEqual([['missed', []]])
    expect((await dana.get(at)).body).not.toContain('Colleagues who were there')
    expect((await dana.get('/missed')).body).toContain('Nat Jointsample')
    expect((await mair.get('/missed')).body).not.toContain('Nat Jointsample')
  })
})

describe('Whoever loses the right', () => {
  const gone: readonly [string, (id: PersonId) => Promise<unknown>][] = [
    [
      'their right ended',
      id =>
        house.command(partnership.id, tx =>
          endGrantsAbout(tx, { personId: id, source: 'cover', holderId: mair.accountId }, 'A test'),
        ),
    ],
    [
      'they are shut out',
      id => house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'A test' })),
    ],
  ]
  it.each(gone)(
    'because %s finds it no more, hears no more, and whoever arranged it sees that alone',
    async (_why, end) => {
      const id = await led('Ola')
      const { row, form, at } = await joint(id, dayFields('on', [2026, 11, 23]))
      await says(at, 'coming')
      const before = (await mair.get('/diary')).body
      expect(before).toContain('Ola Jointsample')
      await end(id)
      house.clock.advance(1000)
      for (const path of ['/diary', '/', '/diary?view=list'])
        expect((await mair.get(path)).body, path).not.toContain('Ola')
      expect((await mair.get(at)).status).toBe(404)
      expect((await mair.get(`${at}/along`)).status).toBe(404)
      expect(
        await test.database.transaction(mair.acting(), tx =>
          tx.db.selectFrom('appointment_companion').selectAll().where('appointment_id', '=', row.id).execute(),
        ),
      ).toEqual([])
      for (const path of [at, DIARY, `/people/${id}`, `/people/${id}/brief`])
        expect((await dana.get(path)).body.toLowerCase(), path).toContain('no longer able to come')
      const told = (await noticesOf(mair, row.id)).length
      expect((await post(dana, at, { ...form, ...dayFields('on', [2026, 11, 27]), version: '1' })).status).toBe(303)
      expect(await noticesOf(mair, row.id)).toHaveLength(told)
    },
  )

  it('and gets it again is asked as it stands, anew where it was moved meanwhile', async () => {
    const id = await led('Pip')
    const { row, at } = await joint(id)
    await says(at, 'coming')
    await house.command(partnership.id, tx =>
      endGrantsAbout(tx, { personId: id, source: 'cover', holderId: mair.accountId }, 'A test'),
    )
    house.clock.advance(1000)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(DIARY)).body).toContain('Pip Jointsample')
    expect((await alongOf(row.id)).map(k => k.state)).toEqual(['coming'])
  })

  it('by an account that is closed can come no more', async () => {
    const gone = await partnership.colleague('universal-adviser', 'Gone Testcase')
    const id = await led('Quin', gone)
    const { at } = await joint(id, { along: gone.accountId })
    await test.owner
      .updateTable('account')
      .set({ state: 'disabled' as never })
      .where('id', '=', gone.accountId)
      .execute()
    expect((await dana.get(at)).body).toContain('No longer able to come')
  })
})

describe('A visit of two', () => {
  it('names who goes along in the check before, and takes nobody as buddy who goes too', async () => {
    const id = await led('Ray')
    const { at, form } = await joint(id, { kind: 'home-visit', place: '' })
    await says(at, 'coming')
    const plan = (await dana.get(`${at}/visit`)).body
    expect(plan).toMatch(/value="Mair Testcase"/)
    expect(plan).toMatch(/value="in-pairs"[^>]*checked/)
    expect(plan).not.toContain(`<option value="${mair.accountId}"`)
    const fields = {
      ...{ 'looked-at': 'alerts', goes: 'in-pairs', companion: 'Mair Testcase', whereabouts: 'Near the station' },
      ...{ 'back-by': '23:30', alarm: '15', reach: '01422 000000', phrase: 'Please move my four o’clock' },
    }
    const self = await post(dana, `${at}/visit`, { ...fields, buddy: mair.accountId })
    expect([self.status, summaryOf(self.body)[0]]).toEqual([422, expect.stringContaining('#buddy')])
    expect((await mair.get(`${at}/visit`)).status).toBe(200)
    // Each who goes may be waited for; whoever does not go after all is not.
    expect((await post(mair, `${at}/visit`, { ...fields, companion: 'Dana', buddy: owen.accountId })).status).toBe(303)
    expect((await says(at, 'cannot', { version: '2' })).status).toBe(303)
    const visits = await test.owner
      .selectFrom('lone_visit')
      .selectAll()
      .where('account_id', '=', mair.accountId)
      .execute()
    expect(visits.map(one => one.ended_how)).toEqual(['called-off'])
    await says(at, 'coming', { version: '3' })
    // Who waits for one of them is not asked along.
    await letSee(house, partnership, { id, by: owen, classes: ADVISER_CLASSES })
    expect((await post(dana, `${at}/visit`, { ...fields, buddy: owen.accountId })).status).toBe(303)
    const both = await post(dana, at, { ...form, along: [mair.accountId, owen.accountId], version: '1' })
    expect([both.status, summaryOf(both.body)[0]]).toEqual([422, expect.stringContaining('#along')])
  })

  it('is offered first where an alert asks for two', async () => {
    const id = await led('Rex')
    expect((await dana.get(`/people/${id}/appointments/new`)).body).not.toContain('asks for two')
    await test.owner
      .insertInto('person_alert')
      .values({
        partnership_id: partnership.id,
        id: crypto.randomUUID(),
        person_id: id,
        origin_person_id: id,
        class: 1,
        kind: 'care',
        first_words: 'Go in pairs to the home address.',
        started_on: '2026-11-01' as never,
        recorded_at: house.clock.now() as never,
      })
      .execute()
    expect((await dana.get(`/people/${id}/appointments/new`)).body).toContain('An alert on this record asks for two')
  })
})
