/** The long work of every room, wired: what one room's work asks of another's is handed over here. */
import type { JobDefinition } from '#ground/jobs/index.ts'
import { type IntakeJobs, intakeJobs, type ListFolder, saidByPartners } from '#rooms/intake/index.ts'
import { type MatchingJobs, matchingJobs } from '#rooms/matching/index.ts'

export type HouseJobs = {
  readonly intake: IntakeJobs
  readonly matching: MatchingJobs
  readonly all: readonly JobDefinition[]
}

/** The jobs of one installation. */
export function houseJobs(folder: ListFolder): HouseJobs {
  const matching = matchingJobs(saidByPartners)
  const intake = intakeJobs(folder, matching.learning)
  return { intake, matching, all: [...Object.values(matching), ...Object.values(intake)] }
}
