/** What is known of somebody's learning before a talk, and asking their place of learning for what is not. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type Day, isAfter } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn, fromBits, listSeeing, listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { listPractitionersAt } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import {
  type ChasePeople,
  chaseLate,
  type FiledRow,
  findPerson,
  listDetails,
  listEnrolments,
} from '#rooms/people/index.ts'
import { type Asking, type SchoolAsk, type SchoolFact, type SchoolKind } from './ask.ts'
import { askDue } from './rules.ts'
import {
  type DueAsk,
  findAsk,
  findAskFiling,
  findFact,
  findFactFiling,
  holdAsks,
  insertAsk,
  insertFact,
  listAsksOn,
  listDueAsks,
  listFactsOn,
  updateAsk,
  updateAskChased,
  updateAskSealed,
  updateFactSealed,
} from './store.ts'
import { kinds } from './words.ts'

/** Where somebody learns now and may be asked: of those the caller sees, without what tells more than the caller may know (K6). */
export async function placesToAsk(
  tx: Tx,
  personId: PersonId,
): Promise<{ readonly id: OrganisationId; readonly name: string; readonly classBit: number }[]> {
  const held = await classesOn(tx, personId)
  const places = new Map<string, { readonly id: OrganisationId; readonly name: string; readonly classBit: number }>()
  for (const one of await listEnrolments(tx, personId)) {
    if (one.finishedOn !== null && !isAfter(one.finishedOn, tx.acting.today)) continue
    const place = await findOrganisation(tx, one.organisationId)
    if (place?.state !== 'open') continue
    const classBit = place.discloses || CLASS_BITS.learning
    if (fromBits(classBit).every(name => held.has(name)))
      places.set(place.id, { id: one.organisationId, name: place.name, classBit })
  }
  return [...places.values()]
}

/**
 * Whether they or a parent object to what their place of learning shares beyond name, address and birth date: then it is asked nothing, and nothing it says is
 * kept (K7). Read as the house: it binds also whoever may not see that part of the record. Education and Skills Act 2008, section 72
 */
export async function isObjectedTo(tx: Tx, personId: PersonId): Promise<boolean> {
  const details = await asHouse(tx, 'whether an objection to sharing stands', worker => listDetails(worker, personId))
  const now = details.find(one => one.field === 'objection' && one.replacedAt === null)
  return now !== undefined && now.value !== 'withdrawn'
}

export type AskTrouble = 'not-theirs' | 'died' | 'not-there' | 'objected'

/**
 * Asks a place of learning what is not known. Those who work there for the partnership and may know of the young person are told.
 * @returns refused `not-there` where they do not learn there as the actor sees it, `objected` where an objection to sharing stands
 */
export async function askSchool(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  asking: Asking,
): Promise<Result<RowId, AskTrouble>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || !(await classesOn(tx, personId)).has('guidance')) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  const place = (await placesToAsk(tx, personId)).find(one => one.id === asking.organisationId)
  if (place === undefined) return refused('not-there')
  if (await isObjectedTo(tx, personId)) return refused('objected')
  // Sent twice it is asked once.
  await holdAsks(tx, personId)
  const same = (await listAsksOn(tx, personId)).find(
    one => one.state === 'asked' && one.organisationId === place.id && String(one.asks) === String(asking.asks),
  )
  if (same) return ok(same.rowId)
  const dueOn = askDue(tx.acting.today, asking.talkOn)
  const id = await insertAsk(tx, personId, { ...asking, classBit: place.classBit, askedBy: by, dueOn })
  await record(tx, { action: 'school-ask.asked', about: [personId], target: id, payload: { asks: asking.asks } })
  await tellPlace(tx, { rowId: id, personId, organisationId: place.id }, 'school-ask.asked')
  return ok(id)
}

/** Tells those of the place who may know of the young person, unless it is shut out (K4). */
async function tellPlace(
  tx: Tx,
  ask: Pick<SchoolAsk, 'rowId' | 'personId' | 'organisationId'>,
  kind: string,
): Promise<void> {
  const those = await listPractitionersAt(tx, ask.organisationId)
  const open = await asHouse(tx, 'whether a place may still know of somebody', async worker => {
    if ((await listUnbarred(worker, ask.personId, [ask.organisationId])).length === 0) return []
    return listUnbarred(
      worker,
      ask.personId,
      those.map(one => one.accountId),
    )
  })
  for (const accountId of open)
    if (accountId !== tx.acting.actorId)
      await sendNotice(tx, { accountId, kind, personId: ask.personId, targetId: ask.rowId })
}

export type Answered = {
  /** What is said, by kind; a kind that is left out is not known there. */
  readonly words: Partial<Readonly<Record<SchoolKind, string>>>
  readonly asOf: Day
  /** Who said it, where it was written down for them. */
  readonly saidBy: string
}
export type AnswerTrouble = 'stale' | 'died' | 'nothing' | 'ahead' | 'objected'

/**
 * Writes down what the place says: by a colleague there, or by whoever telephoned. Whoever asked is told, where it was the place.
 * @returns refused `objected` where an objection to sharing came since it was asked
 */
export async function answerAsk(
  tx: Tx,
  ask: SchoolAsk,
  by: AccountId,
  answered: Answered,
): Promise<Result<null, AnswerTrouble>> {
  const person = await findPerson(tx, ask.personId)
  if (person?.diedOn != null) return refused('died')
  const said = ask.asks.flatMap(kind => {
    const words = answered.words[kind] ?? ''
    return words === '' ? [] : [{ kind, words }]
  })
  if (said.length === 0) return refused('nothing')
  if (isAfter(answered.asOf, tx.acting.today)) return refused('ahead')
  if (await isObjectedTo(tx, ask.personId)) return refused('objected')
  const done = await updateAsk(tx, ask, { state: 'answered', answeredBy: by, saidBy: answered.saidBy })
  if (done === 0) return refused('stale')
  for (const one of said)
    await insertFact(tx, ask.personId, {
      ...{ ...one, source: '', organisationId: ask.organisationId, askId: ask.rowId },
      ...{ asOf: answered.asOf, classBit: ask.classBit, writtenBy: by },
    })
  await record(tx, {
    action: 'school-ask.answered',
    about: [ask.personId],
    target: ask.rowId,
    payload: { kinds: said.map(one => one.kind) },
  })
  await tellAsker(tx, ask, by)
  return ok(null)
}

/** No answer came, or the place knows none of it: that is noted, with why, so that the talk goes on knowing it. Whoever asked is told, where it was the place. */
export async function noteMissing(
  tx: Tx,
  ask: SchoolAsk,
  by: AccountId,
  why: string,
): Promise<Result<null, 'stale' | 'died'>> {
  const person = await findPerson(tx, ask.personId)
  if (person?.diedOn != null) return refused('died')
  if ((await updateAsk(tx, ask, { state: 'missing', words: why })) === 0) return refused('stale')
  await record(tx, { action: 'school-ask.noted-missing', about: [ask.personId], target: ask.rowId })
  await tellAsker(tx, ask, by)
  return ok(null)
}

/** Tells whoever asked, if it was another who answered and they still may know. */
async function tellAsker(tx: Tx, ask: SchoolAsk, by: AccountId): Promise<void> {
  if (by === ask.askedBy) return
  for (const accountId of await asHouse(tx, 'who asked about somebody, if they still may know', worker =>
    listSeeing(worker, ask, [ask.askedBy]),
  ))
    await sendNotice(tx, { accountId, kind: 'school-ask.answered', personId: ask.personId, targetId: ask.rowId })
}

/** Takes it back: it was asked by mistake, or is not needed any more. */
export async function withdrawAsk(tx: Tx, ask: SchoolAsk, why: string): Promise<Result<null, 'stale'>> {
  if ((await updateAsk(tx, ask, { state: 'withdrawn', words: why })) === 0) return refused('stale')
  await record(tx, { action: 'school-ask.withdrawn', about: [ask.personId], target: ask.rowId })
  return ok(null)
}

export type FactTrouble = 'not-theirs' | 'died' | 'ahead'

/** Writes down what is known already: from a report they brought, or what they say themselves. */
export async function writeFact(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  fact: Pick<SchoolFact, 'kind' | 'words' | 'source' | 'asOf'>,
): Promise<Result<RowId, FactTrouble>> {
  const person = await findPerson(tx, personId)
  const held = await classesOn(tx, personId)
  if (person?.state !== 'active' || !held.has('guidance') || !held.has('learning')) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  if (isAfter(fact.asOf, tx.acting.today)) return refused('ahead')
  await holdAsks(tx, personId)
  // Sent twice it is written once.
  const same = (await listFactsOn(tx, personId)).find(
    one => one.kind === fact.kind && one.words === fact.words && one.asOf === fact.asOf && one.writtenBy === by,
  )
  if (same) return ok(same.rowId)
  const id = await insertFact(tx, personId, {
    ...{ ...fact, organisationId: null, askId: null, classBit: CLASS_BITS.learning, writtenBy: by },
  })
  await record(tx, { action: 'school-fact.written', about: [personId], target: id, payload: { kind: fact.kind } })
  return ok(id)
}

/** Tells whoever leads for them now, or asked, that no answer came in time; some days later the leader of the team. As the house, by the clock. */
export function chaseAsks(worker: Tx, house: ChasePeople): Promise<number> {
  return chaseLate(worker, house, {
    ...{ list: listDueAsks, note: updateAskChased, by: (due: DueAsk) => due.askedBy },
    chase: { kind: 'school-ask.late', action: 'school-ask.reminded' },
    escalate: { kind: 'school-ask.still-late', action: 'school-ask.escalated' },
  })
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledAsk(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const ask = await findAsk(tx, id)
  const filed = ask?.personId === personId ? await findAskFiling(tx, id) : undefined
  return ask && filed && filedRow(ask, ask.organisation, filed)
}

export async function findFiledFact(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const fact = await findFact(tx, id)
  const filed = fact?.personId === personId ? await findFactFiling(tx, id) : undefined
  return fact && filed && filedRow(fact, `${kinds[fact.kind]}: ${fact.words}`, filed)
}

function filedRow(
  { rowId, classBit }: Pick<SchoolAsk, 'rowId' | 'classBit'>,
  said: string,
  filed: { readonly by: AccountId; readonly at: FiledRow['filedAt'] },
): FiledRow {
  return { rowId, said, classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals what was asked, and what came of it. Asked as the house. Returns how many. */
export function sealAsk(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateAskSealed(worker, personId, id)
}

export function sealFact(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateFactSealed(worker, personId, id)
}
