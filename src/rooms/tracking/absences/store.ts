import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Absence, AbsenceLine, Outcome, State, Telling } from './absence.ts'

/** What those who work with them wrote down is not the place's: it hears what was agreed. */
const COLUMNS = `a.id as "rowId", a.person_id as "personId", a.organisation_id as "organisationId", a.class as "classBit", a.kind, a.last_seen_on as "lastSeenOn",
  a.reason, a.words, a.tried, a.told_by as "toldBy", a.told_name as "toldName", a.told_on as "toldOn", a.state, a.taken_by as "takenBy", a.taken_on as "takenOn", a.outcome,
  case when a.organisation_id = any($2::uuid[]) then '' else a.outcome_words end as "outcomeWords", a.back_words as "backWords", a.over_on as "overOn",
  a.due_on as "dueOn", a.version`

const mine = (tx: Tx) => [tx.acting.partnershipId, [...tx.acting.holders]]

/** To the end of the transaction nobody else tells of this person. */
export async function holdAbsences(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'absence', personId)
}

export async function findAbsence(tx: Tx, id: RowId): Promise<Absence | undefined> {
  const [row] = await query<Absence>(
    tx,
    `select ${COLUMNS} from absence_report a where a.partnership_id = $1 and a.id = $3 and a.sealed_at is null`,
    [...mine(tx), id],
  )
  return row
}

/** What was told about somebody, newest first, as far as the caller may see it. */
export function listAbsencesOn(tx: Tx, personId: PersonId): Promise<Absence[]> {
  return query<Absence>(
    tx,
    `select ${COLUMNS} from absence_report a where a.partnership_id = $1 and a.person_id = $3 and a.sealed_at is null
     order by a.told_on desc, a.id desc limit 100`,
    [...mine(tx), personId],
  )
}

/**
 * What a place told, or what was told of whom an adviser leads for and of places they are deployed to: what is due first, or, of what is over, the newest.
 * @param of.places the place itself, or those an adviser is deployed to
 */
export function listAbsences(
  tx: Tx,
  of: { readonly places: readonly OrganisationId[]; readonly leadId: AccountId | null },
  wanted: 'open' | 'over',
  most: number,
): Promise<AbsenceLine[]> {
  const over = wanted === 'open' ? 'is null' : 'is not null'
  return query<AbsenceLine>(
    tx,
    `with own as materialized (
       select id from absence_report where partnership_id = $1 and organisation_id = any($3::uuid[]) and over_on ${over}
       union select o.id from lead_adviser l join absence_report o on o.partnership_id = l.partnership_id and o.person_id = l.person_id and o.over_on ${over}
         where l.partnership_id = $1 and l.account_id = $4::uuid and l.finished_on is null)
     select ${COLUMNS}, coalesce(p.known_family || ', ' || p.known_given, '') as name, g.name as place
     from own join absence_report a on a.partnership_id = $1 and a.id = own.id and a.sealed_at is null
     join organisation g on g.partnership_id = a.partnership_id and g.id = a.organisation_id
     left join person p on p.partnership_id = a.partnership_id and p.id = a.person_id
     order by ${wanted === 'open' ? 'a.due_on nulls last, a.id' : 'a.over_on desc, a.id desc'} limit $5`,
    [...mine(tx), [...of.places], of.leadId, most],
  )
}

export async function insertAbsence(
  tx: Tx,
  personId: PersonId,
  told: Telling & {
    readonly organisationId: OrganisationId
    readonly classBit: number
    readonly toldBy: AccountId | RowId
    readonly toldName?: string
    readonly dueOn: Day | null
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into absence_report (partnership_id, id, person_id, origin_person_id, class, organisation_id, kind, last_seen_on, reason, words, tried, told_by,
       told_on, due_on, recorded_at, recorded_by, told_name)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[tx.acting.partnershipId, id, personId, told.classBit, told.organisationId, told.kind, told.lastSeenOn],
      ...[told.reason, told.words, told.tried, told.toldBy, tx.acting.today, told.dueOn, tx.acting.at],
      ...[tx.acting.actorId, told.toldName ?? ''],
    ],
  )
  return id
}

export type Stepped = {
  readonly state: State
  readonly dueOn: Day | null
  readonly taken?: AccountId
  readonly answered?: { readonly outcome: Outcome; readonly outcomeWords: string; readonly backWords: string }
}

/** Moves one that was seen in a version. Returns 0 when it moved meanwhile. */
export async function updateAbsence(tx: Tx, before: Pick<Absence, 'rowId' | 'version'>, to: Stepped): Promise<number> {
  const isOver = to.state === 'answered' || to.state === 'withdrawn'
  const rows = await query(
    tx,
    `update absence_report set state = $4, due_on = $5, chased_at = null, escalated_at = null, version = version + 1,
       taken_by = coalesce(taken_by, $6), taken_on = case when taken_by is null and $6::uuid is not null then $7 else taken_on end,
       over_on = $8, outcome = $9, outcome_words = $10, back_words = $11
     where partnership_id = $1 and id = $2 and version = $3 and over_on is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.state, to.dueOn, to.taken ?? null, tx.acting.today],
      isOver ? tx.acting.today : null,
      ...[to.answered?.outcome ?? null, to.answered?.outcomeWords ?? '', to.answered?.backWords ?? ''],
    ],
  )
  return rows.length
}

export type DueAbsence = Pick<Absence, 'rowId' | 'personId' | 'organisationId' | 'classBit' | 'takenBy'> & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those that were due before today and of which somebody is still to be told. As the house, by the clock.
 * @param since due then or before, the team leader is told
 */
export function listDueAbsences(worker: Tx, most: number, since: Day): Promise<DueAbsence[]> {
  return query<DueAbsence>(
    worker,
    `select a.id as "rowId", a.person_id as "personId", a.organisation_id as "organisationId", a.class as "classBit", a.taken_by as "takenBy", a.due_on as "dueOn",
       a.chased_at is not null as "isChased", a.escalated_at is not null as "isEscalated"
     from absence_report a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.died_on is null
     where a.partnership_id = $1 and a.due_on < $2 and a.over_on is null and a.sealed_at is null
       and a.escalated_at is null and (a.chased_at is null or a.due_on <= $4)
     order by a.due_on, a.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateChased = chasedIn('absence_report')

/** When and by whom it was told. */
export const findFiling = filingIn('absence_report', 'told_by')

/** Takes it off view (K9). As the house. Returns how many. */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update absence_report set sealed_at = $4, due_on = null, version = version + 1
     where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
    [worker.acting.partnershipId, personId, id, worker.acting.at],
  )
  return rows.length
}
