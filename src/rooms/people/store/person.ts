import { sql } from 'kysely'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { newId, type PersonId } from '#ground/ids.ts'
import { fold, sortKey, soundsOf } from '../fold.ts'
import type { Detail, DetailField, Person, PersonName, RecordedName, Source } from '../person.ts'
import { RECORDED, type RecordedRow, recordedFrom, replaceRows, saidBy } from './recorded.ts'

type PersonRow = {
  id: PersonId
  state: Person['state']
  known_given: string
  known_family: string
  born_on: Day | null
  died_on: Day | null
  version: number
}

export const PERSON = sql`p.id, p.state, p.known_given, p.known_family, p.born_on, p.died_on, p.version`

export function personFrom(row: PersonRow): Person {
  return {
    id: row.id,
    state: row.state,
    given: row.known_given,
    family: row.known_family,
    bornOn: row.born_on,
    diedOn: row.died_on,
    version: row.version,
  }
}

/** A person the caller may know, or undefined: row security makes the two cases one. */
export async function findPerson(tx: Tx, id: PersonId): Promise<Person | undefined> {
  const found =
    await sql<PersonRow>`select ${PERSON} from person p where p.partnership_id = ${tx.acting.partnershipId} and p.id = ${id}`.execute(
      tx.db,
    )
  return found.rows[0] && personFrom(found.rows[0])
}

/** Those of the given people the caller may know, in no order. */
export async function listPeople(tx: Tx, ids: readonly PersonId[]): Promise<Person[]> {
  if (ids.length === 0) return []
  const found = await sql<PersonRow>`
    select ${PERSON} from person p where p.partnership_id = ${tx.acting.partnershipId} and p.id = any(${[...ids]}::uuid[])`.execute(
    tx.db,
  )
  return found.rows.map(personFrom)
}

export async function insertPerson(
  tx: Tx,
  person: { given: string; family: string; bornOn: Day | null },
): Promise<PersonId> {
  const id = newId<'person'>(tx.acting.at)
  await sql`
    insert into person (partnership_id, id, known_given, known_family, sort_key, born_on, created_at, created_by)
    values (${tx.acting.partnershipId}, ${id}, ${person.given}, ${person.family}, ${sortKey(person.given, person.family)}, ${person.bornOn},
      ${tx.acting.at}, ${tx.acting.actorId})`.execute(tx.db)
  return id
}

/** Keeps the columns lists read in step with the rows they come from. Returns how many rows changed: 0 when stale. */
export async function updateShown(
  tx: Tx,
  id: PersonId,
  shown: { given: string; family: string; bornOn: Day | null; diedOn: Day | null },
  version: number | null,
): Promise<number> {
  const updated = await sql`
    update person set known_given = ${shown.given}, known_family = ${shown.family}, sort_key = ${sortKey(shown.given, shown.family)},
      born_on = ${shown.bornOn}, died_on = ${shown.diedOn}, version = version + 1
    where partnership_id = ${tx.acting.partnershipId} and id = ${id} and (${version}::int is null or version = ${version}::int)`.execute(
    tx.db,
  )
  return Number(updated.numAffectedRows ?? 0)
}

/** @param from only when it is in this state now */
export async function updateState(
  tx: Tx,
  id: PersonId,
  state: Person['state'],
  from: Person['state'] | null = null,
): Promise<number> {
  const updated = await sql`
    update person set state = ${state}, version = version + 1 where partnership_id = ${tx.acting.partnershipId} and id = ${id}
      and (${from}::text is null or state = ${from})`.execute(tx.db)
  return Number(updated.numAffectedRows ?? 0)
}

type NameRow = RecordedRow & { kind: PersonName['kind']; given: string; middle: string; family: string }

/** All names, the current ones first, then history newest first. */
export async function listNames(tx: Tx, personId: PersonId): Promise<RecordedName[]> {
  const found = await sql<NameRow>`
    select ${RECORDED}, kind, given, middle, family from person_name
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId}
    order by replaced_at desc nulls first, recorded_at desc, id`.execute(tx.db)
  return found.rows.map(row => ({
    ...recordedFrom(row),
    kind: row.kind,
    given: row.given,
    middle: row.middle,
    family: row.family,
  }))
}

/** Holds a person's row till the transaction ends, so that two saves of one page come one after the other. */
export async function lockPerson(tx: Tx, id: PersonId): Promise<void> {
  await sql`select 1 from person where partnership_id = ${tx.acting.partnershipId} and id = ${id} for update`.execute(
    tx.db,
  )
}

export async function insertName(tx: Tx, personId: PersonId, name: PersonName, source: Source): Promise<void> {
  const key = fold(`${name.given} ${name.middle} ${name.family}`)
  await sql`
    insert into person_name (partnership_id, id, person_id, origin_person_id, kind, given, middle, family, search_key, given_key, family_key, sounds,
      source_kind, source_organisation_id, said_on, recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${personId}, ${personId}, ${name.kind}, ${name.given}, ${name.middle}, ${name.family},
      ${key}, ${fold(name.given)}, ${fold(name.family)}, ${soundsOf(name.given, name.family)}::text[], ${saidBy(tx, source)})`.execute(
    tx.db,
  )
}

export function replaceName(tx: Tx, personId: PersonId, kind: PersonName['kind']): Promise<number> {
  return replaceRows(tx, 'person_name', personId, sql`kind = ${kind}`)
}

type DetailRow = RecordedRow & { field: DetailField; value: string }

/** Every value a person's single facts have had, current first. */
export async function listDetails(tx: Tx, personId: PersonId): Promise<Detail[]> {
  const found = await sql<DetailRow>`
    select ${RECORDED}, field, value from person_detail
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId}
    order by replaced_at desc nulls first, recorded_at desc, id`.execute(tx.db)
  return found.rows.map(row => ({ ...recordedFrom(row), field: row.field, value: row.value }))
}

export async function insertDetail(
  tx: Tx,
  personId: PersonId,
  detail: { field: DetailField; value: string; classBit: number },
  source: Source,
): Promise<void> {
  await replaceRows(tx, 'person_detail', personId, sql`field = ${detail.field}`)
  await sql`
    insert into person_detail (partnership_id, id, person_id, origin_person_id, class, field, value, source_kind, source_organisation_id, said_on,
      recorded_at, recorded_by)
    values (${tx.acting.partnershipId}, ${newId(tx.acting.at)}, ${personId}, ${personId}, ${detail.classBit}, ${detail.field}, ${detail.value},
      ${saidBy(tx, source)})`.execute(tx.db)
}
