import { aboutThese, query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { reachedBy } from '../../store/reached.ts'
import { bornForGroup } from '../rules.ts'
import type { GridRow } from '../status.ts'
import { listLatest } from './statuses.ts'

type Person = Pick<GridRow, 'personId' | 'given' | 'family' | 'bornOn'>

/** Whose birth dates, in which year, and at which place on which day; every place where it is null. */
export type Cohort = {
  readonly year: number
  readonly first: Day
  readonly last: Day
  readonly organisationId: OrganisationId | null
  readonly on: Day
}

/** Never a restricted record, whoever asks (K4): all of them are read once, since asked of each young person the names are no longer followed by their index. */
const OPEN = `p.state = 'active' and p.died_on is null and p.id <> all(array(select b.person_id from access_barrier b where b.partnership_id = $1
  and b.kind = 'restricted' and b.started_at <= $4 and (b.ended_at is null or b.ended_at > $4)))`

const PERSON = 'p.id as "personId", p.known_given as given, p.known_family as family, p.born_on as "bornOn"'

/**
 * Those of a cohort at one place, by name. Begins at who was there on the day, by the place’s index; row security leaves out whom the caller may not know, and
 * where it tells more than where they learn it is not asked (K6).
 */
export async function listAtPlace(tx: Tx, cohort: Cohort, most: number): Promise<GridRow[]> {
  const rows = await query<Person>(
    tx,
    `with there as materialized (select e.person_id from enrolment e where e.partnership_id = $1 and e.organisation_id = $5 and e.class = ${CLASS_BITS.learning}
       and e.started_on <= $6 and (e.finished_on is null or e.finished_on > $6))
     select ${PERSON} from person p where p.partnership_id = $1 and p.id = any((select array_agg(person_id) from there)::uuid[])
       and p.born_on between $2 and $3 and ${OPEN} order by p.sort_key, p.id limit $7`,
    [
      ...[tx.acting.partnershipId, cohort.first, cohort.last, tx.acting.at],
      ...[cohort.organisationId, cohort.on, most],
    ],
  )
  return linesOf(tx, cohort.year, rows)
}

/**
 * A page of those of a cohort everywhere, by name. Where a right of the caller’s reaches the whole partnership it follows the index of names and stops when the page
 * is full; else it begins at whom a right of theirs reaches.
 * @param codes only those who stand so; null for everybody
 */
export async function listEverywhere(
  tx: Tx,
  cohort: Cohort,
  wanted: { readonly codes: readonly string[] | null; readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly GridRow[]; readonly read: number }> {
  const reached = await reachedBy(tx)
  const fits =
    wanted.codes === null
      ? '$5::text[] is null'
      : `coalesce((select s.code from guarantee_status s where s.partnership_id = $1 and s.person_id = p.id and s.year = $9 and s.sealed_at is null
           order by s.recorded_at desc, s.id desc limit 1), '159') = any($5)`
  const rows = await query<Person>(
    tx,
    `select ${PERSON} from person p
     where p.partnership_id = $1 and p.born_on between $2 and $3 and ${reached === null ? '$8::uuid[] is null' : 'p.id = any($8::uuid[])'} and ${OPEN} and ${fits} and $9::int > 0
     order by p.sort_key, p.id limit $6 offset $7`,
    [
      ...[tx.acting.partnershipId, cohort.first, cohort.last, tx.acting.at],
      ...[wanted.codes === null ? null : [...wanted.codes], wanted.limit, wanted.offset, reached, cohort.year],
    ],
  )
  return { rows: await linesOf(tx, cohort.year, rows), read: rows.length }
}

/** These, of a year, by name: those the caller may not know are not among them (K8). */
export async function listThese(tx: Tx, year: number, ids: readonly PersonId[]): Promise<GridRow[]> {
  const { first } = bornForGroup(year, 12)
  const { last } = bornForGroup(year, 11)
  const rows = await query<Person>(
    tx,
    `select ${PERSON} from person p where p.partnership_id = $1 and p.id = any($5::uuid[]) and p.born_on between $2 and $3 and ${OPEN} order by p.sort_key, p.id`,
    [tx.acting.partnershipId, first, last, tx.acting.at, [...ids]],
  )
  return linesOf(tx, year, rows)
}

/** Every name in use of some young people, as far as the caller may see it. */
export function listNamesOf(
  tx: Tx,
  ids: readonly PersonId[],
): Promise<{ readonly personId: PersonId; readonly given: string; readonly family: string }[]> {
  return query(
    tx,
    `select person_id as "personId", given, family from person_name where partnership_id = $1 and person_id = any($2::uuid[]) and replaced_at is null`,
    [tx.acting.partnershipId, [...ids]],
  )
}

/** Where somebody learnt on a day, as far as the caller may see it: places whose names tell nothing more. */
export async function listPlacesOn(tx: Tx, personId: PersonId, on: Day): Promise<string[]> {
  const rows = await query<{ name: string }>(
    tx,
    `select o.name from enrolment e join organisation o on o.partnership_id = e.partnership_id and o.id = e.organisation_id
     where e.partnership_id = $1 and e.person_id = $2 and e.class = ${CLASS_BITS.learning} and e.started_on <= $3 and (e.finished_on is null or e.finished_on > $3)
     order by e.started_on desc, o.name limit 5`,
    [tx.acting.partnershipId, personId, on],
  )
  return rows.map(row => row.name)
}

/**
 * With what stands for each: rights on them are worked out once for all of it. Whose tracking the caller may not see is left out.
 */
async function linesOf(tx: Tx, year: number, people: readonly Person[]): Promise<GridRow[]> {
  if (people.length === 0) return []
  const ids = people.map(one => one.personId)
  const known = await query<{ id: PersonId }>(tx, `select knowable($1::uuid[], ${CLASS_BITS.tracking}) as id`, [ids])
  const may = new Set(known.map(row => row.id))
  const stands = await aboutThese(tx, ids, async about => ({
    guarantee: await listLatest(about, 'guarantee', year, ids),
    destination: await listLatest(about, 'destination', year, ids),
  }))
  return people
    .filter(one => may.has(one.personId))
    .map(one => ({
      ...one,
      guarantee: stands.guarantee.get(one.personId) ?? null,
      destination: stands.destination.get(one.personId) ?? null,
    }))
}
