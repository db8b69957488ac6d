import type { MatchingJobs } from './jobs.ts'

/** What the house hands to this room. */
export type MatchingHouse = {
  readonly jobs: MatchingJobs
  /** Lets the runner of jobs look for work at once. */
  nudge(): void
}
