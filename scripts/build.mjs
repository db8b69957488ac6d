/**
 * Builds what is stale into dist/: the server's bundle, the style sheet, the browser's scripts, fonts and mark. Assets
 * carry a hash of their content in their name, with `manifest.json` to find them by, and lie there compressed as well.
 * When nothing changed it only looks at times of files, which takes some milliseconds.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const FONTS = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
const BROWSER_PARTS = ['browser', 'form', 'govuk', 'shell'].map(part => `src/web/${part}`)
const NOTEBOOK = 'src/rooms/sessions/notebook/browser'
/** What is built, from what. Everything also depends on the packages and on this file. */
const PARTS = {
  server: { inputs: ['src'], build: buildServer },
  styles: { inputs: ['src/web/styles'], build: buildStyles },
  // The notebook is drawn on the device, with the rules, words and components of its page.
  scripts: { inputs: [...BROWSER_PARTS, 'src/ground', 'src/rooms/sessions'], build: buildScripts },
}
const ALWAYS = ['package.json', 'package-lock.json', 'scripts/build.mjs']

/**
 * Builds what is stale.
 * @param {{ root: string, log?: (line: string) => void }} options root is the folder of package.json
 * @returns {Promise<string[]>} the parts that were built
 */
export async function buildStale({ root, log = () => undefined }) {
  const stampFile = join(root, 'dist/build.json')
  const before = readJson(stampFile) ?? {}
  const now = {}
  const built = []
  for (const [name, part] of Object.entries(PARTS)) {
    now[name] = stampOf(root, [...part.inputs, ...ALWAYS])
    if (before[name] === now[name] && existsSync(join(root, 'dist/assets/manifest.json'))) continue
    await part.build(root)
    built.push(name)
  }
  if (built.length > 0) {
    write(stampFile, JSON.stringify(now))
    log(`built ${built.join(', ')}`)
  }
  return built
}

/** A hash of names, times and sizes: a file that went away, or came back older, is a change too. */
function stampOf(root, inputs) {
  const hash = createHash('sha256')
  const look = path => {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const name of readdirSync(path)) look(join(path, name))
    else if (stat && !/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}/${stat.mtimeMs}/${stat.size}\n`)
    }
  }
  for (const input of inputs) look(join(root, input))
  return hash.digest('hex').slice(0, 16)
}

async function buildServer(root) {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    // What goes on in the background, the learner and the press run on threads of their own.
    entryPoints: {
      main: 'src/main.ts',
      background: 'src/background-thread.ts',
      learner: 'src/rooms/matching/weighing/learner.ts',
      press: 'src/web/pdf/press.ts',
    },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
}

async function buildStyles(root) {
  const [sass, { transform }] = await Promise.all([import('sass'), import('esbuild')])
  const files = {
    'font-latin.woff2': readFileSync(join(root, `${FONTS}-latin-wght-normal.woff2`)),
    'font-latin-ext.woff2': readFileSync(join(root, `${FONTS}-latin-ext-wght-normal.woff2`)),
    'mark.svg': readFileSync(join(root, 'src/web/styles/mark.svg')),
  }
  const sheet = await sass.compileAsync(join(root, 'src/web/styles/main.scss'), {
    loadPaths: [root, join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  })
  // The sheet names fonts plainly; here they get the names they are kept under.
  let css = sheet.css
  for (const [name, content] of Object.entries(files))
    css = css.replaceAll(`url("${name}")`, `url("${hashed(name, content)}")`)
  files['main.css'] = Buffer.from((await transform(css, { loader: 'css', minify: true })).code)
  addAssets(root, files)
}

async function buildScripts(root) {
  const { build } = await import('esbuild')
  const shared = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: 'es2020',
    write: false,
    logLevel: 'warning',
  }
  const jsx = { jsx: 'automatic', jsxImportSource: 'preact' }
  const [main, boot, notebook, worker] = await Promise.all([
    build({ ...shared, entryPoints: ['src/web/browser/main.ts'], format: 'esm' }),
    build({ ...shared, entryPoints: ['src/web/browser/boot.ts'], format: 'iife' }),
    build({ ...shared, ...jsx, entryPoints: [`${NOTEBOOK}/main.tsx`], format: 'esm', target: 'es2022' }),
    build({ ...shared, entryPoints: [`${NOTEBOOK}/worker.ts`], format: 'iife' }),
  ])
  addAssets(root, {
    'main.js': Buffer.from(main.outputFiles[0].contents),
    'boot.js': Buffer.from(boot.outputFiles[0].contents),
    'notebook.js': Buffer.from(notebook.outputFiles[0].contents),
    'notebook-worker.js': Buffer.from(worker.outputFiles[0].contents),
  })
}

/** Writes assets under hashed names. Those of the build before stay, for pages that are open; older ones go. */
function addAssets(root, files) {
  const folder = join(root, 'dist/assets')
  mkdirSync(folder, { recursive: true })
  const before = readJson(join(folder, 'manifest.json')) ?? {}
  const now = { ...before }
  for (const [name, content] of Object.entries(files)) {
    const file = hashed(name, content)
    now[name] = file
    write(join(folder, file), content)
    if (name.endsWith('.woff2')) continue
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
    write(join(folder, `${file}.br`), brotliCompressSync(content, quality))
    write(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }))
  }
  write(join(folder, 'manifest.json'), JSON.stringify(now, null, 2))
  const kept = new Set([...Object.values(before), ...Object.values(now), 'manifest.json'])
  for (const name of readdirSync(folder)) {
    if (!kept.has(name.replace(/\.(br|gz)$/, ''))) rmSync(join(folder, name), { force: true })
  }
}

function hashed(name, content) {
  const dot = name.lastIndexOf('.')
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`
}

// Through a second name, so that a reader never sees half a file.
function write(path, content) {
  const draft = `${path}.${process.pid}.draft`
  writeFileSync(draft, content)
  renameSync(draft, path)
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildStale({ root: resolve(import.meta.dirname, '..'), log: line => process.stderr.write(`${line}\n`) })
}
