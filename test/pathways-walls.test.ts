/** Who may know of a pathway of support, and who does not: its class, barriers, the wrong record, records joined and taken apart. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '#ground/database/tx.ts'
import type { PersonId } from '#ground/ids.ts'
import {
  ADVISER_CLASSES,
  FRONT_DESK_CLASSES,
  INTENSIVE_CLASSES,
  OWN_ROLL_CLASSES,
  openGrant,
  type RecordClass,
  setBarrier,
} from '#rooms/access/index.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { type Answered, openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { BACK, CUSTODY, FAMILY, MENTOR, MOVE, pathways } from '#test/pathways.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'
import { kindWords } from '../src/rooms/plans/pathways/kind-words.ts'
import { KINDS } from '../src/rooms/plans/pathways/kinds.ts'
import { PATHWAY_KINDS, type PathwayKind } from '../src/rooms/plans/pathways/pathway.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const { giveOffending, start, rowsOf, rowOf, stepsOf, send } = pathways(test, house)
const CONTENT: Readonly<Record<PathwayKind, Record<string, string>>> = {
  custody: CUSTODY,
  transition: MOVE,
  reintegration: BACK,
  family: FAMILY,
  mentoring: { ...MENTOR, ...dayFields('seen', [2026, 10, 1]) },
}
let partnership: TestPartnership
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
/** Somebody with a pathway of every kind. */
let walked: PersonId
let paths: Map<PathwayKind, string>

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, mair, owen } = await staffOf(partnership, 'dana', 'mair', 'owen'))
  walked = await someone()
  await giveOffending(partnership, walked, dana)
  for (const kind of PATHWAY_KINDS) expect((await start(dana, walked, kind, CONTENT[kind])).status, kind).toBe(303)
  paths = new Map((await rowsOf(walked)).map(row => [row.kind as PathwayKind, `/pathways/${row.id}`]))
})

let made = 0
const someone = (): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Wil', family: `Wallsample${(made += 1)}`, born: '2010-10-01', lead: dana })
/** An answer without what differs from one request to the next. */
const bare = (answer: Answered, ...ids: string[]) =>
  [...ids, answer.requestId].reduce(
    (body, id) => body.replaceAll(id, ''),
    `${answer.status} ${answer.body.replaceAll(/name="_csrf" value="[^"]*"/g, '')}`,
  )
const UNKNOWN = '01980000-0000-7000-8000-000000000000'

/** Every way into a pathway, with what it sends. */
const WAYS: readonly (readonly ['get' | 'post', string])[] = [
  ['get', ''],
  ['get', '/change'],
  ['get', '/log'],
  ['get', '/end'],
  ['get', '/steps/new'],
  ['get', '/weeks/2026-11-23'],
  ['post', '/change'],
  ['post', '/log'],
  ['post', '/end'],
  ['post', '/pause'],
  ['post', '/resume'],
  ['post', '/withdraw'],
  ['post', '/yes'],
  ['post', '/steps/new'],
  ['post', '/weeks/2026-11-23'],
]

describe('Whoever does not see every part a pathway tells of', () => {
  it('K6, K8: learns of none by any list, page, address or number, whatever they see besides', async () => {
    const held: readonly RecordClass[] = [...INTENSIVE_CLASSES].filter(one => one !== 'identity')
    await fc.assert(
      fc.asyncProperty(fc.subarray([...held]), async classes => {
        const by = await partnership.colleague('universal-adviser')
        await letSee(house, partnership, { id: walked, by, classes: ['identity', ...classes] })
        const seen = new Set<RecordClass>(classes)
        const pages = [
          ...['', '/plan', '/pathways', '/pathways/new', '/brief', '/story.pdf'].map(
            part => `/people/${walked}${part}`,
          ),
          ...['/plans/due', '/', '/caseload'],
        ]
        const bodies = await Promise.all(pages.map(page => by.get(page)))
        for (const kind of PATHWAY_KINDS) {
          const path = paths.get(kind) ?? ''
          const may = seen.has('plan') && seen.has(KINDS[kind].tells)
          const shown = bodies.some(one => one.body.includes(path) || one.body.includes(kindWords[kind].name))
          expect([kind, shown], classes.join()).toEqual([kind, may])
          expect([kind, (await by.get(path)).status]).toEqual([kind, may ? 200 : 404])
        }
        if (seen.has('plan'))
          expect(bodies[2]?.body.match(/href="\/pathways\//g)?.length ?? 0).toBe(
            PATHWAY_KINDS.filter(kind => seen.has(KINDS[kind].tells)).length,
          )
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('K6, K8: is answered the same, byte for byte, as for one that is not there', async () => {
    const by = await partnership.colleague('universal-adviser')
    await letSee(house, partnership, { id: walked, by, classes: ADVISER_CLASSES })
    const path = paths.get('custody') ?? ''
    const [step] = (await stepsOf(walked)).filter(one => one.class === 512)
    const steps = [
      ['get', `/steps/${step?.id}`],
      ['post', `/steps/${step?.id}`],
      ['post', `/steps/${step?.id}/done`],
      ['post', `/steps/${step?.id}/not-needed`],
      ['post', `/steps/${step?.id}/reopen`],
    ] as const
    for (const [method, part] of [...WAYS, ...steps]) {
      const ask = (at: string) => (method === 'get' ? by.get(at) : by.post(at, { version: '1' }, '/'))
      const theirs = await ask(`${path}${part}`)
      expect(theirs.status, part).toBe(404)
      expect(bare(theirs, path), part).toBe(bare(await ask(`/pathways/${UNKNOWN}${part}`), `/pathways/${UNKNOWN}`))
    }
    // Nor by a step of theirs under a pathway that may be known.
    expect((await by.get(`${paths.get('transition')}/steps/${step?.id}`)).status).toBe(404)
  })

  it('K6: cannot start one, and is offered it no more than a kind that does not exist', async () => {
    const id = await someone()
    const custody = await dana.get(`/people/${id}/pathways/new?kind=custody`)
    expect(bare(custody)).toBe(bare(await dana.get(`/people/${id}/pathways/new?kind=nonsense`)))
    expect(custody.body).not.toContain('custody')
    expect((await start(dana, id, 'custody', CUSTODY)).status).toBe(422)
    expect(await rowsOf(id)).toEqual([])
  })

  it('K6: knows of it no more when the day is over until which they were given that part', async () => {
    const id = await someone()
    await giveOffending(partnership, id, dana)
    await start(dana, id, 'custody', CUSTODY)
    const { path } = await rowOf(id)
    expect((await dana.get(path)).status).toBe(200)
    await test.owner
      .updateTable('access_grant')
      .set({ ended_at: house.clock.now() })
      .where('person_id', '=', id)
      .where('source', '=', 'named-class')
      .execute()
    house.clock.advance(1000)
    expect((await dana.get(path)).status).toBe(404)
    for (const part of ['', '/plan', '/pathways', '/brief'])
      expect((await dana.get(`/people/${id}${part}`)).body, part).not.toContain('custody')
  })

  it('K3: nor does a place by its own roll, or whoever answers at the desk', async () => {
    const hana = await partnership.colleague('partner-practitioner')
    const desk = await partnership.colleague('front-desk')
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        ...{ scope: { kind: 'person', personId: walked }, holderId: hana.accountId, basis: 'public-task' },
        ...{ source: 'own-roll', classes: [...OWN_ROLL_CLASSES, 'plan'] },
      }),
    )
    await letSee(house, partnership, { id: walked, by: desk, classes: FRONT_DESK_CLASSES })
    for (const by of [hana, desk, owen])
      for (const [kind, path] of paths) {
        expect((await by.get(path)).status, kind).toBe(404)
        expect((await by.get(`/people/${walked}`)).body).not.toContain(kindWords[kind].name)
      }
  })
})

describe('Barriers and the wrong record', () => {
  it('K4: whoever is shut out, or not named for a restricted record, knows of none', async () => {
    const id = await someone()
    await start(dana, id, 'mentoring', CONTENT.mentoring)
    const { path } = await rowOf(id)
    await letSee(house, partnership, { id, by: mair, classes: ADVISER_CLASSES })
    expect((await mair.get(path)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await mair.get(path)).status).toBe(404)
    expect((await send(mair, `${path}/log`, {})).status).toBe(404)
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: null, reason: 'Made up' }))
    house.clock.advance(1000)
    expect((await dana.get(path)).status).toBe(404)
    await letSee(house, partnership, { id, by: dana, classes: ['restricted'] })
    expect((await dana.get(path)).status).toBe(200)
  })

  it('K4: nobody mentors whom a barrier keeps from knowing of the young person', async () => {
    const id = await someone()
    await house.command(partnership.id, tx => setBarrier(tx, id, { holderId: mair.accountId, reason: 'Made up' }))
    house.clock.advance(1000)
    const refused = await start(dana, id, 'mentoring', { ...MENTOR, mentor: mair.accountId, 'with-name': '' })
    expect([refused.status, refused.body.includes('They cannot mentor')]).toEqual([422, true])
    expect((await start(dana, id, 'mentoring', { ...MENTOR, mentor: dana.accountId, 'with-name': '' })).status).toBe(
      303,
    )
  })

  it('K9: a step or a meeting on the wrong young person is gone, and a pathway with all that belongs to it', async () => {
    const id = await someone()
    await start(dana, id, 'mentoring', CONTENT.mentoring)
    const { path, id: pathwayId } = await rowOf(id)
    const met = { ...dayFields('on', [2026, 11, 23]), came: 'met', words: 'Of a twin' }
    await send(dana, `${path}/log`, met)
    await send(dana, `${path}/log`, { ...met, words: 'Of them' })
    const [step, other] = await stepsOf(id)
    const log = await test.owner
      .selectFrom('pathway_log')
      .select('id')
      .where('words', '=', 'Of a twin')
      .executeTakeFirstOrThrow()
    const takeOff = (what: string, rowId: string | undefined) =>
      send(dana, `/people/${id}/misfiled/${what}/${rowId}`, { why: 'A twin' })
    for (const [what, rowId] of [
      ['pathway-step', step?.id],
      ['pathway-log', log.id],
    ] as const)
      expect((await takeOff(what, rowId)).status, what).toBe(303)
    const page = (await dana.get(path)).body
    for (const [words, shown] of [
      ['Of a twin', false],
      ['Of them', true],
      [step?.what, false],
      [other?.what, true],
    ] as const)
      expect([words, page.includes(words ?? '?')]).toEqual([words, shown])
    expect((await dana.get(`${path}/steps/${step?.id}`)).status).toBe(404)
    expect((await takeOff('pathway', pathwayId)).status).toBe(303)
    for (const way of [path, `${path}/steps/${other?.id}`]) expect((await dana.get(way)).status).toBe(404)
    expect((await dana.get(`/people/${id}/pathways`)).body).toContain('No support pathway')
    for (const table of ['pathway_step', 'pathway_log'] as const) {
      const left = await test.owner
        .selectFrom(table)
        .select('id')
        .where('person_id', '=', id)
        .where('sealed_at', 'is', null)
        .execute()
      expect(left, table).toEqual([])
    }
  })

  it('K9: somebody who does not know of it cannot take it off', async () => {
    const [kind, path] = [...paths].find(([one]) => one === 'custody') ?? []
    await letSee(house, partnership, { id: walked, by: mair, classes: ADVISER_CLASSES })
    const rowId = path?.split('/').at(-1)
    expect((await send(mair, `/people/${walked}/misfiled/pathway/${rowId}`, { why: 'A twin' })).status, kind).toBe(404)
    // Nor does who sees the learning part, and not the plan.
    const learning = paths.get('transition')?.split('/').at(-1)
    for (const what of ['pathway', 'pathway-step', 'pathway-log'])
      expect((await owen.get(`/people/${walked}/misfiled/${what}/${learning}`)).status, what).toBe(404)
  })
})

describe('Records joined and taken apart', () => {
  it('a pathway goes along with all that belongs to it, and back; a goal that is another’s by then is not shown', async () => {
    const [stays, goes] = [await someone(), await someone()]
    await dana.post(`/people/${goes}/plan/goals/new`, { words: 'Goal of the one that goes' }, '/')
    house.clock.advance(1000)
    const goal = await test.owner
      .selectFrom('plan_goal')
      .select('id')
      .where('person_id', '=', goes)
      .executeTakeFirstOrThrow()
    await start(dana, goes, 'reintegration', BACK)
    const { path } = await rowOf(goes)
    await send(dana, `${path}/weeks/2026-11-16`, { version: '0', 'planned-0': '2' })
    const officer = <T>(work: (tx: Tx) => Promise<T>) => test.database.transaction(owen.acting(), work)
    const joined = await officer(async tx => {
      const pair = { keep: stays, join: goes }
      const seen = await compare(tx, pair, undefined)
      const wanted = { ...pair, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!joined.ok) throw new Error(joined.why)
    house.clock.advance(1000)
    expect((await dana.get(`/people/${stays}/pathways`)).body).toContain(path)
    expect((await rowOf(stays)).origin_person_id).toBe(goes)
    // Written while they are one, with a goal that goes back.
    await start(dana, stays, 'mentoring', { ...CONTENT.mentoring, goal: goal.id })
    const mentoring = await rowOf(stays)
    // And parts of the pathway that goes back.
    const went = `/pathways/${path.slice(10)}`
    await send(dana, `${went}/steps/new`, { what: 'Step while one', stage: 'small', owner: 'adviser' })
    await send(dana, `${went}/log`, {
      ...{ came: 'met', words: 'Met while one' },
      ...dayFields('on', [2026, 11, 23]),
    })
    await send(dana, `${went}/weeks/2026-11-23`, { version: '0', 'planned-0': '2' })
    expect((await dana.get(mentoring.path)).body).toContain('Goal of the one that goes')
    const parted = await officer(tx => unmergePeople(tx, joined.value, { reason: 'A test', choices: {} }))
    expect(parted.ok).toBe(true)
    house.clock.advance(1000)
    expect((await rowOf(goes)).path).toBe(path)
    expect((await dana.get(`/people/${stays}/pathways`)).body).not.toContain(path)
    for (const table of ['pathway_step', 'pathway_log', 'pathway_week'] as const) {
      const rows = await test.owner
        .selectFrom(table)
        .select('person_id')
        .where('pathway_id', '=', path.slice(10))
        .execute()
      expect(new Set(rows.map(row => row.person_id)), table).toEqual(new Set([goes]))
      expect(rows.length, table).toBeGreaterThan(table === 'pathway_step' ? 9 : table === 'pathway_week' ? 1 : 0)
    }
    const page = await dana.get(mentoring.path)
    expect([page.status, page.body.includes('Goal of the one that goes')]).toEqual([200, false])
  })
})

describe('By the clock', () => {
  it('K6: of custody nobody is told who may not know of it, and what is told names no kind', async () => {
    const id = await someone()
    const imran = await partnership.colleague('intensive-adviser')
    const leader = await partnership.colleague('team-leader')
    await house.command(partnership.id, async tx => {
      const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
      await joinTeam(tx, team, imran.accountId)
    })
    await letSee(house, partnership, { id, by: leader, classes: ADVISER_CLASSES })
    await letSee(house, partnership, { id, by: imran, classes: INTENSIVE_CLASSES })
    await giveOffending(partnership, id, imran)
    // Dana leads and was not given that part.
    expect((await start(imran, id, 'custody', CUSTODY)).status).toBe(303)
    const told = async () =>
      (
        await test.owner
          .selectFrom('notice')
          .select(['kind', 'account_id'])
          .where('person_id', '=', id)
          .where('kind', 'like', 'pathway.%')
          .execute()
      ).map(one => [one.kind, one.account_id])
    // A day late, then a week: the leader of a team who may not know of it is not told either.
    for (const days of [8, 7]) {
      house.clock.advance(days * 24 * 3600_000)
      await turnOf(test, house)
      await turnOf(test, house)
      expect(await told()).toEqual([['pathway.late', imran.accountId]])
    }
  })
})
