import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type RowId } from '#ground/ids.ts'
import type { Item, ItemKind, Profile, ProfileContent } from './readiness.ts'

const PROFILES = `select p.account_id as "accountId", p.background, p.ask_about as "askAbout", p.languages, p.version
  from colleague_profile p where p.partnership_id = $1`

/** What colleagues say of themselves. */
export function listProfiles(tx: Tx): Promise<Profile[]> {
  return query<Profile>(tx, PROFILES, [tx.acting.partnershipId])
}

/** What some of them say. */
export function listProfilesOf(tx: Tx, accountIds: readonly AccountId[]): Promise<Profile[]> {
  return query<Profile>(tx, `${PROFILES} and p.account_id = any($2::uuid[])`, [
    tx.acting.partnershipId,
    [...accountIds],
  ])
}

export async function findProfile(tx: Tx, accountId: AccountId): Promise<Profile | undefined> {
  const [row] = await query<Profile>(tx, `${PROFILES} and p.account_id = $2`, [tx.acting.partnershipId, accountId])
  return row
}

/**
 * Writes what a colleague says of themselves, from the version they saw (0 where there was none).
 * @returns 0 when it was written in between
 */
export async function upsertProfile(
  tx: Tx,
  accountId: AccountId,
  content: ProfileContent,
  version: number,
): Promise<number> {
  const values = [tx.acting.partnershipId, accountId, content.background, content.askAbout, content.languages]
  const rows =
    version === 0
      ? await query(
          tx,
          `insert into colleague_profile (partnership_id, account_id, background, ask_about, languages, recorded_at, recorded_by)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
          [...values, tx.acting.at, tx.acting.actorId],
        )
      : await query(
          tx,
          `update colleague_profile set background = $3, ask_about = $4, languages = $5, version = version + 1
           where partnership_id = $1 and account_id = $2 and version = $6 returning 1`,
          [...values, version],
        )
  return rows.length
}

const ITEM = `i.id as "rowId", i.account_id as "accountId", i.kind, i.done_on as "doneOn", i.evidence, i.noted_by as "notedBy"`

/** What colleagues have done, newest first. */
export function listItems(tx: Tx, accountIds: readonly AccountId[]): Promise<Item[]> {
  return query<Item>(
    tx,
    `select ${ITEM} from readiness_item i where i.partnership_id = $1 and i.account_id = any($2::uuid[]) and i.over_on is null
     order by i.done_on desc, i.id desc`,
    [tx.acting.partnershipId, [...accountIds]],
  )
}

/**
 * Whether the partnership writes down at all what its colleagues have done.
 * @param kind of one kind; of any, where it is left out
 */
export async function keepsReadiness(tx: Tx, kind: ItemKind | null = null): Promise<boolean> {
  const rows = await query(
    tx,
    'select 1 from readiness_item where partnership_id = $1 and over_on is null and ($2::text is null or kind = $2) limit 1',
    [tx.acting.partnershipId, kind],
  )
  return rows.length > 0
}

export async function insertItem(
  tx: Tx,
  item: { readonly accountId: AccountId; readonly kind: ItemKind; readonly doneOn: Day; readonly evidence: string },
  notedBy: AccountId,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into readiness_item (partnership_id, id, account_id, kind, done_on, evidence, noted_by, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.acting.partnershipId, id, item.accountId, item.kind, item.doneOn, item.evidence, notedBy],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** It was said wrongly. Returns 0 when it was taken off before. */
export async function updateItemOver(tx: Tx, accountId: AccountId, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update readiness_item set over_on = $4 where partnership_id = $1 and account_id = $2 and id = $3 and over_on is null returning 1`,
    [tx.acting.partnershipId, accountId, id, tx.acting.today],
  )
  return rows.length
}
