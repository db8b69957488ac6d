import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Assessment, Look, Rating, RatingContent, SignalAnswer } from './assessment.ts'

const RESTRICTED = 4096

const ASSESSMENT = `a.id as "rowId", a.person_id as "personId", a.depth, a.state, a.started_on as "startedOn", a.started_by as "startedBy",
  a.agreed_on as "agreedOn", a.agreed_by as "agreedBy", a.agreement, a.agreement_words as "agreementWords", a.review_on as "reviewOn",
  a.looked_with as "lookedWith", a.looked_why as "lookedWhy",
  a.left_on as "leftOn", a.left_by as "leftBy", a.left_why as "leftWhy"`

/** To the end of the transaction nobody else begins an assessment of this young person. */
export async function holdBeginning(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'assessment', personId)
}

export async function insertAssessment(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  depth: Assessment['depth'],
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into assessment (partnership_id, id, person_id, origin_person_id, depth, started_on, started_by, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
    [tx.acting.partnershipId, id, personId, depth, tx.acting.today, accountId, tx.acting.at, tx.acting.actorId],
  )
  return id
}

/** @param hold to the end of the transaction nobody else changes it */
export async function findAssessment(tx: Tx, id: RowId, hold = false): Promise<Assessment | undefined> {
  const [row] = await query<Assessment>(
    tx,
    `select ${ASSESSMENT} from assessment a where a.partnership_id = $1 and a.id = $2${hold ? ' for update' : ''}`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** A person's assessments, the oldest first, as far as the caller may see them. */
export function listAssessments(tx: Tx, personId: PersonId): Promise<Assessment[]> {
  return query<Assessment>(
    tx,
    `select ${ASSESSMENT} from assessment a where a.partnership_id = $1 and a.person_id = $2
     order by a.agreed_on nulls last, a.started_on, a.id`,
    [tx.acting.partnershipId, personId],
  )
}

const RATING = `r.id as "rowId", r.assessment_id as "assessmentId", r.factor, r.staff_level as "staffLevel", r.own_level as "ownLevel", r.evidence,
  r.own_words as "ownWords", r.source, r.said_on as "saidOn", r.class = ${RESTRICTED} as "isRestricted", r.recorded_at as "recordedAt",
  r.recorded_by as "recordedBy"`

/** What stands in assessments, as far as the caller may see it. */
export function listRatings(tx: Tx, assessmentIds: readonly RowId[]): Promise<Rating[]> {
  return query<Rating>(
    tx,
    `select ${RATING} from assessment_rating r
     where r.partnership_id = $1 and r.assessment_id = any($2::uuid[]) and r.replaced_at is null order by r.recorded_at, r.id`,
    [tx.acting.partnershipId, assessmentIds],
  )
}

/** Rows of an assessment that somebody had before them, replaced since or not. */
export function listRowsSeen(tx: Tx, assessmentId: RowId, ids: readonly RowId[]): Promise<Rating[]> {
  return query<Rating>(
    tx,
    `select ${RATING} from assessment_rating r where r.partnership_id = $1 and r.assessment_id = $2 and r.id = any($3::uuid[])`,
    [tx.acting.partnershipId, assessmentId, ids],
  )
}

/** The classes of a row: its own, and, where it is kept close, what it tells of besides. */
export type Bits = { readonly bit: number; readonly also: number | null }

export async function insertRating(
  tx: Tx,
  assessmentId: RowId,
  factor: string,
  { bit, also }: Bits,
  c: RatingContent,
): Promise<void> {
  // Filed on whom the assessment was filed on, so that all of it goes one way when joined records are taken apart.
  await query(
    tx,
    `insert into assessment_rating (partnership_id, id, person_id, origin_person_id, class, also_class, assessment_id, factor, staff_level, own_level,
       evidence, own_words, source, said_on, recorded_at, recorded_by)
     select a.partnership_id, $2, a.person_id, a.origin_person_id, $4, $5, a.id, $6, $7, $8, $9, $10, $11, $12, $13, $14
     from assessment a where a.partnership_id = $1 and a.id = $3`,
    [
      tx.acting.partnershipId,
      newId(tx.acting.at),
      assessmentId,
      bit,
      also,
      factor,
      c.staffLevel,
      c.ownLevel,
      c.evidence,
      c.ownWords,
      c.source,
      tx.acting.today,
      tx.acting.at,
      tx.acting.actorId,
    ],
  )
}

/** Takes a row's place. Returns 0 when somebody else did so in between. */
export async function updateReplaced(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update assessment_rating set replaced_at = $3, replaced_by = $4
     where partnership_id = $1 and id = $2 and replaced_at is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.at, tx.acting.actorId],
  )
  return rows.length
}

/** What was answered to signals of an assessment, the oldest first. */
export function listAnswers(tx: Tx, assessmentId: RowId): Promise<SignalAnswer[]> {
  return query<SignalAnswer>(
    tx,
    `select factor, level, answer, words from assessment_answer where partnership_id = $1 and assessment_id = $2 order by recorded_at, id`,
    [tx.acting.partnershipId, assessmentId],
  )
}

export async function insertAnswer(
  tx: Tx,
  assessmentId: RowId,
  { bit, also }: Bits,
  answer: SignalAnswer,
): Promise<void> {
  await query(
    tx,
    `insert into assessment_answer (partnership_id, id, person_id, origin_person_id, class, also_class, assessment_id, factor, level, answer, words,
       recorded_at, recorded_by)
     select a.partnership_id, $2, a.person_id, a.origin_person_id, $4, $5, a.id, $6, $7, $8, $9, $10, $11
     from assessment a where a.partnership_id = $1 and a.id = $3`,
    [
      tx.acting.partnershipId,
      newId(tx.acting.at),
      assessmentId,
      bit,
      also,
      answer.factor,
      answer.level,
      answer.answer,
      answer.words,
      tx.acting.at,
      tx.acting.actorId,
    ],
  )
}

/** Locks a draft as agreed. Returns 0 when it was agreed in between. */
export async function updateAgreed(
  tx: Tx,
  id: RowId,
  accountId: AccountId,
  agreed: {
    readonly agreement: 'agreed' | 'disagreed'
    readonly words: string
    readonly reviewOn: Day
    readonly look?: Look
  },
): Promise<number> {
  const { look } = agreed
  const rows = await query(
    tx,
    `update assessment set state = 'agreed', agreed_on = $3, agreed_by = $4, agreement = $5, agreement_words = $6, review_on = $7,
       looked_with = $8, looked_why = $9
     where partnership_id = $1 and id = $2 and state = 'draft' returning 1`,
    [
      ...[tx.acting.partnershipId, id, tx.acting.today, accountId, agreed.agreement, agreed.words, agreed.reviewOn],
      ...(look === undefined ? [null, ''] : 'with' in look ? [look.with, ''] : [null, look.why]),
    ],
  )
  return rows.length
}

/** An assessment somebody agreed. */
export type AgreedBy = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly on: Day
}

/** What some advisers agreed from a day on and before another, as far as the caller may see it. */
export function listAgreedBy(tx: Tx, by: readonly AccountId[], from: Day, until: Day): Promise<AgreedBy[]> {
  return query<AgreedBy>(
    tx,
    `select a.id as "rowId", a.person_id as "personId", a.agreed_by as "accountId", a.agreed_on as "on" from assessment a
     where a.partnership_id = $1 and a.agreed_by = any($2::uuid[]) and a.agreed_on >= $3 and a.agreed_on < $4 and a.state = 'agreed' and a.sealed_at is null
     order by a.id limit 2000`,
    [tx.acting.partnershipId, by, from, until],
  )
}

/** Where somebody stands with assessments. */
export type Standing = {
  readonly personId: PersonId
  readonly lastAgreedOn: Day | null
  readonly reviewOn: Day | null
  readonly hasDraft: boolean
}

/** Where each of many stands, as far as the caller may see; who has none is not there. */
export function listStandings(tx: Tx, personIds: readonly PersonId[]): Promise<Standing[]> {
  return query<Standing>(
    tx,
    `select a.person_id as "personId", max(a.agreed_on) as "lastAgreedOn",
       (array_agg(a.review_on order by a.agreed_on desc nulls last, a.started_on desc, a.id desc))[1] as "reviewOn", bool_or(a.state = 'draft') as "hasDraft"
     from assessment a where a.partnership_id = $1 and a.person_id = any($2::uuid[]) group by a.person_id`,
    [tx.acting.partnershipId, personIds],
  )
}

/** When an assessment was begun, and by whom. */
export const findFiling = filingIn('assessment', 'started_by')

/** Takes an assessment off with all that is in it (K9). Returns how many assessments: one, or none when it was before. */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const { partnershipId, at } = worker.acting
  const sealed = await query(
    worker,
    `update assessment set sealed_at = $4 where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
    [partnershipId, personId, id, at],
  )
  for (const table of ['assessment_rating', 'assessment_answer'])
    await query(
      worker,
      `update ${table} set sealed_at = $3 where partnership_id = $1 and assessment_id = $2 and sealed_at is null`,
      [partnershipId, id, at],
    )
  return sealed.length
}
