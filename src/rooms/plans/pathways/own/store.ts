import { query, type Tx } from '#ground/database/tx.ts'
import type { RowId } from '#ground/ids.ts'
import type { OwnSay, PathwayStep } from '../pathway.ts'

/** What they say to a step that is to be done and theirs, by a link. Returns 0 when it moved meanwhile. */
export async function updateOwnSay(
  tx: Tx,
  before: Pick<PathwayStep, 'rowId' | 'version'>,
  linkId: RowId,
  to: { readonly say: OwnSay; readonly words: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update pathway_step set own_say = $4, own_words = $5, own_on = $6, own_link = $7, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'to-do' and owner = 'young-person' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.say, to.words, tx.acting.today, linkId],
  )
  return rows.length
}
