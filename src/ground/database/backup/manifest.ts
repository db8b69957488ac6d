/**
 * What a backup says of itself: the file `backup.json` in it. docs/running/backup-format.md describes the whole for whoever
 * reads one without this program.
 */
import { z } from 'zod'

/** The name of the format, and the only version of it so far. */
export const FORMAT = 'connexions-backup'
export const FORMAT_VERSION = 1
/** The entry that says what the others are; the last one written, because it holds their fingerprints. */
export const MANIFEST_ENTRY = 'backup.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.number().int().min(0)

const table = z.object({
  /** Without its schema, which is `app`. */
  name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
  entry: z.string().regex(/^tables\/[a-z_][a-z0-9_]*\.csv$/),
  columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)).min(1),
  rows: size,
  bytes: size,
  sha256,
})

// A name and nothing else: it becomes the name of a file.
const file = z.object({ entry: z.string().regex(/^(?:lists|keys)\/[A-Za-z0-9][\w.-]{0,100}$/), bytes: size, sha256 })

const schema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  /** The moment it was begun, by the program's clock. */
  madeAt: z.string().min(1),
  madeBy: z.string().min(1),
  kind: z.enum(['live', 'demo']),
  /** Which key signed the newest root of the audit: the keys folder it is restored beside must hold that one. */
  auditKey: z.string().nullable(),
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), sha256 })).min(1),
  tables: z.array(table).min(1),
  sequences: z.array(
    z.object({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      last: z.string().regex(/^-?\d+$/),
      called: z.boolean(),
    }),
  ),
  /** Lists that were on their way, by the id of their run. */
  lists: z.array(file),
  /** Files of the keys folder, where they were asked for. */
  keys: z.array(file),
})

export type Manifest = z.infer<typeof schema>
export type TableInBackup = z.infer<typeof table>
export type FileInBackup = z.infer<typeof file>

/** Reads a manifest; undefined where the text is not one, or is one of a version this program does not know. */
export function readManifest(text: string): Manifest | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** How many rows a backup holds, of all its tables. */
export function rowsIn({ tables }: Pick<Manifest, 'tables'>): number {
  return tables.reduce((sum, table) => sum + table.rows, 0)
}
