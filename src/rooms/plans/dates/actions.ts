/** Dates the law sets for others, that stand beside a plan: reviews of an EHC plan, of care and of leaving care. */
import type { Tx } from '#ground/database/tx.ts'
import { type Day, isAfter } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type ChasePeople, chaseLate, type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { DateKind, DateWithGuests, GuestState, PlanDate } from './date.ts'
import { classOfDate, nextAfter } from './rules.ts'
import {
  type DueDate,
  findDate,
  findDateFiling,
  insertDate,
  insertGuest,
  listDueDates,
  updateAskedThem,
  updateDateChased,
  updateDateOver,
  updateDateSealed,
  updateGuests,
} from './store.ts'
import { kinds } from './words.ts'

export type DateTrouble = 'not-theirs' | 'died' | 'stale' | 'ahead'

/**
 * Puts a date beside the plan.
 * @returns refused `not-theirs` where the actor does not see the part such a date tells of (K6)
 */
export async function setDate(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  date: { readonly kind: DateKind; readonly onDay: Day; readonly who: string },
): Promise<Result<RowId, 'not-theirs' | 'died'>> {
  const person = await findPerson(tx, personId)
  const held = await classesOn(tx, personId)
  const named = classOfDate(date.kind)
  if (person?.state !== 'active' || !held.has('plan') || !held.has(named)) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  const id = await insertDate(tx, personId, { ...date, classBit: CLASS_BITS[named], madeBy: by })
  await record(tx, { action: 'plan-date.set', about: [personId], target: id })
  return ok(id)
}

/**
 * It was held, from the version the page showed; where it comes again the next stands beside the plan at once.
 * @returns refused `ahead` for a day that is still to come
 */
export async function holdDate(
  tx: Tx,
  date: PlanDate,
  by: AccountId,
  held: { readonly on: Day; readonly words: string; readonly wishes: string },
): Promise<Result<null, DateTrouble>> {
  const person = await findPerson(tx, date.personId)
  if (person?.diedOn != null) return refused('died')
  if (isAfter(held.on, tx.acting.today)) return refused('ahead')
  if ((await updateDateOver(tx, date, { ...held, state: 'held' })) === 0) return refused('stale')
  await record(tx, { action: 'plan-date.held', about: [date.personId], target: date.rowId })
  const next = nextAfter(date.kind, held.on)
  if (next !== undefined) await setDate(tx, date.personId, by, { kind: date.kind, onDay: next, who: date.who })
  return ok(null)
}

/**
 * Writes down who is asked to it, whether they come, and what the young person was asked beforehand, from the version the page showed. Somebody who is
 * asked already is not asked twice.
 */
export async function writeGuests(
  tx: Tx,
  date: DateWithGuests,
  by: AccountId,
  said: { readonly who: string; readonly marks: ReadonlyMap<RowId, GuestState>; readonly askedThem: string },
): Promise<Result<null, 'stale'>> {
  if ((await updateAskedThem(tx, date, said.askedThem)) === 0) return refused('stale')
  await updateGuests(tx, said.marks)
  const alike = (text: string) => text.toLocaleLowerCase('en')
  if (said.who !== '' && !date.guests.some(one => alike(one.who) === alike(said.who)))
    await insertGuest(tx, date, by, said.who)
  await record(tx, { action: 'plan-date.guests-written', about: [date.personId], target: date.rowId })
  return ok(null)
}

/** Calls it off, with why. */
export async function callOffDate(tx: Tx, date: PlanDate, why: string): Promise<Result<null, 'stale'>> {
  const over = { state: 'called-off', on: tx.acting.today, words: why, wishes: '' } as const
  if ((await updateDateOver(tx, date, over)) === 0) return refused('stale')
  await record(tx, { action: 'plan-date.called-off', about: [date.personId], target: date.rowId })
  return ok(null)
}

/** Tells whoever leads, or put it there, that its day is past and nobody said whether it was held; some days later the leader of the team. By the clock. */
export function chaseDates(worker: Tx, house: ChasePeople): Promise<number> {
  return chaseLate(worker, house, {
    ...{ list: listDueDates, note: updateDateChased, by: (due: DueDate) => due.madeBy },
    chase: { kind: 'plan-date.late', action: 'plan-date.reminded' },
    escalate: { kind: 'plan-date.still-late', action: 'plan-date.escalated' },
  })
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledDate(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const date = await findDate(tx, id)
  const filed = date?.personId === personId ? await findDateFiling(tx, id) : undefined
  if (!date || !filed) return undefined
  return { rowId: id, said: kinds[date.kind], classBit: date.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it. Asked as the house. Returns how many. */
export function sealDate(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateDateSealed(worker, personId, id)
}
