/** Support groups of the demo: one that several agencies run and whose name tells something, one that tells nothing, and one that has ended. */
import { addDays } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { listColleagues } from '#rooms/identity/index.ts'
import {
  addMember,
  addRunner,
  changeStep,
  endGroup,
  endGroupStep,
  endKnown,
  endStep,
  findGroupMember,
  findSupportGroup,
  findSupportStep,
  leaveGroup,
  listSupportGroupSteps,
  makeGroup,
  setGroupStep,
  setStep,
  unshareStep,
} from '#rooms/sessions/index.ts'
import { accountOf, done, eachLed, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const MOTHERS = {
  name: 'Made-up Thursday group for young mothers',
  purpose: 'To have the baby and stay in learning: childcare, money, a room, and somebody to ring.',
  meets: 'Thursdays at 13:30 in term time, health centre, upstairs',
  discloses: 256,
}
const COOKS = {
  name: 'Made-up Tuesday cooks',
  purpose: 'To cook for a week on what there is, and eat together.',
  meets: 'Tuesdays at 16:00, hub kitchen',
  discloses: 0,
}
const WALKERS = { ...COOKS, name: 'Made-up Sunday walkers', purpose: 'To get out of the house.', meets: '' }
const LEFT = ['they-wanted', 'got-there', 'moved', 'another-way', 'no-longer-comes', 'other'] as const

export async function furnishSupportGroups(work: DailyWork): Promise<void> {
  const dana = accountOf(work, 'dana.example')
  const led: PersonId[] = []
  await eachLed(work, 13, async one => {
    if (one.accountId === dana && !(await isKeptClose(work, one.personId))) led.push(one.personId)
  })
  const group = await mothers(work, dana, led)
  await cooks(work, dana, led)
  await walkers(work, dana, led)
  await together(work, dana, group)
}

async function start(work: DailyWork, by: AccountId, daysAgo: number, content: typeof COOKS): Promise<RowId> {
  return onDay({ work, accountId: by }, daysAgo, async tx =>
    done(await makeGroup(tx, by, { id: newId<'row'>(tx.acting.at), content, thereFor: 'personal adviser' })),
  )
}

/** Somebody who belongs to one since so many days. */
function join(
  work: DailyWork,
  by: AccountId,
  of: { readonly group: RowId; readonly personId: PersonId; readonly daysAgo: number; readonly isKnown: boolean },
): Promise<RowId> {
  return onDay({ work, accountId: by }, of.daysAgo, async (tx, on) => {
    const group = await findSupportGroup(tx, of.group)
    if (!group) throw new Error('the demo’s group cannot be seen')
    return done(
      await addMember(tx, group, {
        ...{ id: newId<'row'>(tx.acting.at), personId: of.personId, joinedOn: on },
        ...{ asked: { askedBy: by, agreedOn: on }, isKnown: of.isKnown, isKeptClose: false },
      }),
    )
  })
}

type Step = {
  readonly what: string
  readonly classBit: number
  readonly isShared?: boolean
  readonly dueIn: number
}

/** A step for them, set as whoever does it. */
function step(work: DailyWork, by: AccountId, memberId: RowId, daysAgo: number, wanted: Step): Promise<RowId> {
  return onDay({ work, accountId: by }, daysAgo, async (tx, on) => {
    const member = await findGroupMember(tx, memberId)
    if (!member) throw new Error('who belongs to the demo’s group cannot be seen')
    const id = newId<'row'>(tx.acting.at)
    const { what, classBit, isShared, dueIn } = wanted
    const shared = isShared ? { askedBy: by, agreedOn: on } : null
    done(await setStep(tx, member, by, { id, what, accountId: by, dueOn: addDays(on, dueIn), classBit, shared }))
    return id
  })
}

/** Run by three of several agencies; health apart, agreed, and taken back. */
async function mothers(work: DailyWork, dana: AccountId, led: readonly PersonId[]): Promise<RowId> {
  const imran = accountOf(work, 'imran.demo')
  const group = await start(work, dana, 60, MOTHERS)
  await onDay({ work, accountId: dana }, 60, async tx => {
    const there = await findSupportGroup(tx, group)
    const partner = (await listColleagues(tx)).find(one => one.name === 'Hale Lodging')
    if (!there) throw new Error('the demo’s group cannot be seen')
    done(await addRunner(tx, there, dana, { accountId: imran, thereFor: 'youth worker' }))
    if (partner)
      done(await addRunner(tx, there, dana, { accountId: partner.accountId, thereFor: 'a room of their own' }))
  })
  const [first, second, third] = led.slice(1, 4)
  if (!first || !second || !third) return group
  const one = await join(work, dana, { group, personId: first, daysAgo: 50, isKnown: true })
  const two = await join(work, dana, { group, personId: second, daysAgo: 40, isKnown: false })
  const taken = await join(work, dana, { group, personId: third, daysAgo: 40, isKnown: true })
  await onDay({ work, accountId: dana }, 20, async tx => {
    const member = await findGroupMember(tx, taken)
    if (member) await endKnown(tx, member)
  })
  await step(work, imran, one, 30, { what: 'Made up: look at two nurseries together', classBit: 64, dueIn: 45 })
  await step(work, imran, one, 30, { what: 'Made up: go along to the clinic', classBit: 256, dueIn: 40 })
  await step(work, imran, one, 30, {
    what: 'Made up: ask about the sickness',
    classBit: 256,
    isShared: true,
    dueIn: 50,
  })
  const back = { what: 'Made up: a quiet word about sleep', classBit: 256, isShared: true, dueIn: 50 }
  const apart = await step(work, imran, one, 28, back)
  await onDay({ work, accountId: imran }, 10, async tx => {
    const found = await findSupportStep(tx, apart)
    if (found) await unshareStep(tx, found)
  })
  const gone = await step(work, dana, two, 30, { what: 'Made up: ring the college', classBit: 64, dueIn: 20 })
  await onDay({ work, accountId: dana }, 12, async tx => {
    const found = await findSupportStep(tx, gone)
    if (found) done(await endStep(tx, found, dana, { state: 'dropped', went: 'Made up: she rang them herself' }))
  })
  return group
}

/** Steps of the group itself: to do, done and dropped. */
async function together(work: DailyWork, dana: AccountId, group: RowId): Promise<void> {
  const steps = [
    ['Made up: find somebody who minds the babies', 30],
    ['Made up: ask for the upstairs room until summer', 25],
    ['Made up: a bus to the seaside', 25],
  ] as const
  for (const [what, dueIn] of steps)
    await onDay({ work, accountId: dana }, 21, async (tx, on) => {
      const there = await findSupportGroup(tx, group)
      const id = newId<'row'>(tx.acting.at)
      if (there) done(await setGroupStep(tx, there, dana, { id, what, accountId: dana, dueOn: addDays(on, dueIn) }))
    })
  await onDay({ work, accountId: dana }, 5, async tx => {
    const [bus, room] = await listSupportGroupSteps(tx, group)
    if (room) done(await endGroupStep(tx, room, { state: 'done', went: 'Made up: ours until July' }))
    if (bus) done(await endGroupStep(tx, bus, { state: 'dropped', went: 'Made up: too dear' }))
  })
}

/** One whose name tells nothing, that people have left for every reason there is. */
async function cooks(work: DailyWork, dana: AccountId, led: readonly PersonId[]): Promise<void> {
  const group = await start(work, dana, 90, COOKS)
  const people = led.slice(2, 3 + LEFT.length)
  for (const [i, personId] of people.entries()) {
    const memberId = await join(work, dana, { group, personId, daysAgo: 80, isKnown: true })
    const reason = LEFT[i]
    if (reason === undefined) {
      await cookWith(work, dana, memberId)
      continue
    }
    await onDay({ work, accountId: dana }, 30, async (tx, on) => {
      const member = await findGroupMember(tx, memberId)
      if (member)
        done(await leaveGroup(tx, member, { on, reason, words: reason === 'other' ? 'Made up: a new job' : '' }))
    })
  }
}

/** What was changed, and what is done. */
async function cookWith(work: DailyWork, dana: AccountId, memberId: RowId): Promise<void> {
  const changed = await step(work, dana, memberId, 30, { what: 'Made up: a food card', classBit: 64, dueIn: 60 })
  const over = await step(work, dana, memberId, 30, { what: 'Made up: a knife of their own', classBit: 64, dueIn: 15 })
  await onDay({ work, accountId: dana }, 15, async tx => {
    const [member, one, other] = [
      await findGroupMember(tx, memberId),
      await findSupportStep(tx, changed),
      await findSupportStep(tx, over),
    ]
    if (!member || !one || !other) return
    done(await changeStep(tx, one, member, dana, { ...one, what: 'Made up: a food card from the hub' }))
    done(await endStep(tx, other, dana, { state: 'done', went: 'Made up: the hub had one' }))
  })
}

async function walkers(work: DailyWork, dana: AccountId, led: readonly PersonId[]): Promise<void> {
  const group = await start(work, dana, 200, WALKERS)
  const [first] = led
  if (first) await join(work, dana, { group, personId: first, daysAgo: 190, isKnown: true })
  await onDay({ work, accountId: dana }, 100, async (tx, on) => {
    const there = await findSupportGroup(tx, group)
    if (there) done(await endGroup(tx, there, { on, why: 'Made up: winter' }))
  })
}
