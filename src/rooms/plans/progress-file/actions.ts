/** A young person's own file: written, shared, taken back and taken out by themselves; written down for them by a colleague. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { classesOn, listSeeing } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { checkPassword, hashPassword } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { Link } from '#rooms/sharing/index.ts'
import { findTarget } from '../store.ts'
import type { Entry, EntryContent, Evidence, FileStanding } from './entry.ts'
import { isAhead, mayTry, movesOf, takesEvidence } from './rules.ts'
import {
  findEntry,
  findEntryFiling,
  holdFile,
  insertEntry,
  insertEvidence,
  insertLock,
  listEntries,
  listLocks,
  listWordHashes,
  MOST_WORDS,
  updateEntrySealed,
  updateEntryState,
  updateOpened,
  updateTakenBack,
  updateTried,
  updateWrittenOut,
} from './store.ts'

/** How their file stands to whoever opened this link. */
export async function standingOfFile(tx: Tx, link: Pick<Link, 'rowId' | 'personId'>): Promise<FileStanding> {
  const locks = await listLocks(tx, link.personId)
  if (locks.length === 0) return 'no-word'
  return locks.some(lock => lock.openedBy === link.rowId) ? 'open' : 'shut'
}

/**
 * Chooses a word, the first or after one was forgotten: what they wrote under another stays under that, and opens again by it.
 * Sent twice it is one.
 */
export async function chooseWord(tx: Tx, link: Link, word: string): Promise<Result<null, 'too-many-words'>> {
  const hash = await hashPassword(word)
  await holdFile(tx, link.personId)
  if ((await standingOfFile(tx, link)) === 'open') return ok(null)
  // Each word is tried when one is given: of more than that the first would be left out, and what stands under it lost.
  if ((await listLocks(tx, link.personId)).length >= MOST_WORDS) return refused('too-many-words')
  const id = await insertLock(tx, link.personId, hash, link.rowId)
  await record(tx, { action: 'progress.word-chosen', about: [link.personId], target: id })
  return ok(null)
}

/**
 * Opens what is under a word, on the page of this link and nowhere else.
 * @returns refused `wrong`, or `too-many` once five were wrong that day, by whichever link
 */
export async function giveWord(tx: Tx, link: Link, word: string): Promise<Result<null, 'wrong' | 'too-many'>> {
  await holdFile(tx, link.personId)
  const outcome = await asHouse(tx, 'the word of a Progress File', async worker => {
    const locks = await listWordHashes(worker, link.personId)
    if (!locks.every(lock => mayTry(lock, tx.acting.today))) return 'too-many'
    const fitting: RowId[] = []
    for (const lock of locks) if (await checkPassword(lock.hash, word)) fitting.push(lock.rowId)
    if (fitting.length === 0) {
      await updateTried(worker, link.personId)
      return 'wrong'
    }
    await updateOpened(worker, fitting, link.rowId)
    return 'open'
  })
  const action = outcome === 'open' ? 'progress.word-given' : 'progress.word-wrong'
  await record(tx, { action, about: [link.personId], target: link.rowId })
  return outcome === 'open' ? ok(null) : refused(outcome)
}

export type WriteTrouble = 'shut' | 'ahead' | 'died' | 'not-theirs'

/** They write something down: theirs alone. Sent twice on one day it is one. */
export async function writeOwn(tx: Tx, link: Link, content: EntryContent): Promise<Result<RowId, WriteTrouble>> {
  if (isAhead(content.happenedOn, tx.acting.today)) return refused('ahead')
  await holdFile(tx, link.personId)
  const lock = (await listLocks(tx, link.personId)).find(one => one.openedBy === link.rowId)
  if (!lock) return refused('shut')
  const same = await findSame(tx, link.personId, content, null)
  if (same) return ok(same.rowId)
  const id = await insertEntry(tx, link.personId, content, { lockId: lock.rowId, linkId: link.rowId })
  await record(tx, { action: 'progress.written-by-link', about: [link.personId], target: id })
  return ok(id)
}

/** A colleague writes something down for them, in their words: shared by nature. Sent twice on one day it is one. */
export async function writeDown(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  content: EntryContent,
): Promise<Result<RowId, WriteTrouble>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || !(await classesOn(tx, personId)).has('plan')) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  if (isAhead(content.happenedOn, tx.acting.today)) return refused('ahead')
  await holdFile(tx, personId)
  const same = await findSame(tx, personId, content, by)
  if (same) return ok(same.rowId)
  const id = await insertEntry(tx, personId, content, { writtenBy: by })
  await record(tx, { action: 'progress.written-down', about: [personId], target: id })
  return ok(id)
}

/** Takes out what was written down with them, as they want: its words are gone, and it is evidence of nothing any more. Asked twice it is once. */
export async function takeWrittenOut(tx: Tx, personId: PersonId, id: RowId): Promise<void> {
  const taken = await asHouse(tx, 'taking out what was written down with them', async worker => {
    const count = await updateWrittenOut(worker, personId, id)
    if (count > 0) await updateTakenBack(worker, id)
    return count
  })
  if (taken > 0) await record(tx, { action: 'progress.taken-out', about: [personId], target: id })
}

async function findSame(
  tx: Tx,
  personId: PersonId,
  content: EntryContent,
  by: AccountId | null,
): Promise<Entry | undefined> {
  const isSame = (one: Entry) =>
    one.did === content.did && one.shows === content.shows && one.kind === content.kind && one.writtenBy === by
  return (await listEntries(tx, personId)).find(one => one.writtenOn === tx.acting.today && isSame(one))
}

export type Move = ReturnType<typeof movesOf>[number]

/**
 * They share something, take it back or take it out. Pressed twice it is once.
 * @returns refused `unknown` for what is not theirs to move: somebody else's, or under a word that was not given
 */
export async function moveOwn(tx: Tx, link: Link, id: RowId, move: Move): Promise<Result<null, 'unknown'>> {
  const entry = await findEntry(tx, id)
  if (entry?.personId !== link.personId || entry.writtenBy !== null) return refused('unknown')
  if (!movesOf(entry).includes(move)) return ok(null)
  const steps = { share: 'shared', 'take-back': 'private', 'take-out': 'out' } as const
  // Taken back it is out of sight of the page too until the word is given, which must not be in the way of taking it back.
  const moved = await asHouse(tx, 'something of a Progress File', async worker => {
    const done = await updateEntryState(worker, entry, entry.state, steps[move])
    if (done > 0 && move === 'take-back') await updateTakenBack(worker, id)
    return done
  })
  const actions = { share: 'progress.shared', 'take-back': 'progress.taken-back', 'take-out': 'progress.taken-out' }
  if (moved === 0) return ok(null)
  await record(tx, { action: actions[move], about: [link.personId], target: id })
  if (move === 'share') await tellMaker(tx, link, entry)
  return ok(null)
}

/** Whoever made the link is told that something was shared, while they see it: nobody who is shut out by now (K4). */
async function tellMaker(tx: Tx, link: Link, entry: Entry): Promise<void> {
  const whom = await asHouse(tx, 'who made a link', worker => listSeeing(worker, entry, [link.madeBy]))
  for (const accountId of whom)
    await sendNotice(tx, { accountId, kind: 'progress.shared', personId: entry.personId, targetId: entry.rowId })
}

/**
 * Says that something that is shared shows that a target was worked on. Chosen twice it is once.
 * @returns refused `unknown` where either is not there, or the target takes none
 */
export async function chooseEvidence(
  tx: Tx,
  personId: PersonId,
  entryId: RowId,
  targetId: RowId,
  by: Evidence['chosenBy'],
): Promise<Result<null, 'unknown'>> {
  const entry = await findEntry(tx, entryId)
  const target = await findTarget(tx, targetId)
  if (entry?.personId !== personId || entry.state !== 'shared') return refused('unknown')
  if (target?.personId !== personId || !takesEvidence(target)) return refused('unknown')
  const chosen = await insertEvidence(tx, entry, target, by)
  if (chosen > 0) await record(tx, { action: 'progress.evidence-chosen', about: [personId], target: entryId })
  return ok(null)
}

/** As a colleague filed it on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledEntry(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const entry = await findEntry(tx, id)
  const isFiled = entry?.personId === personId && entry.writtenBy !== null
  const filed = isFiled ? await findEntryFiling(tx, id) : undefined
  if (!entry || !filed) return undefined
  return { rowId: id, said: entry.did.slice(0, 80), classBit: entry.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it, with what it was evidence of. Asked as the house. Returns how many. */
export async function sealEntry(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  await holdFile(worker, personId)
  return updateEntrySealed(worker, personId, id)
}
