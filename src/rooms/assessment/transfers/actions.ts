/** Asking the agency that worked with somebody before for what it knows, and hearing from it. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn, fromBits, type RecordClass } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { type ChasePeople, chaseLate, type FiledRow, findPerson } from '#rooms/people/index.ts'
import { transferDue } from './rules.ts'
import {
  type DueTransfer,
  findTransfer,
  findTransferFiling,
  holdTransfers,
  insertTransfer,
  listDueTransfers,
  listTransfersOn,
  updateAgain,
  updateChased,
  updateOver,
  updateTransferSealed,
} from './store.ts'
import type { Asking, Transfer, TransferAnswer } from './transfer.ts'

/** The parts a summary may be of besides the ordinary one, as whoever writes it down says. */
export const PARTS = ['assessment', 'health', 'offending', 'care', 'family'] as const satisfies readonly RecordClass[]
export type TransferPart = (typeof PARTS)[number]

export type AskTrouble = 'not-theirs' | 'died' | 'closed' | 'no-agency'

/**
 * Asks for a transfer summary.
 * @returns refused `not-theirs` where the actor may not see what asking that agency tells (K6), `closed` for an agency that is closed
 */
export async function askTransfer(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  asking: Asking,
): Promise<Result<RowId, AskTrouble>> {
  const person = await findPerson(tx, personId)
  const held = await classesOn(tx, personId)
  if (person?.state !== 'active' || !held.has('assessment')) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  const agency = asking.organisationId === null ? undefined : await findOrganisation(tx, asking.organisationId)
  if (asking.organisationId !== null && agency === undefined) return refused('no-agency')
  if (asking.organisationId === null && asking.fromName === '') return refused('no-agency')
  if (agency?.state === 'closed') return refused('closed')
  const classBit = agency !== undefined && agency.discloses !== 0 ? agency.discloses : CLASS_BITS.assessment
  const [needed] = fromBits(classBit)
  if (needed === undefined || !held.has(needed)) return refused('not-theirs')
  // Sent twice it is asked once.
  await holdTransfers(tx, personId)
  const same = (await listTransfersOn(tx, personId)).find(one => isSame(one, asking) && one.askedOn === tx.acting.today)
  if (same) return ok(same.rowId)
  const id = await insertTransfer(tx, personId, {
    ...asking,
    ...{ classBit, askedBy: by, dueOn: transferDue(tx.acting.today) },
  })
  await record(tx, { action: 'transfer.asked', about: [personId], target: id })
  return ok(id)
}

function isSame(one: Transfer, asking: Asking): boolean {
  const { organisationId, fromName, whom, asks } = asking
  const isOf = one.organisationId === organisationId && one.fromName === fromName
  return one.state === 'asked' && isOf && one.whom === whom && one.asks === asks
}

export type MoveTrouble = 'stale' | 'not-theirs' | 'died' | 'other-part'

async function moveTrouble(tx: Tx, transfer: Transfer): Promise<'died' | undefined> {
  const person = await findPerson(tx, transfer.personId)
  return person?.diedOn == null ? undefined : 'died'
}

/** It was asked for once more, from the version the page showed: the days begin anew. */
export async function askAgain(tx: Tx, transfer: Transfer): Promise<Result<null, MoveTrouble>> {
  const trouble = await moveTrouble(tx, transfer)
  if (trouble) return refused(trouble)
  if ((await updateAgain(tx, transfer, transferDue(tx.acting.today))) === 0) return refused('stale')
  await record(tx, { action: 'transfer.asked-again', about: [transfer.personId], target: transfer.rowId })
  return ok(null)
}

/**
 * Writes down what came, or that nothing does.
 * @param part the part of the record what came tells of: of an agency whose very name tells of one, that part and no other
 * @returns refused `not-theirs` where the actor may not see that part, `other-part` where a row of one class would hold words of another (K6)
 */
export async function answerTransfer(
  tx: Tx,
  transfer: Transfer,
  answer: {
    readonly state: TransferAnswer
    readonly words: string
    readonly saidBy: string
    readonly part: TransferPart
  },
): Promise<Result<null, MoveTrouble>> {
  const trouble = await moveTrouble(tx, transfer)
  if (trouble) return refused(trouble)
  if (!(await classesOn(tx, transfer.personId)).has(answer.part)) return refused('not-theirs')
  const isPlain = transfer.classBit === CLASS_BITS.assessment
  if (!isPlain && answer.part !== 'assessment' && CLASS_BITS[answer.part] !== transfer.classBit)
    return refused('other-part')
  const classBit = isPlain ? CLASS_BITS[answer.part] : transfer.classBit
  if ((await updateOver(tx, transfer, { ...answer, classBit })) === 0) return refused('stale')
  await record(tx, {
    action: 'transfer.answered',
    about: [transfer.personId],
    target: transfer.rowId,
    payload: { state: answer.state },
  })
  return ok(null)
}

/** Takes it back: it was asked by mistake, or is not needed any more. */
export async function withdrawTransfer(tx: Tx, transfer: Transfer, why: string): Promise<Result<null, 'stale'>> {
  const over = { state: 'withdrawn', words: why, saidBy: '', classBit: transfer.classBit } as const
  if ((await updateOver(tx, transfer, over)) === 0) return refused('stale')
  await record(tx, { action: 'transfer.withdrawn', about: [transfer.personId], target: transfer.rowId })
  return ok(null)
}

/** Tells whoever leads for them now, or asked, that no answer came; some days later the leader of the team. As the house, by the clock. */
export function chaseTransfers(worker: Tx, house: ChasePeople): Promise<number> {
  return chaseLate(worker, house, {
    ...{ list: listDueTransfers, note: updateChased, by: (due: DueTransfer) => due.askedBy },
    chase: { kind: 'transfer.late', action: 'transfer.reminded' },
    escalate: { kind: 'transfer.still-late', action: 'transfer.escalated' },
  })
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledTransfer(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const transfer = await findTransfer(tx, id)
  const filed = transfer?.personId === personId ? await findTransferFiling(tx, id) : undefined
  if (!transfer || !filed) return undefined
  const { classBit, organisation, fromName } = transfer
  return { rowId: id, said: organisation || fromName, classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it. Asked as the house. Returns how many. */
export function sealTransfer(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateTransferSealed(worker, personId, id)
}
