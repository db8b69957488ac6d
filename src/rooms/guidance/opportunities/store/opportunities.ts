import { query, type Tx } from '#ground/database/tx.ts'
import { newId, type RowId } from '#ground/ids.ts'
import type { Offer, Opportunity, OpportunityFacts, State } from '../opportunity.ts'

/** What an organisation's name tells of goes for what it offers too (K6). */
const COLUMNS = `o.id as "rowId", o.title, o.kind, o.organisation_id as "organisationId", o.employer, coalesce(g.name, o.employer) as "offeredBy",
  coalesce(nullif(o.discloses, 0), g.discloses, 0) as discloses, o.starts_on as "startsOn", o.places, o.apply_by as "applyBy", o.town, o.address, o.travel,
  o.entry, o.pay, o.hours, o.fits, o.min_age as "minAge", o.max_age as "maxAge", o.support, o.ring, o.state, o.over_on as "overOn",
  o.recorded_by as "recordedBy", o.version`
const FROM = `from opportunity o left join organisation g on g.partnership_id = o.partnership_id and g.id = o.organisation_id`

export async function findOpportunity(tx: Tx, id: RowId): Promise<Opportunity | undefined> {
  const [row] = await query<Opportunity>(tx, `select ${COLUMNS} ${FROM} where o.partnership_id = $1 and o.id = $2`, [
    tx.acting.partnershipId,
    id,
  ])
  return row
}

/**
 * Those one can be put forward for, what ends first first; or those that are over, the newest first. What no day ends comes
 * last. Of each what a list is chosen by; its words only where some are sought.
 */
export function listOffers(
  tx: Tx,
  wanted: { readonly show: 'open' | 'over'; readonly most: number; readonly withWords: boolean },
): Promise<Offer[]> {
  const last = 'coalesce(o.apply_by, o.starts_on)'
  const [which, order] =
    wanted.show === 'open'
      ? [`o.state = 'open' and (${last} is null or ${last} >= $2)`, `${last} nulls last, o.title, o.id`]
      : [`(o.state <> 'open' or ${last} < $2)`, `coalesce(o.over_on, ${last}) desc, o.id desc`]
  const words = wanted.withWords
    ? `concat_ws(' ', o.title, g.name, o.employer, o.entry, o.hours, o.support) as words, concat_ws(' ', o.town, o.address, o.travel) as "where"`
    : `'' as words, '' as "where"`
  return query<Offer>(
    tx,
    `select o.id as "rowId", o.kind, o.starts_on as "startsOn", o.min_age as "minAge", o.max_age as "maxAge",
       coalesce(nullif(o.discloses, 0), g.discloses, 0) as discloses, ${words}
     ${FROM} where o.partnership_id = $1 and ${which} order by ${order} limit $3`,
    [tx.acting.partnershipId, tx.acting.today, wanted.most],
  )
}

/** Some of them whole, in the order asked for. */
export async function listOpportunities(tx: Tx, ids: readonly RowId[]): Promise<Opportunity[]> {
  if (ids.length === 0) return []
  const rows = await query<Opportunity>(
    tx,
    `select ${COLUMNS} ${FROM} where o.partnership_id = $1 and o.id = any($2::uuid[])`,
    [tx.acting.partnershipId, ids],
  )
  const byId = new Map(rows.map(row => [row.rowId, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

const valuesOf = (o: OpportunityFacts) => [
  ...[o.title, o.kind, o.organisationId, o.employer, o.discloses, o.startsOn, o.places, o.applyBy, o.town, o.address],
  ...[o.travel, o.entry, o.pay, o.hours, [...o.fits], o.minAge, o.maxAge, o.support, o.ring],
]
const NAMES = [
  ...['title', 'kind', 'organisation_id', 'employer', 'discloses', 'starts_on', 'places', 'apply_by', 'town'],
  ...['address', 'travel', 'entry', 'pay', 'hours', 'fits', 'min_age', 'max_age', 'support', 'ring'],
]

export async function insertOpportunity(tx: Tx, facts: OpportunityFacts): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into opportunity (partnership_id, id, recorded_at, recorded_by, ${NAMES.join(', ')})
     values ($1, $2, $3, $4, ${NAMES.map((_, i) => `$${i + 5}`).join(', ')})`,
    [tx.acting.partnershipId, id, tx.acting.at, tx.acting.actorId, ...valuesOf(facts)],
  )
  return id
}

/** Changes one that was seen in a version. Returns 0 when it was changed meanwhile. */
export async function updateOpportunity(
  tx: Tx,
  before: Pick<Opportunity, 'rowId' | 'version'>,
  facts: OpportunityFacts,
): Promise<number> {
  const rows = await query(
    tx,
    `update opportunity set ${NAMES.map((name, i) => `${name} = $${i + 4}`).join(', ')}, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, ...valuesOf(facts)],
  )
  return rows.length
}

/** Brings one that was seen in a version to a state. Returns 0 when it was changed meanwhile. */
export async function updateState(
  tx: Tx,
  before: Pick<Opportunity, 'rowId' | 'version'>,
  state: State,
): Promise<number> {
  const rows = await query(
    tx,
    `update opportunity set state = $4, over_on = $5, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, state, state === 'open' ? null : tx.acting.today],
  )
  return rows.length
}
