import type { ListFolder } from './files.ts'
import type { IntakeJobs } from './jobs.ts'

/** What the house hands to this room. */
export type IntakeHouse = {
  readonly folder: ListFolder
  readonly jobs: IntakeJobs
  /** Lets the runner of jobs look for work at once. */
  nudge(): void
}
