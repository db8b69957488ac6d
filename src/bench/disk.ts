/** How long the disk takes to keep a write: every saved page waits for it. */
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { share } from './figures.ts'

export type DiskFigures = { readonly p50: number; readonly p95: number }

const WRITES = 200
const BYTES = 8192

/** Writes so many times 8 KB into a folder, each followed by fdatasync, as the database does at each commit. */
export async function measureDisk(folder: string): Promise<DiskFigures> {
  const path = join(folder, 'bench-disk')
  const file = await open(path, 'w')
  const block = Buffer.alloc(BYTES, 7)
  const taken: number[] = []
  try {
    // What is written over again, as a log that is used again: the file does not grow while it is measured.
    for (let i = 0; i < WRITES; i++) await file.write(block, 0, BYTES, i * BYTES)
    await file.sync()
    for (let i = 0; i < WRITES; i++) {
      const started = performance.now()
      await file.write(block, 0, BYTES, i * BYTES)
      await file.datasync()
      taken.push(performance.now() - started)
    }
  } finally {
    await file.close()
    await rm(path, { force: true })
  }
  return { p50: share(taken, 0.5), p95: share(taken, 0.95) }
}
