/** What matching learns from: the rows of partners that are on record, and who each is. */
import type { SaidByPartners } from '#rooms/matching/index.ts'
import { soughtFor } from '../sought.ts'
import { listSaid } from '../store/rows.ts'

const AT_A_TIME = 2000

/** A page of rows. As the house. */
export const saidByPartners: SaidByPartners = async (worker, after) => {
  const rows = await listSaid(worker, after, AT_A_TIME)
  return {
    rows: rows.map(({ personId, organisationId, content }) => ({
      personId,
      organisationId,
      known: soughtFor(content, organisationId),
    })),
    next: rows.length < AT_A_TIME ? null : (rows.at(-1)?.place ?? null),
  }
}
