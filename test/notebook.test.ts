/** The offline notebook: what is taken along at both walls, and what comes back. The device itself is walked in test/journeys/notebook.journey.ts. */
import { sql } from 'kysely'
import { v4, v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { addMs } from '#ground/clock.ts'
import { type Day, toDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { type RecordClass, setBarrier } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { compare, mergePeople } from '#rooms/matching/index.ts'
import { markDeath, setAddress, setAdult, setAlert, setContactDetail } from '#rooms/people/index.ts'
import { setGoal, setTarget } from '#rooms/plans/index.ts'
import { type Arrangement, setAppointment } from '#rooms/sessions/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import {
  type Answered,
  eventsOf,
  openTestHouse,
  type TestColleague,
  type TestPartnership,
  tokenIn,
  withoutTokens,
} from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-09-01') } as const

let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague
beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen'))
})

type Person = {
  personId: string
  name: string
  meeting: { onDay: string; atTime: string; kind: string; place: string; aim: string } | null
  steps: { what: string }[]
}
type Taken = { token: string; half: string; takenAt: string; until: string; people: Person[] }

const bodyOf = (answer: Answered): unknown => JSON.parse(answer.body)

async function take(by: TestColleague, fields: Record<string, string> = {}): Promise<Taken> {
  house.clock.advance(1000)
  const answer = await by.post('/notebook/take', fields, '/notebook')
  expect(answer.status).toBe(200)
  return bodyOf(answer) as Taken
}

const NOTE = {
  notes: 'We talked on the bus',
  'own-words': '',
  'next-step': 'Ring the college',
  ...dayFields('next-on', [2026, 12, 4]),
  kind: 'meeting',
  purpose: 'support',
  outcome: 'done',
  ...dayFields('on', [2026, 11, 23]),
  time: '10:15',
  minutes: '20',
  present: '',
  agreed: 'yes',
}

const WRONG = { why: 'Two of the same name' }

type Sent = {
  outcome: string
  contactId?: string
  errors?: { field: string; message: string }[]
  said?: string
  here?: string
}

async function send(by: TestColleague, pack: Pick<Taken, 'token'>, note: Record<string, string>): Promise<Sent> {
  const fields = { ...NOTE, key: v4(), 'written-at': house.clock.now(), asked: '', pack: pack.token, ...note }
  return bodyOf(await by.post('/notebook/send', fields, '/notebook')) as Sent
}

const contactsOf = async (personId: string) =>
  test.owner.selectFrom('contact').selectAll().where('person_id', '=', personId).execute()

const standing = async (by: Pick<TestColleague, 'get'>, token?: string) =>
  bodyOf(await by.get(`/notebook/standing${token === undefined ? '' : `?pack=${token}`}`)) as {
    pack: string
    who: string
    csrf: string | null
  }

describe('What is taken along', () => {
  it('is whom one leads for and no other, with the next meeting and open steps, and one event says who they were', async () => {
    const amira = await addPerson(house, partnership, { given: 'Amira', family: 'Takesample', lead: dana })
    const other = await addPerson(house, partnership, { given: 'Otto', family: 'Notsample', lead: mair })
    // Seen, and not led for.
    await letSee(house, partnership, { id: other, by: dana, classes: ['identity', 'sessions', 'plan'] })
    await test.database.transaction(dana.acting(), async tx => {
      for (const [onDay, aim] of [
        ['2026-12-02', 'Later one'],
        ['2026-11-25', 'Look at two colleges'],
      ] as const) {
        const made = await setAppointment(tx, amira, dana.accountId, meeting({ onDay: toDay(onDay), aim }))
        expect(made.ok).toBe(true)
      }
      const goal = await setGoal(tx, amira, dana.accountId, 'A place at college')
      if (!goal.ok) throw new Error(goal.why)
      for (const [what, owner, dueOn] of [
        ['Ring the college', 'adviser', '2026-12-11'],
        ['Fill in the form', 'young-person', '2026-12-10'],
        ['Keep the place open', 'partner', '2026-12-09'],
      ] as const)
        await setTarget(tx, amira, goal.value, dana.accountId, { ...target({ what, owner }), dueOn: toDay(dueOn) })
    })
    const taken = await take(dana)
    expect(taken.people).toEqual([
      {
        personId: amira,
        name: 'Amira T',
        meeting: {
          onDay: '2026-11-25',
          atTime: '14:30',
          kind: 'meeting',
          place: 'Town library',
          aim: 'Look at two colleges',
        },
        steps: [
          { what: 'Fill in the form', dueOn: '2026-12-10', owner: 'young-person' },
          { what: 'Ring the college', dueOn: '2026-12-11', owner: 'adviser' },
        ],
      },
    ])
    expect(taken.until).toBe('2026-11-25T00:00:00.000Z')
    const events = (await eventsOf(test, { partnershipId: partnership.id })).filter(e => e.action === 'notebook.taken')
    expect(events.map(e => [e.outcome, e.actor_id, e.person_ids])).toEqual([['done', dana.accountId, [amira]]])
  })

  it('K4, K6: never holds a word of what is restricted, health, offending, care, family or safeguarding, nor how to reach anybody', async () => {
    const led = await addPerson(house, partnership, {
      given: 'Bilal',
      family: 'Packsample',
      lead: imran,
      isIntensive: true,
      mobile: '07700 900111',
    })
    // The adviser may see all of it at the desk.
    const all: RecordClass[] = ['restricted', 'health', 'care', 'family', 'safeguarding']
    await letSee(house, partnership, { id: led, by: imran, classes: all })
    await test.database.transaction(imran.acting(), async tx => {
      const kept = await setAppointment(
        tx,
        led,
        imran.accountId,
        meeting({
          onDay: toDay('2026-11-24'),
          aim: 'Planted restricted aim',
          place: 'Planted restricted place',
          isRestricted: true,
        }),
      )
      expect(kept.ok).toBe(true)
      await setAppointment(tx, led, imran.accountId, meeting({ onDay: toDay('2026-11-26'), aim: 'Open aim' }))
      const goal = await setGoal(tx, led, imran.accountId, 'Planted goal')
      if (!goal.ok) throw new Error(goal.why)
      for (const discloses of ['health', 'offending', 'family'] as const) {
        const factor = { code: `planted-${discloses}`, label: 'Made up', discloses }
        await setTarget(tx, led, goal.value, imran.accountId, {
          ...target({ what: `Planted ${discloses} step` }),
          factor,
        })
      }
      await setTarget(
        tx,
        led,
        goal.value,
        imran.accountId,
        target({ what: 'Planted kept close step', isRestricted: true }),
      )
      await setTarget(tx, led, goal.value, imran.accountId, target({ what: 'Open step' }))
      await setAlert(tx, led, {
        kind: 'stop',
        firstWords: 'Planted alert',
        words: 'Planted why',
        finishedOn: null,
        from: 'staff',
      })
      await setAddress(
        tx,
        led,
        { line1: 'Planted Lane', line2: '', town: 'Sampleton', postcode: null, isProtected: false },
        source,
      )
      await setAdult(
        tx,
        led,
        {
          name: 'Planted Adult',
          relationship: 'Mother',
          responsibility: 'yes',
          evidence: '',
          courtOrder: '',
          mayBeTold: 'yes',
          phone: '07700 900222',
        },
        source,
      )
    })
    const rows = await sql<{
      n: number
    }>`select count(*) as n from app.plan_target where person_id = ${led} and state = 'open'`.execute(test.owner)
    expect(rows.rows[0]?.n).toBe(5)
    const answer = await imran.post('/notebook/take', {}, '/notebook')
    expect(answer.body).not.toMatch(/planted|900111|900222/i)
    const [one] = (bodyOf(answer) as Taken).people
    expect(one?.meeting?.aim).toBe('Open aim')
    expect(one?.steps.map(step => step.what)).toEqual(['Open step'])
    expect(Object.keys(one ?? {}).toSorted()).toEqual(['meeting', 'name', 'personId', 'steps'])
  })

  it('K4: leaves out whose record is restricted, of whom anybody is barred, and whose address or number is protected, also for who may see them', async () => {
    const nia = await partnership.colleague('universal-adviser', 'Nina Testcase')
    const people: Record<string, PersonId> = {}
    for (const given of ['Open', 'Restricted', 'Barred', 'Hidden', 'Lane', 'Number'])
      people[given] = await addPerson(house, partnership, { given, family: 'Keptsample', lead: nia })
    const idOf = (given: string) => people[given] as PersonId
    await letSee(house, partnership, {
      id: idOf('Restricted'),
      by: nia,
      classes: ['identity', 'restricted', 'sessions'],
    })
    await house.command(partnership.id, async tx => {
      const reason = 'Made up'
      await setBarrier(tx, idOf('Restricted'), { holderId: null, reason })
      await setBarrier(tx, idOf('Barred'), { holderId: mair.accountId, reason })
      await setBarrier(tx, idOf('Hidden'), { holderId: null, reason, whereabouts: true })
      const lane = { line1: '1 Made-up Lane', line2: '', town: 'Sampleton', postcode: null, isProtected: true }
      await setAddress(tx, idOf('Lane'), lane, source)
    })
    await test.database.transaction(nia.acting(), async tx => {
      await setContactDetail(tx, idOf('Number'), { kind: 'mobile', value: '07700 900333', note: '' }, source)
    })
    await sql`update app.person_contact_detail set class = 4096 where person_id = ${idOf('Number')}`.execute(test.owner)
    house.clock.advance(1000)
    // She sees them at her desk.
    expect((await nia.get('/caseload')).body).toContain('Restricted')
    const { people: taken } = await take(nia)
    expect(taken.map(one => one.name)).toEqual(['Open K'])
  })

  it('is an adviser’s own: no other role takes any along, and nobody without the token of a page', async () => {
    for (const role of [
      'data-officer',
      'front-desk',
      'manager',
      'partner-practitioner',
      'safeguarding-lead',
    ] as const) {
      const one = await partnership.colleague(role)
      expect((await one.get('/notebook')).status, role).toBe(404)
      expect((await one.post('/notebook/take', {}, '/')).status, role).toBe(404)
    }
    const before = (await test.owner.selectFrom('notebook_pack').selectAll().execute()).length
    expect((await dana.post('/notebook/take', { _csrf: 'none' })).status).toBe(403)
    expect((await house.visitor().post('/notebook/take', { _csrf: 'none' })).to).toBe('/sign-in')
    expect((await test.owner.selectFrom('notebook_pack').selectAll().execute()).length).toBe(before)
  })

  it('keeps a digest of what the device knows it by, and is brought up to date without another day', async () => {
    const ada = await partnership.colleague('universal-adviser', 'Ada Testcase')
    const moved = await addPerson(house, partnership, { given: 'Mo', family: 'Movesample', lead: ada })
    const { token, until, people } = await take(ada)
    expect(people).toHaveLength(1)
    const rows = await test.owner
      .selectFrom('notebook_pack')
      .selectAll()
      .where('account_id', '=', ada.accountId)
      .execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    await house.command(partnership.id, tx =>
      assignLead(tx, moved, { accountId: mair.accountId, isIntensive: false, reason: 'Made up' }),
    )
    house.clock.advance(1000)
    const again = await take(ada, { pack: token })
    expect(again.people).toEqual([])
    expect([again.until, again.token, again.half]).toEqual([until, undefined, undefined])
    // Somebody else's is none.
    expect((await dana.post('/notebook/take', { pack: token }, '/notebook')).status).toBe(404)
  })
})

describe('What went along and was about somebody else (K9)', () => {
  type Way = 'taken' | 'brought up to date' | 'taken before it was there'
  /** Filed by dana, who takes it off again: who led is told for having taken it along, and for nothing else. */
  const file = {
    target: async (id: PersonId) =>
      test.database.transaction(dana.acting(), async tx => {
        const goal = await setGoal(tx, id, dana.accountId, 'A place at college')
        if (!goal.ok) throw new Error(goal.why)
        const set = await setTarget(tx, id, goal.value, dana.accountId, target({ what: 'Step of somebody else' }))
        if (!set.ok) throw new Error(set.why)
      }),
    appointment: async (id: PersonId, lead: TestColleague) =>
      test.database.transaction(dana.acting(), async tx => {
        const arranged = meeting({ onDay: toDay('2026-12-02'), aim: 'Meeting of somebody else' })
        const set = await setAppointment(tx, id, lead.accountId, arranged)
        if (!set.ok) throw new Error(set.why)
      }),
  }
  const rowOf = {
    target: (id: PersonId) => test.owner.selectFrom('plan_target').select('id').where('person_id', '=', id),
    goal: (id: PersonId) => test.owner.selectFrom('plan_goal').select('id').where('person_id', '=', id),
    appointment: (id: PersonId) => test.owner.selectFrom('appointment').select('id').where('person_id', '=', id),
  }

  it.each<[keyof typeof rowOf, Way, boolean]>([
    ['target', 'taken', true],
    ['target', 'brought up to date', true],
    ['target', 'taken before it was there', false],
    ['goal', 'taken', true],
    ['appointment', 'taken', true],
    ['appointment', 'brought up to date', true],
    ['appointment', 'taken before it was there', false],
  ])('a %s, %s, told to whoever had taken the caseload along: %s', async (what, way, isTold) => {
    const lead = await partnership.colleague('universal-adviser', 'Leadaway Testcase')
    const id = await addPerson(house, partnership, { given: 'Lena', family: 'Kninesample', lead })
    await letSee(house, partnership, { id, by: dana, classes: ['identity', 'sessions', 'plan'] })
    const before = way === 'taken' ? undefined : await take(lead)
    house.clock.advance(1000)
    await file[what === 'appointment' ? what : 'target'](id, lead)
    house.clock.advance(1000)
    if (isTold) {
      const { people } = await take(lead, before && { pack: before.token })
      expect(JSON.stringify(people)).toContain('of somebody else')
    }
    house.clock.advance(1000)
    const { id: row } = await rowOf[what](id).executeTakeFirstOrThrow()
    expect((await dana.post(`/people/${id}/misfiled/${what}/${row}`, WRONG, `/people/${id}`)).status).toBe(303)
    const { seen_by } = await test.owner
      .selectFrom('breach')
      .select('seen_by')
      .where('row_id', '=', row)
      .executeTakeFirstOrThrow()
    expect(seen_by.includes(lead.accountId)).toBe(isTold)
    const notices = await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('account_id', '=', lead.accountId)
      .where('person_id', '=', id)
      .execute()
    expect(notices.map(one => one.kind).includes('misfiled.seen')).toBe(isTold)
  })
})

describe('A note that comes', () => {
  let amira: PersonId
  let pack: Taken
  beforeAll(async () => {
    amira = await addPerson(house, partnership, { given: 'Nell', family: 'Notesample', lead: dana })
    pack = await take(dana)
  })

  it('is a contact like any other, with its next step, and says on its page when it was written and when it came', async () => {
    const writtenAt = house.clock.now()
    house.clock.advance(5 * 60_000)
    const sent = await send(dana, pack, { person: amira, 'written-at': writtenAt })
    expect(sent.outcome).toBe('kept')
    const [row] = await contactsOf(amira)
    expect(row).toMatchObject({
      id: sent.contactId,
      notes: NOTE.notes,
      next_step: NOTE['next-step'],
      next_on: '2026-12-04',
      class: 128,
      account_id: dana.accountId,
      agreed: 'yes',
      at_time: '10:15',
    })
    expect(await marksSeen(dana, sent.contactId)).toBe(1)
    expect(await marksSeen(mair, sent.contactId)).toBe(0)
    const { body } = await dana.get(`/contacts/${sent.contactId}`)
    expect(body).toMatch(
      /Written in the notebook at \d\d:\d\d on 23 November 2026\. It came at \d\d:\d\d on 23 November 2026\./,
    )
    const events = await eventsOf(test, { target: sent.contactId ?? '' })
    expect(
      events.map(e => [e.action, e.outcome, e.person_ids]).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    ).toEqual([
      ['contact.recorded', 'done', [amira]],
      ['contact.viewed', 'done', [amira]],
      ['notebook.came', 'done', [amira]],
    ])
  })

  it('sent twice, also at once, is one contact and answered the same; another text under its key is told apart and kept out', async () => {
    const before = (await contactsOf(amira)).length
    const note = { person: amira, key: v4(), 'written-at': house.clock.now(), notes: 'Only once' }
    const answers = await Promise.all([1, 2, 3].map(() => send(dana, pack, note)))
    answers.push(await send(dana, pack, note))
    expect(new Set(answers.map(one => JSON.stringify(one))).size).toBe(1)
    expect(answers[0]?.outcome).toBe('kept')
    expect((await contactsOf(amira)).length).toBe(before + 1)
    const changed = await send(dana, pack, { ...note, notes: 'Changed since' })
    expect(changed).toEqual({ outcome: 'differs', contactId: answers[0]?.contactId })
    expect((await contactsOf(amira)).some(row => row.notes === 'Changed since')).toBe(false)
  })

  it('is one contact also where it was taken off that record since: sending it again does not bring it back', async () => {
    const note = { person: amira, key: v4(), 'written-at': house.clock.now(), notes: 'Taken off since' }
    const first = await send(dana, pack, note)
    const off = await dana.post(`/people/${amira}/misfiled/contact/${first.contactId}`, WRONG, `/people/${amira}`)
    expect(off.status).toBe(303)
    expect(await send(dana, pack, note)).toEqual(first)
    expect((await contactsOf(amira)).filter(row => row.notes === 'Taken off since')).toHaveLength(1)
  })

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['says nothing', { notes: '' }, 'notes', /Enter what happened/],
    ['is of a day to come', dayFields('on', [2026, 11, 24]), 'on', /on a day that has been/],
    ['is before they were born', dayFields('on', [2001, 1, 1]), 'on', /before they were born/],
    ['has a next step before it', dayFields('next-on', [2026, 11, 1]), 'next-on', /on or after the day/],
    ['has a next day without words', { 'next-step': '' }, 'next-step', /Enter what the next step is/],
    ['has no day there is', dayFields('on', [2026, 2, 30]), 'on', /no such day/],
    ['says it was how nobody meets', { kind: 'seance' }, 'kind', /Select how/],
    ['is too long', { notes: 'x'.repeat(4001) }, 'notes', /at most 4,000/],
    ['claims to be kept close', { restricted: 'yes', notes: '' }, 'notes', /Enter what happened/],
  ])(
    'that %s comes back with what is wrong at its field, and nothing of it is kept',
    async (_, fields, field, message) => {
      const before = (await contactsOf(amira)).length
      const key = v4()
      const sent = await send(dana, pack, { person: amira, key, ...fields })
      expect(sent.outcome).toBe('again')
      expect(sent.errors?.map(e => e.field)).toEqual([field])
      expect(sent.errors?.[0]?.message).toMatch(message)
      expect((await contactsOf(amira)).length).toBe(before)
      // Put right, it comes by the same key.
      expect((await send(dana, pack, { person: amira, key })).outcome).toBe('kept')
    },
  )

  it.each([
    ['later than now', () => addMs(house.clock.now(), 3 * 3600_000)],
    ['from before it was taken along', () => '2016-01-01T00:00:00.000Z'],
  ])('written by a clock that says %s is asked about, and kept once its writer said when it was', async (_, at) => {
    const note = { person: amira, key: v4(), 'written-at': at() }
    const before = (await contactsOf(amira)).length
    const asked = await send(dana, pack, note)
    expect(asked.outcome).toBe('asks')
    expect(asked.here).toMatch(/23 November 2026/)
    expect((await contactsOf(amira)).length).toBe(before)
    const kept = await send(dana, pack, { ...note, asked: 'yes' })
    expect(kept.outcome).toBe('kept')
    const { body } = await dana.get(`/contacts/${kept.contactId}`)
    expect(body).toContain('on a device whose clock was wrong')
  })

  it('is no note without a key, a person and a moment', async () => {
    for (const wrong of [{ key: 'x' }, { person: 'x' }, { 'written-at': 'yesterday' }, { pack: 'x' }]) {
      const fields = { ...NOTE, key: v4(), person: amira, 'written-at': house.clock.now(), pack: pack.token, ...wrong }
      expect((await dana.post('/notebook/send', fields, '/notebook')).status).toBe(404)
    }
    expect((await dana.post('/notebook/send', { ...NOTE, _csrf: 'none' })).status).toBe(403)
  })
})

describe('Rights are those of the moment a note is sent', () => {
  const led = (given: string) => addPerson(house, partnership, { given, family: 'Rightsample', lead: dana })

  it('K8: who moved, is restricted, has a barrier, died, or never was is refused in the same bytes, and written down; nothing is kept', async () => {
    const people = {
      moved: await led('Moved'),
      restricted: await led('Restricted'),
      barred: await led('Barred'),
      died: await led('Died'),
      never: v7() as PersonId,
    }
    const pack = await take(dana)
    await house.command(partnership.id, async tx => {
      const reason = 'Made up'
      await assignLead(tx, people.moved, { accountId: mair.accountId, isIntensive: false, reason })
      await setBarrier(tx, people.restricted, { holderId: null, reason })
      await setBarrier(tx, people.barred, { holderId: dana.accountId, reason })
    })
    await test.database.transaction(dana.acting(), tx => markDeath(tx, people.died, '2026-11-20' as Day, source))
    house.clock.advance(1000)
    const answers = new Set<string>()
    for (const [why, person] of Object.entries(people)) {
      const before = (await contactsOf(person)).length
      answers.add(JSON.stringify(await send(dana, pack, { person })))
      expect((await contactsOf(person)).length, why).toBe(before)
    }
    expect([...answers]).toEqual(['{"outcome":"refused"}'])
    const refused = (await eventsOf(test, { partnershipId: partnership.id })).filter(
      e => e.action === 'notebook.refused',
    )
    expect(new Set(refused.map(e => `${e.outcome} ${e.person_ids?.[0]}`))).toEqual(
      new Set(Object.values(people).map(id => `refused ${id}`)),
    )
  })

  it('a note about somebody whose record went into another goes there, where its writer leads for that one, and else is refused', async () => {
    const twin = await led('Joined')
    const keep = await addPerson(house, partnership, { given: 'Joined', family: 'Rightsample' })
    const pack = await take(dana)
    await join(keep, twin)
    const sent = await send(dana, pack, { person: twin, notes: 'Follows to the joined record' })
    expect(sent.outcome).toBe('kept')
    expect((await contactsOf(keep)).map(row => row.notes)).toContain('Follows to the joined record')

    const lost = await led('Joinedaway')
    const theirs = await addPerson(house, partnership, { given: 'Joinedaway', family: 'Rightsample', lead: mair })
    const second = await take(dana)
    await join(theirs, lost, { 'lead:1': 'keep' })
    expect(await send(dana, second, { person: lost })).toEqual({ outcome: 'refused' })
    expect(await contactsOf(theirs)).toEqual([])
  })

  it('another colleague can neither send, open nor end what was taken along, and hears only that it is another’s', async () => {
    const person = await led('Own')
    const { token } = await take(dana)
    const fields = { ...NOTE, key: v4(), person, 'written-at': house.clock.now(), pack: token }
    const never = `${token.slice(0, -8)}AAAAAAAA`
    for (const path of ['/notebook/send', '/notebook/half', '/notebook/end']) {
      const theirs = await mair.post(path, { ...fields, pack: token }, '/notebook')
      expect(theirs.status).toBe(404)
      expect(withoutTokens(theirs)).toBe(withoutTokens(await mair.post(path, { ...fields, pack: never }, '/notebook')))
    }
    expect(await standing(mair, token)).toEqual({ pack: 'live', who: 'other', csrf: null })
    expect(await contactsOf(person)).toEqual([])
    // At the second wall, too: nobody else's half of a key is read.
    const rows = (by: TestColleague) =>
      test.database.transaction(by.acting(), async tx => {
        const found = await sql<{
          own: boolean
        }>`select account_id = ${dana.accountId} as own from notebook_pack`.execute(tx.db)
        return found.rows.map(row => row.own)
      })
    expect(await rows(mair)).toEqual([])
    expect(new Set(await rows(dana))).toEqual(new Set([true]))
  })

  it('the half of the key goes to the same account alone, and that is written down', async () => {
    const { token, half } = await take(dana)
    const given = await dana.post('/notebook/half', { pack: token }, '/notebook')
    expect(bodyOf(given)).toEqual({ half })
    expect(Buffer.from(half, 'base64')).toHaveLength(32)
    expect((await house.visitor().post('/notebook/half', { pack: token, _csrf: 'x' })).to).toBe('/sign-in')
    const events = await eventsOf(test, { requestId: given.requestId })
    expect(events.map(e => e.action)).toEqual(['notebook.opened-by-sign-in'])
  })
})

describe('How it stands with what is on a device', () => {
  it('without anything taken says whether somebody is signed in who may take it', async () => {
    expect(await standing(house.visitor())).toEqual({ pack: 'unknown', who: 'nobody', csrf: null })
    expect(await standing(owen)).toEqual({ pack: 'unknown', who: 'elsewhere', csrf: null })
    const { csrf, ...rest } = await standing(dana)
    expect(rest).toEqual({ pack: 'unknown', who: 'same' })
    expect((await dana.post('/notebook/take', { _csrf: csrf ?? '' })).status).toBe(200)
  })

  it('a session that was idle for long leaves it live; signing out, being signed out elsewhere, an account that is off and its day end it', async () => {
    const fresh = async () => {
      const one = await partnership.colleague('universal-adviser', 'Standing Testcase')
      return { one, ...(await take(one)) }
    }
    const stranger = house.visitor()
    const idle = await fresh()
    house.clock.advance(3 * 3600_000)
    expect((await idle.one.get('/notebook')).to).toBe('/sign-in')
    expect(await standing(idle.one, idle.token)).toEqual({ pack: 'live', who: 'nobody', csrf: null })

    const out = await fresh()
    expect(await standing(out.one, out.token)).toMatchObject({ pack: 'live', who: 'same' })
    const answer = await out.one.post('/sign-out', {}, '/notebook')
    expect(answer.headers['clear-site-data']).toBe('"storage"')
    expect(await standing(stranger, out.token)).toMatchObject({ pack: 'over' })

    const elsewhere = await fresh()
    await house.command(partnership.id, async tx => {
      await sql`update session set ended_at = ${tx.acting.at} where account_id = ${elsewhere.one.accountId}`.execute(
        tx.db,
      )
    })
    expect(await standing(stranger, elsewhere.token)).toMatchObject({ pack: 'over' })

    const off = await fresh()
    const kofi = await partnership.colleague('administrator', 'Kofi Testcase')
    await kofi.post(`/accounts/${off.one.accountId}/disable`, {}, '/accounts')
    expect(await standing(stranger, off.token)).toMatchObject({ pack: 'over' })

    const past = await fresh()
    expect((await past.one.get('/notebook')).body).toContain('On your devices now')
    house.clock.advance(2 * 24 * 3600_000)
    expect(await standing(stranger, past.token)).toMatchObject({ pack: 'over' })
  })

  it('a lost device’s is ended at the desk by its own account, once', async () => {
    const lee = await partnership.colleague('universal-adviser', 'Lee Testcase')
    const { token } = await take(lee)
    const { body } = await lee.get('/notebook')
    const at = /action="(\/notebook\/packs\/[^"]+)"/.exec(body)?.[1] ?? ''
    const other = await partnership.colleague('universal-adviser', 'Lou Testcase')
    await other.post(at, {}, '/notebook')
    expect(await standing(lee, token)).toMatchObject({ pack: 'live' })
    expect((await lee.post(at, {}, '/notebook')).to).toBe('/notebook')
    expect(await standing(lee, token)).toMatchObject({ pack: 'over', who: 'same' })
    expect((await lee.get('/notebook')).body).not.toContain(at)
    // What was written can still be sent.
    const person = await addPerson(house, partnership, { given: 'Late', family: 'Endsample', lead: lee })
    expect((await send(lee, { token }, { person, ...dayFields('on', [2026, 11, 23]) })).outcome).toBe('kept')
  })
})

describe('The page a device keeps', () => {
  it('without scripts says so, and leads to where a contact is written down', async () => {
    const one = await partnership.colleague('universal-adviser', 'Scriptless Testcase')
    for (const path of ['/notebook', '/notebook/open']) {
      const { body } = await one.get(path)
      expect(/<noscript>([\s\S]*?)<\/noscript>/.exec(body)?.[1], path).toMatch(/needs scripts.*href="\/caseload"/s)
      // No box for the words stands where it could be sent to us.
      expect(body, path).not.toContain('type="password"')
    }
  })

  it('is the same bytes for everybody, says nothing of anybody, and may run a worker of its own and nothing wider', async () => {
    const pages = [
      await dana.get('/notebook/open'),
      await owen.get('/notebook/open'),
      await house.visitor().get('/notebook/open'),
    ]
    expect(new Set(pages.map(one => one.body.replaceAll(one.requestId, ''))).size).toBe(1)
    expect(tokenIn(pages[0]?.body ?? '')).toBe('')
    expect(pages[0]?.body).not.toMatch(/Testcase|Example partnership/)
    const policy = String(pages[0]?.headers['content-security-policy'])
    expect(policy).toContain("worker-src 'self'")
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|blob:|data:/)
    const worker = await house.visitor().get('/notebook/worker.js')
    expect(worker.headers['content-type']).toMatch(/^text\/javascript/)
    const kept = JSON.parse(/KEPT=(\[[^\]]*\])/.exec(worker.body)?.[1] ?? '[]') as string[]
    expect(kept[0]).toBe('/notebook/open')
    expect(kept.slice(1).every(path => /^\/assets\/[\w.-]+-[0-9a-f]{12}\.\w+$/.test(path))).toBe(true)
    for (const path of kept) expect((await house.visitor().get(path)).status, path).toBe(200)
  })
})

function meeting(o: Partial<Arrangement> & Pick<Arrangement, 'onDay'>) {
  const arrangement: Arrangement = {
    ...{
      atTime: '14:30',
      minutes: 45,
      kind: 'meeting',
      place: 'Town library',
      room: 'private',
      needs: '',
      purpose: 'guidance',
    },
    ...{ aim: '', method: '', bring: '', others: '', toldHow: null, toldOn: null, isRestricted: false },
    ...o,
  }
  return { arrangement, keepsBoth: true, insteadOf: null }
}

function target(o: { what: string; owner?: 'young-person' | 'adviser' | 'partner'; isRestricted?: boolean }) {
  const { what, owner = 'young-person', isRestricted = false } = o
  const ownerName = owner === 'partner' ? 'The college' : ''
  return { what, dueOn: null, factor: undefined, owner, ownerName, support: '', howKnown: '', isRestricted }
}

async function join(keep: PersonId, gone: PersonId, choices: Record<string, 'keep' | 'join'> = {}): Promise<void> {
  house.clock.advance(1000)
  const joined = await test.database.transaction(owen.acting(), async tx => {
    const seen = await compare(tx, { keep, join: gone }, undefined)
    if (!seen) throw new Error('nothing to compare')
    return mergePeople(
      tx,
      { keep, join: gone, choices, reason: 'A test', despite: 'A test', stamp: seen.stamp },
      undefined,
    )
  })
  if (!joined.ok) throw new Error(JSON.stringify(joined))
  house.clock.advance(1000)
}

/** Whether a colleague sees that a contact was written in the notebook, at the second wall. */
function marksSeen(by: TestColleague, contactId: string | undefined): Promise<number> {
  return test.database.transaction(by.acting(), async tx => {
    const found = await sql`select 1 from notebook_note where contact_id = ${contactId}`.execute(tx.db)
    return found.rows.length
  })
}
