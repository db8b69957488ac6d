import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Entry, EntryContent, Evidence } from './entry.ts'

const COLUMNS = `e.id as "rowId", e.person_id as "personId", e.class as "classBit", e.kind, e.did, e.shows, e.happened_on as "happenedOn", e.state,
  e.written_by as "writtenBy", e.written_on as "writtenOn", e.version`

/** Of somebody, the newest first, as far as the caller may see it; what was taken out is on no page. */
export function listEntries(tx: Tx, personId: PersonId): Promise<Entry[]> {
  return query<Entry>(
    tx,
    `select ${COLUMNS} from progress_entry e where e.partnership_id = $1 and e.person_id = $2 and e.sealed_at is null and e.state <> 'out'
     order by coalesce(e.happened_on, e.written_on) desc, e.id desc limit 500`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findEntry(tx: Tx, id: RowId): Promise<Entry | undefined> {
  const [row] = await query<Entry>(
    tx,
    `select ${COLUMNS} from progress_entry e where e.partnership_id = $1 and e.id = $2 and e.sealed_at is null and e.state <> 'out'`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** To the end of the transaction nobody else writes to this file. */
export async function holdFile(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'progress-file', personId)
}

/** Puts it in: theirs alone under a word of theirs, or shared by a colleague who wrote it down. */
export async function insertEntry(
  tx: Tx,
  personId: PersonId,
  content: EntryContent,
  by: { readonly lockId: RowId; readonly linkId: RowId } | { readonly writtenBy: AccountId },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  const own = 'lockId' in by ? by : undefined
  await query(
    tx,
    `insert into progress_entry (partnership_id, id, person_id, origin_person_id, kind, did, shows, happened_on, state, lock_id, link_id, written_by,
       written_on, shared_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[tx.acting.partnershipId, id, personId, content.kind, content.did, content.shows, content.happenedOn],
      ...[own ? 'private' : 'shared', own?.lockId ?? null, own?.linkId ?? null],
      ...['writtenBy' in by ? by.writtenBy : null, tx.acting.today, own ? null : tx.acting.today],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Moves it from one state to another. Returns 0 when it moved meanwhile. */
export async function updateEntryState(
  tx: Tx,
  entry: Pick<Entry, 'rowId' | 'personId'>,
  from: Entry['state'],
  to: Entry['state'],
): Promise<number> {
  const rows = await query(
    tx,
    `update progress_entry set state = $5, shared_on = $6, version = version + 1
     where partnership_id = $1 and id = $2 and person_id = $3 and state = $4 and written_by is null and sealed_at is null returning 1`,
    [...[tx.acting.partnershipId, entry.rowId, entry.personId, from, to], to === 'shared' ? tx.acting.today : null],
  )
  return rows.length
}

/** What a colleague wrote down with them is taken out as they want: its words are gone. As the house. Returns how many. */
export async function updateWrittenOut(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update progress_entry set state = 'out', did = '–', shows = '', shared_on = null, version = version + 1
     where partnership_id = $1 and id = $2 and person_id = $3 and state = 'shared' and written_by is not null and sealed_at is null returning 1`,
    [worker.acting.partnershipId, id, personId],
  )
  return rows.length
}

/** What is evidence of their targets, the oldest first, with its words as far as the caller may see them. */
export function listEvidence(tx: Tx, personId: PersonId): Promise<Evidence[]> {
  return query<Evidence>(
    tx,
    `select v.id as "rowId", v.entry_id as "entryId", v.target_id as "targetId", v.chosen_by as "chosenBy", v.chosen_on as "chosenOn",
       v.taken_back_on as "takenBackOn", case when v.taken_back_on is null then e.did end as did
     from progress_evidence v left join progress_entry e on e.partnership_id = v.partnership_id and e.id = v.entry_id and e.sealed_at is null
       and e.state = 'shared'
     where v.partnership_id = $1 and v.person_id = $2 and v.sealed_at is null order by v.id limit 1000`,
    [tx.acting.partnershipId, personId],
  )
}

/** Returns how many: none where it was evidence of that target already. */
export async function insertEvidence(
  tx: Tx,
  entry: Pick<Entry, 'rowId' | 'personId'>,
  target: { readonly rowId: RowId; readonly classBit: number },
  chosenBy: Evidence['chosenBy'],
): Promise<number> {
  const rows = await query(
    tx,
    `insert into progress_evidence (partnership_id, id, person_id, origin_person_id, class, entry_id, target_id, chosen_by, chosen_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (partnership_id, entry_id, target_id) where taken_back_on is null and sealed_at is null do nothing returning 1`,
    [
      ...[tx.acting.partnershipId, newId<'row'>(tx.acting.at), entry.personId, target.classBit, entry.rowId],
      ...[target.rowId, chosenBy, tx.acting.today, tx.acting.at, tx.acting.actorId],
    ],
  )
  return rows.length
}

/** What it was evidence of says from now on that it was taken back. As the house: it may be of parts its owner's link does not open. */
export async function updateTakenBack(worker: Tx, entryId: RowId): Promise<void> {
  await query(
    worker,
    `update progress_evidence set taken_back_on = $3, version = version + 1
     where partnership_id = $1 and entry_id = $2 and taken_back_on is null and sealed_at is null returning 1`,
    [worker.acting.partnershipId, entryId, worker.acting.today],
  )
}

/** So many words of one young person at most. Ours. */
export const MOST_WORDS = 20

export type Lock = { readonly rowId: RowId; readonly openedBy: RowId | null }

/** Their words, the newest first, without what they are held against. */
export function listLocks(tx: Tx, personId: PersonId): Promise<Lock[]> {
  return query<Lock>(
    tx,
    `select id as "rowId", opened_by as "openedBy" from progress_lock where partnership_id = $1 and person_id = $2 order by id desc limit ${MOST_WORDS}`,
    [tx.acting.partnershipId, personId],
  )
}

/** What their words are held against. As the house. */
export function listWordHashes(
  worker: Tx,
  personId: PersonId,
): Promise<{ readonly rowId: RowId; readonly hash: string; readonly tries: number; readonly triedOn: Day | null }[]> {
  return query(
    worker,
    `select id as "rowId", word_hash as hash, tries, tried_on as "triedOn" from progress_lock where partnership_id = $1 and person_id = $2
     order by id desc limit ${MOST_WORDS}`,
    [worker.acting.partnershipId, personId],
  )
}

export async function insertLock(tx: Tx, personId: PersonId, hash: string, linkId: RowId): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into progress_lock (partnership_id, id, person_id, origin_person_id, word_hash, opened_by, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7)`,
    [tx.acting.partnershipId, id, personId, hash, linkId, tx.acting.at, tx.acting.actorId],
  )
  return id
}

/** The word was given on the page of a link. As the house. */
export async function updateOpened(worker: Tx, ids: readonly RowId[], linkId: RowId): Promise<void> {
  await query(
    worker,
    `update progress_lock set opened_by = $3, tries = 0 where partnership_id = $1 and id = any($2::uuid[]) returning 1`,
    [worker.acting.partnershipId, [...ids], linkId],
  )
}

/** A wrong one was given. As the house. */
export async function updateTried(worker: Tx, personId: PersonId): Promise<void> {
  await query(
    worker,
    `update progress_lock set tries = case when tried_on = $3 then tries + 1 else 1 end, tried_on = $3 where partnership_id = $1 and person_id = $2
     returning 1`,
    [worker.acting.partnershipId, personId, worker.acting.today],
  )
}

/** When and by whom it was written down. */
export const findEntryFiling = filingIn('progress_entry', 'written_by')

/** Takes what a colleague wrote down off view, with what it was evidence of (K9). As the house. Returns how many: none when it was before. */
export async function updateEntrySealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update progress_entry set sealed_at = $4, version = version + 1
     where partnership_id = $1 and person_id = $2 and id = $3 and written_by is not null and sealed_at is null returning 1`,
    [worker.acting.partnershipId, personId, id, worker.acting.at],
  )
  if (rows.length > 0)
    await query(
      worker,
      `update progress_evidence set sealed_at = $3, version = version + 1 where partnership_id = $1 and entry_id = $2 and sealed_at is null returning 1`,
      [worker.acting.partnershipId, id, worker.acting.at],
    )
  return rows.length
}
