/** What somebody does now, until when it counts as known, and how it stands by the rules. docs/rules/tracking.md */
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, toDay } from '#ground/day.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { ACTIVITY_CODES, lapsesOn, listSpells, setActivity } from '#rooms/tracking/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
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
const since = boxes('from', [2026, 9, 1])

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
    await dana.post(`/people/${id}/activity`, { code: '619', detail: '', ...boxes('from', [2026, 3, 2]) })
    await dana.post(`/people/${id}/activity`, { code: '540', detail: '', ...boxes('from', [2026, 10, 5]) })
    expect((await dana.get(`/people/${id}/details`)).body).toMatch(/NEET without a break since<\/dt><dd>2 Mar/)
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
