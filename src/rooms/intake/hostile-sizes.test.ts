/** Files of two gigabytes: answered from their beginning, in next to no time and memory. Holes on the disk, so that they cost none. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCommand } from '#test/commands.ts'
import { intake } from '../../commands/intake.ts'
import { openList } from './files.ts'
import { allOf } from './reading/examples.ts'
import { ListRefused } from './reading/refusal.ts'

const folder = mkdtempSync(join(tmpdir(), 'connexions-sizes-'))
const path = join(folder, 'file')
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  ['nothing but noughts', '', 'binary'],
  ['a table that goes on with noughts', 'UPN,Surname,Forename,DOB\r\n', 'binary'],
  ['a Common Transfer File that goes on with noughts', '<CTfile><CTFpupilData>', 'binary'],
  ['a zip that goes on with noughts', 'PK\u0003\u0004', 'zip-broken'],
])('%s is refused with a word', async (_, start, why) => {
  writeFileSync(path, start)
  truncateSync(path, 2 ** 31 + 1)
  const before = process.memoryUsage.rss()
  const trouble = await openList(path)
    .then(list => allOf(list.table.rows))
    .catch((caught: unknown) => caught)
  expect(trouble).toBeInstanceOf(ListRefused)
  expect((trouble as ListRefused).why).toBe(why)
  expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1_048_576)
})

it('is not even begun with by command', async () => {
  truncateSync(path, 2 ** 31 + 1)
  const words = [path, '--partner', 'A school', '--data', join(folder, 'none')]
  await expect(runCommand(intake, words)).rejects.toThrow('That file has 2,049 MB; a list may have 200.')
})
