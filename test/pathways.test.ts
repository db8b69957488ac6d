/** Pathways of support over HTTP and down to the row: opened, walked, paused, ended, and by the clock. Who may know of them is in pathways-walls.test.ts. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES } from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { BACK, CUSTODY, FAMILY, MENTOR, MOVE, pathways } from '#test/pathways.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const { giveOffending, start, rowOf, rowsOf, stepsOf, stepOf, send, at } = pathways(test, house)
let partnership: TestPartnership
let dana: TestColleague
let owen: TestColleague
let leader: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, owen, leader } = await staffOf(partnership, 'dana', 'owen', 'leader'))
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    await joinTeam(tx, team, dana.accountId)
  })
})

let made = 0
const someone = (): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Pat', family: `Pathsample${(made += 1)}`, born: '2010-10-01', lead: dana })
/** Somebody of whom Dana was given by name to know what custody tells of. */
async function inCustody(): Promise<PersonId> {
  const id = await someone()
  await giveOffending(partnership, id, dana)
  return id
}

describe('Custody', () => {
  it('is opened with its suggested steps, and their days move when the release day moves; steps that are done stay', async () => {
    const id = await inCustody()
    const opened = await start(dana, id, 'custody', CUSTODY)
    const row = await rowOf(id)
    expect([opened.status, opened.to, row.class]).toEqual([303, `/pathways/${row.id}`, 512])
    const papers = 'Get their papers together: birth certificate, National Insurance number, bank account'
    expect(await stepOf(id, papers)).toMatchObject({ due_on: '2027-02-01', class: 512 })
    expect((await send(dana, await at(id, papers, 'done'), { version: '1', words: 'All there 🗂 مرحبا' })).status).toBe(
      303,
    )
    const visit = 'Ask about visits, and what they want their family to know'
    expect((await stepOf(id, visit)).due_on).toBe('2027-01-18')

    const moved = { ...CUSTODY, ...dayFields('anchor', [2027, 3, 15]), stage: 'inside' }
    expect((await send(dana, `/pathways/${row.id}/change`, { version: '1', ...moved })).status).toBe(303)
    expect((await stepOf(id, visit)).due_on).toBe('2027-02-01')
    expect(await stepOf(id, papers)).toMatchObject({ due_on: '2027-02-01', state: 'done' })
    const page = (await dana.get(`/pathways/${row.id}`)).body
    for (const words of ['Through the gate', '15 March 2027', 'All there 🗂 مرحبا', 'Inside: 1 of 8 over'])
      expect(page).toContain(words)
  })

  it('begins before anybody knows the release day; a day chosen by hand stays when it is known', async () => {
    const id = await inCustody()
    await start(dana, id, 'custody', { stage: 'before' })
    const row = await rowOf(id)
    const housing = 'Agree where they will live, with whoever decides on it'
    const papers = 'Get their papers together: birth certificate, National Insurance number, bank account'
    expect((await stepOf(id, housing)).due_on).toBeNull()
    const by = { what: housing, stage: 'inside', owner: 'other', 'owner-name': 'Made-up Housing' }
    const path = await at(id, housing)
    expect((await send(dana, path, { ...by, ...dayFields('due', [2026, 12, 4]), version: '1' })).status).toBe(303)
    await send(dana, `/pathways/${row.id}/change`, { ...CUSTODY, stage: 'before', version: '1' })
    expect((await stepOf(id, housing)).due_on).toBe('2026-12-04')
    expect((await stepOf(id, papers)).due_on).toBe('2027-02-01')
  })
})

describe('Moving to a new place of learning', () => {
  it('asks at its field for what is missing and keeps what was typed', async () => {
    const id = await someone()
    const bare = await start(dana, id, 'transition', { travel: 'Bus 590, kept words' })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#with-name', '#anchor-day', '#place'])
    expect(bare.body).toContain('Bus 590, kept words')
    const unnamed = await start(dana, id, 'transition', { ...MOVE, 'with-name': '' })
    expect(summaryOf(unnamed.body).map(line => line.split(' ')[0])).toEqual(['#with-name'])
    const far = await start(dana, id, 'transition', { ...MOVE, ...dayFields('anchor', [2099, 1, 1]) })
    expect(summaryOf(far.body).map(line => line.split(' ')[0])).toEqual(['#anchor-day'])
    expect((await start(dana, id, 'transition', MOVE)).status).toBe(303)
    const page = (await dana.get((await rowOf(id)).path)).body
    for (const words of ['Sample College', 'Ms Named, learning support', 'Try the journey together'])
      expect(page).toContain(words)
  })

  it('where one of its kind goes on another is refused, and what was typed is not lost', async () => {
    const id = await someone()
    await start(dana, id, 'transition', MOVE)
    const other = await start(dana, id, 'transition', { ...MOVE, travel: 'Typed late 🙈' })
    expect([other.status, other.body.includes('Typed late 🙈'), other.body.includes('goes on already')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await start(dana, id, 'transition', MOVE)).to).toBe((await rowOf(id)).path)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('that somebody ended meanwhile takes nothing more, and what was typed is not lost', async () => {
    const id = await someone()
    await start(dana, id, 'reintegration', BACK)
    const { path } = await rowOf(id)
    const [first] = await stepsOf(id)
    const step = `${path}/steps/${first?.id}`
    const ends = { outcome: 'full-time', words: 'In every lesson', version: '1' }
    for (let twice = 0; twice < 2; twice += 1) expect((await send(dana, `${path}/end`, ends)).to).toBe(path)
    const sent: [string, Record<string, string>][] = [
      ['/log', { came: 'met', words: 'Typed late 🙈', ...dayFields('on', [2026, 11, 23]) }],
      ['/steps/new', { what: 'Typed late 🙈', stage: 'small', owner: 'adviser' }],
      ['/weeks/2026-11-23', { version: '0', 'planned-0': '2', words: 'Typed late 🙈' }],
      ['/change', { ...BACK, version: '1', place: 'Typed late 🙈' }],
      ['/end', { ...ends, words: 'Typed late 🙈', version: '0' }],
    ]
    for (const [way, fields] of sent) {
      const late = await send(dana, `${path}${way}`, fields)
      expect([late.status, late.body.includes('Typed late 🙈'), late.body.includes('It has ended')], way).toEqual([
        422,
        true,
        true,
      ])
    }
    const done = await send(dana, `${step}/done`, { words: 'Typed late 🙈', version: '1' })
    expect([done.status, done.body.includes('Typed late 🙈')]).toEqual([422, true])
    expect((await dana.get(`${path}/log`)).to).toBe(path)
  })

  it('sent twice it is one, and another of its kind begins when it has ended', async () => {
    const id = await someone()
    const first = await start(dana, id, 'transition', MOVE)
    expect((await start(dana, id, 'transition', MOVE)).to).toBe(first.to)
    const end = { version: '1', outcome: 'settled', words: 'There every day' }
    expect((await send(dana, `${first.to}/end`, { ...end, outcome: 'full-time' })).status).toBe(422)
    expect((await send(dana, `${first.to}/end`, end)).status).toBe(303)
    expect((await dana.get(`${first.to}/end`)).to).toBe(first.to)
    expect((await start(dana, id, 'transition', MOVE)).to).not.toBe(first.to)
  })
})

describe('Coming back into learning', () => {
  it('has a timetable that grows: planned, then how much they came, in numbers', async () => {
    const id = await someone()
    await start(dana, id, 'reintegration', BACK)
    const { path } = await rowOf(id)
    const none = await send(dana, `${path}/weeks/2026-11-16`, { version: '0' })
    expect([none.status, none.body.includes('Plan at least one day')]).toEqual([422, true])
    expect((await send(dana, `${path}/weeks/2026-11-16`, { version: '0', 'planned-0': 'two' })).status).toBe(422)
    const planned = { 'planned-0': '2', 'planned-2': '1.5' }
    expect((await send(dana, `${path}/weeks/2026-11-18`, { version: '0', ...planned })).status).toBe(303)
    const half = await send(dana, `${path}/weeks/2026-11-16`, { version: '1', ...planned, 'came-0': '1' })
    expect([half.status, half.body.includes('Say for each planned day')]).toEqual([422, true])
    const came = { ...planned, 'came-0': '2', 'came-2': '0', words: 'The quiet room' }
    expect((await send(dana, `${path}/weeks/2026-11-16`, { version: '1', ...came })).status).toBe(303)
    const page = (await dana.get(path)).body
    for (const words of ['2 h of 3 h 30 min', 'The quiet room', '57 per cent']) expect(page).toContain(words)
    // Somebody else has written to it meanwhile: what was typed is still there.
    const stale = await send(dana, `${path}/weeks/2026-11-16`, { version: '1', ...came, words: 'Kept words' })
    expect([stale.status, stale.body.includes('Kept words')]).toEqual([409, true])
    const ahead = await send(dana, `${path}/weeks/2027-01-04`, {
      version: '0',
      ...planned,
      'came-0': '1',
      'came-2': '1',
    })
    expect([ahead.status, ahead.body.includes('That week has not begun')]).toEqual([422, true])
    expect((await dana.get(`${path}/weeks/2026-11-23`)).body).toContain('value="1.5"')
  })

  it('is looked at again within four weeks, and no kind without a timetable has one', async () => {
    const id = await someone()
    const late = await start(dana, id, 'reintegration', { ...BACK, ...dayFields('review', [2027, 3, 1]) })
    expect(summaryOf(late.body).map(line => line.split(' ')[0])).toEqual(['#review-day'])
    await start(dana, id, 'transition', MOVE)
    const { path } = await rowOf(id)
    expect((await dana.get(`${path}/weeks/2026-11-23`)).status).toBe(404)
    expect((await dana.get(`${path}/weeks/never`)).status).toBe(404)
  })
})

describe('Work with the family', () => {
  it('K2: nothing begins without the young person’s yes, but where a reason is written and a day to look at it again', async () => {
    const id = await someone()
    const { said: _said, ...unasked } = FAMILY
    expect(summaryOf((await start(dana, id, 'family', unasked)).body).map(line => line.split(' ')[0])).toEqual([
      '#said',
    ])
    const without = { ...FAMILY, said: 'without' }
    const bare = await start(dana, id, 'family', without)
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#without-why'])
    const why = { ...without, 'without-why': 'A made-up danger' }
    const far = await start(dana, id, 'family', { ...why, ...dayFields('review', [2027, 3, 20]) })
    expect(far.status).toBe(422)
    expect((await start(dana, id, 'family', why)).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ said: 'without', class: 2048 })
    // Later they say yes, and why it began without stays.
    const { path } = await rowOf(id)
    expect((await send(dana, `${path}/yes`, { version: '9' })).status).toBe(409)
    expect((await send(dana, `${path}/yes`, { version: '1', said: 'All right' })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ said: 'yes', said_words: 'All right', without_why: 'A made-up danger' })
  })

  it('ends at once when they take back their yes, without a reason; nothing is written to it afterwards', async () => {
    const id = await someone()
    await start(dana, id, 'family', FAMILY)
    const { path } = await rowOf(id)
    expect((await send(dana, `${path}/withdraw`, { version: '1' })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ state: 'ended', outcome: 'withdrawn', due_on: null })
    for (const what of ['log', 'steps/new', 'change'])
      expect((await send(dana, `${path}/${what}`, { version: '2', why: 'Late' })).status, what).toBe(422)
    expect((await send(dana, `${path}/pause`, { version: '2', why: 'Late' })).to).toBe(path)
    expect((await rowOf(id)).version).toBe(2)
    expect((await dana.get(path)).body).toContain('The young person said no')
  })

  it('K11: a yes that was judged not to be theirs to give opens nothing', async () => {
    const id = await someone()
    const judged = {
      ...{
        about: 'family',
        question: 'Work with the family',
        help: 'Pictures',
        could: 'says',
        how: 'Talked',
        wishes: 'None',
      },
      ...{ outcome: 'not-now', decider: 'nobody-yet', ...dayFields('review-on', [2026, 12, 20]) },
    }
    expect((await dana.post(`/people/${id}/capacity/new`, judged, '/')).status).toBe(303)
    house.clock.advance(1000)
    const yes = await start(dana, id, 'family', FAMILY)
    expect([yes.status, yes.body.includes('It was judged that they cannot decide')]).toEqual([422, true])
  })
})

describe('Mentoring', () => {
  it('is by a colleague or by a volunteer whose certificate was seen, and works on targets of the plan', async () => {
    const id = await someone()
    await dana.post(`/people/${id}/plan/goals/new`, { words: 'Back to school' }, '/')
    house.clock.advance(1000)
    const goal = await test.owner
      .selectFrom('plan_goal')
      .select('id')
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const target = { what: 'Up by seven', owner: 'young-person', 'how-known': 'Bus caught' }
    await dana.post(`/people/${id}/plan/goals/${goal.id}/targets/new`, target, '/')
    house.clock.advance(1000)
    const unseen = await start(dana, id, 'mentoring', MENTOR)
    expect(summaryOf(unseen.body).map(line => line.split(' ')[0])).toEqual(['#seen-day'])
    const seen = { ...MENTOR, ...dayFields('seen', [2026, 10, 1]), goal: goal.id }
    expect((await start(dana, id, 'mentoring', { ...seen, goal: crypto.randomUUID() })).status).toBe(422)
    expect((await start(dana, id, 'mentoring', seen)).status).toBe(303)
    const page = (await dana.get((await rowOf(id)).path)).body
    for (const words of ['Vol Unteer, certificate seen 1 October 2026', 'Back to school', 'Up by seven'])
      expect(page).toContain(words)
  })

  it('says of each week whether they met; sent twice it is one', async () => {
    const id = await someone()
    await start(dana, id, 'mentoring', { ...MENTOR, mentor: dana.accountId, 'with-name': '' })
    const { path } = await rowOf(id)
    const bare = await send(dana, `${path}/log`, { own: 'Kept words' })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual(['#on-day', '#came', '#words'])
    expect(bare.body).toContain('Kept words')
    const met = {
      ...dayFields('on', [2026, 11, 23]),
      came: 'met',
      minutes: '45',
      words: 'Walked to school',
      own: 'Fine',
    }
    expect((await send(dana, `${path}/log`, { ...met, ...dayFields('on', [2026, 12, 24]) })).status).toBe(422)
    for (const _twice of [1, 2]) expect((await send(dana, `${path}/log`, met)).status).toBe(303)
    const page = (await dana.get(path)).body
    expect(page.split('Walked to school').length).toBe(2)
    expect(page).toContain('45 min')
  })
})

describe('Any pathway', () => {
  it('a step is done, not needed with why, or to be done after all; from an old page nothing is lost', async () => {
    const id = await someone()
    await start(dana, id, 'transition', MOVE)
    const [first, second] = await stepsOf(id)
    const { path } = await rowOf(id)
    const on = (step: typeof first, what: string) => `${path}/steps/${step?.id}/${what}`
    expect((await send(dana, on(first, 'not-needed'), { version: '1' })).status).toBe(422)
    expect((await send(dana, on(first, 'not-needed'), { version: '1', why: 'Was there in May' })).status).toBe(303)
    const stale = await send(dana, on(first, 'done'), { version: '1', words: 'Kept words' })
    expect(stale.status).toBe(409)
    expect((await send(dana, on(first, 'reopen'), { version: '2' })).status).toBe(303)
    for (const _twice of [1, 2]) expect((await send(dana, on(second, 'done'), { version: '1' })).status).toBe(303)
    const old = { what: 'Kept words', stage: 'ready', owner: 'adviser', version: '1' }
    const late = await send(dana, `${path}/steps/${first?.id}`, old)
    expect([late.status, late.body.includes('Kept words')]).toEqual([409, true])
    expect((await stepsOf(id)).slice(0, 2).map(one => one.state)).toEqual(['to-do', 'done'])
    const other = await someone()
    await start(dana, other, 'transition', MOVE)
    expect((await dana.get(`${(await rowOf(other)).path}/steps/${first?.id}`)).status).toBe(404)
  })

  it('is paused with why, and meanwhile nothing of it is late', async () => {
    const id = await someone()
    await start(dana, id, 'transition', MOVE)
    const { path } = await rowOf(id)
    expect((await send(dana, `${path}/pause`, { version: '1' })).status).toBe(422)
    for (const _twice of [1, 2])
      expect((await send(dana, `${path}/pause`, { version: '1', why: 'In hospital' })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ state: 'paused', due_on: null })
    expect((await send(dana, `${path}/resume`, { version: '1' })).status).toBe(409)
    expect((await send(dana, `${path}/resume`, { version: '2' })).status).toBe(303)
    expect((await rowOf(id)).due_on).not.toBeNull()
  })

  it('stands in the story, on the plan and in the brief', async () => {
    const id = await someone()
    await start(dana, id, 'transition', MOVE)
    await send(dana, await at(id, 'Try the journey together', 'done'), { version: '1', words: 'Two buses' })
    const record = (await dana.get(`/people/${id}`)).body
    for (const words of ['with support: started', 'Try the journey together', 'Two buses'])
      expect(record).toContain(words)
    for (const part of ['plan', 'brief', 'pathways'])
      expect((await dana.get(`/people/${id}/${part}`)).body, part).toContain(
        'Moving to a new place of learning, with support',
      )
    const { path } = await rowOf(id)
    await send(dana, `${path}/end`, { version: '1', outcome: 'settled', words: 'There every day' })
    expect((await dana.get(`/people/${id}`)).body).toContain('ended. Settled')
    expect((await dana.get(`/people/${id}/brief`)).body).not.toContain('with support')
  })

  it('stands among plans that are due once something of it is past its day', async () => {
    const id = await someone()
    await start(dana, id, 'transition', MOVE)
    const { path } = await rowOf(id)
    expect((await dana.get('/plans/due')).body).not.toContain(path)
    const late = await stepOf(id, 'Try the journey together')
    await test.owner
      .updateTable('pathway_step')
      .set({ due_on: '2026-11-20' as Day })
      .where('id', '=', late.id)
      .execute()
    // What waits is worked out anew with whatever is written to it next.
    const other = (await stepsOf(id)).find(one => one.id !== late.id)
    await send(dana, `${path}/steps/${other?.id}/done`, { version: '1' })
    const due = (await dana.get('/plans/due')).body
    for (const words of [path, '3 days late', 'Try the journey together']) expect(due).toContain(words)
  })

  it('stops with a death', async () => {
    const id = await someone()
    await start(dana, id, 'transition', MOVE)
    const { path } = await rowOf(id)
    await owen.post(`/people/${id}/death`, dayFields('on', [2026, 11, 20]), `/people/${id}`)
    house.clock.advance(1000)
    const log = { came: 'met', words: 'Met them', ...dayFields('on', [2026, 11, 20]) }
    expect((await send(dana, `${path}/log`, log)).status).toBe(422)
    expect((await dana.get(`${path}/log`)).to).toBe(path)
    const [first] = await stepsOf(id)
    expect((await send(dana, `${path}/steps/${first?.id}/done`, { version: '1' })).status).toBe(422)
    expect((await start(dana, id, 'mentoring', MENTOR)).to).toBe(`/people/${id}/pathways`)
    const page = await dana.get(path)
    expect([page.status, page.body.includes('Add a step')]).toEqual([200, false])
    house.clock.advance(400 * 24 * 3600_000)
    await turnOf(test, house)
    const told = await test.owner
      .selectFrom('notice')
      .select('kind')
      .where('person_id', '=', id)
      .where('kind', 'like', 'pathway.%')
      .execute()
    expect(told).toEqual([])
  })
})

describe('By the clock', () => {
  it('whoever leads is told once that a mentor is silent, then the leader of the team; something written begins anew', async () => {
    const cover = await partnership.colleague('universal-adviser', 'Tess Testcase')
    await house.command(partnership.id, async tx => {
      const team = await createTeam(tx, { name: 'Lower Valley', leaderId: leader.accountId })
      await joinTeam(tx, team, cover.accountId)
    })
    house.clock.advance(1000)
    const id = await addPerson(house, partnership, { given: 'Mo', family: 'Mentored', lead: cover })
    await letSee(house, partnership, { id, by: leader, classes: ADVISER_CLASSES })
    const ahead = (days: number) => new Date(Date.parse(house.clock.now()) + days * 86_400_000)
    const fields = (name: string, days: number) => {
      const on = ahead(days)
      return dayFields(name, [on.getUTCFullYear(), on.getUTCMonth() + 1, on.getUTCDate()])
    }
    const content = { ...MENTOR, mentor: cover.accountId, 'with-name': '', ...fields('review', 80) }
    expect((await start(cover, id, 'mentoring', content)).status).toBe(303)
    const { path } = await rowOf(id)
    for (const step of await stepsOf(id))
      await send(cover, `${path}/steps/${step.id}/not-needed`, { version: '1', why: 'Only meetings' })
    const told = async () =>
      (
        await test.owner
          .selectFrom('notice')
          .select(['kind', 'account_id'])
          .where('person_id', '=', id)
          .where('kind', 'like', 'pathway.%')
          .orderBy('made_at')
          .execute()
      ).map(one => [one.kind, one.account_id])
    const pass = async (days: number) => {
      house.clock.advance(days * 24 * 3600_000)
      await turnOf(test, house)
      await turnOf(test, house)
    }
    await pass(10)
    expect(await told()).toEqual([])
    await pass(1)
    expect(await told()).toEqual([['pathway.late', cover.accountId]])
    await pass(7)
    expect(await told()).toEqual([
      ['pathway.late', cover.accountId],
      ['pathway.still-late', leader.accountId],
    ])
  })
})
