import type { Instant } from '#ground/clock.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId, type SessionId } from '#ground/ids.ts'
import type { Came, Mark, Pack, PackMeeting } from './notebook.ts'

const PACK = `p.id as "rowId", p.account_id as "accountId", p.session_id as "sessionId", p.taken_at as "takenAt", p.until_day as "untilDay", p.people,
  p.ended_at as "endedAt"`

/** The class of sessions, without which nothing arranged is taken along: what is kept close has another (K4). */
const SESSIONS = 128

export async function insertPack(
  tx: Tx,
  pack: {
    readonly accountId: AccountId
    readonly sessionId: SessionId
    readonly tokenHash: Buffer
    readonly half: Buffer
    readonly untilDay: Day
    readonly people: number
  },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into notebook_pack (partnership_id, id, account_id, session_id, token_hash, half, taken_at, until_day, people, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $7)`,
    [
      ...[tx.acting.partnershipId, id, pack.accountId, pack.sessionId, pack.tokenHash, pack.half, tx.acting.at],
      ...[pack.untilDay, pack.people],
    ],
  )
  return id
}

/** A pack by what its device knows it by, with whether the session it was taken in was ended since; being idle for long does not end one. */
export async function findPack(
  tx: Tx,
  tokenHash: Buffer,
): Promise<(Pack & { readonly isSignedOut: boolean }) | undefined> {
  const [row] = await query<Pack & { readonly isSignedOut: boolean }>(
    tx,
    `select ${PACK}, s.id is null or s.ended_at is not null as "isSignedOut"
     from notebook_pack p left join session s on s.id = p.session_id where p.partnership_id = $1 and p.token_hash = $2`,
    [tx.acting.partnershipId, tokenHash],
  )
  return row
}

/** What opens notes on the device of a pack. */
export async function findHalf(tx: Tx, id: RowId): Promise<Buffer | undefined> {
  const [row] = await query<{ half: Buffer }>(
    tx,
    `select half from notebook_pack where partnership_id = $1 and id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row?.half
}

/** What an account has taken along and can still read somewhere, the newest first. */
export function listPacks(tx: Tx, accountId: AccountId): Promise<Pack[]> {
  return query<Pack>(
    tx,
    `select ${PACK} from notebook_pack p join session s on s.id = p.session_id and s.ended_at is null
     where p.partnership_id = $1 and p.account_id = $2 and p.ended_at is null and p.until_day >= $3 order by p.taken_at desc, p.id desc limit 20`,
    [tx.acting.partnershipId, accountId, tx.acting.today],
  )
}

/** What was taken along is brought up to date, in the session of now. */
export async function updatePackRead(
  tx: Tx,
  id: RowId,
  now: { readonly sessionId: SessionId; readonly people: number },
): Promise<void> {
  await query(tx, `update notebook_pack set session_id = $3, people = $4 where partnership_id = $1 and id = $2`, [
    tx.acting.partnershipId,
    id,
    now.sessionId,
    now.people,
  ])
}

/** Ends one of an account's. Returns how many: one, or none when it was over. */
export async function updatePackEnded(tx: Tx, id: RowId, accountId: AccountId): Promise<number> {
  const rows = await query(
    tx,
    `update notebook_pack set ended_at = $4 where partnership_id = $1 and id = $2 and account_id = $3 and ended_at is null returning 1`,
    [tx.acting.partnershipId, id, accountId, tx.acting.at],
  )
  return rows.length
}

/**
 * Of some young people those who stay at the desk: restricted, with anybody shut out, or with an address that is protected (K4). Asked as the house, because
 * a barrier is nobody's to see.
 */
export async function listKeptBack(worker: Tx, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const rows = await query<{ id: PersonId }>(
    worker,
    `select b.person_id as id from access_barrier b where b.partnership_id = $1 and b.person_id = any($2::uuid[]) and b.ended_at is null
     union select a.person_id from person_address a
       where a.partnership_id = $1 and a.person_id = any($2::uuid[]) and a.class = 4096 and a.sealed_at is null
     union select d.person_id from person_contact_detail d
       where d.partnership_id = $1 and d.person_id = any($2::uuid[]) and d.class = 4096 and d.sealed_at is null`,
    [worker.acting.partnershipId, [...ids]],
  )
  return new Set(rows.map(row => row.id))
}

/** What an account has arranged next with each of some young people, from today on; what is kept close is left out, whoever asks. */
export async function listNext(
  tx: Tx,
  accountId: AccountId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PackMeeting>> {
  const rows = await query<PackMeeting & { readonly personId: PersonId }>(
    tx,
    `select distinct on (a.person_id) a.person_id as "personId", a.on_day as "onDay", a.at_time as "atTime", a.kind, a.place, a.aim from appointment a
     where a.partnership_id = $1 and a.account_id = $2 and a.person_id = any($3::uuid[]) and a.state = 'set' and a.on_day >= $4 and a.class = $5
     order by a.person_id, a.on_day, a.at_time, a.id`,
    [tx.acting.partnershipId, accountId, [...ids], tx.acting.today, SESSIONS],
  )
  return new Map(rows.map(({ personId, ...meeting }) => [personId, meeting]))
}

/** To the end of the transaction nobody else writes a note of this key. */
export async function holdNote(tx: Tx, accountId: AccountId, key: string): Promise<void> {
  await hold(tx, 'notebook-note', `${accountId}:${key}`)
}

/** A note that came before. As the house: it may have moved to where its writer does not see it. */
export async function findCame(worker: Tx, accountId: AccountId, key: string): Promise<Came | undefined> {
  const [row] = await query<Came>(
    worker,
    `select contact_id as "contactId", digest from notebook_note where partnership_id = $1 and account_id = $2 and note_key = $3`,
    [worker.acting.partnershipId, accountId, key],
  )
  return row
}

export async function insertNote(
  tx: Tx,
  note: {
    readonly accountId: AccountId
    readonly key: string
    readonly packId: RowId
    readonly contactId: RowId
    readonly digest: Buffer
    readonly writtenAt: Instant
    readonly clock: Mark['clock']
  },
): Promise<void> {
  await query(
    tx,
    `insert into notebook_note (partnership_id, account_id, note_key, pack_id, contact_id, digest, written_at, clock, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.acting.partnershipId, note.accountId, note.key, note.packId, note.contactId, note.digest, note.writtenAt],
      ...[note.clock, tx.acting.at],
    ],
  )
}

/** When a contact was written in a notebook, and when it came; undefined for any other. Seen by whoever sees the contact. */
export async function findMark(tx: Tx, contactId: RowId): Promise<Mark | undefined> {
  const [row] = await query<Mark>(
    tx,
    `select written_at as "writtenAt", recorded_at as "cameAt", clock from notebook_note where partnership_id = $1 and contact_id = $2`,
    [tx.acting.partnershipId, contactId],
  )
  return row
}
