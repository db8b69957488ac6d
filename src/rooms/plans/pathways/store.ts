import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type {
  LogContent,
  Outcome,
  Pathway,
  PathwayContent,
  PathwayKind,
  PathwayLog,
  PathwayStep,
  PathwayWeek,
  Said,
  StepContent,
} from './pathway.ts'

const PATHWAY = `p.id as "rowId", p.person_id as "personId", p.class as "classBit", p.kind, p.edition, p.stage, p.anchor_on as "anchorOn", p.with_name as "withName",
  p.with_account as "withAccount", p.adult_id as "adultId", p.seen_on as "seenOn", p.goal_id as "goalId", p.answers, p.said, p.said_on as "saidOn",
  p.said_words as "saidWords", p.without_why as "withoutWhy", p.state, p.opened_on as "openedOn", p.opened_by as "openedBy", p.review_on as "reviewOn",
  p.paused_on as "pausedOn", p.paused_why as "pausedWhy", p.over_on as "overOn", p.outcome, p.over_words as "overWords", p.due_on as "dueOn", p.version`
const STEP = `s.id as "rowId", s.pathway_id as "pathwayId", s.person_id as "personId", s.class as "classBit", s.stage, s.what, s.days, s.due_on as "dueOn", s.owner,
  s.owner_name as "ownerName", s.state, s.over_on as "overOn", s.over_words as "overWords", s.own_say as "ownSay",
  s.own_words as "ownWords", s.own_on as "ownOn", s.own_link as "ownLink", s.version`
const LOG = `l.id as "rowId", l.pathway_id as "pathwayId", l.person_id as "personId", l.class as "classBit", l.on_day as "onDay", l.came, l.minutes, l.words,
  l.own_words as "ownWords", l.made_by as "madeBy"`
const WEEK = `w.id as "rowId", w.pathway_id as "pathwayId", w.week_of as "weekOf", w.planned, w.came, w.words, w.version`
/** A part is filed on whom its pathway was filed on, so that it goes back with it when records are taken apart. */
const OF = 'pathway p where p.partnership_id = $1 and p.id = $5 and p.person_id = $3'
/** So many are read at most. Ours. */
const MOST = 100

/** Pathways of somebody, those that go on first, as far as the caller may see them. */
export function listPathwaysOn(tx: Tx, personId: PersonId): Promise<Pathway[]> {
  return query<Pathway>(
    tx,
    `select ${PATHWAY} from pathway p where p.partnership_id = $1 and p.person_id = $2 and p.sealed_at is null
     order by p.over_on is not null, p.over_on desc, p.recorded_at desc, p.id desc limit ${MOST}`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findPathway(tx: Tx, id: RowId): Promise<Pathway | undefined> {
  const [row] = await query<Pathway>(
    tx,
    `select ${PATHWAY} from pathway p where p.partnership_id = $1 and p.id = $2 and p.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

const valuesOf = (c: PathwayContent) => [
  ...[c.stage, c.anchorOn, c.withName, c.withAccount, c.adultId, c.seenOn, c.goalId, c.reviewOn],
  JSON.stringify(c.answers),
]

export async function insertPathway(
  tx: Tx,
  personId: PersonId,
  of: {
    readonly kind: PathwayKind
    readonly edition: Day
    readonly classBit: number
    readonly by: AccountId
    readonly content: PathwayContent
    readonly said: Said | null
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  const { partnershipId, today, at, actorId } = tx.acting
  const { said } = of
  await query(
    tx,
    `insert into pathway (partnership_id, id, person_id, origin_person_id, class, kind, edition, stage, anchor_on, with_name, with_account, adult_id, seen_on, goal_id,
       review_on, answers, said, said_on, said_words, without_why, opened_on, opened_by, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      ...[partnershipId, id, personId, of.classBit, of.kind, of.edition, ...valuesOf(of.content)],
      ...[said?.said ?? null, said === null ? null : today, said?.said === 'yes' ? said.saidWords : ''],
      ...[said?.said === 'without' ? said.withoutWhy : '', today, of.by, at, actorId],
    ],
  )
  return id
}

/** Changes what is written of one that is not over. Returns 0 when it moved meanwhile. */
export async function updatePathway(
  tx: Tx,
  before: Pick<Pathway, 'rowId' | 'version'>,
  to: PathwayContent,
): Promise<number> {
  const rows = await query(
    tx,
    `update pathway set stage = $4, anchor_on = $5, with_name = $6, with_account = $7, adult_id = $8, seen_on = $9, goal_id = $10, review_on = $11, answers = $12,
       version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state <> 'ended' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, ...valuesOf(to)],
  )
  return rows.length
}

/** Pauses or goes on. Returns 0 when it moved meanwhile. */
export async function updatePaused(
  tx: Tx,
  before: Pick<Pathway, 'rowId' | 'version'>,
  why: string | null,
): Promise<number> {
  const rows = await query(
    tx,
    `update pathway set state = case when $4::text is null then 'open' else 'paused' end, paused_on = case when $4::text is null then null else $5::date end,
       paused_why = coalesce($4, ''), due_on = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = case when $4::text is null then 'paused' else 'open' end and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, why, tx.acting.today],
  )
  return rows.length
}

/** Writes down the yes to what began without one; why it began so stays. Returns 0 when it moved meanwhile. */
export async function updateSaidYes(
  tx: Tx,
  before: Pick<Pathway, 'rowId' | 'version'>,
  words: string,
): Promise<number> {
  const rows = await query(
    tx,
    `update pathway set said = 'yes', said_on = $4, said_words = $5, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and said = 'without' and state <> 'ended' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, tx.acting.today, words],
  )
  return rows.length
}

/** Ends it. Returns 0 when it moved meanwhile. */
export async function updateEnded(
  tx: Tx,
  before: Pick<Pathway, 'rowId' | 'version'>,
  to: { readonly outcome: Outcome; readonly words: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update pathway set state = 'ended', paused_on = null, over_on = $4, outcome = $5, over_words = $6, due_on = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state <> 'ended' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, tx.acting.today, to.outcome, to.words],
  )
  return rows.length
}

/** Sets the first day on which something of it waits; where it is another one, those who were told of the last are told anew. */
export async function updateDue(tx: Tx, id: RowId, dueOn: Day | null): Promise<void> {
  await query(
    tx,
    `update pathway set due_on = $3, chased_at = null, escalated_at = null
     where partnership_id = $1 and id = $2 and due_on is distinct from $3::date and (state = 'open' or $3::date is null)`,
    [tx.acting.partnershipId, id, dueOn],
  )
}

/** Steps of some pathways, in the order of their days. */
export function listSteps(tx: Tx, pathwayIds: readonly RowId[]): Promise<PathwayStep[]> {
  if (pathwayIds.length === 0) return Promise.resolve([])
  return query<PathwayStep>(
    tx,
    `select ${STEP} from pathway_step s where s.partnership_id = $1 and s.pathway_id = any($2::uuid[]) and s.sealed_at is null
     order by s.due_on nulls last, s.recorded_at, s.id`,
    [tx.acting.partnershipId, [...pathwayIds]],
  )
}

export async function findStep(tx: Tx, id: RowId): Promise<PathwayStep | undefined> {
  const [row] = await query<PathwayStep>(
    tx,
    `select ${STEP} from pathway_step s where s.partnership_id = $1 and s.id = $2 and s.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export async function insertStep(
  tx: Tx,
  of: Pick<Pathway, 'rowId' | 'personId' | 'classBit'>,
  by: AccountId,
  step: StepContent & { readonly days: number | null },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into pathway_step (partnership_id, id, person_id, origin_person_id, class, pathway_id, stage, what, days, due_on, owner, owner_name, made_by, recorded_at,
       recorded_by)
     select p.partnership_id, $2, p.person_id, p.origin_person_id, $4, p.id, $6, $7, $8, $9, $10, $11, $12, $13, $14 from ${OF}`,
    [
      ...[
        tx.acting.partnershipId,
        id,
        of.personId,
        of.classBit,
        of.rowId,
        step.stage,
        step.what,
        step.days,
        step.dueOn,
      ],
      ...[step.owner, step.ownerName, by, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Changes a step that is to be done. Where its day was chosen by hand it goes with the anchor no more. Returns 0 when it moved meanwhile. */
export async function updateStep(
  tx: Tx,
  before: Pick<PathwayStep, 'rowId' | 'version'>,
  to: StepContent,
): Promise<number> {
  const rows = await query(
    tx,
    `update pathway_step set stage = $4, what = $5, days = case when due_on is not distinct from $6::date then days end, due_on = $6, owner = $7, owner_name = $8,
       version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'to-do' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.stage, to.what, to.dueOn, to.owner, to.ownerName],
  )
  return rows.length
}

/** It is done, not needed, or to be done after all. Returns 0 when it moved meanwhile. */
export async function updateStepState(
  tx: Tx,
  before: Pick<PathwayStep, 'rowId' | 'version'>,
  to: { readonly state: PathwayStep['state']; readonly words: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update pathway_step set state = $4, over_on = case when $4 = 'to-do' then null else $5::date end, over_words = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and (state = 'to-do') = ($4 <> 'to-do') and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.state, tx.acting.today, to.words],
  )
  return rows.length
}

/** Steps that are to be done and go with the anchor get their day from it; those that are over stay. */
export async function moveSteps(tx: Tx, pathwayId: RowId, anchorOn: Day | null): Promise<number> {
  const rows = await query(
    tx,
    `update pathway_step set due_on = $3::date + days::int, version = version + 1
     where partnership_id = $1 and pathway_id = $2 and days is not null and state = 'to-do' and sealed_at is null
       and due_on is distinct from $3::date + days::int returning 1`,
    [tx.acting.partnershipId, pathwayId, anchorOn],
  )
  return rows.length
}

/** What was written of meetings, newest first. */
export function listLog(tx: Tx, pathwayId: RowId): Promise<PathwayLog[]> {
  return query<PathwayLog>(
    tx,
    `select ${LOG} from pathway_log l where l.partnership_id = $1 and l.pathway_id = $2 and l.sealed_at is null order by l.on_day desc, l.recorded_at desc, l.id desc
     limit ${MOST}`,
    [tx.acting.partnershipId, pathwayId],
  )
}

/** Of some pathways, the last day on which somebody met or tried to; those without one are left out. */
export async function listLastLogs(tx: Tx, pathwayIds: readonly RowId[]): Promise<ReadonlyMap<RowId, Day>> {
  const rows = await query<{ pathwayId: RowId; onDay: Day }>(
    tx,
    `select pathway_id as "pathwayId", max(on_day) as "onDay" from pathway_log
     where partnership_id = $1 and pathway_id = any($2::uuid[]) and sealed_at is null group by pathway_id`,
    [tx.acting.partnershipId, [...pathwayIds]],
  )
  return new Map(rows.map(row => [row.pathwayId, row.onDay]))
}

export async function findLog(tx: Tx, id: RowId): Promise<PathwayLog | undefined> {
  const [row] = await query<PathwayLog>(
    tx,
    `select ${LOG} from pathway_log l where l.partnership_id = $1 and l.id = $2 and l.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export async function insertLog(
  tx: Tx,
  of: Pick<Pathway, 'rowId' | 'personId' | 'classBit'>,
  by: AccountId,
  log: LogContent,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into pathway_log (partnership_id, id, person_id, origin_person_id, class, pathway_id, on_day, came, minutes, words, own_words, made_by, recorded_at, recorded_by)
     select p.partnership_id, $2, p.person_id, p.origin_person_id, $4, p.id, $6, $7, $8, $9, $10, $11, $12, $13 from ${OF}`,
    [
      ...[tx.acting.partnershipId, id, of.personId, of.classBit, of.rowId, log.onDay, log.came, log.minutes, log.words],
      ...[log.ownWords, by, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Weeks of a timetable, in their order. */
export function listWeeks(tx: Tx, pathwayId: RowId): Promise<PathwayWeek[]> {
  return query<PathwayWeek>(
    tx,
    `select ${WEEK} from pathway_week w where w.partnership_id = $1 and w.pathway_id = $2 and w.sealed_at is null order by w.week_of limit ${MOST}`,
    [tx.acting.partnershipId, pathwayId],
  )
}

type WeekContent = Pick<PathwayWeek, 'weekOf' | 'planned' | 'came' | 'words'>

/** Writes a week for the first time. Returns 0 when somebody did meanwhile. */
export async function insertWeek(
  tx: Tx,
  of: Pick<Pathway, 'rowId' | 'personId' | 'classBit'>,
  by: AccountId,
  week: WeekContent,
): Promise<number> {
  const written = await query(
    tx,
    `insert into pathway_week (partnership_id, id, person_id, origin_person_id, class, pathway_id, week_of, planned, came, words, made_by, recorded_at, recorded_by)
     select p.partnership_id, $2, p.person_id, p.origin_person_id, $4, p.id, $6, $7, $8, $9, $10, $11, $12 from ${OF} on conflict do nothing returning 1`,
    [
      ...[tx.acting.partnershipId, newId<'row'>(tx.acting.at), of.personId, of.classBit, of.rowId, week.weekOf],
      ...[[...week.planned], week.came && [...week.came], week.words, by, tx.acting.at, tx.acting.actorId],
    ],
  )
  return written.length
}

/** Changes a week. Returns 0 when it moved meanwhile. */
export async function updateWeek(
  tx: Tx,
  before: Pick<PathwayWeek, 'rowId' | 'version'>,
  to: Pick<WeekContent, 'planned' | 'came' | 'words'>,
): Promise<number> {
  const rows = await query(
    tx,
    `update pathway_week set planned = $4, came = $5, words = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, [...to.planned], to.came && [...to.came], to.words],
  )
  return rows.length
}

/** Of some young people, pathways of which something is past its day, as far as the caller may see them; the longest first. */
export function listLatePathways(tx: Tx, personIds: readonly PersonId[]): Promise<Pathway[]> {
  if (personIds.length === 0) return Promise.resolve([])
  return query<Pathway>(
    tx,
    `select ${PATHWAY} from pathway p
     where p.partnership_id = $1 and p.person_id = any($2::uuid[]) and p.state = 'open' and p.due_on < $3 and p.sealed_at is null order by p.due_on, p.id`,
    [tx.acting.partnershipId, [...personIds], tx.acting.today],
  )
}
