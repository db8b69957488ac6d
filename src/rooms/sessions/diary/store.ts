import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import { hold } from '#ground/database/hold.ts'
import { type Tx, together } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { JoinedTo } from '../along/companion.ts'
import { listJoinedTo } from '../along/store.ts'
import { HEARD_KINDS } from '../contact.ts'
import { classOf, RESTRICTED } from '../store.ts'
import type { Appointment, AppointmentState, Arrangement, DiaryEntry, LastAim, TurnFacts } from './appointment.ts'
import type { ContactSince, Stood } from './rules.ts'

export const APPOINTMENT_COLUMNS = sql`a.id as "rowId", a.person_id as "personId", a.account_id as "accountId", a.class, a.on_day as "onDay", a.at_time as "atTime", a.minutes,
  a.kind, a.place, a.room, a.needs, a.purpose, a.aim, a.method, a.bring, a.others, a.told_how as "toldHow", a.told_on as "toldOn", a.state, a.reason,
  a.reason_words as "reasonWords", a.contact_id as "contactId", a.instead_of as "insteadOf", a.leader_told_at as "leaderToldAt", a.version`
const NAMED = sql`${APPOINTMENT_COLUMNS}, p.known_given as given, p.known_family as family`
/** Nobody is expected who has died. */
const LIVING = sql`join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null`

export type AppointmentRow = Omit<Appointment, 'isRestricted'> & { class: number }
type Row = AppointmentRow

/** A row as the room has it: its class as whether it is kept close. */
export function fromRow<T extends Row>({ class: bit, ...row }: T): Omit<T, 'class'> & { isRestricted: boolean } {
  return { ...row, isRestricted: bit === RESTRICTED }
}

export async function insertAppointment(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  a: Arrangement,
  insteadOf: RowId | null,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into appointment (partnership_id, id, person_id, origin_person_id, class, account_id, on_day, at_time, minutes, kind, place, room, needs, purpose,
      aim, method, bring, others, told_how, told_on, instead_of, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${id}, ${personId}, ${personId}, ${classOf(a)}, ${accountId}, ${a.onDay}, ${a.atTime}, ${a.minutes}, ${a.kind},
      ${a.place}, ${a.room}, ${a.needs}, ${a.purpose}, ${a.aim}, ${a.method}, ${a.bring}, ${a.others}, ${a.toldHow}, ${a.toldOn}, ${insteadOf}, ${tx.acting.at},
      ${tx.acting.actorId})`.execute(tx.db)
  return id
}

export async function findAppointment(tx: Tx, id: RowId): Promise<Appointment | undefined> {
  const found = await sql<Row>`
    select ${APPOINTMENT_COLUMNS} from appointment a where a.partnership_id = ${tx.acting.partnershipId} and a.id = ${id}`.execute(
    tx.db,
  )
  return found.rows[0] && fromRow(found.rows[0])
}

/** The appointment a contact came of. */
export async function findAppointmentOf(tx: Tx, contactId: RowId): Promise<Appointment | undefined> {
  const found = await sql<Row>`
    select ${APPOINTMENT_COLUMNS} from appointment a
    where a.partnership_id = ${tx.acting.partnershipId} and a.contact_id = ${contactId} and a.sealed_at is null`.execute(
    tx.db,
  )
  return found.rows[0] && fromRow(found.rows[0])
}

/** When an appointment was written down, and by whom. */
export async function findAppointmentFiling(
  tx: Tx,
  id: RowId,
): Promise<{ at: Instant; by: AccountId | null } | undefined> {
  const found = await sql<{ at: Instant; by: AccountId | null }>`
    select recorded_at as at, recorded_by as by from appointment where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
    tx.db,
  )
  return found.rows[0]
}

/** Who was to come along to an appointment (`a`), for what it said then. */
const ALONG_THEN = sql`(select coalesce(jsonb_agg(jsonb_build_object('accountId', k.account_id, 'state', k.state) order by k.id), '[]'::jsonb)
  from appointment_companion k where k.partnership_id = a.partnership_id and k.appointment_id = a.id and k.state <> 'off')`

/** Keeps what an appointment said, before it says something else, with who was to come along. */
export async function insertAppointmentVersion(tx: Tx, a: Appointment): Promise<void> {
  const { rowId, personId, version, ...content } = a
  await sql`
    insert into appointment_version (partnership_id, id, person_id, origin_person_id, class, appointment_id, version, content, recorded_at, recorded_by)
    select a.partnership_id, ${newId(tx.acting.at)}::uuid, ${personId}::uuid, ${personId}::uuid, ${classOf(a)}::int, a.id, ${version}::int,
      ${JSON.stringify(content)}::jsonb || jsonb_build_object('along', ${ALONG_THEN}), ${tx.acting.at}::timestamptz, ${tx.acting.actorId}::uuid
    from appointment a where a.partnership_id = ${tx.acting.partnershipId} and a.id = ${rowId}`.execute(tx.db)
}

/** Raises the class of what an appointment said before: what is kept close now was the same meeting then. */
export async function updateVersionsClass(tx: Tx, id: RowId): Promise<void> {
  await sql`
    update appointment_version set class = ${RESTRICTED}
    where partnership_id = ${tx.acting.partnershipId} and appointment_id = ${id} and class <> ${RESTRICTED}`.execute(
    tx.db,
  )
}

/** Whether it was changed: not when somebody saved since the version that was seen, or it is over. */
async function changed(
  tx: Tx,
  seen: Pick<Appointment, 'rowId' | 'version'>,
  sets: RawBuilder<unknown>,
): Promise<boolean> {
  const updated = await sql`
    update appointment set ${sets}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${seen.rowId} and version = ${seen.version} and state = 'set'`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0) > 0
}

export function updateArrangement(tx: Tx, seen: Appointment, accountId: AccountId, a: Arrangement): Promise<boolean> {
  return changed(
    tx,
    seen,
    sql`class = ${classOf(a)}, account_id = ${accountId}, on_day = ${a.onDay}, at_time = ${a.atTime}, minutes = ${a.minutes}, kind = ${a.kind}, place = ${a.place},
      room = ${a.room}, needs = ${a.needs}, purpose = ${a.purpose}, aim = ${a.aim}, method = ${a.method}, bring = ${a.bring}, others = ${a.others}, told_how = ${a.toldHow}, told_on = ${a.toldOn}`,
  )
}

export function updateOutcome(
  tx: Tx,
  seen: Appointment,
  to: Pick<Appointment, 'reason' | 'reasonWords' | 'contactId'> & { readonly state: AppointmentState },
): Promise<boolean> {
  return changed(
    tx,
    seen,
    sql`state = ${to.state}, reason = ${to.reason}, reason_words = ${to.reasonWords}, contact_id = ${to.contactId}`,
  )
}

/** Puts right what was said of whether they came; false when somebody did since. */
export async function updateCame(
  tx: Tx,
  seen: Pick<Appointment, 'rowId' | 'version'>,
  to: Pick<Appointment, 'state' | 'reason' | 'reasonWords'>,
): Promise<boolean> {
  const updated = await sql`
    update appointment set state = ${to.state}, reason = ${to.reason}, reason_words = ${to.reasonWords}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${seen.rowId} and version = ${seen.version}
      and state in ('came', 'late', 'missed')`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0) > 0
}

/** Keeps an appointment close, with all it said before: what came of it is. */
export async function updateClosed(worker: Tx, id: RowId): Promise<void> {
  await sql`
    update appointment set class = ${RESTRICTED} where partnership_id = ${worker.acting.partnershipId} and id = ${id}`.execute(
    worker.db,
  )
  await updateVersionsClass(worker, id)
}

/** Marks that the team leader was told; false when they were before. */
export async function updateLeaderTold(tx: Tx, id: RowId): Promise<boolean> {
  const updated = await sql`
    update appointment set leader_told_at = ${tx.acting.at}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = 'missed' and leader_told_at is null`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0) > 0
}

/** Takes an appointment and all it said before off view: it was filed on the wrong person (K9). */
export async function updateAppointmentSealed(worker: Tx, id: RowId): Promise<number> {
  const sealed = await sql`
    update appointment set sealed_at = ${worker.acting.at}, version = version + 1
    where partnership_id = ${worker.acting.partnershipId} and id = ${id} and sealed_at is null`.execute(worker.db)
  await sql`
    update appointment_version set sealed_at = ${worker.acting.at}
    where partnership_id = ${worker.acting.partnershipId} and appointment_id = ${id} and sealed_at is null`.execute(
    worker.db,
  )
  return Number(sealed.numAffectedRows ?? 0)
}

/** Meetings with whom they are, by day, as far as the caller may see them; nobody is expected who has died. */
async function entriesWhere(tx: Tx, wanted: RawBuilder<unknown>, most: number): Promise<DiaryEntry[]> {
  const found = await sql<Row & { given: string; family: string }>`
    select ${NAMED} from appointment a ${LIVING} where a.partnership_id = ${tx.acting.partnershipId} and ${wanted}
    order by a.on_day, a.at_time, a.id limit ${most}`.execute(tx.db)
  return found.rows.map(fromRow)
}

/** Meetings of colleagues one comes along to, or is asked to. */
async function joinedAmong(tx: Tx, joined: readonly JoinedTo[], wanted: RawBuilder<unknown>): Promise<DiaryEntry[]> {
  if (joined.length === 0) return []
  const states = new Map(joined.map(one => [one.appointmentId, one.state]))
  const found = await entriesWhere(tx, sql`a.id = any(${[...states.keys()]}::uuid[]) and ${wanted}`, 2000)
  return found.map(one => ({ ...one, joined: states.get(one.rowId) ?? 'asked' }))
}

/** One's own meetings and those one comes along to, by day and time. */
function inOrder(own: readonly DiaryEntry[], joined: readonly DiaryEntry[]): DiaryEntry[] {
  if (joined.length === 0) return [...own]
  const key = (one: DiaryEntry) => `${one.onDay} ${one.atTime} ${one.rowId}`
  return [...own, ...joined].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/**
 * One account's diary from a day to a day, both within it, with what it comes along to. What was cancelled is left out.
 * @param joined what it comes along to, where that was read before
 */
export async function listDiary(
  tx: Tx,
  accountId: AccountId,
  { from, to }: { readonly from: Day; readonly to: Day },
  joined?: readonly JoinedTo[],
): Promise<DiaryEntry[]> {
  const stands = sql`a.state <> 'cancelled'`
  const those = (joined ?? (await listJoinedTo(tx, accountId, from))).filter(
    one => one.onDay >= from && one.onDay <= to,
  )
  const [own, along] = await together([
    entriesWhere(tx, sql`a.account_id = ${accountId} and a.on_day between ${from} and ${to} and ${stands}`, 500),
    joinedAmong(tx, those, stands),
  ])
  return inOrder(own, along)
}

/** What stands in one account's diary on some days. */
export async function listSetOn(tx: Tx, accountId: AccountId, days: readonly Day[]): Promise<DiaryEntry[]> {
  const [first] = [...days].toSorted()
  if (first === undefined) return []
  const joined = (await listJoinedTo(tx, accountId, first)).filter(one => days.includes(one.onDay))
  const [own, along] = await together([
    entriesWhere(
      tx,
      sql`a.account_id = ${accountId} and a.on_day = any(${[...days]}::date[]) and a.state = 'set'`,
      2000,
    ),
    joinedAmong(tx, joined, sql`a.state = 'set'`),
  ])
  return inOrder(own, along)
}

/** Young people an account leads for. */
const ledBy = (tx: Tx, accountId: AccountId) =>
  sql`select l.person_id from lead_adviser l
    where l.partnership_id = ${tx.acting.partnershipId} and l.account_id = ${accountId} and l.finished_on is null`

/** Meetings (`o`) of one account and of whom it leads for: each found by its own index, where "or" would read everybody's. */
const ownOrLed = (tx: Tx, accountId: AccountId, wanted: RawBuilder<unknown>) => sql`
  select o.id from appointment o where o.partnership_id = ${tx.acting.partnershipId} and o.account_id = ${accountId} and ${wanted}
  union select o.id from (${ledBy(tx, accountId)}) l
    join appointment o on o.partnership_id = ${tx.acting.partnershipId} and o.person_id = l.person_id and ${wanted}`

/** What has been and nobody said yet whether they came, up to yesterday, of one's own, of whom one leads for, and of what one came along to; the oldest first. */
export async function listUnanswered(tx: Tx, accountId: AccountId, joined: readonly JoinedTo[]): Promise<DiaryEntry[]> {
  const { today } = tx.acting
  const wanted = sql`o.state = 'set' and o.on_day < ${today}`
  const been = joined.filter(one => one.state === 'coming' && one.onDay < today)
  const [own, along] = await together([
    entriesWhere(tx, sql`a.id in (${ownOrLed(tx, accountId, wanted)})`, 100),
    joinedAmong(tx, been, sql`a.state = 'set'`),
  ])
  const there = new Set(own.map(one => one.rowId))
  return inOrder(
    own,
    along.filter(one => !there.has(one.rowId)),
  )
}

/** What others arranged with young people one leads for, from today on: whoever led before may see it no more. */
export function listOfOthers(tx: Tx, accountId: AccountId): Promise<DiaryEntry[]> {
  return entriesWhere(
    tx,
    sql`a.state = 'set' and a.on_day >= ${tx.acting.today} and a.account_id <> ${accountId} and a.person_id in (${ledBy(tx, accountId)})`,
    100,
  )
}

/** What is arranged with somebody, still to come or not answered yet, and what was called off: by day, as far as the caller may see it. */
export async function listArranged(tx: Tx, personId: PersonId): Promise<Appointment[]> {
  const found = await sql<Row>`
    select ${APPOINTMENT_COLUMNS} from appointment a where a.partnership_id = ${tx.acting.partnershipId} and a.person_id = ${personId}
      and a.state in ('set', 'cancelled')
    order by a.on_day, a.at_time, a.id limit 200`.execute(tx.db)
  return found.rows.map(fromRow)
}

/** The last missed appointment since a day of each young person who was missed by one account, or for whom it leads. */
export async function listLastMissed(tx: Tx, accountId: AccountId, from: Day): Promise<DiaryEntry[]> {
  const wanted = sql`o.state = 'missed' and o.on_day >= ${from}`
  const found = await sql<Row & { given: string; family: string }>`
    select distinct on (a.person_id) ${NAMED} from appointment a ${LIVING}
    where a.partnership_id = ${tx.acting.partnershipId} and a.id in (${ownOrLed(tx, accountId, wanted)})
    order by a.person_id, a.on_day desc, a.at_time desc, a.id desc limit 200`.execute(tx.db)
  return found.rows.map(fromRow)
}

/** How meetings of some young people stood since a day, called off ones left out. */
export async function listStood(tx: Tx, ids: readonly PersonId[], from: Day): Promise<Stood[]> {
  const found = await sql<Stood>`
    select person_id as "personId", on_day as "onDay", at_time as "atTime", state from appointment
    where partnership_id = ${tx.acting.partnershipId} and person_id = any(${[...ids]}::uuid[]) and on_day >= ${from} and state <> 'cancelled'`.execute(
    tx.db,
  )
  return found.rows
}

/** Contacts with some young people since a day, in their order. */
export async function listContactsSince(tx: Tx, ids: readonly PersonId[], from: Day): Promise<ContactSince[]> {
  const found = await sql<ContactSince>`
    select id as "rowId", person_id as "personId", happened_on as "on", at_time as "atTime", kind, outcome from contact
    where partnership_id = ${tx.acting.partnershipId} and person_id = any(${[...ids]}::uuid[]) and happened_on >= ${from} and state = 'kept'
    order by happened_on, id`.execute(tx.db)
  return found.rows
}

/** What one account has arranged with somebody from today on, whoever may see it. As the house. */
export async function listAhead(worker: Tx, personId: PersonId, accountId: AccountId): Promise<Appointment[]> {
  const found = await sql<Row>`
    select ${APPOINTMENT_COLUMNS} from appointment a where a.partnership_id = ${worker.acting.partnershipId} and a.person_id = ${personId}
      and a.account_id = ${accountId} and a.state = 'set' and a.on_day >= ${worker.acting.today} and a.sealed_at is null
    order by a.on_day, a.at_time, a.id`.execute(worker.db)
  return found.rows.map(fromRow)
}

/** Holds an account's diary until the transaction ends: two who write into it at once see each other. */
export async function holdDiary(tx: Tx, accountId: AccountId): Promise<void> {
  await hold(tx, 'diary', accountId)
}

/** Of some young people, what tells the first contact of whoever leads for them now; none of whom nobody leads for. */
export async function listTurnFacts(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, TurnFacts>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{
    personId: PersonId
    leadSince: Day
    metId: RowId | null
    metOn: Day | null
    soonest: RowId | null
  }>`
    select l.person_id as "personId", l.started_on as "leadSince", met.id as "metId", met.happened_on as "metOn", soonest.id as soonest
    from lead_adviser l
    left join lateral (select c.id, c.happened_on from contact c
      where c.partnership_id = l.partnership_id and c.person_id = l.person_id and c.happened_on >= l.started_on and c.state = 'kept'
        and c.kind = any(${[...HEARD_KINDS]}::text[]) and c.outcome not in ('not-reached', 'did-not-come')
      order by c.happened_on, c.id limit 1) met on true
    left join lateral (select a.id from appointment a
      where a.partnership_id = l.partnership_id and a.person_id = l.person_id and a.on_day >= l.started_on and a.state = 'set'
      order by a.on_day, a.at_time, a.id limit 1) soonest on true
    where l.partnership_id = ${tx.acting.partnershipId} and l.person_id = any(${[...new Set(ids)]}::uuid[]) and l.finished_on is null`.execute(
    tx.db,
  )
  return new Map(
    found.rows.map(({ personId, leadSince, metId, metOn, soonest }) => [
      personId,
      { leadSince, met: metId !== null && metOn !== null ? { rowId: metId, on: metOn } : null, soonest },
    ]),
  )
}

/** What the last contact with them that had an aim was to bring, and whether it did, as far as the caller may see it. */
export async function findLastAim(tx: Tx, personId: PersonId): Promise<LastAim | undefined> {
  const found = await sql<LastAim>`
    select id as "contactId", happened_on as "on", aim, aim_result as "aimResult", aim_why as "aimWhy" from contact
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and aim <> '' and state = 'kept' and kind not in ('tried', 'missed')
    order by happened_on desc, id desc limit 1`.execute(tx.db)
  return found.rows[0]
}
