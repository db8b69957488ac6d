import type { Instant } from '#ground/clock.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { AccountId } from '#ground/ids.ts'

/** What a partnership decided about matching; version 0 while it decided nothing. */
export type Setting = {
  readonly version: number
  readonly frozenAt: Instant | null
  readonly frozenBy: AccountId | null
  /** From which weight on rows are linked, where it was moved. */
  readonly linkBits: number | null
  readonly linkAt: Instant | null
  readonly linkBy: AccountId | null
}

const UNTOUCHED: Setting = {
  version: 0,
  frozenAt: null,
  frozenBy: null,
  linkBits: null,
  linkAt: null,
  linkBy: null,
}

/** What a partnership decided about matching: whether the model is frozen, and where rows are linked. */
export async function findSetting(tx: Tx): Promise<Setting> {
  const [row] = await query<Setting>(
    tx,
    `select version, frozen_at as "frozenAt", frozen_by as "frozenBy", link_bits as "linkBits", link_at as "linkAt", link_by as "linkBy"
     from match_setting where partnership_id = $1`,
    [tx.acting.partnershipId],
  )
  return row ?? UNTOUCHED
}
