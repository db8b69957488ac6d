/** Questions no list asked: whether an objection stands at 16, and whether two records are one person. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import { addMonths, type Day } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { alikeTo } from '#rooms/matching/index.ts'
import { listPeople, setDetail } from '#rooms/people/index.ts'
import type { PersonQuestion } from '../run.ts'
import {
  insertPersonQuestion,
  listObjectionsToAsk,
  listPairsNotAsked,
  updateObjectionAnswer,
  updatePairAnswer,
} from '../store/questions.ts'

const SIXTEEN_MONTHS = 16 * 12
const AT_ONCE = 500

/**
 * Asks anew whether an objection stands, of everyone who has turned 16 since a list brought it: until then it was a parent's
 * to make, from then it is the young person's (Education and Skills Act 2008 section 72). The clock calls it, as the house.
 */
export async function askObjections(tx: Tx): Promise<number> {
  const due = await listObjectionsToAsk(tx, addMonths(tx.acting.today, -SIXTEEN_MONTHS), AT_ONCE)
  for (const personId of due) {
    const target = await insertPersonQuestion(tx, 'objection', [personId])
    await record(tx, { action: 'question.asked', target, about: [personId], payload: { kind: 'objection' } })
  }
  return due.length
}

export type ObjectionAnswer = { readonly stands: boolean; readonly on: Day; readonly by: string }

/** Writes down what the young person said. From now it is their own: no list brings or lifts it. */
export async function answerObjection(
  tx: Tx,
  question: PersonQuestion,
  said: ObjectionAnswer,
): Promise<Result<null, 'answered'>> {
  const [personId] = question.personIds
  const answer = said.stands ? 'own-objection' : 'objection-withdrawn'
  if (
    personId === undefined ||
    (await updateObjectionAnswer(tx, question.id, { answer, on: said.on, by: said.by })) === 0
  )
    return refused('answered')
  await setDetail(tx, personId, 'objection', said.stands ? 'own' : 'withdrawn', {
    kind: 'young-person',
    organisationId: null,
    saidOn: said.on,
  })
  await record(tx, {
    action: 'question.answered',
    target: question.id,
    about: [personId],
    payload: { answer, on: said.on, by: said.by },
  })
  return ok(null)
}

/**
 * Asks the data officers whether a record somebody made is that of somebody its maker may not know. Its maker is told
 * nothing (K8), a pair is asked once, and a record behind a barrier never (K5). Those the maker may know were shown to them
 * before it was saved.
 */
export async function askAlike(tx: Tx, personId: PersonId): Promise<void> {
  const alike = await asHouse(tx, 'a new record like another', async worker =>
    ((await alikeTo(worker, [personId])).get(personId) ?? []).map(c => c.personId),
  )
  const shown = new Set((await listPeople(tx, alike)).map(p => p.id))
  const unknown = alike.filter(id => !shown.has(id))
  await asHouse(tx, 'a new record like another', async worker => {
    for (const other of await listPairsNotAsked(worker, personId, unknown)) {
      const target = await insertPersonQuestion(worker, 'alike', [personId, other])
      await record(worker, { action: 'question.asked', target, about: [personId, other], payload: { kind: 'alike' } })
    }
  })
}

/** Whether two records are one person. `for-joining` keeps the question until records can be joined. */
export async function answerPair(
  tx: Tx,
  question: PersonQuestion,
  answer: 'two-people' | 'for-joining',
): Promise<Result<null, 'answered'>> {
  if ((await updatePairAnswer(tx, question.id, answer)) === 0) return refused('answered')
  await record(tx, {
    action: 'question.answered',
    target: question.id,
    about: [...question.personIds],
    payload: { answer },
  })
  return ok(null)
}
