/** What no role opens (immigration, youth justice) is given by name, over one young person, until a day: both walls. */
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, type Day, toDay } from '#ground/day.ts'
import type { GrantId, PersonId } from '#ground/ids.ts'
import { classesOn, endGrantsHeld, listGrantsOn, openGrant } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { ROLES, roleMay } from '#rooms/identity/index.ts'
import { createPerson } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import {
  eventsOf,
  openTestHouse,
  summaryOf,
  type TestColleague,
  type TestPartnership,
  withoutTokens,
} from '#test/house.ts'
import { endRole } from '../src/role-grants.ts'

const START = '2026-11-23T09:52:00Z'
const test = await openTestDatabase()
const house = await openTestHouse(test, { at: START })
const today = toDay('2026-11-23')

let partnership: TestPartnership
let governance: TestColleague
let intensive: TestColleague
let leader: TestColleague
let person: PersonId

beforeEach(async () => {
  house.clock.set(START)
  partnership = await house.partnership()
  governance = await partnership.colleague('information-governance', 'Gwen Testcase')
  intensive = await partnership.colleague('intensive-adviser', 'Imran Testcase')
  leader = await partnership.colleague('team-leader', 'Lena Testcase')
  person = await house.command(partnership.id, async tx => {
    const source = { kind: 'staff' as const, organisationId: null, saidOn: tx.acting.today }
    const legal = { given: 'Robin', middle: '', family: 'Givensample' }
    const id = await createPerson(tx, { legal, preferred: null, bornOn: toDay('2009-03-03'), source })
    await assignLead(tx, id, { accountId: intensive.accountId, isIntensive: true, reason: 'Made up' })
    await openGrant(tx, {
      scope: { kind: 'person', personId: id },
      holderId: leader.accountId,
      classes: ['identity', 'tracking', 'family', 'learning'],
      basis: 'public-task',
      source: 'team',
    })
    return id
  })
})

const dayFields = (day: Day) => {
  const [year = '', month = '', on = ''] = day.split('-')
  return { 'last-day': on, 'last-month': month, 'last-year': year }
}
const fields = (who: TestColleague, last = addDays(today, 30), part = 'offending') => ({
  who: who.accountId,
  part,
  condition: 'statutory',
  reason: 'Works with their youth justice worker (made up)',
  ...dayFields(last),
})
const path = () => `/protection/${person}/classes`
const give = (who = intensive, last?: Day, part?: string) => governance.post(path(), fields(who, last, part))
const seen = (who: TestColleague) =>
  test.database.transaction(who.acting(), async tx => [...(await classesOn(tx, person))])
const given = (who: TestColleague): Promise<GrantId[]> =>
  house.command(partnership.id, async tx =>
    (await listGrantsOn(tx, person))
      .filter(g => g.source === 'named-class' && g.holderId === who.accountId)
      .map(g => g.id),
  )
/** A row of each class, whatever the pages say. */
async function plant() {
  const common = `gen_random_uuid(), '${person}', '${person}'`
  await sql
    .raw(
      `insert into app.person_characteristic (partnership_id, id, person_id, origin_person_id, class, code, started_on, source_kind, said_on, recorded_at)
        values ('${partnership.id}', ${common}, 512, 'youth-justice', '2026-09-01', 'staff', '2026-09-01', '2026-11-20T09:00:00Z'),
          ('${partnership.id}', ${common}, 65536, 'refugee', '2026-09-01', 'staff', '2026-09-01', '2026-11-20T09:00:00Z')`,
    )
    .execute(test.owner)
}
const codesFor = (who: TestColleague) =>
  test.database.transaction(who.acting(), async tx => {
    const found = await sql<{ code: string }>`
      select code from person_characteristic where person_id = ${person} order by code`.execute(tx.db)
    return found.rows.map(r => r.code)
  })

describe('A part of a record that no role opens', () => {
  it('is seen by nobody until it is given, then by the one it was given to, of that class alone', async () => {
    await plant()
    for (const who of [intensive, leader]) expect(await codesFor(who)).toEqual([])
    expect((await give()).to).toBe(`/protection/${person}`)
    expect(await codesFor(intensive)).toEqual(['youth-justice'])
    expect(await codesFor(leader)).toEqual([])
    expect((await intensive.get(`/people/${person}/details`)).body).toContain('Supervised by youth justice')
    for (const page of [`/people/${person}`, `/people/${person}/details`])
      expect((await leader.get(page)).body).not.toMatch(/youth justice/i)
    await give(intensive, undefined, 'immigration')
    expect(await codesFor(intensive)).toEqual(['refugee', 'youth-justice'])
  })

  it('is not given to whoever sees them by a support group alone: it opens no record to them', async () => {
    const runner = await partnership.colleague('universal-adviser', 'Runa Testcase')
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        ...{ scope: { kind: 'person', personId: person }, holderId: runner.accountId, classes: ['identity'] },
        ...{ basis: 'consent', source: 'agreement' },
      }),
    )
    house.clock.advance(1000)
    expect((await governance.get(path())).body).not.toContain('Runa Testcase')
    expect((await give(runner)).status).toBe(422)
    expect(await given(runner)).toEqual([])
  })

  it('can be written by them from then on, and by nobody before', async () => {
    const write = (who: TestColleague) =>
      who.post(`/people/${person}/characteristics`, {
        code: 'youth-justice',
        'from-day': '1',
        'from-month': '9',
        'from-year': '2026',
        said: 'young-person',
      })
    expect((await write(intensive)).status).not.toBe(303)
    await give()
    expect((await write(intensive)).status).toBe(303)
    expect(await codesFor(intensive)).toEqual(['youth-justice'])
    expect((await write(leader)).status).not.toBe(303)
  })

  it('ends by itself after its last day, and can be ended early with a reason', async () => {
    await plant()
    await give(intensive, addDays(today, 1))
    for (const [moment, open] of [
      ['2026-11-24T23:59:59.999Z', true],
      ['2026-11-25T00:00:00.000Z', false],
    ] as const) {
      house.clock.set(moment)
      expect((await codesFor(intensive)).length > 0, moment).toBe(open)
    }
    house.clock.set(START)
    const [id] = await given(intensive)
    const end = `${path()}/${id}`
    expect((await governance.get(end)).status).toBe(200)
    house.clock.advance(1000)
    const empty = await governance.post(end, {})
    expect([empty.status, summaryOf(empty.body)]).toEqual([422, ['#reason Enter why']])
    expect((await governance.post(end, { reason: 'Not needed any more' })).to).toBe(`/protection/${person}`)
    expect(await codesFor(intensive)).toEqual([])
    expect((await governance.post(end, { reason: 'Again' })).status).toBe(404)
    expect((await eventsOf(test, { target: id ?? '' })).map(e => e.action)).toEqual(
      expect.arrayContaining(['access.opened', 'access.ended']),
    )
  })

  it('stands with who, why and until when before whoever sees it, and is to others as if it were not', async () => {
    const who = `/people/${person}/who`
    const before = withoutTokens(await leader.get(who))
    const overview = withoutTokens(await leader.get(`/people/${person}`))
    await give()
    const own = (await intensive.get(who)).body
    for (const said of ['Given by information governance', 'youth justice worker (made up)', 'youth justice', '23 Dec'])
      expect(own).toContain(said)
    expect((await intensive.get('/')).body).toContain('You were given a further part of a record')
    expect((await intensive.get(`/people/${person}`)).body).toContain('You can see this: lead adviser')
    expect(withoutTokens(await leader.get(who))).toBe(before)
    expect(withoutTokens(await leader.get(`/people/${person}`))).toBe(overview)
    const page = (await governance.get(`/protection/${person}`)).body
    for (const said of ['Youth justice', 'Imran Testcase, until 23 December 2026']) expect(page).toContain(said)
  })

  it('says to information governance nothing of what stands on the record', async () => {
    const pages = [`/protection/${person}`, path()]
    const without: string[] = []
    for (const page of pages) without.push(withoutTokens(await governance.get(page)))
    await plant()
    for (const [i, page] of pages.entries()) expect(withoutTokens(await governance.get(page)), page).toBe(without[i])
  })
})

describe('Giving it', () => {
  it('asks to whom, which, under which condition, why and until when', async () => {
    const empty = await governance.post(path(), {})
    expect([empty.status, summaryOf(empty.body)]).toEqual([
      422,
      [
        '#who Select who needs it',
        '#part Select which part',
        '#condition Select the condition in law',
        '#reason Enter why',
        '#last-day Enter the last day',
      ],
    ])
  })

  it.each([
    ['yesterday', -1, '#last-day The last day must be today or later'],
    ['longer than 180 days', 180, '#last-day The last day must be within 180 days'],
  ])('is refused until %s', async (_words, days, message) => {
    const answer = await give(intensive, addDays(today, days))
    expect([answer.status, summaryOf(answer.body)]).toEqual([422, [message]])
    expect((await give(intensive, addDays(today, 179))).status).toBe(303)
  })

  it('is refused to who does not see the record, works with no records, or has it already', async () => {
    const stranger = await partnership.colleague('intensive-adviser', 'Ned Testcase')
    const officer = await partnership.colleague('data-officer', 'Owen Testcase')
    for (const who of [stranger, officer, governance]) {
      const answer = await give(who)
      expect([answer.status, summaryOf(answer.body)]).toEqual([422, ['#who Select who needs it']])
      expect((await governance.get(path())).body).not.toContain(who.accountId)
    }
    await give()
    const twice = await give()
    expect(summaryOf(twice.body)).toEqual(['#who They have this part already. End it first to give it anew'])
    expect(await given(intensive)).toHaveLength(1)
  })

  it.each(ROLES.filter(role => !roleMay(role, 'person.protect')))(
    'is no page to a %s, and nothing is given',
    async role => {
      const who = await partnership.colleague(role)
      await house.command(partnership.id, tx =>
        openGrant(tx, {
          scope: { kind: 'person', personId: person },
          holderId: who.accountId,
          classes: ['identity', 'tracking'],
          basis: 'public-task',
          source: 'referral',
        }),
      )
      expect(withoutTokens(await who.get(path()))).toBe(withoutTokens(await who.get('/nowhere')))
      expect((await who.post(path(), fields(intensive), '/account')).status).toBe(404)
      expect(await given(intensive)).toEqual([])
    },
  )

  it('ends with the lead, and with the role', async () => {
    await give()
    await give(leader)
    house.clock.advance(1000)
    await house.command(partnership.id, tx =>
      assignLead(tx, person, { accountId: leader.accountId, isIntensive: false, reason: 'Moved' }),
    )
    expect([await given(intensive), await given(leader)]).toMatchObject([[], [expect.any(String)]])
    await house.command(partnership.id, tx => endRole(tx, { accountId: leader.accountId, left: [], agencies: [] }))
    expect(await given(leader)).toEqual([])
  })
})

describe('The database', () => {
  it.each([
    ['by another source', { source: 'lead-adviser' as const }],
    ['without an end', { until: null }],
    ['for longer', { until: '2027-07-01T00:00:00.000Z' as never }],
    ['without a reason', { reason: '' }],
    ['over everybody', { scope: { kind: 'partnership' as const } }],
    [
      'over everybody from a day on',
      { scope: { kind: 'partnership' as const }, since: '2026-11-24T00:00:00.000Z' as never },
    ],
  ])('opens neither class %s, whatever the code says', async (_words, wrong) => {
    for (const recordClass of ['immigration', 'offending'] as const) {
      const opening = house.command(partnership.id, tx =>
        openGrant(tx, {
          scope: { kind: 'person', personId: person },
          holderId: intensive.accountId,
          classes: ['identity', recordClass],
          basis: 'public-task',
          source: 'named-class',
          reason: 'Made up',
          until: '2026-12-01T00:00:00.000Z' as never,
          ...wrong,
        }),
      )
      await expect(opening).rejects.toThrow(/given by name only/)
    }
    expect(await seen(intensive)).not.toContain('offending')
    await house.command(partnership.id, tx => endGrantsHeld(tx, { holderId: intensive.accountId }, 'a test'))
  })
})
