/**
 * What partners' lists are like. Everything about people is asked under the rights of whoever reads: a row whose young person
 * they may not know is not there, in no count either (K4, K8). Hence the join with `person`, whose policy decides.
 */

import type { Instant } from '#ground/clock.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { IdentifierKind } from '#rooms/people/index.ts'
import { headerHash } from '../header.ts'
import type { Field } from '../reading/fields.ts'
import type { Trouble } from '../reading/read-row.ts'
import type { Counted } from './rules.ts'

/** The young people on each partner's lists, one line for each. `$2` is one partner, or null for all. */
const OWN = `with own as (
  select s.organisation_id, s.person_id, (array_agg(s.content #>> '{legal,family}' order by s.last_run_id desc, s.list_key))[1] as family,
    (array_agg(s.content #>> '{legal,given}' order by s.last_run_id desc, s.list_key))[1] as given,
    bool_or(coalesce(s.content ->> 'postcode', '') <> '') as has_postcode, bool_or(coalesce(s.content ->> 'upn', '') <> '') as has_upn,
    bool_or(coalesce(s.content ->> 'uln', '') <> '') as has_uln, bool_or(coalesce((s.content ->> 'objection')::boolean, false)) as objects
  from source_row s join person p on p.partnership_id = s.partnership_id and p.id = s.person_id and p.state = 'active'
  where s.partnership_id = $1 and s.state = 'on' and ($2::uuid is null or s.organisation_id = $2)
  group by s.organisation_id, s.person_id)`

export type PeopleCounted = Pick<Counted, 'people' | 'unobjected' | 'noPostcode' | 'noUpn' | 'noUln' | 'objections'> & {
  readonly organisationId: OrganisationId
}

/** How many young people are on each partner's lists, and what is missing of them. */
export function countPeople(tx: Tx, of: OrganisationId | null): Promise<PeopleCounted[]> {
  return query<PeopleCounted>(
    tx,
    `${OWN} select organisation_id as "organisationId", count(*)::int as people, count(*) filter (where not objects)::int as unobjected,
       count(*) filter (where not has_postcode)::int as "noPostcode", count(*) filter (where not has_upn and not objects)::int as "noUpn",
       count(*) filter (where not has_uln and not objects)::int as "noUln", count(*) filter (where objects)::int as objections
     from own group by organisation_id`,
    [tx.acting.partnershipId, of],
  )
}

/** Somebody on a partner's list, as the partner itself wrote them. */
export type OnList = { readonly personId: PersonId; readonly given: string; readonly family: string }

const MISSING = {
  'no-postcode': 'not has_postcode',
  'no-upn': 'not has_upn and not objects',
  'no-uln': 'not has_uln and not objects',
  objections: 'objects',
} as const

/** Those on a partner's lists of whom something is missing, in the order of their names. */
export function listMissing(tx: Tx, of: OrganisationId, what: keyof typeof MISSING, most: number): Promise<OnList[]> {
  return query<OnList>(
    tx,
    `${OWN} select person_id as "personId", given, family from own where ${MISSING[what]} order by family, given, person_id limit $3`,
    [tx.acting.partnershipId, of, most],
  )
}

export type Conflict = OnList & {
  readonly organisationId: OrganisationId
  readonly measure: 'shared-number' | 'two-numbers'
  readonly kind: IdentifierKind
  /** Who said the other; null where nobody of a partner did. */
  readonly otherOrganisationId: OrganisationId | null
}

/** Numbers partners sent that two young people have, and numbers beside which somebody has another of the same kind. Both sides as known. */
export function listConflicts(tx: Tx, of: OrganisationId | null): Promise<Conflict[]> {
  return query<Conflict>(
    tx,
    `${OWN}, numbers as (
       select i.person_id, i.kind, i.value, i.source_kind, i.source_organisation_id from person_identifier i
       join person p on p.partnership_id = i.partnership_id and p.id = i.person_id and p.state = 'active'
       where i.partnership_id = $1 and i.replaced_at is null and i.sealed_at is null),
     -- Two joins of one condition each: with "or" between them everybody would be held against everybody.
     conflicting as (
       select n.person_id, n.kind, n.source_organisation_id, o.source_organisation_id as other_id, 'two-numbers' as measure
       from numbers n join numbers o on o.person_id = n.person_id and o.kind = n.kind and o.value <> n.value where n.source_kind = 'partner-list'
       union
       select n.person_id, n.kind, n.source_organisation_id, o.source_organisation_id, 'shared-number'
       from numbers n join numbers o on o.value = n.value and o.kind = n.kind and o.person_id <> n.person_id where n.source_kind = 'partner-list')
     select w.organisation_id as "organisationId", w.person_id as "personId", w.given, w.family, c.kind, c.other_id as "otherOrganisationId", c.measure
     from conflicting c join own w on w.organisation_id = c.source_organisation_id and w.person_id = c.person_id
     order by w.family, w.given, w.person_id, c.kind, c.measure, c.other_id`,
    [tx.acting.partnershipId, of],
  )
}

/** A list that went in. */
export type ListIn = {
  readonly id: RowId
  readonly organisationId: OrganisationId
  readonly fileName: string
  /** Which of the partner's lists it is. */
  readonly listKey: string
  readonly appliedAt: Instant
  readonly rows: number
  readonly toMend: number
  readonly questions: number
}

/** The lists that went in since a moment, the newest first. */
export async function listListsIn(tx: Tx, of: OrganisationId | null, since: Instant): Promise<ListIn[]> {
  const rows = await query<Omit<ListIn, 'listKey'> & { columns: string[] }>(
    tx,
    `select id, organisation_id as "organisationId", file_name as "fileName", columns, applied_at as "appliedAt", rows_read as rows,
       count_fault as "toMend", count_question as questions
     from intake_run where partnership_id = $1 and ($2::uuid is null or organisation_id = $2) and state = 'applied' and applied_at >= $3
     order by applied_at desc, id desc`,
    [tx.acting.partnershipId, of, since],
  )
  return rows.map(({ columns, ...run }) => ({ ...run, listKey: headerHash(columns).toString('hex') }))
}

/** How often a column of some lists was to be mended for one trouble, and how many rows have it. */
export type FaultCounted = {
  readonly runId: RowId
  readonly field: Field
  readonly trouble: Trouble
  readonly rows: number
}

export function countFaults(tx: Tx, runIds: readonly RowId[]): Promise<FaultCounted[]> {
  return query<FaultCounted>(
    tx,
    `select i.run_id as "runId", f.fault ->> 'field' as field, f.fault ->> 'trouble' as trouble, count(distinct i.row_number)::int as rows
     from intake_row i cross join lateral jsonb_array_elements(i.faults) f (fault)
     where i.partnership_id = $1 and i.run_id = any($2::uuid[]) and i.verdict = 'fault'
     group by 1, 2, 3 order by 4 desc, 2, 3`,
    [tx.acting.partnershipId, runIds],
  )
}

/** How many rows of each list have a number that cannot be right. */
export async function countBadNumbers(tx: Tx, runIds: readonly RowId[]): Promise<Map<RowId, number>> {
  const rows = await query<{ runId: RowId; rows: number }>(
    tx,
    `select run_id as "runId", count(*)::int as rows from intake_row
     where partnership_id = $1 and run_id = any($2::uuid[]) and verdict = 'fault'
       and exists (select from jsonb_array_elements(faults) f (fault) where f.fault ->> 'field' in ('upn', 'uln', 'nhs'))
     group by run_id`,
    [tx.acting.partnershipId, runIds],
  )
  return new Map(rows.map(r => [r.runId, r.rows]))
}

/** One thing to mend in a row of a list: where, and what. Its value stays with the list: it may tell where somebody lives (K4). */
export type FaultOfRow = {
  readonly runId: RowId
  readonly row: number
  readonly column: string
  readonly field: Field
  readonly trouble: Trouble
}

export function listFaults(tx: Tx, runIds: readonly RowId[], most: number): Promise<FaultOfRow[]> {
  return query<FaultOfRow>(
    tx,
    `select i.run_id as "runId", i.row_number as row, f.fault ->> 'column' as "column", f.fault ->> 'field' as field, f.fault ->> 'trouble' as trouble
     from intake_row i cross join lateral jsonb_array_elements(i.faults) f (fault)
     where i.partnership_id = $1 and i.run_id = any($2::uuid[]) and i.verdict = 'fault'
     order by i.run_id desc, i.row_number limit $3`,
    [tx.acting.partnershipId, runIds, most],
  )
}
