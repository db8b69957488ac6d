import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Choices, Letter, LetterLine } from './letter.ts'

const COLUMNS = `l.id as "rowId", l.person_id as "personId", l.class as "classBit", l.kind, l.to_whom as "toWhom", l.tells, l.reason, l.known_how as "knownHow",
  l.words, l.state, l.written_by as "writtenBy", l.written_on as "writtenOn", l.lines, l.signed_by as "signedBy", l.signed_name as "signedName",
  l.signed_title as "signedTitle", l.signed_for as "signedFor", l.signed_on as "signedOn", l.signed_protected as "wasProtected", l.why, l.version`

export async function findLetter(tx: Tx, id: RowId): Promise<Letter | undefined> {
  const [row] = await query<Letter>(
    tx,
    `select ${COLUMNS} from letter l where l.partnership_id = $1 and l.id = $2 and l.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** What was written for somebody, newest first, as far as the caller may see it. */
export function listLettersOn(tx: Tx, personId: PersonId): Promise<Letter[]> {
  return query<Letter>(
    tx,
    `select ${COLUMNS} from letter l where l.partnership_id = $1 and l.person_id = $2 and l.sealed_at is null
     order by l.written_on desc, l.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

export async function insertLetter(
  tx: Tx,
  personId: PersonId,
  letter: Choices & { readonly classBit: number; readonly writtenBy: AccountId },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into letter (partnership_id, id, person_id, origin_person_id, class, kind, to_whom, tells, reason, known_how, words, written_by, written_on,
       recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[tx.acting.partnershipId, id, personId, letter.classBit, letter.kind, letter.toWhom, [...letter.tells]],
      ...[letter.reason, letter.knownHow, letter.words, letter.writtenBy, tx.acting.today, tx.acting.at],
      tx.acting.actorId,
    ],
  )
  return id
}

/** Changes a draft that was seen in a version. Returns 0 when it was changed or signed meanwhile. */
export async function updateDraft(
  tx: Tx,
  before: Pick<Letter, 'rowId' | 'version'>,
  to: Choices & { readonly classBit: number },
): Promise<number> {
  const rows = await query(
    tx,
    `update letter set class = $4, kind = $5, to_whom = $6, tells = $7, reason = $8, known_how = $9, words = $10, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'draft' returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.classBit, to.kind, to.toWhom, [...to.tells]],
      ...[to.reason, to.knownHow, to.words],
    ],
  )
  return rows.length
}

/** Signs a draft that was seen in a version: from now on it is kept as it is. Returns 0 when it was changed meanwhile. */
export async function updateSigned(
  tx: Tx,
  before: Pick<Letter, 'rowId' | 'version'>,
  signed: {
    readonly lines: readonly LetterLine[]
    readonly by: AccountId
    readonly name: string
    readonly title: string
    readonly forWhom: string
    readonly wasProtected: boolean
  },
): Promise<number> {
  const rows = await query(
    tx,
    `update letter set state = 'signed', lines = $4::jsonb, signed_by = $5, signed_name = $6, signed_title = $7, signed_for = $8, signed_on = $9,
       signed_protected = $10, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'draft' returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, JSON.stringify(signed.lines), signed.by, signed.name],
      ...[signed.title, signed.forWhom, tx.acting.today, signed.wasProtected],
    ],
  )
  return rows.length
}

/** Takes back one that was seen in a version. Returns 0 when it was changed meanwhile. */
export async function updateWithdrawn(tx: Tx, before: Pick<Letter, 'rowId' | 'version'>, why: string): Promise<number> {
  const rows = await query(
    tx,
    `update letter set state = 'withdrawn', why = $4, over_on = $5, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state <> 'withdrawn' returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, why, tx.acting.today],
  )
  return rows.length
}

/** When and by whom it was written. */
export const findFiling = filingIn('letter', 'written_by')

/** Takes it off view (K9). As the house. Returns how many. */
export const updateSealed = sealedIn('letter')
