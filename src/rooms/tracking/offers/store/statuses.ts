import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import type { Item, SaidBy, Standing, Status } from '../status.ts'

const TABLES: Readonly<Record<Item, string>> = { guarantee: 'guarantee_status', destination: 'intended_destination' }

const COLUMNS = `id as "rowId", year, code, said_by as "saidBy", said_on as "saidOn", words, recorded_at as "recordedAt", recorded_by as "recordedBy"`

/** To the end of the transaction nobody else sets these for this person. */
export async function holdStatuses(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'guarantee', personId)
}

/** All that was said of somebody, the last first, as far as the caller may see it. */
export function listStatuses(tx: Tx, item: Item, personId: PersonId): Promise<Status[]> {
  return query<Status>(
    tx,
    `select ${COLUMNS} from ${TABLES[item]} where partnership_id = $1 and person_id = $2 and sealed_at is null order by recorded_at desc, id desc limit 200`,
    [tx.acting.partnershipId, personId],
  )
}

/** Writes a row that comes after all there are: whoever waited for the hold may have begun before the one who had it. */
export async function insertStatus(
  tx: Tx,
  item: Item,
  personId: PersonId,
  status: {
    readonly year: number
    readonly code: string
    readonly saidBy: SaidBy
    readonly saidOn: Day
    readonly words: string
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into ${TABLES[item]} (partnership_id, id, person_id, origin_person_id, class, year, code, said_by, said_on, words, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9,
       greatest($10::timestamptz, (select max(recorded_at) + interval '1 millisecond' from ${TABLES[item]} where partnership_id = $1 and person_id = $3)), $11)`,
    [
      ...[tx.acting.partnershipId, id, personId, CLASS_BITS.tracking, status.year, status.code, status.saidBy],
      ...[status.saidOn, status.words, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** What stands of an item for some young people: the last row of each, as far as the caller may see it. */
export async function listLatest(
  tx: Tx,
  item: Item,
  year: number,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Standing>> {
  const rows = await query<{ personId: PersonId } & Standing>(
    tx,
    `select distinct on (person_id) person_id as "personId", id as "rowId", code, said_by as "saidBy", said_on as "saidOn" from ${TABLES[item]}
     where partnership_id = $1 and year = $2 and person_id = any($3::uuid[]) and sealed_at is null order by person_id, recorded_at desc, id desc`,
    [tx.acting.partnershipId, year, [...ids]],
  )
  return new Map(rows.map(row => [row.personId, row]))
}

export const findGuaranteeFiling = filingIn<AccountId | null>('guarantee_status', 'recorded_by')
export const findDestinationFiling = filingIn<AccountId | null>('intended_destination', 'recorded_by')
export const sealGuarantee = sealedIn('guarantee_status')
export const sealDestination = sealedIn('intended_destination')
