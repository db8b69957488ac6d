import { query, type Tx } from '#ground/database/tx.ts'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { InSession } from '../../contact.ts'
import type { Agreement, Arrival, Attendance } from '../group.ts'

/**
 * That somebody came, by the contact that is their part: about whoever that is about by now. As the house: who may write it down may not always read it.
 */
export async function insertAttendance(
  worker: Tx,
  of: {
    readonly sessionId: RowId
    readonly contactId: RowId
    readonly classBit: number
    readonly agreement: Agreement | null
    readonly arrival: Arrival | 'missed'
  },
): Promise<void> {
  await query(
    worker,
    `insert into group_attendance (partnership_id, id, person_id, origin_person_id, class, session_id, contact_id, asked_by, agreed_on, recorded_at, recorded_by, arrival)
     select $1, $2, c.person_id, c.origin_person_id, $3, $4, c.id, $6, $7, $8, $9, $10 from contact c where c.partnership_id = $1 and c.id = $5`,
    [
      ...[worker.acting.partnershipId, newId(worker.acting.at), of.classBit, of.sessionId, of.contactId],
      ...[of.agreement?.askedBy ?? null, of.agreement?.agreedOn ?? null, worker.acting.at, worker.acting.actorId],
      of.arrival,
    ],
  )
}

/** Who came, of those the caller may know, by name; with their part where it is theirs to read. */
export async function listAttendances(tx: Tx, sessionId: RowId): Promise<Attendance[]> {
  const rows = await query<
    Omit<Attendance, 'part'> & { notes: string | null; nextStep: string | null; version: number | null }
  >(
    tx,
    `select a.id as "rowId", a.person_id as "personId", p.known_given as given, p.known_family as family, p.died_on is not null as "hasDied",
       a.contact_id as "contactId", a.arrival, a.asked_by as "askedBy", a.agreed_on as "agreedOn", c.notes, c.next_step as "nextStep", c.version
     from group_attendance a
     join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active'
     left join contact c on c.partnership_id = a.partnership_id and c.id = a.contact_id and c.state = 'kept'
     where a.partnership_id = $1 and a.session_id = $2 and a.sealed_at is null and a.arrival <> 'missed'
     order by p.sort_key, a.id limit 500`,
    [tx.acting.partnershipId, sessionId],
  )
  return rows.map(({ notes, nextStep, version, ...row }) => ({
    ...row,
    part: notes === null || nextStep === null || version === null ? undefined : { notes, nextStep, version },
  }))
}

/** Who last changed what a part says; undefined where nobody did, or where that is not the caller's to read. */
export async function findLastHand(tx: Tx, contactId: RowId): Promise<string | undefined> {
  const [row] = await query<{ hand: string | null }>(
    tx,
    `select recorded_by as hand from contact_version where partnership_id = $1 and contact_id = $2 order by version desc limit 1`,
    [tx.acting.partnershipId, contactId],
  )
  return row?.hand ?? undefined
}

/** Which session some contacts are a part in, by contact: of those the caller may know it of. */
export async function listSessionsOf(tx: Tx, contactIds: readonly RowId[]): Promise<ReadonlyMap<RowId, InSession>> {
  const rows = await query<InSession & { contactId: RowId }>(
    tx,
    `select a.contact_id as "contactId", g.id as "sessionId", g.title, g.notes
     from group_attendance a join group_session g on g.partnership_id = a.partnership_id and g.id = a.session_id
     where a.partnership_id = $1 and a.contact_id = any($2::uuid[]) and a.sealed_at is null`,
    [tx.acting.partnershipId, [...contactIds]],
  )
  return new Map(rows.map(({ contactId, ...session }) => [contactId, session]))
}

/** Contacts that are parts in a session, whoever may see them. As the house. */
export async function listPartsOf(worker: Tx, sessionId: RowId): Promise<RowId[]> {
  const rows = await query<{ id: RowId }>(
    worker,
    `select contact_id as id from group_attendance where partnership_id = $1 and session_id = $2 and sealed_at is null`,
    [worker.acting.partnershipId, sessionId],
  )
  return rows.map(row => row.id)
}

export async function updateArrival(tx: Tx, id: RowId, arrival: Arrival): Promise<void> {
  await query(tx, `update group_attendance set arrival = $3 where partnership_id = $1 and id = $2`, [
    tx.acting.partnershipId,
    id,
    arrival,
  ])
}

/** That somebody who stands there already, and was not on record when they came, agreed; who asked them first stays. As the house. */
export async function updateAgreement(worker: Tx, id: RowId, { askedBy, agreedOn }: Agreement): Promise<void> {
  await query(
    worker,
    `update group_attendance set asked_by = $3, agreed_on = $4 where partnership_id = $1 and id = $2 and asked_by is null`,
    [worker.acting.partnershipId, id, askedBy, agreedOn],
  )
}

/** Keeps it as close as the contact is that somebody came; open again, it has the class of the session's name. As the house. */
export async function updateAttendanceClass(worker: Tx, contactId: RowId): Promise<void> {
  await query(
    worker,
    `update group_attendance a set class = case when c.class = 4096 then 4096 when g.discloses = 0 then 128 else g.discloses end
     from contact c, group_session g
     where a.partnership_id = $1 and a.contact_id = $2 and c.partnership_id = $1 and c.id = a.contact_id and g.partnership_id = $1 and g.id = a.session_id`,
    [worker.acting.partnershipId, contactId],
  )
  // That they were expected tells the same.
  await query(
    worker,
    `update group_expected e set class = a.class from group_attendance a
     where e.partnership_id = $1 and a.partnership_id = $1 and a.contact_id = $2 and e.session_id = a.session_id and e.person_id = a.person_id
       and a.sealed_at is null and e.sealed_at is null`,
    [worker.acting.partnershipId, contactId],
  )
}

/** The class of it that somebody came, once the name of their session tells something else. As the house. */
export async function updateClassesOf(worker: Tx, sessionId: RowId, classBit: number): Promise<void> {
  await query(
    worker,
    `update group_attendance set class = $3 where partnership_id = $1 and session_id = $2 and class <> 4096`,
    [worker.acting.partnershipId, sessionId, classBit],
  )
}

/** That the one a contact was really about came to the same session. As the house. */
export async function copyAttendance(worker: Tx, fromContactId: RowId, toContactId: RowId): Promise<void> {
  await query(
    worker,
    `insert into group_attendance (partnership_id, id, person_id, origin_person_id, class, session_id, contact_id, arrival, recorded_at, recorded_by)
     select $1, $2, c.person_id, c.origin_person_id, a.class, a.session_id, c.id, a.arrival, $5, $6
     from group_attendance a, contact c
     where a.partnership_id = $1 and a.contact_id = $3 and c.partnership_id = $1 and c.id = $4`,
    [
      ...[worker.acting.partnershipId, newId(worker.acting.at), fromContactId, toContactId, worker.acting.at],
      worker.acting.actorId,
    ],
  )
}

/** Takes it off view with the contact that was filed on the wrong young person (K9). As the house. */
export async function updateAttendanceSealed(worker: Tx, contactId: RowId): Promise<void> {
  const these = [worker.acting.partnershipId, contactId, worker.acting.at]
  await query(
    worker,
    `update group_expected e set sealed_at = $3 from group_attendance a
     where e.partnership_id = $1 and a.partnership_id = $1 and a.contact_id = $2 and e.session_id = a.session_id and e.person_id = a.person_id and e.sealed_at is null`,
    these,
  )
  await query(
    worker,
    `update group_attendance set sealed_at = $3 where partnership_id = $1 and contact_id = $2 and sealed_at is null`,
    these,
  )
}

/** The part of somebody who was to come to a session and did not, as far as the caller may see it. */
export async function findMissedPart(
  tx: Tx,
  of: { readonly sessionId: RowId; readonly personId: PersonId },
): Promise<{ readonly rowId: RowId; readonly contactId: RowId } | undefined> {
  const [row] = await query<{ rowId: RowId; contactId: RowId }>(
    tx,
    `select id as "rowId", contact_id as "contactId" from group_attendance
     where partnership_id = $1 and session_id = $2 and person_id = $3 and arrival = 'missed' and sealed_at is null`,
    [tx.acting.partnershipId, of.sessionId, of.personId],
  )
  return row
}
