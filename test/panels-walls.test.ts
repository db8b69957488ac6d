/** Panels and the two walls: barriers, names that tell, rolls, the wrong person, joined records. Every seat is a row of its own, and no right is left behind. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { query } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ADVISER_CLASSES, addMembers, setBarrier } from '#rooms/access/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { openTestHouse, type TestColleague, type TestPartnership, withoutTokens } from '#test/house.ts'
import { openPanels, roundTheTable } from '#test/panels.ts'
import { addPerson, letSee } from '#test/people.ts'
import { staffOf } from '#test/staff.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const panels = openPanels(test, house)
let partnership: TestPartnership
let leader: TestColleague
let dana: TestColleague
let mair: TestColleague
let owen: TestColleague
let hana: TestColleague
let hale: TestColleague
let school: OrganisationId
let housing: OrganisationId
let panel: string

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ leader, dana, mair, owen } = await staffOf(partnership, 'leader', 'dana', 'mair', 'owen'))
  ;({ school, housing, hana, hale } = await roundTheTable(house, partnership, { leader, dana }))
})

beforeEach(async () => {
  panel = await panels.panel(leader)
  await panels.attend(leader, panel, hana, ['learning'])
  await panels.attend(leader, panel, hale, ['sessions'])
})

let made = 0
const newPerson = (lead: TestColleague | undefined = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given: 'Zadie', family: `Wallsample${(made += 1)}`, lead })
const bar = (id: PersonId, holderId: string | null) =>
  house
    .command(partnership.id, tx => setBarrier(tx, id, { holderId, reason: 'A test' }))
    .then(() => house.clock.advance(1000))

/** What the database itself answers of the three tables about somebody. */
const rowsTo = (who: TestColleague, id: PersonId, holders = who.acting().holders) =>
  test.database.transaction({ ...who.acting(), holders }, async tx => {
    const seen: number[] = []
    for (const table of ['panel_item', 'panel_line', 'panel_action'])
      seen.push((await query(tx, `select id from ${table} where person_id = $1`, [id])).length)
    return seen
  })

async function spokenOf(id: PersonId) {
  const { meeting, items } = await panels.sent(leader, panel, [id], {
    'line-learning': 'Left in October',
    'line-sessions': 'Meets me on Tuesdays',
  })
  const [item = ''] = items
  expect((await panels.agreeing(leader, item, hale)).status).toBe(303)
  return { meeting, item }
}

describe('A seat', () => {
  it('shows its own rows and no others: of what is not sent nothing, of another class nothing, and nothing of the record', async () => {
    const id = await newPerson()
    const meeting = await panels.meeting(leader, panel)
    const item = await panels.brought(leader, meeting, id)
    await panels.prepared(leader, item, { 'line-learning': 'Left in October', 'line-sessions': 'On Tuesdays' })
    expect(await rowsTo(hale, id)).toEqual([0, 0, 0])
    expect(await rowsTo(leader, id)).toEqual([1, 2, 0])
    await panels.step(leader, meeting, 'send')
    expect(await rowsTo(hale, id)).toEqual([1, 1, 0])
    await panels.agreeing(leader, item, hana)
    expect([await rowsTo(hale, id), await rowsTo(mair, id)]).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ])
    // For another organisation of theirs they have no seat.
    expect(await rowsTo(hale, id, [hale.accountId, school])).toEqual([0, 0, 0])
    const person = await test.database.transaction(hale.acting(), tx =>
      query(tx, 'select id from person where id = $1', [id]),
    )
    expect(person).toEqual([])
  })

  it('and what it shows ends with its reason: closed, called off, taken off, taken away', async () => {
    const id = await newPerson()
    const { meeting, item } = await spokenOf(id)
    expect(await rowsTo(hana, id)).toEqual([1, 1, 1])
    await panels.closed(leader, meeting, [item])
    expect(await rowsTo(hana, id)).toEqual([1, 0, 1])
    await panels.send(leader, `/panels/${panel}/attenders/take-away`, { account: hana.accountId })
    expect(await rowsTo(hana, id)).toEqual([0, 0, 0])
    // Whoever owes something keeps that, without a seat.
    await panels.send(leader, `/panels/${panel}/attenders/take-away`, { account: hale.accountId })
    expect(await rowsTo(hale, id)).toEqual([0, 0, 1])
    const rights = await test.owner.selectFrom('access_grant').select('source').where('person_id', '=', id).execute()
    expect(rights.map(one => one.source)).toEqual(['lead-adviser'])
  })
})

describe('A chair who works with no records', () => {
  it('holds the meeting by initials, with what others brought and wrote, and can put nobody on it (K8)', async () => {
    const manager = await partnership.colleague('manager', 'Alex Testcase')
    const own = await panels.panel(manager)
    await panels.attend(manager, own, leader)
    const id = await newPerson()
    const meeting = await panels.meeting(manager, own)
    expect((await panels.bringing(manager, meeting, id)).status).toBe(404)
    expect((await manager.get(`/panel-meetings/${meeting}/pick`)).status).toBe(404)
    const item = await panels.brought(leader, meeting, id)
    await panels.prepared(dana, item, { 'line-sessions': 'Meets me on Tuesdays' })
    expect((await panels.step(manager, meeting, 'send')).status).toBe(303)
    for (const path of [`/panel-meetings/${meeting}`, `/panel-items/${item}`, `/panel-items/${item}/prepare`]) {
      const { status, body } = await manager.get(path)
      expect([status, body.includes('Z. W.'), body.includes('Wallsample'), body.includes('Tuesdays')], path).toEqual([
        ...[200, true, false, false],
      ])
    }
    // What others wrote stays, though the one who saves cannot read it.
    expect((await panels.preparing(manager, item)).status).toBe(303)
    expect(await rowsTo(leader, id)).toEqual([1, 1, 0])
    expect((await panels.agreeing(manager, item, dana)).status).toBe(303)
    await panels.closed(manager, meeting, [item])
    expect((await panels.itemOf(item)).state).toBe('nothing')
  })
})

describe('A barrier', () => {
  it('keeps somebody off the agenda of whoever is shut out, themselves or their organisation, and the chair is told who (K4)', async () => {
    const [own, theirs] = [await newPerson(), await newPerson()]
    await bar(own, hale.accountId)
    await bar(theirs, housing)
    const { meeting, items } = await panels.sent(leader, panel, [own, theirs])
    const page = (await hale.get(`/panel-meetings/${meeting}`)).body
    expect(page).toContain('There is nobody on the agenda you may know of')
    for (const id of [own, theirs]) expect(await rowsTo(hale, id)).toEqual([0, 0, 0])
    for (const path of [`/panel-items/${items[0]}`, `/panel-items/${items[1]}`])
      expect(withoutTokens(await hale.get(path)), path).toBe(withoutTokens(await hale.get('/nowhere')))
    expect((await hana.get(`/panel-meetings/${meeting}`)).body).toContain('Who begins?')
    expect((await leader.get(`/panel-meetings/${meeting}`)).body).toContain('Not on the agenda of Hale Testcase')
    // Nor can they be given anything to do.
    expect((await panels.agreeing(leader, items[0] ?? '', hale)).status).toBe(422)
    // Set later, it takes everything away at once.
    const later = await newPerson()
    const spoken = await spokenOf(later)
    expect(await rowsTo(hale, later)).toEqual([1, 1, 1])
    await bar(later, housing)
    expect(await rowsTo(hale, later)).toEqual([0, 0, 0])
    expect((await hale.get('/panel-actions')).body).not.toContain(spoken.item)
  })

  it('of a restricted record keeps it off every agenda, as if there were none, unless everybody is named for it (K4)', async () => {
    const id = await newPerson()
    await bar(id, null)
    const named = ['identity', 'sessions', 'restricted'] as const
    await letSee(house, partnership, { id, by: leader, classes: [...ADVISER_CLASSES, 'restricted'] })
    const meeting = await panels.meeting(leader, panel)
    const refused = await panels.bringing(leader, meeting, id)
    const nobody = await panels.bringing(leader, meeting, '01a00000-0000-7000-8000-000000000000' as PersonId)
    expect([refused.status, withoutTokens(refused)]).toEqual([404, withoutTokens(nobody)])
    for (const by of [hana, hale]) await letSee(house, partnership, { id, by, classes: named })
    expect((await panels.bringing(leader, meeting, id)).status).toBe(303)
    // Restricted once it stands there, it is read by those who are named alone.
    const other = await newPerson()
    await panels.prepared(leader, await panels.brought(leader, meeting, other))
    await bar(other, null)
    expect(await rowsTo(hana, other)).toEqual([0, 0, 0])
  })
})

describe('A panel whose very name tells something', () => {
  it('gives everybody who is brought that class: nobody else reads that they were, nor is told (K6)', async () => {
    const id = await newPerson()
    const own = await panels.panel(leader, { title: 'Made-up clinic panel', tells: '256' })
    await panels.attend(leader, own, hale, ['sessions'])
    const meeting = await panels.meeting(leader, own)
    // The chair sees nothing of health on this record: to them it is not there to be brought.
    expect((await panels.bringing(leader, meeting, id)).status).toBe(422)
    await letSee(house, partnership, { id, by: leader, classes: [...ADVISER_CLASSES, 'health'] })
    const item = await panels.brought(leader, meeting, id)
    expect((await panels.itemOf(item)).class).toBe(256)
    const notices = await test.owner.selectFrom('notice').select('kind').where('target_id', '=', item).execute()
    expect(notices).toEqual([])
    await panels.prepared(leader, item, { 'line-sessions': 'Meets me on Tuesdays' })
    await panels.step(leader, meeting, 'send')
    await panels.agreeing(leader, item, hale)
    expect((await dana.get(`/people/${id}`)).body).not.toContain('Made-up clinic panel')
    expect((await dana.get(`/panel-items/${item}`)).status).toBe(404)
    expect(await rowsTo(dana, id)).toEqual([0, 0, 0])
    expect(await rowsTo(hale, id)).toEqual([1, 1, 1])
    // Once its name tells nothing, it is as any other.
    const { version } = await test.owner
      .selectFrom('panel')
      .select('version')
      .where('id', '=', own as RowId)
      .executeTakeFirstOrThrow()
    const plain = { kind: 'other', title: 'Plain', tells: '0', purpose: 'A test', basis: 'public-task', law: 'A law' }
    const changed = { ...plain, id: own, allows: ['sessions'], version: String(version) }
    expect((await panels.send(leader, `/panels/${own}/change`, changed)).status).toBe(303)
    expect((await panels.itemOf(item)).class).toBe(128)
    expect(await rowsTo(dana, id)).toEqual([1, 1, 1])
  })
})

describe('A roll', () => {
  it('opens nothing of what a panel read or agreed of its pupils (K3)', async () => {
    const id = await newPerson()
    await house.command(partnership.id, tx => addMembers(tx, school as string as GroupId, [id]))
    house.clock.advance(1000)
    const pastor = await partnership.colleague('partner-practitioner', 'Pat Testcase', school)
    await spokenOf(id)
    expect((await pastor.get(`/people/${id}`)).status).toBe(200)
    expect(await rowsTo(pastor, id)).toEqual([0, 0, 0])
  })
})

const seenOf = async (row: string) =>
  (
    await test.owner
      .selectFrom('breach')
      .select('seen_by')
      .where('row_id', '=', row as RowId)
      .executeTakeFirstOrThrow()
  ).seen_by
const actionOf = async (item: string) =>
  (
    await test.owner
      .selectFrom('panel_action')
      .select('id')
      .where('item_id', '=', item as RowId)
      .executeTakeFirstOrThrow()
  ).id

describe('What somebody owed', () => {
  it('is readable to them for ninety days after it is over, and not longer', async () => {
    const { item } = await spokenOf(await newPerson())
    const action = await actionOf(item)
    expect((await panels.over(hale, action, { over: 'done' })).status).toBe(303)
    const over = async (on: string) => {
      await test.owner
        .updateTable('panel_action')
        .set({ over_on: on as Day })
        .where('id', '=', action)
        .execute()
      await test.owner
        .updateTable('panel_seat')
        .set({ ended_at: house.clock.now() })
        .where('account_id', '=', hale.accountId)
        .where('meeting_id', 'in', test.owner.selectFrom('panel_action').select('meeting_id').where('id', '=', action))
        .execute()
      house.clock.advance(1000)
      return (await hale.get(`/panel-actions/${action}`)).status
    }
    expect(await over('2026-08-27')).toBe(200)
    expect(await over('2026-08-24')).toBe(404)
  })
})

describe('What was filed on the wrong young person', () => {
  it('is gone with all that was written and agreed, also for every seat, and who read it is told (K9)', async () => {
    const id = await newPerson()
    await house.command(partnership.id, tx => addMembers(tx, school as string as GroupId, [id]))
    const { meeting, item } = await spokenOf(id)
    // One who knows them by a roll, one who does not know them.
    await hana.get(`/panel-meetings/${meeting}`)
    expect((await hale.get(`/panel-meetings/${meeting}`)).body).toContain('Meets me on Tuesdays')
    house.clock.advance(1000)
    const done = await panels.send(dana, `/people/${id}/misfiled/panel/${item}`, { why: 'It was her twin' })
    expect(done.status).toBe(303)
    for (const who of [leader, dana, hale]) {
      expect(await rowsTo(who, id)).toEqual([0, 0, 0])
      expect((await who.get(`/panel-items/${item}`)).status).toBe(404)
    }
    const seen = await test.owner
      .selectFrom('breach')
      .select('seen_by')
      .where('row_id', '=', item as RowId)
      .executeTakeFirstOrThrow()
    expect(seen.seen_by).toEqual(expect.arrayContaining([hana.accountId, hale.accountId]))
  })

  it('is told to whoever read it by their seat and may know who somebody is, and nothing more (K9)', async () => {
    const id = await newPerson()
    const { meeting, item } = await spokenOf(id)
    await letSee(house, partnership, { id, by: hale, classes: ['identity'] })
    expect((await hale.get(`/panel-meetings/${meeting}`)).body).toContain('Meets me on Tuesdays')
    house.clock.advance(1000)
    await panels.send(dana, `/people/${id}/misfiled/panel/${item}`, { why: 'It was her twin' })
    expect(await seenOf(item)).toContain(hale.accountId)
  })

  it.each(['/', '/panel-actions'])('is told to whoever read on %s what they owe (K9)', async path => {
    const id = await newPerson()
    const { item } = await spokenOf(id)
    const action = await actionOf(item)
    await hale.get(path)
    house.clock.advance(1000)
    await panels.send(dana, `/people/${id}/misfiled/panel-action/${action}`, { why: 'A test' })
    expect(await seenOf(action)).toContain(hale.accountId)
  })

  it('may be one action alone', async () => {
    const id = await newPerson()
    const { item } = await spokenOf(id)
    const { id: action } = await test.owner
      .selectFrom('panel_action')
      .select('id')
      .where('item_id', '=', item as RowId)
      .executeTakeFirstOrThrow()
    expect((await panels.send(dana, `/people/${id}/misfiled/panel-action/${action}`, { why: 'A test' })).status).toBe(
      303,
    )
    expect(await rowsTo(hale, id)).toEqual([1, 1, 0])
    expect((await hale.get(`/panel-actions/${action}`)).status).toBe(404)
  })
})

describe('Joined records', () => {
  it('bring along what panels read and agreed, and give it back when they are taken apart', async () => {
    const [keep, gone] = [await newPerson(), await newPerson()]
    const { meeting, item } = await spokenOf(gone)
    const officer = <T>(work: Parameters<typeof test.database.transaction<T>>[1]) =>
      test.database.transaction(owen.acting(), work)
    const merged = await officer(async tx => {
      const seen = await compare(tx, { keep, join: gone }, undefined)
      const wanted = { keep, join: gone, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    expect(await rowsTo(hale, keep)).toEqual([1, 1, 1])
    expect((await hale.get(`/panel-meetings/${meeting}`)).body).toContain('Z. W.')
    expect((await dana.get(`/people/${keep}`)).body).toContain('Who begins?')
    const parted = await officer(tx => unmergePeople(tx, merged.value as RowId, { reason: 'A test', choices: {} }))
    expect(parted.ok).toBe(true)
    house.clock.advance(1000)
    expect([await rowsTo(hale, keep), await rowsTo(hale, gone)]).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ])
    expect((await panels.itemOf(item)).person_id).toBe(gone)
  })
})
