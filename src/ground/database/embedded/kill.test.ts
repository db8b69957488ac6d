import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from '#ground/log.ts'
import { isRunning, type Program, processesWith, serverPid, startProgram, until } from '#test/processes.ts'
import { withClient } from '../connect.ts'
import { findRunning, startEmbedded } from './index.ts'

const log = openLog('silent')
let dataDir: string
let program: Program | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cx-kill-'))
  chmodSync(dataDir, 0o755)
})

afterEach(async () => {
  program?.kill('SIGKILL')
  await program?.gone
  await until(() => processesWith(dataDir).length === 0)
  rmSync(dataDir, { recursive: true, force: true })
})

async function serve(): Promise<{ url: string; cluster: string; socketDir: string }> {
  program = startProgram('serve.ts', [dataDir])
  const said = await program.next()
  expect(said).not.toHaveProperty('trouble')
  return said as { url: string; cluster: string; socketDir: string }
}

const write = (url: string) =>
  withClient(url, 'plain', client => client.query('create table kept (n int); insert into kept values (7)'))

async function expectKept(): Promise<void> {
  const server = await startEmbedded({ dataDir, log })
  try {
    const kept = await withClient(server.url('postgres', 'postgres'), 'plain', client =>
      client.query('select n from kept'),
    )
    expect(kept.rows).toEqual([{ n: 7 }])
  } finally {
    await server.stop()
  }
}

function keeperOf(cluster: string): number {
  const stat = readFileSync(`/proc/${serverPid(cluster)}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

test('a second start is refused and says who serves; a command finds the running server', async () => {
  const { url } = await serve()
  const second = startEmbedded({ dataDir, log })
  await expect(second).rejects.toThrow(`is being served already, by process ${program?.pid} (a test)`)
  const found = findRunning(dataDir)
  expect(found?.url('postgres', 'postgres')).toBe(url)
  const one = await withClient(found?.place('postgres', 'postgres') ?? '', 'plain', client =>
    client.query('select 1 as n'),
  )
  expect(one.rows).toEqual([{ n: 1 }])
  program?.kill('SIGTERM')
  await program?.gone
  expect(findRunning(dataDir)).toBeUndefined()
})

test('when the program is killed the server is gone within two seconds, in order, and what was kept is there', async () => {
  const { url, cluster, socketDir } = await serve()
  await write(url)
  const pid = serverPid(cluster)
  program?.kill('SIGKILL')
  const milliseconds = await until(() => !isRunning(pid) && processesWith(dataDir).length === 0)
  expect(milliseconds).toBeLessThan(2000)
  expect(readFileSync(join(dataDir, 'database.log'), 'utf8')).toContain('database system is shut down')
  expect(existsSync(socketDir)).toBe(false)
  expect(findRunning(dataDir)).toBeUndefined()
  await expectKept()
})

test('when program, keeper and server are all killed the folder is put right by the next start', async () => {
  const { url, cluster } = await serve()
  await write(url)
  const pids = [program?.pid as number, keeperOf(cluster), serverPid(cluster)]
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await until(() => !pids.some(isRunning))
  expect(existsSync(join(dataDir, 'database.lock'))).toBe(true)
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(true)
  await expectKept()
})

test('a server left behind without program and keeper is stopped by the next start', async () => {
  const { url, cluster } = await serve()
  await write(url)
  const pid = serverPid(cluster)
  for (const killed of [keeperOf(cluster), program?.pid as number]) process.kill(killed, 'SIGKILL')
  await pause(300)
  // The part of the keeper that listens to the pipe may have done the stopping already; either is well.
  await expectKept()
  expect(isRunning(pid)).toBe(false)
})

test('a server whose whole keeper is gone is stopped by the next start', async () => {
  const { url, cluster } = await serve()
  await write(url)
  const pid = serverPid(cluster)
  const keepers = processesWith('connexions-database').filter(keeper => processesWith(dataDir).includes(keeper))
  // All at once: whichever saw another go first would still stop the server in order.
  program?.kill('SIGSTOP')
  const gone = keepers.filter(keeper => keeper !== pid)
  for (const signal of ['SIGSTOP', 'SIGKILL'] as const) for (const keeper of gone) process.kill(keeper, signal)
  program?.kill('SIGKILL')
  await pause(300)
  expect(isRunning(pid)).toBe(true)
  await expectKept()
  expect(isRunning(pid)).toBe(false)
})

test('when the server itself dies the program is told', async () => {
  const server = await startEmbedded({ dataDir, log })
  process.kill(serverPid(server.cluster), 'SIGKILL')
  await server.gone
  await server.stop()
  expect(findRunning(dataDir)).toBeUndefined()
})

test('a process number that somebody else has by now is not taken for the owner, nor for the server', async () => {
  const first = await startEmbedded({ dataDir, log })
  await write(first.url('postgres', 'postgres'))
  const lock = JSON.parse(readFileSync(join(dataDir, 'database.lock'), 'utf8')) as Record<string, unknown>
  await first.stop()
  const owner = { ...lock, pid: process.ppid, started: 'long ago' }
  writeFileSync(join(dataDir, 'database.lock'), JSON.stringify(owner))
  writeFileSync(
    join(first.cluster, 'postmaster.pid'),
    `${process.ppid}\n${first.cluster}\n1\n5432\n/tmp\n\n0 0\nready\n`,
  )
  await expectKept()
  expect(isRunning(process.ppid)).toBe(true)
})

test('a program whose lock was taken by another ends its server', async () => {
  const server = await startEmbedded({ dataDir, log })
  rmSync(join(dataDir, 'database.lock'))
  await server.gone
})

test('a start killed while it makes the database files leaves nothing half made', async () => {
  program = startProgram('serve.ts', [dataDir])
  await until(() => existsSync(join(dataDir, 'postgres.making')))
  program.kill('SIGKILL')
  await program.gone
  await until(() => processesWith(dataDir).length === 0)
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  const server = await startEmbedded({ dataDir, log })
  await server.stop()
  expect(readdirSync(dataDir).filter(name => name.includes('making'))).toEqual([])
})
