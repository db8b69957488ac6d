/** Who comes along to a meeting: asked, asked anew, taken off, told; and what each answers. */
import { actingAs, asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { classesOnEach, colleaguesSeeing } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findNames, listColleaguesAmong, roleMay } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { Appointment } from '../diary/appointment.ts'
import { classOf } from '../store.ts'
import { callOffVisits } from '../visits/actions.ts'
import type { Along, AlongAnswer, AlongLine, Companion } from './companion.ts'
import { changeOf } from './rules.ts'
import { insertAsked, listCompanions, updateAnswer, updateAskedAnew, updateOff } from './store.ts'

type Meeting = Pick<Appointment, 'rowId' | 'personId' | 'accountId' | 'isRestricted' | 'onDay' | 'atTime'>

/** What a colleague is told of a meeting, without whom it is with. */
type Told = 'asked' | 'moved' | 'changed' | 'taken-over' | 'taken-off' | 'called-off' | AlongAnswer

/** Memberships with a diary of some accounts that may sign in. */
async function seatsOf(tx: Tx, accountIds: readonly AccountId[]) {
  const colleagues = await listColleaguesAmong(tx, accountIds)
  return colleagues.filter(one => one.state === 'active' && roleMay(one.role, 'diary.use'))
}

/** Tells those who may see the meeting still, and not whoever does it: of a record that was shut to them nobody hears (K4). */
async function tell(tx: Tx, meeting: Meeting, accountIds: readonly AccountId[], what: Told): Promise<void> {
  const others = accountIds.filter(one => one !== tx.acting.actorId)
  if (others.length === 0) return
  const seeing = await asHouse(tx, 'who may be told of a meeting', async worker =>
    colleaguesSeeing(
      worker,
      { personId: meeting.personId, classBits: [classOf(meeting)] },
      await seatsOf(worker, others),
    ),
  )
  for (const accountId of new Set(seeing.map(one => one.accountId)))
    await sendNotice(tx, {
      accountId,
      kind: `along.${what}`,
      personId: meeting.personId,
      targetId: meeting.rowId,
    })
}

/**
 * Sets who comes along to a meeting: those who are new are asked, those who are not meant any more are taken off, and each is told. Whoever has it in their
 * own diary comes anyway. Set as it is already, nothing happens.
 * @returns whether anything changed
 */
export async function setAlong(tx: Tx, meeting: Meeting, wanted: readonly AccountId[]): Promise<boolean> {
  const now = (await listCompanions(tx, [meeting.rowId])).map(one => one.accountId)
  const { added, dropped } = changeOf(
    now,
    wanted.filter(one => one !== meeting.accountId),
  )
  const of = { about: [meeting.personId], target: meeting.rowId }
  if (dropped.length > 0) {
    await updateOff(tx, meeting.rowId, dropped)
    await callOffVisits(
      tx,
      meeting,
      dropped.filter(one => one !== meeting.accountId),
    )
    await record(tx, { action: 'along.taken-off', ...of, payload: { who: dropped } })
    await tell(
      tx,
      meeting,
      dropped.filter(one => one !== meeting.accountId),
      'taken-off',
    )
  }
  for (const accountId of added) await insertAsked(tx, meeting.rowId, accountId)
  if (added.length > 0) {
    await record(tx, { action: 'along.asked', ...of, payload: { who: added } })
    await tell(tx, meeting, added, 'asked')
  }
  return added.length + dropped.length > 0
}

/** Tells those who come along what became of a meeting; moved to another day or time, each is asked anew. */
export async function tellAlong(
  tx: Tx,
  meeting: Meeting,
  what: Extract<Told, 'moved' | 'changed' | 'taken-over' | 'called-off'>,
): Promise<void> {
  const those = await listCompanions(tx, [meeting.rowId])
  if (those.length === 0) return
  if (what === 'moved') await updateAskedAnew(tx, meeting.rowId)
  // Of one that is off, whoever could not come anyway need not hear.
  const told = what === 'called-off' ? those.filter(one => one.state !== 'cannot') : those
  // Whoever arranged it hears of what a colleague did with it; whose diary it goes to knows.
  const arranged = what === 'taken-over' ? [] : [meeting.accountId]
  await tell(tx, meeting, [...told.map(one => one.accountId), ...arranged], what)
}

/**
 * What a colleague says to being asked along; whoever has the meeting in their diary is told. Said twice, it is said once.
 * @returns refused `stale` where they were asked anew since, or need not come any more
 */
export async function answerAlong(
  tx: Tx,
  meeting: Meeting,
  seen: Companion,
  answer: { readonly state: AlongAnswer; readonly words: string },
): Promise<Result<null, 'stale'>> {
  if (!(await updateAnswer(tx, seen, answer))) return refused('stale')
  await record(tx, {
    action: 'along.answered',
    about: [meeting.personId],
    target: meeting.rowId,
    payload: { answer: answer.state },
  })
  // Whoever does not go is not waited for either.
  if (answer.state === 'cannot') await callOffVisits(tx, meeting, [seen.accountId])
  await tell(tx, meeting, [meeting.accountId], answer.state)
  return ok(null)
}

type Wanted = { readonly accountId: AccountId; readonly personId: PersonId; readonly isRestricted: boolean }

/** Of colleagues who come along, whether each may see the meeting still: asked with their rights, once for each of them. */
async function ableAmong(tx: Tx, wanted: readonly Wanted[]): Promise<(one: Wanted) => boolean> {
  const accounts = [...new Set(wanted.map(one => one.accountId))].filter(one => one !== tx.acting.actorId)
  const seats = await seatsOf(tx, accounts)
  const seen = new Map<AccountId, Awaited<ReturnType<typeof classesOnEach>>>()
  for (const accountId of accounts) {
    const own = seats.filter(one => one.accountId === accountId).map(one => one.organisationId)
    const [organisationId] = own
    if (organisationId === undefined) continue
    const ids = [...new Set(wanted.filter(one => one.accountId === accountId).map(one => one.personId))]
    const them = { ...tx.acting, holders: [accountId, ...own], actorId: accountId, organisationId }
    seen.set(accountId, await actingAs(tx, them, theirs => classesOnEach(theirs, ids)))
  }
  return one =>
    one.accountId === tx.acting.actorId ||
    seen
      .get(one.accountId)
      ?.get(one.personId)
      ?.has(one.isRestricted ? 'restricted' : 'sessions') === true
}

/** Who goes to some meetings, as far as the caller may see them: whoever arranged it first; of those to which one goes alone there is nothing. Neither within the house nor beside anything else that is asked: each colleague's rights are asked in turn. */
export async function alongTo(tx: Tx, of: readonly Meeting[]): Promise<Along> {
  const companions = await listCompanions(
    tx,
    of.map(one => one.rowId),
  )
  if (companions.length === 0) return new Map()
  const joint = of.filter(one => companions.some(k => k.appointmentId === one.rowId))
  const wanted = joint.flatMap(one =>
    companions
      .filter(k => k.appointmentId === one.rowId)
      .map(k => ({ ...k, personId: one.personId, isRestricted: one.isRestricted })),
  )
  const names = await findNames(tx, [
    ...new Set([...joint.map(one => one.accountId), ...wanted.map(one => one.accountId)]),
  ])
  const isAble = await ableAmong(tx, wanted)
  const nameOf = (id: AccountId) => names.get(id) ?? ''
  return new Map(
    joint.map((one): [string, AlongLine[]] => [
      one.rowId,
      [
        { accountId: one.accountId, name: nameOf(one.accountId), state: 'arranged', words: '', isAble: true },
        ...wanted
          .filter(k => k.appointmentId === one.rowId)
          .map(k => ({
            accountId: k.accountId,
            name: nameOf(k.accountId),
            state: k.state,
            words: k.words,
            isAble: isAble(k),
          })),
      ],
    ]),
  )
}
