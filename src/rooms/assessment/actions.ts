import { type Tx } from '#ground/database/tx.ts'
import { aheadTrouble, type Day, formatDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { Assessment, Depth, Factor, Look, Rating, RatingContent, SignalAnswer } from './assessment.ts'
import { factorOf, factorsOn } from './factors.ts'
import {
  classesOfRating,
  depthsOffered,
  isSilent,
  newestOf,
  REVIEW_MONTHS,
  type Signal,
  saysTheSame,
  signalsOf,
  worse,
} from './rules.ts'
import {
  type Bits,
  findAssessment,
  findFiling,
  holdBeginning,
  insertAnswer,
  insertAssessment,
  insertRating,
  listAnswers,
  listAssessments,
  listRatings,
  updateAgreed,
  updateReplaced,
  updateSealed,
} from './store.ts'
import { depths } from './words.ts'

/** An assessment with what stands in it, as far as whoever asks may see it. */
export type Full = Assessment & {
  /** What is said now of each factor: the newest that stands. */
  readonly ratings: readonly Rating[]
  /** All that stands: two who did not see each other's may both have said something. */
  readonly standing: readonly Rating[]
}

/** A person's assessments, the oldest agreed one first, a draft last; each with what stands in it. */
export async function listFull(tx: Tx, personId: PersonId): Promise<Full[]> {
  const all = await listAssessments(tx, personId)
  const ratings =
    all.length === 0
      ? []
      : await listRatings(
          tx,
          all.map(one => one.rowId),
        )
  return all.map(one => fullOf(one, ratings))
}

/** One assessment with what stands in it. */
export async function findFull(tx: Tx, id: RowId): Promise<Full | undefined> {
  const one = await findAssessment(tx, id)
  return one && fullOf(one, await listRatings(tx, [id]))
}

function fullOf(assessment: Assessment, ratings: readonly Rating[]): Full {
  const standing = ratings.filter(r => r.assessmentId === assessment.rowId)
  return { ...assessment, standing, ratings: newestOf(standing) }
}

/** What a page showed, so that nobody agrees to what came after it. */
export function stampOf(full: Full): string {
  return full.standing
    .map(r => r.rowId)
    .toSorted()
    .join('.')
}

/**
 * Begins an assessment, or gives the draft there is: sent twice, or by two, it is one.
 * @returns refused `unknown` where the actor may not know the person, or they have died; `not-offered` for a review of nothing
 */
export async function beginAssessment(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  depth: Depth,
): Promise<Result<RowId, 'unknown' | 'not-offered'>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
  await holdBeginning(tx, personId)
  const all = await listAssessments(tx, personId)
  const draft = all.find(one => one.state === 'draft')
  if (draft) return ok(draft.rowId)
  if (!depthsOffered(all).includes(depth)) return refused('not-offered')
  const id = await insertAssessment(tx, personId, accountId, depth)
  await record(tx, { action: 'assessment.begun', about: [personId], target: id, payload: { depth } })
  return ok(id)
}

/** What is to be said of a factor by somebody who changed it, and the row they had before them, if any. */
export type Saying = {
  readonly factor: string
  readonly content: RatingContent
  readonly seen: Rating | undefined
  /** What was done about it, where it signals and whoever says it will not see it again. */
  readonly answer?: Pick<SignalAnswer, 'answer' | 'words'>
}

export type Saved =
  /** How many were written. */
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: 'unknown' | 'agreed' }
  /** Factors of which something else was said in between: nothing was saved, and both are shown. */
  | { readonly ok: false; readonly why: 'stale'; readonly factors: readonly string[] }

/**
 * Says what is said of factors in a draft. Only of those whoever asks changed: what they left alone may have been changed by others.
 * Whoever may not see a factor's class may still say something of it; they replace nothing, and are never told whether something
 * was there (K6).
 */
export async function sayRatings(tx: Tx, id: RowId, sayings: readonly Saying[]): Promise<Saved> {
  const assessment = await findAssessment(tx, id, true)
  if (!assessment) return { ok: false, why: 'unknown' }
  if (assessment.state !== 'draft') return { ok: false, why: 'agreed' }
  const standing = await listRatings(tx, [id])
  const newest = newestOf(standing)
  const changed = sayings.flatMap(saying => {
    const now = newest.find(r => r.factor === saying.factor)
    const isSame = now === undefined ? isSilent(saying.content) : saysTheSame(now, saying.content)
    return isSame ? [] : [{ ...saying, now }]
  })
  const stale = changed.filter(({ now, seen }) => now?.rowId !== seen?.rowId)
  if (stale.length > 0) return { ok: false, why: 'stale', factors: stale.map(s => s.factor) }
  for (const { factor: code, content, answer } of changed) {
    const factor = factorOf(code, assessment.startedOn)
    if (!factor) return { ok: false, why: 'unknown' }
    for (const row of standing.filter(r => r.factor === code))
      if ((await updateReplaced(tx, row.rowId)) === 0) return { ok: false, why: 'stale', factors: [code] }
    if (isSilent(content)) continue
    const bits = bitsOf(factor, content.isRestricted)
    await insertRating(tx, id, code, bits, content)
    const level = worse(content)
    if (answer && level !== null) await insertAnswer(tx, id, bits, { ...answer, factor: code, level })
  }
  if (changed.length > 0)
    // Which factors is not in the event: the name of one may tell of health or offending (K6).
    await record(tx, {
      action: 'assessment.saved',
      about: [assessment.personId],
      target: id,
      payload: { factors: changed.length },
    })
  return { ok: true, value: changed.length }
}

function bitsOf(factor: Factor, isRestricted: boolean): Bits {
  const { own, also } = classesOfRating(factor, isRestricted)
  return { bit: CLASS_BITS[own], also: also === null ? null : CLASS_BITS[also] }
}

/** Signals of an assessment that whoever asks may see, each with its answer if there is one. */
export async function listSignals(tx: Tx, full: Full): Promise<Signal[]> {
  return signalsOf(factorsOn(full.startedOn), full.standing, await listAnswers(tx, full.rowId))
}

export type Agreeing = {
  readonly agreement: 'agreed' | 'disagreed'
  readonly words: string
  readonly reviewOn: Day
  /** What the page showed that was agreed to. */
  readonly stamp: string
  /** Answers to signals not answered before. */
  readonly answers: readonly Omit<SignalAnswer, 'level'>[]
  /** Where it was asked: who with training looked at it too. */
  readonly look?: Look
}

export type AgreeTrouble = 'unknown' | 'agreed' | 'stale' | 'nothing-said' | 'unanswered' | 'not-ahead' | 'too-far'

/** Agrees a draft with the young person and locks it: the first becomes the baseline. */
export async function agreeAssessment(
  tx: Tx,
  id: RowId,
  accountId: AccountId,
  agreeing: Agreeing,
): Promise<Result<PersonId, AgreeTrouble>> {
  const held = await findAssessment(tx, id, true)
  if (!held) return refused('unknown')
  const full = fullOf(held, await listRatings(tx, [id]))
  if (full.state !== 'draft') return refused('agreed')
  if (full.ratings.length === 0) return refused('nothing-said')
  if (stampOf(full) !== agreeing.stamp) return refused('stale')
  const trouble = aheadTrouble(agreeing.reviewOn, tx.acting.today, REVIEW_MONTHS)
  if (trouble) return refused(trouble)
  for (const { factor: code, level, answer } of await listSignals(tx, full)) {
    if (answer !== undefined) continue
    const given = agreeing.answers.find(a => a.factor === code)
    const factor = factorOf(code, full.startedOn)
    if (!given || !factor) return refused('unanswered')
    await keepAnswer(tx, full, factor, { ...given, level })
  }
  if ((await updateAgreed(tx, id, accountId, agreeing)) === 0) return refused('agreed')
  await record(tx, {
    action: 'assessment.agreed',
    about: [full.personId],
    target: id,
    payload: {
      ...{ depth: full.depth, agreement: agreeing.agreement, reviewOn: agreeing.reviewOn },
      ...(agreeing.look === undefined ? {} : { looked: 'with' in agreeing.look ? agreeing.look.with : 'nobody' }),
    },
  })
  return ok(full.personId)
}

/** Of what is kept close the answer is, too. */
async function keepAnswer(tx: Tx, full: Full, factor: Factor, answer: SignalAnswer): Promise<void> {
  const isRestricted = full.standing.some(r => r.factor === factor.code && r.isRestricted)
  await insertAnswer(tx, full.rowId, bitsOf(factor, isRestricted), answer)
}

/** Answers signals of one that was agreed, or left, by somebody who could not see them. What was answered meanwhile is passed over: sent twice it is once. */
export async function answerLate(tx: Tx, seen: Full, given: readonly Omit<SignalAnswer, 'level'>[]): Promise<number> {
  const held = await findAssessment(tx, seen.rowId, true)
  if (held === undefined || held.state === 'draft') return 0
  let count = 0
  for (const { factor: code, level, answer } of await listSignals(tx, seen)) {
    const one = given.find(a => a.factor === code)
    const factor = factorOf(code, seen.startedOn)
    if (answer !== undefined || !one || !factor) continue
    await keepAnswer(tx, seen, factor, { ...one, level })
    count += 1
  }
  await record(tx, {
    action: 'assessment.signals-answered',
    about: [seen.personId],
    target: seen.rowId,
    payload: { count },
  })
  return count
}

/** An assessment as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledAssessment(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const assessment = await findAssessment(tx, id)
  if (!assessment || assessment.personId !== personId) return undefined
  const filed = await findFiling(tx, id)
  return (
    filed && {
      rowId: id,
      said: `${depths[assessment.depth]}, ${formatDay(assessment.startedOn)}`,
      classBit: CLASS_BITS.assessment,
      filedBy: filed.by,
      filedAt: filed.at,
    }
  )
}

/** Seals an assessment with all that is in it; asked as the house. Returns how many: one, or none when it was before. */
export function sealAssessment(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateSealed(worker, personId, id)
}
