import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { BothRatings, Marks, Reading, Sample } from './sample.ts'

const SAMPLE = `s.id as "rowId", s.team_id as "teamId", t.name as "team", s.what, s.month, s.wanted, s.seed, s.pool, s.unseen, s.state, s.drawn_by as "drawnBy",
  s.drawn_on as "drawnOn", s.over_on as "overOn"`
const SAMPLES = 'quality_sample s join team t on t.partnership_id = s.partnership_id and t.id = s.team_id'
const READING = `r.id as "rowId", r.person_id as "personId", p.known_given || ' ' || p.known_family as "name", r.class as "classBit", r.sample_id as "sampleId",
  case r.class when 32 then 'assessment' else 'plan' end as "what", r.month_of as "month", r.subject_id as "subjectId",
  r.adviser_id as "adviserId", r.reader_id as "readerId", t.leader_id as "leaderId", r.state, r.edition, r.marks, r.words, r.read_on as "readOn", r.due_on as "dueOn",
  r.answer, r.changed, r.over_on as "overOn", r.why, r.second_id as "secondId", r.second_on as "secondOn", r.version`
const READINGS = `quality_reading r join person p on p.partnership_id = r.partnership_id and p.id = r.person_id
  join team t on t.partnership_id = r.partnership_id and t.id = r.team_id`

/** Samples the caller may see, the newest first. */
export function listSamples(tx: Tx): Promise<Sample[]> {
  return query<Sample>(
    tx,
    `select ${SAMPLE} from ${SAMPLES} where s.partnership_id = $1 order by s.recorded_at desc, s.id desc limit 200`,
    [tx.acting.partnershipId],
  )
}

export async function findSample(tx: Tx, id: RowId): Promise<Sample | undefined> {
  const [row] = await query<Sample>(tx, `select ${SAMPLE} from ${SAMPLES} where s.partnership_id = $1 and s.id = $2`, [
    tx.acting.partnershipId,
    id,
  ])
  return row
}

export async function insertSample(
  tx: Tx,
  s: Omit<Sample, 'rowId' | 'team' | 'drawnOn' | 'overOn' | 'state'>,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into quality_sample (partnership_id, id, team_id, what, month, wanted, seed, pool, unseen, drawn_by, drawn_on, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tx.acting.partnershipId, id, s.teamId, s.what, s.month, s.wanted, s.seed, s.pool, s.unseen, s.drawnBy],
      ...[tx.acting.today, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Ends a sample of which nothing is open any more. As the house: the adviser who answers last does not see it. Returns how many ended. */
export async function updateSampleOver(worker: Tx, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update quality_sample s set state = 'over', over_on = $3, version = version + 1
     where s.partnership_id = $1 and s.id = $2 and s.state = 'open' and not exists (select 1 from quality_reading r
       where r.partnership_id = $1 and r.sample_id = s.id and r.state in ('drawn', 'read') and r.sealed_at is null) returning 1`,
    [worker.acting.partnershipId, id, worker.acting.today],
  )
  return rows.length
}

/** What a sample drew, as far as the caller may see it. */
export function listReadings(tx: Tx, sampleId: RowId): Promise<Reading[]> {
  return query<Reading>(
    tx,
    `select ${READING} from ${READINGS} where r.partnership_id = $1 and r.sample_id = $2 and r.sealed_at is null
     order by r.recorded_at desc, r.id`,
    [tx.acting.partnershipId, sampleId],
  )
}

/** What was found of an adviser's own work, and what waits to be rated anew by them, the newest first. */
export function listOwnReadings(tx: Tx, accountId: AccountId): Promise<Reading[]> {
  return query<Reading>(
    tx,
    `select ${READING} from ${READINGS} where r.partnership_id = $1 and r.sealed_at is null
       and ((r.adviser_id = $2 and r.read_on is not null) or (r.second_id = $2 and r.second_on is null and r.state <> 'closed'))
     order by r.recorded_at desc, r.id limit 500`,
    [tx.acting.partnershipId, accountId],
  )
}

/** Of each sample how many of its readings are open, and how many there are, as far as the caller may see them. */
export function countReadings(
  tx: Tx,
): Promise<{ readonly sampleId: RowId; readonly open: number; readonly all: number }[]> {
  return query(
    tx,
    `select sample_id as "sampleId", count(*) filter (where state in ('drawn', 'read'))::int as open, count(*)::int as all
     from quality_reading where partnership_id = $1 and sealed_at is null group by sample_id`,
    [tx.acting.partnershipId],
  )
}

/** What was found of others' work, of all the caller may see: its month, and what was said of each criterion. */
export function listFound(tx: Tx, notOf: AccountId): Promise<Pick<Reading, 'month' | 'marks'>[]> {
  return query(
    tx,
    `select month_of as month, marks from quality_reading
     where partnership_id = $1 and read_on is not null and adviser_id <> $2 and sealed_at is null`,
    [tx.acting.partnershipId, notOf],
  )
}

export async function findReading(tx: Tx, id: RowId): Promise<Reading | undefined> {
  const [row] = await query<Reading>(
    tx,
    `select ${READING} from ${READINGS} where r.partnership_id = $1 and r.id = $2 and r.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export async function insertReading(
  tx: Tx,
  r: Pick<Reading, 'personId' | 'classBit' | 'sampleId' | 'subjectId' | 'adviserId' | 'readerId' | 'month'> &
    Pick<Sample, 'teamId'>,
): Promise<void> {
  // Filed on whom the assessment or agreement was filed on, so that both go one way when joined records are taken apart.
  await query(
    tx,
    `insert into quality_reading (partnership_id, id, person_id, origin_person_id, class, sample_id, team_id, month_of, subject_id, adviser_id, reader_id, recorded_at, recorded_by)
     select $1, $2, $3, coalesce((select a.origin_person_id from assessment a where a.partnership_id = $1 and a.id = $8),
       (select g.origin_person_id from plan_agreement g where g.partnership_id = $1 and g.id = $8), $3), $4, $5, $6, $7, $8, $9, $10, $11, $12`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), r.personId, r.classBit, r.sampleId, r.teamId, r.month],
      ...[r.subjectId, r.adviserId, r.readerId, tx.acting.at, tx.acting.actorId],
    ],
  )
}

type Seen = Pick<Reading, 'rowId' | 'version'>

/** It was looked at against the list. Returns 0 when it moved meanwhile. */
export async function updateRead(
  tx: Tx,
  before: Seen,
  to: { readonly edition: Day; readonly marks: Marks; readonly words: string; readonly dueOn: Day },
): Promise<number> {
  const rows = await query(
    tx,
    `update quality_reading set state = 'read', edition = $4, marks = $5::jsonb, words = $6, read_on = $7, due_on = $8, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'drawn' and sealed_at is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.edition, JSON.stringify(to.marks), to.words],
      ...[tx.acting.today, to.dueOn],
    ],
  )
  return rows.length
}

/** Whose work it is says what they think, and what they changed. Returns 0 when it moved meanwhile. */
export async function updateAnswer(
  tx: Tx,
  before: Seen,
  to: { readonly answer: string; readonly changed: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update quality_reading set state = 'answered', answer = $4, changed = $5, over_on = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'read' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.answer, to.changed, tx.acting.today],
  )
  return rows.length
}

/** It is not looked at, or not answered, any more. Returns 0 when it moved meanwhile. */
export async function updateClosed(tx: Tx, before: Seen, why: string): Promise<number> {
  const rows = await query(
    tx,
    `update quality_reading set state = 'closed', why = $4, over_on = $5, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state in ('drawn', 'read') and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, why, tx.acting.today],
  )
  return rows.length
}

/** Who rates it anew. Returns 0 when it moved meanwhile. */
export async function updateSecond(tx: Tx, before: Seen, secondId: AccountId): Promise<number> {
  const rows = await query(
    tx,
    `update quality_reading set second_id = $4, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and second_on is null and state <> 'closed' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, secondId],
  )
  return rows.length
}

/** It was rated anew. Returns 0 when it moved meanwhile. */
export async function updateSecondDone(tx: Tx, before: Seen): Promise<number> {
  const rows = await query(
    tx,
    `update quality_reading set second_on = $4, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and second_on is null and state <> 'closed' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, tx.acting.today],
  )
  return rows.length
}

export async function insertRating(
  tx: Tx,
  of: Pick<Reading, 'rowId' | 'personId'>,
  rating: BothRatings & { readonly classBit: number },
): Promise<void> {
  await query(
    tx,
    `insert into quality_rating (partnership_id, id, person_id, origin_person_id, class, reading_id, factor, level, adviser_level, recorded_at, recorded_by)
     select r.partnership_id, $2, r.person_id, r.origin_person_id, $5, r.id, $6, $7, $8, $9, $10
     from quality_reading r where r.partnership_id = $1 and r.id = $4 and r.person_id = $3`,
    [
      ...[tx.acting.partnershipId, newId(tx.acting.at), of.personId, of.rowId, rating.classBit, rating.factor],
      ...[rating.level, rating.adviserLevel, tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** Factors as two rated them, of one reading or of all the caller may see. */
export function listBothRatings(tx: Tx, readingId: RowId | null): Promise<BothRatings[]> {
  return query<BothRatings>(
    tx,
    `select factor, level, adviser_level as "adviserLevel" from quality_rating
     where partnership_id = $1 and ($2::uuid is null or reading_id = $2) and sealed_at is null order by recorded_at, id`,
    [tx.acting.partnershipId, readingId],
  )
}

export type DueReading = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  readonly adviserId: AccountId
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/** Readings whose answer is late. As the house. */
export function listDueReadings(worker: Tx, most: number, since: Day): Promise<DueReading[]> {
  return query<DueReading>(
    worker,
    `select id as "rowId", person_id as "personId", class as "classBit", adviser_id as "adviserId", due_on as "dueOn", chased_at is not null as "isChased",
       escalated_at is not null as "isEscalated"
     from quality_reading where partnership_id = $1 and state = 'read' and due_on < $2 and sealed_at is null
       and (chased_at is null or (escalated_at is null and due_on <= $3)) order by due_on, id limit $4`,
    [worker.acting.partnershipId, worker.acting.today, since, most],
  )
}

/** Notes that somebody was told. Returns 0 where that was done before. */
export const updateReadingChased = chasedIn('quality_reading')
