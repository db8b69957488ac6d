/** A partner corrects by question: what its practitioner says is wrong on a record of their own roll (K3). */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { record } from '#rooms/audit/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { Correction, PersonQuestion } from '../run.ts'
import { findCorrection, insertCorrection, listCorrections, updateCorrectionAnswer } from '../store/corrections.ts'

/** Puts what is wrong to the data officers. Nothing on the record changes by it. */
export async function askCorrection(
  tx: Tx,
  asked: { personId: PersonId; askedBy: AccountId; askedFor: OrganisationId; text: string },
): Promise<RowId> {
  const target = await insertCorrection(tx, asked)
  await record(tx, {
    action: 'question.asked',
    target,
    about: [asked.personId],
    payload: { kind: 'correction', text: asked.text },
  })
  return target
}

/** What one organisation asked about somebody its practitioner may know, with the answers. */
export function correctionsOf(tx: Tx, personId: PersonId, askedFor: OrganisationId): Promise<Correction[]> {
  return asHouse(tx, 'their own questions', worker => listCorrections(worker, personId, askedFor))
}

/** Says what came of it; whoever asked is told. What is to be changed the data officer changes on the record itself. */
export async function answerCorrection(
  tx: Tx,
  question: PersonQuestion,
  said: { corrected: boolean; words: string | null },
): Promise<Result<null, 'answered'>> {
  const correction = await findCorrection(tx, question.id)
  const answer = said.corrected ? 'corrected' : 'not-corrected'
  if (!correction || (await updateCorrectionAnswer(tx, question.id, answer, said.words)) === 0)
    return refused('answered')
  await record(tx, {
    action: 'question.answered',
    target: question.id,
    about: question.personIds,
    payload: { answer, words: said.words },
  })
  const [personId] = question.personIds
  await sendNotice(tx, {
    accountId: correction.askedBy,
    kind: 'correction.answered',
    targetId: question.id,
    ...(personId === undefined ? {} : { personId }),
  })
  return ok(null)
}
