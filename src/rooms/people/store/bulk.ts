/**
 * Many people at once, for lists: each kind of row in one statement. Rows carry their own ids, so that what a run added
 * can be told from what was there.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { fold, sortKey, soundsOf } from '../fold.ts'
import type { HeldIdentifierKind } from '../identifiers.ts'
import type { DetailField, PersonName, Source } from '../person.ts'

export type BulkPerson = {
  readonly id: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day
}
export type BulkName = PersonName & { readonly id: RowId; readonly personId: PersonId }
export type BulkDetail = {
  readonly id: RowId
  readonly personId: PersonId
  readonly field: DetailField
  readonly value: string
  readonly classBit: number
}
export type BulkAddress = {
  readonly id: RowId
  readonly personId: PersonId
  readonly line1: string
  readonly line2: string
  readonly town: string
  readonly postcode: string | null
}
export type BulkContactDetail = {
  readonly id: RowId
  readonly personId: PersonId
  readonly kind: 'mobile' | 'phone' | 'email'
  readonly value: string
}
export type BulkIdentifier = {
  readonly id: RowId
  readonly personId: PersonId
  readonly kind: HeldIdentifierKind
  readonly value: string
}
export type BulkAdult = {
  readonly id: RowId
  readonly personId: PersonId
  readonly name: string
  readonly relationship: string
  readonly phone: string
}
export type BulkCharacteristic = {
  readonly id: RowId
  readonly personId: PersonId
  readonly code: string
  readonly classBit: number
  readonly startedOn: Day
  readonly finishedOn: Day | null
}
export type BulkEnrolment = {
  readonly id: RowId
  readonly personId: PersonId
  readonly organisationId: OrganisationId
  readonly classBit: number
  readonly yearGroup: number | null
  readonly course: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly leftReason: string
}

const said = (tx: Tx, source: Source): RawBuilder<unknown> =>
  sql`${source.kind}, ${source.organisationId}::uuid, ${source.saidOn}::date, ${tx.acting.at}::timestamptz, ${tx.acting.actorId}::uuid`

/** Adds people. Names and the rest follow by their own statements. */
export async function insertPeople(tx: Tx, people: readonly BulkPerson[]): Promise<void> {
  if (people.length === 0) return
  const rows = people.map(p => ({
    id: p.id,
    given: p.given,
    family: p.family,
    sort_key: sortKey(p.given, p.family),
    born_on: p.bornOn,
  }))
  await sql`
    insert into person (partnership_id, id, known_given, known_family, sort_key, born_on, created_at, created_by)
    select ${tx.acting.partnershipId}, r.id, r.given, r.family, r.sort_key, r.born_on, ${tx.acting.at}, ${tx.acting.actorId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, given text, family text, sort_key text, born_on date)`.execute(
    tx.db,
  )
}

export async function insertNames(tx: Tx, names: readonly BulkName[], source: Source): Promise<void> {
  if (names.length === 0) return
  const rows = names.map(n => ({
    id: n.id,
    person_id: n.personId,
    kind: n.kind,
    given: n.given,
    middle: n.middle,
    family: n.family,
    search_key: fold(`${n.given} ${n.middle} ${n.family}`),
    given_key: fold(n.given),
    family_key: fold(n.family),
    sounds: soundsOf(n.given, n.family),
  }))
  await sql`
    insert into person_name (partnership_id, id, person_id, origin_person_id, kind, given, middle, family, search_key, given_key, family_key, sounds,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, r.kind, r.given, r.middle, r.family, r.search_key, r.given_key, r.family_key, r.sounds,
      ${said(tx, source)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, kind text, given text, middle text, family text, search_key text,
      given_key text, family_key text, sounds text[])`.execute(tx.db)
}

export async function insertDetails(tx: Tx, details: readonly BulkDetail[], source: Source): Promise<void> {
  if (details.length === 0) return
  const rows = details.map(d => ({
    id: d.id,
    person_id: d.personId,
    field: d.field,
    value: d.value,
    class: d.classBit,
  }))
  await sql`
    insert into person_detail (partnership_id, id, person_id, origin_person_id, class, field, value, source_kind, source_organisation_id, said_on,
      recorded_at, recorded_by)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, r.class, r.field, r.value, ${said(tx, source)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, class integer, field text, value text)`.execute(
    tx.db,
  )
}

export async function insertAddresses(tx: Tx, addresses: readonly BulkAddress[], source: Source): Promise<void> {
  if (addresses.length === 0) return
  const rows = addresses.map(a => ({
    id: a.id,
    person_id: a.personId,
    line1: a.line1,
    line2: a.line2,
    town: a.town,
    postcode: a.postcode,
  }))
  await sql`
    insert into person_address (partnership_id, id, person_id, origin_person_id, line1, line2, town, postcode, started_on,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, r.line1, r.line2, r.town, r.postcode, ${source.saidOn}::date, ${said(tx, source)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, line1 text, line2 text, town text, postcode text)`.execute(
    tx.db,
  )
}

export async function insertContactDetails(
  tx: Tx,
  details: readonly BulkContactDetail[],
  source: Source,
): Promise<void> {
  if (details.length === 0) return
  const rows = details.map(d => ({ id: d.id, person_id: d.personId, kind: d.kind, value: d.value }))
  await sql`
    insert into person_contact_detail (partnership_id, id, person_id, origin_person_id, kind, value, source_kind, source_organisation_id, said_on,
      recorded_at, recorded_by)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, r.kind, r.value, ${said(tx, source)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, kind text, value text)`.execute(
    tx.db,
  )
}

export async function insertIdentifiers(tx: Tx, identifiers: readonly BulkIdentifier[], source: Source): Promise<void> {
  if (identifiers.length === 0) return
  const rows = identifiers.map(i => ({ id: i.id, person_id: i.personId, kind: i.kind, value: i.value }))
  await sql`
    insert into person_identifier (partnership_id, id, person_id, origin_person_id, kind, value, source_kind, source_organisation_id, said_on,
      recorded_at, recorded_by)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, r.kind, r.value, ${said(tx, source)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, kind text, value text)`.execute(
    tx.db,
  )
}

/** Adults a list names: what they may be told and whether they have responsibility is not known from a list. */
export async function insertAdults(tx: Tx, adults: readonly BulkAdult[], source: Source): Promise<void> {
  if (adults.length === 0) return
  const rows = adults.map(a => ({
    id: a.id,
    person_id: a.personId,
    name: a.name,
    relationship: a.relationship,
    phone: a.phone,
  }))
  await sql`
    insert into person_adult (partnership_id, id, person_id, origin_person_id, name, relationship, responsibility, may_be_told, phone,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, r.name, r.relationship, 'not-known', 'ask-first', r.phone, ${said(tx, source)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, name text, relationship text, phone text)`.execute(
    tx.db,
  )
}

export async function insertEnrolments(tx: Tx, enrolments: readonly BulkEnrolment[], source: Source): Promise<void> {
  if (enrolments.length === 0) return
  const rows = enrolments.map(e => ({
    id: e.id,
    person_id: e.personId,
    organisation_id: e.organisationId,
    class: e.classBit,
    year_group: e.yearGroup,
    course: e.course,
    started_on: e.startedOn,
    finished_on: e.finishedOn,
    left_reason: e.leftReason,
  }))
  await sql`
    insert into enrolment (partnership_id, id, person_id, origin_person_id, class, organisation_id, year_group, course, started_on, finished_on, left_reason,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, r.class, r.organisation_id, r.year_group, r.course, r.started_on, r.finished_on,
      r.left_reason, ${said(tx, source)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, class integer, organisation_id uuid, year_group integer, course text,
      started_on date, finished_on date, left_reason text)`.execute(tx.db)
}

export async function insertCharacteristics(
  tx: Tx,
  characteristics: readonly BulkCharacteristic[],
  source: Source,
): Promise<void> {
  if (characteristics.length === 0) return
  const rows = characteristics.map(c => ({
    id: c.id,
    person_id: c.personId,
    class: c.classBit,
    code: c.code,
    started_on: c.startedOn,
    finished_on: c.finishedOn,
  }))
  await sql`
    insert into person_characteristic (partnership_id, id, person_id, origin_person_id, class, code, started_on, finished_on,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    select ${tx.acting.partnershipId}, r.id, r.person_id, r.person_id, r.class, r.code, r.started_on, r.finished_on, ${said(tx, source)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r (id uuid, person_id uuid, class integer, code text, started_on date, finished_on date)`.execute(
    tx.db,
  )
}

/** Takes characteristics out of use for what a list says now: by nobody, so that it can be told from what a person did. Returns their ids. */
export async function replaceCharacteristics(tx: Tx, ids: readonly RowId[]): Promise<RowId[]> {
  if (ids.length === 0) return []
  const replaced = await sql<{ id: RowId }>`
    update person_characteristic set replaced_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and id = any(${[...ids]}::uuid[]) and replaced_at is null
    returning id`.execute(tx.db)
  return replaced.rows.map(row => row.id)
}
