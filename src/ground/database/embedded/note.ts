/**
 * The note a data folder carries (`database.json`): where its cluster and its socket lie. A command run on a folder that
 * is being served reads it to find the running server; the next start reads it to find a cluster kept elsewhere.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, DatabaseTrouble } from '../trouble.ts'

/** Where things lie. `socketDir` is only there while the folder is served. */
export interface Note {
  /** The folder with the database files (PGDATA). */
  readonly cluster: string
  /** The folder with the database programs. */
  readonly binaries: string
  readonly port: number
  readonly socketDir?: string
}

/** The note of a data folder, or undefined when it has none yet. */
export function readNote(dataDir: string): Note | undefined {
  const path = notePath(dataDir)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Note
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw new DatabaseTrouble(
      `The note ${path} cannot be read, so it is not known where the database of this folder lies.`,
      'Put it back from a backup, or remove it if the database lies in the folder "postgres" beside it.',
      { cause },
    )
  }
}

/** Writes the note whole: a reader sees the old or the new one. */
export function writeNote(dataDir: string, note: Note): void {
  replaceFile(notePath(dataDir), `${JSON.stringify(note, null, 2)}\n`, 0o644)
}

/**
 * Puts a new file in the place of an old one in one step. It never follows a link left at the name: root writes into
 * folders that belong to the server's account, and that account must not be able to lead it elsewhere.
 */
export function replaceFile(path: string, text: string, mode: number): void {
  const draft = `${path}.${process.pid}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { mode, flag: 'wx' })
  renameSync(draft, path)
}

function notePath(dataDir: string): string {
  return join(dataDir, 'database.json')
}
