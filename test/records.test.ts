import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import { type GroupId, newId, type PersonId } from '#ground/ids.ts'
import { addMembers, endMembers, OWN_ROLL_CLASSES, openGrant, setBarrier } from '#rooms/access/index.ts'
import { assignLead, createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { addIdentifier, createPerson, markDeath, setAddress } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { registerLines } from '#test/register.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const BORN = { 'born-day': '4', 'born-month': '9', 'born-year': '2010' }

let partnership: TestPartnership
let adviser: TestColleague
let other: TestColleague
let officer: TestColleague
let governance: TestColleague
let leader: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  adviser = await partnership.colleague('universal-adviser', 'Dana Testcase')
  other = await partnership.colleague('universal-adviser', 'Mair Testcase')
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  governance = await partnership.colleague('information-governance', 'Gwen Testcase')
  leader = await partnership.colleague('team-leader', 'Priya Testcase')
})

const newPerson = (given: string, family: string, lead?: TestColleague, born = '2010-09-04'): Promise<PersonId> =>
  addPerson(house, partnership, { given, family, born, lead })

async function noticesOf(who: TestColleague, personId: PersonId) {
  const found = await test.owner
    .selectFrom('notice')
    .select('kind')
    .where('account_id', '=', who.accountId)
    .where('person_id', '=', personId)
    .execute()
  return found.map(n => n.kind)
}

/** The hidden version a page's form carries. */
function versionIn(body: string): string {
  return /name="version" value="(\d+)"/.exec(body)?.[1] ?? ''
}

describe('A new record', () => {
  it('is not made before a likely same one was shown, and is made after that when it is another', async () => {
    const likely = await newPerson('Aisha', 'Likelysample', adviser)
    const fields = { given: 'Aysha', family: 'Likelysample', ...BORN }
    const warned = await adviser.post('/people/new', fields)
    expect(warned.status).toBe(409)
    expect(warned.body).toContain(likely)
    expect(warned.body).toContain('value="Aysha"')
    const made = await adviser.post('/people/new', { ...fields, checked: 'yes' })
    expect(made).toMatchObject({ status: 303 })
    expect((await adviser.get(made.to ?? '')).status).toBe(200)
    expect((await other.get(made.to ?? '')).status).toBe(404)
  })

  it('warns of nobody the maker may not know', async () => {
    const hidden = await newPerson('Ben', 'Unknownsample', other)
    const made = await adviser.post('/people/new', { given: 'Ben', family: 'Unknownsample', ...BORN })
    expect(made.status).toBe(303)
    expect(made.body).not.toContain(hidden)
  })
})

describe('Changing a name', () => {
  it('after somebody else did shows both, loses neither, and saves when asked again', async () => {
    const id = await newPerson('Cara', 'Stalesample', adviser)
    const path = `/people/${id}/identity`
    const version = versionIn((await adviser.get(path)).body)
    const saved = (given: string, family: string, on: string) => ({ given, family, ...BORN, version: on })
    expect(await officer.post(path, saved('Cara', 'Theirsample', version))).toMatchObject({ status: 303 })
    const stale = await adviser.post(path, saved('Cara', 'Minesample', version))
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Theirsample')
    expect(stale.body).toContain('Minesample')
    const names = () =>
      test.owner
        .selectFrom('person_name')
        .select('family')
        .where('person_id', '=', id)
        .where('replaced_at', 'is', null)
        .execute()
    expect(await names()).toEqual([{ family: 'Theirsample' }])
    const again = await adviser.post(path, saved('Cara', 'Minesample', versionIn(stale.body)))
    expect(again.status).toBe(303)
    expect(await names()).toEqual([{ family: 'Minesample' }])
    const all = await test.owner.selectFrom('person_name').select('family').where('person_id', '=', id).execute()
    expect(all.map(n => n.family).toSorted()).toEqual(['Minesample', 'Stalesample', 'Theirsample'])
  })
})

describe('Finding anyone', () => {
  let dev: PersonId
  beforeAll(async () => {
    dev = await newPerson('Elizabeth', 'Findsample', adviser, '2010-02-28')
    await newPerson('Elizabeth', 'Findsampel', adviser, '2011-03-01')
    await newPerson('Elizabeth', 'Findsample', other, '2012-05-05')
    await house.command(partnership.id, async tx => {
      const source = { kind: 'staff' as const, organisationId: null, saidOn: tx.acting.today }
      await setAddress(
        tx,
        dev,
        { line1: '1 Sample Street', line2: '', town: '', postcode: 'HX4 4QQ', isProtected: false },
        source,
      )
      await addIdentifier(tx, dev, { kind: 'uln', value: '1000000043' }, source)
    })
  })

  it.each([
    ['mistyped', 'Elizabth Findsample'],
    ['by a short form', 'Liz Findsample'],
    ['as it sounds', 'Elisabeth Findsampul'],
    ['by initial', 'E Findsample'],
    ['by birth date', '28/02/2010'],
    ['by identifier', '1000000043'],
    ['by postcode', 'hx44qq'],
  ])('%s', async (_words, asked) => {
    const found = await adviser.get(`/find?q=${encodeURIComponent(asked)}`)
    expect(found.body + (found.to ?? '')).toContain(dev)
  })

  it('shows the exact one before the near one, and nobody the finder may not know', async () => {
    const { body } = await adviser.get('/find?q=Elizabeth+Findsample')
    expect(body.indexOf(dev)).toBeGreaterThan(0)
    expect(body.indexOf(dev)).toBeLessThan(body.indexOf('Findsampel'))
    expect(body).not.toContain('5 May 2012')
    expect((await governance.get('/find?q=Zzyzx')).body).not.toContain('Findsample')
  })
})

describe('A lead that moves', () => {
  it('closes the record to the old lead at once, opens it to the new one, and tells both', async () => {
    const id = await newPerson('Finn', 'Movesample', adviser)
    const third = await partnership.colleague('universal-adviser', 'Kofi Testcase')
    expect((await adviser.get(`/people/${id}`)).status).toBe(200)
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: third.accountId, isIntensive: false, reason: 'Moved house' }),
    )
    expect((await adviser.get(`/people/${id}`)).status).toBe(404)
    expect((await third.get(`/people/${id}`)).status).toBe(200)
    expect(await noticesOf(adviser, id)).toContain('lead.taken')
    expect(await noticesOf(third, id)).toContain('lead.given')
    expect((await adviser.get('/caseload')).body).not.toContain('Movesample')
  })

  it('opens it to the leader of the new lead’s team, and of no other', async () => {
    const second = await partnership.colleague('team-leader', 'Lena Testcase')
    const inTeam = await partnership.colleague('universal-adviser', 'Ned Testcase')
    await house.command(partnership.id, async tx => {
      await joinTeam(tx, await createTeam(tx, { name: 'Sample Valley', leaderId: leader.accountId }), inTeam.accountId)
      await createTeam(tx, { name: 'Sample Hill', leaderId: second.accountId })
    })
    const id = await newPerson('Gita', 'Teamsample', inTeam)
    expect((await leader.get(`/people/${id}`)).status).toBe(200)
    expect((await second.get(`/people/${id}`)).status).toBe(404)
    await house.command(partnership.id, tx =>
      assignLead(tx, id, { accountId: adviser.accountId, isIntensive: false, reason: 'Moved' }),
    )
    expect((await leader.get(`/people/${id}`)).status).toBe(404)
  })
})

describe('Emergency access', () => {
  const why = 'A hospital rang and asks who their adviser is; no one else can be reached.'
  const asked = (given: string, family: string) => ({ given, family, ...BORN, reason: why })

  it('opens to the exact name and birth date only, ends by itself after an hour, and is reviewed by somebody else', async () => {
    const id = await newPerson('Hugh', 'Glasssample', other)
    expect((await adviser.post('/emergency-access/new', asked('Hue', 'Glasssample'))).status).toBe(422)
    const opened = await adviser.post('/emergency-access/new', asked('Hugh', 'Glasssample'))
    expect(opened).toMatchObject({ status: 303, to: `/people/${id}` })
    expect((await adviser.get(`/people/${id}`)).status).toBe(200)
    const glass = await test.owner
      .selectFrom('break_glass')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    expect((await governance.get('/emergency-access')).body).toContain('Dana Testcase')
    expect((await adviser.post(`/emergency-access/${glass.id}`, { verdict: 'right' })).status).toBe(404)
    for (let passed = 0; passed < 55; passed += 11) {
      house.clock.advance(11 * 60_000)
      for (const who of [adviser, other, officer, governance, leader]) await who.get('/account')
    }
    expect((await adviser.get(`/people/${id}`)).status).toBe(200)
    house.clock.advance(6 * 60_000)
    expect((await adviser.get(`/people/${id}`)).status).toBe(404)
    expect((await governance.get('/who-looked')).body).toContain('Dana Testcase')
  })

  it('never opens a restricted record, and says the same as of nobody', async () => {
    const id = await newPerson('Ines', 'Lockedsample', other)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'A test' }))
    const fresh = await partnership.colleague('universal-adviser', 'Pia Testcase')
    const refused = await fresh.post('/emergency-access/new', asked('Ines', 'Lockedsample'))
    const nobody = await fresh.post('/emergency-access/new', asked('Inez', 'Lockedsample'))
    expect(refused.status).toBe(nobody.status)
    expect(withoutTokens(refused)).toBe(withoutTokens(nobody).replaceAll('Inez', 'Ines'))
  })
})

describe('A partner’s own roll (K3)', () => {
  it('is seen while somebody is on it, and no longer', async () => {
    const school = await house.partnership()
    const hana = await school.colleague('partner-practitioner', 'Hana Testcase')
    const group = school.organisationId as string as GroupId
    const [on, off] = await house.command(school.id, async tx => {
      const source = { kind: 'staff' as const, organisationId: null, saidOn: tx.acting.today }
      await openGrant(tx, {
        scope: { kind: 'group', groupId: group },
        holderId: school.organisationId,
        classes: OWN_ROLL_CLASSES,
        basis: 'public-task',
        source: 'own-roll',
        reason: 'Its own roll',
      })
      const make = (given: string) =>
        createPerson(tx, {
          legal: { given, middle: '', family: 'Rollsample' },
          preferred: null,
          bornOn: toDay('2010-09-04'),
          source,
        })
      const both = [await make('Jan'), await make('Kit')] as const
      await addMembers(tx, group, [both[0]])
      return both
    })
    expect((await hana.get(`/people/${on}`)).status).toBe(200)
    expect((await hana.get(`/people/${off}`)).status).toBe(404)
    await house.command(school.id, tx => endMembers(tx, group, [on]))
    expect((await hana.get(`/people/${on}`)).status).toBe(404)
  })
})

describe('Somebody one may not know (K8)', () => {
  const paths = registerLines()
    .filter(line => line.method === 'GET' && line.path.includes(':personId'))
    .map(line => line.path)

  it.each([
    'universal-adviser',
    'intensive-adviser',
    'team-leader',
    'manager',
    'tracking-officer',
    'partner-practitioner',
    'administrator',
  ] as const)('to a %s reads on every page as an id that was never given out, byte by byte', async role => {
    const who = await partnership.colleague(role)
    const id = await newPerson('Max', 'Unknowable', other)
    const nobody = newId<'person'>(house.clock.now())
    for (const path of paths) {
      const [real, none] = [
        await who.get(path.replace(':personId', id)),
        await who.get(path.replace(':personId', nobody)),
      ]
      expect(real.status, path).toBe(none.status)
      expect(withoutTokens(real).replaceAll(id, 'ID'), path).toBe(withoutTokens(none).replaceAll(nobody, 'ID'))
    }
  })
})

describe('A viewer of one part of a record', () => {
  it('is not told that there is nothing where they may not look', async () => {
    const id = await newPerson('Parted', 'Viewsample', adviser)
    const whole = await adviser.get(`/people/${id}`)
    for (const said of ['Last contact', 'None yet', 'Next step', 'Adults round them', 'Current activity'])
      expect(whole.body).toContain(said)
    const desk = await partnership.colleague('front-desk', 'Sam Testcase')
    const part = await desk.get(`/people/${id}`)
    expect(part.status).toBe(200)
    for (const said of ['Last contact', 'None yet', 'Next step', 'Adults round them', 'Current activity'])
      expect(part.body).not.toContain(said)
    expect(part.body).toContain('it is not shown to you')
  })
})

describe('A death', () => {
  it('takes every task about them off my day', async () => {
    const id = await newPerson('Oli', 'Deathsample', adviser)
    const sent = await adviser.post(`/people/${id}/contacts/new`, {
      'on-day': '20',
      'on-month': '11',
      'on-year': '2026',
      kind: 'phone',
      purpose: 'support',
      outcome: 'more-needed',
      notes: 'Rang back',
      'next-step': 'Ring the college',
      'next-on-day': '23',
      'next-on-month': '11',
      'next-on-year': '2026',
    })
    expect(sent.status).toBe(303)
    expect((await adviser.get('/')).body).toContain('Ring the college')
    await test.database.transaction(adviser.acting(), tx =>
      markDeath(tx, id, toDay('2026-11-22'), { kind: 'staff', organisationId: null, saidOn: tx.acting.today }),
    )
    expect((await adviser.get('/')).body).not.toContain('Ring the college')
  })
})
