/** Support groups when somebody leaves, when somebody is added, and when two work on one at the same time. Row 98; decisions 0062 and 0067. */
import { beforeAll, describe, expect, it } from 'vitest'
import { toDay } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { type GrantSource, openGrant, setBarrier } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { inviteColleague } from '#rooms/identity/index.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { eventsOf, openTestHouse, summaryOf, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson, letSee } from '#test/people.ts'
import { openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'
import { GROUP, idIn, supportGroups, TODAY } from '#test/support-groups.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const groups = supportGroups(test, house)
let partnership: TestPartnership
const referring = openReferring(test, house, () => partnership)
let admin: TestColleague
let dana: TestColleague
let imran: TestColleague
let mair: TestColleague
let leader: TestColleague
let agency: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  ;({ admin, dana, imran, mair, leader } = await staffOf(partnership, 'admin', 'dana', 'imran', 'mair', 'leader'))
  agency = await referring.agency('Made-up Midwives', 'health')
})

let made = 0
const young = (given: string, lead: TestColleague = dana): Promise<PersonId> =>
  addPerson(house, partnership, { given, family: `Mendsample${(made += 1)}`, lead })
/** Somebody of a partner, who has been there for a while. */
async function practitioner(of = agency): Promise<TestColleague> {
  const one = await partnership.colleague('partner-practitioner', `Hale${(made += 1)} Testcase`, of)
  await test.owner
    .updateTable('membership')
    .set({ started_on: toDay('2026-11-02') })
    .where('id', '=', one.membershipId)
    .execute()
  return one
}
const runnersOf = async (at: string) =>
  (
    await test.owner
      .selectFrom('support_group_runner')
      .select('account_id')
      .where('group_id', '=', idIn(at))
      .where('ended_at', 'is', null)
      .orderBy('started_at')
      .orderBy('id')
      .execute()
  ).map(one => one.account_id)
/** What somebody was told of support groups about one thing, and of whom. */
const toldOf = async (who: TestColleague, path: string) =>
  test.owner
    .selectFrom('notice')
    .select(['kind', 'person_id'])
    .where('account_id', '=', who.accountId)
    .where('target_id', '=', idIn(path))
    .where('kind', 'like', 'support-group.%')
    .orderBy('made_at')
    .orderBy('id')
    .execute()
const kindsOf = async (who: TestColleague, path: string) => (await toldOf(who, path)).map(one => one.kind)
const endsMembership = (of: TestColleague, membershipId: RowId = of.membershipId) =>
  groups.must(admin, `/accounts/${of.accountId}/memberships/${membershipId}/end`)

/** The same account for another agency too. */
async function alsoOf(one: TestColleague, organisationId: OrganisationId): Promise<RowId> {
  const { email, name } = one
  const invited = await house.command(partnership.id, tx =>
    inviteColleague(tx, { email, name, role: 'partner-practitioner', jobTitle: '', organisationId }),
  )
  return invited.membershipId
}

describe('Whoever leaves', () => {
  it.each<[string, (gone: TestColleague, of: OrganisationId) => Promise<unknown>]>([
    ['because their membership ended', gone => endsMembership(gone)],
    ['because the account was switched off', gone => groups.must(admin, `/accounts/${gone.accountId}/disable`)],
    [
      'because their agency closed',
      (_, of) => groups.must(admin, `/organisations/${of}/close`, { successor: 'nothing' }),
    ],
  ])('%s runs no group any more, and knows nobody by it', async (_why, leave) => {
    const own = await referring.agency(`Made-up Agency ${(made += 1)}`, 'health')
    const gone = await practitioner(own)
    const [at, ended, ada] = [await groups.group(dana, [gone]), await groups.group(dana, [gone]), await young('Ada')]
    await groups.join(dana, at, ada)
    await groups.must(dana, `${ended}/end`, { version: '1', 'end-why': 'Over', ...dayFields('on', TODAY) })
    expect(await groups.rightsOver(ada)).toEqual([dana.accountId, gone.accountId].toSorted())
    await leave(gone, own)
    expect([await runnersOf(at), await runnersOf(ended)]).toEqual([[dana.accountId], [dana.accountId]])
    expect(await groups.rightsOver(ada)).toEqual([dana.accountId])
    // Somebody runs it still: nobody need be told, and they are not offered again.
    expect(await kindsOf(leader, at)).toEqual([])
    expect((await dana.get(`${at}/runners`)).body).not.toContain(gone.name)
    const again = await groups.post(dana, `${at}/runners`, { who: gone.accountId, 'there-for': 'midwife' })
    expect([again.status, await runnersOf(at)]).toEqual([422, [dana.accountId]])
    const events = await eventsOf(test, { target: idIn(at) })
    expect(events.map(one => one.action)).toContain('support-group.runner-left')
  })

  it('goes on where it was another agency they lost, and stops where it was the one they ran it for', async () => {
    const other = await referring.agency(`Made-up Agency ${(made += 1)}`, 'housing')
    const hale = await practitioner()
    const [at, ada] = [await groups.group(dana, [hale]), await young('Bea')]
    const second = await alsoOf(hale, other)
    await groups.join(dana, at, ada)
    await endsMembership(hale, second)
    expect(await groups.rightsOver(ada)).toContain(hale.accountId)
    await alsoOf(hale, other)
    await endsMembership(hale)
    expect([await runnersOf(at), await groups.rightsOver(ada)]).toEqual([[dana.accountId], [dana.accountId]])
  })

  it('and leaves nobody: who leads a team hears of it and names somebody else, and so does the lead who may know; others hear nothing', async () => {
    const gone = await partnership.colleague('universal-adviser', 'Gone Testcase')
    const at = await groups.group(gone, [], { name: 'Left alone group', tells: '256' })
    const [ada, bo] = [await young('Cal', gone), await young('Cy', gone)]
    for (const id of [ada, bo]) await groups.join(gone, at, id)
    // One lead sees health of theirs and one does not: of the second it would tell that they are in such a group (K6).
    for (const [id, by] of [
      [ada, imran],
      [bo, mair],
    ] as const)
      await house.command(partnership.id, tx =>
        assignLead(tx, id, { accountId: by.accountId, isIntensive: by === imran, reason: 'Made up' }),
      )
    house.clock.advance(1000)
    await endsMembership(gone)
    expect(await runnersOf(at)).toEqual([])
    expect([await groups.rightsOver(ada), await groups.rightsOver(bo)]).toEqual([[], []])
    expect(await toldOf(leader, at)).toEqual([{ kind: 'support-group.unrun', person_id: null }])
    expect([await kindsOf(imran, at), await kindsOf(mair, at), await kindsOf(dana, at)]).toEqual([
      ['support-group.unrun'],
      [],
      [],
    ])
    expect((await leader.get('/')).body).toContain('Nobody who is here runs a support group any more')
    expect((await leader.get('/support-groups')).body).toContain('Left alone group')
    expect((await leader.get(at)).status).toBe(200)
    await groups.must(leader, `${at}/runners`, { who: mair.accountId, 'there-for': 'tutor' })
    expect(await runnersOf(at)).toEqual([mair.accountId])
    expect((await leader.get(`/support-groups/${groups.id()}`)).status).toBe(404)
  })
})

describe('Whoever is added', () => {
  const passing: readonly [string, GrantSource, 'own' | 'agency'][] = [
    ['on the roll of their school', 'own-roll', 'agency'],
    ['by the duty desk', 'duty-desk', 'own'],
    ['by an emergency', 'break-glass', 'own'],
    ['by an office', 'role', 'own'],
    ['by another group', 'agreement', 'own'],
  ]
  it.each(passing)('is somebody they work with: not whom they see %s alone', async (_how, source, whose) => {
    const hale = await practitioner()
    const [at, ada] = [await groups.group(dana, [hale]), await young('Dee')]
    await house.command(partnership.id, tx =>
      openGrant(tx, {
        ...{ scope: { kind: 'person', personId: ada }, holderId: whose === 'own' ? hale.accountId : agency },
        ...{ classes: ['identity'], basis: source === 'agreement' ? 'consent' : 'public-task', source },
      }),
    )
    house.clock.advance(1000)
    const fields = groups.memberFields(hale, ada)
    const refused = await groups.post(hale, `${at}/members/new`, fields)
    expect([refused.status, summaryOf(refused.body)[0]]).toEqual([
      422,
      expect.stringContaining('Ask whoever leads for them to add them'),
    ])
    expect(await groups.rightsOver(ada)).toHaveLength(source === 'agreement' ? 1 : 0)
    // Nor is a yes written down by them that everybody may know.
    const member = await groups.join(dana, at, ada, { known: 'some' })
    const known = await groups.post(hale, `${member}/known`, { version: '1', ...groups.asked(hale) })
    expect([known.status, known.body.includes('Ask whoever leads for them')]).toEqual([422, true])
    // With a right of their own beside it they do.
    await letSee(house, partnership, { id: ada, by: hale, classes: ['identity'] })
    expect((await groups.post(hale, `${member}/known`, { version: '1', ...groups.asked(hale) })).to).toBe(member)
  })

  it('is told to their lead, to the others who run the group, and to whoever is written down as having asked', async () => {
    const [hale, asker, ada] = [await practitioner(), mair, await young('Eve', imran)]
    const at = await groups.group(dana, [hale])
    for (const by of [dana, asker]) await letSee(house, partnership, { id: ada, by, classes: ['identity', 'sessions'] })
    const member = await groups.join(dana, at, ada, { asked: asker.accountId })
    const added = [{ kind: 'support-group.member-added', person_id: ada }]
    expect([await toldOf(imran, member), await toldOf(hale, member), await toldOf(dana, member)]).toEqual([
      ...[added, added, []],
    ])
    expect(await toldOf(asker, member)).toEqual([{ kind: 'support-group.asked-named', person_id: ada }])
    for (const one of [imran, hale, asker]) expect((await one.get('/')).body).toContain(`href="${member}"`)
    // Sent twice it is told once.
    expect(await kindsOf(leader, member)).toEqual([])
    // Another who runs it from now on: they, the others who run it, and the lead of whom they know by it.
    const other = await practitioner()
    await groups.must(dana, `${at}/runners`, { who: other.accountId, 'there-for': 'nurse' })
    expect(await toldOf(other, at)).toEqual([{ kind: 'support-group.runner-named', person_id: null }])
    expect([
      await kindsOf(hale, at),
      await kindsOf(imran, at),
      await kindsOf(dana, at),
      await kindsOf(asker, at),
    ]).toEqual([
      ...[['support-group.runner-named', 'support-group.runner-added'], ['support-group.runner-added'], [], []],
    ])
  })

  it('K6, K4: is told to nobody who may not see it: by the name of the group, kept close, shut out, or not known to all', async () => {
    const [hale, shut, ada] = [await practitioner(), await practitioner(), await young('Fay', mair)]
    const at = await groups.group(dana, [hale, shut], { tells: '256' })
    await letSee(house, partnership, { id: ada, by: dana, classes: ['identity', 'sessions', 'restricted'] })
    await house.command(partnership.id, tx => setBarrier(tx, ada, { holderId: shut.accountId, reason: 'A test' }))
    house.clock.advance(1000)
    const member = await groups.join(dana, at, ada, { asked: shut.accountId })
    expect([await kindsOf(hale, member), await kindsOf(mair, member), await kindsOf(shut, member)]).toEqual([
      ...[['support-group.member-added'], [], []],
    ])
    await groups.must(dana, `${member}/leave`, { version: '1', reason: 'moved', ...dayFields('left', TODAY) })
    const some = await groups.join(dana, at, ada, { known: 'some' })
    expect(await kindsOf(hale, some)).toEqual([])
    await groups.must(dana, `${some}/known`, { version: '1', ...groups.asked(dana) })
    expect([await kindsOf(hale, some), await kindsOf(mair, some)]).toEqual([['support-group.member-added'], []])
    const close = await young('Flo', mair)
    await letSee(house, partnership, { id: close, by: dana, classes: ['identity', 'sessions', 'restricted'] })
    const apart = await groups.join(dana, at, close, { known: 'close' })
    expect([await kindsOf(hale, apart), await kindsOf(mair, apart)]).toEqual([[], []])
  })
})

describe('What was typed while a colleague ended it', () => {
  const WORDS = 'Words nobody else has'
  const over = 'A colleague ended this while you were writing'
  async function keeps(answer: Promise<{ status: number; body: string }>, words = WORDS): Promise<void> {
    const { status, body } = await answer
    expect([status, summaryOf(body)[0]]).toEqual([409, expect.stringContaining(over)])
    expect(body).toContain(words)
  }
  const wentAs = (state: string, went: string, version = '1') => ({ version, state, went })

  it('is kept of a step for somebody: how it went, and what it is', async () => {
    const [at, ada] = [await groups.group(dana, [imran]), await young('Gus')]
    const member = await groups.join(dana, at, ada)
    const step = await groups.step(dana, member)
    await groups.must(imran, `${step}/went`, wentAs('done', 'They rang'))
    expect((await groups.post(imran, `${step}/went`, wentAs('done', 'They rang'))).to).toBe(member)
    await keeps(groups.post(dana, `${step}/went`, wentAs('done', WORDS)))
    const change = { ...groups.stepFields(dana, { what: WORDS }), version: '1' }
    await keeps(groups.post(dana, step, change))
    expect(await groups.stepRow(step)).toMatchObject({ went: 'They rang', what: 'Ring the nursery' })
    // The same as stands is one that was sent twice.
    expect((await groups.post(dana, step, { ...change, what: 'Ring the nursery' })).to).toBe(member)
    await groups.must(dana, `${at}/end`, { version: '1', 'end-why': 'Over', ...dayFields('on', TODAY) })
    await keeps(groups.post(dana, `${step}/went`, wentAs('done', WORDS)))
  })

  it('is kept of a step of the group, and of new steps and of whoever is added', async () => {
    const [at, ada, bo] = [await groups.group(dana, [imran]), await young('Hal'), await young('Hob')]
    const member = await groups.join(dana, at, ada)
    const fields = {
      id: groups.id(),
      what: 'Book the kitchen',
      who: dana.accountId,
      ...dayFields('due', [2026, 12, 1]),
    }
    await groups.must(dana, `${at}/steps/new`, fields)
    const step = `/support-group-steps/${fields.id}`
    await groups.must(imran, `${step}/went`, wentAs('done', 'Booked'))
    expect((await groups.post(imran, `${step}/went`, wentAs('done', 'Booked'))).to).toBe(at)
    await keeps(groups.post(dana, `${step}/went`, wentAs('dropped', WORDS)))
    await keeps(groups.post(dana, step, { ...fields, what: WORDS, version: '1' }))
    const forAda = groups.stepFields(dana, { what: 'Ring the clinic' })
    await groups.must(dana, `${member}/steps/new`, forAda)
    await groups.must(imran, `${at}/end`, { version: '1', 'end-why': 'No room', ...dayFields('on', TODAY) })
    await keeps(groups.post(dana, `${at}/steps/new`, { ...fields, id: groups.id(), what: WORDS }))
    expect((await groups.post(dana, `${at}/steps/new`, fields)).to).toBe(at)
    await keeps(groups.post(dana, `${member}/steps/new`, groups.stepFields(dana, { what: WORDS })))
    expect((await groups.post(dana, `${member}/steps/new`, forAda)).to).toBe(member)
    await keeps(groups.post(dana, `${at}/members/new`, groups.memberFields(dana, bo)), 'Hob')
    const { 'there-for': _, ...content } = GROUP
    await keeps(groups.post(dana, `${at}/change`, { ...content, purpose: WORDS, why: 'Another', version: '1' }))
    await keeps(groups.post(dana, `${at}/runners`, { who: mair.accountId, 'there-for': WORDS }))
    // Whoever did not run it finds nothing, as ever (K8).
    expect((await groups.post(mair, `${at}/change`, { ...content, why: 'Another', version: '1' })).status).toBe(404)
  })

  it('is kept of how they left, of the yes to be known, and of why the group ended', async () => {
    const [at, ada] = [await groups.group(dana, [imran]), await young('Ida')]
    const member = await groups.join(dana, at, ada, { known: 'some' })
    const left = { version: '1', reason: 'other', words: 'A job', ...dayFields('left', TODAY) }
    await letSee(house, partnership, { id: ada, by: imran, classes: ['identity', 'sessions'] })
    await groups.must(imran, `${member}/leave`, left)
    expect((await groups.post(imran, `${member}/leave`, left)).to).toBe(at)
    await keeps(groups.post(dana, `${member}/leave`, { ...left, words: WORDS }))
    await keeps(groups.post(dana, `${member}/known`, { version: '1', ...groups.asked(dana) }), dana.name)
    const end = { version: '1', 'end-why': 'No room', ...dayFields('on', TODAY) }
    await groups.must(imran, `${at}/end`, end)
    expect((await groups.post(dana, `${at}/end`, end)).to).toBe(at)
    await keeps(groups.post(dana, `${at}/end`, { ...end, 'end-why': WORDS }))
  })

  it('is told where a colleague wrote down their yes meanwhile, with who asked and when', async () => {
    const [at, ada] = [await groups.group(dana, [imran]), await young('Jo')]
    const member = await groups.join(dana, at, ada, { known: 'some' })
    await letSee(house, partnership, { id: ada, by: imran, classes: ['identity', 'sessions', 'health'] })
    const step = await groups.step(imran, member, { tells: '256', what: 'Glucose test', who: imran.accountId })
    await groups.must(imran, `${member}/known`, { version: '1', ...groups.asked(imran) })
    const known = await groups.post(dana, `${member}/known`, { version: '1', ...groups.asked(dana) })
    expect([known.status, summaryOf(known.body)[0]]).toEqual([
      409,
      expect.stringContaining('A colleague wrote this down while you were writing'),
    ])
    await groups.must(imran, `${step}/agreed`, { version: '1', ...groups.asked(imran) })
    expect((await groups.post(imran, `${step}/agreed`, { version: '1', ...groups.asked(imran) })).to).toBe(step)
    expect((await groups.post(dana, `${step}/agreed`, { version: '1', ...groups.asked(dana) })).status).toBe(409)
  })
})

describe('A name that tells more than it did', () => {
  it('K6: goes to its sessions that are planned, to who is expected there, and to what was held under that name', async () => {
    const [at, ada] = [await groups.group(dana, [], { name: 'Umberlochne mornings' }), await young('Kit')]
    await groups.join(dana, at, ada)
    const plan = (title: string, on: readonly [number, number, number]) => ({
      ...{ id: groups.id(), group: idIn(at), kind: 'group', title, tells: '0', how: 'signed-up', came: [ada] },
      ...dayFields('on', on),
    })
    const planned = await groups.must(dana, '/groups/plan', plan('Umberlochne mornings', [2026, 11, 26]))
    const trip = await groups.must(dana, '/groups/plan', plan('A trip', TODAY))
    const held = await groups.must(dana, '/groups/plan', plan('Umberlochne mornings', TODAY))
    for (const one of [trip, held])
      await groups.must(dana, `${one}/attendance`, { came: [ada], notes: '', version: '1' })
    const reader = await partnership.colleague('universal-adviser', `Reader${(made += 1)} Testcase`)
    await letSee(house, partnership, { id: ada, by: reader, classes: ['identity', 'sessions'] })
    const names = async () => ({
      record: (await reader.get(`/people/${ada}`)).body.includes('Umberlochne'),
      planned: (await reader.get(planned)).status,
      held: (await reader.get(held)).status,
      trip: (await reader.get(trip)).status,
    })
    expect(await names()).toEqual({ record: true, planned: 200, held: 200, trip: 200 })
    const { 'there-for': _, ...content } = GROUP
    const change = { ...content, name: 'Umberlochne mornings', purpose: 'For those who expect a child', why: 'Clearer' }
    await groups.must(dana, `${at}/change`, { ...change, tells: '256', version: '1' })
    expect(await names()).toEqual({ record: false, planned: 404, held: 404, trip: 200 })
    const rows = await test.owner
      .selectFrom('group_expected')
      .select(['session_id', 'class'])
      .where('person_id', '=', ada)
      .execute()
    expect(new Map(rows.map(one => [one.session_id as string, one.class]))).toEqual(
      new Map([
        [idIn(planned), 256],
        [idIn(held), 256],
        [idIn(trip), 128],
      ]),
    )
    const kept = await test.owner
      .selectFrom('group_session_version')
      .select('why')
      .where('session_id', '=', idIn(planned))
      .execute()
    expect(kept).toEqual([{ why: 'The name of the group tells more than it did' }])
    // Told less again, nothing is opened by that.
    await groups.must(dana, `${at}/change`, { ...change, tells: '0', version: '2' })
    expect((await names()).planned).toBe(404)
  })

  it('K6: goes to what was held under the name it had, and to a session planned on a form from before', async () => {
    const [at, ada] = [await groups.group(dana, [], { name: 'Trebartha mornings' }), await young('Mab')]
    await groups.join(dana, at, ada)
    const plan = { id: groups.id(), group: idIn(at), kind: 'group', title: 'Trebartha mornings', tells: '0' }
    const held = await groups.must(dana, '/groups/plan', {
      ...{ ...plan, how: 'signed-up', came: [ada] },
      ...dayFields('on', TODAY),
    })
    await groups.must(dana, `${held}/attendance`, { came: [ada], notes: '', version: '1' })
    const reader = await partnership.colleague('universal-adviser', `Reader${(made += 1)} Testcase`)
    await letSee(house, partnership, { id: ada, by: reader, classes: ['identity', 'sessions'] })
    expect((await reader.get(held)).status).toBe(200)
    const { 'there-for': _, ...content } = GROUP
    const change = { ...content, name: 'Trebartha, expecting', purpose: 'For those who expect a child', why: 'Clearer' }
    await groups.must(dana, `${at}/change`, { ...change, tells: '256', version: '1' })
    expect((await reader.get(held)).status).toBe(404)
    // Filled in before the change, and sent after it.
    const old = await groups.must(dana, '/groups/plan', {
      ...{ ...plan, id: groups.id(), how: 'signed-up', came: [ada] },
      ...dayFields('on', [2026, 11, 26]),
    })
    expect([(await reader.get(old)).status, (await dana.get(old)).status]).toEqual([404, 200])
    expect((await reader.get(`/people/${ada}`)).body).not.toContain('Trebartha')
  })
})

describe('A step that is apart again', () => {
  it('is done by somebody who runs the group and reads it, and not by a writer who left it', async () => {
    const [writer, changer] = [await practitioner(), imran]
    const [at, ada] = [await groups.group(dana, [writer, changer]), await young('Lil')]
    const member = await groups.join(dana, at, ada)
    await letSee(house, partnership, { id: ada, by: changer, classes: ['identity', 'health', 'sessions'] })
    const agreed = { tells: '256', shared: 'agreed', ...groups.asked(writer), who: dana.accountId }
    const [one, two] = [
      await groups.step(writer, member, { what: 'Glucose test', ...agreed }),
      await groups.step(writer, member, { what: 'Iron', ...agreed }),
    ]
    await endsMembership(writer)
    await groups.must(dana, `${one}/apart`)
    expect(await groups.stepRow(one)).toMatchObject({ account_id: changer.accountId, state: 'open' })
    await groups.must(dana, `${at}/runners/${await runnerRow(at, changer)}/off`)
    await groups.must(dana, `${two}/apart`)
    const row = await groups.stepRow(two)
    expect(row).toMatchObject({ state: 'dropped', shared_ended_on: expect.anything() })
    expect(row.went).toContain('nobody who runs the group may read it')
  })

  const runnerRow = async (at: string, who: TestColleague) =>
    (
      await test.owner
        .selectFrom('support_group_runner')
        .select('id')
        .where('group_id', '=', idIn(at))
        .where('account_id', '=', who.accountId)
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow()
    ).id
})

describe('Two at the same time', () => {
  it('set no step for a group that a colleague has just ended, nor name anybody there, nor for whoever runs it no more', async () => {
    const [hale, at, ada] = [await practitioner(), await groups.group(dana, [imran]), await young('Max')]
    const member = await groups.join(dana, at, ada)
    await groups.must(dana, `${at}/runners`, { who: hale.accountId, 'there-for': 'midwife' })
    const gone = groups.stepFields(dana, { who: hale.accountId })
    await endsMembership(hale)
    expect(summaryOf((await groups.post(dana, `${member}/steps/new`, gone)).body)[0]).toContain('#who')
    const fields = groups.stepFields(dana)
    const [, set, named] = await Promise.all([
      imran.post(`${at}/end`, { version: '1', 'end-why': 'Over', ...dayFields('on', TODAY) }),
      dana.post(`${member}/steps/new`, fields as Record<string, string>),
      dana.post(`${at}/runners`, { who: mair.accountId, 'there-for': 'tutor' }),
    ])
    // Whichever came first: nothing is open, and nobody knows of them by a group that is over.
    const open = await test.owner
      .selectFrom('support_step')
      .select('id')
      .where('group_id', '=', idIn(at))
      .where('state', '=', 'open')
      .execute()
    expect([open, await groups.rightsOver(ada)]).toEqual([[], []])
    for (const answer of [set, named]) expect([303, 409]).toContain(answer.status)
  })
})
