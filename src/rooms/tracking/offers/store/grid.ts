import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { reachedBy } from '../../store/reached.ts'
import { bornForGroup } from '../rules.ts'
import type { GridRow, SaidBy, Standing } from '../status.ts'

type Row = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day
  readonly guaranteeId: RowId | null
  readonly guaranteeCode: string | null
  readonly guaranteeBy: SaidBy | null
  readonly guaranteeOn: Day | null
  readonly destinationId: RowId | null
  readonly destinationCode: string | null
  readonly destinationBy: SaidBy | null
  readonly destinationOn: Day | null
}

/** Whose birth dates, in which year, and at which place on which day; every place where it is null. */
export type Cohort = {
  readonly year: number
  readonly first: Day
  readonly last: Day
  readonly organisationId: OrganisationId | null
  readonly on: Day
}

/** Never a restricted record, whoever asks (K4). */
const OPEN = `p.state = 'active' and p.died_on is null and not exists (select 1 from access_barrier b where b.partnership_id = p.partnership_id
  and b.person_id = p.id and b.kind = 'restricted' and b.started_at <= $5 and (b.ended_at is null or b.ended_at > $5))`

const LATEST = (
  table: string,
  as: string,
) => `left join lateral (select s.id, s.code, s.said_by, s.said_on from ${table} s
  where s.partnership_id = $1 and s.person_id = h.id and s.year = $2 and s.sealed_at is null order by s.recorded_at desc, s.id desc limit 1) ${as} on true`

const LINE = `select h.id as "personId", h.known_given as given, h.known_family as family, h.born_on as "bornOn", g.id as "guaranteeId", g.code as "guaranteeCode",
    g.said_by as "guaranteeBy", g.said_on as "guaranteeOn", d.id as "destinationId", d.code as "destinationCode", d.said_by as "destinationBy",
    d.said_on as "destinationOn"
  from here h ${LATEST('guarantee_status', 'g')} ${LATEST('intended_destination', 'd')}
  where h.id in (select knowable((select array_agg(id) from here), ${CLASS_BITS.tracking}))`

const PERSON = 'p.id, p.known_given, p.known_family, p.born_on, p.sort_key'

/**
 * Those of a cohort at one place, by name. Begins at who was there on the day, by the place’s index; row security leaves out whom the caller may not know, and
 * where it tells more than where they learn it is not asked (K6).
 */
export async function listAtPlace(tx: Tx, cohort: Cohort, most: number): Promise<GridRow[]> {
  const rows = await query<Row>(
    tx,
    `with there as materialized (select e.person_id from enrolment e where e.partnership_id = $1 and e.organisation_id = $6 and e.class = ${CLASS_BITS.learning}
       and e.started_on <= $7 and (e.finished_on is null or e.finished_on > $7)),
     here as materialized (select ${PERSON} from person p where p.partnership_id = $1 and p.id = any((select array_agg(person_id) from there)::uuid[])
       and p.born_on between $3 and $4 and ${OPEN})
     ${LINE} order by h.sort_key, h.id limit $8`,
    [
      ...[tx.acting.partnershipId, cohort.year, cohort.first, cohort.last, tx.acting.at],
      ...[cohort.organisationId, cohort.on, most],
    ],
  )
  return rows.map(lineOf)
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
): Promise<GridRow[]> {
  const reached = await reachedBy(tx)
  const fits =
    wanted.codes === null
      ? '$6::text[] is null'
      : `coalesce((select s.code from guarantee_status s where s.partnership_id = $1 and s.person_id = p.id and s.year = $2 and s.sealed_at is null
           order by s.recorded_at desc, s.id desc limit 1), '159') = any($6)`
  const rows = await query<Row>(
    tx,
    `with here as materialized (select ${PERSON} from person p
       where p.partnership_id = $1 and p.born_on between $3 and $4 ${reached === null ? '' : 'and p.id = any($9::uuid[])'} and ${OPEN} and ${fits}
       order by p.sort_key, p.id limit $7 offset $8)
     ${LINE} order by h.sort_key, h.id`,
    [
      ...[tx.acting.partnershipId, cohort.year, cohort.first, cohort.last, tx.acting.at],
      ...[wanted.codes === null ? null : [...wanted.codes], wanted.limit, wanted.offset],
      ...(reached === null ? [] : [reached]),
    ],
  )
  return rows.map(lineOf)
}

/** These, of a year, by name: those the caller may not know are not among them (K8). */
export async function listThese(tx: Tx, year: number, ids: readonly PersonId[]): Promise<GridRow[]> {
  const { first } = bornForGroup(year, 12)
  const { last } = bornForGroup(year, 11)
  const rows = await query<Row>(
    tx,
    `with here as materialized (select ${PERSON} from person p where p.partnership_id = $1 and p.id = any($6::uuid[]) and p.born_on between $3 and $4 and ${OPEN})
     ${LINE} order by h.sort_key, h.id`,
    [tx.acting.partnershipId, year, first, last, tx.acting.at, [...ids]],
  )
  return rows.map(lineOf)
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

function lineOf(row: Row): GridRow {
  const { personId, given, family, bornOn } = row
  return {
    ...{ personId, given, family, bornOn },
    guarantee: standing(row.guaranteeId, row.guaranteeCode, row.guaranteeBy, row.guaranteeOn),
    destination: standing(row.destinationId, row.destinationCode, row.destinationBy, row.destinationOn),
  }
}

function standing(
  rowId: RowId | null,
  code: string | null,
  saidBy: SaidBy | null,
  saidOn: Day | null,
): Standing | null {
  return rowId === null || code === null || saidBy === null || saidOn === null ? null : { rowId, code, saidBy, saidOn }
}
