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

/**
 * The jobs of intake for one installation. A second asking for the same list while one waits is that one.
 * @param learning matching's job: a list that went in may be what a model is learned from
 */
export function intakeJobs(folder: ListFolder, learning: JobDefinition): IntakeJobs {
  return {
    reading: defineJob('intake.read', { once: true, expireMinutes: 240, handler: job => readList(job, folder) }),
    applying: defineJob('intake.apply', { once: true, expireMinutes: 240, handler: job => applyList(job, learning) }),
    undoing: defineJob('intake.undo', { once: true, expireMinutes: 240, handler: undoList }),
  }
}
