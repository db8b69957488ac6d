/** Work that keeps a processor busy stands in a file of its own and runs on a thread of its own: nobody waits for a page meanwhile. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

const fromSources = new Map<string, string>()

/**
 * Starts a thread. Built, its file stands beside the program; from the sources (tests) it is put together once in a process:
 * reading TypeScript anew takes seconds.
 * @param name what the build calls it, without its ending: see scripts/build.mjs
 * @param source where its source stands
 */
export function startThread(name: string, source: URL): Worker {
  if (import.meta.url.endsWith('/main.js')) return new Worker(new URL(`./${name}.js`, import.meta.url))
  const text = fromSources.get(name) ?? bundleOf(source)
  fromSources.set(name, text)
  return new Worker(text, { eval: true })
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
