/** What others hold by law beside a plan, over HTTP and down to the row: an EHC plan and care, in versions, ended, asked about, and of the part they tell of. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '#ground/ids.ts'
import { INTENSIVE_CLASSES, setBarrier } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let imran: TestColleague
let owen: TestColleague
let leader: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, imran, owen, leader } = await staffOf(partnership, 'dana', 'mair', 'imran', 'owen', 'leader'))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

let made = 0
const someone = (born = '2010-10-01'): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Dee', family: `Heldsample${(made += 1)}`, born, lead: dana })

const EHC = {
  council: 'Made-up Council',
  worker: 'Ms Coordinator 🗓',
  'worker-ways': '01632 960 441',
  place: 'Ferrybank College',
  wants: 'My own door key مرحبا',
  ...dayFields('as-of', [2026, 11, 10]),
  source: 'council',
}
const CARE = {
  status: 'eligible',
  council: 'Other Council',
  worker: 'Mr Social Worker',
  lives: 'outside',
  tell: 'The social worker first',
  ...dayFields('as-of', [2026, 11, 10]),
  source: 'document',
}
const OVER = { ...dayFields('over-on', [2026, 11, 18]), reason: 'reached' }

const rowsOf = (id: PersonId) =>
  test.owner.selectFrom('held_plan').selectAll().where('person_id', '=', id).orderBy('recorded_at').execute()
const liveOf = async (id: PersonId) =>
  (await rowsOf(id)).filter(row => row.replaced_at === null && row.over_on === null)

/** Fills the form as a browser does, from what stands. */
async function write(id: PersonId, fields: Record<string, string>, by = dana, at = 'ehc-plan') {
  house.clock.advance(1000)
  const shown = (await liveOf(id)).map(row => `${row.id}:${row.version}`).join(',')
  const answer = await by.post(`/people/${id}/${at}/change`, { shown, ...fields }, '/')
  house.clock.advance(1000)
  return answer
}
async function end(id: PersonId, fields: Record<string, string>, by = dana) {
  const [row] = await liveOf(id)
  house.clock.advance(1000)
  const answer = await by.post(
    `/people/${id}/ehc-plan/over`,
    { id: row?.id ?? '', version: String(row?.version), ...fields },
    '/',
  )
  house.clock.advance(1000)
  return answer
}

describe('An EHC plan beside the plan', () => {
  it('is written down with the day of which it is known, stands on the plan and the brief, and is kept when it changes', async () => {
    const id = await someone()
    expect((await dana.get(`/people/${id}/plan`)).body).toContain('None on record')
    expect((await write(id, EHC)).to).toBe(`/people/${id}/ehc-plan`)
    for (const path of [`/people/${id}/plan`, `/people/${id}/brief`])
      expect((await dana.get(path)).body, path).toContain('Ferrybank College, Made-up Council')
    const page = (await dana.get(`/people/${id}/ehc-plan`)).body
    for (const words of ['My own door key مرحبا', 'Ms Coordinator 🗓', '10 November 2026', 'do not say so'])
      expect(page).toContain(words)
    expect((await dana.get(`/people/${id}/ehc-plan/change`)).body).toContain('value="Ferrybank College"')
    expect((await write(id, { ...EHC, place: 'Hilltop College' })).status).toBe(303)
    expect((await rowsOf(id)).map(row => [row.place, row.replaced_at === null])).toEqual([
      ['Ferrybank College', false],
      ['Hilltop College', true],
    ])
    expect((await dana.get(`/people/${id}/ehc-plan`)).body).not.toContain('Ferrybank')
  })

  it('asks at its field for what is missing, keeps what was typed, and takes no day to come', async () => {
    const id = await someone()
    const bare = await write(id, { wants: 'Kept words' })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#council', '#as-of-day', '#source'])
    expect(bare.body).toContain('Kept words')
    const early = await write(id, { ...EHC, ...dayFields('as-of', [2027, 1, 1]) })
    expect([early.status, summaryOf(early.body)[0]?.split(' ')[0]]).toEqual([422, '#as-of-day'])
    expect((await write(id, { ...EHC, wants: 'x'.repeat(2001) })).body).toContain('Use at most 2,000 letters')
    expect(await rowsOf(id)).toHaveLength(0)
  })

  it('is refused from an old page with what was typed and what stands, and taken when sent again; sent twice it is one', async () => {
    const id = await someone()
    await write(id, EHC)
    const old = await write(id, { ...EHC, place: 'Typed meanwhile', shown: '' })
    expect(old.status).toBe(409)
    for (const words of ['Typed meanwhile', 'Ferrybank College', 'Somebody wrote to this meanwhile'])
      expect(old.body).toContain(words)
    const shown = /name="shown" value="([^"]+)"/.exec(old.body)?.[1] ?? ''
    expect((await write(id, { ...EHC, place: 'Typed meanwhile', shown })).status).toBe(303)
    expect((await write(id, { ...EHC, place: 'Typed meanwhile', shown })).status).toBe(409)
    expect((await liveOf(id)).map(row => row.place)).toEqual(['Typed meanwhile'])
  })

  it('written by two at once for the first time stands once: the second is told, and reads what stands', async () => {
    const id = await someone()
    const first = (place: string) => dana.post(`/people/${id}/ehc-plan/change`, { shown: '', ...EHC, place }, '/')
    const both = await Promise.all([first('One College'), first('Other College')])
    expect(new Set(both.map(one => one.status))).toEqual(new Set([303, 409]))
    const [stands] = await liveOf(id)
    expect(await liveOf(id)).toHaveLength(1)
    expect(both.find(one => one.status === 409)?.body).toContain(`${stands?.id}:${stands?.version}`)
  })

  it('ends with a day and a reason, and stands among what ended', async () => {
    const id = await someone()
    await write(id, EHC)
    const bare = await end(id, {})
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#over-on-day', '#reason'])
    expect((await end(id, { ...OVER, reason: 'home' })).status).toBe(422)
    expect((await end(id, { ...OVER, reason: 'other' })).body).toContain('Write in a few words why it ended')
    expect((await end(id, { ...OVER, ...dayFields('over-on', [2026, 12, 24]) })).status).toBe(422)
    expect((await end(id, { ...OVER, version: '7' })).status).toBe(409)
    expect((await end(id, OVER)).status).toBe(303)
    const page = (await dana.get(`/people/${id}/ehc-plan`)).body
    expect(page).toContain('18 November 2026: What it was for was reached')
    expect((await dana.get(`/people/${id}/brief`)).body).not.toContain('Ferrybank College, Made-up Council')
  })

  it('says when somebody is to ask whether it goes on, and that the day is past', async () => {
    const id = await someone('2007-01-10')
    await write(id, { ...EHC, ...dayFields('as-of', [2025, 11, 10]) })
    expect((await dana.get(`/people/${id}/ehc-plan`)).body).toContain('Past since 10 Nov')
    await write(id, EHC)
    expect((await dana.get(`/people/${id}/ehc-plan`)).body).toContain('10 November 2027')
  })

  it('stops with a death', async () => {
    const id = await someone()
    await write(id, EHC)
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    expect((await write(id, { ...EHC, place: 'After' })).to).toBe(`/people/${id}/plan`)
    expect((await liveOf(id)).map(row => row.place)).toEqual(['Ferrybank College'])
  })
})

describe('Who may see it', () => {
  it('K6: care is for those who see that part, and to others nothing differs', async () => {
    const id = await someone()
    for (const path of ['care', 'care/change']) expect((await dana.get(`/people/${id}/${path}`)).status).toBe(404)
    expect((await write(id, CARE, dana, 'care')).status).toBe(404)
    const before = (await dana.get(`/people/${id}/plan`)).body
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    expect((await write(id, CARE, imran, 'care')).status).toBe(303)
    expect((await rowsOf(id)).map(row => row.class)).toEqual([1024])
    for (const path of ['plan', 'brief', 'care'])
      expect((await imran.get(`/people/${id}/${path}`)).body).toContain('Other Council')
    expect((await dana.get(`/people/${id}/plan`)).body.replaceAll(/value="[^"]+"/g, '')).toBe(
      before.replaceAll(/value="[^"]+"/g, ''),
    )
    for (const path of ['brief', 'ehc-plan', ''])
      expect((await dana.get(`/people/${id}/${path}`)).body).not.toContain('Other Council')
  })

  it('K3, K4, K8, K9: nobody shut out knows of it, and one on the wrong young person is gone', async () => {
    const id = await someone()
    await write(id, EHC)
    for (const by of [owen, mair]) expect((await by.get(`/people/${id}/ehc-plan`)).status).toBe(404)
    await letSee(house, partnership, { id, by: mair, classes: INTENSIVE_CLASSES })
    expect((await mair.get(`/people/${id}/ehc-plan`)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(`/people/${id}/ehc-plan`)).status).toBe(404)
    const [row] = await rowsOf(id)
    expect((await dana.post(`/people/${id}/misfiled/held-plan/${row?.id}`, { why: 'A twin' }, '/')).status).toBe(303)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${id}/ehc-plan`)).body).not.toContain('Ferrybank')
  })
})

describe('Who is asked to a review', () => {
  const REVIEW = { kind: 'ehc-review', ...dayFields('on', [2027, 2, 1]), who: 'Ms Coordinator' }

  it('is written down once, with who comes and what the young person was asked beforehand', async () => {
    const id = await someone()
    await dana.post(`/people/${id}/plan/dates`, REVIEW, '/')
    house.clock.advance(1000)
    const date = await test.owner
      .selectFrom('plan_date')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const guests = () =>
      test.owner.selectFrom('plan_date_guest').selectAll().where('date_id', '=', date.id).orderBy('id').execute()
    const say = async (fields: Record<string, string>, version: number) => {
      house.clock.advance(1000)
      return dana.post(`/plan-dates/${date.id}/guests`, { version: String(version), ...fields }, '/')
    }
    expect((await say({ guest: 'College tutor', 'asked-them': 'By phone' }, 1)).status).toBe(303)
    const [tutor] = await guests()
    const mark = `comes-${tutor?.id}`
    expect((await say({ guest: 'Youth worker', [mark]: 'nonsense' }, 2)).status).toBe(422)
    expect((await say({ guest: 'college TUTOR', [mark]: 'comes', 'asked-them': 'By phone' }, 2)).status).toBe(303)
    const stale = await say({ guest: 'Youth worker', [mark]: 'cannot' }, 2)
    expect([stale.status, stale.body.includes('Youth worker')]).toEqual([409, true])
    expect((await guests()).map(one => [one.who, one.state])).toEqual([['College tutor', 'comes']])
    const page = (await dana.get(`/plan-dates/${date.id}`)).body
    for (const words of ['By phone', 'College tutor', 'Comes']) expect(page).toContain(words)
    // Taken off with the review it belongs to (K9).
    await dana.post(`/people/${id}/misfiled/plan-date/${date.id}`, { why: 'A twin' }, '/')
    expect((await guests()).map(one => one.sealed_at !== null)).toEqual([true])
  })
})

describe('By the clock', () => {
  it('whoever leads is told once that a year has gone by, then the leader of the team; not once it was asked again, or ended', async () => {
    const [asked, ended, young] = [await someone('2007-01-10'), await someone('2007-01-10'), await someone()]
    const old = dayFields('as-of', [2025, 11, 24])
    for (const id of [asked, ended, young]) await write(id, { ...EHC, ...old })
    await end(ended, OVER)
    const told = async () =>
      (
        await test.owner
          .selectFrom('notice')
          .select(['kind', 'account_id', 'person_id'])
          .where('kind', 'like', 'held-plan.%')
          .where('person_id', 'in', [asked, ended, young])
          .orderBy('made_at')
          .execute()
      ).map(one => [one.kind, one.account_id, one.person_id])
    for (const days of [2, 1, 4]) {
      house.clock.advance(days * 24 * 3600_000)
      await turnOf(test, house)
      await turnOf(test, house)
    }
    expect(await told()).toEqual([
      ['held-plan.late', dana.accountId, asked],
      ['held-plan.still-late', leader.accountId, asked],
    ])
  })
})
