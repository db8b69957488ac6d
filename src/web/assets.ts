/** The addresses of the built files: each carries a hash of its content, so that a browser may keep it for ever. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the built files are served. */
export const ASSET_PATH = '/assets/'

export type AssetName = 'main.css' | 'boot.js' | 'main.js' | 'mark.svg'

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
