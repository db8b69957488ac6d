import type { Tx } from '#ground/database/tx.ts'
import type { OrganisationId, PersonId } from '#ground/ids.ts'
import type { MatchingJobs } from './jobs.ts'

/** What a partner itself sent about some people. */
export type RowsOfPartner = {
  readonly organisationId: OrganisationId
  readonly partner: string
  /** Each row in a few words: name, birth date, number. */
  readonly said: readonly string[]
}

/** What the house hands to this room. */
export type MatchingHouse = {
  readonly jobs: MatchingJobs
  /** Lets the runner of jobs look for work at once. */
  nudge(): void
  /** What each partner sent about these people; rows are intake's. */
  rowsAbout(tx: Tx, ids: readonly PersonId[]): Promise<RowsOfPartner[]>
}
