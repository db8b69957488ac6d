/** Learning a model and changing over to it: killed, doubled, frozen, taken back, and with people who change meanwhile. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { JobId, PersonId } from '#ground/ids.ts'
import { type JobDefinition, type JobIds, type RunningJob, send, startJobs } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { type Judgement, judgeRows, type Sought } from '#rooms/matching/index.ts'
import { changeIdentity } from '#rooms/people/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { british, type Listed, listedPeople } from '#test/listed-people.ts'
import { csv, openLists } from '#test/lists.ts'
import { addPerson } from '#test/people.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const lists = await openLists(test, house)
const { learning, finding } = house.matching.jobs

const PEOPLE = listedPeople(230)
let partnership: TestPartnership
let officer: TestColleague

beforeAll(async () => {
  partnership = await house.partnership()
  officer = await partnership.colleague('data-officer', 'Owen Testcase')
  for (const kind of ['school', 'college'] as const) {
    const partner = await lists.partner(partnership, kind)
    const rows = PEOPLE.map(p => [
      p.upn,
      p.family,
      p.given,
      british(p.born),
      p.postcode,
      `${p.n} Sample Street`,
      p.mobile,
    ])
    await lists.take(
      officer,
      partner,
      csv('UPN,Surname,Forename,Date of birth,Postcode,Address 1,Mobile', ...rows.map(r => r.join(','))),
    )
  }
  await lists.leave()
})

type Around = (job: RunningJob) => RunningJob

/** Every transaction of a job counted from 1, with something done before it or at its end, before it is kept. */
const around =
  (on: { before?: (n: number) => Promise<void> | void; within?: (n: number) => void }): Around =>
  job => {
    let n = 0
    return {
      ...job,
      transaction: async (work, terms) => {
        const own = ++n
        await on.before?.(own)
        return job.transaction(async tx => {
          const found = await work(tx)
          on.within?.(own)
          return found
        }, terms)
      },
    }
  }

const runner = (handlers: Partial<Record<'learning' | 'finding', JobDefinition['handler']>> = {}) =>
  startJobs({
    place: test.programPlace,
    database: test.database,
    clock: house.clock,
    log: openLog('silent'),
    definitions: [
      { ...learning, handler: handlers.learning ?? learning.handler },
      { ...finding, handler: handlers.finding ?? finding.handler },
    ],
  })

const ask = (ids: JobIds, at = partnership, job = learning): Promise<JobId> =>
  house.command(at.id, tx => send(tx, job, ids))

const jobOf = async (id: JobId) => {
  const [job] = await test.owner.selectFrom('job_progress').selectAll().where('job_id', '=', id).execute()
  return job
}

/** Lets what waits for another attempt begin at once. */
const hurry = () => sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(test.owner)

async function learn(ids: JobIds, how: Around = job => job, at = partnership) {
  const id = await ask(ids, at)
  const jobs = await runner({ learning: job => learning.handler(how(job)) })
  await jobs.idle()
  await jobs.stop()
  house.clock.advance(60_000)
  return { id, job: await jobOf(id) }
}

const modelsOf = async (at = partnership) =>
  (
    await sql<{ id: string; generation: number; state: string; why: string; document: Record<string, unknown> }>`
      select id, generation, state, why, document from match_model where partnership_id = ${at.id} order by generation`.execute(
      test.owner,
    )
  ).rows

/** Every row of the index, as one text; of one generation. */
const indexOf = async (generation: number) =>
  (
    await sql<{ whole: string }>`select md5(concat(
      (select string_agg(e::text, ',' order by e::text) from match_entry e where generation = ${generation}), '/',
      (select string_agg(k::text, ',' order by k::text) from match_key k where generation = ${generation}), '/',
      (select string_agg(t::text, ',' order by t::text) from match_term t where generation = ${generation}))) as whole`.execute(
      test.owner,
    )
  ).rows[0]?.whole

/** The generations of which anything is in the tables of the index. */
const generations = async () =>
  (
    await sql<{ generation: number }>`
      select generation from match_entry where partnership_id = ${partnership.id}
      union select generation from match_key where partnership_id = ${partnership.id}
      union select generation from match_term where partnership_id = ${partnership.id} order by 1`.execute(test.owner)
  ).rows.map(r => r.generation)

/** The generations of which there may be something: the one in use, and the one before it. */
async function mayBeKept() {
  const all = await modelsOf()
  const live = all.filter(m => m.state === 'live')
  expect(live).toHaveLength(1)
  const before = all.filter(m => m.state === 'past').at(-1)
  return [before?.generation ?? 0, live[0]?.generation ?? -1]
}

const judge = (given: string, family: string, p: Listed): Promise<Judgement> =>
  house.command(partnership.id, async tx => {
    const sought: Sought = {
      names: [{ given, family }],
      bornOn: toDay(p.born),
      postcodes: [],
      upns: [],
      ulns: [],
      nhss: [],
      phones: [],
      emails: [],
    }
    return (await judgeRows(tx, [sought]))[0] as Judgement
  })

const idOf = async (p: Listed): Promise<PersonId> =>
  (
    await sql<{ id: PersonId }>`select person_id as id from person_identifier where value = ${p.upn}`.execute(
      test.owner,
    )
  ).rows[0]?.id as PersonId

const rename = async (tx: Parameters<typeof changeIdentity>[0], id: PersonId, given: string, family: string) => {
  const source = { kind: 'staff', organisationId: null, saidOn: toDay('2026-11-23') } as const
  const done = await changeIdentity(
    tx,
    id,
    { names: [{ kind: 'legal', given, middle: '', family }], bornOn: null, source },
    null,
  )
  expect(done.ok).toBe(true)
}

describe('Learning', () => {
  it('from too little changes nothing, and says that it was too little', async () => {
    const small = await house.partnership()
    await addPerson(house, small, { given: 'Solitary', family: 'Sample' })
    const { job } = await learn({ why: 'asked' }, undefined, small)
    expect(job).toMatchObject({ state: 'done', step: 'too-little', failure: null })
    expect(await modelsOf(small)).toEqual([])
  })

  it('goes step by step: reads, builds an index of everybody, and says so', async () => {
    const steps: unknown[] = []
    const { job } = await learn({ why: 'asked' }, running => ({
      ...running,
      save: (tx, progress) => {
        steps.push(progress.step)
        return running.save(tx, progress)
      },
    }))
    expect([...new Set(steps)]).toEqual(['read', 'index', 'done'])
    expect(job).toMatchObject({ state: 'done', step: 'done', done: PEOPLE.length, total: PEOPLE.length })
    expect(await generations()).toEqual(await mayBeKept())
  })

  it('cut off within any of its last steps leaves the model in use and its index as they were; the next attempt clears up', async () => {
    let steps = 0
    await learn({ why: 'asked' }, around({ within: n => (steps = n) }))
    const before = (await modelsOf()).filter(m => m.state === 'live')
    const generation = before[0]?.generation ?? -1
    const index = await indexOf(generation)
    const id = await ask({ why: 'asked' })
    // The last asks for the next job; before it comes the change over, and before that the index is filled and counted.
    for (const at of [steps - 1, steps - 2, steps - 3]) {
      const jobs = await runner({
        learning: job =>
          learning.handler(
            around({
              within: n => {
                if (n === at) throw new Error('killed')
              },
            })(job),
          ),
      })
      await hurry()
      await jobs.idle()
      await jobs.stop()
      expect(await jobOf(id)).toMatchObject({ state: 'waiting', failure: 'Error' })
      expect((await modelsOf()).filter(m => m.state === 'live')).toEqual(before)
      expect(await indexOf(generation)).toBe(index)
    }
    expect((await modelsOf()).filter(m => m.state === 'building')).toHaveLength(1)
    const jobs = await runner()
    await hurry()
    await jobs.idle()
    await jobs.stop()
    expect(await jobOf(id)).toMatchObject({ state: 'done', step: 'done', attempt: 4 })
    expect((await modelsOf()).filter(m => m.state === 'building')).toEqual([])
    expect((await modelsOf()).filter(m => m.state === 'failed').length).toBeGreaterThanOrEqual(2)
    expect(await generations()).toEqual(await mayBeKept())
  })

  it('goes on after the program left in the middle of it', async () => {
    const id = await ask({ why: 'asked' })
    let reached = () => {}
    const half = new Promise<void>(done => {
      reached = done
    })
    const jobs = await runner({
      learning: job =>
        learning.handler({
          ...job,
          save: async (tx, progress) => {
            if (progress.step === 'index') {
              reached()
              await pause(300)
            }
            return job.save(tx, progress)
          },
        }),
    })
    jobs.nudge()
    await half
    await jobs.stop()
    expect(await jobOf(id)).toMatchObject({ state: 'waiting', failure: null })
    const again = await runner()
    await hurry()
    await again.idle()
    await again.stop()
    expect(await jobOf(id)).toMatchObject({ state: 'done', step: 'done' })
    expect(await generations()).toEqual(await mayBeKept())
  })

  it('twice at once: one is overtaken and ends quietly, one model is live, and nothing is left of the other', async () => {
    let ended = () => {}
    const second = new Promise<void>(done => {
      ended = done
    })
    let begun = () => {}
    const building = new Promise<void>(done => {
      begun = done
    })
    const slow = around({
      before: async n => {
        const [model] = (await modelsOf()).filter(m => m.state === 'building')
        if (n > 3 && model) {
          begun()
          await second
        }
      },
    })
    const [one, other] = [await ask({ why: 'asked' }), await ask({ why: 'list' })]
    const handler = async (job: RunningJob) => {
      if (job.id === one) return learning.handler(slow(job))
      await building
      await learning.handler(job).finally(ended)
    }
    const both = await Promise.all([runner({ learning: handler }), runner({ learning: handler })])
    for (const jobs of both) jobs.nudge()
    await Promise.all(both.map(jobs => jobs.idle()))
    await Promise.all(both.map(jobs => jobs.stop()))
    expect(await jobOf(one)).toMatchObject({ state: 'done', failure: null })
    expect((await jobOf(one))?.step).not.toBe('done')
    expect(await jobOf(other)).toMatchObject({ state: 'done', step: 'done', failure: null })
    expect((await modelsOf()).filter(m => m.state === 'building')).toEqual([])
    expect(await generations()).toEqual(await mayBeKept())
  })

  it('is not begun by a list or the night while it is frozen; who asks for it gets it', async () => {
    const freeze = (at: unknown) =>
      sql`insert into match_setting (partnership_id, frozen_at, changed_at) values (${partnership.id}, ${at}::timestamptz, now())
        on conflict (partnership_id) do update set frozen_at = excluded.frozen_at`.execute(test.owner)
    await freeze('2026-11-23T00:00:00Z')
    const before = await modelsOf()
    for (const why of ['list', 'night']) expect((await learn({ why })).job).toMatchObject({ state: 'done' })
    expect(await modelsOf()).toEqual(before)
    await learn({ why: 'asked' })
    expect((await modelsOf()).length).toBe(before.length + 1)
    await freeze(null)
    await learn({ why: 'night' })
    expect((await modelsOf()).filter(m => m.state === 'live')).toMatchObject([{ why: 'night' }])
  })

  it('goes back to an earlier model: its weights, an index of today', async () => {
    const [first] = await modelsOf()
    await learn({ why: 'back', model: first?.id ?? '' })
    const [live] = (await modelsOf()).filter(m => m.state === 'live')
    expect(live).toMatchObject({ why: 'back' })
    expect({ ...live?.document, common: [] }).toEqual({ ...first?.document, common: [] })
    const entries = await sql<{
      n: number
    }>`select count(*)::int as n from match_entry where generation = ${live?.generation ?? -1}`.execute(test.owner)
    expect(entries.rows[0]?.n).toBe(PEOPLE.length)
  })
})

describe('Whoever changes while an index is being built', () => {
  it('is in the new one by what they are now, and so is who was added', async () => {
    const p = PEOPLE[12] as Listed
    const id = await idOf(p)
    let added: PersonId | undefined
    await learn({ why: 'asked' }, job => ({
      ...job,
      save: async (tx, progress) => {
        if (progress.step === 'index' && added === undefined) {
          added = await addPerson(house, partnership, {
            given: 'Meanwhile',
            family: 'Addedsample',
            born: p.born,
            still: true,
          })
          await test.database.transaction(officer.acting(), other => rename(other, id, 'Peregrine', 'Changedsample'))
          // Somebody else's list keeps the index while the new one is half there.
          await judge('Peregrine', 'Changedsample', p)
        }
        return job.save(tx, progress)
      },
    }))
    expect(await judge('Peregrine', 'Changedsample', p)).toMatchObject({ personIds: [id] })
    expect(await judge('Meanwhile', 'Addedsample', p)).toMatchObject({ personIds: [added] })
  })

  it('is so too where the change was made before and kept after the new one was filled', async () => {
    const p = PEOPLE[18] as Listed
    const id = await idOf(p)
    let made = () => {}
    const changed = new Promise<void>(done => {
      made = done
    })
    const index = { isFilled: false }
    const open = test.database.transaction(officer.acting(), async tx => {
      await rename(tx, id, 'Ottoline', 'Openedsample')
      await judgeRows(tx, [
        { names: [], bornOn: null, postcodes: [], upns: [], ulns: [], nhss: [], phones: [], emails: [] },
      ])
      made()
      // As long as the new index would need to be there, or a moment.
      for (let waited = 0; waited < 6000 && !index.isFilled; waited += 50) await pause(50)
    })
    await changed
    await Promise.all([
      open,
      learn({ why: 'asked' }, job => ({
        ...job,
        save: async (tx, progress) => {
          await job.save(tx, progress)
          index.isFilled ||= progress.step === 'index'
        },
      })),
    ])
    const generation = (await mayBeKept())[1]
    expect(await judge('Ottoline', 'Openedsample', p)).toMatchObject({ personIds: [id] })
    const entries = await sql`select 1 from match_entry where generation = ${generation} and person_id = ${id}`.execute(
      test.owner,
    )
    expect(entries.rows).toHaveLength(1)
  })
})

describe('Looking for who is on record twice', () => {
  it('goes on where it was after it was cut off: nobody is looked at twice', async () => {
    const active = (
      await sql<{
        n: number
      }>`select count(*)::int as n from person where partnership_id = ${partnership.id} and state = 'active'`.execute(
        test.owner,
      )
    ).rows[0]?.n
    const id = await ask({}, partnership, finding)
    const cut = await runner({
      finding: job =>
        finding.handler(
          around({
            within: n => {
              if (n === 2) throw new Error('killed')
            },
          })(job),
        ),
    })
    await cut.idle()
    await cut.stop()
    expect(await jobOf(id)).toMatchObject({ state: 'waiting', failure: 'Error', done: 200 })
    let pages = 0
    const jobs = await runner({ finding: job => finding.handler(around({ within: n => (pages = n) })(job)) })
    await hurry()
    await jobs.idle()
    await jobs.stop()
    expect(await jobOf(id)).toMatchObject({ state: 'done', step: 'find', done: active })
    expect(pages).toBe(1)
  })
})
