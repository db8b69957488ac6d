import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, toDay } from '#ground/day.ts'
import type { GroupId, OrganisationId, PersonId } from '#ground/ids.ts'
import { liftBarrier, setBarrier, TRACKING_CLASSES } from '#rooms/access/index.ts'
import { markDeath } from '#rooms/people/index.ts'
import { type ContactKind, type Purpose, recordContact } from '#rooms/sessions/index.ts'
import {
  assignList,
  type Criteria,
  closeList,
  findList,
  listMembers,
  makeList,
  previewList,
  refreshList,
  setActivity,
} from '#rooms/tracking/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { openPostings } from '#test/postings.ts'
import { staffOf } from '#test/staff.ts'

const START = '2026-11-23T09:52:00Z'
const test = await openTestDatabase()
const house = await openTestHouse(test, { at: START })
let partnership: TestPartnership
const { command, newPerson, newSchool, seen, as } = openPostings(test, house, () => partnership)

let owen: TestColleague
let lena: TestColleague
let dana: TestColleague
let leader: TestColleague
let school: OrganisationId
const today = toDay('2026-11-23')
const ANYBODY: Criteria = { activity: 'any', organisationId: null, schoolYear: null, lead: 'any' }

async function newPartnership(): Promise<void> {
  house.clock.set(START)
  partnership = await house.partnership()
  ;({ owen, lena, dana, leader } = await staffOf(partnership, 'owen', 'lena', 'dana', 'leader'))
  school = await newSchool('Example Academy')
}

const doing = (personId: PersonId, code: string, verifiedOn = today) =>
  command(tx =>
    setActivity(
      tx,
      personId,
      { code, organisationId: null, detail: '', startedOn: toDay('2026-09-01'), verifiedOn },
      { kind: 'staff', organisationId: null, saidOn: tx.acting.today },
    ),
  )
const namesOf = async (who: TestColleague, criteria: Partial<Criteria>) =>
  (await as(who, tx => previewList(tx, { ...ANYBODY, ...criteria }))).fitting.map(f => f.given)

async function newList(name: string, criteria: Partial<Criteria> = {}): Promise<GroupId> {
  house.clock.advance(1000)
  const made = await as(owen, tx => makeList(tx, name, { ...ANYBODY, ...criteria }))
  if (!made.ok) throw new Error(made.why)
  return made.value
}
const give = (listId: GroupId, lastOn = null as ReturnType<typeof toDay> | null) =>
  as(owen, async tx => {
    const list = await findList(tx, listId)
    if (!list) throw new Error('no such list')
    return assignList(tx, list, { accountId: lena.accountId, lastOn })
  })

describe('Who fits a tracking list', () => {
  beforeAll(async () => {
    await newPartnership()
    await doing(await newPerson('Acollege', 'Example', dana), '230')
    await doing(await newPerson('Blapsed', 'Example'), '530', toDay('2026-05-01'))
    await newPerson('Cnothing', 'Example')
    await doing(await newPerson('Dneet', 'Example'), '619')
    await doing(await newPerson('Eill', 'Example'), '640')
    await doing(await newPerson('Fcarer', 'Example', dana), '620')
    await doing(await newPerson('Gunknown', 'Example'), '810')
    const dead = await newPerson('Hdied', 'Example')
    await as(owen, tx =>
      markDeath(tx, dead, toDay('2026-11-01'), { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
    )
    const shut = await newPerson('Irestricted', 'Example')
    await command(tx => setBarrier(tx, shut, { holderId: null, reason: 'a test' }))
    const here = await newPerson('Jpupil', 'Example')
    await doing(here, '110')
    await test.owner
      .insertInto('enrolment')
      .values({
        partnership_id: partnership.id,
        id: here,
        person_id: here,
        origin_person_id: here,
        organisation_id: school,
        started_on: today,
        source_kind: 'staff',
        said_on: today,
        recorded_at: START,
      } as never)
      .execute()
  })

  it.each([
    ['everybody who may be known and lives', {}, 'ABCDEFGJ'],
    [
      'not known or lapsed: an activity that tells of health or family counts as none (K6)',
      { activity: 'not-known' },
      'BCEFG',
    ],
    ['NEET: the ill and the carers are not among them', { activity: 'neet' }, 'D'],
    ['those who learn somewhere', { organisationId: 'school' }, 'J'],
    ['those nobody leads for', { lead: 'none' }, 'BCDEGJ'],
    ['those somebody leads for', { lead: 'some' }, 'AF'],
    ['a school year', { schoolYear: 12 }, 'ABCDEFGJ'],
    ['another school year', { schoolYear: 11 }, ''],
    ['two things at once', { lead: 'none', activity: 'not-known' }, 'BCEG'],
  ] as const)('%s', async (_words, criteria, initials) => {
    const asked = 'organisationId' in criteria ? { organisationId: school } : criteria
    expect((await namesOf(owen, asked)).map(name => name[0]).join('')).toBe(initials)
  })

  it('is nobody its maker may not know: a team leader without a team has nobody to put on one', async () => {
    expect(await namesOf(leader, {})).toEqual([])
    expect(await as(leader, tx => makeList(tx, 'Everybody', ANYBODY))).toEqual({ ok: false, why: 'nobody-fits' })
  })

  it('is shown before the list is made, with the names and how many, and the form says what is missing', async () => {
    expect((await owen.get('/tracking-lists/new')).body).not.toContain('Dneet')
    const shown = await owen.get('/tracking-lists/new?activity=neet&institution=&year=&lead=any&shown=yes')
    expect(shown.body).toContain('1 young person fits')
    expect(shown.body).toContain('Example, Dneet')
    const nobody = await owen.get('/tracking-lists/new?activity=neet&year=9&shown=yes')
    expect(nobody.body).toContain('Nobody fits')
    const form = { activity: 'neet', institution: '', year: '', lead: 'any' }
    const unnamed = await owen.post('/tracking-lists/new', { ...form, name: '' }, '/tracking-lists/new')
    expect([unnamed.status, summaryOf(unnamed.body)]).toEqual([422, ['#name Enter the name of the list']])
    expect(unnamed.body).toContain('Example, Dneet')
    const made = await owen.post('/tracking-lists/new', { ...form, name: 'NEET now' }, '/tracking-lists/new')
    expect(made.status).toBe(303)
    const page = await owen.get(made.to ?? '')
    expect(page.body).toContain('It is up to date')
    const events = await eventsOf(test, { target: (made.to ?? '').replace('/tracking-lists/', '') })
    expect(events.some(e => e.action === 'tracking-list.made' && e.person_ids.length === 1)).toBe(true)
  })
})

describe('A tracking list', () => {
  beforeAll(newPartnership)

  it('given to the same officer by two at the same instant is given once', async () => {
    await newPerson('Anna', 'Atonce')
    const listId = await newList('At once')
    let release = () => {}
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    let saved = () => {}
    const isSaved = new Promise<void>(resolve => {
      saved = resolve
    })
    const wanted = { accountId: lena.accountId, lastOn: null }
    const first = as(owen, async tx => {
      const list = await findList(tx, listId)
      if (!list) throw new Error('no such list')
      const outcome = await assignList(tx, list, wanted)
      saved()
      await held
      return outcome
    })
    await isSaved
    const second = give(listId)
    await new Promise(resolve => setTimeout(resolve, 300))
    release()
    expect((await first).ok).toBe(true)
    expect(await second).toEqual({ ok: false, why: 'assigned' })
  })

  it('opens nothing until somebody is given it; then what tracking needs, until its last day', async () => {
    const personId = await newPerson('Amira', 'Example')
    const listId = await newList('Opening')
    expect(await seen(lena, personId)).toEqual([])
    expect(await give(listId, addDays(today, -1))).toEqual({ ok: false, why: 'over-already' })
    expect((await give(listId, addDays(today, 1))).ok).toBe(true)
    expect(await give(listId)).toEqual({ ok: false, why: 'assigned' })
    expect(new Set(await seen(lena, personId))).toEqual(new Set(TRACKING_CLASSES))
    for (const holderId of [null, lena.accountId]) {
      await command(tx => setBarrier(tx, personId, { holderId, reason: 'a test' }))
      expect(await seen(lena, personId)).toEqual([])
      expect((await lena.get(`/caseload/lists/${listId}`)).body).not.toContain('Amira')
      await command(tx => liftBarrier(tx, personId, holderId, 'a test'))
    }
    house.clock.set('2026-11-24T23:59:59.999Z')
    expect(await seen(lena, personId)).not.toEqual([])
    house.clock.set('2026-11-25T00:00:00.000Z')
    expect(await seen(lena, personId)).toEqual([])
    house.clock.set(START)
  })

  it('is given to tracking officers only, on a page that says so, and taken away again', async () => {
    await newPartnership()
    const personId = await newPerson('Bryn', 'Example')
    const base = `/tracking-lists/${await newList('Given')}`
    for (const officer of ['', 'nonsense', dana.accountId]) {
      const answer = await owen.post(`${base}/officers`, { officer }, base)
      expect([answer.status, summaryOf(answer.body)[0]?.startsWith('#officer Select a tracking officer')]).toEqual([
        422,
        true,
      ])
    }
    expect((await owen.post(`${base}/officers`, { officer: lena.accountId }, base)).to).toBe(base)
    expect(await seen(lena, personId)).not.toEqual([])
    const row = new RegExp(`${base}/officers/([^/]+)/end`).exec((await owen.get(base)).body)?.[1]
    house.clock.advance(1000)
    expect((await owen.post(`${base}/officers/${row}/end`, {}, base)).to).toBe(base)
    expect(await seen(lena, personId)).toEqual([])
    expect((await owen.post(`${base}/officers/${row}/end`, {}, base)).status).toBe(404)
  })

  it('brought up to date, takes on who fits now and lets go who no longer does; before that it says who', async () => {
    await newPartnership()
    const found = await newPerson('Carys', 'Found')
    const stays = await newPerson('Dewi', 'Stays')
    const listId = await newList('Refreshed', { activity: 'not-known' })
    await give(listId)
    house.clock.advance(1000)
    await doing(found, '230')
    const lost = await newPerson('Elin', 'Lost')
    const page = (await owen.get(`/tracking-lists/${listId}`)).body
    expect(page).toContain('1 comes on, 1 goes off')
    expect([await seen(lena, found), await seen(lena, lost)].map(c => c.length > 0)).toEqual([true, false])
    house.clock.advance(1000)
    expect((await owen.post(`/tracking-lists/${listId}/refresh`, {}, `/tracking-lists/${listId}`)).status).toBe(303)
    const open = [await seen(lena, found), await seen(lena, lost), await seen(lena, stays)].map(c => c.length > 0)
    expect(open).toEqual([false, true, true])
  })

  it('loses nobody to somebody who may not know them', async () => {
    await newPartnership()
    const personId = await newPerson('Ffion', 'Example')
    const listId = await newList('Kept')
    house.clock.advance(1000)
    await as(leader, async tx => {
      const list = await findList(tx, listId)
      expect(await listMembers(tx, listId)).toEqual([])
      if (list) expect((await refreshList(tx, list)).ok).toBe(true)
    })
    expect((await as(owen, tx => listMembers(tx, listId))).map(m => m.personId)).toEqual([personId])
    expect((await leader.get(`/tracking-lists/${listId}`)).body).not.toContain('Ffion')
  })

  it('closed, is no page any more, and opens nobody', async () => {
    await newPartnership()
    const personId = await newPerson('Gwen', 'Example')
    const listId = await newList('Closing')
    await give(listId)
    house.clock.advance(1000)
    await as(owen, async tx => {
      const list = await findList(tx, listId)
      if (list) await closeList(tx, list)
    })
    expect(await seen(lena, personId)).toEqual([])
    expect((await lena.get(`/caseload/lists/${listId}`)).status).toBe(404)
    expect((await owen.get(`/tracking-lists/${listId}`)).status).toBe(404)
  })

  it.each([
    ['the membership ends', (who: TestColleague) => `/accounts/${who.accountId}/memberships/${who.membershipId}/end`],
    ['the account is switched off', (who: TestColleague) => `/accounts/${who.accountId}/disable`],
  ])('is taken from its officer when %s', async (_words, path) => {
    await newPartnership()
    const admin = await partnership.colleague('administrator')
    const personId = await newPerson('Huw', 'Example')
    await give(await newList('Leaving'))
    expect(await seen(lena, personId)).not.toEqual([])
    house.clock.advance(1000)
    await admin.post(path(lena), {}, '/accounts')
    expect(await seen(lena, personId)).toEqual([])
  })
})

describe('A tracking officer', () => {
  let listId: GroupId
  let personId: PersonId

  beforeAll(async () => {
    await newPartnership()
    personId = await newPerson('=Iolo', 'Example', dana)
    await doing(personId, '619', addDays(today, -40))
    const met = (who: TestColleague, kind: ContactKind, purpose: Purpose, days: number) =>
      as(who, tx =>
        recordContact(tx, personId, who.accountId, {
          happenedOn: addDays(today, -days),
          atTime: null,
          minutes: null,
          kind,
          place: '',
          purpose,
          outcome: 'done',
          present: '',
          notes: 'Words for advisers only',
          ownWords: '',
          nextStep: '',
          nextOn: null,
          aloneOffered: null,
          aimResult: null,
          aimWhy: '',
          aim: '',
          agreed: null,
          isRestricted: false,
        }),
      )
    listId = await newList('Worked through')
    await give(listId, toDay('2027-01-31'))
    expect((await met(lena, 'phone', 'tracking', 20)).ok).toBe(true)
    expect((await met(lena, 'tried', 'tracking', 3)).ok).toBe(true)
    expect((await met(dana, 'meeting', 'support', 1)).ok).toBe(true)
  })

  it('has the lists they were given on their caseload page, and no others', async () => {
    const other = await newList('Not given')
    const page = (await lena.get('/caseload')).body
    expect(page).toContain('Worked through')
    expect(page).toContain('31 Jan 2027')
    expect(page).not.toContain('Not given')
    expect((await lena.get(`/caseload/lists/${other}`)).status).toBe(404)
    for (const nobody of [dana, owen]) expect((await nobody.get(`/caseload/lists/${listId}`)).status).toBe(404)
  })

  it('sees activity and its age, when tracking last reached and tried them, and not that an adviser met them', async () => {
    const page = await lena.get(`/caseload/lists/${listId}`)
    for (const words of ['NEET: Seeking work or learning', '40 days', '20 days', '3 days', '1 young person'])
      expect(page.body).toContain(words)
    expect(page.body).not.toContain('>1 day<')
    expect(page.body).not.toContain('Words for advisers only')
    expect((await eventsOf(test, { requestId: page.requestId }))[0]).toMatchObject({
      action: 'tracking-list.worked-on',
      person_ids: [personId],
    })
  })

  it('keeps a list as a file in which nothing runs as a formula', async () => {
    await test.owner.updateTable('person').set({ known_family: '=1+1' }).where('id', '=', personId).execute()
    const file = await lena.get(`/caseload/lists/${listId}/csv`)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.body).toContain(`'=1+1, =Iolo`)
    expect(file.body).toContain('Seeking work or learning,2026-10-14,2026-11-03,2026-11-20')
    expect((await eventsOf(test, { requestId: file.requestId }))[0]?.action).toBe('tracking-list.downloaded')
  })

  it('finds the list named in why they see somebody, until when', async () => {
    const who = (await lena.get(`/people/${personId}/who`)).body
    expect(who).toContain('On a tracking list: Worked through')
    expect(who).toContain('31 Jan 2027')
  })
})
