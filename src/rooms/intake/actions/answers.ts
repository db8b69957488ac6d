import { asHouse, type Tx } from '#ground/database/tx.ts'
import { type GroupId, newId, type OrganisationId, type PersonId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { endMembers } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { findOrganisation } from '#rooms/directory/index.ts'
import { judgeRows, namedBy, namedTogether } from '#rooms/matching/index.ts'
import { asAtOf, endThere, hearActivity } from '../activity/actions.ts'
import type { ReadRow } from '../reading/read-row.ts'
import { heldTo, planKnown, planNew, withSaid } from '../rules.ts'
import type { ListQuestion, RunRow } from '../run.ts'
import { keyOf, soughtFor } from '../sought.ts'
import { endEnrolments, insertEffects } from '../store/effects.ts'
import { findHeld, forgetHeld } from '../store/held.ts'
import { updateAnswer } from '../store/questions.ts'
import { findOnRecord } from '../store/record.ts'
import { findRow, findSourceRows, markApplied, saveSourceRows } from '../store/rows.ts'
import { findRun } from '../store/runs.ts'
import { writeBatch } from './write.ts'

export type Answer =
  | { readonly kind: 'this-person'; readonly personId: PersonId }
  | { readonly kind: 'new-person' | 'left' | 'still-here' | 'do-not-know' }

/**
 * Answers a question about a source row: it is this person, that person, or a new one; or about somebody gone: they left,
 * they are still there. The row is then applied as any other.
 */
export async function answerQuestion(
  tx: Tx,
  question: ListQuestion,
  answer: Answer,
): Promise<Result<PersonId | null, 'answered' | 'not-offered'>> {
  if (answer.kind === 'this-person' && !(await candidatesOf(tx, question)).includes(answer.personId))
    return refused('not-offered')
  const fits =
    question.kind === 'who' ? ['this-person', 'new-person', 'do-not-know'] : ['left', 'still-here', 'do-not-know']
  if (!fits.includes(answer.kind)) return refused('not-offered')
  const chosen = answer.kind === 'this-person' ? answer.personId : null
  if ((await updateAnswer(tx, question.id, answer.kind, chosen)) === 0) return refused('answered')
  const personId = await asHouse(tx, 'a question answered', worker => carryOut(worker, question, answer))
  await record(tx, {
    action: 'question.answered',
    target: question.id,
    about: [...question.personIds, ...(personId ? [personId] : [])],
    payload: { answer: answer.kind, person: personId },
  })
  return ok(personId)
}

/**
 * Whom a row may be as things stand now: those of when it was asked, and those who have come since (the other row of the
 * same list, for one).
 */
export async function candidatesOf(tx: Tx, question: ListQuestion): Promise<PersonId[]> {
  const row =
    question.kind === 'who' && question.row !== null ? await findRow(tx, question.runId, question.row) : undefined
  if (!row?.content) return [...question.personIds]
  const [judgement] = await judgeRows(tx, [soughtFor(row.content, question.organisationId)])
  return namedTogether(tx, [...new Set([...(judgement ? namedBy(judgement) : []), ...question.personIds])])
}

/** Whom a row is surely about, as things stand now. */
async function surelyAbout(tx: Tx, content: ReadRow, organisationId: OrganisationId): Promise<PersonId | undefined> {
  const [judgement] = await judgeRows(tx, [soughtFor(content, organisationId)])
  return judgement?.kind === 'link' ? judgement.personId : undefined
}

async function carryOut(tx: Tx, question: ListQuestion, answer: Answer): Promise<PersonId | null> {
  const run = await findRun(tx, question.runId)
  const partner = await findOrganisation(tx, question.organisationId)
  if (!run || !partner) return null
  if (answer.kind === 'left') {
    // Of a record nobody who answers may know of, nothing is written: the answer is the same.
    const onRecord = await findOnRecord(tx, partner.id, question.personIds)
    const gone = question.personIds.filter(id => onRecord.get(id)?.isRestricted === false)
    const ids = await endEnrolments(
      tx,
      partner.id,
      gone.map(personId => ({ personId, on: tx.acting.today, reason: 'No longer on the list' })),
    )
    // A roll opens only while somebody is on it (K3).
    const off = await endMembers(tx, partner.id as string as GroupId, gone)
    await insertEffects(tx, run.id, [
      { kind: 'replaced', table: 'enrolment', rowIds: ids },
      { kind: 'replaced', table: 'access_member', rowIds: off },
      ...(await endThere(
        tx,
        partner,
        gone.map(personId => ({ personId, on: asAtOf(run) })),
      )),
    ])
    return null
  }
  const row: RunRow | undefined = question.row === null ? undefined : await findRow(tx, run.id, question.row)
  if (!row?.content || (answer.kind !== 'this-person' && answer.kind !== 'new-person')) return null
  const meant = answer.kind === 'this-person' ? answer.personId : await surelyAbout(tx, row.content, partner.id)
  const onRecord = meant && (await findOnRecord(tx, partner.id, [meant])).get(meant)
  // A record may have been shut, or sealed, since the question was asked. Whoever answers "somebody new" is answered as if it were so,
  // and the row ends where it would have ended by itself (K5, K8).
  const known = answer.kind === 'this-person' || (onRecord && onRecord.isRestricted) ? onRecord : undefined
  const content = known ? heldTo(row.content, known, partner.kind) : row.content
  const before = (await findSourceRows(tx, run, [row.sourceKey])).get(row.sourceKey)
  const personId = meant && known ? meant : newId<'person'>(tx.acting.at)
  const said = withSaid(content, (await findHeld(tx, run.id, [row.row])).get(row.row))
  const writing = known ? planKnown(said, before?.content ?? null, known).writing : planNew(said)
  await writeBatch(tx, run.id, partner, [{ personId, isNew: !known, row: content, writing }], asAtOf(run))
  if (known) await hearActivity(tx, { runId: run.id, partner, asAt: asAtOf(run) }, [{ personId, row: content }])
  await saveSourceRows(tx, run, [
    {
      sourceKey: content === row.content ? row.sourceKey : keyOf(content),
      personId,
      content,
      why: 'answered',
      weighed: row.weighed,
    },
  ])
  await markApplied(tx, run.id, [{ row: row.row, personId }])
  await forgetHeld(tx, run.id, [row.row])
  return personId
}
