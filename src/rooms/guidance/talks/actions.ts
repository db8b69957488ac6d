/** A careers talk: begun, their aim beside what it asks for, tied to the recorded session, and what either side takes from it. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { formatDay, isAfter } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS, classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { Meeting, Session } from './house.ts'
import { classOfNeed, marksOf } from './rules.ts'
import {
  findTalk,
  findTalkFiling,
  findTalkOf,
  holdTalks,
  insertNeed,
  insertTalk,
  listNeeds,
  listTalksOn,
  updateAim,
  updateDropped,
  updateHeld,
  updateNeedOver,
  updateOwn,
  updateTalkSealed,
  upsertMarks,
} from './store.ts'
import type { AimNote, NeedKind, OwnHow, Talk, TalkMark } from './talk.ts'
import { en } from './words.ts'

const classBitOf = (of: { readonly isRestricted: boolean }) =>
  of.isRestricted ? CLASS_BITS.restricted : CLASS_BITS.guidance

/**
 * Begins to prepare a talk. Pressed twice it is begun once.
 * @param meeting what is arranged, where it is for that; kept close, the talk is too
 */
export async function beginTalk(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  meeting: Meeting | null,
): Promise<Result<RowId, 'not-theirs' | 'died'>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || !(await classesOn(tx, personId)).has('guidance')) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  await holdTalks(tx, personId)
  const same = (await listTalksOn(tx, personId)).find(
    one =>
      one.state === 'before' &&
      (meeting === null
        ? one.appointmentId === null && one.madeBy === by && one.madeOn === tx.acting.today
        : one.appointmentId === meeting.rowId),
  )
  if (same) return ok(same.rowId)
  const id = await insertTalk(tx, personId, {
    ...{ madeBy: by, appointmentId: meeting?.rowId ?? null },
    classBit: meeting === null ? CLASS_BITS.guidance : classBitOf(meeting),
  })
  await record(tx, { action: 'talk.begun', about: [personId], target: id })
  return ok(id)
}

export type TalkTrouble = 'stale' | 'died'

async function changed(
  tx: Tx,
  talk: Talk,
  action: string,
  change: () => Promise<number>,
): Promise<Result<null, TalkTrouble>> {
  const person = await findPerson(tx, talk.personId)
  if (person?.diedOn != null) return refused('died')
  if ((await change()) === 0) return refused('stale')
  await record(tx, { action, about: [talk.personId], target: talk.rowId })
  return ok(null)
}

/**
 * Their aim, what it asks for, the challenge both ways and their answer. It advises: nothing is reckoned from it, and nothing is closed by it.
 * @returns refused `source` where what it asks for has no source or day, `ahead` where the day is to come
 */
export async function noteAim(
  tx: Tx,
  talk: Talk,
  note: AimNote,
): Promise<Result<null, TalkTrouble | 'source' | 'ahead'>> {
  const hasAsks = note.aimAsks !== ''
  if (hasAsks && (note.aimSource === '' || note.aimOn === null)) return refused('source')
  if (hasAsks && note.aimOn !== null && isAfter(note.aimOn, tx.acting.today)) return refused('ahead')
  const kept = hasAsks ? note : { ...note, aimSource: '', aimOn: null }
  return changed(tx, talk, 'talk.aim-noted', () => updateAim(tx, talk, kept))
}

/**
 * It was held: ties it to the session that was recorded, with what was talked about. It is as close as the session from then on.
 * @returns refused `taken` where another talk was that session
 */
export async function holdTalk(
  tx: Tx,
  talk: Talk,
  session: Session,
  about: string,
): Promise<Result<null, TalkTrouble | 'taken'>> {
  await holdTalks(tx, talk.personId)
  const other = await asHouse(tx, 'whether a session is that of another talk', worker =>
    findTalkOf(worker, session.rowId),
  )
  if (other && other.rowId !== talk.rowId) return refused('taken')
  const to = { contactId: session.rowId, heldOn: session.on, about, classBit: classBitOf(session) }
  const isClosed = session.isRestricted && talk.classBit !== CLASS_BITS.restricted
  return changed(tx, talk, 'talk.held', () =>
    isClosed
      ? asHouse(tx, 'a talk whose session is kept close', worker => updateHeld(worker, talk, to))
      : updateHeld(tx, talk, to),
  )
}

/** What was learnt, as a side says it; of the young person, how it went for them besides. */
export async function sayMarks(
  tx: Tx,
  talk: Talk,
  side: TalkMark['side'],
  said: readonly Omit<TalkMark, 'side'>[],
  own: { readonly how: OwnHow; readonly words: string } | null,
): Promise<Result<null, TalkTrouble | 'nothing' | 'not-held'>> {
  const marks = said.filter(one => marksOf(side).includes(one.mark)).map(one => ({ ...one, side }))
  if (marks.length === 0 && (own?.words ?? '') === '') return refused('nothing')
  if (talk.state !== 'held') return refused('not-held')
  return changed(tx, talk, side === 'adviser' ? 'talk.learnt-noted' : 'talk.own-said', async () => {
    const done = await updateOwn(tx, talk, own)
    if (done > 0) await upsertMarks(tx, talk, marks)
    return done
  })
}

/**
 * Another need came up. It has the class of its kind, or is as close as the talk.
 * @returns refused `not-theirs` where the actor would not read it again (K6)
 */
export async function noteNeed(
  tx: Tx,
  talk: Talk,
  by: AccountId,
  need: { readonly kind: NeedKind; readonly words: string },
): Promise<Result<RowId, 'not-theirs' | 'died' | 'dropped'>> {
  const person = await findPerson(tx, talk.personId)
  const name = classOfNeed(need.kind)
  if (!person || !(await classesOn(tx, talk.personId)).has(name)) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  if (talk.state === 'dropped') return refused('dropped')
  await holdTalks(tx, talk.personId)
  // Sent twice it is noted once.
  const same = (await listNeeds(tx, talk.rowId)).find(one => one.kind === need.kind && one.words === need.words)
  if (same) return ok(same.rowId)
  const isClose = talk.classBit === CLASS_BITS.restricted
  const classBit = isClose ? CLASS_BITS.restricted : CLASS_BITS[name]
  const id = await insertNeed(tx, talk, { ...need, classBit, notedBy: by })
  // Of which kind is nobody's to read in the log who may not see the need.
  await record(tx, { action: 'talk.need-noted', about: [talk.personId], target: talk.rowId })
  return ok(id)
}

/** It is no need any more. */
export async function endNeed(tx: Tx, talk: Talk, needId: RowId): Promise<Result<null, 'unknown'>> {
  const need = (await listNeeds(tx, talk.rowId)).find(one => one.rowId === needId)
  if (!need || (await updateNeedOver(tx, needId)) === 0) return refused('unknown')
  await record(tx, { action: 'talk.need-over', about: [talk.personId], target: talk.rowId })
  return ok(null)
}

/** It was not held, and why. */
export function dropTalk(tx: Tx, talk: Talk, why: string): Promise<Result<null, TalkTrouble>> {
  return changed(tx, talk, 'talk.dropped', () => updateDropped(tx, talk, why))
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledTalk(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const talk = await findTalk(tx, id)
  const filed = talk?.personId === personId ? await findTalkFiling(tx, id) : undefined
  if (!talk || !filed) return undefined
  const said = en.talkOf(formatDay(talk.heldOn ?? talk.madeOn))
  return { rowId: id, said, classBit: talk.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it with all that hangs on it. Asked as the house. Returns how many. */
export function sealTalk(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateTalkSealed(worker, personId, id)
}

/** A session is taken off: so is the talk it was. Asked as the house. */
export async function sealTalkOf(worker: Tx, contactId: RowId): Promise<void> {
  const talk = await findTalkOf(worker, contactId)
  if (talk) await updateTalkSealed(worker, talk.personId, talk.rowId)
}
