import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import { NOTICE_DAYS } from '../diary/rules.ts'
import type { Copy, SchoolDay, SchoolDayContent, Slot } from './school-day.ts'

const DAY = `d.id, d.organisation_id as "organisationId", d.account_id as "accountId", d.on_day as "onDay", d.from_time as "fromTime", d.to_time as "toTime",
  d.minutes, d.break_from as "breakFrom", d.break_to as "breakTo", d.place, d.room, d.invitation, d.called_off_on as "calledOffOn", d.version`

export type SchoolDayLine = SchoolDay & {
  readonly school: string
  readonly invited: number
  readonly answered: number
  readonly inTime: number
}

/**
 * Days of an adviser or at a place, those to come first by day, then the newest. How many are invited counts whom the reader may see.
 * @param of whose days; both null for all
 */
export function listSchoolDays(
  tx: Tx,
  of: { readonly accountId: AccountId | null; readonly organisationId: OrganisationId | null },
  most: number,
): Promise<SchoolDayLine[]> {
  return query<SchoolDayLine>(
    tx,
    `select ${DAY}, g.name as school, coalesce(n.invited, 0) as invited, coalesce(n.answered, 0) as answered, coalesce(n.in_time, 0) as "inTime"
     from school_day d join organisation g on g.partnership_id = d.partnership_id and g.id = d.organisation_id
     left join lateral (select count(*) filter (where s.state in ('invited', 'came', 'missed'))::int as invited,
         count(*) filter (where s.state in ('came', 'missed'))::int as answered,
         count(*) filter (where s.state in ('invited', 'came', 'missed') and d.on_day - a.told_on > $6)::int as in_time
       from school_slot s left join appointment a on a.partnership_id = s.partnership_id and a.id = s.appointment_id
       where s.partnership_id = d.partnership_id and s.school_day_id = d.id) n on true
     where d.partnership_id = $1 and ($2::uuid is null or d.account_id = $2) and ($3::uuid is null or d.organisation_id = $3)
     order by d.on_day < $4, case when d.on_day >= $4 then d.on_day end, d.on_day desc, d.id limit $5`,
    [tx.acting.partnershipId, of.accountId, of.organisationId, tx.acting.today, most, NOTICE_DAYS],
  )
}

export async function findSchoolDay(tx: Tx, id: RowId): Promise<SchoolDay | undefined> {
  const [row] = await query<SchoolDay>(
    tx,
    `select ${DAY} from school_day d where d.partnership_id = $1 and d.id = $2`,
    [...[tx.acting.partnershipId, id]],
  )
  return row
}

/** An adviser's other day at the same place that is not called off. */
export async function findSame(
  tx: Tx,
  accountId: AccountId,
  day: Pick<SchoolDayContent, 'organisationId' | 'onDay'>,
): Promise<SchoolDay | undefined> {
  const [row] = await query<SchoolDay>(
    tx,
    `select ${DAY} from school_day d where d.partnership_id = $1 and d.account_id = $2 and d.organisation_id = $3 and d.on_day = $4 and d.called_off_on is null`,
    [tx.acting.partnershipId, accountId, day.organisationId, day.onDay],
  )
  return row
}

export async function insertSchoolDay(tx: Tx, accountId: AccountId, d: SchoolDayContent): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into school_day (partnership_id, id, organisation_id, account_id, on_day, from_time, to_time, minutes, break_from, break_to, place, room,
       invitation, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[tx.acting.partnershipId, id, d.organisationId, accountId, d.onDay, d.fromTime, d.toTime, d.minutes],
      ...[d.breakFrom, d.breakTo, d.place, d.room, d.invitation, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Calls a day off. Returns how many it was. */
export async function updateCalledOff(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update school_day set called_off_on = $3, version = version + 1 where partnership_id = $1 and id = $2 and called_off_on is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}

const SLOT = `s.id as "rowId", s.person_id as "personId", s.school_day_id as "schoolDayId", s.appointment_id as "appointmentId", s.at_time as "atTime", s.state,
  s.copy, s.copy_words as "copyWords", s.copy_on as "copyOn", s.version, p.known_given as given, p.known_family as family, p.born_on as "bornOn",
  a.told_on as "toldOn"`
const FROM = `school_slot s join person p on p.partnership_id = s.partnership_id and p.id = s.person_id and p.died_on is null
  left join appointment a on a.partnership_id = s.partnership_id and a.id = s.appointment_id`

/** Who is or was invited to a day, by time, as far as the caller may see them. */
export function listSlots(tx: Tx, schoolDayId: RowId): Promise<Slot[]> {
  return query<Slot>(
    tx,
    `select ${SLOT} from ${FROM} where s.partnership_id = $1 and s.school_day_id = $2 order by s.at_time, s.id`,
    [tx.acting.partnershipId, schoolDayId],
  )
}

export async function findSlot(tx: Tx, id: RowId): Promise<Slot | undefined> {
  const [row] = await query<Slot>(tx, `select ${SLOT} from ${FROM} where s.partnership_id = $1 and s.id = $2`, [
    ...[tx.acting.partnershipId, id],
  ])
  return row
}

/** The day in school an appointment is of. */
export async function findSchoolDayOf(tx: Tx, appointmentId: RowId): Promise<RowId | undefined> {
  const [row] = await query<{ id: RowId }>(
    tx,
    `select school_day_id as id from school_slot where partnership_id = $1 and appointment_id = $2 and state <> 'moved'`,
    [tx.acting.partnershipId, appointmentId],
  )
  return row?.id
}

/** Meetings of a day that wait, also where the slot is taken away: on the day, and not moved. As the house. */
export async function listWaiting(worker: Tx, schoolDayId: RowId): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `select a.id from school_slot s join appointment a on a.partnership_id = s.partnership_id and a.id = s.appointment_id
     where s.partnership_id = $1 and s.school_day_id = $2 and s.state = 'invited' and a.state = 'set' and a.sealed_at is null order by a.id`,
    [worker.acting.partnershipId, schoolDayId],
  )
  return rows.map(row => row.id)
}

/** Times of a day that are taken, whoever has them. As the house. */
export async function listTaken(worker: Tx, schoolDayId: RowId): Promise<string[]> {
  const rows = await query<{ at: string }>(
    worker,
    `select at_time as at from school_slot where partnership_id = $1 and school_day_id = $2 and state in ('invited', 'came', 'missed')
       and sealed_at is null`,
    [worker.acting.partnershipId, schoolDayId],
  )
  return rows.map(row => row.at)
}

/** To the end of the transaction nobody else invites to this day. */
export async function holdSchoolDay(tx: Tx, id: RowId): Promise<void> {
  await hold(tx, 'school-day', id)
}

export async function insertSlot(
  tx: Tx,
  day: Pick<SchoolDay, 'id' | 'organisationId' | 'onDay'>,
  slot: { readonly personId: PersonId; readonly appointmentId: RowId; readonly atTime: string },
): Promise<void> {
  await query(
    tx,
    `insert into school_slot (partnership_id, id, person_id, origin_person_id, school_day_id, organisation_id, appointment_id, on_day, at_time, recorded_at,
       recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.acting.partnershipId, newId<'row'>(tx.acting.at), slot.personId, day.id, day.organisationId],
      ...[slot.appointmentId, day.onDay, slot.atTime, tx.acting.at, tx.acting.actorId],
    ],
  )
}

/** Writes down what the school hears. Returns 0 where it was said otherwise meanwhile. */
export async function updateCopy(
  tx: Tx,
  slot: Pick<Slot, 'rowId' | 'version'>,
  to: { readonly copy: Copy; readonly words: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update school_slot set copy = $4, copy_words = $5, copy_on = $6, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'came' returning 1`,
    [tx.acting.partnershipId, slot.rowId, slot.version, to.copy, to.words, tx.acting.today],
  )
  return rows.length
}

/** Notes that those of whom nobody was told were given their invitation today. Returns how many. */
export async function updateGiven(tx: Tx, schoolDayId: RowId): Promise<PersonId[]> {
  const rows = await query<{ personId: PersonId }>(
    tx,
    `update appointment a set told_how = 'in-person', told_on = $3, version = a.version + 1
     from school_slot s where s.partnership_id = $1 and s.school_day_id = $2 and s.state = 'invited' and s.sealed_at is null
       and a.partnership_id = s.partnership_id and a.id = s.appointment_id and a.state = 'set' and a.told_how is null
     returning a.person_id as "personId"`,
    [tx.acting.partnershipId, schoolDayId, tx.acting.today],
  )
  return rows.map(row => row.personId)
}
