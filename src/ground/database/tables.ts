/** The tables as types. Written by `npm run tables` from a migrated database: not to be edited by hand. */
import type { Generated } from 'kysely'
import type { Instant } from '../clock.ts'

/** Every table by its name. */
export interface Tables {
  installation: InstallationTable
  job_progress: JobProgressTable
  migration: MigrationTable
  repeated_script: RepeatedScriptTable
}

/** Reference: one row that says what kind of database this is. Written once, when it is made. */
export interface InstallationTable {
  /** Always true: there is only one row. */
  only_one: Generated<boolean>
  /** live: real people. demo: invented people, anyone may choose whom to be. */
  kind: string
  /** When the database was made. */
  made_at: Instant
}

/** How far each long piece of work is: shown as a progress bar, and where it goes on after an interruption. */
export interface JobProgressTable {
  /** The partnership it is done for. */
  partnership_id: string
  /** The job; the same id as in the queue. */
  job_id: string
  /** The kind of job. */
  name: string
  /** What it is about: ids and codes by name, never anything about a person. */
  ids: unknown
  /** waiting, running, stopping (asked to stop, not yet stopped), done, failed or cancelled. */
  state: string
  /** The step it is in: a word of the job's own. */
  step: string | null
  /** How many things of this step are done. */
  done: Generated<number>
  /** How many things there are in this step, where that is known. */
  total: number | null
  /** Where to go on after an interruption, in the job's own terms: ids and counts only. */
  position: unknown
  /** How many times it was begun. */
  attempt: Generated<number>
  /** The process that has it in hand; another may not write its progress. */
  runner: string | null
  /** A code for why it failed; never a message with data in it. */
  failure: string | null
  /** Who asked for it: the kind of actor and its id. */
  asked_by: string
  /** The organisation the asker acted for. */
  asked_for: string | null
  /** On what basis it was asked for; rights are checked again when it runs. */
  basis: string | null
  /** When it was asked for. */
  asked_at: Instant
  /** When it was last begun. */
  started_at: Instant | null
  /** When its progress was last written. */
  updated_at: Instant
  /** When it ended: done, failed or cancelled. */
  finished_at: Instant | null
}

/** Reference: the forward-only migrations that made this database, in order. */
export interface MigrationTable {
  /** The number the migration's file name begins with. */
  number: number
  /** The migration's file name. */
  name: string
  /** SHA-256 of the file as it was applied: a file edited afterwards is refused. */
  sha256: string
  /** When it was applied. */
  applied_at: Instant
}

/** Reference: scripts that run again whenever they change, such as the data dictionary. */
export interface RepeatedScriptTable {
  /** The script's file name. */
  name: string
  /** SHA-256 of the file as it last ran. */
  sha256: string
  /** When it last ran. */
  applied_at: Instant
}
