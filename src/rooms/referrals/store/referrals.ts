import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, type GrantId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Referral, State } from '../referral.ts'

/** Of what came to the own service: whether whoever asks leads the team that takes it in, or, once it was taken in, the young person. */
const MINE = `(r.team_id is not null and (
  exists (select 1 from team t where t.partnership_id = r.partnership_id and t.id = r.team_id and t.ended_on is null and t.leader_id = any($2::uuid[]))
  or (r.worker_id is not null and exists (select 1 from lead_adviser l where l.partnership_id = r.partnership_id and l.person_id = r.person_id
    and l.finished_on is null and l.account_id = any($2::uuid[])))))`
/** What was said before it went, and whether it was shown, is the sender's side's alone: the letter tells what the other side may know (K2). */
const OURS = `(r.sent_for = any($2::uuid[]) or r.from_id = any($2::uuid[]))`
const ours = (column: string, otherwise: string, name: string) =>
  `case when ${OURS} then r.${column} else ${otherwise} end as "${name}"`

const COLUMNS = `r.id as "rowId", r.person_id as "personId", r.origin_person_id as "originPersonId", r.class as "classBit", r.protocol_id as "protocolId",
  r.from_id as "fromId", r.to_id as "toId", r.team_id as "teamId", r.sent_for as "sentFor", r.state, ${ours('view', 'null', 'view')},
  ${ours('view_words', "''", 'viewWords')}, ${ours('view_answer', "''", 'viewAnswer')}, ${ours('shown_on', 'null', 'shownOn')},
  ${ours('withheld_by', 'null', 'withheldBy')}, ${ours('withheld_why', "''", 'withheldWhy')}, ${ours('withheld_review_on', 'null', 'withheldReviewOn')},
  r.made_by as "madeBy", r.sent_on as "sentOn", r.received_on as "receivedOn", r.due_on as "dueOn", r.question_on as "questionOn", r.stop_words as "stopWords", r.days_left as "daysLeft", r.stage, r.stage_on as "stageOn", r.worker_id as "workerId", r.worker_name as "workerName",
  r.grant_id as "grantId",
  case when r.state <> 'withdrawn' or ${OURS} then r.reason end as reason, r.outcome, r.over_on as "overOn", r.read_on as "readOn", r.version, ${MINE} as "isMine"`

/** To the end of the transaction nobody else begins a referral of this person. */
export async function holdReferrals(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'referral', personId)
}

/** A referral the caller may see, by a right over the record or by being on one of its sides. */
export async function findReferral(tx: Tx, id: RowId): Promise<Referral | undefined> {
  const [row] = await query<Referral>(
    tx,
    `select ${COLUMNS} from referral r where r.partnership_id = $1 and r.id = $3`,
    [tx.acting.partnershipId, [...tx.acting.holders], id],
  )
  return row
}

/** Everything that was referred about somebody, newest first, as far as the caller may see it. */
export function listReferralsOn(tx: Tx, personId: PersonId): Promise<Referral[]> {
  return query<Referral>(
    tx,
    `select ${COLUMNS} from referral r where r.partnership_id = $1 and r.person_id = $3 order by r.recorded_at desc, r.id desc limit 200`,
    [tx.acting.partnershipId, [...tx.acting.holders], personId],
  )
}

/** What was sent, as the timeline of the record tells it. */
export type Referred = Pick<Referral, 'rowId' | 'state' | 'viewWords'> & {
  readonly sentOn: Day
  readonly sentBy: AccountId
  readonly from: string
  readonly to: string
  readonly purpose: string
}

/** What was sent about somebody, as far as the caller may see it. */
export function listReferred(tx: Tx, personId: PersonId): Promise<Referred[]> {
  return query<Referred>(
    tx,
    `select r.id as "rowId", r.state, case when r.sent_for = any($3::uuid[]) or r.from_id = any($3::uuid[]) then r.view_words else '' end as "viewWords",
       r.sent_on as "sentOn", coalesce(r.sent_by, r.made_by) as "sentBy", f.name as "from", t.name as "to", p.purpose
     from referral r join referral_protocol p on p.partnership_id = r.partnership_id and p.id = r.protocol_id
     join organisation f on f.partnership_id = r.partnership_id and f.id = r.from_id
     join organisation t on t.partnership_id = r.partnership_id and t.id = r.to_id
     where r.partnership_id = $1 and r.person_id = $2 and r.sent_on is not null order by r.sent_on desc limit 50`,
    [tx.acting.partnershipId, personId, [...tx.acting.holders]],
  )
}

/** One line of somebody's list of referrals. */
export type ReferralLine = Referral & {
  /** As the letter says it; empty where it is no longer the reader's to see. */
  readonly name: string
}

/**
 * What stands in the caller's own lists: sent for them or for their agency, about somebody they lead for and taken in, or come to their agency or team. From the
 * indexes of each, never from row security alone.
 * @param wanted `open`: all that somebody still has to do with; `over`: what is over, newest first
 */
export function listOwn(tx: Tx, wanted: 'open' | 'over', most: number): Promise<ReferralLine[]> {
  const open = wanted === 'open'
  return query<ReferralLine>(
    tx,
    `with own as materialized (
       select id from referral where partnership_id = $1 and sent_for = any($2::uuid[]) and (read_on is null and state <> 'withdrawn') = $4
       union select o.id from lead_adviser l join referral o on o.partnership_id = l.partnership_id and o.person_id = l.person_id and o.team_id is not null
         and o.worker_id is not null and (o.over_on is null) = $4
         where l.partnership_id = $1 and l.account_id = any($2::uuid[]) and l.finished_on is null
       union select id from referral where partnership_id = $1 and team_id is null and to_id = any($2::uuid[]) and sent_on is not null
         and (over_on is null) = $4
       union select o.id from referral o join team t on t.partnership_id = o.partnership_id and t.id = o.team_id and t.ended_on is null
         and t.leader_id = any($2::uuid[])
         where o.partnership_id = $1 and o.sent_on is not null and (o.over_on is null) = $4)
     select ${COLUMNS}, coalesce(w.lines -> 0 ->> 'value', '') as name
     from own join referral r on r.partnership_id = $1 and r.id = own.id
     left join referral_part w on w.partnership_id = r.partnership_id and w.referral_id = r.id and w.part = 'who' and w.replaced_at is null
     order by ${open ? 'r.due_on nulls last, r.id' : 'r.over_on desc nulls last, r.id desc'} limit $3`,
    [tx.acting.partnershipId, [...tx.acting.holders], most, open],
  )
}

/** Those whose referral was declined and not ended otherwise since, sent for some accounts: alive, as far as the caller may see them. Nothing whose agency's name tells more (K6). */
export function listDeclined(
  tx: Tx,
  accounts: readonly AccountId[],
  most: number,
): Promise<{ personId: PersonId; given: string; family: string; to: string }[]> {
  return query(
    tx,
    `select p.id as "personId", p.known_given as given, p.known_family as family, o.name as "to" from referral r
     join person p on p.partnership_id = r.partnership_id and p.id = r.person_id and p.state = 'active' and p.died_on is null
     join organisation o on o.partnership_id = r.partnership_id and o.id = r.to_id
     where r.partnership_id = $1 and r.sent_for = any($2::uuid[]) and r.state = 'declined' and r.class = 128 and r.sealed_at is null
     order by r.over_on desc, r.id desc limit $3`,
    [tx.acting.partnershipId, [...accounts], most],
  )
}

export type NewReferral = Pick<
  Referral,
  'personId' | 'classBit' | 'protocolId' | 'fromId' | 'toId' | 'teamId' | 'sentFor' | 'madeBy'
>

export async function insertReferral(tx: Tx, r: NewReferral): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into referral (partnership_id, id, person_id, origin_person_id, class, protocol_id, from_id, to_id, team_id, sent_for, made_by, recorded_at,
       recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[tx.acting.partnershipId, id, r.personId, r.classBit, r.protocolId, r.fromId, r.toId, r.teamId, r.sentFor],
      ...[r.madeBy, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** What a move changes besides the state and the clock. */
export type Changed = { readonly sentBy?: AccountId } & Partial<
  Pick<
    Referral,
    | 'view'
    | 'viewWords'
    | 'viewAnswer'
    | 'shownOn'
    | 'withheldBy'
    | 'withheldWhy'
    | 'withheldReviewOn'
    | 'sentOn'
    | 'workerId'
    | 'workerName'
    | 'stage'
    | 'stageOn'
    | 'questionOn'
    | 'stopWords'
    | 'grantId'
    | 'reason'
    | 'outcome'
    | 'overOn'
    | 'readOn'
  >
>

const COLUMN_OF: Readonly<Record<keyof Changed, string>> = {
  view: 'view',
  viewWords: 'view_words',
  viewAnswer: 'view_answer',
  shownOn: 'shown_on',
  withheldBy: 'withheld_by',
  withheldWhy: 'withheld_why',
  withheldReviewOn: 'withheld_review_on',
  sentOn: 'sent_on',
  sentBy: 'sent_by',
  workerId: 'worker_id',
  workerName: 'worker_name',
  stage: 'stage',
  stageOn: 'stage_on',
  questionOn: 'question_on',
  stopWords: 'stop_words',
  grantId: 'grant_id',
  reason: 'reason',
  outcome: 'outcome',
  overOn: 'over_on',
  readOn: 'read_on',
}

/** Moves a referral the mover saw in a version. Whoever was reminded of a day that is past is reminded of the next anew. Returns 0 when it moved meanwhile. */
export async function updateReferral(
  tx: Tx,
  before: Pick<Referral, 'rowId' | 'version'>,
  after: { readonly state: State; readonly dueOn: Day | null; readonly daysLeft: number | null },
  changed: Changed,
): Promise<number> {
  const fields = Object.entries(changed) as [keyof Changed, unknown][]
  const sets = fields.map(([name], i) => `, ${COLUMN_OF[name]} = $${i + 7}`).join('')
  const rows = await query(
    tx,
    `update referral set state = $4, chased_at = case when due_on is distinct from $5::date then null else chased_at end,
       escalated_at = case when due_on is distinct from $5::date then null else escalated_at end, due_on = $5::date, days_left = $6, version = version + 1${sets}
     where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, after.state, after.dueOn, after.daysLeft],
      ...fields.map(([, value]) => value),
    ],
  )
  return rows.length
}

/** Keeps which right the referral opened, or that it opens none. What was shown of it does not change by that. */
export async function updateGrant(tx: Tx, id: RowId, grantId: GrantId | null): Promise<void> {
  await query(tx, `update referral set grant_id = $3 where partnership_id = $1 and id = $2`, [
    tx.acting.partnershipId,
    id,
    grantId,
  ])
}

/** The question is answered by the change that was just made: the next step is due again. What was shown of it does not change by that. */
export async function updateQuestion(tx: Tx, id: RowId, dueOn: Day | null): Promise<void> {
  await query(
    tx,
    `update referral set question_on = null, due_on = $3, chased_at = null, escalated_at = null where partnership_id = $1 and id = $2`,
    [tx.acting.partnershipId, id, dueOn],
  )
}

/** Counts what its letter says as changed, so that nobody moves it by what it said before. Returns 0 when it moved meanwhile. */
export async function updateVersion(tx: Tx, before: Pick<Referral, 'rowId' | 'version'>): Promise<number> {
  const rows = await query(
    tx,
    `update referral set version = version + 1 where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version],
  )
  return rows.length
}

/** Notes when it was first opened at the other end. Returns how many: none when it was before. */
export async function updateReceived(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update referral set received_on = $3 where partnership_id = $1 and id = $2 and received_on is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}

export type DueStep = Pick<
  Referral,
  'rowId' | 'personId' | 'originPersonId' | 'classBit' | 'state' | 'sentFor' | 'toId' | 'teamId' | 'workerId'
> & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Steps that were due before today and of which somebody is still to be told. As the house, by the clock.
 * @param since due then or before, the sender's side is told
 */
export function listDueSteps(worker: Tx, most: number, since: Day): Promise<DueStep[]> {
  return query<DueStep>(
    worker,
    `select r.id as "rowId", r.person_id as "personId", r.origin_person_id as "originPersonId", r.class as "classBit", r.state, r.sent_for as "sentFor", r.to_id as "toId", r.team_id as "teamId",
       r.worker_id as "workerId", r.due_on as "dueOn", r.chased_at is not null as "isChased", r.escalated_at is not null as "isEscalated"
     from referral r join person p on p.partnership_id = r.partnership_id and p.id = r.person_id and p.died_on is null
     where r.partnership_id = $1 and r.due_on < $2 and r.sent_on is not null and r.sealed_at is null and r.question_on is null
       and r.escalated_at is null and (r.chased_at is null or r.due_on <= $4)
     order by r.due_on, r.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** What is under way with agencies that have closed. As the house, by the clock. */
export async function listWithClosed(worker: Tx, most: number): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `select r.id from organisation o join referral r on r.partnership_id = o.partnership_id and r.to_id = o.id and r.over_on is null
       and r.sent_on is not null and r.sealed_at is null
     where o.partnership_id = $1 and o.state = 'closed' order by r.id limit $2`,
    [worker.acting.partnershipId, most],
  )
  return rows.map(row => row.id)
}

/** Notes that somebody was told that a step is late. As the house. Returns how many: none when it was before. */
export const updateChased = chasedIn('referral')

/** When and by whom a referral was written. */
export const findFiling = filingIn('referral', 'made_by')

/** Takes a referral off view with its letter and its steps (K9). As the house. Returns how many. */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update referral set sealed_at = $4, due_on = null, version = version + 1
     where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
    [worker.acting.partnershipId, personId, id, worker.acting.at],
  )
  for (const table of ['referral_part', 'referral_step', 'referral_say', 'referral_objection'])
    await query(
      worker,
      `update ${table} set sealed_at = $3 where partnership_id = $1 and referral_id = $2 and sealed_at is null`,
      [worker.acting.partnershipId, id, worker.acting.at],
    )
  return rows.length
}

/** What somebody works on at a partner, with its right. As the house. */
export function listWorkOf(
  worker: Tx,
  accountId: AccountId,
): Promise<Pick<Referral, 'rowId' | 'personId' | 'toId' | 'grantId'>[]> {
  return query<Pick<Referral, 'rowId' | 'personId' | 'toId' | 'grantId'>>(
    worker,
    `select id as "rowId", person_id as "personId", to_id as "toId", grant_id as "grantId" from referral
     where partnership_id = $1 and worker_id = $2 and team_id is null and over_on is null and sealed_at is null`,
    [worker.acting.partnershipId, accountId],
  )
}

/**
 * What one colleague has sent or is writing about somebody stands in another's list from now on, of the classes that one sees. As the house. Returns what moved.
 * @param bits the classes, packed
 */
export async function updateSentFor(
  worker: Tx,
  personId: PersonId,
  of: { readonly fromId: AccountId; readonly toId: AccountId; readonly bits: number },
): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `update referral set sent_for = $4, version = version + 1
     where partnership_id = $1 and person_id = $2 and sent_for = $3 and class & $5 <> 0 and state <> 'withdrawn' and read_on is null and sealed_at is null
     returning id`,
    [worker.acting.partnershipId, personId, of.fromId, of.toId, of.bits],
  )
  return rows.map(row => row.id)
}

/** Nobody works on it any more, until a colleague takes it on. As the house. */
export async function updateUnworked(worker: Tx, id: RowId): Promise<void> {
  await query(
    worker,
    `update referral set worker_id = null, grant_id = null, version = version + 1 where partnership_id = $1 and id = $2`,
    [worker.acting.partnershipId, id],
  )
}
