import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockOwner, takeLock } from './folder-lock.ts'

let dataDir: string
let path: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cx-lock-'))
  path = join(dataDir, 'database.lock')
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const elsewhere = () =>
  writeFileSync(path, JSON.stringify({ pid: 1, started: 'then', what: 'start', host: 'box', world: 'another' }))

test('one of many takes it, the others are told who has it, and it is free again afterwards', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(dataDir, 'a test')))
  const held = tries.filter(each => each.status === 'fulfilled')
  expect(held).toHaveLength(1)
  expect(String(tries.find(each => each.status === 'rejected')?.reason)).toContain(`process ${process.pid} (a test)`)
  expect(lockOwner(dataDir)?.what).toBe('a test')
  held[0]?.value.release()
  expect(lockOwner(dataDir)).toBeUndefined()
  expect(readdirSync(dataDir)).toEqual([])
})

test('an owner in another container that is heard of holds the folder', async () => {
  elsewhere()
  const beats = setInterval(elsewhere, 50)
  await expect(takeLock(dataDir, 'a test', 2000)).rejects.toThrow('by process 1 on "box" (start)')
  clearInterval(beats)
})

test('an owner in another container that is not heard of any more loses the folder', async () => {
  elsewhere()
  const lock = await takeLock(dataDir, 'a test', 300)
  expect(lockOwner(dataDir)?.pid).toBe(process.pid)
  lock.release()
  elsewhere()
  utimesSync(path, 1000, 1000)
  const began = performance.now()
  ;(await takeLock(dataDir, 'a test')).release()
  expect(performance.now() - began).toBeLessThan(5000)
})

test('a lock that is half written or empty is no lock', async () => {
  writeFileSync(path, '{"pid":')
  const lock = await takeLock(dataDir, 'a test')
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid })
  lock.release()
})
