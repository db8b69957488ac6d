/** Support groups over HTTP and down to the row: who runs one, who belongs to it by their yes, and what it does. Row 98. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type OrganisationId, type PersonId } from '#ground/ids.ts'
import { createTeam, joinTeam } from '#rooms/deployment/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'
import { GROUP, idIn, supportGroups, TODAY } from '#test/support-groups.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const groups = supportGroups(test, house)
let partnership: TestPartnership
const referring = openReferring(test, house, () => partnership)
let dana: TestColleague
let imran: TestColleague
let mair: TestColleague
let leader: TestColleague
let hale: TestColleague
let agency: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ dana, imran, mair, leader } = await staffOf(partnership, 'dana', 'imran', 'mair', 'leader'))
  agency = await referring.agency('Made-up Midwives', 'health')
  hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', agency)
})

let made = 0
const young = (given: string, lead: TestColleague = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: `Groupsample${(made += 1)}`, lead })
const groupRow = (at: string) =>
  test.owner.selectFrom('support_group').selectAll().where('id', '=', idIn(at)).executeTakeFirstOrThrow()

describe('A support group', () => {
  it('is started, stands on the list of whoever runs it, and is reached from the groups', async () => {
    const at = await groups.group(dana, [hale], { name: 'Cooking on Thursdays', meets: 'Thursdays, hub kitchen' })
    expect(await groupRow(at)).toMatchObject({ name: 'Cooking on Thursdays', discloses: 0, ended_on: null })
    for (const one of [dana, hale]) {
      expect((await one.get('/support-groups')).body).toContain('Cooking on Thursdays')
      expect((await one.get(at)).body).toContain('midwife')
    }
    expect((await dana.get('/groups')).body).toContain('href="/support-groups"')
    expect((await imran.get('/support-groups')).body).not.toContain('Cooking on Thursdays')
    expect((await imran.get(at)).status).toBe(404)
    expect((await eventsOf(test, { target: idIn(at) })).map(e => e.action)).toEqual(
      expect.arrayContaining(['support-group.made', 'support-group.runner-added', 'support-group.viewed']),
    )
  })

  it('is refused without its facts, sent twice it is one, and another text under it is told apart', async () => {
    const id = groups.id()
    const empty = await groups.post(dana, '/support-groups/new', { id, meets: 'Blue room' })
    expect(empty.status).toBe(422)
    expect(summaryOf(empty.body).map(line => line.split(' ')[0])).toEqual([
      ...['#name', '#purpose', '#tells', '#there-for'],
    ])
    expect(empty.body).toContain('Blue room')
    for (const _ of [1, 2])
      expect((await groups.post(dana, '/support-groups/new', { id, ...GROUP })).to).toBe(`/support-groups/${id}`)
    expect((await groups.post(dana, '/support-groups/new', { id, ...GROUP, name: 'Another' })).status).toBe(409)
    expect((await groups.post(dana, '/support-groups/new', { id: 'nobody’s', ...GROUP })).status).toBe(422)
  })

  it('is changed with a reason and keeps what it said; a stale save shows both, and nothing is lost', async () => {
    const at = await groups.group(dana, [imran])
    const { 'there-for': _, ...content } = GROUP
    const change = { ...content, name: 'Friday group', why: 'Another day', version: '1' }
    expect(summaryOf((await groups.post(dana, `${at}/change`, { ...change, why: '' })).body)[0]).toContain('#why')
    expect((await groups.post(dana, `${at}/change`, change)).to).toBe(at)
    const stale = await groups.post(imran, `${at}/change`, { ...change, name: 'Sunday group' })
    expect(stale.status).toBe(409)
    expect([stale.body.includes('Friday group'), stale.body.includes('Sunday group')]).toEqual([true, true])
    const kept = await test.owner.selectFrom('support_group_version').selectAll().execute()
    expect(kept.filter(one => one.group_id === idIn(at))).toMatchObject([{ version: 1, why: 'Another day' }])
  })

  it('is run by colleagues of any agency; the last of those who are here cannot be taken off', async () => {
    const at = await groups.group(dana, [hale])
    const runners = () =>
      test.owner
        .selectFrom('support_group_runner')
        .select(['id', 'account_id'])
        .where('group_id', '=', idIn(at))
        .where('ended_at', 'is', null)
        .orderBy('id')
        .execute()
    const [own, theirs] = await runners()
    expect((await groups.post(hale, `${at}/runners/${own?.id}/off`)).to).toBe(at)
    const last = await groups.post(hale, `${at}/runners/${theirs?.id}/off`)
    expect(last.status).toBe(422)
    expect(last.body).toContain('Nobody who is still here would run it')
    expect(await runners()).toHaveLength(1)
    expect((await dana.get(at)).status).toBe(404)
    // Named twice, it is once.
    for (const _ of [1, 2])
      expect((await groups.post(hale, `${at}/runners`, { who: mair.accountId, 'there-for': 'tutor' })).status).toBe(303)
    expect(await runners()).toHaveLength(2)
    expect(summaryOf((await groups.post(hale, `${at}/runners`, {})).body)).toHaveLength(2)
  })

  it('that nobody runs any more is told to who leads a team, who names somebody else and never themselves', async () => {
    const gone = await partnership.colleague('universal-adviser', 'Gone Testcase')
    const at = await groups.group(gone, [], { name: 'Left alone group' })
    expect((await leader.get('/support-groups')).body).not.toContain('Left alone group')
    expect((await leader.get(at)).status).toBe(404)
    await test.owner.updateTable('account').set({ state: 'disabled' }).where('id', '=', gone.accountId).execute()
    const list = (await leader.get('/support-groups')).body
    expect([list.includes('Left alone group'), list.includes('Nobody runs these any more')]).toEqual([true, true])
    expect((await dana.get('/support-groups')).body).not.toContain('Left alone group')
    expect((await leader.get(at)).body).toContain('Not here any more')
    const self = await groups.post(leader, `${at}/runners`, { who: leader.accountId, 'there-for': 'leader' })
    expect(self.status).toBe(422)
    expect((await groups.post(leader, `${at}/runners`, { who: mair.accountId, 'there-for': 'tutor' })).status).toBe(303)
    expect((await mair.get(at)).status).toBe(200)
    expect((await leader.get('/support-groups')).body).not.toContain('Left alone group')
  })

  it('of a team is found by who leads it, without anybody who belongs to it, and is not theirs to write', async () => {
    const member = await partnership.colleague('universal-adviser', 'Teamed Testcase')
    await house.command(partnership.id, async tx => {
      const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
      await joinTeam(tx, team, member.accountId)
    })
    const at = await groups.group(member, [hale], { name: 'Group of the team' })
    const [ada, lead] = [await young('Lil', imran), imran]
    await groups.must(member, `${at}/runners`, { who: lead.accountId, 'there-for': 'youth worker' })
    await groups.join(lead, at, ada)
    expect((await leader.get('/support-groups')).body).not.toContain('Group of the team')
    expect((await leader.get('/support-groups?of=team')).body).toContain('Group of the team')
    const page = (await leader.get(at)).body
    expect([page.includes('Teamed Testcase'), page.includes('Lil Groupsample')]).toEqual([true, false])
    for (const path of ['members/new', 'runners', 'change', 'steps/new'])
      expect((await leader.get(`${at}/${path}`)).status, path).toBe(404)
  })

  it('ends with a day and a reason: nobody belongs to it, nothing is open, and nobody knows of them by it', async () => {
    const [at, ada] = [await groups.group(dana, [hale]), await young('Ada')]
    const member = await groups.join(dana, at, ada)
    const step = await groups.step(dana, member)
    expect(summaryOf((await groups.post(dana, `${at}/end`, { version: '1' })).body)).toHaveLength(2)
    const ahead = { version: '1', 'end-why': 'Over', ...dayFields('on', [2026, 12, 30]) }
    expect(summaryOf((await groups.post(dana, `${at}/end`, ahead)).body)[0]).toContain('#on')
    expect((await groups.post(dana, `${at}/end`, { ...ahead, version: '7' })).status).toBe(409)
    for (const _ of [1, 2])
      expect((await groups.post(dana, `${at}/end`, { ...ahead, ...dayFields('on', TODAY) })).to).toBe(at)
    expect(await groups.memberRow(idIn(at), ada)).toMatchObject({ left_reason: 'group-ended' })
    expect(await groups.stepRow(step)).toMatchObject({ state: 'dropped' })
    expect(await groups.rightsOver(ada)).toEqual([])
    expect((await hale.get(at)).body).not.toContain('Ada Groupsample')
    expect((await dana.get(at)).body).toContain('Ended on')
    expect((await dana.get(`${at}/members/new`)).status).toBe(404)
  })
})

describe('Who belongs to it', () => {
  it('is written down with who asked and when they agreed, and the midwife of another agency knows them by name and no more', async () => {
    const [at, ada] = [await groups.group(dana, [hale]), await young('Bea')]
    expect((await hale.get(`/people/${ada}`)).status).toBe(404)
    const member = await groups.join(dana, at, ada)
    expect(await groups.memberRow(idIn(at), ada)).toMatchObject({ class: 128, asked_by: dana.accountId })
    expect(await groups.rightsOver(ada)).toEqual([dana.accountId, hale.accountId].toSorted())
    expect((await hale.get(at)).body).toContain('Bea Groupsample')
    expect((await hale.get(member)).status).toBe(200)
    const record = (await hale.get(`/people/${ada}`)).body
    expect([record.includes('Bea'), record.includes(`/people/${ada}/plan`)]).toEqual([true, false])
    for (const part of ['plan', 'assessment', 'brief'])
      expect((await hale.get(`/people/${ada}/${part}`)).status, part).toBe(404)
    expect((await eventsOf(test, { target: idIn(member) })).map(e => e.action)).toContain('support-group.member-added')
  })

  it('is refused without their yes, on days that cannot be, and twice; whom one may not know cannot be added', async () => {
    const [at, ada] = [await groups.group(dana), await young('Cal')]
    const fields = groups.memberFields(dana, ada)
    const bare = await groups.post(dana, `${at}/members/new`, { id: groups.id(), person: ada })
    expect(summaryOf(bare.body).map(line => line.split(' ')[0])).toEqual([
      ...['#joined-day', '#asked', '#agreed-day', '#known'],
    ])
    const ahead = { ...fields, ...dayFields('agreed', [2026, 12, 30]) }
    expect(summaryOf((await groups.post(dana, `${at}/members/new`, ahead)).body)[0]).toContain('#agreed')
    const early = { ...fields, ...dayFields('joined', [2026, 11, 1]) }
    expect(summaryOf((await groups.post(dana, `${at}/members/new`, early)).body)[0]).toContain('#joined')
    // Pressed twice, it is one.
    for (const _ of [1, 2]) expect((await groups.post(dana, `${at}/members/new`, fields)).to).toBe(at)
    const twice = await groups.post(dana, `${at}/members/new`, { ...fields, id: groups.id() })
    expect(summaryOf(twice.body)[0]).toContain('#person')
    const stranger = await young('Zed', mair)
    const theirs = await groups.post(dana, `${at}/members/new`, groups.memberFields(dana, stranger))
    expect(summaryOf(theirs.body)[0]).toContain('#person')
    expect(theirs.body).not.toContain('Zed')
  })

  it('not known to all, is known to those who know them anyway; agreed later and taken back, the right comes and goes', async () => {
    const [at, ada] = [await groups.group(dana, [hale]), await young('Dee')]
    const member = await groups.join(dana, at, ada, { known: 'some' })
    expect(await groups.rightsOver(ada)).toEqual([])
    expect((await hale.get(at)).body).not.toContain('Dee Groupsample')
    expect((await hale.get(member)).status).toBe(404)
    const yes = { version: '1', ...groups.asked(dana) }
    expect(summaryOf((await groups.post(dana, `${member}/known`, { version: '1' })).body)).toHaveLength(2)
    for (const _ of [1, 2]) expect((await groups.post(dana, `${member}/known`, yes)).to).toBe(member)
    expect((await hale.get(at)).body).toContain('Dee Groupsample')
    expect((await groups.post(hale, `${member}/known/end`)).to).toBe(at)
    expect(await groups.rightsOver(ada)).toEqual([])
    expect((await hale.get(at)).body).not.toContain('Dee Groupsample')
    expect((await hale.get(`/people/${ada}`)).status).toBe(404)
    expect((await dana.get(member)).body).toContain('Taken back on')
  })

  it('leaves with a day and a reason; what is open for them is closed, and they can join again', async () => {
    const [at, ada] = [await groups.group(dana, [hale]), await young('Eve')]
    const member = await groups.join(dana, at, ada)
    const step = await groups.step(dana, member)
    const left = { version: '1', reason: 'other', ...dayFields('left', TODAY) }
    expect(summaryOf((await groups.post(dana, `${member}/leave`, left)).body)[0]).toContain('#words')
    expect((await groups.post(dana, `${member}/leave`, { ...left, version: '4' })).status).toBe(409)
    for (const _ of [1, 2])
      expect((await groups.post(dana, `${member}/leave`, { ...left, words: 'A job' })).to).toBe(at)
    expect(await groups.stepRow(step)).toMatchObject({ state: 'dropped', went: 'They left the group' })
    expect(await groups.rightsOver(ada)).toEqual([])
    expect((await dana.get(at)).body).toContain('Who has left')
    expect((await dana.get(`${member}/steps/new`)).status).toBe(404)
    await groups.join(dana, at, ada)
    expect(await groups.rightsOver(ada)).toHaveLength(2)
  })
})

describe('What it does', () => {
  it('together, has words, who, by when and how it went; what it said before is kept', async () => {
    const at = await groups.group(dana, [hale])
    const fields = {
      id: groups.id(),
      what: 'Book the kitchen',
      who: hale.accountId,
      ...dayFields('due', [2026, 12, 1]),
    }
    expect(summaryOf((await groups.post(dana, `${at}/steps/new`, { id: groups.id() })).body)).toHaveLength(3)
    const late = { ...fields, ...dayFields('due', [2026, 11, 1]) }
    expect(summaryOf((await groups.post(dana, `${at}/steps/new`, late)).body)[0]).toContain('#due')
    for (const _ of [1, 2]) expect((await groups.post(dana, `${at}/steps/new`, fields)).to).toBe(at)
    expect((await hale.get(at)).body).toContain('Book the kitchen')
    const step = `/support-group-steps/${fields.id}`
    const change = { ...fields, what: 'Book the big kitchen', version: '1' }
    expect((await groups.post(hale, step, change)).to).toBe(at)
    expect((await groups.post(dana, step, change)).status).toBe(409)
    expect(summaryOf((await groups.post(dana, `${step}/went`, { version: '2', state: 'dropped' })).body)[0]).toContain(
      '#went',
    )
    expect((await groups.post(dana, `${step}/went`, { version: '2', state: 'done', went: 'Booked' })).to).toBe(at)
    expect((await dana.get(step)).body).toContain('Booked')
    expect((await imran.get(step)).status).toBe(404)
    expect(await test.owner.selectFrom('support_group_step_version').selectAll().execute()).toMatchObject([
      { version: 1 },
    ])
  })

  it('plans a session in one press, filled in with who runs it and who belongs to it, and lists it', async () => {
    const [at, ada] = [await groups.group(dana, [hale, imran, mair], { name: 'Baby group' }), await young('Fay')]
    await groups.join(dana, at, ada)
    expect((await dana.get(at)).body).toContain(`/groups/plan?group=${idIn(at)}`)
    const form = (await dana.get(`/groups/plan?group=${idIn(at)}`)).body
    expect(form).toMatch(new RegExp(`value="${ada}"[^>]*checked`))
    expect(form).toMatch(/name="title"[^>]*value="Baby group"/)
    const plan = {
      ...{ id: groups.id(), group: idIn(at), kind: 'group', title: 'Baby group', tells: '0', how: 'signed-up' },
      ...{ came: [ada], 'with-1': hale.accountId, ...dayFields('on', [2026, 11, 26]) },
    }
    const to = await groups.must(dana, '/groups/plan', plan)
    const day = await test.owner.selectFrom('group_session').selectAll().where('id', '=', idIn(to)).executeTakeFirst()
    expect(day).toMatchObject({ support_group_id: idIn(at), state: 'planned' })
    expect((await hale.get(at)).body).toContain('href="' + to)
    expect((await dana.get(to)).body).toContain('href="' + at)
    // Whoever does not run it plans no day of it.
    const other = await partnership.colleague('universal-adviser', 'Other Testcase')
    const elsewhere = await groups.must(other, '/groups/plan', { ...plan, id: groups.id(), came: [], 'with-1': '' })
    const none = await test.owner
      .selectFrom('group_session')
      .selectAll()
      .where('id', '=', idIn(elsewhere))
      .executeTakeFirst()
    expect(none?.support_group_id).toBeNull()
  })

  it('stands on the record, in its story, beside the plan and in the brief of whoever may know', async () => {
    const [at, ada] = [await groups.group(dana, [], { name: 'Umberlochne club' }), await young('Gus')]
    const member = await groups.join(dana, at, ada)
    const step = await groups.step(dana, member, { what: 'Fill in the bus pass form' })
    for (const path of [`/people/${ada}/support-groups`, `/people/${ada}`, `/people/${ada}/brief`])
      expect((await dana.get(path)).body, path).toContain('Umberlochne club')
    expect((await dana.get(`/people/${ada}/plan`)).body).toContain('Fill in the bus pass form')
    await groups.must(dana, `${step}/went`, { version: '1', state: 'done', went: 'Sent off' })
    expect((await dana.get(`/people/${ada}`)).body).toContain('Sent off')
  })
})
