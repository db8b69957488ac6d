/** The migrations as files: where they lie, in which order they go, and what each one's fingerprint is. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** One file of SQL. `number` is its place in the order; scripts that run again have none. */
export interface SqlFile {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly sha256: string
}

/** The folder of migrations: found upwards from this file, whether it runs from `src` or built into `dist`. */
export function migrationsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const found = join(folder, 'migrations')
    if (existsSync(found) && existsSync(join(folder, 'package.json'))) return found
    if (dirname(folder) === folder) throw new Error('the folder "migrations" is missing from the package')
  }
}

/**
 * The forward-only migrations (`NNNN_name.sql`) in order.
 * @throws Error when two carry the same number or a file is misnamed
 */
export function readMigrations(folder: string): SqlFile[] {
  const files = sqlFiles(folder)
  for (const [index, file] of files.entries()) {
    if (Number.isNaN(file.number)) throw new Error(`a migration is named NNNN_name.sql, not ${file.name}`)
    if (file.number === files[index - 1]?.number) throw new Error(`two migrations carry the number ${file.number}`)
  }
  return files
}

/** The scripts that run again whenever they change (`always/*.sql`), in order of their names. */
export function readRepeatedScripts(folder: string): SqlFile[] {
  const always = join(folder, 'always')
  return existsSync(always) ? sqlFiles(always) : []
}

function sqlFiles(folder: string): SqlFile[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .toSorted()
    .map(name => {
      // A checkout on Windows may have turned line ends; the migration is the same.
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]
      return { number: Number(number), name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })
}
