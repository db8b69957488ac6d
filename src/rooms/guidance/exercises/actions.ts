/** Exercises a young person does: kept in their words, and taken out again when they want. */
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { classesOn } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import { editionOf } from './bank.ts'
import type { Done, DoneHow, Exercise, FileParts } from './exercise.ts'
import {
  findDone,
  findDoneFiling,
  holdDone,
  insertDone,
  listDoneBy,
  updateDoneSealed,
  updateInFile,
  updateOut,
} from './store.ts'

export type DoTrouble = 'not-theirs' | 'died' | 'nothing'

/** Keeps what they say to an exercise. Sent twice it is kept once. */
export async function doExercise(
  tx: Tx,
  personId: PersonId,
  by: AccountId,
  done: {
    readonly exercise: Exercise
    readonly answers: Readonly<Record<string, string>>
    readonly how: DoneHow
  },
): Promise<Result<RowId, DoTrouble>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || !(await classesOn(tx, personId)).has('guidance')) return refused('not-theirs')
  if (person.diedOn !== null) return refused('died')
  const { exercise, how } = done
  const answers = Object.fromEntries(
    exercise.questions.flatMap(({ code }) => {
      const words = done.answers[code] ?? ''
      return words === '' ? [] : [[code, words]]
    }),
  )
  if (Object.keys(answers).length === 0) return refused('nothing')
  await holdDone(tx, personId)
  const same = (await listDoneBy(tx, personId)).find(
    one =>
      one.exercise === exercise.code &&
      one.state === 'kept' &&
      one.doneOn === tx.acting.today &&
      exercise.questions.every(({ code }) => one.answers[code] === answers[code]),
  )
  if (same) return ok(same.rowId)
  const id = await insertDone(tx, personId, {
    ...{ exercise: exercise.code, edition: exercise.from, answers, how, withId: by },
  })
  await record(tx, { action: 'exercise.done', about: [personId], target: id, payload: { exercise: exercise.code } })
  return ok(id)
}

/** As long as an entry of a Progress File may be. */
const LONGEST_ENTRY = 2000

/** What of an exercise stands in a Progress File: its name, and what they said to each question. */
export function wordsOf(done: Pick<Done, 'exercise' | 'edition' | 'answers'>): string {
  const edition = editionOf(done.exercise, done.edition)
  const said = (edition?.questions ?? []).flatMap(({ code, ask }) => {
    const words = done.answers[code]
    return words === undefined ? [] : [`${ask} ${words}`]
  })
  return [edition?.title ?? '', ...said].join('\n')
}

/** One that is kept, where it stands as the page showed it: to the end of the transaction nobody else moves it, so that no words stay behind anywhere. */
async function holdKept(tx: Tx, shown: Done): Promise<Done | undefined> {
  await holdDone(tx, shown.personId)
  const now = await findDone(tx, shown.rowId)
  return now?.personId === shown.personId && now.version === shown.version && now.state === 'kept' ? now : undefined
}

/**
 * Puts what they said into their Progress File, with their yes. Sent twice it stands there once.
 * @returns refused `too-long` where an entry cannot hold it, `not-theirs` where the actor does not see the plan
 */
export async function putInFile(
  tx: Tx,
  house: FileParts,
  shown: Done,
  by: AccountId,
): Promise<Result<null, 'stale' | 'died' | 'too-long' | 'not-theirs'>> {
  const done = await holdKept(tx, shown)
  if (!done || done.entryId !== null) return refused('stale')
  const did = wordsOf(done)
  if (did.length > LONGEST_ENTRY) return refused('too-long')
  const kind = done.exercise === 'strengths' ? 'strength' : 'reflection'
  const put = await house.putEntry(tx, done.personId, by, { kind, did, shows: '', happenedOn: done.doneOn })
  if (!put.ok) return refused(put.why === 'died' ? 'died' : 'not-theirs')
  if ((await updateInFile(tx, done, put.value)) === 0) return refused('stale')
  await record(tx, { action: 'exercise.put-in-file', about: [done.personId], target: done.rowId })
  return ok(null)
}

/** They take it out: its words are gone for good, from their Progress File too. */
export async function takeOut(tx: Tx, house: FileParts, shown: Done): Promise<Result<null, 'stale' | 'died'>> {
  const person = await findPerson(tx, shown.personId)
  if (person?.diedOn != null) return refused('died')
  const done = await holdKept(tx, shown)
  if (!done || (await updateOut(tx, done)) === 0) return refused('stale')
  if (done.entryId !== null) await house.takeEntryOut(tx, done.personId, done.entryId)
  await record(tx, { action: 'exercise.taken-out', about: [done.personId], target: done.rowId })
  return ok(null)
}

/** As filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledDone(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const done = await findDone(tx, id)
  const filed = done?.personId === personId ? await findDoneFiling(tx, id) : undefined
  if (!done || !filed) return undefined
  const said = editionOf(done.exercise, done.edition)?.title ?? ''
  return { rowId: id, said, classBit: done.classBit, filedBy: filed.by, filedAt: filed.at }
}

/** Seals it. Asked as the house. Returns it as it stood; undefined where there was nothing to seal. */
export async function sealDone(worker: Tx, personId: PersonId, id: RowId): Promise<Done | undefined> {
  await holdDone(worker, personId)
  const done = await findDone(worker, id)
  return (await updateDoneSealed(worker, personId, id)) > 0 ? done : undefined
}
