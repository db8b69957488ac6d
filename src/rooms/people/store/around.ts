/** What lies round a young person: addresses, ways to reach them, adults, identifiers, characteristics, enrolments. */
import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type OrganisationId, type PersonId, type RowId } from '#ground/ids.ts'
import type { HeldIdentifierKind } from '../identifiers.ts'
import type {
  Address,
  Adult,
  ContactDetail,
  Enrolment,
  Identifier,
  Responsibility,
  SafeContact,
  Source,
  SourceKind,
} from '../person.ts'
import { RECORDED, type RecordedRow, recordedFrom, replaceRows, saidBy } from './recorded.ts'

const PROTECTED = 4096
const CONTACT_DETAILS = 2

type AddressRow = RecordedRow & {
  class: number
  line1: string
  line2: string
  town: string
  postcode: string | null
  started_on: Day
  finished_on: Day | null
}

/** Addresses the caller may see; a protected one is simply not there for most, one of somebody else (K9) for nobody, the house neither. */
export async function listAddresses(tx: Tx, personId: PersonId): Promise<Address[]> {
  const found = await sql<AddressRow>`
    select ${RECORDED}, class, line1, line2, town, postcode, started_on, finished_on from person_address
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and sealed_at is null
    order by replaced_at desc nulls first, started_on desc, id`.execute(tx.db)
  return found.rows.map(row => ({
    ...recordedFrom(row),
    line1: row.line1,
    line2: row.line2,
    town: row.town,
    postcode: row.postcode,
    startedOn: row.started_on,
    finishedOn: row.finished_on,
    isProtected: row.class === PROTECTED,
  }))
}

export type NewAddress = {
  readonly line1: string
  readonly line2: string
  readonly town: string
  readonly postcode: string | null
  readonly isProtected: boolean
}

/** A new current address; the one before ends the day this starts and stays in the history. */
export async function insertAddress(tx: Tx, personId: PersonId, address: NewAddress, source: Source): Promise<void> {
  await replaceRows(tx, 'person_address', personId)
  await sql`
    insert into person_address (partnership_id, id, person_id, origin_person_id, class, line1, line2, town, postcode, started_on,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${personId}, ${personId}, ${address.isProtected ? PROTECTED : CONTACT_DETAILS},
      ${address.line1}, ${address.line2}, ${address.town}, ${address.postcode}, ${source.saidOn}, ${saidBy(tx, source)})`.execute(
    tx.db,
  )
}

/** Gives every address and contact detail of a person, old ones too, the restricted class or takes it away. Returns how many rows. */
export async function setWhereaboutsClass(tx: Tx, personId: PersonId, isProtected: boolean): Promise<number> {
  const bit = isProtected ? PROTECTED : CONTACT_DETAILS
  const addresses = await sql`
    update person_address set class = ${bit} where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId}`.execute(
    tx.db,
  )
  const details = await sql`
    update person_contact_detail set class = ${bit} where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId}`.execute(
    tx.db,
  )
  return Number(addresses.numAffectedRows ?? 0) + Number(details.numAffectedRows ?? 0)
}

/** True while it is on record that the address is protected. */
export async function hasWhereaboutsBarrier(tx: Tx, personId: PersonId): Promise<boolean> {
  const found = await sql`
    select 1 from access_barrier where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and kind = 'whereabouts'
      and ended_at is null limit 1`.execute(tx.db)
  return found.rows.length > 0
}

/** True when any whereabouts of the person are protected: asked as the house, so that a feed can be kept from them. */
export async function hasProtectedWhereabouts(tx: Tx, personId: PersonId): Promise<boolean> {
  if (await hasWhereaboutsBarrier(tx, personId)) return true
  const found = await sql`
    select 1 from person_address where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and class = ${PROTECTED} and sealed_at is null limit 1`.execute(
    tx.db,
  )
  return found.rows.length > 0
}

type ContactDetailRow = RecordedRow & { class: number; kind: ContactDetail['kind']; value: string; note: string }

export async function listContactDetails(tx: Tx, personId: PersonId): Promise<ContactDetail[]> {
  const found = await sql<ContactDetailRow>`
    select ${RECORDED}, class, kind, value, note from person_contact_detail
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId}
    order by replaced_at desc nulls first, recorded_at desc, id`.execute(tx.db)
  return found.rows.map(row => ({
    ...recordedFrom(row),
    kind: row.kind,
    value: row.value,
    note: row.note,
    isProtected: row.class === PROTECTED,
  }))
}

export async function insertContactDetail(
  tx: Tx,
  personId: PersonId,
  detail: { kind: ContactDetail['kind']; value: string; note: string; isProtected: boolean },
  source: Source,
): Promise<void> {
  await sql`
    insert into person_contact_detail (partnership_id, id, person_id, origin_person_id, class, kind, value, note,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${personId}, ${personId}, ${detail.isProtected ? PROTECTED : CONTACT_DETAILS},
      ${detail.kind}, ${detail.value}, ${detail.note}, ${saidBy(tx, source)})`.execute(tx.db)
}

/** Takes the current contact details of one kind out of use. Returns how many. */
export function replaceContactDetails(tx: Tx, personId: PersonId, kind: ContactDetail['kind']): Promise<number> {
  return replaceRows(tx, 'person_contact_detail', personId, sql`kind = ${kind}`)
}

type SafeContactRow = RecordedRow & { rule: string; no_post: boolean; no_voicemail: boolean; no_home_visit: boolean }

export async function findSafeContact(tx: Tx, personId: PersonId): Promise<SafeContact | undefined> {
  const found = await sql<SafeContactRow>`
    select ${RECORDED}, rule, no_post, no_voicemail, no_home_visit from person_safe_contact
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and replaced_at is null`.execute(
    tx.db,
  )
  const row = found.rows[0]
  return (
    row && {
      ...recordedFrom(row),
      rule: row.rule,
      noPost: row.no_post,
      noVoicemail: row.no_voicemail,
      noHomeVisit: row.no_home_visit,
    }
  )
}

export async function insertSafeContact(
  tx: Tx,
  personId: PersonId,
  safe: { rule: string; noPost: boolean; noVoicemail: boolean; noHomeVisit: boolean },
  source: Source,
): Promise<void> {
  await replaceRows(tx, 'person_safe_contact', personId)
  await sql`
    insert into person_safe_contact (partnership_id, id, person_id, origin_person_id, rule, no_post, no_voicemail, no_home_visit,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${personId}, ${personId}, ${safe.rule}, ${safe.noPost}, ${safe.noVoicemail},
      ${safe.noHomeVisit}, ${saidBy(tx, source)})`.execute(tx.db)
}

type AdultRow = RecordedRow & {
  name: string
  relationship: string
  responsibility: Responsibility
  responsibility_evidence: string
  court_order: string
  may_be_told: Adult['mayBeTold']
  phone: string
}

export async function listAdults(tx: Tx, personId: PersonId): Promise<Adult[]> {
  const found = await sql<AdultRow>`
    select ${RECORDED}, name, relationship, responsibility, responsibility_evidence, court_order, may_be_told, phone from person_adult
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and replaced_at is null and sealed_at is null order by name, id`.execute(
    tx.db,
  )
  return found.rows.map(row => ({
    ...recordedFrom(row),
    name: row.name,
    relationship: row.relationship,
    responsibility: row.responsibility,
    evidence: row.responsibility_evidence,
    courtOrder: row.court_order,
    mayBeTold: row.may_be_told,
    phone: row.phone,
  }))
}

export type NewAdult = Pick<
  Adult,
  'name' | 'relationship' | 'responsibility' | 'evidence' | 'courtOrder' | 'mayBeTold' | 'phone'
>

/** Adds an adult, in the place of the row `instead` when one is given. */
export async function insertAdult(
  tx: Tx,
  personId: PersonId,
  adult: NewAdult,
  source: Source,
  instead: RowId | null,
): Promise<void> {
  if (instead !== null) await replaceRows(tx, 'person_adult', personId, sql`id = ${instead}`)
  await sql`
    insert into person_adult (partnership_id, id, person_id, origin_person_id, name, relationship, responsibility, responsibility_evidence, court_order,
      may_be_told, phone, source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${personId}, ${personId}, ${adult.name}, ${adult.relationship}, ${adult.responsibility},
      ${adult.evidence}, ${adult.courtOrder}, ${adult.mayBeTold}, ${adult.phone}, ${saidBy(tx, source)})`.execute(tx.db)
}

type IdentifierRow = RecordedRow & { kind: HeldIdentifierKind; value: string }

export async function listIdentifiers(tx: Tx, personId: PersonId): Promise<Identifier[]> {
  const found = await sql<IdentifierRow>`
    select ${RECORDED}, kind, value from person_identifier
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and replaced_at is null order by kind, recorded_at, id`.execute(
    tx.db,
  )
  return found.rows.map(row => ({ ...recordedFrom(row), kind: row.kind, value: row.value }))
}

export async function insertIdentifier(
  tx: Tx,
  personId: PersonId,
  identifier: { kind: HeldIdentifierKind; value: string },
  source: Source,
): Promise<void> {
  await sql`
    insert into person_identifier (partnership_id, id, person_id, origin_person_id, kind, value, source_kind, source_organisation_id, said_on,
      recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${personId}, ${personId}, ${identifier.kind}, ${identifier.value}, ${saidBy(tx, source)})`.execute(
    tx.db,
  )
}

type EnrolmentRow = {
  id: RowId
  organisation_id: OrganisationId
  organisation_name: string
  year_group: number | null
  course: string
  started_on: Day
  finished_on: Day | null
  source_kind: SourceKind
  source_organisation_id: OrganisationId | null
  said_on: Day
}

export async function listEnrolments(tx: Tx, personId: PersonId): Promise<Enrolment[]> {
  const found = await sql<EnrolmentRow>`
    select e.id, e.organisation_id, o.name as organisation_name, e.year_group, e.course, e.started_on, e.finished_on, e.source_kind,
      e.source_organisation_id, e.said_on
    from enrolment e join organisation o on o.partnership_id = e.partnership_id and o.id = e.organisation_id
    where e.partnership_id = ${tx.acting.partnershipId} and e.person_id = ${personId} and e.sealed_at is null
    order by e.finished_on desc nulls first, e.started_on desc, e.id`.execute(tx.db)
  return found.rows.map(row => ({
    rowId: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    yearGroup: row.year_group,
    course: row.course,
    startedOn: row.started_on,
    finishedOn: row.finished_on,
    source: { kind: row.source_kind, organisationId: row.source_organisation_id, saidOn: row.said_on },
  }))
}

/** Where several people learn now, by person: one place each, as far as the caller may see. */
export async function schoolsOf(tx: Tx, personIds: readonly PersonId[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const found = await sql<{ person_id: PersonId; name: string }>`
    select distinct on (e.person_id) e.person_id, o.name
    from enrolment e join organisation o on o.partnership_id = e.partnership_id and o.id = e.organisation_id
    where e.partnership_id = ${tx.acting.partnershipId} and e.person_id = any(${[...personIds]}::uuid[])
      and e.sealed_at is null and (e.finished_on is null or e.finished_on > ${tx.acting.today})
    order by e.person_id, e.started_on desc`.execute(tx.db)
  return new Map(found.rows.map(row => [row.person_id, row.name]))
}
