import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from '#ground/log.ts'
import { type Program, processesWith, startProgram, until } from '#test/processes.ts'
import { testWhere } from '#test/where-it-can.ts'
import { withClient } from '../connect.ts'
import { serverAccount } from './account.ts'
import { missingLinks, packagedBinaries } from './binaries.ts'
import { type EmbeddedOptions, startEmbedded } from './index.ts'
import { readNote } from './note.ts'

const log = openLog('silent')
const isRoot = process.getuid?.() === 0
const account = isRoot ? serverAccount() : undefined
const elsewhere = account === undefined ? {} : { uid: account.uid, gid: account.gid }
const packaged = packagedBinaries()
let base: string
const disks: string[] = []
let program: Program | undefined

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'cx-place-'))
  chmodSync(base, 0o755)
})

afterEach(async () => {
  program?.kill('SIGKILL')
  await program?.gone
  program = undefined
  await until(() => processesWith(base).length === 0)
  for (const disk of disks.splice(0)) execFileSync('umount', ['-l', disk])
  rmSync(base, { recursive: true, force: true })
})

/**
 * True where this checkout lies below a folder that only root may enter: there no other account can run the sources, so
 * what such an account does is proved from a checkout that can be reached. Says so when it is the case.
 */
function isCheckoutShut(): boolean {
  const reads = "require('node:fs').readFileSync(process.argv[1])"
  const tried = spawnSync(process.execPath, ['-e', reads, import.meta.filename], { ...elsewhere, cwd: '/' })
  const shut = tried.status !== 0
  if (shut) {
    expect(String(tried.stderr)).toContain('EACCES')
    process.stderr.write(
      'This checkout lies where only root can go: what another account does is not tried from here.\n',
    )
  }
  return shut
}

/** Starts, asks whether it answers, stops; gives what was found. */
async function tryOut(
  options: Omit<EmbeddedOptions, 'log'>,
): Promise<{ cluster: string; answer: unknown; kept: number }> {
  const server = await startEmbedded({ ...options, log })
  try {
    return await withClient(server.url('postgres', 'postgres'), 'plain', async client => {
      await client.query('create table if not exists starts (n int)')
      await client.query('insert into starts values (1)')
      const { rows } = await client.query('select count(*) as kept, current_setting($1) as answer from starts', [
        'listen_addresses',
      ])
      return { cluster: server.cluster, ...(rows[0] as { answer: unknown; kept: number }) }
    })
  } finally {
    await server.stop()
  }
}

function copyPrograms(to: string, options: { links: boolean }): { dir: string; version: string } {
  cpSync(packaged.dir, to, { recursive: true, verbatimSymlinks: true })
  const links = readdirSync(join(to, 'lib'), { withFileTypes: true }).filter(entry => entry.isSymbolicLink())
  if (!options.links) for (const link of links) rmSync(join(to, 'lib', link.name))
  return { dir: to, version: packaged.version }
}

function chownTo(folder: string): void {
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
}

const rootTest = testWhere(isRoot, 'only root can act for other accounts')
const diskTest = testWhere(canMount(), 'this account may not mount a disk')

const inTrouble = async (words: readonly string[]): Promise<Record<string, unknown>> => {
  program = startProgram('serve.ts', words, elsewhere)
  return program.next()
}

test('it listens on no network, and only its own account can come to the socket', async () => {
  const server = await startEmbedded({ dataDir: join(base, 'data'), log })
  const socketFolder = statSync(server.socketDir)
  const clusterFolder = statSync(server.cluster)
  expect(socketFolder.mode & 0o777).toBe(0o700)
  expect(clusterFolder.mode & 0o777).toBe(0o700)
  expect(socketFolder.uid).toBe(account?.uid ?? process.getuid?.())
  expect(clusterFolder.uid).toBe(account?.uid ?? process.getuid?.())
  const { rows } = await withClient(server.url('postgres', 'postgres'), 'plain', client =>
    client.query(`select current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
      current_setting('dynamic_shared_memory_type') as shared,
      (select datcollate from pg_database where datname = 'postgres') as text_order`),
  )
  expect(rows).toEqual([{ listens: '', fsync: 'on', shared: 'mmap', text_order: 'C' }])
  await server.stop()
  expect(existsSync(server.socketDir)).toBe(false)
})

test('a data folder with a path of more than 120 characters serves', async () => {
  const dataDir = join(base, 'a-folder-with-a-long-name-'.repeat(3), 'and another, with blanks, in it ', 'x'.repeat(40))
  expect(dataDir.length).toBeGreaterThan(120)
  expect((await tryOut({ dataDir })).kept).toBe(1)
  expect((await tryOut({ dataDir })).kept).toBe(2)
})

test('settings of the administrator in local.conf hold', async () => {
  const dataDir = join(base, 'data')
  const { cluster } = await tryOut({ dataDir })
  writeFileSync(join(cluster, 'local.conf'), 'max_connections = 33\n', { mode: 0o644 })
  const server = await startEmbedded({ dataDir, log })
  const { rows } = await withClient(server.url('postgres', 'postgres'), 'plain', client =>
    client.query('show max_connections'),
  )
  await server.stop()
  expect(rows).toEqual([{ max_connections: '33' }])
})

test('library links that npm did not make are made at the start', async () => {
  const programs = copyPrograms(join(base, 'native'), { links: false })
  expect(missingLinks(programs.dir).length).toBeGreaterThan(5)
  await tryOut({ dataDir: join(base, 'data'), programs })
  expect(missingLinks(programs.dir)).toEqual([])
  expect(existsSync(join(base, 'data', `postgresql-${packaged.version}`))).toBe(false)
})

rootTest('programs that belong to somebody else and lack their links are copied to the data folder', async () => {
  if (isCheckoutShut()) return
  copyPrograms(join(base, 'native'), { links: false })
  mkdirSync(join(base, 'data'))
  chownTo(join(base, 'data'))
  program = startProgram('serve.ts', [join(base, 'data'), join(base, 'native')], elsewhere)
  expect(await program.next()).toHaveProperty('url')
  expect(missingLinks(join(base, 'native')).length).toBeGreaterThan(5)
  expect(readNote(join(base, 'data'))?.binaries).toBe(join(base, 'data', 'postgresql-test'))
})

rootTest(
  'root below a private home: programs and data go where the account can come, and the folder says where',
  async () => {
    const home = join(base, 'home')
    mkdirSync(home, { mode: 0o700 })
    const programs = copyPrograms(join(home, 'native'), { links: true })
    const dataDir = join(home, 'data')
    const places = { reachablePlaces: [join(base, 'var')] }
    const first = await tryOut({ dataDir, programs, ...places })
    expect(first.cluster).toMatch(new RegExp(`^${base}/var/data-[0-9a-f]{8}/postgres$`))
    expect(readNote(dataDir)).toMatchObject({
      cluster: first.cluster,
      binaries: join(base, 'var', `postgresql-${packaged.version}`),
    })
    expect(await tryOut({ dataDir, programs, ...places })).toMatchObject({ cluster: first.cluster, kept: 2 })
    rmSync(dataDir, { recursive: true })
    expect(await tryOut({ dataDir, programs, ...places }), 'an emptied folder begins anew').toMatchObject({ kept: 1 })
  },
)

rootTest('an ordinary user serves a folder of theirs', async () => {
  if (isCheckoutShut()) return
  mkdirSync(join(base, 'data'))
  chownTo(join(base, 'data'))
  program = startProgram('serve.ts', [join(base, 'data')], elsewhere)
  expect(await program.next()).toMatchObject({ cluster: join(base, 'data', 'postgres') })
})

rootTest('a folder that cannot be written is said so, with what to do', async () => {
  if (isCheckoutShut()) return
  mkdirSync(join(base, 'data'))
  const said = await inTrouble([join(base, 'data')])
  expect(said['trouble']).toBe(`The folder ${join(base, 'data')} cannot be written by this account.`)
  expect(said['advice']).toContain('DATABASE_URL')
  const missing = await inTrouble([join(base, 'none', 'data')])
  expect(missing['trouble']).toContain('cannot be written')
})

test('a file in the place of the folder is said so', async () => {
  writeFileSync(join(base, 'data'), '')
  await expect(startEmbedded({ dataDir: join(base, 'data'), log })).rejects.toThrow('a file of that name is in the way')
})

test('database files of another major version are refused by both numbers', async () => {
  const dataDir = join(base, 'data')
  const { cluster } = await tryOut({ dataDir })
  writeFileSync(join(cluster, 'PG_VERSION'), '16\n')
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow(
    'made by PostgreSQL 16; this program carries PostgreSQL 17',
  )
})

test('database files that were taken away are missed, not silently begun anew', async () => {
  const dataDir = join(base, 'data')
  const { cluster } = await tryOut({ dataDir })
  rmSync(join(cluster, 'PG_VERSION'))
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow('holds no database files')
  rmSync(cluster, { recursive: true })
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow(`says its database lies in ${cluster}`)
})

test('a server that cannot start says why in one line', async () => {
  const dataDir = join(base, 'data')
  const { cluster } = await tryOut({ dataDir })
  writeFileSync(join(cluster, 'local.conf'), 'max_connections = none\n', { mode: 0o644 })
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow(/did not start: .+/)
})

test('programs that will not run are said so', async () => {
  const programs = copyPrograms(join(base, 'native'), { links: true })
  writeFileSync(join(programs.dir, 'bin', 'postgres'), 'not a program')
  await expect(startEmbedded({ dataDir: join(base, 'data'), log, programs })).rejects.toThrow('do not run')
})

diskTest('a full disk is said so, and nothing half made is left', async () => {
  const disk = mounted('size=100m')
  const filler = join(disk, 'filler')
  const fill = (megabytes: number) => writeFileSync(filler, Buffer.alloc(megabytes * 1024 * 1024))
  fill(50)
  await expect(startEmbedded({ dataDir: join(disk, 'data'), log })).rejects.toThrow('is full')
  expect(readdirSync(join(disk, 'data')).filter(name => name.includes('postgres'))).toEqual([])
})

diskTest('a read-only disk is said so', async () => {
  const disk = mounted('size=20m,ro')
  await expect(startEmbedded({ dataDir: join(disk, 'data'), log })).rejects.toThrow('read-only file system')
})

/** A small disk of its own in the test's folder. */
function mounted(options: string): string {
  const disk = join(base, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk])
  disks.push(disk)
  return disk
}

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'cx-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
