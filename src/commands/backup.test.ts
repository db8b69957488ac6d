/** Backup, restore and upgrade as whoever runs an installation types them, on the database the program brings along. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#ground/clock.ts'
import { newId } from '#ground/ids.ts'
import { openSigningKey } from '#rooms/audit/index.ts'
import { openSealer } from '#rooms/identity/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { runCommand } from '#test/commands.ts'
import { newDataDir } from '#test/served.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { partnership } from './partnership.ts'
import { restore } from './restore.ts'
import { upgrade } from './upgrade.ts'

const base = newDataDir()
const data = join(base, 'data')
const file = join(base, 'a.zip')
const withKeys = join(base, 'with-keys.zip')
const list = newId(systemClock().now())
afterAll(() => rmSync(base, { recursive: true, force: true }))

beforeAll(async () => {
  const made = [
    'create',
    '--name',
    'Example partnership',
    '--model',
    'direct-delivery',
    '--controllers',
    'Made-up Council',
  ]
  await runCommand(partnership, [...made, '--data', data])
  await openSigningKey(join(data, 'keys'))
  await openSealer(join(data, 'keys'))
  await runCommand(audit, ['verify', '--data', data])
  const folder = listFolder(data)
  writeFileSync(join(base, 'roll.csv'), 'a list on its way')
  await folder.keep(list as never, join(base, 'roll.csv'))
  await runCommand(backup, [file, '--data', data])
  await runCommand(backup, [withKeys, '--with-keys', '--data', data])
})

describe('connexions backup and restore', () => {
  it('writes one file for its owner alone, whole or not at all, and never over another', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(base).filter(name => name.endsWith('.partial'))).toEqual([])
    expect((await runCommand(backup, ['--check', file])).said).toContain('It is whole')
    const before = readFileSync(file)
    await expect(runCommand(backup, [file, '--data', data])).rejects.toThrow('There is a file')
    expect(readFileSync(file).equals(before)).toBe(true)
    await expect(runCommand(backup, [join(base, 'no', 'x.zip'), '--data', data])).rejects.toThrow('There is no folder')
    await expect(runCommand(backup, [join(base, 'x.zip'), '--data', join(base, 'none')])).rejects.toThrow('no database')
    expect(existsSync(join(base, 'none'))).toBe(false)
  })

  it('leaves the keys out unless they are asked for, and a restore says so before it does anything', async () => {
    const target = join(base, 'without-keys')
    const words = [file, '--reason', 'a drill', '--data', target]
    await expect(runCommand(restore, words)).rejects.toThrow('The keys are missing')
    expect(existsSync(target)).toBe(false)
    await openSigningKey(join(target, 'keys'))
    await openSealer(join(target, 'keys'))
    await expect(runCommand(restore, words)).rejects.toThrow('not those this backup was made with')
    await expect(runCommand(restore, [file, '--data', target])).rejects.toThrow('--reason')
  })

  it('brings back keys and lists on their way, and the log goes on under a new epoch', async () => {
    const target = join(base, 'restored')
    await runCommand(restore, [withKeys, '--reason', 'The disk died', '--data', target])
    for (const name of ['second-step.key', 'audit-signing.pem'])
      expect(readFileSync(join(target, 'keys', name))).toEqual(readFileSync(join(data, 'keys', name)))
    expect(statSync(join(target, 'keys', 'second-step.key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(listFolder(target).pathOf(list as never), 'utf8')).toBe('a list on its way')
    const verdict = await runCommand(audit, ['verify', '--data', target])
    expect([verdict.code, verdict.said]).toEqual([0, expect.stringMatching(/Root to keep outside: 0{8}-\S+:2:/)])
    expect((await runCommand(partnership, ['list', '--data', target])).said).toContain('Example partnership')
  })

  it('does not touch a folder that has other keys, or a database in use', async () => {
    const other = join(base, 'other-keys')
    mkdirSync(join(other, 'keys'), { recursive: true })
    writeFileSync(join(other, 'keys', 'second-step.key'), 'another')
    await expect(runCommand(restore, [withKeys, '--reason', 'x', '--data', other])).rejects.toThrow('another key')
    expect(readFileSync(join(other, 'keys', 'second-step.key'), 'utf8')).toBe('another')
    await expect(runCommand(restore, [withKeys, '--reason', 'x', '--data', data])).rejects.toThrow('in use already')
  })
})

describe('connexions upgrade', () => {
  it('makes no backup where there is nothing to do, and wants a file to make one in', async () => {
    const unused = join(base, 'unused.zip')
    const { said } = await runCommand(upgrade, ['--backup', unused, '--data', data])
    expect([said, existsSync(unused)]).toEqual([expect.stringContaining('up to date'), false])
    await expect(runCommand(upgrade, ['--data', data])).rejects.toThrow('--backup is needed')
    await expect(runCommand(upgrade, ['--backup', unused, '--data', join(base, 'none')])).rejects.toThrow('no database')
  })
})
