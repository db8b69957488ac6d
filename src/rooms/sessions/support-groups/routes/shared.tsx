import { z } from 'zod'
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { isId } from '#ground/ids.ts'
import { actorOfVisit, findNames, roleMay, type Visit } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, nothing } from '#web/register.ts'
import type { SessionsHouse } from '../../diary/routes/shared.ts'
import type { Choosable } from '../../groups/pages/session-form.tsx'
import { accountsHere } from '../actions.ts'
import { findGroup, listRunnersOf, listUnrun } from '../store/groups.ts'
import { findMember } from '../store/members.ts'
import type { Member, Runner, SupportGroup } from '../support-group.ts'

export type SupportHouse = Pick<SessionsHouse, 'frame' | 'teamOf' | 'ledBy'>
export const permission = 'group.see'
export const groupParam = z.object({ groupId: idParam<RowId>() })
export const memberParam = z.object({ memberId: idParam<RowId>() })
export const stepParam = z.object({ stepId: idParam<RowId>() })
export type AnyVisit = Visit<unknown, unknown>
export type GroupVisit = Visit<{ groupId: RowId }, unknown>
export type MemberVisit = Visit<{ memberId: RowId }, unknown>

/** A group as one visitor stands to it. */
export type Known = {
  readonly group: SupportGroup
  readonly runners: readonly Runner[]
  readonly isRunner: boolean
  /** Whether the visitor reads it by themselves, and not as who leads a team. */
  readonly isSeen: boolean
  /** Whoever runs it, while it goes on. */
  readonly mayWrite: boolean
  /** Whoever runs it, and who leads a team where nobody who is here does any more. */
  readonly mayName: boolean
}

/**
 * A group the visitor runs, or of which they may see that somebody belongs to it; one of their team, or one nobody runs any more, for who leads a team. For all
 * others there is nothing, by one path (K8).
 */
export async function withGroup(
  house: SupportHouse,
  visit: GroupVisit,
  work: (known: Known) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { tx, params } = visit
  const { accountId, role } = actorOfVisit(visit)
  const [runners, seen] = await Promise.all([listRunnersOf(tx, [params.groupId]), findGroup(tx, params.groupId)])
  const isRunner = runners.some(one => one.accountId === accountId)
  const leads = !isRunner && roleMay(role, 'lead.assign')
  const isUnrun = leads && (await isUnrunBy(tx, runners))
  const found =
    seen ??
    (leads && (isUnrun || (await isOfTeam(house, visit, runners)))
      ? await asHouse(tx, 'a group of one’s team', worker => findGroup(worker, params.groupId))
      : undefined)
  if (!found) return nothing('unknown')
  const goesOn = found.endedOn === null
  return work({
    group: found,
    runners,
    isRunner,
    isSeen: seen !== undefined,
    mayWrite: isRunner && goesOn,
    mayName: (isRunner || isUnrun) && goesOn,
  })
}

async function isUnrunBy(tx: Tx, runners: readonly Runner[]): Promise<boolean> {
  const here = await accountsHere(
    tx,
    runners.map(one => one.accountId),
  )
  return !runners.some(one => here.has(one.accountId))
}

async function isOfTeam(house: SupportHouse, visit: AnyVisit, runners: readonly Runner[]): Promise<boolean> {
  const team = await house.teamOf(visit.tx, actorOfVisit(visit).accountId)
  return team.some(one => runners.some(runner => runner.accountId === one.accountId))
}

/** One that the visitor runs, also where a colleague ended it while something was written for it: then what was typed is shown again, and not lost. */
export function withRunGroup(
  house: SupportHouse,
  visit: GroupVisit,
  work: (known: Known) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withGroup(house, visit, known => (known.isRunner ? work(known) : nothing('unknown')))
}

/** One that is the visitor's to write. */
export function withOwnGroup(
  house: SupportHouse,
  visit: GroupVisit,
  work: (known: Known) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withGroup(house, visit, known => (known.mayWrite ? work(known) : nothing('unknown')))
}

/** Groups that go on and that nobody who is here runs, for who leads a team. */
export async function unrunGroups(tx: Tx): Promise<SupportGroup[]> {
  const here = [...(await accountsHere(tx))]
  return asHouse(tx, 'groups nobody runs', worker => listUnrun(worker, here))
}

/** Somebody's belonging to a group, as one visitor stands to it. */
export type KnownMember = {
  readonly member: Member
  readonly group: SupportGroup
  readonly runners: readonly Runner[]
  readonly frame: PersonFrame
  readonly isRunner: boolean
  readonly mayWrite: boolean
  readonly isAlive: boolean
}

export async function knownMember(
  house: SupportHouse,
  visit: AnyVisit,
  memberId: RowId,
): Promise<KnownMember | undefined> {
  const { tx } = visit
  const member = await findMember(tx, memberId)
  const frame = member && (await house.frame(visit, member.personId))
  const group = member && (await findGroup(tx, member.groupId))
  if (!member || !frame || !group) return undefined
  const runners = await listRunnersOf(tx, [group.rowId])
  const isAlive = frame.person.diedOn === null
  const isRunner = runners.some(one => one.accountId === actorOfVisit(visit).accountId)
  const mayWrite = isRunner && isAlive && group.endedOn === null && member.leftOn === null
  return { member, group, runners, frame, isRunner, mayWrite, isAlive }
}

export async function withMember(
  house: SupportHouse,
  visit: MemberVisit,
  work: (known: KnownMember) => Promise<Answer> | Answer,
): Promise<Answer> {
  const known = await knownMember(house, visit, visit.params.memberId)
  return known ? work(known) : nothing('unknown')
}

/** The same of one whom the visitor runs the group of, also where they have left meanwhile; not of somebody who has died. */
export function withRunMember(
  house: SupportHouse,
  visit: MemberVisit,
  work: (known: KnownMember) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withMember(house, visit, known => (known.isRunner && known.isAlive ? work(known) : nothing('unknown')))
}

export function withOwnMember(
  house: SupportHouse,
  visit: MemberVisit,
  work: (known: KnownMember) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withMember(house, visit, known => (known.mayWrite ? work(known) : nothing('unknown')))
}

/** Who runs a group, to choose from: with what they are there for; and one who is named already, whoever runs it now. */
export async function doers(tx: Tx, runners: readonly Runner[], also?: AccountId): Promise<Choosable[]> {
  const names = await findNames(tx, [...runners.map(one => one.accountId), ...(also ? [also] : [])])
  const all = runners.map(one => ({
    value: one.accountId as string,
    label: `${names.get(one.accountId) ?? ''}, ${one.thereFor}`,
  }))
  return also === undefined || all.some(one => one.value === also)
    ? all
    : [...all, { value: also, label: names.get(also) ?? '' }]
}

/** The young person a form names, where it names one. */
export function personNamed(visit: AnyVisit): PersonId[] {
  const sent = visit.body['person']
  return typeof sent === 'string' && isId(sent) ? [sent as PersonId] : []
}
