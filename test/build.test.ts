import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const here = resolve(import.meta.dirname, '..')
let root: string

/** The build in a process of its own, as a command does it. */
function build(): string {
  return execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { encoding: 'utf8', stdio: 'pipe' })
}
function stale(): Promise<string[]> {
  const script = `import(${JSON.stringify(join(root, 'scripts/build.mjs'))})
    .then(m => m.buildStale({ root: ${JSON.stringify(root)} })).then(b => console.log(JSON.stringify(b)))`
  return Promise.resolve(JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as string[])
}
function manifest(): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'dist/assets/manifest.json'), 'utf8')) as Record<string, string>
}
function asset(name: string): Buffer {
  return readFileSync(join(root, 'dist/assets', name))
}

describe('the build', () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'build-'))
    mkdirSync(join(root, 'src'))
    for (const part of ['web', 'ground', 'rooms/sessions'])
      cpSync(join(here, 'src', part), join(root, 'src', part), { recursive: true })
    cpSync(join(here, 'scripts/build.mjs'), join(root, 'scripts/build.mjs'))
    for (const name of ['package.json', 'package-lock.json', 'tsconfig.json'])
      cpSync(join(here, name), join(root, name))
    symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'))
    writeFileSync(
      join(root, 'src/main.ts'),
      `import { assetUrl } from '#web/assets.ts'\nexport const run = async () => { console.log(assetUrl('main.css')); return 0 }\n`,
    )
    mkdirSync(join(root, 'src/rooms/matching/weighing'), { recursive: true })
    writeFileSync(join(root, 'src/rooms/matching/weighing/learner.ts'), `console.log('learns')\n`)
    writeFileSync(join(root, 'src/background-thread.ts'), `console.log('goes on behind')\n`)
    build()
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('names each file by its content, and keeps it compressed beside', () => {
    const names = manifest()
    expect(Object.keys(names).toSorted()).toEqual([
      'boot.js',
      'font-latin-ext.woff2',
      'font-latin.woff2',
      'main.css',
      'main.js',
      'mark.svg',
      'notebook-worker.js',
      'notebook.js',
    ])
    for (const [name, file] of Object.entries(names)) {
      expect(file).toMatch(/-[0-9a-f]{12}\.\w+$/)
      if (name.endsWith('.woff2')) continue
      expect(brotliDecompressSync(asset(`${file}.br`))).toEqual(asset(file))
      expect(gunzipSync(asset(`${file}.gz`))).toEqual(asset(file))
    }
  })
  it('leads the style sheet to the fonts that are there, and to nothing else', () => {
    const names = manifest()
    const css = asset(names['main.css'] ?? '').toString()
    const urls = [...css.matchAll(/url\(([^)]*)\)/g)].map(match => match[1]?.replaceAll('"', ''))
    expect(new Set(urls)).toEqual(new Set([names['font-latin-ext.woff2'], names['font-latin.woff2']]))
    // Neither the type face nor the blue of another house.
    expect(/GDS Transport|#1d70b8|#1a65a6/i.exec(css)?.[0]).toBeUndefined()
  })
  it('gives a bundle that runs and finds its files', () => {
    const script = `import(${JSON.stringify(join(root, 'dist/main.js'))}).then(m => m.run())`
    const told = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()
    expect(told).toBe(`/assets/${manifest()['main.css']}`)
  })
  it('does nothing when nothing changed', async () => {
    expect(await stale()).toEqual([])
  })
  it('builds only what changed', async () => {
    utimesSync(join(root, 'src/web/browser/boot.ts'), 4_000_000_000, 4_000_000_000)
    expect(await stale()).toEqual(['server', 'scripts'])
    expect(await stale()).toEqual([])
  })
  it('sees that a file went away, and keeps the files of the build before', async () => {
    const old = manifest()['main.css'] ?? ''
    writeFileSync(join(root, 'src/web/styles/_print.scss'), '')
    expect(await stale()).toEqual(['server', 'styles'])
    expect(manifest()['main.css']).not.toBe(old)
    expect(existsSync(join(root, 'dist/assets', old))).toBe(true)
    rmSync(join(root, 'src/web/README.md'))
    expect(await stale()).toEqual(['server'])
  })
})
