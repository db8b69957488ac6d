/** Questions no list asked: whether an objection stands at 16, and whether two records are one person. */
import type { Tx } from '#ground/database/tx.ts'
import { addMonths, type Day } from '#ground/day.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { setDetail } from '#rooms/people/index.ts'
import type { PersonQuestion } from '../run.ts'
import { insertPersonQuestion, listObjectionsToAsk, updateObjectionAnswer } from '../store/questions.ts'

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
