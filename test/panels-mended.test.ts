/** Panels over a longer time: what is carried over, joined and taken apart, filed on the wrong young person, and owed. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addMs } from '#ground/clock.ts'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { openPanels, roundTheTable } from '#test/panels.ts'
import { addPerson } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const panels = openPanels(test, house)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let owen: TestColleague
let hana: TestColleague
let hale: TestColleague
let housing: OrganisationId
let panel: string

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, owen } = await staffOf(partnership, 'leader', 'dana', 'owen'))
  ;({ housing, hana, hale } = await roundTheTable(house, partnership, { leader, dana }))
})

beforeEach(async () => {
  panel = await panels.panel(leader)
  await panels.attend(leader, panel, hana, ['learning'])
  await panels.attend(leader, panel, hale, ['sessions'])
})

const TABLES = ['panel_item', 'panel_line', 'panel_action'] as const
let made = 0
const newPerson = (): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Zadie', family: `Mendsample${(made += 1)}`, lead: dana })
const bar = (id: PersonId, holderId: string) =>
  house
    .command(partnership.id, tx => setBarrier(tx, id, { holderId, reason: 'A test' }))
    .then(() => house.clock.advance(1000))

/** What stands of the three tables about somebody, whoever may see it. */
async function standing(id: PersonId): Promise<number[]> {
  const counts: number[] = []
  for (const table of TABLES)
    counts.push(
      (
        await test.owner
          .selectFrom(table)
          .select('id')
          .where('person_id', '=', id)
          .where('sealed_at', 'is', null)
          .execute()
      ).length,
    )
  return counts
}

const itemsAt = (meeting: string) =>
  test.owner
    .selectFrom('panel_item')
    .selectAll()
    .where('meeting_id', '=', meeting as RowId)
    .execute()

const actionAbout = async (id: PersonId): Promise<RowId> =>
  (await test.owner.selectFrom('panel_action').select('id').where('person_id', '=', id).executeTakeFirstOrThrow())
    .id as RowId

async function agreed(owner: TestColleague, chair = leader, of = panel) {
  const id = await newPerson()
  const { meeting, items } = await panels.sent(chair, of, [id], { 'line-sessions': 'Meets me on Tuesdays' })
  const [item = ''] = items
  expect((await panels.agreeing(chair, item, owner)).status).toBe(303)
  return { id, meeting, item, action: await actionAbout(id) }
}

/** Put off at one meeting, and on the agenda of the next. */
async function carried() {
  const first = await agreed(hale)
  await panels.outcome(leader, first.item, 'put-off')
  await panels.closed(leader, first.meeting, [first.item])
  const next = await panels.meeting(leader, panel, [2026, 12, 1])
  const [again] = await itemsAt(next)
  return { ...first, next, again: again?.id ?? '' }
}

const told = async (who: TestColleague, kind: string, target: string) =>
  (
    await test.owner
      .selectFrom('notice')
      .select('id')
      .where('account_id', '=', who.accountId)
      .where('kind', '=', kind)
      .where('target_id', '=', target)
      .execute()
  ).length

const late = (action: RowId, due: string) =>
  test.owner
    .updateTable('panel_action')
    .set({ due_on: toDay(due) })
    .where('id', '=', action)
    .execute()

describe('Records that were joined', () => {
  it('give back, when they are taken apart, also what was written, agreed and carried over since', async () => {
    const [keep, gone] = [await newPerson(), await newPerson()]
    const meeting = await panels.meeting(leader, panel)
    const item = await panels.brought(leader, meeting, gone)
    const officer = <T>(work: Parameters<typeof test.database.transaction<T>>[1]) =>
      test.database.transaction(owen.acting(), work)
    const merged = await officer(async tx => {
      const seen = await compare(tx, { keep, join: gone }, undefined)
      const wanted = { keep, join: gone, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    await panels.prepared(leader, item, { 'line-sessions': 'Meets me on Tuesdays' })
    await panels.step(leader, meeting, 'send')
    expect((await panels.agreeing(leader, item, hale)).status).toBe(303)
    await panels.outcome(leader, item, 'put-off')
    await panels.closed(leader, meeting, [item])
    await panels.meeting(leader, panel, [2026, 12, 1])
    expect(await standing(keep)).toEqual([2, 2, 1])
    const parted = await officer(tx => unmergePeople(tx, merged.value as RowId, { reason: 'A test', choices: {} }))
    expect(parted.ok).toBe(true)
    expect([await standing(keep), await standing(gone)]).toEqual([
      [0, 0, 0],
      [2, 2, 1],
    ])
  })
})

describe('What was carried over and filed on the wrong young person', () => {
  it('is gone from the earlier agenda as well, and stands on no later one (K9)', async () => {
    const { id, again } = await carried()
    expect(await standing(id)).toEqual([2, 2, 1])
    const done = await panels.send(dana, `/people/${id}/misfiled/panel/${again}`, { why: 'It was her twin' })
    expect(done.status).toBe(303)
    expect(await standing(id)).toEqual([0, 0, 0])
    expect(await itemsAt(await panels.meeting(leader, panel, [2026, 12, 8]))).toEqual([])
  })

  it('is gone from the later agenda when it is taken off the earlier one (K9)', async () => {
    const { id, item, again } = await carried()
    const done = await panels.send(dana, `/people/${id}/misfiled/panel/${item}`, { why: 'It was her twin' })
    expect(done.status).toBe(303)
    expect(await standing(id)).toEqual([0, 0, 0])
    expect((await leader.get(`/panel-items/${again}`)).status).toBe(404)
  })
})

describe('What was put off', () => {
  it('stands on the next agenda also where the chair is a new one, who sees no record and was not there', async () => {
    const [one, two] = [
      await partnership.colleague('manager', 'Alex Testcase'),
      await partnership.colleague('manager', 'Bea Testcase'),
    ]
    const own = await panels.panel(one)
    await panels.attend(one, own, leader)
    const id = await newPerson()
    const meeting = await panels.meeting(one, own)
    const item = await panels.brought(leader, meeting, id)
    await panels.prepared(leader, item)
    await panels.step(one, meeting, 'send')
    await panels.outcome(one, item, 'put-off')
    await panels.closed(one, meeting, [item])
    expect((await panels.send(one, `/panels/${own}/chair`, { chair: two.membershipId })).status).toBe(303)
    const next = await panels.meeting(two, own, [2026, 12, 1])
    expect((await itemsAt(next)).map(row => row.from_item_id)).toEqual([item])
    expect((await two.get(`/panel-meetings/${next}`)).body).toContain('Z. M.')
  })

  it('waits for the next agenda however long that takes', async () => {
    const manager = await partnership.colleague('manager', 'Cam Testcase')
    const own = await panels.panel(manager)
    await panels.attend(manager, own, leader)
    const id = await newPerson()
    const meeting = await panels.meeting(manager, own)
    const item = await panels.brought(leader, meeting, id)
    await panels.prepared(leader, item)
    await panels.step(manager, meeting, 'send')
    await panels.outcome(manager, item, 'put-off')
    await panels.closed(manager, meeting, [item])
    await test.owner
      .updateTable('panel_meeting')
      .set({ closed_at: addMs(house.clock.now(), -100 * 86_400_000) })
      .where('id', '=', meeting as RowId)
      .execute()
    const next = await panels.meeting(manager, own, [2026, 12, 1])
    expect((await itemsAt(next)).map(row => row.person_id)).toEqual([id])
  })
})

describe('What is owed and late', () => {
  it('is not recalled to somebody whose organisation is shut out (K4)', async () => {
    const { id, action } = await agreed(hale)
    await bar(id, housing)
    await late(action, '2026-11-20')
    await turnOf(test, house)
    expect(await told(hale, 'panel.action-late', action)).toBe(0)
  })
})
