/** No combination of referral, objection, group, leaving, barrier, wrong person, hand-over and joining leaves a right without a live reason, or a reason without its right. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { liftBarrier, listBarriers, setBarrier } from '#rooms/access/index.ts'
import { createTeam, findLead, joinTeam } from '#rooms/deployment/index.ts'
import { compare, mergePeople, unmergePeople } from '#rooms/matching/index.ts'
import { setContactDetail } from '#rooms/people/index.ts'
import { releaseWorker } from '#rooms/referrals/index.ts'
import { releaseRunner } from '#rooms/sessions/index.ts'
import { turnOf } from '#test/clockwork.ts'
import { openTestDatabase } from '#test/database.ts'
import { dayFields } from '#test/fields.ts'
import { openHanding } from '#test/handing.ts'
import { openTestHouse, type TestColleague, type TestPartnership } from '#test/house.ts'
import { addPerson } from '#test/people.ts'
import { AGREES, ASKED, openReferring } from '#test/referring.ts'
import { staffOf } from '#test/staff.ts'
import { idIn, supportGroups, TODAY } from '#test/support-groups.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
let partnership: TestPartnership
const handing = openHanding(test, house)
const referring = openReferring(test, house, () => partnership)
const groups = supportGroups(test, house)

let leader: TestColleague
let owen: TestColleague
let hale: TestColleague
let advisers: readonly TestColleague[]
let housing: OrganisationId

beforeAll(async () => {
  partnership = await house.partnership()
  const staff = await staffOf(partnership, 'leader', 'owen', 'dana', 'mair', 'imran')
  ;({ leader, owen } = staff)
  advisers = [staff.dana, staff.mair, staff.imran]
  housing = await referring.agency('Made-up Housing', 'housing')
  hale = await partnership.colleague('partner-practitioner', 'Hale Testcase', housing)
  await house.command(partnership.id, async tx => {
    const team = await createTeam(tx, { name: 'Upper Valley', leaderId: leader.accountId })
    for (const one of advisers) await joinTeam(tx, team, one.accountId)
  })
})

const OBJECTS = { shown: 'yes', view: 'objects', 'view-words': 'No', 'view-answer': 'It goes without the phone' }

/** What the sender's side does of an objection, from the version it has now. */
const SAID = {
  object: ['object', { 'object-words': 'No more' }],
  'answer-stop': ['answer', { answer: 'stop', 'stop-words': 'It stops' }],
  'answer-go-on': ['answer', { answer: 'go-on', 'go-on-words': 'The law lets it', told: 'yes' }],
  'answer-less': ['edit', { ...ASKED, ...AGREES, why: 'Less', parts: '' }],
} as const satisfies Readonly<Record<string, readonly [string, Record<string, string>]>>

/** Something somebody does about one of two records; what is not possible then is refused, and that is part of it. */
const STEPS = [
  'hand-over',
  'say-yes',
  'say-no',
  'meet',
  'close',
  'take-back',
  'lead-at-once',
  'refer',
  'refer-objecting',
  'accept',
  'start',
  'end',
  'withdraw',
  'object',
  'answer-stop',
  'answer-go-on',
  'answer-less',
  'leave',
  'wrong-person',
  'shut-out',
  'let-in',
  'join',
  'part',
  'group-join',
  'group-leave',
  'group-known',
  'group-apart',
  'group-runner',
  'group-runner-off',
  'group-runner-leaves',
  'group-wrong-person',
  'clock',
] as const
type Step = { readonly what: (typeof STEPS)[number]; readonly on: 0 | 1; readonly n: number }
const steps = fc.array(
  fc.record({ what: fc.constantFrom(...STEPS), on: fc.constantFrom(0, 1), n: fc.nat(2) }) as fc.Arbitrary<Step>,
  { minLength: 8, maxLength: 24 },
)

const stepOf = (what: Step['what']): Step => ({ what, on: 0, n: 0 })
/** Sequences that chance would seldom make. */
const WALKED: readonly (readonly Step['what'][])[] = [
  ['refer', 'accept', 'object', 'answer-less', 'object', 'answer-stop'],
  ['refer', 'accept', 'object', 'join', 'answer-go-on', 'part', 'start', 'end'],
  ['refer', 'accept', 'leave', 'object', 'answer-go-on', 'accept', 'wrong-person'],
  ['refer', 'object', 'shut-out', 'answer-go-on', 'accept', 'let-in', 'accept', 'object', 'end'],
  ['refer', 'accept', 'object', 'wrong-person', 'refer', 'object', 'lead-at-once', 'answer-stop'],
  ['refer', 'accept', 'shut-out', 'object', 'leave', 'answer-less', 'let-in', 'withdraw'],
  ['group-join', 'group-runner', 'join', 'group-apart', 'group-known', 'part', 'group-runner-off', 'group-leave'],
  ['group-runner', 'join', 'group-join', 'part', 'lead-at-once', 'group-wrong-person'],
  ['group-join', 'group-runner', 'join', 'group-runner-leaves', 'part', 'group-runner', 'group-leave'],
]

type Scene = {
  /** The address of a support group of all advisers; the practitioner is named and taken off. */
  readonly group: string
  readonly people: readonly [PersonId, PersonId]
  readonly protocols: readonly RowId[]
  merge: RowId | undefined
}

const officer = <T>(work: Parameters<typeof house.command<T>>[1]) => test.database.transaction(owen.acting(), work)
const leadOf = async (id: PersonId) => {
  const lead = await officer(tx => findLead(tx, id))
  return advisers.find(one => one.accountId === lead?.accountId)
}

async function openHandover(id: PersonId) {
  return test.owner
    .selectFrom('hand_over')
    .select(['id', 'to_id', 'from_id'])
    .where('person_id', '=', id)
    .where('over_on', 'is', null)
    .executeTakeFirst()
}

async function openReferral(id: PersonId) {
  return test.owner
    .selectFrom('referral')
    .select(['id', 'sent_for', 'state'])
    .where('person_id', '=', id)
    .where('over_on', 'is', null)
    .where('sealed_at', 'is', null)
    .executeTakeFirst()
}

const who = (accountId: string | undefined) => advisers.find(one => one.accountId === accountId)

async function happen(scene: Scene, step: Step): Promise<void> {
  house.clock.advance(1000)
  const at = scene.people[step.on]
  // Joined, the record that went is led to by the one that stays.
  const id = scene.merge !== undefined && step.on === 1 ? scene.people[0] : at
  const handover = await openHandover(id)
  const referral = await openReferral(id)
  const [giver, taker] = [await leadOf(id), who(handover?.to_id)]
  const next = advisers[step.n]
  switch (step.what) {
    case 'hand-over':
      if (giver && next) await handing.ask(giver, id, next, { wish: 'agrees' })
      return
    case 'say-yes':
    case 'say-no':
      if (handover && taker)
        await handing.step(taker, handover.id, step.what === 'say-yes' ? 'accept' : 'decline', {
          'decline-reason': 'no-room',
        })
      return
    case 'meet':
      if (handover && taker)
        await handing
          .met(taker, id)
          .then(meeting => handing.step(taker, handover.id, 'met', { meeting }))
          .catch(() => {})
      return
    case 'close':
    case 'take-back':
      if (handover && giver)
        await handing.step(giver, handover.id, step.what === 'close' ? 'complete' : 'withdraw', {
          'withdraw-reason': 'not-needed',
        })
      return
    case 'lead-at-once':
      if (next) await leader.post(`/people/${id}/lead`, { adviser: next.accountId, reason: 'A test' })
      return
    case 'refer':
    case 'refer-objecting': {
      const protocol = scene.protocols[step.n]
      if (!giver || !protocol) return
      const parts = step.n === 0 ? 'reach' : ''
      const draft = await referring.draft(giver, id, protocol, { parts }).catch(() => undefined)
      if (draft !== undefined) await referring.step(giver, draft, 'send', step.what === 'refer' ? AGREES : OBJECTS)
      return
    }
    case 'accept':
    case 'start':
    case 'end':
      if (referral)
        await referring.step(hale, referral.id, step.what, {
          worker: hale.accountId,
          ...{ outcome: 'reached', 'end-words': 'Done' },
        })
      return
    case 'withdraw': {
      const sender = who(referral?.sent_for)
      if (referral && sender) await referring.step(sender, referral.id, 'withdraw', { 'withdraw-reason': 'other' })
      return
    }
    case 'object':
    case 'answer-stop':
    case 'answer-go-on':
    case 'answer-less': {
      const sender = who(referral?.sent_for)
      if (!referral || !sender) return
      const [move, fields] = SAID[step.what]
      await referring.step(sender, referral.id, move, fields)
      return
    }
    case 'leave':
      return officer(tx => releaseWorker(tx, hale.accountId, [], 'A test'))
    case 'wrong-person':
      if (giver && referral) await giver.post(`/people/${id}/misfiled/referral/${referral.id}`, { why: 'A test' })
      return
    case 'shut-out':
    case 'let-in':
      await house.command(partnership.id, async tx => {
        const isShut = (await listBarriers(tx, id)).some(one => one.kind === 'shut-out')
        if (step.what === 'shut-out' && !isShut) await setBarrier(tx, id, { holderId: housing, reason: 'A test' })
        if (step.what === 'let-in' && isShut) await liftBarrier(tx, id, housing, 'A test')
      })
      return
    case 'join':
      if (scene.merge === undefined) scene.merge = await join(scene.people)
      return
    case 'part': {
      const merge = scene.merge
      if (merge === undefined) return
      const parted = await officer(tx => unmergePeople(tx, merge, { reason: 'A test', choices: {} }))
      if (parted.ok) scene.merge = undefined
      return
    }
    case 'group-join':
      if (giver) await groups.post(giver, `${scene.group}/members/new`, groups.memberFields(giver, id))
      return
    case 'group-leave':
    case 'group-known':
    case 'group-apart':
    case 'group-wrong-person':
      return ofMember(scene, step.what, id, giver)
    case 'group-runner':
      await groups.post(at0(), `${scene.group}/runners`, { who: hale.accountId, 'there-for': 'midwife' })
      return
    case 'group-runner-leaves':
      return officer(tx => releaseRunner(tx, hale.accountId, { roles: [], agencies: [] }))
    case 'group-runner-off': {
      const runner = await test.owner
        .selectFrom('support_group_runner')
        .select('id')
        .where('group_id', '=', idIn(scene.group))
        .where('account_id', '=', hale.accountId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      if (runner) await groups.post(at0(), `${scene.group}/runners/${runner.id}/off`)
      return
    }
    case 'clock':
      return turnOf(test, house)
    default:
      return step.what satisfies never
  }
}

/** Whoever runs the group whatever happens. */
function at0(): TestColleague {
  const [first] = advisers
  if (!first) throw new Error('nobody runs the group')
  return first
}

/** Something about the last who joined the group, of one of two records. */
async function ofMember(
  scene: Scene,
  what: 'group-leave' | 'group-known' | 'group-apart' | 'group-wrong-person',
  id: PersonId,
  giver: TestColleague | undefined,
): Promise<void> {
  const member = await test.owner
    .selectFrom('support_group_member')
    .selectAll()
    .where('group_id', '=', idIn(scene.group))
    .where('person_id', '=', id)
    .where('left_on', 'is', null)
    .where('sealed_at', 'is', null)
    .executeTakeFirst()
  if (!member || !giver) return
  const path = `/support-members/${member.id}`
  const version = String(member.version)
  const moves = {
    'group-leave': () => groups.post(giver, `${path}/leave`, { version, reason: 'moved', ...dayFields('left', TODAY) }),
    'group-known': () => groups.post(giver, `${path}/known`, { version, ...groups.asked(giver) }),
    'group-apart': () => groups.post(giver, `${path}/known/end`),
    'group-wrong-person': () =>
      groups.post(giver, `/people/${id}/misfiled/group-member/${member.id}`, { why: 'A test' }),
  }
  await moves[what]()
}

/** Rights by agreement that there are, and those there is a reason for: each who runs the group over each who agreed to be known, while both are there. */
async function agreements(scene: Scene) {
  const people = [...scene.people]
  const [live, members, runners] = await Promise.all([
    test.owner
      .selectFrom('access_grant')
      .select(['person_id', 'holder_id'])
      .where('person_id', 'in', people)
      .where('source', '=', 'agreement')
      .where('ended_at', 'is', null)
      .execute(),
    test.owner
      .selectFrom('support_group_member')
      .selectAll()
      .where('group_id', '=', idIn(scene.group))
      .where('left_on', 'is', null)
      .where('sealed_at', 'is', null)
      .where('known_agreed_on', 'is not', null)
      .where('known_ended_on', 'is', null)
      .execute(),
    test.owner
      .selectFrom('support_group_runner')
      .select('account_id')
      .where('group_id', '=', idIn(scene.group))
      .where('ended_at', 'is', null)
      .execute(),
  ])
  return {
    live: live.map(one => `${one.person_id} ${one.holder_id}`).toSorted(),
    needed: members.flatMap(one => runners.map(r => `${one.person_id} ${r.account_id}`)).toSorted(),
  }
}

async function join([keep, gone]: readonly [PersonId, PersonId]): Promise<RowId | undefined> {
  const merged = await officer(async tx => {
    const seen = await compare(tx, { keep, join: gone }, undefined)
    const wanted = { keep, join: gone, reason: 'A test', despite: 'A test', choices: {}, stamp: seen?.stamp ?? '' }
    return mergePeople(tx, wanted, undefined)
  })
  return merged.ok ? (merged.value as RowId) : undefined
}

/** Every live right of a hand-over or a referral belongs to one that is under way, over the same person; and the other way round. */
async function rightsAndReasons(people: readonly PersonId[]) {
  const live = await test.owner
    .selectFrom('access_grant')
    .select(['id', 'person_id', 'source', 'holder_id'])
    .where('person_id', 'in', [...people])
    .where('source', 'in', ['hand-over', 'referral', 'lead-adviser'])
    .where('ended_at', 'is', null)
    .execute()
  const [objections, handovers, referrals, leads] = await Promise.all([
    test.owner
      .selectFrom('referral_objection')
      .select('referral_id')
      .where('person_id', 'in', [...people])
      .where('state', '=', 'open')
      .where('sealed_at', 'is', null)
      .execute(),
    test.owner
      .selectFrom('hand_over')
      .selectAll()
      .where('person_id', 'in', [...people])
      .where('over_on', 'is', null)
      .execute(),
    test.owner
      .selectFrom('referral')
      .selectAll()
      .where('person_id', 'in', [...people])
      .where('over_on', 'is', null)
      .execute(),
    test.owner
      .selectFrom('lead_adviser')
      .selectAll()
      .where('person_id', 'in', [...people])
      .where('finished_on', 'is', null)
      .execute(),
  ])
  const open = referrals.filter(one => one.sealed_at === null)
  const needed = [
    // Once the lead has moved, leading opens it.
    ...handovers.filter(one => one.moved_on === null).map(one => `hand-over ${one.person_id} ${one.to_id}`),
    ...open
      .filter(one => one.worker_id !== null && one.team_id === null)
      .map(one => `referral ${one.person_id} ${one.worker_id}`),
    ...leads.map(one => `lead-adviser ${one.person_id} ${one.account_id}`),
  ]
  return {
    questions: open
      .filter(one => one.question_on !== null)
      .map(one => one.id)
      .toSorted(),
    objections: objections.map(one => one.referral_id).toSorted(),
    rights: live.map(one => `${one.source} ${one.person_id} ${one.holder_id}`).toSorted(),
    reasons: needed.toSorted(),
  }
}

describe('Whatever happens', () => {
  it('no right of a hand-over, a referral, a lead or a group is without its reason, and no reason without its right', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async sequence => {
        const lead = advisers[0]
        const people = [
          await addPerson(house, partnership, { given: 'Tess', family: 'Rightsample', lead }),
          await addPerson(house, partnership, { given: 'Tess', family: 'Rightsample', lead }),
        ] as const
        await house.command(partnership.id, async tx => {
          const source = { kind: 'staff' as const, organisationId: null, saidOn: tx.acting.today }
          for (const id of people)
            await setContactDetail(tx, id, { kind: 'mobile', value: '07700900123', note: '' }, source)
        })
        const scene: Scene = {
          ...{ people, protocols: await protocolsOnce(), merge: undefined },
          group: await groups.group(at0(), advisers.slice(1)),
        }
        for (const [nth, step] of sequence.entries()) {
          await happen(scene, step)
          const { rights, reasons, questions, objections } = await rightsAndReasons(people)
          expect(rights, `after ${nth + 1}: ${step.what}`).toEqual(reasons)
          const { live, needed } = await agreements(scene)
          expect(live, `by agreement after ${nth + 1}: ${step.what}`).toEqual(needed)
          expect(objections, `questions after ${nth + 1}: ${step.what}`).toEqual(questions)
        }
      }),
      { numRuns: 40, seed: 20_261_127, endOnFailure: true, examples: WALKED.map(one => [one.map(stepOf)]) },
    )
    // The sequences did reach what they are about.
    const states = await test.owner.selectFrom('referral_objection').select('state').distinct().execute()
    expect(states.map(one => one.state).toSorted()).toEqual(['go-on', 'less', 'open', 'over', 'stop'])
    const ended = await test.owner.selectFrom('support_group_right').select('ended_at').execute()
    expect(new Set(ended.map(one => one.ended_at === null))).toEqual(new Set([true, false]))
  }, 240_000)
})

let protocols: readonly RowId[] | undefined
async function protocolsOnce(): Promise<readonly RowId[]> {
  protocols ??= [
    await referring.agreed(partnership.organisationId, housing, { purpose: 'a room', classes: ['contact-details'] }),
    await referring.agreed(partnership.organisationId, housing, { purpose: 'a key' }),
    await referring.agreed(partnership.organisationId, housing, { purpose: 'a move' }),
  ]
  return protocols
}
