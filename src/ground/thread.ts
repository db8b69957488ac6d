/** Work that keeps a processor busy stands in a file of its own and runs on a thread of its own: nobody waits for a page meanwhile. */
import { readlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

const fromSources = new Map<string, string>()

/**
 * Starts a thread. Built, its file stands beside the program; from the sources (tests) it is put together once in a process:
 * reading TypeScript anew takes seconds.
 * @param name what the build calls it, without its ending: see scripts/build.mjs
 * @param source where its source stands
 * @param workerData what it is given to begin with: plain data
 */
export function startThread(name: string, source: URL, workerData?: unknown): Worker {
  // Built, this file is a part of the program, or of a thread of it, and all of them stand in one folder.
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, import.meta.url), { workerData })
  const text = fromSources.get(name) ?? bundleOf(source)
  fromSources.set(name, text)
  return new Worker(text, { eval: true, workerData })
}

/** How far a thread steps back behind the others of its process. */
const BEHIND = 5

/**
 * Lets the thread that calls this wait for a processor behind the others of the program. Linux counts threads one by one; elsewhere nothing is done.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), BEHIND)
  } catch {
    // A container may forbid it: then it works as it was.
  }
}

function bundleOf(source: URL): string {
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild')
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(source)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    define: { 'import.meta.url': JSON.stringify(source.href) },
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
