import { existsSync, readdirSync, rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { systemClock } from '#ground/clock.ts'
import { beginFolder } from '#ground/database/begin.ts'
import { withClient } from '#ground/database/connect.ts'
import { openLog } from '#ground/log.ts'
import { runCommand } from '#test/commands.ts'
import { newDataDir } from '#test/served.ts'
import { audit } from './audit.ts'
import { type Command, CommandTrouble } from './command.ts'
import { partnership } from './partnership.ts'

const dataDir = newDataDir()
const log = openLog('silent')
const clock = systemClock()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs a command on the folder as the command line does. */
const run = (command: Command, ...words: string[]) => runCommand(command, [...words, '--data', dataDir])

/** As somebody who has the database's own password. */
async function tamper(text: string): Promise<void> {
  const ready = await beginFolder({ log, clock, kind: 'live', what: 'a test', dataDir })
  try {
    await withClient(ready.ownerPlace, 'owner', client => client.query(text))
  } finally {
    await ready.close()
  }
}

describe('connexions audit verify', () => {
  it('says where there is no database, and makes none: an empty log would be whole', async () => {
    await expect(run(audit, 'verify')).rejects.toThrow(`There is no database in ${dataDir}.`)
    expect(existsSync(dataDir) ? readdirSync(dataDir) : []).toEqual([])
  })

  it('ends with 0 on a whole log, prints roots to keep, and with 1 once an event was changed', async () => {
    await run(
      partnership,
      'create',
      '--name',
      'Example partnership',
      '--model',
      'direct-delivery',
      '--controllers',
      'Made-up Council',
    )
    const first = await run(audit, 'verify')
    expect(first.code).toBe(0)
    expect(first.said).toContain('The log is whole.')
    const anchor =
      /Example partnership:.*\n\s+Root to keep outside: (\S+)/.exec(first.said)?.[1] ??
      /Root to keep outside: (\S+)/.exec(first.said)?.[1] ??
      ''
    expect(anchor).toMatch(/^[0-9a-f-]{36}:1:\d+:[0-9a-f]{64}$/)
    expect((await run(audit, 'verify', '--since', anchor)).code).toBe(0)

    const wrong = await run(
      audit,
      'verify',
      '--since',
      anchor.replace(/.$/, end => (end === '0' ? '1' : '0')),
    )
    expect(wrong.code).toBe(1)
    expect(wrong.said).toContain('the anchor you gave is not in this log')
    const unreadable = await run(audit, 'verify', '--since', 'yesterday')
    expect(unreadable.code).toBe(1)
    expect(unreadable.said).toContain('could not be read')

    await tamper(
      `update app.audit_event set actor_kind = 'nobody' where id = (select id from app.audit_event order by id limit 1)`,
    )
    const broken = await run(audit, 'verify')
    expect(broken.code).toBe(1)
    expect(broken.said).toContain('an event was changed')
    expect(broken.said).toContain('The log is NOT whole')
  })

  it('says what to type when it is asked for anything else', async () => {
    await expect(run(audit, 'mend')).rejects.toThrow(CommandTrouble)
  })
})
