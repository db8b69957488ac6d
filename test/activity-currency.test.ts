/** What somebody does now, until when it counts as known, and how it stands by the rules. docs/rules/tracking.md */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, toDay } from '#ground/day.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { ACTIVITY_CODES, lapsesOn, listSpells, setActivity } from '#rooms/tracking/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { eventsOf, openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { openPostings } from '#test/postings.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test, { at: '2026-11-23T09:52:00Z' })
let partnership: TestPartnership
const { command, newPerson, as } = openPostings(test, house, () => partnership)
let dana: TestColleague
let owen: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, owen } = await staffOf(partnership, 'dana', 'owen'))
})

const boxes = (name: string, [year, month, day]: readonly [number, number, number]) => ({
  [`${name}-day`]: String(day),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
})
const since = { said: 'provider', ...boxes('from', [2026, 9, 1]) }

const said = (who: string, from: readonly [number, number, number]) => ({
  said: who,
  detail: '',
  ...boxes('from', from),
})

describe('Until when an activity counts as known', () => {
  it('the database keeps the day the rule says, for every code, day and ending', async () => {
    const starts = [
      '2024-02-28',
      '2024-02-29',
      '2025-08-30',
      '2025-08-31',
      '2025-09-01',
      '2026-01-31',
      '2026-03-31',
      '2026-11-30',
    ]
    const said = [...ACTIVITY_CODES.keys(), '720', '999'].flatMap(code =>
      starts.flatMap(start =>
        [null, 0, 10, 400].flatMap(review =>
          [null, 1, 30, 200, 900].map(end => ({
            code,
            verifiedOn: toDay(start),
            reviewOn: review === null ? null : addDays(toDay(start), review),
            predictedEndOn: end === null ? null : addDays(toDay(start), end),
          })),
        ),
      ),
    )
    const asked = await sql<{ lapses: string | null }>`
      select activity_lapses(r.code, r.verified, r.review, r.predicted)::text as lapses
      from jsonb_to_recordset(${JSON.stringify(
        said.map((one, at) => ({
          at,
          code: one.code,
          verified: one.verifiedOn,
          review: one.reviewOn,
          predicted: one.predictedEndOn,
        })),
      )}::jsonb) r (at int, code text, verified date, review date, predicted date) order by r.at`.execute(test.owner)
    expect(asked.rows.map(row => row.lapses)).toEqual(said.map(one => lapsesOn(one)))
  })

  it('is shown with what is expected, and how it counts', async () => {
    const id = await newPerson('Etypedin', 'Example', dana)
    const typed = {
      code: '230',
      detail: 'Level 2 made-up plumbing',
      ...since,
      ...boxes('until', [2027, 2, 12]),
      ...boxes('review', [2027, 1, 8]),
    }
    expect((await dana.post(`/people/${id}/activity`, typed)).status).toBe(303)
    const [spell] = await as(dana, tx => listSpells(tx, id))
    expect(spell).toMatchObject({
      code: '230',
      predictedEndOn: '2027-02-12',
      reviewOn: '2027-01-08',
      lapsesOn: '2027-02-12',
    })
    const { body } = await dana.get(`/people/${id}/details`)
    for (const words of [
      'expected to end 12 Feb 2027',
      'looked at again 8 Jan 2027',
      'counts as known until 12 Feb 2027',
      'Yes: full-time education',
      'confirmed 23 Nov 2026 (their school, college or provider)',
    ])
      expect(body).toContain(words)
  })

  it.each([
    ['an end before it starts', boxes('until', [2026, 9, 1]), 'It must end after it starts', 'until'],
    [
      'looked at before it starts',
      boxes('review', [2026, 8, 31]),
      'Look at it again on or after the day it starts',
      'review',
    ],
    [
      'looked at after its end',
      { ...boxes('until', [2026, 12, 18]), ...boxes('review', [2026, 12, 19]) },
      'Look at it again on or before the day it is expected to end',
      'review',
    ],
    ['no such day', boxes('until', [2026, 11, 31]), 'There is no such day. Check the day and the month', 'until'],
  ])(
    'refuses %s at the field, and keeps what was typed and what was on record',
    async (_words, days, message, field) => {
      const id = await newPerson('Frefused', 'Example', dana)
      const sent = await dana.post(`/people/${id}/activity`, {
        code: '350',
        detail: 'Made-up market stall',
        ...since,
        ...days,
      })
      expect(sent.status).toBe(422)
      expect(sent.body).toContain(message)
      expect(sent.body).toContain(`href="#${field}-day"`)
      expect(sent.body).toContain('Made-up market stall')
      expect(await as(dana, tx => listSpells(tx, id))).toEqual([])
    },
  )

  it('says since when somebody is NEET, also over two kinds of it', async () => {
    const id = await newPerson('Gneet', 'Example', dana)
    await dana.post(`/people/${id}/activity`, { ...said('adult', [2026, 3, 2]), code: '619' })
    await dana.post(`/people/${id}/activity`, { ...said('young-person', [2026, 10, 5]), code: '540' })
    expect((await dana.get(`/people/${id}/details`)).body).toMatch(/NEET without a break since<\/dt><dd>2 Mar/)
  })
})

describe('Whose word confirms an activity', () => {
  const current = async (id: Awaited<ReturnType<typeof newPerson>>) => {
    const spell = (await as(dana, tx => listSpells(tx, id))).find(one => one.finishedOn === null)
    if (spell === undefined) throw new Error('no activity')
    return spell
  }
  const confirm = (id: string, spell: string, version: number, who: string) =>
    dana.post(`/people/${id}/activity/confirm`, { spell, version: String(version), said: who })

  it('is asked when it is set, but where nothing is known', async () => {
    const id = await newPerson('Hasked', 'Example', dana)
    const sent = await dana.post(`/people/${id}/activity`, {
      code: '230',
      detail: 'Made-up baking',
      ...boxes('from', [2026, 9, 1]),
    })
    expect(sent.status).toBe(422)
    expect(sent.body).toContain('Select who says so')
    const other = await dana.post(`/people/${id}/activity`, {
      code: '230',
      said: 'a-neighbour',
      ...boxes('from', [2026, 9, 1]),
    })
    expect(other.status).toBe(422)
    expect((await dana.post(`/people/${id}/activity`, { code: '810', ...boxes('from', [2026, 9, 1]) })).status).toBe(
      303,
    )
    expect(await current(id)).toMatchObject({ code: '810', verifiedBy: null })
    const page = await dana.get(`/people/${id}/activity/confirm`)
    expect(page.body).toContain('Nothing is on record that could be confirmed')
    const { rowId, version } = await current(id)
    expect((await confirm(id, rowId, version, 'adult')).status).toBe(409)
    expect(await current(id)).toMatchObject({ version, verifiedBy: null })
  })

  it('starts the clock again on the day it is given, and is kept with the activity, and that it was in the audit', async () => {
    const id = await newPerson('Iconfirmed', 'Example', dana)
    const heard = {
      code: '430',
      organisationId: null,
      detail: '',
      startedOn: toDay('2026-09-01'),
      verifiedBy: 'provider',
    } as const
    const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-02') } as const
    await command(tx => setActivity(tx, id, { ...heard, verifiedOn: toDay('2026-11-02') }, source))
    const before = await current(id)
    expect(before).toMatchObject({ verifiedOn: '2026-11-02', verifiedBy: 'provider', lapsesOn: '2027-05-02' })
    expect((await dana.get(`/people/${id}/activity/confirm`)).body).toContain(`value="${before.rowId}"`)
    expect((await confirm(id, before.rowId, before.version, 'employer')).status).toBe(303)
    expect(await current(id)).toMatchObject({
      verifiedOn: '2026-11-23',
      verifiedBy: 'employer',
      lapsesOn: '2027-05-23',
    })
    const events = await eventsOf(test, { target: before.rowId })
    expect(events.map(one => one.action)).toEqual(['activity.confirmed'])
    // The page from before: somebody was first, and what stands there now is shown.
    const stale = await confirm(id, before.rowId, before.version, 'adult')
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('It was changed meanwhile')
    expect((await current(id)).verifiedBy).toBe('employer')
  })

  it('is nobody’s without a word, of no row but the one of now, and never one the visitor does not see', async () => {
    const id = await newPerson('Jnoword', 'Example', dana)
    await dana.post(`/people/${id}/activity`, { ...said('provider', [2026, 9, 1]), code: '430' })
    const { rowId, version } = await current(id)
    for (const sent of [
      { spell: rowId, version: String(version) },
      { said: 'adult' },
      { said: 'nobody', spell: rowId, version: String(version) },
    ])
      expect((await dana.post(`/people/${id}/activity/confirm`, sent)).status).toBe(422)
    for (const odd of ['', 'x', '1e3', '-1', String(version + 1)])
      expect([409, 422]).toContain(
        (await dana.post(`/people/${id}/activity/confirm`, { said: 'adult', spell: rowId, version: odd })).status,
      )
    const other = await newPerson('Kother', 'Example', dana)
    expect((await confirm(other, rowId, version, 'adult')).status).toBe(409)
    expect(await current(id)).toMatchObject({ version, verifiedBy: 'provider' })
  })
})

describe('Of school age, at no school we know of', () => {
  it('is a list of its own, and neither NEET nor not known', async () => {
    const said = async (given: string, code: string) => {
      const id = await newPerson(given, 'Schoolage', dana)
      const activity = {
        code,
        organisationId: null,
        detail: '',
        startedOn: toDay('2026-09-01'),
        verifiedOn: toDay('2026-11-02'),
      }
      await command(tx =>
        setActivity(tx, id, activity, { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-02') }),
      )
      return id
    }
    await said('Ano', '140')
    await said('Bunknown', '150')
    await said('Cschool', '110')
    await said('Dlost', '810')
    const hidden = await said('Erestricted', '150')
    await command(tx => setBarrier(tx, hidden, { holderId: null, reason: 'a test' }))
    const shown = async (activity: string) => {
      const { body } = await owen.get(`/tracking-lists/new?activity=${activity}&shown=yes`)
      return [...body.matchAll(/(\w+) Schoolage|Schoolage, (\w+)/g)].map(found => found[1] ?? found[2])
    }
    expect(await shown('out-of-school')).toEqual(['Ano', 'Bunknown'])
    expect(await shown('neet')).toEqual([])
    expect(await shown('not-known')).toEqual(['Dlost'])
  })
})
