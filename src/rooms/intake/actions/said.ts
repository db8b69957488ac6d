/** What partners' rows say: what matching learns from: the rows of partners that are on record, and who each is. */
import type { Tx } from '#ground/database/tx.ts'
import { formatDay } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import type { RowsOfPartner, SaidByPartners } from '#rooms/matching/index.ts'
import { soughtFor } from '../sought.ts'
import { listRowsAbout, listSaid, type SaidPlace } from '../store/said.ts'
import { en } from '../words.ts'

const AT_A_TIME = 2000

/** A page of rows. As the house. */
export const saidByPartners: SaidByPartners = async (worker, after) => {
  const rows = await listSaid(worker, after === null ? null : (JSON.parse(after) as SaidPlace), AT_A_TIME)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ personId, organisationId, content }) => ({
      personId,
      organisationId,
      known: soughtFor(content, organisationId),
    })),
    next: last === undefined || rows.length < AT_A_TIME ? null : placeOf(last),
  }
}

function placeOf({ organisationId, listKey, sourceKey }: SaidPlace): string {
  return JSON.stringify({ organisationId, listKey, sourceKey } satisfies SaidPlace)
}

/** What each partner itself sent about some people, in words to ask it by: its own row, and nothing of anybody else's. */
export async function rowsAbout(tx: Tx, ids: readonly PersonId[]): Promise<RowsOfPartner[]> {
  const byPartner = new Map<
    string,
    { organisationId: RowsOfPartner['organisationId']; partner: string; said: string[] }
  >()
  for (const { organisationId, partner, content } of await listRowsAbout(tx, ids)) {
    const own = byPartner.get(organisationId) ?? { organisationId, partner, said: [] }
    const said = en.rowInWords(`${content.legal.given} ${content.legal.family}`, formatDay(content.bornOn), content.uln)
    if (!own.said.includes(said)) own.said.push(said)
    byPartner.set(organisationId, own)
  }
  return [...byPartner.values()]
}
