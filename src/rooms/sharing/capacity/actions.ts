/** Judging whether somebody can decide something, for that one decision (K11). */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn, fromBits, listSeeing } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { type FiledRow, findPerson, listAdults } from '#rooms/people/index.ts'
import type { CapacityDecision, Judged } from './capacity.ts'
import { classOf, isResponsible, type JudgedTrouble, judgedTrouble, neededFor, standingOn } from './rules.ts'
import {
  findDecisionFiling,
  holdDecisions,
  insertDecision,
  listCapacityOn,
  listDueDecisions,
  updateAgain,
  updateChased,
  updateSealed,
} from './store.ts'

const MOST_A_TURN = 200

export type JudgeTrouble =
  | JudgedTrouble
  | 'not-theirs'
  | 'not-health'
  | 'died'
  | 'not-responsible'
  | 'again-done'
  | 'again-unknown'

/**
 * Writes down what was judged.
 * @param againOf the decision that is looked at again; it is over with this one
 * @returns refused `not-theirs` where the actor may not see what it is about, `not-health` where what it tells is of health and the actor may not see that (K6),
 * `not-responsible` for an adult who is not on record as having parental responsibility
 */
export async function judgeCapacity(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  judged: Judged,
  againOf: RowId | null,
): Promise<Result<RowId, JudgeTrouble>> {
  const { today } = tx.acting
  const person = await findPerson(tx, personId)
  const held = await classesOn(tx, personId)
  if (person?.state !== 'active' || !held.has('sessions') || !held.has(neededFor(judged.about)))
    return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  const trouble = judgedTrouble(judged, today)
  if (trouble !== undefined) return refused(trouble)
  const standing = standingOn(person.bornOn, today)
  const wasSixteen = standing === 'not-known' ? null : standing === 'presumed'
  const named = classOf(judged, wasSixteen)
  if (!held.has(named)) return refused('not-health')
  if (judged.decider?.kind === 'adult' && !(await isOnRecord(tx, personId, judged.decider.adultId)))
    return refused('not-responsible')
  // Sent twice it is judged once.
  await holdDecisions(tx, personId)
  const all = await listCapacityOn(tx, personId)
  const same = all.find(
    one => one.judgedBy === by && one.judgedOn === today && one.againOf === againOf && isSame(one, judged),
  )
  if (same) return ok(same.rowId)
  if (againOf !== null) {
    const before = all.find(one => one.rowId === againOf)
    if (!before) return refused('again-unknown')
    if (before.againOn !== null || (await updateAgain(tx, againOf)) === 0) return refused('again-done')
  }
  const id = await insertDecision(tx, personId, {
    ...judged,
    ...{ classBit: CLASS_BITS[named], wasSixteen, judgedBy: by, againOf },
  })
  await record(tx, {
    action: 'capacity.judged',
    about: [personId],
    target: id,
    payload: { about: judged.about, outcome: judged.outcome, again: againOf },
  })
  return ok(id)
}

function isSame(one: Judged, other: Judged): boolean {
  const said = (judged: Judged) => [
    judged.about,
    judged.question,
    judged.help,
    judged.how,
    judged.wishes,
    judged.outcome,
  ]
  return said(one).every((words, i) => words === said(other)[i])
}

/** Parental responsibility is recorded, never assumed (Children Act 1989 section 3). */
async function isOnRecord(tx: Tx, personId: PersonId, adultId: RowId): Promise<boolean> {
  return (await listAdults(tx, personId)).some(one => one.rowId === adultId && isResponsible(one))
}

/** Tells whoever judged that it is to be looked at again, once, where no barrier keeps them from knowing (K4). As the house, by the clock. */
export async function chaseCapacity(worker: Tx): Promise<number> {
  const due = await listDueDecisions(worker, MOST_A_TURN)
  for (const one of due) {
    for (const accountId of await listSeeing(worker, one, [one.judgedBy]))
      await sendNotice(worker, { accountId, kind: 'capacity.due', personId: one.personId, targetId: one.rowId })
    await updateChased(worker, one.rowId)
    await record(worker, { action: 'capacity.reminded', about: [one.personId], target: one.rowId })
  }
  return due.length
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledCapacity(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const decision = (await listCapacityOn(tx, personId)).find(one => one.rowId === id)
  const filed = decision && (await findDecisionFiling(tx, id))
  if (!decision || !filed) return undefined
  return { rowId: id, said: decision.question, classBit: decision.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it; what it had looked at again stands once more. Asked as the house. Returns how many. */
export function sealCapacity(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateSealed(worker, personId, id)
}

/** The name of the class a decision is of. */
export function classNameOf({ classBit }: Pick<CapacityDecision, 'classBit'>) {
  return fromBits(classBit)[0] ?? 'sessions'
}
