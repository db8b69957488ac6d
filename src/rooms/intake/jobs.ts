/** The long work of this room, by name. */
import { defineJob, type JobDefinition } from '#ground/jobs/index.ts'
import { applyList } from './actions/apply.ts'
import { readList } from './actions/read.ts'
import { undoList } from './actions/undo.ts'
import type { ListFolder } from './files.ts'

export type IntakeJobs = {
  readonly reading: JobDefinition
  readonly applying: JobDefinition
  readonly undoing: JobDefinition
}

/** The jobs of intake for one installation. A second asking for the same list while one waits is that one. */
export function intakeJobs(folder: ListFolder): IntakeJobs {
  return {
    reading: defineJob('intake.read', { once: true, expireMinutes: 240, handler: job => readList(job, folder) }),
    applying: defineJob('intake.apply', { once: true, expireMinutes: 240, handler: applyList }),
    undoing: defineJob('intake.undo', { once: true, expireMinutes: 240, handler: undoList }),
  }
}
