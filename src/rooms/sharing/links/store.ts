import type { Instant } from '#ground/clock.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type GrantId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Link, LinkedAdult, LinkedPlace } from './link.ts'

const COLUMNS = `id as "rowId", person_id as "personId", kind, pages, referral_id as "referralId", for_name as "forName", adult_id as "adultId", adult_basis as "adultBasis", adult_shown as "adultShown", organisation_id as "organisationId", classes, code_hash as "codeHash", review_on as "reviewOn", made_by as "madeBy",
  made_on as "madeOn", expires_at as "expiresAt", tries, entered_at as "enteredAt", session_hash as "sessionHash", session_until as "sessionUntil",
  used_at as "usedAt", ended_at as "endedAt", grant_id as "grantId", asked_at as "askedAt"`

export type NewLink = Pick<
  Link,
  | 'personId'
  | 'kind'
  | 'pages'
  | 'referralId'
  | 'forName'
  | 'classes'
  | 'codeHash'
  | 'reviewOn'
  | 'madeBy'
  | 'expiresAt'
> & {
  readonly originPersonId: PersonId
  readonly classBit: number
  readonly tokenHash: Buffer
  readonly adult: LinkedAdult | undefined
  readonly place: LinkedPlace | undefined
}

export async function insertLink(tx: Tx, link: NewLink): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into secure_link (partnership_id, id, person_id, origin_person_id, class, kind, classes, token_hash, code_hash, review_on, made_by, made_on,
       expires_at, recorded_at, recorded_by, referral_id, for_name, adult_id, adult_basis, adult_shown, organisation_id, known_on, pages)
     values ($1, $2, $3, $15, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      ...[tx.acting.partnershipId, id, link.personId, link.classBit, link.kind, link.classes, link.tokenHash],
      ...[link.codeHash, link.reviewOn, link.madeBy, tx.acting.today, link.expiresAt, tx.acting.at, tx.acting.actorId],
      ...[link.originPersonId, link.referralId, link.forName],
      ...[link.adult?.adultId ?? null, link.adult?.basis ?? null],
      link.adult ? [...link.adult.shown] : null,
      ...[link.place?.organisationId ?? null, link.place?.knownOn ?? null],
      [...link.pages],
    ],
  )
  return id
}

/** By what its address says. As the house: whoever opens it is nobody yet. Nobody else enters it until the transaction ends. */
export async function findByToken(worker: Tx, tokenHash: Buffer): Promise<Link | undefined> {
  const [link] = await query<Link>(
    worker,
    `select ${COLUMNS} from secure_link where partnership_id = $1 and token_hash = $2 for update`,
    [worker.acting.partnershipId, tokenHash],
  )
  return link
}

/** Links about somebody of one kind, newest first, as far as the caller may see what they open. */
export function listLinksOn(tx: Tx, personId: PersonId, kind: Link['kind']): Promise<Link[]> {
  return query<Link>(
    tx,
    `select ${COLUMNS} from secure_link where partnership_id = $1 and person_id = $2 and kind = $3 order by recorded_at desc, id desc limit 20`,
    [tx.acting.partnershipId, personId, kind],
  )
}

/** Links to the letter of one referral, newest first. As the house: the caller has decided that its sender's side asks, which may see no such class. */
export function listLinksTo(worker: Tx, referralId: RowId): Promise<Link[]> {
  return query<Link>(
    worker,
    `select ${COLUMNS} from secure_link where partnership_id = $1 and referral_id = $2 order by recorded_at desc, id desc limit 40`,
    [worker.acting.partnershipId, referralId],
  )
}

export async function updateTried(worker: Tx, id: RowId): Promise<void> {
  await query(
    worker,
    `update secure_link set tries = tries + 1, version = version + 1 where partnership_id = $1 and id = $2`,
    [worker.acting.partnershipId, id],
  )
}

/** The code was given: what is open from now is known by a secret of the browser. As the house. */
export async function updateEntered(
  worker: Tx,
  id: RowId,
  open: { readonly sessionHash: Buffer; readonly until: Instant; readonly grantId: GrantId | null },
): Promise<void> {
  await query(
    worker,
    `update secure_link set entered_at = $3, session_hash = $4, session_until = $5, grant_id = $6, version = version + 1
     where partnership_id = $1 and id = $2`,
    [worker.acting.partnershipId, id, worker.acting.at, open.sessionHash, open.until, open.grantId],
  )
}

/** What it was made for is done. As the house. */
export async function updateUsed(worker: Tx, id: RowId): Promise<void> {
  await query(
    worker,
    `update secure_link set used_at = coalesce(used_at, $3), version = version + 1 where partnership_id = $1 and id = $2`,
    [worker.acting.partnershipId, id, worker.acting.at],
  )
}

/** Whoever opened it asked for another. As the house. Returns how many: none when they had asked before. */
export async function updateAsked(worker: Tx, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update secure_link set asked_at = $3, version = version + 1 where partnership_id = $1 and id = $2 and asked_at is null returning 1`,
    [worker.acting.partnershipId, id, worker.acting.at],
  )
  return rows.length
}

/** Links for agencies that were made on a day or before, that nobody opened and of which nobody was told. As the house, by the clock. */
export function listUnopened(worker: Tx, madeBy: Day, most: number): Promise<Link[]> {
  return query<Link>(
    worker,
    `select ${COLUMNS} from secure_link where partnership_id = $1 and kind = 'agency' and entered_at is null and ended_at is null
       and unopened_told_at is null and made_on <= $2 order by made_on, id limit $3`,
    [worker.acting.partnershipId, madeBy, most],
  )
}

/** Notes that the sender was told that nobody opened it. As the house. Returns how many: none when they were before. */
export async function updateUnopenedTold(worker: Tx, id: RowId): Promise<number> {
  const rows = await query(
    worker,
    `update secure_link set unopened_told_at = $3, version = version + 1 where partnership_id = $1 and id = $2 and unopened_told_at is null returning 1`,
    [worker.acting.partnershipId, id, worker.acting.at],
  )
  return rows.length
}

/** Ends every link of a partnership: after a restore one that was used or ended since would open again. As the house. */
export async function endEveryLink(tx: Tx): Promise<void> {
  await query(
    tx,
    `update secure_link set ended_at = $2, version = version + 1 where partnership_id = $1 and ended_at is null`,
    [tx.acting.partnershipId, tx.acting.at],
  )
}

/** To the end of the transaction nobody else makes a link for this person. */
export async function holdLinks(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'secure-link', personId)
}

/**
 * Nobody enters it any more, and what was open is shut. As the house.
 * @returns what it had opened, as it was at that moment; undefined when it had ended before
 */
export async function updateEnded(worker: Tx, id: RowId): Promise<{ grantId: GrantId | null } | undefined> {
  const [ended] = await query<{ grantId: GrantId | null }>(
    worker,
    `with before as (select partnership_id, id, grant_id from secure_link where partnership_id = $1 and id = $2 and ended_at is null for update)
     update secure_link l set ended_at = $3, grant_id = null, version = l.version + 1 from before b
     where l.partnership_id = b.partnership_id and l.id = b.id returning b.grant_id as "grantId"`,
    [worker.acting.partnershipId, id, worker.acting.at],
  )
  return ended
}
