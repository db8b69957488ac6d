/** What partners' rows on record say of people: for matching to learn from, to quote, to count and to name. */
import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import type { ReadRow } from '../reading/read-row.ts'

/** Where a row of a partner stands among all: its key, in the order of the table's own index. */
export type SaidPlace = {
  readonly organisationId: OrganisationId
  readonly listKey: string
  readonly sourceKey: string
}

/** Before every row. */
const FIRST_OF_ALL = { organisationId: '00000000-0000-0000-0000-000000000000', listKey: '', sourceKey: '' }

/** What partners' rows on record say and of whom, in pages: a place to go on from. As the house. */
export async function listSaid(worker: Tx, after: SaidPlace | null, most: number) {
  const from = after ?? FIRST_OF_ALL
  const found = await sql<SaidPlace & { personId: PersonId; content: ReadRow }>`
    select s.organisation_id as "organisationId", s.list_key as "listKey", s.source_key as "sourceKey", s.person_id as "personId", s.content
    from source_row s join person p on p.partnership_id = s.partnership_id and p.id = s.person_id and p.state = 'active'
    where s.partnership_id = ${worker.acting.partnershipId} and s.state = 'on'
      and (s.organisation_id, s.list_key, s.source_key) > (${from.organisationId}::uuid, ${from.listKey}, ${from.sourceKey})
    order by s.organisation_id, s.list_key, s.source_key limit ${most}`.execute(worker.db)
  return found.rows
}

/** How many rows of partners are on record, and of how many people. */
export async function countSaid(worker: Tx): Promise<{ records: number; people: number }> {
  const found = await sql<{ records: number; people: number }>`
    select count(*)::int as records, count(distinct person_id)::int as people from source_row where partnership_id = ${worker.acting.partnershipId} and state = 'on'`.execute(
    worker.db,
  )
  return found.rows[0] ?? { records: 0, people: 0 }
}

/** The record each row went to, by file and row. As the house. */
export async function listRowPersons(worker: Tx): Promise<Map<string, PersonId>> {
  const found = await sql<{ place: string; personId: PersonId }>`
    select r.file_name || ':' || i.row_number as place, i.person_id as "personId" from intake_row i
    join intake_run r on r.partnership_id = i.partnership_id and r.id = i.run_id and r.state = 'applied'
    where i.partnership_id = ${worker.acting.partnershipId} and i.person_id is not null order by r.applied_at`.execute(
    worker.db,
  )
  return new Map(found.rows.map(row => [row.place, row.personId]))
}

/** The rows of partners about some people, as far as the acting account may see rows. */
export async function listRowsAbout(tx: Tx, ids: readonly PersonId[]) {
  const found = await sql<{ organisationId: OrganisationId; partner: string; content: ReadRow }>`
    select s.organisation_id as "organisationId", o.name as partner, s.content from source_row s
    join organisation o on o.partnership_id = s.partnership_id and o.id = s.organisation_id
    where s.partnership_id = ${tx.acting.partnershipId} and s.person_id = any(${[...ids]}::uuid[]) and s.state <> 'withdrawn'
    order by o.name, s.source_key`.execute(tx.db)
  return found.rows
}

/** Lists that named some people since a moment, applied or on their way, and how many rows would change something. As the house. */
export async function listsNaming(worker: Tx, ids: readonly PersonId[], since: Instant) {
  const found = await sql<{ partner: string; fileName: string; at: Instant; rows: number; changing: number }>`
    select o.name as partner, r.file_name as "fileName", r.made_at as at, count(*)::int as rows,
      (count(*) filter (where i.changes <> '[]'::jsonb or i.verdict = 'changed'))::int as changing
    from intake_row i join intake_run r on r.partnership_id = i.partnership_id and r.id = i.run_id
    join organisation o on o.partnership_id = r.partnership_id and o.id = r.organisation_id
    where i.partnership_id = ${worker.acting.partnershipId} and i.person_id = any(${[...ids]}::uuid[]) and r.made_at >= ${since}
    group by o.name, r.file_name, r.made_at order by r.made_at`.execute(worker.db)
  return found.rows
}

/** Open questions that name some people. As the house. */
export async function countAskedAbout(worker: Tx, ids: readonly PersonId[]): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from intake_question where partnership_id = ${worker.acting.partnershipId} and state = 'open'
      and person_ids && ${[...ids]}::uuid[]`.execute(worker.db)
  return found.rows[0]?.n ?? 0
}

/** The name a partner's row says, as "Family, Given": what a line about somebody gone is called, whoever may know the record. */
export async function findNameSaid(
  tx: Tx,
  organisationId: OrganisationId,
  sourceKey: string,
): Promise<string | undefined> {
  const found = await sql<{ family: string; given: string }>`
    select content -> 'legal' ->> 'family' as family, content -> 'legal' ->> 'given' as given from source_row
    where partnership_id = ${tx.acting.partnershipId} and organisation_id = ${organisationId} and source_key = ${sourceKey} limit 1`.execute(
    tx.db,
  )
  const [row] = found.rows
  return row && `${row.family}, ${row.given}`
}
