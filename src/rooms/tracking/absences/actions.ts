/** What a place tells of somebody who does not come any more, and what is done about it. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { chaseOn, escalatesSince } from '#ground/lateness.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, listSeeing, listUnbarred } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { listPractitionersAt } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { type FiledRow, findPerson, listEnrolments } from '#rooms/people/index.ts'
import { endSecureLink, listLinksOn } from '#rooms/sharing/index.ts'
import type { Absence, Outcome, Telling } from './absence.ts'
import type { AbsencePeople } from './house.ts'
import { dueAfter, type TellTrouble, tellTrouble } from './rules.ts'
import {
  findAbsence,
  findFiling,
  holdAbsences,
  insertAbsence,
  listAbsencesOn,
  listDueAbsences,
  type Stepped,
  updateAbsence,
  updateChased,
  updateSealed,
} from './store.ts'

const MOST_A_TURN = 200

/**
 * A place tells that somebody on its roll is absent or has left. Whoever leads for them is told at once; where nobody does, whoever is deployed there.
 * @returns refused `already-told` where the place has told of them and it is not over: sent twice, it is one
 */
export async function tellAbsence(
  tx: Tx,
  house: AbsencePeople,
  personId: PersonId,
  by: { readonly accountId: AccountId; readonly organisationId: Absence['organisationId'] },
  telling: Telling,
): Promise<Result<RowId, TellTrouble | 'not-ours' | 'already-told' | 'nobody-to-tell'>> {
  const { organisationId, accountId } = by
  const trouble = tellTrouble(telling, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  await holdAbsences(tx, personId)
  const whom = await whomToTell(tx, house, personId, organisationId)
  if (!whom.ok) return whom
  const { classBit, seers } = whom.value
  const dueOn = dueAfter('told', tx.acting.today)
  const id = await insertAbsence(tx, personId, { ...telling, organisationId, classBit, toldBy: accountId, dueOn })
  await record(tx, { action: 'absence.told', about: [personId], target: id, payload: { kind: telling.kind } })
  await tellSeers(tx, seers, 'absence.told', {
    personId,
    rowId: id,
  })
  return ok(id)
}

/**
 * Who would be told that somebody is absent, and of which class that would be. As things stand: whoever tells holds them first.
 * @returns refused `already-told` where the place has told of them and it is not over; `nobody-to-tell` where nobody works with them
 */
export async function whomToTell(
  tx: Tx,
  house: AbsencePeople,
  personId: PersonId,
  organisationId: Absence['organisationId'],
): Promise<
  Result<
    { readonly classBit: number; readonly seers: readonly AccountId[] },
    'not-ours' | 'already-told' | 'nobody-to-tell'
  >
> {
  if (!(await isOnRoll(tx, personId, organisationId))) return refused('not-ours')
  const open = (await listAbsencesOn(tx, personId)).some(
    one => one.organisationId === organisationId && one.overOn === null,
  )
  if (open) return refused('already-told')
  const place = await findOrganisation(tx, organisationId)
  const classBit = place?.discloses || CLASS_BITS.learning
  const seers = await seersOf(tx, house, { personId, organisationId, classBit })
  // Told to nobody it would lie there, and the place would wait.
  return seers.length === 0 ? refused('nobody-to-tell') : ok({ classBit, seers })
}

/** Whether somebody the place may know learns there now. As the house: that they do may tell of more than a roll opens (K6). */
export async function isOnRoll(
  tx: Tx,
  personId: PersonId,
  organisationId: Absence['organisationId'],
): Promise<boolean> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return false
  const places = await asHouse(tx, 'whether somebody is on a roll', worker => listEnrolments(worker, personId))
  return places.some(one => one.organisationId === organisationId && one.finishedOn === null)
}

/** Whoever leads for them; where nobody does, whoever is deployed to the place: of those, who may know what was told. */
function seersOf(
  tx: Tx,
  house: AbsencePeople,
  of: Pick<Absence, 'personId' | 'organisationId' | 'classBit'>,
): Promise<readonly AccountId[]> {
  return asHouse(tx, 'who works with somebody who is absent', async worker => {
    const lead = await house.leadOf(worker, of.personId)
    const those = lead === undefined ? await house.deployedTo(worker, of.organisationId) : [lead]
    return listSeeing(worker, of, those)
  })
}

/** Tells each of them, but nobody a barrier keeps from knowing of the young person (K4). */
export async function tellSeers(
  tx: Tx,
  whom: readonly AccountId[],
  kind: string,
  { personId, rowId }: { personId: PersonId; rowId: RowId },
): Promise<void> {
  const those = await asHouse(tx, 'who may know of somebody absent', worker =>
    listUnbarred(worker, personId, [...new Set(whom)]),
  )
  for (const accountId of those)
    if (accountId !== tx.acting.actorId) await sendNotice(tx, { accountId, kind, personId, targetId: rowId })
}

/** Those of the place, unless it is shut out by now. */
async function placeOf(
  tx: Tx,
  { organisationId, personId }: Pick<Absence, 'organisationId' | 'personId'>,
): Promise<AccountId[]> {
  const open = await asHouse(tx, 'whether a place may still know of somebody', worker =>
    listUnbarred(worker, personId, [organisationId]),
  )
  if (open.length === 0) return []
  return (await listPractitionersAt(tx, organisationId)).map(c => c.accountId)
}

type StepTrouble = 'stale' | 'over'

async function step(tx: Tx, absence: Absence, to: Stepped, action: string): Promise<Result<null, StepTrouble>> {
  if (absence.overOn !== null) return refused('over')
  if ((await updateAbsence(tx, absence, to)) === 0) return refused('stale')
  await record(tx, {
    action,
    about: [absence.personId],
    target: absence.rowId,
    payload: to.answered ? { outcome: to.answered.outcome } : {},
  })
  return ok(null)
}

/** An adviser takes it in hand: the place sees that somebody does, and who. */
export async function takeAbsence(tx: Tx, absence: Absence, by: AccountId): Promise<Result<null, StepTrouble>> {
  const dueOn = dueAfter('in-hand', tx.acting.today)
  const done = await step(tx, absence, { state: 'in-hand', dueOn, taken: by }, 'absence.taken')
  if (done.ok) await tellSeers(tx, await placeOf(tx, absence), 'absence.taken', absence)
  return done
}

/** What became of it. The place hears what became of it in a word, and what was agreed that it hears; nothing else. */
export async function answerAbsence(
  tx: Tx,
  absence: Absence,
  by: AccountId,
  answered: { readonly outcome: Outcome; readonly outcomeWords: string; readonly backWords: string },
): Promise<Result<null, StepTrouble>> {
  const done = await step(tx, absence, { state: 'answered', dueOn: null, taken: by, answered }, 'absence.answered')
  if (done.ok) await tellSeers(tx, await placeOf(tx, absence), 'absence.answered', absence)
  return done
}

/** The place takes back what it told: they are there, or it was about somebody else. */
export async function withdrawAbsence(
  tx: Tx,
  house: AbsencePeople,
  absence: Absence,
): Promise<Result<null, StepTrouble>> {
  const done = await step(tx, absence, { state: 'withdrawn', dueOn: null }, 'absence.withdrawn')
  if (done.ok) await tellSeers(tx, await seersOf(tx, house, absence), 'absence.withdrawn', absence)
  return done
}

/** Tells of everything that is late: whoever leads for them, and some days later the leader of their team. By the clock, as the house. */
export async function chaseAbsences(worker: Tx, house: AbsencePeople): Promise<number> {
  let told = 0
  for (const due of await listDueAbsences(worker, MOST_A_TURN, escalatesSince(worker.acting.today))) {
    const what = chaseOn(due, worker.acting.today)
    // Whoever took it in hand owes it; nobody yet, whoever was told.
    const owes = due.takenBy === null ? await seersOf(worker, house, due) : [due.takenBy]
    if (what === undefined || owes.length === 0 || (await updateChased(worker, due.rowId, what)) === 0) continue
    if (what === 'chase') await tellSeers(worker, owes, 'absence.late', due)
    // What the name of a place tells of is not for every leader (K6).
    else if (due.classBit === CLASS_BITS.learning)
      await tellSeers(worker, await leadersOf(worker, house, owes), 'absence.still-late', due)
    const action = what === 'chase' ? 'absence.reminded' : 'absence.escalated'
    await record(worker, { action, about: [due.personId], target: due.rowId })
    told += 1
  }
  return told
}

async function leadersOf(worker: Tx, house: AbsencePeople, of: readonly AccountId[]): Promise<AccountId[]> {
  const leaders = await Promise.all(of.map(one => house.leaderOf(worker, one)))
  return leaders.flatMap(one => one ?? [])
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledAbsence(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const absence = await findAbsence(tx, id)
  if (absence?.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  return filed && { rowId: id, said: absence.words, classBit: absence.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals what was told. Asked as the house. Returns how many. */
export async function sealAbsence(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const absence = await findAbsence(worker, id)
  const sealed = await updateSealed(worker, personId, id)
  // Told by a link: it is about somebody else than whom the place means.
  if (sealed > 0 && absence && absence.toldName !== '')
    for (const link of await listLinksOn(worker, personId, 'absence'))
      if (link.organisationId === absence.organisationId)
        await endSecureLink(worker, link, 'Told of the wrong young person')
  return sealed
}
