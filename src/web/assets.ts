/** The addresses of the built files: each carries a hash of its content, so that a browser may keep it for ever. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the built files are served. */
export const ASSET_PATH = '/assets/'

export type AssetName =
  | 'main.css'
  | 'boot.js'
  | 'main.js'
  | 'notebook.js'
  | 'notebook-worker.js'
  | 'mark.svg'
  | 'font-latin.woff2'

// Beside the bundle when it runs, and in dist/ when tests run from the sources.
const PLACES = ['./assets/', '../../dist/assets/']

let manifest: Readonly<Record<string, string>> | undefined

/** The folder of the built files, or undefined when nothing is built. */
export function assetFolder(): string | undefined {
  const folder = PLACES.map(place => fileURLToPath(new URL(place, import.meta.url))).find(place =>
    existsSync(`${place}manifest.json`),
  )
  return folder
}

/**
 * The address of a built file. Throws on a name the build did not make. Before any build, as in a test of a page, it is
 * the plain name.
 */
export function assetUrl(name: AssetName): string {
  manifest ??= readManifest()
  const file = manifest ? manifest[name] : name
  if (file === undefined) throw new Error(`no built file ${name}`)
  return `${ASSET_PATH}${file}`
}

function readManifest(): Readonly<Record<string, string>> | undefined {
  const folder = assetFolder()
  return folder ? (JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Record<string, string>) : undefined
}

const texts = new Map<AssetName, string>()

/** What a built script says, for one that is sent from an address of its own. Empty before any build. */
export function assetText(name: AssetName): string {
  const known = texts.get(name)
  if (known !== undefined) return known
  const folder = assetFolder()
  const text = folder ? readFileSync(`${folder}${assetUrl(name).slice(ASSET_PATH.length)}`, 'utf8') : ''
  texts.set(name, text)
  return text
}
