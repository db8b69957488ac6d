/** Support groups at both walls: what stands apart, what a name tells, what is shut, and what follows a record. Row 98; decision 0062. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { ADVISER_CLASSES, liftBarrier, type RecordClass, setBarrier } from '#rooms/access/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { enterLink, madeIn } from '#test/linking.ts'
import { addPerson, letSee } from '#test/people.ts'
import { openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'
import { idIn, supportGroups } from '#test/support-groups.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const groups = supportGroups(test, house)
let partnership: TestPartnership
const referring = openReferring(test, house, () => partnership)
let dana: TestColleague
let imran: TestColleague
let owen: TestColleague
let hale: TestColleague
let agency: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, imran, owen } = await staffOf(partnership, 'dana', 'imran', 'owen'))
  agency = await referring.agency('Made-up Midwives', 'health')
  hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', agency)
})

let made = 0
const young = (given: string, lead: TestColleague = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: `Wallsample${(made += 1)}`, lead })
async function reader(id: PersonId, ...classes: readonly RecordClass[]): Promise<TestColleague> {
  const one = await partnership.colleague('universal-adviser', `Reader${(made += 1)} Testcase`)
  await letSee(house, partnership, { id, by: one, classes: ['identity', ...classes] })
  house.clock.advance(1000)
  return one
}
/** What row security shows of a table about somebody to a colleague. */
const rowsFor = (
  by: TestColleague,
  table: 'support_group_member' | 'support_step' | 'support_step_version',
  id: PersonId,
) =>
  test.database.transaction(by.acting(), tx =>
    tx.db.selectFrom(table).select(['id', 'class']).where('person_id', '=', id).execute(),
  )
const groupsFor = (by: TestColleague) =>
  test.database.transaction(by.acting(), tx => tx.db.selectFrom('support_group').select('id').execute())

describe('What tells of health', () => {
  it('is read by whoever wrote it and who sees health there; by those who run the group once it was agreed, and apart again at once', async () => {
    const [at, ada] = [await groups.group(dana, [hale]), await young('Ada')]
    const member = await groups.join(dana, at, ada)
    const step = await groups.step(hale, member, { what: 'Glucose test', tells: '256', who: hale.accountId })
    const nurse = await reader(ada, 'health', 'sessions')
    const planner = await reader(ada, 'plan', 'sessions')
    const reads = async (by: TestColleague) => ({
      page: (await by.get(step)).status === 200,
      row: (await rowsFor(by, 'support_step', ada)).length === 1,
    })
    const [yes, no] = [
      { page: true, row: true },
      { page: false, row: false },
    ]
    expect([await reads(hale), await reads(nurse), await reads(dana), await reads(planner)]).toEqual([yes, yes, no, no])
    for (const path of [member, at, `/people/${ada}`, `/people/${ada}/plan`, `/people/${ada}/support-groups`])
      expect((await dana.get(path)).body, path).not.toContain('Glucose')
    expect(summaryOf((await groups.post(hale, `${step}/agreed`, { version: '1' })).body)).toHaveLength(2)
    for (const _ of [1, 2])
      expect((await groups.post(hale, `${step}/agreed`, { version: '1', ...groups.asked(hale) })).to).toBe(step)
    expect([await reads(dana), await reads(planner), await reads(imran)]).toEqual([yes, no, no])
    expect((await dana.get(member)).body).toContain('Glucose')
    // Whoever reads it takes their yes back for them.
    expect((await groups.post(dana, `${step}/apart`)).to).toBe(`/people/${ada}`)
    expect([await reads(dana), await reads(hale)]).toEqual([no, yes])
    const actions = (await eventsOf(test, { target: idIn(step) })).map(e => e.action)
    expect(actions).toEqual(
      expect.arrayContaining(['support-group.member-step-agreed', 'support-group.member-step-apart']),
    )
  })

  it('agreed as it is written, is agreed on that page; the yes does not survive other words, nor words of how it went', async () => {
    const [at, ada] = [await groups.group(dana, [hale]), await young('Bo')]
    const member = await groups.join(dana, at, ada)
    const bare = groups.stepFields(hale, { tells: '256', shared: 'agreed' })
    expect(summaryOf((await groups.post(hale, `${member}/steps/new`, bare)).body).map(l => l.split(' ')[0])).toEqual([
      ...['#asked', '#agreed-day'],
    ])
    const agreed = { tells: '256', shared: 'agreed', ...groups.asked(hale) }
    const step = await groups.step(hale, member, { what: 'Scan on Tuesday', ...agreed, who: dana.accountId })
    expect((await dana.get(step)).status).toBe(200)
    const same = { what: 'Scan on Tuesday', who: dana.accountId, tells: '256', ...dayFields('due', [2026, 12, 5]) }
    await groups.must(dana, step, { ...same, version: '1' })
    expect(await groups.stepRow(step)).toMatchObject({ shared_ended_on: null, version: 2 })
    // Other words stand apart: who neither wrote it before nor now cannot be the one who does it.
    const other = { ...same, what: 'Scan on Friday', version: '2' }
    const refused = await groups.post(hale, step, other)
    expect(summaryOf(refused.body)[0]).toContain('#who')
    await groups.must(hale, step, { ...other, who: hale.accountId })
    expect(await groups.stepRow(step)).toMatchObject({ shared_agreed_on: null, version: 3 })
    expect((await dana.get(step)).status).toBe(404)
    expect((await hale.get(step)).body).toContain('Scan on Tuesday')
    await groups.must(hale, `${step}/agreed`, { version: '3', ...groups.asked(hale) })
    await groups.must(dana, `${step}/went`, { version: '4', state: 'done', went: 'All well' })
    const row = await groups.stepRow(step)
    expect([row.state, row.shared_ended_on === null]).toEqual(['done', false])
    const stale = await groups.step(hale, member, { tells: '256', what: 'Vitamins' })
    const late = await groups.post(hale, stale, { ...same, who: hale.accountId, what: 'Iron', version: '7' })
    expect(late.status).toBe(409)
    expect([late.body.includes('Vitamins'), late.body.includes('Iron')]).toEqual([true, true])
    for (const _ of [1, 2])
      expect((await groups.post(hale, `${stale}/went`, { version: '1', state: 'done' })).to).toBe(member)
  })

  it('is done by whoever wrote it, unless it was agreed; what tells of nothing besides is read by all who run it and by who reads the plan', async () => {
    const [at, ada] = [await groups.group(dana, [hale]), await young('Cy')]
    const member = await groups.join(dana, at, ada)
    const wrong = groups.stepFields(hale, { tells: '256', who: dana.accountId })
    expect(summaryOf((await groups.post(hale, `${member}/steps/new`, wrong)).body)[0]).toContain('#who')
    const step = await groups.step(hale, member, { what: 'Ring the nursery', who: dana.accountId })
    const planner = await reader(ada, 'plan')
    const other = await reader(ada, 'sessions')
    expect([(await dana.get(step)).status, (await planner.get(step)).status, (await other.get(step)).status]).toEqual([
      ...[200, 200, 404],
    ])
    // Raised to health, what it said before goes with it.
    await groups.must(hale, step, {
      ...{ what: 'Ring the clinic', who: hale.accountId, tells: '256', version: '1' },
      ...dayFields('due', [2026, 12, 4]),
    })
    expect(await rowsFor(planner, 'support_step_version', ada)).toEqual([])
    expect(await rowsFor(hale, 'support_step_version', ada)).toHaveLength(1)
    expect((await dana.get(step)).status).toBe(404)
    expect((await hale.get(`${member}/steps/new`)).body).not.toContain('Kept close')
    const close = groups.stepFields(hale, { tells: '4096' })
    expect((await groups.post(hale, `${member}/steps/new`, close)).status).toBe(404)
  })
})

describe('Both walls', () => {
  it('K6: which group it is, is told to who may know what its name tells; nothing differs to others, not even by a right', async () => {
    const at = await groups.group(dana, [hale], { name: 'Umberlochne mothers', tells: '256' })
    const ada = await young('Di')
    const other = await reader(ada, ...ADVISER_CLASSES.filter(one => one !== 'identity'))
    const pages = [
      `/people/${ada}/who`,
      `/people/${ada}/round`,
      `/people/${ada}/support-groups`,
      `/people/${ada}/brief`,
    ]
    const bodies = async () => Promise.all(pages.map(async path => stripped((await other.get(path)).body)))
    const before = await bodies()
    const member = await groups.join(dana, at, ada)
    expect((await groups.memberRow(idIn(at), ada)).class).toBe(256)
    expect(await bodies()).toEqual(before)
    expect((await other.get(at)).status).toBe(404)
    expect((await other.get(member)).status).toBe(404)
    expect(await groupsFor(other)).toEqual([])
    expect(await rowsFor(other, 'support_group_member', ada)).toEqual([])
    const nurse = await reader(ada, 'health', 'sessions')
    expect((await nurse.get(`/people/${ada}/support-groups`)).body).toContain('Umberlochne')
    expect((await nurse.get(`/people/${ada}/who`)).body).toContain('Hale Testcase')
    // A step that tells of nothing besides names no group to who may not know it.
    await groups.step(dana, member, { what: 'Find a quiet room at college' })
    const plan = (await other.get(`/people/${ada}/plan`)).body
    expect([plan.includes('quiet room'), plan.includes('Umberlochne')]).toEqual([true, false])
  })

  it('K4: kept close is for who has the key; a restricted record and who is shut out stay shut, whatever was agreed', async () => {
    const [at, ada, bo] = [await groups.group(dana, [hale]), await young('Ed'), await young('Flo')]
    const close = groups.memberFields(dana, ada, { known: 'close' })
    expect(summaryOf((await groups.post(dana, `${at}/members/new`, close)).body)[0]).toContain('#known')
    await letSee(house, partnership, { id: ada, by: dana, classes: ['restricted'] })
    house.clock.advance(1000)
    await groups.must(dana, `${at}/members/new`, close)
    expect((await groups.memberRow(idIn(at), ada)).class).toBe(4096)
    expect(await groups.rightsOver(ada)).toEqual([])
    expect((await dana.get(at)).body).toContain('Ed Wallsample')
    expect((await hale.get(at)).body).not.toContain('Ed Wallsample')
    const closeStep = await groups.step(dana, `/support-members/${close.id}`, { tells: '64' })
    expect((await groups.stepRow(closeStep)).class).toBe(4096)
    const member = await groups.join(dana, at, bo)
    await house.command(partnership.id, tx => setBarrier(tx, bo, { holderId: agency, reason: 'A test' }))
    house.clock.advance(1000)
    expect((await hale.get(at)).body).not.toContain('Flo Wallsample')
    expect([(await hale.get(member)).status, (await hale.get(`/people/${bo}`)).status]).toEqual([404, 404])
    await house.command(partnership.id, tx => liftBarrier(tx, bo, agency, 'A test'))
    house.clock.advance(1000)
    expect((await hale.get(member)).status).toBe(200)
    await house.command(partnership.id, tx => setBarrier(tx, bo, { holderId: null, reason: 'A test' }))
    house.clock.advance(1000)
    for (const one of [hale, dana]) expect((await one.get(at)).body).not.toContain('Flo Wallsample')
    expect(await rowsFor(hale, 'support_group_member', bo)).toEqual([])
  })

  it('K9: on the wrong young person it is taken off with what was done there, the rights end, and who read it is told', async () => {
    const [at, ada] = [await groups.group(dana, [hale]), await young('Gil')]
    const member = await groups.join(dana, at, ada)
    const step = await groups.step(dana, member)
    await hale.get(member)
    await imran.get(member)
    await groups.must(dana, `/people/${ada}/misfiled/group-step/${idIn(step)}`, { why: 'Another Gil' })
    expect((await dana.get(step)).status).toBe(404)
    const told = await test.owner.selectFrom('notice').select('account_id').where('person_id', '=', ada).execute()
    const whom = told.map(one => one.account_id)
    expect([whom.includes(hale.accountId), whom.includes(imran.accountId)]).toEqual([true, false])
    const again = await groups.step(dana, member)
    await groups.must(dana, `/people/${ada}/misfiled/group-member/${idIn(member)}`, { why: 'Another Gil' })
    expect((await groups.stepRow(again)).sealed_at).not.toBeNull()
    expect(await groups.rightsOver(ada)).toEqual([])
    expect((await dana.get(at)).body).not.toContain('Gil Wallsample')
    const stubs = await test.owner
      .selectFrom('breach')
      .select(['what', 'seen_by'])
      .where('person_id', '=', ada)
      .execute()
    expect(stubs.map(one => one.what).toSorted()).toEqual(['group-member', 'group-step'])
    for (const one of stubs) {
      expect(one.seen_by).toContain(hale.accountId)
      expect(one.seen_by).not.toContain(imran.accountId)
    }
  })

  it('follows its record when two are joined and taken apart, with the rights by it', async () => {
    const at = await groups.group(dana, [hale])
    const [keep, gone] = [
      await addPerson(house, partnership, { given: 'Tess', family: 'Joinsample', lead: dana }),
      await addPerson(house, partnership, { given: 'Tess', family: 'Joinsample', lead: dana }),
    ]
    const member = await groups.join(dana, at, gone)
    await groups.step(dana, member)
    house.clock.advance(1000)
    const merged = await test.database.transaction(owen.acting(), async tx => {
      const seen = await compare(tx, { keep, join: gone }, undefined)
      const wanted = { keep, join: gone, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
      return mergePeople(tx, wanted, undefined)
    })
    if (!merged.ok) throw new Error(merged.why)
    house.clock.advance(1000)
    expect(await groups.rightsOver(keep)).toHaveLength(2)
    expect(await rowsFor(hale, 'support_group_member', keep)).toHaveLength(1)
    expect(await rowsFor(dana, 'support_step', keep)).toHaveLength(1)
    const parted = await test.database.transaction(owen.acting(), tx =>
      unmergePeople(tx, merged.value, { reason: 'A test', choices: {} }),
    )
    expect(parted.ok).toBe(true)
    house.clock.advance(1000)
    expect([await groups.rightsOver(keep), (await groups.rightsOver(gone)).length]).toEqual([[], 2])
    expect(await rowsFor(hale, 'support_group_member', keep)).toEqual([])
  })

  it('goes to a new lead as far as their classes show, and is still for somebody who has died', async () => {
    const [at, ada] = [await groups.group(hale, [dana]).catch(() => groups.group(dana, [hale])), await young('Hal')]
    const member = await groups.join(dana, at, ada)
    const step = await groups.step(hale, member, { tells: '256' })
    const next = await reader(ada, ...ADVISER_CLASSES.filter(one => one !== 'identity'))
    expect((await next.get(`/people/${ada}/support-groups`)).body).toContain('Thursday group')
    expect((await next.get(step)).status).toBe(404)
    expect((await next.get(`${member}/steps/new`)).status).toBe(404)
    await test.owner
      .updateTable('person')
      .set({ died_on: toDay('2026-11-20') })
      .where('id', '=', ada)
      .execute()
    expect((await dana.get(at)).body).not.toContain('Hal Wallsample')
    expect((await dana.get(member)).body).not.toContain('They leave the group')
    expect((await hale.get(`${member}/steps/new`)).status).toBe(404)
    expect((await hale.get(member)).body).toContain('Was still to do')
  })
})

describe('A step read by a yes alone', () => {
  it('is not moved out of its class by who may not see that class', async () => {
    const at = await groups.group(dana, [hale], { name: 'Umberlochne movers' })
    const ada = await young('Moa')
    const member = await groups.join(dana, at, ada)
    const agreed = { tells: '256', shared: 'agreed', who: hale.accountId, ...groups.asked(hale) }
    const step = await groups.step(hale, member, { what: 'Go along to the clinic', ...agreed })
    const { body } = await dana.get(step)
    expect(body).toContain('Go along to the clinic')
    const version = String((await groups.stepRow(step)).version)
    const moved = groups.stepFields(dana, { what: 'Go along to the clinic', who: hale.accountId, tells: '64', version })
    const answer = await groups.post(dana, step, moved)
    expect([answer.status, summaryOf(answer.body)]).toEqual([
      422,
      ['#tells Only whoever wrote it, or who sees that part of their record, may say that it tells of something else'],
    ])
    expect((await groups.stepRow(step)).class).toBe(256)
    expect((await groups.post(hale, step, { ...moved, version })).status).toBe(303)
  })
})

describe('Their own link', () => {
  it('shows them their groups and every step with who reads it, but nothing that stands apart: whoever holds it reads it', async () => {
    const at = await groups.group(dana, [hale], { name: 'Umberlochne mothers' })
    const ada = await young('Ida')
    const offered = async () => (await dana.get(`/people/${ada}/plan/link`)).body.includes('My groups')
    expect(await offered()).toBe(false)
    const member = await groups.join(dana, at, ada)
    expect(await offered()).toBe(true)
    await groups.step(hale, member, { what: 'Glucose test', tells: '256', who: hale.accountId })
    await groups.step(dana, member, { what: 'Ring the nursery' })
    await groups.step(dana, member, {
      what: 'Go along to the clinic',
      tells: '256',
      shared: 'agreed',
      ...groups.asked(dana),
    })
    await letSee(house, partnership, { id: ada, by: dana, classes: ['restricted'] })
    house.clock.advance(1000)
    await groups.step(dana, member, { what: 'Nobody is told', tells: '4096' })
    const link = madeIn((await groups.post(dana, `/people/${ada}/plan/link`, { pages: ['group'] })).body)
    house.clock.advance(1000)
    const phone = await enterLink(house, link, 'group')
    const { body } = await phone.get(`${link.path}/group`)
    expect(body).toContain('Umberlochne mothers')
    for (const said of ['Go along to the clinic', 'Ring the nursery', 'Hale Testcase']) expect(body).toContain(said)
    expect(body).toContain('Anything private is not shown on a link')
    // Whoever made the link saw its address and its code.
    for (const apart of ['Glucose test', 'Nobody is told']) expect(body).not.toContain(apart)
    expect((await phone.get(`${link.path}/plan`)).status).not.toBe(200)
    // By a link that was made for something else nothing of it shows.
    const other = madeIn((await groups.post(dana, `/people/${ada}/plan/link`, { pages: ['file'] })).body)
    house.clock.advance(1000)
    const elsewhere = await enterLink(house, other, 'file')
    expect((await elsewhere.get(`${other.path}/group`)).status).not.toBe(200)
  })
})

/** A page without what differs each time it is drawn. */
function stripped(body: string): string {
  return body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|value="[\w-]{20,}"|nonce="[^"]*"/g, '')
}
