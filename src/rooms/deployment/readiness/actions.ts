/** What colleagues say of themselves, what they have done, and whether they are ready to take cases. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import type { Role } from '#rooms/identity/index.ts'
import { findAdviser, listAdvisers } from '../actions/colleagues.ts'
import { findTeamOf, listLoads } from '../store/teams.ts'
import type { ItemKind, Level, ProfileContent } from './readiness.ts'
import { doneTrouble, hasAssessmentTraining, notReady, readinessOf } from './rules.ts'
import { insertItem, keepsReadiness, listItems, updateItemOver, upsertProfile } from './store.ts'

/** Writes what a colleague says of themselves, from the version the page showed. */
export async function writeProfile(
  tx: Tx,
  accountId: AccountId,
  content: ProfileContent,
  version: number,
): Promise<Result<null, 'stale'>> {
  if ((await upsertProfile(tx, accountId, content, version)) === 0) return refused('stale')
  await record(tx, { action: 'colleague.profile-written', target: accountId })
  return ok(null)
}

/** Whether an account leads the team another works in: then what the other has done is theirs to write down, and never their own. */
export async function leadsFor(tx: Tx, leaderId: AccountId, accountId: AccountId): Promise<boolean> {
  return leaderId !== accountId && (await findTeamOf(tx, accountId))?.leaderId === leaderId
}

export type NoteTrouble = 'not-theirs' | 'ahead' | 'long-ago'

/** Writes down that a colleague has done something. Sent twice, it is one. */
export async function noteItem(
  tx: Tx,
  by: AccountId,
  item: { readonly accountId: AccountId; readonly kind: ItemKind; readonly doneOn: Day; readonly evidence: string },
): Promise<Result<null, NoteTrouble>> {
  if (!(await leadsFor(tx, by, item.accountId))) return refused('not-theirs')
  const trouble = doneTrouble(item.doneOn, tx.acting.today)
  if (trouble) return refused(trouble)
  const isSame = (await listItems(tx, [item.accountId])).some(
    one => one.kind === item.kind && one.doneOn === item.doneOn && one.evidence === item.evidence,
  )
  if (isSame) return ok(null)
  const id = await insertItem(tx, item, by)
  await record(tx, { action: 'colleague.item-noted', target: id, payload: { of: item.accountId, kind: item.kind } })
  return ok(null)
}

/** Takes off what was said wrongly. */
export async function takeOffItem(
  tx: Tx,
  by: AccountId,
  accountId: AccountId,
  id: RowId,
): Promise<Result<null, 'not-theirs'>> {
  if (!(await leadsFor(tx, by, accountId))) return refused('not-theirs')
  if ((await updateItemOver(tx, accountId, id)) > 0)
    await record(tx, { action: 'colleague.item-taken-off', target: id, payload: { of: accountId } })
  return ok(null)
}

/** Of which readiness an adviser of a role is asked. */
export const levelOf = (role: Role): Level => (role === 'intensive-adviser' ? 'intensive' : 'universal')

/**
 * What keeps an adviser from taking cases: nothing where the partnership writes nothing of it down, so that nobody is stopped by an empty list.
 */
export async function missingOf(
  tx: Tx,
  adviser: { readonly accountId: AccountId; readonly role: Role },
): Promise<ItemKind[]> {
  if (!(await keepsReadiness(tx))) return []
  const items = await listItems(tx, [adviser.accountId])
  return notReady(readinessOf(levelOf(adviser.role), items, tx.acting.today))
}

/** Whether an adviser has training in assessing that is in date; true of everybody where the partnership writes nothing of it down, and of whoever is no adviser. */
export async function isTrainedToAssess(tx: Tx, accountId: AccountId): Promise<boolean> {
  const adviser = await findAdviser(tx, accountId)
  return adviser === undefined || !(await missingOf(tx, adviser)).includes('assessment')
}

/** A colleague who has training in assessing, and whether they work in the same team. */
export type Trained = { readonly accountId: AccountId; readonly name: string; readonly isOfTeam: boolean }

/**
 * Who could look at an assessment with an adviser who has no training in assessing that is in date: colleagues who have it, those of their own team first.
 * @returns undefined where nobody need: they have it, or the partnership writes no training of that kind down
 */
export async function trainedBeside(tx: Tx, accountId: AccountId): Promise<Trained[] | undefined> {
  if (!(await keepsReadiness(tx, 'assessment')) || (await isTrainedToAssess(tx, accountId))) return undefined
  const others = (await listAdvisers(tx)).filter(one => one.accountId !== accountId)
  const [items, team] = await Promise.all([
    listItems(
      tx,
      others.map(one => one.accountId),
    ),
    findTeamOf(tx, accountId),
  ])
  const ofTeam = new Set(team === undefined ? [] : (await listLoads(tx, team.id)).map(one => one.accountId))
  return others
    .filter(({ accountId: id }) =>
      hasAssessmentTraining(
        items.filter(one => one.accountId === id),
        tx.acting.today,
      ),
    )
    .map(one => ({ accountId: one.accountId, name: one.name, isOfTeam: ofTeam.has(one.accountId) }))
    .toSorted((a, b) => Number(b.isOfTeam) - Number(a.isOfTeam))
}
