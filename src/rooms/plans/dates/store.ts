import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { DateKind, Guest, GuestState, PlanDate } from './date.ts'

const COLUMNS = `d.id as "rowId", d.person_id as "personId", d.class as "classBit", d.kind, d.on_day as "onDay", d.who, d.state, d.over_on as "overOn",
  d.words, d.wishes, d.asked_them as "askedThem", d.made_by as "madeBy", d.version`

/** Dates of somebody, what is ahead first, as far as the caller may see them. */
export function listDatesOn(tx: Tx, personId: PersonId): Promise<PlanDate[]> {
  return query<PlanDate>(
    tx,
    `select ${COLUMNS} from plan_date d where d.partnership_id = $1 and d.person_id = $2 and d.sealed_at is null
     order by d.over_on is not null, case when d.over_on is null then d.on_day end, d.over_on desc, d.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findDate(tx: Tx, id: RowId): Promise<PlanDate | undefined> {
  const [row] = await query<PlanDate>(
    tx,
    `select ${COLUMNS} from plan_date d where d.partnership_id = $1 and d.id = $2 and d.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export async function insertDate(
  tx: Tx,
  personId: PersonId,
  date: {
    readonly kind: DateKind
    readonly classBit: number
    readonly onDay: Day
    readonly who: string
    readonly madeBy: AccountId
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into plan_date (partnership_id, id, person_id, origin_person_id, class, kind, on_day, who, made_by, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.acting.partnershipId, id, personId, date.classBit, date.kind, date.onDay, date.who, date.madeBy],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** It was held, or is called off. Returns 0 when it moved meanwhile. */
export async function updateDateOver(
  tx: Tx,
  before: Pick<PlanDate, 'rowId' | 'version'>,
  to: { readonly state: 'held' | 'called-off'; readonly on: Day; readonly words: string; readonly wishes: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update plan_date set state = $4, over_on = $5, words = $6, wishes = $7, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'ahead' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.state, to.on, to.words, to.wishes],
  )
  return rows.length
}

export type DueDate = Pick<PlanDate, 'rowId' | 'personId' | 'classBit' | 'madeBy'> & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those whose day is past and of which somebody is still to be told. As the house, by the clock.
 * @param since past then or before, the team leader is told
 */
export function listDueDates(worker: Tx, most: number, since: Day): Promise<DueDate[]> {
  return query<DueDate>(
    worker,
    `select d.id as "rowId", d.person_id as "personId", d.class as "classBit", d.made_by as "madeBy", d.on_day as "dueOn",
       d.chased_at is not null as "isChased", d.escalated_at is not null as "isEscalated"
     from plan_date d join person p on p.partnership_id = d.partnership_id and p.id = d.person_id and p.state = 'active' and p.died_on is null
     where d.partnership_id = $1 and d.state = 'ahead' and d.on_day < $2 and d.sealed_at is null and d.escalated_at is null
       and (d.chased_at is null or d.on_day <= $4)
     order by d.on_day, d.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Who is asked to it, in the order they were, as far as the caller may see it. */
export function listGuests(tx: Tx, dateId: RowId): Promise<Guest[]> {
  return query<Guest>(
    tx,
    `select g.id as "rowId", g.who, g.state from plan_date_guest g
     where g.partnership_id = $1 and g.date_id = $2 and g.sealed_at is null order by g.id limit 40`,
    [tx.acting.partnershipId, dateId],
  )
}

export async function insertGuest(tx: Tx, date: PlanDate, by: AccountId, who: string): Promise<void> {
  await query(
    tx,
    `insert into plan_date_guest (partnership_id, id, person_id, origin_person_id, class, date_id, who, asked_on, made_by, recorded_at, recorded_by)
     select partnership_id, $3, person_id, origin_person_id, class, id, $4, $5, $6, $7, $8 from plan_date where partnership_id = $1 and id = $2`,
    [
      ...[tx.acting.partnershipId, date.rowId, newId<'row'>(tx.acting.at), who, tx.acting.today, by],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** Says of each whether they come. */
export async function updateGuests(tx: Tx, marks: ReadonlyMap<RowId, GuestState>): Promise<void> {
  await query(
    tx,
    `update plan_date_guest g set state = said.state, version = g.version + 1 from unnest($2::uuid[], $3::text[]) as said (id, state)
     where g.partnership_id = $1 and g.id = said.id and g.state <> said.state and g.sealed_at is null`,
    [tx.acting.partnershipId, [...marks.keys()], [...marks.values()]],
  )
}

/** What the young person was asked beforehand. Returns 0 when the date moved meanwhile. */
export async function updateAskedThem(
  tx: Tx,
  before: Pick<PlanDate, 'rowId' | 'version'>,
  words: string,
): Promise<number> {
  const rows = await query(
    tx,
    `update plan_date set asked_them = $4, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state <> 'called-off' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, words],
  )
  return rows.length
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateDateChased = chasedIn('plan_date')

/** When and by whom it was written. */
export const findDateFiling = filingIn('plan_date', 'made_by')

const sealDateAlone = sealedIn('plan_date')

/** Takes it off view with who was asked to it (K9). As the house. Returns how many dates. */
export async function updateDateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const count = await sealDateAlone(worker, personId, id)
  if (count > 0)
    await query(
      worker,
      `update plan_date_guest set sealed_at = $3, version = version + 1 where partnership_id = $1 and date_id = $2 and sealed_at is null`,
      [worker.acting.partnershipId, id, worker.acting.at],
    )
  return count
}
