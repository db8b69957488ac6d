/** What others hold by law beside a plan: written down in versions, ended with a reason, asked about again every year from 18. */
import type { Tx } from '#ground/database/tx.ts'
import { type Day, isAfter } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type ChasePeople, chaseLate, type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { HeldContent, HeldKind, HeldPlan, OverReason } from './held.ts'
import { checkDay, classOfHeld } from './rules.ts'
import {
  type DueHeld,
  findHeld,
  findHeldFiling,
  holdHeld,
  insertHeld,
  listDueHeld,
  listHeld,
  updateHeldChased,
  updateHeldSealed,
  updateOver,
  updateReplaced,
} from './store.ts'
import { kinds } from './words.ts'

export type HeldTrouble = 'not-theirs' | 'died' | 'stale' | 'ahead'

/** What of a kind goes on, newest first. Two stand where two records were joined. */
export async function listLive(tx: Tx, personId: PersonId, kind: HeldKind): Promise<HeldPlan[]> {
  return (await listHeld(tx, personId)).filter(one => one.kind === kind && one.overOn === null)
}

/**
 * Writes down what stands now; what stood before is kept, and shown no more.
 * @param shown the rows the form was drawn from, each with its version, as `stampOf` says them
 * @returns refused `not-theirs` where the actor does not see the part it tells of (K6), `stale` where something else stands by now, `ahead` for a day to come
 */
export async function writeHeld(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  of: { readonly kind: HeldKind; readonly shown: string },
  content: HeldContent,
): Promise<Result<RowId, HeldTrouble>> {
  const person = await findPerson(tx, personId)
  const seen = await classesOn(tx, personId)
  const named = classOfHeld(of.kind)
  if (person?.state !== 'active' || !seen.has('plan') || !seen.has(named)) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  if (isAfter(content.asOf, tx.acting.today)) return refused('ahead')
  await holdHeld(tx, personId)
  const live = await listLive(tx, personId, of.kind)
  if (stampOf(live) !== of.shown || (await updateReplaced(tx, live)) < live.length) return refused('stale')
  const dueOn = checkDay(of.kind, person.bornOn, content.asOf) ?? null
  const id = await insertHeld(tx, personId, { kind: of.kind, classBit: CLASS_BITS[named], madeBy: by, dueOn }, content)
  await record(tx, { action: 'held-plan.written', about: [personId], target: id })
  return ok(id)
}

/** Which rows stand, and in which version: what a form says it was drawn from. */
export function stampOf(live: readonly Pick<HeldPlan, 'rowId' | 'version'>[]): string {
  return live.map(one => `${one.rowId}:${one.version}`).join(',')
}

/**
 * Says that it ended, from the version the page showed.
 * @returns refused `ahead` for a day to come
 */
export async function endHeld(
  tx: Tx,
  held: HeldPlan,
  over: { readonly on: Day; readonly reason: OverReason; readonly words: string },
): Promise<Result<null, HeldTrouble>> {
  if (isAfter(over.on, tx.acting.today)) return refused('ahead')
  await holdHeld(tx, held.personId)
  if ((await updateOver(tx, held, over)) === 0) return refused('stale')
  await record(tx, { action: 'held-plan.ended', about: [held.personId], target: held.rowId })
  return ok(null)
}

/** Tells whoever leads, or wrote it, that nobody asked for a year whether it goes on; some days later the leader of the team. By the clock. */
export function chaseHeld(worker: Tx, house: ChasePeople): Promise<number> {
  return chaseLate(worker, house, {
    ...{ list: listDueHeld, note: updateHeldChased, by: (due: DueHeld) => due.madeBy },
    chase: { kind: 'held-plan.late', action: 'held-plan.reminded' },
    escalate: { kind: 'held-plan.still-late', action: 'held-plan.escalated' },
  })
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledHeld(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const held = await findHeld(tx, id)
  const filed = held?.personId === personId ? await findHeldFiling(tx, id) : undefined
  if (!held || !filed) return undefined
  return { rowId: id, said: kinds[held.kind], classBit: held.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it. Asked as the house. Returns how many. */
export function sealHeld(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateHeldSealed(worker, personId, id)
}
