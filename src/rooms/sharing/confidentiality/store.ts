import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Reading, ReadingContent, Statement, Understood } from './statement.ts'

/** Every version, newest first. */
export function listStatements(tx: Tx): Promise<Statement[]> {
  return query<Statement>(
    tx,
    `select s.id as "rowId", s.number, s.stays, s.told, s.rights, s.from_day as "fromDay", s.made_by as "madeBy"
     from confidentiality_statement s where s.partnership_id = $1 order by s.number desc`,
    [tx.acting.partnershipId],
  )
}

/** To the end of the transaction nobody else adds a version. */
export function holdStatements(tx: Tx): Promise<void> {
  return hold(tx, 'confidentiality', tx.acting.partnershipId)
}

export async function insertStatement(tx: Tx, statement: Omit<Statement, 'rowId'>): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  const { number, stays, told, rights, fromDay, madeBy } = statement
  await query(
    tx,
    `insert into confidentiality_statement (partnership_id, id, number, stays, told, rights, from_day, made_by, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.acting.partnershipId, id, number, stays, told, rights, fromDay, madeBy],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

const COLUMNS = `r.id as "rowId", r.person_id as "personId", r.statement_id as "statementId", s.number, r.class as "classBit", r.how, r.understood, r.said, r.wishes,
  r.link_id as "linkId", r.confirmed_understood as "confirmed", r.confirmed_on as "confirmedOn", r.confirmed_by as "confirmedBy", r.read_on as "readOn", r.read_by as "readBy"`
const FROM = `confidentiality_reading r
  join confidentiality_statement s on s.partnership_id = r.partnership_id and s.id = r.statement_id`

/** When it was read with somebody, newest first, as far as the caller may see it. */
export function listReadings(tx: Tx, personId: PersonId): Promise<Reading[]> {
  return query<Reading>(
    tx,
    `select ${COLUMNS} from ${FROM} where r.partnership_id = $1 and r.person_id = $2 and r.sealed_at is null
     order by r.read_on desc, r.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

/** Of many people the newest reading; who has none is not there. */
export function listLastReadings(
  tx: Tx,
  personIds: readonly PersonId[],
): Promise<(Pick<Reading, 'personId' | 'number' | 'understood' | 'how' | 'confirmed'> & { readonly readOn: Day })[]> {
  return query(
    tx,
    `select distinct on (r.person_id) r.person_id as "personId", s.number, r.understood, r.how, r.confirmed_understood as "confirmed", r.read_on as "readOn" from ${FROM}
     where r.partnership_id = $1 and r.person_id = any($2::uuid[]) and r.sealed_at is null
     order by r.person_id, r.read_on desc, r.id desc`,
    [tx.acting.partnershipId, [...personIds]],
  )
}

export async function insertReading(
  tx: Tx,
  personId: PersonId,
  statementId: RowId,
  by: AccountId,
  content: ReadingContent,
  linkId: RowId | null = null,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into confidentiality_reading (partnership_id, id, person_id, origin_person_id, statement_id, how, understood, said, wishes, read_on, read_by,
       recorded_at, recorded_by, link_id)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tx.acting.partnershipId, id, personId, statementId, content.how, content.understood, content.said],
      ...[content.wishes, tx.acting.today, by, tx.acting.at, tx.acting.actorId, linkId],
    ],
  )
  return id
}

/** What the adviser found of one that was read by a link, where nobody had yet. Returns how many. */
export async function updateConfirmed(tx: Tx, id: RowId, by: AccountId, understood: Understood): Promise<number> {
  const rows = await query(
    tx,
    `update confidentiality_reading set confirmed_understood = $3, confirmed_on = $4, confirmed_by = $5, version = version + 1
     where partnership_id = $1 and id = $2 and link_id is not null and confirmed_on is null returning 1`,
    [tx.acting.partnershipId, id, understood, tx.acting.today, by],
  )
  return rows.length
}

/** When and by whom it was written. */
export const findReadingFiling = filingIn('confidentiality_reading', 'read_by')

/** Takes it off view (K9). As the house. Returns how many. */
export const updateReadingSealed = sealedIn('confidentiality_reading')
