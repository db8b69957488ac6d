import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Contact, ContactContent, NextKind } from './contact.ts'
import { listSessionsOf } from './groups/store/attendances.ts'
import { mayBePart } from './rules.ts'

export const RESTRICTED = 4096
const SESSIONS = 128

/** The class a contact or a meeting is kept under. */
export function classOf(of: { readonly isRestricted: boolean }): number {
  return of.isRestricted ? RESTRICTED : SESSIONS
}

type ContactRow = {
  id: RowId
  person_id: PersonId
  account_id: AccountId
  class: number
  happened_on: Day
  at_time: string | null
  minutes: number | null
  kind: Contact['kind']
  place: string
  purpose: Contact['purpose']
  outcome: Contact['outcome']
  present: string
  alone_offered: Contact['aloneOffered']
  aim: string
  aim_result: Contact['aimResult']
  aim_why: string
  notes: string
  own_words: string
  next_step: string
  next_on: Day | null
  next_kind: NextKind | null
  next_not_done: string
  next_done_on: Day | null
  next_target_id: RowId | null
  agreed: Contact['agreed']
  colleagues: AccountId[]
  version: number
}

const COLUMNS = sql`c.id, c.person_id, c.account_id, c.class, c.happened_on, c.at_time, c.minutes, c.kind, c.place, c.purpose, c.outcome, c.present, c.notes,
  c.own_words, c.next_step, c.next_on, c.next_kind, c.next_not_done, c.next_done_on, c.next_target_id, c.alone_offered, c.aim, c.aim_result, c.aim_why, c.agreed, c.colleagues, c.version`

function fromRow(row: ContactRow): Contact {
  return {
    rowId: row.id,
    personId: row.person_id,
    accountId: row.account_id,
    happenedOn: row.happened_on,
    atTime: row.at_time,
    minutes: row.minutes,
    kind: row.kind,
    place: row.place,
    purpose: row.purpose,
    outcome: row.outcome,
    present: row.present,
    aloneOffered: row.alone_offered,
    aim: row.aim,
    aimResult: row.aim_result,
    aimWhy: row.aim_why,
    notes: row.notes,
    ownWords: row.own_words,
    nextStep: row.next_step,
    nextOn: row.next_on,
    nextKind: row.next_kind,
    nextNotDone: row.next_not_done,
    nextDoneOn: row.next_done_on,
    nextTargetId: row.next_target_id,
    agreed: row.agreed,
    colleagues: row.colleagues,
    isRestricted: row.class === RESTRICTED,
    version: row.version,
  }
}

/** Of colleagues who were there, each once, and nobody who is who writes it down. */
function colleaguesOf({ colleagues = [] }: ContactContent, accountId: AccountId): AccountId[] {
  return [...new Set(colleagues)].filter(one => one !== accountId)
}

export async function insertContact(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  c: ContactContent,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into contact (partnership_id, id, person_id, origin_person_id, class, account_id, happened_on, at_time, minutes, kind, place, purpose, outcome,
      present, alone_offered, aim, aim_result, aim_why, notes, own_words, next_step, next_on, next_kind, agreed, colleagues, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${id}, ${personId}, ${personId}, ${classOf(c)}, ${accountId}, ${c.happenedOn}, ${c.atTime},
      ${c.minutes}, ${c.kind}, ${c.place}, ${c.purpose}, ${c.outcome}, ${c.present}, ${c.aloneOffered}, ${c.aim}, ${c.aimResult}, ${c.aimWhy}, ${c.notes}, ${c.ownWords}, ${c.nextStep}, ${c.nextOn}, ${c.nextKind ?? null},
      ${c.agreed}, ${colleaguesOf(c, accountId)}::uuid[], ${tx.acting.at}, ${tx.acting.actorId})`.execute(tx.db)
  return id
}

/** A person's contacts, newest first, as far as the caller may see them. */
export async function listContacts(tx: Tx, personId: PersonId, most: number): Promise<Contact[]> {
  const found = await sql<ContactRow>`
    select ${COLUMNS} from contact c where c.partnership_id = ${tx.acting.partnershipId} and c.person_id = ${personId} and c.state = 'kept'
    order by c.happened_on desc, c.id desc limit ${most}`.execute(tx.db)
  return withSessions(tx, found.rows.map(fromRow))
}

/** With the session each is somebody's part in, where the caller may know which. */
async function withSessions(tx: Tx, contacts: Contact[]): Promise<Contact[]> {
  const parts = contacts.filter(one => mayBePart(one.kind)).map(one => one.rowId)
  if (parts.length === 0) return contacts
  const sessions = await listSessionsOf(tx, parts)
  return contacts.map(one => {
    const session = sessions.get(one.rowId)
    return session ? { ...one, session } : one
  })
}

export async function findContact(tx: Tx, id: RowId): Promise<Contact | undefined> {
  const found = await sql<ContactRow>`
    select ${COLUMNS} from contact c where c.partnership_id = ${tx.acting.partnershipId} and c.id = ${id} and c.state = 'kept'`.execute(
    tx.db,
  )
  return (await withSessions(tx, found.rows.map(fromRow)))[0]
}

/** Keeps what a contact said before it is changed. */
export async function insertVersion(tx: Tx, contact: Contact, why: string): Promise<void> {
  // Which session it is a part in may tell more than a contact does (K6).
  const { rowId, personId, version, session: _, ...content } = contact
  await sql`
    insert into contact_version (partnership_id, id, contact_id, person_id, origin_person_id, class, version, content, why, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${rowId}, ${personId}, ${personId}, ${classOf(contact)}, ${version},
      ${JSON.stringify(content)}::jsonb, ${why}, ${tx.acting.at}, ${tx.acting.actorId})`.execute(tx.db)
}

/** Keeps close what a contact said before: it was the same contact then. */
export async function updateVersionsClass(worker: Tx, id: RowId): Promise<void> {
  await sql`
    update contact_version set class = ${RESTRICTED}
    where partnership_id = ${worker.acting.partnershipId} and contact_id = ${id} and class <> ${RESTRICTED}`.execute(
    worker.db,
  )
}

/** Changes a contact the editor saw in a version. Returns 0 when somebody saved in between. */
export async function updateContact(tx: Tx, id: RowId, c: ContactContent, version: number): Promise<number> {
  const updated = await sql`
    update contact set class = ${classOf(c)}, happened_on = ${c.happenedOn}, at_time = ${c.atTime}, minutes = ${c.minutes},
      kind = ${c.kind}, place = ${c.place}, purpose = ${c.purpose}, outcome = ${c.outcome}, present = ${c.present}, notes = ${c.notes},
      alone_offered = ${c.aloneOffered}, aim = ${c.aim}, aim_result = ${c.aimResult}, aim_why = ${c.aimWhy}, own_words = ${c.ownWords}, next_step = ${c.nextStep}, next_on = ${c.nextOn}, next_kind = ${c.nextKind ?? null}, agreed = ${c.agreed},
      colleagues = array_remove(coalesce(${c.colleagues === undefined ? null : [...c.colleagues]}::uuid[], colleagues), account_id), version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and version = ${version} and state = 'kept'`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}

/** When a contact was written down. */
export async function findFiling(tx: Tx, id: RowId): Promise<{ at: Instant } | undefined> {
  const found = await sql<{ at: Instant }>`
    select recorded_at as at from contact where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
    tx.db,
  )
  return found.rows[0]
}

/** Takes a contact and its versions off view: it was filed on the wrong person (K9). From then on the program sees neither. */
export async function updateSealed(tx: Tx, id: RowId): Promise<number> {
  const sealed = await sql`
    update contact set state = 'wrong-person', sealed_at = ${tx.acting.at}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and state = 'kept'`.execute(tx.db)
  await sql`
    update contact_version set sealed_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and contact_id = ${id} and sealed_at is null`.execute(tx.db)
  return Number(sealed.numAffectedRows ?? 0)
}

export async function updateNextDone(tx: Tx, id: RowId): Promise<number> {
  const updated = await sql`
    update contact set next_done_on = ${tx.acting.today}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and next_done_on is null and next_step <> ''`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}

/** That the next step of a contact is not going to be done, and why; 0 when it was done, or said so, before. */
export async function updateNextDropped(tx: Tx, id: RowId, why: string): Promise<number> {
  const updated = await sql`
    update contact set next_not_done = ${why}, next_done_on = ${tx.acting.today}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and next_done_on is null and next_step <> '' and state = 'kept'`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}

/** Keeps which target of the plan the next step of a contact became. */
export async function updateNextTarget(tx: Tx, id: RowId, targetId: RowId): Promise<void> {
  await sql`
    update contact set next_target_id = ${targetId} where partnership_id = ${tx.acting.partnershipId} and id = ${id}`.execute(
    tx.db,
  )
}

/** Contacts whose next step became a target of the plan, as far as the caller may see them. */
export async function listContactsBefore(
  tx: Tx,
  targetId: RowId,
): Promise<{ readonly rowId: RowId; readonly on: Day; readonly step: string }[]> {
  const found = await sql<{ rowId: RowId; on: Day; step: string }>`
    select c.id as "rowId", c.happened_on as "on", c.next_step as "step" from contact c
    where c.partnership_id = ${tx.acting.partnershipId} and c.next_target_id = ${targetId} and c.state = 'kept' order by c.happened_on, c.id`.execute(
    tx.db,
  )
  return found.rows
}

export type Due = {
  readonly contactId: RowId
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly nextStep: string
  readonly nextOn: Day
  readonly nextKind: NextKind | null
}

/** Next steps of one account up to a day, late ones first; nobody who has died. */
export async function listDue(tx: Tx, accountId: AccountId, until: Day): Promise<Due[]> {
  const found = await sql<Due>`
    select c.id as "contactId", c.person_id as "personId", p.known_given as given, p.known_family as family, c.next_step as "nextStep", c.next_on as "nextOn", c.next_kind as "nextKind"
    from contact c join person p on p.partnership_id = c.partnership_id and p.id = c.person_id and p.state = 'active' and p.died_on is null
    where c.partnership_id = ${tx.acting.partnershipId} and c.account_id = ${accountId} and c.next_on <= ${until} and c.next_done_on is null and c.state = 'kept'
    order by c.next_on, p.sort_key, c.id limit 200`.execute(tx.db)
  return found.rows
}
